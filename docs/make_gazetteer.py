"""Make the tables of `src/cpstats/gazetteer/` from a dated register and a list of countries.

    python docs/make_gazetteer.py REGISTER.csv COUNTRIES.csv

The register has a row for each name that a code of GB/T 2260 had over a run of years, with what
came before and after it; the list of countries has codes and names (where both are from is said in
`data/LICENSE.md`). Here the rows of a division that was only renamed or given another code become
one place, and every union or parting becomes a break of the territories that lived on. English
names of counties are Hanyu Pinyin by pypinyin 0.55, which only this script needs.
"""

# ruff: noqa: INP001 - a program on its own

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "src" / "cpstats" / "gazetteer"
COLUMNS = [
    "ref_area",
    "name_zh",
    "name_en",
    "slug",
    "parent",
    "level",
    "aliases",
    "valid_from",
    "valid_to",
    "was",
    "breaks",
]
KINDS = {  # how a Chinese name ends, and what that is called in English
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "自治州": "",
    "林区": "Forestry District",
    "特区": "Special District",
    "地区": "Prefecture",
    "新区": "New Area",
    "县": "County",
    "区": "District",
    "市": "City",
    "旗": "Banner",
    "盟": "League",
}
PEOPLES = re.compile(
    "(?:(?:[壮回苗满侗瑶土彝藏水白黎傣畲佤羌怒]|蒙古|朝鲜|土家|布依|哈尼|傈僳|纳西|拉祜|景颇|仫佬|毛南|仡佬"
    "|达斡尔|鄂伦春|鄂温克|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|裕固|保安|东乡|撒拉|布朗|独龙|普米|各)族"
    "|哈萨克|蒙古|塔吉克|锡伯|柯尔克孜)+$"
)
MORE = {  # names in use that the list of countries does not have
    "CN": "全国",
    "GB": "UK|Great Britain",
    "GR": "EL",
    "US": "U.S.|United States of America",
    "KR": "Republic of Korea|Korea (Republic of)|Korea, Republic of",
    "CZ": "Czech Republic",
    "BA": "Bosnia and Herzegovina",
    "BO": "Bolivia (Plurinational State of)|Plurinational State of Bolivia",
    "CD": "Congo (Democratic Republic of the)|Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo",
    "CG": "Congo (Republic of the)|Republic of the Congo|Republic of Congo",
    "CI": "Côte d'Ivoire|Ivory Coast",
    "FM": "Micronesia (Federated States of)|Federated States of Micronesia",
    "IR": "Iran (Islamic Republic of)|Islamic Republic of Iran",
    "KN": "Saint Kitts and Nevis",
    "KP": "Korea (Democratic People's Republic of)|Democratic People's Republic of Korea",
    "LA": "Lao People's Democratic Republic",
    "LC": "Saint Lucia",
    "MD": "Moldova (Republic of)|Republic of Moldova",
    "MM": "Burma",
    "NL": "Netherlands (Kingdom of the)|Kingdom of the Netherlands",
    "PS": "Palestine, State of|State of Palestine|Palestine",
    "SZ": "Eswatini (Kingdom of)|Swaziland",
    "TR": "Turkey",
    "TZ": "Tanzania (United Republic of)|United Republic of Tanzania",
    "VA": "Holy See",
    "VC": "Saint Vincent and the Grenadines",
    "VE": "Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela",
    "EUU": "EU|EU27_2020",
    "EMU": "EA|eurozone",
    "WLD": "全世界|全球",
}
ARTICLE = {  # what English puts “the” before, as ISO 3166 writes it: Bahamas (the)
    "AE": "United Arab Emirates",
    "AX": "Åland Islands",
    "BS": "Bahamas",
    "CC": "Cocos (Keeling) Islands",
    "CF": "Central African Republic",
    "CK": "Cook Islands",
    "DO": "Dominican Republic",
    "FK": "Falkland Islands",
    "FO": "Faroe Islands",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "GM": "Gambia",
    "IM": "Isle of Man",
    "KM": "Comoros",
    "KY": "Cayman Islands",
    "MH": "Marshall Islands",
    "MP": "Northern Mariana Islands",
    "MV": "Maldives",
    "NL": "Netherlands",
    "PH": "Philippines",
    "PS": "Palestinian Territories",
    "SB": "Solomon Islands",
    "TC": "Turks and Caicos Islands",
    "US": "United States of America",
    "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands",
    "EUU": "European Union",
    "EMU": "Euro area",
}
GROUPS = {  # the World Bank's groups in Chinese
    "CHI": "海峡群岛",
    "AFE": "非洲东部和南部",
    "AFW": "非洲西部和中部",
    "ARB": "阿拉伯世界",
    "CEB": "中欧和波罗的海",
    "CSS": "加勒比小国",
    "EAP": "东亚与太平洋地区（不含高收入国家）",
    "EAR": "人口红利早期国家",
    "EAS": "东亚与太平洋地区",
    "ECA": "欧洲与中亚地区（不含高收入国家）",
    "ECS": "欧洲与中亚地区",
    "EMU": "欧元区",
    "EUU": "欧盟",
    "FCS": "脆弱和受冲突影响地区",
    "HIC": "高收入国家",
    "HPC": "重债穷国",
    "IBD": "仅IBRD借款国",
    "IBT": "IDA和IBRD合计",
    "IDA": "IDA合计",
    "IDB": "IDA混合借款国",
    "IDX": "仅IDA借款国",
    "INX": "未分类国家",
    "LAC": "拉丁美洲与加勒比海地区（不含高收入国家）",
    "LCN": "拉丁美洲与加勒比海地区",
    "LDC": "最不发达国家（联合国分类）",
    "LIC": "低收入国家",
    "LMC": "中低等收入国家",
    "LMY": "中低收入国家",
    "LTE": "人口红利晚期国家",
    "MEA": "中东与北非地区",
    "MIC": "中等收入国家",
    "MNA": "中东与北非地区（不含高收入国家）",
    "NAC": "北美",
    "OED": "经合组织成员",
    "OSS": "其他小国",
    "PRE": "人口红利前期国家",
    "PSS": "太平洋岛国",
    "PST": "人口红利后期国家",
    "SAS": "南亚",
    "SSA": "撒哈拉以南非洲地区（不含高收入国家）",
    "SSF": "撒哈拉以南非洲地区",
    "SST": "小国",
    "TEA": "东亚与太平洋地区（IDA和IBRD国家）",
    "TEC": "欧洲与中亚地区（IDA和IBRD国家）",
    "TLA": "拉丁美洲与加勒比海地区（IDA和IBRD国家）",
    "TMN": "中东与北非地区（IDA和IBRD国家）",
    "TSA": "南亚（IDA和IBRD国家）",
    "TSS": "撒哈拉以南非洲地区（IDA和IBRD国家）",
    "UMC": "中高收入国家",
    "WLD": "世界",
}
SAID = dict.fromkeys(["朝阳区", "朝阳县", "朝阳市"], "chao yang")
OF_CHINA = {"CN": "100000", "HK": "810000", "MO": "820000", "TW": "710000"}
ALSO = {"110000": "首都", "220200": "吉林"}


class Row:
    """A name that a code had over a run of years."""

    def __init__(self, row: dict[str, str]) -> None:
        self.code, self.name, self.level = row["code"], row["name_zh"], row["level"]
        self.parent, self.event = row["parent"], row["event_from"]
        self.first = int((row["valid_from"] or "0").split("/")[-1])
        self.last = int((row["valid_to"] or "9999").split("/")[0])
        self.before = [p.split(" ") for p in row["predecessor"].split("|") if p]
        self.after = [p.split(" ") for p in row["successor"].split("|") if p]


def main(register: str, countries: str) -> None:
    """Write both tables."""
    with Path(register).open(encoding="utf-8-sig", newline="") as file:
        rows = [r for r in map(Row, csv.DictReader(file)) if r.code]
    with (FOLDER / "china.tsv").open(encoding="utf-8", newline="") as file:
        every = csv.DictReader(file, delimiter="\t")  # provinces and prefectures keep their names
        known = {r["ref_area"]: r for r in every if r["ref_area"].endswith("00")}
    with Path(countries).open(encoding="utf-8-sig", newline="") as file:
        world = list(csv.DictReader(file))
    of_china = {OF_CHINA[w["alpha2"]]: w for w in world if w["alpha2"] in OF_CHINA}
    write("china.tsv", [*divisions(rows, known, of_china)])
    write("world.tsv", [country(w) for w in world if w["alpha2"] not in OF_CHINA])


def write(name: str, rows: list[dict[str, str]]) -> None:
    """Write a table, in the order of the codes."""
    lines = sorted(tuple(row.get(c, "") for c in COLUMNS) for row in rows)
    text = "\n".join("\t".join(line) for line in [tuple(COLUMNS), *lines])
    (FOLDER / name).write_text(f"{text}\n", encoding="utf-8", newline="")


def country(row: dict[str, str]) -> dict[str, str]:
    """Return a country, or a group of countries, as a place."""
    code = row["alpha2"] or row["alpha3"]
    name = row["name_en"] or row["name_wb"]
    others = [row["alpha3"], row["name_wb"], *MORE.get(code, "").split("|")]
    others += [f"{ARTICLE[code]} (the)"] if code in ARTICLE else []
    return {
        "ref_area": code,
        "name_zh": row["name_zh"] or GROUPS.get(code, ""),
        "name_en": name,
        "level": "aggregate" if row["kind"] == "aggregate" else "country",
        "aliases": "|".join(dict.fromkeys(o for o in others if o and o not in (code, name))),
    }


def links(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Return which row went into which; what the register matched only by a code used again is out."""
    by_code = defaultdict(list)
    for row in rows:
        by_code[row.code, row.name].append(row)
    found = set()
    for row in rows:
        for code, name in row.after:
            found |= {
                (row, r)
                for r in by_code[code, name]
                if r.last > row.last and r.first <= row.last + 3
            }
        for code, name in row.before:
            found |= {(r, row) for r in by_code[code, name] if r.first < row.first <= r.last + 3}
    after = defaultdict(list)
    for a, b in found:
        after[a].append(b)
    out = []
    begun = defaultdict(list)
    for row in rows:
        begun[row.name].append(row)
    for a, b in found:
        near = [s for s in after[a] if s.code[:4] == a.code[:4] or short(s.name) == short(a.name)]
        astray = b.code[:4] != a.code[:4] and short(b.name) != short(a.name) and near
        lives_on = [r for r in begun[a.name] if 0 < r.first - a.last <= 2]
        reused = lives_on and b.code == a.code and b.name != a.name and not b.event
        if not astray and not reused:
            out.append((a, b))
        elif reused and len(lives_on) == 1 and (a, lives_on[0]) not in found:
            out.append((a, lives_on[0]))
    return sorted(out, key=lambda pair: (pair[0].code, pair[0].first, pair[1].code))


def divisions(
    rows: list[Row], known: dict[str, dict[str, str]], world: dict[str, dict[str, str]]
) -> list[dict[str, str]]:
    """Return every division that stands or stood, as a place with its former names and breaks."""
    pairs = links(rows)
    befores, afters = Counter(b for _, b in pairs), Counter(a for a, _ in pairs)
    next_of: dict[Row, Row] = {}
    breaks: dict[Row, set[str]] = defaultdict(set)
    merged = []
    for a, b in pairs:
        stood = b.first <= a.last  # before the other ended
        if befores[b] == afters[a] == 1 and not stood:
            next_of[a] = b
        elif stood and a.last < 9999:
            breaks[b].add(f"{a.last + 1}+{a.name}")
            merged.append(a)
        elif a.last >= b.first > 0:
            breaks[a].add(f"{b.first}-{b.name}")
    again: dict[tuple[str, str], Row] = {}
    for row in sorted(
        rows, key=lambda r: -r.first
    ):  # same name and code after a gap of the rosters
        near = again.get((row.code[:4], row.name))
        if near and row not in next_of and (near.code == row.code or near not in next_of.values()):
            next_of[row] = near
        again[row.code[:4], row.name] = row
    later = set(next_of.values())
    chains = [chain_of(row, next_of) for row in rows if row not in later]
    places = {}
    for chain in chains:
        last = chain[-1]
        key = (last.code, last.name)
        made = place(chain, known.get(last.code) if last.last == 9999 else None)
        made["breaks"] = "|".join(sorted({b for row in chain for b in breaks[row]}))
        places.setdefault(key, made)
    standing = {code for (code, _), p in places.items() if not p["valid_to"]}
    extra = [
        {**k, "valid_from": "", "valid_to": "", "was": "", "breaks": ""}
        for c, k in known.items()
        if c not in standing and c not in {x for x, _ in places}
    ]
    done = [*places.values(), *extra]
    for p in done:
        also = [ALSO.get(p["ref_area"], "")]
        if w := world.get(p["ref_area"]):
            also += [w["alpha2"], w["alpha3"], w["name_en"], w["name_zh"], w["name_wb"]]
        named = (*(p[c] for c in ("name_zh", "name_en")), "")
        every = [*p["aliases"].split("|"), *also]
        p["aliases"] = "|".join(dict.fromkeys(a for a in every if a not in named))
    return done


def chain_of(row: Row, next_of: dict[Row, Row]) -> list[Row]:
    """Return the rows of one place, from its first name to its last."""
    chain = [row]
    while chain[-1] in next_of and next_of[chain[-1]] not in chain:
        chain.append(next_of[chain[-1]])
    return chain


def place(chain: list[Row], known: dict[str, str] | None) -> dict[str, str]:
    """Return one place by its last name, with the names and codes that it had before."""
    last = chain[-1]
    former = [
        f"{row.name}@{row.code}@{row.last}"
        for row, after in pairwise(chain)
        if (row.name, row.code) != (after.name, after.code)
    ]
    made = {
        "ref_area": last.code,
        "name_zh": last.name,
        "name_en": english(last.name, last.level),
        "parent": last.parent,
        "level": level_of(last),
        "aliases": "|".join(dict.fromkeys(aliases(last))),
    }
    if known:
        made |= {c: known[c] for c in ("name_zh", "name_en", "slug", "parent", "level", "aliases")}
    first = chain[0].first
    return {
        **made,
        "valid_from": str(first) if first else "",
        "valid_to": str(last.last) if last.last < 9999 else "",
        "was": "|".join(former),
    }


def level_of(row: Row) -> str:
    """Return the level: a county under a 区 is called a district."""
    if (
        row.level == "county"
        and row.name.endswith("区")
        and not row.name.endswith(("林区", "特区"))
    ):
        return "district"
    return row.level


def ending(name: str) -> str:
    """Return what the name of a kind of division ends a name."""
    return next((k for k in KINDS if name.endswith(k) and len(name) - len(k) >= 1), "")


def short(name: str) -> str:
    """Return a name without its kind and without the peoples of an autonomous county."""
    bare = name.removesuffix(ending(name))
    if "自治" in ending(name):
        bare = PEOPLES.sub("", bare) or bare
    return bare


def aliases(row: Row) -> list[str]:
    """Return the short names of a place, Chinese and Latin."""
    bare = short(row.name)
    latin = [pinyin(row.name)] if english(row.name, row.level) != pinyin(row.name) else []
    return [bare, *latin] if len(bare) > 1 and bare != row.name else []


def english(name: str, level: str) -> str:
    """Return the name in Latin letters, a county with its kind."""
    kind = KINDS.get(ending(name), "")
    if level != "county" and not name.endswith("地区"):
        kind = ""
    return f"{pinyin(name)} {kind}".strip()


def pinyin(name: str) -> str:
    """Return the short name in Hanyu Pinyin, one word, an apostrophe before a later vowel."""
    from pypinyin import lazy_pinyin

    parts = SAID.get(name, "").split() or lazy_pinyin(name)[: len(short(name))]
    joined = "".join(("'" if i and p[0] in "aoe" else "") + p for i, p in enumerate(parts))
    return joined.replace("ü", "v").replace("lv", "lü").replace("nv", "nü").capitalize()


if __name__ == "__main__":
    main(*sys.argv[1:])
