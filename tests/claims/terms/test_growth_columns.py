"""Columns of a table of one's own that hold growth: what a text calls them, and how it is looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.terms.growth_columns import (
    grown_in_chinese,
    growth_columns,
    of_what,
    per_so_many,
)
from cpstats.claims.texts import of_sentence
from cpstats.model.indicator import Indicator
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Area,Year,"Real GDP growth, %",CPI change (%),GDP (million dollars),Population,"Births per 1,000 population"
Alderney County,2022,2.6,7.9,1310,54200,10.4
Alderney County,2023,-1.2,3.4,1365,54900,9.8
Birch County,2022,3.1,8.2,2440,81300,11.0
Birch County,2023,2.2,3.9,2610,82100,10.7
"""


def test_what_a_column_is_the_growth_of() -> None:
    own = Indicator("Tea growth", theme="own", name_en="Tea growth (%)", unit="%")
    level = Indicator("Tea share", theme="own", name_en="Tea share", unit="%")
    found = growth_columns({"a": own, "b": level}, {"tea": "tea_output"}, {})
    assert found == {"tea_output": "a"}


def test_what_a_chinese_column_is_the_growth_of() -> None:
    own = Indicator(
        "茶业投资增长", theme="own", name_zh="茶业投资增长", name_en="茶业投资增长", unit="%"
    )
    rate = Indicator(
        "自然增长率", theme="own", name_zh="人口自然增长率", name_en="人口自然增长率", unit="%"
    )
    since = Indicator(
        "比年增长", theme="own", name_zh="产值比2015年增长", name_en="产值比2015年增长", unit="%"
    )
    assert [grown_in_chinese(one) for one in (own, rate, since)] == ["茶业投资", None, None]
    every = {"a": own, "b": rate, "c": since}
    assert growth_columns(every, {}, {"茶业投资": "tea"}) == {"tea": "a"}


def test_a_column_of_growth_in_chinese_has_a_sign_and_no_share(tmp_path: Path) -> None:
    # made up: investment grew by 11.5 %, that in tea fell by 3.2 %
    file = tmp_path / "own.csv"
    file.write_text(
        "柳湾县主要指标\n指标,单位,2022年,2023年\n固定资产投资增长,%,9.5,11.5\n茶业投资增长,%,2.1,-3.2\n",
        "utf-8",
    )
    package = open_package([str(file)])

    def told(text: str) -> list[str]:
        asked = Asked(place="柳湾县", every=True)
        return [str(r["verdict"]) for r in check([of_sentence(text)], package, asked).records]

    assert told("2023年，全县固定资产投资增长11.5%，茶业投资下降3.2%。") == ["confirmed"] * 2
    assert told("2023年，全县固定资产投资下降11.5%，茶业投资增长3.2%。") == ["contradicted"] * 2
    assert "contradicted" not in told("2023年，全县茶业投资占固定资产投资的8.5%。")
    assert of_what("Annual inflation (%)") == "consumer prices"
    assert of_what("Nominal wage growth") == "wage"
    assert per_so_many("Deaths per 100,000 people") == [
        "Deaths",
        "Death rate",
        "Deaths rate",
        "crude Death rate",
    ]


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("In 2023, GDP in Birch County grew 2.2 percent.", ["confirmed"]),
        ("In 2023, GDP in Birch County grew 3.1 percent.", ["contradicted"]),
        ("Alderney County's economy shrank by 1.2 percent in 2023.", ["confirmed"]),
        ("Alderney County's economy grew by 1.2 percent in 2023.", ["contradicted"]),
        ("Consumer prices in Birch County rose 3.9 percent in 2023.", ["confirmed"]),
        ("Inflation in Birch County was 8.2 percent in 2023.", ["contradicted"]),
        ("The population of Birch County stood at 82,100 in 2023.", ["confirmed"]),
        ("The population of Birch County stood at 81,300 in 2023.", ["contradicted"]),
        ("There were 10.7 births per 1,000 population in Birch County in 2023.", ["confirmed"]),
        ("In 2023 the birth rate in Birch County was 9.8 per 1,000 population.", ["contradicted"]),
        (
            "GDP in Alderney County fell 1.2 percent in 2023. Statewide, GDP rose 2.0 percent.",
            ["confirmed", "unverifiable"],
        ),
    ],
)
def test_a_text_meets_the_columns_of_growth(
    tmp_path: Path, sentence: str, verdicts: list[str]
) -> None:
    file = tmp_path / "counties.csv"
    file.write_text(TABLE, "utf-8")
    report = check([of_sentence(sentence)], open_package((str(file),)), Asked())
    assert [r["verdict"] for r in report.records] == verdicts
