"""The standard sentences of a bulletin, written from the data: the reverse of `check`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.answers.averages import plan_window, printed_early
from cpstats.answers.notes import growth_notes, labels, reason_of, release_notes, report_of
from cpstats.answers.sentences import sentence_en, sentence_zh
from cpstats.answers.sentences.statement import (
    AT_CONSTANT,
    FORECAST,
    Lack,
    Statement,
    in_period,
    over,
)
from cpstats.answers.shown_periods import asked_periods
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, joined, same, spaced
from cpstats.model.words import ONLY_FORECAST, REASON
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.question import Question
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def narrate(question: Question, package: Package) -> Report:
    """Answer `narrate`: for each indicator and place a sentence for each period, then the span.

    A place without a benchmark of the question is compared with its parent. What the data do not
    give is not written; a note says why. The figures of the report are those of the sentences.
    """
    places = package.catalogue.places
    others = {a: question.benchmark or places[a].parent for a in question.places}
    others = {a: o if o in places and o != a else "" for a, o in others.items()}
    every = tuple(dict.fromkeys((*question.places, *filter(None, others.values()))))
    figures = Figures.of(package, replace(question, places=every), question.indicators)
    statements: list[Statement] = []
    for indicator in question.indicators:
        for area, other in others.items():
            pair = Pair(figures, replace(question, benchmark=other), indicator, area)
            statements += statements_of(pair)
    told = [s for s in statements if s.figures]
    names = [package.catalogue.indicators[i].name for i in question.indicators]
    title = joined(names) + same(" · ") + joined([places[a].name for a in question.places])
    report = report_of(
        title,
        [f for s in told for f in s.figures],
        (),
        figures,
        notes=[*_notes(statements), *_of_levels(told), *release_notes(figures)],
    )
    return replace(report, text=tuple(sentence(s) for s in told))


def sentence(said: Statement) -> Text:
    """Return what a statement says, in both languages."""
    return Text(sentence_en.sentence(said), sentence_zh.sentence(said))


def statements_of(pair: Pair) -> Iterator[Statement]:
    """Yield what is said of each period of the window, then of its years together."""
    for period in _periods(pair):
        yield in_period(pair, period)
    window = pair.question.window
    years = plan_window(pair) if window.is_open else window.years
    if years is not None:
        yield from over(pair, years)


def _periods(pair: Pair) -> Sequence[Period]:
    """Return the periods of the window, every year of it; without one the newest year known."""
    figures, window = pair.figures, pair.question.window
    series = (figures.levels(pair.ident, pair.area), pair.growths[pair.area])
    have = {p for s in series for p, f in s.items() if f.obs_status != FORECAST}
    years = [p for p in have if p.freq is Freq.ANNUAL]
    if window.is_open:
        return [max(years)] if years else []
    return asked_periods(pair.question, have) or ([window.one] if window.one is not None else [])


def _notes(statements: Sequence[Statement]) -> list[Text]:
    """Return what is computed, what a published span may mean, and what is lacking and why."""
    notes = [note for made, note in _COMPUTED.items() if _any(statements, made)]
    notes += [
        printed_early(figure, said.period)
        for said in statements
        for figure in said.figures
        if "average" in figure.measure
        and figure.formula is None
        and figure.time_period != str(said.period)
    ]
    return notes + _releases(statements) + _lacking(statements)


def _releases(statements: Sequence[Statement]) -> list[Text]:
    """Say where the levels of the sentences are of several releases, and so not comparable."""
    found: dict[Text, dict[str, None]] = {}
    for said in statements:
        if said.level is not None and said.level.measure == "level":
            series = said.pair.name(said.pair.area) + Text(", ", "") + said.pair.indicator.name
            found.setdefault(series, {})[said.level.vintage or said.level.source] = None
    return [
        series
        + Text(
            f": the levels are of several releases ({', '.join(names)}), not to be divided",
            f"：各期水平值出自不同版本（{'、'.join(names)}），不可相除",
        )
        for series, names in found.items()
        if len(names) > 1
    ]


_COMPUTED = {
    "average_growth": Text(
        "Averages from yearly rates or levels are computed, rounded half up to one decimal.",
        "由年度增速或水平值得出的年均增速为计算数，四舍五入，保留一位小数。",
    ),
    "gap": Text(
        "Gaps in percentage points are computed where no source gives them.",
        "未见公布的增速差（百分点）为计算数。",
    ),
    "share": Text(
        "Shares are computed from two levels of one release.", "占比由同一版本的水平值计算。"
    ),
}


def _of_levels(told: Sequence[Statement]) -> list[Text]:
    """Say where growth of a period is that of levels, its own or in a gap."""
    return growth_notes(f for said in told for one in said.figures for f in (one, *one.inputs))


def _any(statements: Sequence[Statement], kind: str) -> bool:
    made = {f.measure for s in statements for f in s.figures if f.formula is not None}
    return any(kind in measure for measure in made if kind != "average_growth" or measure == kind)


_WHAT = {
    "level": Text("level", "水平值"),
    "part": Text("comparison of levels", "水平值的对比"),
    "growth": Text("growth", "增速"),
    "gap": Text("gap of growth", "增速差"),
    "average": Text("average growth", "年均增速"),
    "average_gap": Text("gap of average growth", "年均增速差"),
}
_OWN_REASON = {
    FORECAST: ONLY_FORECAST,
    AT_CONSTANT: Text("only at constant prices", "只有不变价数"),
}


def _lacking(statements: Sequence[Statement]) -> list[Text]:
    """Return one note for each kind of number, reason and run of periods, naming the places."""
    periods: dict[tuple[Text, Text, str, Text], list[str]] = {}
    for said in statements:
        head = said.pair.indicator.name, said.pair.name(said.pair.area)
        for lack in said.lacks:
            periods.setdefault(
                (*head, lack.what, _why(lack, said.pair.figures.catalogue)), []
            ).append(str(lack.period))
    places: dict[tuple[Text, str, Text, Text], list[Text]] = {}
    for (indicator, place, what, why), found in periods.items():
        places.setdefault((indicator, what, labels(found), why), []).append(place)
    return [_lacks(joined(areas), *key) for key, areas in places.items()]


def _lacks(places: Text, indicator: Text, what: str, when: Text, why: Text) -> Text:
    number = _WHAT[what]
    return Text(
        f"{places.en}, {indicator.en}: {number.en} not written for {when.en} ({why.en})",
        f"{spaced(places.zh, indicator.zh)}：未写{when.zh}的{number.zh}（{why.zh}）",
    )


def _why(lack: Lack, catalogue: Catalogue) -> Text:
    if lack.reason in _OWN_REASON:
        return _OWN_REASON[lack.reason]
    if lack.what == "average" and lack.figure is not None:
        return reason_of(lack.figure, catalogue)
    return REASON[lack.reason]
