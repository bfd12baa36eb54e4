"""A table of observations is the CSV that the standard library writes."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from cpstats.store.writer import _lines

CELL = st.text(st.sampled_from('a样 ,"\n\r;'), max_size=3)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=4))
def test_rows_are_written_as_the_standard_library_writes_them(
    rows: list[tuple[str, ...]],
) -> None:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    assert _lines(rows) == out.getvalue()
