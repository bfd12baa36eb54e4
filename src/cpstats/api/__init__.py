"""The questions and the calculations from Python: what `import cpstats` offers.

A question is asked with the names of the command line and answered by an `Answer`; a calculation
takes a frame (pandas, Polars, DuckDB, whatever narwhals knows) and returns one of the same kind.
Names that are both (`growth`, `rank`, `share`, `contribution`) ask where they are given the name
of an indicator, and calculate where they are given a frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from cpstats.api.answer import Answer
from cpstats.api.both import contribution, growth, rank, share
from cpstats.api.keywords import Asked, Asking
from cpstats.api.keywords import question as question_of
from cpstats.api.questions import (
    compare,
    derive,
    index,
    inequality,
    narrate,
    report,
    revisions,
    show,
    target,
)
from cpstats.calc.atkinson import atkinson
from cpstats.calc.average_growth import average_growth
from cpstats.calc.convert import convert
from cpstats.calc.decomposition import within_between
from cpstats.calc.deflator import deflate
from cpstats.calc.gap import gap
from cpstats.calc.gini import gini
from cpstats.calc.herfindahl import herfindahl
from cpstats.calc.hoover import hoover
from cpstats.calc.index import growth_at_constant_prices, rebase
from cpstats.calc.location_quotient import location_quotient
from cpstats.calc.lorenz import lorenz
from cpstats.calc.moran import moran
from cpstats.calc.percentiles import percentile_rank, percentile_ratio, top_share
from cpstats.calc.pivot import pivot
from cpstats.calc.share import share_change
from cpstats.calc.shift_share import shift_share
from cpstats.calc.theil import theil
from cpstats.calc.variation import variation
from cpstats.calc.within_year import carry_over, moving_average, years_average

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pandas as pd


__all__ = [
    "Answer",
    "atkinson",
    "average_growth",
    "carry_over",
    "check",
    "compare",
    "contribution",
    "convert",
    "deflate",
    "derive",
    "figures",
    "gap",
    "gini",
    "growth",
    "growth_at_constant_prices",
    "herfindahl",
    "hoover",
    "index",
    "inequality",
    "location_quotient",
    "lorenz",
    "moran",
    "moving_average",
    "narrate",
    "percentile_rank",
    "percentile_ratio",
    "pivot",
    "rank",
    "rebase",
    "report",
    "revisions",
    "share",
    "share_change",
    "shift_share",
    "show",
    "target",
    "theil",
    "top_share",
    "variation",
    "within_between",
    "years_average",
]


def figures(
    indicators: str | Sequence[str], *, freq: str = "all", **asking: Unpack[Asking]
) -> pd.DataFrame:
    """Return the figure of every cell (S4 of docs/data.md) with the machine columns.

    >>> import cpstats
    >>> gdp = cpstats.figures("gdp", places=["changping"])
    >>> gdp[(gdp.measure == "level") & (gdp.time_period == "2024")].value.tolist()
    [1811.9]
    """
    from cpstats.selecting.figures import Figures
    from cpstats.selecting.frame import frame_of

    asked = Asked.of(asking)
    package = asked.package()
    question = question_of(indicators, asked, package)
    found = Figures.of(package, question, question.indicators).every(
        question.places, question.window, freq
    )
    return frame_of(found)


def check(
    text: str,
    *,
    published: date | None = None,
    place: str = "",
    exclude_source: str | Sequence[str] = (),
    explain: bool = False,
    **asking: Unpack[Asking],
) -> Answer:
    """Return what a text claims with a verdict for each claim, as `cpstats check` does.

    Parameters
    ----------
    text : str
        The text itself, Chinese or English, of any number of sentences.
    published : date, optional
        The day it was published; else it is read from the text.
    place : str, optional
        The place it speaks from (name, code or slug); else it is read from the text.
    exclude_source : str or sequence of str, optional
        Ids of sources that are the text itself, so that it cannot confirm itself.
    explain : bool
        Whether the evidence is part of the report.
    **asking
        `data` and `builtin`, as for every question.

    Returns
    -------
    Answer
        One row a claim: `file`, `line`, `column`, `surface`, `indicator`, `period`, `measure`,
        `value`, `unit`, `verdict`, `reason`, `computed`, `low`, `high`, `sources` and others.

    >>> import cpstats
    >>> found = cpstats.check("2024年，昌平地区生产总值1811.9亿元。").to_frame()
    >>> found[["surface", "verdict"]].values.tolist()
    [['1811.9亿元', 'confirmed']]
    """
    from cpstats.answers.ask import known_source
    from cpstats.claims.check import Asked as Text
    from cpstats.claims.check import check as answer
    from cpstats.claims.terms.divisions import code_of
    from cpstats.claims.texts import of_sentence

    package = Asked.of(asking).package()
    known = package.catalogue
    code = known.known_place(place) or code_of(place) or known.find_place(place) if place else None
    sources = [exclude_source] if isinstance(exclude_source, str) else exclude_source
    excluded = tuple(known_source(name, known) for name in sources if name)
    settings = Text(published=published, place=code, exclude=excluded, explain=explain)
    return Answer.of(answer([of_sentence(text)], package, settings))
