"""What a template is given: plain words of one language, and the pieces that it may place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.model.chart import Kind
from cpstats.model.charts import panels_of
from cpstats.model.prose import titles
from cpstats.model.scorecard import against, dated, direction, period_of, placed, valued
from cpstats.model.text import Text, printable
from cpstats.model.unit import inline
from cpstats.model.words import MEASURE, METHOD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.model.chart import Panel
    from cpstats.model.figure import Figure, Quote
    from cpstats.model.report import Card, Dossier, Report, Section, Style
    from cpstats.model.source import Source

QUOTES = 4  # of a source
MOST = 3  # pictures of an indicator
WORDS = {
    "summary": Text("In short", "概要"),
    "score": Text("Score card", "一览表"),
    "contents": Text("Contents", "目录"),
    "indicators": Text("Indicator by indicator", "分指标"),
    "revisions": Text("Revisions", "修订"),
    "gaps": Text("What is not known", "数据缺口"),
    "others": Text("Other figures", "其他数据"),
    "methods": Text("Methods", "方法"),
    "sources": Text("Sources", "来源"),
    "notes": Text("Notes", "说明"),
    "known": Text(" Figures known up to {}.", "数据截至{}。"),
    "skip": Text("To the text", "跳到正文"),
    "quoted": Text("printed there", "原文数字"),
    "indicator": Text("indicator", "指标"),
    "period": Text("period", "时期"),
    "value": Text("value", "数值"),
    "growth": Text("growth, %", "增速，%"),
    "gap": Text("against the benchmark", "与基准对比"),
    "rank": Text("rank", "位次"),
    "course": Text("course", "走势"),
    "direction": Text("direction", "走向"),
    "no_data": Text("no figure", "无数据"),
    "made": Text(
        "Every number stands as its source prints it, or is computed from such numbers as shown.",
        "各数均为来源公布数，或按所示方法由公布数计算。",
    ),
    "table": Text("Table", "表"),
    "figure": Text("Figure", "图"),
}


def words(style: Style) -> dict[str, str]:
    """Return the words of the program's own templates."""
    return {name: text.to(style.lang) for name, text in WORDS.items()}


def card_of(card: Card, style: Style) -> dict[str, str]:
    """Return a line of the score card in words."""
    good = {True: "good", False: "bad", None: ""}[card.good]
    told = {
        "name": card.name, "period": period_of(card.level), "value": valued(card.level),
        "growth": dated(card.growth), "gap": against(card.gap), "rank": placed(card.rank),
        "direction": direction(card),
    }  # fmt: skip
    return {
        "id": card.indicator,
        "good": good,
        **{name: printable(text.to(style.lang)) for name, text in told.items()},
    }


def pictured(section: Section) -> tuple[Panel, ...]:
    """Return what is drawn of an answer: nothing where there is a single figure, or none of the place."""
    from cpstats.errors import NoAnswerError

    try:
        panels = panels_of(section.answer)
    except NoAnswerError:
        return ()
    shown = [p for p in panels if len(p.series) > 1 or p.runs or p.kind is Kind.DOTS]
    own = [p for p in shown if any(f.ref_area == section.area for s in p.series for f in s.figures)]
    return tuple(own)[:MOST]


def noted(section: Section, style: Style) -> list[str]:
    """Return the notes of an answer, footnotes of its tables included."""
    lang = style.lang
    marks = [f"{letter}  {text.to(lang)}" for letter, text in section.answer.marks]
    return [
        printable(t) for t in (*marks, *(n.to(lang, typed=False) for n in section.answer.notes))
    ]


def heading(report: Report, style: Style) -> str:
    """Return the title of a report."""
    return titles(report, style.lang)[0][0]


def methods(dossier: Dossier, style: Style) -> Iterator[dict[str, str]]:
    """Yield how each kind of computed number is made, with one example."""
    seen: set[tuple[str, str]] = set()
    for figure in dossier.figures:
        kind = figure.measure.partition(":")[0]
        if figure.formula is None or figure.value is None or (kind, figure.method) in seen:
            continue
        seen.add((kind, figure.method))
        yield {
            "what": MEASURE[kind].to(style.lang) if kind in MEASURE else kind,
            "how": METHOD[figure.method].to(style.lang) if figure.method in METHOD else "",
            "example": printable(figure.formula.to(style.lang)),
            "result": valued(figure).to(style.lang),
        }


def sources(report: Report, figures: Sequence[Figure], style: Style) -> list[dict[str, Any]]:
    """Return each source with its address and what it printed."""
    quoted: dict[str, dict[str, None]] = {}
    for figure in (g for f in figures for g in (f, *f.inputs)):
        if figure.formula is None and figure.printed and figure.source:
            said = _quote(report, figure, figure.printed, style)
            quoted.setdefault(figure.source, {})[said] = None
    return [_source(s, list(quoted.get(s.source, {})), style) for s in report.sources]


def _quote(report: Report, figure: Figure, quote: Quote, style: Style) -> str:
    lang = style.lang
    indicator, area = (
        report.names[name].to(lang) if name in report.names else name
        for name in (figure.indicator, figure.ref_area)
    )
    comma = "，" if lang == "zh" else ", "
    head = comma.join((indicator, area, period_of(figure).to(lang)))
    told, blank = inline(quote.unit).to(lang) if quote.unit else "", "" if lang == "zh" else " "
    colon = "：" if lang == "zh" else ": "
    return printable(f"{head}{colon}“{quote.number}”{blank}{told}".rstrip())


def _source(source: Source, quotes: list[str], style: Style) -> dict[str, Any]:
    undated = "无日期" if style.lang == "zh" else "no date"
    link = source.url if source.url.startswith(("https://", "http://")) else ""
    return {
        "id": source.source,
        "title": printable(source.title or source.source),
        "publisher": printable(source.publisher),
        "published": source.published or undated,
        "link": link,
        "locator": printable("" if link else source.url or source.locator),
        "note": printable(source.note),
        "quotes": quotes[:QUOTES],
        "more": max(len(quotes) - QUOTES, 0),
    }


def common(report: Report, style: Style) -> dict[str, Any]:
    """Return what every template has."""
    dossier = report.dossier
    assert dossier is not None, "asked before"
    return {
        "lang": style.lang,
        "title": heading(report, style),
        "place": dossier.place.to(style.lang),
        "benchmark": dossier.benchmark.to(style.lang),
        "known": words(style)["known"].format(report.known) if report.known else "",
        "words": words(style),
        "cards": [card_of(card, style) for card in dossier.cards],
        "gaps": [printable(g.to(style.lang)) for g in dossier.gaps],
        "methods": list(methods(dossier, style)),
        "sources": sources(report, dossier.figures, style),
    }
