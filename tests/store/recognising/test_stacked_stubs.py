"""Words one below the other in the corner of a table: each of its row, the last of its column."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.foreign import foreign

ROWS = "Austria,,5,6,7,8\nFrance,,1,2,3,4\nNorway,,9,8,7,6\n"
ABOVE = "Measure,,Weight,,Length,\nTime,,2019,2020,2019,2020\n"


@pytest.mark.parametrize("last", ["Country,,,,,\n", ""])
def test_the_last_word_of_the_corner_is_that_of_the_column(last: str) -> None:
    (found,) = foreign("wood.csv", (ABOVE + last + ROWS).encode())
    read = {
        tuple(dict(zip(found.header, row, strict=True))[k] for k in KEYS): row for row in found.rows
    }
    # the fifth column is Length in 2019, the sixth Length in 2020
    assert ("Length", "France", "2020", "4") in read
    assert ("Weight", "Norway", "2019", "9") in read
    assert len(read) == 12  # 3 places, 2 measures, 2 years


KEYS = ("indicator", "ref_area", "time_period", "obs_value")
