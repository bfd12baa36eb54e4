from __future__ import annotations

import pytest

from cpstats.claims.chinese.begun import begun

NAMES = {
    "小学专任教师": "teachers",
    "银行存款余额": "deposits",
    "银行贷款余额": "loans",
    "收入": "",
}


@pytest.mark.parametrize(
    ("bare", "last", "words", "name"),
    [
        ("专任教师", "小学", "专任教师", "小学专任教师"),
        ("专任教师", "幼儿园", "专任教师", None),
        ("贷款", "银行存款余额", "贷款余额", "银行贷款余额"),
        ("专任教师", "小学", "每百名学生拥有专任教师", None),  # a ratio
        ("各级各类学校小学专任教师", "", "各级各类学校小学专任教师", "小学专任教师"),
        ("收入", "银行", "收入", None),  # known, but of no indicator
    ],
)
def test_a_noun_ends_the_name_that_the_one_before_it_began(
    bare: str, last: str, words: str, name: str | None
) -> None:
    assert begun(bare, last, words, NAMES) == name
