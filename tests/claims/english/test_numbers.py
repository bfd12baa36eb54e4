from __future__ import annotations

import pytest

from cpstats.claims.english.numbers import lists, spots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up 7.5 pct", [("7.5 pct", "percent")]),
        ("a 6.8-percent gain", [("6.8-percent", "percent")]),
        ("grew by seven percent", [("seven percent", "percent")]),
        ("0.6 points lower than before", [("0.6 points", "percentage points")]),
        ("RMB 1.2 trillion", [("RMB 1.2 trillion", "trillion yuan")]),
        ("$3,839.84bn", [("$3,839.84bn", "billion dollars")]),
        ("9.2 billion U.S. dollars", [("9.2 billion U.S. dollars", "billion US dollars")]),
        ("ranking second and third", [("second", ""), ("third", "")]),
        ("ranked No. 3 in the province", [("No. 3", "")]),
        ("up 4,7% on 1,234 posts", [("4,7%", "%"), ("1,234", "posts")]),
        ("by 2,45 billion", [("2,45 billion", "billion")]),
        ("an increase of 4.1% or 61,300 in the year", [("4.1%", "%"), ("61,300", "")]),
        ("up 3.0, 5.8 and 7.0 percent", [("3.0", "percent"), ("5.8", "percent"), ("7.0 percent", "percent")]),
        ("in the last two quarters of 2003", []),
        ("RM82.5 billion", [("RM82.5 billion", "billion MYR")]),
        ("N28,438.23 million", [("N28,438.23 million", "million NGN")]),
        ("EUR 7 279.1 mln", [("EUR 7 279.1 mln", "million euros")]),
        ("574 trillion VND", [("574 trillion VND", "trillion VND")]),
        ("the rate fell 0.2 pts", [("0.2 pts", "percentage points")]),
        ("employment increased 15,900 to 8,192,600", [("15,900", ""), ("8,192,600", "")]),
        ("its second highest growth in four years", []),
        ("₱1.2 trillion", [("₱1.2 trillion", "trillion PHP")]),
        ("Rs. 12.5 crores", [("Rs. 12.5 crores", "crores rupees")]),
        ("9.7 births per 1,000 people", [("9.7", ""), ("1,000 people", "people")]),
        ("exports doubled", [("doubled", "")]),
        ("13 new laboratories opened", [("13", "laboratories")]),
        ("COVID-19 waves in 2021", []),
        ("2020 figures", []),
        ("12 months", []),
        ("the second quarter", []),
    ],
)  # fmt: skip
def test_numbers_with_their_units(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[s.start : s.end], s.unit) for s in spots(text)] == found


def test_numbers_side_by_side_are_a_list() -> None:
    text = "reached 2.1, 3.2 and 4.3 billion yuan, up 5 percent"
    assert lists(spots(text), text) == [(0, 3), (1, 3), (2, 3), (0, 1)]


def test_so_many_and_a_half_times_is_a_multiple() -> None:
    found = spots("more than two and a half times that of Hunan")
    assert [(str(spot.value), spot.unit) for spot in found] == [("2.5", "times")]


def test_a_decimal_comma_is_no_group_of_thousands() -> None:
    assert [float(spot.value) for spot in spots("it fell 4,7% to 2,45 billion and -0,8%")] == [
        4.7,
        2.45,
        -0.8,
    ]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (
            "Unemployment fell by 31 000 and jobs rose by 1 204 500.",
            [("31 000", ""), ("1 204 500", "")],
        ),
        (
            "The industrial production index was recorded at 147.7, up from 140.7 in April.",
            [("147.7", ""), ("140.7", "")],
        ),
        (
            "The indices for mines and mills were 130.8, 144.2, and 212.0.",
            [("130.8", ""), ("144.2", ""), ("212.0", "")],
        ),
        (
            "Exports of GH¢71.8 billion and J$4.5 million",
            [("71.8", "billion GHS"), ("4.5", "million J$")],
        ),
    ],
)
def test_grouped_numbers_indices_and_currencies_of_other_countries(
    text: str, read_as: list[tuple[str, str]]
) -> None:
    assert [(spot.value_text, spot.unit) for spot in spots(text)] == read_as


def test_an_index_in_the_thousands_and_a_currency_of_one_letter() -> None:
    found = spots("The CPI stood at 2 759.83 compared to 2 698.")
    assert [(spot.value_text, spot.kind) for spot in found] == [
        ("2 759.83", "index"),
        ("2 698", "index"),
    ]
    assert [spot.unit for spot in spots("Trade of K32.6 billion")] == ["billion ZMW"]
