"""Whatever happens to a file on its way: it is read, or an error says why; nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from math import isnan
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.needs import needs_pyarrow

from cpstats.errors import CpstatsError, DataError
from cpstats.store.loading import read
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path

EXPORT = (
    "数据库：分省年度数据,,,\n指标：地区生产总值(亿元),,,\n时间：最近3年,,,\n"
    '地区,2024年,2023年,2022年\n北京市,49670.2,47353.7,45222.4\n河北省,"47,448.1",…,43198.3\n'
    '"注：1.按当年价格计算。\n　　2.初步核算。",,,\n数据来源：国家统计局,,,\n'
).encode("gb18030")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["set", "drop", "double", "cut"]),
        st.floats(0, 1),
        st.sampled_from([0, 9, 10, 13, 34, 44, 45, 48, 59, 124, 127, 128, 163, 255]),
    ),
    min_size=1,
    max_size=12,
)


def changed(content: bytes, changes: list[tuple[str, float, int]]) -> bytes:
    made = bytearray(content)
    for kind, place, byte in changes:
        at = int(place * max(len(made) - 1, 0))
        if not made:
            break
        if kind == "set":
            made[at] = byte
        elif kind == "drop":
            del made[at : at + 3]
        elif kind == "double":
            made[at:at] = made[at : at + 40]
        else:
            del made[at:]
    return bytes(made)


@settings(max_examples=300)
@given(CHANGES)
def test_a_mutated_export_is_read_or_refused(changes: list[tuple[str, float, int]]) -> None:
    try:
        found = foreign("t.csv", changed(EXPORT, changes))
    except CpstatsError:
        return
    for sheet in found:
        assert len(sheet.rows) == len(sheet.origins) > 0
        assert all(len(row) == len(sheet.header) for row in sheet.rows)


@settings(max_examples=25)
@given(changes=CHANGES)
def test_real_exports_too(shared: Path, changes: list[tuple[str, float, int]]) -> None:
    for path in sorted((shared / "datasets" / "nbs_raw").glob("*2025*.csv")):
        with suppress(CpstatsError):
            foreign(path.name, changed(path.read_bytes(), changes))


@settings(max_examples=60)
@given(CHANGES)
def test_a_mutated_file_goes_through_the_whole_reading(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, float, int]]
) -> None:
    path = tmp_path_factory.mktemp("mutated") / "t.csv"
    path.write_bytes(changed(EXPORT, changes))
    try:
        columns = read(open_package([str(path)], builtin=False))
    except CpstatsError:
        return
    assert not any(map(isnan, columns["value"]))


RECORDS = json.dumps(
    [
        {"地区": "河北省", "年份": 2022, "产值(亿元)": 5.25},
        {"地区": "山西省", "年份": 2022, "产值(亿元)": None},
    ],
    ensure_ascii=False,
).encode()
OURS = b'{"schema": "cpstats/1", "rows": [' + RECORDS[1:-1] + b'], "notes": []}'


@settings(max_examples=300)
@given(st.sampled_from([RECORDS, OURS, RECORDS[1:-1].replace(b"}, {", b"}\n{")]), CHANGES)
def test_mutated_records_are_read_or_refused(
    content: bytes, changes: list[tuple[str, float, int]]
) -> None:
    with suppress(CpstatsError):
        foreign("t.json", changed(content, changes))


@pytest.fixture(scope="module")
def workbook() -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    for row in ["指标：产值(亿元)"], ["地区", "2022年", "2021年"], ["河北省", 5.25, "=B3*2"]:
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@settings(max_examples=60)
@given(changes=CHANGES)
def test_a_mutated_workbook_is_read_or_refused(
    workbook: bytes, changes: list[tuple[str, float, int]]
) -> None:
    with suppress(CpstatsError):
        foreign("t.xlsx", changed(workbook, changes))


@settings(max_examples=100)
@given(
    part=st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]),
    changes=CHANGES,
)
def test_a_workbook_with_a_mutated_part_is_read_or_refused(
    workbook: bytes, part: str, changes: list[tuple[str, float, int]]
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, changed(content, changes) if name == part else content)
    with suppress(CpstatsError):
        foreign("t.xlsx", out.getvalue())


@needs_pyarrow
@settings(max_examples=100)
@given(changes=CHANGES)
def test_a_mutated_parquet_file_is_read_or_refused(changes: list[tuple[str, float, int]]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pa.table({"地区": ["河北省"], "年份": [2022], "产值(亿元)": [5.25]}), out)
    with suppress(CpstatsError):
        foreign("t.parquet", changed(out.getvalue(), changes))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        # the first column has no other to its left, and a line of the header is empty
        ("Town;Sales;;Costs;\n;2019;2020;2019;2020\n\n;1,5;2;3,1;4\nArl;7;8;9;-\n", "no place"),
        # what looks like the first figures describes columns, and nothing stands below
        ("unit,sex,age,1 234\nTHS,F,NO\t41.5b\t40\nunit,sex,age,1 234\n", "no table"),
    ],
)
def test_a_table_without_its_places_or_its_figures_is_refused(text: str, why: str) -> None:
    with pytest.raises(DataError, match=why):
        list(foreign("sales.csv", text.encode()))
