"""The comments that an earlier check left in a docx: those that still hold stay, the others go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTHOR, INITIALS = "cpstats", "cp"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def still_to_write(
    document: Any, comments: Sequence[tuple[int, int, str]], text: str
) -> list[tuple[int, int, str]]:
    """Return the comments that the document does not have yet; the own ones that are none any more go.

    A comment that stays keeps what editors answered to it. The comments of others stay as they are.
    """
    known: dict[tuple[str, str], list[Any]] = {}
    about = _about(document)
    for comment in document.comments:
        if comment.author == AUTHOR:
            key = (about.get(str(comment.comment_id), ""), comment.text)
            known.setdefault(key, []).append(comment)
    left = []
    for start, end, words in comments:
        same = known.get((text[start:end], words))
        if same:
            same.pop(0)
        else:
            left.append((start, end, words))
    for comment in (comment for old in known.values() for comment in old):
        _remove(document, comment)
    return left


def _about(document: Any) -> dict[str, str]:
    """Return the words that each comment is about, by its id."""
    found: dict[str, str] = {}
    begun: set[str] = set()
    for element in document.element.body.iter(
        f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t"
    ):
        ident = element.get(f"{_W}id")
        if element.tag == f"{_W}commentRangeStart":
            begun.add(ident)
        elif element.tag == f"{_W}commentRangeEnd":
            begun.discard(ident)
        else:
            for one in begun:
                found[one] = found.get(one, "") + (element.text or "")
    return found


def _remove(document: Any, comment: Any) -> None:
    """Take a comment out, with its marks in the text."""
    ident = comment.comment_id
    for mark in document.element.body.xpath(
        f".//w:commentRangeStart[@w:id='{ident}'] | .//w:commentRangeEnd[@w:id='{ident}']"
        f" | .//w:r[w:commentReference[@w:id='{ident}']]"
    ):
        mark.getparent().remove(mark)
    element = comment._comment_elm  # noqa: SLF001 - the library has no way to take a comment out
    element.getparent().remove(element)
