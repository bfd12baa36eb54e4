"""One figure more in a package: checked first, then one line more in one file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError, Where
from cpstats.keeping.beside import conflict, in_cell, other_unit, same_figure, slip, unit_of
from cpstats.keeping.typed import NewFigure, row_of
from cpstats.message import Message
from cpstats.model.columns import CELL
from cpstats.model.observation import as_printed
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.selecting.facts import Fact, Facts, facts_of
from cpstats.store import files
from cpstats.store.atomic import locked, replace_files
from cpstats.store.edit import with_line, without_line
from cpstats.store.measured import Measures
from cpstats.store.package import Package, open_package
from cpstats.store.paths import is_file
from cpstats.store.unwritable import unwritable
from cpstats.store.writer import cells_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.finding import Finding
    from cpstats.model.place import Place
    from cpstats.model.source import Source

KEYS = {"indicators": "indicator", "places": "ref_area", "sources": "source", "vintages": "vintage"}


def add_figure(
    folder: Path,
    new: NewFigure,
    *,
    check: Callable[[Facts], Iterable[Finding]],
    dry: bool = False,
    force: bool = False,
    revise: bool = False,
) -> Report:
    """Add a figure to the package in a folder.

    What it refers to (indicator, place, source, vintage) is taken into the package's tables where
    it is not there yet. The new line is checked beside what the package says of its indicator and
    place before a file is touched; the same figure of the same source again changes nothing.

    Parameters
    ----------
    check : callable
        The rules: what they find about the new figure stops it, unless `force`.
    dry : bool
        Whether only to say what would be written.
    force : bool
        Whether to add what a rule finds wrong, or what is ten times off its neighbours.
    revise : bool
        Whether another figure of the cell is put aside: the same source's is replaced.

    Raises
    ------
    UsageError
        When a name, the period or the amount is not understood, or a rule finds an error.
    DataError
        When the cell has another figure, the figure is in another currency than its series or
        far off its neighbours, or the package is faulty.
    """
    if not is_file(folder / "datapackage.json"):
        raise UsageError(
            Message("{} is no data package", "{}不是数据包", folder),
            mend=Message(
                "Name one with --data DIR, or start one: cpstats init DIR.",
                "请用 --data 指定，或新建：cpstats init DIR。",
            ),
        )
    with locked(folder):
        package = open_package([str(folder)])
        row, source = row_of(new, package.catalogue)
        package = _with_names(package, row, source)
        path = _file_of(package, row["indicator"])
        text = files.decode(files.read_bytes(path), str(path))
        look = _Look((row["indicator"], row["ref_area"]), Measures(package.catalogue))
        there = look.at(package).facts
        if new.continues:
            row["vintage"] = _continued(new.continues, there)
        row["vintage"] = row["vintage"] or _release_of(row["source"], there)
        indicator = package.catalogue.indicators[row["indicator"]]
        row["unit"] = row["unit"] or unit_of(there, indicator)
        typed = look.alone(package, path, text, row)
        mine, others = in_cell(typed, there)
        if mine is not None and same_figure(typed, mine):
            return _there(mine)
        if fault := (
            (not force and other_unit(typed, there, indicator))
            or (not revise and conflict(typed, mine, others))
            or (not force and slip(typed, there))
        ):
            raise fault
        if mine is not None:
            old = mine.locate("obs_value")
            path = Path(old.file)
            text = without_line(files.decode(files.read_bytes(path), old.file), old.line or 0)
            row["vintage"] = row["vintage"] or mine.figure.vintage
            typed = look.alone(package, path, text, row)
        text, number = with_line(text, row)
        edited = _edited(package, path, text)
        tables = _tables(edited, row, source)
        found = _findings(look.at(edited), typed, check)
        stop = [f for f in found if f.severity == "error"]
        if stop and not force:
            raise UsageError(
                Message("{}: {}", "{}：{}", stop[0].rule, stop[0].why),
                where=Where(path, number, 1),
                mend=Message(
                    "Look the figure up; --force adds it all the same.",
                    "请核对该数；--force 可强制添加。",
                ),
            )
        if not dry:
            contents = {folder / table: content.encode() for table, content in tables.items()}
            try:
                replace_files({**contents, path: text.encode()}, folder)
            except OSError as error:
                raise unwritable(folder, error) from None
    line = text.splitlines()[number - 1]
    report = _report(path, number, line, found, tables, dry=dry)
    return _instead(report, mine) if mine is not None else report


def _release_of(source: str, there: Iterable[Fact]) -> str:
    """Return the release of the newest figure that a source has of the series; empty where it has none."""
    of_it = [fact.figure for fact in there if fact.figure.source == source]
    newest = max(of_it, key=lambda f: f.time_period, default=None)
    return newest.vintage if newest else ""


def _continued(source: str, there: Iterable[Fact]) -> str:
    """Return the release of the newest figure that a source has of the series.

    Raises
    ------
    UsageError
        When it has none, or its figures are of no named release.
    """
    figures = [fact.figure for fact in there]
    of_it = [f for f in figures if f.source == source]
    if not of_it:
        raise UsageError(
            Message(
                "“{}” has no figure that this one could continue", "“{}”没有可接续的数据", source
            ),
            mend=Message(
                "Sources that have: {}.",
                "已有的来源：{}。",
                sorted({f.source for f in figures}) or ["–"],
            ),
        )
    newest = max(of_it, key=lambda f: f.time_period)
    if not newest.vintage:
        raise UsageError(
            Message(
                "the figures of “{}” are of no named release", "“{}”的数据没有版本名称", source
            ),
            mend=Message(
                "With --source {} it is of the same release; for another source to continue it, name the release at the "
                "import: --vintage NAME.",
                "用 --source {} 即属同一版本；若由另一来源接续，请在导入时用 --vintage 命名版本。",
                source,
            ),
        )
    return newest.vintage


def _file_of(package: Package, indicator: str) -> Path:
    """Return the file that has the indicator, else that of its theme, else the first."""
    part = package.parts[-1]
    if not part.observations:
        raise DataError(
            Message("the package has no table of observations", "数据包没有观测值表"),
            where=part.name,
        )
    if len(part.observations) == 1:  # nothing to look for: most packages have one
        return part.observations[0]
    for path in part.observations:
        text = files.decode(files.read_bytes(path), str(path))
        if any(row.get("indicator") == indicator for row in files.rows(text, str(path))):
            return path
    theme = package.catalogue.indicators[indicator].theme
    return next((p for p in part.observations if p.stem == theme), part.observations[0])


def _edited(package: Package, path: Path, text: str) -> Package:
    part = replace(package.parts[-1], texts=((path, text.encode()),))
    return replace(package, parts=(*package.parts[:-1], part))


def _tables(package: Package, row: dict[str, str], source: Source) -> dict[str, str]:
    """Return the tables that need a line for what the figure refers to."""
    catalogue = package.catalogue
    made: dict[str, str] = {}
    wanted: dict[str, list[Any]] = {
        "indicators": [catalogue.indicators[row["indicator"]]],
        "places": [*_with_parents(row, catalogue).values()],
        "sources": [source],
        "vintages": [catalogue.vintages[v] for v in [row["vintage"]] if v in catalogue.vintages],
    }
    for name, path in package.parts[-1].tables:
        if name not in wanted:
            continue
        text = files.decode(files.read_bytes(path), str(path))
        key = KEYS[name]
        there = {line[key] for line in files.rows(text, str(path))}
        for thing in wanted[name]:
            if getattr(thing, key) not in there:
                text, _ = with_line(text, cells_of(thing), sorted_by=(key,))
                made[path.relative_to(package.parts[-1].name).as_posix()] = text
    return made


def _with_parents(row: dict[str, str], catalogue: Catalogue) -> dict[str, Place]:
    """Return the places of a line and what they lie in, the outermost first."""
    found: dict[str, Place] = {}
    for area in (row["ref_area"], row["counterpart_area"]):
        chain: dict[str, Place] = {}
        while area and area not in chain | found:
            chain[area] = catalogue.places[area]
            area = chain[area].parent  # noqa: PLW2901 - one step up
        found |= dict(reversed(chain.items()))
    return found


def _with_names(package: Package, row: dict[str, str], source: Source) -> Package:
    """Return the package with what the line refers to: the source, places of the gazetteer."""
    catalogue = package.catalogue
    sources = {source.source: source} | dict(catalogue.sources)
    places = catalogue.places.with_more(_with_parents(row, catalogue))
    return replace(package, catalogue=replace(catalogue, sources=sources, places=places))


@dataclass(frozen=True, slots=True)
class _Look:
    """What the package says of an indicator and a place; a fault in it is raised."""

    series: tuple[str, str]
    units: Measures

    def at(self, package: Package) -> Facts:
        today = datetime.now(UTC).date()
        parts = package.parts[-1:]
        facts = facts_of(package, parts, today=today, series=self.series, units=self.units)
        for fault in facts.faults:
            raise fault
        return facts

    def alone(self, package: Package, path: Path, text: str, row: dict[str, str]) -> Fact:
        """Return the new figure by itself, as a file with its line alone would say it."""
        header = text.lstrip("\ufeff").partition("\n")[0]
        _columns_for(row, header, package, path)
        line, _ = with_line(header, row)
        part = replace(package.parts[-1], observations=(path,), texts=((path, line.encode()),))
        try:
            return self.at(replace(package, parts=(*package.parts[:-1], part))).facts[0]
        except DataError as error:
            if error.where.file != str(path):
                raise
            raise UsageError(
                error.what, mend=error.mend
            ) from None  # no line of the file is at fault


def _columns_for(row: dict[str, str], header: str, package: Package, path: Path) -> None:
    """Refuse a line that says what its table has no column for, but what goes without saying."""
    there, _ = files.parsed(header, str(path))
    plain = {
        "measure": "level",
        "price_basis": "current",
        "unit": package.catalogue.indicators[row["indicator"]].unit,
    }
    lost = [n for n, text in row.items() if text not in ("", plain.get(n)) and n not in there]
    if lost:
        raise DataError(
            Message(
                "the table has no column {} for “{}”",
                "表中没有列 {}，无处写“{}”",
                lost[0],
                row[lost[0]],
            ),
            where=Where(path, 1),
            mend=Message(
                "Write the column into its first line, and into the others.",
                "请在首行及各行补上该列。",
            ),
        )


def _findings(
    facts: Facts, typed: Fact, check: Callable[[Facts], Iterable[Finding]]
) -> list[Finding]:
    """Return what the rules find about the new figure."""
    names = (*CELL, "source", "vintage")
    return [
        f
        for f in check(facts)
        if any(all(getattr(g, n) == getattr(typed.figure, n) for n in names) for g in f.figures)
        and f.severity != "info"
        and not f.silenced
    ]


def _there(mine: Fact) -> Report:
    """Return that nothing is to be done."""
    figure, printed = mine.figure, as_printed(mine.figure)
    there = mine.locate("obs_value")
    file, line = there.file, there.line
    return Report(
        Text("The figure is there already", "该数据已存在"),
        records=({"file": file, "line": line, "text": str(figure.printed), "written": "no"},),
        notes=(
            Text(
                f"{file}:{line} has {printed.en} of {figure.source}; nothing was written.",
                f"{file}:{line} 已有{printed.zh}（{figure.source}），未写入。",
            ),
        ),
    )


def _instead(report: Report, mine: Fact) -> Report:
    """Say what the new figure stands in place of."""
    old = as_printed(mine.figure)
    note = Text(f"It stands in place of {old.en}.", f"替换原数{old.zh}。")
    return replace(report, notes=(note, *report.notes))


def _report(
    path: Path,
    number: int,
    line: str,
    found: list[Finding],
    tables: dict[str, str],
    *,
    dry: bool,
) -> Report:
    columns = (
        Column(Text("where", "位置"), right=False),
        Column(Text("line", "内容"), right=False),
    )
    cells = (Cell(text=same(f"{path}:{number}")), Cell(text=same(line)))
    notes = [same(f"{f.rule}: ") + f.why for f in found]
    notes += [Text(f"a line was added to {name} too", f"{name} 也加了一行") for name in tables]
    if dry:
        notes.append(Text("Nothing was written (--dry-run).", "未写入（--dry-run）。"))
    record: dict[str, str | int | float | None] = {
        "file": str(path),
        "line": number,
        "text": line,
        "written": "no" if dry else "yes",
    }
    return Report(
        Text("One figure added", "已添加一个数据"),
        blocks=(Block(columns, (cells,)),),
        records=(record,),
        notes=tuple(notes),
    )
