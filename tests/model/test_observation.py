"""A figure becomes the observation that it was read from, digit by digit."""

from __future__ import annotations

import pytest

from cpstats.model.figure import Figure, Quote
from cpstats.model.observation import digits, observation, places, shifted


def figure(number: str, printed_unit: str = "", **given: object) -> Figure:
    defaults: dict[str, object] = {"unit": "亿元", "price_basis": "current", "source": "s"}
    return Figure(
        indicator="gdp",
        ref_area="110114",
        time_period="2021",
        printed=Quote(number, printed_unit) if number else None,
        **(defaults | given),  # type: ignore[arg-type]
    )


# 0.12012 万亿元 is 1201.2 亿元; half a unit of its fifth decimal is 0.05 亿元.
TRILLION = figure("0.120120", "万亿元", value=1201.2, low=1201.195, high=1201.205, decimals=2)
# 2267 thousand persons, printed with zeros that are no digits: [2266.5, 2267.5] thousand.
ROUNDED = figure("2267000", "人", unit="万人", value=226.7, low=226.65, high=226.75)


def test_the_digits_are_those_that_were_printed_in_the_canonical_unit() -> None:
    assert digits(TRILLION) == "1201.20"
    assert digits(figure("6.20", "%", unit="%", value=6.2)) == "6.20"
    assert digits(figure("", value=None)) == ""


def test_a_figure_without_a_printed_text_has_the_digits_of_its_value() -> None:
    assert digits(figure("", value=0.1)) == "0.1"
    assert digits(figure("", value=1e22)) == "1" + "0" * 22
    assert digits(figure("5", "%", value=6.0)) == "6.0"  # the text belongs to something else


def test_the_decimals_are_those_of_the_interval() -> None:
    assert places(TRILLION) == 2
    assert places(ROUNDED) == 1
    assert places(figure("5", "%", unit="%", value=5.0, low=4.95, high=5.05, decimals=1)) == 1
    assert places(figure("1800", "亿元", value=1800.0, low=1800.0, bound="lower")) == 0
    assert places(figure("", value=None)) is None


def test_an_interval_that_no_rounding_gives_has_no_decimals() -> None:
    assert places(figure("", value=4.863, low=4.81, high=4.92)) is None


def test_a_line_of_a_package_is_what_was_printed() -> None:
    row = observation(TRILLION)
    assert (row["obs_value"], row["unit"], row["decimals"]) == ("0.120120", "万亿元", "")
    row = observation(ROUNDED)
    assert (row["obs_value"], row["unit"], row["decimals"]) == ("2267000", "人", "-3")


def test_a_line_whose_unit_nobody_knows_is_in_the_canonical_one() -> None:
    row = observation(figure("12", "班次", unit="班次", value=12.0, low=11.5, high=12.5))
    assert (row["obs_value"], row["unit"]) == ("12", "班次")
    row = observation(figure("12", "bushels", unit="吨", value=0.3))
    assert (row["obs_value"], row["unit"]) == ("0.3", "吨")


@pytest.mark.parametrize(
    ("text", "power", "moved"),
    [("183.37", 1, "1833.7"), ("5", -2, "0.05"), ("-1.20", 3, "-1200"), ("0", 8, "0")],
)
def test_a_power_of_ten_is_exact(text: str, power: int, moved: str) -> None:
    assert float(shifted(text, power)) == float(moved)
    assert "E" not in shifted(text, power)
