"""Codes in the names of places: `AUS: Australia`, `01 Ostland`, `Norway (NOR)`; no part of the name where all have one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import Label, label_of
from cpstats.store.recognising.place_names import are_places, is_place, look_like_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMS = (
    re.compile(r"(?P<code>[A-Z]{2,3}\d*|[A-Z]{0,2}\d[\dA-Z.]{0,9})\s*[:–—-]\s*(?P<name>[^\W\d].*)"),
    re.compile(r"(?P<code>[A-Z]{0,2}\d[\dA-Z.]{0,9})\.?\s+(?P<name>[^\W\d].*)"),
    re.compile(
        r"(?P<name>.*[^\W\d_].*?)\s*[(\[](?P<code>[A-Z]{2,3}|[A-Z]{0,2}\d[\dA-Z.]{0,9})[)\]]"
    ),
    re.compile(r"(?P<name>[^\W\d].*?)\s*[-–—]\s*(?P<code>\d{1,6})"),
)
NUMBERED = re.compile(r"\d{2,11} (?P<name>[^\W\d].*)")
WITH_NUMBER = re.compile(r"(?P<word>[^\W\d_]+)[ _-]?\d{1,4}")
OF_OFFICE = re.compile(r"[A-Z]{1,2}\d{5,9}")
SHORT = re.compile(r"[A-Z]{2}")  # the code of a state, where it is also a unit: MS, MG
LETTERS = re.compile(r"[A-Z]{2,3}")  # these, or a currency
FEWEST = 3  # names with a code
MOST = 0.8  # of all names


def form_of_codes(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return how the names have their codes; None where they have none, or are not told apart without.

    >>> form_of_codes(["01 Ostland", "02 Westland", "03 Nordland"]).fullmatch("04 Südland")["name"]
    'Südland'
    >>> form_of_codes(["AUS: Australia", "AUT: Austria", "BEL: Belgium"]).fullmatch("CAN: Canada")["name"]
    'Canada'
    >>> form_of_codes(["Ostland-1", "Westland-2", "Nordland-3"]).fullmatch("Südland-4")["name"]
    'Südland'
    >>> form_of_codes(["1 Zone", "2 Zone", "3 Zone"]), form_of_codes(["Zone (A)", "Hill (B)"])
    (None, None)
    """
    every = [*dict.fromkeys(names)]
    for form in FORMS:
        found = {name: made for name in every if (made := form.fullmatch(name))}
        codes = {made["code"] for made in found.values()}
        plain = {made["name"].strip() for made in found.values()}
        apart = len(codes) == len(plain) == len(found) and plain.isdisjoint({*every} - {*found})
        if apart and len(found) >= max(FEWEST, MOST * len(every)):
            return form
    return None


def are_numbered(names: Iterable[str]) -> bool:
    """Whether names are a word for places and a number each: city1, city2, city3.

    >>> are_numbered(["city1", "city2", "city10"]), are_numbered(["Region 1", "Region 2", "Total"])
    (True, False)
    """
    found = [WITH_NUMBER.fullmatch(name) for name in dict.fromkeys(names)]
    words = {made["word"] for made in found if made}
    return len(found) >= FEWEST and all(found) and {*map(role_of, words)} == {"place"}


def form_of_numbers(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return how names have numbers before them, where all of them do and what stands behind looks like places.

    >>> form_of_numbers(["643 Норвегия", "14000000000 Белая область"]).fullmatch("030 Омский район")["name"]
    'Омский район'
    >>> form_of_numbers(["11 Males", "12 Females"]), form_of_numbers(["11 Norway", "Sweden"])
    (None, None)
    """
    found = [NUMBERED.fullmatch(name) for name in dict.fromkeys(names)]
    known = [made["name"] for made in found if made]
    apart = 1 < len(found) == len(known) == len({*known})
    return NUMBERED if apart and look_like_places(known) else None


def are_places_with_codes(names: Sequence[str]) -> bool:
    """Whether names, not all the same, are of places that are known, or have numbers before them and look like places."""
    return len({*names}) > 1 and (are_places(names) or form_of_numbers(names) is not None)


def without_codes(names: Sequence[str]) -> list[str]:
    """Return names without the codes that all of them have.

    >>> without_codes(["01 Ostland", "02 Westland", "03 Nordland"]), without_codes(["Ostland", "2019"])
    (['Ostland', 'Westland', 'Nordland'], ['Ostland', '2019'])
    """
    form = form_of_codes(names)
    found = [form.fullmatch(name) if form else None for name in names]
    return [made["name"] if made else name for name, made in zip(names, found, strict=True)]


def are_codes(names: Iterable[str]) -> bool:
    """Whether names are codes of one form, a letter or two and many digits, as offices give to places.

    Series of data banks may have such numbers too: who reads them is asked.

    >>> are_codes(["E06000001", "W06000023", "S12000005"]), are_codes(["Q1", "Q2", "Q3"]), are_codes(["E06000001", "Huts"])
    (True, False, False)
    """
    every = [*dict.fromkeys(names)]
    return (
        len(every) >= FEWEST
        and len({len(t) for t in every if OF_OFFICE.fullmatch(t)}) == 1
        and all(map(OF_OFFICE.fullmatch, every))
    )


def label_of_place(text: str, *, priced: bool = True) -> Label:
    """Take the label of a place apart; two capitals behind a place that nobody knows are no unit.

    Nor are two or three where the names are not `priced`: Macau (SAR) has no riyals, Jordânia (MG) no milligrams.

    >>> label_of_place("Alta Vista (MS)").unit, label_of_place("Alta Vista (kt)").unit, label_of_place("Norway (MW)").unit
    ('', 'kt', 'MW')
    >>> label_of_place("Macau (SAR)", priced=False).unit, label_of_place("Norway (NOK)").unit
    ('', 'NOK')
    """
    made = label_of(text)
    if not priced and LETTERS.fullmatch(made.unit):
        return Label(text)
    return Label(text) if SHORT.fullmatch(made.unit) and not is_place(made.name) else made


def are_priced(names: Sequence[str]) -> bool:
    """Whether most names of places have a unit behind them.

    >>> are_priced(["Norway (NOK)", "Peru (PEN)"]), are_priced(["Norway", "Peru", "Macau (SAR)"])
    (True, False)
    >>> are_priced(["Alta Vista (MG)", "Jordânia (MG)", "Baixa Vista (MG)"])
    False
    """
    with_unit, without = 0, 0
    for name in names:  # until the others cannot change it
        if label_of_place(name).unit:
            with_unit += 1
        else:
            without += 1
        if 2 * max(with_unit, without) > len(names):
            break
    return with_unit > without
