"""A document as text: which kind it is, where its claims stand, what cannot be read."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.terms.claim import Claim
from cpstats.claims.texts import LARGEST, of_file, of_sentence, of_stream, read
from cpstats.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "2024年，昌平区地区生产总值1811.9亿元。"


def claim_at(text: str, surface: str) -> Claim:
    start = text.index(surface)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Claim(start, start + len(surface), surface, text, line, column)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_of_any_encoding_is_read_as_it_is(codec: str) -> None:
    document = read("a.txt", SENTENCE.encode(codec))
    assert (document.text, document.printed, document.gaps) == (SENTENCE, SENTENCE, ())
    assert document.place(claim_at(SENTENCE, "1811.9亿元")) == (15, 23, 1, 16)


def test_a_typed_sentence_has_no_file() -> None:
    assert of_sentence(SENTENCE).name == "text"


def test_standard_input_has_its_name() -> None:
    assert of_stream(io.BytesIO(SENTENCE.encode())).name == "standard input"
    assert error(lambda: of_stream(None)) == (
        "standard input: there is nothing in it. Name a text with claims."
    )


def test_signs_of_markdown_are_left_out_and_counted() -> None:
    printed = "# 公报\n\n* 地区生产总值**1811.9亿元**，见[公报](https://example.org/a)：\n* 增长`5.2%`。\n"
    document = read("a.md", printed.encode())
    assert document.text == "公报\n\n地区生产总值1811.9亿元，见公报：\n增长5.2%。\n"
    start, end, line, column = document.place(claim_at(document.text, "5.2%"))
    assert (printed[start:end], line, column) == ("5.2%", 4, 6)
    start, end, line, column = document.place(claim_at(document.text, "1811.9亿元"))
    assert (printed[start:end], line, column) == ("1811.9亿元", 3, 11)
    assert read("a.txt", printed.encode()).text == printed


def test_emphasis_inside_a_number_belongs_to_it() -> None:
    document = read("a.md", "增长**6**.2%".encode())
    start, end, *_ = document.place(claim_at(document.text, "6.2%"))
    assert document.printed[start:end] == "6**.2%"


def test_html_is_read_as_a_reader_sees_it() -> None:
    page = (
        "<!doctype html><title>公报</title><style>p{}</style><script>var a = '增长9%'</script>"
        "<p>地区生产总值<b>1811</b>.9亿元&amp;增长&#x35;.2%</p><table><tr><td>出口<td>5</table>"
    )
    for name in ("a.html", "page"):
        document = read(name, page.encode())
        assert document.text == "公报\n地区生产总值1811.9亿元&增长5.2%\n出口\t5\n"
        assert document.printed == document.text


def test_a_page_that_is_nested_without_end_is_refused() -> None:
    page = "<html><body>" + "<div>" * 200_000 + SENTENCE
    assert error(lambda: read("a.html", page.encode())) == (
        "a.html: more than 5000 elements stand in one another. Save the page as text."
    )
    lawful = "<html><body>" + "<p>段落<br><li>条目" * 20_000 + SENTENCE
    assert SENTENCE in read("a.html", lawful.encode()).text


def docx(*paragraphs: str, cells: tuple[tuple[str, ...], ...] = ()) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        table = document.add_table(len(cells), len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_paragraphs_and_tables_of_docx_are_lines() -> None:
    content = docx("公报", SENTENCE, cells=(("出口", "5亿元"), ("进口", "3\n亿元")))
    for name in ("a.docx", "a.bin"):
        assert read(name, content).text == f"公报\n{SENTENCE}\n出口\t5亿元\n进口\t3 亿元\n"


def spanning(content: bytes, columns: int) -> bytes:
    """Return a document whose first cell takes so many columns."""
    wide = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(wide, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "word/document.xml":
                span = f'<w:tcPr><w:gridSpan w:val="{columns}"/>'.encode()
                part = part.replace(b"<w:tcPr>", span, 1)
                assert b"gridSpan" in part
            new.writestr(entry.filename, part)
    return wide.getvalue()


def test_a_cell_over_millions_of_columns_is_refused_before_it_is_laid_out() -> None:
    with pytest.raises(DataError, match="span too many columns"):
        read("a.docx", spanning(docx(cells=(("出口", "5亿元"),)), 90_000_000))


def test_a_cell_over_several_columns_says_its_words_once() -> None:
    content = spanning(docx(cells=(("出口", "5亿元"),)), 3)
    assert read("a.docx", content).text == "出口\t\t\t5亿元\n"


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


SAVE = "Save it again as docx, without a password, or as text."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "there is nothing in it. Name a text with claims."),
        ("a.txt", b" \n\t\n", "there is nothing in it. Name a text with claims."),
        ("a.html", b"<html><script>x</script></html>", "there is nothing in it. Name a text with claims."),
        ("a.txt", b"a\n\0", "2:1: there is a NUL character in the text. This is no text, or it was damaged."),
        (
            "a.txt",
            "增长5%。".encode() + b"\xff\xfe",
            ("1:3: read as GB18030 it says “澧為暱5%銆”, which is no Chinese. "
            "Say the encoding: --encoding NAME; if it is GB18030, --encoding gb18030."),
        ),
        ("a.pdf", b"%PDF-1.7\n", "this is a PDF. Save its text as a file: pdftotext FILE.pdf"),
        ("a.txt", b"x" * (LARGEST + 1), "the text has more than 20 MB. Split it."),
        ("a.csv", b"x\n" + b"1,2\n" + b"1," * 600_000, "3:1: the line has more than 1000000 signs. Look whether this is a text: each paragraph is to end with a line break."),
        ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1"), f"this is an old .doc, or a docx with a password. {SAVE}"),
        ("a.docx", b"PK\3\4", f"the document cannot be read (it is damaged or cut off). {SAVE}"),
        ("a.docx", b"no zip", f"the document cannot be read (it is damaged or cut off). {SAVE}"),
        ("a.docx", zipped(xl__workbook_xml=b"<a/>"), f"this is no docx. {SAVE}"),
        ("a.docx", zipped(word__document_xml=b"<a"), f"the document cannot be read (KeyError). {SAVE}"),
        ("a.docx", zipped(word__document_xml=b"0" * 200_000_001), "the document unpacks to 200 MB. Split it."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(name: str, content: bytes, message: str) -> None:
    place = f"{name}:" if message[0].isdigit() else f"{name}: "
    assert error(lambda: read(name, content)) == place + message


def test_a_file_is_looked_at_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    for name, message in (
        ("huge.txt", "the text has more than 20 MB. Split it."),
        ("absent.txt", "there is no such file. Check the name and the folder."),
        ("", "this is a folder. Name the files in it; --data takes a package."),
    ):
        path = str(tmp_path / name) if name else str(tmp_path)
        assert error(lambda path=path: of_file(path)) == f"{path}: {message}"


def error(work: object) -> str:
    assert callable(work)
    with pytest.raises(DataError) as raised:
        work()
    return str(raised.value)


@pytest.mark.parametrize("span", ["¹", "9" * 5000, "0", "-2", "two", ""])
def test_a_cell_whose_span_is_no_number_stands_in_one_column(span: str) -> None:
    page = f'<table><tr><td colspan="{span}">甲</td><td rowspan="{span}">乙</td></tr><tr><td>丙</td></tr></table>'
    assert [line for line in read("a.html", page.encode()).text.split() if line] == [
        "甲",
        "乙",
        "丙",
    ]
