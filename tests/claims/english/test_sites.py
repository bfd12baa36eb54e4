from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Judge, Shown


def test_a_pair_of_rates_is_of_two_places_at_one_time(judge: Judge) -> None:
    # 8.8 of the district, 8.5 of the city above it; the city's rate of the year before is 1.2
    figures = (
        "gdp 110114 2021 growth 8.8",
        "gdp 110000 2021 growth 8.5",
        "gdp 110000 2020 growth 1.2",
    )
    said = "In 2021 Changping outpaced Beijing, expanding {} percent against {}."
    for ours, theirs, verdicts in (
        ("8.8", "8.5", ["confirmed"] * 2),
        ("8.8", "1.2", ["confirmed", "contradicted"]),
    ):
        told = judge(said.format(ours, theirs), *figures, published="2022-03-01")
        assert [verdict for _, verdict, _ in told] == verdicts


def test_a_gap_to_the_city_as_a_whole_is_one_to_what_the_district_lies_in(judge: Judge) -> None:
    # 5.6 - 5.0 = 0.6 points
    rates = ("gdp 110114 2023 growth 5.6", "gdp 110000 2023 growth 5.0")
    said = "The economy of Changping grew 5.6 percent in 2023, {} percentage points faster than the city as a whole."
    assert judge(said.format("0.6"), *rates)[1][1] == "confirmed"
    assert judge(said.format("1.6"), *rates)[1][1] == "contradicted"


def test_each_of_two_amounts_behind_a_multiple_is_of_its_place(judge: Judge) -> None:
    # 900 of Haidian, 180 of Changping: five times as much
    levels = ("gdp 110108 2024 level 900", "gdp 110114 2024 level 180")
    said = (
        "Haidian's GDP was several times Changping's in 2024: {} billion against {} billion yuan."
    )
    for ours, theirs, verdict in (("90", "18", "confirmed"), ("90", "81", "contradicted")):
        assert judge(said.format(ours, theirs), *levels)[-1][1] == verdict


def test_bare_rates_behind_other_places_are_theirs(judge: Judge) -> None:
    rates = ("gdp 110114 2023 growth 5.6", "gdp 110108 2023 growth 6.6")
    said = "Changping's GDP rose 5.6 percent in 2023, Haidian's {}."
    assert judge(said.format("6.6"), *rates)[1][1] == "confirmed"
    assert judge(said.format("5.6"), *rates)[1][1] == "contradicted"


def test_two_rates_behind_two_places_are_theirs_in_order(judge: Judge) -> None:
    rates = (
        "gdp 110114 2021 growth 8.8",
        "gdp 110108 2021 growth 8.6",
        "gdp 110114 2020 growth 1.5",
        "gdp 110108 2020 growth 5.9",
    )
    said = "GDP grew by 8.8% in Changping and by 8.6% in Haidian in 2021, following rises of {}% and {}% respectively in 2020."
    told = judge(said.format("1.5", "5.9"), *rates, published="2022-03-01")
    assert [verdict for _, verdict, _ in told] == ["confirmed"] * 4
    told = judge(said.format("5.9", "1.5"), *rates, published="2022-03-01")
    assert [verdict for _, verdict, _ in told][2:] == ["contradicted"] * 2


def test_what_another_economy_did_is_its_own(judge: Judge) -> None:
    rates = ("gdp 110114 2023 growth 6.6", "gdp 110000 2023 growth 3.0")
    said = "Changping's economy grew 6.6 percent in 2023, more than twice as fast as Beijing, which grew {} percent."
    assert judge(said.format("3.0"), *rates)[-1][1] == "confirmed"
    assert judge(said.format("6.6"), *rates)[-1][1] == "contradicted"


def test_a_number_with_its_share_in_brackets_is_of_the_place_behind_them(judge: Judge) -> None:
    people = (
        "resident_population 110000 2023 level 2000",
        "resident_population 110108 2023 level 300",
    )
    said = "Of the 20 million people in Beijing in 2023, {} million (15 percent) lived in Haidian."
    assert judge(said.format(3), *people)[1][1] == "confirmed"
    assert judge(said.format(5), *people)[1][1] == "contradicted"


def test_a_rate_compared_with_national_growth_is_the_nations(judge: Judge) -> None:
    rates = ("gdp 110114 2023 growth 5.6", "gdp 100000 2023 growth 5.2")
    said = "Changping's GDP grew 5.6 percent in 2023, compared with national growth of {} percent."
    assert judge(said.format("5.2"), *rates)[1][1] == "confirmed"
    assert judge(said.format("6.2"), *rates)[1][1] == "contradicted"


def test_both_numbers_of_a_move_are_of_the_place_behind_them(judge: Judge) -> None:
    rates = (
        "unemployment 110000 2022 level 4.7",
        "unemployment 110000 2023 level 4.4",
        "unemployment 110108 2022 level 5.6",
        "unemployment 110108 2023 level 5.2",
    )
    said = "In 2023 the unemployment rate fell to {} percent from {} percent in Beijing and to {} percent from {} percent in Haidian."
    told = judge(said.format("4.4", "4.7", "5.2", "5.6"), *rates, published="2024-03-01")
    assert [verdict for _, verdict, _ in told] == ["confirmed"] * 4
    told = judge(said.format("5.2", "5.6", "4.4", "4.7"), *rates, published="2024-03-01")
    assert [verdict for _, verdict, _ in told] == ["contradicted"] * 4


def test_the_number_in_brackets_behind_that_of_a_place_is_its_own(judge: Judge) -> None:
    levels = ("gdp 110108 2024 level 900", "gdp 110114 2024 level 180")
    said = "In 2024 the GDP of Haidian, at 90 billion yuan, was more than four and a half times that of Changping ({} billion yuan)."
    assert [v for _, v, _ in judge(said.format(18), *levels)] == ["confirmed"] * 3
    assert judge(said.format(81), *levels)[2][1] == "contradicted"


def test_a_place_that_another_is_held_against_does_not_go_on(judge: Judge) -> None:
    levels = (
        "gdp 110108 2023 level 900",
        "gdp 110000 2023 level 4000",
        "gdp 110108 2024 level 960",
        "gdp 110000 2024 level 4400",
    )
    said = "In 2023 the GDP of Haidian was 90 billion yuan, or 22.5 percent of Beijing's total (400 billion yuan). By 2024 it had risen to {} billion yuan."
    assert judge(said.format(96), *levels)[-1][1] in ("confirmed", "depends")
    assert judge(said.format(69), *levels)[-1][1] == "contradicted"


def test_the_number_behind_that_of_a_place_and_a_comma_is_its_own(judge: Judge) -> None:
    rates = ("unemployment 110108 2023 level 3.4", "unemployment 110114 2023 level 6.2")
    said = "In 2023 Haidian's unemployment rate, 3.4 percent, was less than that of Changping, {} percent."
    assert judge(said.format("6.2"), *rates)[1][1] == "confirmed"
    assert judge(said.format("7.9"), *rates)[1][1] == "contradicted"


def test_a_gap_to_the_national_average_is_of_the_place_of_the_text(shown: Shown) -> None:
    text = "Exports grew 5 percent in 2023, surpassing the national average by 2 percentage points."
    assert shown(text, "place", "benchmark", place="460000") == ["460000 None", "460000 100000"]
