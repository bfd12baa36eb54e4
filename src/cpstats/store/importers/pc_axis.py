"""PC-Axis (.px): keywords with their values, then the numbers, the last heading running fastest.

The format is described in “PX file format” of Statistics Sweden. Of the languages of a file the
first is read; a missing figure is a text of points or a hyphen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.gazetteer import register
from cpstats.message import Message, joined
from cpstats.model.unit import Unit, UnitError
from cpstats.store.decoding import concepts
from cpstats.store.decoding.cube import Cube
from cpstats.store.decoding.encodings import decoded, known_charset
from cpstats.store.decoding.json_cube import codes as codes_of
from cpstats.store.sheet import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.store.sheet import Sheet

ASKED = 45  # its place among those that are asked
ASKS = ("encoding", "columns", "flags")
TEXT = r'"[^"]*"'
FIRST = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|MATRIX|LANGUAGE|SUBJECT-(?:AREA|CODE)|TITLE|CONTENTS|CREATION-DATE"
    rb"|COPYRIGHT|DECIMALS|STUB|HEADING)\s*="
)
SAID = re.compile(
    rf"\s*([A-Z][A-Z0-9-]*)(?:\[([\w-]+)\])?(?:\(((?:[^\")]|{TEXT})*)\))?\s*=((?:[^\";]|{TEXT})*);"
)
DATA = re.compile(r"\s*DATA\s*=")
CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([^"]*)"')
BROKEN = re.compile(r'"\s*\n\s*"')  # one text over two lines
CELL = re.compile(rf"{TEXT}|[^\s\";,]+")
UTF_8_MARK = b"\xef\xbb\xbf"
ANSI = "windows-1252"  # what CHARSET="ANSI" means where no code page is named
SPATIAL = re.compile(  # what a note says that the figures are of
    r"(?:Raumbezug|Référence spatiale|Georeferenza|Spatial reference) ?: ?([^#<\n:;,]{2,40})"
)
TECHNICAL = {"TIME_PERIOD", "INDICATOR", "OBS_VALUE", "UNIT_MEASURE"}
MEND = Message(
    "Fetch the file again; if the service offers it, as JSON-stat.",
    "请重新下载；若服务提供，最好选 JSON-stat。",
)


@dataclass(frozen=True, slots=True)
class _File:
    """The keywords of a file (in its first language), and where its numbers begin."""

    said: Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]]
    data: int

    def one(self, keyword: str, *of: str) -> str:
        """Return the one text of a keyword; empty where there is none."""
        return next(iter(self.all(keyword, *of)), "")

    def all(self, keyword: str, *of: str) -> tuple[str, ...]:
        return self.said.get((keyword, of), ())


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if FIRST.match(content) else "it does not begin with a keyword of PC-Axis"


def read(
    name: str,
    content: bytes,
    *,
    encoding: str = "",
    columns: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> list[Sheet]:
    """Return the one table of the file.

    Raises
    ------
    DataError
        When a keyword is missing, or there are not as many numbers as the values make.
    """
    text, said = _text(name, content, encoding)
    file = _keywords(name, text)
    stub, heading = file.all("STUB"), file.all("HEADING")
    values = {dimension: file.all("VALUES", dimension) for dimension in (*stub, *heading)}
    lost = next((d for d, found in values.items() if not found), "")
    if lost or not values:
        raise _wrong(
            name, Message("there are no VALUES of “{}”", "没有“{}”的 VALUES", lost or "STUB")
        )
    cells = list(_cells(text, file.data, file, stub, values))
    size = prod(map(len, values.values()))
    if not any(file.said.get(("KEYS", (d,))) for d in stub) and len(cells) != size:
        raise _wrong(
            name,
            Message(
                "there are {} numbers, and the values of its variables make {}",
                "有{}个数，而各变量的取值应有{}个",
                len(cells),
                size,
            ),
        )
    cube = replace(_cube(name, file, values, cells), said=said)
    if country := _country_of_note(file, values):
        told = Message("the place is that of its note: {}", "地区取自注释：{}", country)
        cube = _of_country(replace(cube, said=joined([said, told])), country)
    return [concepts.long_table(replace(cube, columns=columns or {}, flags=flags or {}))]


Placed = tuple[list[str], str, tuple[int, int]]  # the values, the number, its line and column


def _text(name: str, content: bytes, encoding: str) -> tuple[str, Message]:
    """Return the text, and how it was read: as the user or the file says, else UTF-8 or ANSI.

    The mark of UTF-8 at the beginning is true where a code page is named that the file was converted from.
    """
    page = None if content.startswith(UTF_8_MARK) else CODEPAGE.search(content)
    named = known_charset(page[1]) if page else ""
    try:
        if not encoding and not named:
            content.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = ANSI
    text, said = decoded(content, name, encoding or named)
    return text.replace("\r\n", "\n").replace("\r", "\n"), joined(["PC-Axis", said])


def _keywords(name: str, text: str) -> _File:
    said: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    at = 1 if text.startswith("\ufeff") else 0
    while not (data := DATA.match(text, at)):
        found = SAID.match(text, at)
        if found is None:
            line = text.count("\n", 0, at) + 1
            raise _wrong(
                Where(name, line, 1),
                Message(
                    "here a keyword of PC-Axis should stand, or DATA=",
                    "此处应为 PC-Axis 关键字或 DATA=",
                ),
            )
        keyword, language, of, value = found.groups()
        at = found.end()
        if language and (keyword, tuple(_texts(of or ""))) in said:
            continue  # another language
        said.setdefault((keyword, tuple(_texts(of or ""))), tuple(_texts(value)))
    return _File(said, data.end())


def _texts(value: str) -> list[str]:
    """Return the texts of a value, or the bare word that it is.

    >>> _texts('"a","b c"'), _texts('"one ' + chr(10) + '"'), _texts("YES")
    (['a', 'b c'], ['one'], ['YES'])
    """
    whole = BROKEN.sub("", value)
    found = [" ".join(part.split()) for part in re.findall(r'"([^"]*)"', whole)]
    return found or ([value.strip()] if value.strip() else [])


def _cells(
    text: str,
    start: int,
    file: _File,
    stub: Sequence[str],
    values: Mapping[str, Sequence[str]],
) -> Iterator[Placed]:
    """Yield every number with the values that it belongs to, and where it stands."""
    breaks = [m.start() for m in re.finditer("\n", text)]
    keyed = [d for d in stub if file.all("KEYS", d)]
    heading = {d: v for d, v in values.items() if d not in stub} if keyed else values
    width = prod(map(len, heading.values())) + len(keyed)
    keys: list[str] = []
    for number, found in enumerate(CELL.finditer(text, start)):
        cell = found[0].strip('"')
        if keyed and number % width < len(keyed):
            keys = [*keys[: number % width], _value(file, keyed[number % width], cell, values)]
            continue
        at = number % width - len(keyed) if keyed else number
        if not keyed and at >= width:
            yield [], cell, (0, 0)  # more than there is place for: counted, and refused
            continue
        line = bisect_right(breaks, found.start())
        column = found.start() - (breaks[line - 1] if line else -1)
        yield (
            [*keys, *codes_of(at, {d: list(v) for d, v in heading.items()})],
            cell,
            (line + 1, column),
        )


def _value(file: _File, dimension: str, key: str, values: Mapping[str, Sequence[str]]) -> str:
    """Return the value that a key of a sparse file names, by its code where the file says so."""
    codes = file.all("CODES", dimension) if file.one("KEYS", dimension) == "CODES" else ()
    return dict(zip(codes, values[dimension], strict=False)).get(key, key)


def _cube(
    name: str, file: _File, values: Mapping[str, Sequence[str]], cells: Sequence[Placed]
) -> Cube:
    """Return the numbers by variable; a variable of contents is the indicator."""
    contents = file.one("CONTVARIABLE")
    times = {of[0] for keyword, of in file.said if keyword == "TIMEVAL" and of}
    names = {d: _concept(d, contents, times) for d in values}
    at = list(values).index(contents) if contents in values else -1
    units = {v: file.one("UNITS", v) or file.one("UNITS") for v in values.get(contents, ("",))}
    own = "" if at >= 0 or unit_at_end(file.one("UNITS")) else _of_units(values)
    if own:
        at, units = list(values).index(own), {v: unit_at_end(v) for v in values[own]}
    rows = [
        [*keys, number, units.get(keys[at] if at >= 0 else "", "")] for keys, number, _ in cells
    ]
    return Cube(
        name=name,
        said=NOTHING,
        title=file.one("CONTENTS") or file.one("TITLE"),
        concepts=(*names.values(), "OBS_VALUE", "UNIT_MEASURE"),
        rows=rows,
        lines=[line for _, _, (line, _) in cells],
        starts=[start for _, _, (_, start) in cells],
        labels={},
        dimensions=frozenset(names.values()),
    )


def _of_units(values: Mapping[str, Sequence[str]]) -> str:
    """Return the variable whose values, two or more, all name a unit: the file's own word for all is none of each."""
    found = (d for d, of in values.items() if len({*of}) > 1 and all(map(unit_at_end, of)))
    return next(found, "")


def unit_at_end(value: str) -> str:
    """Return the unit that a value is, or that stands behind its last comma; empty where it is none.

    >>> [unit_at_end(v) for v in ("Current prices, million euro", "%", "Percent of output, %", "Men", "15-24 years")]
    ['million euro', '%', '%', '', '']
    """
    for text in (value.rpartition(",")[2].strip(), value):
        try:
            if Unit.parse(text).kind and not text[:1].isdigit():
                return text
        except UnitError:
            continue
    return ""


def _country_of_note(file: _File, values: Mapping[str, Sequence[str]]) -> str:
    """Return the one country that a note says the figures refer to, where no variable has places."""
    texts = (text for keyword in ("NOTE", "NOTEX") for text in file.all(keyword))
    said = {found[1].strip() for text in texts if (found := SPATIAL.search(text))}
    if len(said) != 1 or any(register.named(v) for of in values.values() for v in of):
        return ""
    country = said.pop()
    return country if [p.level for p in register.named(country)] == ["country"] else ""


def _of_country(cube: Cube, country: str) -> Cube:
    """Return a cube whose numbers are all of one country."""
    rows = [[*row, country] for row in cube.rows]
    return replace(cube, concepts=(*cube.concepts, "REF_AREA"), rows=rows)


def _concept(dimension: str, contents: str, times: set[str]) -> str:
    """Return the concept of a variable: that of the standard, else its own name."""
    if dimension == contents:
        return "INDICATOR"
    if dimension in times:
        return "TIME_PERIOD"
    return f"{dimension}_" if dimension.upper() in TECHNICAL else dimension


def _wrong(where: str, what: Message) -> DataError:
    return DataError(what, where=where, mend=MEND)
