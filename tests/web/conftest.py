"""A browser without a network: the application is called as a server would call it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

import pytest

from cpstats.store.package import open_package

pytest.importorskip("starlette")

from cpstats.web.site import application

if TYPE_CHECKING:
    from starlette.types import ASGIApp


class Got(NamedTuple):
    """A response."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


class Browser:
    """Asks an application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def get(self, path: str, host: str = "127.0.0.1:8000", **headers: str) -> Got:
        return self.ask("GET", path, b"", {"host": host, **headers})

    def post(self, path: str, **fields: str) -> Got:
        return self.ask("POST", path, urlencode(fields).encode(), {"host": "localhost"})

    def ask(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Got:
        path, _, query = address.partition("?")
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": quote(query, safe="=&%+").encode(),
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 50000),
        }
        sent: list[Any] = []
        pieces = [body[n : n + 65536] for n in range(0, len(body), 65536)] or [b""]

        async def receive() -> dict[str, Any]:
            piece = pieces.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self._app(scope, receive, send))
        told = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
        return Got(sent[0]["status"], told, b"".join(m.get("body", b"") for m in sent[1:]))


@pytest.fixture(scope="session")
def browser() -> Browser:
    """The pages over the built-in data."""
    return Browser(application(open_package()))
