"""`python -m cpstats`, and the program itself."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the program; what needs no command is answered before any is loaded."""
    gc.set_threshold(200_000, 20, 20)  # imports make many objects and no garbage: 50 ms of pandas
    if sys.argv[1:] == ["--version"]:
        from cpstats.cli.version import version

        print(version())
        return
    from cpstats.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
