"""The program: help in both languages, examples that run, errors that say how to mend them."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcswidth

import cpstats as package
from cpstats.cli import mounted, registry
from cpstats.cli.output import formats

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Golden
    from tests.cli.conftest import Invoke

COMMANDS = registry.names()
MODULES = {name: registry.module_of(name) for name in COMMANDS}
EXAMPLES = [
    *mounted.EXAMPLES,
    *(line for name, m in MODULES.items() if name != "serve" for line in m.EXAMPLES),
]  # `serve` does not end by itself: tests/cli/test_serve.py


def test_the_commands_stand_in_the_order_of_their_use() -> None:
    assert registry.in_order()[:6] == ("list", "search", "info", "show", "compare", "growth")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_ends_with_its_three_examples(
    name: str, lang: str, invoke: Invoke
) -> None:
    done = invoke(name, "--help", "--lang", lang)
    assert (done.status, done.stderr) == (0, "")
    word = "Examples" if lang == "en" else "示例"
    assert done.stdout.splitlines()[-4:] == [word, *(f"  $ {e}" for e in MODULES[name].EXAMPLES)]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_short_flag_shows_the_same_page(name: str, invoke: Invoke) -> None:
    words = [name] if name else []
    short, long = invoke(*words, "-h"), invoke(*words, "--help")
    assert short == long
    assert long.status == 0


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_whole_in_one_language_and_never_wider_than_the_terminal(
    name: str, lang: str, invoke: Invoke
) -> None:
    for columns in (60, 80, 120):
        page = invoke(name, "-h", "--lang", lang, COLUMNS=str(columns)).stdout
        body = page.rsplit("\n\n", 1)[0]  # an example stays whole, so that it can be copied
        assert max(wcswidth(line) for line in body.splitlines()) <= min(columns, 100)
        assert "…" not in page
    if lang == "zh":
        assert "Usage" not in page
        assert "Show this" not in page


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["", "show", "growth"])
def test_a_help_page_looks_like_this(name: str, lang: str, invoke: Invoke, golden: Golden) -> None:
    words = [name] if name else []
    golden(f"help-{name or 'program'}-{lang}", invoke(*words, "-h", CPSTATS_LANG=lang).stdout)


def test_help_has_the_language_of_the_settings(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "cpstats.toml").write_text('lang = "zh"\n')
    assert invoke("show", "-h").stdout.startswith("用法: cpstats show")
    assert invoke("show", "-h", "--lang", "en").stdout.startswith("Usage: cpstats show")
    (tmp_path / "cpstats.toml").write_text("this is no TOML")
    assert invoke("show", "-h").stdout.startswith("Usage: cpstats show")


def test_without_a_command_the_commands_are_listed(invoke: Invoke) -> None:
    done = invoke()
    assert done.status == 2
    assert done.stdout == invoke("-h").stdout


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_of_the_help_has_an_answer(line: str, invoke: Invoke, tmp_path: Path) -> None:
    program, *words = shlex.split(line)
    (tmp_path / "data.csv").write_text(
        "指标：粮食产量(万吨)\n地区,2024年\n河北省,2\n", encoding="gb18030"
    )
    (tmp_path / "table.csv").write_text("指标,2024年\n粮食产量(万吨),5\n棉花产量(万吨),2\n")
    cells = [
        f"gdp,{p},{y},{v}"
        for p, y, v in (("00000", 2020, 9), ("00000", 2021, 10), ("01001", 2021, 2))
    ]
    (tmp_path / "panel.csv").write_text("\n".join(["indicator,fips,year,val", *cells]) + "\n")
    if "mydata" in words[1:] and words[0] != "import":
        invoke("import", "data.csv", "-o", "mydata")
    done = invoke(*words)
    assert (program, done.status) == ("cpstats", 0)
    assert len(done.stdout.splitlines()) > 1 or "-o" in words


def test_the_version_names_program_and_data(invoke: Invoke, root: Path) -> None:
    data = json.loads((root / "data/datapackage.json").read_text("utf-8"))["version"]
    for words in (["--version"], ["--version", "show", "gdp"]):
        done = invoke(*words)
        assert done.stdout == f"cpstats {package.__version__} (data {data})\n"
        assert (done.status, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        (
            "show gpd",
            2,
            (
                "no indicator is called “gpd”. Nearest: gdp, gdp_per_capita, gdp_target. "
                "`cpstats list` shows all."
            ),
        ),
        (
            "show 地区生产总之",
            2,
            (
                "no indicator is called “地区生产总之”. Nearest: gdp, gdp_per_capita, gdp_target. "
                "`cpstats list` shows all."
            ),
        ),
        (
            "show gdp -p chanping",
            2,
            (
                "no place is called “chanping”. Nearest: Changping, Chongqing, Yanqing. "
                "`cpstats list places` shows all."
            ),
        ),
        (
            "compare gdp --vs beijin",
            2,
            (
                "no place is called “beijin”. Nearest: Beijing, Tianjin, Zhejiang. "
                "`cpstats list places` shows all."
            ),
        ),
        (
            "show gdp -p children:changping",
            2,
            (
                "no place lies under “Changping”. A package says what a place belongs to, in its "
                "places.csv: cpstats place NAME --parent PLACE."
            ),
        ),
        ("show", 2, "no indicator was named. For example: `cpstats show gdp`."),
        (
            "shwo gdp",
            2,
            "there is no command “shwo”. Write: `cpstats show gdp`. Nearest: show, share, search.",
        ),
        (
            "show gdp --plce beijing",
            2,
            (
                "no such option: --plce. Write: `cpstats show gdp --place beijing`. "
                "`cpstats show --help` shows the options."
            ),
        ),
        (
            "show gdp --freq weekly",
            2,
            "--freq does not know “weekly”. Known: annual, half, quarter, month, ytd, all.",
        ),
        (
            "growth gdp --basis realistic",
            2,
            "--basis does not know “realistic”. Known: real, nominal.",
        ),
        (
            "list everything",
            2,
            "list does not know “everything”. Known: indicators, places, sources.",
        ),
        (
            "show gdp --period 20x",
            2,
            (
                "“20x” is no period (its form is not known). "
                "Write 2024, 2018..2024, 2020.., 2010,2015,2020, 2024-H1 or fyp14."
            ),
        ),
        (
            "show gdp --period 2024..2020",
            2,
            (
                "“2024..2020” is no period (it ends before it begins). "
                "Write 2024, 2018..2024, 2020.., 2010,2015,2020, 2024-H1 or fyp14."
            ),
        ),
        (
            "growth gdp --from 2020 --to soon",
            2,
            "“soon” is no period (its form is not known). Write 2024, 2024-H1, 2024-Q1 or 2024-08.",
        ),
        (
            "growth gdp --from 2020",
            2,
            "--from and --to go together. Or name the years: --period A..B.",
        ),
        ("show gdp --as-of yesterday", 2, "“yesterday” is no date. Write --as-of 2024-03-31."),
        ("show gdp --as-of 2024-02-31", 2, "“2024-02-31” is no date. Write --as-of 2024-03-31."),
        (
            "show gdp --vintage census9",
            2,
            "no vintage is called “census9”. Nearest: census5, census4, popcensus7.",
        ),
        (
            "show gdp --format exl",
            2,
            f"there is no format “exl”. Known: {', '.join(formats())}.",
        ),
        ("show gdp --lang fr", 2, "there is no language “fr”. Write --lang zh or --lang en."),
        (
            "show gdp --digits many",
            2,
            ("--digits takes a number from 0 to 12. `cpstats show --help` shows the options."),
        ),
        (
            "show gdp --digits 13",
            2,
            ("--digits takes a number from 0 to 12. `cpstats show --help` shows the options."),
        ),
        ("search", 2, "missing argument TEXT. `cpstats search --help` shows the options."),
        (
            "compare gdp -p beijing --vs beijing",
            2,
            "a place cannot be compared with itself. Name another --vs.",
        ),
        (
            "compare gdp -p china",
            2,
            (
                "these places have no common parent to be compared with. "
                "Name the benchmark: --vs PLACE."
            ),
        ),
        (
            "show gdp --data nowhere.csv",
            3,
            "nowhere.csv: there is no such file. Check the name and the folder.",
        ),
        ("search qqqq", 4, "nothing is called “qqqq”. `cpstats list` shows all."),
        (
            "show gdp --period 1850",
            4,
            "no figure answers this. `cpstats info INDICATOR` shows what there is.",
        ),
        (
            "growth gdp --from 2020 --to 2024 --basis nominal",
            4,
            "no figure answers this. `cpstats info INDICATOR` shows what there is.",
        ),
    ],
)
def test_an_error_says_what_where_and_how_to_mend_it(
    line: str, status: int, message: str, invoke: Invoke
) -> None:
    done = invoke(*line.split())
    assert done.stderr.splitlines()[-1] == f"cpstats: {message}"
    assert done.status == status
    assert "Traceback" not in done.stderr


def test_what_has_no_answer_says_so_in_chinese_too(invoke: Invoke) -> None:
    done = invoke("show", "gdp", "--period", "1850", "--lang", "zh")
    assert done.status == 4
    assert done.stderr.splitlines()[-1] == (
        "cpstats: 没有可用数据回答该问题。`cpstats info INDICATOR` 列出已有数据。"
    )


@pytest.mark.parametrize(("line", "status"), [("show gpd", 2), ("show gdp --data no.csv", 3)])
def test_debug_shows_the_traceback_and_keeps_the_exit_status(
    line: str, status: int, invoke: Invoke
) -> None:
    plain, debug = invoke(*line.split()), invoke(*line.split(), "--debug")
    assert "Traceback" not in plain.stderr
    assert debug.stderr.startswith("Traceback (most recent call last):\n")
    assert debug.stderr.endswith(plain.stderr)
    assert plain.status == debug.status == status


def test_a_fault_of_the_program_is_one_line(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr(MODULES["list"], "answer", broken)
    done = invoke("list")
    assert done.status == 70
    assert done.stderr == (
        "cpstats: a fault of the program itself (KeyError: 'gone'). "
        "Run it again with --debug and report what it prints.\n"
    )
    assert "in broken" in invoke("list", "--debug").stderr


@pytest.mark.parametrize(("name", "value"), [("累计法", "7.8255"), ("水平法", "4.8630")])
def test_a_method_may_be_named_in_chinese(name: str, value: str, invoke: Invoke) -> None:
    done = invoke(*f"growth gdp -p beijing --from 2020 --to 2024 --method {name}".split())
    # METHODS, sections 4 and 3: 7.8255 from the sums of levels, 4.863 from the announced rates
    assert f",{value}" in done.stdout


def test_info_takes_a_place_where_no_indicator_is_called_that(invoke: Invoke) -> None:
    done = invoke("info", "Haidian", "--format", "csv")
    header, first, *_ = done.stdout.splitlines()
    assert header == "indicator,ref_area,figures,first,last,sources"
    assert first.startswith("gdp,110108,")


def test_every_example_of_a_derived_figure_on_the_built_in_data_has_an_answer(
    invoke: Invoke,
) -> None:
    from cpstats.answers.derivation import load, names

    examples = [load(name).EXAMPLE for name in names()]
    built_in = [line for line in examples if "--data" not in line]
    assert len(built_in) >= 19
    for line in built_in:
        done = invoke(*line.split()[1:], "--format", "csv")
        assert (done.status, line) == (0, line)
