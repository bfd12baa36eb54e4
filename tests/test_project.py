"""The project keeps its house rules: one version, exact pins, no address or path of a machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import cpstats

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def requirements() -> list[Requirement]:
    """Return what we build with, run on and offer as extras, but not ourselves."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    listed = [PROJECT["build-system"]["requires"], PROJECT["project"]["dependencies"], *extras]
    found = [Requirement(line) for lines in listed for line in lines]
    return [r for r in found if r.name != "cpstats"]


def pins() -> dict[str, Version]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    exact = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in exact}


def tracked() -> list[Path]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a clone: only tracked files are looked at")
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_version_is_a_literal() -> None:
    tree = ast.parse((ROOT / "src/cpstats/__init__.py").read_text("utf-8"))
    literals = [
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and [ast.unparse(target) for target in node.targets] == ["__version__"]
    ]
    assert literals == [cpstats.__version__]
    assert str(Version(cpstats.__version__)) == cpstats.__version__


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_the_pinned_version_lies_in_the_range(requirement: Requirement) -> None:
    assert requirement.specifier, "a range is missing"
    assert pins()[canonicalize_name(requirement.name)] in requirement.specifier


def test_extras_that_are_named_exist() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    own = [Requirement(line) for lines in extras.values() for line in lines]
    named = {extra for r in own if r.name == "cpstats" for extra in r.extras}
    assert named <= set(extras)


# Written in parts, so that the patterns do not find themselves.
REGISTRIES = re.compile(
    "|".join(
        [
            r"pypi\." + r"(org|python)",
            "files." + "pythonhosted",
            "registry" + r"\.(npmjs|yarnpkg)",
            "(--|_|-)?(extra-)?" + r"index[-_]" + r"url",
            "find" + r"-links",
            r"resolved\": \"" + "http",
            "file:" + "///",
        ]
    )
)


def test_no_tracked_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES) == []


def test_no_tracked_file_names_a_folder_of_a_machine() -> None:
    here = "|".join(re.escape(str(path)) for path in (ROOT, ROOT.parent / "shared"))
    homes = r"(?<![\w.~-])/(home|root|Users)/\w"
    assert lines_with(re.compile(f"{here}|{homes}")) == []


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture, or a file that is broken on purpose
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(lines, start=1)
            if pattern.search(line)
        ]
    return found


def test_the_demo_shows_a_table_also_where_its_output_is_no_terminal() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ndemo:")[2].splitlines()[1]
    assert recipe.strip() == "$(BIN)/cpstats compare gdp --vs beijing --format table"


# Where one name in several rooms is one thing: the steps of a question, a format as it is read and
# written, a language of texts.
ROOMS = (
    {"forms", "answers", "answers/derived", "calc", "arranging", "cli/commands"},
    {"export", "export/parts", "store/importers", "store/decoding", "claims/texts", "model"},
    {"export", "export/parts", "export/parts/report", "store/importers", "claims/texts"},
    {
        "model/charts",
        "render/parts",
        "export/parts",
    },  # a kind of panel: made, and drawn in two ways
    {"claims/chinese", "claims/english", "claims/terms"},
    {"claims", "keeping", "cli/commands"},  # `check`, `diff`: the work and its command
    {"model", "cli/commands"},  # `place`
    {"model", "forms"},  # every answer is a report; `report` asks for one of all indicators
    {"model", "cli"},  # a question, and the command that asks it
    {"render", "cli/commands"},  # `plot`: the picture and its command
    {"claims/terms", "store/recognising"},  # footnotes, in a sentence and in a table
)


def test_no_two_files_of_one_name_mean_different_things() -> None:
    rooms: dict[str, set[str]] = {}
    source = ROOT / "src/cpstats"
    for path in source.rglob("[a-z]*.py"):
        rooms.setdefault(path.stem, set()).add(str(path.parent.relative_to(source)))
    assert {
        name: sorted(found)
        for name, found in rooms.items()
        if len(found) > 1 and not any(found <= allowed for allowed in ROOMS)
    } == {}


def test_the_top_level_has_no_file_that_was_left_by_accident() -> None:
    # Output of a run ("err", "out.csv") has been committed once: what belongs here has an ending, or is named.
    named = {"LICENSE", "Makefile"}
    top = {file.name for file in tracked() if file.parent == ROOT and not file.name.startswith(".")}
    assert {
        name for name in top - named if Path(name).suffix not in {".md", ".txt", ".py", ".toml"}
    } == set()


def test_no_file_of_the_program_has_more_than_400_lines() -> None:
    files = {p: p.read_text("utf-8").count("\n") for p in (ROOT / "src/cpstats").rglob("*.py")}
    assert [p.name for p, lines in files.items() if lines > 400] == []
