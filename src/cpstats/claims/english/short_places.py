"""What a reader's own places are called for short: Harlan Creek for Harlan Creek County, Velden for the Port of Velden."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.gazetteer.china import is_code
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_KIND = pattern(
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}) (?:County|District|Borough|Region|Islands?|Province|Parish|Municipality)"
    r"|(?:the )?(?:Port|Harbour|Harbor|County|Isle|Island|Republic|Municipality|District|Region|Province|State|Kingdom) of (?P<of>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)
_SIDES = frozenset(("North", "South", "East", "West", "Central", "Upper", "Lower", "Northern"))
_CODE = 2  # letters of a country


def short_places(own: Mapping[str, str], others: Container[str]) -> dict[str, str]:
    """Return the short names of own places by their codes: those that no other place has.

    Parameters
    ----------
    own : mapping
        The codes of the places of a catalogue by their names.
    others : container of str
        The names of all places that are known.
    """
    found: list[tuple[str, str]] = []
    for name, code in own.items():
        kind = None if is_code(code) or len(code) == _CODE else _KIND.fullmatch(name)
        short = (kind["name"] or kind["of"]) if kind else ""
        if short and short not in others and short not in _SIDES:
            found.append((short, code))
    codes = Counter(short for short, _ in {*found})
    return {short: code for short, code in found if codes[short] == 1}
