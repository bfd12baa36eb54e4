from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from cpstats.claims.extract import extract
from cpstats.claims.judging.bench import Bench, newest_of, paragraphs_of, sentences_of
from cpstats.claims.judging.lookup import Request
from cpstats.model.period import annual
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive, Sought
from cpstats.selecting.known import levels
from cpstats.store.package import open_package

if TYPE_CHECKING:
    import pytest
    from tests.claims.conftest import Judge, Read

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.selecting.held import Held

RATES = (
    "gdp 110000 2022 growth 0.7",
    "gdp 110000 2023 growth 5.2",
    "gdp 110108 2023 growth 6.6",
    "gdp 110108 2022 growth 3.5",
)
ONE, WHOLE = (cast("Archive", name) for name in ("one", "whole"))


def test_a_quantity_is_looked_up_once_in_each_archive(catalogue: Catalogue) -> None:
    asked: list[tuple[Archive, Sought]] = []

    def find(archive: Archive, sought: Sought) -> list[Figure]:
        asked.append((archive, sought))
        return []

    bench = Bench(catalogue, ONE, WHOLE)
    request = Request("%", find)
    first, second = (Sought("gdp", "110000", annual(year)) for year in (2023, 2024))
    for sought in (first, second, first):
        for archive in (ONE, WHOLE, ONE):
            bench.find(request, "growth", sought, archive)
    assert asked == [(ONE, first), (WHOLE, first), (ONE, second), (WHOLE, second)]


def test_how_far_the_data_reach_is_looked_up_once_for_each_series(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = Question(indicators=("gdp",), places=("110000", "310000"))
    archive = Archive.of(open_package(), question)
    looked: list[tuple[str, str]] = []
    keys = type(archive.every).keys

    def counted(held: Held, indicator: str, area: str) -> object:
        looked.append((indicator, area))
        return keys(held, indicator, area)

    found = [
        figure
        for area in ("110000", "310000")
        for figure in levels(archive, Sought("gdp", area, annual(2020)))
    ]
    bench = Bench(catalogue, archive, archive)
    monkeypatch.setattr(type(archive.every), "keys", counted)
    first = bench.reaches(found)
    assert first is not None
    assert first.year > 2020
    assert bench.reaches([*found, *found]) == first
    assert sorted(looked) == [("gdp", "110000"), ("gdp", "310000")]


def test_the_numbers_beside_one_are_those_of_its_sentence(catalogue: Catalogue) -> None:
    text = "2023年出口额12亿元，增长4%。进口额5亿元。"
    claims = extract(text, catalogue=catalogue, published=date(2024, 4, 15), place="360100")
    bench = Bench(catalogue, ONE, WHOLE, sentences=sentences_of(claims))
    beside = [[c.surface for c in bench.beside(claim)] for claim in claims]
    assert beside == [["4%"], ["12亿元"], []]


def test_numbers_are_kept_by_paragraph_and_by_sentence(read: Read) -> None:
    claims = read("GDP grew 5.2 percent. Exports fell 3 percent.\n\nPrices rose 1 percent.")
    assert [len(some) for some in paragraphs_of(claims).values()] == [2, 1]
    assert [len(some) for some in sentences_of(claims).values()] == [1, 1, 1]


def test_a_sentence_that_names_no_place_may_be_of_one_named_before_it(judge: Judge) -> None:
    said = "In 2023 Beijing's GDP grew 5.2 percent and Haidian's 6.6 percent. In 2022 GDP growth was {} percent."
    for rate, accused in (("0.7", False), ("3.5", False), ("13.5", True)):
        told = judge(said.format(rate), *RATES, place="110000")
        assert (told[2][1] == "contradicted") is accused, rate


def test_a_sentence_without_a_period_may_be_of_each_that_was_said_before_it(judge: Judge) -> None:
    said = "Beijing's GDP grew 5.2 percent in 2023, faster than 0.7 percent in 2022. In Haidian GDP grew {} percent."
    assert judge(said.format("6.6"), *RATES)[2][1] == "confirmed"
    assert judge(said.format("3.5"), *RATES)[2][1] == "depends"
    one = "Beijing's GDP grew 5.2 percent in 2023. In Haidian GDP grew 3.5 percent."
    assert judge(one, *RATES)[1][1] == "contradicted"  # of 2022, which nobody speaks of


def test_what_names_no_indicator_may_be_one_that_the_paragraph_spoke_of(judge: Judge) -> None:
    rates = (
        "unemployment 110000 2023 level 4.4",
        "unemployment 110000 2022 level 4.7",
        "resident_population 110000 2023 level 2186",
        "resident_population 110000 2022 level 2184",
    )
    said = "In 2023 Beijing's unemployment rate was 4.4 percent, and its resident population 21.86 million. Beijing's fell by 0.3 percentage points from 2022."
    told = judge(said, *rates)
    assert "contradicted" not in [verdict for _, verdict, _ in told]


def test_the_newest_period_that_a_text_speaks_of_is_no_goal(read: Read) -> None:
    text = "GDP grew 5 percent in 2019. Exports rose 2 percent in 2021. GDP will grow 4 percent in 2025."
    claims = read(text, "2022-02-01", "110000")
    assert newest_of(claims) == date(2021, 12, 31)
    assert newest_of(()) is None
