"""Growth on the month before, of levels of one release; figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive, Sought
from cpstats.selecting.on_period import on_period
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def test_growth_on_the_month_before_is_made_of_two_levels(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("geo,period,Night stays\nNordmark,2024-04,500\nNordmark,2024-05,510\n", "utf-8")
    package = open_package([str(own)])
    place = package.own_places[0]
    archive = Archive.of(package, Question(indicators=("Night stays",), places=(place,)))

    def found(period: str, base: str = "") -> list[float | None]:
        when = Period.parse(period)
        start = Period.parse(base) if base else None
        sought = Sought(indicator="Night stays", area=place, period=when, base=start)
        return [f.value for f in on_period(archive, sought)]

    assert [round(value or 0.0, 6) for value in found("2024-05")] == [2.0]
    assert found("2024-04") == []  # nothing is known of the month before
    assert found("2024-05", "2023-05") == []  # it is asked on another month
    assert found("2024") == []
