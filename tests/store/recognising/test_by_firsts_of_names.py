"""Long tables of which the names were read before: their places are taken from these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising import by_firsts as read
from cpstats.store.recognising.by_firsts import before, by_firsts
from cpstats.store.recognising.foreign import of_sheets
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    import pytest

HEADER = ("goods", "region", "year", "value", "unit")


def _sheet(rows: list[tuple[str, ...]]) -> Sheet:
    return Sheet("t.csv", (HEADER, *rows), tuple(range(1, len(rows) + 2)), divider=",")


def _rows() -> list[tuple[str, ...]]:
    """Return made-up figures of sixty mills in three years."""
    return [
        ("wool", f"Mill {n}", str(year), f"{100 + n}.{year % 7}", "t")
        for n in range(60)
        for year in (2001, 2002, 2003)
    ]


def test_a_table_of_names_says_the_places_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [*enumerate(_rows()[::3], 2)]
    small = of_sheets("t.csv", [_sheet([row for _, row in names])])
    told = before(HEADER, names, small)
    assert told is not None
    assert told.places[("Mill 59",)] == "Mill 59"
    (whole,) = of_sheets("t.csv", [_sheet(_rows())])
    counted: list[int] = []
    inner = read.of_sheets
    monkeypatch.setattr(
        read, "of_sheets", lambda n, s: counted.append(len(s[0].rows)) or inner(n, s)
    )
    found = by_firsts(_sheet(_rows()), whole.keys, told)
    assert found == whole
    assert counted == [21]  # the header and the first lines: these have every period and form


def test_names_that_say_something_else_are_read_again() -> None:
    names = [*enumerate(_rows()[::3], 2)]
    small = of_sheets("t.csv", [_sheet([row for _, row in names])])
    told = before(HEADER, names, small)
    assert told is not None
    (whole,) = of_sheets("t.csv", [_sheet(_rows())])
    other = told._replace(around=("another title",))
    assert by_firsts(_sheet(_rows()), whole.keys, other) == whole
    coded = told._replace(codes={"Mill 7": "M7"})
    found = by_firsts(_sheet(_rows()), whole.keys, coded)
    assert found is not None
    assert dict(found.codes) == {"Mill 7": "M7"}
    rests = {key: (name, when, ["kt"]) for key, (name, when, _) in told.rests.items()}
    assert by_firsts(_sheet(_rows()), whole.keys, told._replace(rests=rests)) is None


def test_lines_that_do_not_say_each_a_figure_tell_nothing() -> None:
    names = [*enumerate(_rows()[::3], 2)]
    small = of_sheets("t.csv", [_sheet([row for _, row in names])])
    assert before(HEADER, names[1:], small) is None
    assert before(HEADER, names, [*small, *small]) is None
    assert before(("goods", "region", "year", "value", "value"), names, small) is None
