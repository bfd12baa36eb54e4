"""docx: paragraphs and cells of tables in their order (python-docx, the extra `documents`)."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.claims.texts.raised import is_note
from cpstats.claims.texts.remarks import AUTHOR, INITIALS, still_to_write
from cpstats.errors import DataError, UsageError
from cpstats.message import Message, cause
from cpstats.store.decoding.zipping import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST = 200_000_000  # bytes of the unpacked parts
WIDEST = 100_000  # columns that the merged cells of all tables may take together
SAVE = Message(
    "Save it again as docx, without a password, or as text.",
    "请另存为不带密码的 docx，或存为文本。",
)


def knows(name: str, content: bytes) -> bool:
    """Return whether this is a document of a word processor, by its name or its first bytes."""
    return content.startswith((ZIP, OLE)) or Path(name).suffix.lower() == ".docx"


def text_of(name: str, content: bytes) -> str:
    """Return the paragraphs, one a line, the cells of a row of a table divided by tabs.

    Raises
    ------
    DataError
        When it is damaged, has a password, or is no docx.
    UsageError
        When the extra `documents` is not installed.
    """
    return "".join(piece.text for piece in _pieces(_opened(name, content)))


def commented(name: str, content: bytes, comments: Sequence[tuple[int, int, str]]) -> bytes:
    """Return the document with comments at stretches of the text that `text_of` returns.

    Those of an earlier check are not written twice.

    Parameters
    ----------
    name, content : str, bytes
        The document.
    comments : sequence of (int, int, str)
        Where each begins and ends, and what it says; in order, none over another.
    """
    document = _opened(name, content)
    pieces = _placed(document)
    left = still_to_write(document, comments, "".join(piece.text for piece in pieces))
    for start, end, words in reversed(left):
        runs = [_cut(pieces, n, start, end) for n in _touched(pieces, start, end)]
        if runs:
            first, last = runs[0], runs[-1]
            document.add_comment(
                [first, last] if first is not last else first, words, AUTHOR, INITIALS
            )
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _opened(name: str, content: bytes) -> Any:
    """Return the document of the library."""
    _check(name, content)
    try:
        from docx import Document
    except ImportError:
        raise UsageError(
            Message(
                "reading docx needs the extra “documents”", "读取 docx 需要附加组件“documents”"
            ),
            mend=Message(
                "Install it: pip install 'cpstats[documents]'",
                "请安装：pip install 'cpstats[documents]'",
            ),
        ) from None
    try:
        document = Document(io.BytesIO(content))
        _check_spans(name, document)
        for _ in _pieces(document):
            pass
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the reader
        raise DataError(
            Message("the document cannot be read{}", "文档无法读取{}", cause(type(error).__name__)),
            where=name,
            mend=SAVE,
        ) from None
    return document


def _check(name: str, content: bytes) -> None:
    if content.startswith(OLE):
        raise DataError(
            Message(
                "this is an old .doc, or a docx with a password", "这是旧版 .doc，或带密码的 docx"
            ),
            where=name,
            mend=SAVE,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            found = "word/document.xml" in archive.namelist()
    except DAMAGED:
        raise DataError(
            Message(
                "the document cannot be read (it is damaged or cut off)",
                "文档无法读取（已损坏或不完整）",
            ),
            where=name,
            mend=SAVE,
        ) from None
    if not found:
        raise DataError(Message("this is no docx", "这不是 docx"), where=name, mend=SAVE)
    if size > LARGEST:
        raise DataError(
            Message("the document unpacks to {} MB", "文档解压后有 {} MB", size // 1000000),
            where=name,
            mend=Message("Split it.", "请拆分后再核对。"),
        )


def _check_spans(name: str, document: Any) -> None:
    """Refuse merged cells over more columns than any table has: each column is a cell in memory."""
    spans = document.element.body.xpath(".//w:gridSpan/@w:val")
    if sum(int(span) for span in spans) > WIDEST:
        raise DataError(
            Message("the cells of its tables span too many columns", "表格单元格跨列过多"),
            where=name,
            mend=SAVE,
        )


@dataclass(slots=True)
class _Piece:
    """A stretch of the text and the run it stands in; what divides paragraphs and cells has none."""

    text: str
    run: Any = None
    start: int = 0


def _pieces(document: Any) -> Iterator[_Piece]:
    """Yield the text in its order: paragraphs, one a line; the cells of a row divided by tabs."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from _of_row(row)
        else:
            yield from _of_paragraph(block)
        if not hasattr(block, "rows"):
            yield _Piece("\n")


def _of_row(row: Any) -> Iterator[_Piece]:
    """Yield the cells of a row; one over several columns says its words once."""
    before = None
    for n, cell in enumerate(row.cells):
        if n:
            yield _Piece("\t")
        if cell._tc is before:  # noqa: SLF001 - has no public name
            continue
        before = cell._tc  # noqa: SLF001 - the same
        for k, paragraph in enumerate(cell.paragraphs):
            if k:
                yield _Piece(" ")
            yield from _of_paragraph(paragraph)
    yield _Piece("\n")


def _of_paragraph(paragraph: Any) -> Iterator[_Piece]:
    """Yield the runs of a paragraph, without the raised marks of footnotes."""
    before = ""
    for inner in paragraph.iter_inner_content():
        for run in getattr(inner, "runs", [inner]):
            text = run.text.replace("\n", " ")
            if text and not (_is_raised(run) and is_note(text, before)):
                yield _Piece(text, run)
                before = text


def _is_raised(run: Any) -> bool:
    own = run.font.superscript
    return bool(run.style.font.superscript if own is None and run.style is not None else own)


def _placed(document: Any) -> list[_Piece]:
    """Return the pieces with where each begins."""
    found, at = [], 0
    for piece in _pieces(document):
        piece.start = at
        at += len(piece.text)
        found.append(piece)
    return found


def _touched(pieces: Sequence[_Piece], start: int, end: int) -> list[int]:
    return [
        n
        for n, piece in enumerate(pieces)
        if piece.run is not None and piece.start < end and piece.start + len(piece.text) > start
    ]


def _cut(pieces: list[_Piece], n: int, start: int, end: int) -> Any:
    """Return the part of a run that a comment is about, as a run of its own.

    What stands before it stays in the list, for a comment further ahead.
    """
    piece = pieces[n]
    run, text = piece.run, piece.text
    first, last = max(0, start - piece.start), min(len(text), end - piece.start)
    if run.text != text or (first, last) == (0, len(text)):
        return run
    if last < len(text):
        behind = deepcopy(run.element)
        run.element.addnext(behind)
        type(run)(behind, run).text = text[last:]
    if first:
        before = deepcopy(run.element)
        run.element.addprevious(before)
        pieces[n] = _Piece(text[:first], type(run)(before, run), piece.start)
        pieces[n].run.text = text[:first]
    run.text = text[first:last]
    return run
