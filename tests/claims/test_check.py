"""The report of `check`: context, what is left out, what is shown."""

from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.telling.blocks import COLUMNS
from cpstats.claims.texts import of_sentence
from cpstats.store.package import Package, open_package

TRUE = "2024年，昌平区地区生产总值1811.9亿元。"
FALSE = "2024年，昌平区地区生产总值1911.9亿元。"
DAY = date(2025, 4, 10)


@pytest.fixture(scope="module")
def package() -> Package:
    return open_package()


def test_the_report_carries_every_form_of_the_answer(package: Package) -> None:
    report = check([of_sentence(TRUE + FALSE)], package, Asked(published=DAY, place="110114"))
    assert report.finding
    assert report.header == COLUMNS
    assert [r["verdict"] for r in report.records] == ["confirmed", "contradicted"]
    assert [d["schema"] for d in report.documents] == ["cpstats/check/1"]
    assert [len(a.marks) for a in report.articles] == [2]
    assert report.figures == ()
    assert report.subtitle.en == "text: published 2025-04-10 (given), place Changping (given)"


def test_with_explain_the_figures_come_with_their_names_and_sources(package: Package) -> None:
    asked = Asked(published=DAY, place="110114", explain=True)
    report = check([of_sentence(TRUE)], package, asked)
    assert {f.value for f in report.figures} == {1811.9}
    assert {s.source for s in report.sources} == {"cp_jp", "de_cp", "ip885_cp"}
    assert report.names["gdp"].zh == "地区生产总值"


def test_only_hides_rows_but_not_the_finding(package: Package) -> None:
    asked = Asked(published=DAY, place="110114", only=("confirmed",))
    report = check([of_sentence(TRUE + FALSE)], package, asked)
    assert [r["verdict"] for r in report.records] == ["confirmed"]
    assert report.finding
    assert report.notes[-1].en == "2 claims: 1 confirmed, 1 contradicted."


def test_several_texts_have_each_their_context(package: Package) -> None:
    texts = ["北京市统计局\n2025年1月21日\n全市GDP增长5.2%。", "昌平区\n2025-12-22\n全区公园49个。"]
    report = check([of_sentence(t) for t in texts], package, Asked())
    assert [(d["published"], d["place"]) for d in report.documents] == [
        ("2025-01-21", "110000"),
        ("2025-12-22", "110114"),
    ]


def test_a_text_without_anything_the_data_know_reads_no_data(package: Package) -> None:
    report = check([of_sentence("青云镇软件业收入3亿元。")], package, Asked(published=DAY))
    assert [r["verdict"] for r in report.records] == ["unverifiable"]
    assert not report.finding


def test_a_source_of_the_very_day_confirms_and_may_be_the_text(package: Package) -> None:
    asked = Asked(published=date(2025, 12, 22), place="110114")
    report = check([of_sentence("2025年上半年，全区出口125.3亿元。")], package, asked)
    assert [(r["verdict"], r["reason"]) for r in report.records] == [
        (
            "confirmed",
            "12.53 billion yuan in H1 2025, from cp_review_2025 of the same day, which may be this text",
        )
    ]


def test_a_text_that_bears_the_title_of_a_source_of_its_day_is_that_source(
    package: Package,
) -> None:
    asked = Asked(published=date(2025, 12, 22), place="110114")
    text = "“十四五”昌平成就综述\n2025年上半年，全区出口125.3亿元。"
    report = check([of_sentence(text)], package, asked)
    assert [r["reason"] for r in report.records] == ["only this text gives it (cp_review_2025)"]
    assert report.notes[0].zh == "未采用（文章不能自证）：cp_review_2025（“十四五”昌平成就综述）"


def test_nothing_excluded_is_an_unknown_source(package: Package) -> None:
    asked = Asked(published=DAY, place="110114", exclude=("cp_jp", "de_cp"))
    report = check([of_sentence(TRUE)], package, asked)
    assert report.records[0]["sources"] == "ip885_cp"
