"""TSV is CSV divided by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export import tsv
from cpstats.model.report import Report, Style
from cpstats.model.text import same

if TYPE_CHECKING:
    from cpstats.model.report import Report as _Report


def test_each_figure_is_a_line_divided_by_tabs(report: _Report) -> None:
    header, first, second = tsv.write(report, Style()).decode().splitlines()
    assert header.split("\t")[:4] == ["indicator", "ref_area", "counterpart_area", "time_period"]
    assert first.split("\t")[9:12] == ["1811.9", "1811.85", "1811.95"]
    assert second.split("\t")[-1] == "missing_current"
    assert {len(line.split("\t")) for line in (header, first, second)} == {18}


def test_a_text_that_holds_a_tab_stands_in_quotation_marks() -> None:
    report = Report(same("t"), records=({"name": 'a\tb "c"', "x": "1,5"},))
    assert tsv.write(report, Style()).decode() == 'name\tx\n"a\tb ""c"""\t1,5\n'
