"""Write the currencies of `src/cpstats/model/units.csv` from the Unicode CLDR, by Babel.

Codes (ISO 4217), signs, English names with their plurals and Chinese names are those of the CLDR
as Babel 2.19 carries it (Unicode License v3; Babel: BSD). What stands by hand below are the names
that our tables use for a few, and short forms of the Chinese press. The other lines of the table
are kept by hand and left as they are.

    pip install babel && python docs/make_units.py
"""

# ruff: noqa: INP001 - a program on its own

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, localedata
from babel.core import get_global
from babel.numbers import get_currency_name

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLE = Path(__file__).resolve().parents[1] / "src/cpstats/model/units.csv"
MOST = 4  # signs of a noun in Chinese: 埃斯库多
NO_MONEY = {"XXX", "XTS", "XAG", "XAU", "XPD", "XPT"}  # tests, none, metals
# Our sign and English name where they are not the CLDR's.
OURS = {"CNY": ("元", "yuan", "yuan"), "XDR": ("特别提款权", "SDR", "SDRs")}
MORE = {
    "CNY": "人民币元|元人民币|人民币|圆|yuan renminbi|renminbi yuan|renminbi|RMB|CNY|cny|yuan RMB|RMB yuan",
    "USD": "usd|U.S. dollar|US-dollar|American dollar",
    "EUR": "eur",
    "GBP": "pound sterling|pounds sterling|sterling",
    "HKD": "港币",
    "JPY": "日圆",
    "CAD": "加元",
    "AUD": "澳元",
    "NZD": "纽元",
    "SGD": "新元",
    "CHF": "瑞郎",
    "TWD": "台币|新台币元|元新台币",
    "MOP": "澳门元|澳门币",
    "XDR": "SDR|special drawing right",
    "MYR": "RM",
    "BDT": "Tk|Tk.",
    "GHS": "GH¢",
    "NAD": "N$",
    "JMD": "J$",
    "TTD": "TT$",
    "BND": "B$",
    "XCD": "EC$",
    "BBD": "Bds$|BDS$",
    "BZD": "BZ$",
    "MVR": "MRf|Rf",
    "BTN": "Nu|Nu.",
    "RWF": "Frw|FRW",
    "TZS": "TSh.|Tsh.",
    "KES": "KSh.|Ksh.|Kshs.",
    "UGX": "USh.|Ush.",
}
PARITIES = (  # money of no country: what purchasing power parities convert into
    ("国际元", "international dollar", "international dollars", "Int$", "international $", "intl $",
     "PPP dollar", "PPP $", "PPP US$", "PPP US dollar", "PPP USD", "USD PPP", "国际美元", "购买力平价美元"),
    ("购买力标准", "purchasing power standard", "purchasing power standards", "PPS"),
)  # fmt: skip
DATED = re.compile(r"\(.*\)|（.*）")
WORDS = {"gold", "real", "reals", "sol", "soles"}  # that say something else in a table
SPELLED = {"rouble": "ruble", "roubles": "rubles"}  # one noun in two spellings
SHARED = {"dollar": "$", "rupee": "Rs|Rs.|₨"}  # signs of a noun


def names(locale: str, code: str) -> dict[str, str]:
    """Return the names of a currency by `""`, `one`, `other`."""
    one, other = (get_currency_name(code, count=n, locale=locale) for n in (1, 2))
    return {"": Locale.parse(locale).currencies.get(code, ""), "one": one, "other": other}


def signs() -> dict[str, list[str]]:
    """Return the signs of each currency that no other one has.

    That of world English counts where it is of one currency there: £ is the British pound.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for locale in localedata.locale_identifiers():
        for code, sign in Locale.parse(locale).currency_symbols.items():
            if len(sign) < 6 and sign.isprintable() and code not in NO_MONEY:
                used[sign].add(code)
    own = {sign: next(iter(codes)) for sign, codes in used.items() if len(codes) == 1}
    world = Locale.parse("en_001").currency_symbols
    shared = [s for s in world.values() if list(world.values()).count(s) > 1]
    own |= {sign: code for code, sign in world.items() if sign not in shared}
    found: dict[str, list[str]] = defaultdict(list)
    for sign, code in sorted(own.items()):
        pure = all(c.isascii() or not c.isalpha() for c in sign) and not re.search(
            r"[\s\u200e]", sign
        )
        money = any(unicodedata.category(c) == "Sc" for c in sign)
        if sign not in {"$", "¥", "￥", code} and (sign in world.values() or (pure and money)):
            found[code].append(sign)
    return found


def legal() -> set[str]:
    """Return the currencies that were money of a country at any time."""
    return {
        code
        for used in get_global("territory_currencies").values()
        for code, *_, tender in used
        if tender
    }


def currencies() -> list[dict[str, str]]:
    """Return a line for every currency, and one for each noun that several of them share."""
    codes = sorted(set(Locale("en").currencies) - NO_MONEY)
    own, tender = signs(), legal()
    nouns: dict[str, set[str]] = defaultdict(set)
    plurals: dict[str, set[str]] = defaultdict(set)
    plain: dict[str, tuple[str, str, str]] = {}
    for code in codes:
        english = names("en", code)
        sign, one, many = OURS.get(
            code,
            (
                names("zh", code)[""] or code,
                english.get("one", english[""]),
                english.get("other", english[""]),
            ),
        )
        plain[code] = sign, one, many
        word = noun(one)
        if word and code in tender and not DATED.search(english[""]):
            nouns[word].add(code)
            plurals[word].add(noun(many))
    alone = {code: word for word, of in nouns.items() if len(of) == 1 for code in of}
    lines = []
    for code, (sign, one, many) in plain.items():
        old = DATED.search(sign) or DATED.search(one)
        forms = [code, *own[code]]
        if code in alone:
            forms += [alone[code], *plurals[alone[code]]]
        forms += MORE.get(code, "").split("|")
        forms += [names("zh", code)[""], names("en", code).get("other", "")] if not old else []
        lines.append(line(code if old else sign, one, many, code, forms))
    several = {word: of for word, of in nouns.items() if len(of) > 1}
    either = line("¥", "¥", "¥", "", ())  # yuan or yen
    parities = [line(sign, one, many, "", forms) for sign, one, many, *forms in PARITIES]
    return [*lines, *shared(several, plurals, plain), either, *parities]


def noun(name: str) -> str:
    """Return the last word of a name, without accents: krona of Icelandic króna."""
    plain = unaccented(name.rpartition(" ")[2]).lower()
    return "" if plain in WORDS else SPELLED.get(plain, plain)


def unaccented(text: str) -> str:
    """Return a text without accents."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(c for c in letters if not unicodedata.combining(c))


def shared(
    nouns: dict[str, set[str]],
    plurals: dict[str, set[str]],
    plain: dict[str, tuple[str, str, str]],
) -> Iterable[dict[str, str]]:
    """Return money of which only the noun is said: a peso, a dollar."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, codes in sorted(nouns.items()):
        ends = sorted(plain[c][0] for c in codes)
        suffix = ends[0]
        for sign in ends:
            while not sign.endswith(suffix):
                suffix = suffix[1:]
        groups[suffix if 1 < len(suffix) <= MOST else word].append(word)
    for sign, words in groups.items():
        one = words[0]
        more = [form for word in words for form in (word, *sorted(plurals[word]))]
        yield line(sign, one, f"{one}s", "", [*more, *SHARED.get(one, "").split("|")])


def line(sign: str, one: str, many: str, code: str, forms: Iterable[str]) -> dict[str, str]:
    """Return a line of the table."""
    known = {"", sign, one, many}
    plain = [unaccented(form) for form in (one, many)]
    forms = (unicodedata.normalize("NFKC", form) for form in (*forms, *plain))
    kept = [f for f in dict.fromkeys(forms) if f not in known]
    return {
        "unit": sign, "kind": "money", "code": code, "en": one, "plural": "" if many == f"{one}s" else many,
        "forms": "|".join(kept),
    }  # fmt: skip


def main() -> None:
    """Write the table anew."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        kept = [row for row in reader if row["kind"] != "money"]
        header = list(reader.fieldnames or ())
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, *currencies()])


if __name__ == "__main__":
    main()
