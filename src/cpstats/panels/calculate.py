"""A calculation over files from what was typed to what is told of it; its output whole or absent."""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import CpstatsError, DataError, RepeatedError, RowsError, UsageError
from cpstats.message import Message
from cpstats.panels.calculations import BESIDE, COLUMN, FRAME, MEMBER, chain
from cpstats.panels.engines import Limits, Target, engine_of, is_full, no_room
from cpstats.panels.panel_files import PARQUET, SUFFIXES, WHOLE, Wanted, found
from cpstats.panels.parquet_columns import schema_of
from cpstats.panels.request import bytes_of, chosen, format_of
from cpstats.panels.told import report_of
from cpstats.store.atomic import exchange
from cpstats.store.drafts import draft_folder, ended_in_order
from cpstats.store.duck import Opening
from cpstats.store.paths import exists, is_folder
from cpstats.store.undo import sync

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from cpstats.model.report import Report
    from cpstats.panels.calculations import Calculation
    from cpstats.panels.engines import Engine, Outcome
    from cpstats.panels.panel_files import Source
    from cpstats.panels.request import Request

    Tell = Callable[[str, int, int], None]
    Steps = list[tuple[Calculation, dict[str, Any]]]

MOST = 100_000  # rows that are written to standard output
LOOKS = 0.1  # seconds between two looks for Ctrl-C
OF_KEYS = ("over", "branch")  # the parameters that name one of the keys
WEIGHTS = ("weight", "prices", "rate")  # columns of numbers beside the value


def panel(request: Request, tell: Tell = lambda *_: None, running: Engine | None = None) -> Report:
    """Calculate and write; nothing is written where anything is wrong.

    Parameters
    ----------
    request : Request
        What was asked.
    tell : callable
        Is told how far it is.
    running : Engine, optional
        One that has been started and goes on after; else one is started and ended.

    Raises
    ------
    CpstatsError
        When a word is wrong, the data are, or the machine does not suffice.
    """
    with _opened(request) as base:
        return _by_steps(request, tell, running, base)


def _by_steps(request: Request, tell: Tell, running: Engine | None, base: Opening | None) -> Report:
    steps = chain(request.calculation, request.arguments)
    wanted = _wanted(request, steps)
    import cpstats.calc.panel  # noqa: F401 - what takes long to load, while the database opens

    format_ = format_of(request) if request.output else "parquet"
    _look_at_output(request)
    source = found(request.files, wanted, partial(schema_of, base=base))
    name = chosen(request, source)
    with _room(request) as room:
        limits = Limits(room, bytes_of(request.memory), request.threads, request.spark, base)
        draft = room / "draft" if request.output else None
        order = (*wanted.keys, wanted.time) if request.sort or not request.output else ()
        every = request.all_rows and not request.output  # of a file a machine is told what is in it
        head = MOST + 1 if every else request.head
        target = Target(draft, format_, tuple(request.parts), order, head)
        with nullcontext(running) if running else engine_of(name)(limits) as engine:
            try:
                said = partial(tell, request.calculation)
                work = partial(_done, engine, source, steps, target, said)
                outcome = _waited(engine, partial(work, in_turn=BESIDE not in request.calculation))
            except CpstatsError:
                raise
            except Exception as error:
                full = no_room(str(room.parent)) if is_full(error) else None
                if told := full or engine.told(error, source):
                    raise told from error
                raise
        if draft:
            _place(draft, Path(request.output))
    if request.all_rows and not request.output and outcome.total > MOST:
        raise UsageError(
            Message(
                "{} rows are too many for standard output",
                "结果有 {} 行，不宜输出到标准输出",
                outcome.total,
            ),
            mend=Message("Write them to a file: -o {}.", "请写入文件：-o {}。", "growth.parquet"),
        )
    return report_of(request, name, outcome)


def _opened(request: Request) -> AbstractContextManager[Opening | None]:
    """Open a database where Parquet is named: it tells the columns, and may calculate."""
    suffixes = (Path(name).suffix.lower() for name in request.files)
    parquet = any(SUFFIXES.get(suffix) == PARQUET for suffix in suffixes)
    return Opening() if parquet and find_spec("duckdb") else nullcontext()


def _wanted(request: Request, steps: Steps) -> Wanted:
    """Return the columns and rows that are needed.

    Raises
    ------
    UsageError
        When no key is named, a condition cannot be read, or a column is to be a key and is none.
    """
    if not request.keys:
        raise UsageError(
            Message("the keys are missing", "未指定键"),
            mend=Message(
                "Name the columns that tell the series apart: --keys indicator,fips; of a package "
                "of cpstats --keys indicator,ref_area --where measure=level.",
                "请指定区分各序列的列：--keys indicator,fips；cpstats 数据包用 "
                "--keys indicator,ref_area --where measure=level。",
            ),
        )
    named = {
        (p.name, arguments[p.name])
        for step, arguments in steps
        for p in step.parameters
        if p.kind == COLUMN and p.name in arguments
    }
    for name, column in named:
        if name in OF_KEYS and column not in request.keys:
            raise UsageError(
                Message("--{} names no key: {}", "--{} 不是键：{}", name, column),
                mend=Message("It is one of --keys: {}.", "须为 --keys 之一：{}。", request.keys),
            )
    weights = tuple(column for name, column in named if name in WEIGHTS)
    texts = tuple(column for name, column in sorted(named) if column not in weights)
    frames = any(p.kind == FRAME for step, _ in steps for p in step.parameters)
    where = tuple(_condition(text) for text in request.where)
    more = tuple(c for c in texts if c not in request.keys)
    if frames:  # the weights and the neighbours are columns of the second table
        weights, more = (), ()
    return Wanted(tuple(request.keys), request.time, request.value, more, weights, where)


def _condition(text: str) -> tuple[str, tuple[str, ...]]:
    column, sign, members = text.partition("=")
    if not sign or not column or not members:
        raise UsageError(
            Message("“{}” is no condition", "“{}”不是条件", text),
            mend=Message("Write --where indicator=gdp.", "请写 --where indicator=gdp。"),
        )
    return column, tuple(members.split(","))


def _done(
    engine: Engine,
    source: Source,
    steps: Steps,
    target: Target,
    tell: Callable[[int, int], None],
    *,
    in_turn: bool,
) -> Outcome:
    """Read, calculate and write: the whole work of an engine."""
    from cpstats.calc.native import as_input, beside, columns_of, from_files, looked_at

    stages = len(steps) + 2
    tell(0, stages)
    frame = read = engine.read(source)
    tell(1, stages)
    wanted = source.wanted
    value, keys = wanted.value, list(wanted.keys)
    ends = _have_ends(source, steps, in_turn=in_turn)
    before: list[str] = []
    for number, (step, typed) in enumerate(steps):
        arguments = _arguments(step, typed, source, engine, None if number and in_turn else read)
        if number and in_turn:
            value = steps[number - 1][0].name
            frame = as_input(frame, value, ends=ends)
            arguments.pop("decimals", None)  # the intervals are those of the calculation before
        elif number:
            frame = beside(frame, steps[number - 1][0].name, before, ends=ends)
        before = columns_of(frame)
        try:
            with looked_at() if number else from_files():
                frame = step.function(frame, by=keys, time=wanted.time, value=value, **arguments)
        except RowsError as error:
            twice = Message(
                "Name every key with --keys, choose rows by --where COLUMN=MEMBER, or mend them.",
                "请用 --keys 写全各键、用 --where 列=成员 选取行，或更正这些行。",
            )
            mend = twice if isinstance(error, RepeatedError) else error.mend
            raise DataError(error.what, where=source.name, mend=mend) from None
        tell(number + 2, stages)
        columns = columns_of(frame)
        keys = [key for key in keys if key in columns]
    if lacking := [column for column in target.parts if column not in columns]:
        raise UsageError(
            Message("the result has no column “{}”", "结果没有“{}”列", lacking[0]),
            mend=Message("It has {}.", "现有：{}。", columns),
        )
    order = tuple(column for column in target.order if column in columns)
    return engine.work(frame, target._replace(order=order))


def _have_ends(source: Source, steps: Steps, *, in_turn: bool) -> bool:
    """Return whether the numbers have intervals.

    Raises
    ------
    UsageError
        When several calculations of the same numbers would take them from columns that each replaces.
    """
    printed = "decimals" in steps[0][1]
    given = {"low", "high"} <= set(source.schema) and not printed
    if given and not in_turn:
        raise UsageError(
            Message(
                "side by side, calculations take no intervals from columns (low, high)",
                "并列的计算不能从列（low、high）取区间",
            ),
            mend=Message(
                "Make them one by one, or add --decimals.", "请逐个计算，或加 --decimals。"
            ),
        )
    return given or printed


def _arguments(
    step: Calculation, typed: dict[str, Any], source: Source, engine: Engine, frame: Any
) -> dict[str, Any]:
    """Return the arguments with members as their columns hold them, and further frames read."""
    from cpstats.calc.native import holds

    made = dict(typed)
    for parameter in step.parameters:
        if parameter.name not in typed:
            continue
        if parameter.kind == MEMBER:
            column, text = typed[parameter.of], typed[parameter.name]
            member = int(text) if source.schema[column] == WHOLE and text.isdecimal() else text
            if frame is not None and not holds(frame, column, member):
                raise DataError(
                    Message("no row has {} = {}", "没有 {} = {} 的行", column, text),
                    where=source.name,
                    mend=Message("Check {}.", "请检查 {}。", parameter.flag),
                )
            made[parameter.name] = member
        if parameter.kind == FRAME:
            made[parameter.name] = engine.read(_second(typed, parameter.name))
    return made


def _second(typed: dict[str, Any], name: str) -> Source:
    """Return the second table of a calculation: pairs of members, with their weights."""
    columns = (typed["over"], typed.get("neighbour", "neighbour"))
    weights = (typed["weight"],) if "weight" in typed else ()
    return found([typed[name]], Wanted(columns, "", "", (), weights), schema_of)


def _waited(engine: Engine, work: Callable[[], Outcome]) -> Outcome:
    """Return what the work gives; where the engine works apart, Ctrl-C stops it."""
    if not engine.apart:
        return work()
    made: list[Outcome] = []
    failed: list[BaseException] = []
    ended = threading.Event()

    def run() -> None:
        try:
            made.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            failed.append(error)
        finally:
            ended.set()

    threading.Thread(target=run, daemon=True).start()
    try:
        while not ended.wait(LOOKS):  # `join` takes a thread that was interrupted in it for ended
            pass
    except BaseException:
        while not ended.is_set():  # between two statements there is nothing to stop
            with suppress(Exception, KeyboardInterrupt, SystemExit):
                engine.stop()
                ended.wait(LOOKS)
        raise
    if failed:
        raise failed[0]
    return made[0]


def _look_at_output(request: Request) -> None:
    """Refuse an output that is there, before any work.

    Raises
    ------
    UsageError
        When it exists and is not to be replaced, or its folder does not.
    """
    path = Path(request.output)
    if not request.output:
        if request.parts:
            raise UsageError(
                Message("a folder to write is missing", "未指定要写的文件夹"),
                mend=Message("Name it with -o growth.", "请用 -o growth 指定。"),
            )
        return
    if exists(path) and not request.force:
        raise UsageError(
            Message("{} exists", "{} 已存在", path),
            mend=Message("Add --force to replace it.", "加 --force 可覆盖。"),
        )
    if not is_folder(path.absolute().parent):
        raise UsageError(
            Message("the folder {} does not exist", "文件夹 {} 不存在", path.absolute().parent),
            mend=Message("Make it first.", "请先创建。"),
        )


@contextmanager
def _room(request: Request) -> Iterator[Path]:
    """Yield a folder for drafts and for what is spilled, on the disk of the output; it goes after.

    Raises
    ------
    UsageError
        When none can be made.
    """
    output = Path(request.output).absolute()
    try:
        room = draft_folder(output) if request.output else Path(tempfile.mkdtemp(prefix="cpstats-"))
    except OSError as error:
        raise _unwritable(output, error) from None
    try:
        with ended_in_order():
            yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _place(draft: Path, output: Path) -> None:
    """Let the draft take its place, once it is on the disk; what was there goes.

    Raises
    ------
    UsageError
        When it cannot be written.
    """
    try:
        for path in (*(draft.rglob("*") if is_folder(draft) else ()), draft):
            sync(path)
        if is_folder(output) or (is_folder(draft) and exists(output)):
            if not (sys.platform == "linux" and exchange(draft, output)):
                output.rename(draft.with_name("old"))
                draft.rename(output)
        else:
            draft.replace(output)
        sync(output.absolute().parent)
    except OSError as error:
        raise _unwritable(output, error) from None


def _unwritable(output: Path, error: OSError) -> UsageError:
    from cpstats.store.unwritable import unwritable

    return unwritable(output, error)
