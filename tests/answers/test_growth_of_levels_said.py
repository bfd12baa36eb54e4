"""Growth of levels in sentences and derived figures, where none is published, and it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.derivation import derive
from cpstats.answers.group import Group
from cpstats.answers.narrate import narrate
from cpstats.answers.settings import Settings

if TYPE_CHECKING:
    from tests.answers.conftest import Ask, Own

    from cpstats.model.report import Report

HEAD = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"
HEAT = (  # 60 to 63 is 5 %, 300 to 306 is 2 %
    "Heat,Moor,2016,level,,60,kt\nHeat,Moor,2017,level,,63,kt\n"
    "Heat,Fell,2016,level,,300,kt\nHeat,Fell,2017,level,,306,kt\n"
)
PAY = "Pay,Moor,2016,level,current,200,元\nPay,Moor,2017,level,current,216,元\n"  # 8 %
SAID = "Growth without a published rate is that of levels of one release"


def notes(report: Report) -> list[str]:
    return [n.en for n in report.notes if n.en.startswith("Growth without")]


def test_a_sentence_tells_growth_of_levels_and_a_note_says_so(own: Own, ask: Ask) -> None:
    question = ask("Heat", places="Moor", vs="Fell", period="2017")
    report = narrate(question, own(HEAD + HEAT, builtin=False))
    (said,) = report.text
    assert "up by 5.0 percent year on year" in said.en
    assert "3.0 percentage points higher than that of Fell" in said.en
    assert "增长5.0%" in said.zh
    assert "高于Fell 3.0个百分点" in said.zh
    assert notes(report) == [SAID]


def test_an_elasticity_is_of_levels_and_what_has_no_price_goes_with_every_basis(
    own: Own, ask: Ask
) -> None:
    question = ask("Heat", places="Moor", period="2017")
    report = derive("elasticity", question, own(HEAD + HEAT + PAY), Settings(of="Pay"))
    (found,) = report.figures
    assert found.value == pytest.approx(0.625)  # 5 / 8
    assert found.price_basis == "current"
    assert notes(report) == [SAID, f"{SAID} at current prices: nominal"]


def test_a_published_real_rate_and_a_nominal_one_of_levels_make_no_elasticity(
    own: Own, ask: Ask
) -> None:
    rows = PAY + "Sales,Moor,2017,growth,constant,4,%\n"
    question = ask("Sales", places="Moor", period="2017")
    (found,) = derive("elasticity", question, own(HEAD + rows), Settings(of="Pay")).figures
    assert found.value is None


def test_real_growth_is_that_of_nominal_levels_less_the_prices(own: Own, ask: Ask) -> None:
    rows = PAY + "Prices,Moor,2017,growth,,2.5,%\n"
    question = ask("Pay", places="Moor", period="2017")
    report = derive("real", question, own(HEAD + rows), Settings(of="Prices"))
    assert [f.value for f in report.figures] == [pytest.approx(5.3659, abs=1e-4)]  # 1.08 / 1.025
    assert notes(report) == [f"{SAID} at current prices: nominal"]


def test_a_mean_of_growth_without_published_rates_is_that_of_levels(own: Own, ask: Ask) -> None:
    rows = HEAT.replace("Moor", "110108").replace("Fell", "110114")
    settings = Settings(group=Group(("110108", "110114")))
    report = derive("mean_rate", ask("Heat", period="2017"), own(HEAD + rows), settings)
    # by hand: (60 times 5 and 300 times 2) over 360
    assert [f.value for f in report.figures] == [pytest.approx(2.5)]
    assert notes(report) == [SAID]
