"""Tables in pages, in documents of Word, in Markdown and in archives. The figures are invented."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding import document
from cpstats.store.hints import Hints
from cpstats.store.importers import docx, html, markdown, reader_of, sheets
from cpstats.store.recognising.foreign import foreign

PAGE = """\
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>No title of a table</title></head><body>
<p>Some words.</p>
<h2>河湾县渔业</h2><p>单位：万吨</p>
<table>
<tr><th rowspan="2">指标</th><th colspan="2">2022年<sup>1</sup></th></tr>
<tr><th>上半年</th><th>下半年</th></tr>
<tr><td>鱼产量<sup>a</sup></td><td>3.5</td><td>4.25<sup>2</sup></td></tr>
</table>
<p>注：渔业局数据。</p><script>var table = "<td>9</td>";</script>
</body></html>
"""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str) -> bytes:
    """Return a document with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        )
    return out.getvalue()


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


WIDE, TALL = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
DOCUMENT = word(
    "<w:p><w:r><w:t>河湾县2022年渔业</w:t></w:r></w:p><w:tbl>"
    f"<w:tr>{cell('指标')}{cell('2022年', WIDE)}</w:tr>"
    f"<w:tr>{cell('鱼产量', TALL)}{cell('3.5')}{cell('4.25')}</w:tr>"
    f"<w:tr>{cell('', '<w:vMerge/>')}{cell('5')}<w:tc><w:p><w:r><w:t>6</w:t></w:r><w:r><w:rPr>"
    '<w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p></w:tc></w:tr>'
    "</w:tbl><w:p><w:r><w:t>注：渔业局数据。</w:t></w:r></w:p>"
)
MARKDOWN = """\
# 渔业公报

河湾县渔业

| 指标 | 单位 | 2021年 |
|:-----|:----:|------:|
| **鱼产量** | 万吨 | 3.5 |

## 林业

指标 | 单位 | 2020年
-----|------|-------
木材\\|竹 | 万吨 | 7

注：林业局数据。
"""


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return out.getvalue()


def test_a_cell_of_a_page_stands_in_every_place_it_spans_and_a_raised_digit_is_none() -> None:
    assert reader_of("t.xls", PAGE.encode()) == "html"
    (sheet,) = html.read("t.xls", PAGE.encode())
    assert sheet.rows == (
        ("Some words.",),
        ("河湾县渔业",),
        ("单位：万吨",),
        ("指标", "2022年¹", "2022年¹"),
        ("指标", "上半年", "下半年"),
        ("鱼产量 (a)", "3.5", "4.25²"),
        ("注：渔业局数据。",),
    )
    assert sheet.lines == (3, 4, 4, 6, 7, 8, 10)


def test_each_table_of_a_page_is_its_own_and_one_around_others_is_none() -> None:
    inner = "<table><tr><td>a</td><td>{}</td></tr><tr><td>b</td><td>2</td></tr></table>"
    page = f"<html><table><tr><td>{inner.format(1)}</td><td>{inner.format(5)}</td></tr></table>"
    found = html.read("t.html", page.encode())
    assert [sheet.rows for sheet in found] == [
        (("a", "1"), ("b", "2")),
        (("a", "5"), ("b", "2")),
    ]


def test_a_page_is_in_the_encoding_it_names() -> None:
    page = PAGE.replace("utf-8", "gb2312")
    assert html.read("t.html", page.encode("gb18030"))[0].rows[1] == ("河湾县渔业",)
    unknown = PAGE.replace("utf-8", "x-none")
    assert html.read("t.html", unknown.encode())[0].rows[1] == ("河湾县渔业",)


def test_a_refusal_says_what_kind_of_file_it_is() -> None:
    page = (
        "<html><table><tr><th>指标</th><th>2020年</th></tr><tr><td>船</td><td>5</td></tr></table>"
    )
    with pytest.raises(DataError, match=r"does not name its place \(HTML page, UTF-8\)\. Name it"):
        foreign("t.xls", page.encode())
    (found,) = foreign("t.xls", page.encode(), Hints(place="河湾县"))
    assert [row[:5] for row in found.rows] == [["船", "河湾县", "2020", "level", "5"]]


def test_a_document_of_word_has_its_tables_with_merged_cells() -> None:
    assert reader_of("t.docx", DOCUMENT) == "docx"
    (sheet,) = docx.read("t.docx", DOCUMENT)
    assert sheet.rows == (
        ("河湾县2022年渔业",),
        ("指标", "2022年", "2022年"),
        ("鱼产量", "3.5", "4.25"),
        ("鱼产量", "5", "6¹"),
        ("注：渔业局数据。",),
    )


def test_cells_that_span_too_much_in_all_tables_together_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each table of 2 × 1 cells of its own takes 2 × 3 places: four more."""
    monkeypatch.setattr(document, "SPREAD", 8)
    table = '<table><tr><td colspan="3">1</td></tr><tr><td colspan=3>2</td></tr><tr><td>3<td>4<td>5</table>'
    assert len(sheets("t.html", (table * 2).encode())) == 2
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        sheets("t.html", (table * 3).encode())


def test_a_document_without_a_table_is_refused_by_what_it_is() -> None:
    with pytest.raises(
        DataError, match=r"^t.docx: this is a Word document \(docx\) without a table"
    ):
        docx.read("t.docx", word("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"))
    with pytest.raises(DataError, match="damaged or cut off"):
        docx.read("t.docx", DOCUMENT[:-30])


def test_each_table_of_markdown_stands_under_its_heading() -> None:
    assert reader_of("t.md", MARKDOWN.encode()) == "markdown"
    first, second = markdown.read("t.md", MARKDOWN.encode())
    assert first.rows == (
        ("渔业公报",),
        ("河湾县渔业",),
        ("指标", "单位", "2021年"),
        ("鱼产量", "万吨", "3.5"),
    )
    assert second.rows == (
        ("林业",),
        ("指标", "单位", "2020年"),
        ("木材|竹", "万吨", "7"),
        ("注：林业局数据。",),
    )
    assert (first.lines, second.lines) == ((1, 3, 5, 7), (9, 11, 13, 15))


def test_a_table_divided_by_bars_without_a_rule_is_no_markdown() -> None:
    assert reader_of("t.txt", b"a|b\n1|2\n") == "delimited"


TABLE = "地区,2021年鱼产量(万吨)\n上湾县,3.5\n下湾县,4.5\n"


def test_gzip_is_unpacked_also_in_parts() -> None:
    whole = gzip.compress(TABLE[:20].encode(), mtime=0) + gzip.compress(
        TABLE[20:].encode(), mtime=0
    )
    (found,) = foreign("t.csv.gz", whole)
    assert [row[4] for row in found.rows] == ["3.5", "4.5"]
    assert found.where(1, "obs_value") == "t.csv.gz:3:2"
    assert str(found.said[0]).startswith("an archive, unpacked, UTF-8, commas")


def test_a_zip_has_its_tables_and_says_what_is_not_looked_at() -> None:
    (found,) = foreign("t.zip", zipped(a_csv=TABLE, b_pdf="%PDF"))
    assert found.where(0, "obs_value") == "t.zip[a.csv]:2:2"
    assert "not looked at: b.pdf" in map(str, found.said)


def test_the_tables_of_a_zip_can_be_named_one_by_one() -> None:
    content = zipped(a_csv=TABLE, b_csv=TABLE.replace("鱼", "虾"))
    assert [s.name for s in sheets("t.zip", content)] == ["t.zip[a.csv]", "t.zip[b.csv]"]
    assert [s.name for s in sheets("t.zip", content, Hints(sheet="b.csv"))] == ["t.zip[b.csv]"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            gzip.compress(TABLE.encode(), mtime=0)[:-12],
            "t: the archive is damaged or cut off. Fetch it again.",
        ),
        (
            zipped(a_pdf="%PDF"),
            (
                "t: this is a zip archive without a table: a.pdf. "
                "Unpack it, and give the table that is in it."
            ),
        ),
    ],
)
def test_an_archive_without_a_table_says_what_it_is(content: bytes, message: str) -> None:
    with pytest.raises(DataError) as raised:
        foreign("t", content)
    assert str(raised.value) == message


def test_an_archive_in_an_archive_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("inner.csv", gzip.compress(TABLE.encode(), mtime=0))
    with pytest.raises(DataError, match=r"^t.zip\[inner.csv\]: this is an archive in an archive"):
        foreign("t.zip", out.getvalue())
