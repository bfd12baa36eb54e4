"""A shell completes indicators and places by any name without blanks, and closed lists of words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cpstats.cli.complete import complete_indicator, complete_place, complete_words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def offered(shell: str, line: str, invoke: Invoke) -> str:
    """Return what the program tells a shell for a line whose last word is not finished."""
    words = line.split(" ")
    done = invoke(
        _CPSTATS_COMPLETE=f"complete_{shell}",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_WORD_TO_COMPLETE=words[-1],
    )
    assert (done.status, done.stderr) == (0, "")
    return done.stdout.rstrip("\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cpstats gr", ["growth"]),
        ("cpstats show pm", ["pm25"]),
        ("cpstats show 居民人均可", ["居民人均可支配收入"]),
        ("cpstats compare gdp --vs bei", ["beijing"]),
        ("cpstats show gdp -p chang", ["changping"]),
        ("cpstats show gdp --place 昌", ["昌平区"]),
        ("cpstats show gdp -p 11011", [f"11011{n}" for n in range(1, 10)]),
        ("cpstats show gdp --per", ["--period"]),
        ("cpstats list s", ["sources"]),
        ("cpstats show gdp --freq h", ["half"]),
        ("cpstats show gdp --format x", ["xlsx"]),
        ("cpstats show gdp --lang ", ["en", "zh"]),
        ("cpstats growth gdp --basis n", ["nominal"]),
        ("cpstats show zzz", []),
    ],
)
def test_bash_is_offered_the_words(line: str, words: list[str], invoke: Invoke) -> None:
    assert offered("bash", line, invoke).splitlines() == words


@pytest.mark.parametrize(
    ("shell", "told"),
    [
        ("bash", "beijing"),
        ("zsh", '_arguments \'*: :(("beijing":"北京市 Beijing"))\''),
        ("fish", "beijing\t北京市 Beijing"),
        ("powershell", "beijing:::北京市 Beijing"),
        ("pwsh", "beijing:::北京市 Beijing"),
    ],
)
def test_every_shell_is_told_in_its_own_way(shell: str, told: str, invoke: Invoke) -> None:
    assert offered(shell, "cpstats show gdp -p beij", invoke) == told


AT_ONCE = (
    "cpstats show gd",
    "cpstats show ",
    "cpstats show gdp ",
    "cpstats show gdp --wide -p 昌",
    "cpstats show gdp -p beijing ",
    "cpstats show gdp --period 20",
    "cpstats show gdp --vintage cen",
    "cpstats search 收",
    "cpstats list s",
    "cpstats add gdp chang",
    "cpstats add gdp changping 2025 1",
    "cpstats add gdp changping 2025 1 --measure l",
    "cpstats check --published 2",
    "cpstats show zzz",
)
LATER = ("cpstats sh", "cpstats show --pl", "cpstats show gdp --place=bei", "cpstats list places ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_is_completed_at_once_is_what_typer_says(
    shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer._click.shell_completion import get_completion_class
    from typer._completion_classes import completion_init
    from typer.main import get_command

    from cpstats.cli.completing import COMPLETION, completed
    from cpstats.cli.mounted import build

    monkeypatch.setenv(COMPLETION, f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setitem(sys.modules, "rich", None)
    completion_init()
    kind = get_completion_class(shell)
    assert kind is not None
    program = get_command(build())
    for line in (*AT_ONCE, *LATER):
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        by_typer = kind(program, {}, "cpstats", COMPLETION).complete()
        assert completed(os.environ) == (None if line in LATER else by_typer), line


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_a_script(shell: str, invoke: Invoke) -> None:
    done = invoke(_CPSTATS_COMPLETE=f"source_{shell}")
    assert done.status == 0
    assert "_CPSTATS_COMPLETE" in done.stdout
    assert "cpstats" in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_itself_completes_a_name(tmp_path: Path, invoke: Invoke) -> None:
    program = os.environ.get("CPSTATS_UNDER_TEST") or f"{sys.executable} -m cpstats"
    (tmp_path / "cpstats").write_text(f'#!/bin/sh\nexec {program} "$@"\n')
    (tmp_path / "cpstats").chmod(0o755)
    script = invoke(_CPSTATS_COMPLETE="source_bash").stdout
    typed = "COMP_WORDS=(cpstats show gdp -p 昌); COMP_CWORD=4; _cpstats_completion cpstats"
    done = subprocess.run(
        ["bash", "--norc", "-c", f'{script}\n{typed}\nprintf "%s\\n" "${{COMPREPLY[@]}}"'],
        capture_output=True,
        check=True,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )
    assert done.stdout.decode() == "昌平区\n"


def test_every_name_that_is_offered_finds_its_thing() -> None:
    from cpstats.store.package import open_catalogue

    catalogue = open_catalogue()
    indicators = [word for word, _ in complete_indicator("")]
    places = [word for word, _ in complete_place("")]
    assert [catalogue.find_indicator(word) for word in indicators] == list(catalogue.indicators)
    assert [catalogue.find_place(word) for word in places] == list(catalogue.places)
    assert not [word for word in (*indicators, *places) if set(word) & set(" &()'\"$")]


def test_a_closed_list_offers_what_begins_with_the_text() -> None:
    assert complete_words(("half", "month"))("h") == ["half"]
    assert complete_words(("half", "month"))("") == ["half", "month"]
