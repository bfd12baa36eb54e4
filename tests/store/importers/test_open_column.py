"""A message of SDMX with several measures: which holds the figures is asked with lines that read it."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign

MESSAGE = (
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,TURNOVER,STAFF\n"
    "dataflow,EX:TRADE(1.0.0),I,PE,2021,12.5,7.5\ndataflow,EX:TRADE(1.0.0),I,PE,2022,13.5,8.25\n"
)


def test_each_column_that_may_hold_the_figures_is_proposed() -> None:
    with pytest.raises(DataError, match="there is no column OBS_VALUE") as caught:
        foreign("t.csv", MESSAGE.encode())
    said = str(caught.value)
    assert (
        "cpstats import t.csv --column TURNOVER=value (2 figures, the first TRADE, PE, 2021: 12.5)"
        in said
    )
    assert (
        "cpstats import t.csv --column STAFF=value (2 figures, the first TRADE, PE, 2021: 7.5)"
        in said
    )
