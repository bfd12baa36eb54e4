"""SDMX-CSV 1.0 and 2.0. The figures are Beijing's of the built-in data (2024: 49843.1; 5.2 %)."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import reader_of, sdmx_csv
from cpstats.store.recognising.foreign import foreign

OLD = """\
DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,DECIMALS,OBS_STATUS
T:NA(1.0),A,110000,gdp,2024,49843.1,CNY,8,1,P
T:NA(1.0),A,110000,gdp,2025,,CNY,8,1,O
T:NA(1.0),A,110000,gdp,2023,NaN,CNY,8,1,O
"""
LABELLED = """\
STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,REF_AREA: Area,MEASURE: Measure,\
TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MEASURE: Unit,COMMENT: Comment
dataflow,T:NA(1.0): Accounts,I,A: Annual,FR: France,B1GQ: Gross output,2024,12.5,EUR: Euro,as sent
"""
NAMED = """\
STRUCTURE;STRUCTURE_ID;STRUCTURE_NAME;ACTION;REF_AREA;Area;SERIES;Series name;TIME_PERIOD;Time;OBS_VALUE;Value
dataflow;T:NA(1.0);Accounts;I;FR;France;X1;Tea, sold;2024-Q1;First quarter;3;
"""


def rows(text: str) -> list[dict[str, str]]:
    (sheet,) = sdmx_csv.read("t.csv", text.encode())
    header, *lines = sheet.rows
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_a_message_of_1_0_is_read_with_unit_power_and_status() -> None:
    (sheet,) = sdmx_csv.read("t.csv", OLD.encode())
    assert str(sheet.said) == "SDMX-CSV 1.0, UTF-8, commas"
    assert rows(OLD) == [
        {
            "indicator": "gdp",
            "ref_area": "110000",
            "time_period": "2024",
            "obs_value": "49843.1",
            "unit": "亿元",
            "decimals": "1",
            "obs_status": "provisional",
        }
    ]


def test_a_missing_value_is_left_out_and_never_0() -> None:
    assert [row["time_period"] for row in rows(OLD)] == ["2024"]


def test_labels_beside_codes_name_places_and_indicators() -> None:
    (row,) = rows(LABELLED)
    assert (row["indicator"], row["ref_area"], row["unit"]) == ("Gross output", "France", "欧元")


def test_what_is_left_out_is_said() -> None:
    (sheet,) = sdmx_csv.read("t.csv", LABELLED.encode())
    assert tuple(map(str, sheet.remarks)) == (
        (
            "indicator from MEASURE, place from REF_AREA, time from TIME_PERIOD, frequency from FREQ, "
            "unit from UNIT_MEASURE"
        ),
        "left out: COMMENT",
    )


def test_columns_of_names_are_labels_and_a_semicolon_may_divide() -> None:
    (row,) = rows(NAMED)
    assert (row["indicator"], row["ref_area"], row["time_period"]) == (
        "Tea, sold",
        "France",
        "2024-Q1",
    )


def test_every_dataflow_is_a_table() -> None:
    two = OLD + OLD.splitlines()[1].replace("T:NA", "T:OTHER") + "\n"
    assert len(sdmx_csv.read("t.csv", two.encode())) == 2


def test_it_is_asked_before_a_plain_table_and_leaves_others_alone() -> None:
    assert reader_of("t.csv", OLD.encode()) == "sdmx_csv"
    assert reader_of("t.csv", b"\xef\xbb\xbf" + LABELLED.encode()) == "sdmx_csv"
    assert reader_of("t.csv", b"a,b\n1,2\n") == "delimited"
    reason = "the first column is not DATAFLOW or STRUCTURE"
    assert sdmx_csv.refuses("t.csv", b"a,b\n1,2\n") == reason


LINE = "T:NA(1.0),A,110000,gdp,2024,49843.1,CNY,8,1,P"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "8,1,P",
            "8,1",
            (
                "t.csv:2:1: the line has 9 cells, the header 10. Add or remove commas; a text that "
                "holds a comma stands in quotation marks."
            ),
        ),
        (
            "49843.1",
            "49,843",
            (
                "t.csv:2:1: the line has 11 cells, the header 10. Add or remove commas; a text that "
                "holds a comma stands in quotation marks."
            ),
        ),
        (
            "49843.1",
            "about 5",
            (
                "t.csv:2:6: OBS_VALUE: “about 5” is not a number. Write digits with one decimal point; "
                "leave the cell empty where none is known."
            ),
        ),
        (
            "gdp,2024",
            "gdp,2024-W01",
            (
                "t.csv:2:5: TIME_PERIOD: “2024-W01” is no period (its form is not known). Write 2024, "
                "2024-S1, 2024-Q1, 2024-08 or 2021-01-01/P5Y."
            ),
        ),
        (
            "gdp,2024",
            "gdp,2024-Q1",
            (
                "t.csv:2:5: TIME_PERIOD: “2024-Q1” is no period (it is no period of FREQ A). Write "
                "2024, 2024-S1, 2024-Q1, 2024-08 or 2021-01-01/P5Y."
            ),
        ),
        (
            "CNY,8,1",
            "CNY,eight,1",
            (
                "t.csv:2:8: UNIT_MULT: “eight” is not understood. Write a whole number such as 0, 1 "
                "or 6."
            ),
        ),
    ],
)
def test_a_fault_is_named_by_its_cell(old: str, new: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        sdmx_csv.read("t.csv", OLD.replace(old, new, 1).encode())
    assert str(raised.value) == message


def test_a_line_that_deletes_is_refused() -> None:
    text = LABELLED.replace("T:NA(1.0): Accounts,I,", "T:NA(1.0): Accounts,D,")
    with pytest.raises(DataError) as raised:
        sdmx_csv.read("t.csv", text.encode())
    assert str(raised.value) == (
        "t.csv:2:3: the line deletes figures, and nothing is deleted here. "
        "Ask for the data themselves, not for their changes."
    )


def test_a_file_without_a_line_is_refused() -> None:
    with pytest.raises(DataError) as raised:
        sdmx_csv.read("t.csv", OLD.splitlines()[0].encode())
    assert str(raised.value) == "t.csv: there is no figure in the table. Look at the file."


def test_a_file_without_a_value_is_refused() -> None:
    with pytest.raises(DataError) as raised:
        sdmx_csv.read("t.csv", OLD.replace("OBS_VALUE", "OTHER").encode())
    assert str(raised.value) == (
        "t.csv:1:1: there is no column OBS_VALUE, and numbers in OTHER. "
        "Say which holds the figures: --column OTHER=value; the others are left out."
    )


def test_a_file_without_a_period_is_asked_for_it() -> None:
    text = OLD.replace("TIME_PERIOD", "TURN").replace(",2024,", ",T1,").replace(",2023,", ",T2,")
    with pytest.raises(DataError) as raised:
        foreign("t.csv", text.encode())
    assert str(raised.value) == (
        "t.csv:1:1: the file does not name its period. Name it with --when. "
        "Read so: cpstats import t.csv --when YEAR (1 figure, the first gdp, TURN T1, 110000, YEAR: 49843.1 (100 million yuan))."
    )
    (found,) = foreign("t.csv", text.encode(), Hints(period="2024"))
    assert [row[:4] for row in found.rows] == [["gdp, TURN T1", "110000", "2024", "49843.1"]]


SMALL = """\
DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
T:NA(1.0),02/03/24 11:00:00,Q,THS_PER,EMP,FR,2023-Q3,12.5,p
T:NA(1.0),02/03/24 11:00:00,Q,THS_PER,EMP,FR,2023-Q4,12.75,
"""


def test_concepts_in_small_letters_are_the_same() -> None:
    found = [tuple(row.values()) for row in rows(SMALL)]
    assert found == [
        ("EMP", "FR", "2023-Q3", "12.5", "千人", "", "provisional"),
        ("EMP", "FR", "2023-Q4", "12.75", "千人", "", ""),
    ]


def test_what_stands_in_brackets_behind_a_concept_is_no_part_of_it() -> None:
    text = (
        "STRUCTURE[|];STRUCTURE_ID;ACTION;GEO;ITEM;TIME;OBS_VALUE;NOTES[]\n"
        "dataflow;T:NA(1.0): Accounts;I;France;A;2024;12,4;x|y\n"
    )
    assert [tuple(row.values())[:4] for row in rows(text)] == [
        ("Accounts, ITEM A", "France", "2024", "12.4")
    ]


def test_two_dimensions_with_places_are_asked_about() -> None:
    text = (
        "DATAFLOW,REPORTER,PARTNER,TIME_PERIOD,OBS_VALUE\n"
        "T:TRADE(1.0),France,Italy,2024,7\nT:TRADE(1.0),Spain,Portugal,2024,8\n"
    )
    with pytest.raises(DataError) as raised:
        foreign("t.csv", text.encode())
    assert str(raised.value) == (
        "t.csv:1:1: REPORTER, PARTNER could each be the place. "
        "Say which it is: --column REPORTER=place."
    )
    (found,) = foreign("t.csv", text.encode(), Hints(columns={"REPORTER": "place"}))
    assert [row[:2] for row in found.rows] == [
        ["TRADE, PARTNER Italy", "France"],
        ["TRADE, PARTNER Portugal", "Spain"],
    ]


SEVERAL = """\
STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,TAKEN,GIVEN,NOTE
dataflow,T:MILK(1.0),I,FR,2021,12.5,3.25,a
dataflow,T:MILK(1.0),I,FR,2022,13.5,4.25,a
"""


def test_of_several_measures_one_is_asked_for_and_the_others_are_no_part_of_the_name() -> None:
    with pytest.raises(DataError, match=r"numbers in TAKEN, GIVEN") as raised:
        sdmx_csv.read("t.csv", SEVERAL.encode())
    assert "--column TAKEN=value" in str(raised.value.mend)
    (sheet,) = sdmx_csv.read("t.csv", SEVERAL.encode(), columns={"GIVEN": "value"})
    assert [row[:4] for row in sheet.rows[1:]] == [
        ("MILK, NOTE a", "FR", "2021", "3.25"),
        ("MILK, NOTE a", "FR", "2022", "4.25"),
    ]


def test_a_message_of_attributes_alone_is_refused_as_that() -> None:
    text = (
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,NOTE\ndataflow,T:A(1.0),I,FR,2021,a\n"
    )
    with pytest.raises(DataError, match="holds attributes, and no figures"):
        sdmx_csv.read("t.csv", text.encode())
