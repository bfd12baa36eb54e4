"""A page about a region beside its own table: what is compared with has a time of its own, points may be those of an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. Index 2024 beside 2023: 121.4 - 123.9 = -2.5 points, -2.0 %.
TABLE = """Indicator,Unit,Area,2020,2021,2022,2023,2024
Resident population,thousand persons,Elmshire,310.2,311.0,312.4,314.1,316.8
Resident population,thousand persons,Fenland,4102,4110,4127,4139,4188
Jobless rate,%,Elmshire,7.3,6.2,5.1,4.9,4.6
Employment rate,%,Elmshire,68.1,69.0,70.2,71.1,71.5
Median weekly pay,£,Elmshire,480.5,491.0,512.2,540.4,566.1
Median weekly pay,£,Fenland,501.0,509.9,533.3,561.0,590.7
Rent index,2015=100,Elmshire,108.8,110.3,117.5,123.9,121.4
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("region") / "elmshire.csv"
    file.write_text(TABLE, "utf-8")
    return str(file)


def verdicts(text: str, data: str) -> list[tuple[str, str, str]]:
    found = cpstats.check(text, data=data).to_frame()
    return list(zip(found["surface"], found["period"], found["verdict"], strict=True))


def test_the_year_of_a_peak_is_not_that_of_the_text(table: str) -> None:
    text = (
        "Elmshire in 2024. The jobless rate fell to 4.6 per cent, down from 4.9 per cent in 2023 and "
        "from a peak of 7.3 per cent in 2020. The employment rate stood at 71.5%."
    )
    assert verdicts(text, table) == [
        ("4.6 per cent", "2024", "confirmed"),
        ("4.9 per cent", "2023", "confirmed"),
        ("7.3 per cent", "2020", "confirmed"),
        ("71.5%", "2024", "confirmed"),
    ]


def test_a_number_held_against_another_place_does_not_say_what_the_next_is_held_against(
    table: str,
) -> None:
    text = (
        "Elmshire in 2024. Median weekly pay was £566.10, compared with £590.70 for Fenland. "
        "The rent index fell from 123.9 to 121.4."
    )
    assert [verdict for _, _, verdict in verdicts(text, table)] == ["confirmed"] * 4


def test_since_when_a_number_moved_stays_open_where_nobody_says_it(table: str) -> None:
    text = "Elmshire in 2024. Over these years the resident population of Fenland grew from {} to 4.19 million."
    assert [v for _, _, v in verdicts(text.format("4.10 million"), table)] == [
        "depends",
        "confirmed",
    ]
    assert verdicts(text.format("41.0 million"), table)[0][2] == "contradicted"


def test_points_of_an_index_are_no_percentage_points(table: str) -> None:
    for text, verdict in (
        ("In 2024 the rent index in Elmshire fell by 2.5 points, to 121.4.", "confirmed"),
        ("In 2024 the rent index in Elmshire fell by 6.5 points.", "contradicted"),
        (
            "In 2024 the employment rate in Elmshire was 71.5%, up 0.4 points on the year.",
            "confirmed",
        ),
        ("In 2024 the employment rate in Elmshire rose by 0.9 points.", "contradicted"),
    ):
        assert {v for _, _, v in verdicts(text, table)} == {verdict}


# Invented. Trade 2024Q3 beside 2024Q2: 812 / 828 = -1.9 %.
QUARTERS = """Region: Veltry
Quarter,Real GDP growth (% y/y),Consumer price inflation (%),Exports (US$ million)
2024Q1,3.4,4.6,840
2024Q2,3.0,4.1,828
2024Q3,2.8,3.6,812
"""
# Invented. Between 2011 and 2021 forest fell by 160 in Ardal and by 45 in Brenn.
STATES = """State,Year,Literacy rate (%),Forest area (sq km)
Ardal,2011,71.2,8120
Ardal,2021,79.4,7960
Brenn,2011,66.0,3205
Brenn,2021,75.3,3160
"""


def test_what_a_sentence_without_a_number_speaks_of_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(QUARTERS, "utf-8")
    text = (
        "Growth in Veltry slowed to 2.8 percent in the third quarter of 2024. {} "
        "It averaged 3.6 percent in the third quarter."
    )
    eased = verdicts(text.format("Headline inflation continued to ease."), str(file))
    assert [v for _, _, v in eased] == ["confirmed", "confirmed"]
    mixed = verdicts(text.format("The picture was mixed."), str(file))
    assert [v for _, _, v in mixed] == ["confirmed", "unverifiable"]


def test_a_quarter_in_a_row_is_no_quarter_of_the_year(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(QUARTERS, "utf-8")
    text = "In the third quarter of 2024 exports of Veltry fell for the second quarter in a row, to ${} million."
    assert verdicts(text.format("812"), str(file)) == [("$812 million", "2024-Q3", "confirmed")]
    assert verdicts(text.format("921"), str(file))[0][2] == "contradicted"


def test_a_number_of_the_place_named_last_before_it_is_not_accused(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(STATES, "utf-8")
    text = "In 2021 the literacy rate was 79.4 per cent in Ardal, more than in 2011, and Brenn had {} per cent."
    assert verdicts(text.format("75.3"), str(file))[1][2] != "contradicted"
    both = "Forest area shrank in Ardal by 160 sq km to {} sq km and in Brenn by 45 sq km between 2011 and 2021."
    assert verdicts(both.format("7,960"), str(file))[1][2] != "contradicted"
    moved = "Forest area shrank in Ardal to 7,960 sq km and in Brenn by {} sq km in 2021."
    assert verdicts(moved.format("45"), str(file))[1][2] != "contradicted"


def test_the_year_of_a_record_is_not_that_of_the_text(table: str) -> None:
    text = (
        "In 2024 Elmshire had 316.8 thousand residents; the record of 2023 was exceeded by 0.9%. "
        "The jobless rate fell to {}. Before the boom it had been 7.3 per cent."
    )
    found = verdicts(text.format("4.6 per cent"), table)
    assert found[2:] == [
        ("4.6 per cent", "2024", "confirmed"),
        ("7.3 per cent", found[3][1], "unverifiable"),
    ]
    assert "contradicted" not in {v for _, _, v in found}


def test_what_only_a_sentence_before_named_is_not_meant_behind_an_amount_of_something_else(
    table: str,
) -> None:
    text = (
        "Elmshire in 2024. The jobless rate fell to 4.6 per cent. "
        "With 316.8 thousand people the record was exceeded by 0.9%."
    )
    assert [v for _, _, v in verdicts(text, table)] == ["confirmed", "unverifiable", "unverifiable"]


# Invented. Thefts 2023/24 beside 2022/23: 1,840 / 1,902 = -3.3 %.
YEARS = """Area,Year,Thefts,Solved (%),Guests (thousand),Foreign guests (thousand)
Norwold,2020/21,1705,31.2,210,40
Norwold,2021/22,1866,29.8,265,66
Norwold,2022/23,1902,28.9,301,81
Norwold,2023/24,1840,30.4,322,97
Sudwold,2022/23,2410,24.4,188,30
Sudwold,2023/24,2395,25.1,190,35
"""


def test_the_year_in_the_bracket_of_a_number_is_its_own_alone(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(YEARS, "utf-8")
    text = (
        "Norwold in 2023/24. Thefts fell by 3.3 per cent to 1,840, more than before (1,705 in 2020/21). "
        "In Norwold 30.4 per cent were solved."
    )
    found = {surface: (period, verdict) for surface, period, verdict in verdicts(text, str(file))}
    assert found["1,840"] == ("2023/24", "confirmed")
    assert "contradicted" not in {verdict for _, verdict in found.values()}


def test_years_that_a_sentence_looks_back_to_do_not_go_on(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(YEARS, "utf-8")
    text = (
        "In 2023/24 thefts in Norwold fell. The share solved rose to 30.4 per cent, after it had fallen "
        "to 29.8 per cent in 2021/22 and 28.9 per cent in 2022/23. Thefts in Sudwold numbered {}."
    )
    told = verdicts(text.format("2,395"), str(file))
    assert told[-1] == ("2,395", "2023/24", "confirmed")
    assert verdicts(text.format("2,935"), str(file))[-1][2] == "contradicted"


def test_words_of_another_column_in_a_clause_leave_the_column_open(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(YEARS, "utf-8")
    text = "Norwold had 322,000 guests in 2023/24. Foreign traffic grew even faster: {} guests."
    assert verdicts(text.format("97,000"), str(file))[1][2] != "contradicted"


# Invented. House prices 2024 beside 2023: 131.5 / 139.9 = -6.0 %; guests of 2024-Q3 beside 2023-Q3: 319 / 287 = +11.1 %.
SEASON = """Region: Costa Bruna
Quarter,Occupancy rate (%),New leases (number)
2023-Q2,58.4,3105
2023-Q3,79.2,2870
2024-Q2,60.1,3288
2024-Q3,80.5,3190
"""


@pytest.mark.parametrize(
    "text",
    [
        "Costa Bruna in the third quarter of 2024. New leases, at 3,190, were 11.1% higher than a year ago, although fewer than the 3,288 signed in the second quarter.",
        "In the third quarter of 2024 the occupancy rate of Costa Bruna was 80.5%, above that of the third quarter of 2023 and higher than in the second quarter (60.1%).",
    ],
)
def test_a_quarter_of_no_year_dates_nothing_else(tmp_path: Path, text: str) -> None:
    file = tmp_path / "t.csv"
    file.write_text(SEASON, "utf-8")
    told = verdicts(text, str(file))
    assert told[0][2] == "confirmed"
    assert "contradicted" not in {verdict for _, _, verdict in told}


def test_when_something_had_moved_without_a_number_is_not_when_it_fell(table: str) -> None:
    text = "Elmshire in 2024. The rent index, which had jumped in 2023, fell by 2.0 percent."
    assert [v for _, _, v in verdicts(text, table)] == ["confirmed"]


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        # 316.8 / 310.2 = +2.1 % over four years; 316.8 / 311.0 = +1.9 % since the first of them.
        ("Elmshire in 2024. Over the past four years the resident population has grown by {}%.", "2.1", "1.2"),
        ("Elmshire in 2024. The resident population has grown by {}% in four years.", "2.1", "1.2"),
        ("In 2024 Elmshire had 316.8 thousand residents, {}% more than four years earlier.", "2.1", "1.2"),
        ("Elmshire in 2024. The employment rate has risen by {} percentage points within four years.", "3.4", "4.3"),
        # 121.4 / 123.9 = -2.0 %
        ("In 2024 the rent index in Elmshire was 121.4, {}% down on 2023.", "2.0", "20"),
        ("In 2024 the rent index in Elmshire was 121.4, which is {}% below the previous year.", "2.0", "20"),
        ("In 2024 Elmshire had 316.8 thousand residents. In three years they have become more. The population rose by {}%.", "0.9", "9.0"),
    ],
)  # fmt: skip
def test_growth_over_so_many_years_is_not_that_of_the_last(
    table: str, text: str, true: str, false: str
) -> None:
    told = [v for _, _, v in verdicts(text.format(true), table)]
    assert told
    assert set(told) == {"confirmed"}
    assert verdicts(text.format(false), table)[-1][2] == "contradicted"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In recent years the resident population of Elmshire has grown by 2.1%.", "unverifiable"),
        ("Elmshire in 2024. In four years, the first counted, the resident population has grown by 1.9%.", "depends"),
        ("Elmshire in 2024. Over the years jobs came and went; in 2024 the resident population grew by 0.9%.", "confirmed"),
        ("In 2024 the resident population of Elmshire grew by 0.9%, the most in four years.", "confirmed"),
    ],
)  # fmt: skip
def test_years_that_are_counted_loosely_accuse_nothing(table: str, text: str, verdict: str) -> None:
    assert [v for _, _, v in verdicts(text, table)] == [verdict]


@pytest.mark.parametrize(
    "label", ["(first half: {})", "({} in the first half)", "(H1: {})", "(a year earlier: 61.2 thousand; first half: {})"]
)  # fmt: skip
def test_a_bracket_behind_a_number_dates_what_stands_in_it_alone(
    tmp_path: Path, label: str
) -> None:
    # Invented.
    file = tmp_path / "t.csv"
    file.write_text(
        "Region: Veltry\nPeriod,Ferry passengers (thousand)\n2023-H2,61.2\n2024-H1,58.4\n2024-H2,64.1\n",
        "utf-8",
    )
    text = (
        "In the second half of 2024 ferry passengers in Veltry numbered 64.1 thousand "
        + label
        + "."
    )
    assert {v for _, _, v in verdicts(text.format("58.4 thousand"), str(file))} == {"confirmed"}
    assert verdicts(text.format("85.4 thousand"), str(file))[-1][2] == "contradicted"


def test_a_line_below_the_title_may_name_the_place(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(TABLE, "utf-8")
    text = (
        "REPORT TO THE COMMITTEE\nElmshire, 2024\n\nThe jobless rate was {}. "
        "Fenland had 4,188 thousand residents in 2024 and Fenland's pay was £590.70; in Fenland all is well.\n\n"
        "The employment rate was 71.5%."
    )
    assert verdicts(text.format("4.6%"), str(file))[0][2] == "confirmed"
