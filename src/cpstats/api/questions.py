"""The questions: each takes what its form says, and asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from cpstats.api.keywords import Asking, Choosing, Cutting, Deriving, Turning, asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.api.answer import Answer


def show(
    indicators: str | Sequence[str],
    *,
    wide: bool = False,
    freq: str = "",
    rows: str = "",
    weight: str = "",
    **asking: Unpack[Cutting],
) -> Answer:
    """Return the series of indicators for places, as `cpstats show` does.

    >>> import cpstats
    >>> found = cpstats.show("gdp", places="children:beijing", period=2022, top=2).to_frame()
    >>> found[found.measure == "level"][["ref_area", "value"]].values.tolist()
    [['110108', 10348.1], ['110105', 7911.2]]
    """
    given = {"wide": wide, "freq": freq, "rows": rows, "weight": weight}
    return asked("show", asking, indicators=indicators, **given)


def compare(indicators: str | Sequence[str] | None = None, **asking: Unpack[Choosing]) -> Answer:
    """Return places beside their benchmark, as `cpstats compare` does.

    >>> import cpstats
    >>> frame = cpstats.compare("gdp", vs="beijing", period="2021..2024").to_frame()
    >>> gap = frame[(frame.measure == "average_growth_gap") & (frame.method == "difference")]
    >>> gap.value.round(2).tolist()[0]
    1.34
    """
    return asked("compare", asking, indicators=indicators)


def inequality(
    indicators: str | Sequence[str],
    *,
    among: str = "",
    weight: str = "",
    groups: str = "",
    neighbours: str = "",
    epsilon: float = 0.5,
    **asking: Unpack[Turning],
) -> Answer:
    """Return the measures of inequality of places, year by year, as `cpstats inequality` does.

    >>> import cpstats
    >>> frame = cpstats.inequality("gdp", among="beijing", period=2022).to_frame()
    >>> frame[frame.measure == "gini"].value.round(4).tolist()
    [0.5109]
    """
    given = {"among": among, "weight": weight, "groups": groups, "neighbours": neighbours}
    return asked("inequality", asking, indicators=indicators, epsilon=epsilon, **given)


def index(
    indicators: str | Sequence[str],
    *,
    base: str | int = "",
    basis: str = "",
    **asking: Unpack[Choosing],
) -> Answer:
    """Return indicators as indices with one period at 100; a frame is rebased by `rebase`."""
    return asked("index", asking, indicators=indicators, base=base, basis=basis)


def target(
    indicators: str | Sequence[str],
    *,
    by: str | int = "",
    start: str | int = "",
    reach: str | float = "",
    times: float | None = None,
    average: float | None = None,
    basis: str = "",
    **asking: Unpack[Choosing],
) -> Answer:
    """Return the growth that reaches a target: a level, a multiple, or growth a year."""
    given = {"by": by, "start": start, "reach": reach, "times": times, "average": average}
    return asked("target", asking, indicators=indicators, basis=basis, **given)


def revisions(
    indicators: str | Sequence[str],
    *,
    among: str = "",
    statistics: bool = False,
    **asking: Unpack[Cutting],
) -> Answer:
    """Return every release of every figure and what each revision did, or their statistics."""
    given = {"among": among, "statistics": statistics}
    return asked("revisions", asking, indicators=indicators, **given)


def derive(
    name: str = "",
    indicators: str | Sequence[str] | None = None,
    *,
    of: str = "",
    among: str = "",
    start: str | int = "",
    end: str | int = "",
    basis: str = "",
    **asking: Unpack[Deriving],
) -> Answer:
    """Return a derived figure by name; `cpstats derive` lists the names."""
    given = {"of": of, "among": among, "start": start, "end": end, "basis": basis}
    return asked("derive", asking, name=name, indicators=indicators, **given)


def narrate(indicators: str | Sequence[str], **asking: Unpack[Asking]) -> Answer:
    """Return the sentences of a bulletin about indicators, as `cpstats narrate` writes them.

    >>> import cpstats
    >>> cpstats.narrate("gdp", places="beijing", period=2024).to_text("zh").splitlines()[2][:24]
    '2024年，北京市地区生产总值49670.2亿元'
    """
    return asked("narrate", asking, indicators=indicators)


def report(
    about: str = "",
    *,
    indicators: str | Sequence[str] | None = None,
    template: str = "",
    **asking: Unpack[Asking],
) -> Answer:
    """Return a report on a place beside its benchmark, as `cpstats report` writes it.

    The answer gives the document: `to_html`, `to_docx` and `to_markdown`.

    >>> import cpstats
    >>> made = cpstats.report("changping", vs="beijing", indicators="gdp", period="2022")
    >>> made.to_markdown("zh").splitlines()[0]
    '# 昌平区与北京市对比报告'
    """
    return asked("report", asking, about=about, indicators=indicators, template=template)
