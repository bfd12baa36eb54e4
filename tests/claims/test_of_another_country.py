"""Texts about another country with its own package: whose GDP, whose nation, which pounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package

INDICATORS = """\
indicator,theme,name_zh,name_en,unit,kind,better,compare,growth_basis,aliases,search_words
land_gdp,economy,邦生产总值,Gross product of the land,百万英镑,flow,high,share,constant,GDP|gross domestic product|地区生产总值,
people,livelihood,年中人口,Mid-year population,人,stock,,share,,population,
"""
PLACES = """\
ref_area,name_zh,name_en,slug,parent,level,aliases
VXX,维克斯,Vexland,vexland,,country,
VXN,诺尔郡,Norshire,norshire,VXX,county,
VXS,苏恩郡,Sunshire,sunshire,VXX,county,
"""
FIGURES = """\
indicator,ref_area,time_period,measure,price_basis,obs_value,unit,source
land_gdp,VXX,2021,level,current,4000,百万英镑,office
land_gdp,VXN,2021,level,current,1000,百万英镑,office
land_gdp,VXS,2021,level,current,3000,百万英镑,office
land_gdp,VXX,2021,growth,constant,4.0,%,office
land_gdp,VXN,2021,growth,constant,5.5,%,office
people,VXN,2021,level,,1250300,人,office
"""


@pytest.fixture
def package(tmp_path: Path) -> Package:
    (tmp_path / "indicators.csv").write_text(INDICATORS, "utf-8")
    (tmp_path / "places.csv").write_text(PLACES, "utf-8")
    (tmp_path / "observations.csv").write_text(FIGURES, "utf-8")
    (tmp_path / "sources.csv").write_text("source,title\noffice,Yearbook of Vexland\n", "utf-8")
    names = ("indicators", "places", "observations", "sources")
    resources = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in names)
    (tmp_path / "datapackage.json").write_text(f'{{"name":"vex","resources":[{resources}]}}')
    return open_package([str(tmp_path)])


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        # GDP is a name of the catalogue's too, which has no figure of Norshire.
        ("In 2021 the GDP of Norshire grew by 5.5 percent.", ["confirmed"]),
        ("In 2021 the GDP of Norshire grew by 6.9 percent.", ["contradicted"]),
        ("2021年诺尔郡地区生产总值增长5.5%。", ["confirmed"]),
        ("2021年诺尔郡地区生产总值增长6.9%。", ["contradicted"]),
        # 5.5 − 4.0 = 1.5 points, 1000 ÷ 4000 = 25 %: of the country in which Norshire lies
        (
            "Norshire's GDP grew 5.5 percent in 2021, 1.5 points faster than the national rate.",
            ["confirmed", "confirmed"],
        ),
        (
            "GDP of Norshire accounted for 25.0 percent of the national total in 2021.",
            ["confirmed"],
        ),
        (
            "GDP of Norshire accounted for 35.0 percent of the national total in 2021.",
            ["contradicted"],
        ),
        ("GDP of Norshire was 1 billion British pounds in 2021.", ["confirmed"]),
        ("GDP of Norshire was 1 billion pounds sterling in 2021.", ["confirmed"]),
        ("GDP of Norshire was 1 billion Egyptian pounds in 2021.", ["unverifiable"]),
        ("The population of Norshire was 1,250,300 in 2021.", ["confirmed"]),
        ("The population of Norshire was 1,450,300 in 2021.", ["contradicted"]),
        # where the catalogue has figures, its own indicator is meant
        ("In 2022 the GDP of Beijing grew by 0.7 percent.", ["confirmed"]),
    ],
)
def test_the_figures_of_its_own_tables_are_meant(
    sentence: str, verdicts: list[str], package: Package
) -> None:
    report = check([of_sentence(sentence)], package, Asked(every=True))
    assert [record["verdict"] for record in report.records] == verdicts


def test_a_rank_is_among_the_parts_of_its_own_country(package: Package) -> None:
    first = "The GDP of Sunshire ranked first in the country in 2021."
    last = "The GDP of Norshire ranked first in the country in 2021."
    found = [
        check([of_sentence(sentence)], package, Asked(every=True)).records[0]["verdict"]
        for sentence in (first, last)
    ]
    assert found == ["confirmed", "contradicted"]
