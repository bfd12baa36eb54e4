"""Tables as R prints them."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding.r_printed import has_types, rows_printed
from cpstats.store.importers.blank_divided import read

PRINTED = """# A tibble: 3 x 4
   file  region             year  index
   <chr> <chr>             <int>  <dbl>
 1 ab00h Overhill Major     2000  0.282
 2 ab00h Dale               2000  0.25
10 ab02h Old Dale           2002 NA
# i 5 more variables
"""


def test_columns_end_and_begin_as_their_types_do() -> None:
    assert has_types(PRINTED.splitlines())
    rows = rows_printed(PRINTED.splitlines())
    assert rows == [
        (2, ("file", "region", "year", "index")),
        (4, ("ab00h", "Overhill Major", "2000", "0.282")),
        (5, ("ab00h", "Dale", "2000", "0.25")),
        (6, ("ab02h", "Old Dale", "2002", "NA")),
    ]
    (sheet,) = read("t.txt", PRINTED.encode())
    assert sheet.rows[1] == ("ab00h", "Overhill Major", "2000", "0.282")


def test_signs_wider_than_others_are_refused() -> None:
    text = "  name   year value\n  <chr> <int> <dbl>\n1 Hill   2000   0.2\n2北京市2001   0.3\n"
    assert rows_printed(text.splitlines()) is None
    with pytest.raises(DataError, match="run into one another"):
        read("t.txt", text.encode())
