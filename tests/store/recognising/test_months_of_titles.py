"""Tables that were read wrong in silence, or by a line that was proposed; all figures are made up."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.recognise import recognise


def read(text: str, **hints: str) -> set[tuple[str, str, str, str, str, str]]:
    """Return name, place, period, measure, value and unit of each figure of a table."""
    found = recognise(sheets("t.csv", text.encode())[0], Hints(**hints))
    return {tuple(row[:6]) for row in found.rows}  # type: ignore[misc]


def periods(text: str, **hints: str) -> dict[str, str]:
    """Return the period of each figure of a table by its digits."""
    return {row[4]: row[2] for row in read(text, **hints)}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("4月(吨),1-4月(吨)", ["2021-04", "2021-01/2021-04"]),
        ("4月当月(吨),1-4月累计(吨)", ["2021-04", "2021-01/2021-04"]),
        ("4月份当月值,1-4月份累计值", ["2021-04", "2021-01/2021-04"]),
        ("1-4月累计(吨),同比增长(%)", ["2021-01/2021-04", "2021-01/2021-04"]),
        ("1-6月累计(吨),同比增长(%),6月当月(吨)", ["2021-H1", "2021-H1", "2021-06"]),
    ],
)
def test_a_month_under_the_year_of_a_title_is_that_month(header: str, expected: list[str]) -> None:
    values = ["51", "62", "73"][: len(expected)]
    others = ["54", "65", "76"][: len(expected)]
    lines = [
        "2021年采石量,,",
        f"地区,{header}",
        f"甲省,{','.join(values)}",
        f"乙省,{','.join(others)}",
    ]
    found = periods("\n".join(lines))
    assert [found[v] for v in values] == expected


def test_growth_behind_a_month_and_the_months_so_far_is_asked_about() -> None:
    with pytest.raises(DataError, match="of the months so far"):
        read("2021年采石量,,,\n地区,4月(吨),1-4月(吨),同比增长(%)\n甲省,51,62,3\n乙省,54,65,4\n")


def test_numbered_weeks_are_no_halves_of_a_year() -> None:
    with pytest.raises(DataError, match="weeks"):
        read("France: rhume;;\nSemaine;Cas;Lits\n2021-S01;12;18\n2021-S02;10;15\n")


def test_a_title_says_that_its_years_end_in_june() -> None:
    text = (
        "Australia: wool sold (year ended 30 June), t,\nClip,2021,2022\nFine,11,12\nCoarse,13,14\n"
    )
    assert periods(text) == {"11": "2020/21", "12": "2021/22", "13": "2020/21", "14": "2021/22"}


def test_a_unit_in_the_notes_is_that_of_all_figures() -> None:
    rows = "Kanton,2021,2022\nUri,1200,1300\nZug,1400,1500\n"
    for note, unit in (
        ("Angaben in Tausend Franken", "thousand franc"),
        ('"Note: Figures are in lakh tonnes. (P) Provisional."', "lakh tonnes"),
    ):
        found = read(f"{rows}{note},,\n", indicator="Steuern")
        assert {row[5] for row in found} == {unit}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Ελλάδα: ναύτες (σε χιλιάδες)", ("Θάλασσα", "Λίμνη")),
        ("ישראל: מלחים (באלפים)", ("ים", "אגם")),
    ],
)
def test_a_scale_in_greek_and_hebrew_is_read(title: str, names: tuple[str, str]) -> None:
    text = f"{title};;\nX;2021;2022\n{names[0]};11,5;12,5\n{names[1]};13,5;14,5\n"
    assert {row[5] for row in read(text)} == {"thousand"}


def test_a_title_gives_the_yield_its_own_unit() -> None:
    text = "Peru: reeds (in thousand tonnes; yield in mt/ha),\nRegion,Production 2021,Yield 2021\nOst,11,1.5\nWest,12,1.6\n"
    units = {(row[0], row[5]) for row in read(text)}
    assert units == {("Production", "thousand tonnes"), ("Yield", "mt/ha")}


def test_a_share_in_a_table_of_money_is_no_money_and_what_stands_behind_it_not_of_it() -> None:
    text = "青森県の林業（単位：百万円、％）,,\n産業,2021年,構成比,対前年比\n松,2104,36.7,104.6\n杉,404,7.0,103.9\n"
    found = read(text, place="Peru", period="2021")
    assert {(row[0], row[5]) for row in found if "松" in row[0]} == {
        ("青森県の林業, 松", "百万円"),
        ("構成比, 松", "%"),
        ("対前年比, 松", "%"),
    }


def test_estimates_beside_one_another_keep_the_name_of_the_title() -> None:
    text = "Peru: output growth (%),\nQuarter,First estimate,Revised estimate\n2021-Q1,0.2,0.1\n2021-Q2,0.5,0.6\n"
    assert {(row[0], row[3]) for row in read(text)} == {
        ("output, First estimate", "growth"),
        ("output, Revised estimate", "growth"),
    }


def test_per_cent_in_the_corner_is_of_all_figures_and_ages_alone_are_asked_about() -> None:
    found = read("Peru;;\nTasas (%);2021;2022\nTrabajo;61,8;62,2\nPesca;9,3;7,9\n")
    assert {row[5] for row in found} == {"%"}
    with pytest.raises(DataError, match="what is counted"):
        read(
            "시도별,계,15-29세,60세이상\n,2021,2021,2021\n강원도,810,110,280\n충청북도,905,130,305\n단위: 천명,,,\n"
        )


def test_the_base_of_an_index_whose_word_is_joined_to_another_is_kept() -> None:
    text = "Sverige: fiskeindex 2015=100;;\nMånad;Index;Ändring, %\n2021M01;112,3;1,2\n2021M02;110,1;-2,0\n"
    assert {row[5] for row in read(text) if row[3] == "level"} >= {"2015年=100"}


def test_quarters_in_danish_halves_in_croatian_and_numbers_of_rows() -> None:
    found = periods("Danmark;;\nVare;1. kvt. 2021;2. kvt. 2021\nMel;11;12\nGryn;13;14\n")
    assert found["11"] == "2021-Q1"
    found = periods(
        "Hrvatska;;\nRoba;I. polugodište 2021.;I. polugodište 2022.\nSir;11;12\nMed;13;14\n"
    )
    assert found["12"] == "2022-H1"
    text = "S/N,State,Huts 2021,Huts 2022\n1,Lagos,53,65\n2,Rivers,23,72\n3,Ogun,73,60\n"
    assert {row[4] for row in read(text)} == {"53", "65", "23", "72", "73", "60"}


def test_a_word_that_says_its_unit_in_brackets_is_not_in_that_of_the_title() -> None:
    text = "Norway: felled (kt),\nCrop,2021\nBark,512.1\nPine (1000 m3),11020\nMoss (%),4.4\n"
    assert {(row[0], row[5]) for row in read(text)} == {
        ("felled, Bark", "kt"),
        ("felled, Pine", "1000 m3"),
        ("felled, Moss", "%"),
    }


@pytest.mark.parametrize("line", ["scale: 1000,", "Scale,Thousands", "Multiplier: 3,"])
def test_a_line_that_says_the_scale_is_no_title(line: str) -> None:
    text = f"Unit: persons,\n{line}\nRegion: Norway,\nHerders,\nyear,value\n2021,25.1\n2022,24.3\n"
    assert {(row[0], row[5]) for row in read(text)} == {("Herders", "thousand persons")}


def test_per_cent_behind_the_unit_of_amounts_is_not_theirs() -> None:
    text = "Chile: funds,\n(CLP billion; % of GDP in italics),\nItem,2021\nLent,57512.1\n% of GDP,23.9\n"
    assert {(row[0], row[5]) for row in read(text)} == {
        ("Lent", "CLP billion"),
        ("Lent (% of GDP)", "%"),
    }


def test_rates_beside_numbers_have_the_name_of_the_title() -> None:
    head = "Denmark: falls,,,,\nCause,2020,,2021,\n,Number,Per 100 000,Number,Per 100 000\n"
    text = f"{head}Ice,15512,2.9,15410,3.1\nSnow,12301,2.1,12205,3.2\n"
    assert {row[0] for row in read(text) if "Ice" in row[0]} == {
        "falls, Number, Ice",
        "falls, Per 100 000, Ice",
    }


def test_cubic_metres_in_a_title_are_no_month_and_a_note_may_say_which_months() -> None:
    text = "Oman: air sold (billion m3),,,\nKind,2021,2022,2023*\nWarm,8.1,8.4,6.6\nCold,40.2,43.3,32.0\n* January to September,,,\n"
    found = periods(text)
    assert [found[v] for v in ("8.1", "8.4", "6.6")] == ["2021", "2022", "2023-01/2023-09"]


def test_thousands_that_a_title_or_a_line_says_are_of_units_over_columns() -> None:
    rows = "State,2021 (acres),2022 (acres)\nIowa,30500,30400\nOhio,13500,13400\n"
    for head in (
        "Farm land (thousands),,\n",
        "Farm land,,\n(000 omitted),,\n",
        "Farm land,,\nScale: thousands,,\n",
    ):
        assert {row[5] for row in read(head + rows)} == {"thousand acres"}


def test_what_is_counted_in_thousands_is_a_title_and_islands_are_places() -> None:
    found = read("Samoa: visitors (thousands),\nOrigin,2021\nOld,12.1\nNew,5.0\n")
    assert {(row[0], row[5]) for row in found} == {
        ("visitors, Old", "thousands"),
        ("visitors, New", "thousands"),
    }
    found = read("Table 2. Tonga: huts (number),\nIsland,2016\nTongatapu,12953\nVavau,2715\n")
    assert {row[1] for row in found} == {"Tongatapu", "Vavau"}


def test_the_base_in_a_corner_and_francs_of_africa_are_units() -> None:
    text = "Sverige;;\nIndex 2015=100;2021;2022\nTotalt;108,9;118,0\nMat;107,2;117,5\n"
    found = read(text, indicator="Priser", columns={"Index 2015=100": "name"})  # type: ignore[arg-type]
    assert {row[5] for row in found} == {"2015年=100"}
    text = "Benin: funds,\nin billions of CFA francs,\nYear,Sum\n2021,1512.1\n2022,1712.0\n"
    assert {row[5] for row in read(text)} == {"billions FCFA"}


def test_miles_over_columns_of_spanish_tables_are_thousands_and_years_to_others_of_accounts() -> (
    None
):
    text = "Argentina: empleo,,\nSector,Miles 2021,Miles 2022\nPúblico,34.2,35.1\nOtro,94.0,95.2\n"
    assert {(row[0], row[5]) for row in read(text)} == {
        ("Público", "thousand"),
        ("Otro", "thousand"),
    }
    text = "Fiji: huts sold,,\nType,2021 to 2022,2022 to 2023\nOld,12.1,10.4\nNew,11.2,99.9\n"
    assert set(periods(text).values()) == {"2021/22", "2022/23"}


def test_a_part_without_a_unit_of_its_own_has_that_of_its_whole() -> None:
    text = "甲县,,\n指标,单位,2021年\n采石量,万吨,120.1\n#花岗岩,,20.3\n木材,立方米,80.5\n"
    assert {(row[0], row[5]) for row in read(text)} >= {("采石量, 其中:花岗岩", "万吨")}


@pytest.mark.parametrize("head", ["Item", "Crop"])
def test_the_scale_of_a_title_is_not_that_of_figures_in_days(head: str) -> None:
    text = (
        f"Fiji: guests (thousands),\n{head},2021\nCame,31.6\nStay (days),4.1\nTents (number),412\n"
    )
    units = {row[4]: row[5] for row in read(text)}
    assert units == {"31.6": "thousands", "4.1": "days", "412": "number"}
    text = "Fiji: guests (thousands),,\nYear,Came,Stay (days)\n2021,31.6,4.1\n2022,636.3,4.2\n"
    assert {row[5] for row in read(text)} == {"thousands", "days"}


def test_a_section_in_per_cent_of_the_total_is_no_part_of_the_line_above_it() -> None:
    text = "Kenya: loans,\n,2021\nKSh billion,\nFarm,90.1\nTown,501.2\nPer cent of total,\nFarm,3.1\nTown,17.5\n"
    assert {(row[0], row[5]) for row in read(text)} == {
        ("KSh billion, Farm", "KSh billion"),
        ("KSh billion, Town", "KSh billion"),
        ("Per cent of total, Farm", "%"),
        ("Per cent of total, Town", "%"),
    }
