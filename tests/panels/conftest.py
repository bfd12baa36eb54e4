"""A panel in a file, every calculation over it, and what an engine makes of them."""

from __future__ import annotations

import math
from contextlib import ExitStack
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.panels.calculate import panel
from cpstats.panels.engines import Limits, engine_of
from cpstats.panels.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cpstats.panels.engines import Engine

PLACES = ("00000", "01001", "01003", "01005", "01007", "01009", "01011")
OVER = {"over": "fips"}
MEMBER = OVER | {"benchmark": "00000"}
BRANCH = {"branch": "indicator", "whole": "gdp"}
CALLS: dict[str, dict[str, str]] = {
    "atkinson": OVER | {"epsilon": "0.5", "decimals": "1"},
    "average_growth": {"start": "2019", "decimals": "1"},
    "carry_over": {},
    "contribution": OVER | {"whole": "00000"},
    "convert": {"rate": "people"},
    "deflate": {"prices": "people", "base": "2020"},
    "gap": MEMBER | {"as_": "ratio", "decimals": "1"},
    "gini": OVER | {"weight": "people", "decimals": "1"},
    "growth": {"on": "period", "decimals": "1"},
    "growth_at_constant_prices": {"price_basis": "basis"},
    "herfindahl": OVER,
    "hoover": OVER | {"weight": "people"},
    "location_quotient": BRANCH | MEMBER,
    "lorenz": OVER,
    "moran": OVER | {"neighbours": "pairs.csv"},
    "moving_average": {"periods": "2"},
    "percentile_rank": OVER | {"decimals": "1"},
    "percentile_ratio": OVER | {"upper": "80", "lower": "20"},
    "rank": OVER | {"decimals": "1", "ties": "dense"},
    "rebase": {"base": "2020"},
    "share": OVER,
    "share_change": OVER | {"whole": "00000", "years": "2"},
    "shift_share": BRANCH | MEMBER,
    "theil": OVER | {"group": "region", "form": "L"},
    "top_share": OVER | {"top": "30"},
    "variation": OVER | {"logarithms": "yes"},
    "pivot": {},
    "within_between": OVER | {"weight": "people"},
    "years_average": {"years": "2"},
    "growth+average_growth": {"start": "2019", "decimals": "1"},
    "growth,gap,rank": MEMBER | {"decimals": "1"},
    "growth,pivot": {"decimals": "1"},
}


def lines() -> list[str]:
    """Return a panel of seven places, two indicators and five years, with gaps, ties and losses."""
    made = ["indicator,fips,region,basis,year,people,val"]
    for i, indicator in enumerate(("gdp", "farming")):
        for p, place in enumerate(PLACES):
            for y in range(2019, 2024):
                number = (p * 37 + i * 11 + y * 13) % 90 / 10 + 10 * (p + 1) * (2 - i)
                text = "" if (p, y, i) in {(2, 2021, 0), (4, 2019, 1)} else f"{number:.1f}"
                text = "-3.5" if (p, y, i) == (3, 2022, 1) else text
                basis = "constant:2015" if y < 2022 else "constant:2020"
                if (p, y) != (5, 2020):
                    line = (indicator, place, "ne"[p % 2], basis, y, 10 + p, text)
                    made.append(",".join(map(str, line)))
    return made


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a CSV file of the panel; beside it lie the pairs of neighbours."""
    folder = tmp_path_factory.mktemp("panel")
    pairs = [pair for a, b in pairwise(PLACES) for pair in ((a, b), (b, a))]
    both = "\n".join(["fips,neighbour", *(",".join(pair) for pair in pairs)])
    (folder / "pairs.csv").write_text(both + "\n")
    (folder / "panel.csv").write_text("\n".join(lines()) + "\n")
    return folder / "panel.csv"


Rows = list[dict[str, Any]]


def asked(name: str, table: Path, **more: Any) -> Request:
    """Return the request for a calculation over the panel, as a machine is given it."""
    arguments = dict(CALLS[name])
    if "neighbours" in arguments:
        arguments["neighbours"] = str(table.with_name("pairs.csv"))
    return Request(
        calculation=name,
        files=[str(table)],
        keys=["indicator", "fips"],
        time="year",
        value="val",
        arguments=arguments,
        all_rows=True,
        **more,
    )


@pytest.fixture(scope="session")
def rows_by(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Rows]]:
    """Return a function that makes the rows of a calculation on an engine, which is started once."""
    with ExitStack() as ends:

        @cache
        def started(name: str) -> Engine:
            limits = Limits(tmp_path_factory.mktemp(name), threads=1)
            return ends.enter_context(engine_of(name)(limits))

        yield lambda name, engine: [
            dict(row)
            for row in panel(asked(name, table, engine=engine), running=started(engine)).records
        ]


def differences(expected: Rows, found: Rows) -> list[tuple[Any, ...]]:
    """Return where rows are not the same: numbers to 1e-12, all else exactly."""
    if len(expected) != len(found):
        return [("rows", len(expected), len(found))]
    return [
        (number, column, one[column], two[column])
        for number, (one, two) in enumerate(zip(expected, found, strict=True))
        for column in one
        if not _alike(one[column], two.get(column, "absent"))
    ]


def _alike(one: object, two: object) -> bool:
    if isinstance(one, int | float) and isinstance(two, int | float):
        return math.isclose(one, two, rel_tol=1e-12, abs_tol=1e-12)
    return one == two
