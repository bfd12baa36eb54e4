"""PC-Axis: keywords, then numbers. The figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import pc_axis, reader_of
from cpstats.store.recognising.foreign import foreign

FILE = """\
CHARSET="ANSI";
AXIS-VERSION="2010";
CODEPAGE="windows-1252";
LANGUAGE="en";
MATRIX="T7";
TITLE="Ferries by county, contents and year";
CONTENTS="Ferries";
UNITS="number";
STUB="County","Contents";
HEADING="Year";
CONTVARIABLE="Contents";
VALUES("County")="Sørfjell","Östnäs";
VALUES[no]("County")="Sørfjell fylke","Östnäs fylke";
VALUES("Contents")="Passengers","Share of
 women";
VALUES("Year")="2019","2020";
TIMEVAL("Year")=TLIST(A1,"2019","2020");
UNITS("Passengers")="million persons";
UNITS("Share of women")="%";
CODES("County")="01","02";
NOTE="Invented; every one = of them (all)";
DATA=
7.25 6.50
48.1 ".."
1.75 1.60
"-" 51.9;
"""
ROWS = [
    ("Passengers", "Sørfjell", "2019", "7.25"),
    ("Passengers", "Sørfjell", "2020", "6.50"),
    ("Share of women", "Sørfjell", "2019", "48.1"),
    ("Passengers", "Östnäs", "2019", "1.75"),
    ("Passengers", "Östnäs", "2020", "1.60"),
    ("Share of women", "Östnäs", "2020", "51.9"),
]


def rows(text: str, encoding: str = "windows-1252") -> list[tuple[str, ...]]:
    (sheet,) = pc_axis.read("t.px", text.encode(encoding))
    return [row[:4] for row in sheet.rows[1:]]


def test_the_last_heading_runs_fastest_and_missing_figures_are_left_out() -> None:
    assert reader_of("t.px", FILE.encode("windows-1252")) == "pc_axis"
    assert rows(FILE) == ROWS


def test_each_content_has_its_own_unit() -> None:
    (sheet,) = pc_axis.read("t.px", FILE.encode("windows-1252"))
    assert {(row[0], row[4]) for row in sheet.rows[1:]} == {
        ("Passengers", "million persons"),
        ("Share of women", "%"),
    }


def test_without_a_code_page_it_is_utf_8_or_ansi() -> None:
    text = FILE.replace('CODEPAGE="windows-1252";\n', "")
    assert rows(text) == rows(text, "utf-8") == ROWS


def test_the_mark_of_utf_8_beats_a_code_page_that_is_named() -> None:
    (sheet,) = pc_axis.read("t.px", FILE.encode("utf-8-sig"))
    assert "Sørfjell" in {cell for row in sheet.rows for cell in row}


@pytest.mark.parametrize("word", ["Kanton", "Område", "Gemeente", "Województwo", "Regione"])
def test_a_dimension_of_places_is_known_in_more_languages(word: str) -> None:
    (found,) = foreign("t.px", FILE.replace("County", word).encode("utf-8-sig"))
    assert {row[1] for row in found.rows} == {"Sørfjell", "Östnäs"}


def test_a_sparse_file_names_its_lines_by_code() -> None:
    text = FILE.replace("NOTE", 'KEYS("County")=CODES;\nKEYS("Contents")=VALUES;\nNOTE')
    head, _, _ = text.partition("DATA=")
    data = 'DATA=\n"02","Passengers",1.75 1.60\n"01","Share of women",48.1 ".." ;\n'
    assert rows(head + data) == [ROWS[3], ROWS[4], ROWS[2]]


def test_a_figure_is_found_again_by_its_line_and_column() -> None:
    with pytest.raises(DataError) as raised:
        rows(FILE.replace("1.75 1.60", "1.75 many"))
    assert raised.value.where == "t.px:25:6"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("48.1 ", "", "t.px: there are 7 numbers, and the values of its variables make 8"),
        ('VALUES("Year")', 'VALUE("Year")', "t.px: there are no VALUES of “Year”"),
        ("DATA=", "DATE=", "t.px:26:1: here a keyword of PC-Axis should stand, or DATA="),
    ],
)
def test_a_file_whose_parts_do_not_fit_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        rows(FILE.replace(old, new))
    assert str(raised.value).startswith(f"{message}. ")


def test_a_variable_of_places_is_known_by_its_name_also_without_a_gazetteer() -> None:
    (found,) = foreign("t.px", FILE.encode("windows-1252"))
    assert {row[1] for row in found.rows} == {"Sørfjell", "Östnäs"}


NOTED = """\
CHARSET="ANSI";
CODEPAGE="utf-8";
LANGUAGE="de";
TITLE="Fähren nach Art und Jahr";
CONTENTS="Fähren";
UNITS="Anzahl";
STUB="Art";
HEADING="Jahr";
VALUES("Art")="{value}","Klein";
VALUES("Jahr")="2019","2020";
TIMEVAL("Jahr")=TLIST(A1,"2019","2020");
NOTE="<B>Metainformation:</B>#Raumbezug: {place}#Quelle: erfunden";
DATA=
1 2
3 4;
"""


def of_note(place: str, value: str = "Gross") -> list[str]:
    (sheet,) = pc_axis.read("f.px", NOTED.format(place=place, value=value).encode())
    return [row[1] for row in sheet.rows[1:]]


def test_the_country_that_a_note_says_is_the_place() -> None:
    assert of_note("Norwegen") == ["Norwegen"] * 4


@pytest.mark.parametrize(
    ("place", "value"), [("Gemeinden", "Gross"), ("Norwegen", "Schweden"), ("Bayern", "Gross")]
)
def test_a_note_says_no_place_where_it_is_no_country_or_a_variable_has_places(
    place: str, value: str
) -> None:
    assert of_note(place, value) == [""] * 4


OF_UNITS = """\
CHARSET="ANSI";
CODEPAGE="utf-8";
TITLE="Ferries by country, unit and year";
CONTENTS="Ferries";
UNITS="{units}";
STUB="country","unit";
HEADING="time";
VALUES("country")="Norway","Sweden";
VALUES("unit")="Current prices, million euro","{last}";
VALUES("time")="2019","2020";
TIMEVAL("time")=TLIST(A1,"2019","2020");
DATA=
7 8
1 2
5 6
3 4;
"""


@pytest.mark.parametrize(
    ("units", "last", "found"),
    [
        ("Million euro and percent of all", "Percent of all, %", {"million euro", "%"}),
        ("Million euro and more", "Men", {"Million euro and more"}),
        ("euro", "Percent of all, %", {"euro"}),
    ],
)
def test_a_variable_whose_values_all_name_a_unit_has_that_of_each_figure(
    units: str, last: str, found: set[str]
) -> None:
    """“Million euro and percent of all” was the unit of every figure."""
    cube = pc_axis.read("f.px", OF_UNITS.format(units=units, last=last).encode())[0]
    unit = cube.rows[0].index("unit") if "unit" in cube.rows[0] else -1
    assert {row[unit] for row in cube.rows[1:]} == found


def test_a_unit_stands_behind_the_last_comma_of_a_value() -> None:
    values = ("Current prices, million euro", "%", "Men", "15-24 years")
    assert [pc_axis.unit_at_end(value) for value in values] == ["million euro", "%", "", ""]


@pytest.mark.parametrize(("word", "place"), [("country", "Norway"), ("citizenship", "")])
def test_the_countries_of_guests_are_no_places(word: str, place: str) -> None:
    """What people of another nationality do in a country was done in theirs, in silence."""
    text = OF_UNITS.format(units="number", last="Men").replace("country", word)
    (sheet,) = pc_axis.read("f.px", text.encode())
    assert sheet.rows[1][1] == place
