"""Rows that say nothing but how much the row above them grew: GDP, below it Growth (%)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import number
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.unit_words import is_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.labels import Label

    Cells = Sequence[Sequence[str]]

CHINESE = pattern(r"[\u4e00-\u9fff]")
# a line that is a share of something else in what stands above it: % of GDP, 占GDP比重(%)
SHARE = pattern(
    r"(?:-|–)? ?(?:as |in |en |em |w |в |i )?(?:an? )?(?P<share>(?:%|per ?cent|percentage|share|prozent) (?:of|du|de la|des|del|da|do|des|der|vom|van|к|от) (?P<whole>[^\s,][^,]{0,40}))"
    r"|(?P<chinese>占(?P<of>.{1,10}?)的?(?:比重|比例|百分比|%)(?:\(%\))?)",
    re.IGNORECASE,
)
# what shares are of that amounts above them have; a share of smokers is one of people who smoke, whatever stands above
OF_SOME = re.compile(
    r"(?:share|percentage) of (?!(?:the |all )?(?:(?-i:[A-Z]{2})|gross|total|all\b|overall|nation|countr|world|global|region|province|state|city|population|inhabitants|residents|labou?r force|workforce|employment|output|turnover|sales|revenue|receipts|expenditure|spending|exports|imports|trade|area|income))",
    re.IGNORECASE,
)
# an amount divided by something, of what the line above says: per capita, je Einwohner, par habitant (EUR)
DIVIDED = pattern(
    r"(?:(?:- |– |… ?|\.\.\. ?)?(?:per (?:capita|head|person|inhabitant|resident|adult|employee|worker|job|household|family|km2|km²|sq\.? ?km|hectare|ha|innbygger|invånare|capite|abitante|inwoner)"
    r"|(?:je|pro) (?:einwohner(?:in)?|kopf|person|erwerbstätigen?|haushalt|osobu|mieszkańca|obyvatele)|par (?:habitant|tête|personne|ménage)|por (?:habitante|persona|hogar|pessoa)"
    r"|pr\.? (?:innbygger|indbygger|capita)|na (?:mieszkańca|obyvatele|obyvateľa|osobę)|на (?:душу населения|одного жителя|человека|душу населення)|kişi başına))"
    r"(?:(?:,| in) [^,()]{1,30}| ?\([^()]{1,30}\))?",
    re.IGNORECASE,
)
NEAR = 0.06  # per cent: growth is printed with one decimal


def with_levels_above(cells: Cells, first: int) -> list[list[str]] | None:
    """Give rows that say only growth, or that the year before is 100, the name of the nearest amount above them.

    Behind a row in per cent (a share, a rate) it is said of that amount only where the figures give it; else, and
    where nothing stands above, it stays as it is.
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    head = next((cells[i] for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), [])
    over = role_of(head[column]) if column < len(head) else ""
    if over in ("place", "time"):
        return None
    made = [list(row) for row in cells]
    above: list[str] = []
    sure, head = True, _line_before(cells, first, column)
    for row in made[first:]:
        label = row[column] if column < len(row) else ""
        if not label or how_full(row) <= 1:
            head = label
            continue
        head = head if is_measure(label) else ""
        if head:  # GDP, and below it: billion EUR, billion USD
            row[column] = label = f"{head} ({label})"
        if DIVIDED.fullmatch(label):
            row[column] = f"{label_of(above[column]).name}, {label}" if above else label
            sure = False  # growth below it may be of either
            continue
        label = _with_sign_beside(label, row[column + 1 : column + 2])
        kind, own = figures_of(label), label_of(label)
        share = None if OF_SOME.match(label) else SHARE.fullmatch(label)
        if above and sure and share:
            row[column] = _share_of(label_of(above[column]).name, share) or label
        if kind is None and "%" in (own.unit, *row[column + 1 : column + 2]):
            sure = False
        elif kind is None:
            above, sure = (row if own.measure == "level" else []), True
        if kind and above and _is_of(kind, above, row, column, sure=sure):
            row[column] = _grown(label_of(above[column]).name, label, kind)
    return made if made != [[*row] for row in cells] else None


def _with_sign_beside(label: str, beside: Sequence[str]) -> str:
    """Return words that say growth only with the per cent sign in the column beside them with that sign.

    >>> _with_sign_beside("change on previous year", ["%"]), _with_sign_beside("wages", ["%"])
    ('change on previous year (%)', 'wages')
    """
    rate = f"{label} (%)"
    grows = [*beside] == ["%"] and not figures_of(label) and figures_of(rate)
    return rate if grows else label


def _line_before(cells: Cells, first: int, column: int) -> str:
    """Return the words of a line alone between the header and the first figures; empty where there is none."""
    row = cells[first - 1] if first else []
    below = any(how_full(cells[i]) > 1 for i in range(first - 1))
    return row[column] if below and how_full(row) == 1 and column < len(row) else ""


def _share_of(name: str, share: re.Match[str]) -> str:
    """Return the name of an amount with the words of which it is a share; empty where that is the amount itself.

    >>> _share_of("Debt", SHARE.fullmatch("as % of GDP")), _share_of("GDP", SHARE.fullmatch("% of GDP"))
    ('Debt (% of GDP)', '')
    >>> _share_of("税收", SHARE.fullmatch("占GDP比重(%)"))
    '税收占GDP比重(%)'
    """
    whole = share["whole"] or share["of"]
    if whole.casefold() in name.casefold():
        return ""
    return f"{name} ({share['share']})" if share["share"] else f"{name}{share['chinese']}"


def _grown(name: str, label: str, kind: Label) -> str:
    """Return the name of what grows with the words for its growth.

    >>> _grown("产量", "增长%", figures_of("增长%")), _grown("Output", "Growth (%)", figures_of("Growth (%)"))
    ('产量同比增长(%)', 'Output, Growth (%)')
    """
    if not CHINESE.search(label):
        return f"{name}, {label}"
    if kind.name or kind.cumulated is not None:
        return f"{name}{label}"
    return f"{name}同比增长" + (f"({kind.unit})" if kind.unit else "")


def _is_of(
    kind: Label, above: Sequence[str], row: Sequence[str], column: int, *, sure: bool
) -> bool:
    """Whether a row of growth, or on the year before, is of the amount above it."""
    if kind.measure == "index":
        return sure
    return kind.measure == "growth" and (sure or _gives(above, row, column))


def _gives(levels: Sequence[str], growth: Sequence[str], column: int) -> bool:
    """Whether amounts grow from cell to cell as the row below says."""
    cells = [
        tuple(None if (text := number(cell)) is None else float(text) for cell in pair)
        for pair in zip(levels[column + 1 :], growth[column + 1 :], strict=False)
    ]
    known = [
        (old, new, grown)
        for (old, _), (new, grown) in pairwise(cells)
        if old and new is not None and grown is not None
    ]
    near = [abs((new / old - 1) * 100 - grown) <= NEAR for old, new, grown in known]
    return bool(near) and all(near)
