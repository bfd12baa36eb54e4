"""Names of places that are known, whatever column they stand in."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.model.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.place import Place

PLACE_SIGNS = 0.6  # of the names of a column that are known places
CALLED = ("UK", "US", "USA", "UAE")
CODE = 3  # letters of a code of a country; fewer of them prove nothing
MOST = 0.8  # of labels that are such codes
LETTERS = re.compile(r"[A-Z]{3}")
SHORT_LETTERS = re.compile(r"[A-Z]{2,3}")  # where a header says that they are by ISO
NUMBER = re.compile(r"'?(\d{1,3})(?:\.0)?")  # as workbooks leave it
SHORT_DIVISION = re.compile(r"\d\d(?:\d\d)?", re.ASCII)
NUMBERS = Path(__file__).with_name(
    "m49.csv"
)  # of ISO 3166-1, which are those of M49 of the United Nations
LOOKED_AT = 60  # names that are looked up
PLACE_END = re.compile(
    r"(?:省|市|区|县|州|盟|旗|全国|地区|中国)$"
    r"|\w (?:Region|Province|County|Counties|State|District|Territory|Municipality|Prefecture|Canton|Borough|"
    r"Parish|City|Oblast|Kommune?|Kommun|fylke|län|Island|Islands|Governorate|Shire|Emirate|Republic|Voivodeship)$"
    r"|\w (?:oblast|область|край|округ|район|республика|облусу|облысы|шаары|обл\.?)$"
    r"|^(?:Region|Province|State|Canton|Département|Provincia|Estado|Departamento) (?:of |de |di |do |da |du )?[A-Z]"
    r"|^(?:Республика|Российская|г\.|город|Landkreis|Kreis|Stadt|Kabupaten|Kota|Provinsi|Tỉnh|Thành phố|Województwo|"
    r"Comunidad|Principado|Região|Regione|Provinsi|Powiat|Gmina|Okres|Obec|Općina|Občina|Comarca|Concelho) [^\W\d_]"
    r"|^[\uac00-\ud7a3]{2,5}(?:특별시|광역시|특별자치시|특별자치도|도|시|군|구)$|^[\u4e00-\u9fff]{2,3}(?:都|道|府|県)$"
)
# of many places, none of them: 其中:城市, 大中城市, 农村地区
KINDS_OF_PLACES = re.compile(
    r"(?:^|\W|\d个)(?:超大|特大|大|中|小|[一二三四]线|主要|其他|其它|省会|沿海)*(?:城市|城区|市区|郊区|县区|地区)$"
    r"|(?:农村|城镇|城市|乡村|其他|其它)地区$"
)
OWN = frozenset(
    ("world", "eu", "georgia", "jordan", "niger", "chad", "turkey")
)  # of more than a place
SHORT_NAMES = ("UK", "USA", "US", "UAE", "NZ")
LONG = 12  # signs: longer than names of places that end in 省, 市, 县
LONG_WORDS = 5  # of a name in Latin letters
LETTERED = re.compile(r"[A-U][. ] ?[^\W\d_]{2}")  # A Farming, B Mining: classes of an economy
FEWEST = 3  # of them


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


def is_country(name: str) -> bool:
    """Whether a name, no code, is that of one country.

    >>> is_country("Norway"), is_country("NOR"), is_country("河北省"), is_country("Fisheries")
    (True, False, False, False)
    """
    found = register.named(name) if is_place(name) else ()
    return len(found) == 1 and found[0].level == "country"


def is_country_in_words(name: str) -> bool:
    """Whether words of a title or of the name of a file are those of one country, and of nothing else.

    >>> [is_country_in_words(n) for n in ("Norway", "U.S.", "georgia", "NOR")]
    [True, True, False, False]
    """
    plain = name.replace(".", "")
    if plain.casefold() in OWN or (len(plain) < 4 and plain.upper() not in SHORT_NAMES):
        return False
    found = register.named(name) or register.named(plain)
    return len(found) == 1 and found[0].level == "country"


def country_called(name: str) -> str:
    """Return the name of a country by itself or by the letters that it is called by; empty where it is none.

    >>> country_called("Norway"), country_called("UK"), country_called("GDP")
    ('Norway', 'United Kingdom', '')
    """
    if is_country(name):
        return name
    return register.named(name)[0].name_en if name in CALLED else ""


def are_country_codes(labels: Sequence[str], *, all_of_them: bool = False) -> bool:
    """Whether labels are codes of countries in three letters: AFG, ALB, DZA; in two, or a few, where all of them are.

    >>> are_country_codes(["AFG", "ALB", "DZA", "MAR"]), are_country_codes(["GDP", "CPI", "USA"])
    (True, False)
    """
    lengths = (CODE - 1, CODE) if all_of_them else (CODE,)
    codes = [t for t in labels if len(t) in lengths and t.isascii() and t.isupper()]
    known = sum(map(is_country_code, codes))
    if all_of_them:
        return 0 < known == len(labels)
    return known >= CODE and known >= MOST * len(labels)


def are_countries(above: str, codes: Sequence[str], *, coded: bool) -> bool:
    """Whether codes are those of countries; where words `above` say so, as few and as short as they are, else `coded` ones.

    >>> are_countries("iso code", ["no", "pe"], coded=False), are_countries("code", ["NO", "PE"], coded=True)
    (True, False)
    """
    said = "iso" in above or "country" in above
    upper = [code.upper() for code in codes] if "iso" in above else codes
    return (coded or said) and are_country_codes(upper, all_of_them=said)


def is_country_code(code: str) -> bool:
    """Whether a text is the code of a country in two or three letters."""
    short = len(code) < CODE  # the code itself; the others are aliases
    return any(p.level == "country" and (short or code in p.aliases) for p in register.named(code))


@lru_cache(maxsize=4096)
def place_of(code: str) -> Place | None:
    """Return the country, or the group of countries, that has a code of two or three letters.

    Not a group that is part of another one: those who publish do not cut it alike.

    >>> [place_of(code).ref_area for code in ("DEU", "CN", "HKG", "WLD")], place_of("QQQ"), place_of("LAC")
    (['DE', '100000', '810000', 'WLD'], None, None)
    """
    if not SHORT_LETTERS.fullmatch(code):
        return None
    found = [p for p in register.named(code) if code == p.ref_area or code in p.aliases]
    if len(found) != 1:
        return None
    whole, bracket, _ = found[0].name_en.partition(" (")
    part_of = register.named(whole) if bracket and found[0].level == "aggregate" else ()
    return None if part_of else found[0]


def of_three_letters(code: str) -> Place | None:
    """Return the same for codes of three letters only: those of two are also those of other lists."""
    return place_of(code) if LETTERS.fullmatch(code) else None


def of_number(code: str) -> Place | None:
    """Return the country of a number by M49, with its leading zeros or without; 001 is the world.

    >>> [of_number(code).ref_area for code in ("276", "'004", "8.0", "1")], of_number("999"), of_number("x")
    (['DE', 'AF', 'AL', 'WLD'], None, None)
    """
    number = NUMBER.fullmatch(code)
    return place_of(_numbers().get(number[1].zfill(3), "")) if number else None


def of_division(code: str) -> Place | None:
    """Return the province or prefecture of a short code by GB/T 2260: 13, 1301.

    >>> [of_division(code).name_en for code in ("13", "1301")], of_division("130100"), of_division("13011")
    (['Hebei', 'Shijiazhuang'], None, None)
    """
    return register.place(f"{code:0<6}") if SHORT_DIVISION.fullmatch(code) else None


@lru_cache(maxsize=1)
def _numbers() -> dict[str, str]:
    with NUMBERS.open(encoding="utf-8", newline="") as file:
        return {row["number"]: row["code"] for row in csv.DictReader(file)}


def are_codes_of_places(texts: Sequence[str]) -> bool:
    """Whether texts are codes of countries in three letters, though nothing says so: several, nearly all known.

    >>> are_codes_of_places(["SWE", "HUN", "JPN", "WLD"]), are_codes_of_places(["GDP", "CPI", "USA"])
    (True, False)
    """
    known = [t for t in texts if of_three_letters(t)]
    return len(known) >= max(CODE, MOST * len(texts))


def ends_like_place(name: str) -> bool:
    """Whether a name that nobody needs to know ends, or begins, with a word for a kind of place.

    >>> [ends_like_place(n) for n in ("东乡县", "Hill Region", "State of Ost", "Region", "Sales by region")]
    [True, True, True, False, False]
    >>> [ends_like_place(n) for n in ("其中:城市", "36个大中城市", "运城市", "东部地区", "农村地区")]
    [False, False, True, True, False]
    """
    if KINDS_OF_PLACES.search(name) or not PLACE_END.search(simplified(name)):
        return False
    return len(name) < LONG if name[-1] >= "\u3040" else len(name.split()) <= LONG_WORDS


def unlike_places(names: Sequence[str]) -> bool:
    """Whether most names are longer than those of places, or have letters of classes before them, each its own.

    >>> unlike_places(["A Farming", "B Mining", "C Making"]), unlike_places(["A Coruña", "Lugo", "Ourense"])
    (True, False)
    >>> unlike_places(["used for the work of others", "used for own work only at home", "none"])
    True
    """
    long = sum(len(name.split()) >= LONG_WORDS for name in names) * 2 > len(names)
    letters = [name[0] for name in names if LETTERED.match(name)]
    many = len(letters) >= max(FEWEST, len(names) / 2)
    return long or (many and letters == sorted({*letters}))


def may_be_place(name: str) -> bool:
    """Whether a name is that of a place that is known, or ends like one."""
    return is_place(name) or ends_like_place(name)


def look_like_places(names: Sequence[str]) -> bool:
    """Whether most of the names are known places, or end as names of places do."""
    looked = names[:LOOKED_AT]
    like = sum(map(may_be_place, looked))
    return bool(looked) and like >= PLACE_SIGNS * len(looked)
