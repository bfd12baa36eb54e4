"""Verbs beside numbers that are right: false where all that is known before turns them round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Indicator,Unit,Area,2021,2022,2023
Cheese exports,tonnes,Tarn,310,305,290
Cheese imports,tonnes,Tarn,120,150,140
Cheese makers,number,Tarn,1048,,1041
"""  # invented


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Cheese exports of Tarn fell to 290 tonnes in 2023.", "confirmed"),
        ("Cheese exports of Tarn rose to 290 tonnes in 2023.", "contradicted"),
        ("Cheese imports to Tarn rose to 140 tonnes in 2023.", "depends"),  # more than in 2021
        (
            "The number of cheese makers in Tarn rose to 1,041 in 2023.",
            "confirmed",
        ),  # than in 2022?
        ("Cheese exports of Tarn have since rose to 290 tonnes in 2023.", "confirmed"),
    ],
)
def test_with_directions_holds_a_verb_against_what_was_before(
    tmp_path: Path, words: str, verdict: str
) -> None:
    file = tmp_path / "own.csv"
    file.write_text(TABLE, "utf-8")
    assert [*cpstats.check(words, data=str(file)).to_frame()["verdict"]] == [verdict]


@pytest.mark.parametrize(
    ("quarters", "verdict"),
    [
        ("2022-Q4,2023-Q1\nCheese exports,tonnes,Tarn,95,82", "depends"),  # than a year before?
        ("2022-Q1,2022-Q4,2023-Q1\nCheese exports,tonnes,Tarn,91,95,82", "contradicted"),
        ("2022-Q1,2022-Q4,2023-Q1\nCheese exports,tonnes,Tarn,80,95,82", "confirmed"),
    ],
)
def test_a_quarter_is_held_against_the_year_before_too(
    tmp_path: Path, quarters: str, verdict: str
) -> None:
    file = tmp_path / "own.csv"
    file.write_text(f"Indicator,Unit,Area,{quarters}\n", "utf-8")
    words = "Cheese exports of Tarn rose to 82 tonnes in the first quarter of 2023."
    assert [*cpstats.check(words, data=str(file)).to_frame()["verdict"]] == [verdict]
