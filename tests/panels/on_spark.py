"""Every calculation on a cluster, in one process: `python -m tests.panels.on_spark URL TABLE FOLDER`."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

from tests.panels.conftest import CALLS, asked

from cpstats.errors import CpstatsError
from cpstats.panels.calculate import panel
from cpstats.panels.request import Request


def error_of(file: Path, rows: str, ask: partial[Request]) -> str:
    """Return what is said of rows that are wrong."""
    file.write_text("place,year,v\n" + rows)
    try:
        panel(ask(calculation="growth", files=[str(file)]))
    except CpstatsError as error:
        return str(error)
    return ""


def main() -> None:
    """Write the rows of each calculation as JSON."""
    address, table, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    for name in CALLS:
        rows: Any = [dict(row) for row in panel(asked(name, table, spark=address)).records]
        (folder / f"{name}.json").write_text(json.dumps(rows))
    made = Request(
        **{**asked("growth", table, spark=address).__dict__, "output": str(folder / "made")}
    )
    panel(made)
    ask = partial(Request, keys=["place"], time="year", value="v", spark=address)
    told = {
        "files": [f.name for f in (folder / "made").glob("[a-z]*")],
        "twice": error_of(folder / "t.csv", "a,2020,1\na,2020,2\n", ask),
        "odd": error_of(folder / "t.csv", "a,2020,x\n", ask),
    }
    (folder / "told.json").write_text(json.dumps(told))


if __name__ == "__main__":
    main()
