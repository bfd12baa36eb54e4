"""Options that ask for a format each: one is never taken over another in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--json -F csv", "--format csv and --json"),
        ("-F json -o x.csv", "--format json and -o x.csv"),
        ("--json -o x.md", "--json and -o x.md"),
        ("--json --excel", "--json and --excel"),
        ("-F md --excel", "--format md and --excel"),
        ("--excel -o x.json", "-o x.json and --excel"),
        ("-F ndjson -o x.json", "--format ndjson and -o x.json"),
        ("-F xlsx -o x.txt", "--format xlsx and -o x.txt"),
        ("-F datapackage -o x.csv", "--format datapackage and -o x.csv"),
    ],
)
def test_two_formats_are_refused_before_anything_is_written(
    options: str, said: str, invoke: Invoke, tmp_path: Path
) -> None:
    done = invoke("show", "gdp", *options.split(), "--lang", "en")
    assert (done.status, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Leave one of them out" in done.stderr
    assert not [*tmp_path.glob("x.*")]


@pytest.mark.parametrize(
    "options",
    [
        "--json -F json",
        "--json -o x.json",
        "-F csv -o x.txt",
        "-F table -o x.txt",
        "-F sdmx-csv -o x.csv",
        "-F json-stat -o x.json",
        "-F csv -o x.out",
        "--excel -o x.csv",
        "--excel -F tsv",
    ],
)
def test_options_that_agree_are_taken(options: str, invoke: Invoke) -> None:
    assert invoke("show", "gdp", *options.split()).status == 0


def test_a_format_of_the_settings_contradicts_nothing(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "cpstats.toml").write_text('format = "md"\n', "utf-8")
    done = invoke("show", "gdp", "--json")
    assert (done.status, done.stdout[:1]) == (0, "{")
