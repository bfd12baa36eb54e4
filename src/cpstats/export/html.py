"""HTML: a fragment with the tables, their notes and sources; everything is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export.parts.page import escape
from cpstats.model.prose import below, paragraphs, titles
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.article import Article
    from cpstats.model.report import Block, Report, Style

EYE = True
SUFFIXES = (".html", ".htm")


def write(report: Report, style: Style) -> bytes:
    """Return the report as an HTML page without scripts; marked texts stand above the tables."""
    if report.dossier is not None:
        from cpstats.export.parts.report.html import write as laid_out

        return laid_out(report, style)
    title = titles(report, style.lang)[0][0]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    if report.articles:
        head += f"<style>{_LOOK}</style>"
    body = "\n".join([*(article(a, style) for a in report.articles), fragment(report, style)])
    return (
        f'<!doctype html>\n<html lang="{style.lang}">\n<head>{head}</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    ).encode()


_LOOK = """
body { font-family: system-ui, sans-serif; line-height: 1.7; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
article p { margin: 0 0 .8em; }
mark { padding: 0 .15em; border-radius: .2em; background: #e8e8e8; color: inherit; }
mark.confirmed { background: #cdeccd; }
mark.contradicted, mark.inconsistent { background: #f6c1c1; }
mark.depends { background: #fbe7a8; }
mark.not_checked { background: none; border-bottom: 1px dotted #999; }
mark sup { font-size: .65em; }
table { border-collapse: collapse; } td, th { padding: .2em .6em; border-bottom: 1px solid #ddd;
  vertical-align: top; }
"""


def article(article: Article, style: Style) -> str:
    """Return a text with its marks; what is said of each shows when it is pointed at."""
    pieces, at = [], 0
    for mark in article.marks:
        said = f"{mark.label.to(style.lang)}: {mark.note.to(style.lang)}"
        pieces += [
            escape(article.text[at : mark.start]),
            f'<mark class="{escape(mark.kind)}" title="{escape(said)}">',
            escape(article.text[mark.start : mark.end]),
            f"<sup>{escape(mark.label.to(style.lang))}</sup></mark>",
        ]
        at = mark.end
    text = "".join([*pieces, escape(article.text[at:])])
    lines = [f"<p>{line}</p>" for line in text.splitlines() if line.strip()]
    return f"<article>\n<h1>{escape(article.name)}</h1>\n" + "\n".join(lines) + "\n</article>"


def fragment(report: Report, style: Style) -> str:
    """Return the tables, notes and sources without a page around them, as a notebook shows them."""
    (title, *more), names = titles(report, style.lang)
    above = [*more, *paragraphs(report, style.lang)]
    parts = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(line)}</p>" for line in above)]
    for block, name in zip(report.blocks, names, strict=True):
        if name:
            parts.append(f"<h2>{escape(name)}</h2>")
        parts.append(_table(block, style))
    parts += [f"<p>{escape(line)}</p>" for line in below(report, style) if line]
    return "\n".join(parts)


def _table(block: Block, style: Style) -> str:
    from tabulate import tabulate

    return tabulate(
        [[c.strip() for c in row] for row in texts(block, style.lang, style.digits)],
        headers=headers(block, style.lang),
        tablefmt="html",  # escapes every cell
        disable_numparse=True,
        colalign=["right" if c.right else "left" for c in block.columns] if block.rows else None,
    )
