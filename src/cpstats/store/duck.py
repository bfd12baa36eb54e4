"""How DuckDB is opened and asked: nothing is fetched from anywhere, names and texts are quoted."""

from __future__ import annotations

from typing import Any

OFF: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


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
