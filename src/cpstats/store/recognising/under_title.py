"""Names over the columns under a title that says of which country and what: Sudan: prices of sorghum, over Khartoum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.labelled_places import is_written_as_name
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outside import OF_WHAT, are_mostly_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence


def are_of_title(labels: Sequence[str], titled: str, place: str) -> bool:
    """Whether several names, which say nothing of what is counted, stand under a title that does, and names a place.

    They are parts of it.

    >>> [are_of_title(["Old Dale", "Hayfold"], "prices of tea", place) for place in ("Kenya", "")]
    [True, False]
    >>> are_of_title(["Herders", "Pay"], "number of herders and pay", "Kenya")
    False
    """
    low = titled.casefold()
    if not place or any(text.casefold() in low for text in labels):
        return False  # the title names each
    plain = all(is_written_as_name(t) and not (label_of(t).unit or is_class(t)) for t in labels)
    other = are_mostly_subjects(labels) or any(map(OF_WHAT.search, labels))
    return len(labels) > 1 and plain and bool(OF_WHAT.search(titled)) and not other
