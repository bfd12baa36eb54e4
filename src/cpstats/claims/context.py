"""Whence a text speaks: the day it was published and the place it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.languages import head_of
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.periods import Clock, When
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cpstats.claims.texts import Document
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.place import Place
    from cpstats.model.spans import Spans

_FAR = 400  # signs that say in which letters a text is written
_HEAD = 3000  # a dateline stands at the top
_TITLE = 80
_STOPS = pattern(r"[。;!?]|,.*,")


class Context(NamedTuple):
    """Day of publication and place, and whence each is known (given, text, table or None)."""

    published: date | None = None
    place: str | None = None
    published_from: str | None = None
    place_from: str | None = None


def context_of(
    text: str,
    *,
    catalogue: Catalogue,
    published: date | None = None,
    place: str | None = None,
    only: str | None = None,
) -> Context:
    """Return the context of a text; what is given is kept, the rest is read from the text.

    Parameters
    ----------
    text : str
        The text as it was read.
    catalogue : Catalogue
        Whose places count beside the official ones.
    published : date, optional
        The day of publication, if known.
    place : str, optional
        The code of the place, if known.
    only : str, optional
        The code of the one place that the reader's own tables are about: a text that names no place
        at all is about that one.
    """
    top = plain(text[:_HEAD])
    head = head_of(top[:_FAR])
    day = published or head.dateline(top)
    code = place or head.home(top, _title(top), catalogue)
    whence = "given" if place else "text" if code else None
    if code is None and only is not None and not head.names_place(plain(text), catalogue):
        code, whence = only, "table"
    return Context(day, code, "given" if published else "text" if day else None, whence)


def _title(top: str) -> str:
    """Return the first line, if it is short enough to be a heading."""
    first = next((line.strip(" #*") for line in top.split("\n") if line.strip(" #*")), "")
    return first if len(first) <= _TITLE and not _STOPS.search(first) else ""


def title_period(text: str, published: date | None, spans: Spans) -> When | None:
    """Return the period that the heading names, None where it names none."""
    top = plain(text[:_HEAD])
    title = _title(top)
    return head_of(title).period(title, top, Clock(published, spans=spans))


def is_named(place: Place, documents: Sequence[Document]) -> bool:
    """Return whether a text has a name of a place."""
    names = [name for name in (place.name_zh, place.name_en, *place.aliases) if len(name) > 1]
    return any(name in document.text for document in documents for name in names)
