"""Mutated inputs by the thousand: `python -m tests.fuzz [--minutes N | --count N] [READER…]`.

Each input is made of its reader and its seed. Batches run in forks of a process that has loaded
everything; what crashes, hangs, takes too much memory or ends with a traceback is found again from
its seed alone, and its files are kept. Counts are kept in a file, so that a later run goes on, and
several at once share the seeds.
"""

from __future__ import annotations

import argparse
import fcntl
import gc
import importlib
import json
import mmap
import os
import resource
import shutil
import signal
import struct
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

BATCH = 500
SECONDS, STUCK = 5, 180  # of processor time for an input; of the clock until a batch is given up
MEMORY = 500_000  # kB
KEPT = (("cpstats.claims.chinese.tokens", "_known"), ("cpstats.claims.english.places", "_words"))


class Hang(BaseException):
    """An input took too long."""


def warm() -> None:
    """Load what every input needs, and keep what no input changes."""
    from tests.fuzz import readers

    from cpstats.store import package

    opened = package.open_package
    builtin = lru_cache(maxsize=1)(opened)

    def open_package(data: Any = (), **given: Any) -> Any:
        return builtin() if not data and given.get("builtin", True) else opened(data, **given)

    folder = package._folder
    own = lru_cache(maxsize=1)(lambda path: folder(path, own=False))
    package._folder = lambda path, **given: (
        folder(path, **given) if given.get("own", True) else own(path)
    )
    package.open_package = open_package
    _keep_more()
    Path("own.csv").write_bytes(readers.corpus.LONG.encode())
    for reader, (_, run, _) in readers.READERS.items():
        inputs = [*readers.unchanged(reader), *(readers.made(reader, n) for n in range(-8, 0))]
        for given in inputs:
            with suppress(Exception):  # what is wrong is found with a seed of its own
                readers.through(run, given)
    gc.collect()
    gc.freeze()  # nothing of it is looked at again in the forks


def _keep_more() -> None:
    """Keep the words of every sample's places, where the program keeps those of the last few."""
    for module, name in KEPT:
        kept = getattr(importlib.import_module(module), name)
        setattr(sys.modules[module], name, lru_cache(maxsize=24)(kept.__wrapped__))


def watch() -> None:
    """Let the system end the thought of an input that takes too long."""

    def late(*_: object) -> None:
        raise Hang

    signal.signal(signal.SIGPROF, late)


def one(reader: str, seed: int) -> str:
    """Try the input of a seed; return what was found, empty for nothing."""
    from tests.fuzz import readers

    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        readers.tried(reader, seed)
    except Hang:
        return f"over {SECONDS} s:\n{traceback.format_exc()[-3000:]}"
    except readers.Found as found:
        return str(found)
    except Exception:  # noqa: BLE001 - every one is a finding
        return traceback.format_exc()[-3000:]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{used} kB" if used > MEMORY else ""


class Batches:
    """Runs seeds of a reader in forks, and tells what was found."""

    def __init__(self) -> None:
        self.shared = mmap.mmap(-1, 8)

    def run(self, reader: str, seeds: range) -> dict[int, str]:
        """Return what was found, by seed."""
        found: dict[int, str] = {}
        at = seeds.start
        while at < seeds.stop:
            end, told = self._forked(reader, range(at, seeds.stop))
            if told:
                found[end] = told
            at = end + 1
        return found

    def confirmed(self, reader: str, seed: int) -> str:
        """Return what an input does in a process of its own."""
        return self._forked(reader, range(seed, seed + 1))[1]

    def _forked(self, reader: str, seeds: range) -> tuple[int, str]:
        """Return the last seed that was tried, and what was found with it."""
        there, here = os.pipe()
        self.shared[:] = struct.pack("q", seeds.start)
        process = os.fork()
        if not process:
            os.close(there)
            self._work(reader, seeds, here)
        os.close(here)
        with os.fdopen(there, "rb") as pipe:
            status = self._awaited(process)
            told = pipe.read().decode("utf-8", "replace")
        (seed,) = struct.unpack("q", self.shared[:])
        if status and not told:
            ended = os.waitstatus_to_exitcode(status)
            told = f"over {SECONDS} s, ended" if ended == -signal.SIGKILL else f"ended with {ended}"
        return seed, told

    def _work(self, reader: str, seeds: range, pipe: int) -> None:
        watch()
        for seed in seeds:
            self.shared[:] = struct.pack("q", seed)
            if told := one(reader, seed):
                os.write(pipe, told.encode("utf-8", "replace")[:60000])
                break
        os._exit(0)

    def _awaited(self, process: int) -> int:
        seen, since = b"", time.monotonic()
        pause = 0.002
        while True:
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                return status
            if self.shared[:] != seen:
                seen, since = self.shared[:], time.monotonic()
            elif time.monotonic() - since > STUCK:
                os.kill(process, signal.SIGKILL)
            time.sleep(pause)
            pause = min(pause * 1.5, 0.2)


def kept(folder: Path, reader: str, seed: int, told: str) -> None:
    """Keep the files of a finding and what it showed."""
    from tests.fuzz import readers

    place = folder / "found" / f"{reader}-{seed}"
    place.mkdir(parents=True, exist_ok=True)
    (place / "told.txt").write_text(told, encoding="utf-8")
    for name, content in readers.made(reader, seed).files.items():
        path = place / Path(name).name
        path.write_bytes(content)


def main() -> int:
    """Run what is asked for; return 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--count", type=int, default=0, help="inputs for each reader")
    parser.add_argument(
        "--seed", type=int, default=None, help="the first; else behind the last run"
    )
    parser.add_argument("--into", type=Path, default=Path("build/fuzz"))
    asked = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    into = asked.into.absolute()
    into.mkdir(parents=True, exist_ok=True)
    root = Path.cwd()
    sys.path.insert(0, str(root))
    room = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - memory is quick
    with tempfile.TemporaryDirectory(dir=room) as scratch:
        for name in [n for n in os.environ if n.startswith(("CPSTATS_", "XDG_"))]:
            del os.environ[name]
        spare = Path(scratch, "spare")
        spare.mkdir()
        (Path(scratch) / "work").mkdir()
        os.environ |= {"HOME": scratch, "TMPDIR": os.fspath(spare), "NO_COLOR": "1"}
        tempfile.tempdir = os.fspath(spare)
        os.chdir(f"{scratch}/work")
        from tests.fuzz.forks import Nursery

        nursery = Nursery()
        from cpstats.store.decoding import own_process

        own_process.subprocess = _Subprocess(nursery)
        warm()
        from tests.fuzz.readers import READERS

        try:
            return _run(asked.readers or list(READERS), asked, into)
        finally:
            os.chdir(root)
            shutil.rmtree(f"{scratch}/work", ignore_errors=True)


class _Subprocess:
    """What the readers ask of `subprocess`; each fiftieth start for a workbook is a real one, and each for other files."""

    def __init__(self, nursery: Any) -> None:
        import subprocess

        self.nursery, self.real, self.count = nursery, subprocess, 0
        self.PIPE, self.DEVNULL = subprocess.PIPE, subprocess.DEVNULL
        self.SubprocessError = subprocess.SubprocessError

    def run(self, arguments: list[str], **given: Any) -> Any:
        self.count += 1
        if self.count % 50 == 0 or "stat_process" in arguments[4]:
            return self.real.run(arguments, **given)
        return self.nursery.run(arguments, **given)


# how much of an hour each reader gets
SHARES = {
    "tables": 58,
    "books": 14,
    "texts": 10,
    "importers": 5,
    "workbooks": 6,
    "claims": 2,
    "settings": 4,
    "packages": 1,
}


class Counts:
    """How far each reader has come, in a file; several runs may share it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "counts.json"
        self.lock = (folder / "counts.lock").open("w")

    def changed(self, reader: str, **by: int) -> dict[str, int]:
        """Add to the counts of a reader; return what they were: the next seed, tried, found."""
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        state = json.loads(self.path.read_text()) if self.path.exists() else {}
        before = {"next": 0, "tried": 0, "found": 0, **state.get(reader, {})}
        state[reader] = {name: count + by.get(name, 0) for name, count in before.items()}
        self.path.write_text(json.dumps(state, indent=1) + "\n")
        fcntl.flock(self.lock, fcntl.LOCK_UN)
        return before


def _run(names: list[str], asked: argparse.Namespace, into: Path) -> int:
    counts, batches = Counts(into), Batches()
    until = time.monotonic() + 60 * asked.minutes
    spent = dict.fromkeys(names, 0.0)
    done = dict.fromkeys(names, 0)
    findings = 0
    while True:
        left = [n for n in names if not asked.count or done[n] < asked.count]
        if not left or (asked.minutes and time.monotonic() > until):
            break
        reader = min(left, key=lambda n: spent[n] / SHARES[n])
        size = min(BATCH, asked.count - done[reader]) if asked.count else BATCH
        fixed = asked.seed is not None
        start = asked.seed + done[reader] if fixed else counts.changed(reader, next=size)["next"]
        began = time.monotonic()
        found = _tried(batches, reader, range(start, start + size), into)
        spent[reader] += time.monotonic() - began
        done[reader] += size
        findings += found
        if not fixed:
            counts.changed(reader, tried=size, found=found)
    for name in names:
        rate = done[name] / spent[name] if spent[name] else 0
        print(f"{name}: {done[name]:,} inputs, {rate:.0f} a second")
    return 1 if findings else 0


def _tried(batches: Batches, reader: str, seeds: range, into: Path) -> int:
    """Return how many seeds show something, once more in a process of their own."""
    count = 0
    for seed, told in batches.run(reader, seeds).items():
        if again := batches.confirmed(reader, seed):
            count += 1
            kept(into, reader, seed, again)
            print(f"{reader} {seed}: {again[-700:]}")
        else:
            print(f"{reader} {seed}: not again: {told[:300]}")
    return count


if __name__ == "__main__":
    sys.exit(main())
