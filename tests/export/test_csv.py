"""CSV has the machine columns, UTF-8, and for Excel what Excel wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export import csv
from cpstats.model.report import Report, Style
from cpstats.model.text import same

if TYPE_CHECKING:
    from cpstats.model.report import Report as _Report

HEADER = (
    "indicator,ref_area,counterpart_area,time_period,base_period,n,measure,method,price_basis,"
    "value,low,high,bound,unit,obs_status,vintage,source,reason"
)


def test_each_figure_is_a_line_with_the_columns_of_the_contract(report: _Report) -> None:
    assert csv.write(report, Style()).decode().splitlines() == [
        HEADER,
        "gdp,110114,,2024,,,level,published,current,1811.9,1811.85,1811.95,,亿元,provisional,first,cp_jp,",
        "gdp,=1+1|<b>*&`[x](y)`*</b>,110000,2019,,,growth_gap,difference,,,,,,百分点,,,,missing_current",
    ]


def test_years_and_codes_are_never_reformatted(report: _Report) -> None:
    text = csv.write(report, Style(digits=3)).decode()
    assert ",2019," in text
    assert ",110114," in text
    assert "2,019" not in text


def test_for_excel_it_has_a_mark_crlf_and_no_formula(report: _Report) -> None:
    written = csv.write(report, Style(excel=True))
    assert written.startswith(b"\xef\xbb\xbfindicator,")
    assert written.count(b"\r\n") == written.count(b"\n") == 3
    assert b",'=1+1|" in written


def test_the_digits_shown_to_a_person_change_nothing(report: _Report) -> None:
    assert csv.write(report, Style(digits=0, lang="zh")) == csv.write(report, Style())


def test_a_report_without_rows_is_its_header() -> None:
    assert csv.write(Report(same("t")), Style()).decode() == HEADER + "\n"
