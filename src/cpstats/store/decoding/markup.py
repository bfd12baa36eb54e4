"""XML read piece by piece by expat: names without their prefix, no document types, no entities.

Whatever marks, blanks or prefixes a program writes, a parser sees the same elements; patterns did
not, and some took for ever.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from cpstats.errors import DataError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CHUNK = 1 << 20
DEEPEST = 500  # elements within one another: the parser remembers each
SAVE = Message(
    "Save the workbook again, without a password, as xlsx.",
    "请去掉密码，另存为 xlsx 格式。",
)

Handler = "Callable[[str, Mapping[str, str]], None]"


class Markup:
    """A parser: `start` hears of every element; `end` and `text` only while they are wanted."""

    def __init__(self, name: str, start: Callable[[str, Mapping[str, str]], None]) -> None:
        self._name, self._start = name, start
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._started
        self._parser.EndElementHandler = self._ended
        self._parser.StartDoctypeDeclHandler = self._refused
        self._local: dict[str, str] = {}
        self._end: Callable[[str], None] | None = None
        self._depth = 0

    def listen(self, text: Callable[[str], None] | None, end: Callable[[str], None] | None) -> None:
        """Hear of text and of the ends of elements from here on; None: no longer."""
        self._parser.CharacterDataHandler = text
        self._end = end

    def read(self, file: IO[bytes], each: Callable[[int], None] = lambda _: None) -> None:
        """Parse a file to its end; `each` is told the bytes of every piece.

        Raises
        ------
        DataError
            When it is not well formed, nested without end, or has a document type.
        """
        try:
            while piece := file.read(CHUNK):
                each(len(piece))
                self._parser.Parse(piece, False)  # noqa: FBT003 - expat's own
            self._parser.Parse(b"", True)  # noqa: FBT003 - expat's own
        except (expat.ExpatError, LookupError, ValueError):  # of encodings Python is asked
            raise damaged(self._name) from None

    def local(self, name: str) -> str:
        """Return the name of an element or attribute without what stands before it."""
        if name not in self._local:
            self._local[name] = name.rpartition(" ")[2]
        return self._local[name]

    def _started(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise damaged(self._name)
        local = self.local
        self._start(local(tag), {local(k): v for k, v in attributes.items()})

    def _ended(self, tag: str) -> None:
        self._depth -= 1
        if self._end:
            self._end(self.local(tag))

    def _refused(self, *_: object) -> None:
        raise damaged(self._name)


def damaged(name: str) -> DataError:
    """Return the error for a workbook that is no workbook inside."""
    return DataError(
        Message(
            "the workbook cannot be read (it is damaged or cut off)",
            "无法读取工作簿（已损坏或不完整）",
        ),
        where=name,
        mend=SAVE,
    )
