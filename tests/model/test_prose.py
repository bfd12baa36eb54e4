"""Below a table stand footnotes, notes and sources; `--explain` tells how each number was made."""

from __future__ import annotations

from typing import Any

import pytest

from cpstats.model.catalogue import Catalogue
from cpstats.model.explaining import explanation
from cpstats.model.figure import Figure, Quote
from cpstats.model.prose import aside, below, citation, titles
from cpstats.model.report import Block, Cell, Column, Report, Style
from cpstats.model.source import Source, Vintage
from cpstats.model.text import Text, same

TABLE = Source(
    "table2022",
    title="北京各区近六年的GDP数据",
    publisher="hbzqbyyxgs.com",
    published="2023",
    url="http://example.org/table",
)
BULLETIN = Source("bulletin", title="公报", locator="page 3")
NAMES = {
    "gdp": Text("Gross domestic product", "地区生产总值"),
    "110114": Text("Changping", "昌平区"),
    "110000": Text("Beijing", "北京市"),
    "table2022": same(TABLE.title),
    "bulletin": same(BULLETIN.title),
}

CATALOGUE = Catalogue(
    vintages={
        "first": Vintage("first", name_zh="首次公布"),
        "census5": Vintage("census5", name_zh="第五次全国经济普查后修订", short_zh="五经普修订"),
    }
)


def figure(value: float | None, area: str = "110114", **more: Any) -> Figure:
    given = {"time_period": "2022", "unit": "亿元", "price_basis": "current", "decimals": 1}
    return Figure(indicator="gdp", ref_area=area, value=value, **{**given, **more})


PART = figure(
    1340.8,
    low=1340.75,
    high=1340.85,
    printed=Quote("1340.80", "亿元"),
    source="table2022",
    vintage="first",
)
WHOLE = figure(
    41610.9,
    "110000",
    low=41610.85,
    high=41610.95,
    printed=Quote("41610.90", "亿元"),
    source="table2022",
)
SHARE = figure(
    3.22223,
    counterpart_area="110000",
    measure="share",
    method="quotient",
    unit="%",
    low=3.22211,
    high=3.22235,
    decimals=2,
    formula=same("1340.8 / 41610.9 × 100"),
    inputs=(PART, WHOLE),
    vintage="first",
    source="table2022",
)


def report(*figures: Figure, **more: Any) -> Report:
    return Report(same("t"), figures=figures, names=NAMES, catalogue=CATALOGUE, **more)


def told(made: Figure, lang: Any = "en") -> list[str]:
    """Return the explanation of one figure without its head."""
    return explanation(report(made), Style(lang=lang))[1:]


def test_a_published_figure_says_what_was_printed_and_where() -> None:
    assert told(PART) == [
        "- Gross domestic product · Changping · 2022 · level: 1,340.8 (100 million yuan) [1340.75, 1340.85]",
        "    published; nominal; release first",
        "    as printed: 1340.80 (100 million yuan)",
        "    source: 北京各区近六年的GDP数据 (table2022)",
    ]


def test_a_computed_figure_says_formula_inputs_and_their_sources() -> None:
    assert told(SHARE) == [
        "- Gross domestic product · Changping / Beijing · 2022 · share: 3.22 % [3.2221, 3.2224]",
        "    formula: 1340.8 / 41610.9 × 100",
        "    quotient; nominal; release first",
        "    Changping · 2022 · level: 1340.80 (100 million yuan) (first) — 北京各区近六年的GDP数据 (table2022)",
        "    Beijing · 2022 · level: 41610.90 (100 million yuan) — 北京各区近六年的GDP数据 (table2022)",
    ]


def test_the_same_in_chinese() -> None:
    assert told(SHARE, "zh") == [
        "- 地区生产总值 · 昌平区 / 北京市 · 2022年 · 占比: 3.22 % [3.2221, 3.2224]",
        "    公式：1340.8 / 41610.9 × 100",
        "    相除；名义；版本：首次公布",
        "    昌平区 · 2022年 · 水平: 1340.80 亿元（首次公布）——北京各区近六年的GDP数据 (table2022)",
        "    北京市 · 2022年 · 水平: 41610.90 亿元——北京各区近六年的GDP数据 (table2022)",
    ]


def test_an_average_says_n_base_status_and_every_release() -> None:
    average = figure(
        4.863,
        measure="average_growth",
        method="chained",
        price_basis="constant",
        time_period="2021/2024",
        base_period="2020",
        n=4,
        unit="%",
        low=4.8131,
        high=4.9131,
        decimals=2,
        obs_status="provisional",
        vintage="first|census5",
        formula=same("f"),
    )
    assert told(average) == [
        "- Gross domestic product · Changping · 2021–2024 · average growth a year: 4.86 % [4.81, 4.91]",
        "    formula: f",
        "    chained rates; real; n=4; base 2020; provisional; release first, census5",
    ]
    assert (
        told(average, "zh")[2]
        == "    由公布增速连乘；实际；n=4；基期2020年；初步；版本：首次公布、五经普修订"
    )


def test_an_assumed_price_basis_is_said_to_be_assumed() -> None:
    rate = figure(6.8, measure="growth", price_basis="constant", unit="%", assumed=True)
    assert told(rate)[1] == "    published; real (assumed, the source does not say)"
    assert told(rate, "zh")[1] == "    公布数；实际（来源未注明）"


def test_a_level_at_constant_prices_says_the_year_of_the_prices() -> None:
    assert told(figure(1.0, price_basis="constant:2015"))[1] == "    published; real (2015)"


def test_an_empty_figure_says_why_and_which_place_is_missing() -> None:
    gap = figure(
        None,
        measure="growth_gap",
        method="difference",
        counterpart_area="110000",
        price_basis="",
        reason="missing_current",
        inputs=(WHOLE,),
    )
    assert told(gap)[:3] == [
        "- Gross domestic product · Changping / Beijing · 2022 · gap of growth: … no figure for the period",
        "    difference",
        "    missing: Changping",
    ]


def test_an_empty_average_names_the_periods_that_are_missing() -> None:
    average = figure(None, reason="missing_current", method="chained", absent=("2021", "2023"))
    assert told(average)[2] == "    missing: 2021, 2023 (growth)"
    assert told(average, "zh")[2] == "    缺少：2021年、2023年的增速"


def test_the_other_figures_of_a_cell_are_named() -> None:
    other = figure(1300.0, printed=Quote("1300", "亿元"), source="bulletin")
    assert told(figure(1340.8, others=(other,)))[-1] == (
        "    also printed: Changping · 2022 · level: 1300 (100 million yuan) — 公报 (bulletin)"
    )


def test_a_computed_input_shows_its_own_number_and_is_explained_elsewhere() -> None:
    gap = figure(
        1.9, measure="growth_gap", unit="百分点", formula=same("a − b"), inputs=(SHARE,), decimals=2
    )
    assert told(gap)[0].endswith("gap of growth: 1.90 points")
    assert told(gap)[-1] == (
        "    Changping / Beijing · 2022 · share: 3.22 % [3.2221, 3.2224] (first)"
    )


def test_the_explanation_has_the_decimals_of_the_table() -> None:
    average = figure(4.9, measure="average_growth", unit="%", formula=same("f"))
    block = Block((Column(same("x"), decimals=2),), ((Cell(average),),))
    shown = explanation(report(average, blocks=(block,)), Style())
    assert shown[1].endswith(": 4.90 %")
    shown = explanation(report(average, blocks=(block,)), Style(digits=4))
    assert shown[1].endswith(": 4.9000 %")


def test_a_name_that_nobody_knows_is_its_id() -> None:
    strange = Figure(indicator="own", ref_area="here", time_period="long ago", value=1.0)
    lines = explanation(Report(same("t"), figures=(strange,)), Style())
    assert lines[1] == "- own · here · long ago · level: 1"


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        (Style(), ["Sources: 2 (--cite). Figures known up to 2023-01-05."]),
        (Style(lang="zh"), ["来源2个（--cite 列出）。数据截至2023-01-05。"]),
        (
            Style(cite=True),
            [
                "Sources:",
                "  table2022: 北京各区近六年的GDP数据, hbzqbyyxgs.com, 2023. http://example.org/table",
                "  bulletin: 公报, no date. page 3",
                "Figures known up to 2023-01-05.",
            ],
        ),
        (
            Style(cite=True, lang="zh"),
            [
                "来源：",
                "  table2022: 北京各区近六年的GDP数据, hbzqbyyxgs.com, 2023. http://example.org/table",
                "  bulletin: 公报, 无日期. page 3",
                "数据截至2023-01-05。",
            ],
        ),
    ],
)
def test_sources_are_counted_or_cited(style: Style, lines: list[str]) -> None:
    assert below(report(PART, sources=(TABLE, BULLETIN), known="2023-01-05"), style) == lines


def test_a_report_without_sources_or_date_says_nothing_of_them() -> None:
    assert below(report(PART), Style()) == []
    assert below(report(PART, sources=(TABLE,)), Style()) == ["Sources: 1 (--cite)."]
    assert below(report(PART, known="2023"), Style()) == ["Figures known up to 2023."]


def test_footnotes_stand_before_notes_and_the_explanation_comes_last() -> None:
    made = report(
        PART,
        marks=(("a", Text("both", "同为")),),
        notes=(Text("a note", "说明"),),
        sources=(TABLE,),
    )
    assert below(made, Style()) == ["a  both", "a note", "Sources: 1 (--cite)."]
    explained = below(made, Style(explain=True))
    assert explained[3:5] == ["", "How each number was made"]


def test_machine_formats_leave_notes_aside_and_sources_only_if_wanted() -> None:
    made = report(PART, notes=(Text("a note", "说明"),), sources=(TABLE,), known="2023")
    assert aside(made, Style()) == ["a note"]
    assert aside(made, Style(lang="zh")) == ["说明"]
    assert aside(made, Style(cite=True))[1:3] == ["Sources:", f"  {citation(TABLE, 'en')}"]
    assert aside(made, Style(explain=True))[1] == "How each number was made"


def test_no_line_moves_the_cursor() -> None:
    made = report(PART, notes=(same("a\x1b[2Jb\nc"),))
    assert below(made, Style()) == ["a [2Jb c"]
    assert aside(made, Style()) == ["a [2Jb c"]


def test_a_title_is_said_once() -> None:
    blocks = tuple(Block((), (), title=title) for title in (same("t"), same("other"), None))
    assert titles(report(blocks=blocks), "en") == (["t"], ["", "other", ""])
    assert titles(report(subtitle=Text("sub", "副题")), "zh") == (["t", "副题"], [])
