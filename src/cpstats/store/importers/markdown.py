"""Markdown: each table between bars, under the lines directly above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import joined
from cpstats.store.decoding.document import titles_above
from cpstats.store.decoding.encodings import decoded
from cpstats.store.decoding.own_pages import look_who_wrote
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ASKED = 95  # its place among those that are asked
ASKS = ("encoding",)
RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")
RULES = re.compile(rb"^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*\r?$", re.MULTILINE)
BAR = re.compile(r"(?<!\\)\|")
MARKED = re.compile(r"(\*\*|__|`)(.+?)\1")
SLANTED = re.compile(
    r"(?<![\w*])([*_])(?=[^\W\d_])([^*_|]+)(?<=[^\s*_])\1(?![\w*])"
)  # words, no 5.2*
NOTES = 4  # lines below a table that may be its notes


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    found = b"|" in content and RULES.search(content[:200_000])
    return "" if found else "it has no table of Markdown"


def read(name: str, content: bytes, *, encoding: str = "") -> list[Sheet]:
    """Return the tables of the document.

    Raises
    ------
    DataError
        When the encoding is unknown, or this program wrote the document.
    """
    text, spoken = decoded(content, name, encoding)
    lines = text.splitlines()
    look_who_wrote(name, lines)
    tables = list(_tables(lines))
    found = []
    for number, (head, end) in enumerate(tables, start=1):
        before = tables[number - 2][1] if number > 1 else 0
        above = _above(lines, before, head)
        body = [n for n in range(head, end) if n != head + 1]
        after = tables[number][0] if number < len(tables) else len(lines)
        below = _below(lines, end, after)
        rows = [*((t,) for _, t in above), *(_cells(lines[n]) for n in body)]
        found.append(
            Sheet(
                f"{name}[table {number}]" if len(tables) > 1 else name,
                (*rows, *((t,) for _, t in below)),
                (*(n for n, _ in above), *(n + 1 for n in body), *(n for n, _ in below)),
                joined(["Markdown", spoken]),
                divider="|",
            )
        )
    return found


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each table, and the one behind its last."""
    end = 0
    for number, line in enumerate(lines):
        if number <= end or not RULE.fullmatch(line) or "|" not in lines[number - 1]:
            continue
        end = number + 1
        while end < len(lines) and "|" in lines[end]:
            end += 1
        yield number - 1, end


def _cells(line: str) -> tuple[str, ...]:
    """Return the cells of a line, without the marks of bold and code.

    >>> _cells("| **GDP** | 5.2 |"), _cells("a | b")
    (('GDP', '5.2'), ('a', 'b'))
    """
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    if MARKED.search(inside):  # looked for once a line: a mark has two ends
        return tuple(_plain(MARKED.sub(r"\2", c)) for c in BAR.split(inside))
    return tuple(map(_plain, BAR.split(inside)))


def _plain(cell: str) -> str:
    """Return a cell as it is read.

    >>> _plain("*of which* Tea"), _plain(" _Upper_"), _plain("5.2* *"), _plain("a_b_c")
    ('of which Tea', 'Upper', '5.2* *', 'a_b_c')
    """
    return SLANTED.sub(r"\2", cell.replace("\\|", "|").strip())


def _above(lines: Sequence[str], first: int, head: int) -> list[tuple[int, str]]:
    return titles_above([(n + 1, t) for n in range(first, head) if (t := lines[n].strip("# \t*"))])


def _below(lines: Sequence[str], first: int, stop: int) -> list[tuple[int, str]]:
    """Return the lines below a table up to the next heading, if they are few."""
    found: list[tuple[int, str]] = []
    for number in range(first, stop):
        if lines[number].startswith("#") or len(found) == NOTES:
            break
        if text := lines[number].strip():
            found.append((number + 1, text))
    return found if stop == len(lines) else []
