"""What the program tells a person: a template in both languages and what fills its blanks.

It is put into words where it is shown, for there the reader's language is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Literal

LONGEST = 120  # signs of a word that was typed or read


class Command(str):
    """What is typed as it stands: it is shown whole, however long it is."""

    __slots__ = ()


class Example(Command):
    """A command for example: who knows the data puts their names into it."""

    __slots__ = ()


class Message:
    """One sentence, in English and in Chinese, with its parameters.

    A parameter may be a message or a text of both languages itself; several words are a list,
    divided as each language does.

    >>> known = Message("Known: {}.", "可用：{}。", ["real", "nominal"])
    >>> known.to("en"), known.to("zh")
    ('Known: real, nominal.', '可用：real、nominal。')
    """

    __slots__ = ("en", "values", "zh")

    def __init__(self, en: str, zh: str, *values: object) -> None:
        self.en = en
        self.zh = zh
        self.values = values

    def __eq__(self, other: object) -> bool:
        """Whether the other says the same."""
        return isinstance(other, Message) and self._all == other._all

    def __hash__(self) -> int:
        return hash(self._all)

    @property
    def _all(self) -> tuple[object, ...]:
        return self.en, self.zh, self.values

    def to(self, lang: Literal["zh", "en"]) -> str:
        """Return the words in one language."""
        template = self.zh if lang == "zh" else self.en
        return template.format(*(_words(value, lang) for value in self.values))

    def with_examples(self, fit: Callable[[str], str]) -> Message:
        """Return the same with every example fitted."""
        return Message(self.en, self.zh, *(_fitted(value, fit) for value in self.values))

    def __str__(self) -> str:
        return self.to("en")


def sentences(*parts: Message | None) -> Message:
    """Return whole sentences behind one another; what is None is left out."""
    return joined([part for part in parts if part is not None], en=" ", zh="")


def joined(parts: Sequence[object], *, en: str = ", ", zh: str = "，") -> Message:
    """Return clauses behind one another, divided as each language does."""
    blanks = ["{}"] * len(parts)
    return Message(en.join(blanks), zh.join(blanks), *parts)


def counted(number: int, one: str, zh: str, *, many: str = "") -> Message:
    """Return so many things, in English one or several of them.

    >>> counted(1, "figure", "数据{}个").to("en"), counted(2, "figure", "数据{}个").to("en")
    ('1 figure', '2 figures')
    """
    return Message("{} " + (one if number == 1 else many or f"{one}s"), zh, number)


def for_example(command: str) -> Message:
    """Return what a command looks like."""
    return Message("For example: `{}`.", "例如：`{}`。", Example(command))


def about(name: object, what: Message) -> Message:
    """Return what is said of a column, an option, a file."""
    return Message("{}: {}", "{}：{}", name, what)


def plain(words: object) -> Message:
    """Return a message that reads the same in both languages: a name, what a library said."""
    return Message("{}", "{}", words)


SYSTEM = {  # what the system says, by the name of its number
    "ENOENT": "没有该文件",
    "EACCES": "权限不足",
    "EPERM": "不被允许",
    "EISDIR": "是文件夹",
    "ENOTDIR": "上级不是文件夹",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "超出磁盘配额",
    "EFBIG": "文件过大",
    "EROFS": "只读",
    "EIO": "读写出错",
    "ELOOP": "链接层数过多",
    "ENAMETOOLONG": "名称过长",
    "EMFILE": "打开的文件过多",
    "EAGAIN": "暂不可用",
    "ECONNREFUSED": "连接被拒绝",
    "EADDRINUSE": "地址已被占用",
}


def cause(error: Exception | str) -> Message:
    """Return in brackets what the system or a library says of a fault, behind what was said.

    Their words are English; in Chinese stands what the system says, of a library nothing.

    >>> cause(PermissionError(13, "Permission denied")).to("zh"), cause("Expecting value").to("zh")
    ('（权限不足）', '')
    """
    from errno import errorcode

    number = error.errno if isinstance(error, OSError) else None
    known = SYSTEM.get(errorcode.get(number or 0, ""), "")
    said = getattr(error, "strerror", "") or error
    return Message(" ({})" if str(said) else "", f"（{known}）" if known else "", said)


def _fitted(value: object, fit: Callable[[str], str]) -> object:
    if isinstance(value, Message):
        return value.with_examples(fit)
    return Command(fit(value)) if isinstance(value, Example) else value


def _words(value: object, lang: Literal["zh", "en"]) -> str:
    if hasattr(value, "to"):
        return str(value.to(lang))
    if isinstance(value, Command):
        return str(value)
    if isinstance(value, str):
        return shortened(value, LONGEST)
    if isinstance(value, Collection) and not isinstance(value, bytes):
        return ("、" if lang == "zh" else ", ").join(_words(part, lang) for part in value)
    return shortened(str(value), 3 * LONGEST)


def shortened(text: str, longest: int) -> str:
    """Return a text without its middle where it is longer than can be read."""
    part = longest // 3
    return text if len(text) <= longest else f"{text[:part]}…{text[-part:]}"
