"""Units in the words of other languages: they are those of English tables."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_recognise import read

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
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
        ("Obrat (mil. Kč)", "Obrat", "million CZK"),
        ("Xuất khẩu (tỷ đồng)", "Xuất khẩu", "billion VND"),
        ("Exportations (Mds F CFA)", "Exportations", "billion FCFA"),
        ("Оборот (трлн руб.)", "Оборот", "trillion ruble"),
        ("Receita (R$ mil)", "Receita", "R$ thousand"),
        ("รายได้ (ล้านบาท)", "รายได้", "million THB"),
        ("Exporturi (mlrd. lei)", "Exporturi", "billion leu"),
        ("日供水量(万吨/日)", "日供水量", "万吨/日"),
        ("Export (milliards de DA)", "Export", "milliards de DA"),
    ],
)
def test_a_unit_of_another_language_is_no_part_of_the_name(text: str, name: str, unit: str) -> None:
    label = label_of(text)
    assert (label.name, in_english(label.unit)) == (name, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Way (miles)",
        "Obrat (mil. EUR)",
        "Boxes (bin)",
        "Tea (in)",
        "Rate (de)",
    ],
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


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Catch; USD million", "USD million"),
        ("Catch Mio. EUR", "Mio. EUR"),
        ("Catch of cities, 1 January 2021 (tonnes)", "tonnes"),
        ("Catch in millions of current US dollars", "millions of US dollars"),
        ("Catch, in millions of US$ at current prices", "millions of US$"),
        ("Thousands of persons at sea", "Thousands of persons"),
        ("Catch (in thousand tonnes unless otherwise stated)", "thousand tonnes"),
        ("Captura. Unidades: miles de toneladas", "thousand tonnes"),
        ("어획량 (단위: 톤)", "tonnes"),
        ("Безработица, % от рабочей силы", "% of рабочей силы"),
        ("Pêcheurs (% de la population)", "%"),
        ("الصيادون (بالألف)", "thousand"),
    ],
)
def test_a_title_gives_its_unit_in_the_words_of_offices(title: str, unit: str) -> None:
    text = f"{title}\nCountry\t2021\nPeru\t41\nChile\t52\n"
    (found,) = foreign("t.tsv", text.encode(), Hints(), trying=False)
    assert {row[5].removeprefix("in ") for row in found.rows} == {unit}


@pytest.mark.parametrize(
    "title", ["Births per thousand", "Cities over 1 million", "Cities of a million", "Boats"]
)
def test_a_number_that_something_is_compared_with_is_no_scale(title: str) -> None:
    text = f"{title}\nCountry\t2021\nPeru\t41\nChile\t52\n"
    (found,) = foreign("t.tsv", text.encode(), Hints(), trying=False)
    assert {row[5] for row in found.rows} == {""}


def test_a_share_over_a_table_is_its_title_where_no_other_line_is() -> None:
    text = "Share of adults at sea by region\nCountry,2021\nPeru,4.1%\nChile,5.2%\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(row[0], row[5]) for row in found.rows} == {("Share of adults at sea by region", "%")}
    text = "Fishers by region\nPercentage of adults\nCountry,2021\nPeru,4.1\nChile,5.2\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(row[0], row[5]) for row in found.rows} == {
        ("Fishers by region", "Percentage of adults")
    }
