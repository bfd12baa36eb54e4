"""What of an answer is drawn: one panel for each quantity, lines that part where figures do."""

from __future__ import annotations

import pytest

from cpstats.errors import NoAnswerError
from cpstats.model.chart import Panel, axis_label, panels_of
from cpstats.model.figure import Figure
from cpstats.model.period import Period
from cpstats.model.report import Report
from cpstats.model.text import Text


def level(area: str, period: str, value: float | None, vintage: str = "v", **more: str) -> Figure:
    facts = {"indicator": "catch", "unit": "t", "vintage": vintage, **more}
    return Figure(ref_area=area, time_period=period, value=value, **facts)  # type: ignore[arg-type]


def panels(*figures: Figure) -> tuple[Panel, ...]:
    names = {"catch": Text("Catch", "渔获量"), "a": Text("Aby", "甲"), "b": Text("Bex", "乙")}
    return panels_of(Report(Text("t", "t"), figures=figures, names=names))


def runs(panel: Panel) -> list[list[list[str]]]:
    return [[[f.time_period for f in run] for run in s.runs] for s in panel.series]


def test_a_line_has_a_gap_where_a_year_is_missing_and_the_axis_keeps_its_place() -> None:
    (panel,) = panels(*(level("a", str(y), 1.0) for y in (2018, 2019, 2021, 2022)))
    assert runs(panel) == [[["2018", "2019"], ["2021", "2022"]]]
    assert [str(p) for p in panel.periods] == ["2018", "2019", "2020", "2021", "2022"]
    assert not panel.broken


def test_a_line_breaks_where_levels_of_another_release_begin() -> None:
    (panel,) = panels(
        level("a", "2018", 1.0, "one"),
        level("a", "2019", 2.0, "two"),
        level("a", "2020", 2.0, "two"),
    )
    assert runs(panel) == [[["2018"], ["2019", "2020"]]]
    assert panel.broken


def test_growth_of_several_releases_is_one_line() -> None:
    made = [
        level("a", "2018", 3.0, "one", measure="growth"),
        level("a", "2019", 4.0, "two", measure="growth"),
    ]
    assert runs(panels(*made)[0]) == [[["2018", "2019"]]]


def test_quarters_follow_one_another_over_the_end_of_a_year() -> None:
    (panel,) = panels(*(level("a", p, 1.0) for p in ("2019-Q4", "2020-Q1", "2020-Q3")))
    assert runs(panel) == [[["2019-Q4", "2020-Q1"], ["2020-Q3"]]]
    assert [str(p) for p in panel.periods] == ["2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3"]


def test_levels_at_the_prices_of_two_years_are_two_panels() -> None:
    made = [
        level("a", year, 1.0, price_basis=f"constant:{base}")
        for base in ("2015", "2020")
        for year in ("2018", "2019")
    ]
    assert [p.title.en for p in panels(*made)] == ["Catch · Aby · at constant prices"] * 2


def test_one_period_of_several_places_is_a_panel_of_bars() -> None:
    (panel,) = panels(level("b", "2020", 5.0), level("a", "2020", 7.0))
    assert panel.bars
    assert [s.name.zh for s in panel.series] == ["乙", "甲"]
    assert (panel.title.en, panel.unit.en) == ("Catch · 2020", "t")


def test_ranks_of_one_period_are_drawn_as_what_is_ranked_the_first_first() -> None:
    given = {"a": 7.0, "b": 9.0}
    ranks = [
        Figure(
            indicator="catch",
            ref_area=area,
            time_period="2020",
            measure="rank",
            value=rank,
            inputs=(level(area, "2020", given[area]),),
        )
        for area, rank in (("a", 2.0), ("b", 1.0))
    ]
    (panel,) = panels(*ranks)
    assert [(s.name.en, s.figures[0].value) for s in panel.series] == [("Bex", 9.0), ("Aby", 7.0)]


def test_bounds_and_empty_figures_are_not_drawn() -> None:
    (panel,) = panels(
        level("a", "2018", 1.0), level("a", "2019", 1.0), level("a", "2020", None),
        level("a", "2021", 9.0, bound="lower"),
    )  # fmt: skip
    assert [str(p) for p in panel.periods] == ["2018", "2019"]


def test_lonely_points_within_the_year_are_left_out_where_there_are_lines() -> None:
    halves = [level("a", "2012-H1", 1.0), level("a", "2020-H1", 2.0)]
    years = [level("a", "2018", 1.0), level("a", "2019", 1.0)]
    assert len(panels(*years, *halves)) == 1
    assert len(panels(*halves)) == 1


@pytest.mark.parametrize("figures", [(), (level("a", "2020", 1.0),)])
def test_what_cannot_be_drawn_is_said(figures: tuple[Figure, ...]) -> None:
    with pytest.raises(NoAnswerError, match="nothing to draw"):
        panels(*figures)


def test_an_axis_says_codes_of_years_and_words_of_cumulations() -> None:
    assert axis_label(Period.parse("2024-Q1"), "zh") == "2024-Q1"
    assert axis_label(Period.parse("2024-01/2024-09"), "en") == "Jan–Sep 2024"
