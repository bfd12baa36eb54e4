"""Tables that are read once for many questions give each what it would read itself."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

import cpstats
from cpstats.errors import DataError
from cpstats.store import at_once, loading
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value,unit\n"
TABLE = HEADER + "".join(
    f"{name},{place},{year},{year % 97}.{n},t\n"
    for n, (name, place) in enumerate(product(("tea", "salt", "wool"), ("Ulm", "Hof")))
    for year in range(2018, 2024)
)


def test_each_question_gets_the_rows_that_it_would_read(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    package = open_package([str(tmp_path / "t.csv")])
    once = at_once.read_once(package)
    assert at_once.read_once(once) is once
    asked: list[Any] = [None, {"tea"}, {"wool", "salt"}, {"gdp", "tea"}, {"nothing"}]
    for indicators, places in product(asked, (None, {"Hof"}, {"Ulm", "110000"}, set())):
        found = at_once.columns(once, indicators, places)
        assert repr(found) == repr(loading.read(package, indicators=indicators, places=places))


def test_a_report_reads_a_table_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    count, read = [], loading.read

    def counted(*given: Any, **more: Any) -> Any:
        count.append(given)
        return read(*given, **more)

    monkeypatch.setattr(loading, "read", counted)
    report = cpstats.report("Ulm", vs="Hof", data=str(tmp_path / "t.csv"), builtin=False)
    assert len(report.to_markdown().split("wool")) > 2
    assert len(count) == 1


def test_what_is_wrong_in_a_table_is_left_to_the_question(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE.replace("2020,80.3", "2020,80.3x"))
    package = open_package([str(tmp_path / "t.csv")])
    assert at_once.read_once(package) is package
    with pytest.raises(DataError, match=r"80\.3x"):
        at_once.columns(package, {"tea"}, None)
