from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpstats.claims.chinese import waiting
from cpstats.claims.chinese.tokens import Scanner

if TYPE_CHECKING:
    from tests.claims.conftest import Read, Shown

    from cpstats.claims.chinese.tokens import Token

TEXTS = (
    "全省固定资产投资平稳增长。\n分产业看，第一产业增长3.1%，第二产业增长6.4%。\n",
    "全省固定资产投资平稳增长。\n项目建设有序推进。分产业看，第一产业增长3.1%，第二产业增长6.4%。\n",
    "全市固定资产投资增长5%。项目建设有序推进。\n分产业看，第一产业增长3.1%。\n",
    "全市出口保持平稳。项目建设有序。增长4%。分产业看，第一产业增长3%，第二产业增长5%。\n",
    "全市出口保持平稳。\n项目建设有序。固定资产投资增长4%。\n分产业看，第一产业增长3%，第二产业增长5%。\n",
    "全市出口保持平稳。成为亮点。“两区”建设加快。增长4%，“两区”税收收入增长5%。\n",
    "青云谱区与上年持平。生产总值为80亿元。\n",
    "江苏省经济向好（浙江省（亦然。全省地区生产总值增长5%。\n",
    "江苏省经济向好。\n浙江省地区生产总值增长4%。全省出口平稳。\n全省地区生产总值增长5%。\n",
    "全市社会消费品零售总额平稳。市场繁荣活跃。增长4.2%。\n",
    "民营经济保持稳定。\n其中，第一产业增加值增长3%。\n",
    "江苏省统计局发布数据。\n经济运行平稳。\n全省地区生产总值增长5.0%。\n",
    "上海运行平稳。市场活跃。地区生产总值增长5.0%。\n",
    "2024年工作安排\n做好各项工作。\n地区生产总值增长5%。\n",
    "一季度，全市地区生产总值增长5%。\n分季度，投资平稳。\n外贸向好。\n出口增长6%。\n",
    "2023年，全市地区生产总值增长5%。项目落地以来，投资向好。\n外贸向好。\n出口增长6%。\n",
    "全市地区生产总值稳定。\n图1：走势\n增长5%。\n",
    "新华社南昌1月21日电 投资向好。\n增长5%。\n",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", [None, "110000", "360100"])
def test_what_is_said_does_not_depend_on_when_it_is_read(
    text: str, place: str | None, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read(text, place=place)
    monkeypatch.setattr(waiting, "may_wait", lambda *_: False)
    assert found == read(text, place=place)
    assert found


def test_what_nobody_has_read_is_divided_all_the_same(read: Read) -> None:
    claims = read(TEXTS[0])
    assert [c.indicator for c in claims] == [None, None]  # of investment, not of output


def test_only_what_a_number_takes_up_is_cut_into_words(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[str] = []
    whole = Scanner.cut

    def counted(self: Scanner, line: str, *found: Any) -> list[Token]:
        cut.append(line)
        return whole(self, line, *found)

    monkeypatch.setattr(Scanner, "cut", counted)
    prose = "".join(f"第{n}段说的是{n}号园区。\n".translate(_SIGNS) for n in range(200))
    read(f"{prose}投资向好。\n外贸繁荣。市场活跃，产业兴旺。增长5.17%。\n{prose}")
    assert sorted(cut) == ["增长5.17%。", "市场活跃,产业兴旺。"]  # what was spoken of last


_SIGNS = str.maketrans("0123456789第", "甲乙丙丁戊己庚辛壬癸那")


def test_a_change_on_the_period_before_holds_for_the_parts(shown: Shown) -> None:
    text = (
        "3月，居民消费价格环比持平。其中，农村下降0.1%。食品价格下降0.6%。1-3月，食品价格上涨1%。"
    )
    assert shown(text, "measure") == ["growth_on_period", "growth_on_period", "growth"]
