"""Which rows are kept: `growth > 5 and level >= 1000`, a grammar of its own.

    condition   = both { "or" both }
    both        = one { "and" one }
    one         = "not" one | "(" condition ")" | comparison
    comparison  = operand sign operand
    operand     = number | "text" | column

A column without a value makes a comparison neither true nor false, as in SQL: such a row is not
kept, whatever stands around it decides. 且, 或, 非 are and, or, not; ≥, ≤, ≠ are signs.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Value = float | tuple[str, ...] | None  # a thing has several names
    Row = Mapping[str, Value]
    Test = Callable[[Row], bool | None]
    Operand = Callable[[Row], Value]

_TOKEN = pattern(
    r"""\s*(?:
    (?P<number>[-−+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.]))
  | (?P<sign><=|>=|<>|!=|==|[<>=≤≥≠])
  | (?P<bracket>[()])
  | (?P<text>"[^"]*"|'[^']*'|“[^”]*”)
  | (?P<name>`[^`]+`|[^\W\d][\w%]*)
    )""",
    re.VERBOSE,
)
_WORDS = {"且": "and", "并且": "and", "或": "or", "或者": "or", "非": "not", "&&": "and"}
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "≤": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "≥": operator.ge,
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    "<>": operator.ne,
    "≠": operator.ne,
}
EXAMPLE = "growth > 5 and level >= 1000"


@dataclass(frozen=True, slots=True)
class Name:
    """A column that a condition names, and where, from 1; behind = it may be a text (`loose`)."""

    word: str
    at: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read: the columns it names, and whether a row meets it."""

    names: tuple[Name, ...]
    meets: Test


def condition(text: str) -> Condition:
    """Read a condition.

    Raises
    ------
    UsageError
        Where it cannot be read, with the position of the sign that was not expected.

    >>> found = condition("growth > 5 and not place = 'Aby'")
    >>> [name.word for name in found.names]
    ['growth', 'place']
    >>> found.meets({"growth": 5.1, "place": ("Bex",)}), found.meets({"growth": 5.1, "place": ("Aby",)})
    (True, False)
    """
    reader = _Reader(text)
    made = reader.either()
    if reader.token.kind != "end":
        raise reader.unexpected()
    return Condition(tuple(reader.names), made)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    clean = "".join(unicodedata.normalize("NFKC", c) if "！" <= c <= "～" else c for c in text)
    while clean[at:].strip():
        match = _TOKEN.match(clean, at)
        if match is None or match.lastgroup is None:
            start = at + len(clean[at:]) - len(clean[at:].lstrip())
            found.append(_Token("none", clean[start], start + 1))
            return found
        kind, word = match.lastgroup, match[match.lastgroup]
        said = _WORDS.get(word, word.lower())
        if kind == "name" and said in ("and", "or", "not"):
            kind, word = said, said
        found.append(_Token(kind, word, match.start(match.lastgroup) + 1))
        at = match.end()
    return [*found, _Token("end", "", len(text) + 1)]


class _Reader:
    """Reads a condition from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: list[Name] = []
        self._tokens = _tokens(text)
        self._next = 0

    @property
    def token(self) -> _Token:
        """The next sign."""
        return self._tokens[min(self._next, len(self._tokens) - 1)]

    def _take(self, kind: str, text: str = "") -> _Token | None:
        token = self.token
        if token.kind != kind or (text and token.text != text):
            return None
        self._next += 1
        return token

    def either(self) -> Test:
        """Read conditions of which one must hold."""
        tests = [self._both()]
        while self._take("or"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda row: _any([t(row) for t in tests])

    def _both(self) -> Test:
        tests = [self._one()]
        while self._take("and"):
            tests.append(self._one())
        return tests[0] if len(tests) == 1 else lambda row: _all([t(row) for t in tests])

    def _one(self) -> Test:
        if self._take("not"):
            test = self._one()
            return lambda row: None if (found := test(row)) is None else not found
        if self._take("bracket", "("):
            test = self.either()
            if not self._take("bracket", ")"):
                raise self.unexpected()
            return test
        return self._comparison()

    def _comparison(self) -> Test:
        left = self._operand()
        sign = self._take("sign")
        if sign is None:
            raise self.unexpected()
        at = self.token.at
        holds = _SIGNS[sign.text]
        right = self._operand(loose=holds in (operator.eq, operator.ne))

        def test(row: Row) -> bool | None:
            a, b = left(row), right(row)
            if a is None or b is None:
                return None
            return _compared(holds, a, b, at)

        return test

    def _operand(self, *, loose: bool = False) -> Operand:
        if token := self._take("number"):
            number = float(token.text.replace("_", "").replace("−", "-"))
            return lambda _: number
        if token := self._take("text"):
            text = (token.text[1:-1],)
            return lambda _: text
        if token := self._take("name"):
            word = token.text.strip("`")
            self.names.append(Name(word, token.at, loose))
            return lambda row: row.get(word, (word,))
        raise self.unexpected()

    def unexpected(self) -> UsageError:
        """Return the error: what stands there, and where."""
        token = self.token
        if token.kind == "end":
            what = Message("--where ends too early, after “{}”", "--where 不完整：“{}”", self.text)
        else:
            what = Message(
                "“{}” at position {} of --where is not expected",
                "--where 第{1}个字符处的“{0}”无法理解",
                token.text,
                token.at,
            )
        return UsageError(
            what, mend=Message('For example: --where "{}".', '例如：--where "{}"。', EXAMPLE)
        )


def _compared(
    holds: Callable[[Any, Any], bool],
    a: float | tuple[str, ...],
    b: float | tuple[str, ...],
    at: int,
) -> bool:
    """Compare numbers, or names: of a thing with several names one is enough to be equal."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        one, two = [_folded(t) for t in a], [_folded(t) for t in b]
        if holds is operator.ne:
            return not {*one} & {*two}
        return bool({*one} & {*two}) if holds is operator.eq else holds(one[0], two[0])
    numbers = [_number(side) if isinstance(side, tuple) else side for side in (a, b)]
    if None in numbers:
        raise _unlike(at)
    return holds(*numbers)


def _number(names: tuple[str, ...]) -> float | None:
    """Return the number that a name is (a year), None where it is none."""
    return next((float(name) for name in names if name.isascii() and name.isdecimal()), None)


def _unlike(at: int) -> UsageError:
    return UsageError(
        Message(
            "a number is compared with a text at position {} of --where",
            "--where 第{}个字符处把数字与文字相比",
            at,
        ),
        mend=Message(
            "Write a number without quotation marks, in the unit of the column.",
            "数字不加引号，以该列的单位书写。",
        ),
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _all(found: list[bool | None]) -> bool | None:
    return False if False in found else None if None in found else True


def _any(found: list[bool | None]) -> bool | None:
    return True if True in found else None if None in found else False
