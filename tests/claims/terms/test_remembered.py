from __future__ import annotations

from cpstats.claims.terms.remembered import MOST, remembered
from cpstats.model.catalogue import Catalogue


def test_what_is_made_of_a_catalogue_is_made_once_for_each_place() -> None:
    made = []

    @remembered
    def make(catalogue: Catalogue, here: str = "") -> tuple[Catalogue, str]:
        made.append(here)
        return catalogue, here

    first, second = Catalogue(), Catalogue(home="110000")
    assert [make(first, here)[1] for here in ("a", "b", "a")] == ["a", "b", "a"]
    assert made == ["a", "b"]
    assert make(second, "a")[0] is second  # equal names of another catalogue are not the first's
    assert make(first, "a")[0] is first
    assert made == ["a", "b", "a", "a"]


def test_an_equal_catalogue_is_another_one_and_few_places_are_kept() -> None:
    made = []

    @remembered
    def make(_: Catalogue, here: int) -> int:
        made.append(here)
        return here

    one = Catalogue()
    for here in (*range(MOST), MOST, 0):
        assert make(one, here) == here
    assert made == [*range(MOST), MOST, 0]
    make(Catalogue(), 0)
    assert made[-2:] == [0, 0]
