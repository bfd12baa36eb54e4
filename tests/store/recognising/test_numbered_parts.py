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
