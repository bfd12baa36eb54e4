"""A large file goes from bytes to columns at once, with the cells that the CSV reader finds."""

from __future__ import annotations

import csv
from io import StringIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.errors import DataError
from cpstats.model.columns import OBSERVATION
from cpstats.store.coded import Coded, alike, coded, combined

HEADER = "indicator,ref_area,time_period,obs_value,unit\n"
# signs that a table may hold, those among them that end a cell or a line (`csv.writer` leaves a
# lone carriage return bare)
SIGNS = st.text(st.sampled_from('ab 1.,"\n\t亿元é\u2028'), max_size=20)
LINES = st.lists(st.lists(SIGNS, min_size=5, max_size=5), min_size=1, max_size=8)


def cells_of(text: str) -> dict[str, list[str]]:
    """Return the columns as the standard library reads them; blank lines do not count."""
    header, *rows = [row for row in csv.reader(StringIO(text), strict=True) if row]
    columns = dict(zip(header, zip(*rows, strict=True), strict=True))
    return {name: list(columns.get(name, [""] * len(rows))) for name in OBSERVATION}


@given(lines=LINES, end=st.sampled_from(["\n", "\r\n"]), mark=st.booleans())
def test_every_cell_is_the_one_that_was_written(
    lines: list[list[str]], end: str, *, mark: bool
) -> None:
    text = StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(HEADER.strip().split(","))
    writer.writerows(lines)
    content = text.getvalue().encode("utf-8-sig" if mark else "utf-8")
    table = coded(content, "t.csv", wide=False)
    assert {name: column.cells() for name, column in table.items()} == cells_of(text.getvalue())


@given(st.text(st.sampled_from('a1,\n\r" 亿'), max_size=60))
def test_whatever_stands_below_the_header_is_read_or_refused_as_a_small_table_is(text: str) -> None:
    whole = HEADER + "a,b,c,d,e\n" + text
    try:
        found = {name: c.cells() for name, c in coded(whole.encode(), "t.csv", wide=False).items()}
    except DataError:
        with pytest.raises((csv.Error, ValueError)):  # a line that is no CSV, or has other cells
            cells_of(whole)
        return
    assert found == cells_of(whole)


@pytest.mark.parametrize("length", [7, 8, 9, 255, 256, 257, 1000])
def test_long_cells_are_told_apart_by_their_last_sign(length: int) -> None:
    names = ["x" * (length - 1) + last for last in "abab"]
    text = HEADER + "".join(f"gdp,{name},2024,1,\n" for name in names)
    area = coded(text.encode(), "t.csv", wide=False)["ref_area"]
    assert area.cells() == names
    assert area.texts == names[:2]


def test_a_wide_table_is_made_long() -> None:
    table = coded(b"indicator,ref_area,2023,2024\ngdp,X,1,2\n", "t.csv", wide=True)
    assert table["time_period"].cells() == ["2023", "2024"]
    assert table["obs_value"].cells() == ["1", "2"]


def test_texts_that_become_the_same_are_one() -> None:
    column = Coded.of(["a", "A", "b"]).mapped(str.lower)
    assert (column.texts, column.cells()) == (["a", "b"], ["a", "a", "b"])


def test_rows_that_are_left_keep_only_their_own_texts() -> None:
    column = Coded.of(["a", "b", "a", "c"]).kept(np.array([1, 3]))
    assert (column.texts, column.cells()) == (["b", "c"], ["b", "c"])


def test_combinations_come_as_they_first_occur() -> None:
    pairs = combined(Coded.of(["b", "a", "b", "a"]), Coded.of(["1", "2", "1", "3"]))
    assert pairs.kinds == [("b", "1"), ("a", "2"), ("a", "3")]
    assert pairs.each(lambda one, two: one + two) == ["b1", "a2", "b1", "a3"]


def test_many_columns_with_many_texts_are_still_told_apart() -> None:
    # 2,000 texts in eight columns: 2,000⁸ combinations are more than an integer counts
    texts = [str(number) for number in range(2000)]
    columns = [Coded.of(texts)] * 8
    assert not alike(*columns)
    last = Coded.of([*texts[:-1], texts[0]])
    assert alike(Coded.of([*texts[:-1], texts[0]]), *[last] * 7)
    assert len(combined(*columns).kinds) == 2000
