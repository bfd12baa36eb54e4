"""What `--format sdmx-csv` wrote comes back, or an error says which columns do not agree."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.export import sdmx_csv
from cpstats.model.figure import Figure
from cpstats.model.report import Report, Style
from cpstats.model.source import Source, Vintage
from cpstats.model.text import same
from cpstats.store.decoding import own_sdmx
from cpstats.store.importers import sdmx_csv as importer

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLISHED = Figure(
    indicator="gdp",
    ref_area="110114",
    time_period="2024",
    price_basis="current",
    value=1811.9,
    low=1811.85,
    high=1811.95,
    unit="亿元",
    obs_status="provisional",
    vintage="first",
    source="cp_jp",
    decimals=1,
)
COMPUTED = Figure(
    indicator="gdp",
    ref_area="110114",
    time_period="2024",
    measure="growth_gap",
    method="difference",
    value=1.5,
    unit="百分点",
)
REPORT = Report(
    same("figures"), (PUBLISHED, COMPUTED), sources=(Source("cp_jp", title="a source, dated"),)
)


def changed(**cells: str) -> bytes:
    """Return the message with cells of its first line changed."""
    found = list(csv.DictReader(io.StringIO(sdmx_csv.write(REPORT, Style()).decode())))
    out = io.StringIO()
    writer = csv.DictWriter(out, found[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows([found[0] | cells, *found[1:]])
    return out.getvalue().encode()


def read(content: bytes) -> Mapping[str, str]:
    (sheet,) = importer.read("f.csv", content)
    assert len(sheet.rows) == 2
    return dict(zip(sheet.rows[0], sheet.rows[1], strict=True))


def test_a_published_figure_comes_back_and_a_computed_one_is_left_out() -> None:
    assert read(sdmx_csv.write(REPORT, Style())) == {
        "indicator": "gdp",
        "ref_area": "110114",
        "time_period": "2024",
        "measure": "level",
        "price_basis": "current",
        "counterpart_area": "",
        "obs_value": "1811.9",
        "unit": "亿元",
        "decimals": "1",
        "bound": "",
        "obs_status": "provisional",
        "vintage": "first",
        "source": "cp_jp",
    }
    (sheet,) = importer.read("f.csv", sdmx_csv.write(REPORT, Style()))
    assert str(sheet.said) == "SDMX-CSV 2.0, UTF-8, commas, as this program writes it"
    assert tuple(map(str, sheet.remarks)) == ("1 computed figure is left out",)
    assert sheet.sources == REPORT.sources
    assert sheet.where(1, sheet.rows[0].index("obs_value")) == "f.csv:2:14"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"UNIT_MULT": "4"},
            (
                "f.csv:2:17: the unit “亿元” is not CNY times 10^4. "
                "The column UNIT says the same as UNIT_MEASURE and UNIT_MULT; change all of them."
            ),
        ),
        (
            {"OBS_STATUS": "A"},
            (
                "f.csv:2:20: the status “provisional” is not A. "
                "RELEASE_STATUS says more than OBS_STATUS, never something else; change both."
            ),
        ),
        (
            {"TIME_PERIOD": "2024-Q1"},
            (
                "f.csv:2:13: TIME_PERIOD: “2024-Q1” is no period (it is no period of FREQ A). "
                "Write 2024, 2024-S1, 2024-Q1, 2024-08 or 2021-01-01/P5Y."
            ),
        ),
    ],
)
def test_two_columns_that_do_not_agree_are_refused(cells: dict[str, str], message: str) -> None:
    with pytest.raises(DataError) as raised:
        read(changed(**cells))
    assert str(raised.value) == message


def test_a_column_that_is_missing_is_named() -> None:
    content = sdmx_csv.write(REPORT, Style()).replace(b",BOUND,", b",LIMIT,")
    with pytest.raises(DataError) as raised:
        read(content)
    assert str(raised.value) == (
        "f.csv:1:1: column BOUND is missing. The structure CPSTATS:FIGURES(1.0) has it."
    )


def test_a_vintage_comes_back_from_its_fields() -> None:
    vintage = Vintage("v", order=3, series=True, released="2026-03", name_en="third")
    texts = {
        "vintage": "v",
        "order": "3",
        "series": "yes",
        "released": "2026-03",
        "name_en": "third",
    }
    assert own_sdmx.vintage_of(texts) == vintage
