"""A report goes to a terminal, a pipe or a file: which format, and whole or not at all."""

from __future__ import annotations

import importlib
import os
import sys
from errno import ELOOP
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from cpstats import export, render
from cpstats.cli.stderr import note
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.store.paths import exists, is_file, is_folder, is_link, real

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cpstats.cli.given import Options
    from cpstats.model.report import Report, Style
    from cpstats.model.text import Lang

ON_SCREEN = ("table", "plain", "plot")  # as wide as the terminal
STDOUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
TEXT = (".txt",)  # any text may be called so


class Terminal(NamedTuple):
    """What is known of standard output."""

    tty: bool
    width: int
    color: bool

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Terminal:
        """Read it from the process; NO_COLOR, FORCE_COLOR, COLUMNS and TERM=dumb count."""
        tty = sys.stdout.isatty()
        columns = environ.get("COLUMNS", "")
        width = int(columns) if columns.isascii() and columns.isdecimal() else 0
        if not width and tty:
            width = os.get_terminal_size(sys.stdout.fileno()).columns
        dumb = environ.get("TERM", "") == "dumb"
        color = (tty and not dumb) or bool(environ.get("FORCE_COLOR"))
        return cls(tty, width or 80, color and not environ.get("NO_COLOR"))


@lru_cache(maxsize=1)
def formats() -> Mapping[str, str]:
    """Return every format by the module that writes it: what lies in the folders is offered."""
    found = {"table": ""}  # the first to be named
    for package in (render, export):
        for path in package.__path__:
            for file in sorted(Path(path).glob("[a-z]*.py")):
                found[file.stem.replace("_", "-")] = f"{package.__name__}.{file.stem}"
    return MappingProxyType(found)


class Writer(Protocol):
    """What the file of a format has."""

    def write(self, report: Report, style: Style, /) -> bytes:
        """Return the report as the content of a file."""


class Folder(Protocol):
    """What the file of a format of several files has."""

    def rows(self, report: Report, /) -> list[dict[str, str]]:
        """Return the observations of a report."""

    def assumed(self, report: Report, /) -> Collection[tuple[str, str]]:
        """Return the sources and indicators whose place or unit nobody named."""


class Format(NamedTuple):
    """What the file of a format says of itself; what it does not say is as here."""

    name: str
    module: Any  # a `Folder` or a `Writer`
    eye: bool = False  # for a reader, who sees what a machine format says on standard error
    binary: bool = False  # not for a terminal
    folder: bool = False  # several files
    excel: bool = False  # what `--excel` asks for
    picture: bool = False  # what `--plot` asks for
    suffixes: tuple[str, ...] = ()
    called: tuple[str, ...] = ()  # what people call it beside its name

    @classmethod
    def of(cls, name: str) -> Format:
        """Return a format by its name."""
        module = importlib.import_module(formats()[name])
        said = {f: getattr(module, f.upper()) for f in FACTS if hasattr(module, f.upper())}
        return cls(name, module, **{"suffixes": (f".{name}",), **said})


FACTS = ("eye", "binary", "folder", "excel", "picture", "suffixes", "called")


def _named(name: str) -> str:
    """Return the format of that name, or that people call so; empty where there is none."""
    if name in formats():
        return name
    return next((n for n in formats() if name and name in Format.of(n).called), "")


def emit(report: Report, options: Options, terminal: Terminal, lang: Lang) -> None:
    """Write the report, and what a machine format leaves out to standard error.

    Raises
    ------
    UsageError
        When the format is not known or the file cannot be written.
    """
    from cpstats.model.report import Style  # not needed to complete a word

    name = chosen(options, terminal)
    format_ = Format.of(name)
    eye = format_.eye
    output = target(options)
    on_screen = eye and terminal.tty and not output
    style = Style(
        lang=lang,
        digits=options.digits,
        explain=options.explain,
        cite=options.cite,
        excel=options.excel,
        width=terminal.width if on_screen and name in ON_SCREEN else None,
        color=terminal.color and not options.no_color and not output,
        ascii=options.ascii,
    )
    if format_.folder:
        _save_package(Path(output), format_.module, report, force=options.force)
    else:
        writer: Writer = format_.module
        _put(writer.write(report, style), output, force=options.force)
    if not eye and not options.quiet:
        from cpstats.model.prose import aside

        for line in aside(report, style):
            note(line)


def target(options: Options) -> str:
    """Return the file to write; empty is standard output."""
    return "" if options.output in STDOUT else options.output


def chosen(options: Options, terminal: Terminal) -> str:
    """Return the format: asked for, by the file's suffix, or by where it goes.

    Raises
    ------
    UsageError
        When there is no such format, it is not for a terminal, or two options ask for two formats.
    """
    known, output = formats(), target(options)
    name = options.format.lower() or ("json" if options.json else "")
    if name and name not in known:
        name = _named(name) or _of_suffix(f".{name}") or name
    if options.plot:
        name = _drawn(name or (_by_suffix(output, known) if output else ""), options)
    if name and name not in known:
        raise UsageError(
            Message("there is no format “{}”", "没有名为“{}”的格式", name),
            mend=Message("Known: {}.", "可用：{}。", known),
        )
    _look_for_two(options, name)
    if name and Format.of(name).binary and terminal.tty and not output:
        raise UsageError(
            Message("{} is not for a terminal", "{} 不能输出到终端", name),
            mend=Message("Write it to a file: -o figures.{}.", "请写入文件：-o figures.{}。", name),
        )
    if name and Format.of(name).folder and not output:
        raise UsageError(
            Message("a data package is a folder, not one text", "数据包是文件夹，不是一段文字"),
            mend=Message(
                "Name it: -o figures, or -o figures.zip.",
                "请指定名称：-o figures 或 -o figures.zip。",
            ),
        )
    if name:
        return name
    if output:
        return _by_suffix(output, known)
    if options.excel:
        return "csv"
    return "table" if terminal.tty else "csv"


DRAWN = {"html": "vega-html", "json": "vega-lite", "plain": "plot", "": "plot"}  # of a picture


def _drawn(name: str, options: Options) -> str:
    """Return the format of a picture: a page that draws itself for HTML, its specification for JSON.

    Raises
    ------
    UsageError
        When what is asked for is no picture.
    """
    name = DRAWN.get(name, name)
    if name in formats() and not Format.of(name).picture:
        told = f"--format {options.format}" if options.format else f"-o {options.output}"
        raise UsageError(
            Message("--plot draws, and {} is no picture", "--plot 画图，而 {} 不是图", told),
            mend=Message(
                "Leave one of them out; pictures are {}.",
                "请去掉其中之一；图的格式有 {}。",
                "svg, png, pdf, html, json",
            ),
        )
    return name


def _look_for_two(options: Options, name: str) -> None:
    """Refuse options that ask for a format each, of which one would be taken in silence.

    Raises
    ------
    UsageError
        When no format is what all of them ask for.
    """
    suffix = Path(target(options)).suffix.lower()
    by_suffix = _of_suffix(suffix)
    if options.plot and by_suffix:
        by_suffix = DRAWN.get(by_suffix, by_suffix)
    one = Format.of(name or by_suffix) if name or by_suffix else None
    if one is None:
        return
    fits = suffix in one.suffixes or (suffix in TEXT and not (one.binary or one.folder))
    asked = (
        (f"--format {options.format}", bool(options.format), True),
        ("--json", options.json, one.name in ("json", "vega-lite")),
        (f"-o {options.output}", bool(by_suffix), fits),
        ("--excel", options.excel, one.excel),
    )
    given = [(words, alike) for words, said, alike in asked if said]
    if other := next((words for words, alike in given if not alike), ""):
        raise UsageError(
            Message("{} and {} ask for two formats", "{} 与 {} 要求的格式不同", given[0][0], other),
            mend=Message("Leave one of them out.", "请去掉其中之一。"),
        )


def decided(options: Options) -> bool:
    """Whether the command line says in which format, if only by the suffix of its file."""
    suffix = Path(target(options)).suffix.lower()
    return options.json or options.excel or bool(_of_suffix(suffix))


def _by_suffix(output: str, known: Mapping[str, str]) -> str:
    suffix = Path(output).suffix.lower()
    if name := _of_suffix(suffix):
        return name
    if not suffix and exists(Path(output)) and not is_file(Path(output)):
        return "csv"  # a device or a pipe
    what = (
        Message("the suffix “{}” names no format", "没有以“{}”结尾的格式", suffix)
        if suffix
        else Message("{} has no suffix", "{} 没有后缀", output)
    )
    raise UsageError(
        what, mend=Message("Add --format with one of {}.", "请加 --format，可取 {}。", known)
    )


def _put(content: bytes, output: str, *, force: bool) -> None:
    """Write to a file, or to standard output where none is named."""
    if output:
        save(Path(output), content, force=force)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _of_suffix(suffix: str) -> str:
    """Return the format whose files end so; empty where none does."""
    own = suffix.removeprefix(".")
    likely = [own] if own in formats() else []
    names = (*likely, *(n for n in formats() if n not in likely))
    return next((n for n in names if suffix and suffix in Format.of(n).suffixes), "")


def _save_package(path: Path, module: Folder, report: Report, *, force: bool) -> None:
    """Write a data package: a folder, or a zip where the name ends so."""
    rows, assumed = module.rows(report), module.assumed(report)
    from cpstats.store.decoding.zipping import zipped
    from cpstats.store.drafts import aside
    from cpstats.store.writer import write_package

    if path.suffix.lower() != ".zip":
        write_package(path, rows, report.catalogue, title=path.name, assumed=assumed, force=force)
        return
    with aside() as there:
        folder = Path(there, path.stem)
        write_package(folder, rows, report.catalogue, title=path.stem, assumed=assumed)
        save(path, zipped(folder), force=force)


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file whole or not at all; a device or a pipe is simply written to.

    Raises
    ------
    UsageError
        When the file exists and is not to be replaced, or cannot be written.
    """
    path = real(path) if is_link(path) else path  # the link stays, its file is replaced
    if is_link(path):
        raise _unwritable(path, OSError(ELOOP, os.strerror(ELOOP)))
    if is_folder(path):
        raise UsageError(
            Message("{} is a folder", "{} 是文件夹", path),
            mend=Message("Name a file in it.", "请指定其中的文件名。"),
        )
    if is_file(path) and not force:
        raise UsageError(
            Message("{} exists", "{} 已存在", path),
            mend=Message("Add --force to replace it.", "加 --force 可覆盖。"),
        )
    try:
        if exists(path) and not is_file(path):
            path.write_bytes(content)
        else:
            from cpstats.store.atomic import replace_file  # not needed on the screen

            replace_file(path, content)
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> UsageError:
    from cpstats.store.unwritable import unwritable  # not needed on the screen

    return unwritable(path, error)
