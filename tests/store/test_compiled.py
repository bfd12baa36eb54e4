"""The built-in data as they were compiled are those of the tables; where they are not, these are read."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from cpstats.cli.certain import read
from cpstats.cli.given import Call
from cpstats.cli.output import Format
from cpstats.cli.registry import handed, module_of, taken_by
from cpstats.model.report import Style
from cpstats.store import loading
from cpstats.store.builtin import builtin_folder
from cpstats.store.compiled import Compiled, opened, state
from cpstats.store.compiling import compile_to, compiled_of
from cpstats.store.package import as_compiled, package_of

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.text import Lang
    from cpstats.store.package import Package


@pytest.fixture(scope="module")
def tables() -> Package:
    return package_of(builtin_folder())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    path = tmp_path_factory.mktemp("compiled") / "compiled.json"
    compile_to(path, builtin_folder())
    found = opened(path)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def package(made: Compiled) -> Package:
    return as_compiled(made)


def test_the_catalogue_is_that_of_the_tables(package: Package, tables: Package) -> None:
    assert package == tables
    assert type(package.catalogue.places) is type(tables.catalogue.places)
    assert package.catalogue.places.register is tables.catalogue.places.register
    assert (package.compiled is None, tables.compiled is None) == (False, True)


@pytest.mark.parametrize(
    "line",
    [
        "show gdp",
        "show gdp -p beijing --explain --cite",
        "show gdp cpi -p guangdong -p hebei --wide",
        "show gdp -p children:china --period 2023",
        "show resident_population -p beijing --as-of 2020-06",
        "show gdp -p beijing --vintage census4 --freq annual",
        "show gdp --source cp_review_2025",
        "show all -p beijing -p changping --freq all --lang zh",
        "compare gdp -p guangdong --vs china",
        "rank gdp --among china",
        "info changping",
        "list",
        "list places",
        "list sources",
        "search 收入",
    ],
)
def test_options_give_the_same_bytes(line: str, package: Package, tables: Package) -> None:
    assert written(line, package) == written(line, tables)


def test_every_third_indicator_is_described_in_the_same_bytes(
    package: Package, tables: Package
) -> None:
    line = " ".join(["info", *[*tables.catalogue.indicators][::3]])
    assert written(line, package) == written(line, tables)


def written(line: str, package: Package) -> list[bytes]:
    """Return what a line of the program writes about a package, for machines and for the eye."""
    name, *words = line.split()
    command = module_of(name)
    given = read(taken_by(command, "en"), words)
    assert given is not None
    own, options = handed(command, given, "en")
    lang: Lang = "zh" if options.lang == "zh" else "en"
    report = command.answer(Call(options, package, lang), **own)
    style = Style(lang=lang, explain=options.explain, cite=options.cite, width=100)
    return [Format.of(name).module.write(report, style) for name in ("csv", "table")]


def test_the_figures_are_those_of_the_tables_for_every_indicator_and_place(
    made: Compiled, tables: Package
) -> None:
    # repr, for NaN is not equal to itself; the order of rows and columns counts
    every = loading.read(tables)
    assert repr(made.columns(None, None)) == repr(every)
    numbers: dict[tuple[str, str], list[int]] = {}
    for row, pair in enumerate(zip(every["indicator"], every["ref_area"], strict=True)):
        numbers.setdefault(pair, []).append(row)
    for (indicator, place), rows in numbers.items():
        wanted = {name: [cells[row] for row in rows] for name, cells in every.items()}
        assert repr(made.columns({indicator}, {place})) == repr(wanted)


@pytest.mark.parametrize(
    ("indicators", "places"),
    [
        ({"gdp", "cpi"}, {"110000", "440000", "999999"}),
        ({"resident_population"}, None),
        (None, {"110114"}),
        ({"none"}, None),
        (set(), set()),
    ],
)
def test_some_of_them_stand_in_the_order_of_the_files(
    indicators: set[str] | None, places: set[str] | None, made: Compiled, tables: Package
) -> None:
    wanted = loading.read(tables, indicators=indicators, places=places)
    assert repr(made.columns(indicators, places)) == repr(wanted)


def test_a_changed_digit_and_a_missing_file_are_seen(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(builtin_folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = json.loads(compiled_of(folder).partition(b"\n")[0])
    assert head["of"] == state(folder, head["files"], shipped=False)
    assert "observations/economy.csv" in head["files"]
    table = folder / "observations" / "economy.csv"
    table.write_bytes(table.read_bytes().replace(b",3678.7,", b",3678.8,", 1))
    changed = state(folder, head["files"], shipped=False)
    table.unlink()
    gone = state(folder, head["files"], shipped=False)
    assert len({head["of"][0], changed[0], gone[0]}) == 3


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"no json\n[]", b"[]\n", b"{}\n", b'{"size":9}\n[]']
)
def test_what_is_no_compiled_file_is_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "compiled.json"
    path.write_bytes(content)
    assert opened(path) is None
    assert opened(tmp_path / "absent.json") is None
