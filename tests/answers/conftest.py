"""One built-in package for all questions of a session, and questions written in one line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from cpstats.model.question import Policy, Question
from cpstats.model.window import Window
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpstats.model.report import Report
    from cpstats.selecting.figures import Figures
    from cpstats.store.package import Package

PLACES = {"changping": "110114", "beijing": "110000", "china": "100000", "haidian": "110108"}
POLICY = ("vintage", "as_of", "source", "allow_mixed")


class Ask(Protocol):
    """Writes a question: ids of indicators, places by name or code, the window as it is typed."""

    def __call__(self, *indicators: str, places: str = "changping", **more: Any) -> Question: ...


class Answer(Protocol):
    """Asks one of the answer functions; what is no part of a question goes to the function."""

    def __call__(
        self, function: Callable[..., Report], *indicators: str, **more: Any
    ) -> Report: ...


class Own(Protocol):
    """Opens a package with a plain table of the test's own."""

    def __call__(self, text: str, *, builtin: bool = True) -> Package: ...


@pytest.fixture(scope="session")
def package() -> Package:
    """Return the built-in package, opened once."""
    return open_package()


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Return a function that writes a CSV and opens it."""

    def opened(text: str, *, builtin: bool = True) -> Package:
        path = tmp_path / "own.csv"
        path.write_text(text, encoding="utf-8")
        return open_package([str(path)], builtin=builtin)

    return opened


@pytest.fixture(scope="session")
def ask(package: Package) -> Ask:
    """Return a function that writes a question."""
    spans = package.catalogue.spans

    def question(*indicators: str, places: str = "changping", **more: Any) -> Question:
        policy = {name: more.pop(name) for name in POLICY if name in more}
        text = more.pop("period", "")
        return Question(
            indicators=indicators,
            places=tuple(PLACES.get(p, p) for p in places.split()),
            benchmark=PLACES.get(vs := more.pop("vs", ""), vs),
            window=Window.parse(str(spans.period(text) or text)) if text else Window(),
            policy=Policy(**policy),
            **more,
        )

    return question


@pytest.fixture(scope="session")
def answer(package: Package, ask: Ask) -> Answer:
    """Return a function that asks the built-in package, each question once."""
    of_question = ("places", "vs", "period", "freq", "basis", *POLICY)

    @cache
    def answered(function: Callable[..., Report], *indicators: str, **more: Any) -> Report:
        asked = {name: more.pop(name) for name in of_question if name in more}
        return function(ask(*indicators, **asked), package, **more)

    return answered


@pytest.fixture(scope="session")
def figures(package: Package, ask: Ask) -> Callable[..., Figures]:
    """Return a function that reads the admitted figures of a question, each question once."""
    from cpstats.selecting.figures import Figures

    @cache
    def read(*indicators: str, **more: Any) -> Figures:
        return Figures.of(package, ask(*indicators, **more), indicators)

    return read
