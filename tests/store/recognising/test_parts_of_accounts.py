"""Quarters, halves and months of years of accounts are those of the calendar, where file or user say when such years begin."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError, UsageError
from cpstats.model.period import fiscal
from cpstats.store.hints import Hints, accounts_of
from cpstats.store.recognising.beginning_of_accounts import (
    months_in_words,
    named_by,
    which_month,
    which_year,
)
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.parts_of_accounts import (
    code_of,
    part_in,
    part_of_accounts,
    with_parts_of_calendar,
    year_of,
)
from cpstats.store.sheet import Sheet

DOWN = "Period,Huts (kt)\n2018-19 Q3,5.5\n2018-19 Q4,6.5\n2019-20 Q1,7.5\n"


def read(text: str, **said: str) -> set[tuple[str, str, str]]:
    """Return name, period and value of each figure, made up as the tables are."""
    (found,) = foreign("huts.csv", text.encode(), Hints(place="Goa", **said), trying=False)
    return {(r[0], r[2], r[4]) for r in found.rows}


def refused(text: str, **said: str) -> DataError:
    with pytest.raises(DataError) as caught:
        foreign("huts.csv", text.encode(), Hints(place="Goa", **said))
    return caught.value


def test_the_month_is_asked_for_and_lines_are_proposed_that_were_tried() -> None:
    fault = refused(DOWN)
    assert "“2018-19 Q3” is a part of a year of accounts" in str(fault.what)
    assert fault.where.line == 2
    for month, quarter in (("4", "2018-Q4"), ("7", "2019-Q1"), ("10", "2019-Q2")):
        assert f"--fiscal {month}" in str(fault.mend)
        assert quarter in str(fault.mend)


def test_quarters_of_years_that_begin_in_april() -> None:
    quarters = {("Huts", "2018-Q4", "5.5"), ("Huts", "2019-Q1", "6.5"), ("Huts", "2019-Q2", "7.5")}
    assert read(DOWN, fiscal="4") == quarters
    assert read(f'"Huts, year ending 31 March: fiscal year ending March"\n{DOWN}') == quarters
    assert read(f"Financial year: April to March\n{DOWN}") == quarters
    assert read(DOWN.replace("Q3,", "Q3 (Oct-Dec),")) == quarters


def test_quarters_that_are_none_of_the_calendar_say_so_in_their_name() -> None:
    found = read(DOWN, fiscal="3")
    assert {(name, period) for name, period, _ in found} == {
        ("Huts, over 3 months", "2018-11"),
        ("Huts, over 3 months", "2019-02"),
        ("Huts, over 3 months", "2019-05"),
    }


@pytest.mark.parametrize(
    "labels",
    [
        ("Q2 FY24", "Q3 FY24"),
        ("FY2024 Q2", "FY2024 Q3"),
        ("2QFY24", "3QFY24"),
        ("FY24:Q2", "FY24:Q3"),
    ],
)
def test_years_of_one_number_need_to_be_named_by_their_end_or_their_beginning(
    labels: tuple[str, str],
) -> None:
    text = f"Kind,{','.join(labels)}\nOak,5.5,6.5\n"
    assert read(text, fiscal="ends:7") == {("Oak", "2023-Q4", "5.5"), ("Oak", "2024-Q1", "6.5")}
    assert read(text, fiscal="begins:4") == {("Oak", "2024-Q3", "5.5"), ("Oak", "2024-Q4", "6.5")}
    assert read(text, fiscal="calendar") == {("Oak", "2024-Q2", "5.5"), ("Oak", "2024-Q3", "6.5")}
    assert "--fiscal ends:4" in str(refused(text).mend)
    told = f"FY2024 is the year ended June 2024 (July to June)\n{text}"
    assert read(told) == {("Oak", "2023-Q4", "5.5"), ("Oak", "2024-Q1", "6.5")}
    assert "by the year it ends or begins in" in str(refused(f"July to June\n{text}").what)


def test_parts_beside_and_below_their_year() -> None:
    beside = "Year,Quarter,Huts (kt)\n2018-19,Q1,5.5\n,Q4,6.5\n,Annual,9.5\n2019-20,Q1,7.5\n"
    expected = {
        ("Huts", "2018-Q3", "5.5"),
        ("Huts", "2019-Q2", "6.5"),
        ("Huts", "2018/19", "9.5"),
        ("Huts", "2019-Q3", "7.5"),
    }
    assert read(beside, fiscal="7") == expected
    below = ",2018-19,,,2019-20\nKind,Q1,Q4,Annual,Q1\nHuts (kt),5.5,6.5,9.5,7.5\n"
    assert read(below, fiscal="7") == expected
    cross = "Quarter,2018-19,2019-20\nQ1,5.5,7.5\nQ4,6.5,8.5\n"
    assert {r[1:] for r in read(cross, fiscal="7", indicator="Huts")} == {
        ("2018-Q3", "5.5"),
        ("2019-Q2", "6.5"),
        ("2019-Q3", "7.5"),
        ("2020-Q2", "8.5"),
    }
    assert "--fiscal 7" in str(refused(cross, indicator="Huts").mend)


def test_months_in_the_order_of_their_year_say_when_it_begins() -> None:
    months = ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
    lines = "".join(f"2018-19,{month},{n}.5\n" for n, month in enumerate(months))
    found = read(f"Year,Month,Huts (kt)\n{lines}")
    assert ("Huts", "2018-07", "0.5") in found
    assert ("Huts", "2019-02", "7.5") in found


def test_words_that_say_when_years_begin() -> None:
    assert months_in_words([["Fiscal year beginning 1 October"]]) == 10
    assert months_in_words([["Sold from April to June"]]) == 0
    assert named_by([["FY 2021 ended 31 March 2021"]]) == "ends"
    assert named_by([["FY 2021 ended 31 March 2022"]]) == ""
    assert "--fiscal 7" in which_month("a:1:1", "Q1", "begins").ways[1].flag
    assert [way.flag for way in which_year("a:1:1", "Q1", 7).ways] == [
        "--fiscal ends:7",
        "--fiscal begins:7",
    ]


def test_labels_of_parts() -> None:
    assert year_of("2020-22") is None
    assert part_in("Huts 2020-21") is None
    assert part_in("Q1 2020") is None
    half = part_in("2020-21 H2")
    assert half is not None
    assert code_of(half, 7, "") == "2021-H1"
    assert part_of_accounts("Tea", fiscal(2018), 7) is None
    sheet = Sheet("a.csv", (("Kind", "2020"), ("Oak", "5")), (1, 2))
    assert with_parts_of_calendar(sheet, (0, "")) is sheet


def test_what_fiscal_may_say() -> None:
    assert accounts_of("ends:12") == (12, "ends")
    for word in ("13", "1", "april", "ends:", "calendar:4"):
        with pytest.raises(UsageError):
            Hints(fiscal=word)
