"""A report says what a machine is given, and whether the question has an answer."""

from __future__ import annotations

import dataclasses

import pytest

from cpstats.model.columns import MACHINE
from cpstats.model.figure import Figure
from cpstats.model.report import Block, Later, Report, Style
from cpstats.model.text import same


def figure(value: float | None, reason: str = "") -> Figure:
    return Figure(
        indicator="gdp", ref_area="110114", time_period="2024", value=value, reason=reason
    )


def test_figures_are_rows_with_the_columns_of_the_contract() -> None:
    report = Report(same("t"), figures=(figure(1811.9),))
    assert report.header == MACHINE
    assert report.rows == (figure(1811.9).row(),)


def test_a_report_about_the_catalogue_has_columns_of_its_own() -> None:
    report = Report(same("t"), records=({"ref_area": "110114", "slug": "changping"},))
    assert report.header == ("ref_area", "slug")
    assert report.rows == ({"ref_area": "110114", "slug": "changping"},)


def test_a_report_without_a_figure_still_has_a_header() -> None:
    assert Report(same("t")).header == MACHINE


@pytest.mark.parametrize(
    ("report", "answered"),
    [
        (Report(same("t")), False),
        (Report(same("t"), figures=(figure(None, "missing_current"),)), False),
        (Report(same("t"), figures=(figure(None, "missing_base"), figure(0.0))), True),
        (Report(same("t"), records=({"figures": 0},)), True),
    ],
)
def test_one_value_is_an_answer_and_zero_is_a_value(report: Report, *, answered: bool) -> None:
    assert report.answered is answered


def test_tables_are_laid_out_once_and_only_for_who_looks_at_them() -> None:
    made = []

    def blocks() -> tuple[Block, ...]:
        made.append(Block((), ()))
        return tuple(made)

    report = Report(same("t"), blocks=Later(blocks), records=({"figures": 0},))
    assert (report.rows, made) == (({"figures": 0},), [])
    assert len(report.blocks) == len([*report.blocks]) == len(made) == 1


def test_a_report_and_its_style_cannot_be_changed() -> None:
    for thing, name in ((Report(same("t")), "title"), (Style(), "digits")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(thing, name, None)
