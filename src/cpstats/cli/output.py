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
from cpstats.model.report import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.cli.options import Options
    from cpstats.model.report import Report
    from cpstats.model.text import Lang

FOR_THE_EYE = ("table", "plain", "md", "html")


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of standard output."""

    tty: bool
    width: int
    color: bool

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Terminal:
        """Read it from the process; NO_COLOR, FORCE_COLOR, COLUMNS and TERM=dumb count."""
        tty = sys.stdout.isatty()
        columns = environ.get("COLUMNS", "")
        width = int(columns) if columns.isdigit() and int(columns) else 0
        if not width:
            width = os.get_terminal_size(sys.stdout.fileno()).columns if tty else 80
        dumb = environ.get("TERM", "") == "dumb"
        color = (tty and not dumb) or bool(environ.get("FORCE_COLOR"))
        return cls(tty, width or 80, color and not environ.get("NO_COLOR"))


def formats() -> dict[str, str]:
    """Return every format by the module that writes it: what lies in the folders is offered."""
    found = {}
    for package in (render, export):
        for path in package.__path__:
            for file in sorted(Path(path).glob("[a-z]*.py")):
                found[file.stem] = f"{package.__name__}.{file.stem}"
    del found["layout"]
    return found


def emit(report: Report, options: Options, terminal: Terminal, lang: Lang) -> None:
    """Write the report, and what a machine format leaves out to standard error.

    Raises
    ------
    UsageError
        When the format is not known or the file cannot be written.
    """
    name = chosen(options, terminal)
    eye = name in FOR_THE_EYE
    on_screen = eye and terminal.tty and not options.output
    style = Style(
        lang=lang,
        digits=options.digits,
        explain=options.explain,
        cite=options.cite,
        excel=options.excel,
        width=terminal.width if on_screen and name in ("table", "plain") else None,
        color=terminal.color and not options.no_color and not options.output,
    )
    content: bytes = importlib.import_module(formats()[name]).write(report, style)
    if options.output:
        save(Path(options.output), content, force=options.force)
    else:
        _print(content)
    if not eye and not options.quiet:
        from cpstats.model.prose import aside

        for line in aside(report, style):
            print(line, file=sys.stderr)


def chosen(options: Options, terminal: Terminal) -> str:
    """Return the format: asked for, by the file's suffix, or by where it goes."""
    name = "json" if options.json else options.format
    known = formats()
    if name and name not in known:
        raise UsageError(f"there is no format “{name}”", mend=f"Known: {', '.join(known)}.")
    if name:
        return name
    if options.output:
        return _by_suffix(options.output, known)
    if options.excel:
        return "csv"
    return "table" if terminal.tty else "csv"


def _by_suffix(output: str, known: dict[str, str]) -> str:
    suffix = Path(output).suffix.lower()
    for name in known:
        if suffix in SUFFIXES.get(name, (f".{name}",)):
            return name
    raise UsageError(
        f"the suffix “{suffix}” names no format",
        mend=f"Add --format with one of {', '.join(known)}.",
    )


SUFFIXES = {"plain": (".txt",), "html": (".html", ".htm"), "tsv": (".tsv", ".tab"), "table": ()}


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file whole or not at all."""
    if path.exists() and not force:
        raise UsageError(f"{path} exists", mend="Add --force to replace it.")
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o666 & ~_umask())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror or error})",
            mend="Choose a folder that exists and may be written to.",
        ) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _print(content: bytes) -> None:
    """Write bytes: UTF-8 also where the locale is C."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
