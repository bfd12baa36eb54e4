"""Tables whose columns stand below one another with blanks between them."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import blank_divided, reader_of
from cpstats.store.recognising.foreign import foreign

RELEASE = """\
M.7 RELEASE                                      For use at noon

                 KILNS AND OVENS

                          2018                    2019
                     --------------         ----------------
                       Q3      Q4             Q1        Q2
------------------------------------------------------------
All kilns            201.5   202.5          203.5     204.5
  Brick               98.1    99.2           n.a.      99.9
  Lime               110.2   111.3          112.4    1,113.5
------------------------------------------------------------
Note: before summer.
"""


def figures(text: str, name: str = "t.txt", **said: str) -> list[tuple[str, ...]]:
    (found,) = foreign(name, text.encode(), Hints(**said))  # type: ignore[arg-type]
    return [(row[0], row[2], row[4]) for row in found.rows]


def test_a_release_is_read_by_where_its_columns_stand() -> None:
    assert figures(RELEASE, place="Norway")[4:] == [
        ("Brick", "2018-Q3", "98.1"),
        ("Brick", "2018-Q4", "99.2"),
        ("Brick", "2019-Q2", "99.9"),
        ("Lime", "2018-Q3", "110.2"),
        ("Lime", "2018-Q4", "111.3"),
        ("Lime", "2019-Q1", "112.4"),
        ("Lime", "2019-Q2", "1113.5"),
    ]


def test_an_empty_cell_moves_no_figure_to_another_column() -> None:
    text = "Kiln          2018    2019    2020\nBrick          5.5             7.5\nLime           6.5     8.5     9.5\n"
    assert figures(text, place="Norway")[:2] == [("Brick", "2018", "5.5"), ("Brick", "2020", "7.5")]


def test_columns_that_run_into_one_another_are_refused() -> None:
    text = "Kiln       2018    2019\nBrick       5.5     7.5\nLime      61234567.5  8.5\nTile  3.5  4.5\n"
    with pytest.raises(DataError, match=r"t\.txt:\d:1: two columns run into one another"):
        figures(text, place="Norway")


@pytest.mark.parametrize(
    "text",
    [
        "Item,  2018,  2019\nTea,   1.5,   2.5\nRye,  3.5,   4.5\n",
        "Item;   2018\nTea;   1,5\nRye;   3,5\n",
        "a note\n\nand  another\nwith 5  words\n",
    ],
)
def test_blanks_beside_other_dividers_or_in_prose_divide_nothing(text: str) -> None:
    assert blank_divided.refuses("t.txt", text.encode())


def test_a_divider_that_is_said_counts() -> None:
    assert reader_of("t.txt", RELEASE.encode()) == "blank_divided"
    (sheet,) = blank_divided.read("t.txt", RELEASE.encode(), divider="\t")
    assert {len(row) for row in sheet.rows} <= {0, 1}
