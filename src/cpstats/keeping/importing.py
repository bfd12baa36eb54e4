"""Foreign tables become a data package: what was recognised is said, then it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError
from cpstats.keeping.at_engine import can_convert, converted
from cpstats.keeping.import_report import Summary, report_of
from cpstats.keeping.intake import Intake
from cpstats.keeping.mapping import MAPPING, Names, as_toml, read_mapping
from cpstats.keeping.released import differing, labelled, releases_of, vintages_of
from cpstats.keeping.unpacking import unpacked
from cpstats.message import Message
from cpstats.model.source import Source
from cpstats.store import files
from cpstats.store.descriptor import DESCRIPTOR
from cpstats.store.drafts import aside, ended_in_order
from cpstats.store.hints import Hints
from cpstats.store.package import renamed
from cpstats.store.paths import exists, is_file
from cpstats.store.recognising.file_names import from_names
from cpstats.store.recognising.foreign import foreign, tables_to_import
from cpstats.store.recognising.inquiry import QuestionError, Shown, tried
from cpstats.store.recognising.price_basis import priced
from cpstats.store.recognising.stream import (
    as_file,
    as_they_are,
    beginning,
    has_grown,
    is_large,
    pieces,
)
from cpstats.store.recognising.trials import Trials
from cpstats.store.runs import Runs
from cpstats.store.several import no_match
from cpstats.store.text_columns import uncollected
from cpstats.store.unpacked import package_folder
from cpstats.store.unwritable import unwritable
from cpstats.store.writer import source_id, write_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cpstats.model.report import Report
    from cpstats.store.engine import Engine
    from cpstats.store.package import Package
    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.runs import Row
    from cpstats.store.writer import Figures


def import_files(
    names: Sequence[str],
    package: Package,
    *,
    folder: Path | None = None,
    hints: Hints | None = None,
    mapping: Path | None = None,
    force: bool = False,
    parquet: bool = False,
    stdin: bytes = b"",
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> Report:
    """Read foreign files and, with a folder, write them as one package.

    A large delimited file is converted by an engine, if there is one that can; else it is read in
    pieces and sorted on disk.

    Parameters
    ----------
    parquet : bool
        Whether the package keeps its figures as Parquet.
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
    told, trials = read_mapping(mapping, hints or Hints()), Trials()

    def read(said: Hints) -> Shown | None:
        again = replace(told, hints=said)
        try:
            return _imported(names, package, None, again, stdin=stdin, trials=trials)[1]
        except QuestionError as more:
            trials.keep(more)
            raise

    def sample(said: Hints) -> Shown | None:
        again = replace(told, hints=said)
        cut = trials.on_a_sample()
        return _imported(names, package, None, again, stdin=stdin, trials=cut)[1]

    with as_they_are(_expanded(names)):
        try:
            report, _ = _imported(
                names,
                package,
                folder,
                told,
                force=force,
                parquet=parquet,
                stdin=stdin,
                progress=progress,
            )
        except QuestionError as asked:
            trials.keep(asked)
            asked = from_names(asked, _expanded(names))
            typed = " ".join(map(quote, names))
            raise tried(asked, told.hints, read, sample, trials.are_read_whole, typed) from None
    return report


def _imported(
    names: Sequence[str],
    package: Package,
    folder: Path | None,
    told: Names,
    *,
    force: bool = False,
    parquet: bool = False,
    stdin: bytes = b"",
    progress: Callable[[str, int, int], None] = lambda *_: None,
    trials: Trials | None = None,
) -> tuple[Report, Shown | None]:
    """Return what is said of an import, and how much was read; in `trials` on a sample perhaps."""
    intake = Intake.of(package, told)
    found: list[Summary] = []
    titles: dict[str, object] = {}
    with ended_in_order(), aside() as there, uncollected():
        runs, engine = Runs(Path(there)), None
        given = _expanded(names)
        for each in given:
            here = replace(told, hints=told.hints.of_file(each))
            intake.begin(files.STDIN if each == "-" else each, here)
            cut = trials is not None and trials.rows
            at = _unpacked(each, Path(there) / "unpacked")
            if trials is not None and not cut and is_large(Path(at)):
                trials.reads_whole(Path(at))
            alone = None if cut or len(given) > 1 else _converted(at, intake, Path(there), progress)
            if alone is not None:
                engine, intake = alone
            else:
                _read(at, intake, runs, stdin, progress, trials)
            source = _source(intake.name, [*intake.parts.values()])
            source = replace(source, published=told.hints.released)
            intake.describe(source)
            found += intake.parts.values()
            titles[intake.ident] = [(p.titles, p.notes) for p in intake.parts.values() if p.titles]
        if not any(summary.figures for summary in found):
            raise next(iter(intake.left), None) or DataError(
                Message("there is no figure in the table", "表中没有数据"),
                where=names[0],
                mend=Message("Look at the file.", "请查看文件。"),
            )
        catalogue = intake.groups.placed(intake.catalogue)
        found[-1].said += [*intake.skipped, *intake.groups.said(catalogue)]
        found[-1].said += dict.fromkeys(renamed(catalogue))
        count = 0
        if folder is not None:
            extra = {MAPPING: as_toml(told, catalogue, *_named(found))}
            releases = _releases(told.hints, titles, runs)
            pieces: Iterable[Sequence[Row]] | Figures = labelled(runs.merged(), releases)
            if engine is not None:
                engine.vintage, pieces = releases.get(intake.ident, ""), engine
            new = vintages_of(releases, told.hints.released)
            catalogue = replace(catalogue, vintages={**new, **catalogue.vintages})
            count = write_pieces(
                folder,
                pieces,
                catalogue,
                title=folder.name,
                extra=extra,
                assumed=intake.assumed,
                force=force,
                parquet=parquet,
            )
        else:
            count = sum(map(len, runs.merged()))  # a key that occurs twice is said all the same
    first = next((summary.row for summary in found if summary.row), None)
    shown = Shown(sum(s.figures for s in found), first, (*intake.left,)) if first else None
    return report_of(found, intake.announced, folder, count), shown


def _read(
    given: str,
    intake: Intake,
    runs: Runs,
    stdin: bytes,
    progress: Callable[[str, int, int], None],
    trials: Trials | None,
) -> None:
    """Read a file sheet by sheet, or piece by piece, and put its figures aside."""
    in_pieces = given != "-" and is_large(Path(given))
    for sheet in _sheets(given, intake.told, stdin, progress, trials):
        rows = intake.take(sheet) if in_pieces else intake.take_or_leave(sheet)
        try:
            runs.add(rows)
        except OSError as error:
            raise unwritable(runs.folder, error) from None


def _unpacked(given: str, folder: Path) -> str:
    """Return a large text in a gzip as a file that is read in pieces."""
    try:
        return as_file(given, folder)
    except OSError as error:
        raise unwritable(folder, error) from None


def _converted(
    given: str, intake: Intake, room: Path, progress: Callable[[str, int, int], None]
) -> tuple[Engine, Intake] | None:
    """Return a large file in an engine, and what was taken in; None where it is to be read here."""
    path = Path(given)
    if given == "-" or package_folder(given) or not is_large(path) or not can_convert():
        return None
    trial = Intake.of(intake.package, intake.told)
    trial.begin(intake.name, intake.told)
    if has_grown(path):
        return None
    try:
        engine = converted(path, trial, room, progress)
    except OSError as error:
        raise unwritable(room, error) from None
    if engine is not None and has_grown(path):  # its scans did not see the same lines
        engine.__exit__(None, None, None)
        return None
    return None if engine is None else (engine, trial)


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


def _expanded(names: Sequence[str]) -> list[str]:
    """Return the names of files, a pattern such as `city_*.xls` as the files that fit it, in order.

    Raises
    ------
    DataError
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
            raise no_match(name)
        found += fitting
    return found


def _sheets(
    name: str,
    told: Names,
    stdin: bytes,
    progress: Callable[[str, int, int], None],
    trials: Trials | None,
) -> Iterator[Recognised]:
    path = package_folder(name) or Path(name)
    folder = path.parent if path.name == DESCRIPTOR else path
    if name == "-":
        content = files.filled(stdin, files.STDIN)
        every: Iterable[Recognised] = foreign(
            files.STDIN, content, told.hints, trying=False, trials=trials
        )
    elif is_file(folder / DESCRIPTOR) and path in (folder, folder / DESCRIPTOR):
        every = tables_to_import(folder, told.hints)
    elif is_large(path):
        if trials is not None and trials.rows:
            found = beginning(path, told.hints, trials)
        else:
            found = pieces(path, told.hints, progress)
        every = (priced(sheet, told.hints) for sheet in found)
    else:
        content = files.read_bytes(path)
        every = foreign(name, content, told.hints, trying=False, trials=trials)
    return iter(every)


def _named(found: Sequence[Summary]) -> tuple[list[str], list[str], dict[str, str]]:
    """Return the indicators and places as the files name them, and what their columns hold."""
    return (
        [name for summary in found for name in summary.indicators],
        [name for summary in found for name in summary.places],
        {name: kind for summary in found for name, kind in summary.keys.items()},
    )


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
