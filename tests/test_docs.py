"""The manual is true: every console block prints today what it shows, every link leads somewhere.

A block is written ```console; its lines that begin with `$ ` are commands. `cpstats …` alone runs
as in a terminal of 100 columns, or as many as `COLUMNS=` in front of it says (a table, with notes
and errors below), in Chinese in README.zh.md
and docs/tour.zh.md; what has a pipe or a redirection runs in a shell. A block such as ```csv city.csv is a file
that the commands of its document find. Blanks at the end of a line are left out.

`make docs` writes the blocks anew; read the diff before you commit it.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpstats.cli.app import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Golden

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    p.relative_to(ROOT).as_posix()
    for g in ("README*.md", "docs/*.md", "docs/methods/*.md")
    for p in ROOT.glob(g)
)
WIDTH = 100
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]*))?\)")
CRASH = re.compile(r"Traceback|fault of the program itself")
PROGRAM = re.compile(r"(COLUMNS=(?P<width>\d+) )?cpstats ")
FOR_A_SHELL = re.compile(r"[|<>;&$]")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_console_block_shows_what_the_program_prints(
    name: str,
    golden: Golden,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = (ROOT / name).read_text("utf-8")
    printed = anew(written, Prompt(tmp_path, monkeypatch, chinese=name.endswith(".zh.md")))
    if request.config.getoption("--rewrite-golden") and printed != written:
        (ROOT / name).write_bytes(printed.encode())
        return
    assert written == printed, f"{name} shows what the program no longer prints: make docs"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_to_a_file_of_the_project(name: str) -> None:
    text = re.sub(
        r"^```.*?^```$", "", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    local = [target for target, _ in LINK.findall(text) if "://" not in target]
    assert [t for t in local if not ((ROOT / name).parent / t).exists()] == []


def test_the_numbers_of_the_tutorial_are_those_the_program_prints() -> None:
    text = (ROOT / "docs/tutorial.md").read_text("utf-8")
    number = re.compile(r"\d+\.\d+")
    printed = number.findall("".join(CONSOLE.findall(text)))
    assert set(number.findall(CONSOLE.sub("", text))) - set(printed) == set()


@pytest.mark.parametrize("name", ["README", "docs/tour"])
def test_both_languages_ask_the_same_questions(name: str) -> None:
    english, chinese = (skeleton((ROOT / f"{name}{s}.md").read_text("utf-8")) for s in ("", ".zh"))
    assert english == chinese


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_a_readme_is_read_in_a_few_minutes(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= 150


def skeleton(text: str) -> list[list[str]]:
    """Return of every command the program, the subcommand and the options, without the names."""
    asked = [command for block in CONSOLE.finditer(text) for command, _ in exchanges(block.group())]
    return [
        [w for i, w in enumerate(command.split()) if i < 2 or w.startswith("-")]
        for command in asked
    ]


def anew(text: str, prompt: Prompt) -> str:
    """Return a document with what its commands print now."""
    for name, content in FILE.findall(text):
        (prompt.folder / name).parent.mkdir(exist_ok=True)
        (prompt.folder / name).write_bytes(content.encode())
    return CONSOLE.sub(lambda block: "".join(map(prompt.run, exchanges(block.group()))), text)


def exchanges(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block as (command, as written)."""
    written = re.findall(r"^\$ (?:.*\\\n)*.*\n", block, re.MULTILINE)
    assert block.startswith("$ "), f"a console block begins with a command, not with {block[:40]!r}"
    for lines in written:
        yield lines[2:].replace("\\\n", "").strip(), lines


class Prompt:
    """Runs what a document types, in a folder of its own."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, *, chinese: bool) -> None:
        self.folder = folder
        self._patch = patch
        self._status = 0
        tools = folder / ".tools"
        tools.mkdir()
        for tool, words in (("cpstats", ["-m", "cpstats"]), ("python", [])):
            start = shlex.join([sys.executable, *words])
            (tools / tool).write_text(f'#!/bin/sh\nexec {start} "$@"\n')
            (tools / tool).chmod(0o755)
        patch.chdir(folder)
        patch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
        patch.setenv("LANG", "zh_CN.UTF-8" if chinese else "C.UTF-8")
        patch.setenv("PYTHONUTF8", "1")  # for the scripts of the examples
        patch.setenv("TERM", "dumb")

    def run(self, exchange: tuple[str, str]) -> str:
        """Return a command as written, and below it what it prints."""
        command, written = exchange
        if command == "echo $?":
            printed = f"{self._status}\n"
        elif (words := PROGRAM.match(command)) and not FOR_A_SHELL.search(command):
            printed = self._on_terminal(shlex.split(command[words.end() :]), words["width"])
        else:
            printed = self._in_shell(command)
        assert not CRASH.search(printed), f"$ {command}\n{printed}"
        return written + re.sub(r"[ \t]+$", "", printed, flags=re.MULTILINE)

    def _on_terminal(self, arguments: list[str], width: str | None) -> str:
        seen = Screen(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
        self._status = 0
        with self._patch.context() as patch:
            patch.setenv("COLUMNS", width or str(WIDTH))
            patch.setattr(sys, "argv", ["cpstats", *arguments])
            patch.setattr(sys, "stdout", seen)
            patch.setattr(sys, "stderr", seen)
            try:
                main()
            except SystemExit as end:
                self._status = int(end.code or 0)
        return seen.content

    def _in_shell(self, command: str) -> str:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self._status = done.returncode
        return done.stdout.decode()


class Screen(io.TextIOWrapper):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True

    @property
    def content(self) -> str:
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode()
