"""Lists of what is there, and a search by any part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.listing import indicators, places, search, sources
from cpstats.errors import NoAnswerError

if TYPE_CHECKING:
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def idents(report: Report, kind: str) -> list[str]:
    return [str(r["id"]) for r in report.records if r["kind"] == kind]


def test_lists_hold_the_whole_catalogue_in_its_order(package: Package) -> None:
    catalogue = package.catalogue
    for made, key, known in (
        (indicators(package), "indicator", catalogue.indicators),
        (places(package), "ref_area", catalogue.places),
        (sources(package), "source", catalogue.sources),
    ):
        assert [r[key] for r in made.records] == list(known)
        assert len(made.blocks[0].rows) == len(known)


def test_there_are_the_country_the_city_and_its_sixteen_districts(package: Package) -> None:
    # DATA.md: Changping, Beijing, the other fifteen districts and the country
    records = places(package).records
    assert [r["ref_area"] for r in records if not r["parent"]] == ["100000"]
    assert sum(r["parent"] == "110000" for r in records) == 16


def test_an_indicator_s_record_says_how_it_is_compared(package: Package) -> None:
    record = next(r for r in indicators(package).records if r["indicator"] == "gdp")
    assert (record["unit"], record["compare"], record["growth_basis"]) == (
        "亿元",
        "share",
        "constant",
    )
    assert "生产总值" in str(record["aliases"]).split("|")


def test_a_source_s_record_says_when_and_of_what_quality(package: Package) -> None:
    record = next(r for r in sources(package).records if r["source"] == "cp_review_2025")
    assert record["published"] == "2025-12-22"
    assert record["quality"] in {"high", "medium"}


@pytest.mark.parametrize("text", ["GDP", "gdp", "ＧＤＰ", " gdp "])
def test_an_exact_name_comes_first_however_it_is_written(text: str, package: Package) -> None:
    assert idents(search(text, package), "indicator")[0] == "gdp"


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("income", "disposable_income"),
        ("收入", "disposable_income"),  # a search word, too general for a claim
        ("PM2.5", "pm25"),
        ("FAI", "fixed_asset_investment"),
        ("投资", "fixed_asset_investment"),
    ],
)
def test_an_indicator_is_found_by_part_of_a_name_or_a_search_word(
    text: str, ident: str, package: Package
) -> None:
    assert ident in idents(search(text, package), "indicator")


@pytest.mark.parametrize("text", ["昌平", "changping", "Changping", "110114"])
def test_a_place_is_found_by_name_slug_or_code(text: str, package: Package) -> None:
    assert idents(search(text, package), "place") == ["110114"]


def test_only_what_was_found_has_a_table(package: Package) -> None:
    assert len(search("昌平", package).blocks) == 1
    assert len(search("an", package).blocks) == 2  # indicators and places


@pytest.mark.parametrize("text", ["no such thing", "", "  "])
def test_nothing_found_is_no_answer(text: str, package: Package) -> None:
    with pytest.raises(NoAnswerError, match="nothing is called"):
        search(text, package)
