"""Places within the labels over columns: `Inflation_Norway`, `Peru - PER`, `Exports, goods; Chile`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.store.recognising.labels import figures_of
from cpstats.store.recognising.outside import OF_WHAT
from cpstats.store.recognising.place_names import ends_like_place, is_place, look_like_places
from cpstats.store.recognising.places_in_words import parted_by_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from cpstats.store.recognising.slots import Slots

CODE = re.compile(r"[A-Z]{2,3}")
PIECES = re.compile(r"\s*[:;]\s*")
BETWEEN = re.compile(r"[ '’-]+")  # the words of a name
SMALL = (
    *("of", "the", "and", "de", "do", "da", "du", "am", "la", "las", "los", "le", "les", "del"),
    *("della", "des", "y", "e", "et", "und", "och", "og", "van", "den", "der", "i"),
)
# what may divide a label: the one that divides them alike is taken
DIVIDERS = [
    re.compile(form)
    for form in (r"\s+[-–—]\s+", r"\s*[;|]\s*", r"\s*:\s*", r"_+", r"\s*,\s+", r"\s*[()]\s*")
]
FEWEST = 2  # places in the labels
FEW = 3  # a third of the columns
MOST = 0.6  # of the labels


def is_written_as_name(text: str) -> bool:
    """Whether each word of a text is one of letters that begins with a capital, but for small words between.

    >>> [is_written_as_name(text) for text in ("Old Dale", "Isle of Hay", "Old dale", "Aged 15", "of Hay")]
    [True, True, False, False, False]
    """
    words = BETWEEN.split(text)
    named = [w for w in words if w not in SMALL]
    letters = all(w.removesuffix(".").isalpha() and w[0].isupper() for w in named)
    return letters and len(text) > 1 and words[0] in named


def parted(labels: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return place and rest of each label, where the pieces at one position are places.

    >>> parted(["Inflation_Norway", "Inflation_Chile"])["Inflation_Chile"]
    ('Chile', 'Inflation')
    >>> parted(["Peru - PER", "Far Isles (Kingdom of) - FAR", "Chile - CHL"])["Peru - PER"]
    ('Peru', '')
    >>> parted(["GDP_Peru", "GDP_Chile"])["GDP_Peru"]
    ('Peru', 'GDP')
    >>> parted(["inc_PE – Income – Peru", "inc_CL – Income – Chile"])["inc_CL – Income – Chile"]
    ('Chile', 'inc, Income')
    >>> parted(["Norway", "Peru"]), parted(["To Peru", "To Chile"])
    ({}, {})
    """
    return _parted(labels, _are_known)


def parted_by_names(labels: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the same where the pieces at one position are names, and those at another what is counted.

    Whether they are places, only who asked for the table can say.

    >>> parted_by_names(["Jobless rate: Overhill", "Jobless rate: Old Dale"])["Jobless rate: Old Dale"]
    ('Old Dale', 'Jobless rate')
    >>> parted_by_names(["Employment, men", "Employment, women"]), parted_by_names(["Overhill", "Old Dale"])
    ({}, {})
    """
    return _parted(labels, _are_names)


def with_places(found: dict[int, Slots], *, names: bool, beside: bool) -> dict[int, Slots]:
    """Return the slots of columns with the places that their labels hold beside something else.

    `names` is whether the user says that these are places: then nobody needs to know them; `beside` whether names
    stand beside the figures too: then only a sign tells a place in a label apart.
    """
    labels = tuple(dict.fromkeys(s.label for s in found.values() if s.label and not s.place))
    placed = sum(bool(s.place) for s in found.values())
    if look_like_places(labels) and placed * FEW < len(found):  # High income: OECD is one
        return {
            c: replace(s, place="", label=f"{s.place}: {s.label}") if s.place else s
            for c, s in found.items()
        }
    if placed:
        return found
    apart = parted(labels) or (parted_by_names(labels) if names else {})
    apart = apart or ({} if beside else parted_by_words(labels))
    return {
        c: replace(s, place=apart[s.label][0], label=apart[s.label][1]) if s.label in apart else s
        for c, s in found.items()
    }


def _parted(
    labels: Sequence[str], fits: Callable[[Sequence[str], Sequence[str]], bool]
) -> dict[str, tuple[str, str]]:
    """Return the labels in two, at the position whose pieces `fits` says to be places beside the others."""
    for divider in DIVIDERS:
        split = {label: [p for p in divider.split(label) if p] for label in labels}
        many = max(map(len, split.values()), default=0)
        alike = {label: pieces for label, pieces in split.items() if len(pieces) == many}
        if many < 2 or len(alike) < MOST * len(labels):
            continue
        for at in range(many):
            names = [pieces[at] for pieces in alike.values()]
            rest = ["; ".join(p for n, p in enumerate(t) if n != at) for t in alike.values()]
            if fits(names, rest):
                codes = _codes_of([*alike.values()], at)
                return {label: _apart(pieces, at, codes) for label, pieces in alike.items()}
    return {}


def _are_known(names: Sequence[str], _: Sequence[str]) -> bool:
    known = {n for n in names if is_place(n)}
    return len(known) >= FEWEST and sum(n in known for n in names) >= MOST * len(names)


def _are_names(names: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether several pieces are written as names are, and the rest of each label says what is counted."""
    named = all(is_written_as_name(n) and not OF_WHAT.search(n) for n in names)
    return named and len({*names}) >= FEWEST and all(map(OF_WHAT.search, rest))


def _codes_of(split: Sequence[Sequence[str]], at: int) -> set[int]:
    """Return the positions whose pieces are codes of the places, one for each."""
    places = len({pieces[at] for pieces in split})
    pairs = {n: {(p[at], p[n]) for p in split} for n in range(len(split[0])) if n != at}
    alone = {n: c for n, c in pairs.items() if len(c) == len({code for _, code in c}) == places}
    return {n for n, c in alone.items() if all(CODE.fullmatch(code) for _, code in c)}


def _apart(pieces: Sequence[str], at: int, coded: set[int]) -> tuple[str, str]:
    codes = {code for known in register.named(pieces[at]) for code in known.names}
    rest = [p for n, p in enumerate(pieces) if n not in (at, *coded) and p not in codes]
    return pieces[at], ", ".join(_without_code(p, codes) for p in rest)


def _without_code(piece: str, codes: Collection[str]) -> str:
    """Return a piece without the code of its place at the end: income_z_AF of Afghanistan."""
    name, sign, code = piece.rpartition("_")
    return name if sign and code in codes else piece


def in_pieces(slots: Slots, *, described: bool) -> Slots:
    """Take place, name and kind of a label apart: 河北:产值:累计值."""
    pieces = [p for p in PIECES.split(slots.label) if p]
    if len(pieces) < 2:
        return slots
    places = [p for p in pieces[:1] if is_place(p) or (described and ends_like_place(p))]
    kinds = [p for p in pieces[1:] if figures_of(p)]
    if not places and not kinds:
        return slots
    names = [p for p in pieces if p not in places and p not in kinds]
    kind = "".join(kinds[-1:])
    between = ": " if kind[:1].isascii() and kind and names else ""
    label = f"{', '.join(names)}{between}{kind.strip()}"
    return replace(slots, place=next(iter(places), ""), label=label)
