"""What mutated files showed: each as the smallest file of its kind."""

from __future__ import annotations

import gzip
import io
import zipfile
from random import Random

import pytest
from tests.store.decoding.test_unzipping import packed
from tests.store.importers.test_sdmx import VERSION_3

from cpstats.errors import DataError
from cpstats.store.decoding import packed as archives
from cpstats.store.importers import docx, sheets
from cpstats.store.recognising.foreign import foreign


@pytest.mark.parametrize("encoding", ["klingon", "null", "gb18030", "idna", "utf-7"])
def test_an_encoding_that_no_parser_knows_is_said(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    message = head + VERSION_3.partition("?>")[2]
    with pytest.raises(DataError):
        foreign("t.xml", message.encode())
    book = packed(styles=f"{head}<styleSheet/>")
    with pytest.raises(DataError):
        sheets("t.xlsx", book)


def test_an_empty_row_above_a_header_is_no_title() -> None:
    text = (
        "indicator,ref_area,time_period,obs_value,unit,source\n\ngdp,110000,2022,41540.9,亿元,\n"
        "\n\ngdp,310000,2023-Q1,10536.2,亿元,\nhttp://x/\n+5{}"
    )
    (found,) = foreign("t.csv", text.encode())
    assert [row[4] for row in found.rows] == ["41540.9", "10536.2"]


def test_what_only_looks_like_a_table_is_said_to_be_none() -> None:
    text = "| 指标 | 2021年 |\n|:---|--- --:|\n| 鱼产量 | 3.5 |\n"
    with pytest.raises(DataError, match="no table is recognised"):
        foreign("t.md", text.encode())


@pytest.mark.parametrize("blank", ["", ",,", " ,\t, "])
def test_a_million_empty_lines_say_no_more_than_a_hundred(blank: str) -> None:
    blank += "\n"
    rest = f"Region,2019,2020\nBavaria,1,2\n{blank * 100_000}Saxony,3,4\n"
    for text, first in ((rest, 1), (blank * 5_000 + rest, 5_001)):
        (sheet,) = sheets("t.csv", text.encode())
        filled = [n for n, row in enumerate(sheet.rows) if "".join(row).strip()]
        assert [sheet.lines[n] for n in filled] == [first, first + 1, first + 100_002]
        assert len(sheet.rows) <= 203


def zip_of(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def test_an_archive_that_packs_more_than_any_table_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Noughts pack a thousand times; what is small, or packs 20 times, is read."""
    monkeypatch.setattr(archives, "SMALL", 100_000)
    table = b"Region,2019,2020\nBavaria,1,2\n"
    noughts = table + b"0" * 200_000
    for content in (zip_of(("a.csv", noughts)), zip_of(("a.csv", table), ("b.csv", noughts))):
        with pytest.raises(DataError, match=r"more than 500 MB, or to 200 times its size"):
            archives.members("t", content)
    with pytest.raises(DataError, match=r"200 times its size"):
        archives.members("t", gzip.compress(noughts, mtime=0))
    # 200 kB of noughts in 0.2 kB, and 12 kB that cannot be packed behind: 17 times on the whole
    mixed = gzip.compress(noughts, mtime=0) + gzip.compress(Random(1).randbytes(12_000), mtime=0)  # noqa: S311 - the same again
    with pytest.raises(DataError, match=r"200 times its size"):
        archives.members("t", mixed)
    assert archives.members("t", gzip.compress(table * 9, mtime=0))[0] == [("t", table * 9)]
    assert len(archives.members("t", zip_of(("a.csv", table * 9)))[0]) == 1


def test_an_archive_of_very_many_tables_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MANY", 2)
    table, other = b"Region,2019\nBavaria,1\n", ("readme.pdf", b"%PDF-")
    two = (("a.csv", table), ("b.csv", table), other)
    assert len(archives.members("t", zip_of(*two))[0]) == 2
    with pytest.raises(DataError, match=r"there are 3 tables in the archive, more than 2\. Unpack"):
        archives.members("t", zip_of(*two, ("c.csv", table)))


def test_a_gzip_of_pieces_is_read_whole_and_one_of_nothing_but_pieces_is_refused() -> None:
    table = [f"{n},{n * n}\n".encode() for n in range(9_000)]
    whole = b"".join(gzip.compress(part, mtime=0) for part in table[:50])
    whole += gzip.compress(b"".join(table[50:]), mtime=0)
    assert archives.members("t", whole)[0] == [("t", b"".join(table))]
    for content in (whole[:-3], gzip.compress(b"", mtime=0) * (archives.MEMBERS + 1)):
        with pytest.raises(DataError, match="damaged or cut off"):
            archives.members("t", content)


def document(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f"<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>"
    return zip_of(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", text.encode()))


def test_a_paragraph_of_many_runs_is_put_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """20,000 runs: at the end of each, all before it were joined."""
    runs = "<w:r><w:t>Output rose. </w:t></w:r>" * 20_000
    with pytest.raises(DataError, match="without a table"):
        docx.read("t", document(f"<w:p>{runs}</w:p>"))
    monkeypatch.setattr(docx, "LARGEST", 100_000)
    with pytest.raises(DataError, match="unpacks to more than 0 MB"):
        docx.read("t", document(f"<w:p>{runs}</w:p>"))


def test_what_goes_on_below_stands_under_its_own_column_beside_a_table_in_a_cell() -> None:
    def cell(text: str, more: str = "", inside: str = "") -> str:
        return (
            f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{inside}</w:tc>"
        )

    on = "<w:vMerge/>"
    inner = f"<w:tbl><w:tr>{cell('i')}</w:tr><w:tr>{cell('j')}</w:tr></w:tbl>"
    rows = (
        cell("a", "<w:gridSpan w:val='2'/>") + cell("b"),
        cell("c", inside=inner) + cell("", on) + cell("", on),
        cell("d") + cell("", on) + cell("", on) + cell("", on),
    )
    body = "</w:tr><w:tr>".join(rows)
    outer = docx.read("t", document(f"<w:tbl><w:tr>{body}</w:tr></w:tbl>"))[0]
    assert outer.rows[0] == ("a", "a", "b")
    assert outer.rows[1][1:] == ("a", "b")
    assert outer.rows[2] == ("d", "a", "b", "")
