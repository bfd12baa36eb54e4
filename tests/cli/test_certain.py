"""A line that is certain is read without Typer, and means what it means to Typer."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.cli.certain import read
from cpstats.cli.mounted import through
from cpstats.cli.registry import handed, module_of, names, taken_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.cli.given import Options
    from cpstats.model.report import Report

LINES = (
    "show gdp",
    "show",
    "show gdp 常住人口 -p changping -p beijing",
    "show gdp --place changping --place beijing --wide --digits 2 -q",
    "show gdp --period=2020..2024 --freq all --no-builtin --data -",
    "show gdp --builtin --format tsv -o x.tsv --force",
    "compare gdp --vs beijing --every 5 --json --allow-mixed",
    "growth gdp --from 2020 --to 2024 --basis real --top 3",
    "list",
    "list places",
    "search 收入",
    "info gdp changping --cite",
    "diff census4 census5",
    "validate",
    "validate a b",
    "add gdp 昌平 2025 1853.2亿元 --source 统计公报 --dry-run",
    "add gdp 昌平 2025 -5 --source x",
    "import data.csv -o mydata --column 3=time --column 4=value",
    "check 昌平区2024年GDP为1811.9亿元 --published 2025-01-01 --all",
    "place 昌平 --alias a --alias b --dry-run",
)
UNCERTAIN = (
    "show gdp --help",
    "show gdp -pbeijing",
    "show gdp -p=beijing",
    "show gdp -p",
    "show gdp --digits 99",
    "show gdp --digits two",
    "show gdp --digits -1",
    "show gdp --wid",
    "show gdp --wide=yes",
    "show gdp --period 2020 --period 2021",
    "show gdp -- -p",
    "show gdp --vs ''",
    "show ''",
    "show gdp -qp beijing",
    "list places sources",
    "search",
    "search a b",
    "diff census4",
)


def plainly(line: str) -> tuple[dict[str, Any], Options] | None:
    name, *words = shlex.split(line)
    command = module_of(name)
    given = read(taken_by(command, "en"), words)
    return None if given is None else handed(command, given, "en")


def by_typer(line: str) -> tuple[dict[str, Any], Options]:
    found = []

    def door(answer: Callable[..., Report], own: dict[str, Any], options: Options) -> None:
        found.append((own, options))

    assert through(shlex.split(line), door) == 0
    return found[0]


@pytest.mark.parametrize("line", LINES)
def test_both_read_the_same(line: str) -> None:
    found = plainly(line)
    assert found is not None, "a plain line needs no Typer"
    own, options = by_typer(line)
    assert (found[0], vars(found[1])) == (own, vars(options))


def test_both_read_the_examples_of_every_command_alike() -> None:
    for name in names():
        for line in module_of(name).EXAMPLES:
            if (found := plainly(line.removeprefix("cpstats "))) is not None:
                own, options = by_typer(line.removeprefix("cpstats "))
                assert (found[0], vars(found[1])) == (own, vars(options)), line


@pytest.mark.parametrize("line", UNCERTAIN)
def test_what_is_not_certain_is_left_to_typer(line: str) -> None:
    assert plainly(line) is None
