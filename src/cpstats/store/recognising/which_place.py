"""The question of which place a table is, with what stands around it as answers: proposed, never taken in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import Where
from cpstats.gazetteer import register
from cpstats.message import Message, sentences
from cpstats.model.traditional import simplified
from cpstats.model.unit import Unit, UnitError
from cpstats.store.recognising.coded_places import are_codes, are_numbered, form_of_codes
from cpstats.store.recognising.extent import NOTE
from cpstats.store.recognising.heading_pieces import DIVIDERS
from cpstats.store.recognising.inquiry import QuestionError, Way, said_of, says
from cpstats.store.recognising.other_sheets import parts_spoken_of, spoken_of
from cpstats.store.recognising.outside import DOLLARS, names_of, places_in
from cpstats.store.recognising.parts_of_places import part_in
from cpstats.store.recognising.perhaps_places import texts_of
from cpstats.store.recognising.place_names import CODE, is_country_code
from cpstats.store.recognising.places_in_words import only_place
from cpstats.store.recognising.said_places import OF_PLACES, is_called_so
from cpstats.store.recognising.series_ids import country_of
from cpstats.store.recognising.written_in_japan import KANA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpstats.model.place import Place
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

MOST = 2  # places that are proposed
FOLDERS = 2  # around the file, whose names are looked at
LINES = 20  # above the figures, and as many below
SAMPLE = 20  # rows whose letters tell the language
LETTERS = re.compile(r"[A-Z]{2}")
FEWEST_LETTERS = 5  # names of two letters
DOMAIN = re.compile(r"(?:https?://|www\.)[\w.-]+\.([a-z]{2})(?=[/:\s)\]\"',;]|$)")
ANYBODY = (
    "io",
    "ai",
    "co",
    "tv",
    "me",
    "ly",
    "to",
    "cc",
    "fm",
    "gg",
)  # domains that are sold to all the world
WORLDWIDE = ("USD", "EUR")  # money in which figures of any country are given
NAME_IT = Message(
    "Name it with --area, or write a title line “Region: Hebei”.",
    "请用 --area 指定，或加一行标题“地区：河北省”。",
)
IN_LABELS = Message("in the names over the columns", "见各列名称")
ONE_OF_SEVERAL = re.compile(r"(分省|分地区|主要城市|各省|各市|各区县?)[^\s:]*")
# places that a note says the figures are without
LEFT_OUT = re.compile(
    r"[不未](?:包括|包含|含)|\bexclud|\bnot includ|\bwithout\b|\bohne\b|\bsans\b|\bhors\b|\bexclu[iy]|\bsin\b|\bбез\b|не включ",
    re.IGNORECASE,
)
ANY = (says("area", "place", "PLACE"),)


def is_of_china(sheet: Sheet, first: int) -> bool:
    """Whether 全国 is that of China: neither kana nor letters that it does not write stand around the `first` figures."""
    text = "".join((sheet.name, *(cell for row in sheet.rows[: first + SAMPLE] for cell in row)))
    return not KANA.search(text) and simplified(text) == text


def no_place(
    sheet: Sheet,
    near: Sequence[Way],
    others: Sequence[Way],
    seen: Message | None,
    *,
    known: bool = False,
) -> QuestionError:
    """Return the question for the place.

    `near` are the answers that name one (`ways_to`); `others` say what the names of the table are, where
    they may be the places; these come first where one of the names is a `known` place. `seen` is what the table looks like.
    """
    mend = NAME_IT
    if others:
        mend = Message(
            "Name it with --area, or write a title line “Region: Hebei”; if the names beside or above the figures are "
            "places, say so.",
            "请用 --area 指定，或加一行标题“地区：河北省”；若各行或各列名称是地区，请指明。",
        )
    what = Message("the table does not name its place", "表中没有写明地区")
    ways = [*others, *near] if known else [*near, *others]
    return QuestionError(
        what, where=Where(sheet.name, 1, 1), mend=_with(sentences(mend, seen), near), ways=ways
    )


def is_said(sheet: Sheet, name: str) -> bool:
    """Whether a line above the table says that a name is a region, and it is written as a name is: Region: Ostland."""
    if not is_called_so(name):
        return False
    for cells in sheet.rows:
        line = [c.strip() for c in cells if c.strip()]
        said, colon, value = ":".join(line).partition(":") if 0 < len(line) < 3 else ("", "", "")
        if colon and said.casefold() in OF_PLACES and value.strip() == name:
            return True
    return False


def whether_a_place(sheet: Sheet, name: str) -> QuestionError:
    """Return the question for a line above the table that names a place which nobody knows."""
    row, column = next(
        ((i, c) for i, cells in enumerate(sheet.rows) for c, t in enumerate(cells) if name in t),
        (0, 0),
    )
    return QuestionError(
        Message(
            "the line above the table names “{}”, which is no known place",
            "表上方写的“{}”不是已知地区",
            name,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "If it is a place of your own: --area {}; else name the place of the figures.",
            "若是自己的地区：--area {}；否则请指定数据所属地区。",
            said_of(name),
        ),
        ways=[says("area", "place", name), *ANY],
    )


def whole_of_what(sheet: Sheet, row: int, name: str, near: Sequence[Way]) -> QuestionError:
    """Return the question for the place that a word for the whole stands for; of none near, for any."""
    what = Message(
        "“{}” stands for a place that the table does not name",
        "“{}”所指的地区，表中没有写明",
        name,
    )
    return QuestionError(what, where=sheet.where(row, 0), mend=_with(NAME_IT, near), ways=near)


def row_of(sheet: Sheet, text: str) -> int:
    """Return the first line that a text stands in."""
    return next((i for i, cells in enumerate(sheet.rows) if any(text in c for c in cells)), 0)


def is_of_kind(word: str, place: Place) -> bool:
    """Whether a Chinese word for the whole means a place by its kind: 全市 what is called 市, 合计 none.

    >>> beijing, hebei = register.named("北京市")[0], register.named("河北")[0]
    >>> is_of_kind("全市", beijing), is_of_kind("全市", hebei), is_of_kind("合计", beijing)
    (True, False, False)
    """
    return word.startswith(("全", "本")) and place.name_zh.endswith(word[-1])


def is_called(word: str, name: str) -> bool:
    """Whether a word for the whole can mean a place of that name.

    >>> is_called("全市", "湖州"), is_called("全省", "湖州")
    (True, False)
    """
    return any(is_of_kind(word, place) for place in register.named(name))


def place_above(word: str, parts: Iterable[str]) -> tuple[str, int]:
    """Return the one place of the kind of a Chinese word for the whole that holds every known part, and of how many.

    >>> place_above("全市", ["全市", "昌平区", "东城区", "其他"]), place_above("全市", ["昌平区", "长安区"])
    (('北京市', 2), ('', 0))
    >>> place_above("全省", ["昌平区", "东城区"]), place_above("全省", ["石家庄市", "唐山市"])
    (('', 0), ('河北省', 2))
    """
    named = [found for part in parts if (found := register.named(part))]
    over = [
        {code for p in found for code in islice(register.above(p.ref_area), 1, None)}
        for found in named
    ]
    shared = [register.place(code) for code in set.intersection(*over)] if over else []
    wholes = [place.name_zh for place in shared if place and is_of_kind(word, place)]
    return (wholes[0], len(named)) if len(wholes) == 1 else ("", 0)


def look_for_several(sheet: Sheet, said: Mapping[str, str]) -> None:
    """Refuse a table whose lines above say that it is of one place out of several, and not of which.

    Raises
    ------
    QuestionError
        With the words that say so.
    """
    if found := ONE_OF_SEVERAL.search(f"{said.get('database', '')} {said.get('title', '')}"):
        raise one_of_several(sheet, found[1])


def one_of_several(sheet: Sheet, word: str) -> QuestionError:
    """Return the question for the place of a table that is one of several."""
    what = Message(
        "“{}” are tables of several places, and this one does not say of which",
        "“{}”为多个地区的表，本表未写明是哪个地区",
        word,
    )
    return QuestionError(what, where=Where(sheet.name, 1, 1), mend=NAME_IT, ways=ANY)


def are_coded(sheet: Sheet, outline: Outline, *names: Iterable[str]) -> bool:
    """Whether some names, or parts of them in a column, each have a code of their own, are numbered or letters: Ostland-1, city1, RO."""
    of = [*map(tuple, names)]
    if any(are_numbered(some) or are_codes(some) or _are_letters(some) for some in of):
        return True
    parts = (texts_of(sheet, outline, c) for c, kind in outline.keys.items() if kind == "name")
    return any(map(form_of_codes, (*of, *parts)))


def _are_letters(names: Sequence[str]) -> bool:
    """Whether several names are two capitals each, as those of states are."""
    return len(names) >= FEWEST_LETTERS and all(map(LETTERS.fullmatch, names))


def ways_to(
    sheet: Sheet, outline: Outline, units: Iterable[str], labels: Sequence[str]
) -> list[Way]:
    """Return the answers that name the place: the countries that stand around a table, else any.

    Parameters
    ----------
    outline : Outline
        Where header and figures lie; what stands above and below may name a country, or a page of one.
    units : iterable of str
        What the figures are in: money of one country speaks of it, and a folder of what lies in it; of such
        a country is only told.
    labels : sequence of str
        The names over the columns: all of them may begin or end with one place.
    """
    if headed := _of_heading(sheet, outline):
        return [headed]
    named = only_place(labels)
    near = _each(([(named, IN_LABELS)] if named else []) + [*_said(sheet, outline)])
    if near:
        return [says("area", "place", place, why=why) for place, why in near]
    told = _each(_spoken_of(sheet, units))
    return [says("area", "place", "PLACE", why=_several([_perhaps(*one) for one in told]))]


def _of_heading(sheet: Sheet, outline: Outline) -> Way | None:
    """Return the answer that the table is of what a heading above it names, of this table alone: Output · Old Dale."""
    first = outline.header.start
    for i in reversed(range(max(0, first - LINES), first)):
        for text in (t for t in sheet.rows[i] if DIVIDERS.search(t)):
            if part := part_in(text, ""):
                way = says(
                    "area", "place", part, why=Message("in line {}", "见第{}行", sheet.lines[i])
                )
                tab = names_of(sheet.name)[1]
                alone = says("sheet", "sheet", tab)
                return (
                    replace(
                        way, flag=f"{alone.flag} {way.flag}", texts={**alone.texts, **way.texts}
                    )
                    if tab
                    else way
                )
    return None


def _each(found: Iterable[tuple[str, Message]]) -> list[tuple[str, Message]]:
    places: dict[str, Message] = {}
    for place, why in found:
        places.setdefault(place, why)
    return list(places.items())[:MOST]


def _perhaps(place: str, why: Message) -> Message:
    return Message("{}, {}", "{}，{}", place, why)


def _several(told: Sequence[Message]) -> Message | None:
    if not told:
        return None
    return Message("; ".join(["{}"] * len(told)), "；".join(["{}"] * len(told)), *told)


def _with(mend: Message, near: Sequence[Way]) -> Message:
    told = [
        way.why if way.texts["place"] == "PLACE" else _perhaps(way.texts["place"], way.why)
        for way in near
        if way.why
    ]
    every = _several(told)
    return sentences(mend, Message("Perhaps: {}.", "可能是：{}。", every)) if every else mend


def _said(sheet: Sheet, outline: Outline) -> Iterator[tuple[str, Message]]:
    """Yield the countries that the names of sheet and file and the lines around the figures name."""
    file, tab = names_of(sheet.name)
    for text in (tab, file):
        yield from ((place, Message("in “{}”", "见“{}”", text)) for place in _few(text))
    first, last = outline.header.start, outline.data.stop
    above = range(max(0, first - LINES), first)
    below = range(last, min(len(sheet.rows), last + LINES))
    for i in (*above, *below):
        told = Message("in line {}", "见第{}行", sheet.lines[i])
        for text in (t for t in sheet.rows[i] if t):
            named = i < first or (NOTE.match(text) and not LEFT_OUT.search(text))
            names = _few(text) if named else []
            parts = [p for place in names if i < first and (p := part_in(text, place))]
            yield from ((part, told) for part in parts[:1])  # of Bavaria, Germany it is the first
            yield from ((place, told) for place in (*_of_pages(text), *names))
    for place, tab in parts_spoken_of(sheet):
        yield place, Message("on the sheet “{}”", "见工作表“{}”", tab)
    others = [*spoken_of(sheet)]
    for place, tab in (
        others if len({place for place, _ in others}) <= MOST else ()
    ):  # no list of them
        yield from ((p, Message("on the sheet “{}”", "见工作表“{}”", tab)) for p in _few(place))


def _spoken_of(sheet: Sheet, units: Iterable[str]) -> Iterator[tuple[str, Message]]:
    """Yield the countries that the money of the figures, or the folders of the file, speak of."""
    for unit in dict.fromkeys(units):
        yield from (
            (p, Message("whose money is “{}”", "其货币为“{}”", unit)) for p in _of_money(unit)
        )
    folders = Path(sheet.name.partition("[")[0]).absolute().parent.parts[-FOLDERS:]
    for name in reversed(folders):
        told = Message("in the name of the folder", "见文件夹名")
        yield from ((place, told) for place in _few(name))


def _few(text: str) -> list[str]:
    """Return the countries that a text names, by their names in the catalogue; none where it lists many."""
    known = (register.named(place) for place in places_in(DOLLARS.sub(" ", text)))
    named = [_name(found[0]) for found in known if len(found) == 1]
    return named if len({*named}) <= MOST else []


def _of_pages(text: str) -> list[str]:
    """Return the countries under whose domain the pages of a text are.

    >>> _of_pages("Source: http://www.ine.es/jaxiT3?t=2905"), _of_pages("see data.gov.uk"), _of_pages("https://x.io/a")
    (['Spain'], [], [])
    """
    codes = (code for code in DOMAIN.findall(text) if code not in ANYBODY)
    return [name for code in codes if (name := country_of(code.upper()))]


def _of_money(unit: str) -> list[str]:
    """Return the country whose money a unit counts; ARM is Armenia, before it is money of Argentina.

    >>> _of_money("Kč"), _of_money("USD"), _of_money("km2"), _of_money("ARM")
    (['Czechia'], [], [], [])
    """
    if len(unit) == CODE and is_country_code(unit):
        return []
    try:
        said = Unit.parse(unit)
    except UnitError:
        return []
    code = said.code if said.is_money else ""
    name = "" if code in WORLDWIDE or len(code) != 3 else country_of(code[:2])
    return [name] if name else []


def _name(place: Place) -> str:
    """Return what a place is called in a flag: of China in Chinese, as its tables have it."""
    return place.name_en if place.level == "country" else place.name_zh
