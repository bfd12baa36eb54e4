"""Units in the corner, classes of amounts, names that stand once over their times; all names and figures are invented."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_small_tables import rows

from cpstats.errors import DataError


@pytest.mark.parametrize(
    "text",
    [
        "Peru 2020\nGood (kt),Exports,Imports\nTin,11,12\nZinc,21,22\n",
        "Peru\nGood (kt),Home 2020,Abroad 2020\nTin,11,12\nZinc,21,22\n",
        "Peru\nMonth (kt),Tin,Zinc\n2020-01,11,12\n2020-02,21,22\n",
        "Ores (kt),Tin 2020,Tin 2021\nPeru,11,12\nChile,21,22\n",
    ],
)
def test_a_unit_in_the_corner_is_that_of_figures_without_one(text: str) -> None:
    assert {(row[4], row[5]) for row in rows(text)} == {(n, "kt") for n in ("11", "12", "21", "22")}


def test_a_unit_in_the_corner_is_no_unit_of_shares_nor_beside_another() -> None:
    text = "Peru 2020\nItem (kt),Exports,Share (%)\nTin,11,12.5\nZinc,21,22.5\n"
    assert {(row[4], row[5]) for row in rows(text)} == {
        ("11", "kt"),
        ("21", "kt"),
        ("12.5", "%"),
        ("22.5", "%"),
    }
    other = rows(text.replace("Share (%)", "Value (million USD)"))
    assert {row[5] for row in other} == {"", "million USD"}


def test_a_unit_over_classes_is_not_that_of_the_figures() -> None:
    text = "Peru 2020\nPlot size (ha),Farms,Cows\n0-7,11,12\n7-9,21,22\n"
    with pytest.raises(DataError, match="names over the columns are places") as caught:
        rows(text)
    ways = getattr(caught.value, "ways", ())
    assert [way.flag for way in ways] == ["--area Peru", "--column header=place"]
    assert {row[5] for row in rows(text, place="Peru")} == {""}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("households by income (thousand kroner)", ""),
        ("Haushalte nach Einkommen (EUR)", ""),
        ("households by income (thousands)", "thousand"),
        ("income by age (EUR)", "EUR"),
        ("sales by turnover (million EUR)", "million EUR"),
    ],
)
def test_money_behind_classes_of_an_amount_is_no_unit_of_what_is_counted(
    title: str, unit: str
) -> None:
    found = rows(f"Norway: {title}\nClass,2020,2021\n0-300,7100,7200\n300-900,8100,8200\n")
    assert {row[5].removesuffix("s") for row in found} == {unit}
    assert len(found) == 4


def test_names_that_stand_once_over_their_times_hold_for_these() -> None:
    text = "Country,Item,Year,Value,Unit\nPeru,Oca,2020,11,kt\n,,2021,12,kt\n,Maca,2021,21,kt\nChile,Oca,2020,31,kt\n,,2021,32,kt\n"
    assert {(row[0], row[1], row[2], row[4]) for row in rows(text)} == {
        ("Oca", "Peru", "2020", "11"),
        ("Oca", "Peru", "2021", "12"),
        ("Maca", "Peru", "2021", "21"),
        ("Oca", "Chile", "2020", "31"),
        ("Oca", "Chile", "2021", "32"),
    }
    with pytest.raises(DataError, match="indicator"):  # a total of the years before
        rows(text.replace(",,2021,32", ",,2020,32"))


def test_actual_figures_beside_budgeted_ones_have_the_name_of_the_title() -> None:
    text = "Peru: fees (million PEN)\nItem,2020 Actual,2021 Actual,2022 Budget\nTolls,11,12,13\n"
    found = {(row[2], row[6], row[0]) for row in rows(text)}
    assert {(when, status) for when, status, _ in found} == {
        ("2020", ""),
        ("2021", ""),
        ("2022", "forecast"),
    }
    assert len({name for *_, name in found}) == 1


def test_first_and_final_figures_of_years_of_accounts_are_marked_so() -> None:
    text = "日本（億円）\n項目,2018年度確報,2019年度速報\n運賃,11,12\n"
    found = {(row[1], row[2], row[6]) for row in rows(text, fiscal="begins")}
    assert found == {("日本", "2018/19", "final"), ("日本", "2019/20", "provisional")}


def test_the_number_of_a_note_in_brackets_is_no_part_of_a_name_where_the_note_stands() -> None:
    text = (
        "Province,Huts 2020,Goats 2020 (1 000)\nOstmark (1),31,2.5\nWestmark,18,1.5\n(1) Revised.\n"
    )
    found = {(row[0], row[1], row[4], row[5]) for row in rows(text)}
    assert found == {
        ("Huts", "Ostmark", "31", ""),
        ("Goats", "Ostmark", "2.5", "thousand"),
        ("Huts", "Westmark", "18", ""),
        ("Goats", "Westmark", "1.5", "thousand"),
    }
    apart = rows(text.replace("Westmark", "Ostmark (2)"))
    assert {row[1] for row in apart} == {"Ostmark (1)", "Ostmark (2)"}


def test_a_letter_with_one_bracket_behind_a_year_is_its_status() -> None:
    found = rows("Chile;\nJahr;Hütten\n2019;11\n2020;12\n2021 p);13\n")
    assert {(row[2], row[6]) for row in found} == {
        ("2019", ""),
        ("2020", ""),
        ("2021", "provisional"),
    }


@pytest.mark.parametrize("years", ["2018,,,2019,,", "2018,2018,2018,2019,2019,2019"])
def test_a_word_for_years_behind_parts_of_years_is_the_whole_of_each(years: str) -> None:
    text = f"Peru: beds\nType,{years}\n,H1,H2,Year,H1,H2,Year\nInns,11,12,23,14,15,29\n"
    assert {(row[2], row[4]) for row in rows(text)} == {
        ("2018-H1", "11"),
        ("2018-H2", "12"),
        ("2018", "23"),
        ("2019-H1", "14"),
        ("2019-H2", "15"),
        ("2019", "29"),
    }


def test_a_letter_for_quarters_behind_an_ordinal_is_one() -> None:
    found = rows("Chile;;;\nItem;Unidade;1.º T 2018;2.º T 2018\nBarcos;milhares;11,5;12,5\n")
    assert {(row[2], row[4]) for row in found} == {("2018-Q1", "11.5"), ("2018-Q2", "12.5")}


@pytest.mark.parametrize("parts", [("H1", "H2"), ("Jan", "Feb")])
def test_a_total_and_a_mean_beside_two_parts_of_years_leave_these_parts(
    parts: tuple[str, str],
) -> None:
    text = f"Peru: sunshine (hours)\nYear,{parts[0]},{parts[1]},Total,Average\n2018,11,13,24,12\n2019,12,14,26,13\n"
    found = {(row[2], row[4]) for row in rows(text) if row[0] == "sunshine"}
    first, second = ("H1", "H2") if parts[0] == "H1" else ("01", "02")
    assert found == {
        (f"2018-{first}", "11"),
        (f"2018-{second}", "13"),
        (f"2019-{first}", "12"),
        (f"2019-{second}", "14"),
    }


def test_classes_behind_a_word_for_by_in_another_language_are_of_what_the_title_counts() -> None:
    found = rows(
        "Chile: viviendas por salario (euros)\nSalario,2018,2019\n0-300,7100,7200\n300-900,8100,8200\n"
    )
    assert {(row[0], row[5]) for row in found} == {
        ("viviendas por salario, 0-300", ""),
        ("viviendas por salario, 300-900", ""),
    }


def test_names_below_a_word_with_a_unit_are_names_rather_than_places() -> None:
    text = (
        "Chile;;;\nPoste (M€);2018;2019;Part 2019 (%)\nGages;11,5;12,5;60,5\nLoyers;8,5;9,5;39,5\n"
    )
    with pytest.raises(DataError, match="whether they are places") as caught:
        rows(text)
    assert next(way.flag for way in getattr(caught.value, "ways", ())).endswith("=name'")
