"""Where no rate is published, levels answer: nominal, real, or of what has no price, and it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.contribution import contribution
from cpstats.answers.derivation import derive
from cpstats.answers.group import Group
from cpstats.answers.index import index
from cpstats.answers.rank import rank
from cpstats.answers.settings import Settings
from cpstats.answers.target import Goal, target
from cpstats.model.period import annual
from cpstats.selecting.ranking import Order

if TYPE_CHECKING:
    from tests.answers.conftest import Ask, Own

    from cpstats.model.report import Report
    from cpstats.store.package import Package

HEAD = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"
CATCH = (  # fish landed: no price, no published rate
    "Catch,Vik,2019,level,,400,kt\nCatch,Vik,2020,level,,420,kt\n"
    "Cod,Vik,2019,level,,250,kt\nCod,Vik,2020,level,,265,kt\n"
    "Herring,Vik,2019,level,,150,kt\nHerring,Vik,2020,level,,155,kt\n"
)
TRADE = (  # the same thing at the prices of the day and at those of 2018
    "Trade,Vik,2018,level,current,200,亿元\nTrade,Vik,2019,level,current,230,亿元\n"
    "Trade,Vik,2018,level,constant:2018,200,亿元\nTrade,Vik,2019,level,constant:2018,210,亿元\n"
    "Retail,Vik,2018,level,current,80,亿元\nRetail,Vik,2019,level,current,96,亿元\n"
    "Retail,Vik,2018,level,constant:2018,80,亿元\nRetail,Vik,2019,level,constant:2018,86,亿元\n"
)


def values(report: Report, measure: str) -> dict[str, float | None]:
    """The numbers of a measure (without what it is of) by indicator or, of one, by place."""
    found = [f for f in report.figures if f.measure.partition(":")[0] == measure]
    one = len({f.indicator for f in found}) == 1
    return {(f.ref_area if one else f.indicator): f.value for f in found}


def bases(report: Report) -> set[str]:
    return {f.price_basis for f in report.figures if f.value is not None}


@pytest.fixture
def catch(own: Own) -> Package:
    """Levels of a catch and its parts."""
    return own(HEAD + CATCH, builtin=False)


@pytest.fixture
def trade(own: Own) -> Package:
    """Levels at current and at constant prices."""
    return own(HEAD + TRADE, builtin=False)


def test_parts_without_published_growth_contribute_by_their_levels(
    catch: Package, ask: Ask
) -> None:
    report = contribution(ask("Cod", "Herring", places="Vik", period="2020"), catch, of="Catch")
    # 15 / 400 and 5 / 400; of 20: 75 % and 25 %
    assert values(report, "contribution") == pytest.approx({"Cod": 3.75, "Herring": 1.25})
    assert values(report, "contribution_rate") == pytest.approx({"Cod": 75, "Herring": 25})
    assert bases(report) == {""}
    assert any("Points without published growth" in note.en for note in report.notes)


@pytest.mark.parametrize(
    ("basis", "points", "price"),
    [("", 3.0, "constant"), ("real", 3.0, "constant"), ("nominal", 8.0, "current")],
)
def test_a_contribution_is_real_where_levels_at_constant_prices_are_known(
    basis: str, points: float, price: str, trade: Package, ask: Ask
) -> None:
    question = ask("Retail", places="Vik", period="2019", basis=basis)
    report = contribution(question, trade, of="Trade")
    # (86 − 80) / 200, (96 − 80) / 200
    assert values(report, "contribution")["Vik"] == pytest.approx(points)
    assert bases(report) == {price}


def test_the_parts_of_a_period_are_all_taken_in_one_way(own: Own, ask: Ask) -> None:
    rate = "Cod,Vik,2020,growth,,7,%\n"
    package = own(HEAD + CATCH + rate, builtin=False)
    report = contribution(ask("Cod", "Herring", places="Vik", period="2020"), package, of="Catch")
    # 250 / 400 × 7; beside it no number of another kind
    assert values(report, "contribution") == {"Cod": pytest.approx(4.375), "Herring": None}


def test_why_there_are_no_points_names_what_lacks(own: Own, ask: Ask) -> None:
    package = own(HEAD + CATCH.replace("Catch,Vik,2019,level,,400,kt\n", ""), builtin=False)
    report = contribution(ask("Cod", places="Vik", period="2020"), package, of="Catch")
    (note,) = {n.en for n in report.notes if "base period" in n.en}
    assert note == "2020: Vik, Catch: no figure for the base period (2019)"


def test_growth_of_levels_is_ranked(own: Own, ask: Ask) -> None:
    levels = "Ore,A,2020,level,,50,kt\nOre,A,2021,level,,51,kt\nOre,B,2020,level,,10,kt\n"
    package = own(HEAD + levels + "Ore,B,2021,level,,12,kt\n", builtin=False)
    question = ask("Ore", places="", period="2021")
    report = rank(question, package, group=Group(("A", "B")), order=Order(by="growth"))
    assert values(report, "growth_rank") == {"A": 2, "B": 1}  # 2 % and 20 %
    assert any("levels of one release" in note.en for note in report.notes)


def test_published_growth_is_ranked_alone_where_there_is_an_order_of_it(own: Own, ask: Ask) -> None:
    text = (
        "gdp,A,2020,growth,constant,4,%\ngdp,B,2020,growth,constant,5,%\n"
        "gdp,C,2019,level,current,100,亿元\ngdp,C,2020,level,current,150,亿元\n"
    )
    package = own(HEAD + text)
    question = ask("gdp", places="", period="2020")
    report = rank(question, package, group=Group(("A", "B", "C")), order=Order(by="growth"))
    assert values(report, "growth_rank") == {"A": 2, "B": 1, "C": None}  # C's 50 % are nominal


@pytest.mark.parametrize(
    ("basis", "needed", "price"),
    [
        # (2 × 200 / 210)^(1/8) − 1 and (2 × 200 / 230)^(1/8) − 1
        ("real", 8.387, "constant"),
        ("nominal", 7.163, "current"),
        ("", 8.387, "constant"),
    ],
)
def test_a_multiple_is_followed_by_levels(
    basis: str, needed: float, price: str, trade: Package, ask: Ask
) -> None:
    goal = Goal(by=2027, start=2018, times=2)
    report = target(ask("Trade", places="Vik", basis=basis), trade, goal=goal)
    assert values(report, "required_growth")["Vik"] == pytest.approx(needed, abs=1e-3)
    assert bases(report) == {price}
    assert any("no growth is published" in note.en for note in report.notes)


def test_a_target_without_the_base_year_says_so(catch: Package, ask: Ask) -> None:
    report = target(ask("Catch", places="Vik"), catch, goal=Goal(by=2030, start=2015, times=2))
    assert [n.en for n in report.notes] == ["2016–2030: Vik: no figure for the base period (2015)"]


@pytest.mark.parametrize(
    ("basis", "value", "price"), [("real", 105, "constant"), ("", 115, "current")]
)
def test_an_index_of_levels_is_called_what_the_levels_are(
    basis: str, value: float, price: str, trade: Package, ask: Ask
) -> None:
    report = index(ask("Trade", places="Vik", basis=basis), trade, base=annual(2018))
    assert [f.value for f in report.figures] == [100, pytest.approx(value)]
    assert bases(report) == {price}


def test_levels_at_constant_prices_alone_make_a_real_index(own: Own, ask: Ask) -> None:
    text = (
        "Trade,Vik,2018,level,constant:2015,50,亿元\nTrade,Vik,2019,level,constant:2015,53,亿元\n"
    )
    report = index(ask("Trade", places="Vik"), own(HEAD + text), base=annual(2018))
    assert [f.value for f in report.figures] == [100, pytest.approx(106)]
    assert bases(report) == {"constant"}
    assert "real index" in report.blocks[0].title.en  # type: ignore[union-attr]


def test_two_levels_imply_a_price_change(trade: Package, ask: Ask) -> None:
    question = ask("Trade", places="Vik", period="2019")
    report = derive("deflator", question, trade, Settings())
    # (230 / 200) / (210 / 200) − 1
    assert values(report, "deflator_growth")["Vik"] == pytest.approx(9.5238, abs=1e-4)


@pytest.mark.parametrize(("basis", "growth"), [("real", 5), ("nominal", 15), ("", 15)])
def test_growth_is_of_the_levels_on_the_basis_that_is_asked(
    basis: str, growth: float, trade: Package, ask: Ask
) -> None:
    question = ask("Trade", places="Vik", period="2019", basis=basis)
    report = derive("growth", question, trade, Settings())
    assert values(report, "growth")["Vik"] == pytest.approx(growth)
    assert bases(report) == {"current" if growth == 15 else "constant"}


def test_levels_at_prices_of_two_years_are_not_put_together(own: Own, ask: Ask) -> None:
    text = "Retail,Vik,2019,level,constant:2015,8,亿元\nTrade,Vik,2019,level,current,20,亿元\n"
    from cpstats.answers.share import share

    report = share(ask("Retail", places="Vik", period="2019"), own(HEAD + text), of="Trade")
    assert {f.reason for f in report.figures if f.measure == "share:Trade"} == {"mixed_price_basis"}
