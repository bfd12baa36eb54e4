"""What the names of several files say of their tables: city_Graz.csv and city_Linz.csv are of Graz and Linz, perhaps."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.hints import ANY, SHEET
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.outside import GENERAL, OF_WHAT
from cpstats.store.sheet import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.inquiry import Way

YEAR = re.compile(r"(?:19|20)\d\d")
WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’_-])*")
IN_A_WORD = re.compile(r"[^\W\d_]+$|\d+$")
PERIOD_BEFORE = re.compile(r"(?:19|20)\d\d[-_. ]?[QMTHqmth]?$")


def from_names(asked: QuestionError, names: Sequence[str]) -> QuestionError:
    """Return a question with one more answer, if the names of the files differ in such a thing as is asked for."""
    ways = _each_its_own(asked.ways, names, ANY)
    more = QuestionError(asked.what, where=asked.where, mend=asked.mend or NOTHING, ways=ways)
    more.of_all = asked.of_all
    return more


def from_sheets(ways: Sequence[Way], names: Sequence[str]) -> list[Way]:
    """Return the answers to a question, and before them that the names of the sheets say it, each of its own."""
    return _each_its_own(ways, names, SHEET)


def _each_its_own(ways: Sequence[Way], names: Sequence[str], sign: str) -> list[Way]:
    """Return answers with one before them that a `sign` stands for what the names do not share.

    One year for all is no answer where each has another in its name.
    """
    wanted = [word for way in ways for word in way.texts]
    dated = form_of_periods([name for name in names if YEAR.search(name)])
    if "period" in wanted and dated:
        others = [way for way in ways if "period" not in way.texts]
        return [says("when", "period", dated.replace(ANY, sign)), *others]
    form, places = form_of(names)
    named = all(WORDS.fullmatch(t) and not GENERAL.fullmatch(t) for t in places)
    named = named and not any(role_of(word) for text in places for word in (text, *text.split()))
    named = named and not any(map(_is_of_a_class, places))  # T, M, F; Age, Sex
    if "place" in wanted and form and named and not any(map(OF_WHAT.search, places)):
        return [says("area", "place", form.replace(ANY, sign)), *ways]
    return [*ways]


def _is_of_a_class(text: str) -> bool:
    """Whether what names of sheets do not share is a letter, or a word for classes or one of them.

    >>> [_is_of_a_class(text) for text in ("T", "Edad", "Hombres", "Género", "Graz")]
    [True, True, True, True, False]
    """
    words = text.strip(" -_.").split() or [""]
    return len(text.strip()) < 2 or is_class(text) or any(role_of(w) == "name" for w in words)


def form_of_periods(names: Sequence[str]) -> str:
    """Return what names of files or sheets share, with `{}` for the period of each; empty where they have none.

    >>> form_of_periods(["rent_2021Q1.csv", "rent_2021Q2.csv"]), form_of_periods(["huts 2021-01", "huts 2021-02"])
    ('rent_{}', 'huts {}')
    >>> form_of_periods(["huts_2021_a", "huts_2021_b"]), form_of_periods(["FY2019 (Rs)", "FY2020 (Rs)"])
    ('', 'FY{} (Rs)')
    """
    form, differing = form_of(names)
    if form and not all(map(period_of, differing)):  # all of one year: it stands before the months
        before, _, behind = form.partition(ANY)
        shared = PERIOD_BEFORE.search(before)
        lead = shared[0] if shared else ""
        form, differing = (
            f"{before.removesuffix(lead)}{ANY}{behind}",
            [f"{lead}{text}" for text in differing],
        )
    return form if form and all(map(period_of, differing)) else ""


def form_of(names: Sequence[str]) -> tuple[str, list[str]]:
    """Return what the names of files share, with `{}` for what they do not, and what that is in each.

    >>> form_of(["a/city_Graz.csv", "a/city_Granada.csv"]), form_of(["x2019_en.csv", "x2021_en.csv"])
    (('city_{}', ['Graz', 'Granada']), ('x{}_en', ['2019', '2021']))
    >>> form_of(["Graz.csv"]), form_of(["a/Graz.csv", "b/Graz.csv"])
    (('', []), ('', []))
    """
    stems = [Path(name).name.partition(".")[0] for name in names]
    if len({*stems}) < len(stems) or len(stems) < 2:
        return "", []
    before = IN_A_WORD.sub("", _shared(stems))
    rest = [stem[len(before) :] for stem in stems]
    behind = IN_A_WORD.sub("", _shared([text[::-1] for text in rest]))[::-1]
    return f"{before}{ANY}{behind}", [text.removesuffix(behind) for text in rest]


def _shared(texts: Sequence[str]) -> str:
    """Return with what texts begin alike."""
    return "".join(
        signs[0] for signs in takewhile(lambda s: len({*s}) == 1, zip(*texts, strict=False))
    )
