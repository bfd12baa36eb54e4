"""Average growth of a place and its benchmark: computed beside published, once per reading (S8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.averages import averages, averages_of
from cpstats.answers.compare import compare
from cpstats.answers.lettered import Marks
from cpstats.model.period import span
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Made, Pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.conftest import Answer, Ask, Own

    from cpstats.model.question import Question
    from cpstats.store.package import Package

BEIJING = "110000"
HEADER = "indicator,ref_area,time_period,measure,obs_value\n"


@pytest.fixture(scope="session")
def made(package: Package, ask: Ask) -> Callable[..., Made]:
    def of(*indicators: str, **more: str) -> Made:
        return averages_in(package, ask(*indicators, **more))

    return of


def averages_in(package: Package, question: Question) -> Made:
    figures = Figures.of(package, question, question.indicators)
    pair = Pair(figures, question, question.indicators[0], question.places[0])
    return averages(pair, Marks(figures))


def notes(made: Made) -> list[str]:
    return [n.en for n in made.notes]


def values(made: Made, measure: str, period: str, method: str) -> list[float | None]:
    found = [
        f for f in made.figures if (f.measure, f.time_period, f.method) == (measure, period, method)
    ]
    return [x for f in found for x in (f.value, f.low, f.high)]


@pytest.mark.parametrize("period", ["2021..2025", "十四五", "2021..2024", ""])
def test_a_span_published_before_it_was_over_stands_under_both_readings(
    period: str, made: Callable[..., Made]
) -> None:
    # DATA.md, S8: 6.2 of December 2025 for 2021–2025; 6.2 − 4.97 and 6.2 − 4.86
    found = made("gdp", vs="beijing", period=period)
    gap = "average_growth_gap"
    assert values(found, gap, "2021/2024", "difference") == pytest.approx(
        [1.34, 1.24, 1.44], abs=0.005
    )
    assert values(found, gap, "2021/2025", "difference") == pytest.approx(
        [1.23, 1.13, 1.33], abs=0.005
    )
    assert "2021–2025 was published before 2025 was over: it may mean 2021–2024." in notes(found)


def test_another_window_has_no_reading_of_a_published_span(made: Callable[..., Made]) -> None:
    found = made("gdp", vs="beijing", period="2021..2023")
    assert {f.time_period for f in found.figures} == {"2021/2023"}
    assert "2021–2023: Changping: no growth rate for 2021, 2023" in notes(found)


def test_each_reading_has_its_own_count_of_years(made: Callable[..., Made]) -> None:
    found = made("gdp", vs="beijing", period="2021..2025")
    chained = [f for f in found.figures if f.method == "chained" and f.ref_area == BEIJING]
    assert {f.time_period: (f.n, f.base_period) for f in chained} == {
        "2021/2025": (5, "2020"),
        "2021/2024": (4, "2020"),
    }


def test_an_average_that_rounding_does_not_explain_is_told(made: Callable[..., Made]) -> None:
    # “The sentence that started it”: Beijing's own 5.2 [5.15, 5.25] against 4.97 [4.92, 5.02]
    found = made("gdp", vs="beijing", period="2021..2025")
    assert any(
        n.startswith("2021–2025: Beijing: published and computed average differ")
        for n in notes(found)
    )
    assert not any("2021–2024: Beijing" in n for n in notes(found))


def test_a_published_average_and_gap_imply_the_benchmark(made: Callable[..., Made]) -> None:
    # 6.2 − 1.3; the city's average must lie in [4.80, 5.00]
    found = made("gdp", vs="beijing", period="2021..2025")
    for years in ("2021/2024", "2021/2025"):
        assert values(found, "average_growth", years, "implied") == pytest.approx([4.9, 4.8, 5.0])
    implied = [f for f in found.figures if f.method == "implied"]
    assert {(f.ref_area, f.source) for f in implied} == {(BEIJING, "cp_review_2025")}


def test_the_gap_of_nominal_averages_takes_levels_of_one_series(made: Callable[..., Made]) -> None:
    # Changping's published 9.2; Beijing 2020→2024 3.83 from one series (DATA.md)
    found = made("budget_revenue", vs="beijing", period="2021..2024")
    assert values(found, "average_growth_gap", "2021/2024", "difference") == pytest.approx(
        [5.37, 5.32, 5.42], abs=0.005
    )


def test_two_published_averages_of_one_reading_are_subtracted(own: Own, ask: Ask) -> None:
    rows = "x,X,2021/2025,average_growth,6.2\nx,Y,2021/2025,average_growth,5.0\n"
    question = ask("x", places="X", vs="Y", period="2021..2025")
    found = averages_in(own(HEADER + rows, builtin=False), question)
    # [6.15, 6.25] − [4.95, 5.05]
    assert values(found, "average_growth_gap", "2021/2025", "difference") == pytest.approx(
        [1.2, 1.1, 1.3]
    )


def test_published_averages_of_different_readings_are_not_subtracted(own: Own, ask: Ask) -> None:
    # S8: Changping's 6.2 may mean 2021–2024; an undated 6.0 of Haidian means 2021–2025 only
    package = own(HEADER + "gdp,haidian,2021/2025,average_growth,6.0\n")
    found = averages_in(package, ask("gdp", vs="haidian", period="2021..2025"))
    told = [f.value for f in found.figures if f.method == "published" and "gap" not in f.measure]
    assert set(told) == {6.0, 6.2}
    assert values(found, "average_growth_gap", "2021/2025", "difference") == [None] * 3


def test_real_and_nominal_are_not_subtracted(own: Own, ask: Ask) -> None:
    rows = "gdp,X,2021/2025,average_growth,6.2\ngdp,Y,2020,level,100\ngdp,Y,2025,level,130\n"
    question = ask("gdp", places="X", vs="Y", period="2021..2025")
    found = averages_in(own(HEADER + rows), question)
    gap = next(f for f in found.figures if f.method == "difference")
    assert (gap.value, gap.reason) == (None, "mixed_price_basis")


def test_averages_that_rounding_may_make_equal_are_said_to_be_equal(own: Own, ask: Ask) -> None:
    rows = "".join(
        f"gdp,{place},{year},growth,{value}\n"
        for place, value in (("X", "5.0"), ("Y", "5.1"))
        for year in (2021, 2022)
    )
    question = ask("gdp", places="X", vs="Y", period="2021..2022")
    found = averages_in(own(HEADER + rows), question)
    # each ± 0.05: −0.1 [−0.2, 0.0]
    assert "2021–2022: equal within rounding" in notes(found)
    cells = [row[2] for row in found.blocks[0].rows if row[2].figure]
    assert [c.text.en for c in cells if c.text] == ["equal within rounding"]


@pytest.mark.parametrize(
    ("indicator", "period"), [("gdp", "2024"), ("gdp", "2024-H1"), ("unemployment", "2021..2024")]
)
def test_one_period_and_a_rate_have_no_average(
    indicator: str, period: str, made: Callable[..., Made]
) -> None:
    assert made(indicator, vs="beijing", period=period).figures == []


def test_the_gap_is_of_the_two_averages_that_are_shown(package: Package, ask: Ask) -> None:
    question = ask("gdp", vs="beijing")
    pair = Pair(Figures.of(package, question, ("gdp",)), question, "gdp", "110114")
    one, two, gap = averages_of(pair, span(2021, 2024))
    assert (one.method, two.method) == ("published", "chained")
    assert one.value is not None
    assert two.value is not None
    assert gap.value == pytest.approx(one.value - two.value)


def test_nominal_averages_know_no_real_ones(answer: Answer) -> None:
    # “From levels at current prices one gets 6.57 a year: nominal, not comparable”
    report = answer(compare, "gdp", vs="beijing", period="2021..2024", basis="nominal")
    found = [f for f in report.figures if "average" in f.measure]
    assert {f.price_basis for f in found} == {"current"}
    by_place = {f.ref_area: f for f in found if f.time_period == "2021/2024" and f.base_period}
    assert by_place[BEIJING].value == pytest.approx(6.5734, abs=5e-5)
    assert next(f.reason for f in found if f.measure == "average_growth_gap") == "mixed_vintage"
