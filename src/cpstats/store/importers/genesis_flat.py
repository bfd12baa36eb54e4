"""The flat CSV of GENESIS data bases: each dimension is four columns, its code and label, and those of what stands there.

Before 2023 the words over the columns are German and each figure has a column `CODE__Label__Unit`; since then there is
one column of figures, beside what they are of and in what.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.decoding.encodings import decoded
from cpstats.store.importers import genesis
from cpstats.store.importers.delimited import records
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ASKED = 83  # its place among those that are asked
ASKS = ("encoding",)
FIRST = re.compile(rb'(?:\xef\xbb\xbf)?"?(?:Statistik_Code|statistics_code)"?;')
FORMS = (  # time, label of a dimension, code and label of what stands there
    ("time", "{}_variable_label", "{}_variable_attribute_code", "{}_variable_attribute_label"),
    ("Zeit", "{}_Merkmal_Label", "{}_Auspraegung_Code", "{}_Auspraegung_Label"),
)
VALUE, UNIT, WHAT, QUALITY = "value", "value_unit", "value_variable_label", "value_q"
MEASURE = re.compile(r"\w+?__(?P<name>.+?)__(?P<unit>.+)")  # BEV001__Lebendgeborene__Anzahl
IN = re.compile(r"in_?\(?([^()]+)\)?")


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if FIRST.match(content) else "its first column is no code of a statistic"


def read(name: str, content: bytes, *, encoding: str = "") -> list[Sheet]:
    """Return the figures as a table: the time, a column for each dimension, and one for its codes.

    Raises
    ------
    DataError
        When it has no time, or a line has not the cells of the first.
    """
    text, said = decoded(content, name, encoding)
    lines, numbers = records(name, text.replace("\r\n", "\n"), ";")
    header = [cell.strip() for cell in lines[0]]
    kept = [n for n, line in enumerate(lines[1:], start=1) if any(map(str.strip, line))]
    rows = []
    for n in kept:
        if len(lines[n]) != len(header):
            raise _uneven(f"{name}:{numbers[n]}:1", len(lines[n]), len(header))
        rows.append(dict(zip(header, map(str.strip, lines[n]), strict=True)))
    form = next((form for form in FORMS if form[0] in header), None)
    if form is None:
        raise DataError(
            Message("there is no column {}", "没有 {} 列", FORMS[0][0]),
            where=f"{name}:1:1",
            mend=Message("Fetch the file again.", "请重新下载该文件。"),
        )
    columns = [column for column in _columns(header, form, rows) if any(column[1:])]
    told = joined([said, Message("flat table of GENESIS", "GENESIS 平面表")])
    at = (1, *(numbers[n] for n in kept))
    return [Sheet(name, tuple(zip(*columns, strict=True)), at, told, divider=";")]


def _columns(
    header: Sequence[str], form: Sequence[str], rows: Sequence[Mapping[str, str]]
) -> Iterator[list[str]]:
    """Yield the columns of the table with what stands over each: the time with its month or quarter first."""
    time = [row[form[0]] for row in rows]
    made: list[list[str]] = []
    for number in range(1, len(header)):
        label, code, attribute = (part.format(number) for part in form[1:])
        if attribute not in header:
            break
        parts = [genesis.PART.fullmatch(row.get(code, "")) for row in rows]
        if parts and all(parts):
            time = [_with_part(year, part) for year, part in zip(time, parts, strict=True)]
            continue
        word = rows[0].get(label, "") if rows else ""
        made.append([word, *(row[attribute] for row in rows)])
        if code in header:
            made.append([f"{word} Code", *(row[code] for row in rows)])
    yield [form[0], *time]
    yield from made
    if VALUE in header:
        yield ["indicator", *(row.get(WHAT, "") for row in rows)]
        yield ["unit", *(row.get(UNIT, "") for row in rows)]
        yield [VALUE, *(_flagged(row[VALUE], row.get(QUALITY, "")) for row in rows)]
    for column in header:
        if found := MEASURE.fullmatch(column):
            yield [_named(found), *(row[column] for row in rows)]


def _named(found: re.Match[str]) -> str:
    """Return the words over a column of figures.

    >>> _named(MEASURE.fullmatch("BEV001__Lebend_geborene__Anzahl")), _named(MEASURE.fullmatch("CH1__Zum_Vorjahr__in_(%)"))
    ('Lebend geborene (Anzahl)', 'Zum Vorjahr (%)')
    """
    unit = IN.sub(r"\1", found["unit"]).replace("_", " ")
    return f"{found['name'].replace('_', ' ')} ({unit})"


def _with_part(year: str, part: re.Match[str] | None) -> str:
    if part is None:
        return year
    number = int(part[2])
    return f"{year}-{number:02d}" if part[1] == "MONAT" else f"{year}-Q{number}"


def _flagged(value: str, quality: str) -> str:
    """Return a figure with the flag that its quality is; empty where its quality says that it is none."""
    if not quality:
        return value
    return f"{value}{genesis.FLAGS[quality]}" if quality in genesis.FLAGS else ""


def _uneven(where: str, cells: int, wanted: int) -> DataError:
    return DataError(
        Message(
            "the line has {} cells, the header {}", "该行有{}个单元格，表头有{}个", cells, wanted
        ),
        where=where,
        mend=Message("Fetch the file again.", "请重新下载该文件。"),
    )
