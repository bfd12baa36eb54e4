"""Men and women behind those whom they add up to; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _names(text: str, **hints: str) -> set[tuple[str, ...]]:
    """Return name, figure and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(row[0], row[4], row[5]) for row in found.rows}


@pytest.mark.parametrize(
    ("men", "women"), [("Male", "Female"), ("Männer", "Frauen"), ("Urban", "Rural")]
)
def test_over_the_figures_they_have_the_name_before_them(men: str, women: str) -> None:
    text = (
        f"Country,Year,Herders (1000),{men},{women}\nPeru,2019,1203,602,601\nChile,2019,41,20,21\n"
    )
    assert _names(text) == {
        ("Herders", "1203", "thousand"),
        (f"Herders, {men}", "602", "thousand"),
        (f"Herders, {women}", "601", "thousand"),
        ("Herders", "41", "thousand"),
        (f"Herders, {men}", "20", "thousand"),
        (f"Herders, {women}", "21", "thousand"),
    }


def test_each_with_its_year_they_have_it_too() -> None:
    text = "Country,Herders 2019,Males 2019,Females 2019\nPeru,1203,602,601\nChile,41,20,21\n"
    assert {name for name, *_ in _names(text)} == {"Herders", "Herders, Males", "Herders, Females"}


def test_beside_the_figures_they_have_it() -> None:
    text = "Peru,,\nItem,2019,2020\nHerders,1203,1204\nMen,602,603\nWomen,601,601\nHuts,5,6\n"
    assert {name for name, *_ in _names(text)} == {
        "Herders",
        "Herders, Men",
        "Herders, Women",
        "Huts",
    }


def test_what_does_not_add_up_to_it_is_not_of_it() -> None:
    text = "Country,Year,Huts,Men,Women\nPeru,2019,300,602,601\nChile,2019,41,20,22\n"
    assert {name for name, *_ in _names(text)} == {"Huts", "Men", "Women"}
