"""What is said below the tables: why a cell is empty, which releases, known up to when."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.answers.converted import conversion_notes
from cpstats.calc.revision import turn
from cpstats.model.figure import machine, sources_in
from cpstats.model.observation import as_printed
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, Period, span
from cpstats.model.report import Block, Report
from cpstats.model.source import last_day
from cpstats.model.text import Text, joined, listed, same, typed
from cpstats.model.words import REASON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.place import Places
    from cpstats.model.source import Source
    from cpstats.selecting.figures import Figures


NOTHING = same("")
FEW = 3  # years that are named one by one are fewer
NAMED = 4  # figures of a mixture that a note names


def report_of(
    title: Text,
    found: Iterable[Figure],
    blocks: Iterable[Block],
    figures: Figures,
    *,
    notes: Sequence[Text] = (),
    marks: Sequence[tuple[str, Text]] = (),
    subtitle: Text | None = None,
) -> Report:
    """Return the report with its sources and the date up to which they know."""
    rows: dict[tuple[str | float | None, ...], Figure] = {}
    for figure in found:  # a benchmark stands beside several places, but is one row
        rows.setdefault(machine(figure), figure)
    found = tuple(_across(f, figures) for f in rows.values())
    sources = figures.sources_of(found)
    return Report(
        title,
        found,
        tuple(b for b in blocks if b.rows),
        subtitle=subtitle,
        marks=tuple(marks),
        notes=tuple(
            dict.fromkeys(
                (
                    *notes,
                    *conversion_notes(found, figures),
                    *behind_notes(found, figures),
                    *territory_notes(found, figures.catalogue),
                )
            )
        ),
        sources=sources,
        known=_known(found, sources, figures),
        names=names_of(found, figures.catalogue),
        catalogue=figures.catalogue,
    )


def _across(figure: Figure, figures: Figures) -> Figure:
    """Mark what was divided across a change of territory because that was allowed (S9)."""
    if not figures.allow_mixed or figure.value is None or figure.reason:
        return figure
    levels = [g for f in figure.inputs for g in (f, *f.inputs) if g.measure == "level"]
    if not _territory(levels, figures.catalogue.places):
        return figure
    return replace(figure, reason="series_break")


def names_of(found: Iterable[Figure], catalogue: Catalogue) -> dict[str, Text]:
    """Return what a person calls the indicators, places and sources of the figures."""
    every = [g for f in found for g in (f, *f.inputs, *f.others)]
    areas = {a for f in every for a in (f.ref_area, f.counterpart_area) if a in catalogue.places}
    sources = sources_in(every) & catalogue.sources.keys()
    return {
        **{i: catalogue.indicators[i].name for i in {f.indicator for f in every}},
        **{area: catalogue.places[area].name for area in areas},
        **{source: same(catalogue.sources[source].title) for source in sources},
    }


def _known(found: Sequence[Figure], sources: Sequence[Source], figures: Figures) -> str:
    """Return the latest date on which something that went in was released, as it is known."""
    dates = {s.published for s in sources}
    for figure in found:
        for vintage in figure.vintage.split("|"):
            if vintage in figures.catalogue.vintages:
                dates.add(figures.catalogue.vintages[vintage].released)
    return max(filter(None, dates), key=lambda d: (last_day(d), d), default="")


def reason_notes(found: Iterable[Figure], figures: Figures) -> list[Text]:
    """Return one sentence for each reason and its periods, with the places it stands for.

    Of a mixture that many figures have in common, no releases are named.
    """
    found = list(found)
    every = [n for f in found if (n := _name(figures.catalogue, f.ref_area)) is not None]
    found = [f for f in found if f.reason and (f.value is None or f.reason == "mixed_vintage")]
    mixed = [f for f in found if f.reason == "mixed_vintage" and f.value is None]
    crowded = len({(f.indicator, f.ref_area) for f in mixed}) > NAMED
    periods: dict[tuple[tuple[Text, Text], Text], list[str]] = {}
    for figure in found:
        about = _about(figure, figures.catalogue)
        short = crowded and figure.reason == "mixed_vintage" and figure.value is None
        reason = _MIXED if short else reason_of(figure, figures.catalogue)
        said = periods.setdefault((about, reason), [])
        if figure.time_period not in said:
            said.append(figure.time_period)
    places: dict[tuple[Text, Text, Text], list[Text]] = {}
    for ((place, indicator), reason), said in periods.items():
        places.setdefault((labels(said), indicator, reason), []).append(place)
    return [
        when + Text(": ", "：") + listed(names, every) + indicator + Text(": ", "：") + reason
        for (when, indicator, reason), names in places.items()
    ]


def _name(catalogue: Catalogue, area: str) -> Text | None:
    return catalogue.places[area].name if area in catalogue.places else None


_MIXED = REASON["mixed_vintage"] + typed(
    " (--explain names them); --allow-mixed divides all the same",
    "（--explain 列出版本）；--allow-mixed 可强行相除",
)


def _about(figure: Figure, catalogue: Catalogue) -> tuple[Text, Text]:
    """Return the place the reason is about, and the indicator where it is not the figure's own."""
    cells = figure.lacking or ((figure.indicator, figure.ref_area),)
    if figure.ref_area not in catalogue.places and not figure.lacking:
        return Text("the places named", "所列地区"), same("")
    comma = Text(", ", "，")
    named = [
        (catalogue.places[area].name, comma + catalogue.indicators[indicator].name)
        if indicator != figure.indicator
        else (catalogue.places[area].name, same(""))
        for indicator, area in cells
    ]
    if len({of for _, of in named}) == 1:
        return joined([place for place, _ in named]), named[0][1]
    return joined([place + of for place, of in named], en="; ", zh="；"), same("")


def territory_notes(found: Iterable[Figure], catalogue: Catalogue) -> list[Text]:
    """Say where figures of a place stand on both sides of a change of its territory."""
    years: dict[str, set[int]] = {}
    for figure in found:
        for text in filter(None, (figure.time_period, figure.base_period)):
            years.setdefault(figure.ref_area, set()).update(_years(text))
    told = {
        figure.ref_area
        for figure in found
        if figure.reason == "series_break" and figure.value is None
        if _territory(figure.inputs, catalogue.places)  # its reason says so
    }
    return [
        catalogue.places[area].name
        + Text(": ", "：")
        + event
        + Text(": what is before and after is not comparable", "，前后不可比")
        for area, said in years.items()
        if area not in told
        for event in _events(area, said, catalogue.places)
    ]


def _events(area: str, years: Iterable[int], places: Places) -> list[Text]:
    """Return what made a place another territory between the first and the last of some years."""
    return [
        Text(
            f"another territory since {year} "
            f"({other.en} was {'united with' if united else 'parted from'} it)",
            f"{year}年起地域不同（{other.zh}{'并入' if united else '析出'}）",
        )
        for year, other, united in places.breaks(area, min(years), max(years))
    ]


@lru_cache(maxsize=256)
def _years(text: str) -> tuple[int, ...]:
    return tuple(map(int, _YEARS.findall(text)))


_YEARS = pattern(r"(?<!\d)\d{4}(?!\d)")


def growth_notes(found: Iterable[Figure]) -> list[Text]:
    """Say where growth is of levels, for want of a published rate, and what it then is."""
    bases = {f.price_basis for f in found if _of_levels(f)}
    return [_OF_LEVELS + _LEVEL_GROWTH.get(basis, same("")) for basis in sorted(bases)]


_OF_LEVELS = Text(
    "Growth without a published rate is that of levels of one release",
    "未见公布的增速由同一版本的水平值计算",
)
_LEVEL_GROWTH = {
    "current": Text(" at current prices: nominal", "（现价，为名义增速）"),
    "constant": Text(" at constant prices: real", "（不变价，为实际增速）"),
}


def _of_levels(figure: Figure) -> bool:
    return figure.measure == "growth" and figure.method == "quotient" and figure.value is not None


def reason_of(figure: Figure, catalogue: Catalogue) -> Text:
    """Return why there is no number, naming what is missing and what to do."""
    reason = REASON[figure.reason]
    if figure.reason == "series_break":
        events = _territory(figure.inputs, catalogue.places)
        mend = typed("; --allow-mixed divides all the same", "；--allow-mixed 可强行相除")
        return joined(events, en="; ", zh="；") + mend if events else reason
    if figure.absent and figure.method == "chained":  # there may be levels
        return Text("no growth rate for ", "缺") + labels(figure.absent) + Text("", "的增速")
    if figure.absent:
        reason = reason + Text(" (", "（") + labels(figure.absent) + Text(")", "）")
    if figure.reason == "base_nonpositive":
        return _turned(figure) or reason
    if figure.reason == "mixed_vintage" and figure.inputs:
        shown = [_release(f, catalogue) for f in figure.inputs[:NAMED]]
        more = [same("…")] if len(figure.inputs) > NAMED else []
        ends = joined([*shown, *more], en="; ", zh="；")
        if figure.value is not None:
            return Text("two releases were mixed (", "跨版本计算（") + ends + Text(")", "）")
        mend = typed("; --allow-mixed divides all the same", "；--allow-mixed 可强行相除")
        reason = reason + Text(" (", "（") + ends + Text(")", "）") + mend
    return reason


def _territory(levels: Iterable[Figure], places: Places) -> list[Text]:
    """Return what happened to the territory of places between levels of theirs."""
    years: dict[str, list[int]] = {}
    for end in levels:
        years.setdefault(end.ref_area, []).append(Period.parse(end.time_period).year)
    return [e for area, said in years.items() for e in _events(area, said, places)]


TURN = {
    "扭亏为盈": Text(
        "the base is zero or negative (from loss to profit)", "基数为零或负（扭亏为盈）"
    ),
    "由盈转亏": Text("from profit to loss there is no rate", "由盈转亏，不计算增速"),
    "减亏": Text("the base is zero or negative (a smaller loss)", "基数为零或负（减亏）"),
    "增亏": Text("the base is zero or negative (a larger loss)", "基数为零或负（增亏）"),
}


def _turned(figure: Figure) -> Text | None:
    """Return what happened across zero between the two ends in time, if anything did."""
    ends = sorted(figure.inputs, key=lambda f: Period.parse(f.time_period))
    if len(ends) != 2 or ends[0].value is None or ends[1].value is None:
        return None
    if ends[0].time_period == ends[1].time_period:
        return None
    return TURN.get(turn(ends[0].value, ends[1].value))


def release_notes(figures: Figures) -> list[Text]:
    """Return what `--as-of` left out."""
    if not figures.undated:
        return []
    count = figures.undated
    return [
        Text(
            f"Figures whose date is not known are left out: {count}",
            f"未计入日期不明的数据{count}个",
            " (--as-of).",
            "（--as-of）。",
        )
    ]


def behind_notes(found: Iterable[Figure], figures: Figures) -> list[Text]:
    """Say which own figures displace no published one: their unit or place is only assumed."""
    behind = figures.passed_over(found)
    if not behind:
        return []
    return [
        labels(dict.fromkeys(f.time_period for f in behind))
        + Text(
            ": own figures without a unit or a place stand behind the published ones; "
            "name it in the table to let them answer",
            "：自有数据未写明单位或地区，排在已发布数据之后；在表中写明后方会采用",
        )
    ]


def labels(periods: Iterable[str]) -> Text:
    """Return periods as a list; three years running or more are a span."""
    runs: list[list[Period]] = []
    for period in map(Period.parse, periods):
        last = runs[-1][-1] if runs else None
        if last and last.freq is period.freq is Freq.ANNUAL and last.year + 1 == period.year:
            runs[-1].append(period)
        else:
            runs.append([period])
    found = [
        p for run in runs for p in ([span(run[0].year, run[-1].year)] if len(run) >= FEW else run)
    ]
    return joined([Text(p.label("en"), p.label("zh")) for p in found])


def _release(figure: Figure, catalogue: Catalogue) -> Text:
    said = joined([as_printed(figure), _called(figure, catalogue)], zh="，")
    return same(figure.time_period) + Text(": ", "：") + said


def _called(figure: Figure, catalogue: Catalogue) -> Text:
    """Return what the releases of a figure are called; one without a name is its source.

    That is its title in Chinese; English has the id of what is not titled in Latin letters.
    """
    if figure.vintage:
        return catalogue.releases(figure.vintage)
    known = catalogue.sources
    titles = {s: known[s].title if s in known else s for s in figure.sources}
    return joined([Text(t if t.isascii() else s, t) for s, t in titles.items()])
