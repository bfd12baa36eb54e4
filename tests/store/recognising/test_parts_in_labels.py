"""Parts of the year among the words over a column; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(label: str, **hints: str) -> tuple[str, str]:
    """Return the name and the period of the one figure below a label."""
    text = f"Region,{label}\nNord,112\nOst,97\n"
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return found.rows[0][0], found.rows[0][2]


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("H1 2021 catch", "2021-H1"),
        ("Catch 1st half 2021", "2021-H1"),
        ("Catch second half 2021", "2021-H2"),
        ("Catch 2021 Q3", "2021-Q3"),
        ("Apr–Jun 2021 catch", "2021-Q2"),
        ("Catch (Jan-Aug 2021)", "2021-01/2021-08"),
        ("Catch Jan. bis Aug. 2021", "2021-01/2021-08"),
        ("Catch 2021 (9 months)", "2021-01/2021-09"),
        ("Catch 9M 2021", "2021-01/2021-09"),
        ("Catch Q1-Q3 2021", "2021-01/2021-09"),
        ("Catch YTD Aug 2021", "2021-01/2021-08"),
        ("Catch 1. Halbjahr 2021", "2021-H1"),
        ("Catch за 1 полугодие 2021 года", "2021-H1"),
        ("Catch 12 months to June 2021", "2020/21"),
    ],
)
def test_a_part_of_the_year_in_a_label_is_the_period_and_no_part_of_the_name(
    label: str, period: str
) -> None:
    name, when = read(label)
    assert (name.casefold(), when) == ("catch", period)


@pytest.mark.parametrize(
    "label",
    [
        "2021 YTD",
        "Catch Week 3 2021",
        "Catch to end-August 2021",
        "Catch 3 months 2021",  # from January, or how long it took
        "Jan-Aug catch 2021",
        "Catch rolling year Aug 2021",
        "2021年上期",  # of which year of accounts
        "2021/3",
        "Catch I 2021",  # a zone, or a quarter
    ],
)
def test_words_for_a_part_that_are_not_understood_are_never_the_whole_year(label: str) -> None:
    with pytest.raises(DataError, match="the period of the line is not known"):
        read(label)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Jobless for 6 months 2021", "Jobless for 6 months"),
        ("Children under 6 months 2021", "Children under 6 months"),
        ("First quartile 2021", "First quartile"),
        ("Half-timbered huts 2021", "Half-timbered huts"),
    ],
)
def test_words_like_those_for_a_part_stay_in_the_name(label: str, name: str) -> None:
    assert read(label) == (name, "2021")


def test_a_part_in_a_label_is_not_the_year_that_is_said() -> None:
    with pytest.raises(DataError, match="the period of the line is not known"):
        read("Catch YTD", period="2021")
    assert read("Catch", period="2021") == ("Catch", "2021")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021 (Jan-Aug)", "2021-01/2021-08"),
        ("январь-август 2021 г.", "2021-01/2021-08"),
        ("9 месяцев 2021", "2021-01/2021-09"),
        ("1-е полугодие 2021", "2021-H1"),
        ("II. negyedév 2021", "2021-Q2"),
        ("2021 1. çeyrek", "2021-Q1"),
        ("2021년 하반기", "2021-H2"),
        ("12M 2021", "2021"),
        ("2021年4-6月期", "2021-Q2"),
        ("Quý II năm 2021", "2021-Q2"),
        ("Semester II 2021", "2021-H2"),
        ("2021年10～12月", "2021-Q4"),
        ("First nine months 2021", "2021-01/2021-09"),
    ],
)
def test_parts_of_years_in_the_words_of_offices(text: str, period: str) -> None:
    assert str(period_of(text)) == period
