"""What `--format json-stat` wrote comes back: the cells beside the values hold every column."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause, joined
from cpstats.model.columns import OBSERVATION
from cpstats.model.observation import PUBLISHED
from cpstats.model.sdmx import STATUS
from cpstats.store.decoding.json_cube import codes, values
from cpstats.store.decoding.own_sdmx import source_of, vintage_of
from cpstats.store.sheet import OURS, Sheet, left_out

if TYPE_CHECKING:
    from collections.abc import Mapping

STRUCTURE = "cpstats/1"
DIMENSIONS = ("metric", "ref_area", "time_period")
MEND = Message("Write it anew with --format json-stat.", "请用 --format json-stat 重新写出。")


def is_own(dataset: Mapping[str, Any]) -> bool:
    """Whether a dataset says that this program wrote it."""
    extension = dataset.get("extension")
    return isinstance(extension, dict) and extension.get("schema") == STRUCTURE


def long_table(place: str, dataset: Mapping[str, Any], keys: Mapping[str, list[str]]) -> Sheet:
    """Return the published figures with their sources; computed ones are left out, and counted.

    Raises
    ------
    DataError
        When the parts of the file do not fit together.
    """
    try:
        metrics = dataset["dimension"]["metric"]["extension"]
        cells = dataset["extension"]["cells"]
        found = values(place, dataset, prod(len(k) for k in keys.values()))
        rows, lines = [], []
        for at, value in found.items():
            named = dict(zip(keys, codes(at, keys), strict=True))
            metric = metrics[named["metric"]]
            if metric["method"] == PUBLISHED:
                rows.append(_row(place, dataset, at, value, named | metric, cells.get(str(at), {})))
                lines.append(at + 1)
        sources = tuple(source_of(_texts(s)) for s in dataset["extension"]["sources"])
        vintages = tuple(vintage_of(_texts(v)) for v in dataset["extension"]["vintages"])
    except (AttributeError, KeyError, TypeError) as error:
        raise DataError(
            Message("a part of the file is missing{}", "文件缺少一部分{}", cause(error)),
            where=place,
            mend=MEND,
        ) from None
    left = len(found) - len(rows)
    return Sheet(
        place,
        (OBSERVATION, *rows),
        (1, *lines),
        joined(["JSON-stat", OURS]),
        columns=(0,) * len(OBSERVATION),
        remarks=left_out(left),
        sources=sources,
        vintages=vintages,
    )


def _row(
    place: str,
    dataset: Mapping[str, Any],
    at: int,
    value: str,
    named: Mapping[str, Any],
    beside: Mapping[str, Any],
) -> tuple[str, ...]:
    cells = {**dict.fromkeys(OBSERVATION, ""), **named, **beside, "obs_value": value}
    status, written = dataset["status"].get(str(at), ""), cells["obs_status"]
    if STATUS.get(written) != status:
        raise DataError(
            Message("the status “{}” is not {}", "状态“{}”与 {} 不符", written, status),
            where=Where(place, at + 1, 1),
            mend=Message(
                "The extension says more than status, never something else; change both.",
                "extension 只细化 status，不得与之矛盾；请一并修改。",
            ),
        )
    return tuple(str(cells[column]) for column in OBSERVATION)


def _texts(thing: Mapping[str, Any]) -> dict[str, str]:
    words = {True: "yes", False: "no"}
    return {k: words[v] if isinstance(v, bool) else str(v) for k, v in thing.items()}
