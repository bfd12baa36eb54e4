"""Periods side by side for the eye: one of them chooses, sorts and cuts for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats import Answer
    from cpstats.model.report import Block

# levels of 2020 to 2023: with 2020 at 100, 2022 stands at 120, 150, 110, 130; of 2023 one is known
WOOL = {"Ash": (100, 110, 120), "Bay": (10, 14, 15), "Cot": (200, 205, 220), "Dee": (50, 60, 65)}


@pytest.fixture
def wool(tmp_path: Path) -> dict[str, Any]:
    lines = ["indicator,ref_area,time_period,obs_value,unit"]
    lines += [f"Wool,{p},{2020 + k},{x},kt" for p, own in WOOL.items() for k, x in enumerate(own)]
    path = tmp_path / "wool.csv"
    path.write_text("\n".join([*lines, "Wool,Cot,2023,230,kt"]) + "\n")
    return {"data": str(path), "builtin": False, "places": "all", "base": 2020}


def words(block: Block) -> list[list[str]]:
    return [
        [c.text.en if c.text else f"{c.figure.value:.0f}" if c.figure else "" for c in row]
        for row in block.rows
    ]


def notes(answer: Answer) -> str:
    return "\n".join(note.en for note in answer.notes)


def test_the_first_rows_are_those_of_the_newest_period_that_most_have(wool: dict[str, Any]) -> None:
    made = cpstats.index("Wool", top=2, **wool)
    assert words(made.blocks[0]) == [["Bay", "100", "140", "150"], ["Dee", "100", "120", "130"]]
    assert "Chosen and sorted by 2022, the newest period that most have." in notes(made)
    assert set(made.to_frame().ref_area) == {"Bay", "Dee"}


def test_a_summary_stands_below_of_every_place(wool: dict[str, Any]) -> None:
    made = cpstats.index("Wool", top=1, summary=True, **wool)
    rows = words(made.blocks[0])
    assert rows[0] == ["Bay", "100", "140", "150"]
    assert rows[1] == ["with data", "4", "4", "4"]
    # (110 + 140 + 102.5 + 120) / 4 = 118.1; (120 + 150 + 110 + 130) / 4 = 127.5
    assert ["mean, plain", "100", "118", "128"] in rows


@pytest.mark.parametrize("turned", [{"wide": True}, {"rows": "period"}])
def test_a_turned_table_that_is_cut_is_summed_up(wool: dict[str, Any], turned: Any) -> None:
    made = cpstats.index("Wool", top=1, summary=True, **wool, **turned)
    assert ["with data", *(["4", "4", "4"] if "wide" in turned else ["3"])] in words(made.blocks[0])


def test_real_and_nominal_numbers_in_one_order_are_said(tmp_path: Path) -> None:
    lines = ["indicator,ref_area,time_period,measure,price_basis,obs_value,unit"]
    for place in ("Ash", "Bay", "Cot"):
        lines += [f"Output,{place},{y},level,current,{100 + y - 2020},m EUR" for y in (2020, 2022)]
    lines += [f"Output,Cot,{y},growth,constant,2.0,%" for y in (2021, 2022)]
    path = tmp_path / "o.csv"
    path.write_text("\n".join(lines) + "\n")
    made = cpstats.growth(
        "Output", places="all", data=str(path), builtin=False, start=2020, end=2022, top=2
    )
    assert "Real and nominal numbers stand in one order: real of Cot" in notes(made)


def test_an_answer_without_a_period_is_turned_too(wool: dict[str, Any]) -> None:
    given = {name: value for name, value in wool.items() if name != "base"}
    made = cpstats.target("Wool", by=2025, times=2, start=2020, wide=True, top=2, **given)
    # needed a year from 2022 on: 200/120 and 100/65 in three years; Cot from 230 in 2023, 400/230 in two
    assert [row[0] for row in words(made.blocks[0])] == ["Cot", "Ash"]


def test_an_order_of_different_spans_is_said(tmp_path: Path) -> None:
    lines = ["indicator,ref_area,time_period,obs_value,unit"]
    lines += [f"Wool,Ash,{y},{100 + y - 2018},kt" for y in range(2018, 2023)]
    lines += [f"Wool,Bay,{y},{100 + 2 * (y - 2018)},kt" for y in (2021, 2022)]
    path = tmp_path / "w.csv"
    path.write_text("\n".join(lines) + "\n")
    given: dict[str, Any] = {"places": "all", "data": str(path), "builtin": False, "top": 2}
    said = "Numbers of different spans stand in one order."
    assert said in notes(cpstats.growth("Wool", **given))
    assert said not in notes(cpstats.growth("Wool", start=2021, end=2022, **given))
