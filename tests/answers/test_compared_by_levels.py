"""Places compared without published growth, the true reason for no row, and all that a range holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpstats.answers.compare import compare
from cpstats.answers.derivation import derive
from cpstats.answers.group import Group
from cpstats.answers.index import index
from cpstats.answers.narrate import narrate
from cpstats.answers.overview import overview
from cpstats.answers.rank import rank
from cpstats.answers.settings import Settings
from cpstats.answers.share import share
from cpstats.answers.show import show
from cpstats.model.period import annual

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.conftest import Ask, Own

    from cpstats.model.report import Report

HEAD = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"
PEAT = (  # no price: 50 to 53 is 6 %, 200 to 204 is 2 %
    "Peat,Loch,2014,level,,50,kt\nPeat,Loch,2015,level,,53,kt\n"
    "Peat,Glen,2014,level,,200,kt\nPeat,Glen,2015,level,,204,kt\n"
)
TOLL = "Toll,Loch,2014,level,current,{0},亿元\nToll,Loch,2015,level,current,{1},亿元\n"
SALT = (
    "".join(  # Loch 10, 20, 30, 40 a quarter of 2014 and a tenth more in 2015; Glen ten times that
        f"Salt,{area},{year}{part},level,,{times * grown * value:g},kt\n"
        for area, times in (("Loch", 1), ("Glen", 10))
        for year, grown in ((2014, 1.0), (2015, 1.1))
        for part, value in (("", 100), ("-Q1", 10), ("-Q2", 20), ("-Q3", 30), ("-Q4", 40))
    )
)
QUARTERS = [f"{year}-Q{q}" for year in (2014, 2015) for q in (1, 2, 3, 4)]


def growth(report: Report) -> dict[str, tuple[float | None, str]]:
    """The growth that stands in a report in 2015, by place."""
    found = [f for f in report.figures if f.measure == "growth" and f.time_period == "2015"]
    return {f.ref_area: (f.value, f.price_basis) for f in found}


def gaps(report: Report) -> list[float | None]:
    found = [f for f in report.figures if f.measure == "growth_gap" and f.time_period == "2015"]
    return [f.value for f in found]


@pytest.mark.parametrize("indicators", [("Peat",), ()])
def test_places_without_published_growth_are_compared_by_that_of_their_levels(
    indicators: tuple[str, ...], own: Own, ask: Ask
) -> None:
    question = ask(*indicators, places="Loch", vs="Glen")
    report = (compare if indicators else overview)(question, own(HEAD + PEAT, builtin=False))
    assert growth(report) == {"Loch": (pytest.approx(6), ""), "Glen": (pytest.approx(2), "")}
    assert gaps(report) == [pytest.approx(4)]
    assert any(n.en.startswith("Growth without a published rate") for n in report.notes)


def test_a_published_real_rate_beside_levels_alone_is_compared_as_nominal(
    own: Own, ask: Ask
) -> None:
    glen = TOLL.replace("Loch", "Glen").format(80, 84)
    rows = TOLL.format(10, 11) + glen + "Toll,Loch,2015,growth,constant,7,%\n"
    report = compare(ask("Toll", places="Loch", vs="Glen"), own(HEAD + rows, builtin=False))
    # 11 / 10 and 84 / 80: nominal for both; the real 7 % has nothing beside it
    assert growth(report) == {
        "Loch": (pytest.approx(10), "current"),
        "Glen": (pytest.approx(5), "current"),
    }
    assert gaps(report) == [pytest.approx(5)]
    title = report.blocks[0].title
    assert title is not None
    assert "growth nominal" in title.en


def test_published_growth_of_both_stands_before_that_of_levels(own: Own, ask: Ask) -> None:
    glen = TOLL.replace("Loch", "Glen").format(80, 84)
    rates = "Toll,Loch,2015,growth,constant,7,%\nToll,Glen,2015,growth,constant,4.5,%\n"
    package = own(HEAD + TOLL.format(10, 11) + glen + rates, builtin=False)
    report = compare(ask("Toll", places="Loch", vs="Glen"), package)
    assert growth(report) == {"Loch": (7, "constant"), "Glen": (4.5, "constant")}
    assert gaps(report) == [2.5]


def test_growth_of_another_basis_than_the_table_is_marked(own: Own, ask: Ask) -> None:
    rows = (
        "Toll,Loch,2014,growth,constant,3,%\nToll,Glen,2014,growth,constant,1,%\n"
        "Toll,Loch,2015,growth,constant,7,%\nToll,Glen,2015,growth,current,9,%\n"
    )
    report = compare(ask("Toll", places="Loch", vs="Glen"), own(HEAD + rows, builtin=False))
    assert gaps(report) == [None]
    assert {text.en for _, text in report.marks} >= {"nominal"}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Rent,Loch,2014,level,,5,kt\nRent,Glen,2015,level,,5,kt\n", "no common period"),
        ("Rent,Loch,2014,level,,5,kt\n", "no figure for Glen"),
        (
            "Rent,Loch,2014,level,constant:2010,5,亿元\nRent,Glen,2014,level,current,5,亿元\n",
            "real and nominal may not be mixed",
        ),
        (
            "Rent,Loch,2014,growth,constant,5,%\nRent,Glen,2014,growth,current,5,%\n",
            "real and nominal may not be mixed",
        ),
    ],
)
def test_why_places_are_not_compared_is_told(rows: str, reason: str, own: Own, ask: Ask) -> None:
    other = "Peat,Glen,2014,level,,1,kt\n"
    report = overview(ask(places="Loch", vs="Glen"), own(HEAD + rows + other, builtin=False))
    assert f"Loch: {reason}: Rent" in [n.en for n in report.notes]


ASKED: list[tuple[Callable[..., Report], str, dict[str, Any]]] = [
    (compare, "ratio", {}),
    (narrate, "level", {}),
    (lambda q, p: show(q, p, wide=True), "level", {"freq": ""}),
    (lambda q, p: derive("gap", q, p, Settings()), "gap", {}),
    (lambda q, p: rank(q, p, group=Group(("Loch", "Glen"))), "rank", {}),
]


@pytest.mark.parametrize(("function", "measure", "more"), ASKED)
@pytest.mark.parametrize("years", [("2014", "2015"), ()])
def test_a_range_of_years_holds_its_quarters(
    function: Callable[..., Report],
    measure: str,
    more: dict[str, Any],
    years: tuple[str, ...],
    own: Own,
    ask: Ask,
) -> None:
    rows = "".join(r for r in SALT.splitlines(keepends=True) if years or "-Q" in r)
    question = ask("Salt", places="Loch", vs="Glen", period="2014..2015", **more)
    report = function(question, own(HEAD + rows, builtin=False))
    found = [f for f in report.figures if f.measure == measure and f.ref_area == "Loch"]
    assert [f.time_period for f in found] == [*years, *QUARTERS]
    assert all(f.value is not None for f in found)


def test_an_index_of_years_has_no_quarters_in_it(own: Own, ask: Ask) -> None:
    package = own(HEAD + SALT, builtin=False)
    report = index(ask("Salt", places="Loch", period="2014..2015"), package)
    assert {f.time_period: f.value for f in report.figures} == {
        "2014": 100,
        "2015": pytest.approx(110),
    }
    asked = index(ask("Salt", places="Loch", period="2015-Q1"), package, base=annual(2014))
    assert [(f.value, f.reason) for f in asked.figures] == [(None, "missing_base")]


def test_what_is_within_one_year_stands_in_a_share_of_a_range_if_both_have_it(
    own: Own, ask: Ask
) -> None:
    rows = SALT.replace("Salt,Glen", "All,Loch").replace("All,Loch,2014-Q2", "All,Loch,2013-Q2")
    package = own(HEAD + rows, builtin=False)
    question = ask("Salt", places="Loch", period="2014..2015")
    report = share(question, package, of="All")
    found = [f.time_period for f in report.figures if f.measure.startswith("share:")]
    assert found == ["2014", "2015", *(q for q in QUARTERS if q != "2014-Q2")]
