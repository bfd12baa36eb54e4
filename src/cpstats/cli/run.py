"""One command from its options to its exit status: the funnel every command goes through."""

from __future__ import annotations

import os
from collections.abc import Callable
from errno import ENAMETOOLONG
from typing import TYPE_CHECKING, Any

from cpstats.cli.config import here, with_defaults
from cpstats.cli.given import Call
from cpstats.cli.language import language, preferred
from cpstats.cli.stderr import note
from cpstats.cli.streams import standard_input
from cpstats.errors import (
    CpstatsError,
    DataError,
    ExitStatus,
    FaultError,
    NoAnswerError,
    UsageError,
)
from cpstats.message import Message, cause, shortened

if TYPE_CHECKING:
    from cpstats.cli.given import Options
    from cpstats.model.report import Report
    from cpstats.model.text import Lang


Door = Callable[
    [Callable[..., "Report"], dict[str, Any], "Options"], int | None
]  # an answer goes out


def run(
    answer: Callable[..., Report],
    own: dict[str, Any],
    options: Options,
    *,
    otherwise: Callable[[], Message | None] = lambda: None,
) -> int:
    """Answer, write, and return the exit status; no traceback without `--debug`.

    `otherwise` returns a line to type instead, where words of a question stand in a wrong place.
    """
    lang = preferred(options.lang, os.environ)
    try:
        options = with_defaults(options, here(), os.environ)
        lang = preferred(options.lang, os.environ)
        return _run(answer, own, options)
    except CpstatsError as error:
        if isinstance(error, UsageError) and own.get("indicators"):
            error.mend = otherwise() or error.mend
        tell(error, debug=options.debug, lang=lang)
        return error.exit_status
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, a user reads one line
        from cpstats.store.duck import is_interrupted

        if is_interrupted(error):
            return ExitStatus.INTERRUPTED
        told = fault(error)
        tell(told, debug=options.debug, lang=lang)
        return told.exit_status


def fault(error: Exception) -> CpstatsError:
    """Return what is said of an error that nobody expected; a name too long is the user's."""
    if isinstance(error, OSError) and error.errno == ENAMETOOLONG:
        return UsageError(
            Message(
                "“{}” is too long for the name of a file", "“{}”作为文件名过长", error.filename
            ),
            mend=Message("Check the name and the folder.", "请检查文件名和文件夹。"),
        )
    if isinstance(error, OSError):
        return DataError(
            Message(
                "a file cannot be read or written{}",
                "文件无法读写{}",
                cause(error),
            ),
            where=error.filename if isinstance(error.filename, str) else "",
            mend=Message(
                "Look at its permissions, and at the disk it lies on.", "请检查其权限和所在磁盘。"
            ),
        )
    return FaultError(
        Message(
            "a fault of the program itself ({}: {})",
            "程序自身的错误（{}：{}）",
            type(error).__name__,
            error,
        ),
        mend=Message(
            "Run it again with --debug and report what it prints.",
            "请加 --debug 重新运行并反馈输出。",
        ),
    )


def tell(error: CpstatsError, *, debug: bool, lang: Lang = "en") -> None:
    """Print an error in the reader's language, with the traceback above it if wanted."""
    if debug:
        import traceback

        note(traceback.format_exc().rstrip())
    place = f"{shortened(error.where, 200)}: " if error.where else ""
    what, mend = error.what.to(lang), error.mend.to(lang) if error.mend else ""
    told = f"{what}。{mend}" if lang == "zh" else f"{what}. {mend}".rstrip()
    note(f"cpstats: {place}{told}")


def _run(answer: Callable[..., Report], own: dict[str, Any], options: Options) -> ExitStatus:
    from cpstats.answers.ask import taken_for
    from cpstats.cli.output import Terminal, chosen, emit
    from cpstats.cli.question import needs_of
    from cpstats.store.compiled import compiled
    from cpstats.store.package import open_package, own_names

    lang = language(options.lang, os.environ)
    terminal = Terminal.of(os.environ)
    chosen(options, terminal)  # a wrong format is said before any work
    data = options.data or []
    stdin = standard_input(data)
    if not compiled():
        from cpstats.store.compiling import keep  # in a checkout, where a table has changed

        keep()
    needs = needs_of(answer, own, options)
    package = open_package(data, builtin=options.builtin is not False, stdin=stdin, needs=needs)
    report = answer(Call(options, package, lang), **own)
    if not options.quiet:
        releases = (_order(package.releases),) if package.releases else ()
        taken = taken_for(options, package)
        for said in (*package.recognised, *own_names(package.announced), *taken, *releases):
            note(said.to(lang))
    emit(report, options, terminal, lang)
    if report.finding:
        return ExitStatus.FOUND
    if not report.answered:
        raise NoAnswerError(
            Message("no figure answers this", "没有可用数据回答该问题"),
            mend=Message(
                "`cpstats info INDICATOR` shows what there is.",
                "`cpstats info INDICATOR` 列出已有数据。",
            ),
        )
    return ExitStatus.OK


def _order(releases: tuple[str, ...]) -> Message:
    """Return the releases of own data; where there are several, which is the newest."""
    names = " · ".join(releases)
    if len(releases) == 1:
        return Message("your own release: {}", "自有版本：{}", names)
    return Message(
        "your own releases, the last is the newest: {}", "自有版本（末者最新）：{}", names
    )
