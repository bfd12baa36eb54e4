"""Where the answer goes: a pipe, a file that is whole or absent, and the notes beside it."""

from __future__ import annotations

import csv
import json
import os
import stat
import tempfile
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from tests.needs import PARQUET, no_chinese_font
from wcwidth import wcswidth

from cpstats.cli import output
from cpstats.model.columns import MACHINE
from cpstats.model.words import REASON

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

QUESTIONS = (
    "show gdp",
    "show gdp budget_revenue -p all --freq all",
    "show pm25 gdp -p children:beijing",
    "compare gdp --vs beijing --period 2021..2025",
    "compare gdp pm25 resident_population",
    "compare",
    "compare gdp -p haidian -p chaoyang",
    "growth gdp -p all --period 十四五",
    "growth gdp -p beijing --from 2020 --to 2025 --basis nominal",
    "growth gdp -p changping --from 2017 --to 2022 --basis nominal --allow-mixed",
)
CATALOGUE = ("list", "list places", "list sources", "search 收入", "info gdp")


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_columns_are_those_of_the_contract_in_this_order(question: str, invoke: Invoke) -> None:
    done = invoke(*question.split(), "--format", "csv")
    rows = list(csv.reader(StringIO(done.stdout)))
    assert tuple(rows[0]) == MACHINE
    assert {len(row) for row in rows} == {len(MACHINE)}
    document = json.loads(invoke(*question.split(), "--json").stdout)
    assert [tuple(row) for row in document["rows"]] == [MACHINE] * (len(rows) - 1)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_missing_is_null_with_a_reason_of_the_list(question: str, invoke: Invoke) -> None:
    lines = list(csv.DictReader(StringIO(invoke(*question.split(), "--format", "csv").stdout)))
    rows = json.loads(invoke(*question.split(), "--json").stdout)["rows"]
    for row, line in zip(rows, lines, strict=True):
        if row["value"] is None:
            assert row["reason"] in REASON
            assert line["value"] == ""
        else:
            assert row["reason"] in ("", "mixed_vintage")
            assert float(line["value"]) == row["value"]
        assert not {"inf", "-inf", "nan", "None"} & set(line.values())


@pytest.mark.parametrize("question", QUESTIONS)
def test_years_and_codes_are_never_reformatted(question: str, invoke: Invoke) -> None:
    for row in csv.DictReader(StringIO(invoke(*question.split(), "-F", "csv").stdout)):
        assert row["ref_area"].isdigit()
        assert len(row["ref_area"]) == 6
        assert "," not in row["time_period"] + row["base_period"] + row["value"]
        assert not row["n"] or row["n"].isdigit()


@pytest.mark.parametrize("question", [*QUESTIONS, *CATALOGUE])
def test_no_row_is_said_twice(question: str, invoke: Invoke) -> None:
    lines = invoke(*question.split(), "--format", "csv").stdout.splitlines()
    assert len(lines) == len(set(lines)) > 1


# a picture names the publishers of the built-in figures
MARKS = {"parquet": PARQUET, "pdf": no_chinese_font(), "png": no_chinese_font()}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(n, marks=MARKS.get(n, ()))
        for n in sorted(output.formats())
        if n != "docx"  # for a docx that was checked
    ],
)
def test_every_format_is_written_for_every_command(
    name: str, invoke: Invoke, tmp_path: Path
) -> None:
    questions = [*QUESTIONS[:1], *QUESTIONS[3:6], *CATALOGUE]
    if name == "sarif":  # findings have a form of their own
        questions = ["validate"]
    if name == "github":  # so have faults and doubts
        questions = [
            "check “十四五”期间，昌平GDP年均增长6.2%、高于全市1.3个百分点 --published 2025-12-22"
        ]
    if name in ("sdmx-csv", "json-stat"):  # for figures
        questions = [q for q in questions if q not in CATALOGUE]
    if name in ("pdf", "plot", "png", "svg", "vega-html", "vega-lite"):  # for several figures
        questions = ["show gdp", "rank gdp --among beijing --period 2022"]
    if name == "datapackage":  # for published ones
        questions = ["show gdp"]
    for number, question in enumerate(questions):
        done = invoke(*question.split(), "--format", name, "-o", f"{number}.out")
        assert (done.status, done.stdout) == (0, "")
        assert (tmp_path / f"{number}.out").stat().st_size > 50


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", [*QUESTIONS, *CATALOGUE])
def test_every_line_of_a_table_has_one_width_and_nothing_is_cut_in_a_pipe(
    question: str, lang: str, invoke: Invoke
) -> None:
    shown = invoke(*question.split(), "--format", "table", "--lang", lang, COLUMNS="60").stdout
    for part in shown.split("\n\n"):
        lines = part.splitlines()
        rules = [i for i, line in enumerate(lines) if line and set(line) == {"─"}]
        if rules:
            table = lines[rules[0] - 1 :]
            assert len({wcswidth(line) for line in table}) == 1


def test_a_pipe_gets_csv_and_notes_stand_on_standard_error(invoke: Invoke) -> None:
    done = invoke("compare", "gdp", "--period", "2021..2025")
    assert done.stdout == invoke("compare", "gdp", "--period", "2021..2025", "-F", "csv").stdout
    assert "2021–2025: Changping: no growth rate for 2021, 2023–2025" in done.stderr
    assert "no growth rate" not in done.stdout


def test_quiet_leaves_the_notes_out_and_errors_in(invoke: Invoke) -> None:
    loud, quiet = invoke("compare", "gdp"), invoke("compare", "gdp", "-q")
    assert loud.stderr
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout
    assert invoke("show", "gpd", "-q").stderr.startswith("cpstats: no indicator")


def test_cite_and_explain_go_beside_a_machine_format(invoke: Invoke) -> None:
    words = ("growth", "gdp", "-p", "beijing", "--from", "2020", "--to", "2024")
    done = invoke(*words, "--cite", "--explain")
    assert done.stdout == invoke(*words).stdout
    assert "Sources:\n  " in done.stderr
    assert "https://" in done.stderr
    assert "    formula: (((1 + 8.5/100)" in done.stderr


def test_json_is_short_for_the_format(invoke: Invoke) -> None:
    assert invoke("list", "--json").stdout == invoke("list", "--format", "json").stdout
    assert invoke("list", "--format", "JSON").stdout == invoke("list", "--json").stdout


def test_excel_is_csv_with_a_mark_and_crlf(invoke: Invoke) -> None:
    done = invoke("show", "gdp", "--excel")
    assert done.content.startswith(b"\xef\xbb\xbfindicator,ref_area,")
    assert done.content.count(b"\r\n") == done.content.count(b"\n") > 10


def test_excel_disarms_the_names_of_users(invoke: Invoke) -> None:
    own = b"indicator,ref_area,time_period,obs_value\n=cmd,@home,2024,-1\n"
    words = ("show", "=cmd", "-p", "@home", "--data", "-")
    line = invoke(*words, "--excel", stdin=own).stdout.splitlines()[1].split(",")
    assert line[:4] == ["'=cmd", "'@home", "", "2024"]
    assert line[9] == "-1"  # a number stays a number
    plain = invoke(*words, stdin=own).stdout.splitlines()[1].split(",")
    assert plain[:2] == ["=cmd", "@home"]


def test_digits_are_for_the_eye_only(invoke: Invoke) -> None:
    words = ("show", "gdp", "--period", "2024")
    assert "1,811.900" in invoke(*words, "--digits", "3", "-F", "plain").stdout
    assert "1,812 " in invoke(*words, "--digits", "0", "-F", "plain").stdout
    assert invoke(*words, "--digits", "0", "-F", "csv") == invoke(*words, "-F", "csv")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.csv", b"indicator,"),
        ("a.tsv", b"indicator\t"),
        ("a.tab", b"indicator\t"),
        ("a.json", b'{\n "schema": "cpstats/1"'),
        ("a.md", b"## Gross"),
        ("a.html", b"<!doctype html>"),
        ("a.HTM", b"<!doctype html>"),
        ("a.txt", b"Gross domestic product"),
        ("a.xlsx", b"PK"),
    ],
)
def test_the_suffix_of_a_file_names_its_format(
    name: str, start: bytes, invoke: Invoke, tmp_path: Path
) -> None:
    done = invoke("show", "gdp", "-o", name)
    assert (done.status, done.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_file_holds_what_a_pipe_gets(invoke: Invoke, tmp_path: Path) -> None:
    piped = invoke("compare", "gdp", "--format", "csv")
    written = invoke("compare", "gdp", "-o", "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == piped.content
    assert written.stderr == piped.stderr


def test_a_dash_is_standard_output(invoke: Invoke, tmp_path: Path) -> None:
    assert invoke("list", "-o", "-") == invoke("list")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "a.doc",
            (
                "the suffix “.doc” names no format. "
                f"Add --format with one of {', '.join(output.formats())}."
            ),
        ),
        (
            "figures",
            (f"figures has no suffix. Add --format with one of {', '.join(output.formats())}."),
        ),
        ("there.csv", "there.csv exists. Add --force to replace it."),
        ("folder.csv", "folder.csv is a folder. Name a file in it."),
        (
            "nowhere/a.csv",
            (
                "nowhere/a.csv cannot be written (No such file or directory). "
                "Choose a folder that exists, may be written to and has room."
            ),
        ),
        (
            "there.csv/a.csv",
            (
                "there.csv/a.csv cannot be written (Not a directory). "
                "Choose a folder that exists, may be written to and has room."
            ),
        ),
    ],
)
def test_a_file_that_cannot_be_written_is_an_error_and_changes_nothing(
    name: str, message: str, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "there.csv").write_text("mine")
    (tmp_path / "folder.csv").mkdir()
    before = sorted(tmp_path.rglob("*"))
    done = invoke("list", "-q", "-o", name)
    assert (done.status, done.stdout, done.stderr) == (2, "", f"cpstats: {message}\n")
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "there.csv").read_text() == "mine"


def test_force_replaces_a_file_and_keeps_its_permissions(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(0o640)
    assert invoke("list", "-o", "a.csv", "--force").status == 0
    assert path.read_text("utf-8").startswith("indicator,")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_permissions_of_the_mask(invoke: Invoke, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        assert invoke("list", "-o", "a.csv").status == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_a_link_stays_a_link(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "a.csv").symlink_to("real/b.csv")
    assert invoke("list", "-o", "a.csv").status == 0
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "real/b.csv").read_text("utf-8").startswith("indicator,")
    assert invoke("list", "-o", "a.csv").status == 2


def test_a_folder_that_may_not_be_written_to_is_an_error(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(**_: object) -> None:  # as the system answers everybody but root
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", locked)
    done = invoke("list", "-o", "a.csv")
    assert done.status == 2
    assert done.stderr == (
        "cpstats: a.csv cannot be written (Permission denied). "
        "Choose a folder that exists, may be written to and has room.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_full_disk_leaves_the_old_file_or_none(
    force: list[str], invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    if force:
        (tmp_path / "a.csv").write_text("old")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    done = invoke("list", "-o", "a.csv", *force)
    assert done.status == 2
    assert done.stderr == (
        "cpstats: a.csv cannot be written (No space left on device). "
        "Make room there, or choose a folder on another disk; nothing is left behind.\n"
    )
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="needs a device")  # noqa: PTH110
def test_a_device_is_written_to_and_not_replaced(invoke: Invoke) -> None:
    assert invoke("list", "-F", "csv", "-o", os.devnull, "--force").status == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116


def test_own_names_are_announced_and_quiet_silences_that(invoke: Invoke) -> None:
    own = b"indicator,ref_area,time_period,obs_value\nrobots,Lab,2024,5\n"
    words = ("show", "robots", "-p", "Lab", "--data", "-")
    done = invoke(*words, stdin=own)
    assert done.stderr.startswith("your own, not in the catalogue: indicator “robots”, place “Lab”")
    assert invoke(*words, "-q", stdin=own).stderr == ""
    assert invoke(*words, "--lang", "zh", stdin=own).stderr.startswith("目录之外、视为自有：")


def test_no_sign_of_the_data_moves_the_cursor_by_way_of_standard_error(
    invoke: Invoke, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    path.write_text(head + "x,N,2020,1\x1b[31m2\u202e,t\n", encoding="utf-8")
    done = invoke("show", "x", "--data", str(path))
    assert (done.status, "is not a number" in done.stderr) == (3, True)
    assert done.stderr.rstrip("\n").isprintable()


def test_plot_decides_whether_json_and_html_hold_figures_or_a_picture(
    invoke: Invoke, tmp_path: Path
) -> None:
    asked = ("share", "gdp", "--vs", "beijing", "--period", "2019..2022")
    for file, option, begins in (
        ("figures.json", (), '"schema": "cpstats/1"'),
        ("picture.json", ("--plot",), "vega.github.io/schema/vega-lite"),
        ("picture.txt", ("--plot",), "Gross domestic product"),
    ):
        done = invoke(*asked, *option, "-o", tmp_path / file)
        assert done.status == 0, done.stderr
        assert begins in (tmp_path / file).read_text("utf-8")[:200]
    assert invoke(*asked, "--plot", "--json").stdout == (tmp_path / "picture.json").read_text(
        "utf-8"
    )
    assert "⠒" in invoke(*asked, "--plot").stdout
    refused = invoke(*asked, "--plot", "-o", tmp_path / "figures.csv")
    assert (refused.status, "is no picture" in refused.stderr) == (2, True)


def test_plot_draws_indices_from_the_first_common_period_or_from_one_that_is_named(
    invoke: Invoke,
) -> None:
    asked = (
        "plot",
        "gdp",
        "-p",
        "beijing",
        "-p",
        "china",
        "--period",
        "2020..2024",
        "--lang",
        "en",
    )
    assert "2020=100" in invoke(*asked, "--index").stdout
    named = invoke(*asked, "--base", "2022").stdout
    assert "2022=100" in named
    assert invoke(*asked, "--index", "--base", "2022").stdout == named
    assert "=100" not in invoke(*asked).stdout
