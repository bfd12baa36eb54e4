"""Headers of public tables that say places, parts and units in unusual cells; figures made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise
from cpstats.store.sheet import Sheet


def _read(text: str, **hints: object) -> list[tuple[str, str, str, str, str]]:
    rows = tuple(tuple(line.split(";")) for line in text.strip().splitlines())
    made = recognise(Sheet("made_up.csv", rows, tuple(range(1, len(rows) + 1))), Hints(**hints))
    at = {name: n for n, name in enumerate(made.header)}
    names = ("indicator", "ref_area", "time_period", "obs_value", "unit")
    return [tuple(row[at[name]] for name in names) for row in made.rows]


def test_a_word_for_places_above_the_title_is_of_the_names_below_it() -> None:
    table = """12 Provinsi (2020=100);;;
;Inflasi Beras 12 Provinsi (2020=100) (Persen);;
;2023;;
;Januari;Februari;Tahunan
Uri;1.5;2.5;-
Zug;3.5;4.5;-"""
    assert _read(table)[0] == (
        "Inflasi Beras 12 Provinsi(2020=100)",
        "Uri",
        "2023-01",
        "1.5",
        "percent",
    )


def test_halves_with_a_month_in_brackets_are_halves_and_a_word_for_the_year_is_no_name() -> None:
    table = """;Ratio of huts by canton;;;;;
;Urban;;;Rural;;
;2023;;;2023;;
;Semester 1 (March);Semester 2 (September);Annual;Semester 1 (March);Semester 2 (September);Annual
Uri;1;2;3;4;5;6
Zug;7;8;9;10;11;12"""
    read = _read(table)
    name = "Ratio of huts by canton"
    assert [row[2] for row in read[:3]] == ["2023-H1", "2023-H2", "2023"]
    assert {row[0] for row in read} == {f"{name}, Urban", f"{name}, Rural"}


def test_a_percentage_beside_a_base_has_its_own_unit_and_an_index_has_none_but_the_base() -> None:
    table = """Year;Inflation (2015=100), %;Price index (2015=100) (%)
2020;1.5;108.5
2021;2.5;111.2"""
    units = {row[0]: row[4] for row in _read(table, place="Peru")}
    assert units == {"Inflation(2015=100)": "%", "Price index(2015=100)": "2015年=100"}


def test_a_state_behind_a_comma_is_no_unit() -> None:
    table = """Area;Year;Huts
Dale, MD Area;2020;5
Hill, GA Area;2020;6"""
    assert [row[4] for row in _read(table)] == ["", ""]


def test_countries_over_the_figures_do_not_say_what_is_counted() -> None:
    table = """country;year;Chile;Kenya
Japan;2020;5;6
Japan;2021;7;8"""
    with pytest.raises(QuestionError, match="“Chile” does not say what is counted"):
        _read(table)
    mixed = table.replace("Chile", "huts")
    with pytest.raises(QuestionError, match=r"“South Korea” over the figures is a country"):
        _read(mixed.replace("Kenya", "South Korea"))
    assert len(_read(mixed)) == 4  # one word alone may be another: Chicken, Turkey


def test_a_long_number_above_a_table_is_none_of_its_figures() -> None:
    table = """Tables of an office;;;;
Visits to huts;;;;Huts, all series
Visits by area of the huts;;;;0156250119952022202312
;;;;
Area;Series;2019;2020;Change, %
Uri;big;5;6;20
Zug;small;7;8;14.3"""
    assert [row[2:4] for row in _read(table) if row[1] == "Uri"][:2] == [
        ("2019", "5"),
        ("2020", "6"),
    ]


def test_the_last_line_of_a_label_is_its_place() -> None:
    rows = (
        ("Kind", "Year", "inc_z_PE\nIncome of huts\nPeru", "inc_z_CL\nIncome of huts\nChile"),
        ("big", "2020", "5", "6"),
        ("big", "2021", "7", "8"),
    )
    made = recognise(Sheet("made_up.csv", rows, (1, 4, 5)), Hints())
    assert [row[1] for row in made.rows] == ["Peru", "Chile", "Peru", "Chile"]
    assert made.rows[0][0] == "inc_z, Income of huts, big"


def test_months_of_six_digits_that_stand_alone_are_read_and_the_years_of_accounts_are_not() -> None:
    table = "Zeit;Town;Huts\n{0};Uri;5\n{0};Zug;6"
    assert [row[2] for row in _read(table.format("202412"))] == ["2024-12", "2024-12"]
    with pytest.raises(Exception, match="“201112” is no period"):
        _read(table.format("201112"))


def test_columns_that_repeat_parts_of_a_code_are_left_out() -> None:
    table = """Zeit;Id;District;Block;House;Residents
202412;011002;01;10;02;350
202412;011103;01;11;03;360
202412;021004;02;10;04;371"""
    read = _read(table, columns={"Id": "place"})
    assert read[0] == ("Residents", "011002", "2024-12", "350", "")
    assert len(read) == 3


def test_three_capitals_are_no_unit_with_a_scale() -> None:
    table = """Date;D0;Price index
2000-01;TLK;1.6
2000-02;TLK;1.7"""
    assert {row[4] for row in _read(table, place="Peru")} == {""}


def test_numbers_of_rows_before_more_periods_are_left_out() -> None:
    table = "tg;t;Price\n" + "".join(f"{n};2020-{n + 1:02};{n + 3}\n" for n in range(6))
    read = _read(table + ";2020-07;9\n;2020-08;11", place="Peru")
    assert {row[0] for row in read} == {"Price"}


def test_names_without_figures_below_the_header_are_rows_and_indented_ones_lie_in_those_above() -> (
    None
):
    table = """Area;Huts
All;
Rural;
Ost 시;100
  Au구;10
  Ried구;20
West 시;200
  Au구;30"""
    names = {row[1]: row[3] for row in _read(table.replace(" 시", "광역시"), period="2023")}
    assert names["Au구, Ost광역시"] == "10"
    assert names["Au구, West광역시"] == "30"


def test_names_of_money_among_many_names_are_no_units() -> None:
    towns = ("Bolivar", "Caucete", "Feliciano", "Trancas", "Colon")
    table = "Year;Province;Type;Huts\n" + "\n".join(
        f"2020;Uri;{t};5{n}" for n, t in enumerate(towns)
    )
    read = _read(table, columns={"Type": "name"})
    assert {row[4] for row in read} == {""}
    assert read[0][0] == "Huts, Bolivar"


def test_one_name_in_a_table_without_a_header_below_a_country_is_asked_about() -> None:
    lines = ["# Residents of Spain;;;", "#;;;"]
    lines += [f"{1 + year // 2015};Navarra;{year};{633000 + year}" for year in range(2010, 2020)]
    with pytest.raises(QuestionError, match="“Navarra”"):
        _read("\n".join(lines))


def test_numbers_under_the_word_of_names_beside_them_are_their_codes() -> None:
    table = """estado;comuna_nome;comuna;huts
Ost;Au;2;50
Ost;Ried;3;60
West;Moos;2;70"""
    assert {row[0] for row in _read(table, period="2020", columns={"comuna_nome": "place"})} == {
        "huts"
    }


def test_countries_beside_lines_of_all_are_partners_where_the_file_tells_of_trade() -> None:
    rows = [("Year", "Series", "Country", "Value")]
    rows += [("2020", "Value", country, "5") for country in ("", "Peru", "Chile", "Japan")]
    with pytest.raises(QuestionError, match="its place or its partner"):
        recognise(Sheet("exports.csv", tuple(rows), tuple(range(1, 6))), Hints())


def test_numbers_of_an_outline_are_no_figures_and_a_line_they_begin_with_is_no_header() -> None:
    table = """Level;Name;2019;2020
1;Huts;;
1.1;old huts;5;6
1.2;new huts;7;8
1.3;all huts;12;14
2;Boats;;
2.1;old boats;3;4"""
    read = _read(table, place="Peru")
    assert {row[0] for row in read} == {"old huts", "new huts", "all huts", "old boats"}
    assert len(read) == 8


def test_names_of_two_capitals_are_first_asked_about_as_places() -> None:
    states = "".join(
        f"{n};{state};5;6\n" for n, state in enumerate(("RO", "AC", "AM", "RR", "PA"), 11)
    )
    with pytest.raises(QuestionError) as asked:
        _read(f"Cod;Nome;2019;2020\n{states}")
    assert asked.value.ways[0].flag == "--column Nome=place"


def test_how_many_there_are_is_not_in_the_unit_of_amounts_that_the_title_has() -> None:
    table = """Wind power by region (GWh);;
Series;2020;2021
Use;5;6
Number of turbines;800;900"""
    units = {row[0].rpartition(", ")[2]: row[4] for row in _read(table, place="Peru")}
    assert units == {"Use": "GWh", "Number of turbines": ""}


def test_numbers_in_thousands_are_the_numbers_only() -> None:
    rows = [
        ["Huts and share of huts by area", "", "", "", ""],
        [
            "(Data are of a sample of 30 huts.1 Numbers in thousands, margin of error in points as appropriate.)"
        ],
        ["Area", "Number", "", "Percent", ""],
        ["", "Estimate", "Margin of error", "Estimate", "Margin of error"],
        ["", "2020", "2020", "2020", "2020"],
        ["Uri", "847", "60", "17.6", "1.3"],
        ["Zug", "73", "10", "10.4", "1.4"],
    ]
    filled = tuple((*row, *[""] * (5 - len(row))) for row in rows)
    made = recognise(Sheet("made_up.csv", filled, tuple(range(1, 8))), Hints())
    at = made.header.index("unit")
    assert {(row[4], row[at]) for row in made.rows if row[1] == "Uri"} == {
        ("847", "thousand Number"),
        ("60", "thousand Number"),
        ("17.6", "Percent"),
        ("1.3", "Percent"),
    }
    table = """Huts by area;;
(Numbers in thousands);;
;Number;Percent
;2020;2020
Uri;847;17.6
Zug;73;10.4"""
    assert {row[4] for row in _read(table)} == {"thousands", "%"}
