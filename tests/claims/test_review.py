"""The district review of December 2025 and the other texts of the corpus beside the project.

What is asked of the review: the sentence that started it is judged by both readings, what only the
review says is not confirmed by it, and no sentence is called false that may be true.
"""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_file
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "changping_14fyp_2025"
RATES = {"2021": 8.5, "2022": 0.7, "2023": 5.2, "2024": 5.2}  # as first announced


@pytest.fixture(scope="module")
def checked(shared: Path) -> dict[str, Any]:
    """Return the documents of `check/1` of every text, by its name."""
    folder, package = shared / "claims", open_package()
    found = {}
    with (folder / "texts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = "100000" if row["place"] == "CN" else row["place"]
            own = (
                ("cp_review_2025",) if row["name"] == REVIEW else ()
            )  # its figures are in the data
            day = date.fromisoformat(row["published"])
            asked = Asked(published=day, place=place, exclude=own)
            document = of_file(str(folder / "texts" / f"{row['name']}.txt"))
            found[row["name"]] = check([document], package, asked).documents[0]
    return found


def claims(checked: dict[str, Any], surface: str) -> list[dict[str, Any]]:
    return [c for c in checked[REVIEW]["claims"] if c["surface"] == surface]


def test_no_text_has_a_claim_that_is_called_false(checked: dict[str, Any]) -> None:
    wrong = [
        (name, claim["surface"], claim["reason"])
        for name, document in checked.items()
        for claim in document["claims"]
        if claim["verdict"] in ("contradicted", "inconsistent")
    ]
    assert wrong == []


def test_the_sentence_that_started_it_holds_for_the_four_years_that_were_known(
    checked: dict[str, Any],
) -> None:
    # 4.86 [4.81, 4.91] for 2021–2024, by hand from the four rates; 6.2 − 4.86 = 1.34 [1.24, 1.44]
    average = next(c for c in claims(checked, "6.2%") if c["indicator"] == "gdp")
    gap = next(c for c in claims(checked, "1.3个百分点") if c["indicator"] == "gdp")
    expected = {"6.2%": (6.163, 6.063, 6.263), "1.3个百分点": (1.337, 1.237, 1.437)}
    for claim in (average, gap):
        assert claim["verdict"] == "depends"
        assert claim["period_readings"] == ["2021/2024", "2021/2025"]
        four = [e for e in claim["evidence"] if e["reading"] == "2021/2024"]
        assert [e["verdict"] for e in four] == ["confirmed"]
        made = four[0]["computed"]
        rounded = tuple(round(made[name], 3) for name in ("value", "low", "high"))
        assert rounded == pytest.approx(expected[claim["surface"]], abs=0.001)
        other = {e["verdict"] for e in claim["evidence"] if e["reading"] == "2021/2025"}
        assert "contradicted" in other  # against the city's own 5.2 for five years


def test_the_four_rates_are_the_evidence(checked: dict[str, Any]) -> None:
    package = open_package()
    document = checked[REVIEW]
    gap = next(c for c in document["claims"] if c["surface"] == "1.3个百分点")
    inputs = [i for e in gap["evidence"] if e["reading"] == "2021/2024" for i in e["inputs"]]
    city = next(i for i in inputs if i["ref_area"] == "110000")
    assert (city["measure"], city["time_period"]) == ("average_growth", "2021/2024")
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

    question = Question(indicators=("gdp",), places=("110000",))
    rates = Figures.of(package, question, ("gdp",)).growths("gdp", "110000")
    assert {str(p): f.value for p, f in rates.items() if str(p) in RATES} == RATES


def test_the_level_that_was_passed_is_confirmed_by_that_of_2024(checked: dict[str, Any]) -> None:
    (level,) = claims(checked, "1800亿元")
    assert level["verdict"] == "confirmed"
    assert {e["computed"]["value"] for e in level["evidence"] if e["verdict"] == "confirmed"} == {
        1811.9
    }


def test_what_only_the_review_says_is_not_confirmed_by_it(checked: dict[str, Any]) -> None:
    every = checked[REVIEW]["claims"]
    used = {s for c in every for e in c["evidence"] for s in e["sources"]}
    assert "cp_review_2025" not in used
    alone = [c for c in every if c["reason"] == "only this text gives it (cp_review_2025)"]
    assert {c["verdict"] for c in alone} == {"unverifiable"}
    assert len(alone) >= 15
