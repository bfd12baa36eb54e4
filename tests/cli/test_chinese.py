"""Whatever the program says of errors and files is there in both languages."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Invoke

SOURCE = Path(__file__).parents[2] / "src" / "cpstats"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b(a|an|and|the|of|or|is|are|in|to|with|no|not)\b")
CODE = re.compile(r"`[^`]*`|--[a-z-]+( [A-Z]+)?|<[^>]*>")
ERRORS = {"UsageError", "DataError", "NoAnswerError", "PeriodError", "UnitError", "QuantityError"}
SAME = {"", "{}", "{}: {}"}  # the words are those of a parameter


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node, name


def messages() -> Iterator[tuple[str, str, str, int]]:
    """Yield each template in both languages, and how many parameters it has."""
    for where, node, name in calls():
        texts = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
        if name == "Message" and len(texts) == 2:
            starred = any(isinstance(a, ast.Starred) for a in node.args)
            yield where, str(texts[0]), str(texts[1]), -1 if starred else len(node.args) - 2


def blanks(template: str) -> int:
    return sum(1 for _, name, _, _ in string.Formatter().parse(template) if name is not None)


MESSAGES = list(messages())


def test_many_messages_are_looked_at() -> None:
    assert len(MESSAGES) > 300


def test_a_message_is_whole_in_both_languages() -> None:
    assert [(where, why) for where, *said in MESSAGES for why in wrong(*said)] == []


def wrong(en: str, zh: str, values: int) -> Iterator[str]:
    if blanks(en) != blanks(zh) or values not in (-1, 0, blanks(en)):
        yield "the blanks differ"
    if CHINESE.search(re.sub("“[^”]*”|十四五|亿元|万元|万人", "", en)):
        yield "Chinese in English"
    if en in SAME or en == zh:
        return
    words = re.search("[a-z]", en) and zh != "{}；{}"  # a template of marks has none
    if not CHINESE.search(zh) and words:
        yield "no Chinese"
    if ENGLISH.search(CODE.sub("", zh)):
        yield "English in Chinese"
    if en.endswith(".") and not zh.endswith("。"):
        yield "the sentence does not end"


def test_every_error_is_raised_with_a_message() -> None:
    """What mypy cannot see: a sentence written out as a string, or formatted before its time."""
    for where, node, name in calls():
        if name in ERRORS:
            given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "mend")]
            assert not any(isinstance(part, ast.JoinedStr) for part in given), where
            assert not any(
                isinstance(part, ast.Constant) and isinstance(part.value, str) for part in given
            ), where


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "show gpd",
            "没有名为“gpd”的指标。相近的有：gdp、gdp_per_capita、gdp_target。`cpstats list` 列出全部。",
        ),
        (
            "show gdp --period soon",
            "“soon”不是时期（不认识这种写法）。请写 2024、2018..2024、2020..、2010,2015,2020、2024-H1 或十四五。",
        ),
        (
            "shwo gdp",
            "没有名为“shwo”的命令。请写：`cpstats show gdp`。相近的有：show、share、search。",
        ),
        (
            "show gdp --nowhere",
            "没有选项 --nowhere。相近的有：--where、--force。`cpstats show --help` 列出选项。",
        ),
        ("show gdp --data nowhere.csv", "nowhere.csv: 没有这个文件。请检查文件名和文件夹。"),
        (
            "target gdp --by 2030",
            "目标须为 --reach、--times、--average 之一。例如：`cpstats target gdp -p beijing --times 2 --from 2020 --by 2035`。",
        ),
        ("search qqqq", "没有名为“qqqq”的内容。`cpstats list` 列出全部。"),
    ],
)
def test_an_error_is_said_in_the_readers_language(line: str, message: str, invoke: Invoke) -> None:
    done = invoke(*line.split(), LANG="zh_CN.UTF-8")
    assert done.stderr.splitlines()[-1] == f"cpstats: {message}"
    assert done.stdout == ""


def test_a_fault_in_a_cell_names_its_column_and_its_place(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("indicator,ref_area,time_period,obs_value\ngdp,110114,2022,x\n")
    done = invoke("show", "gdp", "--data", "t.csv", "--lang", "zh")
    assert done.stderr == (
        "cpstats: t.csv:2:17: obs_value：“x”不是数字。请写数字，最多一个小数点；没有数据时删去该行。\n"
    )


def test_what_is_the_users_own_is_announced_in_chinese(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("indicator,ref_area,time_period,obs_value\nsales,X,2022,1\n")
    done = invoke("show", "sales", "--data", "t.csv", "--lang", "zh")
    assert done.stderr == "目录之外、视为自有：指标“sales”、地区“X”\n"


def test_the_reader_of_chinese_reads_it_on_standard_error(invoke: Invoke) -> None:
    text = "指标：地区生产总值(亿元)\n地区,2022年\n河北省,42370.4\n"
    done = invoke("show", "gdp", "--no-builtin", "--data", "-", "--lang", "zh", stdin=text.encode())
    assert done.stderr.splitlines() == [
        "standard input: UTF-8，逗号分隔；标题1行，表头在第2行；地区在第1列；注释0行",
        "standard input: 数据1个，地区1个，指标1个，2022 至 2022",
    ]


def test_a_figure_that_is_refused_is_refused_in_chinese(invoke: Invoke, tmp_path: Path) -> None:
    assert invoke("init", "mine", "-q").status == 0
    add = ["add", "gdp", "昌平", "2025"]
    assert invoke(*add, "1853.2亿元", "--source", "a", "--data", "mine").status == 0
    done = invoke(*add, "18532亿元", "--source", "b", "--data", "mine", "--lang", "zh")
    assert done.status == 3
    assert "该格已有数据：已有1853.2 亿元（a），新数为18532 亿元" in done.stderr
    assert done.stderr.endswith("若为修订，请用 --revise 写入新数。\n")


def test_a_table_of_own_figures_has_no_english_word_in_chinese(
    invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(
        "indicator,ref_area,time_period,obs_value\n甲,乙,2021,10\n甲,乙,2022,11\n"
    )
    done = invoke("show", "甲", "--data", "t.csv", "--lang", "zh", "--format", "plain")
    assert done.status == 0
    assert "自有" in done.stdout
    assert "own" not in done.stdout
