"""A name finds its thing in any spelling; a wrong one names the nearest three."""

from __future__ import annotations

import pytest

from cpstats.errors import UsageError
from cpstats.model.catalogue import Catalogue, nearest
from cpstats.model.indicator import Indicator
from cpstats.model.place import Place, Places
from cpstats.model.source import Vintage
from cpstats.model.text import Text

CATALOGUE = Catalogue(
    indicators={
        "gdp": Indicator(
            "gdp", name_zh="地区生产总值", name_en="Gross domestic product", aliases=("GDP",)
        ),
        "gdp_per_capita": Indicator(
            "gdp_per_capita", name_zh="人均地区生产总值", name_en="GDP per capita"
        ),
        "gdp_target": Indicator("gdp_target", name_zh="增长目标", name_en="GDP growth target"),
        "pm25": Indicator("pm25", name_zh="细颗粒物年均浓度", aliases=("PM2.5",)),
    },
    places=Places(
        {
            "110000": Place(
                "110000", "北京市", "Beijing", "beijing", "100000", "province", ("北京",)
            ),
            "110114": Place("110114", "昌平区", "Changping", "changping", "110000"),
            "110108": Place("110108", "海淀区", "Haidian", "haidian", "110000"),
        }
    ),
)


@pytest.mark.parametrize(
    "name",
    [
        "gdp",
        "GDP",
        "Gdp",
        " gdp ",
        "地区生产总值",
        "Gross domestic product",
        "ＧＤＰ",
        "gross DOMESTIC product",
    ],
)
def test_an_indicator_is_found_in_any_spelling(name: str) -> None:
    assert CATALOGUE.find_indicator(name) == "gdp"


@pytest.mark.parametrize("name", ["110114", "changping", "Changping", "昌平区", "１１０１１４"])
def test_a_place_is_found_by_code_slug_and_name(name: str) -> None:
    assert CATALOGUE.find_place(name) == "110114"


def test_a_wrong_indicator_names_the_nearest_three() -> None:
    with pytest.raises(UsageError) as error:
        CATALOGUE.find_indicator("gdp_tagret")
    assert str(error.value) == (
        "no indicator is called “gdp_tagret”. Nearest: gdp_target, gdp, gdp_per_capita. "
        "`cpstats list` shows all."
    )


def test_a_wrong_place_names_the_nearest_by_their_names() -> None:
    with pytest.raises(UsageError) as error:
        CATALOGUE.find_place("chanping")
    assert str(error.value) == (
        "no place is called “chanping”. Nearest: Changping, Beijing, Haidian. "
        "`cpstats list places` shows all."
    )


@pytest.mark.parametrize("name", ["", "   ", "qqqqqqqq"])
def test_a_name_like_no_other_names_none(name: str) -> None:
    with pytest.raises(UsageError) as error:
        CATALOGUE.find_place(name)
    assert str(error.value) == (f"no place is called “{name}”. `cpstats list places` shows all.")


def test_children_and_all_are_places_in_their_order() -> None:
    assert CATALOGUE.find_places("all") == ("110000", "110114", "110108")
    assert CATALOGUE.find_places("children:北京") == ("110114", "110108")
    assert CATALOGUE.find_places("children:haidian") == ()
    assert CATALOGUE.find_places("haidian") == ("110108",)


def test_a_part_of_a_name_counts_for_more_than_a_likeness() -> None:
    names = [("abcdef", "whole"), ("abxxef", "like")]
    assert nearest("cde", names)[0] == "whole"


def test_a_place_where_an_indicator_belongs_is_said_to_be_one() -> None:
    with pytest.raises(UsageError, match="“Changping” is a place, and no indicator") as found:
        CATALOGUE.find_indicator("Changping")
    assert "--vs" in str(found.value)


def test_a_release_is_found_by_any_of_its_names() -> None:
    census = Vintage("census", name_en="After the census", name_zh="普查后修订", short_zh="普查后")
    catalogue = Catalogue(vintages={"census": census, "first": Vintage("first")})
    for name in ("census", "普查后", "普查后修订", "after the Census"):
        assert catalogue.find_vintage(name) == "census"
    assert (catalogue.find_vintage(""), catalogue.find_vintage("普查")) == ("", "")
    assert catalogue.releases("census|first") == Text("census, first", "普查后、first")
