"""What the standards' formats wrote is read back: every machine column is the same."""

from __future__ import annotations

import csv
import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpstats.export import datapackage, json_stat, sdmx_csv
from cpstats.model.columns import BASES, BOUNDS, LEVELS, MEASURES, OBSERVATION, STATUSES
from cpstats.model.report import Report, Style
from cpstats.model.text import same
from cpstats.selecting.observed import published
from cpstats.store import loading
from cpstats.store.package import Package, open_package
from cpstats.store.writer import write_package

FORMATS = ("sdmx-csv", "json-stat", "datapackage")
NAMES = st.text("市区abcXYZ 0189,;|\"'/%=-_()（）：é", min_size=1, max_size=8).filter(
    lambda text: text == text.strip() != ""
)
# Indicators with units that are converted into one another.
KNOWN = (
    ("gdp", ("亿元", "万亿元", "万元", "元")),
    ("resident_population", ("万人", "人")),
    ("Bus passengers", ("万人次", "亿人次")),
    ("Ports", ("",)),
    ("Imports of tea", ("USD", "亿美元")),
)
PERIODS = ("2024", "2024-H1", "2024-Q1", "2024-08", "2024-01/2024-08", "2021/2025", "../2025")
PLACES = ("110114", "110000", "100000", "Example City")
SOURCES = ("", "bjd2020", "cp1995")
VINTAGES = ("", "first", "census5")
NUMBERS = st.from_regex(r"-?[0-9]{1,14}(\.[0-9]{1,6})?", fullmatch=True)


@st.composite
def observations(draw: st.DrawFn) -> dict[str, str]:
    indicator, units = draw(
        st.sampled_from(KNOWN) | st.tuples(NAMES.map("ß ".__add__), st.just(("万户", "户")))
    )
    measure = draw(st.sampled_from(MEASURES))
    bases = [*BASES, "constant:2015"]
    return {
        "indicator": indicator,
        "ref_area": draw(st.sampled_from(PLACES) | NAMES),
        "time_period": draw(st.sampled_from(PERIODS)),
        "measure": measure,
        "price_basis": draw(st.sampled_from(bases)),
        "counterpart_area": draw(st.sampled_from(("", "110000", "Another place"))),
        "obs_value": draw(NUMBERS),
        "unit": draw(st.sampled_from(units)) if measure in LEVELS else "",
        "decimals": draw(st.just("") | st.integers(-4, 6).map(str)),
        "bound": draw(st.sampled_from(BOUNDS)),
        "obs_status": draw(st.sampled_from(STATUSES)),
        "vintage": draw(st.sampled_from(VINTAGES)),
        "source": draw(st.sampled_from(SOURCES)),
    }


def key(row: dict[str, str]) -> tuple[str, ...]:
    """Return what tells figures apart, without the basis, of which an empty one is filled."""
    names = ("indicator", "ref_area", "time_period", "measure", "counterpart_area", "source")
    return tuple(row[name] for name in names)


def rows_of(package: Package) -> list[dict[str, Any]]:
    columns = loading.read(package)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def figures_of(package: Package) -> Report:
    rows: list[dict[Any, Any]] = [
        r for r in rows_of(package) if r["given"] or len(package.parts) == 1
    ]
    figures = tuple(published(row) for row in rows)
    used = {f.source for f in figures}
    sources = tuple(s for s in package.catalogue.sources.values() if s.source in used)
    return Report(same("figures"), figures, sources=sources, catalogue=package.catalogue)


def written(report: Report, form: str, folder: Path) -> str:
    """Write a report and return the name of what was written."""
    if form == "datapackage":
        target = folder / "package"
        write_package(target, datapackage.rows(report), report.catalogue, title="figures")
        return str(target)
    module = {"sdmx-csv": sdmx_csv, "json-stat": json_stat}[form]
    target = folder / f"figures.{form}"
    target.write_bytes(module.write(report, Style()))  # type: ignore[attr-defined]
    return str(target)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=15)
@given(rows=st.lists(observations(), min_size=1, max_size=6, unique_by=key))
def test_invented_figures_come_back(form: str, rows: list[dict[str, str]]) -> None:
    text = StringIO()
    writer = csv.DictWriter(text, OBSERVATION)
    writer.writeheader()
    writer.writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "own.csv").write_text(text.getvalue(), "utf-8")
        given_ = figures_of(open_package([str(Path(folder) / "own.csv")]))
        name = written(given_, form, Path(folder))
        for builtin in (True, False):
            found = figures_of(open_package([name], builtin=builtin))
            assert found.rows == given_.rows
            assert {s.source: s for s in given_.sources}.items() <= {
                s.source: s for s in found.sources
            }.items()


@pytest.fixture(scope="module")
def given_() -> Report:
    """Return every published figure of the built-in data."""
    return figures_of(open_package())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("builtin", [True, False])
def test_every_published_figure_of_the_built_in_data_comes_back(
    form: str, given_: Report, tmp_path: Path, *, builtin: bool
) -> None:
    assert len(given_.figures) > 1500
    found = figures_of(open_package([written(given_, form, tmp_path)], builtin=builtin))
    assert found.rows == given_.rows
    assert {s.source: s for s in found.sources} == {s.source: s for s in given_.sources}


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_written_is_written_again_as_the_same_bytes(
    form: str, given_: Report, tmp_path: Path
) -> None:
    names, report = [], given_
    for number in range(2):
        (tmp_path / str(number)).mkdir()
        names.append(Path(written(report, form, tmp_path / str(number))))
        if not number:
            report = figures_of(open_package([str(names[-1])]))
    first, second = ([n] if n.is_file() else sorted(n.iterdir()) for n in names)
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]
