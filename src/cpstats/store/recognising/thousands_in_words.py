"""Thousands in a word that means other things elsewhere: Ocupados (miles), Nüfus (bin); miles are a length in English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

# (miles) and (mil) say thousands behind names of Spanish and Portuguese, (bin) of Turkish, (mii) of Romanian
INSIDE = pattern(r"\((?P<word>miles|mil|mii|bin)\)")
BARE = pattern(r"[Mm]iles( (?:19|20)\d\d)?")
OTHERS = {
    "bin": pattern(r"[ğışçöü]|(?:lar|ler)[ıi]?\b|\b(?:toplam|kişi|erkek|ihracat|ithalat)\b"),
    "mii": pattern(
        r"[ăâîșşțţ]|\b(?:total|persoane|femei|salariați|turiști)\b|(?:ii|ori|ți|uri|ane|ele)\b"
    ),
}
# what words of Spanish and Portuguese look like, and none of English does
IBERIAN = pattern(
    r"[áéíóúñãõç]|\b(?:de|del|da|do|das|dos|en|em|por|y|la|el|las|los|con|com)\b"
    r"|(?:ad|id|er|or|ment|ist|ien|iend|ej|ill|ent|an|on|br)[ao]s\b|(?:dad|cion|ajer|ogar|or|al|jer)es\b|\b(?:empleo|paro|total de)\b",
)
# a number that is a unit in a row of units
THOUSANDS = pattern(r"(?:in |x )?1[ .,'’]?000")
HIGHEST = 12  # lines above figures
# of what miles are counted
LENGTHS = pattern(
    r"\b(?:miles?|roads?|rails?|tracks?|routes?|lines?|distance|length|travel|driv|vehicles?|rivers?|coast|pipe|cable|network)\w{0,4}\b"
)


def with_thousands(text: str) -> str:
    """Return a label with the word for thousands in its brackets in English, where the words before it are of that language.

    >>> with_thousands("Ocupados (miles)"), with_thousands("Población (mil)"), with_thousands("Nüfus (bin)")
    ('Ocupados (thousand)', 'Población (thousand)', 'Nüfus (thousand)')
    >>> with_thousands("Ocupados (miles), Hombres"), with_thousands("Roads (miles)"), with_thousands("People (mil)")
    ('Ocupados (thousand), Hombres', 'Roads (miles)', 'People (mil)')
    >>> with_thousands("Boxes (bin)"), with_thousands("Număr (mii)")
    ('Boxes (bin)', 'Număr (thousand)')
    """
    found = INSIDE.search(text)
    if found is None:
        return text
    before = text[: found.start()].casefold()
    if not OTHERS.get(found["word"], IBERIAN).search(before) or LENGTHS.search(before):
        return text
    return f"{text[: found.start()]}(thousand){text[found.end() :]}"


def with_thousands_above(cells: Cells, first: int) -> list[list[str]] | None:
    """Return cells with such words over the columns in English; None where there are none.

    >>> with_thousands_above([["Zona", "Parados (miles)"], ["Norte", "5"]], 1)
    [['Zona', 'Parados (thousand)'], ['Norte', '5']]
    >>> with_thousands_above([["Población"], ["Zona", "Miles 2021"], ["Norte", "5"]], 2)[1]
    ['Zona', 'thousand 2021']
    >>> with_thousands_above([["Roads"], ["Zone", "Miles 2021"], ["North", "5"]], 2)
    """
    texts = [text for row in cells[:first] for text in row if text]
    bare = {text for text in texts if BARE.fullmatch(text)}
    around = " ".join(text for text in texts if text not in bare).casefold()
    if bare and (LENGTHS.search(around) or not IBERIAN.search(around)):
        bare = set()
    if not bare and not any(map(INSIDE.search, texts)):
        return None
    above = [
        [BARE.sub(r"thousand\1", t) if t in bare else with_thousands(t) for t in row]
        for row in cells[:first]
    ]
    return [*above, *map(list, cells[first:])]


def with_thousands_as_unit(sheet: Sheet) -> Sheet:
    """Return a sheet with 1 000 in a row of units in words: beside % it is no figure.

    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("", "2021", "2021"), ("Land", "1 000", "%"), ("Ost", "5", "6"))
    >>> with_thousands_as_unit(Sheet("a.csv", rows, (1, 2, 3))).rows[1]
    ('Land', 'thousand', '%')
    """
    rows = list(sheet.rows)
    for i, row in enumerate(rows[:HIGHEST]):
        own = [text.strip() for text in row[1:] if text.strip()]
        counted = [text for text in own if THOUSANDS.fullmatch(text)]
        units = [text for text in own if is_unit(text) and not text[:1].isdecimal()]
        if counted and units and len(counted) + len(units) == len(own):
            rows[i] = tuple("thousand" if THOUSANDS.fullmatch(t.strip()) else t for t in row)
    return sheet if rows == list(sheet.rows) else replace(sheet, rows=tuple(rows))
