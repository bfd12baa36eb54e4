"""Places in one column with the same parts below each; figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.parts_below_places import with_parts_below_places

HUTS = [
    *(("Peru", "960"), ("Men", "500"), ("Women", "460")),
    *(("Kenya", "410"), ("Men", "210"), ("Women", "200")),
]


def table(rows: list[tuple[str, str]], head: str = "Country") -> str:
    return "\n".join(
        ["Guests of huts 2011,", f"{head},Guests", *(",".join(row) for row in rows), ""]
    )


def read(text: str) -> dict[tuple[str, str], str]:
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    rows = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    return {(row["ref_area"], row["indicator"]): row["obs_value"] for row in rows}


@pytest.mark.parametrize("head", ["Country", ""])
def test_men_and_women_below_each_country_are_parts_of_its_figure(head: str) -> None:
    found = read(table(HUTS, head))
    kinds = {name.removeprefix("Guests of huts 2011, ") for _, name in found}
    assert kinds == {"Guests", "Guests, Men", "Guests, Women"}
    places = {place: value for (place, name), value in found.items() if name.endswith("Women")}
    assert places == {"Peru": "460", "Kenya": "200"}


def test_what_does_not_add_up_or_is_not_the_same_below_each_stays() -> None:
    other = [["Country", "Guests"], *map(list, [*HUTS[:5], ("Women", "300")])]
    assert with_parts_below_places(other, 1) is None
    rows = [["Country", "Guests"], *map(list, HUTS[:5])]
    assert with_parts_below_places(rows, 1) is None
    named = [
        ["Item", "Guests"],
        *([n.replace("Peru", "Tea").replace("Kenya", "Rum"), v] for n, v in HUTS),
    ]
    assert with_parts_below_places(named, 1) is None
