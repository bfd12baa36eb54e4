"""Months down, years of accounts across: each month is of the calendar year that it lies in, where their order shows it."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign

CALENDAR = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]  # fmt: skip


def table(first: int) -> str:
    months = CALENDAR[first - 1 :] + CALENDAR[: first - 1]
    lines = "".join(f"{month},{n}.5,{n}.75\n" for n, month in enumerate(months))
    return f"Sales of Norway (kt)\nMonth,2018-19,2019-20\n{lines}"


@pytest.mark.parametrize(("first", "january"), [(7, "2019-01"), (4, "2019-01"), (10, "2019-01")])
def test_the_order_of_the_months_says_where_the_year_begins(first: int, january: str) -> None:
    (found,) = foreign("t.csv", table(first).encode())
    periods = {(row[2], row[4]) for row in found.rows}
    assert (f"2018-{first:02d}", "0.5") in periods
    assert (january, f"{13 - first}.5") in periods  # July is the first, January the seventh
    assert ("2020-01", f"{13 - first}.75") in periods
    assert len({row[2] for row in found.rows}) == 24


def test_months_from_january_do_not_say_it() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", table(1).encode())
    assert "“January” of 2018/19 may lie in either year" in str(caught.value)
