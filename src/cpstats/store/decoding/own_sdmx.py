"""What `--format sdmx-csv` wrote comes back: every column has its own, and the two units agree."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, joined
from cpstats.model import sdmx
from cpstats.model.columns import OBSERVATION
from cpstats.model.observation import PUBLISHED
from cpstats.model.period import PeriodError
from cpstats.model.source import Source, Vintage
from cpstats.store.sheet import OURS, Sheet, left_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ORDER = re.compile("[0-9]{1,9}")
# Where each column of an observation stands.
FROM = {column: name for name, column in (sdmx.DIMENSIONS | sdmx.ATTRIBUTES).items() if column}
FROM |= {"obs_value": "OBS_VALUE", "decimals": "DECIMALS"}
AGREE = Message(
    "The column UNIT says the same as UNIT_MEASURE and UNIT_MULT; change all of them.",
    "UNIT 列与 UNIT_MEASURE、UNIT_MULT 须一致；请一并修改。",
)
STATES = Message(
    "RELEASE_STATUS says more than OBS_STATUS, never something else; change both.",
    "RELEASE_STATUS 只细化 OBS_STATUS，不得与之矛盾；请一并修改。",
)


def long_table(
    name: str,
    said: Message,
    ids: tuple[str, ...],
    rows: Sequence[Sequence[str]],
    lines: Sequence[int],
) -> Sheet:
    """Return the published figures with their sources; computed ones are left out, and counted.

    Raises
    ------
    DataError
        When a column is missing, or two that say one thing do not agree.
    """
    lost = [c for c in (*sdmx.DIMENSIONS, "OBS_VALUE", *sdmx.ATTRIBUTES) if c not in ids]
    if lost:
        raise DataError(
            Message("column {} is missing", "缺少列 {}", lost),
            where=Where(name, 1, 1),
            mend=Message("The structure {} has it.", "结构 {} 须有此列。", sdmx.STRUCTURE),
        )
    kept, at = [], []
    sources: dict[str, Source] = {}
    vintages: dict[str, Vintage] = {}
    for row, line in zip(rows, lines, strict=True):
        cells = dict(zip(ids, row, strict=True))
        if cells["METHOD"] != PUBLISHED or not cells["OBS_VALUE"]:
            continue
        kept.append(_row(cells, ids, name, line))
        at.append(line)
        if cells.get("SOURCE_TITLE") or cells.get("SOURCE_RELEASE"):
            sources[cells["SOURCE"]] = source_of(_described(cells, "SOURCE"))
        if cells["VINTAGE"] and cells.get("VINTAGE_ORDER"):
            vintages[cells["VINTAGE"]] = vintage_of(_described(cells, "VINTAGE"))
    left = len(rows) - len(kept)
    return Sheet(
        name,
        (OBSERVATION, *kept),
        (1, *at),
        joined([said, OURS]),
        columns=tuple(ids.index(FROM[c]) for c in OBSERVATION),
        remarks=left_out(left),
        sources=tuple(sources.values()),
        vintages=tuple(vintages.values()),
    )


def source_of(cells: Mapping[str, str]) -> Source:
    """Return a source from the text of its fields."""
    return Source(**{f.name: cells[f.name] for f in fields(Source) if f.name in cells})


def vintage_of(cells: Mapping[str, str]) -> Vintage:
    """Return a vintage from the text of its fields."""
    texts = {f.name: cells[f.name] for f in fields(Vintage) if f.name in cells}
    order = texts.pop("order", "")
    series = texts.pop("series", "") == "yes"
    return Vintage(**texts, order=int(order) if ORDER.fullmatch(order) else 0, series=series)


def _described(cells: Mapping[str, str], kind: str) -> dict[str, str]:
    """Return the fields of the source or vintage of a line."""
    return {k.removeprefix(f"{kind}_").lower(): v for k, v in cells.items() if k.startswith(kind)}


def _row(cells: Mapping[str, str], ids: tuple[str, ...], name: str, line: int) -> tuple[str, ...]:
    made = {column: cells[name] for column, name in FROM.items()}
    for column in ("price_basis", "counterpart_area", "source"):
        made[column] = "" if made[column] == sdmx.NONE else made[column]
    if sdmx.unit_codes(made["unit"]) != (cells["UNIT_MEASURE"], cells["UNIT_MULT"]):
        what = Message(
            "the unit “{}” is not {} times 10^{}",
            "单位“{}”不等于 {} 乘以 10^{}",
            made["unit"],
            cells["UNIT_MEASURE"],
            cells["UNIT_MULT"],
        )
        raise DataError(what, where=Where(name, line, ids.index("UNIT") + 1), mend=AGREE)
    if sdmx.STATUS.get(made["obs_status"]) != cells["OBS_STATUS"]:
        what = Message(
            "the status “{}” is not {}",
            "状态“{}”与 {} 不符",
            made["obs_status"],
            cells["OBS_STATUS"],
        )
        raise DataError(what, where=Where(name, line, ids.index("RELEASE_STATUS") + 1), mend=STATES)
    try:
        made["time_period"] = str(sdmx.period_of(cells["FREQ"], cells["TIME_PERIOD"]))
    except PeriodError as error:
        raise DataError(
            Message(
                "TIME_PERIOD: “{}” is no period ({})",
                "TIME_PERIOD：“{}”不是时期（{}）",
                cells["TIME_PERIOD"],
                error.why,
            ),
            where=Where(name, line, ids.index("TIME_PERIOD") + 1),
            mend=Message(
                "Write 2024, 2024-S1, 2024-Q1, 2024-08 or 2021-01-01/P5Y.",
                "请写 2024、2024-S1、2024-Q1、2024-08 或 2021-01-01/P5Y。",
            ),
        ) from None
    return tuple(made[column] for column in OBSERVATION)
