"""Tables that a data bank has turned, with the numbers of their notes; all figures are made up."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import sheets
from cpstats.store.recognising.numbered_notes import without_numbers_behind_labels
from cpstats.store.recognising.pivots import as_turned
from cpstats.store.recognising.recognise import recognise

TURNED = """"Work, monthly 1"
"Geography: Country, Province"

,"Geography 4","Fiji",,,
,"Sex 2 3","Men",,"Women",
,"Statistics","Estimate",,"Estimate",
"Work","Data type","January 2017","February 2017","January 2017","February 2017"
,,"Persons in thousands",,,
"People 2","Adjusted  (x 1,000)","14.7","14.8","15.7","15.8"
,"Trend","14.6","..","15.6",".."
,,"Percent",,,
"Rate of work 4","Adjusted","7.4","7.3","7.0","6.9"
"""
NOTES = """
Footnotes:
1,"Made up, as is all else here."
2,"People who are at home on the first day of the month."
3,"Of men and of women."
4,"Without islands."
"""


@pytest.mark.parametrize("notes", ["", NOTES])
def test_words_beside_the_rows_of_a_header_say_what_stands_in_them(notes: str) -> None:
    """The kind of data was the place, the unit of the first group that of all, the first women of nowhere: in silence."""
    (sheet,) = sheets("t.csv", (TURNED + notes).encode())
    found = recognise(sheet)
    people, rate = ("People", "Rate of work") if notes else ("People 2", "Rate of work 4")
    assert {(row[0], row[1], row[4], row[5]) for row in found.rows if row[2] == "2017-01"} == {
        (f"Estimate, Men, {people}, Adjusted", "Fiji", "14.7", "thousand"),
        (f"Estimate, Women, {people}, Adjusted", "Fiji", "15.7", "thousand"),
        (f"Estimate, Men, {people}, Trend", "Fiji", "14.6", "thousands"),
        (f"Estimate, Women, {people}, Trend", "Fiji", "15.6", "thousands"),
        (f"Estimate, Men, {rate}, Adjusted", "Fiji", "7.4", "%"),
        (f"Estimate, Women, {rate}, Adjusted", "Fiji", "7.0", "%"),
    }
    told = [str(said) for said in found.said]
    assert any("numbers of notes are no part of the labels" in said for said in told) == bool(notes)


def test_labels_without_a_word_beside_them_stay() -> None:
    rows = [["", "", "Men", "", "Women"], ["Item", "Kind", "2020", "2021", "2020"]]
    assert as_turned(rows) == rows
    dated = [["", "Year", "2020", ""], ["Item", "Month", "2020-01", "2020-02"]]
    assert as_turned(dated) == dated


def test_numbers_of_labels_that_no_note_explains_stay() -> None:
    notes = [["1", "Of both sexes, by age."], ["2", "People who work for pay."]]
    for labels in (["Group 1", "Group 2"], ["Ward 1", "Zone 7"], ["Ward 1", "Ward"]):
        rows = [["", "2020"], *([label, "5"] for label in labels), *notes]
        made, said = without_numbers_behind_labels(rows)
        assert (made[1:3] == rows[1:3], said is None) == (
            labels[1] != "Zone 7",
            labels[1] != "Zone 7",
        )


CODED = (
    "GEO_ID,NAME,S1901_C01_001E,S1901_C01_001M,S1901_C01_002M\n"
    "Geography,Geographic Area Name,Estimate!!Huts,Margin!!Huts,Margin!!Huts in the past 12 months\n"
    "0500000US01001,Ovanby,5,1,(X)\n0500000US01003,Nedby,6,2,(X)\n"
)


def test_a_column_of_signs_is_no_time_and_the_number_of_a_table_no_year() -> None:
    """“(X)” was no period that is known; 1901, of the code of a table, was proposed as the year."""
    (sheet,) = sheets("t.csv", CODED.encode())
    with pytest.raises(DataError, match="the period of the line is not known") as caught:
        recognise(sheet)
    (way,) = caught.value.ways  # type: ignore[attr-defined]
    assert way.flag == "--when YEAR"
