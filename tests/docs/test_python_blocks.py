"""Every Python block of the manual runs and gives what it shows."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
PAGES = sorted(
    p.relative_to(ROOT).as_posix()
    for pattern in ("README*.md", "docs/*.md", "docs/methods/*.md")
    for p in ROOT.glob(pattern)
    if BLOCK.search(p.read_text("utf-8"))
)


@pytest.mark.parametrize("name", PAGES)
def test_every_python_block_gives_what_it_shows(name: str) -> None:
    text = "\n".join(BLOCK.findall((ROOT / name).read_text("utf-8")))
    if "import polars" in text:
        pytest.importorskip("polars")
    example = doctest.DocTestParser().get_doctest(text, {}, name, name, 0)
    assert example.examples, "a Python block is written with >>>"
    said: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert result.failed == 0, "".join(said)


def test_every_calculation_has_a_page() -> None:
    calculations = {p.stem for p in (ROOT / "src/cpstats/calc").glob("[a-z]*.py")} - {
        "keyed",
        "repeats",
        "streamed",
        "members",
        "moments",
        "native",
        "panel",
        "reasons",
    }  # the steps that calculations are made of
    pages = {p.stem.replace("-", "_") for p in (ROOT / "docs/methods").glob("[a-z]*.md")}
    assert calculations == pages


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs/methods").glob("[a-z]*.md")), ids=lambda page: page.stem
)
def test_a_page_says_formula_convention_source_example_and_when_not(page: Path) -> None:
    text = page.read_text("utf-8")
    for part in (
        "**Formula.**",
        "**Convention.**",
        "**Source.**",
        "## Worked example",
        "## When not",
    ):
        assert part in text
    assert ">>> " in text
