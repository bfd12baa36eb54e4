"""A workbook is a zip of XML: what is in it is measured before it is unpacked into memory.

The reader keeps every cell between the first and the last; what an archive says of itself may be
untrue. So the XML is unpacked piece by piece and thrown away, and what the values do not say is
remembered: formulas that nobody computed, cells that show per cent, hidden sheets.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding import beyond_values, ods, xlsb, xlsx
from cpstats.store.decoding.beyond_values import Size, too_wide
from cpstats.store.decoding.markup import CHUNK, SAVE, damaged
from cpstats.store.decoding.workbook_parts import Parts
from cpstats.store.decoding.zipping import DAMAGED

if TYPE_CHECKING:
    from cpstats.store.decoding.beyond_values import Layout

RATIO = 1_100  # more than deflate can make of anything


def layouts(name: str, content: bytes) -> dict[str, Layout]:
    """Return the layout of each sheet, by its title; refuse an archive that no memory holds.

    Raises
    ------
    DataError
        When it is damaged, has a password, or unpacks to more than any table needs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _look(name, archive)
            found = _measured(Parts(name, archive), Size(name))
    except DAMAGED:
        raise damaged(name) from None
    for layout in found.values():
        layout.look()
    if sum(layout.bottom * layout.right for layout in found.values()) > beyond_values.WIDEST:
        raise too_wide(name)
    return found


def _measured(parts: Parts, size: Size) -> dict[str, Layout]:
    """Return the layouts of every format of which there are parts: the reader tries them in turn."""
    found = ods.layouts(parts, size) if ods.CONTENT in parts else {}
    return found | xlsb.layouts(parts, size) | xlsx.layouts(parts, size)


def _look(name: str, archive: zipfile.ZipFile) -> None:
    """Refuse secrets, and parts that say, or whose packed bytes say, that they are too large."""
    size = Size(name)
    for entry in archive.infolist():
        if entry.flag_bits & 1 or _is_secret(archive, entry):
            raise locked(name)
        size.add(entry.file_size)
        if entry.compress_size * RATIO >= beyond_values.LARGEST:
            size.bytes -= entry.file_size
            with archive.open(entry) as file:
                while piece := file.read(CHUNK):
                    size.add(len(piece))


def _is_secret(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether the manifest of an OpenDocument says that its parts are encrypted."""
    if entry.filename != "META-INF/manifest.xml" or entry.file_size > CHUNK:
        return False
    return b"encryption-data" in archive.read(entry)


def locked(name: str) -> DataError:
    """Return the error for a workbook with a password."""
    return DataError(
        Message("the workbook has a password", "工作簿设有密码"), where=name, mend=SAVE
    )
