"""What the title lines of an office's download say: by what it is divided, whose it is, what of it is counted."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

LAND = (
    "Tafel: 4711\nWälder: {},;;\nStatistik der Wälder;;\nWaldfläche (qkm);;\n;{};{}\n;31.12.2019;31.12.2020\n"
    "Oberland;752,50;751,76\nUnterland;1550,87;1550,80\nMittelland;90,82;91,85\n"
)


def test_names_are_places_where_the_title_says_that_the_table_is_divided_by_them() -> None:
    found = rows(LAND.format("Bundesländer, Stichtag", "Stichtag", "Stichtag"))
    assert found[0][:6] == [
        "Statistik der Wälder, Waldfläche",
        "Oberland",
        "2019",
        "level",
        "752.50",
        "square km",
    ]


def test_names_are_asked_about_where_no_title_lists_places() -> None:
    said = refused(LAND.format("Sorten, Stichtag", "Stichtag", "Stichtag"))
    assert "the table does not name its place" in said


DEATHS = (
    "Deaths: {place}, Years, Causes, Sex;;;\n{place};;;\nDeaths (persons);;;\n;;men;women\n"
    "2019;Falls;117;66\n2020;Falls;121;63\n2019;Fire;12;6\n2020;Fire;13;7\n____________;;;\n"
    '"Without\nothers.";;;\n© Office of Norland;2021;;\n'
)


@pytest.mark.parametrize(
    ("name", "code"), [("Deutschland", "DE"), ("Norway", "NO"), ("POLSKA", "PL")]
)
def test_a_line_that_is_a_country_is_the_place_and_the_words_for_a_part_follow_the_title(
    name: str, code: str
) -> None:
    from cpstats.gazetteer import register

    found = rows(DEATHS.format(place=name))
    assert found[0][:6] == ["Deaths, men, Falls", name, "2019", "level", "117", "persons"]
    assert len(found) == 8  # what stands below the rule is no figure
    assert [p.ref_area for p in register.named(name)] == [code]


def test_months_beside_years_under_no_header_are_of_them() -> None:
    found = rows(
        "Births\nNorway\n,,men,women\n2019,January,3,4\n2019,February,5,6\n2020,January,7,8\n"
    )
    assert [(r[0], r[2], r[4]) for r in found][:3] == [
        ("Births, men", "2019-01", "3"),
        ("Births, women", "2019-01", "4"),
        ("Births, men", "2019-02", "5"),
    ]


TRADE = "Exports to partners\nNorway\nUS Dollars\n,2019,2020\nWorld,90,95\nPeru,{},3\nKenya,4,5\nJapan,6,7\n"


def test_countries_below_the_name_of_another_are_asked_about() -> None:
    said = refused(TRADE.format(2))
    assert (
        "a line above the table names “Norway”, and the names beside the figures are other" in said
    )
    assert (
        "--column 1=name (8 figures, the first Exports to partners, World, Norway, 2019: 90" in said
    )
    assert "--column 1=place (8 figures, the first Exports to partners, World, 2019: 90" in said


def test_countries_among_which_is_that_of_the_line_above_are_places() -> None:
    text = TRADE.format(2).replace("Peru", "Norway")
    assert [r[1] for r in rows(text)][::2] == ["World", "Norway", "Kenya", "Japan"]


def test_a_year_below_the_word_for_years_stands_over_the_only_figures() -> None:
    text = "Tabela 7\nPessoas ocupadas\nCód.,Município,Ano\n,,2021\n11,Alta (RO),225\n12,Baixa (RO),111\n"
    assert [r[:3] + r[4:5] for r in rows(text)] == [
        ["Pessoas ocupadas", "Alta (RO)", "2021", "225"],
        ["Pessoas ocupadas", "Baixa (RO)", "2021", "111"],
    ]


def test_small_figures_below_a_year_are_no_months() -> None:
    text = "Cód.,Município,Ano x Tipo\nCód.,Município,2021\nCód.,Município,Total de redes\n11,Alta (RO),1\n12,Baixa (RO),2\n"
    assert [(r[1], r[2], r[4]) for r in rows(text)] == [
        ("Alta (RO)", "2021", "1"),
        ("Baixa (RO)", "2021", "2"),
    ]
