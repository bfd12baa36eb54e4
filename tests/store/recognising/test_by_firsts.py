"""A long table read by its first lines is what it is read whole, or it is left to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.message import Message
from cpstats.store.recognising import by_firsts as module
from cpstats.store.recognising.by_firsts import BEGINNING, by_firsts
from cpstats.store.recognising.foreign import of_sheets
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.store.recognising.recognised import Recognised

PLACES = tuple(f"{name} {n}" for n in range(40) for name in ("Ulm", "Hof"))
YEARS = range(2001, 2021)
Line = tuple[str, ...]


def _sheet(header: Line, line: Callable[[int, str, int], Line]) -> Sheet:
    """Return a table of every place and year; `line` has the number of the place, its name and the year."""
    lines = [line(n, place, year) for n, place in enumerate(PLACES) for year in YEARS]
    numbers = tuple(range(5, 5 + len(lines)))  # lines of a larger file
    return Sheet("t.csv", (header, *lines), (1, *numbers), Message("CSV", "CSV"), divider=",")


def _value(n: int, year: int) -> str:
    return f"{100 + 7 * n + year % 100 * 3}.{(n * year) % 97}"


READ = {
    "one indicator": _sheet(
        ("indicator", "region", "year", "value", "unit"),
        lambda n, p, y: ("wool", p, str(y), _value(n, y), "t"),
    ),
    "no unit": _sheet(("item", "place", "year", "value"), lambda n, p, y: ("wool", p, str(y), _value(n, y))),
    "a code beside the place": _sheet(
        ("code", "region", "indicator", "year", "value"),
        lambda n, p, y: (f"Q{n:04d}", p, "wool", str(y), _value(n, y)),
    ),
    "a unit for each half": _sheet(
        ("indicator", "region", "year", "value", "unit"),
        lambda n, p, y: (("wool", "flax")[n % 2], p, str(y), _value(n, y), ("t", "kg")[n % 2]),
    ),
    "quarters and prices": _sheet(
        ("region", "period", "indicator", "value", "unit"),
        lambda n, p, y: (p, f"{2001 + y % 5}-Q{1 + y % 4}", "output (at 2015 prices)", _value(n, y), "million EUR"),
    ),
}  # fmt: skip
WHOLE = {
    "rates": _sheet(
        ("indicator", "region", "year", "value"),
        lambda n, p, y: ("unemployment rate", p, str(y), f"{n % 9}.{y % 7}"),
    ),
    "a figure that is a sign": _sheet(
        ("indicator", "region", "year", "value", "unit"),
        lambda n, p, y: ("wool", p, str(y), "…" if (n, y) == (33, 2017) else _value(n, y), "t"),
    ),
    "a remark in each line": _sheet(
        ("indicator", "region", "year", "value", "unit", "note"),
        lambda n, p, y: ("wool", p, str(y), _value(n, y), "t", f"of sheet {n} in {y}"),
    ),
    "a name written once": _sheet(
        ("indicator", "region", "year", "value", "unit"),
        lambda n, p, y: ("wool", p if y == 2001 else "", str(y), _value(n, y), "t"),
    ),
    "one figure twice": _sheet(
        ("indicator", "region", "year", "value", "unit"),
        lambda n, p, y: ("wool", p, str(y - (n == 70 and y == 2020)), _value(n, y - (y == 2020)), "t"),
    ),
}  # fmt: skip


def _read_whole(sheet: Sheet) -> Recognised:
    (found,) = of_sheets(sheet.name, [sheet])
    return found


@pytest.mark.parametrize("named", READ)
def test_a_table_put_together_is_the_table_read_whole(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, read = READ[named], list[int]()

    def counted(name: str, sheets: Sequence[Sheet]) -> list[Recognised]:
        read.extend(len(one.rows) for one in sheets)
        return of_sheets(name, sheets)

    whole = _read_whole(sheet)
    monkeypatch.setattr(module, "of_sheets", counted)
    assert by_firsts(sheet, whole.keys) == whole
    # the header, the first lines, one for each other place and period, and some forms of numbers
    assert read[0] < 1 + BEGINNING + len(PLACES) + 2 * len(YEARS) + 10 < len(sheet.rows) / 4


@pytest.mark.parametrize("named", WHOLE)
def test_what_hangs_on_all_lines_is_left_to_be_read_whole(named: str) -> None:
    sheet = WHOLE[named]
    assert by_firsts(sheet, _read_whole(sheet).keys) is None


def test_other_columns_than_were_recognised_before_are_left() -> None:
    sheet = READ["one indicator"]
    keys = _read_whole(sheet).keys
    assert by_firsts(sheet, {**keys, "unit": "name"}) is None
    assert by_firsts(sheet, {k: v for k, v in keys.items() if k != "unit"}) is None
