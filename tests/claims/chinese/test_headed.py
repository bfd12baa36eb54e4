"""Chinese pages beside an own table: places as headings, sums of places, 上月, and what was done more of. Figures made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

TOWNS = """乡镇,指标,单位,2022年,2023年,2024年
柳河镇,常住人口,人,41200,41530,41877
柳河镇,蔬菜产量,吨,8120,8343,8611
柳河镇,税收收入,万元,5120.4,5377.1,5210.8
石桥镇,常住人口,人,28844,28410,28102
石桥镇,蔬菜产量,吨,3011,3120,3305
石桥镇,税收收入,万元,2904.3,3011.5,3188.7
大田乡,常住人口,人,19110,19005,18822
大田乡,蔬菜产量,吨,6720,6905,7144
大田乡,税收收入,万元,1120.6,1188.2,1203.9
"""

MONTHS = """城市,指标,单位,2025年3月,2025年4月,2025年5月
云帆市,居民消费价格同比涨幅,%,-0.3,-0.1,0.4
云帆市,铁路货运量,万吨,210.4,221.7,233.9
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("headed")
    for name, text in (("towns", TOWNS), ("months", MONTHS)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return {name: str(folder / f"{name}.csv") for name in ("towns", "months")}


def verdicts(text: str, data: str) -> dict[str, str]:
    found = cpstats.check(text, data=data).to_frame()
    return dict(zip(found["surface"], found["verdict"], strict=True))


HEADINGS = [
    ("【柳河镇】", "【石桥镇】"),
    ("一、柳河镇", "二、石桥镇"),
    ("（一）柳河镇基本情况", "（二）石桥镇基本情况"),
    ("★ 柳河镇：", "★ 石桥镇："),
    ("柳河镇", "石桥镇"),
]


@pytest.mark.parametrize(("first", "second"), HEADINGS)
def test_what_stands_below_the_name_of_a_place_is_about_it(
    first: str, second: str, tables: dict[str, str]
) -> None:
    text = f"2024年各乡镇一览\n\n{first}\n常住人口{{}}人\n税收收入{{}}万元\n\n{second}\n常住人口{{}}人，连续两年减少\n税收收入{{}}万元\n"
    true = verdicts(text.format(41877, 5210.8, 28102, 3188.7), tables["towns"])
    assert set(true.values()) == {"confirmed"}, true
    swapped = verdicts(text.format(28102, 3188.7, 41877, 5210.8), tables["towns"])
    assert "contradicted" in swapped.values(), swapped
    stale = verdicts(text.format(41877, 5210.8, 28102, 3011.5), tables["towns"])
    assert stale["3011.5万元"] == "depends"  # the year of the line is that of the title


def test_the_next_heading_of_its_kind_ends_it(tables: dict[str, str]) -> None:
    text = "2024年柳河镇和各乡镇\n一、石桥镇\n税收收入3188.7万元\n二、展望\n税收收入5210.8万元\n"
    assert verdicts(text, tables["towns"])["5210.8万元"] != "contradicted"


def test_a_sentence_below_a_heading_may_name_another_place(tables: dict[str, str]) -> None:
    text = "【柳河镇】\n2024年税收收入5210.8万元，石桥镇税收收入3188.7万元\n蔬菜产量8611吨\n"
    assert set(verdicts(text, tables["towns"]).values()) == {"confirmed"}


def test_more_than_several_places_together_is_no_distance_to_the_last(
    tables: dict[str, str],
) -> None:
    for words in (
        "比石桥镇、大田乡两地之和还多",
        "比石桥镇和大田乡加起来多",
        "超过石桥镇、大田乡总和",
    ):
        found = verdicts(f"2024年柳河镇税收收入{words}818.2万元。", tables["towns"])
        assert found["818.2万元"] != "contradicted", words


def test_what_was_done_more_of_than_a_year_before_is_a_change(tables: dict[str, str]) -> None:
    text = "2024年柳河镇蔬菜产量8611吨，比上一年多收了{}吨。"
    assert verdicts(text.format(268), tables["towns"])["268吨"] == "confirmed"
    assert verdicts(text.format(2680), tables["towns"])["2680吨"] != "confirmed"


def test_last_month_is_the_one_before_that_of_the_sentence(tables: dict[str, str]) -> None:
    text = "2025年5月，云帆市铁路货运量{}万吨，上月为{}万吨。"
    assert set(verdicts(text.format(233.9, 221.7), tables["months"]).values()) == {"confirmed"}
    assert verdicts(text.format(233.9, 210.4), tables["months"])["210.4万吨"] == "contradicted"
    priced = "2025年5月，云帆市居民消费价格同比上涨0.4%，上月为下降{}%。"
    assert verdicts(priced.format("0.1"), tables["months"])["0.1%"] == "confirmed"


COLUMNS = """地区：青屿市
指标,单位,2023年1-8月,2023年1-9月,2024年1-8月,2024年1-9月
人民币贷款余额,亿元,812.4,820.1,901.3,911.8
快递业务收入,亿元,20.3,23.1,22.4,25.9
"""

YEARS = """地区,指标,单位,2020年,2021年,2022年,2023年,2024年
南亭县,甘蔗产量,万吨,31.2,33.5,36.1,35.2,38.4
南亭县,养老机构数,家,40,44,47,52,58
南亭县,客运量,万人次,301.5,322.8,290.4,280.1,310.6
西礁县,甘蔗产量,万吨,12.2,12.9,13.8,14.1,13.3
西礁县,养老机构数,家,21,22,22,25,31
西礁县,客运量,万人次,120.1,118.2,99.7,104.4,108.3
"""


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("columns")
    for name, text in (("columns", COLUMNS), ("years", YEARS)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return {name: str(folder / f"{name}.csv") for name in ("columns", "years")}


def test_a_state_at_the_end_of_a_month_is_in_the_column_up_to_it(more: dict[str, str]) -> None:
    text = "2024年9月末，青屿市人民币贷款余额{}亿元，同比增长11.2%。"
    assert set(verdicts(text.format(911.8), more["columns"]).values()) == {"confirmed"}
    assert verdicts(text.format(9118), more["columns"])["9118亿元"] == "contradicted"


@pytest.mark.parametrize(
    ("text", "said", "verdict"),
    [
        ("2024年，南亭县甘蔗产量38.4万吨；反观西礁县，产量13.3万吨。", "13.3万吨", "confirmed"),
        ("2024年，南亭县甘蔗产量38.4万吨；反观西礁县，产量14.1万吨。", "14.1万吨", "contradicted"),
        ("2024年南亭县养老机构58家，西礁县31家。", "58家", "confirmed"),
        ("2024年南亭县养老机构52家。", "52家", "contradicted"),
        ("2024年南亭县新增养老机构9家。", "9家", "unverifiable"),  # no number of all
        ("2024年，南亭县客运量两年间增加20.2万人次。", "20.2万人次", "confirmed"),
        ("2024年，南亭县甘蔗产量四年增加7.2万吨。", "7.2万吨", "confirmed"),
        (
            "2024年，南亭县客运量310.6万人次，扭转了上年下降3.5%的态势，增长10.9%。",
            "10.9%",
            "confirmed",
        ),
        (
            "2024年，南亭县客运量310.6万人次，扭转了上年下降3.5%的态势，下降10.9%。",
            "10.9%",
            "contradicted",
        ),
        (
            "南亭县甘蔗产量由2020年的31.2万吨增至2024年的38.4万吨，增加7.2万吨。",
            "7.2万吨",
            "depends",
        ),
    ],
)
def test_what_such_pages_leave_out_is_read(
    text: str, said: str, verdict: str, more: dict[str, str]
) -> None:
    assert verdicts(text, more["years"])[said] == verdict
