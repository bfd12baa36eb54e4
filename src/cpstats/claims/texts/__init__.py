"""A document as text: plain, Markdown, HTML or docx; each kind is a file, asked in order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.paths import is_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim

LARGEST = 20_000_000  # bytes
LONGEST = 1_000_000  # signs of a line: no paragraph is so long
PDF = b"%PDF-"


@dataclass(frozen=True)
class Document:
    """A text to be checked: what is read, and what was printed around it.

    `printed` is what positions refer to: the file itself, of HTML and docx the text in it.
    `gaps` are (offset in `text`, signs left out before it), for Markdown.
    """

    name: str
    text: str
    printed: str
    gaps: tuple[tuple[int, int], ...] = ()
    source: bytes | None = field(
        default=None, repr=False
    )  # of a docx, that comments are written in

    claims: tuple[Claim, ...] | None = None  # extracted by other means; then nothing is read

    def commented(self, comments: Sequence[tuple[int, int, str]]) -> bytes | None:
        """Return the document with comments, None where it is no docx."""
        if self.source is None:
            return None
        from cpstats.claims.texts import docx

        return docx.commented(self.name, self.source, comments)

    def place(self, claim: Claim) -> tuple[int, int, int, int]:
        """Return start, end, line and column of a claim in what was printed."""
        if not self.gaps:
            return claim.start, claim.end, claim.line, claim.column
        start, end = self._offset(claim.start), self._offset(claim.end - 1) + 1
        line = bisect_right(self._lines, start)
        return start, end, line, start - self._lines[line - 1] + 1

    def _offset(self, at: int) -> int:
        starts, left_out = self._kept
        return at + left_out[bisect_right(starts, at)]

    @cached_property
    def _kept(self) -> tuple[list[int], list[int]]:
        """Where gaps stand in `text`, and how much was left out up to each."""
        starts = [start for start, _ in self.gaps]
        return starts, [0, *accumulate(size for _, size in self.gaps)]

    @cached_property
    def _lines(self) -> list[int]:
        """Where the lines begin."""
        return [0, *(n + 1 for n, sign in enumerate(self.printed) if sign == "\n")]


def of_file(name: str) -> Document:
    """Return the text of a file.

    Raises
    ------
    DataError
        When it is absent, a folder, too large to be a text, or as `read` says.
    """
    from cpstats.store.files import content_of

    path = Path(name)
    if is_file(path) and path.stat().st_size > LARGEST:
        raise _too_large(name)
    content = content_of(path)
    return read(name, content)


def of_stream(stream: BinaryIO | None) -> Document:
    """Return the text of standard input, which is not read beyond what may be a text."""
    content = b"" if stream is None else stream.read(LARGEST + 1)
    return read("standard input", content)


def _too_large(name: str) -> DataError:
    return DataError(
        Message("the text has more than {} MB", "文本超过 {} MB", LARGEST // 1000000),
        where=name,
        mend=Message("Split it.", "请拆分后再核对。"),
    )


def read(name: str, content: bytes) -> Document:
    """Return the text of a document.

    Raises
    ------
    DataError
        When it is empty, too large, no text, has a line of a million signs, is damaged, or neither
        UTF-8 nor GB18030.
    UsageError
        When the extra `documents` is needed and not installed.
    """
    from cpstats.claims.texts import docx

    if len(content) > LARGEST:
        raise _too_large(name)
    if content.startswith(PDF):
        raise DataError(
            Message("this is a PDF", "这是 PDF"),
            where=name,
            mend=Message(
                "Save its text as a file: pdftotext FILE.pdf", "请先另存为文本：pdftotext FILE.pdf"
            ),
        )
    if docx.knows(name, content):
        text = docx.text_of(name, content)
        document = Document(name, text, text, source=content)
    else:
        document = _of_text(name, content)
    if not document.text.strip():
        raise DataError(
            Message("there is nothing in it", "没有内容"),
            where=name,
            mend=Message("Name a text with claims.", "请指定有数量表述的文章。"),
        )
    _look_at_lines(document)
    return document


def _look_at_lines(document: Document) -> None:
    """Refuse a line that is no paragraph: it is read as one, and may be all of a table."""
    for number, line in enumerate(document.text.split("\n"), start=1):
        if len(line) > LONGEST:
            raise DataError(
                Message("the line has more than {} signs", "该行超过 {} 个字符", LONGEST),
                where=f"{document.name}:{number}:1",
                mend=Message(
                    "Look whether this is a text: each paragraph is to end with a line break.",
                    "请检查是否为文章：每段须以换行结尾。",
                ),
            )


def of_sentence(text: str) -> Document:
    """Return a sentence that was typed as a document without a file."""
    return _plain("text", text)


def _of_text(name: str, content: bytes) -> Document:
    from cpstats.claims.texts import html, markdown
    from cpstats.store.decoding.encodings import decoded

    printed, _ = decoded(content, name)
    if "\0" in printed:
        line = printed[: printed.index("\0")].count("\n") + 1
        raise DataError(
            Message("there is a NUL character in the text", "文本中有 NUL 字符"),
            where=f"{name}:{line}:1",
            mend=Message("This is no text, or it was damaged.", "这不是文本，或文件已损坏。"),
        )
    if html.knows(name, printed):
        text = html.text_of(printed, name)
        return Document(name, text, text)
    return _plain(name, printed, marked=Path(name).suffix.lower() in markdown.SUFFIXES)


def _plain(name: str, printed: str, *, marked: bool = False) -> Document:
    """Return a text whose broken lines go on, without the signs of Markdown."""
    from cpstats.claims.texts.markdown import signs
    from cpstats.claims.texts.wrapped import unwrapped

    text, out = unwrapped(printed)
    if marked:
        out = sorted([*out, *signs(text)])
    if not out and text == printed:
        return Document(name, printed, printed)
    words, gaps = _without(text, out)
    return Document(name, words, printed, gaps)


def _without(text: str, out: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the words, and where how many signs were left out before them."""
    pieces: list[str] = []
    gaps: list[tuple[int, int]] = [(0, 0)]  # positions are those of what was printed
    at = kept = 0
    for begin, end in out:
        if begin < at:  # inside what is left out already
            continue
        pieces.append(text[at:begin])
        kept += begin - at
        gaps.append((kept, end - begin))
        at = end
    return "".join([*pieces, text[at:]]), tuple(gaps)
