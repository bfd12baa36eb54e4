"""Every error says what is wrong, where, and how to mend it; each carries its exit status."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the program returns to the shell."""

    OK = 0
    FOUND = 1  # `check` or `validate` found something
    USAGE = 2  # a wrong word on the command line, or an output that cannot be written
    DATA = 3  # a data file is absent, unreadable or wrong
    NO_ANSWER = 4  # the question is right, but no figure answers it
    FAULT = 70  # the program itself is wrong: never expected
    INTERRUPTED = 130


class CpstatsError(Exception):
    """The common parent: `where: what. mend`.

    Parameters
    ----------
    what : str
        What is wrong, one sentence without the full stop.
    where : str
        `file:line:column`, or as much of it as is known; may be empty.
    mend : str
        What to do now, one or more whole sentences; may be empty.
    zh : str
        What is wrong in Chinese, where no list of sentences has it; may be empty.
    """

    exit_status = ExitStatus.USAGE

    def __init__(self, what: str, *, where: str = "", mend: str = "", zh: str = "") -> None:
        self.what = what
        self.zh = zh
        self.where = where
        self.mend = mend
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" {self.mend}" if self.mend else ""
        return f"{place}{self.what}.{mend}"


class UsageError(CpstatsError):
    """The question cannot be understood: an unknown name, a wrong option."""


class DataError(CpstatsError):
    """A data file is absent, unreadable or wrong."""

    exit_status = ExitStatus.DATA


class NoAnswerError(CpstatsError):
    """The question is right, but no figure answers it."""

    exit_status = ExitStatus.NO_ANSWER
