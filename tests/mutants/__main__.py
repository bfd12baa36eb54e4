"""Faults in the calculations, one at a time: `python -m tests.mutants [--sample N[:SEED]] [FILE… TESTS…]`.

Which tests run which lines is gathered once (`covering`). Then every fault is tried in a fork of a
process that has run nothing yet: first with the tests that run its line, the quickest first, then with
those of its function and of its module, until one fails or the time is over. What no test sees survives
and is named, unless `equivalent.txt` says that it changes nothing. `--sample N` tries N of the faults
only, always the same (other ones with another seed); `--listed FILE` those that the file names, as they were printed.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from _pytest.runner import runtestprotocol
from tests.mutants.covering import Covering
from tests.mutants.kinds import Mutant, mutants, put_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "cpstats"
TARGETS = ("calc/*.py", "selecting/*.py", "store/selection.py", "model/period.py")
TESTS = (
    *("tests/calc", "tests/selecting", "tests/model", "tests/answers", "tests/checks"),
    *("tests/store/test_selection.py", "tests/store/test_loading.py"),
    "tests/test_measures_on_frames.py",
    *("src/cpstats/calc", "src/cpstats/selecting", "src/cpstats/model/period.py"),
)
ENOUGH, SECONDS = 20, 60  # of processor time: no further test is begun; what never ends is seen
LOADED = ("pandas", "narwhals", "cpstats.api", "cpstats.store.loading")  # once, not in every fork
EQUIVALENT = Path(__file__).with_name("equivalent.txt")


class Plugin:
    """Tries the faults instead of running the tests."""

    def __init__(self, faults: Sequence[Mutant], covering: Covering) -> None:
        self.faults, self.covering = faults, covering

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do so."""
        for name in (*LOADED, *{_module(fault) for fault in self.faults}):
            importlib.import_module(name)
        self.covering.gather(session.items)
        equivalent = _names(EQUIVALENT)
        seen = survived = same = 0
        for number, fault in enumerate(self.faults, start=1):
            tests = self.covering.tests(fault, session.items)
            if fault.name in equivalent:
                same += 1
            elif tests and _seen(fault, tests):
                seen += 1
            else:
                survived += 1
                print(f"{fault.name}  # line {fault.line}, {len(tests)} tests", flush=True)
            if number % 25 == 0:
                print(f"# {number}: {survived} survived", flush=True)
        print(f"# {seen} seen, {survived} survived, {same} equivalent", flush=True)
        return True


def _seen(fault: Mutant, tests: Sequence[pytest.Item]) -> bool:
    """Whether a test fails with a fault, or never ends."""
    process = os.fork()
    if not process:
        spent = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        put_in(importlib.import_module(_module(fault)), fault)
        for item in tests:
            reports = runtestprotocol(item, log=False, nextitem=None)
            if any(report.failed for report in reports):
                os._exit(1)
            if time.process_time() - spent > ENOUGH:
                break
        os._exit(0)
    return os.waitpid(process, 0)[1] != 0


def _module(fault: Mutant) -> str:
    return ".".join(("cpstats", *Path(fault.path).with_suffix("").parts))


def _names(path: Path) -> set[str]:
    lines = path.read_text("utf-8").splitlines()
    return {line.partition("  # ")[0] for line in lines if line and line[0] != "#"}


def _faults(
    files: Sequence[Path], sample: tuple[int, int], listed: Collection[str]
) -> list[Mutant]:
    """Return the faults of all files, as many of them as are asked for, or those that are named."""
    every = [
        fault
        for path in files
        for fault in mutants(str(path.relative_to(SOURCE)), path.read_text("utf-8"))
    ]
    if listed:
        return [fault for fault in every if fault.name in listed]
    count, seed = sample
    if not 0 < count < len(every):
        return every
    return Random(seed).sample(every, count)  # noqa: S311 - the same again is wanted


def main(named: list[str]) -> int:
    """Try the faults of all files, or of those that are named (from `src/cpstats` on), with some tests."""
    sample, listed = (0, 0), set[str]()
    if named[:1] == ["--sample"]:
        count, _, seed = named[1].partition(":")
        sample, named = (int(count), int(seed or 17)), named[2:]
    elif named[:1] == ["--listed"]:
        listed, named = _names(Path(named[1])), named[2:]
    patterns = [name for name in named if not name.startswith(("tests/", "src/"))] or TARGETS
    tests = [name for name in named if name.startswith(("tests/", "src/"))] or TESTS
    files = sorted(p for pattern in patterns for p in SOURCE.glob(pattern) if p.stem[:2] != "__")
    every = sorted(p for pattern in TARGETS for p in SOURCE.glob(pattern) if p.stem[:2] != "__")
    plugin = Plugin(_faults(files, sample, listed), Covering(every, SOURCE))
    print(f"# {len(plugin.faults)} faults", flush=True)
    options = ["-q", "-s", "-p", "no:cacheprovider", "--hypothesis-profile=few"]
    return pytest.main([*options, *tests], plugins=[plugin])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
