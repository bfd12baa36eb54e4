"""Bare years that the words over them, or above the table, make years of accounts; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.years_of_accounts import with_years_of_accounts


def periods(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    return list(dict.fromkeys(row[2] for row in found.rows))


@pytest.mark.parametrize(
    "text",
    [
        "Milk (kt)\nYear ended 30 June,Kenya,Peru\n2019,3,4\n2020,4,5\n",
        "Milk (kt)\nYears ending September\nCountry,2019,2020\nKenya,3,4\nPeru,4,5\n",
        "Milk (kt)\nFinancial year ending 31 March,2019,2020\nKenya,3,4\nPeru,4,5\n",
    ],
)
def test_years_that_end_in_another_month_than_december_span_two(text: str) -> None:
    assert periods(text) == ["2018/19", "2019/20"]


def test_years_that_end_in_december_are_those_of_the_calendar() -> None:
    assert periods("Milk (kt)\nYear ended 31 December,Kenya,Peru\n2019,3,4\n2020,4,5\n") == [
        "2019",
        "2020",
    ]
    assert with_years_of_accounts([["Year", "Kenya"], ["2019", "3"]], 1) is None


def test_fiscal_years_by_one_number_are_asked_about() -> None:
    with pytest.raises(QuestionError) as asked:
        periods("Milk (kt)\nFiscal year,Kenya,Peru\n2019,3,4\n2020,4,5\n")
    assert [way.flag for way in asked.value.ways] == [
        "--fiscal ends",
        "--fiscal begins",
        "--fiscal calendar",
    ]


def test_the_year_of_all_other_columns_is_proposed_for_those_without() -> None:
    with pytest.raises(QuestionError) as asked:
        periods("省份,2019年人口(万人),2019年产值(亿元),人均产值(元)\n浙江,3,4,5\n安徽,6,7,8\n")
    assert [way.flag for way in asked.value.ways] == ["--when 2019", "--column '人均产值(元)=skip'"]


def test_a_share_is_in_per_cent_whatever_it_is_of() -> None:
    text = "Indicator,Country,2021,2022,% of total 2022\nWoods (ha),Kenya,3,4,1.5\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert [(row[0], row[2], row[5]) for row in found.rows][1:] == [
        ("Woods", "2022", "ha"),
        ("% of total, Woods", "2022", "%"),
    ]
    assert (label_of("Percentage of pupils").unit, label_of("Percentages").unit) == ("%", "")


def test_a_year_before_in_and_a_unit_is_the_period() -> None:
    text = "Kreis,Quote 2021 in %,Quote 2022 in %\nBonn,3,4\nKöln,4,5\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(row[0], row[2], row[5]) for row in found.rows} == {
        ("Quote", "2021", "%"),
        ("Quote", "2022", "%"),
    }
