"""Whether a title that names a country names a part of it too: Labour force, Overhill, Norway."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.traditional import simplified
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labelled_places import is_written_as_name
from cpstats.store.recognising.outside import OF_WHAT, place_around
from cpstats.store.recognising.place_names import ends_like_place, may_be_place
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cpstats.message import Message

NUMBERED = pattern(
    r"\b(?:table|tab\.|tabelle|tableau|tabla|cuadro|quadro|tabela|tavola|figure) ?\d[\d.]{0,6} ?[.:] ?",
    re.IGNORECASE,
)  # Table 5: Marriages
MANY = 4  # pieces behind the first
DIVIDER = pattern(r"\s*[,;:|·•]\s*|\s+[-–—]\s+|\s*[()]\s*")
# words of titles that stand in no name of a place, also where each begins with a capital
OF_TITLES = pattern(
    r"\b(?:accounts?|statistics|indicators?|surveys?|finances?|lending|tables?|series|summary|trend|original|adjusted|sex|"
    r"age|ages|quarter\w*|month\w*|annual\w*|year\w*|measures?|chain|constant|current|products?|release|seasonal\w*|"
    r"weekly|daily|status|industry|sector\w*|occupation|purpose|type|unit|group|workbook|data|estimates?|projections?|"
    r"revised|provisional|preliminary|levels?|contents|notes?|all|other|private|public|urban|rural|goods|item|"
    r"affairs|ministry|bureau|institutes?|agency|publish\w*|united nations|commission)\b",  # who made it
    re.IGNORECASE,
)


def part_in(title: str, place: str) -> str:
    """Return the piece behind another one of a title that is written as a name, of what may lie in the place.

    >>> part_in("Labour force by sex, Old Dale - Trend", "Norway"), part_in("Jobs, Norway, Trend", "Norway")
    ('Old Dale', '')
    >>> part_in("National Accounts: Income and Product", "Norway"), part_in("Births, Hill District", "Peru")
    ('', 'Hill District')
    >>> part_in("Exports, Norway; Unit", "Norway")
    ''
    >>> part_in("Sea Press; Ministry of Fish and Ships", "Norway")
    ''
    >>> part_in("Norway - Tea - Index, Yearly rate, Teastat, Adjusted, Trend", "Norway")
    ''
    >>> part_in("Norway: exports, Mio EUR", "Norway"), part_in("Sales of Norway (MK)", "Norway")
    ('', '')
    """
    pieces = [piece for piece in DIVIDER.split(NUMBERED.sub("", title)) if piece][1:]
    if len(pieces) > MANY:  # what a data bank says of a series
        return ""
    short = (
        pieces[-1:]
        if title.endswith(")") and re.fullmatch("[A-Z]{1,4}", "".join(pieces[-1:]))
        else []
    )
    others = (p for p in pieces if p.casefold() != place.casefold() and p not in short)  # (MD)
    return next(filter(_may_be_a_part, others), "")


def whole_around(name: str, title: str) -> tuple[str, Message] | None:
    """Return the country that stands around a table as `place_around` does; not one whose part the title names.

    >>> whole_around("t.csv", "Jobs, Old Dale, Norway"), whole_around("t.csv", "Jobs in Norway")[0]
    (None, 'Norway')
    >>> whole_around("norway.csv", "Jobs · Old Dale"), whole_around("norway.csv", "Jobs · Seasonally adjusted")[0]
    (None, 'norway')
    """
    found = place_around(name, title)
    return None if found and part_in(title, found[0]) else found


def _may_be_a_part(piece: str) -> bool:
    if ends_like_place(piece):
        return True
    if is_unit(piece) or role_of(piece):  # Unit, of what stands below
        return False
    return is_written_as_name(piece) and not (OF_WHAT.search(piece) or OF_TITLES.search(piece))


def are_parts_of_whole(labels: Sequence[str], wholes: Collection[str]) -> bool:
    """Whether a word for a whole, which the place that was said is, stands among names of places.

    >>> are_parts_of_whole(["Norway", "Peru", "Total"], {"Total"}), are_parts_of_whole(["Tea", "Total"], {"Total"})
    (True, False)
    """
    others = [t for t in labels if simplified(t) not in wholes]
    return 0 < len(others) < len(labels) and all(map(may_be_place, others))
