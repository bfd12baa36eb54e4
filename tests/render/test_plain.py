"""Plain text is what a terminal shows, without colours, frames and blanks at the ends."""

from __future__ import annotations

from cpstats.model.figure import Figure
from cpstats.model.report import Block, Cell, Column, Report, Style
from cpstats.model.text import Text, same
from cpstats.render import plain, table


def number(value: float, unit: str = "") -> Cell:
    figure = Figure(indicator="i", ref_area="a", time_period="t", value=value, decimals=1)
    return Cell(figure, text=same(unit) if unit else None)


COLUMNS = (
    Column(Text("place", "地区"), right=False),
    Column(Text("level, 亿元", "水平，亿元")),
    Column(Text("status", "状态"), right=False),
)
ROWS = (
    (Cell(text=Text("Changping", "昌平区")), number(1811.9), Cell(text=Text("first", "初步"))),
    (Cell(text=Text("Beijing", "北京市")), number(49843.1), Cell(text=same(""))),
)
REPORT = Report(
    Text("GDP · 2024", "地区生产总值 · 2024年"),
    blocks=(
        Block(COLUMNS, ROWS, title=Text("GDP · 2024", "地区生产总值 · 2024年")),
        Block(COLUMNS, ROWS, title=Text("again", "再次"), ruled=frozenset({1})),
    ),
    subtitle=Text("what it is", "说明"),
    notes=(Text("a note", "附注"),),
)
ENGLISH = """\
GDP · 2024
what it is

place      level, 亿元  status
──────────────────────────────
Changping      1,811.9  first
Beijing       49,843.1

again
place      level, 亿元  status
──────────────────────────────
Changping      1,811.9  first
──────────────────────────────
Beijing       49,843.1

a note
"""
CHINESE = """\
地区生产总值 · 2024年
说明

地区    水平，亿元  状态
────────────────────────
昌平区     1,811.9  初步
北京市    49,843.1

再次
地区    水平，亿元  状态
────────────────────────
昌平区     1,811.9  初步
────────────────────────
北京市    49,843.1

附注
"""


def test_a_report_is_title_tables_and_notes() -> None:
    assert plain.write(REPORT, Style()).decode() == ENGLISH


def test_chinese_columns_stand_below_one_another() -> None:
    assert plain.write(REPORT, Style(lang="zh")).decode() == CHINESE


def test_it_is_the_table_of_a_terminal_without_blanks_at_the_ends() -> None:
    for style in (Style(), Style(lang="zh"), Style(width=20), Style(digits=3)):
        drawn = table.write(REPORT, style).decode().splitlines()
        assert plain.write(REPORT, style).decode().splitlines() == [line.rstrip() for line in drawn]


def test_a_narrow_terminal_gets_blocks() -> None:
    shown = plain.write(REPORT, Style(width=20)).decode().split("\n\n")[1]
    assert shown.splitlines() == [
        "Changping",
        "  level, 亿元",
        "    1,811.9",
        "  status       first",
        "Beijing",
        "  level, 亿元",
        "    49,843.1",
    ]


def test_a_table_without_headers_has_no_rule() -> None:
    block = Block(
        (Column(same(""), right=False),) * 2, ((Cell(text=same("id")), Cell(text=same("gdp"))),)
    )
    assert plain.write(Report(same("t"), blocks=(block,)), Style()) == b"t\n\nid  gdp\n"


def test_a_report_without_tables_is_its_title_and_notes() -> None:
    assert plain.write(Report(same("t"), notes=(same("n"),)), Style()) == b"t\n\nn\n"
