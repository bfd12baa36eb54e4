"""The reference is what the program says of itself, and the manual knows every command."""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command

from cpstats.cli import mounted, registry
from cpstats.cli.output import formats
from cpstats.errors import ExitStatus
from cpstats.model.columns import MACHINE
from cpstats.model.words import REASON

if TYPE_CHECKING:
    from conftest import Golden, Run

ROOT = Path(__file__).resolve().parents[2]
COMMANDS: dict[str, Any] = get_command(mounted.build()).commands  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def maker() -> Any:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs/make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def manual() -> str:
    return (ROOT / "docs/reference.md").read_text("utf-8")


def test_what_is_made_from_the_program_is_up_to_date(
    maker: Any, golden: Golden, request: pytest.FixtureRequest
) -> None:
    for path, content in maker.pages().items():
        if request.config.getoption("--rewrite-golden"):
            path.write_bytes(content.encode())
        assert path.read_bytes().decode() == content, "make docs"


@pytest.mark.parametrize(
    "question",
    [
        "show gdp --period 2020..2024 --explain",
        "compare gdp --explain",
        "compare",
        "growth gdp -p beijing --period 2021..2025 --explain",
        "growth gdp --basis nominal --from 2020 --to 2024",
        "rank gdp --among beijing",
        "share gdp_tertiary --of gdp -p beijing --period 2024 --explain",
        "contribution gdp_primary --of gdp -p beijing --explain",
        "index gdp -p beijing --base 2020",
        "target gdp -p beijing --times 2 --from 2020 --by 2035",
        "revisions gdp -p haidian --among beijing",
        "derive per_head gdp --of resident_population -p beijing",
        "derive real disposable_income --of cpi -p beijing",
        "derive",
        "selftest",
        "list places",
        "search 收入",
        "info gdp",
    ],
)
def test_json_is_what_its_schema_says(question: str, cpstats: Run) -> None:
    schema = json.loads((ROOT / "docs/cpstats-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    written = json.loads(cpstats(*question.split(), "--json").stdout)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(written)] == []
    assert written["rows"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_knows_the_command_with_all_its_options(name: str, manual: str) -> None:
    assert f"\n### {name}\n" in manual
    examples = registry.module_of(name).EXAMPLES
    assert [e for e in examples if f"\n{e}\n" not in manual] == []
    flags = {flag for p in COMMANDS[name].params for flag in (*p.opts, *p.secondary_opts)}
    flags -= {"--help", "-h"}
    named = set(re.findall(r"`(-[\w-]+)", manual))
    assert {f for f in flags if f.startswith("-")} - named == set()


@pytest.mark.parametrize("tour", ["docs/tour.md", "docs/tour.zh.md"])
@pytest.mark.parametrize("name", COMMANDS)
def test_both_tours_know_the_command(name: str, tour: str) -> None:
    assert f"cpstats {name}" in (ROOT / tour).read_text("utf-8")


def test_the_manual_knows_every_format_column_reason_and_exit_status(manual: str) -> None:
    wanted = [f"| `{word}` |" for word in (*formats(), *MACHINE, *REASON)]
    wanted += [f"| {status.value} |" for status in ExitStatus]
    assert [w for w in wanted if w not in manual] == []


def test_what_is_explained_must_be_what_the_program_has(maker: Any) -> None:
    with pytest.raises(ValueError, match="not here: \\['new_column'\\]"):
        maker.explained([*maker.COLUMN, "new_column"], maker.COLUMN, "column")
