"""A report with everything that can go wrong in a format."""

from __future__ import annotations

import pytest

from cpstats.model.figure import Figure, Quote
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.source import Source
from cpstats.model.text import Text, same

EVIL = "=1+1|<b>*&`[x](y)`*</b>"


@pytest.fixture
def report() -> Report:
    """Return two figures, one of them missing, and a name that every format must treat as text."""
    level = Figure(
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
        printed=Quote("1811.9", "亿元"),
    )
    gap = Figure(
        indicator="gdp",
        ref_area=EVIL,
        counterpart_area="110000",
        time_period="2019",
        measure="growth_gap",
        method="difference",
        unit="百分点",
        reason="missing_current",
    )
    block = Block(
        (Column(Text("place", "地区"), right=False), Column(Text("level, 亿元", "水平，亿元"))),
        (
            (Cell(text=Text("Changping", "昌平区")), Cell(level)),
            (Cell(text=same(EVIL)), Cell(gap)),
        ),
        title=Text("Table", "表"),
    )
    return Report(
        Text("GDP <2024>", "地区生产总值 <2024年>"),
        figures=(level, gap),
        blocks=(block,),
        subtitle=Text("sub & title", "副题"),
        notes=(Text("a *note*", "附注"),),
        sources=(Source("cp_jp", title="昌平区（日本語）", published="2025", note="=note"),),
        known="2025",
    )
