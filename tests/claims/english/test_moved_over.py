from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

ROWS = "Area,Year,Ticket income (EUR thousand)\nOld Mill,2015,4100\nOld Mill,2016,4230\nOld Mill,2022,4960\nOld Mill,2023,5125\n"


def test_a_rate_behind_two_levels_is_counted_from_the_first(tmp_path: Path) -> None:
    """Made-up figures: 25.0 percent over eight years, 2.8 a year."""
    (tmp_path / "own.csv").write_text(ROWS, encoding="utf-8")
    package = open_package([str(tmp_path / "own.csv")])
    text = "Ticket income at Old Mill {} from €4.10 million in 2015 to €5.13 million in 2023, {} {}%, or {}% annually."
    for moved, means, rate, mean, told in (
        ("rose", "that is by", "25.0", "2.8", ["confirmed", "confirmed"]),
        ("rose", "i.e. by", "25.0", "2.8", ["confirmed", "confirmed"]),
        ("rose", "an increase of", "25.0", "2.8", ["confirmed", "confirmed"]),
    ):
        report = check(
            [of_sentence(text.format(moved, means, rate, mean))],
            package,
            Asked(published=date(2024, 3, 1), every=True),
        )
        assert [r["verdict"] for r in report.records[2:]] == told, means
