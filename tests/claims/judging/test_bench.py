from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from cpstats.claims.extract import extract
from cpstats.claims.judging.bench import Bench, sentences_of
from cpstats.claims.judging.lookup import Request
from cpstats.model.period import annual
from cpstats.selecting.archive import Archive, Sought

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure

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


def test_the_numbers_beside_one_are_those_of_its_sentence(catalogue: Catalogue) -> None:
    text = "2023年出口额12亿元，增长4%。进口额5亿元。"
    claims = extract(text, catalogue=catalogue, published=date(2024, 4, 15), place="360100")
    bench = Bench(catalogue, ONE, WHOLE, sentences=sentences_of(claims))
    beside = [[c.surface for c in bench.beside(claim)] for claim in claims]
    assert beside == [["4%"], ["12亿元"], []]
