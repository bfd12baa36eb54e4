"""LaTeX: the tables as a person reads them, for the package booktabs, with notes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.prose import below, paragraphs, titles
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style

EYE = True
SUFFIXES = (".tex",)
SIGNS = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def write(report: Report, style: Style) -> bytes:
    """Return the report as LaTeX to be included; Chinese needs XeLaTeX or LuaLaTeX with xeCJK."""
    (title, *more), names = titles(report, style.lang)
    parts = [
        rf"\section*{{{escaped(title)}}}",
        *map(escaped, [*more, *paragraphs(report, style.lang)]),
    ]
    for block, name in zip(report.blocks, names, strict=True):
        if name:
            parts.append(rf"\subsection*{{{escaped(name)}}}")
        parts.append(_table(block, style))
    parts += [escaped(line) for line in below(report, style) if line]
    return ("\n\n".join(parts) + "\n").encode()


def _table(block: Block, style: Style) -> str:
    from tabulate import tabulate

    return tabulate(
        [[escaped(c.strip()) for c in row] for row in texts(block, style.lang, style.digits)],
        headers=[escaped(h) for h in headers(block, style.lang)],
        tablefmt="latex_raw",  # escaped here: tabulate's own way leaves out a backslash
        disable_numparse=True,
        colalign=["right" if c.right else "left" for c in block.columns] if block.rows else None,
    ).replace("\\hline", "\\midrule")


def escaped(text: str) -> str:
    r"""Return a text in which no sign commands LaTeX.

    >>> print(escaped(r"5 % of $x_1$ & \more"))
    5 \% of \$x\_1\$ \& \textbackslash{}more
    """
    return "".join(SIGNS.get(char, char) for char in text)
