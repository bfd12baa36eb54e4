"""A line above a table that says what place it is of, which need not be known: District: Ostland."""

from __future__ import annotations

OF_PLACES = (
    *("region", "région", "región", "regione", "província", "provincia", "provincie", "provinz"),
    *("country", "pays", "país", "paese", "province", "county", "district", "distrito"),
    *("municipality", "municipio", "município", "gemeinde", "gemeente", "commune", "comune"),
    *("city", "town", "village", "stadt", "ville", "ciudad", "cidade", "città", "canton", "kanton"),
    *("bundesland", "prefecture", "governorate", "département", "страна", "регион"),
)
SMALL = ("of", "and", "the", "de", "la", "le", "du", "des", "del", "und", "der", "am", "an")
WHOLES = ("Total", "All", "Gesamt", "Insgesamt", "Ensemble", "Totale", "Todos", "Toutes", "Overall")


def is_called_so(name: str) -> bool:
    """Return whether words are written as the name of a place: capitals, no digits.

    >>> [is_called_so(t) for t in ("Ostland", "Isle of Moor", "3", "all of them", "Total")]
    [True, True, False, False, False]
    """
    words = [word for word in name.split() if word not in SMALL]
    return (
        bool(words) and all(w[:1].isupper() and w.isalpha() for w in words) and name not in WHOLES
    )
