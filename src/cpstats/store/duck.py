"""How DuckDB is opened and asked: nothing is fetched from anywhere, names and texts are quoted."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

T = TypeVar("T")
OFF: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class Opening:
    """A database in memory that another thread opens, while this one loads what comes after."""

    def __init__(self) -> None:
        import duckdb

        self._made: list[Any] = []
        self._connect = duckdb.connect
        self._thread = threading.Thread(target=self._open, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._thread.join()
        for base in self._made:
            base.close()

    def _open(self) -> None:
        with suppress(Exception):  # who asks for it tries again, and is told
            self._made.append(self._connect(config={**OFF}))

    def base(self) -> Any:
        """Return the connection, once it is there; all that ask have the same one."""
        self._thread.join()
        if not self._made:
            self._made.append(self._connect(config={**OFF}))
        return self._made[0]


class Running:
    """A database in memory that all files of a question share: to open one takes longer than most queries do."""

    opened: ClassVar[WeakValueDictionary[str, Running]] = (
        WeakValueDictionary()
    )  # while a file holds it

    def __init__(self, settings: Mapping[str, Any]) -> None:
        import duckdb

        self._base = duckdb.connect(config={**settings})

    @classmethod
    def started(cls, settings: Mapping[str, Any]) -> Running:
        """Return the one that was opened with these settings, or a new one."""
        key = repr(settings)
        found = cls.opened.get(key)
        if found is None:
            found = cls.opened[key] = cls(settings)
        return found

    def asked(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """Return the rows that a query finds; threads may ask at once."""
        with self._base.cursor() as own:
            return list(own.execute(query, given).fetchall())


class Aside(Generic[T]):
    """Does some work, most of it the engine's, in a thread of its own; the block of a `with` ends behind it.

    >>> with Aside(lambda: 6 * 7) as asked:
    ...     asked.result()
    42
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._made: list[T] = []
        self._fault: list[BaseException] = []
        self._thread = threading.Thread(target=self._do, daemon=True)

    def _do(self) -> None:
        try:
            self._made.append(self._work())
        except BaseException as error:  # noqa: BLE001 - raised where it is asked for
            self._fault.append(error)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.join()

    def result(self) -> T:
        """Return what was made, once it is; what went wrong is raised here."""
        self._thread.join()
        for error in self._fault:
            raise error
        return self._made[0]


def name(column: str) -> str:
    """Return the name of a column as a query has it.

    >>> name('a"b')
    '"a""b"'
    """
    return '"' + column.replace('"', '""') + '"'


def text(value: object) -> str:
    """Return a text or a path as a query has it.

    >>> text("it's")
    "'it''s'"
    """
    return "'" + str(value).replace("'", "''") + "'"


def is_interrupted(error: Exception) -> bool:
    """Whether Ctrl-C ended a statement, which DuckDB raises as a plain error of Python.

    >>> is_interrupted(RuntimeError("Query interrupted")), is_interrupted(RuntimeError("odd"))
    (True, False)
    """
    return type(error) is RuntimeError and str(error) == "Query interrupted"
