"""Each rule finds its slip, says where it stands, and is silent about what is lawful."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpstats.checks.rules import findings, rules
from cpstats.selecting.facts import read_facts

if TYPE_CHECKING:
    from tests.checks.conftest import Find


def series(indicator: str, first: int, *values: object, more: str = "level,current") -> list[str]:
    """Return yearly figures of Beijing as lines; an empty text is a year without one."""
    return [
        f"{indicator},110000,{first + i},{more},{value}"
        for i, value in enumerate(values)
        if value != ""
    ]


PARTS = [
    "gdp,110000,2024,level,current,100.0",
    "gdp_primary,110000,2024,level,current,1.0",
    "gdp_secondary,110000,2024,level,current,30.0",
]
REAL = "growth,constant"
INTERPOLATED = (1000.0, 1072.0, 1149.184, 1231.925, 1320.624, 1390.1, 1450.7)  # 7.2 % to 1320.624
GROWN = (1000, 1081, 1142, 1259, 1300, 1390, 1450, 1583, 1640, 1719, 1800)

SLIPS = {
    "parts that do not add up": (
        "parts_total",
        [*PARTS, "gdp_tertiary,110000,2024,level,current,68.0"],
        2,
    ),
    "districts that are more than the city": (
        "parts_total",
        [
            "gdp,110000,2024,level,current,100",
            "gdp,110108,2024,level,current,70",
            "gdp,110105,2024,level,current,40",
        ],
        2,
    ),
    "nominal growth that the levels do not have": (
        # 110 / 100 = +10 %: [9.9, 10.1] from the digits
        "level_growth",
        [
            *series("retail_sales", 2023, "100.0", "110.0"),
            "retail_sales,110000,2024,growth,current,11.0",
        ],
        4,
    ),
    "growth of what has no price": (
        "level_growth",
        [
            "resident_population,110000,2023,level,,200.0",
            "resident_population,110000,2024,level,,210.0",
            "resident_population,110000,2024,growth,,4.0",
        ],
        4,
    ),
    "an index beside a growth it is not": (
        "index_level",
        ["gdp,110000,2024,index,constant,105.2", "gdp,110000,2024,growth,constant,5.4"],
        2,
    ),
    "an index beside levels": (
        "index_level",
        [
            *series("retail_sales", 2023, "100.0", "110.0"),
            "retail_sales,110000,2024,index,current,120.0",
        ],
        4,
    ),
    "a cumulated value that falls": (
        "falling_cumulation",
        ["gdp,110000,2024-H1,level,current,50", "gdp,110000,2024-01/2024-09,level,current,45"],
        3,
    ),
    "a slip between 万 and 亿": (
        "power_of_ten",
        series("gdp", 2018, 1000, 1060, 11000000, 1180, 1250),
        4,
    ),
    "a digit too many at the end": (
        "power_of_ten",
        series("gdp", 2018, 1000, 1060, 1100, 11800),
        5,
    ),
    "another unit from some year on": (
        "power_of_ten",
        series("gdp", 2018, 1000, 1060, 1100, 11800000, 12300000, 12900000),
        5,
    ),
    "rates one year early": (
        # (1081/1000 - 1)·100 = 8.1 stands at 2010, where 2011 belongs, and so on
        "shifted",
        [
            *series("retail_sales", 2010, *GROWN),
            *series(
                "retail_sales",
                2010,
                *(f"{(b / a - 1) * 100:.1f}" for a, b in pairwise(GROWN)),
                more="growth,current",
            ),
        ],
        13,
    ),
    "a change of the base year": (
        "base_year",
        [
            *series("gdp", 2013, 100.0, 107.0, 180.0, 190.8, more="level,constant"),
            *series("gdp", 2014, 7.0, 6.9, 6.0, more=REAL),
        ],
        4,
    ),
    "bases without a year in both": (
        "base_year",
        [
            *series("gdp", 2013, 100.0, 107.0, more="level,constant:2010"),
            *series("gdp", 2015, 180.0, 190.8, more="level,constant:2015"),
        ],
        4,
    ),
    "nominal growth called real": (
        # 1081/1000 = +8.10, 1142/1081 = +5.64, 1259/1142 = +10.25, 1300/1259 = +3.26
        "nominal_as_real",
        [*series("gdp", 2010, *GROWN[:5]), *series("gdp", 2011, 8.1, 5.6, 10.2, 3.3, more=REAL)],
        7,
    ),
    "one rate for years": ("interpolated", series("gdp", 2010, *INTERPOLATED), 2),
    "one amount for years": (
        "interpolated",
        series("gdp", 2010, 1000.123, 1100.246, 1200.369, 1300.492, 1383.9),
        2,
    ),
    "a year that is missing": (
        "missing_year",
        series("gdp", 2010, 1000, 1081, 1142, "", 1300, 1390),
        5,
    ),
    "a provisional figure of long ago": (
        "old_provisional",
        ["gdp,110000,2020,level,current,100,亿元,provisional"],
        2,
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_found_once_where_it_stands(name: str, find: Find) -> None:
    rule, lines, number = SLIPS[name]
    found = find(rule, *lines)
    assert len(found) == 1
    column = len(lines[number - 2].rsplit(",", lines[number - 2].count(",") - 4)[0]) + 2
    assert found[0].where.endswith(f"own.csv:{number}:{column}")
    assert found[0].why.en
    assert found[0].why.zh
    assert found[0].mend.en


LAWFUL = {
    "parts that add up within rounding": (
        "parts_total",
        [*PARTS, "gdp_tertiary,110000,2024,level,current,69.1"],
    ),
    "parts of which one is not known": ("parts_total", PARTS),
    "some districts of a city": (
        "parts_total",
        ["gdp,110000,2024,level,current,100", "gdp,110108,2024,level,current,70"],
    ),
    "growth within rounding": (
        "level_growth",
        [
            *series("retail_sales", 2023, "100.0", "110.0"),
            "retail_sales,110000,2024,growth,current,10.1",
        ],
    ),
    "real growth beside levels at current prices": (
        "level_growth",
        [*series("gdp", 2023, "100.0", "110.0"), "gdp,110000,2024,growth,constant,5.0"],
    ),
    "investment on a comparable scope": (
        "level_growth",
        [
            *series("fixed_asset_investment", 2023, "100.0", "90.0"),
            "fixed_asset_investment,110000,2024,growth,scope,5.0",
        ],
    ),
    "growth over a missing year": (
        "level_growth",
        [
            *series("retail_sales", 2022, "100.0", "", "130.0"),
            "retail_sales,110000,2024,growth,current,5.0",
        ],
    ),
    "levels of two releases": (
        "level_growth",
        [
            "gdp,110000,2023,level,current,100.0,,,census4",
            "gdp,110000,2024,level,current,120.0,,,census5",
            "gdp,110000,2024,growth,current,5.0,%,,census5",
        ],
    ),
    "an index that is its growth": (
        "index_level",
        ["gdp,110000,2024,index,constant,105.2", "gdp,110000,2024,growth,constant,5.2"],
    ),
    "a cumulated value that grows": (
        "falling_cumulation",
        [
            "gdp,110000,2024-Q1,level,current,20",
            "gdp,110000,2024-H1,level,current,50",
            "gdp,110000,2024-Q2,level,current,30",
            "gdp,110000,2024,level,current,110",
        ],
    ),
    "a stock that falls within the year": (
        "falling_cumulation",
        [
            "resident_population,110000,2024-Q1,level,,20",
            "resident_population,110000,2024,level,,19",
        ],
    ),
    "a balance that falls": (
        "falling_cumulation",
        ["surplus,110000,2024-01/2024-05,level,,20", "surplus,110000,2024-01/2024-08,level,,-3"],
    ),
    "a district that became a city, for good": (
        "power_of_ten",
        series("gdp", 2018, 100, 106, 1100, 1180, 1250),
    ),
    "rates that may be anything": (
        "power_of_ten",
        series("x", 2018, 0.3, 3.1, 0.25, 2.9, -1.0, more="level,"),
    ),
    "rates at their own year": (
        "shifted",
        [
            *series("retail_sales", 2010, *GROWN),
            *series(
                "retail_sales",
                2011,
                *(f"{(b / a - 1) * 100:.1f}" for a, b in pairwise(GROWN)),
                more="growth,current",
            ),
        ],
    ),
    "real rates that no nominal level has": (
        "shifted",
        [*series("gdp", 2010, *GROWN), *series("gdp", 2010, *[6.0] * 10, more=REAL)],
    ),
    "levels at constant prices with their growth": (
        "base_year",
        [
            *series("gdp", 2013, 100.0, 107.0, 114.4, more="level,constant:2010"),
            *series("gdp", 2014, 7.0, 6.9, more=REAL),
            *series("gdp", 2015, 180.0, 190.8, more="level,constant:2015"),
        ],
    ),
    "real growth that differs in one year": (
        "nominal_as_real",
        [*series("gdp", 2010, *GROWN[:5]), *series("gdp", 2011, 8.1, 5.6, 9.0, 3.3, more=REAL)],
    ),
    "a population that hardly moves": (
        "interpolated",
        series("resident_population", 2016, 2195, 2194, 2192, 2190, 2189, 2189, more="level,"),
    ),
    "growth as it is": ("interpolated", series("gdp", 2010, *GROWN)),
    "a census every ten years": (
        "missing_year",
        [
            f"resident_population,110000,{year},level,,{year - 1000}"
            for year in range(1970, 2021, 10)
        ],
    ),
    "the last year is not out yet": ("missing_year", series("gdp", 2010, *GROWN)),
    "a provisional figure of last year": (
        "old_provisional",
        ["gdp,110000,2025,level,current,100,亿元,provisional"],
    ),
}


@pytest.mark.parametrize("name", LAWFUL)
def test_what_is_lawful_is_no_finding(name: str, find: Find) -> None:
    rule, lines = LAWFUL[name]
    assert [f.why.en for f in find(rule, *lines)] == []


def test_every_rule_has_a_slip_and_something_lawful() -> None:
    elsewhere = {"undated_source", "duplicates", "own_releases"}  # of packages and of two files
    assert {rule for rule, *_ in SLIPS.values()} | elsewhere == {*rules()}
    assert {rule for rule, *_ in LAWFUL.values()} | elsewhere == {*rules()}


def test_every_rule_has_a_title_and_says_how_to_mend() -> None:
    for rule in rules().values():
        assert rule.TITLE.en
        assert rule.TITLE.zh
        assert rule.__doc__


US = Path(__file__).resolve().parents[2].parent / "shared/datasets"


@pytest.mark.skipif(not US.is_dir(), reason="the published tables are not here")
@pytest.mark.parametrize(
    ("file", "period"), [("us_gdp_year.csv", "1929"), ("us_gdp_quarter.csv", "1947-Q1")]
)
def test_the_shifted_rates_of_a_published_table_are_found(
    file: str, period: str, tmp_path: Path
) -> None:
    # datasets/README.md: as labelled they do not match, they belong to the next row
    from datetime import date

    from cpstats.checks import shifted
    from cpstats.selecting.facts import read_facts

    header, *lines = (US / file).read_text("utf-8").splitlines()  # names no place itself
    table = [f"ref_area,{header}", *(f"US,{line}" for line in lines), ""]
    (tmp_path / file).write_text("\n".join(table), "utf-8")
    found = list(shifted.find(read_facts([str(tmp_path / file)], today=date(2026, 1, 1))))
    assert [(f.figures[0].indicator, f.figures[0].time_period) for f in found] == [
        ("change-current", period),
        ("change-chained", period),
    ]


def test_two_own_files_that_disagree_are_told_at_the_newer_one(tmp_path: Path) -> None:
    older, newer = tmp_path / "z.csv", tmp_path / "a.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    older.write_text(head + "Hops,Elmby,2019,500,t\nHops,Elmby,2020,510,t\n", "utf-8")
    newer.write_text(head + "Hops,Elmby,2019,500.2,t\nHops,Elmby,2020,540,t\n", "utf-8")
    facts = read_facts([str(older), str(newer)], today=date(2026, 11, 24))
    (found,) = findings(facts)  # 2019: 500.2 is a closer look at 500, not another figure
    assert (found.rule, found.severity) == ("own_releases", "warning")
    assert found.where == f"{newer}:3:17"
    assert "2020 540 t (a.csv) stands beside 2020 510 t (z.csv)" in found.why.en
