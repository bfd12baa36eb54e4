"""What an indicator is, and for which places and periods there are figures."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cpstats.answers.info import info

if TYPE_CHECKING:
    from pathlib import Path

    from tests.answers.conftest import Own

    from cpstats.store.package import Package


def test_the_facts_of_an_indicator_come_first(package: Package) -> None:
    facts = {
        row[0].text.en: row[1].text.en
        for row in info(("gdp",), package).blocks[0].rows
        if row[0].text and row[1].text
    }
    assert facts["id"] == "gdp"
    assert facts["unit"] == "100 million yuan"
    assert facts["unmarked growth is"] == "real"
    assert facts["places are compared by"].startswith("share")
    assert "生产总值" in facts["also called"]


def test_a_definition_is_told_in_the_language_of_its_reader(package: Package) -> None:
    for indicator in package.catalogue.indicators:
        rows = info((indicator,), package).blocks[0].rows
        for said in (row[1].text for row in rows if row[0].text and row[0].text.en == "definition"):
            assert said is not None
            assert said.en.isascii(), indicator
            assert not said.zh.isascii(), indicator


def test_what_an_indicator_has_not_is_left_out(package: Package) -> None:
    facts = [row[0].text.en for row in info(("pm25",), package).blocks[0].rows if row[0].text]
    assert "unmarked growth is" not in facts


@pytest.mark.parametrize("indicator", ["gdp", "resident_population", "pm25"])
def test_coverage_counts_every_row_of_the_files(
    indicator: str, package: Package, root: Path
) -> None:
    counted: dict[tuple[str, str], int] = {}
    for path in sorted((root / "data" / "observations").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["indicator"] == indicator:
                    key = (row["ref_area"], row["measure"] or "level")
                    counted[key] = counted.get(key, 0) + 1
    records = info((indicator,), package).records
    assert {(r["ref_area"], r["measure"]): r["figures"] for r in records} == counted


def test_coverage_has_the_first_and_the_last_period(package: Package) -> None:
    # DATA.md: Changping's GDP 1995 … 2024; published spans 2004/2006 … 2021/2025
    found = {
        r["measure"]: (r["first"], r["last"])
        for r in info(("gdp",), package).records
        if r["ref_area"] == "110114"
    }
    assert found["level"] == ("1995", "2024")
    assert found["average_growth"] == ("2004/2006", "2021/2025")
    assert found["average_growth_gap"] == ("2021/2025", "2021/2025")


def test_places_stand_in_the_order_of_the_catalogue(package: Package) -> None:
    areas = list(dict.fromkeys(r["ref_area"] for r in info(("gdp",), package).records))
    assert areas == [a for a in package.catalogue.places if a in areas]
    assert areas[:2] == ["100000", "110000"]


def test_sources_of_the_figures_are_cited(package: Package) -> None:
    cited = {s.source for s in info(("gdp",), package).sources}
    assert {"nbs_v3", "table2022", "cp_review_2025"} <= cited
    assert "census2020" not in cited


def test_several_indicators_have_a_pair_of_tables_each(package: Package) -> None:
    report = info(("gdp", "pm25"), package)
    assert [b.title.en for b in report.blocks if b.title] == [
        "Gross domestic product",
        "Gross domestic product · coverage",
        "Annual mean PM2.5 concentration",
        "Annual mean PM2.5 concentration · coverage",
    ]


def test_own_figures_are_counted_with_the_built_in_ones(package: Package, own: Own) -> None:
    mine = own("indicator,ref_area,time_period,obs_value\nGDP,昌平,2023,1500\n")

    def levels(of: Package) -> object:
        return next(
            r["figures"]
            for r in info(("gdp",), of).records
            if (r["ref_area"], r["measure"]) == ("110114", "level")
        )

    assert (levels(package), levels(mine)) == (14, 15)
