"""The line to type instead: proposed only after it has been tried."""

from __future__ import annotations

import shlex
from contextlib import suppress
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from cpstats.cli.arguments import HELP, divided
from cpstats.cli.complete import SIGNS
from cpstats.cli.options import FORMATS, VALUED
from cpstats.errors import NoAnswerError, UsageError
from cpstats.forms.parameters import SHARED
from cpstats.message import Command, Message, sentences
from cpstats.model.catalogue import nearest, nearest_are

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpstats.cli.given import Options
    from cpstats.cli.run import Door
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.report import Report

    Runner = Callable[[list[str], Door], object]

ALIKE = 0.8  # of the letters of two options: a slip of the fingers
SLIP = 0.7  # of the letters of two commands, which are shorter
COMMANDS = {  # what people call them
    "list": ("列表", "目录", "ls", "catalogue", "indicators", "places", "sources"),
    "search": ("搜索", "查找", "find", "lookup"),
    "info": ("信息", "说明", "about", "describe", "definition", "source"),
    "show": ("显示", "查看", "查询", "数据", "get", "view", "print", "data", "table", "series"),
    "plot": ("作图", "绘图", "画图", "draw", "chart", "graph", "figure"),
    "compare": ("比较", "对比", "vs", "versus"),
    "growth": ("增速", "增长", "增长率", "年均增速", "rate", "average", "cagr"),
    "rank": ("排名", "排位", "位次", "ranking", "top", "sort"),
    "share": ("占比", "比重", "份额", "percentage", "proportion"),
    "contribution": ("贡献", "贡献率", "拉动", "contributions"),
    "index": ("指数",),
    "inequality": ("不平等", "区域差异", "gini", "theil", "disparity", "dispersion"),
    "place": ("上级", "parent", "parents"),
    "target": ("目标", "goal", "goals"),
    "revisions": ("修订", "revision", "vintages", "history"),
    "derive": ("派生", "计算", "compute", "calculate"),
    "check": ("核对", "检查", "查核", "verify", "factcheck"),
    "narrate": ("叙述", "撰写", "write", "text", "describe"),
    "panel": ("面板", "panels", "bulk", "cluster", "spark"),
    "report": ("报告", "document", "dossier"),
    "serve": ("网页", "浏览器", "web", "server", "browser", "page"),
    "import": ("导入", "load", "read", "convert"),
    "init": ("新建", "初始化", "new", "create"),
    "add": ("添加", "录入", "append", "insert"),
    "validate": ("校验", "验证", "lint"),
    "diff": ("差异", "changes"),
    "selftest": ("自检", "test"),
}
OPTIONS: dict[str, tuple[str, ...]] = {  # what people call them, without the dashes
    "--place": (
        "region",
        "area",
        "ref-area",
        "city",
        "province",
        "county",
        "country",
        "geo",
        "地区",
    ),
    "--period": ("year", "years", "time", "date", "when", "periods", "时期", "年份", "时间"),
    "--area": ("place", "region", "city", "country", "geo", "ref-area", "地区"),  # of a table
    "--when": ("period", "year", "time", "date", "时期", "年份", "时间"),
    "--top": ("limit", "head", "first", "前"),
    "--bottom": ("tail", "last", "后"),
    "--vs": ("against", "versus", "with", "benchmark", "compare", "对比"),
    "--data": ("input", "dataset", "数据"),
    "--output": ("out", "file", "save", "export", "输出"),
    "--format": ("type", "fmt", "output-format", "格式"),
    "--digits": ("decimals", "precision", "round", "小数"),
    "--lang zh": ("chinese", "zh", "cn", "中文"),
    "--lang en": ("english", "en", "英文"),
    "--lang": ("language", "locale", "语言"),
    "--quiet": ("silent", "安静"),
    **{f"--format {name}": (name,) for name in FORMATS if name != "json"},
}
PLACE = ("--place", "-p")
BEGINS, ENDS = ("from", "since", "start", "起"), ("to", "until", "till", "end", "止")


def no_command(arguments: Sequence[str], known: Sequence[str], run: Runner) -> UsageError:
    """Return the error for a first word that is no command, with the line that was meant."""
    first, *rest = arguments
    words = [*first.split(), *rest]
    if made := _other_place(first):
        return UsageError(_no(first), mend=made)
    called = {word: name for name, words in COMMANDS.items() for word in words if name in known}
    lines: list[list[str]] = []
    if words and words[0] in known:
        lines = [words]
    elif first.casefold() in called:
        lines = [[called[first.casefold()], *rest]]
    elif sorted_ := _sorted(arguments):
        lines = [["show", *sorted_]]
    near = nearest(first, ((name, name) for name in known))
    slip = [n for n in near[:1] if SequenceMatcher(None, first, n).ratio() >= SLIP]
    lines += [[name, *rest] for name in slip if not lines]
    return UsageError(
        _no(first),
        mend=sentences(
            _first_that_works(lines, run),
            (nearest_are(near) or Message("Known: {}.", "可用：{}。", known))
            if not lines or near
            else None,
        ),
    )


def _no(first: str) -> Message:
    return Message("there is no command “{}”", "没有名为“{}”的命令", first)


def _other_place(first: str) -> Message | None:
    """Return where a word stands that is no command: behind `derive`, or behind two dashes."""
    from cpstats.answers.derivation import names

    if (name := first.casefold().replace("-", "_")) in names():
        return Message(
            "Write: `cpstats derive {} …`; `cpstats derive --help` says what it takes.",
            "请写：`cpstats derive {} …`；`cpstats derive --help` 列出所需参数。",
            name,
        )
    if first in ("version", "v", "版本"):
        return Message("Write: `cpstats --version`.", "请写：`cpstats --version`。")
    return None


def no_option(
    arguments: Sequence[str], option: str, near: Sequence[str], run: Runner
) -> Message | None:
    """Return the line with an option of the same meaning, or of nearly the same letters."""
    name = option.lstrip("-").casefold()
    meant = [flag for flag, words in OPTIONS.items() if name in words]
    slip = option not in {flag for one in SHARED for flag in one.flags}  # none of a question
    alike = [f for f in near if slip and SequenceMatcher(None, option, f).ratio() > ALIKE]
    lines = [
        [part for word in arguments for part in _replaced(word, option, flag)]
        for flag in (*meant, *alike)
    ]
    if name in (*BEGINS, *ENDS):
        lines.insert(0, _in_one_window(arguments))
    lines += _asked_elsewhere(arguments)
    return _first_that_works(lines, run)


def _asked_elsewhere(arguments: Sequence[str]) -> Iterator[list[str]]:
    """Yield the question for which `list`, `search` or `info` was given a place or a period."""
    command, *rest = arguments or [""]
    if command == "info":
        yield ["show", *rest]
    if command in ("list", "search") and (flag := next((f for f in PLACE if f in rest[:-1]), "")):
        yield ["info", rest[rest.index(flag) + 1]]


def _in_one_window(arguments: Sequence[str]) -> list[str]:
    """Return the line with its first and last period as one: --from 2018 --to 2020 is 2018..2020."""
    kept: list[str] = []
    ends = {"from": "", "to": ""}
    rest = iter(arguments)
    for word in rest:
        name, equal, value = word.partition("=")
        if not name.startswith("--") or name[2:].casefold() not in (*BEGINS, *ENDS):
            kept.append(word)
            continue
        end = "from" if name[2:].casefold() in BEGINS else "to"
        ends[end] = value if equal else next(rest, "")
    return [*kept, "--period", f"{ends['from']}..{ends['to']}"]


def misplaced(arguments: Sequence[str], run: Runner) -> Message | None:
    """Return the line with places and periods behind their options."""
    if not arguments:
        return None
    command, *rest = arguments
    ordered = _sorted(rest)
    if ordered is None or len(divided(ordered, VALUED)[0]) == len(divided(rest, VALUED)[0]):
        return None  # each word stands where it belongs
    lines = [[command, *ordered]]
    if command == "compare" and "--vs" not in rest:
        lines.insert(0, [command, *("--vs" if word == "-p" else word for word in ordered)])
    return _first_that_works(lines, run)


def _replaced(word: str, option: str, flag: str) -> Iterator[str]:
    name, equal, value = word.partition("=")
    if name != option:
        yield word
        return
    yield from flag.split()
    if equal:
        yield value


def _sorted(arguments: Sequence[str]) -> list[str] | None:
    """Return words as indicators, places and periods of one question; None if one is neither."""
    from cpstats.store.package import open_catalogue

    words, options = divided(arguments, VALUED)
    catalogue = open_catalogue()
    found: dict[str, list[str]] = {"": [], "-p": [], "--period": []}
    for word in words:
        if (kind := _kind(word, catalogue)) is None:
            return None
        found[kind].append(word)
    if len(found["--period"]) > 1:
        return None
    places = [part for word in found["-p"] for part in ("-p", word)]
    periods = [part for word in found["--period"] for part in ("--period", word)]
    return [*found[""], *places, *periods, *options]


def _kind(word: str, catalogue: Catalogue) -> str | None:
    from cpstats.model.period import PeriodError
    from cpstats.model.window import Window

    if catalogue.known_indicator(word):
        return ""
    if catalogue.known_place(word):
        return "-p"
    with suppress(PeriodError):
        Window.parse(word)
        return "--period"
    return None


def _first_that_works(lines: Sequence[list[str]], run: Runner) -> Message | None:
    for line in lines:
        if _works(line, run):
            return Message("Write: `{}`.", "请写：`{}`。", Command(line_of(line)))
    return None


def line_of(words: Sequence[str]) -> str:
    """Return words as they are typed; quotes only where the shell would take them apart."""
    quoted = (shlex.quote(w) if SIGNS & set(w) or " " in w or not w else w for w in words)
    return " ".join(["cpstats", *quoted])


def _works(line: list[str], run: Runner) -> bool:
    """Return whether a line is understood and answered; what writes is only read."""
    if {*HELP} & {*line}:  # it would be printed
        return True
    try:
        return not run(line, _trial)
    except Exception:  # noqa: BLE001 - whatever it is, what fails is not proposed
        return False


def _trial(answer: Callable[..., Report], own: dict[str, Any], options: Options) -> None:
    """Answer a question and show nothing; a command that asks none may write, and is not run."""
    if "indicators" not in own:
        return
    import os

    from cpstats.cli.config import here, with_defaults
    from cpstats.cli.given import Call
    from cpstats.cli.output import Terminal, chosen
    from cpstats.cli.question import needs_of
    from cpstats.store.package import open_package

    options = with_defaults(options, here(), os.environ)
    chosen(options, Terminal.of(os.environ))
    data = options.data or []
    if "-" in data:  # it can be read once
        return
    needs = needs_of(answer, own, options)
    package = open_package(data, builtin=options.builtin is not False, needs=needs)
    if not answer(Call(options, package, "en"), **own).answered:
        raise NoAnswerError(Message("no figure answers this", "没有可用数据回答该问题"))
