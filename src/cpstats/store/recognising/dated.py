"""A label that begins with its period: `2021年工坊产值(亿元)`, `2023年增速(%)`."""

from __future__ import annotations

import re

DATED = re.compile(
    r"(?P<when>(?:19|20)\d\d(?=年[末底])|(?:19|20)\d\d年(?:1-\d{1,2}月份?|\d{1,2}月份?|[上下]半年|第?[一二三四]季度|前三季度)?)"
    r"(?P<what>(?:年[末底])?[\u4e00-\u9fff].*)"
)
# years that are a base, a beginning or an end: 2020年不变价, 2010年=100, 2015年以来, 2015年至2020年
NO_PERIOD = re.compile(r"不变价|可比价|价|基期|为|以|至|到|及|和|与|起|初|前|后|的|比")


def dated(label: str) -> tuple[str, str]:
    """Return the period that a label begins with, and the rest; empty where it does not.

    >>> dated("2021年工坊产值(亿元)"), dated("2023年末常住人口"), dated("2020年不变价产值")
    (('2021年', '工坊产值(亿元)'), ('2023', '年末常住人口'), ('', '2020年不变价产值'))
    """
    found = DATED.fullmatch(label)
    if found is None or NO_PERIOD.match(found["what"]):
        return "", label
    return found["when"], found["what"]
