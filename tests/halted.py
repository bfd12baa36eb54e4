"""The program, to which something happens at a named point of its own steps.

`python -P halted.py POINT DEED ARGUMENTS…` runs the program with the arguments. A point is a
function of it and which of its calls, `cpstats.store.runs:Runs.add#2`; the deed is done before that
call, in the process itself, so that no test has to look for the moment. An empty point is none.
Files count as large from a thousand bytes on.
"""

from __future__ import annotations

import os
import signal
import sys
from functools import wraps
from importlib import import_module
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def kill() -> None:
    """End as by `kill -9`."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """Receive what Ctrl-C sends."""
    signal.raise_signal(signal.SIGINT)


def end() -> None:
    """Receive what `kill` and the end of a session send."""
    signal.raise_signal(signal.SIGTERM)


def hang_up() -> None:
    """Receive what a terminal sends that is closed."""
    signal.raise_signal(signal.SIGHUP)


def stay() -> None:
    """Receive that too, told by `nohup` to go on."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.raise_signal(signal.SIGHUP)


def fill() -> None:
    """Find no room for one byte more in any file."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def tell() -> None:
    """Say in the pipe of the test that the point is reached, and go on."""
    os.write(int(os.environ["TOLD"]), b".")


DEEDS = {deed.__name__: deed for deed in (kill, interrupt, end, hang_up, stay, fill, tell)}


def halt(point: str, deed: Callable[[], None]) -> None:
    """Let the deed be done before one call of a function."""
    path, _, number = point.partition("#")
    owner, _, name = path.replace(":", ".").rpartition(".")
    there: Any = resolve_name(owner)
    function, left = getattr(there, name), int(number or 1)

    @wraps(function)
    def halted(*arguments: Any, **more: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            deed()
        return function(*arguments, **more)

    setattr(there, name, halted)


def main() -> None:
    """Set the point and run the program."""
    point, deed, *arguments = sys.argv[1:]
    sys.argv[1:] = arguments
    stream: Any = import_module("cpstats.store.recognising.stream")
    stream.LARGE = stream.SMALL = 1000
    stream.BATCH = 500
    if point:
        halt(point, DEEDS[deed])
    from cpstats.__main__ import main as program

    program()


if __name__ == "__main__":
    main()
