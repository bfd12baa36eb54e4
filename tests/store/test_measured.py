"""In which unit a row is held: the indicator's, the country's own, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.measured import Measures
from cpstats.store.package import open_package
from cpstats.store.text_columns import Table

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.measured import Held

HEAD = "indicator,ref_area,time_period,measure,obs_value,unit\n"


def held(
    tmp_path: Path, *lines: str, head: str = HEAD, builtin: bool = True, name: str = "t.csv"
) -> list[Held]:
    """Return how each line of a table is held."""
    path = tmp_path / name
    path.write_text(head + "".join(f"{line}\n" for line in lines), "utf-8")
    package = open_package([str(path)], builtin=builtin)
    part = next(p for p in package.parts if p.own)
    table, measures = Table(part), Measures(package.catalogue)
    catalogue = package.catalogue
    kinds = zip(
        *(table.columns[c] for c in ("unit", "measure", "indicator", "ref_area")), strict=True
    )
    return [
        measures.held(
            table,
            row,
            part,
            (unit, measure or "level", catalogue.find_indicator(i), catalogue.find_place(area)),
        )
        for row, (unit, measure, i, area) in enumerate(kinds)
    ]


def test_an_amount_of_home_is_held_in_the_unit_of_the_indicator(tmp_path: Path) -> None:
    # 万元 is 10⁴ 元, 亿元 is 10⁸: four powers down; billion yuan is 10⁹: one up
    found = held(tmp_path, "gdp,110114,2024,level,1,万元", "gdp,110114,2023,level,1,billion yuan")
    assert found == [("万元", "亿元", -4), ("billion yuan", "亿元", 1)]


def test_an_amount_abroad_keeps_its_currency_in_the_first_unit_that_is_read(tmp_path: Path) -> None:
    found = held(
        tmp_path, "gdp,DE,2023,level,4.1,trillion euro", "gdp,DE,2024,level,4300,billion euro"
    )
    # 10⁹ of the one is 10⁻³ of the other
    assert found == [
        ("trillion euro", "trillion euro", 0),
        ("billion euro", "trillion euro", -3),
    ]


def test_a_rate_is_held_in_the_unit_of_its_measure(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        "gdp,110114,2024,growth,5.2,",
        "gdp,110114,2023,growth,5.2,percent",
        "gdp,110114,2022,growth_gap,12,基点",
    )
    # a basis point is a hundredth of a point
    assert found == [("%", "%", 0), ("percent", "%", 0), ("基点", "百分点", -2)]


def test_a_level_at_home_without_a_unit_has_that_of_the_catalogue_and_abroad_none(
    tmp_path: Path,
) -> None:
    found = held(tmp_path, "gdp,110114,2024,level,1,", "gdp,DE,2024,level,1,")
    assert found == [("亿元", "亿元", 0), ("", "", 0)]


def test_an_own_indicator_without_a_unit_has_none(tmp_path: Path) -> None:
    assert held(tmp_path, "Peat,Glen,2024,level,1,") == [("", "", 0)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("gdp,110114,2024,level,1,万人", "“万人” cannot be converted to 100 million yuan"),
        ("gdp,110114,2024,growth,5,亿元", "“亿元” cannot be converted to %"),
        ("gdp,110114,2024,level,1,furlongs", "“furlongs” is no known unit"),
        ("gdp,110114,2024,growth,5,furlongs", "“furlongs” is no known unit"),
    ],
)
def test_what_measures_something_else_is_refused_with_its_place(
    line: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as caught:
        held(tmp_path, line)
    assert said in str(caught.value)
    assert "t.csv:2:" in caught.value.where


def test_a_unit_that_is_not_known_is_carried_for_an_own_indicator(tmp_path: Path) -> None:
    found = held(tmp_path, "Peat,Glen,2024,level,1,furlongs")
    assert found == [("furlongs", "furlongs", 0)]


def test_prices_in_the_text_of_a_unit_are_no_part_of_it(tmp_path: Path) -> None:
    found = held(
        tmp_path,
        'Toll,Glen,2024,level,1,"Current prices, million euro"',
        'Toll,Glen,2023,level,1,"Current prices, billion euro"',
    )
    assert found == [("million euro", "million euro", 0), ("billion euro", "million euro", 3)]
