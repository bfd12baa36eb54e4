"""English numbers: quantities, ranks, multiples and counted things, and the lists they stand in."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import NUMBERS, ORDINALS
from cpstats.claims.english.fractions import fractions
from cpstats.claims.terms.numerals import arabic
from cpstats.claims.terms.spot import Spot
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCALE = (
    r"(?:trillion|billion|million|thousand|trln|trn|tn|bln|bn|mln|mn|lakh crores?|crores?|lakhs?)"
)
_SHORT = r"(?<=\d)(?:[bBmMkK](?:ln|n)?|tn)(?!\w)"  # of money only: $319b
_CODES = "(?-i:AED|ARS|AUD|BDT|BRL|CAD|CHF|CLP|COP|CZK|DKK|EGP|ETB|FJD|GHS|HKD|HUF|IDR|ILS|INR|ISK|JPY|KES|KRW|KZT|LKR|MAD|MXN|MYR|NGN|NOK|NPR|NZD|PEN|PHP|PKR|PLN|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|TZS|UAH|UGX|VND|XAF|XOF|ZAR|ZMW)"
_THINGS = (
    f"{_CODES}|"
    "yuan|renminbi|US dollars|U\\.S\\. dollars|USD|US\\$|euros?|RMB|"
    "(?-i:(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+ )?)"  # of which country: Hong Kong dollars
    "(?:dollars|yen|pounds sterling|pounds|rupees|won|roubles|rubles|francs|pesos|reais|rand|kronor|kroner|zlotys?|"
    "forints?|baht|ringgit|rupiah|dong|lira|dinars|dirhams|riyals|shillings|naira|shekels)|people|persons|residents|inhabitants|"
    "tonnes|tons|metric tons|kilowatt-hours|kilowatt hours|kWh|hectares|mu|units|vehicles|households|"
    "square met(?:er|re)s|square kilomet(?:er|re)s|sq km|cubic met(?:er|re)s|kilomet(?:er|re)s|km|"
    "micrograms per cubic met(?:er|re)|micrograms|passenger trips|trips|visits|times"
)
_RATE = r"of a percentage point|percentage[- ]points?|% points?|ppts?\b|pps?\b|p\.p\.|per ?cent|percent|pct|%|‰|fold|basis points|pts\b|points?(?= (?:lower|higher|less|more|faster|slower|up|down|below|above|from|than|on|over|compared|since|in)\b|,? to \d|[.,;)]|$)"
_COMMA = r"\d{1,3},\d{1,2}(?=[ -]?(?:%|per ?cent|percent|trillion|billion|million)\b|%)"  # 3,3%: no thousand has so few
_NUMBER = rf"(?:\d{{1,3}}(?: \d{{3}})+(?:\.\d+)?(?![\d.,]\d)|{_COMMA}|\d+(?:,\d{{3}})*(?:\.\d+)?)"
_SIGNS = r"(?-i:GH[¢₵S]|(?:J|TT|Bds|EC|BZ|Z|N|K|FJ|B|G|L|M)\$|[KUT][Ss]hs?\.?|Tk\.?|RM|[₦₱₩฿₵]|[NRK](?=\d[\d,.]* ?(?:trillion|billion|million|[tbm]n)\b))"
_QUANTITY = pattern(
    rf"(?<![\w.,$])(?<![A-Za-z]-)(?P<sign>\b(?:minus|negative) |[-+]?)(?P<money>(?:US|HK|NZ|NT|A|C|S|R)?\$ ?|{_CODES} ?|RMB ?|CNY ?|USD ?|EUR ?|GBP ?|¥ ?|€ ?|£ ?|₹ ?|Rs\.? ?|yuan |{_SIGNS} ?)?(?P<digits>(?:(?(money)\d{{1,3}}(?: \d{{3}})+\.\d+|(?!))|{_NUMBER}))"
    rf"(?:(?: |-)?(?P<unit>{_RATE})|(?:[ -]?(?P<scale>{_SCALE}|{_SHORT}))?(?:[ -](?P<thing>{_THINGS}))?)(?!\w)(?!,\d)",
    re.IGNORECASE | re.ASCII,
)
_SPELLED = pattern(
    rf"\b(?P<word>{'|'.join(NUMBERS)})[ -](?P<unit>{_RATE}|{_SCALE}(?: (?:{_THINGS}))?|times(?= (?:that|those|the|as)\b))(?!\w)",
    re.IGNORECASE,
)
_PER = pattern(r"(?: [a-z]+){0,2} (?:per|for every) (?:1,000|10,000|100,000|thousand|million)\b")
_COUNTED = pattern(
    r" (?!(?:years?|months?|days?|quarters?|hours?|weeks?|times|decades?|percent\w*|provinces and|consecutive|straight|successive|running)\b)"
    r"(?:(?!of\b|in\b|to\b|and\b|or\b|for\b|by\b|was\b|were\b|is\b|as\b|has\b|on\b|at\b)[a-z][a-z-]*,? ){0,3}?"
    r"(?P<noun>[a-z][a-z-]{2,}s|people|children)\b(?!')"
)
_PLACE = (
    rf"(?P<rank>(?:No\.? ?(?P<no>\d{{1,3}})|(?P<word>{'|'.join(ORDINALS)})|(?P<nth>\d{{1,3}})(?:st|nd|rd|th)))\b"
    r"(?! (?:quarter|half|year|month))"
)
_RANK = pattern(
    rf"\b(?:rank(?:s|ed|ing)?|plac(?:ed|ing)|com(?:es|ing)|came|stood|sit(?:s|ting))\b(?: (?:it|the|at|as|in|among))* {_PLACE}",
    re.IGNORECASE,
)
_WAS_RANKED = pattern(
    rf"\b(?:was|is|were|are) {_PLACE}(?= (?:among|nationwide|nationally|in the (?:country|nation|city)\b))",
    re.IGNORECASE,
)
_RANKED_PLACE = pattern(rf"\b(?P<rank>{'|'.join(ORDINALS)})-ranked\b", re.IGNORECASE)
_AMONG = pattern(
    rf"\b(?P<rank>(?P<nth>\d{{1,3}})(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})[- ](?:largest|biggest|highest|fastest|most|best|lowest)\b(?! (?:economy|trading|increase|gain|fall|drop|decline|contribut)|[^.;,]{{0,40}}\b(?:in \w+ (?:years|months|decades|quarters)|since|on record)\b)"
    rf"|\b(?:in|took|takes|taking|held|holds|claimed|occupied|at) (?:the )?(?P<spot>(?P<nth2>\d{{1,3}})(?:st|nd|rd|th)|{'|'.join(ORDINALS)}) (?:place|spot|position)\b",
    re.IGNORECASE,
)
_RATIO = pattern(r"(?<![\d.:])(?P<digits>\d{1,3}(?:\.\d+)?) ?: ?1(?![\d.:])", re.ASCII)
_NEXT_RANK = pattern(rf"(?:,|,? and)(?: the)? {_PLACE}", re.IGNORECASE)
_TIMES = pattern(
    r"\b(?P<word>doubl|tripl|quadrupl|halv)(?:ed|ing|es|e)\b(?! by|[ -]digits?)", re.IGNORECASE
)
_TWICE = pattern(
    r"\b(?P<word>twice|double|triple|half)(?= (?:that|those) (?:of|in|for)\b| the (?:size|level|value|national)\b| as [a-z]+ as\b| (?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?'s)\b)",
    re.IGNORECASE,
)
_DECIMAL = pattern(r"(?P<whole>\d{1,3}),(?P<part>\d{1,2})", re.ASCII)
_AND_A_HALF = pattern(
    rf"\b(?P<word>{'|'.join(NUMBERS[:10])}) and a half times(?= (?:that|those|the|as)\b)",
    re.IGNORECASE,
)
_FOLD = {"twice": "2", "double": "2", "triple": "3", "half": "0.5"}
_FOLD |= {"doubl": "2", "tripl": "3", "quadrupl": "4", "halv": "0.5"}
_INDEX_VALUE = pattern(
    r"\b(?:was|were|stands? at|stood at|came in at|(?:recorded|estimated) at|reached|registered|at|to|from)\s+$",
    re.IGNORECASE,
)
_MONEY = {
    "$": "dollars", "US$": "US dollars", "HK$": "Hong Kong dollars", "RMB": "yuan", "CNY": "yuan",
    "¥": "yuan", "YUAN": "yuan", "€": "euros", "£": "pounds", "USD": "US dollars", "EUR": "euros",
    "GBP": "pounds", "C$": "Canadian dollars", "A$": "Australian dollars", "₹": "rupees",
    "RS": "rupees", "RS.": "rupees", "NZ$": "NZD", "NT$": "TWD", "S$": "SGD", "R$": "BRL", "RM": "MYR", "GH¢": "GHS", "GH₵": "GHS", "GHS": "GHS", "₵": "GHS", "KSH": "KES", "KSHS": "KES", "USH": "UGX", "USHS": "UGX", "TSH": "TZS", "TK": "BDT", "FJ$": "FJD", "N": "NGN", "R": "ZAR", "K": "ZMW", "₦": "NGN", "₱": "PHP", "₩": "KRW", "฿": "THB",
}  # fmt: skip
_PLAINER = {
    "of a percentage point": "percentage points", "pct": "percent", "point": "percentage points", "points": "percentage points",
    "pp": "percentage points", "pps": "percentage points", "ppt": "percentage points",
    "ppts": "percentage points", "p.p.": "percentage points", "pts": "percentage points", "% point": "percentage points",
    "% points": "percentage points", "trn": "trillion", "trln": "trillion", "bln": "billion",
    "mln": "million", "b": "billion", "m": "million", "k": "thousand", "euro": "euros",
    "micrograms per cubic metre": "micrograms per cubic meter",
    "u.s. dollars": "US dollars", "pounds sterling": "British pounds", "us$": "US dollars", "bn": "billion", "tn": "trillion", "mn": "million",
}  # fmt: skip
_COMPARED = pattern(  # 20 million, 2 million or 1.3 percent fewer than
    r"(?:,? or [\d.]+ ?(?:%|percent|per cent))? (?:more|fewer|less|higher|lower)(?: than |[.,;]|$)"
)
_A_YEAR_BEHIND = pattern(  # by 24 percent, or 2.8 percent annually
    r" (?:(?:a|per|each|every) (?:year|annum)|annually|yearly|on average)\b(?! (?:ago|earlier|before))"
)
_BETWEEN = pattern(r" ?,? ?(?:and |or |& ?)?(?:from |by )?", re.IGNORECASE)
_HELD_AGAINST = pattern(
    r"(?: (?:in|at) [^,;]{0,24})?,? (?:as )?(?:against|versus|compare[ds]? (?:with|to)|up from|down from|from) (?:about |around |nearly )?",
    re.IGNORECASE,
)
_THEN = pattern(
    r" in [A-Z][a-z]+ \d{4},? (?:and|(?:as )?(?:against|compare[ds]? (?:with|to))|(?:up |down )?from) "
)
_FROM = pattern(r"\bfrom (?:about |around |nearly )?$", re.IGNORECASE)
_GROUPED = pattern(
    r"\b(?:by|of|to|from|was|were|at|reached|totall?ed|averag(?:ed|ing)|(?:in|de)creased|rose|fell|grew|declined|dropped) (?:about |around |nearly )?[-+]?$|\d ?(?:%|percent|per cent),? or (?:about |around |nearly )?$",
    re.IGNORECASE,
)
_MORE_THAN = pattern(r" (?:more|fewer|less) than (?:a year|in |at |the |last|that)")
_AGAIN = pattern(r"(?:: ?|[,;] ?|\band |\bto |\bfrom )(?:and |by |to |from )?$")
_AGAINST = pattern(r",? (?:against|versus|vs\.?|compare[ds]? (?:with|to)) (?:about )?")
_ANOTHERS = pattern(
    r"(?: in \d{4})?,? (?:and |while )?(?:that of )?[A-Z]\w+(?: [A-Z]\w+)?'s (?:by )?"
)  # Jiangsu's 5.8
_ENDS = pattern(r"[.,;)]|$| (?:for|in|nationwide|nationally|a year)\b")
_WHEN = pattern(r" (?:in|for|during) (?!the (?:United|euro|EU))")
_YEAR = range(1900, 2100)
_NO_RATE = 10  # times the rate before it: an index, that rose 0.3 percent from 159.98 to 160.46


def spots(letters: str) -> list[Spot]:
    """Return the quantities of an English sentence in order, none over another."""
    every = [
        *_ranks(letters),
        *_ratios(letters),
        *_multiples(letters),
        *_spelled(letters),
        *fractions(letters),
        *_quantities(letters),
    ]
    kept: list[Spot] = []
    for spot in sorted(every, key=lambda s: s.start):
        if (not kept or spot.start >= kept[-1].end) and not _is_of_prices(spot, letters):
            kept.append(spot)
    return _with_thing(kept, letters)


def _is_of_prices(spot: Spot, letters: str) -> bool:
    """Return whether a number is the year whose prices an amount is at: in chained 2017 dollars."""
    before = letters[max(0, spot.start - _PRICED) : spot.start]
    return _A_YEAR.fullmatch(spot.value_text) is not None and _PRICES_OF.search(before) is not None


_PRICED = 12  # signs before such a year
_A_YEAR = pattern(r"(?:19|20)\d\d", re.ASCII)
_PRICES_OF = pattern(r"\b(?:chained|constant|fixed)[ -]\(?$", re.IGNORECASE)


def _with_thing(kept: list[Spot], letters: str) -> list[Spot]:
    """Give the amounts of a list what the last of them is of: 2,310 million, 2,655 million euros."""
    for n in range(len(kept) - 2, -1, -1):
        one, two = kept[n], kept[n + 1]
        thing = _thing(two.unit)
        bare = _ONLY_SCALE.fullmatch(one.unit) and thing != two.unit and one.kind == two.kind
        between = letters[one.end : two.start]
        moved = between == " to " and _FROM.search(letters, 0, one.start)
        if bare and (moved or _BETWEEN.fullmatch(between)):
            kept[n] = one._replace(unit=f"{one.unit} {thing}")
    for n, (one, two) in enumerate(pairwise(kept)):  # 8 trillion against 4 trillion yuan
        thing = _thing(two.unit)
        bare = _ONLY_SCALE.fullmatch(one.unit) and thing != two.unit and one.kind == two.kind
        if bare and _HELD_AGAINST.fullmatch(letters[one.end : two.start]):
            kept[n] = one._replace(unit=f"{one.unit} {thing}")
    for n, (one, two) in enumerate(
        pairwise(kept), 1
    ):  # 5 billion yuan in 2023, as against 4 billion
        thing = _thing(one.unit)
        bare = _ONLY_SCALE.fullmatch(two.unit) and thing != one.unit and one.kind == two.kind
        against = _HELD_AGAINST.fullmatch(letters[one.end : two.start])
        if bare and against:
            kept[n] = two._replace(unit=f"{two.unit} {thing}")
        elif against and two.unit and one.unit.startswith(f"{two.unit} per "):
            kept[n] = two._replace(unit=one.unit)
    return kept


def lists(numbers: list[Spot], letters: str) -> list[tuple[int, int]]:
    """Return of each number where it stands in its list and how long that is: (0, 1) alone."""
    runs: list[list[int]] = []
    for n, spot in enumerate(numbers):
        last = numbers[n - 1] if n else None
        alike = (
            last is not None and _thing(last.unit) == _thing(spot.unit) and last.kind == spot.kind
        )
        joined = last and alike and _BETWEEN.fullmatch(letters[last.end : spot.start])
        if (
            joined
            and not _COMPARED.match(letters, spot.end)
            and not _A_YEAR_BEHIND.match(letters, spot.end)
        ):
            runs[-1].append(n)
        else:
            runs.append([n])
    return [(at, len(run)) for run in runs for at in range(len(run))]


_ONLY_SCALE = pattern(_SCALE)


def _thing(unit: str) -> str:
    return re.sub(rf"^{_SCALE} ", "", unit)


def _ranks(letters: str) -> Iterator[Spot]:
    for found in chain(_RANK.finditer(letters), _WAS_RANKED.finditer(letters)):
        m: re.Match[str] | None = found
        while m is not None:
            value = m["no"] or m["nth"] or ORDINALS.index(m["word"].lower()) + 1
            yield Spot(m.start("rank"), m.end("rank"), Decimal(value), m["rank"], "", "rank")
            m = _NEXT_RANK.match(letters, m.end())

    for m in _AMONG.finditer(letters):
        group = "rank" if m["rank"] else "spot"
        value = Decimal(m["nth"] or m["nth2"] or ORDINALS.index(m[group].lower()) + 1)
        yield Spot(m.start(group), m.end(group), value, m[group], "", "rank")
    for m in _RANKED_PLACE.finditer(letters):
        value = Decimal(ORDINALS.index(m["rank"].lower()) + 1)
        yield Spot(m.start("rank"), m.end("rank"), value, m["rank"], "", "rank")


def _ratios(letters: str) -> Iterator[Spot]:
    for m in _RATIO.finditer(letters):
        yield Spot(m.start(), m.end(), Decimal(m["digits"]), m["digits"], ":1", "ratio")


def _multiples(letters: str) -> Iterator[Spot]:
    for m in _TWICE.finditer(letters):
        value = _FOLD[m["word"].lower()]
        yield Spot(m.start(), m.end(), Decimal(value), value, "times")
    for m in _AND_A_HALF.finditer(letters):
        value = str(NUMBERS.index(m["word"].lower()) + 1.5)
        yield Spot(m.start(), m.end(), Decimal(value), value, "times")
    for m in _TIMES.finditer(letters):
        yield Spot(m.start(), m.end(), Decimal(_FOLD[m["word"].lower()]), m.group(), "", "multiple")


def _spelled(letters: str) -> Iterator[Spot]:
    for m in _SPELLED.finditer(letters):
        value = Decimal(NUMBERS.index(m["word"].lower()) + 1)
        unit = m["unit"].lower()
        yield Spot(m.start(), m.end(), value, m["word"], _PLAINER.get(unit, unit))


def _quantities(letters: str) -> Iterator[Spot]:
    bare: list[re.Match[str]] = []
    grouped: list[Spot] = []  # 8,120: the unit of the next of its list is its own
    last: Spot | None = None
    for match in _QUANTITY.finditer(letters):
        value = arabic(_digits(match))
        if value is None:
            continue
        spot = _quantity(match, value, letters)
        if spot is None and last is not None and _again(match, last, letters):
            spot = last._replace(
                start=match.start("digits"),
                end=match.end("digits"),
                value=value,
                value_text=_said(match),
            )
        if spot is None or (not spot.unit and spot.kind == "quantity"):
            bare = [*bare[-_LONGEST:], match]
            grouped += [spot] if spot is not None else []
            continue
        shared = list(_sharing(bare, match, spot, letters))
        taken = {one.start for one in shared}
        yield from (one for one in grouped if one.start not in taken)
        yield from shared
        bare, grouped = [], []
        last = spot
        yield spot
    yield from grouped


_LONGEST = 7  # numbers before one that has the unit of all


def _again(match: re.Match[str], last: Spot, letters: str) -> bool:
    """Return whether a bare number has the unit of the rate before it, or is an index as well: 6.0 in the first quarter."""
    if last.kind == "index":
        between = letters[last.end : match.start("digits")]
        return any(words.fullmatch(between) for words in (_BETWEEN, _HELD_AGAINST, _THEN))
    index = _is_index(letters[max(0, match.start() - 60) : match.start()], Decimal(0))
    apart = index and abs(Decimal(match["digits"].replace(",", ""))) > _NO_RATE * abs(last.value)
    rate = is_percent(last.unit) and "." in match["digits"] and not apart
    between = letters[last.end : match.start("digits")]
    if rate and _ANOTHERS.fullmatch(between) and _ENDS.match(letters, match.end()):
        return True
    held = _AGAINST.fullmatch(between) and _ENDS.match(letters, match.end())
    again = _AGAIN.search(between) and _WHEN.match(letters, match.end())
    return rate and (held or again) is not None


def _quantity(match: re.Match[str], value: Decimal, letters: str) -> Spot | None:
    """Return a number with its unit; None for a bare number that counts nothing."""
    sign = (match["money"] or "").strip().upper()
    money = _MONEY.get(sign, sign)
    scale = _plainer(match["scale"])
    unit = _plainer(match["unit"]) or " ".join(
        filter(None, (scale, money or _plainer(match["thing"])))
    )
    stop, kind = match.end(), "quantity"
    if money and match["thing"]:
        stop = match.end("scale") if scale else match.end("digits")
    if not unit:
        if _is_index(letters[max(0, match.start() - 60) : match.start()], value):
            kind = "index"
        elif _PER.match(letters, match.end()):
            unit = ""  # 9.7 births per 1,000 people
        elif counted := _things(match, value, letters):
            unit = counted
        elif not {",", " "} & {*match["digits"]} or not _is_grouped(match, letters):
            return None
    below = match["sign"] not in ("", "+")  # -3.2, minus 3.2
    start = match.start() if below or match["money"] else match.start("digits")
    return Spot(start, stop, -value if below else value, _said(match), unit, kind)


def _digits(match: re.Match[str]) -> str:
    """Return the digits of a number, a decimal comma as a point: 3,3% is 3.3."""
    return _said(match).replace(" ", "")


def _said(match: re.Match[str]) -> str:
    decimal = _DECIMAL.fullmatch(match["digits"])
    return f"{decimal['whole']}.{decimal['part']}" if decimal else match["digits"]


def _is_grouped(match: re.Match[str], letters: str) -> bool:
    """Return whether a bare number with a comma counts something: to +223,000; 110,000 more than in."""
    if match["sign"] and letters[: match.start()].endswith("("):
        return True
    before = _GROUPED.search(letters, 0, match.start())
    return before is not None or _MORE_THAN.match(letters, match.end()) is not None


def _plainer(unit: str | None) -> str:
    return _PLAINER.get((unit or "").lower(), unit or "")


def _things(match: re.Match[str], value: Decimal, letters: str) -> str:
    """Return what a bare number counts; a year counts nothing."""
    if match["sign"] or (value in _YEAR and "," not in match["digits"]):
        return ""
    found = _COUNTED.match(letters, match.end())
    return found["noun"] if found else ""


def _sharing(
    bare: list[re.Match[str]], last: re.Match[str], spot: Spot, letters: str
) -> Iterable[Spot]:
    """Give the numbers right before one its unit: up 3.0, 5.8 and 7.0 percent."""
    found: list[Spot] = []
    begin = last.start("digits")
    for match in reversed(bare):
        between = letters[match.end("digits") : begin]
        value = arabic(match["digits"])
        joined = between.strip() and _BETWEEN.fullmatch(between)
        moved = between == " to " and _FROM.search(letters, 0, match.start("digits"))
        amount = "," in match["digits"] and is_percent(spot.unit)  # by 30,000, or 0.14 percent
        if value is None or amount or not (joined or moved):
            break
        begin = match.start("digits")
        end = match.end("digits")
        found.append(spot._replace(start=begin, end=end, value=value, value_text=match["digits"]))
    return found[::-1]


def _is_index(head: str, value: Decimal) -> bool:
    named = "ndex" in head or "ndices" in head or "PMI" in head or "CPI" in head
    return named and bool(_INDEX_VALUE.search(head)) and value <= 100_000
