"""Short names of the parts of one whole below another, and lines of an outline (invented figures)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def ids(folder: Path, text: str) -> dict[str, str]:
    """Return each figure with the indicator, or the own name, that it was read as."""
    (folder / "t.csv").write_text(text, "utf-8")
    import_files(
        [str(folder / "t.csv")],
        open_package(),
        folder=folder / "p",
        hints=Hints(place="海淀区"),
        force=True,
    )
    own = {}
    if (folder / "p" / "indicators.csv").exists():
        with (folder / "p" / "indicators.csv").open(encoding="utf-8", newline="") as lines:
            own = {row["indicator"]: row["name_zh"] for row in csv.DictReader(lines)}
    with (folder / "p" / "observations.csv").open(encoding="utf-8", newline="") as lines:
        return {
            r["obs_value"]: r["indicator"] if r["indicator"] in KNOWN else own[r["indicator"]]
            for r in csv.DictReader(lines)
        }


KNOWN = open_package().catalogue.indicators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # below its whole
            "指标,2021年\n地区生产总值（亿元）,30\n第一产业,1\n#第二产业,9\n其中：第三产业,20\n",
            {"30": "gdp", "1": "gdp_primary", "9": "gdp_secondary", "20": "gdp_tertiary"},
        ),
        (  # below another
            "指标,2021年\n用电量（万千瓦时）,30\n第一产业,1\n第三产业,20\n",
            {"30": "用电量", "1": "用电量, 第一产业", "20": "用电量, 第三产业"},
        ),
        (  # numbers before names say what stands above
            "指标,2021年\n一、地区生产总值（亿元）,30\n（一）第一产业,1\n1.林场,2\n（二）第二产业,9\n",
            {"30": "gdp", "1": "gdp_primary", "2": "1.林场", "9": "gdp_secondary"},
        ),
        (
            "指标,2021年\n一、用电量（万千瓦时）,30\n（一）第一产业,1\n1.林场,2\n（二）第二产业,9\n",
            {
                "30": "一、用电量",
                "1": "一、用电量, (一)第一产业",
                "2": "1.林场",
                "9": "一、用电量, (二)第二产业",
            },
        ),
        (  # what says itself what it counts is of no line above
            "指标,2021年\n零售额（亿元）,30\n出口总值（亿元）,1\n服务业增加值（亿元）,20\n",
            {"30": "零售额", "1": "exports", "20": "gdp_tertiary"},
        ),
        (  # the title says of what
            "2021年各产业用电量\n指标,数值（万千瓦时）\n第一产业,1\n第三产业,20\n",
            {"1": "各产业用电量, 第一产业", "20": "各产业用电量, 第三产业"},
        ),
        (  # the title names the whole, or what its parts count
            "2021年地区生产总值构成\n指标,数值（亿元）\n第一产业,1\n",
            {"1": "gdp_primary"},
        ),
        ("2021年三次产业增加值\n指标,数值（亿元）\n二产,9\n", {"9": "gdp_secondary"}),
        (  # of another kind of unit than what happens to stand before it
            "年份,常住人口（万人）,第一产业（亿元）,GDP（亿元）\n2021,5,1,30\n",
            {"5": "resident_population", "1": "gdp_primary", "30": "gdp"},
        ),
        (  # a whole name is no short one
            "指标,2021年\n用电量（万千瓦时）,30\n第一产业增加值（亿元）,1\n",
            {"30": "用电量", "1": "gdp_primary"},
        ),
    ],
)
def test_a_short_name_of_a_part_is_the_part_of_what_stands_above(
    text: str, expected: dict[str, str], tmp_path: Path
) -> None:
    assert ids(tmp_path, text) == expected


def test_the_number_of_a_line_is_no_part_of_a_name_that_is_known(tmp_path: Path) -> None:
    text = "指标,2021年\n一、地区生产总值（亿元）,30\n（二）常住人口（万人）,5\n3. 社零（亿元）,7\n#税收收入（亿元）,2\n"
    assert ids(tmp_path, text) == {
        "30": "gdp",
        "5": "resident_population",
        "7": "retail_sales",
        "2": "tax_revenue",
    }


def test_of_which_and_an_alias_is_of_what_stands_above(tmp_path: Path) -> None:
    text = "指标,2021年\n企业数（个）,30\n其中：数字经济,5\n"  # not the value added of that branch
    assert ids(tmp_path, text) == {"30": "企业数", "5": "企业数, 其中:数字经济"}


def test_two_names_of_one_indicator_side_by_side_are_two(tmp_path: Path) -> None:
    text = "指标,2021年\n财政收入（亿元）,60\n一般公共预算收入（亿元）,40\n"
    expected = {"60": "财政收入(≠一般公共预算收入)", "40": "budget_revenue"}
    assert ids(tmp_path, text) == expected
    assert ids(tmp_path, "指标,2021年\n财政收入（亿元）,60\n") == {"60": "budget_revenue"}


@pytest.mark.parametrize("name", ["工业总产值", "外资企业数"])  # of all industry; of all such firms
def test_a_wider_name_is_not_taken_for_a_narrower_indicator(name: str, tmp_path: Path) -> None:
    assert ids(tmp_path, f"指标,2021年\n{name},60\n") == {"60": name}
