"""The rows of a package as an engine writes them: what it selects of its figures, and in which form.

`labels` are the texts that each column has; what all figures say alike is no column of theirs.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from cpstats.model.columns import OBSERVATION
from cpstats.store import duck

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Labels = "Mapping[str, Collection[str]]"
OF_FIGURES = ("ref_area", "obs_value")
BY_GROUPS = ("indicator", "ref_area")  # of a type, a group of rows would not say which it holds
QUOTED = re.compile(r'[",\r\n]').search


def as_parquet(labels: Mapping[str, Collection[str]]) -> tuple[str, str]:
    """Return the columns that are written as Parquet, and the form."""
    return ", ".join(f"{_typed(name, labels)} AS {name}" for name in OBSERVATION), "FORMAT parquet"


def _typed(name: str, labels: Mapping[str, Collection[str]]) -> str:
    """Return a column of Parquet, which has nothing for an empty text."""
    texts = labels.get(name, ())
    if len(texts) == 1 and name not in OF_FIGURES:
        (text,) = map(duck.text, texts)
        # nothing, as a text, would be looked up and put down like any other
        return f"{text}::ENUM({text})" if text != "''" else "NULL::ENUM('')"
    cell = f"CASE WHEN {name} <> '' THEN {name} END" if "" in texts else name
    return f"{cell}::VARCHAR" if name in BY_GROUPS else cell


def as_lines(labels: Mapping[str, Collection[str]]) -> tuple[str, str]:
    """Return the one column of lines of CSV, and the form."""
    pairs = [pair for name in OBSERVATION for pair in ((True, "','"), _said(name, labels))][1:]
    made: list[str] = []
    for literal, parts in groupby(pairs, key=lambda pair: pair[0]):
        texts = [text for _, text in parts]
        made += (
            [duck.text("".join(text[1:-1].replace("''", "'") for text in texts))]
            if literal
            else texts
        )
    form = "FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\u0001'"
    return f'concat({", ".join(made)}) AS "{",".join(OBSERVATION)}"', form


def _said(name: str, labels: Mapping[str, Collection[str]]) -> tuple[bool, str]:
    """Return whether a cell of CSV is the same in all lines, and what is asked for."""
    texts = labels.get(name, ())
    if len(texts) == 1 and name not in OF_FIGURES:
        (text,) = texts
        marked = '"' + text.replace('"', '""') + '"'
        return True, duck.text(marked if QUOTED(text) else text)
    cell = name if name == "obs_value" else f"{name}::VARCHAR"
    return False, _quoted(cell) if any(map(QUOTED, texts)) else cell


def _quoted(cell: str) -> str:
    """Return a cell as CSV has it: in quotation marks where it must be."""
    mark = '"'
    double = f"replace({cell}, '{mark}', '{mark}{mark}')"
    return f"CASE WHEN regexp_matches({cell}, '[\",\\r\\n]') THEN '{mark}' || {double} || '{mark}' ELSE {cell} END"
