"""SDMX-CSV 2.0: what stands in a line, and that sdmx1 reads it by the structure."""

from __future__ import annotations

import csv
import io
import logging
from dataclasses import fields
from typing import Any

import pytest

from cpstats.errors import UsageError
from cpstats.export import sdmx_csv
from cpstats.model.catalogue import Catalogue
from cpstats.model.report import Report, Style
from cpstats.model.sdmx import ATTRIBUTES, DIMENSIONS
from cpstats.model.source import Source, Vintage
from cpstats.model.text import same


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_a_line_has_the_codes_of_the_standard_and_our_words_beside_them(report: Report) -> None:
    level, gap = lines(sdmx_csv.write(report, Style()))
    assert {k: v for k, v in level.items() if v} == {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": "CPSTATS:FIGURES(1.0)",
        "ACTION": "I",
        "FREQ": "A",
        "INDICATOR": "gdp",
        "MEASURE": "level",
        "METHOD": "published",
        "PRICE_BASIS": "current",
        "REF_AREA": "110114",
        "COUNTERPART_AREA": "_Z",
        "BASE_PERIOD": "_Z",
        "SOURCE": "cp_jp",
        "TIME_PERIOD": "2024",
        "OBS_VALUE": "1811.9",
        "UNIT_MEASURE": "CNY",
        "UNIT_MULT": "8",
        "UNIT": "亿元",
        "DECIMALS": "1",
        "OBS_STATUS": "P",
        "RELEASE_STATUS": "provisional",
        "LOW": "1811.85",
        "HIGH": "1811.95",
        "VINTAGE": "first",
        "SOURCE_TITLE": "昌平区（日本語）",
        "SOURCE_PUBLISHED": "2025",
        "SOURCE_RELEASE": "document",
        "SOURCE_NOTE": "=note",
    }
    assert (gap["OBS_VALUE"], gap["OBS_STATUS"], gap["REASON"]) == ("", "O", "missing_current")


def structure(library: Any) -> Any:
    """Return the data structure of the format, as a service would publish it."""
    model = library.model.v30
    made = model.DataStructureDefinition(
        id="FIGURES", maintainer=library.model.common.Agency(id="CPSTATS"), version="1.0"
    )
    for ident in DIMENSIONS:
        kind = model.TimeDimension if ident == "TIME_PERIOD" else model.Dimension
        made.dimensions.append(kind(id=ident))
    made.measures.append(model.Measure(id="OBS_VALUE"))
    for ident in (*ATTRIBUTES, *sdmx_csv.HEADER[3:]):
        made.attributes.append(model.DataAttribute(id=ident))
    return made


def test_sdmx1_reads_every_line_by_the_structure(
    report: Report, caplog: pytest.LogCaptureFixture
) -> None:
    library = pytest.importorskip("sdmx")
    content = sdmx_csv.write(report, Style())
    reader = library.reader.csv.Reader()
    with caplog.at_level(logging.WARNING, "sdmx"):
        message = reader.convert(io.BytesIO(content), structure=structure(library))
    assert caplog.messages == []  # a component without a column would be said
    assert reader.options.custom_columns == []  # and there is no column without a component
    (data,) = message.data
    assert data.action.name == "information"
    assert len(data.obs) == len(report.figures)
    for obs, line in zip(data.obs, lines(content), strict=True):
        assert obs.value == line["OBS_VALUE"]
        assert {k: v.value for k, v in obs.key.values.items()} == {k: line[k] for k in DIMENSIONS}
        attributes = {k: v.value for k, v in obs.attached_attribute.items()}
        assert attributes == {k: line[k] for k in (*ATTRIBUTES, *sdmx_csv.HEADER[3:])}


def test_a_vintage_is_described_in_the_line_of_its_figure(report: Report) -> None:
    first = Vintage("first", order=1, name_en="as first announced")
    known = Report(
        report.title,
        report.figures,
        sources=report.sources,
        catalogue=Catalogue(vintages={"first": first}),
    )
    line = lines(sdmx_csv.write(known, Style()))[0]
    assert (line["VINTAGE_ORDER"], line["VINTAGE_SERIES"], line["VINTAGE_NAME_EN"]) == (
        "1",
        "no",
        "as first announced",
    )


def test_every_field_of_source_and_vintage_is_carried() -> None:
    for kind, name in ((Source, "SOURCE"), (Vintage, "VINTAGE")):
        wanted = {f"{name}_{f.name.upper()}" for f in fields(kind)[1:]}
        assert wanted <= set(sdmx_csv.HEADER)


def test_an_answer_without_figures_is_refused() -> None:
    with pytest.raises(UsageError) as raised:
        sdmx_csv.write(Report(same("list")), Style())
    assert str(raised.value) == (
        "sdmx-csv is for figures, and this answer has none. "
        "It is written by show, compare and others; this one has csv and json."
    )
