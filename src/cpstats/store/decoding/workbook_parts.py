"""The parts of a zipped workbook, found as its reader finds them.

The reader takes a name in any case and with either slash, and the folder from the relationships of the
package (ECMA-376 part 2, 6.5). Whoever measures what it will read must find the same parts.
"""

from __future__ import annotations

import posixpath
from typing import IO, TYPE_CHECKING

from cpstats.store.decoding.markup import Markup

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Mapping

DOCUMENT = "/relationships/officeDocument"


class Parts:
    """What lies in the archive; `name` is the file's, for what is said when it is damaged."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name, self._archive = name, archive
        self._known = {_key(part): part for part in archive.namelist()}

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part."""
        return _key(part) in self._known

    def open(self, part: str) -> IO[bytes]:
        """Open a part that is there."""
        return self._archive.open(self._known[_key(part)])

    def under(self, folder: str) -> list[str]:
        """Return the parts in a folder, in the order of the archive."""
        return [part for part in self._known if part.startswith(_key(folder))]

    def folder(self) -> str:
        """Return where the workbook lies, with a slash at its end; `xl/` where nothing says it."""
        found = "xl/workbook.xml"

        def link(tag: str, said: Mapping[str, str]) -> None:
            nonlocal found
            if tag == "Relationship" and said.get("Type", "").endswith(DOCUMENT):
                found = said.get("Target", "")

        self.read("_rels/.rels", link)
        return found[: found.rfind("/") + 1].removeprefix("/")

    def links(self, folder: str, book: str) -> dict[str, str]:
        """Return the parts to which the workbook leads, by the ids of its relationships."""
        found: dict[str, str] = {}

        def link(tag: str, said: Mapping[str, str]) -> None:
            if tag == "Relationship":
                target = posixpath.join(f"/{folder}", said.get("Target", ""))
                found[said.get("Id", "")] = posixpath.normpath(target)[1:]

        self.read(f"{folder}_rels/{book}.rels", link)
        return found

    def read(self, part: str, start: Callable[[str, Mapping[str, str]], None]) -> None:
        """Parse a part, where it is there; `start` hears of every element."""
        if part in self:
            with self.open(part) as file:
                Markup(self.name, start).read(file)


def _key(part: str) -> str:
    return part.replace("\\", "/").lower()
