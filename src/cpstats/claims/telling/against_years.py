"""Words for comparisons with other years, and with another place."""

from __future__ import annotations

from cpstats.model.text import Text

ALSO = Text("; ", "；")
OPEN = Text(
    "comparison with other years whose period, place or indicator is not clear",
    "与其他年份的比较时期、地区或指标不明",
)
PART_OF_A_YEAR = Text(
    "comparison of a part of a year with all that were before", "以年内时段与以往各期相比"
)
NUMBER_OPEN = Text(
    "comparison with other years of a number that is not confirmed", "所比较的数本身未获证实"
)
PLACE_OPEN = Text(
    "comparison with another place of which the figures do not decide",
    "与其他地区的比较，数据不足以判断",
)
YEAR_OPEN = Text(
    "comparison with another year of which the figures do not decide",
    "与其他年份的比较，数据不足以判断",
)
LACKING = Text("comparison with years of which not all have figures", "所比较的年份数据不全")


def not_the_most(it: Text, *, up: bool) -> Text:
    """Return which year had more, or less."""
    most = (
        Text("it is not the highest: ", "并非最高：")
        if up
        else Text("it is not the lowest: ", "并非最低：")
    )
    return most + it


def the_most(first: int, *, up: bool) -> Text:
    """Return that no year of those known had more, or less."""
    return Text(
        f"no year from {first} was {'higher' if up else 'lower'}",
        f"{first}年以来没有更{'高' if up else '低'}的年份",
    )


def on_the_other_side(it: Text, *, up: bool) -> Text:
    """Return what the other place has, which is more, or less."""
    side = (
        Text("it is not above: ", "并不更高：") if up else Text("it is not below: ", "并不更低：")
    )
    return side + it


def beside(it: Text) -> Text:
    """Return what the other place has."""
    return Text("the other place has ", "对比地区为") + it


def not_even(it: Text) -> Text:
    """Return what the other place or year has, which is another number."""
    return Text("it is not level with it: ", "并不持平：") + it


def the_year_before(it: Text) -> Text:
    """Return what the year before had."""
    return Text("the year before had ", "上年为") + it


def the_other_year(it: Text) -> Text:
    """Return what the year had that is compared with."""
    return Text("the other year had ", "对比年份为") + it


def not_the_first(it: Text) -> Text:
    """Return which earlier year was there already."""
    return Text("it is not the first time: ", "并非首次：") + it


def the_first(first: int) -> Text:
    """Return that no earlier year was there."""
    return Text(f"the first time from {first}", f"{first}年以来首次")


def not_in_a_row(it: Text) -> Text:
    """Return which year went the other way."""
    return Text("not in a row: ", "并非连续：") + it


def in_a_row(first: int) -> Text:
    """Return that every year went that way."""
    return Text(f"in every year from {first}", f"{first}年起每年如此")
