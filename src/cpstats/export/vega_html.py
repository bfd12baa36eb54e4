"""HTML: the picture of an answer as one page that draws itself, without a network (extra `plot`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cpstats.export.parts.drawing import converter, svg
from cpstats.export.parts.page import escape, page
from cpstats.export.parts.picture import specification
from cpstats.model.prose import titles

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

SUFFIXES = (".html", ".htm")  # of a picture; a report has its own
PICTURE = True


def write(report: Report, style: Style) -> bytes:
    """Return the page; without script it shows the same picture, drawn before.

    Raises
    ------
    UsageError
        When the extra `plot` is not installed, or no font has the signs of the language.
    NoAnswerError
        When nothing can be drawn.
    """
    spec = specification(report, style)
    draw = converter(style)
    title = titles(report, style.lang)[0][0]
    told = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    call = f'vegaEmbed("#picture", {told}, {{actions: false, renderer: "svg"}});'
    library = draw.javascript_bundle().replace("</script", "<\\/script")
    body = (
        f'<main><figure id="picture" aria-label="{escape(title)}"></figure>'
        f"<noscript>{svg(spec, style)}</noscript></main>"
        f'<script type="module">{library}\n{call}</script>'
    )
    return page(title, body, style).encode()
