"""What a machine format wrote reads back as the same rows, with every digit of every number."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.needs import needs_pyarrow

from cpstats.export import csv as csv_format
from cpstats.export import json as json_format
from cpstats.export import ndjson, tsv, xlsx
from cpstats.model.columns import BASES, BOUNDS, MACHINE, STATUSES
from cpstats.model.figure import Figure, Quote
from cpstats.model.machine import disarmed
from cpstats.model.report import Report, Style
from cpstats.model.source import Source
from cpstats.model.text import Text, same
from cpstats.model.words import MEASURE, METHOD, REASON

SCHEMA = Path(__file__).resolve().parents[2] / "docs/cpstats-1.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), max_size=12)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
PERIODS = st.sampled_from(["2024", "2024-H1", "2024-08", "2024-01/2024-08", "2021/2025", "../2025"])
FIGURES = st.builds(
    Figure,
    indicator=NAMES,
    ref_area=NAMES,
    counterpart_area=NAMES,
    time_period=PERIODS,
    base_period=st.just("") | PERIODS,
    n=st.none() | st.integers(1, 100),
    measure=st.sampled_from(sorted(MEASURE)),
    method=st.sampled_from(sorted(METHOD)),
    price_basis=st.sampled_from([*BASES, "constant:2015"]),
    value=NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    bound=st.sampled_from(BOUNDS),
    unit=NAMES,
    obs_status=st.sampled_from(STATUSES),
    vintage=NAMES,
    source=NAMES,
    reason=st.sampled_from(["", *REASON]),
    printed=st.none() | st.builds(Quote, NAMES, NAMES),
    formula=st.none() | NAMES.map(same),
)
TEXTS = st.builds(Text, NAMES, NAMES)
REPORTS = st.builds(
    Report,
    TEXTS,
    figures=st.lists(FIGURES, max_size=4).map(tuple),
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    sources=st.lists(st.builds(Source, NAMES, title=NAMES, note=NAMES), max_size=2).map(tuple),
    known=st.sampled_from(["", "2026-02-02"]),
)


def read_delimited(content: bytes, delimiter: str) -> list[dict[str, Any]]:
    """Read lines as a script would: an empty cell is None where the column holds numbers."""
    lines = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    header, *rows = lines
    return [
        {
            name: _number(cell) if name in ("value", "low", "high", "n") else cell
            for name, cell in zip(header, row, strict=True)
        }
        for row in rows
    ]


def _number(cell: str) -> float | None:
    return None if cell == "" else float(cell)


@given(REPORTS)
def test_csv_reads_back_as_the_same_rows(report: Report) -> None:
    written = csv_format.write(report, Style())
    assert read_delimited(written, ",") == list(report.rows)
    assert written.decode().splitlines()[0] == ",".join(MACHINE)


@given(REPORTS)
def test_tsv_reads_back_as_the_same_rows(report: Report) -> None:
    written = tsv.write(report, Style())
    assert read_delimited(written, "\t") == list(report.rows)
    assert written.decode().splitlines()[0] == "\t".join(MACHINE)


@given(REPORTS)
def test_csv_for_excel_is_the_same_with_its_formulas_disarmed(report: Report) -> None:
    written = csv_format.write(report, Style(excel=True))
    assert written.startswith(b"\xef\xbb\xbf")
    safe = [{k: disarmed(v) for k, v in row.items()} for row in report.rows]
    assert read_delimited(written, ",") == safe


@given(report=REPORTS, explain=st.booleans())
def test_json_reads_back_as_the_same_rows_and_is_what_its_schema_says(
    report: Report, *, explain: bool
) -> None:
    document = json.loads(json_format.write(report, Style(explain=explain)))
    assert document["rows"] == list(report.rows)
    assert [tuple(row) for row in document["rows"]] == [MACHINE] * len(report.rows)
    assert document["notes"] == [n.to("en") for n in report.notes]
    assert [e.message for e in VALIDATOR.iter_errors(document)] == []


@given(REPORTS)
def test_ndjson_reads_back_as_the_same_rows(report: Report) -> None:
    written = ndjson.write(report, Style()).decode()
    assert [json.loads(line) for line in written.split("\n")[:-1]] == list(report.rows)


@needs_pyarrow
@settings(max_examples=30)
@given(REPORTS)
def test_parquet_reads_back_as_the_same_rows(report: Report) -> None:
    from pyarrow import parquet

    from cpstats.export import parquet as parquet_format

    table = parquet.read_table(BytesIO(parquet_format.write(report, Style())))
    assert tuple(table.column_names) == MACHINE
    assert table.to_pylist() == list(report.rows)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


@settings(max_examples=30)
@given(REPORTS)
def test_a_workbook_reads_back_as_the_same_rows(report: Report) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    book = openpyxl.load_workbook(BytesIO(xlsx.write(report, Style())))
    header, *rows = book["figures"].iter_rows(values_only=True)
    assert header == MACHINE
    safe = [tuple(_kept(disarmed(v)) for v in row.values()) for row in report.rows]
    assert [tuple(_plain(v) for v in row) for row in rows] == safe


def _plain(value: Any) -> Any:
    """Undo what the format itself writes for a control character: `_x0008_`."""
    from openpyxl.utils.escape import unescape

    return unescape(value) if isinstance(value, str) else value


def _kept(value: Any) -> Any:
    """Return a value as a workbook keeps it: no empty text."""
    return None if value == "" else value
