"""The built-in data as they were read and checked once, found by indicator and place.

A wheel carries them; a checkout keeps them beside the tables as Python keeps bytecode, and makes
them anew when a table or the program has changed. What is read is what `loading` and `tables` read
from the tables (`compiling` asks these), and a test compares both. Where the tables are not those
that were compiled, they are read themselves.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.model.catalogue import Catalogue
from cpstats.model.indicator import Indicator, PartOf
from cpstats.model.place import Place, Places
from cpstats.model.source import Source, Vintage
from cpstats.model.spans import NamedSpan, Spans
from cpstats.store.builtin import builtin_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cpstats.model.place import Register

NAME = "compiled.json"
KEPT = "__pycache__"  # where a checkout keeps it; no wheel and no commit takes it in
KINDS: dict[str, Any] = {  # the tables of the catalogue, and what a line of each is
    "indicators": Indicator,
    "places": Place,
    "sources": Source,
    "vintages": Vintage,
    "parts": PartOf,
    "spans": NamedSpan,
}
PROGRAM = Path(__file__).resolve().parent.parent
CODE = ("model", "store")  # the folders whose code decides what is read


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a compiled file holds: a line that says where the others stand, and these."""

    head: dict[str, Any]
    body: bytes

    def tables(self) -> dict[str, dict[str, Any]]:
        """Return the tables of the catalogue, each by its ids in order."""
        texts = self._at(self.head["tables"])
        return {
            name: {line[0]: kind(*map(_cell, line)) for line in texts[name]}
            for name, kind in KINDS.items()
        }

    def catalogue(self, register: Register) -> Catalogue:
        """Return the catalogue, with a register of further places."""
        made: dict[str, Any] = self.tables()
        made["places"] = Places(made["places"], register)
        made["spans"] = Spans(made["spans"])
        said = {name: self.head[name] for name in ("home", "nation", "homes")}
        return Catalogue(**made, **said)

    def columns(
        self,
        indicators: Collection[str] | None,
        places: Collection[str] | None,
        only: Collection[str] = (),
    ) -> dict[str, list[Any]]:
        """Return the figures of some indicators and places by column, in the order of the files."""
        names = self.head["columns"]
        taken = [at for at, name in enumerate(names, 1) if not only or name in only]
        found = [
            self._at(stretch)
            for indicator, by_place in self.head["figures"].items()
            if indicators is None or indicator in indicators
            for place, stretch in by_place.items()
            if places is None or place in places
        ]
        names = [names[at - 1] for at in taken]
        if len(found) == 1:  # one place stands in order
            return {name: found[0][at] for name, at in zip(names, taken, strict=True)}
        numbers = [number for piece in found for number in piece[0]]
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        made = {}
        for name, at in zip(names, taken, strict=True):
            cells = [cell for piece in found for cell in piece[at]]
            made[name] = [cells[i] for i in order]
        return made

    def _at(self, stretch: list[int]) -> Any:
        first, last = stretch
        return json.loads(self.body[first:last])


def _cell(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell


@cache
def compiled() -> Compiled | None:
    """Return the built-in data compiled; None where only the tables hold them as they are now."""
    folder = builtin_folder()
    found = opened(kept_at(folder))
    if found and found.head["of"] == state(folder, found.head["files"], shipped=shipped(folder)):
        return found
    return None


def kept_at(folder: Path) -> Path:
    """Return where the compiled file of a folder is kept."""
    return folder / NAME if shipped(folder) else folder / KEPT / NAME


def shipped(folder: Path) -> bool:
    """Whether the data came with the program in a wheel; in a checkout they lie beside it."""
    return folder.parent == PROGRAM


def opened(path: Path) -> Compiled | None:
    """Return a compiled file; None where there is none, or none that can be read."""
    try:
        first, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(first)
        whole = isinstance(head, dict) and head.get("size") == len(body)
    except (OSError, ValueError):
        return None
    return Compiled(head, body) if whole else None


def state(folder: Path, files: Iterable[str], *, shipped: bool) -> list[int]:
    """Return what changes when the tables do, in a checkout also when the program does."""
    mark = 0
    for name in files:
        try:
            mark = zlib.crc32((folder / name).read_bytes(), mark)
        except OSError:
            mark = zlib.crc32(b"?", mark)
    return [mark] if shipped else [mark, _code()]


def _code() -> int:
    """Return what changes with the files of the program that decide what is read."""
    files = (file for name in CODE for file in os.scandir(PROGRAM / name) if file.is_file())
    stamps = sorted((f.name, s.st_size, s.st_mtime_ns) for f in files for s in [f.stat()])
    return zlib.crc32(repr(stamps).encode())
