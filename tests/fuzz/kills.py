"""Random kills and many writers: `python -m tests.fuzz.kills [KILLS] [ADDS]`; nothing may be lost."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.keeping import written

if TYPE_CHECKING:
    from collections.abc import Callable

WRITERS = 8


def killed(deed: Callable[[], None], after: float) -> bool:
    """End a process that does something after a time; return whether it was still at work."""
    process = written.forked(deed)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    return os.waitpid(process, 0)[1] != 0


def kills(count: int, folder: Path) -> tuple[int, int]:
    """Return how often a writer was ended in between, and how often something was lost."""
    rng = Random(count)  # noqa: S311 - the same again is wanted
    written.init(folder)
    there, ended, lost = written.figures(folder), 0, 0
    took: dict[str, float] = {}
    while ended < count:
        year, amount = rng.randrange(2000, 2020), str(rng.randrange(1000, 9999))
        new = {("110114", str(year)): amount}
        name, deed, after = rng.choice(
            (
                ("init", partial(written.init, folder), {("110114", "2024"): "1811.9"}),
                ("import", partial(written.import_, folder, year, amount), new),
                *[("add", partial(written.add, folder, year, amount), {**there, **new})] * 3,
            )
        )
        began = time.monotonic()
        if name not in took:
            os.waitpid(written.forked(deed), 0)
            took[name] = time.monotonic() - began
        else:
            ended += killed(deed, rng.random() * took[name] * 1.2)
        try:
            found = written.figures(folder)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is not what was there
            print(f"after {name}: {error}")
            written.init(folder)
            found = written.figures(folder)
            lost += 1
        else:
            if found not in (there, after):
                print(f"after {name}: {found} is neither {there} nor {after}")
                lost += 1
        there = found
    return ended, lost


def adds(count: int, folder: Path) -> int:
    """Return how many figures are lost of those that several writers add at once."""
    written.init(folder)

    def some(first: int) -> None:
        for year in range(first, 1700 + count, WRITERS):
            written.add(folder, year, str(year))

    processes = [written.forked(partial(some, 1700 + n)) for n in range(WRITERS)]
    for process in processes:
        os.waitpid(process, 0)
    there = written.figures(folder)
    return sum(there.get(("110114", str(1700 + n))) != str(1700 + n) for n in range(count))


def main(count: int = 1000, many: int = 200) -> int:
    """Do both, and say what was lost."""
    with tempfile.TemporaryDirectory() as room:
        ended, lost = kills(count, Path(room, "killed"))
        print(f"{ended:,} kills: {lost} packages are neither what was nor what should be")
        left = adds(many, Path(room, "shared"))
        print(f"{many} adds by {WRITERS} writers at once: {left} lost")
    return 1 if lost or left else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
