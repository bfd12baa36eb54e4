"""Whether comparisons without a number hold, by the figures of the package."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import cpstats
from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = open_package()

# First figures, real growth of GDP: Beijing 2021 8.5, 2022 0.7, 2023 5.2, 2024 5.2 %; China 2023 5.2, 2024 5.0 %. Disposable
# income of 2024: Beijing 85,415, China 41,314 yuan. GDP 2024 in every release: Shanghai above 53,700, Beijing below 50,000 (亿元).
TRUE = [
    "2024年，北京市地区生产总值增速高于全国平均水平。",
    "2023年，北京经济增速与全国持平。",
    "2023年，北京市地区生产总值增速比上年加快。",
    "2022年，北京市地区生产总值增速较上年大幅回落。",
    "2024年，北京市居民人均可支配收入高于全国平均水平。",
    "2024年，上海市地区生产总值超过北京市。",
]
FALSE = [
    "2024年，北京市地区生产总值增速低于全国平均水平。",
    "2024年，北京经济增速与全国持平。",
    "2022年，北京市地区生产总值增速比上年加快。",
    "2023年，北京市地区生产总值增速较上年回落。",
    "2024年，北京市居民人均可支配收入低于全国平均水平。",
    "2024年，北京市地区生产总值超过上海市。",
]


def verdicts(text: str) -> list[object]:
    report = check([of_sentence(text)], PACKAGE, Asked(published=date(2025, 2, 20)))
    return [claim["verdict"] for claim in report.documents[0]["claims"]]  # type: ignore[index]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_one_holds(text: str) -> None:
    assert verdicts(text) == ["confirmed"]


@pytest.mark.parametrize("text", FALSE)
def test_a_false_one_is_found(text: str) -> None:
    assert verdicts(text) == ["contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，北京市地区生产总值高于全国平均水平。",  # an amount has no average
        "2030年，北京市地区生产总值增速高于全国平均水平。",
    ],
)
def test_what_no_figure_decides_is_counted_and_not_listed(text: str) -> None:
    report = check([of_sentence(text)], PACKAGE, Asked(published=date(2025, 2, 20)))
    assert report.documents[0]["claims"] == []
    assert "comparison with another place" in " ".join(note.en for note in report.notes)


def test_it_has_no_number_in_the_document() -> None:
    report = check([of_sentence(TRUE[0])], PACKAGE, Asked(published=date(2025, 2, 20)))
    (claim,) = report.documents[0]["claims"]  # type: ignore[misc]
    assert (claim["value"], claim["benchmark"]) == (None, "100000")


# China 2022 3.0 %; the other first figures as above.
ENGLISH_TRUE = [
    "GDP growth in Beijing was above the national average in 2024.",
    "In 2021, Beijing's economy grew faster than in the previous year.",
    "Beijing's economy grew more slowly in 2022 than in 2021.",
    "Economic growth in Beijing slowed in 2022.",
    "In 2022, GDP growth in Beijing was lower than China's.",
    "Economic growth in Beijing picked up in 2023.",
]
ENGLISH_FALSE = [
    "GDP growth in Beijing was below the national average in 2024.",
    "In 2021, Beijing's economy grew more slowly than in the previous year.",
    "Beijing's economy grew faster in 2022 than in 2021.",
    "Economic growth in Beijing accelerated in 2022.",
    "In 2022, GDP growth in Beijing was higher than China's.",
    "Economic growth in Beijing slowed in 2023.",
]


@pytest.mark.parametrize("text", ENGLISH_TRUE)
def test_a_true_one_in_english_holds(text: str) -> None:
    assert verdicts(text) == ["confirmed"]


@pytest.mark.parametrize("text", ENGLISH_FALSE)
def test_a_false_one_in_english_is_found(text: str) -> None:
    assert verdicts(text) == ["contradicted"]


# Invented. The jobless rate of Ostmark fell in 2022, 2023 and 2024, that of Westmark rose in 2023.
OWN = """Region,Year,Unemployment rate (%),GDP growth (%),Inflation (%),Population (thousand persons)
Ostmark,2021,7.9,4.4,1.8,512
Ostmark,2022,7.1,3.6,6.2,520
Ostmark,2023,6.3,1.2,4.1,529
Ostmark,2024,5.2,2.9,2.3,541
Westmark,2021,4.6,5.1,2.2,230
Westmark,2022,4.0,2.0,5.5,226
Westmark,2023,5.5,2.4,5.2,221
Westmark,2024,5.3,0.6,1.7,217
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("outright") / "marks.csv"
    file.write_text(OWN, "utf-8")
    return str(file)


def own_verdicts(text: str, table: str, published: date = date(2025, 3, 1)) -> list[str]:
    frame = cpstats.check(text, data=table, published=published).to_frame()
    return list(frame["verdict"]) if len(frame) else []


@pytest.mark.parametrize(
    ("text", "word", "other"),
    [
        ("The jobless rate in Ostmark was higher than Westmark's in 2023.", "higher", "lower"),
        ("In 2022, the unemployment rate in Westmark was below that of Ostmark.", "below", "above"),
        ("In 2024 the jobless rate in Ostmark fell for the third year in a row.", "fell", "rose"),
        ("Inflation in Westmark was lower in 2024 than in 2023.", "lower", "higher"),
        ("In 2024, inflation in Ostmark was lower than in 2022.", "lower", "higher"),
        ("GDP growth in Ostmark exceeded Westmark's in 2024.", "exceeded", "trailed"),
        ("Ostmark's economy grew faster in 2024 than the year before.", "faster", "more slowly"),
        ("Economic growth in Westmark slowed in 2024.", "slowed", "accelerated"),
        (
            "The population of Westmark declined for the second straight year in 2023.",
            "declined",
            "rose",
        ),
        (
            "Growth of GDP in Ostmark fell for the second consecutive year in 2023.",
            "fell",
            "increased",
        ),
    ],
)
def test_a_table_of_ones_own_decides(text: str, word: str, other: str, table: str) -> None:
    assert own_verdicts(text, table) == ["confirmed"]
    assert own_verdicts(text.replace(word, other), table) == ["contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 the jobless rate in Ostmark rose for the third year in a row.",  # 2020 is not known
        "The jobless rate in Westmark was higher in 2024 than in 2023.",  # 5.3 beside 5.5: revised?
        "Unemployment in Westmark was higher than Ostmark's in 2023.",  # how many, or which part
        "The youth unemployment rate in Westmark was higher than Ostmark's in 2023.",
        "Seasonally adjusted unemployment in Westmark was higher in 2022 than in 2021.",
        "Core inflation in Westmark was higher in 2024 than in 2023.",
        "GDP in Ostmark was lower in 2024 than in 2023.",
        "The population of Ostmark was lower than Westmark's in 2024.",
    ],
)
def test_what_a_table_leaves_open_is_not_accused(text: str, table: str) -> None:
    assert "contradicted" not in own_verdicts(text, table)


def test_a_table_that_goes_on_long_after_the_text_was_revised(table: str) -> None:
    text = "The jobless rate in Ostmark was lower than Westmark's in 2021."
    assert own_verdicts(text, table, date(2022, 3, 1)) == []
    assert own_verdicts(text, table) == ["contradicted"]


def test_what_is_not_decided_is_counted_by_its_reason(table: str) -> None:
    text = "In 2023 the jobless rate in Ostmark rose for the third year in a row."
    notes = cpstats.check(text, data=table, published=date(2025, 3, 1)).notes
    assert "comparison with years of which not all have figures" in " ".join(n.en for n in notes)


def test_of_two_columns_that_are_called_nearly_so_neither_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "two.csv"  # invented
    head = 'Region,Year,Unemployment rate (%),"Unemployment rate, seasonally adjusted (%)",Exports (% of GDP)'
    file.write_text(f"{head}\nOstmark,2023,6.0,5.0,30\nOstmark,2024,7.0,4.0,20\n", "utf-8")
    for text in (
        "The unemployment rate in Ostmark was lower in 2024 than in 2023.",
        "Exports in Ostmark were higher in 2024 than in 2023.",
    ):
        assert own_verdicts(text, str(file)) == []
