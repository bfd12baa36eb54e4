"""What a title says that a table is divided by: Jobs: Regions, Years; Births by district."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import period_of
from cpstats.store.recognising.another_unit import CONTRIBUTIONS
from cpstats.store.recognising.classes import CHINESE, has_class, is_class, is_group
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.index_words import is_base
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.of_which import SO_FAR, is_part
from cpstats.store.recognising.outside import are_mostly_subjects
from cpstats.store.recognising.title_lines import unit_of_title
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.sheet import Sheet

LIST = pattern(
    r":|\b(?:by|nach|por|par|per|selon|según|segundo|etter|efter|po|по|wg|według)\b", re.IGNORECASE
)
BY = pattern(
    r"\s(?:by|nach|efter|etter|naar|selon|según|według|wg|(?:por|par|per|po|по)(?=\s(?:tramos?|grupos?|niveles|nivel|edad|sexo|salarios?|ingresos?|rentas?|faixas?|idade|"
    r"tranches?|groupes?|niveaux?|âge|sexe|revenus?|salaires?|catégories?|fasc[ei]a?|class[ei]|età|sesso|reddito|доход|пол[уа]|возраст|płci|wieku|dochod)))\s",
    re.IGNORECASE,
)  # before whatever follows
GROUPED = pattern(
    r"按[^,，()（）]{1,12}分(?:组|类)?的?(?=[\u4e00-\u9fff]{2})"
)  # 按行业分法人单位数
KINDS = r"(?:三次)?产业|行业|部门|性别|年龄|城乡|职业|学历|民族|品种|类别|规模|用途|所有制|受教育程度|经济类型|企业类型|单位类型|(?:登记)?注册类型|经营方式"
OF_EACH = pattern(  # 分行业从业人员, 各行业从业人员; 从业人员(按行业分)
    rf"^(?:分|各)(?:主要)?(?:{KINDS})(?:[、和及](?:{KINDS}))?的?(?=[\u4e00-\u9fff]{{2}})|\(按[^()]{{1,12}}分(?:组|类)?\)$"
)
GENERAL = pattern(
    r"indicators?\b|statistics|summary|overview|figures\b|\bdata\b|characteristics|accounts|指标|概况|情况|统计",
    re.IGNORECASE,
)
SHARES = pattern(  # 产值构成(%), and no 产值及构成
    r"(?<![及与和、])(?<![及与和]其)(?:构成|结构|[比占]重|占比|百分比)(?:情况|表|一览表|统计表)?(?:\([^()]*\))?$"
)
GROWN = pattern(
    r"growth|wachstum|croissance|crecimiento|crescimento|рост|增速|增长|成長", re.IGNORECASE
)
OF_CENSUS = pattern(  # behind what a title divides by: BY DISTRICT: 2020 CENSUS
    r"[:,]? \(?(?:(?:19|20)\d\d census|census (?:of )?(?:19|20)\d\d)\)?$", re.IGNORECASE
)
OF_WHOLE = pattern(
    r"(?:as |in |en |em )?(?:%|per ?cent) (?:of|du|del?|do|der|des|van|к|от) \S.*|占.{1,8}(?:比重|比例)(?:\(%\))?",
    re.IGNORECASE,
)
INDEX = pattern(
    r"\b(?:index|indices|indeks|índice|indice|prices?|preise?|prix|precios?|preços?|[cpwr]pi|hicp)\b|指[数數]|价格|価格",
    re.IGNORECASE,
)
OVERALL = frozenset(
    ("总指数", "總指數", "综合指数", "総合指数", "All items index", "Overall index")
)
PIECES = pattern(r",|;|\.(?=\s|$)|\b(?:and|und|et|y|e|og|och|и|i|a)\b", re.IGNORECASE)


def is_by_places(lines: Sequence[Sequence[str]]) -> bool | None:
    """Whether a line above a table lists places among what it is divided by; None where none lists anything.

    >>> is_by_places([["Fläche: Bundesländer, Stichtag"]]), is_by_places([["Jobs by sex and region, 2020"]])
    (True, True)
    >>> is_by_places([["Jobless rate nach Kanton. Months of 2024"]])
    True
    >>> is_by_places([["Deaths: Years, Causes, Sex"]]), is_by_places([["Jobs by country of birth"]])
    (False, False)
    """
    texts = (text for row in lines for text in row if text)
    behind = [rest for text in texts for rest in LIST.split(text, maxsplit=1)[1:]]
    pieces = (piece.strip() for rest in behind for piece in PIECES.split(rest))
    roles = {role_of(piece) for piece in pieces if piece}
    if "place" in roles:
        return True
    return False if roles & {"time", "name"} else None


def only_place_of_title(lines: Sequence[Sequence[str]]) -> str:
    """Return the word for places by which alone, and by times, a line above a table divides what it counts.

    >>> only_place_of_title([["Jobs by canton, 2019-2021"]]), only_place_of_title([["Stays nach Jahr und Kanton"]])
    ('canton', 'Kanton')
    >>> only_place_of_title([["Jobs by sex and canton"]]), only_place_of_title([["Jobs by the state"]])
    ('', '')
    """
    for text in dict.fromkeys(text for row in lines for text in row if text):
        for rest in LIST.split(text, maxsplit=1)[1:]:
            pieces = [piece.strip() for piece in PIECES.split(rest) if piece.strip()]
            other = [piece for piece in pieces if period_of(piece) is None and not _is_run(piece)]
            roles = [role_of(piece) for piece in other if role_of(piece) != "time"]
            if roles == ["place"]:
                return next(piece for piece in other if role_of(piece) == "place")
    return ""


def _is_run(piece: str) -> bool:
    """Whether a piece of a title says from when to when it is."""
    ends = [end.strip() for end in piece.replace("–", "-").replace("—", "-").split("-")]
    return len(ends) == 2 and all(period_of(end) is not None for end in ends)


def counted_by(lines: Sequence[Sequence[str]], corner: str) -> str:
    """Return what a line above a table says that it counts by the word in its corner; empty where none does.

    >>> counted_by([["Hospital stays"], ["Total value por Região e Ano"]], "Região"), counted_by([["Stays by year"]], "Region")
    ('Total value', '')
    """
    texts = ({*filter(None, row)} for row in lines)
    parts = (LIST.split(text.pop(), maxsplit=1) for text in texts if len(text) == 1)
    word = corner.casefold()
    return next(
        (
            p[0].strip()
            for p in parts
            if word and p[1:] and p[1].strip().casefold().startswith(word)
        ),
        "",
    )


def divided(subject: str) -> bool:
    """Whether a title divides one thing by something else than places and times: labels are parts of it then.

    >>> divided("Births by age of mother"), divided("Births by district, year"), divided("Main indicators by size")
    (True, False, False)
    >>> divided("按行业分法人单位数"), divided("Jobs per sektor och kön"), divided("Output per head")
    (True, True, False)
    >>> divided("分行业从业人员"), divided("从业人员(按行业分)"), divided("分行业主要指标"), divided("分享经济产值")
    (True, True, False, False)
    """
    if GENERAL.search(subject):
        return False
    if GROUPED.search(subject) or OF_EACH.search(subject):
        return True
    subject = OF_CENSUS.sub("", subject)
    behind = BY.split(subject, maxsplit=1)[1:] or LIST.split(subject, maxsplit=1)[1:]
    pieces = [piece.strip() for rest in behind for piece in PIECES.split(rest) if piece.strip()]
    roles = {role_of(piece) for piece in pieces}
    return "name" in roles or (bool(BY.search(subject)) and bool(roles - {"place", "time"}))


def are_shares(subject: str, units: Sequence[str]) -> bool:
    """Whether a title says that figures are shares of what it names, and none of their `units` says otherwise.

    >>> are_shares("产值构成(%)", ()), are_shares("用电结构情况", ("",)), are_shares("产值构成", ("万元",))
    (True, True, False)
    >>> are_shares("产值及构成(%)", ()), are_shares("产值构成(亿元)", ())
    (False, False)
    """
    said = next(filter(None, (*units, unit_of_title(subject))), "%")
    return said == "%" and SHARES.search(subject) is not None


PER_HEAD = pattern(  # of each one, of what the title names
    r"人均|每人|户均|亩均|单产|平均每[人户亩](?:平均)?|(?:per|pro|je|par|por|na) (?:capita|cápita|head|person|inhabitant|kopf|einwohner|"
    r"habitante?|tête|personne|persona|mieszkańca)|1人当たり|1인당|на душу(?: населения)?",
    re.IGNORECASE,
)


def is_of_each(subject: str, name: str) -> bool:
    """Whether a name says only that what a title counts is per head, where the title does not say that itself.

    >>> is_of_each("粮食产量", "人均"), is_of_each("Fares", "Per head"), is_of_each("Fares per head; all fares", "Per head")
    (True, True, False)
    """
    return bool(subject) and bool(PER_HEAD.fullmatch(name)) and not PER_HEAD.search(subject)


@lru_cache(maxsize=4096)  # asked of every figure
def are_parts(subject: str, names: tuple[str, str], units: tuple[str, ...]) -> bool:
    """Whether the names beside and over figures say only which part of what a title counts they are.

    The last of the `units` is that of the title lines.
    """
    row, label = names
    if CONTRIBUTIONS.search(subject) and not (row and label) and GROWN.search(row or label) is None:
        return True
    own = label_of(row or label).name
    if is_of_each(subject, own) or (not row and _is_of_what_a_title_names(label)):
        return True
    if (is_class(row) and not CHINESE.search(label)) or has_class(label):
        return True
    if _is_on_base(subject, units) and _is_part_of_index(subject, label_of(row or label).name):
        return True
    united = is_unit(units[-1]) or unit_of_title(subject)
    if united and is_group(label_of(row or label).name):
        return True
    return bool(row or label) and are_shares(subject, units)


def _is_of_what_a_title_names(label: str) -> bool:
    """Whether a label says only which of the figures of what a title counts stand below it.

    >>> [_is_of_what_a_title_names(t) for t in ("% of GDP", "of which: tea", "누계 (kt)", "Tea")]
    [True, True, True, False]
    """
    name = label_of(label).name
    return is_part(label) or bool(OF_WHOLE.fullmatch(label) or SO_FAR.fullmatch(name))


def _is_on_base(subject: str, units: Sequence[str]) -> bool:
    """Whether a title has a base, or is of an index whose base, and nothing else, is the unit of the figures.

    >>> _is_on_base("Price index, 2015=100", ("", "")), _is_on_base("Price index", ("", "2015=100", ""))
    (True, True)
    >>> _is_on_base("Output", ("", "2015=100", "")), _is_on_base("Price index", ("kt", "2015=100", ""))
    (False, False)
    """
    said_above = (unit.replace(" = ", "=") for unit in (units[-1], unit_of_title(subject)))
    titled = any(map(is_base, said_above)) and not any(units[:-1])
    said = [unit for unit in units if unit]
    fixed = all(is_base(u) and any(map(str.isdigit, u.partition("=")[0])) for u in said)
    return titled or (bool(said) and fixed and bool(INDEX.search(subject)))


def _is_part_of_index(subject: str, name: str) -> bool:
    """Whether a name below the title of an index on a base says of what part it is, and not of what index.

    >>> _is_part_of_index("Consumer price index", "Food"), _is_part_of_index("Prices and output", "Price index of tea")
    (True, False)
    """
    other = INDEX.search(name) is not None and name not in OVERALL
    return bool(subject and name) and not (GENERAL.search(subject) or other)


def are_places_by_title(
    sheet: Sheet, header: range, column: int, names: Sequence[str]
) -> bool | None:
    """Whether a title says that names over which nothing stands are places, or none; None where it says neither."""
    if any(column < len(sheet.rows[i]) and sheet.rows[i][column].strip() for i in header):
        return None
    lines = sheet.rows[: header.start]
    told = is_by_places(lines)
    if told and len(names) == 1:  # of one region: the list of the title says which column it is
        rows = [sheet.rows[i] for i in header]
        return _is_listed(lines, rows, column) or None
    return None if told and (len(names) < 2 or are_mostly_subjects(names)) else told


def _is_listed(
    lines: Sequence[Sequence[str]], header: Sequence[Sequence[str]], column: int
) -> bool:
    """Whether a title lists as many things as columns have nothing over them, beside the time, and a column is that of places.

    >>> _is_listed([["Births by region, sex and year"]], [["", "", "2019"]], 0)
    True
    >>> _is_listed([["Births by sex, region and year"]], [["", "", "2019"]], 0)
    False
    """
    wide = next((c for c in range(99) if any(c < len(row) and row[c] for row in header)), 0)
    for text in (text for row in lines for text in row if text):
        for rest in LIST.split(text, maxsplit=1)[1:]:
            roles = [role_of(piece.strip()) for piece in PIECES.split(rest) if piece.strip()]
            listed = [role for role in roles if role != "time"]
            if wide == len(listed) < len(roles) and listed[column] == "place":
                return True
    return False
