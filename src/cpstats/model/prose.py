"""What stands below a table: footnotes, notes, sources, and how each number was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.typeset import figure_text, interval_text
from cpstats.model.words import AS_PRINTED, BASIS, MEASURE, METHOD, REASON

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style
    from cpstats.model.source import Source
    from cpstats.model.text import Lang


def titles(report: Report, lang: Lang) -> tuple[list[str], list[str]]:
    """Return the lines above the tables, and for each table its name (empty: said above)."""
    head = [report.title.to(lang)]
    if report.subtitle is not None:
        head.append(report.subtitle.to(lang))
    names = [block.title.to(lang) if block.title is not None else "" for block in report.blocks]
    return head, ["" if name in head else name for name in names]


def below(report: Report, style: Style) -> list[str]:
    """Return the lines below the tables of a document for the eye."""
    lang = style.lang
    lines = [f"{letter}  {text.to(lang)}" for letter, text in report.marks]
    lines += [note.to(lang) for note in report.notes]
    lines += source_lines(report, style)
    if style.explain:
        lines += ["", *explanation(report, lang)]
    return lines


def aside(report: Report, style: Style) -> list[str]:
    """Return what a machine format leaves to standard error."""
    lines = [note.to(style.lang) for note in report.notes]
    if style.cite:
        lines += source_lines(report, style)
    if style.explain:
        lines += explanation(report, style.lang)
    return lines


def source_lines(report: Report, style: Style) -> list[str]:
    """Return how many sources there are, or with `cite` each with its address."""
    zh = style.lang == "zh"
    known = ""
    if report.known:
        known = f"数据截至{report.known}。" if zh else f"Figures known up to {report.known}."
    if not report.sources:
        return [known] if known else []
    if not style.cite:
        count = len(report.sources)
        head = f"来源{count}个（--cite 列出）。" if zh else f"Sources: {count} (--cite). "
        return [head + known]
    return [
        "来源：" if zh else "Sources:",
        *(f"  {citation(s, style.lang)}" for s in report.sources),
        *([known] if known else []),
    ]


def citation(source: Source, lang: Lang) -> str:
    """Return id, title, publisher, date and address of a source."""
    undated = "无日期" if lang == "zh" else "no date"
    parts = [source.title, source.publisher, source.published or undated]
    return f"{source.source}: {', '.join(p for p in parts if p)}. {source.url or source.locator}"


def explanation(report: Report, lang: Lang) -> list[str]:
    """Return for each figure: formula, inputs with their sources, n, base, vintage, interval."""
    titles = {s.source: s for s in report.sources}
    lines = ["各数的由来" if lang == "zh" else "How each number was made"]
    for figure in report.figures:
        lines.append(f"- {_headline(figure, lang)}")
        lines += [f"    {line}" for line in _details(figure, titles, lang)]
    return lines


def _headline(figure: Figure, lang: Lang) -> str:
    measure = MEASURE.get(figure.measure)
    words = [figure.indicator, figure.ref_area]
    if figure.counterpart_area:
        words.append(f"/ {figure.counterpart_area}")
    words += [figure.time_period, measure.to(lang) if measure else figure.measure]
    if figure.value is None:
        reason = REASON[figure.reason].to(lang) if figure.reason in REASON else figure.reason
        return f"{' '.join(words)}: {reason} ({figure.reason})"
    digits = max(figure.decimals, 0)
    value = figure_text(figure, lang, digits)
    words[-1] += ":"
    interval = interval_text(figure, digits if figure.method == "published" else digits + 2)
    return " ".join(w for w in [*words, value, figure.unit, interval] if w)


def _details(figure: Figure, titles: dict[str, Source], lang: Lang) -> list[str]:
    zh = lang == "zh"
    lines = []
    if figure.formula is not None:
        lines.append(("公式：" if zh else "formula: ") + figure.formula.to(lang))
    facts = [METHOD[figure.method].to(lang)] if figure.method in METHOD else []
    if figure.price_basis:
        basis = BASIS.get(figure.price_basis.partition(":")[0])
        facts.append(basis.to(lang) if basis else figure.price_basis)
        if figure.assumed:
            facts[-1] += "（来源未注明）" if zh else " (assumed, the source does not say)"
    if figure.n is not None:
        base = f"，基期{figure.base_period}" if zh else f", base {figure.base_period}"
        facts.append(f"n={figure.n}{base if figure.base_period else ''}")
    if figure.vintage:
        facts.append(("版本 " if zh else "vintage ") + figure.vintage.replace("|", ", "))
    lines.append(("；" if zh else "; ").join(facts))
    if figure.printed:
        lines.append(f"{AS_PRINTED.to(lang)} {figure.printed}")
    if not figure.inputs:
        lines += [citation(titles[s], lang) for s in figure.sources if s in titles]
    lines += [_input(f, titles, lang) for f in figure.inputs]
    for other in figure.others:
        lines.append(("另有：" if zh else "also: ") + _input(other, titles, lang))
    return lines


def _input(figure: Figure, titles: dict[str, Source], lang: Lang) -> str:
    shown = figure.printed or figure_text(figure, lang, max(figure.decimals, 0))
    measure = MEASURE[figure.measure].to(lang) if figure.measure in MEASURE else figure.measure
    head = f"{figure.ref_area} {figure.time_period} {measure} {shown}"
    interval = interval_text(figure, max(figure.decimals, 0) + 2) if figure.formula else ""
    release = f" ({figure.vintage})" if figure.vintage else ""
    from_ = ", ".join(f"{s}: {titles[s].title}" if s in titles else s for s in figure.sources)
    return f"{head}{' ' + interval if interval else ''}{release} — {from_}"
