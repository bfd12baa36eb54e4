"""Units in the words of other languages: they are those of English tables."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_recognise import read

from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.unit_words import in_english, is_unit


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Logements (en milliers)", "Logements", "thousand"),
        ("Umsatz in Millionen Euro", "Umsatz", "million Euro"),
        ("Ocupados (miles de personas)", "Ocupados", "thousand persons"),
        ("Выпуск, тыс. тонн", "Выпуск", "thousand tonnes"),
        ("Экспорт (млн. долл. США)", "Экспорт", "million US dollar"),
        ("Powierzchnia (tys. ha)", "Powierzchnia", "thousand ha"),
        ("Produção (mil toneladas)", "Produção", "thousand tonnes"),
        ("日供水量(万吨/日)", "日供水量", "万吨/日"),
    ],
)
def test_a_unit_of_another_language_is_no_part_of_the_name(text: str, name: str, unit: str) -> None:
    label = label_of(text)
    assert (label.name, in_english(label.unit)) == (name, unit)


@pytest.mark.parametrize(
    "text",
    ["Way (miles)", "Obrat (mil. Kč)", "Boxes (bin)", "Tea (in)", "Rate (de)"],
)
def test_a_word_that_means_something_else_too_is_left_in_the_name(text: str) -> None:
    assert label_of(text).name == text


@pytest.mark.parametrize("text", ["t/d", "吨/日", "m3/d", "millions de tonnes"])
def test_a_unit_per_day_is_a_unit(text: str) -> None:
    assert is_unit(text)


def test_a_unit_per_day_is_no_list_of_units() -> None:
    found = read("指标：日供水能力\n单位：吨/日\n地区,2019年\n河北省,1050\n山西省,2050\n")
    assert [row[4:6] for row in found.rows] == [["1050", "吨/日"], ["2050", "吨/日"]]


def test_the_unit_is_written_in_english() -> None:
    found = read("Région;Logements (en milliers) 2019\nBretagne;340,5\nCorse;40,25\n")
    assert [row[0] for row in found.rows] == ["Logements", "Logements"]
    assert [row[4:6] for row in found.rows] == [["340.5", "thousand"], ["40.25", "thousand"]]
