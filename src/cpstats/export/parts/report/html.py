"""A report as one page: nothing in it is fetched, no script runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.export.parts.drawing import converter, svg
from cpstats.export.parts.page import page, picture, table
from cpstats.export.parts.picture import drawn, framed
from cpstats.export.parts.report.sparkline import spark
from cpstats.export.parts.report.templating import laid_out, missing
from cpstats.export.parts.report.view import common, noted, pictured
from cpstats.model.prose import titles
from cpstats.model.text import printable

if TYPE_CHECKING:
    from cpstats.model.report import Report, Section, Style


def write(report: Report, style: Style) -> bytes:
    """Return the page; a user's template is its body, or the whole page where it begins with one.

    Raises
    ------
    UsageError
        When an extra is missing, or the template is wrong.
    """
    dossier = report.dossier
    assert dossier is not None, "asked before"
    try:
        from markupsafe import Markup
    except ModuleNotFoundError:
        raise missing() from None
    converter(style)  # what is missing is said before any work
    given = common(report, style)
    anchors = {s.card.indicator: f"i{n}" for n, s in enumerate(dossier.sections, 1)}
    for card, told in zip(dossier.cards, given["cards"], strict=True):
        told["spark"] = Markup(spark(card.runs, style))  # noqa: S704 - made of numbers
        told["anchor"] = anchors[card.indicator]
    given["sections"] = [
        _section(s, style, anchors[s.card.indicator], Markup) for s in dossier.sections
    ]
    others = table(dossier.others, style, told=given["words"]["others"])
    given["others"] = Markup(others if dossier.singles else "")  # noqa: S704 - its words are escaped
    given["joint"] = "" if style.lang == "zh" else " "
    body = laid_out(dossier.template, "report.html", given, escaped=True)
    whole = body.lstrip()[:9].lower() == "<!doctype"
    return (body if whole else page(given["title"], body, style)).encode()


def _section(section: Section, style: Style, anchor: str, markup: Any) -> dict[str, Any]:
    lang = style.lang
    pictures = [
        picture(
            svg(framed([drawn(panel, style)]), style),
            f"{panel.title.to(lang)} ({panel.under(lang)})",
            name=f"{anchor}-{n}",
        )
        for n, panel in enumerate(pictured(section))
    ]
    return {
        "id": anchor,
        "name": section.card.name.to(lang),
        "sentences": [printable(s.to(lang)) for s in section.sentences],
        "pictures": [markup(p) for p in pictures],
        "tables": _tables(section.answer, style, markup),
        "revisions": _tables(section.revisions, style, markup) if section.revisions else [],
        "notes": noted(section, style),
    }


def _tables(report: Report, style: Style, markup: Any) -> list[dict[str, Any]]:
    names = titles(report, style.lang)[1]
    return [
        {"name": name, "html": markup(table(block, style, told=name))}
        for block, name in zip(report.blocks, names, strict=True)
    ]
