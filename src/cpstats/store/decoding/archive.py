"""A workbook is a zip of XML: what is in it is measured before it is unpacked into memory.

The reader keeps every cell between the first and the last; what an archive says of itself may be
untrue. So the XML is unpacked piece by piece and thrown away, and formulas that nobody computed
are remembered.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, NamedTuple

from cpstats.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 1_000_000_000  # bytes of an unpacked workbook
RATIO = 1_100  # more than deflate can make of anything
WIDEST = 10_000_000  # cells of a sheet, empty ones between others counted
CHUNK = 1 << 20
OVERLAP = 4096  # bytes: more than a cell with a formula usually has
SAVE = "Save the workbook again, without a password, as xlsx."
CELL = re.compile(
    rb'<c [^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*?(?:/>|>(?:<f[^>]*?(?:/>|>([^<]*)</f>)(?:<v ?/>|<v></v>)?(</c>))?)'
)
REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"[^>]*?office:value=')

SHARED = "xl/sharedStrings.xml"
SHORT = 500  # signs: a sheet of the widest with such texts still fits
USED = re.compile(rb't="s"[^>]*><v>(\d{1,9})</v>')


class Formula(NamedTuple):
    """A cell whose value was never computed; `sheet` counts from 0."""

    sheet: int
    row: int
    column: int
    text: str


def measured(name: str, content: bytes) -> list[Formula]:
    """Return the formulas without a value; refuse an archive that no memory holds.

    Raises
    ------
    DataError
        When it is damaged, has a password, or unpacks to more than any table needs.
    """
    formulas: list[Formula] = []
    size = text = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            shared = _shared(name, archive)
            for entry in archive.infolist():
                if entry.flag_bits & 1 or _is_secret(archive, entry):
                    raise locked(name)
                size += entry.file_size
                _look(name, size)
                if not _is_sheet(entry.filename) and entry.compress_size * RATIO < LARGEST:
                    continue
                with archive.open(entry) as file:
                    size -= entry.file_size
                    number = _number(entry.filename)
                    for piece, formula, texts in _scanned(name, file, number):
                        size += piece
                        text += sum(shared[i] for i in texts if i < len(shared)) if shared else 0
                        _look(name, max(size, text))
                        formulas += formula
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise DataError(
            "the workbook cannot be read (it is damaged or cut off)", where=name, mend=SAVE
        ) from None
    return formulas


def _is_secret(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether the manifest of an OpenDocument says that its parts are encrypted."""
    if entry.filename != "META-INF/manifest.xml" or entry.file_size > CHUNK:
        return False
    return b"encryption-data" in archive.read(entry)


def locked(name: str) -> DataError:
    """Return the error for a workbook with a password."""
    return DataError("the workbook has a password", where=name, mend=SAVE)


def too_wide(name: str) -> DataError:
    """Return the error for a sheet that no memory holds."""
    return DataError(
        "the cells of a sheet lie too far apart, or are too many",
        where=name,
        mend="Delete what stands far below or beside the table, or save it as CSV.",
    )


def _look(name: str, size: int) -> None:
    if size > LARGEST:
        raise DataError(
            f"the workbook unpacks to {size // 1_000_000} MB or more",
            where=name,
            mend="Delete the sheets that are not needed, or save the table as CSV.",
        )


def _is_sheet(filename: str) -> bool:
    return filename.startswith("xl/worksheets/sheet") or filename == "content.xml"


def _number(filename: str) -> int:
    digits = "".join(c for c in filename if c.isdigit())
    return int(digits) - 1 if digits else 0


def _shared(name: str, archive: zipfile.ZipFile) -> list[int]:
    """Return how long each text is that many cells may share; none where all of them are short.

    The reader gives every cell a copy of its own.
    """
    if SHARED not in archive.namelist():
        return []
    lengths, open_for, size = [], 0, 0
    with archive.open(SHARED) as file:
        while piece := file.read(CHUNK):
            size += len(piece)
            _look(name, size)
            first, *others = piece.split(b"</si>")
            open_for += len(first)
            for part in others:
                lengths.append(open_for)
                open_for = len(part)
    return lengths if max(lengths, default=0) > SHORT else []


def _scanned(
    name: str, file: IO[bytes], number: int
) -> Iterator[tuple[int, list[Formula], list[int]]]:
    """Yield for each piece of a sheet its size, the formulas, and the shared texts in it.

    A sheet that is too wide is refused.
    """
    bottom = right = 0
    kept = b""
    while piece := file.read(CHUNK):
        text = kept + piece
        end = max(text.rfind(b"<c ", len(text) - OVERLAP), 0) if len(piece) == CHUNK else len(text)
        end = end or len(text)
        formulas = []
        for found in CELL.finditer(text, 0, end):
            row, column = int(found[2]), column_number(found[1])
            bottom, right = max(bottom, row), max(right, column)
            if found[4] is not None:
                words = (found[3] or b"").decode("utf-8", "replace")
                formulas.append(Formula(number, row - 1, column - 1, words))
        repeated = max((int(n) for n in REPEATED.findall(text)), default=1)
        if bottom * right > WIDEST or repeated > WIDEST // 1000:
            raise too_wide(name)
        yield len(piece), formulas, [int(i) for i in USED.findall(text, 0, end)]
        kept = text[end:]


def column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
