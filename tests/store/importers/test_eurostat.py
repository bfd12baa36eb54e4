"""Eurostat's bulk TSV: dimensions in the first cell, flags behind the numbers."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import reader_of, sheets
from cpstats.store.recognising.foreign import foreign

TABLE = (
    "freq,unit,na_item,geo\\TIME_PERIOD\t2021 \t2022 \n"
    "A,MIO_EUR,B1GQ,AT\t406231.5 \t448007.4 p\n"
    "A,MIO_EUR,B1GQ,BE\t: \t554044.0 r\n"
)
# before 2023: no frequency, the newest year first, a flag without a blank before it
OLD = (
    "unit,sex,age,geo\\time\t2019Q2 \t2019Q1 \n"
    "THS,F,Y15-24,NO\t41.5b\t40.0 \n"
    "THS,F,Y15-24,SE\t: c\t61.2 e\n"
)


def test_dimensions_are_concepts_and_flags_statuses() -> None:
    assert reader_of("t.tsv", TABLE.encode()) == "eurostat"
    (found,) = foreign("t.tsv", TABLE.encode())
    assert found.rows == [
        ["B1GQ", "AT", "2021", "406231.5", "百万欧元", "", ""],
        ["B1GQ", "AT", "2022", "448007.4", "百万欧元", "", "provisional"],
        ["B1GQ", "BE", "2022", "554044.0", "百万欧元", "", "revised"],
    ]


def test_the_form_of_before_2023_is_read_and_a_flag_means_what_the_user_says() -> None:
    (found,) = foreign("t.tsv", OLD.encode(), Hints(indicator="jobs", flags={"b": "revised"}))
    assert [(*row[1:4], row[6]) for row in found.rows] == [
        ("NO", "2019-Q2", "41.5", "revised"),
        ("NO", "2019-Q1", "40.0", ""),
        ("SE", "2019-Q1", "61.2", "provisional"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_first_cell_in_quotes_is_taken_apart_whatever_divides_the_others(sign: str) -> None:
    lines = (line.split("\t") for line in TABLE.splitlines())
    again = "\n".join(sign.join([f'"{first}"', *rest]) for first, *rest in lines)
    assert reader_of("t.csv", again.encode()) == "eurostat"
    assert foreign("t.csv", again.encode())[0].rows == foreign("t.tsv", TABLE.encode())[0].rows


def test_a_flag_that_is_not_known_is_said() -> None:
    (found,) = foreign("t.tsv", OLD.encode(), Hints(indicator="jobs"))
    assert "status b is not known here: 1 figure without it" in map(str, found.said)


def test_two_items_of_one_file_are_two_indicators() -> None:
    more = TABLE + "A,MIO_EUR,P3,AT\t1.5 \t2.5 bp\n"
    (found,) = foreign("t.tsv", more.encode())
    assert {row[0] for row in found.rows} == {"B1GQ", "P3"}


def test_blank_lines_are_no_lines_and_the_others_keep_their_numbers() -> None:
    first, *others = TABLE.splitlines(keepends=True)
    (sheet,) = sheets("t.tsv", "".join([first, "\n", *others, "  \t\n", "\n"]).encode())
    assert (len(sheet.rows), sheet.lines) == (4, (1, 3, 3, 4))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("A,MIO_EUR,B1GQ,BE", "MIO_EUR,B1GQ,BE", "the line has 3 dimensions, the header 4"),
        ("554044.0 r", "554044.0 r\t1", "the line has more cells than the header"),
    ],
)
def test_a_line_of_another_form_is_an_error(old: str, new: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.tsv", TABLE.replace(old, new).encode())
    assert str(caught.value) == (
        f"t.tsv:3:1: {message}. Fetch the file again; it must not be edited in a spreadsheet."
    )


def test_a_download_that_names_no_item_has_the_code_of_its_dataset() -> None:
    table = OLD.replace("41.5b", "41.5").replace(" e\n", "\n")
    (found,) = foreign("estat_tea_pick_q.tsv", table.encode())
    assert {row[0] for row in found.rows} == {"tea_pick_q, sex F, age Y15-24"}


def test_before_2023_places_may_stand_over_the_columns_and_the_time_in_the_first_cell() -> None:
    """The figures are made up."""
    text = "unit,sex,time\\geo\tNO \tSE \nTHS,F,2019\t41.5 b\t: \nTHS,F,2020\t42.5 \t61.2 e\n"
    assert reader_of("t.tsv", text.encode()) == "eurostat"
    (found,) = foreign("t.tsv", text.encode(), Hints(indicator="jobs", flags={"b": "revised"}))
    assert [(*row[1:4], row[6]) for row in found.rows] == [
        ("NO", "2019", "41.5", "revised"),
        ("NO", "2020", "42.5", ""),
        ("SE", "2020", "61.2", "provisional"),
    ]
    assert reader_of("t.tsv", text.replace("time", "age").encode()) == "delimited"
