"""A bar on standard error while a large file is read; nothing where nobody watches."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Yield what is told (name, bytes done, bytes in all); the bar appears with the first word."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import Progress, TaskID

    console = Console(stderr=True)
    if not console.is_interactive:  # TERM=dumb: Rich would leave an empty line behind
        yield lambda *_: None
        return
    bar = Progress(console=console, transient=True)
    tasks: dict[str, TaskID] = {}

    def tell(name: str, done: int, size: int) -> None:
        if name not in tasks:
            bar.start()
            tasks[name] = bar.add_task(name, total=size)
        bar.update(tasks[name], completed=done)

    try:
        yield tell
    finally:
        if tasks:
            bar.stop()
