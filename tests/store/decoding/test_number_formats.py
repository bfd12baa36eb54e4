"""What number formats show beyond the values of a workbook. All figures are made up."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from cpstats.store.decoding.number_formats import Dress, dress_of, dressed
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised

openpyxl = pytest.importorskip("openpyxl")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("General", None),
        ("#,##0", None),
        ("0.00E+00", None),
        ("dd/mm/yyyy", None),
        ("[$-409]mmm yyyy", None),
        ("@", None),
        ("0.0%", None),
        (r"_-* #,##0.00\ _€_-;\-* #,##0.00\ _€_-", None),
        (r"#,##0\ [$€-407]", None),
        ('#,##0;(#,##0);"–"', None),
        ('#,##0" kt";-#,##0" kt"', Dress("kt", 0)),
        (r"0.0\p", Dress("p", 0)),
        ('0.0" %"', Dress("%", 0)),
        ("#,##0,,", Dress("", 2)),
        ('#,##0.0,"k"', Dress("", 1)),
    ],
)
def test_a_format_shows(code: str, found: Dress | None) -> None:
    assert dress_of(code) == found


def test_numbers_in_their_dress() -> None:
    cells = [["Oak", "5", "x"], ["Ash", "", "7000"]]
    told = dressed(cells, {(0, 1): Dress("kt", 0), (0, 2): Dress("kt", 0), (1, 2): Dress("", 1)})
    assert cells == [["Oak", "5 kt", "x"], ["Ash", "", "7000"]]
    assert [m.to("en")[-33:] for m in told] == ["no such scale: what is stored is read"[-33:]]


def read(title: str, code: str, value: float = 7350.0) -> Recognised:
    book = openpyxl.Workbook()
    for row in ([title], ["Kind", 2019, 2020], ["Oak", value, value], ["Ash", value, value]):
        book.active.append(row)
    for row in book.active["B3:C4"]:
        for cell in row:
            cell.number_format = code
    out = BytesIO()
    book.save(out)
    return foreign("t.xlsx", out.getvalue(), Hints(place="Norway"))[0]


def test_what_is_shown_in_thousands_is_read_so_where_the_sheet_says_it() -> None:
    found = read("Wood, thousand tonnes", "#,##0,")
    assert {(row[4], row[5]) for row in found.rows} == {("7.35", "thousand tonnes")}
    assert "what is shown is read" in " ".join(m.to("en") for m in found.said)
    found = read("Wood, tonnes", "#,##0,")
    assert {(row[4], row[5]) for row in found.rows} == {("7350", "tonnes")}
    assert "what is stored is read" in " ".join(m.to("en") for m in found.said)


def test_a_sign_that_only_the_format_has_is_the_unit() -> None:
    assert {(row[4], row[5]) for row in read("Share of huts", '0.0"%"', 12.5).rows} == {
        ("12.5", "%")
    }
    assert {(row[4], row[5]) for row in read("Wood", '0.0" million"', 12.5).rows} == {
        ("12.5", "million")
    }


def test_a_figure_in_a_merged_cell_is_said() -> None:
    book = openpyxl.Workbook()
    for row in (["Wood, tonnes"], ["Kind", 2019, 2020], ["Oak", 5, 6], ["Ash", None, 8]):
        book.active.append(row)
    book.active.append(["Elm", 9, 10])
    book.active.append(["Fir", 11, 12])
    book.active.merge_cells("B3:B4")
    out = BytesIO()
    book.save(out)
    found = foreign("t.xlsx", out.getvalue(), Hints(place="Norway"))[0]
    assert "each row and column that these cover: 5" in " ".join(m.to("en") for m in found.said)
