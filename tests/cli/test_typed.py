"""What people type is understood, or answered with the line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from typer.main import get_command

from cpstats.cli import mounted, registry
from cpstats.cli.arguments import understood
from cpstats.cli.options import VALUED
from cpstats.cli.proposal import COMMANDS as CALLED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

COMMANDS: dict[str, Any] = get_command(mounted.build()).commands  # type: ignore[attr-defined]
LONG = "x" * 300


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_value_of_any_option_is_an_error(command: str, invoke: Invoke) -> None:
    options = [p for p in COMMANDS[command].params if p.param_type_name == "option"]
    flags = [flag for p in options if not p.is_flag for flag in p.opts]
    assert {"--data", "--lang", "--digits"} <= set(flags)
    for flag in flags:
        done = invoke(command, flag, "")
        assert (done.status, done.stdout) == (2, ""), flag
        assert flag in done.stderr


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("show gdp -p beijing --from 2018", "show gdp -p beijing --period 2018.."),
        ("show gdp -p beijing --since=2018 --to 2020", "show gdp -p beijing --period 2018..2020"),
        ("rank gdp --among china --limit 3", "rank gdp --among china --top 3"),
        ("list indicators -p haidian", "info haidian"),
        ("info gdp -p beijing --period 2020", "show gdp -p beijing --period 2020"),
        ("import t.csv --place beijing", "import t.csv --area beijing"),
        ("import t.csv --period 2020", "import t.csv --when 2020"),
    ],
)
def test_an_option_that_means_nothing_to_a_command_is_refused_with_the_line_that_was_meant(
    typed: str, meant: str, invoke: Invoke, tmp_path: Path
) -> None:
    done = invoke(*typed.split())
    assert (done.status, done.stdout) == (2, "")
    assert f"Write: `cpstats {meant}`." in done.stderr


@pytest.mark.parametrize("command", ["diff", "init", "place", "selftest", "serve"])
def test_what_no_question_asks_takes_no_period(command: str, invoke: Invoke) -> None:
    done = invoke(command, "--as-of", "2020")  # it was dropped in silence
    assert done.status == 2
    assert "no such option: --as-of" in done.stderr


@pytest.mark.parametrize(
    "command",
    [n for n, c in COMMANDS.items() if any(p.param_type_name == "argument" for p in c.params)],
)
def test_an_argument_without_a_letter_is_an_error(command: str, invoke: Invoke) -> None:
    done = invoke(command, " ")
    assert done.status == 2
    assert " is empty. Write at least one letter." in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        ("--period", "2019", "--period=2021"),
        ("-F", "json", "--format", "csv"),
        ("--builtin", "--no-builtin"),
        ("--digits", "1", "--digits", "1"),
    ],
)
def test_an_option_that_takes_one_value_is_not_given_two(
    typed: tuple[str, ...], invoke: Invoke
) -> None:
    done = invoke("show", "gdp", *typed)
    assert (done.status, done.stdout) == (2, "")
    assert "is given more than once. It takes one value: leave the others out." in done.stderr
    chinese = invoke("show", "gdp", *typed, "--lang", "zh").stderr
    assert "写了不止一次。只取一个值，请删去其余。" in chinese


def test_places_and_a_switch_may_be_repeated(invoke: Invoke) -> None:
    done = invoke(
        "show", "gdp", "-q", "-q", "-p", "beijing", "--place", "china", "--period", "2020"
    )
    assert done.status == 0
    assert {line.split(",")[1] for line in done.stdout.splitlines()[1:]} == {"110000", "100000"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["-p", "tianjin", "rank", "gdp"], ["rank", "-p", "tianjin", "gdp"]),
        (["--among", "beijing", "rank", "gdp"], ["rank", "--among", "beijing", "gdp"]),
        (["--lang", "zh", "help", "show"], ["show", "--help"]),
        (["help"], ["--help"]),
        (["--lang", "zh", "--help"], ["--help"]),
        (["show", "“gdp”", "--period", "‘2022’"], ["show", "gdp", "--period", "2022"]),
        (["search", "“per", "capita", "gdp”"], ["search", "per capita gdp"]),
        (["show", "gdp", "——period", "2022"], ["show", "gdp", "--period", "2022"]),
        (["show", "gdp", "–period", "2022"], ["show", "gdp", "--period", "2022"]),
        (["show", "gdp", "－p", "北京"], ["show", "gdp", "-p", "北京"]),
        (["show", "－－ｐｅｒｉｏｄ＝“2022”"], ["show", "--period=2022"]),
        # what is right stays as it is
        (["check", "“十四五”时期，昌平区“两个翻番”"], ["check", "“十四五”时期，昌平区“两个翻番”"]),
        (["show", "--place=北京", "-p", "—"], ["show", "--place=北京", "-p", "—"]),
        (["check", "–1.2% in 2023"], ["check", "–1.2% in 2023"]),
        (["show", "“"], ["show", "“"]),
        (["--version"], ["--version"]),
    ],
)
def test_pasted_signs_and_other_orders_are_understood(typed: list[str], meant: list[str]) -> None:
    assert understood(typed, registry.names(), VALUED) == meant


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["compare", "gdp", "beijing"], "cpstats compare gdp --vs beijing"),
        (["show", "gdp_per_capita", "北京"], "cpstats show gdp_per_capita -p 北京"),
        (
            ["growth", "gdp", "beijing", "2020..2024"],
            "cpstats growth gdp -p beijing --period 2020..2024",
        ),
        (["budget_revenue"], "cpstats show budget_revenue"),
        (["gdp", "Beijing", "2022"], "cpstats show gdp -p Beijing --period 2022"),
        (["show gdp"], "cpstats show gdp"),
        (["排名", "gdp", "--among", "beijing"], "cpstats rank gdp --among beijing"),
        (["rnak", "gdp", "--among", "beijing"], "cpstats rank gdp --among beijing"),
        (["show", "gdp", "--year", "2022"], "cpstats show gdp --period 2022"),
        (["show", "gdp", "--year=2022"], "cpstats show gdp --period 2022"),
        (["show", "gdp", "--region", "beijing"], "cpstats show gdp --place beijing"),
        (["show", "gdp", "--perod", "2022"], "cpstats show gdp --period 2022"),
        (["show", "gdp", "--csv"], "cpstats show gdp --format csv"),
        (["show", "gdp", "--chinese"], "cpstats show gdp --lang zh"),
    ],
)
def test_the_line_to_type_is_named_and_works(typed: list[str], line: str, invoke: Invoke) -> None:
    done = invoke(*typed)
    assert (done.status, done.stdout) == (2, "")
    assert f"Write: `{line}`." in done.stderr
    assert invoke(*line.split()[1:]).status == 0


@pytest.mark.parametrize(
    "typed",
    [
        ["gdp", "1850"],  # no figure is so old
        ["show", "gdp", "nowhere"],
        ["compare", "gdp", "beijing", "--vs", "beijing"],
        ["show", "gdp", "--year", "soon"],
    ],
)
def test_a_line_that_does_not_work_is_not_proposed(typed: list[str], invoke: Invoke) -> None:
    done = invoke(*typed)
    assert done.status == 2
    assert "Write: `" not in done.stderr


def test_a_line_that_writes_is_not_tried(invoke: Invoke, tmp_path: Any) -> None:
    done = invoke("导入", "figures.csv", "-o", "mine", "--lang", "zh")
    assert "请写：`cpstats import figures.csv -o mine --lang zh`。" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_commands_are_called_names_commands() -> None:
    assert set(CALLED) == set(registry.names())


def test_several_places_and_indicators_may_stand_between_commas(invoke: Invoke) -> None:
    one = invoke("show", "gdp,resident_population", "-p", "beijing，haidian", "--period", "2022")
    two = invoke(
        "show", "gdp", "resident_population", "-p", "beijing", "-p", "haidian", "--period", "2022"
    )
    assert one.status == 0
    assert one.stdout == two.stdout


@pytest.mark.parametrize(
    ("called", "name"), [("excel", "xlsx"), ("Markdown", "md"), ("txt", "plain")]
)
def test_a_format_is_known_by_what_people_call_it(called: str, name: str, invoke: Invoke) -> None:
    line = ["show", "gdp", "--period", "2022", "--format"]
    wanted, done = invoke(*line, name), invoke(*line, called)
    assert done.status == 0
    assert done.content[:60] == wanted.content[:60]  # a workbook has the time in it


def test_standard_output_may_be_named_by_its_path(invoke: Invoke) -> None:
    line = ["show", "gdp", "--period", "2022"]
    assert invoke(*line, "-o", "/dev/stdout").stdout == invoke(*line).stdout


@pytest.mark.parametrize("words", ["per capita gdp", "Capita GDP", "GDP 人均"])
def test_a_search_finds_words_in_any_order(words: str, invoke: Invoke) -> None:
    assert "gdp_per_capita" in invoke("search", words).stdout


@pytest.mark.parametrize(
    "typed",
    [
        [LONG],
        ["show", LONG],
        ["show", "gdp", "-p", LONG],
        ["show", "gdp", "--period", LONG],
        ["show", "gdp", "--data", LONG],
        ["show", "gdp", "--format", LONG],
        ["show", "gdp", "--vintage", LONG],
        ["show", "gdp", "--lang", LONG],
        ["show", "gdp", "-o", f"{LONG}.csv"],
        ["show", "gdp", f"--{LONG}"],
        ["import", LONG],
        ["diff", LONG, "builtin"],
        ["init", LONG],
        ["validate", LONG],
    ],
)
def test_a_name_of_300_signs_is_refused_in_a_few_words(typed: list[str], invoke: Invoke) -> None:
    done = invoke(*typed)
    read = typed[0] in ("import", "validate") or "--data" in typed
    assert done.status == (3 if read else 2)
    assert LONG not in done.stderr
    assert "xxxx…xxxx" in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        ["\udcff"],
        ["show", "\udcff"],
        ["check", "GDP \udcff 5.2%"],
        ["show", "gdp", "-o", "\udcff.csv"],
    ],
)
def test_an_argument_that_is_not_utf_8_is_refused(typed: list[str], invoke: Invoke) -> None:
    done = invoke(*typed)
    assert done.status == 2
    assert "is not written in UTF-8" in done.stderr


def test_columns_that_are_no_number_are_no_width(invoke: Invoke) -> None:
    assert invoke("--help", COLUMNS="²").status == 0
    assert invoke("show", "gdp", "--format", "table", COLUMNS="9" * 5000).status == 0


def test_a_name_of_several_places_is_that_with_figures_and_that_is_said(
    invoke: Invoke, tmp_path: Path
) -> None:
    # the register's 城关区: 540102 in 拉萨市 and 620102 in 兰州市
    head = "indicator,ref_area,time_period,measure,obs_value,unit\n"
    (tmp_path / "one.csv").write_text(head + "gdp,620102,2021,level,1100,亿元\n")
    done = invoke("show", "gdp", "-p", "城关区", "--data", tmp_path / "one.csv", CPSTATS_LANG="en")
    assert done.status == 0
    assert (
        "“城关区”: taken for 620102 Chengguan District (Lanzhou), the only one with" in done.stderr
    )
    assert "; not 540102 Chengguan District (Lhasa)" in done.stderr
    (tmp_path / "two.csv").write_text(
        head + "gdp,620102,2021,level,1100,亿元\ngdp,540102,2021,level,300,亿元\n"
    )
    done = invoke("show", "gdp", "-p", "城关区", "--data", tmp_path / "two.csv", CPSTATS_LANG="en")
    assert done.status == 2
    assert "620102" in done.stderr
    assert "540102" in done.stderr
    done = invoke("show", "gdp", "-p", "620102", "--data", tmp_path / "one.csv", CPSTATS_LANG="en")
    assert "taken for" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "last"),  # of the register: renamed 1999 and 1998, with another code each
    [("昌平县", "1998"), ("110221", "1998"), ("顺义县", "1997")],
)
def test_a_former_name_is_said_to_be_one(invoke: Invoke, typed: str, last: str) -> None:
    done = invoke("show", "gdp", "-p", typed, CPSTATS_LANG="en")
    assert f"“{typed}” (until {last}) is 1101" in done.stderr
    done = invoke("show", "gdp", "-p", typed, CPSTATS_LANG="zh")
    assert f"“{typed}”（至{last}年）即1101" in done.stderr
    assert "until" not in invoke("show", "gdp", "-p", "昌平区", CPSTATS_LANG="en").stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("elasticity", "gdp"), "Write: `cpstats derive elasticity …`"),
        (("Per-Head", "gdp"), "Write: `cpstats derive per_head …`"),
        (("version",), "Write: `cpstats --version`."),
        (("shwo", "gdp", "-p", "haidian"), "Write: `cpstats show gdp -p haidian`."),
    ],
)
def test_a_word_that_is_no_command_is_answered_with_where_it_stands(
    typed: tuple[str, ...], said: str, invoke: Invoke
) -> None:
    done = invoke(*typed)
    assert (done.status, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_command_that_is_only_a_little_alike_is_not_proposed_as_a_line(invoke: Invoke) -> None:
    assert "Write:" not in invoke("testimony", "gdp").stderr
