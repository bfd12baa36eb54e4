"""Which span is meant when none is named, and which population a figure per head is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.derivation import derive
from cpstats.answers.growth import growth
from cpstats.answers.narrate import narrate
from cpstats.answers.settings import Settings
from cpstats.errors import UsageError
from cpstats.model.period import annual

if TYPE_CHECKING:
    from tests.answers.conftest import Ask, Own

HEAD = "indicator,ref_area,time_period,obs_value,unit\n"


def test_growth_without_a_span_is_that_of_the_last_years_there_are(own: Own, ask: Ask) -> None:
    rows = [("A", 2003, 2008), ("B", 2005, 2007)]
    text = "".join(
        f"Eels,{p},{y},{100 + 10 * (y - first)},kt\n"
        for p, first, last in rows
        for y in range(first, last + 1)
    )
    report = growth(ask("Eels", places="A B"), own(HEAD + text, builtin=False))
    found = {f.ref_area: (f.base_period, f.time_period, f.value) for f in report.figures}
    # 150 / 100 over five years, 120 / 100 over two
    assert found == {
        "A": ("2003", "2004/2008", pytest.approx(8.4472, abs=1e-4)),
        "B": ("2005", "2006/2007", pytest.approx(9.5445, abs=1e-4)),
    }


def test_a_period_beside_base_and_end_is_refused(own: Own, ask: Ask) -> None:
    package = own(HEAD + "Eels,A,2003,1,kt\nEels,A,2005,2,kt\n", builtin=False)
    question = ask("Eels", places="A", period="2004..2005")
    with pytest.raises(UsageError, match="name two spans"):
        growth(question, package, ends=(annual(2003), annual(2005)))
    with pytest.raises(UsageError, match="name two spans"):
        derive("doubling", question, package, Settings(ends=(annual(2003), annual(2005))))


PEOPLE = "Souls,A,2010,40,万人\nSouls,A,2011,60,万人\n"


@pytest.mark.parametrize(
    ("people", "name", "value", "said"),
    [
        (PEOPLE, "Souls", 2000, "mean of the populations"),  # 10亿 / ((40 + 60) / 2 万)
        (PEOPLE.split("\n", 1)[1], "Souls", 1667, "the same year"),  # 10亿 / 60万
        (PEOPLE.replace("Souls", "Mid-year souls"), "Mid-year souls", 1667, "itself a mean"),
    ],
)
def test_a_figure_per_head_says_over_which_population(
    people: str, name: str, value: float, said: str, own: Own, ask: Ask
) -> None:
    package = own(HEAD + "Yield,A,2011,10,亿元\n" + people, builtin=False)
    question = ask("Yield", places="A", period="2011")
    report = derive("per_head", question, package, Settings(of=name))
    assert [f.value for f in report.figures] == [pytest.approx(value, abs=1)]
    assert any(said in note.en for note in report.notes)


def test_a_figure_per_head_without_people_names_the_population(own: Own, ask: Ask) -> None:
    package = own(HEAD + "Yield,A,2012,10,亿元\n" + PEOPLE, builtin=False)
    report = derive(
        "per_head", ask("Yield", places="A", period="2012"), package, Settings(of="Souls")
    )
    assert [n.en for n in report.notes] == ["2012: A, Souls: no figure for the period (2012)"]


def test_quarters_stand_for_years_that_are_not_there(own: Own, ask: Ask) -> None:
    text = "".join(
        f"Tolls,A,{y}-{q},{v},kt\n" for y, v in ((2021, 10), (2022, 12)) for q in ("Q1", "H1")
    )
    package = own(HEAD + text, builtin=False)
    report = derive("growth", ask("Tolls", places="A", period="2022..2023"), package, Settings())
    assert {f.time_period: f.value for f in report.figures} == {
        "2022-Q1": pytest.approx(20),
        "2022-H1": pytest.approx(20),
    }


def test_an_own_indicator_is_taken_apart_into_single_periods(own: Own, ask: Ask) -> None:
    text = "Tolls,A,2022-Q1,10,kt\nTolls,A,2022-H1,25,kt\n"
    package = own(HEAD + text, builtin=False)
    question = ask("Tolls", places="A", period="2022")
    report = derive("single_periods", question, package, Settings(on="quarter"))
    found = {f.time_period: f.value for f in report.figures if f.value is not None}
    assert found == {"2022-Q1": 10, "2022-Q2": 15}


def test_an_average_names_its_base(own: Own, ask: Ask) -> None:
    text = "Eels,A,2003,100,kt\nEels,A,2004,110,kt\nEels,A,2005,121,kt\n"
    report = narrate(ask("Eels", places="A", period="2004..2005"), own(HEAD + text, builtin=False))
    said = report.text[-1].en
    assert said.startswith("Over 2004–2005 (base 2003), A's eels grew by 10.0 percent per year")
