"""Cells of tables take the names of their row and column."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.extract import extract
from cpstats.claims.texts import read
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from cpstats.store.package import Package

TABLE = (
    ("指标", "2023年（亿元）", "2024年同比增长（%）"),
    ("地区生产总值", "90.5", "6.1"),
    ("出口额", "12.0", "-3.4"),
)


@pytest.fixture(scope="module")
def package() -> Package:
    return open_package()


def _cells(name: str, content: str, package: Package) -> list[str]:
    document = read(name, content.encode())
    found = extract(
        document.text, catalogue=package.catalogue, published=date(2025, 3, 1), place="110114"
    )
    for claim in found:
        assert document.text[claim.start : claim.end] == claim.surface
    return [
        " ".join(str(part) for part in (c.indicator, c.period, c.measure, c.surface, c.direction))
        for c in found
    ]


MARKDOWN = "\n".join(
    [
        "| " + " | ".join(TABLE[0]) + " |",
        "|---|---:|---:|",
        *("| " + " | ".join(row) + " |" for row in TABLE[1:]),
    ]
)
PLAIN = "\n".join("\t".join(row) for row in TABLE)
HTML = (
    "<html><body><table>"
    + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    + "</table></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content"), [("a.md", MARKDOWN), ("a.txt", PLAIN), ("a.html", HTML)]
)
def test_a_cell_takes_the_names_of_its_row_and_column(
    name: str, content: str, package: Package
) -> None:
    assert _cells(name, content, package) == [
        "gdp 2023 level 90.5 None",
        "gdp 2024 growth 6.1 up",
        "exports 2023 level 12.0 None",
        "exports 2024 growth -3.4 down",
    ]


def test_a_head_over_several_columns_and_rows_keeps_its_place(package: Package) -> None:
    table = (
        "<html><body><table><tr><th rowspan=2>指标</th><th rowspan=2>单位</th><th colspan=2>2024年</th></tr>"
        "<tr><th>总量</th><th>增速（%）</th></tr>"
        "<tr><td>出口额</td><td>亿元</td><td>12.0</td><td>3.4<sup>1</sup></td></tr></table></body></html>"
    )
    assert _cells("a.html", table, package) == [
        "exports 2024 level 12.0 None",
        "exports 2024 growth 3.4 up",
    ]


def test_an_english_table_is_read_too(package: Package) -> None:
    table = "Indicator\tUnit\t2023\t2024\nExports\tbillion yuan\t11.1\t12.0"
    assert _cells("a.txt", table, package) == [
        "exports 2023 level 11.1 None",
        "exports 2024 level 12.0 None",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "指标\t绝对量（亿元）\n出口额\t12.0",  # of no period
        "指标\t2024年\n出口额\t12.0",  # of no unit
        "指标\t上年同期（亿元）\n出口额\t12.0",  # of another year
        "出口额\t12.0\n进口额\t13.0",  # no names above
    ],
)
def test_a_cell_whose_names_do_not_say_enough_names_nothing(table: str, package: Package) -> None:
    assert [cell for cell in _cells("a.txt", table, package) if not cell.startswith("None")] == []
