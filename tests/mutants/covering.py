"""Which tests run which lines: gathered once, kept outside the repository, per file of tests.

A line is known by its function and its words, so that what is known stays true when lines move.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from functools import _lru_cache_wrapper
from gc import get_objects
from pathlib import Path
from typing import TYPE_CHECKING, Any

import coverage
from _pytest.runner import runtestprotocol
from tests.mutants.kinds import Mutant, owners

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

SLOW = 3.0  # seconds of processor time, watched: a test that takes longer is left out
KEPT = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cpstats-mutants"


class Covering:
    """The tests of a session, how long each takes and what it runs."""

    def __init__(self, files: Sequence[Path], root: Path) -> None:
        self._files = {str(path): str(path.relative_to(root)) for path in files}
        self._lines = {str(path): _named(path.read_text("utf-8")) for path in files}
        KEPT.mkdir(parents=True, exist_ok=True)
        self._at = KEPT / "lines.json"
        found = json.loads(self._at.read_text("utf-8")) if self._at.is_file() else {}
        self._known: dict[str, dict[str, Any]] = found

    def gather(self, items: Sequence[pytest.Item]) -> None:
        """Run, in a process of its own, the tests of every file that changed since the last time."""
        of_file: dict[Path, list[pytest.Item]] = {}
        for item in items:
            of_file.setdefault(item.path, []).append(item)
        marks = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in of_file}
        new = [p for p in of_file if self._known.get(str(p), {}).get("mark") != marks[p]]
        if not new:
            return
        print(f"what do the tests of {len(new)} files run?", flush=True)
        process = os.fork()
        if not process:
            caches = [c for c in get_objects() if isinstance(c, _lru_cache_wrapper)]
            ours = [c for c in caches if "cpstats." in (c.__module__ or "")]
            try:
                for path in new:
                    tests = {item.nodeid: self._run(item, ours) for item in of_file[path]}
                    self._known[str(path)] = {"mark": marks[path], "tests": tests}
                    self._at.write_text(json.dumps(self._known), "utf-8")
            finally:
                os._exit(0)
        os.waitpid(process, 0)
        self._known = json.loads(self._at.read_text("utf-8"))

    def _run(self, item: pytest.Item, caches: Sequence[Any]) -> dict[str, Any] | None:
        """Return the time and the lines of a test; nothing where it fails, is left out or is slow."""
        for cached in caches:
            cached.cache_clear()
        watch = coverage.Coverage(data_file=None, include=list(self._files), messages=False)
        watch.set_option("run:disable_warnings", ["no-data-collected"])
        began = time.process_time()
        watch.start()
        try:
            reports = runtestprotocol(item, log=False, nextitem=None)
        finally:
            watch.stop()
        took = time.process_time() - began
        if took > SLOW or any(report.outcome != "passed" for report in reports):
            return None
        data, ran = watch.get_data(), []
        for path, names in self._lines.items():
            found = {names[line] for line in data.lines(path) or () if line in names}
            ran += [f"{self._files[path]}\n{name}" for name in sorted(found)]
        return {"took": round(took, 3), "ran": ran}

    def tests(self, mutant: Mutant, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Return the tests of a fault: those that run its line, its function, its module."""
        text = mutant.source.splitlines()[mutant.line - 1].strip()
        line, function = (
            f"{mutant.path}\n{mutant.owner}\n{text}",
            f"{mutant.path}\n{mutant.owner}\n",
        )
        ranked = []
        for item in items:
            known = self._known.get(str(item.path), {}).get("tests", {}).get(item.nodeid)
            if not known or not (
                ran := [name for name in known["ran"] if name.startswith(mutant.path)]
            ):
                continue
            far = 0 if line in ran else 1 if any(n.startswith(function) for n in ran) else 2
            ranked.append((far if mutant.owner else 0, known["took"], item))
        return [item for *_, item in sorted(ranked, key=lambda each: each[:2])]


def _named(source: str) -> dict[int, str]:
    """Return the function and the words of each line of a module that is in a function."""
    lines = source.splitlines()
    return {n: f"{owner}\n{lines[n - 1].strip()}" for n, owner in owners(source).items()}
