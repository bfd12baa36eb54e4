"""Average growth of places over spans, computed beside published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.growth import growth, spans
from cpstats.errors import UsageError
from cpstats.model.period import Period, annual

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.conftest import Answer, Ask

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report
    from cpstats.selecting.figures import Figures

BEIJING, CHANGPING = "110000", "110114"


def computed(report: Report, area: str = BEIJING) -> dict[str, Figure]:
    return {
        f.time_period: f for f in report.figures if f.ref_area == area and f.method != "published"
    }


def notes(report: Report) -> list[str]:
    return [n.to("en") for n in report.notes]


def test_without_a_window_it_is_the_plan_period_in_every_reading(answer: Answer) -> None:
    # DATA.md, S8: Changping's 6.2 stands under 2021–2025 and 2021–2024; Beijing's 5.2 under one
    report = answer(growth, "gdp", places="changping beijing")
    table = [
        [row[0].text, row[1].text, row[5].figure.value]
        for row in report.blocks[0].rows
        if row[5].figure
    ]
    assert [[t.en if t else "" for t in row[:2]] + row[2:] for row in table] == [
        ["Changping", "2021–2025", 6.2],
        ["Changping", "2021–2024", 6.2],
        ["Beijing", "2021–2025", 5.2],
    ]


def test_computed_and_published_stand_side_by_side(answer: Answer) -> None:
    report = answer(growth, "gdp", places="beijing", period="十四五")
    made = computed(report)["2021/2025"]
    assert [made.value, made.low, made.high] == pytest.approx([4.970, 4.920, 5.020], abs=5e-4)
    (row,) = report.blocks[0].rows
    assert row[4].text is not None
    assert row[4].text.en == "real, chained rates, first"
    assert row[5].figure is not None
    assert row[5].figure.source == "gwr2026"


@pytest.mark.parametrize("period", ["2021..2024", "2021/2024"])
def test_a_window_names_the_years_of_growth(period: str, answer: Answer) -> None:
    made = computed(answer(growth, "gdp", places="beijing", period=period))["2021/2024"]
    assert (made.n, made.base_period) == (4, "2020")
    assert made.value == pytest.approx(4.863, abs=5e-4)


def test_ends_name_the_base_and_the_last_year(answer: Answer) -> None:
    report = answer(growth, "gdp", places="beijing", ends=(annual(2020), annual(2024)))
    assert computed(report)["2021/2024"].value == pytest.approx(4.863, abs=5e-4)


def test_censuses_are_ends_too(answer: Answer) -> None:
    # DATA.md: 166.1 and 226.9, +3.17 % a year
    ends = (Period.parse("2010-11"), Period.parse("2020-11"))
    made = computed(answer(growth, "resident_population", ends=ends), CHANGPING)["2020-11"]
    assert made.value == pytest.approx(3.17, abs=0.005)
    assert (made.n, made.base_period) == (10, "2010-11")


@pytest.mark.parametrize(
    ("base", "end"),
    [("2024", "2020"), ("2024", "2024"), ("2020", "2024-H1"), ("2020-H1", "2024-H2")],
)
def test_ends_that_are_no_span_are_refused(base: str, end: str, answer: Answer) -> None:
    with pytest.raises(UsageError):
        answer(growth, "gdp", ends=(Period.parse(base), Period.parse(end)))


def test_missing_years_are_named_in_a_note(answer: Answer) -> None:
    report = answer(growth, "gdp", period="2021..2024")
    made = computed(report, CHANGPING)["2021/2024"]
    assert (made.value, made.reason, made.n) == (None, "missing_current", 4)
    assert "2021–2024: Changping: no growth rate for 2021, 2023, 2024" in notes(report)


def test_two_releases_are_refused_with_both_ends_and_the_way_out(answer: Answer) -> None:
    # DATA.md: Beijing nominal 2020→2025 mixed_vintage, “naming the best figure of each end”
    report = answer(growth, "gdp", places="beijing", period="2021..2025", basis="nominal")
    assert computed(report)["2021/2025"].reason == "mixed_vintage"
    (note,) = notes(report)
    for part in ("38503.6", "census5", "52073.4", "first", "--allow-mixed"):
        assert part in note


def test_mixing_that_was_allowed_is_said(answer: Answer) -> None:
    # (52073.4 / 38503.6)^(1/5) = 1.06224
    report = answer(
        growth, "gdp", places="beijing", period="2021..2025", basis="nominal", allow_mixed=True
    )
    made = computed(report)["2021/2025"]
    assert made.value == pytest.approx(6.224, abs=5e-4)
    assert (made.reason, made.vintage, made.source) == (
        "mixed_vintage",
        "census5|first",
        "nbs_v3|etnet2025",
    )
    assert "two releases were mixed" in notes(report)[0]


def test_real_and_nominal_averages_do_not_stand_in_one_row(answer: Answer) -> None:
    report = answer(growth, "gdp", places="beijing", period="2021..2025", basis="nominal")
    assert {f.price_basis for f in report.figures} == {"current"}
    assert [f.method for f in report.figures] == ["geometric"]  # the real 5.2 is not beside it


def test_a_past_day_has_other_rates(answer: Answer) -> None:
    # S3: in December 2023 nobody knew the growth of 2023
    report = answer(growth, "gdp", places="beijing", period="2021..2023", as_of="2023-06-30")
    made = computed(report)["2021/2023"]
    assert (made.value, made.absent) == (None, ("2023",))
    assert any(n.startswith("Figures whose date is not known") for n in notes(report))


def test_other_methods_take_levels_of_one_release(answer: Answer) -> None:
    # the same ends as the geometric mean: 100 × ln(49670.2 / 38503.6) / 4
    report = answer(growth, "gdp", places="beijing", period="2021..2024", method="exponential")
    made = computed(report)["2021/2024"]
    assert made.value == pytest.approx(6.3663, abs=5e-4)
    assert (made.method, made.vintage, made.price_basis) == ("exponential", "census5", "current")


def test_spans_are_the_window_and_its_other_readings(
    figures: Callable[..., Figures], ask: Ask
) -> None:
    read = figures("gdp")
    asked = spans(read, ask("gdp", period="2021..2024"), "gdp", CHANGPING, None)
    assert [(str(a), str(b)) for a, b in asked] == [("2020", "2024"), ("2020", "2025")]
    assert spans(read, ask("gdp_target"), "gdp_target", CHANGPING, None) == []
