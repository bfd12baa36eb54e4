"""Scales in words of any language, money by signs that nobody knows, weights, growth “y-on-y”."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return name, place, period, measure, value and unit of each figure."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(r[:6]) for r in found.rows}


@pytest.mark.parametrize(
    ("scale", "english"),
    [("Milliards", "billion"), ("миллионов", "million"), ("miles", "thousand"), ("Crore", "crore")],
)
@pytest.mark.parametrize("header", ["Scale", "Échelle", "Grandeur"])
def test_a_scale_in_another_language_is_put_before_the_unit(
    header: str, scale: str, english: str
) -> None:
    text = (
        f"Series,Unit,{header},2019,2020\nDebts,FCFA,{scale},210,215\nRents,% of GDP,,42.1,46.3\n"
    )
    found = read(text, place="Chad")
    assert {(r[0], r[5]) for r in found} == {("Debts", f"{english} FCFA"), ("Rents", "% of GDP")}


@pytest.mark.parametrize("unit", ["R billion", "RM million", "Nu. million", "K million"])
@pytest.mark.parametrize(
    "title", ["Trade by port, {}", "Trade by port ({})", "Trade by port in {}"]
)
def test_money_by_a_sign_that_is_not_known_is_not_cut_from_its_scale(title: str, unit: str) -> None:
    text = f'"{title.format(unit)}"\nPort,2021,2022\nEast dock,203.1,191.1\nWest dock,135.9,140.2\n'
    found = read(text, place="Chad")
    assert {r[5] for r in found} == {unit}
    assert not any(unit in r[0] for r in found)


def test_growth_y_on_y_and_q_to_q_is_of_what_stands_beside_it() -> None:
    text = "Year,Quarter,Output (t),q-to-q (%),y-on-y (%)\n2022,1,508.6,-0.95,5.02\n2022,2,497.9,3.72,5.46\n"
    growth = {
        r[0]: r[4] for r in read(text, place="Chad") if r[2] == "2022-Q2" and r[3] == "growth"
    }
    assert growth == {"Output": "5.46", "Output (previous-period growth)": "3.72"}


def test_the_weights_beside_an_index_are_no_figures_of_a_period() -> None:
    text = "Industry,Weight,Jan-22,Feb-22\nMining,12.5,101.2,102.3\nPower,17.4,120.3,119.0\n"
    assert {(r[0], r[2], r[4]) for r in read(text, place="Chad")} == {
        ("Mining", "2022-01", "101.2"),
        ("Mining", "2022-02", "102.3"),
        ("Power", "2022-01", "120.3"),
        ("Power", "2022-02", "119.0"),
    }


def test_a_title_that_divides_names_its_place_and_its_census_no_more() -> None:
    text = '"Births by age group and sex, Ghana, 2021 Census"\nAge group,Male,Female\n0-4,19,18\n5-9,17,16\n'
    assert {r[:3] for r in read(text)} == {
        (f"Births by age group and sex, {sex}, {age}", "Ghana", "2021")
        for sex in ("Male", "Female")
        for age in ("0-4", "5-9")
    }


def test_a_price_of_a_year_is_of_that_year_and_prices_of_a_year_are_a_base() -> None:
    text = "Metal,Price ($/t) 2020,Price ($/t) 2021,Output (kt) 2020,Output (kt) 2021\nTin,17125,32384,264,300\n"
    assert {(r[0], r[2], r[4], r[5]) for r in read(text, place="Chad")} == {
        ("Price, Tin", "2020", "17125", "$/t"),
        ("Price, Tin", "2021", "32384", "$/t"),
        ("Output, Tin", "2020", "264", "kt"),
        ("Output, Tin", "2021", "300", "kt"),
    }
    base = "Year,Rents at prices 2015\n2019,5\n2020,6\n"
    assert {r[2] for r in read(base, place="Chad")} == {"2019", "2020"}


def test_a_change_in_points_is_of_what_is_in_per_cent() -> None:
    text = "Region;Anteil (in %);Einwohner (in Tsd.);Veränderung (in Prozentpunkten)\nOst;12,5;120,1;0,3\nWest;87,5;840,7;-0,3\n"
    found = {(r[0], r[5]) for r in read(text, period="2021")}
    assert ("Anteil, Veränderung", "percentage points") in found


@pytest.mark.parametrize("word", ["Total", "Year", "Annual"])
def test_the_whole_year_below_months_that_are_numbered(word: str) -> None:
    months = [f"{y},{m},{m}.5,{30 + m}\n" for y in (2020, 2021) for m in range(1, 13)]
    lines = [*months, *(f"{y},{word},78,438\n" for y in (2020, 2021))]
    found = read("Year,Month,Riders (million),Freight (t)\n" + "".join(lines), place="Chad")
    assert ("Riders", "2020", "78") in {(r[0], r[2], r[4]) for r in found}
    assert ("Freight", "2021-12", "42") in {(r[0], r[2], r[4]) for r in found}
    assert len(found) == 2 * 2 * 13
