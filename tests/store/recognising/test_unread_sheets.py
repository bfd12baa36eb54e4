"""Workbooks of which some sheets cannot be read: the others are, once somebody says so. All figures are made up."""

from __future__ import annotations

from io import BytesIO

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import SKIP, Hints
from cpstats.store.recognising.foreign import foreign, shown_of
from cpstats.store.recognising.inquiry import Way, says
from cpstats.store.recognising.unread_sheets import LEFT_OUT, joined_way, left_out, ways_of_all

openpyxl = pytest.importorskip("openpyxl")

WOOD = [["Wood, tonnes"], ["Kind", 2019, 2020], ["Oak", 5, 6], ["Ash", 7, 8]]
FISH = [["Fish, tonnes"], ["Kind", 2019, 2020], ["Cod", 15, 16], ["Eel", 17, 18]]
OPEN = [["Ropes"], ["7", 4.5, 5.5], ["9", 6.5, 7.5]]  # nothing says what they are
COVER = [["Ropes and more"], ["Published in spring"]]


def book(**sheets: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def asked(content: bytes, hints: Hints | None = None) -> str:
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", content, hints)
    return str(caught.value)


def test_one_line_reads_all_sheets_that_can_be_read() -> None:
    text = asked(book(Cover=COVER, Wood=WOOD, Ropes=OPEN, Fish=FISH))
    assert "cpstats import t.xlsx --area PLACE --unread skip (8 figures" in text
    assert "leaves out what else is not understood: t.xlsx[Ropes]:" in text
    assert "--sheet" not in text


def test_what_is_left_out_is_said_by_name() -> None:
    content = book(Cover=COVER, Wood=WOOD, Ropes=OPEN, Fish=FISH)
    found = foreign("t.xlsx", content, Hints(place="Norway", unread=SKIP))
    said = " ".join(m.to("en") for m in found[0].said)
    assert sorted({row[0] for row in one.rows} != set() for one in found) == [True, True]
    assert "[Ropes]:" in said
    assert said.count("left out") == 2  # the cover too
    shown = shown_of(found)
    assert shown is not None
    assert (shown.figures, len(shown.left)) == (8, 1)


def test_where_one_answer_reads_every_sheet_none_is_left_out() -> None:
    text = asked(book(Cover=COVER, Wood=WOOD, Fish=FISH))
    assert "cpstats import t.xlsx --area PLACE (8 figures" in text
    assert "--unread" not in text


def test_where_no_sheet_can_be_read_its_fault_stays() -> None:
    with pytest.raises(DataError, match="Ropes"):
        foreign("t.xlsx", book(Cover=COVER, Ropes=OPEN), Hints(place="Norway", unread=SKIP))
    assert "--unread" not in asked(book(Cover=COVER, Ropes=OPEN))


def test_the_answers_of_most_sheets_come_first() -> None:
    assert ways_of_all([], 2, Hints(), lambda *_: None) == [joined_way([LEFT_OUT])]
    assert ways_of_all([], 0, Hints(), lambda *_: None) == []
    both = joined_way([says("missing", "missing", "q"), says("missing", "missing", "z"), LEFT_OUT])
    assert both == Way(
        "--missing q --missing z --unread skip", {"missing": "q z", "unread": SKIP}, {}, {}
    )


def test_it_is_said_where_the_fault_is() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", book(Ropes=OPEN))
    assert left_out(caught.value, "t.xlsx").to("en").startswith("[Ropes]:")
