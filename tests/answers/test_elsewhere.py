"""Own data of another country beside the built-in ones: what is theirs comes first, or is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.vexland import vexland

from cpstats.answers.elsewhere import with_namesakes
from cpstats.answers.listing import indicators, places, search
from cpstats.model.report import Report
from cpstats.model.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package


@pytest.fixture
def abroad(tmp_path: Path) -> Package:
    return vexland(tmp_path)


def test_lists_and_searches_begin_with_own_data(abroad: Package) -> None:
    assert [r["indicator"] for r in indicators(abroad).records][:3] == ["land_gdp", "people", "gdp"]
    assert [r["ref_area"] for r in places(abroad).records][:3] == ["VXX", "VXN", "VXS"]
    assert [r["id"] for r in search("GDP", abroad).records][:2] == ["land_gdp", "gdp"]


def test_a_name_of_the_catalogue_says_what_it_is_where_it_has_no_figure(abroad: Package) -> None:
    empty = Report(Text("", ""))
    (said,) = with_namesakes(empty, abroad, ("gdp",), ("norshire",)).notes
    assert said.en == "For these places it is land_gdp (Gross product of the land)"
    assert said.zh == "这些地区的对应指标是land_gdp（邦生产总值）"
    for indicator, place in (("gdp", "beijing"), ("land_gdp", "norshire"), ("cpi", "norshire")):
        assert with_namesakes(empty, abroad, (indicator,), (place,)) is empty


def test_a_plan_of_one_country_is_no_span_of_another(abroad: Package) -> None:
    catalogue = abroad.catalogue
    assert catalogue.span_around("110114", 2023) == (2021, 2025)
    assert catalogue.span_around("VXN", 2023) is None
    assert catalogue.nation_of("VXN") == "VXX"
    assert catalogue.nation_of("110114") == "100000"
