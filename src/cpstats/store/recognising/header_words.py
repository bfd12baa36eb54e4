"""The words over columns and before rows of tables, in the languages of the offices, by what they announce."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from unicodedata import combining, normalize

from cpstats.model.traditional import simplified
from cpstats.model.unit import Unit, UnitError

SHORT = 4  # letters: fewer without their accents are codes of countries, NAM
TABLE = Path(__file__).with_name("headers.csv")
CODE_END = re.compile(
    r"(代码|编码|编号|コード|코드|码|codes?|\bu?u?id|\bgid|\bkey|\b(?:kod|kód|cis|oid|fid)|[a-z]{3}cd|[a-z]\d\dcd)$"
)
CODE_START = re.compile(r"^(?:cve|clave|code|cod|código|codigo|codice|kode|kod|id) \w")
# systems of codes of places, and of branches and goods; what stands beside their names: ISO num, NUTS 3, NACE Rev. 2
PLACE_CODES = frozenset(
    [
        "iso",
        "m49",
        "fips",
        "geofips",
        "geoid",
        "nuts",
        "lau",
        "gss",
        "insee",
        "codgeo",
        "cvegeo",
        "ubigeo",
        "divipola",
        "ibge",
        "istat",
        "teryt",
        "ags",
        "pcode",
    ]
)
CLASS_CODES = frozenset(
    [
        "nace",
        "isic",
        "sic",
        "naics",
        "cnae",
        "ciiu",
        "noga",
        "naf",
        "ateco",
        "anzsic",
        "okved",
        "pkd",
        "jsic",
        "ksic",
        "sitc",
        "hs",
        "cpc",
        "cofog",
        "coicop",
        "isco",
    ]
)
BESIDE_SYSTEM = frozenset(
    [
        "code",
        "codes",
        "un",
        "uk",
        "us",
        "geo",
        "area",
        "region",
        "state",
        "county",
        "country",
        "num",
        "numeric",
        "number",
        "alpha",
        "a",
        "v",
        "r",
        "m",
        "rev",
        "id",
        "no",
        "nr",
        "level",
        "digit",
        "digits",
        "class",
        "section",
        "division",
        "group",
    ]
)
BEFORE = ("last", "previous", "prior")  # year
RANK_END = re.compile(r"^\D{0,8}(?:[排位]名|名次|位次)$|\w rank(?:ing)?$|^rank (?:per|by|in|for) ")
RANKS = frozenset(
    [
        *("rank", "ranking", "rang", "rango", "puesto", "classement", "место", "ранг", "peringkat"),
        *("位次", "名次", "排名", "順位", "순위"),
    ]
)
COORDINATE_END = re.compile(r"\b(?:easting|northing|latitude|longitude)$")
NAME_START = re.compile(
    r"^(?:denominazione|nombre|nom|nome|naam|nazwa|nama|tên|name) (?:(?:of the|of|del?|de la|di|du|do|da|van) )?(?=\w)"
)
NAME_END = re.compile(  # areanm, region label, Kommunnamn, Gemeentenaam
    r"[ ]?(?:nm|names?|labels?|description|txt|namn|navn|naam|nimi|namen|naziv|název|nazwa)$"
)
IN_LANGUAGE = re.compile(  # province_en, 地区_en; no code, and no number
    r" (?:en|eng|english|vi|vn|zh|cn|chinese|ru|rus|russian|uk|ja|jp|ko|kr|tr|ar|arabic|fa|fr|es|de|pt|local|native)$"
)
BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
BASE = re.compile(r"= ?100\)$")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SEPARATORS = re.compile(r"[\s_.,;:*-]+")
PARTS = re.compile(
    r"[/\\|]|\s+(?:and|und|et|y|by|e|i|en|og|och|ja|és|oraz|ve|и|та|και)\s+", re.IGNORECASE
)
DIGITS = str.maketrans("0123456789", " " * 10)
LANGUAGES = re.compile(r"\s*[-–\n/()]\s*")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        found: dict[str, str] = {}
        for row in csv.DictReader(file):
            for word in row["words"].split("|"):
                found.setdefault(word, row["role"])
        for word, role in list(found.items()):
            found.setdefault(_unaccented(word), role)
            found.setdefault(bare(word), role)  # ปี พ.ศ. without its points
        return found


def _unaccented(text: str) -> str:
    """Return Latin letters without their accents, as many files have them: pais, annee.

    >>> _unaccented("année"), _unaccented("país"), _unaccented("năm")
    ('annee', 'pais', 'năm')
    """
    if text.isascii() or not text[:1].isascii() or len(text) < SHORT:
        return text
    return "".join(c for c in normalize("NFD", text) if not combining(c))


def bare(text: str) -> str:
    """Return a header in small letters, its words divided by single blanks.

    >>> bare("REF_DATE"), bare("Country  Name "), bare("CountryCode"), bare("İller")
    ('ref date', 'country name', 'country code', 'iller')
    """
    text = CAMEL.sub(" ", text) if text.isascii() else text
    return SEPARATORS.sub(" ", text).strip().casefold().replace("i\u0307", "i")  # İl


def _is_unit(text: str) -> bool:
    try:
        return bool(Unit.parse(text).kind)
    except UnitError:
        return False


def _known(name: str) -> str:
    """Return what a word says, also in traditional letters and as what tables are divided by: 縣市別, 시도별."""
    plain = simplified(name)
    forms = (name, plain, plain.removesuffix("别"), KOREAN_LEVEL.sub("", name))
    return next((role for form in forms if (role := _table().get(form, ""))), "")


# what says that kinds of something stand below it: 学校类别
KOREAN_LEVEL = re.compile(
    r"(?<=[가-힣])(?:\([^()]{1,12}\))?별?(?: ?\(\d\))?$"
)  # 행정구역(시군구)별, 시도별(1)
CHINESE_KIND = re.compile(r"[\u4e00-\u9fff]{2,8}(?:类别|类型|种类|分类|分组|行业|品种|指标|项目)")


@lru_cache(maxsize=20_000)  # the labels of the widest line
def role_of(text: str) -> str:
    r"""Return what a whole header says of its column or row; empty where no word is known.

    >>> role_of("地区"), role_of("Country Name"), role_of("Country Code"), role_of("TIME_PERIOD")
    ('place', 'place', 'code', 'time')
    >>> role_of("denominazione_regione"), role_of("Nombre del municipio"), role_of("Name of Ship")
    ('place', 'place', '')
    >>> role_of("NUTS_NAME"), role_of("LAU label"), role_of("NACE name")
    ('place', 'place', 'name')
    >>> role_of("Yıllar - Years"), role_of("Sex - Years")
    ('time', '')
    >>> role_of("CD_REFNIS"), role_of("CD_YEAR"), role_of("CD_SEX"), role_of("CD sales")
    ('code', 'time', 'code', '')
    >>> role_of("人均排名"), role_of("Rank per capita"), role_of("2022年各省产值排名")
    ('other', 'other', '')
    >>> role_of("ward_home_easting"), role_of("Latitudes of huts")
    ('other', '')
    >>> role_of("学校类别"), role_of("地区类别")
    ('indicator', 'indicator')
    >>> role_of("地区生产总值(亿元)"), role_of("geo\\TIME_PERIOD"), role_of("Area Code (M49)")
    ('', 'place', 'code')
    >>> role_of("Município (Código)"), role_of("Município (a)")
    ('code', 'place')
    """
    name = bare(text)
    if not name or BASE.search(name):
        return ""  # Index (2015 = 100) is what figures are of, no number of the row
    prefixed = name.startswith("cd ") and text[2:3] == "_"  # CD_REFNIS is a code, CD_YEAR the year
    behind = _known(name.removeprefix("cd ")) if prefixed else ""
    no_figure = RANK_END.search(name) or COORDINATE_END.search(name)
    rank = "other" if no_figure else behind if behind in ("time", "part") else ""
    rank = rank or ("indicator" if CHINESE_KIND.fullmatch(name) else "")
    if found := _known(name) or _known(name.replace(" ", "")) or rank:
        return found
    inside = BRACKETS.search(text)
    short = name if inside and _is_unit(inside[1]) else bare(BRACKETS.sub("", text))
    coded = (
        _known(name.removeprefix("cd ")) == "place"
        or CODE_END.search(name)
        or CODE_END.search(short)
        or (inside is not None and _known(bare(inside[1])) == "code")
        or CODE_START.match(name)
        or prefixed
    )
    if coded or _is_of_system(name, PLACE_CODES) or _is_of_system(name, CLASS_CODES):
        return "code"
    if found := _known(short):
        return found
    return _role_of_names(name, text)


def _role_of_names(name: str, text: str) -> str:
    """Return what a header says that has words for names around its word, or consists of several known ones."""
    stem = plain_name(name)
    if stem == name:
        return _role_of_parts(text)
    found = _known(stem) or ("place" if _is_of_system(stem, PLACE_CODES) else "")
    found = found or _role_of_parts(text)
    return found or ("place" if _role_of_parts(stem) == "place" else "")  # nama_kabupaten_kota


def plain_name(name: str) -> str:
    """Return a bare header without the words around it that say that names stand below, and in which language.

    >>> plain_name("nama provinsi"), plain_name("gemeentenaam"), plain_name("district en"), plain_name("ships en")
    ('provinsi', 'gemeente', 'district', 'ships en')
    """
    stem = NAME_END.sub("", NAME_START.sub("", name))
    alone = IN_LANGUAGE.sub("", stem)
    return alone if alone != stem and _known(alone) == "place" else stem


def _role_of_parts(text: str) -> str:
    """Return what the first of several words says that are all known, or one word in two languages."""
    parts = [_table().get(bare(part), "") for part in PARTS.split(text)]
    if len(parts) > 1 and all(parts):
        return parts[0]
    both = {_table().get(bare(part), "") for part in LANGUAGES.split(text)}
    return both.pop() if len(both) == 1 else ""


def is_rank(text: str) -> bool:
    """Whether a header says that ranks stand below it.

    >>> is_rank("rank"), is_rank("人均排名"), is_rank("Median"), is_rank("index")
    (True, True, False, False)
    """
    name = bare(text)
    return name in RANKS or RANK_END.search(name) is not None


def loose_role_of(text: str) -> str:
    """Return what any of the words of a header says, for a column that holds words.

    >>> [loose_role_of(t) for t in ("地区 Region", "Reporting month", "Tea", "DEPARTAMENTOS")]
    ['place', 'part', '', 'place']
    >>> loose_role_of("Guests previous year"), loose_role_of("School year")
    ('', 'time')
    """
    if found := role_of(text):
        return found
    words = [bare(word) for word in re.split(r"[\s_/()\\]+", text)]
    if words[-1] == "year" and words[-2:-1] in ([word] for word in BEFORE):
        return ""  # the figures of it
    pairs = (_table().get(f"{a} {b}", "") for a, b in pairwise(words))
    if pair := next((role for role in pairs if role), ""):
        return pair  # of marital status: no place, whatever its words say
    if words[-1] in ("note", "notes"):
        return "other"
    if found := next((role for w in words if (role := _table().get(w, ""))), ""):
        return found
    singular = (w.removesuffix("s") for w in words if w.endswith("s"))
    return "place" if any(_table().get(w) == "place" for w in singular) else ""


def names_classes(text: str) -> bool:
    """Whether a header is the name of a system of branches or goods.

    >>> names_classes("NACE_R2"), names_classes("SIC code"), names_classes("ISO num")
    (True, True, False)
    """
    return _is_of_system(bare(text), CLASS_CODES)


def _is_of_system(name: str, systems: frozenset[str]) -> bool:
    """Whether a header is the name of a system of codes with its edition, level or kind.

    >>> _is_of_system("nuts2", PLACE_CODES), _is_of_system("sic rev 4", CLASS_CODES), _is_of_system("iso tank", PLACE_CODES)
    (True, True, False)
    """
    words = name.replace("m49", "iso").translate(DIGITS).split()
    return any(w in systems for w in words) and all(
        w in systems or w in BESIDE_SYSTEM for w in words
    )


def speaks_of_places(above: str) -> bool:
    """Whether one of the words over a column is one for places: LAD code.

    >>> speaks_of_places("county code"), speaks_of_places("行政区划代码"), speaks_of_places("item code")
    (True, True, False)
    >>> speaks_of_places("NUTS 3"), speaks_of_places("NACE Rev. 2")
    (True, False)
    """
    if _is_of_system(bare(above), PLACE_CODES):
        return True
    words = bare(above).split()
    if _known(CODE_END.sub("", bare(above)).strip()) == "place":
        return True  # spatial_unit_uid
    return any(loose_role_of(w) == "place" for w in words) or any(
        w in above for w in ("地区", "区划", "区域", "省", "市", "县")
    )
