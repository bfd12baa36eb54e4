"""Foreign tables become a data package: what was recognised is said, then it is written."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError
from cpstats.keeping.grouping import Groups
from cpstats.keeping.import_report import Summary, report_of
from cpstats.keeping.mapping import MAPPING, Names, as_toml, read_mapping
from cpstats.keeping.released import differing, labelled, releases_of, vintages_of
from cpstats.keeping.unpacking import unpacked
from cpstats.message import Message
from cpstats.model.columns import OBSERVATION
from cpstats.model.kinds import is_rate
from cpstats.model.source import Source
from cpstats.store import files, loading
from cpstats.store.descriptor import DESCRIPTOR
from cpstats.store.drafts import aside
from cpstats.store.hints import Hints
from cpstats.store.measured import Measures
from cpstats.store.opened import Part
from cpstats.store.package import Package, joined_with, renamed
from cpstats.store.paths import exists, is_file
from cpstats.store.recognising.foreign import foreign, tables_to_import
from cpstats.store.recognising.price_basis import priced
from cpstats.store.recognising.stream import is_large, pieces
from cpstats.store.runs import Runs
from cpstats.store.supposed import without_unit
from cpstats.store.text_columns import Table
from cpstats.store.unpacked import package_folder
from cpstats.store.writer import observations_of, source_id, unwritable, write_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.report import Report
    from cpstats.store.recognising.recognised import Recognised


def import_files(
    names: Sequence[str],
    package: Package,
    *,
    folder: Path | None = None,
    hints: Hints | None = None,
    mapping: Path | None = None,
    force: bool = False,
    stdin: bytes = b"",
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> Report:
    """Read foreign files and, with a folder, write them as one package.

    A large delimited file is read in pieces and sorted on disk.

    Parameters
    ----------
    stdin : bytes
        What was read from standard input, for the name `-`.
    progress : callable
        Told name, bytes that were read and size of a large file, now and then.

    Raises
    ------
    DataError
        When a file cannot be read; nothing is written then.
    """
    if report := unpacked(names, folder, force=force):
        return report
    told = read_mapping(mapping, hints or Hints())
    catalogue = package.catalogue
    announced: list[Message] = []
    found: list[Summary] = []
    titles: dict[str, object] = {}
    assumed: set[tuple[str, str]] = set()
    with aside() as there, _uncollected():
        runs, groups = Runs(Path(there)), Groups(told.hints.total)
        for given in _expanded(names):
            name = files.STDIN if given == "-" else given
            parts: dict[str, Summary] = {}
            ident = source_id(name)
            catalogue = _with_source(catalogue, Source(ident, release="series"))
            for sheet in _sheets(given, told, stdin, progress):
                said = parts.setdefault(sheet.sheet.name, Summary(name, sheet.sheet.name))
                said.take(sheet)
                part = Part(name, own=True, strict=False, sheets=(sheet,))
                look_at_units(sheet, catalogue)
                joined = joined_with(replace(package, catalogue=catalogue, parts=()), part)
                table = Table(part)
                loading.check_only(table, part, Measures(joined.catalogue))
                announced += joined.announced
                catalogue = joined.catalogue
                rows = observations_of(sheet, table, catalogue, ident)
                groups.take(sheet, rows, told.hints.said_of_columns, catalogue)
                assumed |= _assumed(rows, table, part, catalogue)
                try:
                    runs.add(rows)
                except OSError as error:
                    raise unwritable(Path(there), error) from None
            source = replace(_source(name, [*parts.values()]), published=told.hints.released)
            catalogue = _with_source(catalogue, source)
            found += parts.values()
            titles[ident] = [(p.titles, p.notes) for p in parts.values() if p.titles]
        if not any(summary.figures for summary in found):
            raise DataError(
                Message("there is no figure in the table", "表中没有数据"),
                where=names[0],
                mend=Message("Look at the file.", "请查看文件。"),
            )
        catalogue = groups.placed(catalogue)
        found[-1].said += [*groups.said(catalogue), *dict.fromkeys(renamed(catalogue))]
        count = 0
        if folder is not None:
            extra = {MAPPING: as_toml(told, catalogue, *_named(found))}
            releases = _releases(told.hints, titles, runs)
            new = vintages_of(releases, told.hints.released)
            catalogue = replace(catalogue, vintages={**new, **catalogue.vintages})
            count = write_pieces(
                folder,
                labelled(runs.merged(), releases),
                catalogue,
                title=folder.name,
                extra=extra,
                assumed=assumed,
                force=force,
            )
        else:
            count = sum(map(len, runs.merged()))  # a key that occurs twice is said all the same
    return report_of(found, announced, folder, count)


def _releases(hints: Hints, titles: dict[str, object], runs: Runs) -> dict[str, str]:
    """Return the release of each source: as the user says, else as the files tell."""
    if hints.vintage and (differ := differing(runs.merged())):
        raise UsageError(
            Message(
                "{} differ in a figure: they are no one release",
                "{}有数据不一致，不是同一版本",
                sorted(min(differ, key=sorted)),
            ),
            mend=Message(
                "Import each with its own --vintage, or leave it out: then each is a release.",
                "请分别用各自的 --vintage 导入，或不指定：此时各成一个版本。",
            ),
        )
    if hints.vintage:
        return dict.fromkeys(titles, hints.vintage)
    return releases_of(titles, runs.merged())


def _assumed(
    rows: Sequence[tuple[str, ...]], table: Table, part: Part, catalogue: Catalogue
) -> set[tuple[str, str]]:
    """Return the sources whose place, and with its indicator whose unit, the file does not name."""
    sources = map(itemgetter(OBSERVATION.index("source")), rows)
    if part.placeless:
        return {(source, "") for source in sources}
    unnamed = without_unit(table, catalogue)
    if not unnamed:
        return set()
    pairs = zip(sources, table.columns["indicator"], table.columns["unit"], strict=True)
    return {(source, ident) for source, ident, unit in pairs if not unit and ident in unnamed}


def look_at_units(sheet: Recognised, catalogue: Catalogue) -> None:
    """Refuse levels without a unit that would take the catalogue's: of places abroad.

    Raises
    ------
    DataError
        At the first figure of an indicator of the catalogue whose place lies in another country
        than the indicator's, or is not known, and whose name is not Chinese.
    """
    ours: dict[tuple[str, str], bool] = {}
    for number, cells in enumerate(sheet.rows):
        row = dict(zip(sheet.header, cells, strict=True))
        name, area = row["indicator"], row["ref_area"]
        if row.get("unit") or row.get("measure", "level") not in ("", "level"):
            continue
        if (name, area) not in ours:
            ours[name, area] = not area.isascii() or _fits(catalogue, name, area)
        if not ours[name, area]:
            raise _unit_of_another_country(sheet, number, catalogue, name, area)


def _fits(catalogue: Catalogue, name: str, area: str) -> bool:
    """Return whether the catalogue's unit of an indicator may be that of a place."""
    known = catalogue.known_indicator(name)
    unit = catalogue.indicators[known].unit if known else ""
    if not unit or is_rate(unit):
        return True
    return catalogue.is_at_home(known, catalogue.known_place(area) or area)


def _unit_of_another_country(
    sheet: Recognised, number: int, catalogue: Catalogue, name: str, area: str
) -> DataError:
    known = catalogue.known_indicator(name)
    return DataError(
        Message(
            "{} of {} has no unit, and that of the catalogue, {}, is meant for {}",
            "{1}的{0}没有单位，目录中的单位{2}只用于{3}",
            name,
            area,
            catalogue.indicators[known].unit,
            catalogue.places[catalogue.homes[known]].name,
        ),
        where=sheet.where(number, "obs_value"),
        mend=Message(
            "Name the unit: --unit, or behind the name in the header, such as GDP (US$).",
            "请用 --unit 指定单位，或在表头名称后注明，如 GDP (US$)。",
        ),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no cycles be looked for: among millions of rows there are none, and it takes a fifth."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _expanded(names: Sequence[str]) -> list[str]:
    """Return the names of files, a pattern such as `city_*.xls` as the files that fit it, in order.

    Raises
    ------
    UsageError
        When no file fits a pattern.
    """
    found: list[str] = []
    for name in names:
        if not any(sign in name for sign in "*?[") or exists(Path(name)):
            found.append(name)
            continue
        path = Path(name)
        fitting = sorted(map(str, path.parent.glob(path.name)))
        if not fitting:
            raise UsageError(
                Message("no file fits “{}”", "没有与“{}”相符的文件", name),
                mend=Message("Check the name and the folder.", "请检查文件名和文件夹。"),
            )
        found += fitting
    return found


def _sheets(
    name: str, told: Names, stdin: bytes, progress: Callable[[str, int, int], None]
) -> Iterator[Recognised]:
    path = package_folder(name) or Path(name)
    folder = path.parent if path.name == DESCRIPTOR else path
    if name == "-":
        every: Iterable[Recognised] = foreign(
            files.STDIN, files.filled(stdin, files.STDIN), told.hints
        )
    elif is_file(folder / DESCRIPTOR) and path in (folder, folder / DESCRIPTOR):
        every = tables_to_import(folder, told.hints)
    elif is_large(path):
        every = (priced(sheet, told.hints) for sheet in pieces(path, told.hints, progress))
    else:
        every = foreign(name, files.read_bytes(path), told.hints)
    return (told.renamed(sheet) for sheet in every)


def _named(found: Sequence[Summary]) -> tuple[list[str], list[str], dict[str, str]]:
    """Return the indicators and places as the files name them, and what their columns hold."""
    return (
        [name for summary in found for name in summary.indicators],
        [name for summary in found for name in summary.places],
        {name: kind for summary in found for name, kind in summary.keys.items()},
    )


def _with_source(catalogue: Catalogue, source: Source) -> Catalogue:
    return replace(catalogue, sources={**catalogue.sources, source.source: source})


def _source(name: str, sheets: Sequence[Summary]) -> Source:
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
