"""The languages that `check` reads: folders of small steps over one protocol, each step with its test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ROOT

from cpstats.claims.languages import languages, place_of
from cpstats.claims.terms.periods import Clock

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

CLAIMS = ROOT / "src/cpstats/claims"
ROOMS = ("chinese", "english", "judging", "terms")


@pytest.mark.parametrize("room", ROOMS)
def test_each_step_has_its_test(room: str) -> None:
    """A file without a function is a record or a list of words, which others test."""
    files = [path for path in (CLAIMS / room).glob("*.py") if path.stem != "__init__"]
    steps = {path.stem for path in files if "\ndef " in path.read_text("utf-8")}
    tested = {p.stem.removeprefix("test_") for p in (ROOT / "tests/claims" / room).glob("*.py")}
    assert sorted(steps - tested) == []


def test_a_sentence_is_read_by_the_first_language_that_speaks_it(catalogue: Catalogue) -> None:
    spoken = languages(catalogue, Clock(date(2024, 4, 15)), "360100")

    def code(letters: str) -> str:
        return next(one.code for one in spoken if one.speaks(letters))

    assert [code("GDP grew by 5%"), code("GDP增长5%"), code("5%")] == ["en", "zh", "zh"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("全市", "360100"),
        ("浙江省", "330000"),
        ("Zhejiang's total", "330000"),
        ("the country", "100000"),
        ("the services sector", None),
        ("总人口", None),
    ],
)
def test_a_place_is_named_in_either_language(
    catalogue: Catalogue, words: str, code: str | None
) -> None:
    assert place_of(words, "360121", catalogue) == code
