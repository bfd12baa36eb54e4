"""An editor's afternoon: a county's bulletin in docx, its own table, ten slips found and commented."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

pytestmark = pytest.mark.slow
# invented figures of an invented county; the slips below are against these
FIGURES = """indicator,ref_area,time_period,measure,price_basis,obs_value,unit
gdp,清泉县,2023,level,current,312.4,亿元
gdp,清泉县,2024,level,current,331.8,亿元
gdp,清泉县,2024,growth,constant,5.9,%
gdp_primary,清泉县,2024,level,current,41.2,亿元
gdp_secondary,清泉县,2024,level,current,152.6,亿元
gdp_tertiary,清泉县,2024,level,current,138.0,亿元
gdp_tertiary,清泉县,2024,growth,constant,6.4,%
industrial_value_added,清泉县,2024,growth,constant,7.7,%
fixed_asset_investment,清泉县,2024,growth,current,-3.1,%
retail_sales,清泉县,2024,level,current,96.5,亿元
retail_sales,清泉县,2024,growth,current,4.8,%
budget_revenue,清泉县,2023,level,current,18.9,亿元
budget_revenue,清泉县,2024,level,current,19.7,亿元
exports,清泉县,2024,level,current,22.4,亿元
disposable_income,清泉县,2024,level,current,38650,元
resident_population,清泉县,2024,level,,47.3,万人
urbanisation,清泉县,2024,level,,52.8,%
"""
PARAGRAPHS = (
    "清泉县2024年国民经济和社会发展统计公报",
    "全年实现地区生产总值331.8亿元，按不变价格计算，比上年增长5.9%。第三产业增加值138.0亿元，增长4.6%。",  # 6.4
    "规模以上工业增加值增长7.7%。固定资产投资增长3.1%。",  # fell
    "社会消费品零售总额965亿元，增长4.8%。",  # 96.5
    "2024年，全县一般公共预算收入18.9亿元。",  # of 2023
    "出口额突破25亿元。",  # 22.4
    "居民人均可支配收入38560元。年末常住人口47.3万人，城镇化率58.2%。",  # 38650; 52.8
    "旅游收入由2023年的20.0亿元增加到2024年的23.0亿元，增长12.0%。",  # 15.0
    "新增专利分别为120件、80件和50件，合计260件。",  # 250
)
TABLE = (
    ("指标（2024年）", "总量（亿元）"),
    ("第一产业增加值", "41.2"),
    ("第二产业增加值", "156.2"),
)  # 152.6
SLIPS = (
    "4.6%",
    "3.1%",
    "965亿元",
    "18.9亿元",
    "25亿元",
    "38560元",
    "58.2%",
    "12.0%",
    "260件",
    "156.2",
)
TRUE = ("331.8亿元", "5.9%", "138.0亿元", "7.7%", "4.8%", "47.3万人", "41.2")


def _written(folder: Path) -> None:
    from docx import Document

    (folder / "figures.csv").write_text(FIGURES, "utf-8")
    document = Document()
    for words in PARAGRAPHS:
        document.add_paragraph(words)
    table = document.add_table(rows=0, cols=2)
    for row in TABLE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(folder / "bulletin.docx"))


def _verdicts(stdout: str) -> dict[str, str]:
    return {row["surface"]: row["verdict"] for row in csv.DictReader(StringIO(stdout))}


def test_ten_slips_are_found_commented_and_remembered(invoke: Invoke, tmp_path: Path) -> None:
    from docx import Document

    _written(tmp_path)
    asked = ("check", "bulletin.docx", "--data", "figures.csv", "--place", "清泉县")
    asked = (*asked, "--published", "2025-03-10")
    done = invoke(*asked)
    found = _verdicts(done.stdout)
    wrong = {surface for surface, said in found.items() if said in ("contradicted", "inconsistent")}
    assert done.status == 1
    assert set(SLIPS) <= wrong
    assert {surface: found[surface] for surface in TRUE} == dict.fromkeys(TRUE, "confirmed")

    invoke(*asked, "-o", "commented.docx")
    comments = Document(str(tmp_path / "commented.docx")).comments
    assert len(list(comments)) >= len(SLIPS)
    invoke("check", "commented.docx", *asked[2:], "-o", "again.docx")  # no comment twice
    assert len(list(Document(str(tmp_path / "again.docx")).comments)) == len(list(comments))

    assert invoke(*asked, "--baseline", "accepted.json").status == 0  # remembered
    again = invoke(*asked, "--baseline", "accepted.json")
    assert again.status == 0
    assert not {"contradicted", "inconsistent"} & {*_verdicts(again.stdout).values()}
