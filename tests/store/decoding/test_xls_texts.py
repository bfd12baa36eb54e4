"""Shared texts of old workbooks with marks above the line. All figures are made up."""

from __future__ import annotations

import struct

import pytest

from cpstats.store.decoding.xls_texts import is_above, raised_texts

Run = tuple[int, int]


def text(words: str, *runs: Run, wide: bool = False, more: bytes = b"") -> bytes:
    flags = wide | 8 * bool(runs) | 4 * bool(more)
    head = struct.pack("<HB", len(words), flags)
    head += struct.pack("<H", len(runs)) * bool(runs) + struct.pack("<I", len(more)) * bool(more)
    signs = words.encode("utf-16-le" if wide else "latin-1")
    return head + signs + b"".join(struct.pack("<2H", *run) for run in runs) + more


HEAD = struct.pack("<2I", 9, 9)
TEXTS = [
    text("Oak"),
    text("1101", (3, 5)),  # the number 5 is that of the fifth font, since none is 4
    text("2019 (r)", (4, 5), (5, 0), wide=True, more=b"spoken"),
    text("Elm1", (3, 5), (4, 0)),
    text("Fir2", (3, 1)),  # a font that is not above the line
]
TOLD = {1: "110¹", 3: "Elm¹"}


def test_what_is_above_the_line_is_told_apart() -> None:
    assert raised_texts([HEAD + b"".join(TEXTS)], {4}) == TOLD
    assert raised_texts([HEAD + b"".join(TEXTS)], set()) == {}
    assert raised_texts([], {4}) == {}


@pytest.mark.parametrize("cut", range(1, 4))
def test_signs_go_on_in_the_next_record(cut: int) -> None:
    head, tail = text("1101", (3, 5)), b""
    start = 5 + cut  # behind length, flags and number of runs
    head, tail = head[:start], head[start:]
    assert raised_texts([HEAD + text("Oak") + head, b"\0" + tail + text("Ash")], {4}) == {1: "110¹"}


@pytest.mark.parametrize("end", range(0, 60, 7))
def test_records_that_break_off_are_read_as_far_as_they_go(end: int) -> None:
    whole = HEAD + b"".join(TEXTS)
    assert raised_texts([whole[: 8 + end]], {4}).items() <= TOLD.items()


def test_a_font_says_whether_it_is_above() -> None:
    assert is_above(struct.pack("<5H", 200, 0, 0, 400, 1))
    assert not is_above(struct.pack("<5H", 200, 0, 0, 400, 2))  # below it
    assert not is_above(b"")
