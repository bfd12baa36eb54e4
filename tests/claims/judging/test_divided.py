"""Totals and their parts across rates and sentences, shares of one total, what was done of a goal."""

from __future__ import annotations

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

FALSE = [
    "全年粮食总产量20.72万吨，增长0.1%。其中，夏粮产量5.53万吨，增长1.1%；秋粮产量17.19万吨。",  # 22.72
    "民营经济增加值90.5亿元，增长8.4%。其中，第一产业增加值10.2亿元，增长2%；第二产业增加值50.1亿元；第三产业增加值40.2亿元。",  # 100.5
    "1-4月收入累计完成24600万元。其中：税收8100万元，增长1%；非税收入17500万元，下降2%。",  # 25,600
    "户籍人口11.2万人，其中城镇人口5.5万人，增长1%，乡村人口6.7万人，下降1%。",  # 12.2
    "少年组人口20.2万人，占28.1%；青年组人口40.2万人，占53.9%；老年组人口14.2万人，占19.0%。",  # 20.2 of 74.6
    "1-4月，收入完成24600万元，为年初预算61000万元的44.4%。",  # 40.3
    "农林牧渔业总产值50.0亿元。其中：农业产值29.0亿元，林业产值1.0亿元，牧业产值28.0亿元，渔业产值1.5亿元，服务业产值0.5亿元。",
]
TRUE = [
    "全年粮食总产量20.72万吨，增长0.1%。其中，夏粮产量3.53万吨，增长1.1%；秋粮产量17.19万吨。",
    "全年粮食总产量20.72万吨，增长0.1%。其中，夏粮产量3.53万吨，增长1.1%；秋粮产量12.19万吨。",  # others
    "零售额655.9亿元，增长6.2%，其中大单位零售额112.5亿元。其中，城镇515.4亿元，增长6.3%；乡村140.5亿元。",
    "收入67900万元。其中：地方收入51600万元，增长1%；上划中央收入12100万元；上划省级收入4200万元。",
    "人均收入39218元，增长5%。其中，城镇51821元，增长4%；农村21691元，增长6%。",
    "职工6.5万人，增长1%。上年出口20亿元。其中，男性4.5万人，增长1%；女性4.0万人。",
    "少年组人口20.2万人，占27.1%；青年组人口40.2万人，占53.9%；老年组人口14.2万人，占19.0%。",
    "甲组20.2万人，占27.1%；乙组40.2万人，占53.9%；丙组有学生1.2万人，占50.0%。",  # of that group
    "出口额12.31亿元，增长2%。其中，过夜8.16亿元，增长1%；一日游4.16亿元，增长3%。",  # 12.32, rounded one by one
    "1-4月，收入完成24600万元，为年初预算61000万元的40.3%。",
]
PACKAGE = open_package()


def accused(text: str) -> list[str]:
    records = check([of_sentence(text)], PACKAGE, Asked()).records
    return [str(r["surface"]) for r in records if r["verdict"] == "inconsistent"]


@pytest.mark.parametrize("text", FALSE)
def test_what_does_not_add_up_is_found(text: str) -> None:
    assert accused(text)


@pytest.mark.parametrize("text", TRUE)
def test_what_adds_up_or_may_is_not(text: str) -> None:
    assert accused(text) == []
