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


PLACES = """地区,指标,单位,2021年,2022年,2023年,2024年
岚港,水产捕捞量,万吨,40.2,41.5,39.8,38.1
岚港,柑橘均价,元/千克,6.20,5.90,5.55,5.10
岚港,竹材产量,万根,70.3,72.9,80.4,77.2
磐石县,水产捕捞量,万吨,12.3,12.9,13.2,13.9
磐石县,柑橘均价,元/千克,5.90,5.80,6.05,6.30
磐石县,竹材产量,万根,50.1,53.3,57.0,61.8
溪口县,水产捕捞量,万吨,8.8,8.1,8.3,9.0
溪口县,柑橘均价,元/千克,5.30,5.25,5.10,5.00
溪口县,竹材产量,万根,33.0,31.2,35.1,40.9
"""


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("three") / "three.csv"
    file.write_text(PLACES, "utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2024年，岚港柑橘均价5.10元/千克，比2021年便宜了1.1元/千克。",
            {"1.1元/千克": "confirmed"},
        ),
        (
            "2024年，岚港柑橘均价5.10元/千克，比2021年瘦身了1.1元/千克。",
            {"1.1元/千克": "unverifiable"},
        ),
        # since when it grew is not said
        (
            "2024年，岚港竹材产量77.2万根。同期，磐石县由50.1万根增至61.8万根，增长23.4%。",
            {"23.4%": "unverifiable"},
        ),
        (
            "岚港竹材产量2024年为77.2万根，首次突破80万根是在2023年（80.4万根）。",
            {"80万根": "confirmed"},
        ),
        # each of three places in the order of the sentence before
        (
            "2024年，岚港竹材产量77.2万根；磐石县61.8万根；溪口县40.9万根。而在2023年，三地分别增长10.3%、6.9%和12.5%。",
            {"10.3%": "confirmed", "6.9%": "confirmed", "12.5%": "confirmed"},
        ),
        (
            "2024年，岚港竹材产量77.2万根；溪口县40.9万根。而在2023年，三地分别增长10.3%、6.9%和12.5%。",
            {"6.9%": "unverifiable"},
        ),
        (
            "2024年三县农产品一览\n2024年，岚港竹材产量77.2万根。\n溪口县逆势上扬。2024年竹材产量40.9万根，增长16.5%。",
            {"40.9万根": "confirmed", "16.5%": "confirmed"},
        ),
        (
            "2024年，岚港竹材产量77.2万根。溪口县这边，竹材产量40.9万根。",
            {"40.9万根": "confirmed"},
        ),
        (
            "2024年，岚港水产捕捞量38.1万吨，下降4.3%，此前两年分别增长3.2%和下降4.1%。",
            {"3.2%": "confirmed", "4.1%": "confirmed"},
        ),
        (
            "2024年，岚港水产捕捞量下降4.3%；此前的2022年、2023年分别为41.5万吨和39.8万吨。",
            {"41.5万吨": "confirmed", "39.8万吨": "confirmed"},
        ),
    ],
)
def test_turns_of_reports_and_talk(text: str, found: dict[str, str], three: str) -> None:
    said = verdicts(text, three)
    assert {surface: said[surface] for surface in found} == found


def test_a_change_is_no_later_level(three: str) -> None:
    text = "2024年，岚港卖出77.2万根，比2023年的80.4万根少了3.2万根，降幅4.0%。"
    assert "inconsistent" not in verdicts(text, three).values()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年磐石县柑橘均价创历史新高。", "confirmed"),
        ("2024年岚港柑橘均价创历史新高。", "contradicted"),
        ("2024年岚港水产捕捞量创2021年以来新低。", "confirmed"),
        ("2024年溪口县水产捕捞量创2021年以来新低。", "contradicted"),
        ("2024年岚港水产捕捞量创2011年以来新低。", None),  # not all of these years are known
    ],
)
def test_records_without_a_number_are_held_against_the_years_before(
    text: str, verdict: str | None, three: str
) -> None:
    found = cpstats.check(text, data=three).to_frame()
    assert list(found.get("verdict", ())) == ([verdict] if verdict else [])
