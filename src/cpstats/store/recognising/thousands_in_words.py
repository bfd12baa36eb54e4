"""Thousands in a word that means other things elsewhere: Ocupados (miles), Nüfus (bin); miles are a length in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

# (miles) and (mil) say thousands behind names of Spanish and Portuguese, (bin) of Turkish, (mii) of Romanian
INSIDE = pattern(r"\((?P<word>miles|mil|mii|bin)\)")
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
    """
    if not any(INSIDE.search(text) for row in cells[:first] for text in row):
        return None
    above = [[with_thousands(text) for text in row] for row in cells[:first]]
    return [*above, *map(list, cells[first:])]
