"""SDMX-CSV 2.0: one line a figure, by the structure CPSTATS:FIGURES(1.0) (docs/own-data.md)."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model import sdmx
from cpstats.model.machine import quoted, text
from cpstats.model.observation import digits, places
from cpstats.model.period import Period
from cpstats.model.source import Source, Vintage

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style

SUFFIXES = (".csv",)  # of which most are plain CSV
CALLED = ("sdmx",)
TARGET = ("dataflow", sdmx.STRUCTURE, "I")  # I: information
KEPT = {"SOURCE": Source, "VINTAGE": Vintage}  # what a figure refers to stands in its line


def write(report: Report, style: Style) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Return the figures with all of their machine columns, their sources and vintages.

    Raises
    ------
    UsageError
        When the report has no figures.
    """
    if not report.figures:
        raise UsageError(
            Message(
                "sdmx-csv is for figures, and this answer has none",
                "sdmx-csv 用于数据，本回答没有数据",
            ),
            mend=Message(
                "It is written by show, compare and others; this one has csv and json.",
                "show、compare 等命令可用；本命令可用 csv 和 json。",
            ),
        )
    lines = [(*HEADER[:3], *sdmx.DIMENSIONS, "OBS_VALUE", *sdmx.ATTRIBUTES, *HEADER[3:])]
    lines += [_line(figure, report) for figure in report.figures]
    return "".join(",".join(quoted(c, ",") for c in line) + "\n" for line in lines).encode()


def _columns(kind: type[Source | Vintage], name: str) -> tuple[str, ...]:
    """Return the columns of a source or a vintage; its id has one already."""
    return tuple(f"{name}_{f.name.upper()}" for f in fields(kind)[1:])


HEADER = (
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    *(column for name, kind in KEPT.items() for column in _columns(kind, name)),
)


def _line(figure: Figure, report: Report) -> tuple[str, ...]:
    freq, time = sdmx.time_codes(Period.parse(figure.time_period))
    base = sdmx.time_codes(Period.parse(figure.base_period))[1] if figure.base_period else ""
    measure, power = sdmx.unit_codes(figure.unit)
    decimals = places(figure)
    value = digits(figure)
    made = {
        "FREQ": freq,
        "TIME_PERIOD": time,
        "BASE_PERIOD": base,
        "UNIT_MEASURE": measure,
        "UNIT_MULT": power,
        "DECIMALS": "" if decimals is None else str(decimals),
        "OBS_STATUS": sdmx.STATUS[figure.obs_status] if value else sdmx.MISSING,
    }
    cells = {
        name: made[name] if name in made else text(getattr(figure, column))
        for name, column in (sdmx.DIMENSIONS | sdmx.ATTRIBUTES).items()
    }
    key = (cells[name] or sdmx.NONE for name in sdmx.DIMENSIONS)
    return (*TARGET, *key, value, *(cells[a] for a in sdmx.ATTRIBUTES), *_kept(figure, report))


def _kept(figure: Figure, report: Report) -> list[str]:
    """Return what is known of the source and the vintage of a figure that has one of each."""
    source = next((s for s in report.sources if s.source == figure.source), None)
    vintage = report.catalogue.vintages.get(figure.vintage)
    cells: list[str] = []
    for thing, kind in ((source, Source), (vintage, Vintage)):
        named = fields(kind)[1:]
        cells += ["" if thing is None else _text(getattr(thing, f.name)) for f in named]
    return cells


def _text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
