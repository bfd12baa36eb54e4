"""A level with its growth on the period and on the year before in the next columns."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.foreign import foreign

TABLE = """\
Month,{level},{before},{year}
2021-04,118.2,-0.5,3.1
2021-05,117.9,-0.3,2.8
"""
KEYS = ("indicator", "measure", "obs_value")


@pytest.mark.parametrize(("before", "year"), [("m/m %", "y/y %"), ("MoM", "YoY")])
def test_growth_on_the_month_before_is_never_that_on_the_year_before(
    before: str, year: str
) -> None:
    text = TABLE.format(level="Parcels", before=before, year=year)
    (found,) = foreign("p.csv", f"Area: Peru\n{text}".encode())
    rows = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    read = {tuple(row[k] for k in KEYS) for row in rows if row["time_period"] == "2021-04"}
    assert read == {
        ("Parcels", "level", "118.2"),
        ("Parcels (previous-period growth)", "growth", "-0.5"),
        ("Parcels", "growth", "3.1"),
    }
