"""The one adapter: a function of `calc/` that takes a panel is a calculation of `cpstats panel`.

What it takes is read from its signature: `by`, `time` and `value` are the columns of every panel; of
the others one that is a text names a column, one of any type is a member of the column before it.
"""

from __future__ import annotations

import importlib
import inspect
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_type_hints

from cpstats import calc
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.catalogue import nearest_are

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

TAKEN = ("frame", "by", "time", "value")
MARK = "\n    frame: F,\n"  # how such a function begins
BESIDE = (
    "+"  # between calculations of the same numbers; with a comma each takes those of the one before
)
YES = {"yes": True, "no": False}
COLUMN, MEMBER, FRAME = "column", "member", "frame"


class Parameter(NamedTuple):
    """What a calculation takes beside the columns of every panel."""

    name: str
    kind: str  # `column`, `member`, `frame`, or what Python calls it
    words: tuple[str, ...] = ()
    needed: bool = False
    of: str = ""  # the parameter that names the column of a member

    @property
    def flag(self) -> str:
        """How it is written on the command line."""
        return flag_of(self.name)

    def read(self, text: str) -> Any:
        """Return what was typed as the calculation takes it.

        Raises
        ------
        UsageError
            When it is no number, or none of the words.
        """
        words = self.words or (tuple(YES) if self.kind == "bool" else ())
        if words and text not in words:
            raise UsageError(
                Message("{} does not know “{}”", "{} 不认识“{}”", self.flag, text),
                mend=Message("Known: {}.", "可用：{}。", words),
            )
        if self.kind == "bool":
            return YES[text]
        number = {"int": int, "float": float}.get(self.kind, str)
        try:
            return number(text)
        except ValueError:
            raise UsageError(
                Message("{} takes a number", "{} 须为数字", self.flag),
                mend=Message("Write 2.", "请写 2。"),
            ) from None


class Calculation(NamedTuple):
    """A calculation by the name of its function."""

    name: str
    function: Callable[..., Any]
    parameters: tuple[Parameter, ...]

    def arguments(self, typed: Mapping[str, str]) -> dict[str, Any]:
        """Return what was typed (by the names of parameters) as the function takes it.

        Raises
        ------
        UsageError
            When one is lacking, or no number, or none of its words.
        """
        lacking = [p.flag for p in self.parameters if p.needed and p.name not in typed]
        if lacking:
            raise UsageError(
                Message("{} needs {}", "{} 需要 {}", self.name, lacking),
                mend=Message("It takes {}.", "可用：{}。", [p.flag for p in self.parameters]),
            )
        return {p.name: p.read(typed[p.name]) for p in self.parameters if p.name in typed}


def flag_of(name: str) -> str:
    """Return how a parameter is written on the command line.

    >>> flag_of("as_"), flag_of("price_basis")
    ('--as', '--price-basis')
    """
    return f"--{name.strip('_').replace('_', '-')}"


@cache
def calculations() -> dict[str, Calculation]:
    """Return every calculation of the folder, by its name."""
    return {c.name: c for c in sorted(_with(MARK, _files()))}


@cache
def calculation(name: str) -> Calculation | None:
    """Return a calculation by its name; no other file than the one that has it is imported."""
    files = sorted(_files(), key=lambda file: file.stem != name)  # as a rule it is called so too
    return next((c for c in _with(f"\ndef {name}({MARK}", files) if c.name == name), None)


def chain(text: str, typed: Mapping[str, str]) -> list[tuple[Calculation, dict[str, Any]]]:
    """Return the calculations that were named, in turn or side by side, each with its arguments.

    Raises
    ------
    UsageError
        When one is not known or lacks something, or an argument belongs to none of them.
    """
    if BESIDE in text and "," in text:
        raise UsageError(
            Message("“{}” is neither in turn nor side by side", "“{}”既非依次又非并列", text),
            mend=Message(
                "Write {} or {}.",
                "请写 {} 或 {}。",
                "growth,gap",
                "growth+average_growth",
            ),
        )
    steps = []
    for word in text.replace(BESIDE, ",").split(","):
        name = word.strip().replace("-", "_")
        if (step := calculation(name)) is None:
            known = [*calculations()]
            raise UsageError(
                Message("there is no calculation “{}”", "没有名为“{}”的计算", word.strip()),
                mend=nearest_are(_near(name)) or Message("Known: {}.", "可用：{}。", known),
            )
        steps.append((step, step.arguments(typed)))
    taken = {p.name: p.flag for step, _ in steps for p in step.parameters}
    if strange := [flag_of(name) for name in typed if name not in taken]:
        raise UsageError(
            Message("{} does not take {}", "{} 不接受 {}", text, strange),
            mend=Message(
                "It takes {}.",
                "可用：{}。",
                ["--keys", "--time", "--value", *taken.values()],
            ),
        )
    return steps


def _near(name: str) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, calculations())


def _files() -> list[Path]:
    return sorted(Path(calc.__path__[0]).glob("[a-z]*.py"))


def _with(text: str, files: Iterable[Path]) -> Iterator[Calculation]:
    """Yield the calculations of the files in which a text stands."""
    for file in files:
        if text in file.read_text("utf-8"):
            yield from _of(importlib.import_module(f"{calc.__name__}.{file.stem}"))


def _of(module: ModuleType) -> list[Calculation]:
    found = []
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            signature = inspect.signature(function).parameters
            if next(iter(signature), "") == "frame" and "by" in signature:
                parameters = _parameters(signature, module)
                found.append(Calculation(name, function, parameters))
    return found


def _parameters(
    signature: Mapping[str, inspect.Parameter], module: ModuleType
) -> tuple[Parameter, ...]:
    made: list[Parameter] = []
    for name, of in signature.items():
        if name in TAKEN:
            continue
        if of.kind is inspect.Parameter.VAR_KEYWORD:
            made += [p for p in _of_layout() if p.name not in TAKEN]
            continue
        kind = str(of.annotation).removesuffix(" | None")
        words = tuple(map(str, get_args(getattr(module, kind, None)))) if kind != "F" else ()
        needed = of.default is inspect.Parameter.empty
        named = {"str": COLUMN, "Any": MEMBER, "F": FRAME}.get(kind, kind)
        before = made[-1].name if named == MEMBER else ""
        made.append(Parameter(name, named, words, needed, before))
    return tuple(made)


def _of_layout() -> list[Parameter]:
    """Return what every calculation takes, by the words of its layout."""
    from cpstats.calc.panel import Layout

    hints = get_type_hints(Layout)
    return [
        Parameter(name, (get_args(kind) or (kind,))[0].__name__) for name, kind in hints.items()
    ]
