"""Foreign tables become a data package: what was recognised is said, then it is written."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.source import Source
from cpstats.model.text import Text, same
from cpstats.store import files
from cpstats.store.package import Package, Part, foreign, joined_with
from cpstats.store.reader import read
from cpstats.store.recognise import Hints
from cpstats.store.writer import observations_of, source_id, write_package

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognise import Recognised

MAPPING = "import.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What an `import.toml` says: hints, and names of the file for our ids."""

    hints: Hints
    indicators: Mapping[str, str]
    places: Mapping[str, str]


def import_files(
    names: Sequence[str],
    package: Package,
    *,
    folder: Path | None = None,
    hints: Hints | None = None,
    mapping: Path | None = None,
    force: bool = False,
) -> Report:
    """Read foreign files and, with a folder, write them as one package.

    Raises
    ------
    DataError
        When a file cannot be read; nothing is written then.
    """
    told = _mapping(mapping, hints or Hints())
    catalogue = package.catalogue
    rows: list[dict[str, str]] = []
    found: list[tuple[str, Recognised]] = []
    announced: list[str] = []
    for name in names:
        sheets = [
            _renamed(s, told) for s in foreign(name, files.read_bytes(Path(name)), told.hints)
        ]
        part = Part(name, own=True, strict=False, sheets=tuple(sheets))
        joined = joined_with(replace(package, catalogue=catalogue, parts=()), part)
        read(joined)  # every check of a data file: units, periods, keys
        announced += joined.announced
        source = _source(name, sheets)
        sources = {**joined.catalogue.sources, source.source: source}
        catalogue = replace(joined.catalogue, sources=sources)
        rows += observations_of(sheets, catalogue, source.source)
        found += [(name, sheet) for sheet in sheets]
    if folder is not None:
        extra = {MAPPING: _as_toml(found, told, catalogue)}
        write_package(folder, rows, catalogue, title=folder.name, extra=extra, force=force)
    return _report(found, announced, folder, len(rows))


def _renamed(sheet: Recognised, told: Names) -> Recognised:
    """Put our ids in the place of the file's names, where the mapping gives them."""
    columns = {c: i for i, c in enumerate(sheet.header)}
    rows = []
    for row in sheet.rows:
        cells = list(row)
        for column, names in (("indicator", told.indicators), ("ref_area", told.places)):
            cells[columns[column]] = names.get(cells[columns[column]], cells[columns[column]])
        rows.append(cells)
    return replace(sheet, rows=rows)


def _mapping(path: Path | None, hints: Hints) -> Names:
    """Read a mapping; what was said on the command line stands above it."""
    table: dict[str, dict[str, str]] = {}
    if path is not None:
        try:
            table = tomllib.loads(files.decode(files.read_bytes(path), str(path)))
        except tomllib.TOMLDecodeError as error:
            raise DataError(
                f"this is not TOML ({error})",
                where=str(path),
                mend="Mend the file, or write it anew.",
            ) from None
    said = table.get("hints", {})
    names = ("indicator", "place", "unit", "period")
    made = Hints(**{n: getattr(hints, n) or str(said.get(n, "")) for n in names})
    return Names(hints=made, indicators=table.get("indicators", {}), places=table.get("places", {}))


def _as_toml(found: Sequence[tuple[str, Recognised]], told: Names, catalogue: object) -> str:
    """Write down how the files were read, for next year's."""
    lines = [
        "# How the files were read; `cpstats import --mapping import.toml` reads the next ones so.",
        "",
    ]
    names = ("indicator", "place", "unit", "period")
    lines += ["[hints]", *(f"{n} = {_quoted(getattr(told.hints, n))}" for n in names)]
    for table, column, given in (
        ("indicators", "indicator", told.indicators),
        ("places", "ref_area", told.places),
    ):
        find = getattr(catalogue, "find_indicator" if table == "indicators" else "find_place")
        said = dict.fromkeys(
            row[sheet.header.index(column)] for _, sheet in found for row in sheet.rows
        )
        lines += ["", f"[{table}]"]
        pairs = {**{n: find(n) for n in said}, **given}
        lines += [f"{_quoted(n)} = {_quoted(ident)}" for n, ident in pairs.items() if n != ident]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _source(name: str, sheets: Sequence[Recognised]) -> Source:
    """Return the file as a source, with what its title lines and notes say."""
    titles = {k: v for s in sheets for k, v in s.titles.items()}
    notes = [n for s in sheets for n in s.notes]
    publisher = next(
        (n.partition("：")[2] or n.partition(":")[2] for n in notes if "来源" in n[:5]), ""
    )
    title = " · ".join(
        t for t in (titles.get("database"), titles.get("indicator"), titles.get("title")) if t
    )
    return Source(
        source_id(name),
        title=title or Path(name).stem,
        publisher=publisher.strip(" ,"),
        release="series",
        locator=Path(name).name,
        kind="official" if publisher else "own",
        quality="high" if publisher else "",
        note=" ".join(notes),
    )


def _report(
    found: Sequence[tuple[str, Recognised]],
    announced: Sequence[str],
    folder: Path | None,
    count: int,
) -> Report:
    columns = (
        Column(Text("file", "文件"), right=False),
        Column(Text("recognised", "识别结果"), right=False),
    )
    rows: list[tuple[Cell, ...]] = []
    records: list[dict[str, str | int | float | None]] = []
    for name, sheet in found:
        head = Path(name).name
        for said in sheet.said:
            rows.append((Cell(text=same(head)), Cell(text=same(said))))
            head = ""
        places, indicators, periods = (
            len({row[sheet.header.index(c)] for row in sheet.rows})
            for c in ("ref_area", "indicator", "time_period")
        )
        records.append(
            {
                "file": name,
                "sheet": sheet.sheet.name,
                "figures": len(sheet.rows),
                "places": places,
                "indicators": indicators,
                "periods": periods,
                "notes": len(sheet.notes),
                "package": "" if folder is None else str(folder),
            }
        )
    notes = []
    if announced:
        shown = ", ".join(dict.fromkeys(announced))
        notes.append(
            Text(f"your own, not in the catalogue: {shown}", f"目录之外、视为自有：{shown}")
        )
    if folder is not None:
        notes.append(
            Text(
                f"{count} figures written to {folder}: --data {folder}",
                f"已写入{count}个数据：--data {folder}",
            )
        )
    return Report(
        Text("Import", "导入"),
        blocks=(Block(columns, tuple(rows)),),
        records=tuple(records),
        notes=tuple(notes),
    )
