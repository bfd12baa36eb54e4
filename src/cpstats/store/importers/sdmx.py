"""SDMX-ML data messages, 2.1 and 3.0, by the library sdmx1 (the extra `sdmx`)."""

from __future__ import annotations

import contextlib
import io
import logging
import re
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError
from cpstats.message import Message, plain
from cpstats.store.decoding import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.store.sheet import Sheet

ASKED = 70  # its place among those that are asked
HEAD = 16_384  # bytes in which a message says what it is
MESSAGE = re.compile(rb"<(?:[\w.-]+:)?(?:Generic|StructureSpecific)(?:TimeSeries)?Data[\s>]")
DATA_SET = re.compile(rb"<(?:[\w.-]+:)?DataSet(?=[\s>])([^>]*)>")
ATTRIBUTE = re.compile(rb"\s([A-Z][A-Z0-9_]*)\s*=\s*[\"']([^\"']*)[\"']")
UNSAFE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")  # a data message has neither
MEND = Message(
    "Ask for the data anew, as SDMX-CSV if the service offers it.",
    "请重新下载数据，最好选 SDMX-CSV。",
)


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    head = content[:HEAD]
    return (
        "" if b"sdmx.org" in head and MESSAGE.search(head) else "it is no data message of SDMX-ML"
    )


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the data sets of a message as tables with our columns.

    Raises
    ------
    DataError
        When the message is damaged, or a cell is wrong.
    UsageError
        When the extra `sdmx` is not installed.
    """
    try:
        import sdmx as library
    except ImportError:
        raise UsageError(
            Message("reading SDMX-ML needs the extra “sdmx”", "读取 SDMX-ML 需要附加组件“sdmx”"),
            mend=Message(
                "Install it: pip install 'cpstats[sdmx]'", "请安装：pip install 'cpstats[sdmx]'"
            ),
        ) from None
    if UNSAFE.search(content):
        raise DataError(
            Message("the message declares entities", "消息中声明了实体"), where=name, mend=MEND
        )
    try:
        with _quiet():
            message = library.read_sdmx(io.BytesIO(content))
            cubes = list(_cubes(name, message, _of_data_sets(content)))
    except Exception as error:  # noqa: BLE001 - a damaged message may fail anywhere in the reader
        raise DataError(
            Message("the message cannot be read ({})", "无法读取消息（{}）", type(error).__name__),
            where=name,
            mend=MEND,
        ) from None
    found = [concepts.long_table(cube) for cube in cubes if cube.rows]
    if not found:
        raise DataError(
            Message("there is no figure in the message", "消息中没有数据"), where=name, mend=MEND
        )
    return found


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library logs, and prints of a damaged message, from the output."""
    logger = logging.getLogger("sdmx")
    handlers, propagate = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [logging.NullHandler()], False
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def _of_data_sets(content: bytes) -> list[dict[str, str]]:
    """Return the attributes of each data set in the structure specific form.

    The library drops them where the message has no structure, UNIT_MULT among them.
    """
    return [
        {k.decode(): v.decode() for k, v in ATTRIBUTE.findall(tag)}
        for tag in DATA_SET.findall(content)
    ]


def _cubes(name: str, message: Any, whole: list[dict[str, str]]) -> Iterator[concepts.Cube]:
    for number, (data, said) in enumerate(zip(message.data, whole, strict=True), start=1):
        records = [said | _record(data, obs) for obs in data.obs]
        ids = tuple(dict.fromkeys(concept for record in records for concept in record))
        yield concepts.Cube(
            name=f"{name}[data set {number}]",
            said=plain("SDMX-ML"),
            title=str(getattr(data.described_by or data.structured_by, "id", "") or ""),
            concepts=ids,
            rows=[[record.get(c, "") for c in ids] for record in records],
            lines=range(1, len(records) + 1),
            labels={},
            dimensions=frozenset(d for obs in data.obs for d in obs.key.values),
        )


def _record(data: Any, obs: Any) -> dict[str, str]:
    """Return one observation by concept: its key, its value, and what is said of it or the whole."""
    whole = getattr(data, "attrib", {})  # 3.0 has none
    said = {k: _text(v) for k, v in (*whole.items(), *obs.attrib.items())}
    key = {k: _text(v) for k, v in obs.key.values.items()}
    return {**said, **key, "OBS_VALUE": "" if obs.value is None else str(obs.value)}


def _text(value: Any) -> str:
    inner = getattr(value, "value", value)
    return "" if inner is None else str(getattr(inner, "id", inner))
