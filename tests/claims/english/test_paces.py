from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.english.paces import said_pace
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "pace"),
    [
        ("rose year on year by", "growth"),
        ("from a year earlier", "growth"),
        ("quarter-on-quarter", "growth_on_period"),
        ("from the previous month", "growth_on_period"),
        ("y/y and q/q", ""),  # both
        ("rose by", ""),
    ],
)
def test_words_say_what_a_change_is_on(words: str, pace: str) -> None:
    assert said_pace(words) == pace


def test_a_quarter_abroad_may_be_on_the_year_or_on_the_quarter_before(tmp_path: Path) -> None:
    # 1.2 percent on the year; on the quarter before nothing is known
    table = tmp_path / "own.csv"
    table.write_text(
        "geo,period,GDP growth (%)\nFrance,2024-Q2,1.0\nFrance,2024-Q3,1.2\n", encoding="utf-8"
    )
    own = open_package([str(table)])
    for text, verdict in (
        ("In Q3 2024 GDP in France rose by 1.2 percent.", "confirmed"),
        ("In Q3 2024 GDP in France rose by 0.4 percent.", "unverifiable"),
        ("In Q3 2024 GDP in France rose by 3.4 percent year on year.", "contradicted"),
    ):
        report = check([of_sentence(text)], own, Asked(every=True))
        assert [record["verdict"] for record in report.records] == [verdict], text
