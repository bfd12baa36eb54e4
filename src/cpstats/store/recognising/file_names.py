"""What the names of several files say of their tables: city_Graz.csv and city_Linz.csv are of Graz and Linz, perhaps."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.store.hints import ANY, SHEET
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.outside import GENERAL, are_subjects
from cpstats.store.sheet import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.inquiry import Way

YEAR = re.compile(r"(?:19|20)\d\d")
WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’_-])*")
IN_A_WORD = re.compile(r"[^\W\d_]+$|\d+$")
FLAG_OF = {"place": ("area", WORDS), "period": ("when", YEAR)}


def from_names(asked: QuestionError, names: Sequence[str]) -> QuestionError:
    """Return a question with one more answer, if the names of the files differ in such a thing as is asked for."""
    form, differing = form_of(names)
    wanted = [word for way in asked.ways for word in way.texts]
    more = [
        says(flag, word, form)
        for word, (flag, kind) in FLAG_OF.items()
        if form and word in wanted and all(map(kind.fullmatch, differing))
    ]
    return QuestionError(
        asked.what, where=asked.where, mend=asked.mend or NOTHING, ways=[*more, *asked.ways]
    )


def from_sheets(ways: Sequence[Way], names: Sequence[str]) -> list[Way]:
    """Return the answers to a question, and before them that the names of the sheets say it, each of its own.

    One year for all is none where each has another in its name.
    """
    wanted = [word for way in ways for word in way.texts]
    dated = [name for name in names if YEAR.search(name)]
    form, years = form_of(dated)
    if "period" in wanted and form and all(map(YEAR.fullmatch, years)):
        others = [way for way in ways if "period" not in way.texts]
        return [says("when", "period", form.replace(ANY, SHEET)), *others]
    form, places = form_of(names)
    named = all(WORDS.fullmatch(t) and not GENERAL.fullmatch(t) for t in places)
    if "place" in wanted and form and named and not any(are_subjects([t]) for t in places):
        return [says("area", "place", form.replace(ANY, SHEET)), *ways]
    return [*ways]


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
