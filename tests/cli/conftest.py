"""The program inside the test's own process: on a pseudo-terminal, or with its output caught."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest
from tests.pseudo import screen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Done:
    """What a run wrote and how it ended."""

    status: int
    stdout: str
    stderr: str
    content: bytes = b""


class Invoke(Protocol):
    """Runs the program in this process (as in a pipe) and returns what it wrote."""

    def __call__(
        self, *arguments: str | os.PathLike[str], stdin: bytes = b"", **env: str
    ) -> Done: ...


class Terminal(Protocol):
    """Runs the program in this process on a pseudo-terminal of so many columns."""

    def __call__(self, *arguments: str, columns: int = 80, **env: str) -> Done: ...


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Invoke:
    """Return a function that runs the program with caught streams, in an empty folder."""

    def run(*arguments: str | os.PathLike[str], stdin: bytes = b"", **env: str) -> Done:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = _run([os.fspath(a) for a in arguments], env, patch, tmp_path)
            for stream in (out, err):
                stream.flush()
        content = out.buffer.getvalue()  # type: ignore[attr-defined]
        told = err.buffer.getvalue().decode()  # type: ignore[attr-defined]
        return Done(status, content.decode("utf-8", "replace"), told, content)

    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """Return a function that runs the program on a real pseudo-terminal, colours off."""

    def run(*arguments: str, columns: int = 80, **env: str) -> Done:
        err = io.StringIO()
        with screen(columns) as opened, monkeypatch.context() as patch:
            with os.fdopen(os.dup(opened.theirs), "w", encoding="utf-8") as out:
                patch.setattr(sys, "stdout", out)
                patch.setattr(sys, "stderr", err)
                plain = {} if "FORCE_COLOR" in env or "TERM" in env else {"NO_COLOR": "1"}
                status = _run(list(arguments), plain | env, patch, tmp_path)
            text = opened.read().decode().replace("\r\n", "\n")
        return Done(status, text, err.getvalue())

    return run


def _run(
    arguments: list[str], env: Mapping[str, str], patch: pytest.MonkeyPatch, folder: Path
) -> int:
    from cpstats.cli.app import main

    patch.chdir(folder)
    patch.setattr(sys, "argv", ["cpstats", *arguments])
    for name, value in env.items():
        patch.setenv(name, value)
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    finally:
        if sys.modules.get("rich", main) is None:  # a completion keeps Rich out of its process
            del sys.modules["rich"]
    return 0
