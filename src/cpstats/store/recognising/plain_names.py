"""Names of places that are read as they are written: no mark, code or word for a whole is in them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cpstats.model.traditional import simplified
from cpstats.store.recognising.extent import NOTE
from cpstats.store.recognising.naming import ALL_OF_IT, WHOLE
from cpstats.store.recognising.nations import said_by
from cpstats.store.sheet import chinese_of, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.beginning import Known

LETTERS = re.compile(r"[^\W_](?:[\w '’(),./&-]*[\w).])?").fullmatch


def odd_names(known: Known, names: Sequence[str]) -> list[str]:
    """Return the names of places that the reader of a table may read as something else than they are."""
    if known.naming.coded is not None:
        return [*names]
    text = "\n".join(names)
    folded = simplified(text).split("\n")
    if len(folded) != len(names):
        return [*names]
    are_normal = unicodedata.is_normalized("NFKC", text)
    words = {*WHOLE, *ALL_OF_IT, *said_by("total"), *known.unmarked}
    return [
        name
        for name, said in zip(names, folded, strict=True)
        if not LETTERS(name)
        or not (are_normal or unicodedata.is_normalized("NFKC", name))
        or name in words
        or said in words
        or NOTE.match(name)
        or _changes(name)
    ]


def _changes(name: str) -> bool:
    """Whether a name with blanks in it is another one without them, is in two languages, or was a number.

    >>> _changes("长 安"), _changes("昌平 Changping"), _changes("Val d'Or"), _changes("昌平"), _changes("1.101")
    (True, True, False, False, True)
    """
    if name.isascii() or " " not in name:
        return name[0].isdigit() and ("." in name or "," in name)
    return plain(name) != name or chinese_of(name) != name
