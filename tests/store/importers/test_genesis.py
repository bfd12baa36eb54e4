"""The CSV of GENESIS data bases: blocks of fields and lines, figures with their quality."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import reader_of
from cpstats.store.recognising.foreign import foreign

HEAD = (
    "* Wer und wann\nK;DQ;FACH-SCHL\nD;1\nK;DQA;NAME;RHF-BSR\nD;GAUE;1\n{more}"
    "K;DQZ;NAME\nD;JAHR\nK;DQI;NAME;ME-NAME\nD;FANG;Tsd. EUR\nD;BOOTE;Anzahl\n"
    "K;QEI;FACH-SCHL;{axis}ZI-WERT;WERT;QUALITAET;GESPERRT;WERT;QUALITAET;GESPERRT\n"
)
YEARS = HEAD.format(more="", axis="") + (
    "D;01;2021;12,5;e;;14;r;\nD;02;2021;0;.;;0;-;\nD;01;2022;13,5;p;;1500;e;\n"
)


def test_axes_time_and_items_have_their_names_and_quality_is_a_status() -> None:
    assert reader_of("q.csv", YEARS.encode()) == "genesis"
    (found,) = foreign("q.csv", YEARS.encode("latin-1"), Hints(columns={"GAUE": "place"}))
    assert [(*row[:3], *row[4:7]) for row in found.rows] == [
        ("FANG", "01", "2021", "12.5", "Tsd. EUR", ""),
        ("BOOTE", "01", "2021", "14", "Anzahl", "revised"),
        ("BOOTE", "02", "2021", "0", "Anzahl", ""),  # nil; what is secret is no figure
        ("FANG", "01", "2022", "13.5", "Tsd. EUR", "provisional"),
        ("BOOTE", "01", "2022", "1500", "Anzahl", ""),
    ]
    assert str(found.sheet.where(1, 2)) == "q.csv:12:3"


@pytest.mark.parametrize(("part", "period"), [("MONAT03", "2021-03"), ("QUART3", "2021-Q3")])
def test_a_month_or_quarter_is_of_the_year_beside_it(part: str, period: str) -> None:
    head = HEAD.format(more="D;ZEIT;2\n", axis="FACH-SCHL;")
    text = head + f"D;01;{part};2021;1,5;e;;2;e;\nD;02;{part};2021;2,5;e;;3;e;\n"
    (found,) = foreign("q.csv", text.encode(), Hints(columns={"GAUE": "place"}))
    assert {row[2] for row in found.rows} == {period}


def test_codes_of_an_axis_are_asked_about() -> None:
    with pytest.raises(DataError, match="place"):
        foreign("q.csv", YEARS.encode())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (YEARS + "D;01;2023;1\n", "q.csv:15:1: the line has 3 fields, its block 8"),
        (YEARS.partition("K;QEI")[0], "q.csv: there is no block of figures"),
    ],
)
def test_what_is_cut_is_said(text: str, what: str) -> None:
    with pytest.raises(DataError) as caught:
        foreign("q.csv", text.encode())
    assert str(caught.value).startswith(what)


def test_a_carriage_return_within_a_cell_is_refused_where_it_stands() -> None:
    with pytest.raises(DataError) as told:
        foreign("q.csv", YEARS.replace("D;01;2022", "D;0\r1;2022").encode(), Hints())
    assert str(told.value.where) == "q.csv:14:1"
