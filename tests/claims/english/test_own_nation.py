from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.check import Asked, check
from cpstats.claims.english.own_nation import country_of, note_nation
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package

RATES = {"France": 7.4, "Brittany": 5.9, "Alsace": 6.8, "Niger": 3.1, "Spain": 11.2, "Kano": 9.0}


def package(folder: Path, *names: str) -> Package:
    """Return the unemployment rates of some places in 2024 as a table of one's own."""
    rows = [f"{name},2024,{RATES[name]}" for name in names]
    table = folder / "own.csv"
    table.write_text("\n".join(["place,year,Unemployment rate (%)", *rows]), encoding="utf-8")
    return open_package([str(table)])


def verdicts(text: str, own: Package) -> list[str]:
    report = check([of_sentence(text)], own, Asked(every=True))
    return [str(record["verdict"]) for record in report.records]


def test_the_only_country_at_an_end_of_a_table_is_its_nation(tmp_path: Path) -> None:
    for names, country in (
        (("France", "Brittany", "Alsace"), "France"),
        (("Brittany", "Alsace", "France"), "France"),
        (("Brittany", "Alsace"), ""),
        (("France", "Spain", "Brittany"), ""),
        (("Kano", "Niger", "Alsace"), ""),  # Niger is a state of Nigeria too
    ):
        catalogue = package(tmp_path, *names).catalogue
        assert country_of(catalogue, names[0]) == country


def test_the_national_rate_is_that_of_the_country_of_the_table(tmp_path: Path) -> None:
    own = package(tmp_path, "France", "Brittany", "Alsace")
    for text in (
        "In 2024 the unemployment rate in Brittany was 5.9 percent, below the national average of {} percent.",
        "In 2024 the unemployment rate was 5.9 percent in Brittany and {} percent in the nation.",
        "In 2024 the unemployment rate in Brittany was 5.9 percent, compared with {} percent nationwide.",
        "In 2024 the unemployment rate in Brittany was 5.9 percent, while the national rate was {} percent.",
    ):
        assert verdicts(text.format(7.4), own) == ["confirmed", "confirmed"]
        assert verdicts(text.format(6.8), own)[1] == "contradicted"


def test_where_the_nation_is_not_known_its_number_is_nobodys(tmp_path: Path) -> None:
    own = package(tmp_path, "Brittany", "Alsace")
    for text in (
        "In 2024 the unemployment rate in Brittany was 5.9 percent, below the national average of 7.4 percent.",
        "In 2024 the unemployment rate was 5.9 percent in Brittany and 7.4 percent in the nation.",
    ):
        assert verdicts(text, own) == ["confirmed", "unverifiable"]


def test_the_nation_of_a_text_about_a_place_by_its_code_is_known_from_the_beginning() -> None:
    for here, nation in (("360100", "100000"), ("VN", ""), (None, None)):
        memory = Memory(Lexicon({}, {}, {}), Clock(None), here)
        note_nation(memory, here)
        assert memory.nation == nation
