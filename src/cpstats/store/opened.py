"""One `--data` as it was opened: its files, and what is known of them before they are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.store.paths import is_file

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised


@dataclass(frozen=True, slots=True)
class Part:
    """One `--data` (or the built-in package): a folder with its tables, or a plain CSV.

    `strict` parts are packages: every name must stand in the catalogue. `given` is its place
    among the parts: 0 is the built-in package, and of own ones a later is a newer release.
    `release` is what its unlabelled figures are called where there are several own parts.
    `assumed` names figures whose place (source, no indicator) or unit (source, indicator) their
    file did not name, as `import` wrote it down.
    """

    name: str
    own: bool
    strict: bool
    observations: tuple[Path, ...] = ()
    tables: tuple[tuple[str, Path], ...] = ()
    content: bytes = b""  # of a plain CSV
    sheets: tuple[Recognised, ...] = ()  # of a foreign file
    texts: tuple[tuple[Path, bytes], ...] = ()  # of files that are not written yet, or were read
    given: int = 1
    release: str = ""
    home: str = ""  # of a package: the place that is meant where none is named
    nation: str = ""
    assumed: frozenset[tuple[str, str]] = frozenset()
    narrowed: bool = False  # `texts` are what a question needs of large files

    @property
    def placeless(self) -> bool:
        """Whether a table in it names no place, and the nation was assumed."""
        if not self.sheets:
            return False
        from cpstats.store.recognising.telling import NATION

        return any(NATION in sheet.said for sheet in self.sheets)

    def read(self, path: Path) -> bytes:
        """Return the content of one of its files."""
        from cpstats.store.files import read_bytes  # what was compiled needs none of it

        if path.suffix == ".parquet" and path not in dict(self.texts):
            from cpstats.store.as_parquet import as_csv

            return as_csv(path)
        return dict(self.texts).get(path) or read_bytes(path)

    def contents(self) -> list[tuple[bytes, str]]:
        """Return what its files of observations hold, each with its name."""
        found = [(self.read(path), self.named(path)) for path in self.observations]
        return [*found, (self.content, self.name)] if self.content else found

    def size(self, path: Path) -> int:
        """Return how many bytes one of its files has; 0 where it is not there."""
        if text := dict(self.texts).get(path):
            return len(text)
        return path.stat().st_size if is_file(path) else 0

    def named(self, path: Path) -> str:
        """Return a file's name as an error shows it."""
        return str(path) if self.own else str(Path("data", *path.parts[-2:]))
