"""Tables as data banks give them: money of a country beside its figures, letters of scale, days across. All figures are made up."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def test_the_money_of_a_country_is_no_unit_of_figures_of_other_names() -> None:
    found = rows(
        "country,currency_unit,year,output,dwellers\nFrance,Euro,2020,5.5,65\nPeru,Sol,2020,6.5,33\n"
    )
    assert {(r[0], r[5]) for r in found} == {("output", ""), ("dwellers", "")}
    one = rows("country,currency_unit,year,output\nFrance,Euro,2020,5.5\nJapan,Yen,2020,6.5\n")
    assert {r[5] for r in one} == {"Euro", "Yen"}


def test_the_unit_of_one_column_is_not_that_of_the_others() -> None:
    text = "country,year,catch,catch unit,boats\nFrance,2020,5.5,kt,12\nPeru,2020,6.5,kt,14\n"
    assert {(r[0], r[5]) for r in rows(text)} == {("catch", ""), ("boats", "")}
    both = text.replace("catch unit", "unit")
    assert {(r[0], r[5]) for r in rows(both)} == {("catch", "kt"), ("boats", "kt")}


def test_letters_of_scale_are_multiplied_out_and_what_is_rounded_stays_so() -> None:
    text = "country,1900,2000\nFrance,3.28M,20M\nPeru,400k,645\n"
    (found,) = foreign("t.csv", text.encode(), Hints(indicator="dwellers"))
    at = found.header.index("decimals")
    assert [(r[1], r[4], r[at]) for r in found.rows] == [
        ("France", "3280000", "-4"),
        ("France", "20000000", "-6"),
        ("Peru", "400000", "-3"),
        ("Peru", "645", ""),
    ]


def test_one_letter_alone_may_be_a_flag() -> None:
    assert (
        "decimals" not in foreign("t.csv", b"country,Jobs 2020\nFrance,5.5\nPeru,6.5\n")[0].header
    )
    assert "“3.2b”" in refused("country,jobs 2000\nFrance,3.2b\nPeru,4.1b\n")


def test_figures_of_several_scales_keep_their_rounding() -> None:
    (found,) = foreign("t.csv", b"country,sales 2020\nFrance,5.5bn\nPeru,750mn\n")
    at = found.header.index("decimals")
    assert [(r[4], r[at]) for r in found.rows] == [("5500000000", "-8"), ("750000000", "-6")]


def test_days_across_are_refused_as_days_and_where_a_place_lies_is_no_figure() -> None:
    text = "Country,Lat,Long,1/22/20,1/23/20,1/24/20\nFrance,46.2,2.2,0,2,3\nPeru,-9.1,-75,0,3,4\n"
    assert "“1/22/2020” is a day" in refused(text)
    found = rows(
        "Country,Lat,Long,2019,2020\nFrance,46.2,2.2,5,6\nPeru,-9.1,-75,7,8\n", indicator="huts"
    )
    assert [(r[1], r[4]) for r in found] == [
        ("France", "5"),
        ("France", "6"),
        ("Peru", "7"),
        ("Peru", "8"),
    ]


def test_a_first_column_that_is_empty_below_its_header_is_left_out() -> None:
    found = rows("Province,Country,2019,2020\n,France,5,6\n,Peru,7,8\n", indicator="huts")
    assert [(r[1], r[2], r[4]) for r in found[:2]] == [
        ("France", "2019", "5"),
        ("France", "2020", "6"),
    ]


def test_a_day_behind_its_word_alone_on_a_line_is_that_of_the_rows_below() -> None:
    text = "Hütten nach Art;;;\n;;Art;Art\n;;groß;klein\nStichtag: 31.12.2021;;;\nDG;Norway;9;4\n01;Peru;5;3\n01001;Sweden;4;1\n"
    found = rows(text)
    assert {r[2] for r in found} == {"2021-12"}
    assert [r[4] for r in found if r[1] == "Peru"] == ["5", "3"]


def test_a_word_for_what_is_counted_says_it_also_before_a_dash() -> None:
    text = '"Tabela 12 - Cabanas"\n"Variável - Cabanas (Unidades)"\n"País","Ano"\n"","2019","2020"\n"Peru","5","6"\n"Chile","7","8"\n'
    assert {r[0] for r in rows(text)} == {"Cabanas"}


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("(Amount in Rs.)", "Rs."),
        ("Amount in USD million", "USD million"),
        ("In million pesos", "million pesos"),
        ("Value: RM million", "RM million"),
        ("(R million)", "R million"),
        ("(Quantity in '000 tonnes)", "'000 tonnes"),
        ("(Tk. crore)", "Tk. crore"),
    ],
)
def test_a_line_that_says_amounts_or_values_in_a_unit_is_that_unit_alone(
    line: str, unit: str
) -> None:
    found = rows(f'Hut sales\n"{line}"\nCountry,2018,2019\nPeru,40,43\nNorway,5,6\n')
    assert {(r[0], r[5]) for r in found} == {("Hut sales", unit)}


def test_pairs_above_a_header_of_periods_and_numbers_of_series_describe() -> None:
    pairs = '"Показатель";"Число изб";\n"Единица измерения";"человек";\n"Регион";"2020";"2021"\n"Норланд";"5";"6"\n"Зюдланд";"7";"8"\n'
    assert {(r[0], r[1], r[5]) for r in rows(pairs)} == {
        ("Число изб", "Норланд", "persons"),
        ("Число изб", "Зюдланд", "persons"),
    }
    series = (
        '"CÓDIGO DE LA SERIE","T_1","T_2"\n"NÚMERO SECUENCIAL","1","2"\n"DESCRIPCIÓN DE LA SERIE","Té. Tasa","Café. Tasa"\n'
        '"DESCRIPCIÓN DE LAS UNIDADES","Porcentaje","Porcentaje"\n"FRECUENCIA","TRIMESTRAL","TRIMESTRAL"\n'
        '"MAR 2021","-4.1","-2.6"\n"JUN 2021","17.9","18.8"\n"FUENTE","X","X"\n'
    )
    found = rows(series, place="Peru")
    assert [(r[0], r[2], r[4], r[5]) for r in found[:2]] == [
        ("Té. Tasa", "2021-Q1", "-4.1", "percent"),
        ("Café. Tasa", "2021-Q1", "-2.6", "percent"),
    ]


def test_days_with_the_name_of_their_month_between_points_are_months() -> None:
    found = rows("Periodo,Chozas\n01.Ene.2021,5\n01.Feb.2021,6\n01.Mar.2021,7\n", place="Peru")
    assert [r[2] for r in found] == ["2021-01", "2021-02", "2021-03"]


def test_words_of_the_baltic_offices_are_known() -> None:
    text = "Rodiklis,Administracinė teritorija,Matavimo vienetai,Laikotarpis,Reikšmė\nNameliai,Norlandas,kt,2020,5\nNameliai,Pietlandas,kt,2020,6\n"
    assert rows(text)[0][:3] == ["Nameliai", "Norlandas", "2020"]
    assert {r[5] for r in rows(text)} == {"kt"}
