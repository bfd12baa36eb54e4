"""Which column of a reader's own table a clause speaks of whose words are not the column's name.

`Wheat, production (t)` is “tonnes of wheat were harvested”: the words of both are held against one
another by their roots. What is named so is marked, for it rests on less (`judging/borne_out.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.english.measures import measure_of
from cpstats.claims.english.phrases import is_link, is_structure
from cpstats.claims.english.stems import is_weak, stem, words_of
from cpstats.claims.terms.families import EACH
from cpstats.claims.terms.indicated import SCALES, in_own_unit, same_base
from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent, is_points
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.gazetteer.china import is_code
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.spot import Spot

_BRACKETS = pattern(r"\([^()]*\)")
_BREAK = pattern(r"[,;:]|\b(?:and|while|whereas|against|versus|but)\b")
_EACH_AHEAD = pattern(  # per capita, Iceland emitted
    r"(?P<each>\b(?:on a |in )?per[- ](?:capita|head|person)(?: basis| terms)?),", re.IGNORECASE
)
_LETTERS = 3  # of initials that are not met by chance
_TELLING = 2  # words of a long name that are enough where nothing strange stands beside them
_ENOUGH = 3  # digits by which a number is told from another one
_HELD_AGAINST = ("compared", "against", "versus", "with", "than", "from", "up", "down")
_HALF = 0.5
_PART_OF = frozenset(map(stem, SECTIONS["english_part_of"]))
_AGED = pattern(r"\b(?:over|under|above|below|aged?|between|than) \d")  # population over 65
_SCALED = pattern(
    r"\((?!per\b)[^()]*(?:000|thous|million|billion|mln|mio|bn)[^()]*\)", re.IGNORECASE
)
_IT = ("share", "index", "median", "ratio", "price", "cost")  # takes up what was spoken of last


_SOME = ("people", "persons", "units", "children", "cases", "head", "items", "times")
OF_WHOLE = pattern(r" of (?:[\w']+ ){0,3}(?:GDP|total|economy)\b")


class Column(NamedTuple):
    """An own column: the roots that tell it from others, all that its name has, its plain name, its initials."""

    ident: str
    strong: frozenset[str]
    every: frozenset[str]
    name: str
    initials: str

    def is_called(self, text: str) -> bool:
        """Return whether a text has its whole name, or the initials of that: HDI."""
        return self.name in text.lower() or (
            len(self.initials) >= _LETTERS and self.initials in words_of(text)
        )


def columns(names: Lexicon) -> tuple[Column, ...]:
    """Return the columns of the reader's own tables by the roots of their names.

    One whose scale stands in a bracket that is no unit is left out: so many of what, nobody says.
    """
    return _columns(names.own_columns)


@lru_cache(maxsize=16)
def _columns(own: tuple[tuple[str, str, str], ...]) -> tuple[Column, ...]:
    made = []
    for ident, name, unit in own:
        if not unit and _SCALED.search(name):
            continue
        plain = _BRACKETS.sub(" ", name).strip()
        bare = [w for w in words_of(plain) if not is_link(w)]
        strong = frozenset(stem(w) for w in bare if not is_weak(w)) or frozenset(
            map(stem, words_of(plain))
        )
        every = frozenset(map(stem, words_of(name)))
        made.append(Column(ident, strong, every, plain.lower(), initials_of(plain)))
    return tuple(made)


def nearly(
    subject: Subject | None,
    prior: Subject | None,
    stretch: Stretch,
    place: str | None,
    memory: Memory,
    gazetteer: Gazetteer,
) -> Subject | None:
    """Return what a number is about: an own column where its words name no indicator that speaks of its place.

    Parameters
    ----------
    subject, prior : Subject or None
        What its words are taken for so far, and what the number before was about.
    place : str or None
        Where it holds; figures of China's places are called as the catalogue calls them.
    """
    if stretch.status != "claim" or stretch.listed or not columns(memory.names):
        return subject
    if _is_of_some(subject, stretch.after, memory.names):
        return Subject(subject.surface) if subject else None
    behind = gazetteer.without_places(stretch.behind)
    if _is_settled(subject, stretch, place, memory.names, behind):
        return subject
    head = gazetteer.without_places(stretch.head)
    measure = measure_of(stretch.spot, head, stretch.after, None)
    first = memory.carried.last is None
    known = memory.names.indicators.get((subject and subject.indicator) or "")
    others = known.names if known is not None and known.theme != OWN else ()
    built_in = " ".join(name for name in others if name.isascii())
    if OF_WHOLE.match(stretch.after) and not _named(
        head, "", stretch.spot, measure, memory.names, first=first, called=built_in
    ):
        return subject  # from 6% of GDP to 3%: GDP is what it is a share of
    found = _named(head, behind, stretch.spot, measure, memory.names, first=first, called=built_in)
    if (
        found is None
        and known is None
        and prior is not None
        and prior.near
        and _goes_on(_last_said(head), prior, memory.names)
    ):
        found = prior
    if found is not None:
        memory.carried.subject = found
    return found or subject


def _is_of_some(subject: Subject | None, after: str, names: Lexicon) -> bool:
    """Return whether words behind a number pick some of whom an own column counts: of rural people."""
    picked = _PART_OF & {*map(stem, words_of(_BREAK.split(after)[0]))}
    column = next((c for c in columns(names) if subject and c.ident == subject.indicator), None)
    return column is not None and bool(picked - column.every)


def _is_settled(
    subject: Subject | None, stretch: Stretch, place: str | None, names: Lexicon, behind: str
) -> bool:
    """Return whether the words name an indicator that may speak of the place."""
    known = names.indicators.get((subject and subject.indicator) or "")
    if subject is None or known is None or subject.near:
        return False
    clause = _BREAK.split(stretch.head)[-1] + stretch.behind
    own = known.theme == OWN or bool(names.families.of(subject.indicator))
    telling = [
        w
        for w in words_of(_BREAK.split(stretch.head)[-1] + _BREAK.split(behind)[0])
        if not (is_structure(w) or is_weak(w) or w in _HELD_AGAINST)
    ]
    on = stretch.against and not telling  # compared with 37,900 euros in
    own = own and (subject.surface in clause or not words_of(clause) or on)
    return own or (known.theme != OWN and (place is None or is_code(place)))


def _last_said(head: str) -> str:
    """Return the last piece of some words that says anything: of “Jobless rate:” what stands before the colon.

    >>> _last_said("Jobless rate: ")
    'Jobless rate'
    """
    return next((piece for piece in reversed(_BREAK.split(head)) if words_of(piece)), "")


def _goes_on(head: str, prior: Subject, names: Lexicon) -> bool:
    """Return whether words say no more than what was spoken of last: 754,525 cows, a fall of; its share had been."""
    words = [w for w in words_of(head) if not is_structure(w) and w.lower() not in _IT]
    known = next((c.every for c in columns(names) if c.ident == prior.indicator), frozenset())
    return all(is_weak(word) or stem(word) in known for word in words)


def _named(
    before: str,
    behind: str,
    spot: Spot,
    measure: Measure,
    names: Lexicon,
    *,
    first: bool,
    called: str,
) -> Subject | None:
    """Return the one own column that the words around a number speak of, None where none or several do.

    Parameters
    ----------
    before, behind : str
        The words of its clause, places and times blanked.
    spot : Spot
        The number: a few digits need a better name than many.
    measure : Measure
        What it is of its column as far as its own words say.
    first : bool
        Whether it is the first of its sentence, so that all words before it are its own.
    called : str
        What the catalogue calls the indicator that the words name, of which there are no such figures.
    """
    parts = _BREAK.split(_EACH_AHEAD.sub(r"\g<each>  ", before))
    noun = "" if is_percent(spot.unit) or is_points(spot.unit) else spot.unit
    after = f"{noun} {_BREAK.split(behind)[0]}"
    ends = (parts[-1:], parts) if first or len(parts) == 1 else (parts[-1:],)
    for some in ends:
        if found := _best(f"{' , '.join(some)} {after} {called}", spot, measure, names):
            column, matched = found
            own = [p for p in some if matched & {*map(stem, words_of(p))}]
            words = words_of(" ".join([*own, after]))
            unit = words_of(spot.unit) if names.indicators[column.ident].unit else []
            telling = (
                w for w in words if not (is_weak(w) or is_structure(w) or w == column.initials)
            )
            strange = [w for w in telling if stem(w) not in column.every and w not in unit]
            strange += _AGED.findall(f"{before}|{behind}")
            whole = matched == column.strong and not strange
            half = len(matched) >= _HALF * len(column.strong) and not strange
            some_words = len(matched) >= _TELLING and not strange
            if not (half or some_words or _digits(spot) >= _ENOUGH) or _PART_OF & {
                *map(stem, strange)
            }:
                return None
            surface = next((w for w in words if stem(w) in matched), column.name)
            return Subject(
                surface, column.ident, "wholly" if whole else "partly" if half else "loosely"
            )
    return None


def _best(
    text: str, spot: Spot, measure: Measure, names: Lexicon
) -> tuple[Column, frozenset[str]] | None:
    roots = frozenset(map(stem, words_of(text)))
    scored = []
    for column in columns(names):
        called = column.is_called(text)
        matched = column.strong if called else column.strong & roots
        telling = called or any(not is_weak(root) for root in matched)
        same = _is_so_for_each(column, text, names)
        if matched and telling and same and _fits(column, spot, measure, names):
            score = (len(matched), len(matched) / len(column.strong), len(column.every & roots))
            scored.append((score, column, matched))
    scored.sort(key=lambda one: one[0], reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1], scored[0][2]


def _is_so_for_each(column: Column, text: str, names: Lexicon) -> bool:
    """Return whether words speak of a head where the column is for each, of two that a table has."""
    known, each = names.families, column.ident in names.families.each
    both = {
        one in known.each for one in known.of(column.ident) if names.indicators[one].theme == OWN
    }
    return len(both) == 1 or each == (EACH.search(text) is not None)


def _fits(column: Column, spot: Spot, measure: Measure, names: Lexicon) -> bool:
    """Return whether a number can be of a column by its unit."""
    unit = names.indicators[column.ident].unit
    rate = is_rate(unit)
    if is_percent(spot.unit):
        return not rate if measure.name in GROWTHS else rate and measure.name == "share"
    if is_points(spot.unit):
        return False  # of what change, its words seldom say
    if rate or measure.name not in ("level", "change", "index"):
        return False
    if names.counts(column.ident):
        return _is_counted_so(spot.unit, column.every)
    return same_base(spot.unit, unit) or in_own_unit(spot.unit, unit) != spot.unit


def _is_counted_so(unit: str, roots: frozenset[str]) -> bool:
    """Return whether what a number counts is what a column counts: 9,100 homes, 2 million."""
    noun = unit.rpartition(" ")[2]
    return noun in (*SCALES, *_SOME) or stem(noun) in roots


def initials_of(name: str) -> str:
    """Return the capital initials of a name, without those of short links.

    >>> initials_of("Human development index"), initials_of("Index of Local Comfort")
    ('HDI', 'ILC')
    """
    words = (w for w in words_of(name) if len(w) >= _LETTERS + 1 or w[0].isupper())
    return "".join(word[0].upper() for word in words)


def _digits(spot: Spot) -> int:
    """Return how many digits tell a number from others: 3 of 56.0, 2 of 5,600."""
    digits = "".join(sign for sign in spot.value_text if sign.isdigit()).lstrip("0")
    return len(digits if "." in spot.value_text else digits.rstrip("0"))
