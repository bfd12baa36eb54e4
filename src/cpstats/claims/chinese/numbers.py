"""Where a text prints a quantity: digits, scale and unit; ranks, ratios, multiples, fractions."""

from __future__ import annotations

import re
from decimal import Decimal

from cpstats.claims.chinese.endings import begins_a_word, ends_well, is_letter
from cpstats.claims.terms.numerals import CHINESE, arabic, chinese, number
from cpstats.claims.terms.spot import Spot
from cpstats.claims.terms.units import POWER, SCALED_ONLY, unit_at
from cpstats.model.pattern import pattern
from cpstats.model.unit import PERCENT, PLACE, TIMES

_COUNTING = pattern(rf"[\d{CHINESE}翻倍首末]")  # one of these is in any quantity
_DIGITS = r"(?:(?<![\d.A-Za-z])|(?<=GDP))(?P<sign>[-+]?)(?P<digits>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)"
_SCALED = rf" {{0,2}}(?:(?P<more>[余多])|几|数)?(?P<power>{POWER})?(?P<more2>[余多])?"
_ARABIC = pattern(rf"{_DIGITS}{_SCALED}", re.ASCII)
_NUMERAL = pattern(rf"(?P<digits>[{CHINESE}]+)(?P<more>[余多])?")
_RANK = pattern(
    r"(?:第 ?(?P<n>\d{1,4}|[一二三四五六七八九十百]{1,5})(?P<m>位|名)?"
    r"|前 ?(?P<top>\d{1,4}|[一二三四五六七八九十百]{1,5})(?P<t>位|名|强)?"
    r"|首位|榜首|末位|(?<=列)首|(?<=居)首)"
)
_RANKED = pattern(
    r"居|列|排|位|名|进入|跻身|保持|稳|全国|全省|全市|全区|全县|全州|世界|全球|跃升|省内|市内"
)
_RATIO = pattern(
    r"(?<![\d.])(?<!\d:)\d+(?:\.\d+)?%?(?: ?: ?\d+(?:\.\d+)?%?){2}(?![\d.%]*:)", re.ASCII
)
_PART = pattern(r"(?P<digits>\d+(?:\.\d+)?)%?", re.ASCII)
_TO_ONE = pattern(r"(?<![\d.:])(?P<digits>\d{1,3}(?:\.\d+)?) ?: ?1(?![\d.:])", re.ASCII)
_RATIO_OF = pattern(r"(?:收入(?:之)?比|倍差|收入差距|比值|基尼系数)(?P<rest>[^,;。!?\n]{1,40})")
_PLAIN_DECIMAL = pattern(r"(?<![\d.])\d{1,2}\.\d{1,3}(?![\d.%‰亿万元个倍:年月日])", re.ASCII)
_MULTIPLE = pattern(
    r"翻(?:了|一?)?(?:近|约)?(?P<times>[一两二三四五])?番|翻了?一?倍|(?:增长|提高|增加)了?(?:近|约|超过?)?(?P<one>[一两二三四五六七八九十]倍)"
)
_FRACTION = pattern(
    rf"(?P<below>[{CHINESE}]{{1,3}})分之(?P<above>[{CHINESE}]{{1,3}})"
    r"|(?<![\d/.])(?P<a>\d{1,2})/(?P<b>\d{1,3})(?![\d/.])(?! ?[年月])"
)
_STREAK = pattern(
    r"连续(?:第)? ?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>个?年(?![均度来])|个月|个?季度|天)"
)
_TENTHS = pattern(
    r"(?P<n>[一二两三四五六七八九]|\d)成(?P<half>半)?(?=以上|左右|多|以下|[^\u4e00-\u9fff]|$)"
    r"|(?<=[超近约占达逾足过])(?P<n2>[一二两三四五六七八九])成|(?:(?<=[超近占过约])|(?<=总量的)|(?<=全部的))一半"
)
_INDEX = pattern(
    r"指数(?:\([^()]{1,20}\))?(?:为|达到?|是|录得|报)?(?P<digits>\d{2,4}(?:\.\d+)?)(?![\d%个点])(?!\.\d)",
    re.ASCII,
)
_PARTS_OF = {"百": (PERCENT, 1), "千": ("‰", 1)}


def spots_in(text: str) -> list[Spot]:
    """Return what may be the quantities of a text in plain letters (`letters.plain`)."""
    if _COUNTING.search(text) is None:
        return []
    found: list[Spot] = []
    for words, find in _KINDS:
        for word in words:
            if word in text:
                found += find(text)
                break
    return found


def quantities(text: str, taken: list[tuple[int, int]]) -> list[Spot]:
    """Return the quantities of a text in order.

    Parameters
    ----------
    text : str
        The text in plain letters (`letters.plain`).
    taken : list of (int, int)
        Stretches that are something else (times, names), in order.
    """
    return without_overlap(spots_in(text), taken)


_ORDER = {kind: n for n, kind in enumerate(("ratio", "rank", "multiple", "fraction", "streak"))}


def without_overlap(spots: list[Spot], taken: list[tuple[int, int]]) -> list[Spot]:
    """Return the spots that are quantities: the surer one of two that overlap, nothing that is taken."""
    items: list[tuple[int, int, int, Spot | None]] = [(s, e, -1, None) for s, e in taken]
    items += [(p.start, p.end, _ORDER.get(p.kind, 9) + p.loose, p) for p in spots]
    kept: list[tuple[int, int, int, Spot | None]] = []
    for item in sorted(items, key=lambda item: (item[0], item[2])):
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
        elif item[2] < kept[-1][2]:
            kept[-1] = item
    return [spot for *_, spot in kept if spot is not None]


def _sharing(bare: list[re.Match[str]], last: re.Match[str], unit: str, text: str) -> list[Spot]:
    """Give the numbers right before one its unit: 高于全国、全省1.7和0.7个百分点."""
    found: list[Spot] = []
    begin = last.start("digits")
    for match in reversed(bare):
        value = arabic(match["digits"])
        if value is None or not _BETWEEN.fullmatch(text[match.end("digits") : begin].strip()):
            break
        begin = match.start("digits")
        found.append(Spot(begin, match.end("digits"), value, match["digits"], unit))
    return found[::-1]


_BETWEEN = pattern("[和与及、](?:全[国省市区县州](?:平均(?:水平)?)?)?")


def _arabic(text: str) -> list[Spot]:
    found: list[Spot] = []
    bare: list[re.Match[str]] = []
    for match in _ARABIC.finditer(text):
        value = arabic(match["digits"])
        power = match["power"] or ""
        unit, stop = _unit_behind(text, match.end())
        if power and len(unit) == 1 and begins_a_word(unit, text, stop):
            unit, stop = "", stop - 1
        if value is not None and not (unit or power):
            bare = [*bare[-3:], match]
        if value is None or not (unit or power):
            continue
        if not ends_well(text, stop, unit, power):
            continue
        found += _sharing(bare, match, power + unit, text)
        bare = []
        sign = -1 if match["sign"] == "-" and _stands_alone(text, match.start()) else 1
        start = match.start() if sign < 0 else match.start("digits")
        more = bool(match["more"] or match["more2"])
        unit = _PLAINER.get(unit, unit)
        thousandths = text.startswith(("千分点", "基点"), stop)
        if unit == "个" and not power and "." in match["digits"] and not thousandths:
            unit = "个百分点"  # 1.7个和0.9个百分点
        found.append(Spot(start, stop, value * sign, match["digits"], power + unit, open_end=more))
    return found


def _unit_behind(text: str, at: int) -> tuple[str, int]:
    """Return the unit behind digits, and where it ends."""
    begin = at + text.startswith(" ", at)
    unit = unit_at(text, begin)
    scaled = None if unit else SCALED_ONLY.at(text, begin)
    unit = scaled.text if scaled else unit
    return unit, begin + len(unit) if unit else at


def _stands_alone(text: str, start: int) -> bool:
    """Return whether a hyphen before digits is a minus sign (16-59岁 has none)."""
    before = text[start - 1] if start else " "
    return not (before.isascii() and before.isalnum()) and before not in "%)"


_PLAINER = {"个小时": "小时", "元人民币": "元", "人民币": "元"}


def _numerals(text: str) -> list[Spot]:
    """Find Chinese numerals with a unit: 二十米, 两万亿元, 百亿元; a single 三个 is prose."""
    found = []
    for match in _NUMERAL.finditer(text):
        digits, unit = match["digits"], unit_at(text, match.end())
        stop = match.end() + len(unit)
        value = chinese(digits)
        if value is None or (len(digits) < 2 and digits not in "百千万亿"):
            continue
        if not unit or text[match.start() - 1 : match.start()] in tuple("第前数几.0123456789"):
            continue
        if begins_a_word(unit, text, stop):
            continue
        scale = next((p for p in ("万亿", "亿", "万") if digits.endswith(p)), "")
        whole = chinese(digits.removesuffix(scale)) if digits != scale else 1
        if whole is None:
            whole, scale = value, ""
        loose = digits[0] in "百千万亿"
        found.append(
            Spot(
                match.start(), stop, Decimal(whole), digits, scale + unit,
                open_end=bool(match["more"]), loose=loose,
            )
        )  # fmt: skip
    return found


def _to_one(text: str) -> list[Spot]:
    """Find 2.15:1, the ratio of two numbers."""
    found = []
    for match in _TO_ONE.finditer(text):
        value = arabic(match["digits"])
        if value is not None:
            found.append(Spot(match.start(), match.end(), value, match["digits"], ":1"))
    return found


def _ranks(text: str) -> list[Spot]:
    found = []
    for match in _RANK.finditer(text):
        after = text[match.end() : match.end() + 1]
        said = text[max(0, match.start() - 14) : match.start()]
        said = re.split(r"[,;。\n]", said)[-1]
        printed = match["n"] or match["top"]
        value = number(printed) if printed else Decimal(1)
        if value is None or match.group() == "末位":
            continue
        noted = bool(match["m"] or match["t"]) or not printed
        closed = not is_letter(after) or after in "的且并和与、"
        if printed and not noted and not (closed and _RANKED.search(said)):
            continue
        if match["top"] and not _RANKED.search(said):
            continue
        if not printed and after in ("度", "先"):
            continue
        at, top = (match.start(), match.end()), bool(match["top"])
        found.append(Spot(*at, value, printed or "1", PLACE, "rank", top=top))
    return found


_DAY = pattern(r"\d ?[-/.月] ?\d{1,2}日? *$")


def _ratios(text: str) -> list[Spot]:
    found = []
    for match in _RATIO.finditer(text):
        if _is_clock(match.group(), text[max(0, match.start() - 12) : match.start()]):
            continue
        for part in _PART.finditer(match.group()):
            value = arabic(part["digits"])
            if value is not None:
                start = match.start() + part.start()
                end = match.start() + part.end()
                found.append(Spot(start, end, value, part["digits"], PERCENT, "ratio"))
    return found


def _is_clock(words: str, before: str) -> bool:
    """Return whether numbers are a time of day: 2022-04-21 16:20:00.

    >>> _is_clock("16:20:00", ""), _is_clock("16:20:31", "2022-04-21 "), _is_clock("16:20:64", "比为")
    (True, True, False)
    """
    parts = words.replace(" ", "").split(":")
    two = all(part.isdigit() and len(part) == 2 for part in parts)
    return two and (any(part[0] == "0" for part in parts) or _DAY.search(before) is not None)


def _multiples(text: str) -> list[Spot]:
    found = []
    for match in _MULTIPLE.finditer(text):
        if match["one"]:
            times = chinese(match["one"][0]) or 1
            start = match.start("one")
            found.append(Spot(start, match.end(), Decimal(times), match["one"], TIMES))
            continue
        power = chinese(match["times"]) if match["times"] else 1
        doubled = Decimal(2 ** (power or 1))
        found.append(Spot(match.start(), match.end(), doubled, match.group(), TIMES, "multiple"))
    return found


def _fractions(text: str) -> list[Spot]:
    found = []
    for match in _FRACTION.finditer(text):
        below, above = match["below"] or match["b"], match["above"] or match["a"]
        if match["b"] and not re.search(
            r"[占约近超达的在为]$",
            text[max(0, match.start() - 6) : match.start()].rstrip("全市省国县区"),
        ):
            continue
        top, bottom = number(above), number(below)
        if not top or not bottom:
            continue
        if match["below"] in _PARTS_OF:
            found.append(Spot(match.start(), match.end(), top, above, _PARTS_OF[below][0]))
        elif top < bottom:
            found.append(
                Spot(
                    match.start(), match.end(), top / bottom, match.group(), "fraction", "fraction"
                )
            )
    return found


def _streaks(text: str) -> list[Spot]:
    found = []
    for match in _STREAK.finditer(text):
        value = number(match["n"])
        if value:
            unit = match["unit"] if match["unit"] != "个年" else "年"
            found.append(Spot(match.start(), match.end(), value, match["n"], unit, "streak"))
    return found


def _indices(text: str) -> list[Spot]:
    found = []
    for match in _INDEX.finditer(text):
        value = arabic(match["digits"])
        if value is not None:
            at = (match.start("digits"), match.end())
            found.append(Spot(*at, value, match["digits"], "", "index"))
    return found


_HEADS = pattern(
    r"(?:人口|人数|(?P<homes>户数))(?:总数|数)?(?:为|达到?|是|共有?|有)?(?P<digits>\d{5,10})(?!\d|[.,]\d|[%‰]| ?[余多万亿个人户名年])",
    re.ASCII,
)


def _heads(text: str) -> list[Spot]:
    """Find heads that are counted without a unit: 常住人口2269487,."""
    found = []
    for match in _HEADS.finditer(text):
        value = arabic(match["digits"])
        if value is not None:
            unit = "户" if match["homes"] else "人"
            found.append(Spot(match.start("digits"), match.end(), value, match["digits"], unit))
    return found


def _decimals(text: str) -> list[Spot]:
    """Find ratios without any unit: 城乡居民收入比由2.22缩小为2.17."""
    found = []
    for named in _RATIO_OF.finditer(text):
        for match in _PLAIN_DECIMAL.finditer(text, named.start("rest"), named.end("rest")):
            value = arabic(match.group())
            if value is not None:
                found.append(Spot(match.start(), match.end(), value, match.group(), ""))
    return found


def _tenths(text: str) -> list[Spot]:
    found = []
    for match in _TENTHS.finditer(text):
        digit = match["n"] or match["n2"]
        if digit is None:
            found.append(Spot(match.start(), match.end(), Decimal(50), "一半", PERCENT))
            continue
        value = number(digit) or Decimal(0)
        if match["half"]:
            value += Decimal("0.5")
        found.append(Spot(match.start(), match.end(), value, digit, "成"))
    return found


_KINDS = (  # what a kind of number cannot be without, and how it is found; the first of two stays
    (("第", "前", "首"), _ranks),
    (("番", "倍"), _multiples),
    ((":",), _ratios),
    (("分之", "/"), _fractions),
    (("连续",), _streaks),
    (("成", "一半"), _tenths),
    (("",), _arabic),
    (("",), _numerals),
    (("指数",), _indices),
    ((":1", ": 1"), _to_one),
    (("比", "倍差", "收入差距", "基尼系数"), _decimals),
    (("人口", "人数", "户数"), _heads),
)
