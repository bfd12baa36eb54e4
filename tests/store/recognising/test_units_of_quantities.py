"""The unit in a column is that of the quantity, or of the value beside it; figures are made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

TABLE = "Country,Goods,Unit,Year,{}\nPeru,Tea,{unit},2021,5.5,90\nPeru,Tea,{unit},2022,6.5,95\nChile,Tea,{unit},2021,7.5,99\nChile,Tea,{unit},2022,8.5,98\n"


@pytest.mark.parametrize(
    ("heads", "unit", "units"),
    [
        ("Quantity,Value", "kt", {("5.5", "kt"), ("90", "")}),
        ("Quantity,Value", "SMQ", {("5.5", "SMQ"), ("90", "")}),
        ("Import quantity,Import value", "USD million", {("5.5", ""), ("90", "USD million")}),
        ("Quantity,Value", "thousand", {("5.5", "thousand"), ("90", "thousand")}),
        ("Sown,Harvested", "kt", {("5.5", "kt"), ("90", "kt")}),
    ],
)
def test_a_unit_beside_a_quantity_and_a_value_is_that_of_one(
    heads: str, unit: str, units: set[tuple[str, str]]
) -> None:
    text = TABLE.format(heads, unit=unit)
    (found,) = foreign("a.csv", text.encode(), Hints())
    peru = {(r[4], r[5]) for r in found.rows if r[4] in ("5.5", "90")}
    assert peru == units
    said = " ".join(m.to("en") for m in found.said)
    assert ("is the unit of “" in said) == (len({u for _, u in units}) == 2)
