"""A document as text: plain, Markdown, HTML or docx; each kind is a file, asked in order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.claims.texts import docx, html, markdown
from cpstats.errors import DataError
from cpstats.store.encodings import decoded

if TYPE_CHECKING:
    from cpstats.claims.claim import Claim

LARGEST = 20_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be checked: what is read, and what was printed around it.

    `printed` is what positions refer to: the file itself, of HTML and docx the text in it.
    `gaps` are (offset in `text`, signs left out before it), for Markdown.
    """

    name: str
    text: str
    printed: str
    gaps: tuple[tuple[int, int], ...] = ()

    def place(self, claim: Claim) -> tuple[int, int, int, int]:
        """Return start, end, line and column of a claim in what was printed."""
        if not self.gaps:
            return claim.start, claim.end, claim.line, claim.column
        start, end = self._offset(claim.start), self._offset(claim.end - 1) + 1
        line = self.printed.count("\n", 0, start) + 1
        return start, end, line, start - self.printed.rfind("\n", 0, start)

    def _offset(self, at: int) -> int:
        from bisect import bisect_right

        starts = [gap[0] for gap in self.gaps]
        left_out = [0, *accumulate(gap[1] for gap in self.gaps)]
        return at + left_out[bisect_right(starts, at)]


def read(name: str, content: bytes) -> Document:
    """Return the text of a document.

    Raises
    ------
    DataError
        When it is empty, too large, no text, damaged, or neither UTF-8 nor GB18030.
    UsageError
        When the extra `documents` is needed and not installed.
    """
    if len(content) > LARGEST:
        raise DataError(
            f"the text has {len(content) // 1_000_000} MB, more than {LARGEST // 1_000_000}",
            where=name,
            mend="Split it.",
        )
    if docx.knows(name, content):
        text = docx.text_of(name, content)
        document = Document(name, text, text)
    else:
        document = _of_text(name, content)
    if not document.text.strip():
        raise DataError("there is nothing in it", where=name, mend="Name a text with claims.")
    return document


def of_sentence(text: str) -> Document:
    """Return a sentence that was typed as a document without a file."""
    return Document("text", text, text)


def _of_text(name: str, content: bytes) -> Document:
    printed, _ = decoded(content, name)
    if "\0" in printed:
        line = printed[: printed.index("\0")].count("\n") + 1
        raise DataError(
            "there is a NUL character in the text",
            where=f"{name}:{line}:1",
            mend="This is no text, or it was damaged.",
        )
    if html.knows(name, printed):
        text = html.text_of(printed)
        return Document(name, text, text)
    if Path(name).suffix.lower() in markdown.SUFFIXES:
        text, gaps = markdown.text_of(printed)
        return Document(name, text, printed, gaps)
    return Document(name, printed, printed)
