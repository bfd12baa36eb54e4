"""Small tables that combine two or three difficulties; all names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def rows(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return what is read, each with name, place, period, measure, value, unit and status."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(row[:7]) for row in found.rows}


def test_a_year_of_accounts_before_a_chinese_name_is_no_part_of_the_name() -> None:
    found = rows("青海省情况\n指标,2021年度产值(亿元),2022年度产值(亿元)\n木材,11,12\n")
    assert {(row[0], row[2], row[5]) for row in found} == {
        ("产值, 木材", "2021", "亿元"),
        ("产值, 木材", "2022", "亿元"),
    }


def test_a_year_of_an_era_before_a_unit_is_that_year() -> None:
    found = rows("都道府県別面積\n都道府県,令和2年（千ha）,令和3年（千ha）\n宮城県,51,52\n")
    assert {(row[2], row[4]) for row in found} == {("2020", "51"), ("2021", "52")}


def test_a_year_of_accounts_of_japan_before_a_unit_is_asked_about() -> None:
    text = "都道府県別生産額\n都道府県,令和2年度（億円）,令和3年度（億円）\n宮城県,51,52\n"
    with pytest.raises(DataError, match="does not say which months it covers"):
        rows(text)
    found = rows(text, fiscal="begins")
    assert {(row[2], row[4]) for row in found} == {("2020/21", "51"), ("2021/22", "52")}


@pytest.mark.parametrize("part", ["末", "度", "上半年", "1-9月"])
def test_a_place_behind_a_part_of_a_year_has_its_own_name(part: str) -> None:
    found = rows(f"2022年{part}青海省木材情况\n指标,数量(吨)\n松木,6127\n杉木,3686\n")
    assert {row[1] for row in found} == {"青海省"}


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("* Preliminary figures.", "provisional"),
        ("* vorläufige Werte", "provisional"),
        ("* Planned", "forecast"),
    ],
)
def test_a_mark_behind_a_year_is_what_the_note_says(note: str, status: str) -> None:
    found = rows(f"Peru\nWood,2020,2021,2022*\nFir (kt),5,6,7\nPine (kt),8,9,7\n{note}\n")
    assert {(row[2], row[6]) for row in found} == {("2020", ""), ("2021", ""), ("2022", status)}


def test_a_mark_behind_a_year_that_no_note_explains_is_said_to_be_left_out() -> None:
    text = "Peru\nWood,2020,2021,2022*\nFir (kt),5,6,7\nPine (kt),8,9,7\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert any("marks behind periods are left out" in str(line) for line in found.said)


@pytest.mark.parametrize(
    ("whole", "divided"),
    [
        ("木材产量（万吨）", "人均木材产量（吨）"),
        ("Wood sold (kt)", "Wood sold per head (kg)"),
        ("People", "Density (per km2)"),
    ],
)
def test_growth_behind_an_amount_and_the_same_per_head_is_asked_about(
    whole: str, divided: str
) -> None:
    text = f"2022\nCountry,{whole},{divided},Growth (%)\nPeru,113,209,4.9\nChile,72,217,3.8\n"
    with pytest.raises(DataError, match="an amount per head"):
        rows(text)
    own = text.replace(f"{whole},", f"{whole},Growth (%),").replace(",113", ",113,1.0")
    found = rows(own.replace(",72", ",72,1.1"))
    assert {row[4] for row in found if row[3] == "growth"} == {"4.9", "3.8", "1.0", "1.1"}


@pytest.mark.parametrize("word", ["miles", "mil"])
def test_thousands_of_another_language_are_no_length(word: str) -> None:
    found = rows(f"Perú\nAño,Ocupados ({word}),Caminos (km)\n2021,5,6\n2022,7,8\n")
    assert {(row[0], row[5]) for row in found} == {("Ocupados", "thousand"), ("Caminos", "km")}


def test_a_unit_with_a_sign_that_is_not_known_counts_in_the_corner_too() -> None:
    found = rows("Trade (Zt million),2020,2021\nTimber,5,6\nFruit,7,8\n", place="Peru")
    assert {row[5] for row in found} == {"Zt million"}


@pytest.mark.parametrize("part", ["º tri", "º trim.", "o trimestre"])
def test_quarters_with_an_ordinal_over_the_columns_are_parts_of_their_years(part: str) -> None:
    heads = ",".join(f"{n}{part}" for n in range(1, 5))
    found = rows(f"Perú: madera (kt)\nAño,{heads}\n2021,51,46,47,38\n2022,36,67,58,9\n")
    assert ("2022-Q4", "9") in {(row[2], row[4]) for row in found}


def test_a_minus_behind_numbers_in_groups_is_a_sign_beside_one_that_says_nothing() -> None:
    text = "Peru;;;\nJahr;Kamen;Gingen;Rest\n2020;16.610;31.201;14.591-\n2021;16.380;34.110;17.730-\n2022;x;33.005;/\n"
    found = rows(text, decimal="comma", missing="/")
    assert {row[4] for row in found if row[0] == "Rest"} == {"-14591", "-17730"}
