"""What of an answer is drawn: one panel for each quantity, lines that part where figures do."""

from __future__ import annotations

import pytest

from cpstats.errors import NoAnswerError
from cpstats.model.chart import Kind, Panel, axis_label, band
from cpstats.model.charts import panels_of
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
    assert [p.basis.en for p in panels(*made)] == [
        "constant prices of 2015",
        "constant prices of 2020",
    ]


def test_one_period_of_several_places_is_a_panel_of_bars() -> None:
    (panel,) = panels(level("b", "2020", 5.0), level("a", "2020", 7.0))
    assert panel.bars
    assert [s.name.zh for s in panel.series] == ["乙", "甲"]
    assert (panel.title.en, panel.under("en")) == ("Catch · 2020", "t; release v")


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


def made(area: str, measure: str, value: float, *inputs: Figure, **more: object) -> Figure:
    facts = {
        "indicator": "catch",
        "unit": "%",
        "price_basis": "constant",
        "formula": Text("f", "f"),
    }
    return Figure(
        ref_area=area, measure=measure, value=value, inputs=inputs,
        **{"time_period": "2020", **facts, **more},
    )  # type: ignore[arg-type]  # fmt: skip


def test_levels_that_differ_tenfold_have_an_axis_each_and_many_have_a_scale_each() -> None:
    two = [level(a, y, v) for a, v in (("a", 2.0), ("b", 40.0)) for y in ("2019", "2020")]
    assert [[s.name.en for s in p.series] for p in panels(*two)] == [["Aby"], ["Bex"]]
    assert [p.title.en for p in panels(*two)] == ["Catch · Aby", "Catch · Bex"]
    many = [level(a, y, float(n + 1)) for n, a in enumerate("cdefghijk") for y in ("2019", "2020")]
    (panel,) = panels(*many)
    assert (panel.many, panel.uneven) == (True, True)  # 1 to 9


def test_several_releases_of_a_period_are_a_fan_with_a_line_for_each() -> None:
    (panel,) = panels(
        *(level("a", y, v, r) for r, v in (("old", 1.0), ("new", 2.0)) for y in ("2019", "2020"))
    )
    assert panel.kind is Kind.FAN
    assert [(s.name.en, s.beside, len(s.figures)) for s in panel.series] == [
        ("old", True, 2),
        ("new", False, 2),
    ]


def test_shares_of_several_parts_are_a_line_each_and_say_of_what() -> None:
    shares = [
        made("a", "share:all", v, indicator=i, time_period=y, unit="%", price_basis="current")
        for i, vs in (("catch", (20.0, 25.0)), ("farm", (80.0, 75.0)))
        for y, v in zip(("2019", "2020"), vs, strict=True)
    ]
    (panel,) = panels(*shares)
    assert panel.kind is Kind.LINES
    assert [[f.value for f in s.figures] for s in panel.series] == [[20.0, 25.0], [80.0, 75.0]]
    assert panel.title == Text("Aby · share of all, %", "甲 · 占all比重，%")
    assert panel.under("en") == "current prices"


def test_a_place_is_drawn_before_what_it_is_compared_with() -> None:
    years = (("b", "2018", 9.0), ("a", "2019", 4.0), ("b", "2019", 8.0), ("a", "2020", 5.0))
    levels = [level(*given) for given in years]
    share = made("a", "share", 50.0, time_period="2019", counterpart_area="b")
    panel, *_ = panels(*levels, share)
    assert [s.name.en for s in panel.series] == ["Aby", "Bex"]


def test_shares_of_two_wholes_are_two_panels() -> None:
    of_places = [
        made("a", "share", v, time_period=y, counterpart_area=whole)
        for whole, v in (("b", 40.0), ("c", 4.0))
        for y in ("2019", "2020")
    ]
    assert [p.title.en for p in panels(*of_places)] == [
        "Catch · Aby · share of Bex, %",
        "Catch · Aby · share of c, %",
    ]


def test_what_is_made_of_levels_is_not_called_real_but_has_their_prices() -> None:
    found = [
        made("a", "gini", v, time_period=y, price_basis="current")
        for y, v in (("2019", 0.4), ("2020", 0.5))
    ]
    (panel,) = panels(*found)
    assert panel.title.en == "Catch · Aby · Gini coefficient"
    assert panel.basis.en == "current prices"


def test_contributions_are_stacked_with_the_growth_of_the_whole() -> None:
    whole = level("a", "2020", 3.0, measure="growth", indicator="all")
    parts = {"catch": 4.0, "farm": -1.0}  # 4 − 1 = 3, which is the growth of the whole
    points = [made("a", "contribution:all", v, indicator=i) for i, v in parts.items()]
    rates = [
        made("a", "contribution_rate:all", p.value / 3 * 100, p, whole, indicator=p.indicator)  # type: ignore[operator]
        for p in points
    ]
    (panel,) = panels(*points, *rates)
    assert panel.kind is Kind.STACK
    assert [(s.name.en, s.total, [f.value for f in s.figures]) for s in panel.series] == [
        ("Catch", False, [4.0]),
        ("farm", False, [-1.0]),
        ("the whole", True, [3.0]),
    ]


def test_a_gap_is_drawn_as_the_pair_it_is_made_of() -> None:
    ends = [level(a, "2020", v, measure="growth", unit="%") for a, v in (("a", 5.0), ("b", 3.0))]
    gap = made("a", "growth_gap", 2.0, *ends, counterpart_area="b")
    (panel,) = panels(*ends, gap)
    assert panel.kind is Kind.DOTS
    assert [(s.name.zh, s.figures[0].value) for s in panel.series] == [("甲", 5.0), ("乙", 3.0)]
    assert [r.en for r in panel.rows] == ["2020"]


def test_published_and_computed_averages_stand_in_one_row() -> None:
    computed = made("a", "average_growth", 5.01, time_period="2016/2020")
    told = made("a", "average_growth", 5.0, time_period="2016/2020", formula=None)
    other = made("b", "average_growth", 4.0, time_period="2016/2020")
    (panel,) = panels(computed, told, other)
    assert [r.en for r in panel.rows] == ["Aby", "Bex"]
    assert [(s.name.en, s.rows) for s in panel.series] == [
        ("computed", (0, 1)),
        ("published", (0,)),
    ]


def test_ranks_of_several_years_are_lines_and_the_places_up_are_not_drawn_again() -> None:
    ranks = [
        level(a, y, float(v), measure="rank", unit="位")
        for a, vs in (("a", (1, 2)), ("b", (2, 1)))
        for y, v in zip(("2019", "2020"), vs, strict=True)
    ]
    up = [made(a, "rank_change", v) for a, v in (("a", -1.0), ("b", 1.0))]
    (panel,) = panels(*ranks, *up)
    assert (panel.kind, panel.falls) == (Kind.LINES, True)


def test_a_band_holds_rounding_and_what_other_releases_say_of_a_published_level() -> None:
    other = level("a", "2020", 9.0)
    bound = level("a", "2020", 99.0, bound="lower")
    figure = Figure(
        indicator="catch", ref_area="a", time_period="2020", value=7.0, low=6.5, high=7.5, unit="t",
        others=(other, bound),
    )  # fmt: skip
    assert band(figure) == (6.5, 9.0)
    assert band(level("a", "2020", None)) is None


def test_a_panel_without_vintages_names_the_one_source_it_is_of() -> None:
    (panel,) = panels(*(level("a", y, 1.0, vintage="", source="book") for y in ("2019", "2020")))
    assert panel.under("en") == "t; release book"
