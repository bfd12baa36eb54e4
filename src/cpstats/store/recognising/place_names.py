"""Names of places that are known, whatever column they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.model.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACE_SIGNS = 0.6  # of the names of a column that are known places
CODE = 3  # letters of a code of a country; fewer of them prove nothing
MOST = 0.8  # of labels that are such codes
LOOKED_AT = 60  # names that are looked up
PLACE_END = re.compile(
    r"(?:省|市|区|县|州|盟|旗|全国|地区|中国)$"
    r"|\w (?:Region|Province|County|Counties|State|District|Territory|Municipality|Prefecture|Canton|Borough|"
    r"Parish|City|Oblast|Kommune?|Kommun|fylke|län|Island|Islands|Governorate|Shire|Emirate|Republic|Voivodeship)$"
    r"|\w (?:oblast|область|край|округ|район|республика|облусу|облысы|шаары|обл\.?)$"
    r"|^(?:Region|Province|State|Canton|Département|Provincia|Estado|Departamento) (?:of |de |di |do |da |du )?[A-Z]"
    r"|^(?:Республика|Российская|г\.|город|Landkreis|Kreis|Stadt|Kabupaten|Kota|Provinsi|Tỉnh|Thành phố|Województwo|"
    r"Comunidad|Principado|Região|Regione|Provinsi) [^\W\d_]"
    r"|^[\uac00-\ud7a3]{2,5}(?:특별시|광역시|특별자치시|특별자치도|도|시|군|구)$|^[\u4e00-\u9fff]{2,3}(?:都|道|府|県)$"
)
LONG = 12  # signs: longer than names of places that end in 省, 市, 县
LONG_WORDS = 5  # of a name in Latin letters


def are_places(names: Sequence[str]) -> bool:
    """Whether most of the names are places that are known.

    >>> are_places(["河北省", "山西省", "合计"]), are_places(["Norway", "Sweden"]), are_places(["茶", "米"])
    (True, True, False)
    """
    looked = names[:LOOKED_AT]
    known = sum(is_place(name) for name in looked)
    return bool(looked) and known >= PLACE_SIGNS * len(looked)


def is_place(name: str) -> bool:
    """Whether a name, no code and no word of two letters, is that of a place that is known."""
    if len(name) < 2 or (name.isascii() and (len(name) < 4 or name.isdigit())):
        return False
    return bool(register.named(name))


def are_country_codes(labels: Sequence[str], *, all_of_them: bool = False) -> bool:
    """Whether labels are codes of countries in three letters: AFG, ALB, DZA; in two, or a few, where all of them are.

    >>> are_country_codes(["AFG", "ALB", "DZA", "MAR"]), are_country_codes(["GDP", "CPI", "USA"])
    (True, False)
    """
    lengths = (CODE - 1, CODE) if all_of_them else (CODE,)
    codes = [t for t in labels if len(t) in lengths and t.isascii() and t.isupper()]
    known = sum(map(_is_country_code, codes))
    if all_of_them:
        return 0 < known == len(labels)
    return known >= CODE and known >= MOST * len(labels)


def _is_country_code(code: str) -> bool:
    short = len(code) < CODE  # the code itself; the others are aliases
    return any(p.level == "country" and (short or code in p.aliases) for p in register.named(code))


def ends_like_place(name: str) -> bool:
    """Whether a name that nobody needs to know ends, or begins, with a word for a kind of place.

    >>> [ends_like_place(n) for n in ("东乡县", "Hill Region", "State of Ost", "Region", "Sales by region")]
    [True, True, True, False, False]
    """
    if not PLACE_END.search(simplified(name)):
        return False
    return len(name) < LONG if name[-1] >= "\u3040" else len(name.split()) <= LONG_WORDS


def look_like_places(names: Sequence[str]) -> bool:
    """Whether most of the names are known places, or end as names of places do."""
    looked = names[:LOOKED_AT]
    like = sum(is_place(name) or ends_like_place(name) for name in looked)
    return bool(looked) and like >= PLACE_SIGNS * len(looked)
