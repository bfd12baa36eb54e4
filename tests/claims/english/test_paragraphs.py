from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.paragraphs import still_of
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock, months_of
from cpstats.claims.terms.subject import Subject

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("brief", "subject", "codes"),
    [
        ("brief", "imports", ("2024-H1", "2024-05")),  # a paper: either
        ("", "imports", ("2024-H1",)),  # a release: that of the text
        ("", "exports", ("2024-05",)),  # goes on about the same
    ],
)
def test_a_paragraph_that_says_no_period_is_of_the_text_or_of_the_one_before(
    brief: str, subject: str, codes: tuple[str, ...]
) -> None:
    memory = Memory(Lexicon({}, {}, {}), Clock(None), None)
    exports = Subject("exports")
    memory.main, memory.brief = months_of(2024, 1, 6), bool(brief)
    memory.left = months_of(2024, 5, 5), exports
    found = still_of(memory, exports if subject == "exports" else Subject(subject))
    assert found.readings == codes


def test_that_period_is_the_one_of_the_paragraph_before(shown: Shown) -> None:
    text = (
        "Exports rose 4 percent in May 2023.\nIn the first five months of 2023, exports rose 7 percent.\n"
        "During that period, imports fell 3 percent.\nRetail sales grew 2 percent."
    )
    assert shown(text, "indicator", "period", place="100000") == [
        "exports 2023-05",
        "exports 2023-01/2023-05",
        "imports 2023-01/2023-05",
        "retail_sales 2023-05",
    ]


def test_the_period_of_one_sentence_alone_may_go_on_in_the_next_paragraph(shown: Shown) -> None:
    text = "In the first five months of 2023, exports rose 7 percent.\nIn May alone, exports rose 4 percent.\nImports fell 3 percent."
    readings = shown(text, "period_readings", place="100000")
    assert readings[-1] == "('2023-01/2023-05', '2023-05')"
