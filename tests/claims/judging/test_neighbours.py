"""What a number would fit if one field of its claim were another: the last month, the year before, the parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.check import Asked, check
from cpstats.claims.judging.neighbours import neighbours
from cpstats.claims.texts import of_sentence
from cpstats.model.period import annual
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.claims.conftest import Judge, Read

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.period import Period

JOBS = """place,period,Payroll employment (thousands),Jobless rate (%)
Kyle,2023-09,13930,3.9
Kyle,2024-08,14230,4.2
Kyle,2024-09,14260,4.1
"""


def test_a_change_of_a_month_may_be_on_the_month_before_or_on_the_year(tmp_path: Path) -> None:
    # 14,260 − 14,230 = 30 and 14,260 − 13,930 = 330 thousand; 4.1 − 4.2 = −0.1, 4.1 − 3.9 = 0.2 points
    table = tmp_path / "jobs.csv"
    table.write_text(JOBS, encoding="utf-8")
    own = open_package([str(table)])
    for text, verdict in (
        ("Payroll employment in Kyle rose by 30,000 in September 2024.", "depends"),
        ("Payroll employment in Kyle rose by 330,000 in September 2024.", "confirmed"),
        ("Payroll employment in Kyle rose by 77,000 in September 2024.", "contradicted"),
        ("The jobless rate in Kyle fell by 0.1 percentage points in September 2024.", "depends"),
        ("The jobless rate in Kyle rose by 0.2 percentage points in September 2024.", "confirmed"),
    ):
        report = check([of_sentence(text)], own, Asked(every=True))
        assert [record["verdict"] for record in report.records] == [verdict], text


def test_what_is_said_itself_is_not_open(judge: Judge) -> None:
    rates = (
        "gdp 110000 2022 growth 0.7",
        "gdp 110000 2023 growth 5.2",
        "gdp 100000 2023 growth 6.9",
    )
    for number, neighbour in (("0.7", "2022"), ("6.9", "China")):
        told = judge(f"In 2023 Beijing's GDP grew {number} percent.", *rates)[0]
        assert told[1] == "contradicted", told
        assert neighbour in told[2]


def test_a_rate_that_another_slowed_from_may_be_of_any_part_of_the_year(judge: Judge) -> None:
    rates = (
        "gdp 110000 2023 growth 5.2",
        "gdp 110000 2022 growth 0.7",
        "gdp 110000 2023-Q1 growth 9.0",
    )
    said = "In 2023 Beijing's GDP grew 5.2 percent, slowing from {} percent."
    assert judge(said.format("9.0"), *rates)[1][1] == "depends"
    assert judge(said.format("19.4"), *rates)[1][1] == "contradicted"


def test_periods_of_which_nothing_is_told_are_no_neighbours(
    read: Read, catalogue: Catalogue
) -> None:
    claim = read("2022年出口额12亿元。进口额5亿元，增长3%。")[2]._replace(
        period_from="context", guessed=True
    )

    def around(told: set[Period] | None) -> set[str]:
        found = neighbours(claim, catalogue, (), fields=("period",), told=told)
        return {str(one.called) for one in found}

    assert {"2021", "2023", "2023-Q1", "2022-H1"} <= around(None)
    assert around({annual(2021), annual(2019)}) == {"2021"}
    assert around(set()) == set()
