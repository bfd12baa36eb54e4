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


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "port {} of 127.0.0.1 is taken. Name another port: --port 0 takes a free one."),
        ("zh", "127.0.0.1 的端口 {} 已被占用。请换一个端口：--port 0 任取空闲端口。"),
    ],
)
def test_a_port_that_is_taken_is_said(lang: str, said: str, cpstats: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = cpstats("serve", "--port", port, "--lang", lang)
    assert (done.returncode, done.stderr) == (2, f"cpstats: {said.format(port)}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--port", "70000"), "--port: 70000 is no port. Write a number from 0 to 65535."),
        (("--port", "70000", "--lang", "zh"), "--port：70000 不是端口。请写0到65535之间的数。"),
        (
            ("--host", "no.such.host.invalid", "--lang", "zh"),
            "--host：no.such.host.invalid 不是本机地址。请写 127.0.0.1，或写 0.0.0.0 表示本机所有地址。",
        ),
    ],
)
def test_an_address_that_is_none_is_said_in_whole_sentences(
    words: tuple[str, ...], said: str, cpstats: Run
) -> None:
    done = cpstats("serve", *words)
    assert (done.returncode, done.stderr) == (2, f"cpstats: {said}\n")
