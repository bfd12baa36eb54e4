"""The series of an indicator: the figure of every period, and every change of release marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.show import show
from cpstats.api.keywords import Asked
from cpstats.forms.show import FORM
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.answers.conftest import Answer, Ask, Own

    from cpstats.model.report import Block, Report


def texts(block: Block, column: int) -> list[str]:
    return [row[column].text.en for row in block.rows if row[column].text is not None]


def releases(report: Report) -> dict[str, str]:
    return {f.time_period: f.vintage for f in report.figures if f.measure == "level"}


def test_annual_figures_come_first_then_the_newest_year_within_then_spans(answer: Answer) -> None:
    report = answer(show, "gdp", freq="")
    annual, within, spans = report.blocks
    assert texts(annual, 0)[0] == "1995"
    assert texts(annual, 0)[-1] == "2024"
    assert texts(within, 0) == ["H1 2024"]
    # DATA.md, “show gdp”: the spans that were published
    assert texts(spans, 0) == [
        "2004–2006",
        "2017–2021",
        "2017–2021",
        "2021–2025",
        "2021–2025",
        "2021–2025",
    ]


def test_the_year_of_a_growth_without_a_level_keeps_its_row(own: Own, ask: Ask) -> None:
    package = own(
        "indicator,ref_area,time_period,measure,obs_value\n"
        "x,X,2020,level,1\nx,X,2021,growth,5\nx,X,2022,level,2\n",
        builtin=False,
    )
    block = show(ask("x", places="X"), package).blocks[0]
    assert texts(block, 0) == ["2020", "2021", "2022"]
    assert [row[1].text.en for row in block.rows if row[1].text] == ["…"]
    assert [f.value for f in show(ask("x", places="X"), package).figures] == [1, 5, 2]


@pytest.mark.parametrize(
    ("area", "period", "marked"),
    [
        ("beijing", "", ["2006", "2025"]),
        ("changping", "2017..", []),
        ("changping", "", ["2006", "2015", "2017"]),
    ],
)
def test_every_change_of_release_has_a_rule_above_it(
    area: str, period: str, marked: list[str], answer: Answer
) -> None:
    # DATA.md, “show gdp -p beijing”: census4 (since 2026.11.28) ‖ census5 ‖ first
    report = answer(show, "gdp", places=area, period=period)
    block = report.blocks[0]
    assert [texts(block, 0)[i] for i in sorted(block.ruled)] == marked
    assert ["‖" in text for text in texts(block, 4)].count(True) == len(marked)
    assert any(sign == "‖" for sign, _ in report.marks) == bool(marked)


def test_nothing_is_divided_across_a_change_of_release(answer: Answer) -> None:
    report = answer(show, "gdp", places="beijing", freq="")
    assert {f.method for f in report.figures} == {"published"}


def test_a_vintage_that_is_asked_for_is_the_only_one(answer: Answer) -> None:
    # DATA.md: Beijing's levels before the fourth census
    report = answer(show, "gdp", places="beijing", period="2016..2019", vintage="before-census4")
    levels = [f for f in report.figures if f.measure == "level"]
    assert [(f.time_period, f.value) for f in levels] == [("2016", 25669.13), ("2017", 28014.94)]
    # it has no published rates: 28 014.94 / 25 669.13 is 9.14 % nominal
    (growth,) = (f for f in report.figures if (f.measure, f.time_period) == ("growth", "2017"))
    assert (growth.value, growth.price_basis) == (pytest.approx(9.1386, abs=1e-3), "current")
    assert releases(report) == {"2016": "before-census4", "2017": "before-census4"}


def test_a_source_that_is_asked_for_is_the_only_one(answer: Answer) -> None:
    report = answer(show, "gdp", places="beijing", period="2018..2020", source="table2022")
    assert [f.value for f in report.figures] == [30320.0, 35371.3, 36102.6]
    assert {f.source for f in report.figures} == {"table2022"}


def test_a_past_day_knows_only_what_had_been_released(answer: Answer) -> None:
    # DATA.md, S3: the fifth census was released at the end of 2024; undated figures are counted
    then = answer(show, "gdp", places="beijing", period="2018..2020", as_of="2021-12-31")
    now = answer(show, "gdp", places="beijing", period="2018..2020")
    assert releases(then) == {"2018": "first", "2020": "first"}
    assert {f.time_period: f.value for f in then.figures if f.measure == "level"} == {
        "2018": 30320,
        "2020": 36102.6,
    }
    assert set(releases(now).values()) == {"census5"}
    assert "Figures whose date is not known are left out: 50 (--as-of)." in [
        n.to("en") for n in then.notes
    ]
    assert then.known <= "2021-12-31"


def test_figures_of_other_releases_are_counted(answer: Answer) -> None:
    # DATA.md: Beijing 2020 was 36102.6 (first), 35943.3 (fourth census) and 38503.6 (fifth)
    report = answer(show, "gdp", places="beijing", period="2020")
    level = next(f for f in report.figures if f.measure == "level")
    assert level.value == 38503.6
    assert {35943.3, 36102.6} <= {f.value for f in level.others}
    assert any("printed otherwise in other releases" in n.to("en") for n in report.notes)


def test_one_period_of_many_places_is_one_table(answer: Answer) -> None:
    report = answer(show, "gdp", places="haidian changping 110109", period="2022")
    (block,) = report.blocks
    assert texts(block, 0) == ["Haidian", "Changping", "Mentougou"]
    assert block.rows[2][1].text is not None
    assert block.rows[2][1].text.en == "…"
    # DATA.md: 2022 has no figure of 门头沟
    said = "Gross domestic product: no figure for Mentougou; there are: 2015, 2019, 2020, 2024"
    assert said in [n.to("en") for n in report.notes]


def test_wide_tables_have_a_column_for_each_place(answer: Answer) -> None:
    report = answer(show, "gdp", places="changping beijing", period="2018..2020", wide=True)
    (block,) = report.blocks
    assert [c.header.en for c in block.columns] == ["period", "Changping", "Beijing"]
    assert [[c.figure.value for c in row if c.figure] for row in block.rows] == [
        [902.0, 35161.4],
        [1071.8, 37767.0],
        [1147.5, 38503.6],
    ]
    assert any("do not divide them" in n.to("en") for n in report.notes)


def test_many_indicators_of_one_place_have_a_column_for_each_period(answer: Answer) -> None:
    report = answer(show, "gdp", "resident_population", period="2018..2020", wide=True)
    (block,) = report.blocks
    assert [c.header.en for c in block.columns] == ["indicator", "unit", "2018", "2019", "2020"]
    assert texts(block, 2) == ["902.0", "…"]
    assert texts(block, 3) == ["1,071.8", "216.6"]


def test_a_window_without_figures_is_no_answer(answer: Answer) -> None:
    report = answer(show, "gdp", "pm25", period="1980")
    assert not report.answered
    assert report.blocks == ()
    assert [n.to("en") for n in report.notes] == [
        "Gross domestic product: no figure for Changping; there are: 1995, 2006, 2015, 2017–2022, 2024",
        (
            "Annual mean PM2.5 concentration: no figure for Changping; there are: H1 2019, Jun 2019, "
            "Apr 2021, Aug 2021, Nov 2021, H1 2022, Jan–May 2023, May 2023"
        ),
    ]


@pytest.mark.parametrize(
    ("freq", "periods"), [("half", {"2024-H1"}), ("annual", {"2022", "2024"}), ("month", set())]
)
def test_only_the_frequency_that_is_asked_for_is_shown(
    freq: str, periods: set[str], answer: Answer
) -> None:
    report = answer(show, "gdp", period="2022..2024", freq=freq)
    assert {f.time_period for f in report.figures} == periods


def test_a_user_s_figure_comes_first_and_the_release_s_stands_behind_it(own: Own, ask: Ask) -> None:
    # DATA.md, S4: own data before every release
    package = own("indicator,ref_area,time_period,obs_value,unit\ngdp,changping,2024,1800.0,亿元\n")
    (level,) = show(ask("gdp", period="2024"), package).figures
    assert (level.value, level.own) == (1800.0, True)
    assert {f.value for f in level.others} == {1811.9}


def test_all_of_every_place_and_frequency_is_the_whole_package(tmp_path: Path) -> None:
    """Every published figure, also of spans and of other releases, as often as it stands there."""
    (tmp_path / "t.csv").write_text(
        "indicator,ref_area,time_period,measure,obs_value,unit,vintage\n"
        "ships,Upper,2021,level,5,艘,v1\nships,Upper,2021,level,6,艘,v2\n"
        "ships,Upper,2019/2021,average_growth,2.5,%,v2\nships,Lower,2021-Q1,level,1,艘,v2\n"
        "boats,Lower,2021,level,7,艘,v2\n",
        "utf-8",
    )
    package = open_package([str(tmp_path / "t.csv")])
    asked = Asked.of({"data": [str(tmp_path / "t.csv")], "places": ["all"]})
    report = FORM.answer(asked, package, indicators=["all"], wide=False, freq="all")
    published = [f for f in report.figures if f.method == "published"]
    assert sorted((f.indicator, f.ref_area, str(f.time_period), f.value) for f in published) == [
        ("boats", "Lower", "2021", 7.0),
        ("ships", "Lower", "2021-Q1", 1.0),
        ("ships", "Upper", "2019/2021", 2.5),
        ("ships", "Upper", "2021", 5.0),
        ("ships", "Upper", "2021", 6.0),
    ]
