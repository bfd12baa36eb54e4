"""Which of two columns of places lies in the other, by their headers and by countries; and which are partners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.traditional import simplified
from cpstats.store.recognising.header_words import bare, plain_name
from cpstats.store.recognising.outside import is_total
from cpstats.store.recognising.place_names import is_country

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.store.recognising.column_kinds import Column, Together

WIDE = pattern(
    r"(?:countr(?:y|ies)|nations?|states?|provinces?|bundesl(?:and|änder)|pays|país(?:es)?|paese|estados?|régions?|oblast|voivodeship|"
    r"województwo|kraj|страна|область|регион|субъект|ülke|il|provinsi|propinsi|tỉnh|tỉnh[/ ]thành phố|استان|시도|광역시도|国家|国|省|省份|都道府県|州|乡镇市区|县市乡镇|区域)(?: names?)?"
)
NARROW = pattern(
    r"(?:cit(?:y|ies)|towns?|villages?|districts?|count(?:y|ies)|municipalit(?:y|ies)|communes?|villes?|ciudad(?:es)?|municipios?|städte|stadt|"
    r"gemeinden?|kreise?|comun[ei]|cidades?|obec|gmina|miasto|powiat|город|район|şehir|ilçe|kabupaten|kota|kab(?:upaten)?[/ ]kota|kecamatan|quận|huyện|quận[/ ]huyện|شهرستان|시군구|읍면동|市|县|区|市区町村|市町村|村里|村|里)(?: names?)?"
)
OF_NAMES = pattern(r"(?:别|名称?)$")
OTHERS = pattern(
    r"(?:the )?(?:其[他它]|others?|rest|remainder|autres?|otr[ao]s|sonstige|übrige|altr[ei]|прочие|その他|기타|diğer)",
    re.IGNORECASE,
)


def outer_of(
    one: Column, two: Column, together: Together, *, apart: bool, same: bool
) -> int | None:
    """Return which of two columns of places is left out: what those of the other lie in, or are in codes; None: it is asked.

    `apart` is whether figures stand between them, `same` whether one says the other in codes or another script.
    """
    first, second = one.number, two.number
    if len(two.said) == 1 < len(one.said):
        return second  # one place around all the others
    if together.alike(first, second) and (same or (one.above != two.above and not apart)):
        if not same and _are_partners(one, two, together.pairs(first, second)):
            return None
        coded = (one.is_codes, two.is_codes) == (True, False)
        return first if coded or lies_around(one, two) else second
    if apart:
        return None
    if together.follows(second, first):  # provinces beside their districts
        return None if _may_lie_around(two, one) else first
    found = first if says_around(one, two) else None  # some of one name lie in several
    return second if together.follows(first, second) and not _may_lie_around(one, two) else found


def _may_lie_around(outer: Column, inner: Column) -> bool:
    """Whether one column may be what the other lies in, of which each has one: not where several share it, as countries a continent."""
    fewer = len(outer.said) <= len(inner.said)
    return says_around(outer, inner) or (fewer and lies_around(outer, inner))


def says_around(outer: Column, inner: Column) -> bool:
    """Whether the words over two columns say that the places of one lie in those of the other: 鄉鎮市區 beside 村里.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> says_around(Column(0, ("鄉鎮市區",), ()), Column(1, ("村里名稱",), ())), says_around(Column(0, ("地區",), ()), Column(1, ("市",), ()))
    (True, False)
    """
    return _is_called(outer, WIDE) and _is_called(inner, NARROW)


def lies_around(outer: Column, inner: Column) -> bool:
    """Whether the places of one column are those that the places of another lie in: countries beside cities."""
    if says_around(outer, inner):
        return True
    wide = bool(outer.said) and all(map(is_country, outer.said))
    return wide and not any(map(is_country, inner.said))


def share_places(one: Column, two: Column) -> bool:
    """Whether a place stands in both columns: more than words for all of them, or for the others.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> inner = Column(1, ("Town",), ("Ost", "West", "Total"))
    >>> share_places(Column(0, ("Area",), ("Süd", "Total")), inner), share_places(Column(0, ("From",), ("Ost",)), inner)
    (False, True)
    """
    both = {*one.said} & {*two.said}
    return any(not (is_total(name) or OTHERS.fullmatch(name)) for name in both)


def _are_partners(one: Column, other: Column, pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether places stand beside others that are in their own column too: from Spain to France, from France to Spain.

    A second writing of some of them is in no row of the first: Korea, Rep. beside South Korea.
    """
    first, second = {*one.said}, {*other.said}
    return any(a != b and (a in second or b in first) for a, b in pairs)


def are_levels(outer: Sequence[str], inner: Sequence[str]) -> bool:
    """Whether the words over two columns say that the places of one lie in those of the other.

    >>> are_levels(["İl Province"], ["İlçe District"]), are_levels(["State"], ["Year"])
    (True, False)
    """
    return _are_called(outer, WIDE) and _are_called(inner, NARROW)


def _is_called(column: Column, words: re.Pattern[str]) -> bool:
    return _are_called(column.above, words)


def _are_called(above: Sequence[str], words: re.Pattern[str]) -> bool:
    said = (plain_name(bare(text)) for text in above)
    return any(
        words.fullmatch(t)
        or words.fullmatch(OF_NAMES.sub("", simplified(t)))
        or all(map(words.fullmatch, t.split(" ")))  # İl, Province
        for t in said
    )
