"""Months and quarters that are numbers beside the year, codes beside words, and what is no scale. The figures are made up."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import rows


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Año;Mes", "2022-03"),
        ("Jahr;Monat", "2022-03"),
        ("Rok;Miesiąc", "2022-03"),
        ("Yıl;Ay", "2022-03"),
        ("NM_YR;NM_MTH", "2022-03"),
        ("Año;Trimestre", "2022-Q3"),
        ("Jahr;Quartal", "2022-Q3"),
    ],
)
def test_the_first_months_of_a_year_are_no_quarters(words: str, period: str) -> None:
    text = f"Huts in Kenya\n{words};Huts\n2022;1;5,1\n2022;2;5,2\n2022;3;5,3\n"
    assert [r[2] for r in rows(text, place="Kenya")][-1] == period


BLANK = (
    "Indicator,Country,Frequency,Scale,Unit,2020,2021\n"
    "Hens sold,Peru,Annual,Billions,USD,1.1,1.2\nHens sold,Chile,Annual,Billions,USD,2.1,2.2\n"
    "Idle hens,Peru,Annual,,Percent,5.4,6.2\n"
)


def test_a_blank_scale_is_not_that_of_the_lines_above() -> None:
    found = {(r[0], r[1], r[2]): (r[4], r[5]) for r in rows(BLANK)}
    assert found["Hens sold", "Chile", "2021"] == ("2.2", "billion USD")
    assert found["Idle hens", "Peru", "2020"] == ("5.4", "Percent")


CODED = (
    "FREQ,Frequenza,REF_AREA,Territorio,SEX,Sesso,TIME_PERIOD,Osservazione\n"
    "A,annuale,PE1,Ucayali,1,maschi,2020,501\nA,annuale,PE1,Ucayali,2,femmine,2020,502\n"
    "A,annuale,PE2,Loreto,1,maschi,2020,601\nA,annuale,PE2,Loreto,2,femmine,2020,602\n"
)


def test_codes_of_sexes_beside_their_words_are_no_figures() -> None:
    found = {(r[1], r[4]) for r in rows(CODED, indicator="Huts")}
    assert found == {("Ucayali", "501"), ("Ucayali", "502"), ("Loreto", "601"), ("Loreto", "602")}


def test_names_behind_codes_of_states_are_the_places() -> None:
    text = "STATE,NAME,HUTS2020,HUTS2021\n00,Ruritania,9,10\n01,Ostland,5,6\n02,Westland,4,4\n"
    assert {r[1] for r in rows(text)} == {"Ruritania", "Ostland", "Westland"}
    assert {r[0] for r in rows(text)} == {"HUTS"}


TOTALS = (
    "Dwellers by town and sex;;;;\nPeriod;Town;Sex;;\n;;HM;H;M\n"
    "2021;Ost;1001;401;600\n;West;2002;902;1100\n2020;Ost;1003;403;600\n;West;2004;904;1100\n"
)


def test_the_first_column_below_a_word_for_sexes_holds_figures() -> None:
    found = {(r[1], r[2], r[4]) for r in rows(TOTALS)}
    assert {("Ost", "2021", "1001"), ("West", "2020", "2004"), ("Ost", "2020", "600")} <= found
    assert len(found) == 12  # 2 places, 2 years, 3 columns


LINES = "Labour force by town\n{line}\nTown,2020,2021\nOst,5.1,5.2\nWest,6.1,6.2\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Women", "Labour force by town, Women"),
        ("Unemployment rate", "Labour force by town, Unemployment rate"),
        ("Both sexes", "Labour force by town"),
        ("Quarterly", "Labour force by town"),
    ],
)
def test_a_line_below_the_title_that_says_of_whom_is_not_dropped(line: str, name: str) -> None:
    assert {r[0] for r in rows(LINES.format(line=line))} == {name}


UNITS = (
    "Idle hens\nPeriod;Peru;;;Chile;;\n;Sex;;;Sex;;\n;HM;H;M;HM;H;M\n;%;%;%;%;%;%\n"
    "4.º Trimestre de 2022;6,5;6,1;6,9;6,4;6,0;6,8\n3.º Trimestre de 2022;6,1;5,6;6,5;6,0;5,5;6,5\n"
)


def test_units_below_the_labels_of_merged_groups_go_with_them() -> None:
    found = {(r[1], r[2], r[4], r[5]) for r in rows(UNITS)}
    assert ("PE", "2022-Q4", "6.1", "%") in found or ("Peru", "2022-Q4", "6.1", "%") in found
    assert len(found) == 12
    assert not any("M" in (r[5] or "") for r in rows(UNITS))  # men, not millions


@pytest.mark.parametrize("head", ["Constant (2015)", "Constante (2015)"])
def test_a_year_in_brackets_behind_constant_is_that_of_the_prices(head: str) -> None:
    text = f"Output of Peru\nYear,Output current (EUR m),Output {head} EUR m\n2020,5.1,4.1\n2021,6.1,4.2\n"
    assert {r[4] for r in rows(text)} == {"5.1", "6.1", "4.1", "4.2"}


NOTED = (
    "Trade of Peru\nIn USD millions\n,,2000,2001,2002 2,2003,2004\nSold,,88,87,92,93,94\n,Tea,51,47,45,46,47\n,Art,37,40,47,47,47\n"
    "Bought,,98,97,99,99,99\n,Tea,61,67,65,65,65\n,Art,37,30,34,34,34\n1,without the shops of the villages\n2,since 2002 with the shops of the towns\n"
)


def test_notes_behind_numbers_below_a_table_end_it_and_mark_a_year() -> None:
    found = {(r[0], r[2]): r[4] for r in rows(NOTED, place="Peru")}
    assert found["Bought, Tea", "2002"] == "65"
    assert len(found) == 30  # 6 names, 5 years


SERIES = (
    'Data from: the bank\n,HUT.M.N.0.4.AVR\n,"Huts of the coast - Overall index, Annual rate of change, Adjusted"\n'
    "Collection:,Average (A)\nPeriod/Unit:,[Percentage change ]\n,,obs. status\n2023Aug,5.3,Estimated value (E)\n2023Jul,5.4,Normal value (A)\n"
)


def test_words_for_flags_below_the_labels_of_a_data_bank_stand_beside_them() -> None:
    (one, _) = rows(SERIES, place="Peru")
    assert one[0].startswith("Huts of the coast - Overall index, Annual rate of change")
    assert (one[2], one[3], one[4], one[5]) == ("2023-08", "growth", "5.3", "%")


KEPT = (
    "DATE,DATE_NAME,DATE_TYPE,GEOGRAPHY,GEOGRAPHY_NAME,GEOGRAPHY_CODE,GEOGRAPHY_TYPECODE,GENDER,GENDER_NAME,GENDER_SORTORDER,OBS_VALUE,URN,RECORD_OFFSET\n"
    "2020,2020,date,209,Ostland,E1,499,1,Male,0,501,Nm-1,0\n2020,2020,date,209,Ostland,E1,499,2,Female,1,502,Nm-2,1\n"
    "2020,2020,date,210,Westland,E2,499,1,Male,0,601,Nm-3,2\n2020,2020,date,210,Westland,E2,499,2,Female,1,602,Nm-4,3\n"
)


def test_columns_of_how_names_are_kept_are_no_figures() -> None:
    found = {(r[0], r[1], r[4]) for r in rows(KEPT, indicator="Huts")}
    assert found == {
        ("Huts, Male", "Ostland", "501"),
        ("Huts, Female", "Ostland", "502"),
        ("Huts, Male", "Westland", "601"),
        ("Huts, Female", "Westland", "602"),
    }


STACKED = (
    "Wages of Peru\nVariation in %\n\n,1991,,,1992,,\nQuarters,I,II,III,I,II,III\n\nYearly variation,7.8,7.7,7.5,4.9,4.8,5.1\n\n"
    ",1993,,,1994,,\nQuarters,I,II,III,I,II,III\n\nYearly variation,1.3,1.4,1.5,0.6,0.5,0.4\n"
)


def test_a_header_of_two_rows_that_comes_again_with_other_years_begins_the_next_part() -> None:
    found = {r[2]: r[4] for r in rows(STACKED)}
    assert (found["1992-Q3"], found["1993-Q1"], found["1994-Q2"]) == ("5.1", "1.3", "0.5")
    assert len(found) == 12


GROUPED = (
    "CODGEO,LIBGEO,REG,DEP,HUTS2018\n01001,Au,84,01,771\n01002,Ried,84,01,253\n"
    "03005,Egg,84,03,127\n02004,Zell,32,02,619\n"
)


@pytest.mark.parametrize("text", [GROUPED, GROUPED.partition("03005")[0]])
def test_codes_of_groups_beside_codes_of_their_parts_are_no_figures(text: str) -> None:
    assert {r[0] for r in rows(text, period="2018")} == {"HUTS2018"}


MARGINS = (
    'Label,Ostland Estimate,Ostland Margin of Error\nHuts,"3,601,020","±1,201"\n'
    'Boats,"2,420,105","±8,012"\nCarts,"2,250,110",±999\n'
)


def test_margins_of_error_are_no_places() -> None:
    found = rows(MARGINS, place="Peru", period="2020")
    assert {r[4] for r in found} == {"3601020", "2420105", "2250110"}
