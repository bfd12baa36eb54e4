"""Pictures for a terminal: signs of one column, letters for series, values printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from wcwidth import wcswidth

from cpstats.model.axis import scale_of
from cpstats.model.chart import Kind, Panel, Series
from cpstats.model.charts import panels_of
from cpstats.model.figure import Figure
from cpstats.model.period import Period
from cpstats.model.report import Report, Style
from cpstats.model.text import Text
from cpstats.render import plot
from cpstats.render.parts.canvas import Canvas
from cpstats.render.parts.over_time import ROWS

NAMES = {
    "catch": Text("Catch", "渔获量"),
    "a": Text("Aby", "甲县"),
    "b": Text("Bex-under-the-very-long-hill-of-Northumberland", "乙县"),
}


def figures(**by_place: dict[str, float]) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            indicator="catch", ref_area=area, time_period=year, value=value, unit="t", decimals=1, vintage="v"
        )
        for area, values in by_place.items()
        for year, value in values.items()
    )  # fmt: skip


def drawn(
    *, lang: str = "en", width: int = 60, ascii_: bool = False, **by_place: dict[str, float]
) -> str:
    report = Report(Text("Catch", "渔获量"), figures=figures(**by_place), names=NAMES)
    style = Style(lang="zh" if lang == "zh" else "en", width=width, ascii=ascii_)
    return plot.write(report, style).decode()


LINES = {"a": {"2019": 1.0, "2020": 5.0}, "b": {"2019": 9.0, "2020": 5.0}}


def test_each_series_has_a_letter_and_two_that_meet_a_plus() -> None:
    text = drawn(ascii_=True, **LINES)
    rows = [line.partition("|")[2] for line in text.splitlines() if "|" in line]
    assert len(rows) == ROWS
    assert next(r for r in rows if r)[0] == "b"  # 9 is the highest, at the left end
    assert [r[-1] for r in rows if r.endswith("+")] == ["+"]  # 5 and 5 at the right end
    assert "  a  Aby" in text
    assert "1.0 (2019) -> 5.0 (2020)" in text
    assert text.isascii()


def test_plain_letters_are_those_of_titles_and_notes_too() -> None:
    report = Report(Text("Catch · 2019–2020", "渔获量"), figures=figures(**LINES), names=NAMES)
    report = replace(report, notes=(Text("“Aby” is first…", "甲县居首"),))
    text = plot.write(report, Style(ascii=True)).decode()
    assert text.isascii()
    assert '"Aby" is first...' in text


def test_a_title_that_the_first_picture_says_is_not_said_twice() -> None:
    own = figures(**LINES)
    panel, other = (
        panels_of(Report(NAMES["catch"], figures=f, names=NAMES))[0] for f in (own, own[:2])
    )
    report = Report(
        panel.title, figures=own, names=NAMES, panels=(panel, replace(other, title=Text("x", "x")))
    )
    assert plot.write(report, Style()).decode().count(panel.title.en + "\n") == 1


def test_a_gap_is_not_drawn_over() -> None:
    text = drawn(a={"2018": 1.0, "2019": 2.0, "2021": 4.0, "2022": 5.0})
    row = next(line for line in text.splitlines() if "2018" in line and "│" not in line)
    assert "2020" in row  # its place is on the axis
    columns = [line.partition("│")[2] for line in text.splitlines() if "│" in line]
    middle = len(row.partition("2020")[0]) - 3
    assert all(len(c) <= middle or c[middle] in " a" for c in columns)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    bars = {"a": {"2020": -3.0}, "b": {"2020": 1234567.8}}
    many = {f"place number {n}": {"2019": n, "2020": -n} for n in range(1, 9)}
    for by_place in (LINES, bars, many):
        for line in drawn(lang=lang, width=width, **by_place).splitlines():
            assert wcswidth(line) <= max(width, plot.NARROWEST), line


def test_values_without_room_stand_below_their_names_and_nothing_is_cut() -> None:
    long = {
        f"Province of the {n}th hill": {"2019": 1234.5 * n, "2020": 2345.6 * n} for n in range(1, 9)
    }
    for by_place in (dict(list(long.items())[:2]), long):
        text = drawn(width=40, **by_place)
        assert all(name in text for name in by_place)
        assert "1,234.5 (2019) → 2,345.6 (2020)" in text
    bars = drawn(width=40, **{name: {"2020": 1.0} for name in list(long)[:3]})
    assert [line for line in bars.splitlines() if "…" in line] == []


def panel_of(kind: Kind, *series: Series, **more: Any) -> str:
    panel = Panel(Text("Catch", "渔获量"), Text("t", "吨"), kind=kind, series=series, **more)
    report = Report(Text("Catch", "渔获量"), panels=(panel,))
    return plot.write(report, Style(width=60, ascii=True)).decode()


def test_parts_are_stacked_to_both_sides_of_nought_with_their_values() -> None:
    one, two = (figures(a={"2020": v})[0] for v in (3.0, -1.0))
    text = panel_of(
        Kind.STACK,
        Series(NAMES["a"], ((one,),)),
        Series(NAMES["b"], ((two,),)),
        periods=(Period.parse("2020"),),
    )
    row = next(line for line in text.splitlines() if line.startswith("2020"))
    minus, _, plus = row[4:].strip().partition("|")
    assert (set(minus), set(plus)) == ({"b"}, {"a"})
    assert len(plus) == pytest.approx(3 * len(minus), abs=2)
    assert "a 3.0  b -1.0" in text


def test_a_pair_is_joined_and_a_curve_lies_under_the_line_of_equality() -> None:
    one, two = (figures(a={"2020": v})[0] for v in (3.0, 1.0))
    text = panel_of(
        Kind.DOTS,
        Series(NAMES["a"], ((one,),), rows=(0,)),
        Series(NAMES["b"], ((two,),), rows=(0,)),
        periods=(),
        rows=(Text("2020", "2020"),),
    )
    row = next(line for line in text.splitlines() if line.startswith("2020"))
    assert "b===" in row
    assert row.index("b") < row.index("a")
    assert row.endswith("a 3.0  b 1.0")
    curve = ((0.0, 0.0), (50.0, 20.0), (100.0, 100.0))
    drawn_ = panel_of(Kind.CURVE, Series(NAMES["a"], curve=curve), periods=())
    assert "all alike" in drawn_
    assert drawn_.count("a") > 3


def test_bars_stand_to_the_left_of_nought_where_they_are_negative() -> None:
    text = drawn(ascii_=True, a={"2020": -2.0}, b={"2020": 4.0})
    minus, plus = (line for line in text.splitlines() if "#" in line)
    assert minus.rindex("#") + 1 == plus.index("#")
    assert plus.count("#") == pytest.approx(2 * minus.count("#"), abs=1)
    assert minus.endswith("-2.0")


def test_a_scale_has_round_steps_and_takes_in_every_value() -> None:
    scale = scale_of([0.13, 0.27])
    assert scale.ticks == (0.1, 0.15, 0.2, 0.25, 0.3)
    assert scale.decimals == 2
    assert scale_of([5.0, 5.0]).low < 5.0 < scale_of([5.0, 5.0]).high
    assert scale_of([3.0], zero=True).low == 0.0
    assert scale_of([-1e9, 1e9]).part(0.0) == 0.5


def test_a_canvas_draws_eight_dots_in_a_sign() -> None:
    canvas = Canvas(1, 1)
    canvas.line((0, 0), (0, 3))  # the left column of four dots: bits 1, 2, 4 and 40 (hexadecimal)
    assert canvas.lines() == [chr(0x2800 + 0x47)]
