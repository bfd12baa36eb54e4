"""Names put together: of the title, the line and the column of a figure, and the kind of figure it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.recognising.another_unit import SUBJECTS
from cpstats.store.recognising.beside_periods import BESIDE, ends_in_chinese_change, is_open
from cpstats.store.recognising.compared_with import says_only_comparison
from cpstats.store.recognising.english_growth import ON_THE_PREVIOUS
from cpstats.store.recognising.growth_words import says_only_growth
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.index_words import only_base
from cpstats.store.recognising.labels import OF_ITSELF, figures_of, label_of
from cpstats.store.recognising.unit_words import in_english, is_measure, is_scale_word, is_unit

DIGIT = pattern(r"\d")
CENSUSES = frozenset(
    [
        "census",
        "recensement",
        "censo",
        "zensus",
        "volkszählung",
        "censimento",
        "перепись",
        "国勢調査",
    ]
)
CURRENCY = pattern(r"[A-Z]{3}")
FEW = 2  # one unit of money among as many names
COUNTED = pattern(r"\d{1,4} [^\W\d_]{3,}")  # 10 years: ages, no unit
PREVIOUS = pattern(  # of a period before: no name of what grows
    r"(?:previous|prior|preceding|last) (?:period|month|quarter|year|value|figure)|上期|上期值|前期|前值|vorperiode|vorwert|valeur précédente|periodo anterior",
    re.IGNORECASE,
)
SHARES = pattern(  # what part of a whole, or of a plan, something is: rates that seldom grow
    r"占|比重|份额|构成|完成率|为[^()]{1,6}的?$|\b(?:shares?|weight|anteil\w?|andel|participaci[oó]n|participação|peso|quota|aandeel|"
    r"udział|podíl|доля|удельный вес|pay[ıi]|porsi|pangsa|tỷ trọng)\b|^part\b|% (?:of|du|del?|do|der)\b",
    re.IGNORECASE,
)
INDEX_ALONE = pattern(
    r"(?:index|indices|indeks|endeks|indice|índice|индекс|指数|指數|지수)(?P<rest>(?:\([^()]*\))?(?:(?: \(|, ).*)?)",
    re.IGNORECASE,
)

BASE = pattern(  # of a title, whose parts have it too
    r"[,;]? ?\(?(?:\bindex,? ?)?(?:\b(?:[A-Z][a-z]{2}|Q[1-4]) )?(?:19|20)\d\d年? ?= ?100\)?",
    re.IGNORECASE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cpstats.store.recognising.labels import Label
CHANGES = frozenset(
    ("增减", "增减额", "增减量", "增减值", "增加额", "增加量", "减少额", "增量", "净增", "净增加")
)


def of_line_and_column(said: Label, row: str, label: str) -> Label:
    """Return what a line says of its figures, with what the label over the column says where both name it."""
    if not (row and label):
        return said
    over = label_of(label)
    if over.name == said.name:
        return replace(said, unit=said.unit or over.unit)
    measure = over.measure if over.measure != "level" else said.measure
    name = f"{over.name}, {said.name}"  # persons employed, by industry
    return replace(over, name=name, unit=over.unit or said.unit, measure=measure)


def codes_of_names(columns: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return what is a currency or another unit by chance: others beside it in its column are none.

    >>> sorted(codes_of_names([["ADP", "BLS"], ["USD", "EUR"]]))
    ['ADP', 'BLS']
    >>> sorted(codes_of_names([["2 years", "5 years", "10 years"], ["10 kg", "100 kg"]]))
    ['10 years', '2 years', '5 years']
    >>> sorted(codes_of_names([["Bolivar", "Caucete", "Feliciano", "Trancas", "Colon"], ["Euro", "Total"]]))
    ['Bolivar', 'Colon']
    """
    codes = [[t for t in texts if CURRENCY.fullmatch(t)] for texts in columns]
    codes += [[t for t in texts if COUNTED.fullmatch(t)] for texts in columns]
    by_chance = {t for some in codes if not all(map(is_unit, some)) for t in some}
    for texts in columns:
        money = [t for t in texts if t.isalpha() and is_unit(t) and Unit.of(t).is_money]
        by_chance |= {*money} if len(money) * FEW < len(texts) else set()
    return frozenset(by_chance)


def with_parts(said: Label, parts: Sequence[str], codes: Collection[str] = ()) -> Label:
    """Return a name with the words that tell its figures apart; growth or an amount among them is of these figures.

    Three letters that are among `codes` are no currency.

    >>> with_parts(label_of("Output"), ["Mills", "in million EUR"])
    Label(name='Output, Mills', measure='level', unit='million EUR', cumulated=None, basis='')
    >>> with_parts(label_of("Output"), ["change on previous year in %"]), with_parts(label_of("Jobs"), ["Men"]).name
    (Label(name='Output', measure='growth', unit='%', cumulated=None, basis=''), 'Jobs, Men')
    >>> made = with_parts(label_of("Felled (kt)"), ["Pine (1000 m3)"])
    >>> made.name, made.unit, with_parts(label_of("Felled (kt)"), ["Pine (% of all)"]).unit
    ('Felled, Pine', '1000 m3', '%')
    """
    for part in parts:
        if said.measure == "level" and said.unit and (other := _in_another(part, said.unit)):
            said = replace(said, name=f"{said.name}, {other.name}", unit=other.unit)
            continue
        told = part in codes or _is_plain(part)
        own = said.measure == "level" and not said.unit and not told
        made = label_of(f"{said.name}, {part}") if own else said
        unit = label_of(part).unit if own else ""  # Bin TL ve Cari Fiyatlarla
        if own and (made.measure == "growth" or is_measure(made.unit)):
            said = replace(made, cumulated=said.cumulated)
        elif own and is_measure(unit):
            said = replace(said, name=f"{said.name}, {part}", unit=unit)
        else:
            said = replace(said, name=f"{said.name}, {part}")
    return said


@lru_cache(maxsize=20_000)  # the names of the longest table
def _in_another(part: str, unit: str) -> Label | None:
    """Return a word that tells figures apart and says in brackets that these are in another unit; None for any other.

    >>> _in_another("Pine (1000 m3)", "kt") is None, _in_another("Pine (kt)", "kt"), _in_another("Pine (young)", "kt")
    (False, None, None)
    """
    own = label_of(part)
    counted = Unit.of(in_english(own.unit)) if own.unit else None  # Stay (days) in thousands
    other = counted and not counted.is_people and is_scale_word(unit) and is_unit(own.unit)
    united = part.endswith(")") and (own.unit == "%" or is_measure(own.unit) or other)
    other = united and own.measure == "level" and in_english(own.unit) != in_english(unit)
    return own if other else None


@lru_cache(maxsize=20_000)  # the names of the longest table
def _is_plain(part: str) -> bool:
    """Whether a word tells figures apart and says nothing else of them, whatever they are: no growth, no unit.

    >>> _is_plain("Mills"), _is_plain("in million EUR"), _is_plain("change on previous year in %")
    (True, False, False)
    """
    name = f"Output, {part}"
    made = label_of(name)
    return (made.name, made.measure, made.unit) == (name, "level", "") and not label_of(part).unit


def own_label(label: str) -> str:
    """Return a label that says of what or where its figures are; not one that says only their kind.

    >>> own_label("Value (EUR)"), own_label("Value"), own_label("Value (EUR million FOB)")
    ('', '', 'Value (EUR million FOB)')
    """
    valued = role_of(label) == "value" and not label_of(label).unit
    return "" if figures_of(label) or valued else label


def of_census(subject: str, label: str) -> str:
    """Return what a title is about with the word of a column that it was counted, not estimated, beside others.

    >>> of_census("Residents of towns", "Census"), of_census("Residents of towns", "Value")
    ('Residents of towns, Census', 'Residents of towns')
    """
    return f"{subject}, {label}" if label.casefold() in CENSUSES else subject


def is_other_growth(label: str) -> bool:
    """Whether a label is of growth that has a name of its own: 产值名义增速.

    >>> is_other_growth("产值名义增速(%)"), is_other_growth("产值增速")
    (True, False)
    """
    return label_of(label).name.endswith(
        ("增长)", "real growth)", "nominal growth)", ON_THE_PREVIOUS.strip())
    )


def grown_from(label: str, kind: Label | None, before: Sequence[str], *, chinese: bool) -> str:
    """Return the label of a column whose `kind` is growth with the name of the nearest before it that may grow.

    >>> grown_from("growth (%)", figures_of("growth (%)"), ["Rank", "Huts (kt)"], chinese=False)
    'Huts growth (%)'
    >>> grown_from("增长(%)", figures_of("增长(%)"), ["增减", "产量(吨)"], chinese=True)
    '产量增长(%)'
    >>> grown_from("growth (%)", figures_of("growth (%)"), ["Hutten, Mutatie (kt)", "Hutten (kt)"], chinese=False)
    'Hutten growth (%)'
    >>> grown_from("growth (%)", figures_of("growth (%)"), ["Share (%)", "Huts (kt)"], chinese=False)
    'Huts growth (%)'
    """
    so_far = _of_months_so_far(label, kind, before) if kind and not chinese else ""
    if so_far or kind is None or kind.measure == "level":
        return so_far or label
    levels = [t for t in before if t and not (is_other_growth(t) or BESIDE.search(t))]
    levels = [t for t in levels if not (PREVIOUS.fullmatch(t) or says_only_comparison(t))]
    names = {t: label_of(t).name for t in levels}
    levels = [t for t, n in names.items() if not (ends_in_chinese_change(n) or n in CHANGES)]
    levels = [t for t in levels if not says_only_growth(names[t].rpartition(", ")[2])]
    amounts = (t for t in levels if not SHARES.search(label_of(t).name))
    last = next(amounts, "")
    of = figures_of(last)
    if of and of.cumulated and chinese and kind.cumulated is None:  # behind 1-8月累计
        return label if is_open([*reversed(before)], [kind]) else f"累计{label}"
    if of and of.cumulated is False and chinese and kind.cumulated is None:  # behind 本月
        return f"本月{label}"
    if not last or of or role_of(last) == "value" or only_base(last):
        return label  # of what the title names
    name = label_of(last).name
    if chinese and label_of(name + label).measure != "level":
        return name + label
    return name + _as_words(kind)


def _of_months_so_far(label: str, kind: Label, before: Sequence[str]) -> str:
    """Return YTD, or growth behind it, with the name of what it is of; empty where a label is of no such months.

    >>> from cpstats.store.recognising.labels import Label
    >>> _of_months_so_far("YTD", Label("", cumulated=True), ["Exports (kt)"])
    'Exports (kt), YTD'
    >>> _of_months_so_far("y/y %", Label("", "growth"), ["Exports (kt), YTD"]), _of_months_so_far("y/y %", Label("", "growth"), ["Exports"])
    ('Exports (kt), YTD, y/y %', '')
    """
    if kind.measure == "growth" and kind.cumulated is None and before:
        return f"{before[0]}, {label}" if label_of(before[0]).cumulated else ""
    if not kind.cumulated or kind.measure != "level":
        return ""
    levels = (t for t in before if own_label(t) and label_of(t).measure == "level")
    last = next((t for t in levels if not BESIDE.search(t)), "")
    return f"{last}, {label}" if last else ""


def of_kind(name: str, kind: str) -> str:
    """Return a Chinese name with the label below it that says only the kind of its figures; these keep its unit.

    >>> of_kind("产值(亿元)", "增速(%)"), of_kind("产值(亿元)", "增长(%)"), of_kind("产值(亿元)", "累计")
    ('产值增速(%)', '产值增长(%)', '产值累计值(亿元)')
    >>> of_kind("产值增速(%)", "当月"), of_kind("产值增速(%)", "累计"), of_kind("产值(亿元)", "1-5月")
    ('产值当月增长(%)', '产值累计增长(%)', '产值1-5月(亿元)')
    """
    over, of = label_of(name), figures_of(kind)
    made = over.name + kind
    if of and of.measure == "level" and of.cumulated is not None and not DIGIT.search(kind):
        since = "累计" if of.cumulated else "当月"
        grows = over.measure == "growth"
        made = f"{over.name}{since}{'增长' if grows else '值'}"
        return f"{made}({of.unit or over.unit or '%'})" if grows else _united(made, of, over)
    if OF_ITSELF.search(label_of(made).name):  # 自然 over 增长率: one word of two lines
        return made
    if of and of.measure == "growth" and label_of(made).measure == "level":
        return grown_from(kind, of, [name], chinese=True)
    return _united(made, of, over)


def _united(name: str, of: Label | None, over: Label) -> str:
    """Return a name with the unit of its kind of figures, or of what stands over it where these are levels."""
    unit = of.unit or over.unit if of and of.measure == "level" else ""
    return f"{name}({unit})" if unit and not name.endswith(")") else name


def _as_words(kind: Label) -> str:
    """Return the words behind a name that say a kind of figures."""
    if kind.measure == "index":
        return " (previous year = 100)"
    if kind.name == ON_THE_PREVIOUS:
        return ", change on previous period (%)"
    return f" {kind.name.strip(' ()') or 'growth'} (%)"


def of_title(whole: Label, said: Label) -> Label:
    """Return a name with what the title says that it is a part of, where it does not say so itself."""
    if whole.name.casefold() in said.name.casefold():
        return said
    measure = whole.measure if said.measure == "level" else said.measure
    titled = BASE.sub("", whole.name) if not said.unit else whole.name
    name = f"{titled}, {said.name}"
    return replace(said, name=name, unit=said.unit or whole.unit, measure=measure)


@lru_cache(maxsize=256)  # of the same title again and again
def of_one_unit(title: str) -> Label:
    """Return a title taken apart, without its unit where it names things in others too.

    >>> of_one_unit("Hired herders, thousands, and rate of herding, per cent").unit, of_one_unit("Herders, thousands").unit
    ('', 'thousands')
    """
    made = label_of(title)
    pieces = [piece.strip(" ,") for piece in SUBJECTS.split(title)]
    units = {
        piece if is_measure(piece) or is_scale_word(piece) else label_of(piece).unit
        for piece in pieces
    }
    several = len({in_english(unit) for unit in units - {""}} | {made.unit}) > 1
    return replace(made, unit="") if several and made.measure == "level" else made


def have_units(names: Sequence[str]) -> bool:
    """Whether most of the names have a unit behind them.

    >>> have_units(["Tea (kt)", "Milk (kt)", "Rent"]), have_units(["Tea (kt)", "Rent"])
    (True, False)
    """
    return sum(bool(label_of(n).unit) for n in names) * 2 > len(names)


def with_kind(said: Label, kind: Label | None) -> Label:
    """Return what a name says, with what the label over the column says of its figures."""
    if kind is None:
        return said
    since = said.cumulated if kind.cumulated is None else kind.cumulated
    if kind.measure != "level":
        name = said.name + kind.name
        return replace(
            said, name=name, measure=kind.measure, unit=kind.unit or "%", cumulated=since
        )
    if kind.name:  # on the month before
        return replace(said, name=said.name + kind.name, unit=kind.unit, cumulated=since)
    return replace(said, unit=said.unit or kind.unit, cumulated=since)


def in_unit_of_title(kind: Label | None, label: str, title: str) -> Label | None:
    """Return growth without a sign of its own in the per thousand that a title says of it.

    >>> grown = figures_of("growth rate")
    >>> in_unit_of_title(grown, "growth rate", "Residents and growth rate (‰)").unit, in_unit_of_title(grown, "growth rate", "Residents").unit
    ('‰', '%')
    """
    if kind is None or kind.measure != "growth" or "‰" not in title or "%" in label + title:
        return kind
    return replace(kind, unit="‰")


def grown_in_unit(said: Label, unit: str) -> tuple[Label, str]:
    """Return a name as growth where the column of units says so in the unit's place, and the unit that is left.

    >>> grown_in_unit(label_of("Output"), "Var. %")[0], grown_in_unit(label_of("Output"), "kt")[1]
    (Label(name='Output', measure='growth', unit='%', cumulated=None, basis=''), 'kt')
    """
    kind = figures_of(unit) if unit and said.measure == "level" and not said.unit else None
    return (with_kind(said, kind), "") if kind and kind.measure == "growth" else (said, unit)


def of_index(said: Label, titled: str) -> Label:
    """Return a name that says no more than index, and on which base, with what a title says it is of.

    >>> of_index(label_of("Index (2015=100)"), "Tea prices").name, of_index(label_of("Tea index"), "Prices").name
    ('Tea prices(2015=100)', 'Tea index')
    """
    found = INDEX_ALONE.fullmatch(said.name) if titled else None
    return replace(said, name=label_of(titled).name + found["rest"]) if found else said
