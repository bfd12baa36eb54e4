"""Growth in the words of many languages; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.growth_words import growth_in_words
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.labels import label_of


def kinds(text: str, **hints: str) -> set[tuple[str, str, str]]:
    """Return name, measure and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(row[0], row[3], row[5]) for row in found.rows}


@pytest.mark.parametrize(
    "label",
    [
        "Veränderung gegenüber dem Vorjahr in Prozent",
        "Évolution par rapport au même mois de l'année précédente (%)",
        "Tasa de variación interanual (%)",
        "Variação em relação ao ano anterior (%)",
        "Variazione % sull'anno precedente",
        "Mutatie t.o.v. vorig jaar (%)",
        "Zmiana r/r (%)",
        "Meziroční změna (%)",
        "Förändring från föregående år (%)",
        "Bir önceki yıla göre değişim (%)",
        "Темп прироста, %",
        "Tốc độ tăng (%)",
        "Laju pertumbuhan (%)",
        "전년대비 증가율(%)",
        "y/y, %",
        "% chg from prior year",
    ],
)
def test_growth_on_the_year_before_is_that_of_the_column_before_it(label: str) -> None:
    text = f'Country;Year;Kiosks;"{label}"\nPeru;2021;41;2,5\nChile;2021;52;-3,5\n'
    assert kinds(text) == {("Kiosks", "level", ""), ("Kiosks", "growth", "%")}


def test_growth_in_japanese_and_traditional_chinese() -> None:
    for label in ("対前年増加率（％）", "年增率（%）", "較上年增減率"):
        text = f"国,年,売店,{label}\nペルー,2021,41,2.5\nチリ,2021,52,-3.5\n"
        assert kinds(text) == {("売店", "level", ""), ("売店", "growth", "%")}


def test_growth_on_the_period_before_has_a_name_of_its_own() -> None:
    text = "Land;Monat;Hütten;Veränderung zum Vormonat (%)\nPeru;2021-03;41;2,5\n"
    assert kinds(text) == {
        ("Hütten", "level", ""),
        ("Hütten (previous-period growth)", "growth", "%"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Variación anual",  # of how many?
        "Croissance démographique (%)",  # of what the words say
        "人口増減率",
        "Veränderung 2015 bis 2020 (%)",
        "Average annual growth (%)",
        "Tasa de cambio",
        "Przyrost naturalny (‰)",
    ],
)
def test_what_names_something_or_no_rate_is_no_growth(text: str) -> None:
    assert growth_in_words(text) == ""


def test_growth_behind_three_years_under_a_line_of_units_is_of_the_last() -> None:
    text = (
        "Ernte;;;;\nLand;2021;2022;2023;Veränderung zum Vorjahr in %\n;Mio. Euro;Mio. Euro;Mio. Euro;\n"
        "Peru;61;66;68;3,0\nChile;52;53;54;1,9\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {tuple(r[:6]) for r in found.rows if r[1] == "Peru"} == {
        ("Ernte", "Peru", "2021", "level", "61", "Mio. Euro"),
        ("Ernte", "Peru", "2022", "level", "66", "Mio. Euro"),
        ("Ernte", "Peru", "2023", "level", "68", "Mio. Euro"),
        ("Ernte", "Peru", "2023", "growth", "3.0", "%"),
    }


def test_real_growth_in_another_language_has_its_name() -> None:
    text = "Pays;Année;Récolte (kt);Taux de croissance réel (%)\nPeru;2021;41;2,5\n"
    assert kinds(text) == {("Récolte", "level", "kt"), ("Récolte (real growth)", "growth", "%")}


def test_a_chinese_change_in_a_unit_is_no_growth() -> None:
    text = "地区,年份,户数（万户）,同比增减（万户）,入住率（%）,同比提高（个百分点）\n浙江,2021,41,2,60,1\n"
    assert kinds(text) == {
        ("户数", "level", "万户"),
        ("户数同比增减", "level", "万户"),
        ("入住率", "level", "%"),
        ("入住率同比提高", "level", "个百分点"),
    }


def test_months_so_far_of_a_year_that_is_said_are_no_whole_year() -> None:
    text = "地区,1-6月(吨),1-6月增长(%),上年同期(吨)\n浙江,41,2,40\n"
    (found,) = foreign(
        "t.csv", text.encode(), Hints(indicator="捕捞量", period="2022"), trying=False
    )
    assert {(r[2], r[3], r[4]) for r in found.rows} == {
        ("2022-H1", "level", "41"),
        ("2022-H1", "growth", "2"),
        ("2021-H1", "level", "40"),
    }


@pytest.mark.parametrize(
    "name",
    [
        "Variación porcentual de las ventas",
        "Темп роста производства",
        "売上 前年同月比",
        "Prozentuale Veränderung der Ernte",
        "Variazione percentuale delle vendite",
        "Tốc độ tăng sản lượng",
    ],
)
def test_growth_of_what_the_name_says_is_per_cent_and_that_is_said(name: str) -> None:
    text = f"Country,Indicator,2020,2021\nPeru,{name},102.5,-3.5\nChile,{name},1.5,2.5\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {row[5] for row in found.rows} == {"%"}
    assert any("says growth: its figures are per cent" in str(line) for line in found.said)
    assert kinds(text, unit="index points").pop()[2] == "index points"


@pytest.mark.parametrize(
    "name",
    ["Crecimiento vegetativo", "Естественный прирост", "Темп роста, раз", "Wachstum der Stadt"],
)
def test_what_may_be_counted_otherwise_has_no_unit(name: str) -> None:
    text = f'Country,Indicator,2020,2021\nPeru,"{name}",5,6\nChile,"{name}",7,8\n'
    assert {kind[2] for kind in kinds(text)} == {""}


def test_such_growth_within_one_is_asked_about() -> None:
    text = "Country,Indicator,2020,2021\nPeru,Темп прироста ВВП,0.025,-0.035\n"
    with pytest.raises(QuestionError, match=r"0\.025 may be 2\.5 %"):
        kinds(text)


@pytest.mark.parametrize(
    ("label", "name", "measure"),
    [
        ("Eel prices y/y %", "Eel prices", "growth"),
        ("Eel prices, yoy (%)", "Eel prices", "growth"),
        ("Catch growth q/q", "Catch (previous-period growth)", "growth"),
        ("Catch change y/y", "Catch change y/y", "level"),  # perhaps in tonnes
        ("Jobless rate y/y", "Jobless rate y/y", "level"),  # perhaps in points
        ("World share %", "World share", "level"),
    ],
)
def test_signs_for_growth_on_the_year_before_stand_behind_a_name(
    label: str, name: str, measure: str
) -> None:
    made = label_of(label)
    assert (made.name, made.measure) == (name, measure)
