"""Which place is the sum of the others, and when chance is no explanation."""

from __future__ import annotations

import pytest

from cpstats.model.figure import Figure
from cpstats.model.period import annual
from cpstats.selecting.whole import subtotals_of, whole_of

Table = dict[int, dict[str, float]]


def figures(table: Table, *, half: float | None = 0.05) -> dict:  # type: ignore[type-arg]
    return {
        annual(year): {
            area: Figure(
                indicator="x",
                ref_area=area,
                time_period=str(year),
                value=value,
                low=None if half is None else value - half,
                high=None if half is None else value + half,
            )
            for area, value in row.items()
        }
        for year, row in table.items()
    }


def test_the_sum_must_hold_in_every_period_that_all_have() -> None:
    both = {2021: {"T": 90.4, "L": 50.3, "R": 40.1}, 2022: {"T": 95.0, "L": 51.0, "R": 41.0}}
    assert whole_of(figures(both)) is None  # 51 + 41 = 92
    one = whole_of(figures({2021: both[2021]}))
    assert one is not None
    assert (one.area, one.sure, one.periods) == ("T", True, (annual(2021),))


def test_a_period_in_which_a_part_is_lacking_is_no_evidence_against_it() -> None:
    table: Table = {2021: {"T": 90.4, "L": 50.3, "R": 40.1}, 2022: {"T": 95.0, "L": 51.0}}
    found = whole_of(figures(table))
    assert found is not None
    assert found.periods == (annual(2021),)


def test_parts_may_differ_from_their_sum_by_rounding() -> None:
    # 50.3 + 40.2 = 90.5, and each of the three may be off by 0.05
    assert whole_of(figures({2021: {"T": 90.4, "L": 50.3, "R": 40.2}})) is not None
    assert whole_of(figures({2021: {"T": 90.4, "L": 50.3, "R": 40.4}})) is None


@pytest.mark.parametrize("values", [{"T": 8.0, "L": 5.0, "R": 3.0}, {"T": 4.0, "L": 2.0, "R": 2.0}])
def test_small_whole_numbers_may_add_up_by_chance(values: dict[str, float]) -> None:
    found = whole_of(figures({2021: values}, half=0.5))
    assert found is not None
    assert not found.sure


def test_two_places_have_no_whole_and_exact_numbers_need_the_exact_sum() -> None:
    assert whole_of(figures({2021: {"L": 50.3, "R": 50.3}})) is None
    exact = whole_of(figures({2021: {"T": 5.25, "L": 3.5, "R": 1.75}}, half=None))
    assert exact is not None
    assert exact.sure
    assert whole_of(figures({2021: {"T": 5.25, "L": 3.5, "R": 1.74}}, half=None)) is None


def test_sums_of_neighbours_are_found_below_and_above_them_and_inside_sums() -> None:
    # 50.3 + 40.1 = 90.4 and 51.2 + 41.5 = 92.7; with the 10.5 and 11.1 of X: 100.9 and 103.8
    table: Table = {
        2021: {"All": 100.9, "T": 90.4, "L": 50.3, "R": 40.1, "X": 10.5},
        2022: {"All": 103.8, "T": 92.7, "L": 51.2, "R": 41.5, "X": 11.1},
    }
    order = ["All", "T", "L", "R", "X"]
    found = [(s.area, s.parts) for s in subtotals_of(figures(table), order)]
    assert found == [("T", ("L", "R")), ("All", ("T", "X"))]
    below = [(s.area, s.parts) for s in subtotals_of(figures(table), ["L", "R", "T", "X", "All"])]
    assert below == [("T", ("L", "R")), ("All", ("T", "X"))]
    # by one year of two digits chance explains it: 9 = 5 + 4
    assert not subtotals_of(figures({2021: {"T": 9, "L": 5, "R": 4, "X": 2}}, half=0.5), order)


def test_round_numbers_meet_their_sum_by_chance() -> None:
    # 8300 = 5200 + 3100 is one of 83 values in hundreds; of 5 places 10 × 5² = 250 are asked for
    names = ["Ash", "Bay", "Cob", "Dene", "Eel"]
    year = dict(zip(names, (9700.0, 9100.0, 8300.0, 5200.0, 3100.0), strict=True))
    assert not subtotals_of(figures({2021: year}, half=0.5), names)
    odd = {name: value + n for n, (name, value) in enumerate(year.items(), 1)}
    odd["Cob"] = odd["Dene"] + odd["Eel"]
    assert [s.area for s in subtotals_of(figures({2021: odd}, half=0.5), names)] == ["Cob"]
    # a second year of the same kind is 83 × 84 values: no chance any more
    more = dict(zip(names, (9900.0, 9000.0, 8400.0, 5200.0, 3200.0), strict=True))
    assert [s.area for s in subtotals_of(figures({2021: year, 2022: more}, half=0.5), names)] == [
        "Cob"
    ]
