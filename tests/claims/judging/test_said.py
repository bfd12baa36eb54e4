from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging import said
from cpstats.claims.terms.claim import Claim
from cpstats.model.period import annual

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("2023年南昌GDP增长5.2%。", True),
        ("2023年进口稳定，GDP增长5.2%。", True),
        ("2023年GDP增长5.2%，比2022年的3.1%高。", True),  # what is only compared with is no other
        ("南昌GDP增长5.2%。", False),  # the year is the report's
        ("2021年增长9%，2022年下降1%，全年GDP增长5.2%。", False),
    ],
)
def test_a_period_is_closed_where_the_sentence_says_it_and_no_other(
    read: Read, text: str, *, closed: bool
) -> None:
    claim = next(c for c in read(text) if c.surface == "5.2%")
    assert said.says_period(claim, annual(2023)) is closed


def test_years_are_printed_once_and_numbers_like_years_are_none(read: Read) -> None:
    (claim,) = (c for c in read("2023年、2021年和2023年共引进企业2019.5家。") if c.unit == "家")
    assert said.years_printed(claim) == (2023, 2021)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("南昌市GDP增长5.2%。", True),
        ("全市GDP增长5.2%。", True),
        ("GDP增长5.2%，高于南昌市水平。", False),  # named behind the number's own clause
        ("GDP增长5.2%。", False),
    ],
)
def test_a_place_is_closed_where_the_words_up_to_the_number_name_it_or_take_it_up(
    read: Read, catalogue: Catalogue, text: str, *, says: bool
) -> None:
    claim = read(text)[0]._replace(place="110000")
    text = text.replace("南昌", "北京")
    moved = read(text)[0]._replace(place="110000")
    assert said.says_place(moved, catalogue) is says
    assert said.is_relative(claim) is ("全市" in text)


def test_places_of_the_data_are_found_by_their_names(read: Read, catalogue: Catalogue) -> None:
    claim = read("北京市GDP增长5.2%，高于上海市。")[0]
    assert {"110000", "310000"} <= set(said.places_named(claim, catalogue))
    assert said.names_place(claim, "110000", catalogue) is True
    assert said.names_place(claim, "440000", catalogue) is False


def test_a_word_for_several_indicators_is_vague(read: Read, catalogue: Catalogue) -> None:
    claim = read("居民人均可支配收入5万元。")[0]
    assert said.names_vaguely(claim, catalogue) is False
    assert said.names_vaguely(claim._replace(indicator_surface="收入"), catalogue) is True


def test_the_name_of_an_indicator_counts_in_the_clause_of_its_number(read: Read) -> None:
    near, far = read("GDP增长5.2%，同比提高0.3个百分点。")
    assert said.says_indicator(near) is True
    assert said.says_indicator(far._replace(indicator_surface="GDP")) is False


def test_a_country_in_the_name_of_a_division_is_none() -> None:
    assert said.country_named("内蒙古自治区统计局") is None
    assert said.country_named("博尔塔拉蒙古自治州") is None
    assert said.country_named("蒙古国家统计局") == "蒙古"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("In 2021 trade fell. GDP rose 5.2% from 2022.", True),  # on its base: of the year after
        ("GDP rose 5.2% in March 2023, after a year of floods in 2022.", True),
        ("GDP rose 5.2% per 10,000 people in Nanchang in 2023, against the trend of 2021.", True),
        ("After 2021, a bad year, GDP recovered and rose by 5.2%.", False),
    ],
)
def test_a_base_a_month_or_a_place_behind_a_number_close_its_period(
    text: str, *, closed: bool
) -> None:
    begin = text.index("5.2%")
    claim = Claim(
        start=begin, end=begin + 4, surface="5.2%", sentence=text, line=1, column=begin,
        measure="growth", period="2023", period_from="context" if "from" in text else "sentence",
    )  # fmt: skip
    assert said.says_period(claim, annual(2023)) is closed


def test_a_year_that_another_number_of_the_same_has_is_not_that_of_a_number() -> None:
    text = "Sales came to 95 tonnes, after 90 tonnes in 2022."
    begin = text.index("95")
    claim = Claim(
        start=begin, end=begin + 2, surface="95", sentence=text, line=1, column=begin,
        period="2023", period_from="sentence",
    )  # fmt: skip
    assert not said.says_period(claim, annual(2023))
    assert said.says_period(claim, annual(2023), {2022})


def test_a_comma_within_a_number_ends_no_clause() -> None:
    text = "Police saw 384 crimes per 10,000 people in Fife, and 12,500 were 5.2% of them."
    begin = text.index("5.2%")
    claim = Claim(start=begin, end=begin + 4, surface="5.2%", sentence=text, line=1, column=begin)
    assert said.clause_of(claim) == " and 12,500 were "
