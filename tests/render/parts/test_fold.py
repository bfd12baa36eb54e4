"""Text is folded where a reader expects it, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.render.parts.fold import fold, pieces, width

WORDS = st.text(
    st.sampled_from("ab Gx 年均增速，。（）“”—…2021-/:.%、；《》 "), min_size=0, max_size=60
)


@given(st.text())
def test_the_pieces_are_the_whole_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(WORDS, st.integers(8, 40), st.sampled_from(["", "  "]))
def test_no_line_is_wider_than_its_widest_piece_or_the_width(
    text: str, columns: int, indent: str
) -> None:
    widest = max((width(p.rstrip()) for p in pieces(text)), default=0)
    for line in fold(text, columns, indent):
        assert width(line) <= max(columns, width(indent) + widest)


@given(WORDS, st.integers(8, 40))
def test_folding_loses_nothing_but_blanks(text: str, columns: int) -> None:
    assert "".join("".join(fold(text, columns)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("Gross domestic product", 10, ["Gross", "domestic", "product"]),
        # a closing sign never begins a line, an opening one never ends it
        ("年均增速，实际", 8, ["年均增", "速，实际"]),
        ("见“十四五”", 6, ["见“十", "四五”"]),
        # numbers, ids and addresses stay whole
        ("增速为6.25%", 8, ["增速为", "6.25%"]),
        ("see http://example.org/a-b-c now", 12, ["see", "http://example.org/a-b-c", "now"]),
        ("6.2 [6.15, 6.25] c", 10, ["6.2", "[6.15, 6.25]", "c"]),
        ("published 2025-12-22", 14, ["published", "2025-12-22"]),
    ],
)
def test_a_text_is_folded_where_a_reader_expects_it(
    text: str, columns: int, lines: list[str]
) -> None:
    assert fold(text, columns) == lines


def test_all_lines_but_the_first_are_indented() -> None:
    assert fold("one two three", 7, "  ") == ["one two", "  three"]


def test_chinese_takes_two_columns() -> None:
    assert width("昌平区 1.5") == 10
    assert width("…—“”") == 4
