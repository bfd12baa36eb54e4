"""A message is put into words where it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cpstats
from cpstats.errors import DataError
from cpstats.message import Message, cause, plain, sentences
from cpstats.model.period import Period, PeriodError


def test_a_message_has_its_parameters_in_both_languages() -> None:
    said = Message("no {} is called “{}”", "没有名为“{1}”的{0}", Message("place", "地区"), "{x}")
    assert said.to("en") == "no place is called “{x}”"
    assert said.to("zh") == "没有名为“{x}”的地区"


def test_several_words_are_divided_as_each_language_does() -> None:
    said = Message("Known: {}.", "可用：{}。", {"real": 1, "nominal": 2})
    assert (said.to("en"), said.to("zh")) == ("Known: real, nominal.", "可用：real、nominal。")


def test_sentences_follow_one_another_as_each_language_writes_them() -> None:
    one, two = Message("Split it.", "请拆分。"), Message("Or not.", "或不拆分。")
    assert sentences(one, None, two).to("en") == "Split it. Or not."
    assert sentences(one, None, two).to("zh") == "请拆分。或不拆分。"


def test_an_error_is_its_english_words_and_keeps_its_template() -> None:
    error = DataError(Message("the line has {} cells", "该行有{}格", 3), where="a.csv:2:1")
    assert str(error) == "a.csv:2:1: the line has 3 cells."
    assert isinstance(error.what, Message)
    assert error.what.values == (3,)


def test_what_is_wrong_with_a_form_is_a_message_within_the_message() -> None:
    with pytest.raises(PeriodError, match="its form is not known") as error:
        Period.parse("soon")
    said = Message("no period ({})", "不是时期（{}）", error.value.why)
    assert said.to("zh") == "不是时期（不认识这种写法）"


def test_a_name_reads_the_same_in_both_languages() -> None:
    assert plain("{a}").to("en") == plain("{a}").to("zh") == "{a}"


def test_no_template_counts_its_blanks_and_numbers_them() -> None:
    folder = Path(cpstats.__file__).parent
    texts = {path: path.read_text("utf-8") for path in folder.rglob("*.py")}
    both = re.compile(r'"[^"\n]*(?:\{\}[^"\n]*\{\d\}|\{\d\}[^"\n]*\{\})[^"\n]*"')
    found = [(p.name, said) for p, text in texts.items() for said in both.findall(text)]
    assert found == []  # `str.format` refuses {} and {1} in one text


def test_what_a_library_says_is_told_in_english_alone() -> None:
    said = Message("it cannot be read{}", "无法读取{}", cause(ValueError("{bad} start")))
    assert (said.to("en"), said.to("zh")) == ("it cannot be read ({bad} start)", "无法读取")
    full = Message("not written{}", "未写入{}", cause(OSError(28, "No space left on device")))
    assert full.to("en") == "not written (No space left on device)"
    assert full.to("zh") == "未写入（磁盘已满）"
