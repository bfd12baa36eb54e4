"""What is no statement about the world: goals, thresholds, names with a number in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.units import is_counted
from cpstats.model.pattern import pattern
from cpstats.model.unit import PERCENT

if TYPE_CHECKING:
    from cpstats.claims.terms.spot import Spot

_GOAL = pattern(
    r"(?:年初|年度|调整|批准的?|收支)预算(?:数|草案)?(?:为|是|安排)|(?:目标|指标)(?:任务)?(?:包括|是|为|:|如下|设定为?|定为|确定为?|安排)|预期性?(?:指标|目标)"
    r"|力争|争取(?=到|在|实现|达到?|完成|突破|保持|用|使|尽|年|早|新|今|明|\d)|预期(?!目标)(?:增长|达到|为)"
    r"|计划(?:到|实现|完成|新增|新建|建成|投资|安排)|规划到|确保|努力实现|将(?:达到?|实现|力争|新增|建成|超过|突破)"
    r"|要(?:达到|实现|力争)|(?:达到|实现|完成)[^,;。]{0,12}目标(?!(?:任务|计划)?的)"
)
_AIMED = pattern(
    r" ?(?:左右|以上|以内)?(?:的|这一)?(?:预期|年度|发展|增长|增速|调控|考核){0,2}目标"
)
_THRESHOLD = pattern(r" ?(?:及|或|含)?(?:以上|以下|以内)的?(?=[\u4e00-\u9fff])")
_SUPPOSED = pattern(  # what is only supposed, or said by others and denied
    r"(?:^|[,;。:\"])\s*(?:若(?!干|[看论按从与和以就])|如果|假如|假设|假定|倘若|要是)[^;。]*$"
    r"|(?:而不是|并不是|不是|并非|而非|绝非|网传|误传|谣传|谣言|有人说|有人称|号称)[^,;。]{0,20}$"
)
_SUPPOSING = pattern(
    "[若倘]|如果|假[如设定]|要是|不是|并非|而非|绝非|[网误谣]传|谣言|有人[说称]|号称"
)
_NAME = pattern(r'[^",;。]{0,12}"')
_STEPS = pattern(r"[十百千万]+[万亿]元?[^,;。]{0,3}台阶")
_TITLE = pattern(r"[\u4e00-\u9fff]{0,6}(?:行动|工程|计划|战略|战役|模式|[圈带])")
_REACHED = pattern(r"(?:突破|超过?|达到?|逾|近|约|迈上|跨越|首破|站上)了?$")
_DOERS = pattern(
    r"(?:以上|以下|以内)(?:投向|用于|来自|是|为|由|的(?:增长|增速)|集中|属于|达|在|实现)"
)
_VERB = pattern(
    r"(?:达到?|占比?|增长|保持|突破|超过|超|完成|实现|控制在|稳定在|为|至|到)(?:约|在)?$"
)


def goal_from(letters: str) -> int | None:
    """Return where a sentence begins to speak of goals, None where it does not.

    >>> goal_from("主要预期目标是:地区生产总值增长5%"), goal_from("地区生产总值增长5%")
    (6, None)
    """
    match = _GOAL.search(letters)
    return match.end() if match else None


_WAS_REACHED = pattern(
    r"(?:(?:达到|实现|完成)[^,;。]{0,12}|(?:[好高快低慢]于|超过|超出|不及|跑赢|符合)[^,;。]{0,28})目标$"
)


def was_reached(words: str) -> bool:
    """Return whether some words end in a goal that was reached or is compared with: what stands before is none.

    >>> was_reached("全年收入8亿元,完成年度目标"), was_reached("全年主要预期目标")
    (True, False)
    >>> was_reached("全年增长6.8%,好于年初确定的6.5%的目标")
    True
    """
    return _WAS_REACHED.search(words) is not None


_PLANNED = pattern(r"(?:目标|安排|任务|打算|展望|思路|部署|计划|举措|重点工作)")
_LOOKED_BACK = pattern(r"回顾|完成情况|总结|执行情况|成就|成效")


def is_heading(letters: str) -> bool:
    """Return whether a line is a heading: short, and no sentence."""
    return len(letters) <= 40 and not re.search(r"[,;。]", letters)


def of_goals(heading: str) -> bool:
    """Return whether a heading announces goals.

    >>> of_goals("二、2025年工作安排"), of_goals("一、2024年目标完成情况")
    (True, False)
    """
    return bool(_PLANNED.search(heading)) and not _LOOKED_BACK.search(heading)


def is_aimed_at(after: str) -> bool:
    """Return whether the words behind a number call it a goal.

    >>> is_aimed_at("左右的增长目标,兼顾了需要与可能"), is_aimed_at("以上,超过年度目标")
    (True, False)
    """
    return "目标" in after and _AIMED.match(after) is not None


_FORESEEN = pattern(r"(?:预计|预测|有望|料将|料为)[^,;。]*$")


def is_foreseen(letters: str, at: int) -> bool:
    """Return whether the clause before a number says that it is expected.

    >>> is_foreseen("预计全年增长5%", 6), is_foreseen("增速好于预计,增长5%", 8)
    (True, False)
    """
    return _FORESEEN.search(letters, max(0, at - 60), at) is not None


_LIMIT = pattern(r"(?:标准|限值|门槛|警戒线|合格线|及格线|上限|下限)\((?:即|为)?$")


def is_no_claim(spot: Spot, letters: str, *, quoted: bool = False) -> bool:
    """Return whether a quantity is a threshold, an age group, part of a name, supposed or denied.

    >>> from cpstats.claims.chinese.numbers import quantities
    >>> text = "58个投资总额1000万美元以上项目"
    >>> [is_no_claim(spot, text) for spot in quantities(text, [])]
    [False, True]
    """
    before, after = letters[max(0, spot.start - 12) : spot.start], letters[spot.end : spot.end + 16]
    begin = max(0, spot.start - 60)
    may = _SUPPOSING.search(letters, begin, spot.start)
    supposed = _SUPPOSED.search(letters, begin, spot.start) if may else None
    supposed = supposed or (_LIMIT.search(before) if "(" in before else None)
    asked = letters.rstrip('" \n').endswith("?")
    if (spot.loose and not _REACHED.search(before)) or supposed or asked:
        return True
    if quoted and _NAME.match(after) and not re.search(r"[,;。:]", before.rpartition('"')[2]):
        return True
    if spot.kind != "quantity" or spot.unit in (PERCENT, "成"):
        return False
    if spot.unit.endswith("岁") and re.search(r"\d{1,3}[-~至]$|岁[-~至]$", before):
        return True
    if ("台阶" in after and _STEPS.match(after)) or (
        not is_counted(spot.unit) and _TITLE.match(after)
    ):
        return True
    threshold = (
        "以" in after[:3] and _THRESHOLD.match(after) and not _DOERS.match(after.lstrip(" "))
    )
    return bool(threshold and not _VERB.search(before))
