"""A Chromium of this machine, without a network; where there is none these tests are left out."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WITHOUT = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Return a running browser: the system's own, else the one that playwright has."""
    sync_api = pytest.importorskip("playwright.sync_api")
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_api.sync_playwright() as player:
        try:
            browser = player.chromium.launch(executable_path=program, args=WITHOUT)
        except sync_api.Error as error:
            pytest.skip(f"no Chromium: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def asked() -> list[str]:
    """Return the addresses that pages ask for, while the test runs."""
    return []


@pytest.fixture
def page(chromium: Any, asked: list[str]) -> Iterator[Any]:
    """Return a page that is offline; what it asks of any host is remembered."""
    context = chromium.new_context(offline=True)
    made = context.new_page()
    made.on("request", lambda request: asked.append(request.url))
    yield made
    context.close()
