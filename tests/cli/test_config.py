"""Flags win over the environment, that over cpstats.toml, that over the user's settings."""

from __future__ import annotations

import csv
import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_config_path

from cpstats.cli.config import KEYS, _user, with_defaults
from cpstats.cli.given import Options

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Done, Invoke

USER = "cpstats/cpstats.toml"
OWN = "indicator,ref_area,time_period,obs_value\ngdp,Lab,2024,5\n"


@pytest.fixture
def config_home(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's settings, elsewhere than the working folder."""
    folder = home / tmp_path.name
    folder.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    if sys.platform != "linux":
        pytest.skip("elsewhere the user's settings lie in another folder")
    (folder / "cpstats").mkdir()
    return folder


def areas(done: Done) -> set[str]:
    return {row["ref_area"] for row in csv.DictReader(StringIO(done.stdout))}


def test_the_default_place_is_changping(invoke: Invoke) -> None:
    assert areas(invoke("show", "gdp")) == {"110114"}


def test_the_settings_of_the_project_name_a_place(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "cpstats.toml").write_text('place = "haidian"\n')
    assert areas(invoke("show", "gdp")) == {"110108"}
    assert areas(invoke("show", "gdp", "-p", "beijing")) == {"110000"}


@pytest.mark.parametrize("folder", ["", " ", "/etc/own"])
def test_the_folder_of_the_user_is_that_of_platformdirs(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    assert _user() == user_config_path("cpstats") / "cpstats.toml"


def test_the_project_wins_over_the_user_and_lies_at_or_above_the_folder(
    invoke: Invoke, tmp_path: Path, config_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (config_home / USER).write_text('place = "chaoyang"\nformat = "tsv"\n')
    assert areas_of_tsv(invoke("show", "gdp")) == {"110105"}
    (tmp_path / "cpstats.toml").write_text('place = ["haidian", "fengtai"]\n')
    assert areas_of_tsv(invoke("show", "gdp")) == {"110108", "110106"}
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    options = with_defaults(Options(), below, {})
    assert (options.place, options.format) == (["haidian", "fengtai"], "tsv")


def areas_of_tsv(done: Done) -> set[str]:
    lines = csv.DictReader(StringIO(done.stdout), delimiter="\t")
    return {row["ref_area"] for row in lines}


def test_the_environment_wins_over_the_settings_and_the_flag_over_both(
    invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "cpstats.toml").write_text('lang = "zh"\n')
    words = ("show", "gdp", "-F", "plain")
    assert invoke(*words).stdout.startswith("地区生产总值")
    assert invoke(*words, CPSTATS_LANG="en").stdout.startswith("Gross")
    assert invoke(*words, "--lang", "zh", CPSTATS_LANG="en").stdout.startswith("地区生产总值")


def test_the_settings_win_over_the_locale(invoke: Invoke, tmp_path: Path) -> None:
    words = ("show", "gdp", "-F", "plain")
    assert invoke(*words, LANG="zh_CN.UTF-8").stdout.startswith("地区生产总值")
    (tmp_path / "cpstats.toml").write_text('lang = "en"\n')
    assert invoke(*words, LANG="zh_CN.UTF-8").stdout.startswith("Gross")


def test_own_data_come_from_the_environment_with_blanks_in_the_path(
    invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "my data").mkdir()
    one, two = tmp_path / "my data" / "one file.csv", tmp_path / "two.csv"
    one.write_text(OWN)
    two.write_text(OWN.replace("Lab", "Hub"))
    assert areas(invoke("show", "gdp", CPSTATS_DATA=str(one))) == {"Lab"}
    assert areas(invoke("show", "gdp", CPSTATS_DATA=f"{one}:{two}")) == {"Lab", "Hub"}
    assert areas(invoke("show", "gdp", "--data", str(two), CPSTATS_DATA=str(one))) == {"Hub"}
    assert areas(invoke("show", "gdp", CPSTATS_DATA="")) == {"110114"}


def test_own_data_of_the_settings_lie_beside_them(
    invoke: Invoke, tmp_path: Path, config_home: Path
) -> None:
    (config_home / "cpstats" / "own.csv").write_text(OWN)
    (config_home / USER).write_text('data = "own.csv"\n')
    assert areas(invoke("show", "gdp")) == {"Lab"}


def test_a_flag_turns_the_built_in_data_on_again(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN)
    (tmp_path / "cpstats.toml").write_text('builtin = false\ndata = "own.csv"\n')
    words = ("list", "places")
    assert len(invoke(*words).stdout.splitlines()) == 2
    assert len(invoke(*words, "--builtin").stdout.splitlines()) > 10


def test_every_setting_is_an_option_and_is_taken(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "cpstats.toml").write_text(
        'place = "changping"\nvs = "haidian"\ndata = []\nlang = "zh"\nformat = "plain"\n'
        'digits = 3\nvintage = "first"\nbuiltin = true\nno_color = true\n'
    )
    done = invoke("compare", "gdp", "--period", "2024")
    assert done.status == 0
    assert done.stdout.startswith("地区生产总值 · 昌平区与海淀区对比\n")
    assert "1,811.900" in done.stdout
    options = with_defaults(Options(), tmp_path, {})
    assert {key: getattr(options, key) for key in KEYS} == {
        "place": ["changping"],
        "vs": "haidian",
        "data": [],
        "lang": "zh",
        "format": "plain",
        "digits": 3,
        "vintage": "first",
        "builtin": True,
        "no_color": True,
    }


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (("-o", "out.csv"), "indicator,ref_area"),
        (("-o", "out.md"), "##"),
        (("-o", "out.dat"), '{"schema"'),  # a suffix of nothing says nothing
        (("-o", "out.csv", "-F", "csv"), "indicator,ref_area"),
    ],
)
def test_a_format_of_the_settings_yields_to_the_suffix_of_the_file(
    words: tuple[str, ...], start: str, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "cpstats.toml").write_text('format = "json"\n')
    done = invoke("show", "gdp", "--period", "2022", "-q", *words)
    assert done.status == 0
    text = (tmp_path / words[1]).read_text("utf-8")
    assert "".join(text.split())[: len(start)] == start


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "place = beijing\n",
            (
                "this is not TOML (Invalid value (at line 1, column 9)). "
                'A line reads: place = "beijing".'
            ),
        ),
        (
            f"digits = {'9' * 5000}\n",
            (
                "this is not TOML (Exceeds the limit (4300 digits) for integer string conversion: "
                "value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit). "
                'A line reads: place = "beijing".'
            ),
        ),
        (
            'plcae = "beijing"\n',
            (
                "“plcae” is no setting. "
                "Known: place, vs, data, lang, format, digits, vintage, builtin, no_color."
            ),
        ),
        (
            "place = 3\n",
            (
                "the value of “place” cannot be used. "
                'Write place = "beijing" or ["changping", "haidian"].'
            ),
        ),
        (
            'place = ["beijing", 3]\n',
            (
                "the value of “place” cannot be used. "
                'Write place = "beijing" or ["changping", "haidian"].'
            ),
        ),
        (
            'vs = ""\n',
            'the value of “vs” cannot be used. Write vs = "beijing".',
        ),
        (
            'place = ["beijing", " "]\n',
            (
                "the value of “place” cannot be used. "
                'Write place = "beijing" or ["changping", "haidian"].'
            ),
        ),
        (
            "digits = true\n",
            ("the value of “digits” cannot be used. Write digits = a whole number from 0 to 12."),
        ),
        (
            "digits = 13\n",
            ("the value of “digits” cannot be used. Write digits = a whole number from 0 to 12."),
        ),
        (
            'lang = "fr"\n',
            'the value of “lang” cannot be used. Write lang = "zh" or "en".',
        ),
        (
            'builtin = "no"\n',
            "the value of “builtin” cannot be used. Write builtin = true or false.",
        ),
    ],
)
def test_a_wrong_setting_says_what_and_where(
    text: str, message: str, invoke: Invoke, tmp_path: Path
) -> None:
    path = tmp_path / "cpstats.toml"
    path.write_text(text)
    done = invoke("list")
    assert (done.status, done.stdout) == (3, "")
    assert done.stderr == f"cpstats: {path}: {message}\n"


def test_settings_that_are_not_text_are_an_error(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "cpstats.toml").write_bytes(b'place = "\xff"\n')
    done = invoke("list")
    assert done.status == 3
    assert "cpstats.toml: this is not TOML ('utf-8' codec can't decode byte 0xff" in done.stderr


def test_the_version_needs_no_settings(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "cpstats.toml").write_text("broken")
    assert invoke("--version").status == 0
