"""The shipped vectors hold, and a wrong figure among them is found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cpstats.answers.selftest import FOLDER, VECTORS, selftest

if TYPE_CHECKING:
    from pathlib import Path


def test_every_shipped_figure_is_recomputed() -> None:
    report = selftest()
    assert not report.finding
    # rates of 12 economies and 7 areas, 60 areas × 27 years, 12 economies × 33 years, months since 1990
    assert [r["figures"] for r in report.records] == [756, 182, 1620, 396, 434]
    assert all(r["outside"] == 0 for r in report.records)


def test_a_wrong_figure_is_a_finding(tmp_path: Path) -> None:
    for vector in VECTORS:
        shutil.copy(FOLDER / vector.file, tmp_path)
    path = tmp_path / "bea_growth.csv"
    path.write_text(
        path.read_text().replace("California,1998,1538612.3,6.8", "California,1998,1538612.3,6.9")
    )
    report = selftest(tmp_path)
    assert report.finding
    assert [r["outside"] for r in report.records] == [0, 1, 0, 0, 0]


def test_every_file_of_vectors_is_named_with_its_publisher() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    for path in FOLDER.glob("*.csv"):
        assert f"`{path.name}`" in readme
        assert path.name in {v.file for v in VECTORS}
