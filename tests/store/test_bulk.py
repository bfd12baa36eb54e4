"""A large part read by column gives the rows that are read line by line, and the same errors."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpstats.errors import CpstatsError, DataError
from cpstats.store import bulk, loading
from cpstats.store.coded import Coded
from cpstats.store.intervals import with_interval
from cpstats.store.measured import Measures
from cpstats.store.opened import Part
from cpstats.store.package import Package, joined_with, open_package
from cpstats.store.text_columns import Table, is_large

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,unit,decimals,"
    "bound,obs_status,vintage,source\n"
)


def same(one: Any, two: Any) -> bool:
    return one == two or (one is not None and math.isnan(one) and math.isnan(two))


def slowly(part: Part, package: Package, **asked: Any) -> dict[str, list[Any]] | str:
    """Return what the reader finds line by line, or the first fault."""
    try:
        return loading.checked(Table(part), part, Measures(package.catalogue), **asked)
    except CpstatsError as error:
        return str(error)


def assert_same(package: Package, **asked: Any) -> None:
    part = package.parts[-1]
    one = slowly(part, package, **asked)
    two = bulk.columns(part, Measures(package.catalogue), **asked)
    if isinstance(one, str):
        assert two is None  # who reads line by line says what is wrong, and where
        return
    assert two is not None
    assert {*one} == {*two}
    for name, cells in one.items():
        assert len(cells) == len(two[name])
        assert all(map(same, cells, two[name])), name
        assert {*map(type, cells)} == {*map(type, two[name])}, name


@pytest.mark.parametrize(
    "asked", [{}, {"indicators": {"gdp", "cpi"}}, {"indicators": {"gdp"}, "places": {"110114"}}]
)
def test_the_built_in_figures_are_the_same(asked: dict[str, set[str]]) -> None:
    assert_same(open_package(), **asked)


def plain(*lines: str, release: str = "") -> Package:
    content = (HEADER + "".join(f"{line}\n" for line in lines)).encode()
    part = Part("own.csv", own=True, strict=False, content=content, release=release)
    return joined_with(open_package(), part)


def test_a_large_table_answers_and_its_fault_is_found_where_it_stands() -> None:
    lines = [f"gdp,110114,{year:04d},,,,{year}.5,亿元,,,,," for year in range(1000, 9999)]
    lines += [line.replace("gdp", "gni", 1) for line in lines]
    more = [line.replace("110114", "110105") for line in lines]
    package = plain(*lines, *more)
    assert is_large(package.parts[-1])
    found = loading.read(package, indicators={"gni"}, places={"110105"})
    own = [value for value, given in zip(found["value"], found["given"], strict=True) if given]
    assert own == [year + 0.5 for year in range(1000, 9999)]
    package = plain(*lines, *more, "cpi,110105,2024,,,,x,亿元,,,,,")
    with pytest.raises(DataError) as caught:
        loading.read(package, indicators={"gni"}, places={"110105"})
    # 4 times 8,999 lines stand between the header and the bad one
    assert caught.value.where == "own.csv:35998:20"


LINE = "gdp,110114,2023,,,,5,亿元,,,,,"


@pytest.mark.parametrize(
    "other",
    [
        "gdp,110114,2024,,,,6,亿元,,,,,",
        "地区生产总值,昌平区,2024年,,,,6.0,万元,1,approx,provisional,,",  # names, another unit
        "Own thing,Nowhere,2024-01/2024-06,,,,1e,,,,,,",  # no number
        "Own thing,Nowhere,2024-01/2024-06,level,,,1,furlong,,,,,",
        "gdp,110114,2024,growth,,,6.5,%,,,,,",  # a basis is assumed
        "gdp,110114,2024,growth,constant,110000,6.5,%,,,,,",
        "gdp,110114,2024,level,constant:2015,,6.5,亿元,,lower,,,",
        "gdp,110114,2024,,,,,亿元,,,,,",  # empty: left out
        "gdp,110114,2023,,current,,6,亿元,,,,,",  # the key stands twice
        "gdp,110114,someday,,,,6,亿元,,,,,",
        "gdp,110114,2024,height,,,6,亿元,,,,,",
        "gdp,110114,2024,,dear,,6,亿元,,,,,",
        "gdp,110114,2024,,,,6,亩,,,,,",
        "gdp,110114,2024,,,,6,亿元,x,,,,",
        "gdp,110114,2024,,,,6,亿元,,about,,,",
        "gdp,110114,2024,,,,6,亿元,,,known,,",
        "gdp,110114,2024,,,,6,亿元,,,,v9,",
        "gdp,110114,2024,,,,6,亿元,,,,,nobody",
        f"gdp,110114,2024,,,,{'9' * 310},亿元,,,,,",
        f"gdp,110114,2024,,,,{'9' * 410},亿元,,,,,",
        'gdp,110114,2024,,,,"6",亿元,,,,,',
        "gdp,110114,2024,,,,6",
        "",
    ],
)
@pytest.mark.parametrize("release", ["", "mine"])
def test_a_table_is_read_alike_whatever_one_line_of_it_says(other: str, release: str) -> None:
    try:
        package = plain(LINE, other, LINE.replace("2023", "2022"), release=release)
    except CpstatsError:
        return  # it is refused before any way is taken
    assert_same(package)


def test_a_package_whose_figures_have_one_source_names_its_release(tmp_path: Path) -> None:
    tables = {
        "figures": HEADER + "output,X,2023,level,,,5,million EUR,,,,,office\n",
        "places": "ref_area,name_en\nX,X\n",
        "indicators": "indicator,name_en,unit,kind,compare\noutput,Output,million EUR,flow,share\n",
        "sources": "source,title,release,kind,quality\noffice,Office,series,official,high\n",
    }
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in tables)
    (tmp_path / "datapackage.json").write_text(f'{{"resources":[{listed}]}}')
    package = open_package([str(tmp_path)], builtin=False)
    assert_same(package)
    assert_same(replace(package, parts=tuple(replace(p, release="mine") for p in package.parts)))


NUMBERS = st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,12})?", fullmatch=True)


@given(
    NUMBERS,
    st.sampled_from(["", "0", "1", "-3", "12", "-20"]),
    st.sampled_from(["", "lower", "upper", "approx"]),
    st.integers(-24, 24),
)
@example("-0", "", "", 0)
@example("9007199254740993", "", "", 0)  # 2⁵³ + 1 is no float
@example("0.1", "", "", -8)
def test_an_interval_is_that_of_the_exact_division(
    text: str, decimals: str, bound: str, shift: int
) -> None:
    columns = (Coded.of([cell]) for cell in (text, decimals, bound))
    found = [cells[0] for cells in bulk.intervals(*columns, np.array([shift]))]
    exact = with_interval(text, decimals, bound, shift)
    assert all(map(same, found, exact))
    assert math.copysign(1, found[0]) == math.copysign(1, exact[0])


def test_prices_in_the_text_of_a_unit_are_taken_apart_both_ways() -> None:
    package = plain(
        "toll,Glen,2023,,,,7,million EUR at current prices,,,,,",
        'toll,Glen,2024,,,,8,"Chain linked volumes (2015), million EUR",,,,,',
        "toll,Loch,2024,,constant:2020,,9,million EUR at current prices,,,,,",
    )
    assert_same(package)
    found = bulk.columns(package.parts[-1], Measures(package.catalogue))
    assert found is not None
    assert found["price_basis"] == ["current", "constant:2015", "constant:2020"]
    assert {*found["unit"]} == {"million EUR"}


def test_what_was_assumed_stands_behind_both_ways() -> None:
    package = plain("gdp,110114,2031,,,,7,,,,,,", "gdp,110114,2032,,,,8,亿元,,,,,")
    assert_same(package)
