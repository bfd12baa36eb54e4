"""Units as tables of other languages write them, in English: milliers d'euros, тыс. человек, i tusental.

The words stand in `unit_words.csv`. Only tables ask here: behind a number of a sentence, `bin` and
`miles` are words of their own.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.model.unit_table import table
from cpstats.store.recognising.place_names import CODE, is_country_code

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).with_name("unit_words.csv")
WORD = pattern(r"€|[^\s.,/'’€]+\.?|[/]")
# at the prices of its year, as money is where nothing is said: pesos corrientes
CURRENT = pattern(r"(?<=\w) (?:corrientes|courants?|courantes|correntes|correnti)$", re.IGNORECASE)
LONGEST = 60  # signs of a unit
WORDS_TOO = ("ALL", "TOP")  # lek and pa'anga, or all items and the top ten
OF_PLACES = "村市县区州省旗镇乡站"  # words that count places stand behind their names too
MEASURES = ("money", "mass", "area", "energy")  # kinds of units
OF = " of"  # behind a word that is a number only before what it counts: miles de euros


OF_GAS = pattern(  # Mt CO2-eq, kg of CO₂e
    r"(?P<mass>[^\d]{1,30}?)(?: of)? (?:CO ?[2₂]|carbon dioxide|GHG)[ -]?(?:e|eq\.?|equiv(?:alents?)?\.?)?$",
    re.IGNORECASE,
)
POWER = pattern(r"(?:x )?1(?:[ .,']?000){1,3}(?:-tal)?")
SEASONAL = pattern(  # Thousands (seasonally adjusted)
    r"(?i),? ?\(?(?:not |non-?|un)?(?:seasonally|calendar)[ -]?(?:and calendar )?(?:un)?adjusted\)?$"
)
SCALES = ("thousand", "million", "billion", "trillion")
SIGN = 3  # letters of a sign for money
MOST = 5  # words of a unit at an end of a name
AT_PRICES = pattern(r"\b(?:current|constant|nominal|real) (?=[A-Z$€£¥])")
AT_ALL = pattern(
    r",? \(?(?:FOB|CIF|f\.o\.b\.?|c\.i\.f\.?)\)?$|,? at (?:current|constant) .*|(?: constantes)? de (?:19|20)\d\d(?=\)?$)"
)
MONEY_BEHIND = pattern(
    r"(?:,|\bin) (?P<unit>(?:[A-Z]{2,4}|[A-Z]{0,2}\$)['’ ]?(?:thousands?|millions?|billions?|trillions?|mn|bn)|[A-Z]{1,3}['’](?:000s?|thousands?|millions?|billions?))$"
)
GENERAL = ("item", "piece", "set", "case", "copy")  # whatever is counted
PARTIAL = frozenset(["in", "en", "em", "of", "de", "d'"])
# before a scale that is no unit: births per thousand, over a million
COUNTS = frozenset(
    [
        "per",
        "pro",
        "par",
        "por",
        "à",
        "na",
        "на",
        "over",
        "above",
        "than",
        "under",
        "below",
        "a",
        "one",
        "half",
        "every",
        *("ten", "hundred", "zehn", "hundert", "dix", "diez", "dez", "dieci", "десять"),
    ]
)
LENGTH = pattern(  # of what metres are counted
    r"height|altitude|elevation|length|depth|distance|width|level|höhe|länge|tiefe|hauteur|longueur|altura|altitud|longitud|profund|"
    r"comprimento|lunghezza|altezza|quota|hoogte|wysokość|výška|высота|длина|yükseklik|rakım|tinggi|độ cao|海拔|长|長|高|水位|深",
    re.IGNORECASE,
)
NO_PERSONS = pattern(  # what is no number of persons: behind it in brackets stands of whom
    r"expectancy|lebenserwartung|espérance|esperan[zç]a|\b(?:rates?|ratios?|(?:median|average|mean) age)\b",
    re.IGNORECASE,
)
OF_SHARES = pattern(  # a title, and no unit alone
    r"(?:share|percentage|proportion) of .{1,200}?(?:\(%\)| by | in the )", re.IGNORECASE
)
SHARE = pattern(
    r"(?i:(?:en |in |em |w |в )?(?:%|porcentaje|porcentagem|pourcentage|percentuale|procent)) (?:du|de la|des|de los|de las|del|della|delle|dei|degli|de|do|da|dos|das|der|vom|van de|van|av|af|от|к) (?P<whole>\S.{0,50})"
)

# a sign or a word that is not known with one of scale: R bn, million bushels
SCALED = pattern(
    r"(?:in )?(?:"
    r"(?!(?i:per|total|all|in)\b)(?:[A-Z][A-Za-z]{0,4}[.¢$]? |[^\w\s().,;:%‰/<>=*#+-]{1,2} ?)"
    r"(?i:m|k|bn|mn|tn|billions?|millions?|trillions?|mln|thousands?|crores?|lakhs?|['’]?000s?)"
    r"|[A-Z]{1,3}(?:m|[bmt]n|['’]000s?|['’](?i:thousands?|millions?|billions?))"
    r"|(?i:thousands?|[mb]illions?|mio\.?|mrd\.?|mln|млн\.?|тыс\.?|tys\.?|millones|milhões|milliers|lakhs?|crores?|['’]000) "
    r"(?i:of |de |d['’])?[^\W\d_][^\d(),;:]{1,24})"
)


def is_scaled(text: str) -> bool:
    """Whether a text is a scale and something that is not known: it is a unit, carried as it is printed.

    >>> is_scaled("R bn"), is_scaled("million bushels"), is_scaled("Rm"), is_scaled("per thousand"), is_scaled("farm")
    (True, True, True, False, False)
    """
    return (SCALED.fullmatch(text) is not None or _is_scale_first(text)) and not is_unit(text)


def _is_scale_first(text: str) -> bool:
    """Whether a word of scale of another language stands before one or two words.

    >>> _is_scale_first("مليار جنيه"), _is_scale_first("mil hombres"), _is_scale_first("thousand people")
    (True, True, False)
    """
    scale, *words = text.split() or [""]
    named = all(word.replace(".", "").isalpha() for word in words)
    known = _words().get(scale.casefold(), "").removesuffix(OF)
    return 0 < len(words) < MOST - 1 and named and known in SCALES


def is_scale_word(text: str) -> bool:
    """Whether a text is a word, in any language, or a number that counts thousands or more of something.

    >>> [is_scale_word(t) for t in ("miles", "тыс.", "1 000", "Mio.", "EUR", "2015", "kt")]
    [True, True, True, True, False, False, False]
    """
    return (
        POWER.fullmatch(text) is not None
        or (not is_unit(text) and is_unit(f"{text} EUR"))
        or (Unit.of(in_english(text)).power > 0 and not Unit.of(in_english(text)).root)
    )


def scaled_at_an_end(name: str) -> str:
    """Return the unit with a scale that a name ends or begins with, after no sign; empty where it has none.

    Of all units that fit the one with the most words.

    >>> scaled_at_an_end("Exports Mio. EUR"), scaled_at_an_end("Exports in millions of current US dollars")
    ('Mio. EUR', 'millions of US dollars')
    >>> scaled_at_an_end("Loans, K'million"), scaled_at_an_end("Loans, R'000")
    ("K'million", "R'000")
    >>> scaled_at_an_end("Loans, JD million"), scaled_at_an_end("Rents in N$ billion at current prices"), scaled_at_an_end("GDP million")
    ('JD million', 'N$ billion', 'million')
    >>> scaled_at_an_end("Thousands of persons employed"), scaled_at_an_end("Births per thousand"), scaled_at_an_end("Million")
    ('Thousands of persons', '', '')
    >>> scaled_at_an_end("Nurses per Ten Thousand People"), scaled_at_an_end("Nurses ten thousand persons")
    ('', 'ten thousand persons')
    """
    if money := MONEY_BEHIND.search(AT_ALL.sub("", name)):  # Loans, JD million
        return money["unit"]
    words = AT_PRICES.sub("", AT_ALL.sub("", name)).split()
    named = words and words[0].casefold() not in PARTIAL  # In EUR million: of what, is not said
    return next(filter(_has_scale, _ends_of(words)), "") if named else ""


def _ends_of(words: list[str]) -> Iterator[str]:
    """Yield the last words and the first ones, the most first, where they may be a unit of what the others name."""
    for n in range(min(MOST, len(words) - 1), 0, -1):
        before = words[-n - 1].casefold()
        counted = before in COUNTS or (before[-1:].isdigit() and len(before) != len("2015"))
        for piece in ([] if counted else words[-n:], words[:n] if n > 1 else []):
            if piece and not {piece[0].casefold(), piece[-1].casefold()} & PARTIAL:
                yield " ".join(piece).strip("()[],;:-– ")


def _has_scale(text: str) -> bool:
    return not text[:1].isdigit() and Unit.of(in_english(text)).power != 0 and is_unit(text)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {word.casefold(): row["english"] for row in rows for word in row["words"].split("|")}


def is_classifier(text: str) -> bool:
    """Whether a text is a Chinese word that counts things, and names nothing where it stands in brackets: 企业(间).

    >>> is_classifier("间"), is_classifier("(口)"), is_classifier("村"), is_classifier("万口")
    (True, True, False, False)
    """
    bare = text.strip("()")
    return len(bare) == 1 and bare in table().classifiers and bare not in OF_PLACES


def in_english_scale(word: str) -> str:
    """Return the English word of a scale in another language; any other word as it is.

    >>> in_english_scale("milliards"), in_english_scale("miles"), in_english_scale("tonnes")
    ('billion', 'thousand', 'tonnes')
    """
    return _words().get(word, word).removesuffix(OF)


def is_unit(text: str) -> bool:
    """Whether a text is a unit that is known, in any of the languages; not the code of a currency that is a word alone.

    A mass of greenhouse gases is one.

    >>> is_unit("ALL"), is_unit("million ALL"), is_unit("PEN")
    (False, True, True)
    >>> [is_unit(t) for t in ("kt", "Mt CO2-eq", "million tonnes of CO2 equivalent", "Energy CO2")]
    [True, True, True, False]
    """
    if text in ("", *WORDS_TOO):
        return False
    counts = text.startswith("(") and is_classifier(text)
    known = counts or Unit.is_known(text) or ((gas := of_mass(text)) != text and Unit.is_known(gas))
    return known or in_english(text) != text


def of_mass(text: str) -> str:
    """Return the mass in which greenhouse gases are counted; any other text as it is: Mt CO2-eq."""
    gas = OF_GAS.match(text)
    return gas["mass"].strip() if gas else text


def without_power(text: str) -> str:
    """Return thousand or million where a text is a bare power of ten, and any other as it is.

    >>> without_power("1 000"), without_power("1.000.000"), without_power("1000 t"), without_power("kt")
    ('thousand', 'million', '1000 t', 'kt')
    """
    zeros = sum(sign == "0" for sign in text) if POWER.fullmatch(text) else 0
    return {3: "thousand", 6: "million", 9: "billion"}.get(zeros, text)


def is_unit_below(text: str) -> bool:
    """Whether a label is the unit of one above it, and no thing that is counted: kt, %, 1 000.

    >>> is_unit_below("kt"), is_unit_below("1 000"), is_unit_below("1.000"), is_unit_below("Tea"), is_unit_below("1000 t")
    (True, True, True, False, True)
    """
    return POWER.fullmatch(text) is not None or (is_unit(text) and not is_thing(text))


def is_measure(text: str) -> bool:
    """Whether a text is a unit that nothing is named by: money, a mass, an area, anything in thousands; not persons.

    A code of both a country and a currency, such as BEL, names the country.

    >>> is_measure("Mio. Euro"), is_measure("Hectares"), is_measure("thousand persons"), is_measure("Residents")
    (True, True, True, False)
    >>> is_measure("EUR"), is_measure("BEL")
    (True, False)
    """
    if "(" in text or not is_unit(text):  # Visitors (mln)
        return False
    if len(text) == CODE and text.isupper() and is_country_code(text):
        return False
    unit = Unit.of(in_english(of_mass(text.strip())))
    return unit.kind in MEASURES or unit.power != 0


def is_in_two(unit: str, sign: str, more: str) -> bool:
    """Whether a unit stands in brackets in two languages: (万吨 10000 tons), not (% of output), (% yoy), (人/km2)."""
    per = "/" in sign and is_unit(f"{unit}/{more}")
    return (
        is_unit(unit)
        and not per
        and (any("\u4e00" <= c <= "\u9fff" for c in unit) or is_unit(more))
    )


def is_of_whom(name: str, text: str) -> bool:
    """Whether persons in brackets behind a name are those that it is of, not its unit.

    >>> is_of_whom("Life Expectancy", "Residents"), is_of_whom("Population", "Residents"), is_of_whom("Jobless rate", "%")
    (True, False, False)
    """
    return Unit.of(text).kind == "people" and NO_PERSONS.search(name) is not None


def is_thing(text: str) -> bool:
    """Whether a unit is a word for things, written as a name is: it may be one as well.

    >>> is_thing("Buildings"), is_thing("buildings"), is_thing("Number"), is_thing("Pieces"), is_thing("Hectares")
    (True, False, False, False, False)
    """
    unit = Unit.of(text)
    named = text[:1].isupper() and text.casefold() in (unit.one, unit.many)
    return named and unit.kind == "count" and unit.one not in GENERAL


def unit_alone(text: str) -> str:
    """Return the unit that a line says of all figures below it: words, or one by which nothing is named; nothing else.

    That they are adjusted it may say as well: Thousands (seasonally adjusted).

    >>> unit_alone("million EUR"), unit_alone("Dollar"), unit_alone("Households"), unit_alone("Tin")
    ('million EUR', 'Dollar', '', '')
    >>> unit_alone("Percentage of GDP"), unit_alone("Share of flats (%) in the town of Oslo")
    ('Percentage of GDP', '')
    """
    text = SEASONAL.sub("", text)
    if OF_SHARES.match(text):
        return ""
    return text if is_measure(text) or (" " in text and is_unit_behind(text)) else ""


def is_unit_behind(text: str) -> bool:
    """Whether what stands behind a comma, or alone, is a unit: also money by a sign that is not known, in a scale.

    >>> [is_unit_behind(t) for t in ("kt", "R million", "Nu. bn", "Rates million", "1 000", "MD Area")]
    [True, True, True, False, True, False]
    """
    first = text.partition(" ")[0].rstrip(".")
    capitals = len(first) > 1 and first.isupper() and is_scaled(f"{first} ABC")  # of a state
    short = len(first) <= SIGN and text[:1].isupper() and not capitals
    return (
        is_unit(text) or bool(POWER.fullmatch(text)) or (short and " " in text and is_scaled(text))
    )


@lru_cache(maxsize=4096)
def in_english(text: str) -> str:
    """Return a unit in English words, where only those of another language say it; else as it is.

    >>> in_english("milliers d'euros"), in_english("тыс. человек"), in_english("w tys.")
    ('thousand euro', 'thousand persons', 'thousand')
    >>> in_english("miles de toneladas"), in_english("miles"), in_english("Mio. EUR"), in_english("Bordeaux")
    ('thousand tonnes', 'miles', 'Mio. EUR', 'Bordeaux')
    >>> in_english("Md€"), in_english("x 1 000")
    ('billion €', 'thousand')
    >>> in_english("% du PIB"), in_english("% от рабочей силы"), in_english("porcentaje del PIB")
    ('% of PIB', '% of рабочей силы', '% of PIB')
    """
    code = len(text) < CODE and text.isascii() and text.isupper()  # KR is no krone
    if len(text) > LONGEST or not any(c.isalpha() for c in text) or Unit.is_known(text) or code:
        return text
    if POWER.fullmatch(text):
        return "million" if text.count("000") > 1 else "thousand"
    if share := SHARE.fullmatch(text):
        return f"% of {share['whole']}"
    if again := _said_again(text) or _at_current_prices(text):
        return again
    found = [*_translated(WORD.findall(unicodedata.normalize("NFC", text)))]
    if len(found) > 1 and found[-1].endswith(OF):  # R$ mil, of which the money stands before
        found[-1] = found[-1].removesuffix(OF)
    if not found or not found[-1] or found[-1].endswith(OF):
        return text
    made = " ".join(word.removesuffix(OF) for word in found if word).replace(" / ", "/")
    return made if made and Unit.is_known(made) else text


def _at_current_prices(text: str) -> str:
    """Return the known unit of money at the prices of its year; empty where that is not said.

    >>> _at_current_prices("millones de euros corrientes"), _at_current_prices("EUR")
    ('million euro', '')
    """
    rest = CURRENT.sub("", text)
    known = in_english(rest) if rest != text else ""
    return known if known and Unit.is_known(known) else ""


def _said_again(text: str) -> str:
    """Return the unit that both sides of a stroke name, each in a language; empty where they name two: t/ha.

    >>> _said_again("тис. осіб/thousands of persons"), _said_again("t/ha")
    ('thousand persons', '')
    """
    first, stroke, second = text.partition("/")
    if not stroke or "/" in second:
        return ""
    sides = [in_english(side.strip()) for side in (first, second)]
    if not all(map(Unit.is_known, sides)):
        return ""
    one, two = map(Unit.of, sides)
    return sides[0] if (one.root, one.power, one.per) == (two.root, two.power, two.per) else ""


def _translated(words: list[str]) -> Iterator[str]:
    """Yield words in English, two at once where they are one name; those nobody knows as they are."""
    known = _words()
    at = 0
    while at < len(words):
        low = words[at].casefold()
        both = known.get(f"{low} {words[at + 1].casefold()}") if at + 1 < len(words) else None
        short = known.get(low.rstrip("."), "")  # mil. is a million, mil a thousand
        english = known.get(low, None if short.endswith(OF) else short or None)
        yield words[at] if both is None and english is None else both or english or ""
        at += 1 if both is None else 2
