"""Pictures in files: the specification says all that is drawn, and the drawn file says it too."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace

import pytest

import cpstats
from cpstats.errors import NoAnswerError, UsageError
from cpstats.export import pdf, png, svg, vega_html, vega_lite
from cpstats.export.parts import drawing
from cpstats.export.parts.look import COLORS, ON_DARK, wrapped
from cpstats.export.parts.page import sheet
from cpstats.export.parts.picture import framed
from cpstats.model.charts import can_be_drawn, panels_of
from cpstats.model.figure import Figure
from cpstats.model.report import Report, Style
from cpstats.model.source import Source
from cpstats.model.text import Text

NAMES = {
    "catch": Text("Catch & haul", "渔获量"),
    "a": Text("Aby", "甲县"),
    "b": Text("Bex", "乙县"),
}


def report(*years: str) -> Report:
    made = [
        Figure(
            indicator="catch",
            ref_area=area,
            time_period=year,
            value=value + n,
            low=value + n - 0.5,
            high=value + n + 0.5,
            unit="t",
            vintage="v",
        )
        for area, value in (("a", 4.0), ("b", -6.0))
        for n, year in enumerate(years)
    ]
    return Report(
        Text("Catch", "渔获量"),
        figures=tuple(made),
        names=NAMES,
        notes=(Text("a note", "附注"),),
        sources=(Source("s", title="Yearbook", publisher="Office of Fish"),),
    )


def test_the_specification_holds_every_figure_with_its_interval_and_the_sources() -> None:
    made = json.loads(vega_lite.write(report("2019", "2020"), Style()))
    lines, below = made["vconcat"]
    rows = [
        (r["name"], r["period"], r["value"], r["low"], r["high"]) for r in lines["data"]["values"]
    ]
    assert rows == [
        ("Aby", "2019", 4.0, 3.5, 4.5),
        ("Aby", "2020", 5.0, 4.5, 5.5),
        ("Bex", "2019", -6.0, -6.5, -5.5),
        ("Bex", "2020", -5.0, -5.5, -4.5),
    ]
    assert (lines["title"]["text"], lines["title"]["subtitle"]) == (
        ["Catch & haul"],
        ["t; release v"],
    )
    told = below["data"]["values"][0]["text"]
    assert told[0].startswith("Bands: what rounding leaves open")
    assert told[1:] == ["a note", "Sources: Office of Fish"]


def test_series_are_told_apart_without_colour() -> None:
    lines = json.loads(vega_lite.write(report("2019", "2020"), Style()))["vconcat"][0]
    _, _, line, points, _, names = lines["layer"]  # nought and the band come first
    for channel in (line["encoding"]["strokeDash"], points["encoding"]["shape"]):
        drawn = channel["scale"]["range"]
        assert len({str(d) for d in drawn}) == 2
    assert {n["text"][0] for n in names["data"]["values"]} == {"Aby 5", "Bex -5"}


def luminance(color: str) -> float:
    """Return the relative luminance that WCAG 2.2 defines."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_parts_of_a_stack_are_told_apart_in_grey_and_a_line_that_ends_early_says_when() -> None:
    points = tuple(
        Figure(
            indicator=part, ref_area="a", time_period="2020", measure="contribution:all",
            value=value, unit="百分点",
        )
        for part, value in (("catch", 4.0), ("b", -1.0))
    )  # fmt: skip
    made = json.loads(vega_lite.write(Report(Text("t", "t"), figures=points), Style()))
    bars = made["vconcat"][0]["layer"][0]
    assert bars["transform"] == [{"calculate": "[1.0, 0.45, 0.2][datum.series % 3]", "as": "tint"}]
    assert bars["encoding"]["fillOpacity"]["field"] == "tint"
    early = replace(report("2019", "2020"), figures=report("2019", "2020").figures[:3])
    *_, names = json.loads(vega_lite.write(early, Style()))["vconcat"][0]["layer"]
    assert [n["text"] for n in names["data"]["values"]] == [["Aby 5"], ["Bex -6 (2019)"]]


def test_all_colours_stand_out_from_their_ground() -> None:
    for colors, ground in ((COLORS, "#ffffff"), (ON_DARK, "#15181c")):
        for color in colors:
            light, dark = sorted((luminance(color), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, color


def test_words_of_a_page_stand_out_from_its_grounds_light_dark_and_printed() -> None:
    read = "--(ink|soft|link|good|bad|c\\d|paper|card): (#[0-9a-f]+)"
    light, dark, printed = (
        dict(re.findall(read, rules))
        for rules in re.findall(r":root[^{]*\{(.*?)\}", sheet(), re.DOTALL)
    )
    assert len(light) == len(dark) == 14
    assert tuple(dark[f"c{n}"] for n in range(7)) == ON_DARK
    for colors in (light, dark, light | printed):
        whole = {
            name: c if len(c) == 7 else "#" + "".join(2 * sign for sign in c[1:])
            for name, c in colors.items()
        }
        for ground in (whole.pop("paper"), whole.pop("card")):
            for name, color in whole.items():
                bright, dim = sorted((luminance(color), luminance(ground)), reverse=True)
                assert (bright + 0.05) / (dim + 0.05) >= 4.5, (name, color, ground)


def test_the_page_of_a_picture_draws_itself_and_fetches_nothing() -> None:
    pytest.importorskip("vl_convert")
    page = vega_html.write(report("2019", "2020"), Style()).decode()
    assert "<title>Catch</title>" in page
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=.?(https?:)?//", page)
    assert "<noscript><svg" in page


def texts(drawn: str) -> str:
    return " ".join(
        re.findall(r"<text[^>]*>([^<]*)</text>|<tspan[^>]*>([^<]*)</tspan>", drawn)
        .__str__()
        .split()
    )


@pytest.mark.parametrize("years", [("2019", "2020", "2021"), ("2020",)])
def test_an_svg_says_title_unit_names_values_and_source(years: tuple[str, ...]) -> None:
    pytest.importorskip("vl_convert")
    drawn = svg.write(report(*years), Style()).decode()
    said = texts(drawn)
    for word in ("Catch", "Aby", "Bex", "a note", "Sources: Office of Fish"):
        assert word in said
    assert drawn.startswith("<svg")
    assert "NaN" not in drawn


def test_png_and_pdf_are_what_they_say() -> None:
    pytest.importorskip("vl_convert")
    assert png.write(report("2020"), Style()).startswith(b"\x89PNG\r\n")
    assert pdf.write(report("2020"), Style()).startswith(b"%PDF-")


def test_a_missing_extra_and_a_missing_font_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(UsageError, match="needs the extra “plot”") as missing:
        svg.write(report("2020"), Style())
    assert "pip install 'cpstats[plot]'" in str(missing.value)
    monkeypatch.setitem(sys.modules, "vl_convert", drawing)  # anything that is there
    monkeypatch.setattr(drawing, "has_chinese_font", lambda: False)
    with pytest.raises(UsageError, match="no font on this machine has Chinese signs"):
        svg.write(report("2020"), Style(lang="zh"))
    drawing.converter(Style(), {"text": "Bureau of Statistics"})
    with pytest.raises(UsageError, match="fonts-noto-cjk"):  # the name of a publisher
        drawing.converter(Style(), {"text": "北京市统计局"})


def test_small_print_is_broken_at_blanks_and_between_chinese_signs() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert wrapped("国家统计局 2024", 8) == ["国家统计", "局 2024"]


@pytest.mark.parametrize("period", ["2021", "2022", "2021..2022", "2015..2024"])
@pytest.mark.parametrize("places", ["changping", "guangdong", "changping,beijing"])
def test_whether_there_is_a_picture_is_known_before_it_is_made(places: str, period: str) -> None:
    answer = cpstats.show(["gdp", "gdp_growth_rank"], places=places.split(","), period=period)
    try:
        made = bool(panels_of(answer))
    except NoAnswerError:
        made = False
    assert can_be_drawn(answer) is made


def test_what_draws_is_given_no_sign_at_which_it_would_end_the_process() -> None:
    name = "a\x1b\x07\ufffe\u202eb"
    values = {"values": [{"place": name, "value": 1}]}
    encoding = {"x": {"field": "place", "type": "nominal"}, "y": {"field": "value"}}
    part = {"data": values, "mark": "bar", "encoding": encoding}
    picture = framed([part], name)
    assert picture["vconcat"][0]["data"]["values"] == [{"place": "a    b", "value": 1}]
    assert {*name[1:-1]}.isdisjoint(json.dumps(picture, ensure_ascii=False))
    assert "a    b" in drawing.svg(picture, Style())
