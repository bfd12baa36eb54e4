from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive, Sought, told

if TYPE_CHECKING:
    from tests.answers.conftest import Own

    from cpstats.store.package import Package

ASKED = Question(indicators=("gdp",), places=("110000", "110114"))


def sought(period: str, area: str = "110000", **given: str) -> Sought:
    return Sought(indicator="gdp", area=area, period=Period.parse(period), **given)


def test_each_labelled_release_stands_by_itself(package: Package) -> None:
    archive = Archive.of(package, ASKED)
    assert set(archive.releases) == {"census5", "census4", "before-census4", "first"}
    assert next(iter(archive.views)) is archive.every
    told_by = told(Archive(archive.releases["census4"]), sought("2020"), "level")
    assert {f.vintage for f in told_by} == {"census4"}


def test_sources_can_be_left_out(package: Package) -> None:
    archive = Archive.of(package, ASKED)
    assert archive.without(()) is archive
    left = archive.without(("cp_jp", "de_cp"))
    assert {f.source for f in told(left, sought("2024", "110114"), "level")} == {"ip885_cp"}
    assert {f.source for f in told(archive, sought("2024", "110114"), "level")} == {
        "cp_jp", "de_cp", "ip885_cp",
    }  # fmt: skip


def test_a_basis_and_a_counterpart_are_asked_for(package: Package) -> None:
    archive = Archive.of(package, ASKED)
    assert told(archive, sought("2024", basis="current"), "growth") == []
    assert {f.value for f in told(archive, sought("2024", basis="constant"), "growth")} == {5.2}
    assert told(archive, sought("2025", other="110114"), "growth_gap") == []
    assert {f.value for f in told(archive, sought("2025", other="100000"), "growth_gap")} == {0.4}


def test_forecasts_are_not_told(own: Own) -> None:
    package = own(
        "indicator,ref_area,time_period,measure,obs_value,unit,obs_status\n"
        "gdp,110000,2030,growth,5,%,forecast\ngdp,110000,2029,growth,5,%,\n",
        builtin=False,
    )
    archive = Archive.of(package, ASKED)
    assert told(archive, sought("2030"), "growth") == []
    assert [f.value for f in told(archive, sought("2029"), "growth")] == [5.0]


def test_the_periods_told_of_a_place_are_those_of_any_measure(own: Own) -> None:
    package = own(
        "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"
        "gdp,110000,2022,level,current,40,亿元\n"
        "gdp,110000,2023-Q1,growth,constant,5,%\n"
        "gdp,110114,2021,level,current,4,亿元\n",
        builtin=False,
    )
    archive = Archive.of(package, ASKED)
    assert {str(p) for p in archive.every.told_of("gdp", "110000")} == {"2022", "2023-Q1"}
    assert archive.every.told_of("gdp", "990000") == frozenset()
