"""Which sign is the decimal mark: proved by the numbers, else assumed aloud or asked."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.marks import mark_of, with_point
from cpstats.store.recognising.recognise import known_of, recognise, recognise_more
from cpstats.store.sheet import Sheet


def sheet_of(*cells: str, divider: str = ";") -> Sheet:
    rows = (("Gemeinde", "2021"), *((f"Ort {n}", cell) for n, cell in enumerate(cells)))
    return Sheet("t", rows, tuple(range(1, len(rows) + 1)), divider=divider)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["5,12", "1,234"], "comma"),
        (["1.234,5"], "comma"),
        (["1234,567"], "comma"),
        (["1,234,567.5", "1,234"], "point"),
        (["12,345,678"], "point"),
        (["1.5", "1,234"], "point"),
        (["12", "13"], "point"),
    ],
)
def test_numbers_prove_the_mark(cells: list[str], mark: str) -> None:
    sheet = sheet_of(*cells, divider=",")
    assert mark_of(sheet, sheet.rows)[0] == mark


@pytest.mark.parametrize("cell", ["1,234", "1.234", "-1,234 p"])
def test_between_semicolons_three_digits_are_asked_about(cell: str) -> None:
    sheet = sheet_of("7", cell)
    with pytest.raises(DataError, match=r"^t:3:2: .*--decimal comma or --decimal point") as caught:
        mark_of(sheet, sheet.rows)
    assert f"“{cell}” may be" in str(caught.value)


def between_semicolons(*lines: str) -> Sheet:
    rows = tuple(tuple(line.split(";")) for line in lines)
    return Sheet("t", rows, tuple(range(1, len(rows) + 1)), divider=";")


def test_a_number_below_a_thousand_in_the_same_series_shows_that_points_group() -> None:
    # as decimals Ort B would go from 4.120 to 815, two hundred times; as thousands from 4120 to 815
    sheet = between_semicolons("Gemeinde;2021;2022", "Ort A;21.305;22.410", "Ort B;4.120;815")
    mark, said = mark_of(sheet, sheet.rows)
    assert mark == "comma"
    assert "points group thousands: 21.305, beside 815 (--decimal point" in str(said)
    found = recognise(sheet, Hints(indicator="Einwohner"))
    assert [row[4] for row in found.rows] == ["21305", "22410", "4120", "815"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ort A;1.305;815", "Ort B;2.120;790"),  # a rate and a count: a column each
        ("Ort A;21.305;22.410", "Ort B;4.120;7"),  # 7 may stand among decimals
        ("Ort A;21.305;22.410", "Ort B;4.120;815", "Ort C;1945;4.100"),  # 1945 is not grouped
        ("Ort A;2021;21.305", "Ort A;2022;815"),  # a long table
    ],
)
def test_without_that_proof_it_is_asked(lines: tuple[str, ...]) -> None:
    sheet = between_semicolons("Gemeinde;2021;2022", *lines)
    with pytest.raises(DataError, match="--decimal comma or --decimal point"):
        mark_of(sheet, sheet.rows)


def test_a_number_that_begins_with_nought_has_decimals() -> None:
    sheet = sheet_of("0.250", "1.234")
    assert mark_of(sheet, sheet.rows) == ("point", None)


def test_both_marks_in_one_table_are_refused_at_the_later() -> None:
    sheet = sheet_of("1.5", "1,5")
    with pytest.raises(
        DataError, match=r"^t:3:2: “1.5” has a decimal point and “1,5” a decimal comma"
    ):
        mark_of(sheet, sheet.rows)


def test_commas_in_text_divided_by_commas_group_and_that_is_said() -> None:
    sheet = sheet_of("1,234", divider=",")
    mark, said = mark_of(sheet, sheet.rows)
    assert mark == "point"
    assert str(said) == "commas group thousands: 1,234 (--decimal comma: they do not)"


def test_what_is_said_decides() -> None:
    sheet = sheet_of("1,234", "1.234")
    found = recognise(sheet, Hints(indicator="Tee", decimal="comma"))
    assert [row[4] for row in found.rows] == ["1.234", "1234"]


def test_only_numbers_change_and_flags_and_signs_stay() -> None:
    cells = ["1.234,5 p", "-5,1%", "2021.08", "a, b", "12 345,6", "(1,5)"]
    assert with_point([cells]) == [["1234.5 p", "-5.1%", "2021.08", "a, b", "12345.6", "(1,5)"]]


def test_columns_may_have_marks_of_their_own_and_it_is_said() -> None:
    rows = (
        ("Land", "Jahr", "BIP (Mrd. Euro)", "Quote (%)"),
        ("Ost", "2021", "61.55", "3,5"),
        ("West", "2021", "70.1", "4,25"),
    )
    found = recognise(Sheet("t", rows, (1, 2, 3), divider=";"))
    assert [row[4] for row in found.rows] == ["61.55", "3.5", "70.1", "4.25"]
    assert any("marks of their own: the point in 61.55" in str(line) for line in found.said)


@pytest.mark.parametrize(
    "column",
    [
        ("3,5", "4.5"),  # both in one
        ("3,5", "1.250"),  # either
        ("12", "13,5"),  # one among whole numbers may be garbled
    ],
)
def test_a_column_with_both_marks_is_refused(column: tuple[str, str]) -> None:
    rows = (
        ("Land", "Jahr", "BIP", "Zahl"),
        ("Ost", "2021", "61.55", column[0]),
        ("West", "2021", "70.1", column[1]),
    )
    with pytest.raises(DataError, match=r"decimal point and .* a decimal comma"):
        recognise(Sheet("t", rows, (1, 2, 3), divider=";"))


def test_a_piece_of_a_large_table_has_the_marks_that_its_columns_had_at_the_beginning() -> None:
    def table(place: str, fraction: str) -> Sheet:
        lines = (f"{place};{2000 + n};{n}.51;{n},{fraction}\n" for n in range(1, 13))
        text = "Area;Year;Tea (kt);Coffee (kt)\n" + "".join(lines)
        return sheets("t.csv", text.encode())[0]

    known = known_of(table("Peru", "52"), Hints())
    found = recognise_more(known, table("Chile", "234"), Hints())  # 1,234: alone it may be 1234
    assert [row[4] for row in found.rows[:2]] == ["1.51", "1.234"]


PARTS = "Region;Hake;Eel\nOst;1,25;2.5\nWest;1,5;3.75\n\nRegion;Crab;Clam\nOst;4.25;5,5\nWest;4.5;5,25\n"


def test_columns_of_several_tables_have_their_own_marks_only_where_it_is_said() -> None:
    said = {"period": "2021", "columns": {"Region": "place"}}
    with pytest.raises(DataError, match=r"a decimal point and .* a decimal comma"):
        recognise(sheets("t.csv", PARTS.encode())[0], Hints(**said))
    found = recognise(sheets("t.csv", PARTS.encode())[0], Hints(**said, decimal="each"))
    assert [(row[0], row[4]) for row in found.rows if row[1] == "Ost"] == [
        ("Hake", "1.25"),
        ("Eel", "2.5"),
        ("Crab", "4.25"),
        ("Clam", "5.5"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.html", "<table><tr><th>Ort<th>2021<tr><td>A<td>12.345<tr><td>B<td>8.090</table>"),
        ("t.md", "| Ort | 2021 |\n|---|---|\n| A | 12.345 |\n| B | 8.090 |\n"),
        ("t.tsv", "Ort\t2021\nA\t12.345\nB\t8.090\n"),
    ],
)
def test_points_before_three_digits_are_asked_about_where_cells_are_printed(
    name: str, text: str
) -> None:
    (sheet,) = sheets(name, text.encode())
    with pytest.raises(DataError, match=r"“12\.345” may be 12\.345 or 12345"):
        recognise(sheet, Hints(indicator="Einwohner"))


@pytest.mark.parametrize(
    "lines",
    [
        ("Ort\t2021", "A\t12.345", "B\t8.09"),  # two digits behind it
        ("Ort\t2021", "A\t12.345", "B\t18090"),  # a long number that nothing groups
        ("地区\t2021", "甲\t12.345", "乙\t8.090"),
    ],
)
def test_what_is_printed_may_show_that_points_have_decimals(lines: tuple[str, ...]) -> None:
    (sheet,) = sheets("t.tsv", "\n".join(lines).encode())
    assert mark_of(sheet, sheet.rows) == ("point", None)


def test_between_commas_a_point_before_three_digits_is_said() -> None:
    sheet = sheet_of("12.345", "8.090", divider=",")
    assert str(mark_of(sheet, sheet.rows)[1]) == (
        "the point is the decimal mark: 12.345 (--decimal comma: it groups thousands)"
    )


@pytest.mark.parametrize(("mark", "divider"), [(".", ","), (",", ";")])
def test_flags_right_behind_fractions_are_their_status(mark: str, divider: str) -> None:
    text = "Country;2020;2021\nPeru;12.5e;13.1\nChile;14.25e;15.0r\n".replace(".", mark)
    rows = foreign("t.csv", text.replace(";", divider).encode(), Hints(indicator="Huts"))[0].rows
    assert {(r[1], r[2], r[4], r[6]) for r in rows} == {
        ("Peru", "2020", "12.5", "provisional"),
        ("Peru", "2021", "13.1", ""),
        ("Chile", "2020", "14.25", "provisional"),
        ("Chile", "2021", "15.0", "revised"),
    }


def test_the_only_numbers_are_figures_also_below_a_word_for_names() -> None:
    text = "Date;Price\n31.01.2022;101,5\n28.02.2022;101,9\n"  # “Price” over a column may say of which prices
    (found,) = foreign("t.csv", text.encode(), Hints(place="Norland"))
    assert [(row[2], row[4]) for row in found.rows] == [("2022-01", "101.5"), ("2022-02", "101.9")]
    coded = Sheet("t", (("Index", "Jobs"), ("5,2", "7.5")), (1, 2), divider=";")
    assert mark_of(coded, coded.rows)[0] == "point"
