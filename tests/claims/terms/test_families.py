from __future__ import annotations

from cpstats.claims.terms.families import families, thing_of
from cpstats.model.indicator import Indicator


def test_what_a_column_measures_is_its_name_without_the_way() -> None:
    assert thing_of("Household spending, volume") == ("expenditure household", False)
    assert thing_of("Household spending at current prices (EUR m)") == (
        "expenditure household",
        False,
    )
    assert thing_of("Imports of goods, chained dollars") == thing_of("Real imports of goods")
    assert thing_of("Volume of traffic")[0] == thing_of("traffic")[0]
    assert thing_of("Personal income per capita")[1]
    assert thing_of("人均粮食产量") == ("粮食产量", True)


def test_a_family_is_of_the_readers_own_tables() -> None:
    gdp = Indicator("gdp", theme="economy", name_en="Gross domestic product", unit="亿元")
    head = Indicator("head", theme="economy", name_en="GDP a head", per_head_of="gdp/people")
    people = Indicator("people", theme="people", name_en="People")
    own = [
        Indicator(name, theme="own", name_en=name, unit=unit)
        for name, unit in (("Real GDP", "EUR"), ("Debt", "EUR"), ("Debt (% of GDP)", "%"))
    ]
    known = {one.indicator: one for one in (gdp, head, people, *own)}
    found = families(known, {"gdp": "gdp"})
    assert found.of("gdp") == ("Real GDP", "gdp", "head")
    assert found.of("people") == ()
    assert found.each == {"head"}
    assert found.in_unit("Debt", known, rate=True) == "Debt (% of GDP)"
    assert found.in_unit("Debt", known, rate=False) == "Debt"
