"""Bounds of an estimate behind it, and the kind of places that a column says; all figures are made up."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.bounded_figures import without_bounds
from cpstats.store.recognising.column_kinds import Column
from cpstats.store.recognising.flag_lines import without_flag_lines
from cpstats.store.recognising.numbered_keys import beside_figures, is_code_of_names
from cpstats.store.recognising.printed_around import with_bare_figures
from cpstats.store.recognising.recognise import recognise
from cpstats.store.recognising.sentinels import without_sentinels

BOUNDED = (
    "Country,Year,Huts lost (per 1000),Huts kept (%)\n"
    "Fiji,2015, 396 [ 253 -  620],\nFiji,2010,1 340 [ 745 - 1 570],45.2\nPeru,2015,12 [ 12 -  12],99\n"
)


def test_bounds_behind_an_estimate_are_left_out_and_said() -> None:
    """The column was left out as one without a number."""
    (sheet,) = sheets("t.csv", BOUNDED.encode())
    found = recognise(sheet)
    lost = [row[1:5] for row in found.rows if row[0] == "Huts lost (per 1000)"]
    assert lost == [
        ["Fiji", "2015", "level", "396"],
        ["Fiji", "2010", "level", "1340"],
        ["Peru", "2015", "level", "12"],
    ]
    told = [str(said) for said in found.said]
    assert any("bounds behind the figures" in said and "396 [ 253 -  620]" in said for said in told)


@pytest.mark.parametrize(
    "rows",
    [
        [["Ost", "9 (20-24)"], ["West", "4.9 (4.7-5.0)"]],  # one is not within: classes
        [["Ost", "4.9 (4.7-5.0)"], ["West", "5.1"]],  # one alone
        [["Ost", "4.9 (4.7-5.0]"], ["West", "5.1 [4.7-5.5)"]],
        [["4.9 (4.7-5.0)", "1"], ["5.1 (4.7-5.5)", "2"]],  # names of rows
    ],
)
def test_what_are_no_bounds_of_all_stays(rows: list[list[str]]) -> None:
    assert without_bounds(rows) == (rows, None)


def test_a_decimal_comma_and_per_cent_are_read_and_notes_go_too() -> None:
    rows = [["Ost", "4,9% (4,7%–5,0%)"], ["West", "1.234,5% (1.100-1.300,5)"]]
    made, told = with_bare_figures(rows)
    assert (made, len(told)) == ([["Ost", "4,9%"], ["West", "1.234,5%"]], 1)


def test_a_code_of_the_kind_of_places_is_no_indicator() -> None:
    """“UF”, a federal unit, was the name of every figure."""
    text = "Nível,Região,2017,2018\nUF,Ovanby,1805,1757\nUF,Nedanby,829,869\n"
    (sheet,) = sheets("t.csv", text.encode())
    with pytest.raises(DataError, match="does not name its indicator"):
        recognise(sheet)


def test_words_below_a_level_are_of_what_they_say() -> None:
    text = "Nível,Região,Variável,2017\nSuperior,Ovanby,Alunos,18\nMédio,Ovanby,Alunos,29\n"
    (sheet,) = sheets("t.csv", text.encode())
    assert {row[0] for row in recognise(sheet).rows} == {"Alunos, Superior", "Alunos, Médio"}


FLOWS = (
    "ward_code_home,ward_name_home,ward_easting,ward_code_work,ward_group,By tram,On foot\n"
    "1011,Ovanby,1579.1,1011,a,27,-999\n1012,Nedanby,1612.5,1012,b,-999,42\n1013,Mellby,1634.5,1011,c,12,-999\n"
)


def test_codes_of_names_coordinates_and_nines_are_no_figures() -> None:
    """By a proposed line all of them were figures."""
    (sheet,) = sheets("t.csv", FLOWS.encode())
    columns = {"ward_name_home": "place", "ward_group": "skip", "ward_code_work": "skip"}
    found = recognise(sheet, Hints(columns=columns, period="2018"))
    assert [row[:5] for row in found.rows] == [
        ["By tram", "Ovanby", "2018", "level", "27"],
        ["On foot", "Nedanby", "2018", "level", "42"],
        ["By tram", "Mellby", "2018", "level", "12"],
    ]
    assert any("-999 stands 3 times" in str(said) for said in found.said)


@pytest.mark.parametrize("text", ["-999,5\n-999,7\n", "-999,5\n-999,7\n-999,-420\n"])
def test_few_nines_or_nines_beside_others_below_nothing_are_figures(text: str) -> None:
    rows = [line.split(",") for line in text.split()]
    assert without_sentinels(rows) == (rows, None)


def test_numbers_below_the_word_code_are_of_its_names_only() -> None:
    home = Column(0, ("ward_code_home",), ("17", "18"))
    names = [Column(1, ("ward_name_home",), ("Ost", "West"))]
    assert is_code_of_names(home, names)
    assert not is_code_of_names(home, [Column(1, ("ward_name_work",), ("Ost", "West"))])
    assert beside_figures(home, [home, *names], {}) == "other"
    assert not beside_figures(Column(0, ("huts",), ("17", "18")), [home, *names], {})


def test_a_line_of_days_below_figures_is_left_out_and_said() -> None:
    """It was refused, line by line: the days on which the figures came out."""
    text = 'Label;id;Period;2020-02;2020-01\nHuts (index);7;;"119.76";"119.67"\nCodes;;;A;A\n;;Came out on;16/03/2020;13/02/2020\n'
    (sheet,) = sheets("t.csv", text.encode())
    found = recognise(sheet, Hints(place="Fiji"))
    assert [(row[1], row[2], row[4]) for row in found.rows] == [
        ("Fiji", "2020-02", "119.76"),
        ("Fiji", "2020-01", "119.67"),
    ]
    told = [str(said) for said in found.said]
    assert "line 4 holds days: left out" in told
    assert "line 3 holds flags: left out" in told


def test_days_above_figures_or_without_a_label_are_no_such_line() -> None:
    above = [["", "2020-01-31", "2020-02-29"], ["Huts", "1", "2"]]
    assert without_flag_lines(above) == (above, {})
    bare = [["Huts", "1", "2"], ["", "2020-01-31", "2020-02-29"]]
    assert without_flag_lines(bare) == (bare, {})
