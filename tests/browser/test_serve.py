"""`serve` as a journalist uses it: real pages in a real browser."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("uvicorn")

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser
VIEWS = (
    "",
    "show?indicators=gdp&place=changping",
    "compare?indicators=gdp&place=changping&vs=beijing",
    "growth?indicators=gdp&place=beijing&start=2020&end=2024&explain=1",
    "rank?indicators=gdp&among=beijing&period=2022",
    "search?q=gdp",
    "show?indicators=gdq",
    "check?text=2024年，昌平地区生产总值1811.9亿元，增长99%25。",
)
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the pages are served while these tests run."""
    words = [sys.executable, "-m", "cpstats", "serve", "--port", "0"]
    with subprocess.Popen(words, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        yield process.stderr.readline().decode().partition(" – ")[0]
        process.terminate()


@pytest.fixture
def view(chromium: Any, address: str) -> Iterator[Any]:
    """A page of a browser that may reach the pages; what it complains of fails the test."""
    context = chromium.new_context(base_url=address, bypass_csp=False)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request",
        lambda asked: told.append(asked.url) if not asked.url.startswith(address) else None,
    )
    yield page
    context.close()
    # a page about an error has its status, which the browser mentions
    assert [line for line in told if "status of 40" not in line] == []


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("path", VIEWS)
def test_no_page_is_wider_than_the_screen(path: str, lang: str, width: int, view: Any) -> None:
    view.set_viewport_size({"width": width, "height": 740})
    view.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert view.evaluate("document.documentElement.lang") == lang
    assert view.evaluate("document.scrollingElement.scrollWidth") <= width


def test_on_a_phone_no_text_stands_one_sign_a_line_and_a_picture_keeps_its_size(view: Any) -> None:
    view.set_viewport_size({"width": 360, "height": 740})
    view.goto(f"{VIEWS[2]}&lang=zh")
    cells = "[...document.querySelectorAll('td:not(.number)')].filter(c => c.textContent).map(c => c.offsetWidth)"
    assert min(view.evaluate(cells)) > 60  # four signs and more
    assert view.locator("figure img").evaluate("image => image.width") > 500


def test_the_chart_is_drawn(view: Any) -> None:
    pytest.importorskip("vl_convert")
    view.goto(VIEWS[1])
    assert view.locator("figure img").evaluate("image => image.naturalWidth") > 300


def test_a_question_is_asked_with_the_keyboard_alone(view: Any) -> None:
    view.goto("show")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "skip"
    view.locator('input[name="indicators"]').first.focus()
    view.keyboard.type("resident_population")
    view.locator('input[name="place"]').first.focus()
    view.keyboard.type("changping")
    view.keyboard.press("Enter")
    view.wait_for_url("**/show?*indicators=resident_population*")
    assert "Changping" in view.locator("main h1").inner_text()
    view.get_by_role("link", name="中文").click()
    assert "昌平" in view.locator("main h1").inner_text()
    assert view.locator('input[name="place"]').first.input_value() == "changping"


def test_an_address_shows_another_person_the_same_in_the_language_that_was_chosen(
    view: Any, chromium: Any
) -> None:
    view.goto(f"{VIEWS[3]}&lang=en")
    view.get_by_role("link", name="中文").click()
    view.wait_for_load_state()
    other = chromium.new_context(locale="en-GB")
    page = other.new_page()
    page.goto(view.url)
    assert page.evaluate("document.documentElement.lang") == "zh"
    assert page.locator("main").inner_text() == view.locator("main").inner_text()
    other.close()


def test_a_download_has_the_bytes_of_the_command(view: Any) -> None:
    view.goto(VIEWS[1])
    with view.expect_download() as waiting:
        view.get_by_role("link", name="csv").click()
    words = [sys.executable, "-m", "cpstats", "show", "gdp", "-p", "changping", "--format", "csv"]
    done = subprocess.run(words, capture_output=True, check=True)
    assert waiting.value.path().read_bytes() == done.stdout


def test_a_pasted_text_is_marked(view: Any) -> None:
    view.goto("check?lang=zh")
    view.locator("textarea").fill("2024年，昌平地区生产总值1811.9亿元，比上年增长99%。")
    view.get_by_role("button").click()
    assert view.locator("mark.confirmed").count() == 1


def test_on_paper_there_are_figures_and_no_forms(view: Any) -> None:
    view.goto(VIEWS[1])
    view.emulate_media(media="print")
    assert not view.locator("form").first.is_visible()
    assert view.locator("table").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", VIEWS)
def test_no_grave_hindrance_for_anybody(
    path: str, scheme: str, chromium: Any, address: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = chromium.new_context(base_url=address, bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(path)
    found = axe.run(page).response["violations"]
    context.close()
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in GRAVE] == []
