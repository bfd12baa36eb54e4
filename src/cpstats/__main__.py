"""`python -m cpstats`, and the program itself."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress


def main() -> None:
    """Run the program; what needs no command is answered before any is loaded."""
    gc.set_threshold(5_000_000, 20, 20)  # imports and tables make many objects and no garbage
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        from cpstats.cli.version import version

        with suppress(OSError):  # where it cannot be written, that is said below
            print(version(), flush=True)  # noqa: T201 - this is the result
            return
    try:
        from cpstats.cli.app import main as run

        run()
    except KeyboardInterrupt:  # also while modules are loaded
        sys.exit(130)
    finally:
        if not {"duckdb", "_duckdb"} & {*sys.modules}:  # which counts what it leaves, and says so
            gc.freeze()  # what is there goes with the process: nobody has to look for garbage in it


if __name__ == "__main__":
    main()
