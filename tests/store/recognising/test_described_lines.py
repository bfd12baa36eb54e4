"""What lines above and cells among the figures say in words: units of ids, months by name, remarks, what is counted."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

BANK = (
    "Tea Graph Observations,,\nHelp: on the page,,\n,,\nTEAQ,{one},\nHUTS,{two},\n,,\nobservation_date,TEAQ,HUTS\n"
    "2020-01-01,21.9,5\n2020-04-01,20.7,6\n2020-07-01,20.5,7\n"
)


def test_a_line_that_describes_a_label_says_its_unit() -> None:
    one = '"Sales of Tea, without Cups, Billions of Chained 2012 Dollars, Quarterly, Seasonally Adjusted"'
    text = BANK.format(one=one, two='"Huts, Index 2015=100, Quarterly"')
    units = {r[0]: r[5] for r in rows(text, place="Peru")}
    assert units == {"TEAQ": "Billions of Dollars", "HUTS(2015=100)": "2015年=100"}
    text = BANK.format(one='"Sales of Tea, Dollars, Number"', two="Huts")
    assert {r[5] for r in rows(text, place="Peru")} == {""}


MONTHS = "Jun 25,Jul 25,Ago 25,Sep 25,Oct 25,Nov 25,Dic 25,Ene 26,Feb 26"


def test_months_with_two_digits_of_their_year_are_no_days_where_each_follows_the_one_before() -> (
    None
):
    text = "periodo,Tea,Cups\n" + "".join(f"{m},4.{n},5\n" for n, m in enumerate(MONTHS.split(",")))
    assert [r[2] for r in rows(text, place="Peru") if r[0] == "Tea"][5:8] == [
        "2025-11",
        "2025-12",
        "2026-01",
    ]
    assert "by the day" in refused(text.replace("Ene 26", "Ene 25"))


FOUNDED = (
    "Huts,,,\nUBIGEO,Distrito,2020,2021\n010101,Ostdorf,5,6\n010102,Westdorf 9/,District founded in 2021,7\n"
    "020101,Westdorf,8,9\n020102,Norddorf,10,11\n\n9/ Founded by law.\n"
)


def test_a_remark_in_place_of_a_figure_is_proposed_as_missing_and_marked_names_have_their_codes() -> (
    None
):
    said = refused(FOUNDED)
    assert "If it is the sign for a missing figure: --missing Districtfoundedin2021." in said
    found = rows(FOUNDED, missing="Districtfoundedin2021")
    assert [r[1] for r in found if r[2] == "2021"] == [
        "Ostdorf",
        "Westdorf (010102)",
        "Westdorf (020101)",
        "Norddorf",
    ]


@pytest.mark.parametrize("figure", ["£5.1", "FY 2021"])
def test_what_is_no_remark_is_not_dropped(figure: str) -> None:
    assert "--missing" not in refused(FOUNDED.replace("District founded in 2021", figure))


STAYS = "Hospital stays - by place of stay\n{line}\nPeriod: 2020-2021\n\nRegião,2020,2021\nOst,5,6\nWest,7,8\n"


def test_what_a_line_counts_by_the_word_in_the_corner_is_in_the_name() -> None:
    text = STAYS.format(line="Total value por Região e Ano")
    assert {r[0] for r in rows(text)} == {"Hospital stays - by place of stay, Total value"}
    text = STAYS.format(line="Total value por Escola e Ano")
    assert {r[0] for r in rows(text)} == {"Hospital stays - by place of stay"}


def test_names_are_proposed_as_places_before_the_numbers_beside_them() -> None:
    text = (
        "Boats of 2020\nDistrict number of old,Number,NOMBRE,Total,Men\n"
        "01,0014,Ostdorf,5,3\n01,0029,Westdorf,6,3\n02,0014,Norddorf,7,4\n"
    )
    said = refused(text)
    assert "--column NOMBRE=place" in said.split("Read so:")[1].split(";")[0]


def test_letters_of_classes_over_columns_are_no_units() -> None:
    text = "Area,Huts,Ports,Ships,Rafts\n,A,G_I,J,K\nNorway,5,6,7,8\nPeru,7,8,9,10\n"
    found = {(r[0], r[5]) for r in rows(text, period="2020")}
    assert found == {("A, Huts", ""), ("G_I, Ports", ""), ("J, Ships", ""), ("K, Rafts", "")}
    text = "Area,Heat,Tea,Ships\n,J,t,kt\nNorway,5,6,7\nPeru,7,8,9\n"
    assert {(r[0], r[5]) for r in rows(text, period="2020")} == {
        ("Heat", "J"),
        ("Tea", "t"),
        ("Ships", "kt"),
    }


GROUPS = "Area,Tea,Cups\n,2009,\nNorway,5,6\nPeru,7,8\n,{year},\nNorway,9,10\nPeru,11,12\n"


def test_a_year_over_a_group_may_have_the_mark_of_a_break() -> None:
    found = [r for r in rows(GROUPS.format(year="2010B")) if r[:2] == ["Tea", "Peru"]]
    assert [(r[2], r[4]) for r in found] == [("2009", "7"), ("2010", "11")]
    assert "no place" in refused(GROUPS.format(year="2010p"))  # a status is not dropped


def test_the_line_of_an_update_is_no_name() -> None:
    text = "Update, 28/01/2022,,\nHut dwellers,,\nΠεριφέρεια,2020,2021\nOst,5,6\nWest,7,8\n"
    assert {r[0] for r in rows(text)} == {"Hut dwellers"}
    text = "Hut dwellers (updated 28/01/2022),,\nRegion,2020,2021\nOst,5,6\nWest,7,8\n"
    assert all(r[0].startswith("Hut dwellers") for r in rows(text))


def test_codes_of_states_behind_towns_are_no_units_though_a_town_is_called_like_a_country() -> None:
    text = "Town,2020\nAlta Vista (MG),5\nJordania (MG),7\nBaixa Vista (PB),9\nOutra (RO),11\n"
    found = rows(text, indicator="Huts", columns={"Town": "place"})
    assert [(r[0], r[1], r[5]) for r in found][:3] == [
        ("Huts", "Alta Vista (MG)", ""),
        ("Huts", "Jordania (MG)", ""),
        ("Huts", "Baixa Vista (PB)", ""),
    ]
    found = rows("Area,2020\nNorway (MW),5\nPeru (GW),7\n", indicator="Power")
    assert [(r[1], r[5]) for r in found] == [("Norway", "MW"), ("Peru", "GW")]


def test_days_with_the_ending_of_their_number_are_days() -> None:
    text = "Day,Tea,Cups\n1st June 2020,5,6\n1st July 2020,7,8\n1st August 2020,9,10\n"
    assert [r[2] for r in rows(text, place="Peru") if r[0] == "Tea"] == [
        "2020-06",
        "2020-07",
        "2020-08",
    ]
    days = "".join(f',"January 1st, {y}",5,6\n' for y in (2023, 2022, 2021)).replace("\n,", "\n")
    found = rows(f"Area,Tea,Cups\n{days[1:]}", place="Peru")
    assert {r[2] for r in found} == {"2023", "2022", "2021"}


def test_a_year_as_a_whole_with_a_mark_stands_among_its_months() -> None:
    head = ",".join(f"2019|{m}<P>" for m in ("Enero", "Febrero", "Marzo", "Anual"))
    found = rows(f"Descriptores,{head}\nHuts,5,6,7,18\nBoats,1,2,3,6\n", place="Peru")
    assert [(r[2], r[4]) for r in found if r[0] == "Huts"] == [
        ("2019-01", "5"),
        ("2019-02", "6"),
        ("2019-03", "7"),
        ("2019", "18"),
    ]


PAIRS = (
    '"Flow:","Grants","","Amount:","Current Prices (USD millions)","","Sector:","Tea",""\n\n'
    '"","","Time Period","2014","2015","2016","2017"\n"Donor","Recipient","",\n'
    '"All donors","Peru","","5.1","6.2","7","8"\n"All donors","Norway","","7.3","8.4","9","10"\n'
)


def test_a_line_of_several_words_and_values_is_in_the_name() -> None:
    found = rows(PAIRS)
    name = "Grants, Current Prices (USD millions), Tea, All donors"
    assert [(r[0], r[1], r[2], r[5]) for r in found][:2] == [
        (name, "Peru", "2014", "USD millions"),
        (name, "Peru", "2015", "USD millions"),
    ]
    of_file = (
        PAIRS.replace("Flow:", "Source:").replace("Amount:", "Unit:").replace("Sector:", "Date:")
    )
    assert {r[0] for r in rows(of_file)} == {"All donors"}


def test_names_that_are_no_places_are_proposed_as_such_last() -> None:
    text = (
        "Earnings po dejavnosti\n\n ,2020,2020\n ,Osnovna ali manj,Visoka\n"
        "A KMETIJSTVO IN LOV,5,6\nB RUDARSTVO,7,8\nC PREDELAVA,9,10\nF GRADNJA,11,12\n"
    )
    said = refused(text).split("Read so:")[1].split(";")
    assert "--area PLACE" in said[0]
    said = refused(text.replace("B RUDARSTVO", "A Vas")).split("Read so:")[1].split(";")
    assert "--column 1=place" in said[0]


def test_words_for_kinds_of_places_and_codes_of_areas_in_other_languages() -> None:
    text = 'Kod,Nazwa,2020,2021\n0201,"Powiat ostowy",5,6\n0202,"Powiat zachodni",7,8\n'
    assert {r[1] for r in rows(text, indicator="Huts")} == {"Powiat ostowy", "Powiat zachodni"}
    text = "area_fips,county,year,wage\n26077,Ostland,2020,5\n26077,Ostland,2021,6\n26021,West,2020,7\n26021,West,2021,8\n"
    assert {r[0] for r in rows(text)} == {"wage"}


def test_words_in_capitals_before_long_values_are_of_the_whole_table_and_not_over_its_columns() -> (
    None
):
    text = (
        "Boats: openness,,,,,,\n,,,,,,\nFLOW,Sum of all boats,MEASURE,Share of all sales,SERIES,Total trade in boats,\n"
        ",,,,,,\nYEAR,2005,2006,2007,2008,2009,2010\nECONOMY,,,,,,\n"
        "   Norway,38.5,40.5,39.9,45.6,39.8,40.3\n   Peru,61.9,64.1,62.1,57.6,45.1,50.7\n"
    )
    found = rows(text)
    name = "Sum of all boats, Share of all sales, Total trade in boats"
    assert {(r[0], r[1]) for r in found} == {(name, "Norway"), (name, "Peru")}
    assert [r[2] for r in found if r[1] == "Peru"][:2] == ["2005", "2006"]


def test_a_header_of_words_in_capitals_and_long_ones_is_no_such_line() -> None:
    text = (
        "ISO,Country name in English,YEAR,Value of the thing\nNOR,Norway,2020,5\nPER,Peru,2020,6\n"
    )
    assert {(r[0], r[1]) for r in rows(text)} == {
        ("Value of the thing", "Norway"),
        ("Value of the thing", "Peru"),
    }
