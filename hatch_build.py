"""A wheel carries its data compiled (see `cpstats.store.compiled`), made of the tables it carries."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledData(BuildHookInterface[Any]):
    """Compiles `data/`; an editable install compiles when it first runs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file and name its place in the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from cpstats.store.compiled import NAME
            from cpstats.store.compiling import compiled_of
        finally:
            sys.path.remove(str(root / "src"))
        folder = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, folder)  # the wheel has a copy by then
        path = Path(folder, NAME)
        path.write_bytes(compiled_of(root / "data", fixed=True))
        build_data["force_include"][str(path)] = f"cpstats/data/{NAME}"
