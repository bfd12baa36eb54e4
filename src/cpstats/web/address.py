"""The words of an address as a question takes them: what a form offers to others, and reads back."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.forms.parameters import SHARED
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    from cpstats.forms.form import Form, Parameter
    from cpstats.model.report import Report
    from cpstats.store.package import Package

    class Words(Protocol):
        """What stands in an address behind the question mark."""

        def getlist(self, key: Any) -> list[str]:
            """Return every value that a name has."""

        def __iter__(self) -> Iterator[str]:
            """Yield the names."""


FILE = "FILE"  # in a parameter's metavar: it may name a file of this machine
FROM_FILE = "@"  # before a value: the words stand in a file
CLOSED = ("data", "builtin")  # said once, when the pages are opened
SHOWN = ("lang", "explain")  # how an answer is shown


def offered(form: Form) -> list[Parameter]:
    """Return what a question takes from others: nothing that names a file of this machine."""
    every = (*form.parameters, *SHARED)
    return [p for p in every if p.name not in CLOSED and FILE not in p.metavar]


def is_asked(words: Words) -> bool:
    """Whether an address says more than how an answer is shown."""
    return any(key not in SHOWN and any(words.getlist(key)) for key in words)


def answered(form: Form, package: Package, words: Words) -> Report:
    """Put the question of an address to the data.

    Raises
    ------
    UsageError
        When a name is not known, or a value is not what it should be.
    """
    open_to_all = {p.name: p for p in offered(form)}
    for key in words:
        if key not in open_to_all and key not in SHOWN:
            raise UsageError(
                Message(
                    "the address says “{}”, which is not asked here", "网址中的“{}”此处不适用", key
                ),
                mend=Message("Known: {}.", "可用：{}。", list(open_to_all)),
            )
    given = {name: _value(p, words.getlist(name)) for name, p in open_to_all.items()}
    shared = {p.name: given.pop(p.name, p.default) for p in SHARED}
    shared["data"] = _own(given.get("indicators"), package)
    return form.ask(SimpleNamespace(**shared), package, given)


def _own(indicators: Sequence[str] | None, package: Package) -> list[str]:
    """Return whose places are meant where none is named: those of own data, if only these have it."""
    own = package.own_indicators
    named = [package.catalogue.known_indicator(name) or name for name in indicators or ()]
    return [p.name for p in package.parts if p.own] if named and {*named} <= {*own} else []


def _value(parameter: Parameter, given: Sequence[str]) -> Any:
    """Return what an address says of a parameter; nothing is its default."""
    texts = [text.strip() for text in given if text.strip()]
    for text in texts:
        if text.startswith(FROM_FILE):
            raise UsageError(
                Message("{}: files are not read here", "{}：此处不读取文件", parameter.flag),
                mend=Message("Write the names themselves.", "请直接写出名称。"),
            )
    if not texts:
        return parameter.default
    if parameter.kind is list:
        return texts
    if parameter.kind is bool:
        return True
    if parameter.kind is str:
        return texts[-1]
    try:
        return parameter.kind(texts[-1])
    except ValueError:
        raise UsageError(
            Message("{}: “{}” is no number", "{}：“{}”不是数字", parameter.flag, texts[-1]),
            mend=Message("Write a number.", "请写数字。"),
        ) from None
