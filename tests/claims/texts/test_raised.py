from __future__ import annotations

import io
import zipfile

import pytest

from cpstats.claims.texts import read

docx = pytest.importorskip("docx")


def test_raised_marks_are_no_digits_in_html_and_powers_are() -> None:
    page = "<html><body><p>就业率<sup>3</sup>5.7%，面积12 km<sup>2</sup>，第1<sup>st</sup>。</p></body></html>"
    assert read("a.html", page.encode()).text == "就业率5.7%，面积12 km2，第1st。\n"


def test_tags_and_footnotes_in_markdown_are_left_out_and_places_kept() -> None:
    document = read("a.md", "增长<b>5%</b><sup>2</sup>，下降[^1]3%，小于<5%".encode())
    assert document.text == "增长5%，下降3%，小于<5%"


def test_a_comment_stands_at_the_number_and_the_text_stays() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("产值18.5亿元，增长")
    paragraph.add_run("5%").bold = True
    mark = paragraph.add_run("2")
    mark.font.superscript = True
    made.add_table(1, 2).cell(0, 1).text = "7亿元"
    stream = io.BytesIO()
    made.save(stream)
    document = read("a.docx", stream.getvalue())
    assert document.text == "产值18.5亿元，增长5%\n\t7亿元\n"
    written = document.commented([(2, 8, "one"), (11, 13, "two"), (15, 18, "three")])
    assert written is not None
    again = docx.Document(io.BytesIO(written))
    assert sorted(c.text for c in again.comments) == ["one", "three", "two"]
    assert read("b.docx", written).text == document.text
    assert [r.text for r in again.paragraphs[0].runs] == [
        "产值",
        "18.5亿元",
        "",
        "，增长",
        "5%",
        "",
        "2",
    ]
    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(written)).namelist()
