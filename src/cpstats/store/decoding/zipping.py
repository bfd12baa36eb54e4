"""Zips: what a damaged one raises; a folder as one, the same files make the same bytes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _of_lzma() -> tuple[type[Exception], ...]:
    try:
        from lzma import LZMAError
    except ImportError:  # a Python that was built without it
        return ()
    return (LZMAError,)


# Parts are found by the numbers that stand in a zip: where these are damaged, anything may be raised.
DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    *_of_lzma(),
)


def zipped(folder: Path) -> bytes:
    """Return the files of a folder in a zip, by name, without the time at which it was made."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return out.getvalue()
