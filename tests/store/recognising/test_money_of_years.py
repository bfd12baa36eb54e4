"""Money at the prices of a year in brackets, and growth behind a share, which is not the growth of that share."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.price_basis import priced


def read(text: str, **hints: object) -> list[dict[str, str]]:
    """Return each figure by what its columns are called."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    found = priced(found, Hints(**hints))  # type: ignore[arg-type]
    return [dict(zip(found.header, row, strict=True)) for row in found.rows]


@pytest.mark.parametrize(
    ("bracket", "unit"),
    [
        ("2015 USD", "USD"),
        ("2015 PPP $", "PPP $"),
        ("millions of 2015 dollars", "millions of dollars"),
        ("2015 million euro", "million euro"),
        ("2015 C$ billions", "C$ billions"),
    ],
)
def test_money_behind_a_year_is_at_its_prices(bracket: str, unit: str) -> None:
    found = read(f"Year,Rents ({bracket})\n2019,1\n2020,2\n", place="Chad")
    assert {(r["unit"], r["price_basis"]) for r in found} == {(unit, "constant:2015")}


def test_money_of_the_year_of_all_figures_is_at_no_other_prices() -> None:
    found = read("Country,Year,Rents (2015 USD)\nChad,2015,1\nPeru,2015,2\n")
    assert {r["unit"] for r in found} == {"USD"}
    assert all(not r.get("price_basis") for r in found)


def test_growth_behind_a_share_is_that_of_the_line() -> None:
    text = "Sector,Share in output (%),Growth (%)\nFarms,22.4,-0.3\nMines,17.0,7.2\n"
    found = {
        (r["indicator"], r["measure"]): r["obs_value"]
        for r in read(text, place="Chad", period="2021")
    }
    assert found == {
        ("Share in output, Farms", "level"): "22.4",
        ("Share in output, Mines", "level"): "17.0",
        ("Farms", "growth"): "-0.3",
        ("Mines", "growth"): "7.2",
    }


def test_the_average_of_a_year_below_its_months_is_left_out() -> None:
    months = "".join(
        f"{name},{i}.1\n" for i, name in enumerate(("Januar", "Februar", "März", "April"), 1)
    )
    found = read(f"Monat,2021\n{months}Jahresdurchschnitt,2.6\n", place="Chad", indicator="Huts")
    assert [r["obs_value"] for r in found] == ["1.1", "2.1", "3.1", "4.1"]
