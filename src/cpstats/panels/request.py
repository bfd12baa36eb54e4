"""What `cpstats panel` was asked, as it was typed, and what of it can be understood at once."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.panels.engines import engines
from cpstats.panels.panel_files import CSV, PARQUET, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.panels.panel_files import Source

AUTO = "auto"
SIZES = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}
LARGE = {CSV: 70_000_000, PARQUET: 20_000_000}  # bytes beyond which DuckDB is the faster one
GROWN = {CSV: 8, PARQUET: 40}  # bytes of memory that pandas takes for a byte of a file
LIMITED = {"memory": ("duckdb", "spark"), "threads": ("duckdb", "polars", "spark")}


@dataclass(frozen=True, kw_only=True)
class Request:
    """A calculation over files; what is empty was not given."""

    calculation: str
    files: Sequence[str]
    keys: Sequence[str]
    time: str = "time_period"
    value: str = "obs_value"
    where: Sequence[str] = ()
    arguments: Mapping[str, str] = field(default_factory=dict)
    engine: str = AUTO
    memory: str = ""
    threads: int | None = None
    spark: str = ""
    output: str = ""
    format: str = ""
    parts: Sequence[str] = ()
    sort: bool = False
    force: bool = False
    head: int = 20
    all_rows: bool = False  # a machine reads them, not a person


def bytes_of(text: str) -> int | None:
    """Return a size as bytes; None where none was given.

    >>> bytes_of("4GB"), bytes_of("512 MB"), bytes_of("")
    (4294967296, 536870912, None)
    """
    if not text:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?", text.strip().lower(), re.ASCII)
    size = int(float(found[1]) * SIZES[found[2]]) if found else 0
    if size < SIZES["m"]:
        raise UsageError(
            Message("“{}” is no size of a memory", "“{}”不是内存大小", text),
            mend=Message("Write 4GB or 800MB.", "请写 4GB 或 800MB。"),
        )
    return size


def chosen(request: Request, source: Source) -> str:
    """Return the engine: the one that was named, else by the bytes of the files and the memory.

    Raises
    ------
    UsageError
        When there is no such engine, or it has no such limit.
    """
    if request.engine not in (AUTO, *engines()):
        raise UsageError(
            Message("--engine does not know “{}”", "--engine 不认识“{}”", request.engine),
            mend=Message("Known: {}.", "可用：{}。", [AUTO, *engines()]),
        )
    name = _automatic(request, source) if request.engine == AUTO else request.engine
    asked = {"memory": bool(request.memory), "threads": request.threads is not None}
    asked["spark"] = bool(request.spark)
    for option, able in {**LIMITED, "spark": ("spark",)}.items():
        if asked[option] and name not in able:
            raise UsageError(
                Message("{} takes no --{}", "{} 不接受 --{}", name, option),
                mend=Message("These do: {}.", "可用的引擎：{}。", able),
            )
    return name


def _automatic(request: Request, source: Source) -> str:
    if request.spark:
        return "spark"
    large = source.size > LARGE[source.kind]
    limited = request.memory or request.threads is not None
    needed = source.size * GROWN[source.kind]
    if not (large or limited or needed > _free()):
        return "pandas"
    return next((n for n in ("duckdb", "polars") if find_spec(n)), "pandas")


def _free() -> int:
    """Return the bytes of memory of the machine that nobody uses; much where nothing says it."""
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return SIZES["t"]


def format_of(request: Request) -> str:
    """Return csv or parquet, for what is written.

    Raises
    ------
    UsageError
        When the name of the file says neither.
    """
    suffix = os.path.splitext(request.output)[1].lower()  # noqa: PTH122 - a name, not a path
    said = request.format or SUFFIXES.get(suffix, "")
    if not said and not suffix:
        return PARQUET  # a folder
    if said not in (CSV, PARQUET):
        raise UsageError(
            Message("panel writes CSV and Parquet", "panel 只写 CSV 和 Parquet"),
            mend=Message(
                "Name the file so: -o growth.parquet, -o growth.csv; or a folder, with --partition.",
                "请如此命名：-o growth.parquet、-o growth.csv；或用 --partition 写成文件夹。",
            ),
        )
    return said
