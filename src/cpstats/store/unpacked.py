"""A data package in a zip, as `show -F datapackage -o x.zip` writes it: a folder until the end."""

from __future__ import annotations

import atexit
from pathlib import Path

from cpstats.store import files
from cpstats.store.decoding.packed import extracted, package_in
from cpstats.store.descriptor import DESCRIPTOR
from cpstats.store.drafts import aside
from cpstats.store.paths import is_file


def package_folder(name: str) -> Path | None:
    """Return the folder into which the one package of a zip was unpacked; None for anything else.

    Raises
    ------
    DataError
        When the zip is damaged, or has a file outside its folder.
    """
    path = Path(name)
    if path.suffix.lower() != ".zip" or not is_file(path):
        return None
    content = files.read_bytes(path)
    inside = package_in(content, DESCRIPTOR)
    if inside is None:
        return None
    there = aside()
    atexit.register(there.cleanup)
    folder = Path(there.name) / path.name
    extracted(name, content, folder)
    return folder / inside
