"""Tables as those keep them who work with statistics: comments above, titles in corners, years twice. All figures are made up."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, file: str = "t.csv", **said: object) -> list[list[str]]:
    hints = Hints(**said)  # type: ignore[arg-type]
    return [[*row] for found in foreign(file, text.encode(), hints) for row in found.rows]


def test_a_bare_column_of_the_years_of_a_line_holds_no_figures() -> None:
    text = "年別,,年底人口總數,戶數\n民國81年,1992,8210,2110\n民國82年,1993,8340,2150\n民國83年,1994,8420,2190\n"
    found = read(text, place="Taiwan")
    assert {(row[0], row[2], row[4]) for row in found if row[2] == "1993"} == {
        ("年底人口總數", "1993", "8340"),
        ("戶數", "1993", "2150"),
    }
    assert len(found) == 6


def test_growth_with_per_mille_below_it_is_none_in_per_cent() -> None:
    text = "年別,年底人口總數,人口總增加,\n,,年增加率,增加指數\n,,（‰）,\n1992,8210,15.2,100\n1993,8340,15.8,101.6\n1994,8420,9.6,102.6\n"
    found = {(row[0], row[3], row[5]) for row in read(text, place="Taiwan")}
    assert ("人口總增加, 年增加率", "level", "‰") in found
    assert not any(unit == "%" for _, _, unit in found)


def test_overall_men_and_women_are_of_what_the_file_is_called_or_asked_about() -> None:
    text = "Year,Overall,Male,Female\n2001,7.9,6.8,9.9\n2002,7.6,6.3,9.8\n"
    found = read(text, "Unemployment rates.csv", place="Peru")
    assert {row[0] for row in found} == {
        f"Unemployment rates, {who}" for who in ("Overall", "Male", "Female")
    }
    with pytest.raises(DataError, match="does not say what is counted"):
        read(text, place="Peru")


def test_what_the_corner_says_at_length_is_the_title() -> None:
    text = '"Exports of goods, million USD",2002,2003\nPeru,4.1,4.2\nNorway,5.1,5.2\n'
    assert {(row[0], row[5]) for row in read(text)} == {("Exports of goods", "million USD")}
    found = foreign(
        "t.csv", text.replace("Peru", "Tea").replace("Norway", "Ore").encode(), Hints(place="Chile")
    )
    assert found[0].titles["title"] == "Exports of goods, million USD"


def test_a_comma_in_a_comment_above_a_table_divides_no_cells() -> None:
    text = "# Prices of tea, mean of the year\n#   http://example.org/tea\n#\n2005,3.7\n2006,3.9\n2007,2.8\n"
    found = read(text, place="Chile", indicator="prices of tea")
    assert [(row[2], row[4]) for row in found] == [
        ("2005", "3.7"),
        ("2006", "3.9"),
        ("2007", "2.8"),
    ]


MONTHS = "January,106.4,115.3\nFebruary,104.9,113.8\nMarch,106.1,112.9\n"


def test_a_line_over_months_below_years_is_the_name_and_no_month_is_one() -> None:
    text = f"Prices in Ugoda\n,2001,2002\nto the month before,,\n{MONTHS}to December,,\nDecember,160.4,150.3\n"
    found = {(row[0], row[2]): row[4] for row in read(text, place="Peru")}
    assert found["to the month before", "2001-02"] == "104.9"
    assert found["to December", "2002-12"] == "150.3"
    assert len(found) == 8
    alone = read(f"Prices in Ugoda\n,2001,2002\nto the month before,,\n{MONTHS}", place="Peru")
    assert {row[0] for row in alone} == {"to the month before"}
    assert {row[2] for row in alone} >= {"2001-01", "2002-03"}


def test_months_before_the_first_line_over_months_have_no_name() -> None:
    text = f"Prices in Ugoda\n,2001,2002\n{MONTHS}to December,,\nDecember,160.4,150.3\n"
    with pytest.raises(DataError, match="has figures and no indicator"):
        read(text, place="Peru")


def test_a_column_of_months_beside_their_years_holds_no_figures() -> None:
    heads = "Stays of the year\n,,,ALL,MEN\n"
    text = f"{heads}2013,201301,ENERO,4780,2472\n2013,201302,FEBRERO,4790,2480\n2014,201401,ENERO,4810,2490\n"
    found = read(text, place="Peru")
    assert {row[4] for row in found} == {"4780", "2472", "4790", "2480", "4810", "2490"}
    assert {row[2] for row in found} == {"2013-01", "2013-02", "2014-01"}


def test_letters_and_numbers_of_classes_are_no_halves_of_years() -> None:
    text = "Year,E1,E2,H1,H2\n2001,210,570,1230,6150\n2002,218,642,1330,6220\n"
    assert {row[2] for row in read(text, place="Peru")} == {"2001", "2002"}
    halves = read("Year,H1,H2\n2001,1230,6150\n2002,1330,6220\n", place="Peru", indicator="stays")
    assert {row[2] for row in halves} == {"2001-H1", "2001-H2", "2002-H1", "2002-H2"}


TRADE = "日期,挪威:出口金额(万元),丹麦:出口金额(万元),秘鲁:出口金额(万元)\n2023-01,215,118,97\n2023-02,225,108,92\n"


def test_countries_over_what_goes_between_countries_are_asked_about() -> None:
    with pytest.raises(DataError, match="its place or its partner"):
        read(TRADE, place="中国")
    partners = read(TRADE, place="中国", columns={"header": "name"})
    assert {(row[0], row[1]) for row in partners} == {
        (f"{country}, 出口金额", "中国") for country in ("挪威", "丹麦", "秘鲁")
    }
    own = read(TRADE, columns={"header": "place"})
    assert {(row[0], row[1]) for row in own} == {
        ("出口金额", country) for country in ("挪威", "丹麦", "秘鲁")
    }


def test_a_unit_said_in_several_languages_is_one() -> None:
    text = "Gas of the north\n(mln.m³ /млн.м³)\nIndicators,2000,2001\nProduction,5640,5741\nUse,5130,5240\n"
    assert {row[5] for row in read(text, place="Peru")} == {"mln.m3"}


def test_classes_behind_a_word_and_a_colon_stay_in_the_name() -> None:
    text = "ref,area,Age: 0-4,Age: 5-11,Population: male\n20718,Almond,149,216,1211\n20719,Hills,126,181,1193\n20720,Brae,131,190,1207\n"
    found = read(text, period="2020", columns={"area": "place"})
    assert {row[0] for row in found} == {"Age: 0-4", "Age: 5-11", "Population: male"}
    coded = "GEO: Country,TIME_PERIOD: Year,OBS_VALUE: Value\nPE: Peru,2020,5\nCL: Chile,2020,6\n"
    assert {row[1] for row in read(coded, indicator="tea")} == {"Peru", "Chile"}


def test_numbers_of_rows_before_codes_and_years_are_no_figures() -> None:
    text = ",id_municipio,pib,ano\n0,1100015,512,2001\n1,1100023,613,2001\n2,1100031,714,2002\n3,1100049,715,2002\n"
    found = read(text)
    assert {(row[0], row[1], row[4]) for row in found if row[2] == "2002"} == {
        ("pib", "1100031", "714"),
        ("pib", "1100049", "715"),
    }
    assert len(found) == 4


def test_codes_of_series_behind_a_number_of_the_row_are_no_translations() -> None:
    text = "序号,日期,糖产量:当月值,茶产量:当月值\n,指标名称,糖产量:当月值,茶产量:当月值\n,指标ID,EMM00042,EMM00043\n,频率,月,月\n,单位,万吨,万吨\n,发布方,某局,某局\n1,2025-03,21.5,43.1\n2,2025-02,18.9,30.4\n"
    found = read(text, place="Peru")
    assert {(row[0], row[2], row[4], row[5]) for row in found if row[2] == "2025-03"} == {
        ("糖产量", "2025-03", "21.5", "万吨"),
        ("茶产量", "2025-03", "43.1", "万吨"),
    }
