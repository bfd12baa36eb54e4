"""A report as Markdown: sentences and tables; a terminal and a page of a project show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.export.parts.markdown import escaped, table
from cpstats.export.parts.report.templating import laid_out
from cpstats.export.parts.report.view import common, noted
from cpstats.model.prose import titles

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

ADDRESSES = ("link", "id", "anchor", "lang")  # stay as they are


def write(report: Report, style: Style) -> bytes:
    """Return the report as GitHub-flavoured Markdown.

    Raises
    ------
    UsageError
        When the extra is missing, or the template is wrong.
    """
    dossier = report.dossier
    assert dossier is not None, "asked before"
    given = common(report, style)
    given["sections"] = [
        {
            "id": s.card.indicator,
            "name": s.card.name.to(style.lang),
            "sentences": [t.to(style.lang) for t in s.sentences],
            "notes": noted(s, style),
        }
        for s in dossier.sections
    ]
    given = _plain(given)
    for section, made in zip(dossier.sections, given["sections"], strict=True):
        made["tables"] = _tables(section.answer, style)
        made["revisions"] = _tables(section.revisions, style) if section.revisions else []
    given["score"] = table(dossier.score, style) if dossier.cards else ""
    given["others"] = table(dossier.others, style) if dossier.singles else ""
    given["joint"] = "" if style.lang == "zh" else " "
    text = laid_out(dossier.template, "report.md", given, escaped=False)
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [
        line for n, line in enumerate(lines) if line or (n and lines[n - 1])
    ]  # one empty line at most
    return ("\n".join(kept).strip() + "\n").encode()


def _plain(given: Any, name: str = "") -> Any:
    """Return what a template is given with its words escaped."""
    if isinstance(given, str):
        return given if name in ADDRESSES else escaped(given)
    if isinstance(given, dict):
        return {key: _plain(value, key) for key, value in given.items()}
    if isinstance(given, list):
        return [_plain(value, name) for value in given]
    return given


def _tables(report: Report, style: Style) -> list[dict[str, str]]:
    names = titles(report, style.lang)[1]
    return [
        {"name": escaped(name), "text": table(block, style)}
        for block, name in zip(report.blocks, names, strict=True)
    ]
