"""Levels of the parts of a period, added up; figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive, Sought
from cpstats.selecting.summed import summed
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def test_the_parts_of_a_period_are_added_up_and_grow(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    rows = (f"Nordmark,{year}-Q{n},{year - 2000 + n}\n" for year in (2023, 2024) for n in (1, 2))
    own.write_text("geo,period,Night stays\n" + "".join(rows), "utf-8")
    package = open_package([str(own)])
    place = package.own_places[0]
    archive = Archive.of(package, Question(indicators=("Night stays",), places=(place,)))

    def found(period: str, measure: str) -> list[float]:
        sought = Sought(indicator="Night stays", area=place, period=Period.parse(period))
        return [round(f.value or 0.0, 4) for f in summed(archive, sought, measure)]

    assert found("2024-H1", "level") == [51.0]  # 25 + 26
    assert found("2024-H1", "growth") == [4.0816]  # on 24 + 25
    assert found("2024-Q1", "level") == []  # known itself
    assert found("2024", "level") == []  # two of its quarters are not known
