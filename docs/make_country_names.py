"""Make `src/cpstats/gazetteer/country_names.tsv`: what other languages than English and Chinese call countries.

    python docs/make_country_names.py

Names of territories are those of the Unicode CLDR by Babel 2.19, which only this script needs; long
names that offices write of their own country stand below. A name that means two countries, or that
the gazetteer knows as another place, is left out, and so are short words.
"""

# ruff: noqa: INP001 - a program on its own

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cpstats.gazetteer import register
from cpstats.model.place import folded

FILE = Path(__file__).parent.parent / "src" / "cpstats" / "gazetteer" / "country_names.tsv"
LANGUAGES = [
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "ca",
    "nl",
    "sv",
    "nb",
    "da",
    "is",
    "fi",
    "et",
    "lv",
    "lt",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "sr_Latn",
    "bs",
    "mk",
    "bg",
    "ro",
    "hu",
    "sq",
    "el",
    "tr",
    "az",
    "ru",
    "uk",
    "be",
    "kk",
    "ky",
    "uz",
    "ka",
    "hy",
    "id",
    "ms",
    "vi",
    "th",
    "ja",
    "ko",
    "ar",
    "fa",
    "he",
    "es_MX",
    "pt_PT",
]
SHORTEST = 5  # Latin letters of a name, but for a few
SHORT = {
    "cina",
    "cile",
    "kuba",
    "irak",
    "inde",
    "kína",
    "čína",
    "cypr",
    "kypr",
    "perú",
    "irán",
    "omán",
}
WORDS = {  # of English, or names of other places
    *(
        "island",
        "names",
        "chili",
        "granada",
        "grenade",
        "norfolk",
        "tunis",
        "maurice",
        "turki",
        "guadalupe",
    ),
}
LONG = {
    "BA": "Bosna i Hercegovina",
    "BR": "República Federativa do Brasil",
    "CZ": "Česká republika|ČR",
    "DE": "Bundesrepublik Deutschland",
    "EE": "Eesti Vabariik",
    "GR": "Σύνολο Ελλάδας|Ελλάς",
    "IT": "Repubblica Italiana",
    "KG": "Кыргызская Республика|Кыргыз Республикасы",
    "KZ": "Республика Казахстан|Қазақстан Республикасы",
    "BY": "Республика Беларусь",
    "UZ": "Республика Узбекистан|O‘zbekiston Respublikasi",
    "AM": "Республика Армения",
    "LT": "Lietuvos Respublika",
    "LV": "Latvijas Republika",
    "MD": "Republica Moldova",
    "MK": "Република Северна Македонија",
    "MX": "Estados Unidos Mexicanos|República Mexicana",
    "PL": "Rzeczpospolita Polska",
    "RS": "Република Србија|Republika Srbija",
    "RU": "Российская Федерация",
    "SK": "Slovenská republika",
    "SI": "Republika Slovenija",
    "TR": "Türkiye Cumhuriyeti",
    "US": "Estados Unidos de América|États-Unis d'Amérique|Stati Uniti d'America|Vereinigte Staaten von Amerika",
    "VN": "Cả nước",
    "KR": "대한민국|한국",
    "TH": "ประเทศไทย",
    "BO": "Estado Plurinacional de Bolivia|Bolivia (Estado Plurinacional de)",
    "IR": "Irán (República Islámica del)",
    "AR": "República Argentina",
    "CO": "República de Colombia",
    "DO": "República Dominicana",
    "VE": "República Bolivariana de Venezuela|Venezuela (República Bolivariana de)",
}


def _names() -> dict[str, set[str]]:
    """Return the countries that each name means."""
    from babel import Locale

    found: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found[name.replace("\u2011", "-")].add(code)
    for code, names in LONG.items():
        for name in names.split("|"):
            found[name].add(code)
    return found


def main() -> None:
    """Write the table anew."""
    FILE.write_text("ref_area\tnames\n", encoding="utf-8")  # the register reads it too
    meanings: dict[str, set[str]] = defaultdict(set)
    found = _names()
    for name, codes in found.items():
        meanings[folded(name)] |= codes
    kept: dict[str, dict[str, None]] = defaultdict(dict)
    for name, codes in sorted(found.items()):
        key = folded(name)
        short = name[0] < "\u0370" and len(name) < SHORTEST and key not in SHORT
        if len(meanings[key]) > 1 or short or key in WORDS or register.candidates(name):
            continue
        (code,) = codes
        known = register.candidates(code)
        place = next(
            (p for p in known if p.level == "country" and code in (p.ref_area, *p.aliases)), None
        )
        if place is not None:
            kept[place.ref_area].setdefault(key)
    lines = [f"{code}\t{'|'.join(names)}" for code, names in sorted(kept.items())]
    FILE.write_text("\n".join(["ref_area\tnames", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
