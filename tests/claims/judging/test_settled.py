"""A bulletin beside its own table: the period of the text is closed by the numbers beside a slip."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.work import calls

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. 84.2 / 80.0 = +5.25 %, 51.5 / 50.0 = +3.0 %, 3120 / 3000 = +4.0 %, 18.8 / 20.0 = -6.0 %.
TABLE = """石桥县主要指标
指标,单位,2023年,2024年
社会消费品零售总额,亿元,80.0,84.2
粮食总产量,万吨,50.0,51.5
茶叶产量,吨,3000,3120
普通中学在校学生,人,9100,8950
建筑业总产值,亿元,20.0,18.8
公路里程,公里,1502,1534
森林覆盖率,%,58.1,58.4
各项存款余额,亿元,84.5,92.0
住户存款余额,亿元,62.0,69.0
"""
TITLE = "石桥县2024年国民经济和社会发展统计公报\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("own") / "county.csv"
    file.write_text(TABLE, "utf-8")
    return str(file)


def verdicts(text: str, table: str) -> list[tuple[str, str]]:
    found = cpstats.check(TITLE + text, data=table, published=date(2025, 4, 1)).to_frame()
    return list(zip(found["surface"], found["verdict"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the rate is that of 2024, the amount that of 2023
            "社会消费品零售总额80.0亿元，比上年增长5.3%。",
            [("80.0亿元", "contradicted"), ("5.3%", "confirmed")],
        ),
        (  # two numbers of the paragraph are of 2024
            "粮食总产量51.5万吨。茶叶产量3120吨。森林覆盖率58.1%。",
            [("51.5万吨", "confirmed"), ("3120吨", "confirmed"), ("58.1%", "contradicted")],
        ),
        ("森林覆盖率58.1%。", [("58.1%", "depends")]),  # alone
        (  # one number of another sentence is not enough
            "粮食总产量51.5万吨。森林覆盖率58.1%。",
            [("51.5万吨", "confirmed"), ("58.1%", "depends")],
        ),
        (  # another paragraph says nothing
            "粮食总产量51.5万吨，茶叶产量3120吨。\n\n森林覆盖率58.1%。",
            [("51.5万吨", "confirmed"), ("3120吨", "confirmed"), ("58.1%", "depends")],
        ),
        (  # the sentence prints the other year
            "粮食总产量51.5万吨；森林覆盖率58.1%，与2023年一致。",
            [("51.5万吨", "confirmed"), ("58.1%", "depends")],
        ),
    ],
)
def test_the_year_of_the_text_is_closed_by_numbers_of_that_very_year(
    text: str, expected: list[tuple[str, str]], table: str
) -> None:
    assert verdicts(text, table) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各项存款余额92.0亿元，年初为84.5亿元，增加7.5亿元。",
        "各项存款余额92.0亿元，高出年初余额84.5亿元7.5亿元。",
        "森林覆盖率58.4%，前一年为58.1%，提高0.3个百分点。",
        "森林覆盖率58.4%，原为58.1%，提高0.3个百分点。",
        "森林覆盖率58.4%，较2023年的58.1%提高0.3个百分点。",
        "社会消费品零售总额84.2亿元（上年80.0亿元），增长5.3%。",
        "社会消费品零售总额从70.0亿元跃升到80.0亿元、84.2亿元。",
        "各项存款余额92.0亿元，两年增加15.0亿元。",
        "森林覆盖率由一年前的58.1%提高到58.4%。",
        "公路里程1534公里，从1502公里起步，一年增加32公里。",
    ],
)
def test_a_number_of_an_earlier_time_is_no_slip(text: str, table: str) -> None:
    assert not {"contradicted", "inconsistent"} & {verdict for _, verdict in verdicts(text, table)}


def test_the_place_of_the_text_is_closed_by_numbers_of_that_very_place() -> None:
    # `cpstats show`: Haidian 2023 has residents 312.5, registered 246.9 (10,000); Beijing 2185.8 residents
    def verdict(text: str) -> list[str]:
        report = cpstats.check(text, published=date(2024, 10, 20), place="110108")
        return list(report.to_frame()["verdict"])

    assert verdict("2023年末，户籍人口246.9万人，常住人口312.5万人。") == ["confirmed", "confirmed"]
    assert verdict("2023年末，户籍人口246.9万人，常住人口2185.8万人。") == [
        "confirmed",
        "contradicted",
    ]


@pytest.mark.parametrize(
    ("text", "surface", "verdict"),
    [
        ("全年粮食总产51.5万吨。", "51.5万吨", "confirmed"),
        ("全年粮食总产值51.5亿元。", "51.5亿元", "unverifiable"),  # another figure
        ("全县公路通车里程1534公里。", "1534公里", "confirmed"),
        ("全县共有普通中学12所，在校学生8950人。", "8950人", "confirmed"),
        ("普通中学12所，在校学生8950人；小学30所，在校学生1.8万人。", "1.8万人", "unverifiable"),
        ("具有资质等级的建筑企业完成建筑业总产值18.8亿元。", "18.8亿元", "confirmed"),
        ("【农业生产】粮食总产量51.5万吨。", "51.5万吨", "confirmed"),
        ("各类学校在校学生数1.8万人。", "1.8万人", "unverifiable"),  # of all schools
        ("茶叶产量逆势增长4.0%。", "4.0%", "confirmed"),
        ("全年茶叶产量3120吨，完成目标任务的104%。", "3120吨", "confirmed"),  # no goal
        # from when it came is not said: it may be confirmed, never accused
        ("森林覆盖率由58.1%提高到58.4%。", "58.1%", "confirmed"),
        ("森林覆盖率由41.1%提高到58.4%。", "41.1%", "unverifiable"),
        ("全县社会消费品零售总额跨过80亿元门槛，达到84.2亿元。", "84.2亿元", "confirmed"),
        ("金融机构各项存款余额92.0亿元。", "92.0亿元", "confirmed"),
        ("金融机构外币存款余额9.0亿元。", "9.0亿元", "unverifiable"),  # a part
        ("各项存款余额比年初新增7.5亿元。", "7.5亿元", "confirmed"),
        ("各项存款余额同比增长8.9%。", "8.9%", "confirmed"),  # 92.0 / 84.5
        ("各项存款余额同比下降8.9%。", "8.9%", "contradicted"),  # no prices explain another sign
        ("各项存款余额同比增长89%。", "89%", "contradicted"),  # nor ten times
        ("各项存款余额同比增长9.8%。", "9.8%", "unverifiable"),  # of another scope, it may be
        ("各项存款余额92.0亿元，其中住户存款余额69.0亿元，占比75.0%。", "75.0%", "confirmed"),
        ("各项存款余额92.0亿元，其中住户存款余额69.0亿元，占比57.0%。", "57.0%", "contradicted"),
        ("国有建筑企业完成建筑业总产值8.8亿元。", "8.8亿元", "unverifiable"),  # a part
    ],
)
def test_names_of_a_table_are_read_with_other_ends_and_with_what_the_sentence_began(
    text: str, surface: str, verdict: str, table: str
) -> None:
    assert (surface, verdict) in verdicts(text, table)


@pytest.mark.parametrize("between", ["\n\n", ""])  # a paragraph each, or all in one
def test_work_grows_with_the_length_of_the_text_alone(table: str, between: str) -> None:
    text = f"粮食总产量51.5万吨。茶叶产量3120吨。森林覆盖率58.1%。{between}"

    def work(times: int) -> int:
        return calls(lambda: verdicts(text * times, table))

    work(1)
    assert work(80) - work(40) < 1.3 * (work(40) - work(1)) * 40 / 39
