"""The questions and the calculations from Python: what `import cpstats` offers.

A question is asked with the names of the command line and answered by an `Answer`; a calculation
takes a frame (pandas, Polars, DuckDB, whatever narwhals knows) and returns one of the same kind.
Names that are both (`growth`, `rank`, `share`, `contribution`) ask where they are given the name
of an indicator, and calculate where they are given a frame.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Unpack

from cpstats.api.answer import Answer
from cpstats.api.asking import Asked, Asking, named
from cpstats.api.asking import question as question_of
from cpstats.calc.average_growth import average_growth
from cpstats.calc.gap import gap
from cpstats.calc.index import growth_at_constant_prices, rebase
from cpstats.calc.location_quotient import location_quotient
from cpstats.calc.share import share_change

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pandas as pd


__all__ = [
    "Answer",
    "average_growth",
    "check",
    "compare",
    "contribution",
    "derive",
    "figures",
    "gap",
    "growth",
    "growth_at_constant_prices",
    "index",
    "location_quotient",
    "narrate",
    "rank",
    "rebase",
    "revisions",
    "share",
    "share_change",
    "show",
    "target",
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


def show(
    indicators: str | Sequence[str],
    *,
    freq: str = "",
    wide: bool = False,
    **asking: Unpack[Asking],
) -> Answer:
    """Return the series of indicators for places, as `cpstats show` does."""
    from cpstats.answers.show import show as answer

    asked = Asked.of(asking)
    package = asked.package()
    return Answer.of(answer(question_of(indicators, asked, package, freq=freq), package, wide=wide))


def compare(
    indicators: str | Sequence[str] = (), *, basis: str = "", **asking: Unpack[Asking]
) -> Answer:
    """Return places beside their benchmark, as `cpstats compare` does.

    >>> import cpstats
    >>> frame = cpstats.compare("gdp", vs="beijing", period="2021..2024").to_frame()
    >>> gap = frame[(frame.measure == "average_growth_gap") & (frame.method == "difference")]
    >>> gap.value.round(2).tolist()[0]
    1.34
    """
    from cpstats.answers.compare import compare as answer
    from cpstats.answers.overview import overview

    asked = Asked.of(asking)
    package = asked.package()
    question = question_of(indicators, asked, package, basis=basis, benchmark=True)
    return Answer.of((answer if question.indicators else overview)(question, package))


def growth(
    subject: Any,
    *,
    start: str | int = "",
    end: str | int = "",
    basis: str = "",
    method: str = "",
    **more: Any,
) -> Any:
    """Return average growth of an indicator, or add the growth of every row to a frame.

    With the name of an indicator: base `start`, last period `end` (or `period`), `basis` real or
    nominal, `method` as `cpstats growth` has them. With a frame: see `calc.growth.growth`.

    >>> import cpstats
    >>> found = cpstats.growth("gdp", places="beijing", start=2020, end=2024).to_frame()
    >>> found.value.round(3).tolist()
    [4.863]
    >>> import pandas as pd
    >>> table = pd.DataFrame(
    ...     {"ref_area": "CA", "time_period": ["2020", "2021"], "obs_value": [2925146.9, 3146185.3]}
    ... )
    >>> cpstats.growth(table, by=["ref_area"]).value.round(2).tolist()
    [nan, 7.56]
    """
    if not named(subject):
        from cpstats.calc.growth import growth as calculation

        return calculation(subject, **more)
    from cpstats.answers.ask import period
    from cpstats.answers.growth import growth as answer

    asked = Asked.of(more)  # type: ignore[arg-type]
    package = asked.package()
    question = question_of(subject, asked, package, basis=basis)
    ends = (period(str(start)), period(str(end))) if start else None
    return Answer.of(answer(question, package, ends=ends, method=method))


def rank(
    subject: Any,
    *,
    among: str = "",
    by: Any = "level",
    ties: Any = "competition",
    descending: bool | None = None,
    **more: Any,
) -> Any:
    """Return the order of places under a parent, or add the rank of every row to a frame.

    With the name of an indicator: `among` the parent, `by` level or growth. With a frame: `by`
    the key columns and `over`, see `calc.rank.rank`.

    >>> import cpstats
    >>> found = cpstats.rank("gdp", among="beijing", places="changping", period=2022).to_frame()
    >>> found[["value", "n"]].iloc[0].tolist()
    [7.0, 13.0]
    """
    if not named(subject):
        from cpstats.calc.rank import rank as calculation

        largest = True if descending is None else descending
        return calculation(subject, by=by, ties=ties, descending=largest, **more)
    from cpstats.answers.group import group_of
    from cpstats.answers.rank import rank as answer
    from cpstats.selecting.ranking import Order

    asked = Asked.of(more)  # type: ignore[arg-type]
    package = asked.package()
    group = group_of(among, asked, package)
    question = question_of(subject, asked, package)
    wanted = question.places if asked.place else ()
    order = Order(by=by, ties=ties, descending=descending)
    return Answer.of(answer(replace(question, places=wanted), package, group=group, order=order))


def share(subject: Any, *, of: str = "", **more: Any) -> Any:
    """Return shares of a benchmark or of another indicator, or add shares to a frame.

    With the name of an indicator: `vs` or `of`. With a frame: see `calc.share.share`.

    >>> import cpstats
    >>> cpstats.share("gdp", vs="beijing", period=2024).to_frame().value.round(2).tolist()[0]
    3.64
    """
    if not named(subject):
        from cpstats.calc.share import share as calculation

        return calculation(subject, **more)
    from cpstats.answers.share import share as answer

    asked = Asked.of(more)  # type: ignore[arg-type]
    package = asked.package()
    whole = package.catalogue.find_indicator(of) if of else ""
    question = question_of(subject, asked, package, benchmark=not whole)
    return Answer.of(answer(question, package, of=whole))


def contribution(subject: Any, *, of: str = "", basis: str = "", **more: Any) -> Any:
    """Return contributions to growth in points and per cent, or add them to a frame.

    With names of indicators: `of` the whole (else places to the benchmark). With a frame: see
    `calc.contribution.contribution`.
    """
    if not named(subject):
        from cpstats.calc.contribution import contribution as calculation

        return calculation(subject, **more)
    from cpstats.answers.contribution import contribution as answer

    asked = Asked.of(more)  # type: ignore[arg-type]
    package = asked.package()
    whole = package.catalogue.find_indicator(of) if of else ""
    question = question_of(subject, asked, package, basis=basis, benchmark=not whole)
    return Answer.of(answer(question, package, of=whole))


def index(
    indicators: str | Sequence[str],
    *,
    base: str | int = "",
    basis: str = "",
    **asking: Unpack[Asking],
) -> Answer:
    """Return indicators as indices with one period at 100; a frame is rebased by `rebase`."""
    from cpstats.answers.ask import period
    from cpstats.answers.index import index as answer

    asked = Asked.of(asking)
    package = asked.package()
    question = question_of(indicators, asked, package, basis=basis)
    return Answer.of(answer(question, package, base=period(str(base)) if base else None))


def target(
    indicators: str | Sequence[str],
    *,
    by: int,
    start: int | None = None,
    reach: float | None = None,
    times: float | None = None,
    average: float | None = None,
    basis: str = "",
    **asking: Unpack[Asking],
) -> Answer:
    """Return the growth that reaches a target: a level, a multiple, or growth a year."""
    from cpstats.answers.target import Goal
    from cpstats.answers.target import target as answer

    asked = Asked.of(asking)
    package = asked.package()
    goal = Goal(by=by, start=start, reach=reach, times=times, average=average)
    return Answer.of(
        answer(question_of(indicators, asked, package, basis=basis), package, goal=goal)
    )


def revisions(
    indicators: str | Sequence[str], *, among: str = "", **asking: Unpack[Asking]
) -> Answer:
    """Return every release of every figure and what each revision did."""
    from cpstats.answers.ask import children_of
    from cpstats.answers.revisions import revisions as answer

    asked = Asked.of(asking)
    package = asked.package()
    question = question_of(indicators, asked, package)
    return Answer.of(answer(question, package, among=children_of(among, package)))


def derive(
    name: str,
    indicators: str | Sequence[str],
    *,
    of: str = "",
    among: str = "",
    start: str | int = "",
    end: str | int = "",
    on: str = "year",
    basis: str = "",
    **asking: Unpack[Asking],
) -> Answer:
    """Return a derived figure by name; `cpstats derive` lists the names."""
    from cpstats.answers.ask import children_of, period
    from cpstats.answers.derivation import Settings
    from cpstats.answers.derivation import derive as answer

    asked = Asked.of(asking)
    package = asked.package()
    question = question_of(indicators, asked, package, basis=basis, benchmark=bool(asked.vs))
    settings = Settings(
        of=package.catalogue.find_indicator(of) if of else "",
        among=children_of(among, package),
        ends=(period(str(start)), period(str(end))) if start else None,
        on=on,
    )
    return Answer.of(answer(name, question, package, settings))


def narrate(indicators: str | Sequence[str], **asking: Unpack[Asking]) -> Answer:
    """Return the sentences of a bulletin about indicators, as `cpstats narrate` writes them.

    >>> import cpstats
    >>> cpstats.narrate("gdp", places="beijing", period=2024).to_text("zh").splitlines()[2][:24]
    '2024年，北京市地区生产总值49670.2亿元'
    """
    from cpstats.answers.narrate import narrate as answer

    asked = Asked.of(asking)
    package = asked.package()
    return Answer.of(
        answer(question_of(indicators, asked, package, benchmark=bool(asked.vs)), package)
    )


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
    from cpstats.claims.chinese.places import code_of
    from cpstats.claims.texts import of_sentence

    package = Asked.of(asking).package()
    known = package.catalogue
    code = known.known_place(place) or code_of(place) or known.find_place(place) if place else None
    sources = [exclude_source] if isinstance(exclude_source, str) else exclude_source
    excluded = tuple(known_source(name, known) for name in sources if name)
    settings = Text(published=published, place=code, exclude=excluded, explain=explain)
    return Answer.of(answer([of_sentence(text)], package, settings))
