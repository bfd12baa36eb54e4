"""Any three of an amount, the one before, their difference and its rate, of subjects that no catalogue knows."""

from __future__ import annotations

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

PACKAGE = open_package()


def faulty(text: str) -> bool:
    (document,) = check([of_sentence(text)], PACKAGE, Asked()).documents
    claims = document["claims"]
    return any(c["verdict"] == "inconsistent" for c in claims)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("农家乐由上年的360家增加到450家，增加{}家。", "90", "70"),
        ("花卉大棚从820座减少到760座，减少{}座。", "60", "160"),
        ("水库蓄水量15亿立方米，比上年同期的12亿立方米多{}亿立方米。", "3", "7"),
        ("步道总长达到240公里，比2020年的160公里增长{}%。", "50", "80"),
        ("陶瓷收入12.0亿元，同比增长{}%，上年为8.0亿元。", "50", "70"),
        ("共有影院36家，较上年增加6家，增长{}%。", "20", "16"),  # 6 / 30, not 6 / 36
        ("书店450家，比上年减少50家，下降{}%。", "10", "11.1"),  # 50 / 500
        ("税务部门完成5200万元，较上年同期增收400万元，同比增长{}%。", "8.3", "9.3"),  # 400 / 4800
        ("蜡染收入960万元，同比下降{}%，减收240万元。", "20", "25"),  # 240 / 1200
        ("图书馆读者与2010年的40万人相比，增加6万人，增长{}%。", "15", "13"),  # 6 / 40
        ("共有技师300人、高级技师120人，两者合计{}人。", "420", "480"),
        ("抽检样品6000批次，合格5880批次，合格率{}%。", "98", "99"),
        ("满意度排名从第21位升至第15位，提升{}位。", "6", "9"),
        ("失业人员占比由6.4%下降至5.1%，下降{}个百分点。", "1.3", "2.3"),  # a share that fell is above zero
        ("The rate of vacancy fell from 8.1 percent to 6.9 percent, down {} percentage points.", "1.2", "2.2"),
        ("The share of wind rose to 21.4 percent from 17.1 percent, up {} percentage points.", "4.3", "5.3"),
        ("Sales were 560 million euros, up {} million euros from 500 million euros.", "60", "90"),
        ("Cider output was 900 tons, {} percent more than the 720 tons of the year before.", "25", "45"),
        ("Imports of sisal fell to 36,000 tonnes from 48,000 tonnes, a decrease of {} percent.", "25", "35"),
        ("The fare went from 25 euros to 30 euros, rising {} percent.", "20", "40"),
    ],
)  # fmt: skip
def test_what_three_numbers_say_of_one_another(text: str, true: str, false: str) -> None:
    assert not faulty(text.format(true))
    assert faulty(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "全年固定资产投资120亿元，比上年增加5亿元，增长9%。",  # on a comparable scope
        "蜂蜜产量600吨，比上年增加50吨，比2020年增长40%。",  # another base
        "受理案件320件，办结288件，办结率95%。",  # of those that were due
        "幸福指数由第12位升到第8位，进入前20名。",
        "茶园由12万亩扩大到15万亩，新增茶企30家。",
    ],
)
def test_what_is_of_another_scope_or_base_is_not_recomputed(text: str) -> None:
    assert not faulty(text)
