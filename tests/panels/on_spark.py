"""Every calculation on a cluster, by one session: `python -m tests.panels.on_spark URL TABLE FOLDER`."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.panels.conftest import CALLS, asked

from cpstats.errors import CpstatsError
from cpstats.panels.calculate import panel
from cpstats.panels.engines import Limits
from cpstats.panels.engines.spark import Engine
from cpstats.panels.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Write the rows of each calculation as JSON."""
    address, table, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    room = folder / "room"
    room.mkdir()
    with Engine(Limits(room, spark=address)) as engine:
        answered = partial(panel, running=engine)
        for name in CALLS:
            rows = [dict(row) for row in answered(asked(name, table, spark=address)).records]
            (folder / f"{name}.json").write_text(json.dumps(rows))
        made = folder / "made"
        answered(replace(asked("growth", table, spark=address), output=str(made)))
        told = {
            "files": [f.name for f in made.glob("[a-z]*")],
            "twice": error_of(folder / "t.csv", "a,2020,1\na,2020,2\n", answered),
            "odd": error_of(folder / "t.csv", "a,2020,x\n", answered),
        }
    (folder / "told.json").write_text(json.dumps(told))


def error_of(file: Path, rows: str, answered: Callable[[Request], object]) -> str:
    """Return what is said of rows that are wrong."""
    file.write_text("place,year,v\n" + rows)
    names = {"keys": ["place"], "time": "year", "value": "v", "engine": "spark"}
    try:
        answered(Request(calculation="growth", files=[str(file)], **names))  # type: ignore[arg-type]
    except CpstatsError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    main()
