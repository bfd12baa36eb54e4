"""A statement as an English release words it: up by 1.5 percent year on year at constant prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.sentences.moment import moment_of
from cpstats.answers.sentences.sentence_zh import points
from cpstats.model.amount import english, things
from cpstats.model.period import Freq
from cpstats.model.quantity import half_up

if TYPE_CHECKING:
    from cpstats.answers.sentences.statement import Statement
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period

BOUND = {"": "", "lower": "over ", "upper": "less than ", "approx": "about "}
CHAINED = {
    "chained": " (chained from the published annual rates)",
    "geometric": " (from levels of one release)",
}
REACHED = {"milestone": "exceeded", "total": "totaled", "maximum": "was at most"}
_ORDINAL = ("first", "second", "third", "fourth")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_AT = {
    "start": "At the start of",
    "middle": "In the middle of",
    "end": "At the end of",
    "census": "On the census day of",
}
_INSIDE = 2  # letters that tell GDP and R&D from a word that a sentence writes small


def sentence(said: Statement) -> str:
    """Return the sentence, without a word about what is lacking."""
    pair = said.pair
    subject = f"{_of(pair.in_prose(pair.area).en)} {name(pair.indicator.name.en)}"
    when = _when(said)
    if said.level is not None and said.level.measure == "level" and things(said.level):
        subject = (
            f"{pair.in_prose(pair.area).en} had {amount(said.level)} {name(pair.indicator.name.en)}"
        )
    if said.level is not None and said.level.measure in REACHED:
        return f"{when}, {subject} {_reached(said.level)}."
    parts = [*_level(said), *_growth(said), *_share(said)]
    beside = ""
    if said.beside is not None:
        theirs = f"{_of(pair.in_prose(pair.other).en)} {name(pair.indicator.name.en)}"
        beside = f"; {theirs} was {amount(said.beside)}"
    return f"{when}, {subject}{''.join(parts)}{beside}."


def name(text: str) -> str:
    """Return the name of an indicator inside a sentence.

    >>> name("Gross domestic product"), name("GDP per capita")
    ('gross domestic product', 'GDP per capita')
    >>> name("Per capita disposable income, urban")
    'urban per capita disposable income'
    """
    head, comma, kind = text.partition(", ")
    first = head.partition(" ")[0]
    small = head if sum(c.isupper() for c in first) >= _INSIDE else head[:1].lower() + head[1:]
    return f"{kind} {small}" if comma else small


def amount(figure: Figure) -> str:
    """Return a level with its bound."""
    return f"{BOUND[figure.bound]}{english(figure)}"


def _when(said: Statement) -> str:
    period = said.period
    if period.freq is Freq.SPAN:
        named = said.pair.figures.catalogue.spans.called((period.first_year, period.year))
        if named is not None:
            return f"During the {named.en} period"
        if said.level is None:  # an average: the base is no year of growth
            base = period.first_year - 1
            return f"Over {period.first_year}–{period.year} (base {base})"
        return f"From {period.first_year} to {period.year}"
    if moment := moment_of(said, "en"):
        return f"{_AT[moment]} {period.year}"
    return f"In {_part(period)}{period.year}" if period.freq is not Freq.YTD else _until(period)


def _part(period: Period) -> str:
    match period.freq:
        case Freq.HALF:
            return f"the {_ORDINAL[period.sub - 1]} half of "
        case Freq.QUARTER:
            return f"the {_ORDINAL[period.sub - 1]} quarter of "
        case Freq.MONTH:
            return f"{_MONTHS[period.sub - 1]} "
    return ""


def _until(period: Period) -> str:
    return f"From January to {_MONTHS[period.sub - 1]} {period.year}"


def _level(said: Statement) -> list[str]:
    level, part = said.level, said.part
    if level is None:
        return []
    if said.pair.indicator.kind == "rank":
        return [f" was {half_up(level.value or 0, 0)}"]
    parts = [] if things(level) else [f" was {amount(level)}"]
    if part is not None and part.measure != "share":
        parts.append(f", {_apart(part, said, part.decimals)}")
    return parts


def _share(said: Statement) -> list[str]:
    part = said.part
    if part is None or part.measure != "share":
        return []
    word = "and accounted" if said.growth is not None else "accounting"
    number = half_up(part.value or 0, part.decimals)
    return [f", {word} for {number} percent of that of {_other(said)}"]


def _growth(said: Statement) -> list[str]:
    growth, gap = said.growth, said.gap
    if growth is None:
        return [] if gap is None else [f" grew {_apart(gap, said, gap.decimals, faster=True)}"]
    average = growth.measure == "average_growth"
    decimals = 1 if growth.formula is not None else growth.decimals
    parts = [_moved(growth, decimals, verb=said.level is None)]
    parts += [" per year on average" if average else " year on year", _basis(said, growth)]
    if average:
        parts.append(CHAINED.get(growth.method, ""))
    if gap is not None:
        of_levels = average or any(f.formula is not None for f in gap.inputs)
        parts.append(f", {_apart(gap, said, 1 if of_levels else gap.decimals)}")
    return parts


def _moved(growth: Figure, decimals: int, *, verb: bool) -> str:
    value = growth.value or 0.0
    number = half_up(abs(value), decimals)
    if not number.strip("0."):
        return " was unchanged" if verb else ", unchanged"
    up, down = (" grew by", " fell by") if verb else (", up by", ", down by")
    return f"{down if value < 0 else up} {BOUND[growth.bound]}{number} percent"


def _basis(said: Statement, growth: Figure) -> str:
    """Return what is said of the price basis: always where it is not the indicator's own."""
    default = said.pair.indicator.growth_basis
    if growth.assumed:
        return ""
    if growth.price_basis != default:
        said_so = {"constant": " in real terms", "current": " in nominal terms"}
        return said_so.get(growth.price_basis, "")
    if growth.measure == "average_growth":
        return ""
    return {"constant": " at constant prices", "scope": " on a comparable scope"}.get(default, "")


def _other(said: Statement) -> str:
    return said.pair.in_prose(said.pair.other).en


def _of(place: str) -> str:
    """Return a name as an owner: Beijing's, the Netherlands'."""
    return f"{place}'" if place.endswith("s") else f"{place}'s"


def _apart(gap: Figure, said: Statement, decimals: int, *, faster: bool = False) -> str:
    """Return how far the place lies above or below the benchmark, in points."""
    theirs = _other(said) if faster else f"that of {_other(said)}"
    if gap.touches_zero:
        return f"on a par with {theirs}" + ("" if gap.value == 0 else " within rounding")
    words = ("faster", "slower") if faster else ("higher", "lower")
    word = words[0] if (gap.value or 0) > 0 else words[1]
    return f"{points(gap, decimals)} percentage points {word} than {theirs}"


def _reached(level: Figure) -> str:
    if level.measure == "milestone" and level.bound == "upper":
        return f"fell below {english(level)}"
    if level.measure == "milestone":
        return f"{REACHED['milestone'] if level.bound else 'reached'} {english(level)}"
    return f"{REACHED[level.measure]} {amount(level)}"
