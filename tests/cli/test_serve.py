"""`serve` listens at this machine, says where, and ends with Ctrl-C."""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

pytest.importorskip("uvicorn")

if TYPE_CHECKING:
    from conftest import Run, Start


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_pages_are_there_until_ctrl_c(start: Start) -> None:
    process = start("serve", "--port", "0")
    assert process.stderr is not None
    line = process.stderr.readline().decode()
    address = line.partition(" – ")[0]
    assert address.startswith("http://127.0.0.1:")
    with urlopen(f"{address}show.csv?indicators=gdp&place=beijing&period=2020") as got:  # noqa: S310
        assert got.read().startswith(b"indicator,ref_area")
    process.send_signal(signal.SIGINT)
    assert process.communicate() == (b"", b"")
    assert process.returncode == 130


def test_a_port_that_is_taken_is_said(cpstats: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = cpstats("serve", "--port", port)
    assert done.returncode == 2
    assert f"127.0.0.1:{port} cannot be listened at (" in done.stderr
    assert done.stderr.endswith("Name another port: --port 0 takes a free one.\n")


@pytest.mark.parametrize("words", [("--port", "70000"), ("--host", "no.such.host.invalid")])
def test_an_address_that_is_none_is_said(words: tuple[str, ...], cpstats: Run) -> None:
    done = cpstats("serve", *words)
    assert (done.returncode, "cannot be listened at" in done.stderr) == (2, True)
