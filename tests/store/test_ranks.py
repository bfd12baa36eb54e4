"""Keys of figures: in the order of a package, one for each cell, and lines that can be sorted for them."""

from __future__ import annotations

import pytest

from cpstats.model.columns import KEY
from cpstats.store.ranks import Ranks, across_of, ranked
from cpstats.store.recognising.sampled import REST, Columns, Told

AREAS = ("Ald", "Vik")
Said = tuple[str, str, str]  # indicator, period, unit


def rest(said: Said) -> tuple[str, ...]:
    return tuple(
        dict(zip(("indicator", "time_period", "unit"), said, strict=True)).get(n, "") for n in REST
    )


def told_of(*lines: tuple[Said, ...]) -> tuple[Told, Ranks]:
    """Return what was told of lines with some columns, and the keys."""
    told = Told(Columns(9, 0, (1,), tuple(range(2, 2 + len(lines[0]))), ()))
    for n, line in enumerate(lines):
        told.others[(str(n),)] = [told.number(rest(said)) for said in line]
    numbers = {n for row in told.others.values() for n in row}
    return told, ranked(told, numbers, AREAS)


def test_keys_are_in_the_order_of_a_package() -> None:
    lines = [
        (("b", "2020", "t"),),
        (("a", "2021", "t"),),
        (("a", "2020", "kg"),),
        (("a", "2020", "t"),),
    ]
    told, ranks = told_of(*lines)
    cells = {
        ranks.keys[number] + ranks.areas[area]: (*said, area)
        for (number,), (said,) in zip(told.others.values(), lines, strict=True)
        for area in AREAS
    }

    def place_in_package(cell: tuple[str, ...]) -> tuple[str, ...]:
        named = dict(zip(("indicator", "time_period", "unit", "ref_area"), cell, strict=True))
        return (*(named.get(name, "") for name in KEY), named["unit"])

    assert len(cells) == 8
    assert [cells[key] for key in sorted(cells)] == sorted(cells.values(), key=place_in_package)
    assert max(cells) < ranks.most


def test_one_cell_in_two_units_has_two_keys_and_is_told() -> None:
    _, apart = told_of((("a", "2020", "t"), ("a", "2021", "kg")))
    assert apart.are_apart()
    told, ranks = told_of((("a", "2020", "t"), ("a", "2020", "kg")))
    ((first, second),) = told.others.values()
    assert not ranks.are_apart()
    assert ranks.keys[first] != ranks.keys[second]
    assert ranks.cell(ranks.keys[first]) == ranks.cell(ranks.keys[second])


@pytest.mark.parametrize(
    ("lines", "steps", "texts"),
    [
        # lasts in order: 2020 kg, 2020 t, 2021 kg, 2021 t
        (
            [(("a", "2021", "t"), ("a", "2020", "t")), (("b", "2021", "kg"), ("b", "2020", "kg"))],
            (2, 0),
            {"time_period": ("2021", "2020")},
        ),
        # of the same indicator the figures of one line lie among those of the other
        (
            [(("a", "2020", "t"), ("a", "2021", "t")), (("a", "2020", "kg"), ("a", "2021", "kg"))],
            None,
            {},
        ),
        # one indicator a column: the next place lies between
        ([(("a", "2020", "t"), ("b", "2020", "t"))], None, {}),
        # the unit hangs on line and column
        (
            [(("a", "2020", "t"), ("a", "2021", "kg")), (("b", "2020", "kg"), ("b", "2021", "t"))],
            None,
            {},
        ),
    ],
    ids=["years across", "two units", "indicators across", "no pattern"],
)
def test_lines_are_sorted_where_their_columns_say_the_same(
    lines: list[tuple[Said, ...]], steps: tuple[int, ...] | None, texts: dict[str, tuple[str, ...]]
) -> None:
    across = across_of(*told_of(*lines))
    assert (across and across.steps, across.texts if across else {}) == (steps, texts)
