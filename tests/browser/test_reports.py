"""A report in a browser: it asks no host, fits a telephone, and nothing keeps a reader out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.export.parts.drawing import has_chinese_font

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
ASKED = ["report", "changping", "--vs", "beijing", "-i", "gdp", "-i", "resident_population", "-q"]


@pytest.fixture(scope="module", params=["en", "zh"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "zh" and not has_chinese_font():
        pytest.skip("no font here has Chinese signs (fonts-noto-cjk)")
    file: Path = tmp_path_factory.mktemp("report") / f"report.{request.param}.html"
    line = [sys.executable, "-m", "cpstats", *ASKED, "--lang", request.param, "-o", os.fspath(file)]
    subprocess.run(line, check=True)
    return file


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_report_asks_no_host_and_is_open_to_every_reader(
    page: Any, asked: list[str], report: Path, ground: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.emulate_media(color_scheme=ground)
    page.goto(report.as_uri())
    found = axe.Axe().run(page).response["violations"]
    serious = [
        (v["id"], [n["target"] for n in v["nodes"]][:3])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert [address for address in asked if not address.startswith("file:")] == []
    assert told == []


# What is drawn to be read: words, lines and signs of series; grids and bands are behind them.
DRAWN = """() => [...document.querySelectorAll('figure svg text, figure svg .mark-line path, figure svg .mark-symbol path')]
  .filter(e => e.getAttribute('opacity') !== '0').map(e => {
    const style = getComputedStyle(e), color = e.tagName === 'text' || style.stroke === 'none' ? style.fill : style.stroke;
    return [color, e.textContent || e.parentElement.getAttribute('class')];
  })"""


def luminance(color: str) -> float:
    """Return the relative luminance that WCAG 2.2 defines, of a colour as a browser tells it."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(p * share for p, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_what_is_drawn_stands_out_from_its_ground(page: Any, report: Path, ground: str) -> None:
    page.emulate_media(color_scheme=ground)
    page.goto(report.as_uri())
    behind = luminance(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert (behind < 0.2) == (ground == "dark")
    seen = page.evaluate(DRAWN)
    assert len({color for color, _ in seen}) > 2
    faint = {}
    for color, told in seen:
        light, dark = sorted((luminance(color), behind), reverse=True)
        if (light + 0.05) / (dark + 0.05) < 4.5:
            faint[color] = told
    assert faint == {}


def test_lines_have_their_names_at_their_ends_and_no_legend(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    legends = "[...document.querySelectorAll('figure')].filter(f => f.querySelector('.mark-line') && f.querySelector('.role-legend')).length"
    assert page.evaluate("document.querySelectorAll('figure .mark-line').length") > 1
    assert page.evaluate(legends) == 0


def test_a_report_fits_a_telephone_and_a_page_of_paper(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 990})  # A4 between its margins
    wide = "[...document.querySelectorAll('table, svg')].filter(e => e.getBoundingClientRect().right > 681).length"
    assert page.evaluate(wide) == 0
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_a_report_can_be_gone_through_with_the_keyboard(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#text"
