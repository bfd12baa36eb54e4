"""What is mutated: small files of every kind, made by the program itself or by the tests' samples."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tests.store.decoding.test_own_sdmx import REPORT
from tests.store.importers.containers import Percent, ods, xls, xlsb
from tests.store.importers.test_documents import MARKDOWN, PAGE
from tests.store.importers.test_eurostat import OLD as EUROSTAT_OLD
from tests.store.importers.test_eurostat import TABLE as EUROSTAT
from tests.store.importers.test_genesis import YEARS as GENESIS
from tests.store.importers.test_genesis_flat import NEW as GENESIS_FLAT
from tests.store.importers.test_json_stat import DATASET
from tests.store.importers.test_mutated import EXPORT, OURS, RECORDS
from tests.store.importers.test_pc_axis import FILE as PX
from tests.store.importers.test_sdmx import COMPACT, GROUPED, VERSION_3, message
from tests.store.importers.test_sdmx_csv import LABELLED, NAMED, OLD
from tests.store.importers.test_sdmx_json import NEW, text
from tests.store.importers.test_sdmx_json import OLD as OLD_JSON
from tests.store.importers.test_world_bank import TABLE as WORLD_BANK
from tests.store.importers.test_world_bank import packed

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sample(NamedTuple):
    """A file before it is mutated, and what is typed behind its name."""

    name: str
    content: bytes
    typed: Sequence[str] = ()


PLAIN = "地区,2022年,2023年\n北京,41540.9,43760.7\n上海,44809.1,47218.7\n"
TITLED = (
    "Table 3. Output by county\n(million persons)\n\n,2019,2020\nSørfjell,7.2,7.1\nÖstnäs,1.75,…\n"
)
LONG = (
    "indicator,ref_area,time_period,obs_value,unit,source\n"
    "gdp,110000,2022,41540.9,亿元,\ngdp,310000,2023-Q1,10536.2,亿元,\n"
)
GROUPED_COLUMNS = (
    "County;Sales;;Prices;\n;2019;2020;2019;2020\nAdur;1.234,5;2.345,6;3,1;4\nArun;7;8;9;-\n"
)
QUARTERS = "Quarter\tFerries\n2019Q1\t12.5\n2019Q2\t13.25 p\n2020Q1\t14\nFY2021\t15\n"
GROWTH = ("--measure", "growth")
GDP = ("--indicator", "gdp", "--unit", "亿元")


def tables() -> list[Sample]:
    """Return tables as text, of every format that has letters."""
    from cpstats.export import csv, json_stat, sdmx_csv, tsv
    from cpstats.export import json as own_json
    from cpstats.model.report import Style

    return [
        Sample("plain.csv", PLAIN.encode(), GDP),
        Sample("titled.csv", TITLED.encode("utf-16"), ("--indicator", "output")),
        Sample("long.csv", LONG.encode()),
        Sample("grouped.csv", GROUPED_COLUMNS.encode("windows-1252")),
        Sample("quarters.txt", QUARTERS.encode(), ("--area", "Sørfjell", "--fiscal", "ends")),
        Sample("export.csv", EXPORT),
        Sample("old.tsv", EUROSTAT_OLD.encode(), ("--indicator", "jobs")),
        Sample("eurostat.tsv", EUROSTAT.encode()),
        Sample("genesis.csv", GENESIS.encode(), ("--column", "GAUE=place")),
        Sample("flat.csv", GENESIS_FLAT.encode()),
        Sample("axis.px", PX.encode("windows-1252")),
        Sample("one.csv", OLD.encode()),
        Sample("two.csv", LABELLED.encode()),
        Sample("named.csv", NAMED.encode()),
        Sample("bank.csv", WORLD_BANK.encode()),
        Sample("records.json", RECORDS),
        Sample("ours.json", OURS),
        Sample("lines.ndjson", RECORDS[1:-1].replace(b"}, {", b"}\n{")),
        Sample("stat.json", json.dumps(DATASET).encode()),
        Sample("old.json", text(OLD_JSON)),
        Sample("new.json", text(NEW)),
        Sample("three.xml", VERSION_3.encode()),
        Sample("groups.xml", _grouped()),
        Sample("compact.xml", COMPACT.encode()),
        *(
            Sample(name, module.write(REPORT, Style()))
            for name, module in (
                ("own.csv", csv),
                ("own_sdmx.csv", sdmx_csv),
                ("own.tsv", tsv),
                ("own.json", own_json),
                ("own_stat.json", json_stat),
            )
        ),
    ]


ROWS: list[list[str | float | None]] = [
    ["指标：产值", None, None],
    ["地区", "2022年", "2021年"],
    ["河北省", Percent(0.0525), Percent(0.052)],
    ["山西省", None, Percent(0.015)],
]


def _grouped() -> bytes:
    head = '  <mes:DataSet structureRef="NA">\n'
    return message("GenericDataSet").replace(head.encode(), GROUPED.encode())


def books() -> list[Sample]:
    """Return workbooks and archives."""
    from cpstats.export import xlsx
    from cpstats.model.report import Style

    own = xlsx.write(REPORT, Style())
    return [
        Sample("own.xlsx", own),
        Sample("made.xlsx", _workbook(), GROWTH),
        Sample("made.xls", xls(ROWS), GROWTH),
        Sample("made.ods", ods(ROWS), GROWTH),
        Sample("made.xlsb", xlsb(ROWS), GROWTH),
        Sample("table.docx", _document()),
        Sample("bank.zip", packed(API_X=WORLD_BANK)),
        Sample("files.zip", packed(a=PLAIN, b=TITLED), GDP),
        Sample("package.zip", _zipped({f"p/{n}": c for n, c in package().items()})),
        Sample("plain.csv.gz", gzip.compress(PLAIN.encode(), mtime=0), GDP),
    ]


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(
            [None if v is None else v if isinstance(v, str) else float(v) for v in row]
        )
    book.active["B5"] = "=B3*2"
    for place in ("B3", "C3", "C4"):
        book.active[place].number_format = "0.0%"
    book.active.merge_cells("A1:C1")
    book.create_sheet("Länder").append(["x", 2020, 2021])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _document() -> bytes:
    import docx

    made = docx.Document()
    made.add_paragraph(
        "Sales of ferries (million), 2020. 2023年北京地区生产总值43760.7亿元，增长5.2%。"
    )
    table = made.add_table(rows=2, cols=3)
    for row, cells in zip(
        table.rows, (["County", "2019", "2020"], ["Adur", "1.5", "2"]), strict=True
    ):
        for cell, said in zip(row.cells, cells, strict=True):
            cell.text = said
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


CHINESE = (
    "2023年，北京市地区生产总值43760.7亿元，按不变价格计算，比上年增长5.2%，高于全国0.1个百分点。\n"
    "其中，第一产业增加值105.5亿元，下降4.6%；第三产业占比达84.8%。上半年增速居全国第三。\n"
)
ENGLISH = (
    "Beijing's GDP grew 5.2 percent to 4.38 trillion yuan in 2023, after 0.7% in 2022, twice Shanghai's rate.\n"
    "It was above $600 billion, up from ¥41,540.9 (100 million) a year earlier; by 2025 it should exceed 5 trillion.\n"
)


def texts() -> list[Sample]:
    """Return texts that make claims."""
    return [
        Sample("zh.txt", CHINESE.encode()),
        Sample("en.txt", ENGLISH.encode()),
        Sample("both.md", f"# 公报 2023\n\n{CHINESE}\n- {ENGLISH}\n\n{MARKDOWN}".encode()),
        Sample("table.md", MARKDOWN.encode()),
        Sample("page.html", PAGE.encode()),
        Sample(
            "said.html", f"<h1>2023</h1><p>{CHINESE}<b>{ENGLISH}</b></p><ul><li>5 %</ul>".encode()
        ),
        Sample("said.docx", _document()),
    ]


SETTINGS = (
    'place = ["beijing", "上海"]\nvs = "china"\ndata = "own.csv"\nlang = "zh"\nformat = "csv"\n'
    'digits = 2\nvintage = "first"\nbuiltin = false\nno_color = true\n'
)


def settings() -> list[Sample]:
    """Return settings of a project."""
    return [Sample("cpstats.toml", SETTINGS.encode())]


@cache
def package() -> dict[str, bytes]:
    """Return the files of a small package, as `init` writes them."""
    import tempfile
    from pathlib import Path

    from cpstats.keeping.starting import start_package

    with tempfile.TemporaryDirectory() as folder:
        start_package(Path(folder) / "p")
        return {path.name: path.read_bytes() for path in sorted((Path(folder) / "p").iterdir())} | {
            "accepted.csv": b"rule,indicator,ref_area,time_period,reason\njump,gdp,110000,2024,x\n"
        }
