"""Every error says what is wrong, where, and how to mend it; each carries its exit status."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

    from cpstats.message import Message


class ExitStatus(IntEnum):
    """What the program returns to the shell."""

    OK = 0
    FOUND = 1  # `check` or `validate` found something
    USAGE = 2  # a wrong word on the command line, or an output that cannot be written
    DATA = 3  # a data file is absent, unreadable or wrong
    NO_ANSWER = 4  # the question is right, but no figure answers it
    FAULT = 70  # the program itself is wrong: never expected
    INTERRUPTED = 130


class Where(str):
    """Where something is wrong: one text for a person, its parts for a machine.

    >>> here = Where("figures.csv", 3, 7)
    >>> here, here.file, here.line, here.column
    ('figures.csv:3:7', 'figures.csv', 3, 7)
    """

    __slots__ = ("column", "file", "line")

    file: str
    line: int | None
    column: int | None

    def __new__(cls, file: object, line: int | None = None, column: int | None = None) -> Self:
        """Make the text; line and column count from 1, where they are known."""
        known = (part for part in (line, column) if part is not None)
        made = super().__new__(cls, ":".join(map(str, (file, *known))))
        made.file, made.line, made.column = str(file), line, column
        return made

    @classmethod
    def of(cls, text: str) -> Self:
        """Return a place; a bare text is a file."""
        return text if isinstance(text, cls) else cls(text)


class CpstatsError(Exception):
    """The common parent: `where: what. mend`.

    Parameters
    ----------
    what : Message
        What is wrong, one sentence without the full stop.
    where : str
        A file, or `Where` in it, as much of it as is known; may be empty.
    mend : Message | None
        What to do now, one or more whole sentences.
    """

    exit_status = ExitStatus.USAGE

    def __init__(self, what: Message, *, where: str = "", mend: Message | None = None) -> None:
        self.what = what
        self.where = Where.of(where)
        self.mend = mend
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" {self.mend}" if self.mend else ""
        return f"{place}{self.what}.{mend}"


class FaultError(CpstatsError):
    """The program itself is wrong."""

    exit_status = ExitStatus.FAULT


class FormError(ValueError):
    """A text that is no period, unit or number: why; who reads the text says where it stands."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(why)  # put into words only where somebody reads it


class UsageError(CpstatsError):
    """The question cannot be understood: an unknown name, a wrong option."""


class SeveralError(UsageError):
    """A name that is the name of several things."""


class RowsError(UsageError):
    """Rows of a frame that nothing can be calculated with; where they are of a file, its data are wrong."""


class RepeatedError(RowsError):
    """A series has one period in several rows."""


class DataError(CpstatsError):
    """A data file is absent, unreadable or wrong."""

    exit_status = ExitStatus.DATA


class NoAnswerError(CpstatsError):
    """The question is right, but no figure answers it."""

    exit_status = ExitStatus.NO_ANSWER
