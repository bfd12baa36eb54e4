"""A report goes to a terminal, a pipe or a file: which format, and whole or not at all."""

from __future__ import annotations

import importlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats import export, render
from cpstats.errors import UsageError
from cpstats.store.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.cli.options import Options
    from cpstats.model.report import Report
    from cpstats.model.text import Lang

FOR_THE_EYE = ("table", "plain", "md", "html", "latex")
BINARY = ("xlsx", "parquet")
FOLDER = "datapackage"  # several files: a folder, or one zip
HELPERS = ("fold", "layout")  # of the renderers


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of standard output."""

    tty: bool
    width: int
    color: bool

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Terminal:
        """Read it from the process; NO_COLOR, FORCE_COLOR, COLUMNS and TERM=dumb count."""
        tty = sys.stdout is not None and sys.stdout.isatty()
        columns = environ.get("COLUMNS", "")
        width = int(columns) if columns.isdigit() and int(columns) else 0
        if not width and tty:
            width = os.get_terminal_size(sys.stdout.fileno()).columns
        dumb = environ.get("TERM", "") == "dumb"
        color = (tty and not dumb) or bool(environ.get("FORCE_COLOR"))
        return cls(tty, width or 80, color and not environ.get("NO_COLOR"))


def formats() -> dict[str, str]:
    """Return every format by the module that writes it: what lies in the folders is offered."""
    found = {"table": ""}  # the first to be named
    for package in (render, export):
        for path in package.__path__:
            for file in sorted(Path(path).glob("[a-z]*.py")):
                found[file.stem.replace("_", "-")] = f"{package.__name__}.{file.stem}"
    return {name: module for name, module in found.items() if name not in HELPERS}


def emit(report: Report, options: Options, terminal: Terminal, lang: Lang) -> None:
    """Write the report, and what a machine format leaves out to standard error.

    Raises
    ------
    UsageError
        When the format is not known or the file cannot be written.
    """
    from cpstats.model.report import Style  # not needed to complete a word

    name = chosen(options, terminal)
    eye = name in FOR_THE_EYE
    output = target(options)
    on_screen = eye and terminal.tty and not output
    style = Style(
        lang=lang,
        digits=options.digits,
        explain=options.explain,
        cite=options.cite,
        excel=options.excel,
        width=terminal.width if on_screen and name in ("table", "plain") else None,
        color=terminal.color and not options.no_color and not output,
    )
    module = importlib.import_module(formats()[name])
    if name == FOLDER:
        _save_package(Path(output), module.rows(report), report, force=options.force)
    elif output:
        save(Path(output), module.write(report, style), force=options.force)
    else:
        _print(module.write(report, style))
    if not eye and not options.quiet:
        from cpstats.model.prose import aside

        for line in aside(report, style):
            print(line, file=sys.stderr)


def target(options: Options) -> str:
    """Return the file to write; empty is standard output."""
    return "" if options.output == "-" else options.output


def chosen(options: Options, terminal: Terminal) -> str:
    """Return the format: asked for, by the file's suffix, or by where it goes.

    Raises
    ------
    UsageError
        When there is no such format, or it is not for a terminal.
    """
    name = "json" if options.json else options.format.lower()
    known, output = formats(), target(options)
    if name and name not in known:
        raise UsageError(f"there is no format “{name}”", mend=f"Known: {', '.join(known)}.")
    if name in BINARY and terminal.tty and not output:
        raise UsageError(
            f"{name} is not for a terminal", mend=f"Write it to a file: -o figures.{name}."
        )
    if name == FOLDER and not output:
        raise UsageError(
            "a data package is a folder, not one text",
            mend="Name it: -o figures, or -o figures.zip.",
        )
    if name:
        return name
    if output:
        return _by_suffix(output, known)
    if options.excel:
        return "csv"
    return "table" if terminal.tty else "csv"


def _by_suffix(output: str, known: dict[str, str]) -> str:
    suffix = Path(output).suffix.lower()
    for name in known:
        if suffix and suffix in SUFFIXES.get(name, (f".{name}",)):
            return name
    what = f"the suffix “{suffix}” names no format" if suffix else f"{output} has no suffix"
    raise UsageError(what, mend=f"Add --format with one of {', '.join(known)}.")


SUFFIXES = {
    "plain": (".txt",),
    "html": (".html", ".htm"),
    "tsv": (".tsv", ".tab"),
    "table": (),
    "latex": (".tex",),
    "github": (),
    FOLDER: (".zip",),
    "json-stat": (".json-stat", ".jsonstat"),
    "sdmx-csv": (),
}


def _save_package(path: Path, rows: list[dict[str, str]], report: Report, *, force: bool) -> None:
    """Write a data package: a folder, or a zip where the name ends so."""
    import tempfile

    from cpstats.store.decoding.zipping import zipped
    from cpstats.store.writer import write_package

    if path.suffix.lower() != ".zip":
        write_package(path, rows, report.catalogue, title=path.name, force=force)
        return
    with tempfile.TemporaryDirectory(prefix="cpstats-") as aside:
        folder = Path(aside, path.stem)
        write_package(folder, rows, report.catalogue, title=path.stem)
        save(path, zipped(folder), force=force)


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file whole or not at all; a device or a pipe is simply written to.

    Raises
    ------
    UsageError
        When the file exists and is not to be replaced, or cannot be written.
    """
    path = path.resolve() if path.is_symlink() else path  # the link stays, its file is replaced
    if path.is_dir():
        raise UsageError(f"{path} is a folder", mend="Name a file in it.")
    if path.is_file() and not force:
        raise UsageError(f"{path} exists", mend="Add --force to replace it.")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            replace_file(path, content)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror or error})",
            mend="Choose a folder that exists, may be written to and has room.",
        ) from None


def _print(content: bytes) -> None:
    """Write bytes: UTF-8 also where the locale is C.

    Raises
    ------
    UsageError
        When standard output is closed, or its disk is full.
    """
    if sys.stdout is None:
        raise UsageError("standard output is closed", mend="Write to a file: -o FILE.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or it is said twice
        raise UsageError(
            f"standard output cannot be written ({error.strerror or error})",
            mend="Make room, or write elsewhere.",
        ) from None


def silence() -> None:
    """Let the interpreter close its ends of a broken pipe (`2>&1 | head`) without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
