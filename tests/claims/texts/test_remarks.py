"""A docx that was checked before: no comment twice, none that holds no more, others' kept."""

from __future__ import annotations

import io
from typing import Any

import pytest

from cpstats.claims.texts.docx import commented, text_of

docx = pytest.importorskip("docx")


@pytest.fixture
def written() -> bytes:
    """Return a document with two numbers and a remark of an editor at the first."""
    document = docx.Document()
    paragraph = document.add_paragraph("产值12亿元，")
    document.add_comment(paragraph.runs[0], "谁给的数？", "editor", "e")
    document.add_paragraph("用电34度。")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def comments(content: bytes) -> list[tuple[str, str]]:
    found: Any = docx.Document(io.BytesIO(content)).comments
    return sorted((one.author, one.text) for one in found)


def test_what_was_checked_and_checked_again_has_each_comment_once(written: bytes) -> None:
    wanted = [(2, 6, "wrong: 13"), (10, 13, "wrong: 35")]
    once = commented("a.docx", written, wanted)
    twice = commented("a.docx", once, wanted)
    expected = [("cpstats", "wrong: 13"), ("cpstats", "wrong: 35"), ("editor", "谁给的数？")]
    assert comments(once) == comments(twice) == expected
    assert text_of("a.docx", twice) == text_of("a.docx", written)


def test_a_comment_that_holds_no_more_goes_and_leaves_no_mark(written: bytes) -> None:
    once = commented("a.docx", written, [(2, 6, "wrong: 13"), (10, 13, "wrong: 35")])
    again = commented("a.docx", once, [(10, 13, "wrong: 36")])
    assert comments(again) == [("cpstats", "wrong: 36"), ("editor", "谁给的数？")]
    body = docx.Document(io.BytesIO(again)).element.body
    marks = body.xpath(".//w:commentRangeStart | .//w:commentRangeEnd | .//w:commentReference")
    assert len(marks) == 3 * len(comments(again))
