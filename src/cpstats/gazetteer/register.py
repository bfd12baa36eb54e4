"""Every place by every name: the divisions of China since 1990, and the countries of the world.

`china.tsv` and `world.tsv` have a line for each place, `country_names.tsv` what other languages
than Chinese and English call countries. A division that was only renamed or given
another code is one place, by its last name and code; what it was called before is `was`. Where
another division was united with it (+) or parted from it (-) its territory broke: `breaks`. Whose
the names and codes are is said in `data/LICENSE.md`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.gazetteer.china import is_code
from cpstats.model.place import AGGREGATE, Place, folded
from cpstats.model.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

FILES = tuple(Path(__file__).with_name(name) for name in ("china.tsv", "world.tsv"))
OTHER_NAMES = Path(__file__).with_name("country_names.tsv")
# how well a name names a place: a whole name before a short one, what stands before what ended
WHOLE, SHORT, SHORT_OF_COUNTY, FORMER, NONE = 0, 1, 3, 6, 99
SURE = (WHOLE, SHORT, 2, FORMER)
COUNTY = ("区", "區", "县", "縣", "市")
SHORT_OF = {"country": SHORT, "province": SHORT, "city": SHORT, "prefecture": 2}
MANY = 20  # names of a column; where fewer than one of as many is known, it is so called by chance
ABOVE_ALL = 8  # steps to the top at most
LOWER = ("prefecture", "county")


@lru_cache(maxsize=4096)
def place(code: str) -> Place | None:
    """Return the place of a code, that of a former code where no place has it now.

    >>> place("130723").name_zh, place("110221").name_zh, place("999999")
    ('康保县', '昌平区', None)
    """
    head = f"{code}\t"
    numbers = (i for i, line in enumerate(rows()) if line.startswith(head))
    here = [p for p in map(_at, numbers) if not p.valid_to]
    if here:  # nearly always, and much faster than the index
        return here[0]
    former = f"@{code}@"
    found = [p for p in _lines(code) if p.ref_area == code or any(former in w for w in p.was)]
    return min(found, key=lambda p: (p.ref_area != code, p.valid_to), default=None)


def ranked(text: str) -> list[tuple[int, Place]]:
    """Return every place that a code or a name may mean, each with its rank, the best first.

    >>> [p.ref_area for rank, p in ranked("朝阳区") if rank == WHOLE], ranked("乌有县")
    (['110105', '220104'], [])
    """
    wanted = folded(simplified(text))
    known = wanted in _index() or wanted in _other_names()  # of long tables nearly no name is
    return list(_ranked(wanted) if known else _otherwise(wanted))


def _otherwise(wanted: str) -> tuple[tuple[int, Place], ...]:
    """Return the countries whose name has an article more, or its second part in brackets, and provinces before theirs.

    >>> [p.ref_area for _, p in _otherwise("tanzania, united republic of")], _otherwise("moldova, north")
    (['TZ'], ())
    >>> [p.ref_area for _, p in _otherwise("united kingdom of great britain and northern ireland")]
    ['GB']
    >>> [p.ref_area for _, p in _otherwise("macao, china")], _otherwise("hill, china")
    (['820000'], ())
    """
    head, comma, tail = wanted.partition(", ")
    forms = (f"{wanted} (the)", f"{head} ({tail})" if comma else "")
    for form in forms:
        if form in _index():
            return tuple(f for f in _ranked(form) if _is_world(f[1]))
    if tail == "china" and head in _index():
        return tuple(f for f in _ranked(head) if f[1].level == "province")
    return ()


@lru_cache(maxsize=4096)  # a table says the same names again and again
def _ranked(wanted: str) -> tuple[tuple[int, Place], ...]:
    found = ((_rank(wanted, place), place) for place in _lines(wanted))
    known = sorted((f for f in found if f[0] < NONE), key=lambda f: (f[0], f[1].ref_area))
    abroad = place(_other_names().get(wanted, "")) if not known and len(wanted) > 1 else None
    return ((WHOLE, abroad),) if abroad else tuple(known)


@lru_cache(maxsize=1)
def _other_names() -> Mapping[str, str]:
    """Return the countries by their names in other languages than Chinese and English, folded."""
    lines = OTHER_NAMES.read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return {name: code for code, names in cells for name in names.split("|")}


@cache
def national(iso: str) -> str:
    """Return the code of the divisions (GB/T 2260) for a country by ISO 3166; else nothing.

    >>> national("CHN"), national("CN"), national("DEU")
    ('100000', '100000', '')
    """
    found = (p for p in _lines(iso) if p.level == "country" and iso in p.aliases)
    return next((p.ref_area for p in found if is_code(p.ref_area)), "")


@cache
def articled() -> frozenset[str]:
    """Return the English names that have an article in a sentence: one form of each ends in “(the)”.

    >>> "United Kingdom" in articled(), "Great Britain" in articled(), "Germany" in articled()
    (True, False, False)
    """
    mark = " (the)"
    lines = [line.split("\t") for line in rows() if mark in line]
    forms = {n.removesuffix(mark) for cells in lines for n in _split(cells[6]) if n.endswith(mark)}
    return frozenset(forms | {cells[2] for cells in lines})


def candidates(text: str) -> tuple[Place, ...]:
    """Return every place that a code or a name may mean, those that it names best first.

    >>> [p.ref_area for p in candidates("张家口")]
    ['130700', '132500']
    """
    return tuple(place for _, place in ranked(text))


def named(text: str) -> tuple[Place, ...]:
    """Return the places that a code or a name names best: one, none, or several of one rank.

    >>> [p.ref_area for p in named("吉林")], [p.ref_area for p in named("昌平县")]
    (['220000'], ['110114'])
    """
    found = ranked(text)
    return tuple(place for rank, place in found if rank == found[0][0])


def is_foreign(text: str) -> bool:
    """Whether a name of a country is none in Chinese or English.

    >>> is_foreign("Deutschland"), is_foreign("Germany"), is_foreign("Hill")
    (True, False, False)
    """
    wanted = folded(simplified(text))
    return wanted in _other_names() and wanted not in _index()


def breaks(code: str) -> tuple[str, ...]:
    """Return when the territory of a place became another one, and by what.

    >>> breaks("110102"), breaks("110114")
    (('2010+宣武区',), ())
    """
    return _broken().get(code, ())


@lru_cache(maxsize=1)
def _broken() -> Mapping[str, tuple[str, ...]]:
    """Return the breaks of the few places that have any; without the index, and fast."""
    broken = (line for line in rows() if not line.endswith("\t"))
    return {line[: line.find("\t")]: _split(line.rsplit("\t", 1)[1]) for line in broken}


def below(parent: str) -> tuple[Place, ...]:
    """Return the places that lie directly under a place today, in the order of their codes."""
    return tuple(p for p in _lines(parent) if p.parent == parent and not p.valid_to)


@lru_cache(maxsize=1)
def cells() -> tuple[list[str], ...]:
    """Return all places as the tables have them: code, names, slug, parent, level, aliases, dates, was."""
    return tuple([row.split("\t") for row in rows()])


@lru_cache(maxsize=1)
def every() -> tuple[Place, ...]:
    """Return all places, also those that ended, by code: China's, then the world's."""
    return tuple(map(_at, range(len(rows()))))


def divisions() -> tuple[Place, ...]:
    """Return the divisions of China that stand today, by code."""
    return tuple(p for p in every() if not p.valid_to and not _is_world(p))


def above(code: str) -> Iterator[str]:
    """Walk from a place to the top, the place itself first.

    >>> list(above("130723"))
    ['130723', '130700', '130000', '100000']
    """
    for _ in range(ABOVE_ALL):
        if not code:
            return
        yield code
        found = place(code)
        code = found.parent if found else ""


def settled(
    meanings: Mapping[str, Sequence[tuple[int, Place]]],
    within: str = "",
    *,
    countries: bool = False,
    wholes: Collection[str] = (),
) -> dict[str, tuple[Place, ...]]:
    """Return what the names of one column mean: one place, several that stay open, or none.

    A name that may be several places is the one that lies in `within` (what the title names),
    else the one whose parent most of its neighbours have. A country is meant only where most of
    the others are countries too, or where others lie in it: Georgia beside Alabama is none, the
    nation beside its provinces is. Nor is the short name of a county alone; nor are counties in
    traditional letters that lie nowhere together, as wards of Taipei and Nagoya have their names.

    Parameters
    ----------
    meanings : mapping
        What each name may mean, with its rank, as `ranked` returns it.
    countries : bool
        Whether the table says that they are countries, which they are then also beside others.
    wholes : collection
        Names of what the others lie in: that one is a country tells nothing of them.

    >>> def codes(name, *beside, within=""):
    ...     found = settled({n: ranked(n) for n in (name, *beside)}, within)
    ...     return [p.ref_area for p in found[name]]
    >>> codes("朝阳", "沈阳", "大连"), codes("朝阳区", "南关区"), codes("吉林", "四平", "长春")
    (['211300'], ['220104'], ['220200'])
    >>> codes("朝阳区", within="220100"), codes("朝阳区"), codes("Georgia", "Alabama")
    (['220104'], ['110105', '220104'], [])
    >>> codes("全国", "北京", "天津", "河北"), codes("中山區", "大安區"), codes("福田區", "南山區")
    (['100000'], [], ['440304'])
    >>> found = settled({n: ranked(n) for n in ("Georgia", "Alabama", "Peru")}, wholes=["Peru"])
    >>> found["Georgia"], [p.ref_area for p in found["Peru"]]
    ((), ['PE'])
    """
    every = {text: list(found) for text, found in meanings.items()}
    world = [t for t, found in every.items() if found and all(_is_world(p) for _, p in found)]
    world = [t for t in world if t not in wholes]
    if not countries and 2 * len(world) <= sum(text not in wholes for text in every):
        around = _around(found for text, found in every.items() if text not in world)
        every |= {t: [] for t in world if not any(p.ref_area in around for _, p in every[t])}
    if not within:
        every |= {text: [] for text in (*_namesakes(every), *_of_chance(every))}
    inside = {text: _inside(found, within) for text, found in every.items()}
    stand = [[p for rank, p in found if rank < SHORT_OF_COUNTY] for found in inside.values()]
    parents = [found[0].parent for found in stand if len(found) == 1]
    common = max(set(parents), key=lambda p: (parents.count(p), p)) if parents else ""
    return {text: _one(found, within, common) for text, found in inside.items()}


Ranked = list[tuple[int, Place]]


def _around(found: Iterable[Ranked]) -> set[str]:
    """Return the places in which candidates lie."""
    parents = {place.parent for ranked in found for _, place in ranked}
    return parents | {outer for parent in parents for outer in above(parent)}


def _namesakes(every: Mapping[str, Ranked]) -> list[str]:
    """Return the names of counties that lie in no one place, in a column that is of elsewhere.

    It is in traditional letters, or as many names that end as those of counties are not known;
    one alone beside them is none if no county has had the name since.
    """
    small = {
        text: {place.parent for _, place in found}
        for text, found in every.items()
        if found and all(p.level not in SHORT_OF and p.level != AGGREGATE for _, p in found)
    }
    strange = [text for text, found in every.items() if not found and text.endswith(COUNTY)]
    abroad = len(strange) >= len(small) and (
        len(small) > 1 or all(r >= FORMER for t in small for r, _ in every[t])
    )
    if not abroad and not any(simplified(text) != text for text in every):
        return []
    parents = [parent for found in small.values() for parent in found]
    most = max((parents.count(parent) for parent in parents), default=0)
    there = {place.ref_area for found in every.values() for _, place in found}
    held = sum(not found.isdisjoint(there) for found in small.values())
    return [] if 2 * max(held, most if most > 1 else 0) > len(small) else [*small]


def _of_chance(every: Mapping[str, Ranked]) -> list[str]:
    """Return the names of divisions in Latin letters that stand alone among many that nobody knows: a town elsewhere.

    >>> names = {f"Falu{n}": [] for n in range(30)}
    >>> _of_chance({**names, "Aba": ranked("Aba")}), _of_chance({**names, "Beijing": ranked("Beijing")})
    (['Aba'], [])
    """
    small = [
        text
        for text, found in every.items()
        if found and text[:1].isascii() and all(p.level in LOWER for _, p in found)
    ]
    known = sum(map(bool, every.values()))
    return small if len(every) > MANY and known * MANY < len(every) else []


def _inside(found: Ranked, within: str) -> Ranked:
    """Return the candidates in a place, directly before deeper, or itself; else what is large."""
    if not within:
        return found
    direct = [f for f in found if f[1].parent == within]
    deeper = [f for f in found if within in above(f[1].parent)]
    itself = [f for f in found if f[1].ref_area == within]
    large = {*SHORT_OF, AGGREGATE}
    return direct or deeper or itself or [f for f in found if f[1].level in large]


def _one(found: Ranked, within: str, common: str) -> tuple[Place, ...]:
    """Return the only one beside the neighbours, else those that the name names best.

    The short name of a county is none without neighbours or a title: 东乡 may be anything.
    """
    beside = [f for f in found if common and f[1].parent == common]
    sure = [f for f in found if f[0] in SURE or (within and within in above(f[1].parent))]
    left = beside or sure
    return tuple(place for rank, place in left if rank == left[0][0])


def _is_world(place: Place) -> bool:
    return not place.parent and place.level in ("country", "aggregate")


@lru_cache(maxsize=1)
def rows() -> tuple[str, ...]:
    """Return the lines of both tables, as they stand."""
    texts = (path.read_text(encoding="utf-8") for path in FILES)
    return tuple(line for text in texts for line in text.splitlines()[1:])


@lru_cache(maxsize=1)
def _index() -> Mapping[str, list[int]]:
    """Return the lines in which a folded word stands, in whatever column."""
    found: dict[str, list[int]] = {}
    text = folded("\n".join(rows())).replace("|", "\t").replace("@", "\t")
    for number, line in enumerate(text.split("\n")):
        for word in line.split("\t"):
            found.setdefault(word, []).append(number)
    found.pop("")
    return found


@cache
def _at(number: int) -> Place:
    """Return the place of a line."""
    code, zh, en, slug, parent, level, aliases, first, last, was, breaks = rows()[number].split(
        "\t"
    )
    return Place(
        code,
        zh,
        en,
        slug,
        parent,
        level,
        _split(aliases),
        valid_from=first,
        valid_to=last,
        was=_split(was),
        breaks=_split(breaks),
    )


def _lines(word: str) -> tuple[Place, ...]:
    return tuple(_at(number) for number in dict.fromkeys(_index().get(folded(word), ())))


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _rank(wanted: str, place: Place) -> int:
    """Return how well a folded name names a place."""
    ended = FORMER if place.valid_to else 0
    whole = (place.ref_area, place.slug, place.name_zh, place.name_en)
    if wanted in map(folded, whole):
        return WHOLE + ended
    if wanted in map(folded, place.aliases):
        return SHORT_OF.get(place.level, SHORT_OF_COUNTY) + ended
    former = (name for was in place.was for name in was.split("@")[:2])
    return FORMER + ended if wanted in map(folded, former) else NONE
