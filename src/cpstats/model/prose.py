"""What stands above and below a table: titles, footnotes, notes, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.text import printable
from cpstats.model.unit import in_unit

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style
    from cpstats.model.source import Source
    from cpstats.model.text import Lang


def titles(report: Report, lang: Lang) -> tuple[list[str], list[str]]:
    """Return the lines above the tables, and for each table its name (empty: said above)."""
    head = [report.title.to(lang)]
    if report.subtitle is not None:
        head.append(report.subtitle.to(lang))
    names = [
        in_unit(block.title, block.unit).to(lang) if block.title is not None else ""
        for block in report.blocks
    ]
    return [printable(h) for h in head], ["" if n in head else printable(n) for n in names]


def paragraphs(report: Report, lang: Lang) -> list[str]:
    """Return the sentences that stand above the tables."""
    return [printable(text.to(lang)) for text in report.text]


def below(report: Report, style: Style) -> list[str]:
    """Return the lines below the tables of a document for the eye."""
    lang = style.lang
    lines = [f"{letter}  {text.to(lang)}" for letter, text in report.marks]
    lines += [note.to(lang, typed=style.typed) for note in report.notes]
    lines += source_lines(report, style)
    if style.explain:
        from cpstats.model.explaining import explanation

        lines += ["", *explanation(report, style)]
    return [printable(line) for line in lines]


def aside(report: Report, style: Style) -> list[str]:
    """Return what a machine format leaves to standard error."""
    lines = [note.to(style.lang) for note in report.notes]
    if style.cite:
        lines += source_lines(report, style)
    if style.explain:
        from cpstats.model.explaining import explanation

        lines += explanation(report, style)
    return [printable(line) for line in lines]


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
        head = f"来源{count}个（--cite 列出）。" if zh else f"Sources: {count} (--cite)."
        return [head + known if zh else f"{head} {known}".rstrip()]
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
