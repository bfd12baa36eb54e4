"""People by residence and by registration in one text, beside a table that says neither (figures made up)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.judging.two_bases import without_other_basis
from cpstats.claims.texts import of_sentence
from cpstats.model.catalogue import Catalogue
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package

TABLE = """柳湾县主要指标
指标,单位,2022年,2023年
人均地区生产总值,元,41000,43000
城镇人口,万人,12.0,12.4
户籍人口,万人,31.5,31.2
常住人口,万人,26.0,25.8
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    file: Path = tmp_path_factory.mktemp("own") / "liuwan.csv"
    file.write_text(TABLE, "utf-8")
    return open_package([str(file)])


def told(text: str, package: Package) -> list[str]:
    asked = Asked(place="柳湾县", every=True)
    return [str(r["verdict"]) for r in check([of_sentence(text)], package, asked).records]


@pytest.mark.parametrize(
    "text",
    [
        "2023年末，全县户籍人口31.2万人。城镇人口9.1万人。年末常住人口25.8万人，城镇人口12.4万人。",
        "2023年，据公安部门统计，总人口31.2万人，其中城镇人口9.1万人；常住人口25.8万人。",
        "2023年，全县人均地区生产总值35600元（户籍人口），按常住人口计算，人均地区生产总值43000元。",
        "2023年，户籍人均地区生产总值43000元。全县人均地区生产总值52000元。",
    ],
)
def test_what_is_given_on_both_bases_is_not_accused(text: str, package: Package) -> None:
    verdicts = told(text, package)
    assert "contradicted" not in verdicts
    assert "inconsistent" not in verdicts


@pytest.mark.parametrize(
    "text",
    [
        "2023年末，全县城镇人口9.1万人。",  # nothing speaks of two bases
        "2023年末，全县户籍人口31.2万人，常住人口25.8万人，城镇人口12.0万人。",  # the year before
        "2023年末，全县户籍人口31.2万人，常住人口28.5万人。",  # the column says its basis
        "2023年，按常住人口计算，人均地区生产总值34000元。",
    ],
)
def test_what_is_given_once_or_is_a_known_slip_is_found(text: str, package: Package) -> None:
    assert "contradicted" in told(text, package)


def test_a_text_without_two_bases_stays_as_it_is() -> None:
    assert without_other_basis([], "常住人口", Catalogue()) == []


BARE = """柳湾县主要指标
指标,单位,2022年,2023年
产量,万吨,34.0,36.2
户籍人口,万人,31.5,31.2
"""


def test_a_bare_name_of_two_things_is_not_accused_of_the_second(tmp_path: Path) -> None:
    file = tmp_path / "bare.csv"
    file.write_text(BARE, "utf-8")
    package = open_package([str(file)])
    two = "2023年，全县粮食播种面积81万亩，产量36.2万吨；油料播种面积34万亩，产量3.8万吨。"
    assert "contradicted" not in told(two, package)
    assert "confirmed" in told(two, package)
    one = "2023年，全县粮食播种面积81万亩，产量32.6万吨。"
    assert "contradicted" in told(one, package)
    slip = "2023年，全县产量36.2万吨。2023年，全县产量34.0万吨，再创新高。"  # the year before
    assert "contradicted" in told(slip, package)
