"""Names that begin with of which, darunter or 其中: parts of what stands before them, in the unit of that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.outlines import without_outline
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.cells import number
from cpstats.store.recognising.beside_periods import is_beside, is_change, is_chinese_change
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.doubts import is_rate
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.growth_words import (
    is_growth_of_something,
    says_only_growth,
    says_only_ratio,
)
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.place_names import ends_like_place, is_place
from cpstats.store.recognising.unit_words import in_english, is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.labels import Label

    Cells = Sequence[Sequence[str]]

PART = pattern(
    r"[\s–—-]{0,9}(?:of which|of whom|of these|thereof|davon|darunter|dont|de los cuales|de las cuales|dos quais|das quais|"
    r"di cui|waarvan|w tym|z tego|z toho|z čeho|varav|heraf|herav|joista|ebből|din care|в том числе|из них|у тому числі|в т\. ?ч\.|у т\. ?ч\.|включая|включно|including|incl\.|inclus|incluid[ao]s?|de ellos|de ellas|"
    r"trong đó|di antaranya|εκ των οποίων|από τα οποία|από τις οποίες|εκ του οποίου|منها|من بينها|з них|din acestea|od toga|od čega|från dessa|därav|siitä|niistä|amelyből|arról|이 중|このうち|うち|其中)(?:\W|$|(?<=[\u3040-\u9fff]))",
    re.IGNORECASE,
)
# sums since a beginning that is not said
SO_FAR = pattern(
    r"cumulative|cumulated|cumul(?:é|ée)?|kumuliert|acumulad[oa]|cumulat[oa]|narastająco|нарастающим итогом|累计|累計|누계|누적",
    re.IGNORECASE,
)
LESS = pattern(
    r"(?:excl|without|net of|ohne|zzgl|hors|sans|sin|sem|senza|exkl|bez|без|不含)", re.IGNORECASE
)
PREVIOUS = pattern(  # of a period before: no name of what changes
    r"(?:previous|prior|preceding|last) (?:period|month|quarter|year|value|figure)|上期|上期值|前期|前值|vorjahr|vorperiode|vorwert|année précédente|"
    r"valeur précédente|año anterior|periodo anterior|ano anterior|anno precedente|rok poprzedni|předchozí rok|предыдущий год|önceki yıl|上年|前年",
    re.IGNORECASE,
)
SHARE = pattern(r"(?:占[\u4e00-\u9fff]{1,8}的?)?(?:比重|占比|比例|百分比)")
INDEX = pattern(r"index|indeks|indice|índice|индекс|指数", re.IGNORECASE)
# in what a change is, below the word for it
HOW = pattern(
    r"\(?(?:in |en )?(?:%|per ?cent|prozent|pct\.?|pp|abs\w{0,8}\.?|units?|numbers?|anzahl|nombre|número)\)?",
    re.IGNORECASE,
)
CHINESE = pattern(r"[\u4e00-\u9fff]")
NUMBERED_PART = pattern(r"#\s*(?=[\u4e00-\u9fff])")  # #男 is a part; # of births is a number
CHINESE_PART = pattern(r"\s*(?:(?:其中|^うち)\s*[:：、,，]?|#)\s*")
SHARE_ALONE = pattern(  # of what stands before it
    r"(?:% )?(?:shares?|percentage|weight|anteil|andel|andelar|aandeel|part|quota|participación|participação|udział|podíl|доля|частка|构成|構成比|구성비|비중)(?: of total)?",
    re.IGNORECASE,
)
# what parts are told apart by, without one of them: 其中 over several, 按性别分
GROUP = pattern(r"(?:其中|#)[:：]?|按[^()]{1,12}(?:分组?|划分|分类)[:：]?")
POINTS = pattern(
    "ポイント|百分点|전년(?:동월|동기|동분기)? ?(?:대비)? ?차$"
)  # a change of what is in per cent
FEWEST = 3  # names in the order of letters: what stands before one is not what it is a part of


def is_part(name: str) -> bool:
    """Whether a name begins as that of a part of what stands before it.

    >>> is_part("of which: cod"), is_part("Darunter Frauen"), is_part("其中：出口"), is_part("Office of which")
    (True, True, True, False)
    >>> is_part("#出口"), is_part("# of births")
    (True, False)
    """
    return PART.match(name) is not None or NUMBERED_PART.match(name) is not None


def mark_of_part(name: str) -> str:
    """Return how the name of a part begins: 其中:, of which: ."""
    found = PART.match(name) or NUMBERED_PART.match(name)
    return found.group() if found else ""


def part_of(part: str, whole: str, *, united: bool = True) -> str:
    """Return the name of a part with that of its whole, and its unit, where `united` and it has none of its own.

    >>> part_of("of which: cod", "Fish landed (kt)"), part_of("of which cod (%)", "Fish landed (kt)")
    ('Fish landed, of which: cod (kt)', 'Fish landed, of which cod (%)')
    >>> part_of("其中：鳕鱼", "捕捞量(吨)"), part_of("#鳕鱼", "一、捕捞量(吨)")
    ('捕捞量, 其中:鳕鱼(吨)', '捕捞量, 其中:鳕鱼(吨)')
    """
    own, over = label_of(part), label_of(whole)
    unit = over.unit if united and over.measure == "level" and not own.unit else ""
    behind = f"({unit})" if is_unit(unit) else ""
    if CHINESE.search(part):
        return f"{without_outline(over.name)}, 其中:{CHINESE_PART.sub('', part)}{behind}"
    return f"{over.name}, {part} {behind}".strip()


def of_one_before(label: str, before: Sequence[str]) -> str:
    """Return the label of a part, a mere change or a sum so far with the one before it that it is of; empty for others.

    `before` has the labels to its left, the nearest first.

    >>> of_one_before("of which cod", ["Fish, of which eel", "Fish"]), of_one_before("Change", ["Fish (kt)"])
    ('Fish, of which cod', 'Fish, Change')
    >>> of_one_before("Incl. tax", ["Excl. tax"])
    ''
    >>> of_one_before("Growth", ["Fish, Growth", "Fish (kt)"])
    'Fish, Growth'
    >>> of_one_before("Cumulative", ["Fish (kt)"])
    'Fish, Cumulative (kt)'
    >>> of_one_before("Change (kt)", ["Rate (%)", "Fish (kt)"])
    'Fish, Change (kt)'
    >>> of_one_before("うち車", ["前年比(%)", "魚(億円)"]), of_one_before("of which cod", ["Share (%)", "Fish (kt)"])
    ('魚, 其中:車(億円)', 'Fish, of which cod (kt)')
    >>> of_one_before("対前年比(%)", ["構成比(%)", "魚(億円)"]), of_one_before("対前年比(%)", ["構成比(%)"])
    ('魚対前年比(%)', '')
    >>> of_one_before("Change (points)", ["Fish (kt)", "Share (%)"]), of_one_before("Change (points)", ["Fish (kt)"])
    ('Share, Change (points)', '')
    >>> of_one_before("比重(%)", ["人口, 比重(%)", "人口(万人)"])
    '人口, 比重(%)'
    """
    own = label_of(label)
    name = own.name
    chinese = is_chinese_change(name)
    changed = is_change(name) or says_only_growth(name) or says_only_ratio(name)
    again = before[0] if before and before[0].endswith(f", {label}") else ""  # of another year
    if again or figures_of(label) or not _is_of_what_stands_before(label, own):
        return again
    if says_only_ratio(name) and before and label_of(before[0]).cumulated:
        return f"{before[0].partition('(')[0].strip()}{label}"
    whole = _whole_of(label, own, before)
    if not whole or (is_part(label) and LESS.match(whole)):  # without tax, including tax
        return _in_unit_before(label, before) if is_part(label) and not own.unit else ""
    if chinese or (changed and CHINESE.search(label)):
        return label_of(whole).name + label
    if SHARE.fullmatch(name):
        return f"{label_of(whole).name}, {label}"
    return part_of(label, whole, united=is_part(label) or SO_FAR.fullmatch(name) is not None)


def _is_of_what_stands_before(label: str, own: Label) -> bool:
    """Whether a label says a part, a change, a share, an index or a sum so far of what stands before it."""
    name = own.name
    ratio = own.unit == "%" and INDEX.fullmatch(name)
    changed = is_change(name) or says_only_growth(name) or says_only_ratio(name)
    said = is_chinese_change(name) or SO_FAR.fullmatch(name) or SHARE.fullmatch(name)
    return bool(is_part(label) or changed or said or ratio)


def _whole_of(label: str, own: Label, before: Sequence[str]) -> str:
    """Return the label before a part or a change that it is of; empty where there is none."""
    named = (t for t in before if t and not (is_beside(label_of(t).name) or figures_of(t)))
    wholes = (t for t in named if not (PREVIOUS.fullmatch(t) or _has_other(t)))
    fitting = [t for t in wholes if not (is_part(label) and _is_of_another(t))]
    if not is_part(label) and says_only_ratio(own.name):  # 対前年比 behind 構成比 is of the amount
        fitting = [t for t in fitting if not SHARE_ALONE.fullmatch(label_of(t).name)]
    alike = (t for t in fitting if own.unit not in ("", "%") and label_of(t).unit == own.unit)
    amounts = (t for t in fitting if own.unit not in ("", "%") and not _is_rate(label_of(t).unit))
    # a change in thousands is of what is in thousands, or of the last amount
    whole = next(alike, next(amounts, next(iter(fitting), "")))
    if POINTS.search(label) or (own.unit and Unit.of(in_english(own.unit)).kind == "points"):
        kinds = ((t, label_of(t)) for t in before if t)
        rates = (t for t, of in kinds if of.measure == "level" and _is_in_per_cent(of))
        whole = next(rates, "")
    if is_part(label) and not whole:  # of all that a title counts
        classes = (t for t in before if t and is_class(label_of(t).name))
        whole = next((t for t in classes if not _is_of_another(t)), "")
    return whole


def _is_in_per_cent(own: Label) -> bool:
    return own.unit == "%" or is_rate(own.name, own.measure, own.unit)


def _is_rate(unit: str) -> bool:
    return bool(unit) and Unit.of(in_english(unit)).kind == "share"


def _in_unit_before(label: str, before: Sequence[str]) -> str:
    """Return a part of what a title names, with the unit of the amount before it: 总额(亿元); empty where it has none."""
    kinds = filter(None, map(figures_of, before))
    unit = next((kind.unit for kind in kinds if kind.unit != "%"), "")
    return f"{label}({unit})" if unit else ""


def _has_other(label: str) -> bool:
    """Whether a label is of a part, a change or a ratio of what stands before it, which it may name first: 総額前年比."""
    ratio = CHINESE.search(label) is not None and is_growth_of_something(label)
    return ratio or any(map(_is_of_other, label.split(", ")))


def _is_of_other(piece: str) -> bool:
    """Whether a piece of a label says a part, a change or a ratio of what stands before it."""
    grows = is_change(piece) or says_only_growth(piece) or says_only_ratio(piece)
    return grows or is_part(piece)


def _is_of_another(label: str) -> bool:
    """Whether a label is growth or a share of what stands before it, which has no parts of its own.

    >>> _is_of_another("前年比(%)"), _is_of_another("Share (%)"), _is_of_another("Fish (kt)")
    (True, True, False)
    """
    own = label_of(label)
    last = own.name.rpartition(", ")[2]
    share = SHARE.fullmatch(last) or SHARE_ALONE.fullmatch(last)
    return share is not None or own.measure == "growth" or is_growth_of_something(label)


def over_part(cells: Cells, header: Sequence[int], column: int) -> str:
    """Return the label over the first of several columns for one that says a part, or that is a change or of which.

    >>> cells = [["Year", "Births", "", "Fires", ""], ["", "Male", "Female", "Forest", "House"]]
    >>> over_part(cells, range(2), 2), over_part(cells, range(2), 4), over_part(cells, range(2), 1)
    ('Births', '', '')
    """
    rows = [cells[i] for i in header]
    last = rows[-1] if len(rows) > 1 else ()
    own = last[column] if column < len(last) else ""
    for row in reversed(rows[:-1] if own else ()):
        at = next((c for c in range(min(column, len(row) - 1), -1, -1) if row[c]), column)
        together = at < column and all(last[at:column])
        if together and (
            is_class(own) or is_part(row[at]) or (is_change(row[at]) and HOW.fullmatch(own))
        ):
            return row[at]
    return ""


def _holding(cells: Cells, wholes: Sequence[int], part: int, column: int) -> int:
    """Return the last of some rows that is nowhere less than a part, which has no unit of its own; else the last.

    >>> _holding([["All", "9"], ["Young", "3"], ["of whom women", "5"]], [0, 1], 2, 0)
    0
    """
    if label_of(cells[part][column]).unit or len(wholes) == 1:
        return wholes[-1]

    def figures(i: int) -> list[float | None]:
        texts = (number(text) for text in cells[i][column + 1 :])
        return [None if text is None else float(text) for text in texts]

    def holds(whole: int) -> bool:
        pairs = zip(figures(whole), figures(part), strict=False)
        return all(a is None or b is None or a >= b or b < 0 for a, b in pairs)

    unit = label_of(cells[wholes[-1]][column]).unit
    alike = (i for i in reversed(wholes) if label_of(cells[i][column]).unit == unit)
    return next(filter(holds, alike), wholes[-1])


def with_wholes(cells: Cells, first: int) -> list[list[str]] | None:
    """Give the names beside the figures that begin with of which the name and the unit of the one above.

    Those that occur twice are `with_names_above`'s, but for Chinese ones; marked places (#市区) are no parts of names.
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    top = next((i for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), -1)
    head = cells[top] if top >= 0 else []
    rows = [
        i for i in range(first, len(cells)) if how_full(cells[i]) > 1 and len(cells[i]) > column
    ]
    names = [cells[i][column] for i in rows]
    roles = [role_of(text) for text in head]
    over = roles[column] if column < len(roles) else ""
    if over in ("place", "time") or not any(map(is_part, names)):
        return None
    bare = {CHINESE_PART.sub("", t) for t in names if is_part(t)}
    if any(is_place(t) or (CHINESE.search(t) and ends_like_place(t)) for t in bare):
        return None
    if len({*names}) > FEWEST and names == sorted(names):
        return None
    made = [list(row) for row in cells]
    units = [c for c, role in enumerate(roles) if role == "unit"]
    whole, wholes = "", []
    for i, name in zip(rows, names, strict=True):
        if not is_part(name):
            wholes.append(i)
        elif wholes and (names.count(name) == 1 or CHINESE.search(name)):
            whole = cells[_holding(cells, wholes, i, column)][column]
            made[i][column] = part_of(name, whole, united="unit" not in roles)
            held = cells[_holding(cells, wholes, i, column)]
            for c in units:  # blank beside #水电: that of what it is a part of
                if c < min(len(held), len(made[i])):
                    made[i][c] = made[i][c] or held[c]
    whole = cells[wholes[-1]][column] if wholes else ""
    if top >= 0 and column < len(head) and not head[column] and CHINESE.search(whole):
        made[top][column] = "指标"  # what has parts is no place
    return made
