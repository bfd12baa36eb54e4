"""Pages under load: a warm `show` page beside the same report made in process, and its memory.

`python benchmarks/serve.py [ROUNDS [REQUESTS]]` prints the median of the ratios of interleaved rounds
(the budget is 1.5), the same of a question that is not kept, that beside `cpstats.show`, which opens the data each time,
and how much the process grew over the requests. The application is called as a
server calls it, without sockets: what is measured is the program.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import resource
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

from starlette.datastructures import QueryParams

import cpstats
from cpstats.forms import form_of
from cpstats.store.at_once import read_once
from cpstats.store.package import open_package
from cpstats.web.address import answered
from cpstats.web.site import KEPT, application

if TYPE_CHECKING:
    from collections.abc import Callable

QUERY = "indicators=gdp&place=changping"
OTHERS = (
    "/", f"/show?{QUERY}", f"/show.csv?{QUERY}", "/search?q=gdp", "/show?indicators=gdq",
    "/compare?indicators=gdp&place=changping&vs=beijing&lang=zh",
)  # fmt: skip
BUDGET = 1.5
DEFAULTS = ("9", "10000")  # rounds, requests


async def ask(app: Any, address: str) -> int:
    """Return how many bytes a page has."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": query.encode(), "headers": [(b"host", b"localhost")],
        "server": ("localhost", 80), "client": ("127.0.0.1", 1),
    }  # fmt: skip
    size = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal size
        size += len(message.get("body", b""))

    await app(scope, receive, send)
    return size


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of twenty calls."""
    before = time.process_time()
    for _ in range(20):
        work()
    return time.process_time() - before


def main() -> None:
    """Measure and print."""
    rounds, requests = (int(n) for n in (*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]))
    package = read_once(open_package())  # as the pages hold it
    app, form, words = application(package), form_of("show"), QueryParams(QUERY)
    loop = asyncio.new_event_loop()
    gc.collect()
    gc.freeze()  # as `serve` does

    def page() -> None:
        loop.run_until_complete(ask(app, OTHERS[1]))

    blanks = itertools.cycle(range(KEPT + 1))  # signs that are not read: more than are kept

    def new() -> None:
        loop.run_until_complete(ask(app, OTHERS[1] + "+" * next(blanks)))

    def report() -> None:
        list(answered(form, package, words).blocks)

    page(), report()

    def in_process() -> None:
        list(cpstats.show("gdp", places="changping").blocks)

    for told, asked, made in (
        ("page ÷ report", page, report),
        ("page of a question not asked before ÷ report", new, report),
        ("page of a question not asked before ÷ cpstats.show in Python", new, in_process),
    ):
        ratios = [seconds(asked) / seconds(made) for _ in range(rounds)]
        print(f"{told}: {statistics.median(ratios):.2f} (budget {BUDGET})")
    for n in range(500):
        loop.run_until_complete(ask(app, OTHERS[n % len(OTHERS)]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for n in range(requests):
        loop.run_until_complete(ask(app, OTHERS[n % len(OTHERS)]))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{requests} requests: {grown / 1024:.1f} MB more at the peak")
    loop.close()


if __name__ == "__main__":
    main()
