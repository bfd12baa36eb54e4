"""A place beside its benchmark, by period: levels that may be divided, rates that may be subtracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.compare import compare
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from tests.answers.conftest import Answer, Ask, Own

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

EQUAL = ("≈", "equal within rounding")


def of(report: Report, measure: str, area: str = "110114") -> dict[str, Figure]:
    return {f.time_period: f for f in report.figures if f.measure == measure and f.ref_area == area}


def signs(report: Report) -> list[tuple[str, str]]:
    return [(mark, text.en) for mark, text in report.marks]


def test_every_year_of_the_window_has_a_row(answer: Answer) -> None:
    block = answer(compare, "gdp", vs="beijing", period="2021..2025").blocks[0]
    assert [row[0].text.en for row in block.rows if row[0].text] == [
        "2021",
        "2022",
        "2023",
        "2024",
        "2025",
        "H1 2024",  # growth of both is known
    ]


def test_a_missing_year_is_empty_and_says_why(answer: Answer) -> None:
    # DATA.md, “share of the city”: 2023, 2025 empty, missing_current
    report = answer(compare, "gdp", vs="beijing", period="2022..2024")
    row = report.blocks[0].rows[1]
    assert row[1].text is not None
    assert row[1].text.en == "…"  # the level of Changping
    assert row[6].figure is not None
    assert (row[6].figure.value, row[6].figure.reason) == (None, "missing_current")
    assert "2022–2024: Changping: no growth rate for 2023, 2024" in [
        n.to("en") for n in report.notes
    ]


def test_the_levels_beside_a_share_are_those_that_made_it(answer: Answer) -> None:
    # DATA.md, S6: not Beijing's 49670.2 of the fifth census
    report = answer(compare, "gdp", vs="beijing", period="2024")
    share = of(report, "share")["2024"]
    assert [f.value for f in share.inputs] == [1811.9, 49843.1]
    assert [f.value for f in report.figures if f.measure == "level"] == [1811.9, 49843.1]
    # 1811.85 / 49843.15 and 1811.95 / 49843.05
    assert share.low == pytest.approx(3.635103, abs=1e-6)
    assert share.high == pytest.approx(3.635311, abs=1e-6)
    assert ("a", "both as first announced") in signs(report)


def test_the_gap_of_growth_names_the_releases_of_both(answer: Answer) -> None:
    # Changping 1.5 and Beijing 0.7 in 2022: 0.8 ± 0.1
    gap = of(answer(compare, "gdp", vs="beijing", period="2022"), "growth_gap")["2022"]
    assert (gap.value, gap.price_basis, gap.unit) == (0.8, "constant", "百分点")
    assert (gap.low, gap.high) == (pytest.approx(0.7), pytest.approx(0.9))
    assert gap.sources == ("pt_cp", "bj2022cns")


@pytest.mark.parametrize(
    ("year", "value", "equal"),
    [("2021", 0.1, True), ("2022", -2.3, False), ("2023", 0.0, True), ("2025", 0.4, False)],
)
def test_a_gap_that_rounding_may_make_0_is_equal(
    year: str, value: float, *, equal: bool, answer: Answer
) -> None:
    # Beijing 8.5, 0.7, 5.2, 5.4 and China 8.4, 3.0, 5.2, 5.0: each ± 0.05, the gap ± 0.1
    report = answer(compare, "gdp", places="beijing", vs="china", period=year)
    assert of(report, "growth_gap", "110000")[year].value == pytest.approx(value)
    assert (EQUAL in signs(report)) is equal
    assert [row[5].mark == "≈" for row in report.blocks[0].rows] == [equal]


def test_two_districts_are_a_ratio(answer: Answer) -> None:
    # 1340.8 / 10206.9, both in one table; 1.5 − 3.5
    report = answer(compare, "gdp", vs="haidian", period="2022")
    ratio = of(report, "ratio")["2022"]
    assert ratio.value == pytest.approx(0.13136, abs=1e-5)
    assert (ratio.counterpart_area, ratio.source, ratio.unit) == ("110108", "table2022", "倍")
    assert of(report, "growth_gap")["2022"].value == pytest.approx(-2.0)
    assert of(report, "share") == {}


def test_levels_of_two_releases_have_no_ratio_and_both_stand_there(answer: Answer) -> None:
    # Changping 2024 as first announced, Haidian 2024 without a release
    report = answer(compare, "gdp", vs="haidian", period="2024")
    assert (of(report, "ratio")["2024"].value, of(report, "ratio")["2024"].reason) == (
        None,
        "mixed_vintage",
    )
    assert [f.value for f in report.figures if f.measure == "level"] == [1811.9, 12907.1]
    assert "Gross domestic product, 2024: no one release has both figures" in [
        n.to("en") for n in report.notes
    ]


def test_mixing_that_was_allowed_stays_in_the_row(answer: Answer) -> None:
    # DATA.md, S9: 1811.9 / 12907.1
    report = answer(compare, "gdp", vs="haidian", period="2024", allow_mixed=True)
    ratio = of(report, "ratio")["2024"]
    assert ratio.value == pytest.approx(0.14038, abs=1e-5)
    assert (ratio.reason, ratio.sources) == ("mixed_vintage", ("cp_jp", "nano2024"))


def test_many_places_stand_in_one_table_with_the_benchmark_once(answer: Answer) -> None:
    report = answer(
        compare, "resident_population", places="haidian changping", vs="beijing", period="2024"
    )
    assert [[str(row[0].text.en) for row in b.rows if row[0].text] for b in report.blocks] == [
        ["Haidian", "Changping", "Beijing"]
    ]
    assert [(k.area, k.aside) for k in report.blocks[0].keys] == [
        ("110108", False),
        ("110114", False),
        ("110000", True),
    ]
    assert of(report, "share", "110108")["2024"].reason == "missing_current"
    assert of(report, "share")["2024"].value == pytest.approx(10.3976, abs=1e-4)  # 227/2183.2
    assert "Resident population, Haidian: no figure here; there is 2022, 2023, 2025 (--period)" in [
        n.to("en") for n in report.notes
    ]


def test_the_benchmark_is_not_compared_with_itself(answer: Answer) -> None:
    report = answer(compare, "gdp", places="beijing changping", vs="beijing", period="2024")
    assert report.title.en == "Gross domestic product · Changping against Beijing"
    with pytest.raises(UsageError, match="cannot be compared with itself"):
        answer(compare, "gdp", places="beijing", vs="beijing")


def test_without_a_window_the_last_years_are_shown_and_older_ones_named(answer: Answer) -> None:
    report = answer(compare, "gdp", vs="beijing")
    years = [row[0].text.en for row in report.blocks[0].rows if row[0].text]
    assert years == [str(y) for y in range(2016, 2026)]
    assert "Changping has earlier years (1995, 2006, 2015): --period 1995.. shows them." in [
        n.to("en") for n in report.notes
    ]


def test_a_concentration_of_one_half_year_is_a_ratio(answer: Answer) -> None:
    # 40 / 46 of one table; [39.5/46.5, 40.5/45.5]
    ratio = of(answer(compare, "pm25", vs="beijing", period="2019-H1"), "ratio")["2019-H1"]
    assert [ratio.value, ratio.low, ratio.high] == pytest.approx(
        [0.869565, 0.849462, 0.890110], abs=1e-6
    )


def test_rates_in_per_cent_are_subtracted(own: Own, ask: Ask) -> None:
    package = own(
        "indicator,ref_area,time_period,obs_value,unit\n"
        "rnd_intensity,changping,1990,2.5,%\nrnd_intensity,beijing,1990,5.8,%\n"
    )
    gap = of(compare(ask("rnd_intensity", vs="beijing", period="1990"), package), "level_gap")
    assert (gap["1990"].value, gap["1990"].unit) == (pytest.approx(-3.3), "百分点")


def test_a_bound_has_no_share(own: Own, ask: Ask) -> None:
    # DATA.md: bounded figures never enter a ratio
    package = own(
        "indicator,ref_area,time_period,obs_value,unit,bound\n"
        "gdp,changping,1990,5,亿元,lower\ngdp,beijing,1990,100,亿元,\n"
    )
    report = compare(ask("gdp", vs="beijing", period="1990"), package)
    share = of(report, "share")["1990"]
    assert (share.value, share.reason) == (None, "bound_only")


def test_a_published_gap_stands_where_none_can_be_computed(own: Own, ask: Ask) -> None:
    package = own(
        "indicator,ref_area,time_period,measure,counterpart_area,obs_value\n"
        "gdp,changping,1990,growth_gap,beijing,0.7\ngdp,beijing,1990,growth,,5.4\n"
    )
    report = compare(ask("gdp", vs="beijing", period="1990"), package)
    gap = of(report, "growth_gap")["1990"]
    assert (gap.value, gap.method) == (0.7, "published")


def test_figures_are_dated_by_the_newest_release_that_went_in(answer: Answer) -> None:
    assert answer(compare, "gdp", vs="beijing", period="2021..2025").known == "2026-03"
    assert answer(compare, "gdp", vs="beijing", period="2024").known == "2025"


def test_many_earlier_years_are_named_as_a_span(answer: Answer) -> None:
    # The built-in levels of Guangdong begin in 1992 and no year is missing before the last ten.
    report = answer(compare, "gdp", places="440000", vs="100000")
    assert "Guangdong has earlier years (1992–2015): --period 1992.. shows them." in [
        n.to("en") for n in report.notes
    ]
