"""Small tables that combine two or three difficulties; all names and figures are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_place_of_a_country_is_no_other_country_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("State,2021,2022\nNorland,5,6\nGeorgia,6,7\nTotal,11,13\n")
    import_files(
        [str(tmp_path / "t.csv")],
        open_package(),
        folder=tmp_path / "p",
        hints=Hints(place="Peru", indicator="huts"),
    )
    places = (tmp_path / "p" / "places.csv").read_text(encoding="utf-8")
    assert "\nGeorgia,Georgia,Georgia,,PE," in places


def test_the_nation_in_a_japanese_title_is_not_china() -> None:
    text = "全国消費者物価指数（2020年＝100）\n年月,総合\n2023年1月,104.7\n2023年2月,104.0\n"
    with pytest.raises(DataError, match="does not name its place"):
        rows(text)


@pytest.mark.parametrize("rank", ["Rang", "Lugar nacional", "Rank per head", "人均排名"])
def test_a_rank_has_no_unit_of_the_title_and_is_left_out(rank: str) -> None:
    found = rows(f"Holz 2022 (Tonnen)\nLand,Menge,{rank}\nPeru,5120,1\nChile,4100,2\n")
    assert {row[4] for row in found} == {"5120", "4100"}


def test_a_title_that_ends_in_a_rank_is_a_title() -> None:
    found = rows("2022年各省产值排名\n排名,省份,产值(亿元)\n1,甘肃,5120\n2,青海,4100\n")
    assert {(row[1], row[4]) for row in found} == {("甘肃", "5120"), ("青海", "4100")}


def test_a_value_keeps_the_unit_that_stands_with_other_words() -> None:
    found = rows("Peru\nYear,Sold (t),Value (NZ$ million FOB)\n2021,5,6\n2022,7,8\n")
    assert {row[5] for row in found} == {"t", "NZ$ million"}


def test_months_in_roman_numerals_and_from_january_on_are_parts_of_their_year() -> None:
    found = rows("Peru\nRzecz,IX 2022,I-IX 2022\nMaszyny,51,461\nDomy,36,367\n")
    assert {row[2] for row in found} == {"2022-09", "2022-01/2022-09"}


def test_days_with_blanks_and_numbers_of_who_were_asked_are_periods() -> None:
    found = rows("Peru;;\nDomy;31. 12. 2021;31. 12. 2022\nMalé;51;52\nVelké;36;37\n")
    assert {row[2] for row in found} == {"2021", "2022"}
    found = rows("Peru (%)\nHuts,2021 (n=5120),2022 (n=4980)\nOld,51,52\nNew,36,37\n", place="Peru")
    assert {row[2] for row in found} == {"2021", "2022"}


def test_a_part_is_of_the_whole_that_holds_it() -> None:
    found = rows(
        "Peru (kt)\nHolz,2021,2022\nAlles,379,378\nBirke,152,151\nw tym stare,195,196\n",
        place="Peru",
    )
    assert {row[0] for row in found if row[4] in ("195", "196")} == {"Alles, w tym stare"}


def test_a_row_of_units_with_thousands_is_no_row_of_figures() -> None:
    text = "Land;2021;;2022;\nRegion;1 000;%;1 000;%\nOst;14,7;30,9;13,0;31,2\nWest;76,5;3,2;76,2;3,3\n"
    found = rows(text, indicator="Holz", place="Peru")
    assert {(row[4], row[5]) for row in found if row[2] == "2021"} >= {
        ("14.7", "thousand"),
        ("30.9", "%"),
    }


def test_the_unit_in_brackets_in_the_corner_counts_beside_days() -> None:
    text = "Firm\n(in thousands of EUR),12/31/2022,12/31/2021\nCash,1203,998\nDebt,5210,5002\n"
    assert {row[5] for row in rows(text, place="Peru")} == {"thousands of EUR"}


def test_a_line_of_per_cent_over_a_group_is_their_unit() -> None:
    text = "Sold,2021,2022\nThousand,,\nOld,51,52\nNew,36,37\nPer cent,,\nOld,58.6,58.4\nNew,41.4,41.6\n"
    found = rows(text, place="Peru")
    assert {row[5] for row in found if "." in row[4]} == {"%"}


def test_growth_behind_a_change_is_of_what_changed() -> None:
    text = "Nederland;;;\nKwartaal;Open (x 1 000);Mutatie t.o.v. vorig kwartaal (x 1 000);Mutatie t.o.v. een jaar eerder (%)\n2023-Q1;437,3;-5,2;-3,1\n2023-Q2;428,0;-9,3;-8,5\n"
    assert {row[0] for row in rows(text) if row[3] == "growth"} == {"Open"}


@pytest.mark.parametrize("years", [("2020-21", "2021-22"), ("2020/21", "2021/22")])
def test_years_of_two_before_a_unit_are_periods(years: tuple[str, str]) -> None:
    found = rows(
        f"Peru\nCrop,{years[0]} (lakh bags),{years[1]} (lakh bags)\nRice,51,52\nRye,36,37\n",
        place="Peru",
    )
    assert {(row[2], row[5]) for row in found} == {
        ("2020/21", "lakh bags"),
        ("2021/22", "lakh bags"),
    }


def test_a_row_of_units_keeps_the_money_in_them() -> None:
    found = rows("Peru\n,Visitors,Bets\nQuarter,thousand,MOP million\n2023Q1,51,46\n2023Q2,52,47\n")
    assert {row[5] for row in found} == {"thousand", "MOP million"}


def test_growth_in_two_columns_of_japan_is_of_what_each_stands_behind() -> None:
    found = rows(
        "日本の貿易（百万円）\n年月,輸出額,伸率（％）,輸入額,伸率（％）\n2023年4月,828,2.6,872,-2.3\n2023年5月,729,0.6,866,-9.9\n"
    )
    assert {(row[0], row[4]) for row in found if row[3] == "growth"} >= {
        ("輸出額", "2.6"),
        ("輸入額", "-2.3"),
    }
