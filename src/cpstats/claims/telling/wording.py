"""Why a verdict is what it is, in one line of each language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.terms.printed import leaves_out, words_before
from cpstats.claims.terms.verdict import NOTHING, Judged
from cpstats.model.amount import natural
from cpstats.model.period import Period, PeriodError
from cpstats.model.text import Text, joined, same, spaced
from cpstats.model.typeset import exact_text, figure_text, interval_text
from cpstats.model.unit import PLACE, inline
from cpstats.model.words import BASIS, MEASURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Evidence
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure

NO_UNIT = Text("the unit is not that of the indicator's figures", "单位与该指标的数据不同")
NOMINAL = Text(
    "only nominal levels are known, and they cannot prove a real rate",
    "只有现价水平值，不能据以核实实际增速",
)
FIXED_PRICES = Text(
    "the level may be at the prices of another year, and only current prices are known",
    "该水平值可能按不变价计算，库中只有现价",
)
OTHER_PRICES = Text(
    "the level may be at the prices of another year than the figures are",
    "该水平值可能按另一年的价格计算",
)
LEFT_OUT = Text(
    "the text leaves a part out, and only the whole is known",
    "原文剔除了一部分，库中只有全口径数据",
)
EXPECTED = Text(
    "the text gives an estimate made before the figures that are known",
    "原文为预计数，库中为其后公布的数据",
)
UNPACED = Text(
    "whether the growth is on the year or on the period before is not said", "未说明是同比还是环比"
)
UNFINISHED = Text(
    "the year was not over when the text was published, and of which months it speaks is not said",
    "原文发布时该年尚未结束，未说明为哪几个月",
)
ON_SCOPE = Text(
    "the amount is on a comparable scope, and that as it was collected is known",
    "该数为同口径，库中为自然口径数据",
)
SAID_AGAIN = Text(
    "it only says again, roughly, what stands right before it",
    "只是约略重述其前一数",
)
WIDER = Text(
    "the name may be of all of it, and the figures may be of a part only",
    "该名称可能指全部，库中可能只是其中一部分",
)
OTHER_BASIS = Text(
    "people may be counted by residence or by registration, which the table does not say and the text does both ways",
    "人口可能按常住或户籍计算，表中未说明，而原文两种都有",
)
ASTRAY = Text(
    "another number of the statement is so far from the data that it is probably about something else",
    "同一表述中另一数与数据相差过大，可能所指不同",
)
NEARLY = Text(
    "its words are only a part of the column's name, and nothing shows that the column is meant",
    "所用词语只是该列名称的一部分，无从确认所指即该列",
)
SCOPE = Text(
    "its growth is published on a comparable scope, which levels do not have",
    "该指标的增速按可比口径计算，不能由水平值核实",
)
_NAME = 30  # signs of a name that is not known
_SHOWN = 3  # figures that one line names


def unchecked(claim: Claim) -> Text | None:
    """Return why a number is not checked at all, None where it is."""
    if claim.status == "target":
        return Text("a target, not a claim about what was", "目标，不是对已发生情况的陈述")
    if claim.status == "not_claim":
        return Text("no statistical claim", "不是统计数字")
    return None


def unclear(claim: Claim, catalogue: Catalogue) -> Text | None:
    """Return what the text leaves open, None where indicator, place and period are known."""
    if claim.ambiguous is not None:
        return Text(f"the list is ambiguous: {claim.ambiguous}", f"列举不对应：{claim.ambiguous}")
    if claim.indicator is None:
        named = claim.indicator_surface or ""
        return LEFT_OUT if leaves_out(words_before(claim)) else _unknown(named, catalogue)
    if claim.place is None:
        return Text("the place is not clear (--place)", "地区不明（--place）")
    if claim.place not in catalogue.places:
        return Text(f"no data on the place {claim.place}", f"没有地区{claim.place}的数据")
    if claim.period is None and not claim.period_readings:
        return Text("the period is not clear (--published)", "时期不明（--published）")
    return None


def _unknown(named: str, catalogue: Catalogue) -> Text:
    """Return that a number is not known to be of an indicator."""
    if not named:
        return Text("the text names no indicator", "原文未指明指标")
    if len(named) > _NAME:
        named = f"{named[:_NAME]}…"
    if catalogue.known_indicator(named):  # 连续36年: the number is none of its amounts
        return Text(
            f"the number is not in a form in which “{named}” can be looked up",
            f"该数不是可以查对“{named}”的形式",
        )
    return Text(f"“{named}” is no indicator of the catalogue", f"目录中没有“{named}”")


def no_data(claim: Claim, catalogue: Catalogue) -> Judged:
    """Return the verdict where the data have nothing on any claim of the text."""
    if reason := unchecked(claim):
        return Judged(claim, "not_checked", reason)
    reason = unclear(claim, catalogue) or Text("the data have nothing on it", "没有相关数据")
    return Judged(claim, "unverifiable", reason)


def no_measure(claim: Claim) -> Text:
    """Return that nothing can be looked up for this kind of number."""
    word = MEASURE.get(claim.measure, same(claim.measure))
    return Text(
        f"of what, or against what, is not said in a form that can be looked up ({word.en})",
        f"对比或构成的对象不明，无法查对（{word.zh}）",
    )


def only_itself(sources: Sequence[str]) -> Text:
    """Return that only the text that is checked gives the figure."""
    listed = ", ".join(sources)
    return Text(f"only this text gives it ({listed})", f"仅此文提供该数（{listed}）")


def confirmed(
    found: Sequence[Evidence], readings: Sequence[str], sameday: frozenset[str] = frozenset()
) -> Text:
    """Return the figure that confirms, with its reading where there are several.

    What only sources of the text's own day say may be the text itself, and that is told.
    """
    first = found[0]
    text = figure(first.figure, first.release)
    sources = {s for e in found for s in e.figure.sources}
    if sources and sources <= sameday:
        listed = ", ".join(sorted(sources))
        text += Text(
            f", from {listed} of the same day, which may be this text",
            f"，来自同日的{listed}，可能就是本文",
        )
    elif len(sources) == 1 and first.figure.formula is None:
        one = next(iter(sources))
        text += Text(f", from one source ({one})", f"，仅一个来源（{one}）")
    if len(readings) > 1 and not _dated(first.figure, first.reading):
        text = Text("read as ", "按") + reading(first.reading) + Text(": ", "计：") + text
    return text + _with_the_text(found)


def depends(
    for_it: Sequence[Evidence], against: Sequence[Evidence], near: Sequence[Evidence]
) -> Text:
    """Return which figures confirm, which contradict, and which fit by a rarer convention."""
    parts = []
    for word, some in (
        (Text("confirmed by ", "相符："), for_it),
        (Text("contradicted by ", "不符："), against),
        (
            Text("fits only if cut off or rounded more coarsely: ", "仅在截尾或更粗的舍入下相符："),
            near,
        ),
    ):
        if some:
            parts.append(word + _listed(some))
    return joined(parts, en="; ", zh="；") + _with_the_text([*for_it, *against, *near])


def meant(beside: Sequence[Evidence], against: Sequence[Evidence], words: Sequence[Text]) -> Text:
    """Return which figures fit what the text may mean instead, and what that is."""
    why = depends(beside, against, [])
    unsaid = [word for word in dict.fromkeys(words) if word.en not in why.en][:_SHOWN]
    if not unsaid:
        return why
    return why + Text(" (if the text means ", "（如指") + joined(unsaid, zh="、") + Text(")", "）")


IN_PER_CENT = Text("; they are per cent, not points", "；应为百分之，而非百分点")


def contradicted(
    against: Sequence[Evidence], slips: Sequence[Text] = (), slip: Text = NOTHING
) -> Text:
    """Return what the data say instead, what the number would be right for, and how it is written."""
    why = Text("the data say ", "数据为") + _listed(against) + _with_the_text(against) + slip
    if not slips:
        return why
    listed = joined(list(dict.fromkeys(slips))[:_SHOWN], zh="、")
    return why + Text("; it is the figure of ", "；与此数相符的是") + listed


def other_release(against: Sequence[Evidence]) -> Text:
    """Return that the release the text may have quoted is not among the data."""
    head = Text(
        "the text may quote a release that is not in the data, which say ",
        "原文可能引用数据中没有的版本；数据为",
    )
    return head + _listed(against)


def part_of_a_stock(against: Sequence[Evidence]) -> Text:
    """Return that a count may be what was added in the period to the total that is known."""
    head = Text(
        "it may be what was added in the period; the data have the total, ",
        "可能是当期新增数；数据为总数：",
    )
    return head + _listed(against)


def of_the_zone(zone: str) -> Text:
    """Return that a number may be about a development zone."""
    return Text(
        f"it may be about {zone}, of which there are no data", f"可能指{zone}，库中没有其数据"
    )


def unexplained(words: str) -> Text:
    """Return that words of the clause may make the number one of something else."""
    return Text(
        f"the words “{words}” may make it a number of something else",
        f"“{words}”一语可能使所指不同",
    )


def elsewhere(against: Sequence[Evidence]) -> Text:
    """Return that a number is too far off to be about the same thing."""
    head = Text(
        "so far from the data that it is probably about something else; they say ",
        "与数据相差过大，可能所指不同；数据为",
    )
    return head + _listed(against)


def undecided(
    evidence: Sequence[Evidence], refuted: set[str], readings: Sequence[str]
) -> Text | None:
    """Return why what is known decides nothing, None where nothing is known."""
    weak = [e for e in evidence if e.outcome == "contradicted" and e.weight == "weak"]
    if weak:
        return _weakness(weak[0]) + Text(": ", "：") + _listed(weak)
    if refuted:
        missed = joined([reading(r) for r in readings if r not in refuted][:_SHOWN])
        found = _listed([e for e in evidence if e.outcome == "contradicted"])
        but = Text(", but the text may mean ", "，但原文可能指")
        return Text("the data say ", "数据为") + found + but + missed
    if far := [e for e in evidence if e.outcome == "far"]:
        head = Text("the bound holds, but is far from the figure: ", "界限成立，但与数据相去甚远：")
        return head + _listed(far)
    if evidence:
        head = Text("only a bound or a rough figure is known: ", "只有上下限或约数：")
        return head + _listed(evidence)
    return None


def lacking(
    empty: Sequence[Figure], readings: Sequence[str], catalogue: Catalogue, claim: Claim
) -> Text:
    """Return why there is nothing to compare a claim with."""
    reasons = {f.reason for f in empty}
    if "mixed_price_basis" in reasons:
        return NOMINAL
    if "series_break" in reasons and claim.measure == "growth":
        return SCOPE
    if "mixed_vintage" in reasons:
        return Text(
            "no one release has the figures that would have to be compared",
            "没有同一版本的可比数据",
        )
    name = catalogue.indicators[claim.indicator or ""].name
    place = catalogue.places[claim.place or ""].name
    when = joined([reading(r) for r in readings[:_SHOWN]])
    return Text(
        f"no figure: {name.en}, {place.en}, {when.en}",
        f"没有数据：{spaced(place.zh, name.zh)}，{when.zh}",
    )


def _weakness(found: Evidence) -> Text:
    figures = (found.figure, *found.figure.inputs)
    if found.figure.reason:
        return Text("only figures of different releases are known", "只有不同版本的数据")
    if found.figure.measure == "contribution":
        return Text(
            "share of the year before times published growth is a rough contribution",
            "上年占比乘以公布增速只是近似的拉动点数",
        )
    if any(f.method == "chained" for f in figures):
        return Text(
            "chained first rates say otherwise, but those may have been revised",
            "由公布增速连乘的结果不同，但各年增速可能已修订",
        )
    return Text(
        "levels need not have the scope of a published rate", "水平值与公布增速的口径可能不同"
    )


@lru_cache(maxsize=4096)
def figure(found: Figure, release: Text) -> Text:
    """Return a figure as one line shows it: number, unit, period and what its release is called.

    >>> from cpstats.model.figure import Figure
    >>> figure(Figure(indicator="gdp", ref_area="1", time_period="2024", value=1811.9, low=1811.85,
    ...     high=1811.95, unit="亿元", decimals=1), same("first")).en
    '181.19 billion yuan in 2024 (first)'
    """
    whole = found.formula is None or found.unit == PLACE
    decimals = found.decimals if whole else max(found.decimals, 2)
    if release.en:
        release = Text(" (", "（") + release + Text(")", "）")
    growth = found.unit == "%" and found.measure.endswith("growth")
    basis = BASIS.get(found.price_basis) if growth else None
    texts = []
    for lang in ("en", "zh"):
        told, places = natural(found, decimals) if lang == "en" else (found, decimals)
        number = figure_text(told, lang, places)
        if basis is not None:
            number = f"{basis.to(lang)} {number}"
        unit = inline(told.unit).to(lang)
        ends = "" if whole else interval_text(told, places)
        when = _period(found.time_period, lang)
        made = " ".join(part for part in (number, unit, ends) if part)
        dated = f"{made} in {when}" if lang == "en" else f"{when} {made}"
        texts.append(dated + release.to(lang))
    return Text(*texts)


def reading(code: str) -> Text:
    """Return a period as a person reads it."""
    return Text(_period(code, "en"), _period(code, "zh"))


def printed(ends: tuple[float | None, float | None]) -> str:
    """Return an interval of a printed number; an open end is an ellipsis."""
    low, high = ("…" if end is None else exact_text(float(f"{end:.12g}")) for end in ends)
    return f"[{low}, {high}]"


def _with_the_text(found: Sequence[Evidence]) -> Text:
    """Say which number of the text itself went into the evidence."""
    joint = (e.figure.inputs for e in found if e.weight == "joint")
    own = {str(f.printed) for inputs in joint for f in inputs if not f.sources}
    listed = ", ".join(sorted(own))
    return Text(f" (with the text's own {listed})", f"（结合原文的{listed}）") if own else same("")


def _listed(found: Sequence[Evidence]) -> Text:
    once = list(dict.fromkeys(figure(e.figure, e.release) for e in found))
    more = [same("…")] if len(once) > _SHOWN else []
    return joined([*once[:_SHOWN], *more], zh="、")


def _dated(found: Figure, code: str) -> bool:
    """Return whether the figure's own period says which reading it is."""
    return code.startswith(found.time_period)


def _period(code: str, lang: str) -> str:
    try:
        return Period.parse(code).label("zh" if lang == "zh" else "en")
    except PeriodError:
        return code
