"""Faults in the calculations, one at a time: `python -m tests.mutants [--sample N] [FILE… TESTS…]`.

The tests are collected once; which functions each runs is noted. Then every fault is tried in a fork with
the tests that run its function, the quickest first, until one fails. What no test sees survives and is
named, unless `equivalent.txt` says that it changes nothing. `--sample N` tries N of the faults only, always
the same: all of them take a working day.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.runner import runtestprotocol
from tests.mutants.kinds import Mutant, mutants, put_in

if TYPE_CHECKING:
    from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "cpstats"
TARGETS = ("calc/*.py", "selecting/*.py", "store/selection.py", "model/period.py")
TESTS = (
    "tests/calc",
    "tests/selecting",
    "tests/store/test_selection.py",
    "tests/model",
    "tests/answers",
)
SLOW, SECONDS = 1.0, 60  # a test that takes longer is left out; of processor time for a fault
LOOKED_AT = 30_000  # calls of a test: what a property runs shows early
EQUIVALENT = Path(__file__).with_name("equivalent.txt")


class Plugin:
    """Runs the tests once, then with each fault."""

    def __init__(self, files: list[Path], sample: int = 0) -> None:
        self.files = {str(path): path for path in files}
        self.sample = sample
        self.ran: dict[tuple[str, str], list[int]] = {}
        self.took: dict[int, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do so instead of running the tests once."""
        for number, item in enumerate(session.items):
            self._noted(number, item)
        spent = sum(self.took.values())
        print(f"{len(self.took)} of {len(session.items)} tests, {spent:.0f} s", flush=True)
        equivalent = _equivalent()
        seen = survived = same = 0
        for path, mutant in self._tried():
            module = importlib.import_module(_module(path))
            tests = self._tests(str(path), mutant.owner)
            if tests and self._killed(session, module, mutant, tests):
                seen += 1
            elif mutant.name in equivalent:
                same += 1
            else:
                survived += 1
                print(f"{mutant.name}  [line {mutant.line}, {len(tests)} tests]", flush=True)
        print(f"{seen} seen, {survived} survived, {same} equivalent", flush=True)
        return True

    def _tried(self) -> list[tuple[Path, Mutant]]:
        """Return the faults of all files, or as many of them as are asked for."""
        every = [
            (path, mutant)
            for path in self.files.values()
            for mutant in mutants(str(path.relative_to(SOURCE)), path.read_text("utf-8"))
        ]
        if not 0 < self.sample < len(every):
            return every
        return Random(17).sample(every, self.sample)  # noqa: S311 - the same again is wanted

    def _noted(self, number: int, item: pytest.Item) -> None:
        called: set[tuple[str, str]] = set()
        left = LOOKED_AT

        def trace(frame: FrameType, _event: str, _of: Any) -> None:
            nonlocal left
            left -= 1
            if not left:
                sys.settrace(None)
            code = frame.f_code
            if code.co_filename in self.files:
                called.add((code.co_filename, code.co_qualname.partition(".<locals>")[0]))

        began = time.process_time()
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            reports = runtestprotocol(item, log=False, nextitem=None)
        finally:
            sys.settrace(before)
        took = time.process_time() - began
        if took > 5 * SLOW or any(report.outcome != "passed" for report in reports):
            return  # what fails or is skipped without a fault tells nothing
        self.took[number] = took
        for function in called:
            self.ran.setdefault(function, []).append(number)

    def _tests(self, file: str, owner: str) -> list[int]:
        """Return the tests that run a function; those of the whole file for the module itself."""
        every = [
            tests
            for (path, name), tests in self.ran.items()
            if path == file and owner in ("", name)
        ]
        return sorted({number for tests in every for number in tests})

    def _killed(
        self, session: pytest.Session, module: Any, mutant: Mutant, tests: list[int]
    ) -> bool:
        process = os.fork()
        if not process:
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            put_in(module, mutant)
            for number in sorted(tests, key=self.took.__getitem__):
                reports = runtestprotocol(session.items[number], log=False, nextitem=None)
                if any(report.failed for report in reports):
                    os._exit(1)
            os._exit(0)
        return os.waitpid(process, 0)[1] != 0


def _module(path: Path) -> str:
    return ".".join(("cpstats", *path.relative_to(SOURCE).with_suffix("").parts))


def _equivalent() -> set[str]:
    lines = EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.is_file() else []
    return {line.partition("  # ")[0] for line in lines if line and line[0] != "#"}


def main(named: list[str]) -> int:
    """Try the faults of all files, or of those that are named (from `src/cpstats` on), with some tests."""
    sample = 0
    if named[:1] == ["--sample"]:
        sample, named = int(named[1]), named[2:]
    patterns = [name for name in named if name[:6] != "tests/"] or TARGETS
    tests = [name for name in named if name[:6] == "tests/"] or TESTS
    files = sorted(p for pattern in patterns for p in SOURCE.glob(pattern) if p.stem[:2] != "__")
    options = ["-q", "-s", "-p", "no:cacheprovider", "--hypothesis-profile=few"]
    return pytest.main([*options, *tests], plugins=[Plugin(files, sample)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
