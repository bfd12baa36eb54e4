"""What the title lines of an office's download say: by what it is divided, whose it is, what of it is counted."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

LAND = (
    "Tafel: 4711\nWälder: {},;;\nStatistik der Wälder;;\nWaldfläche (qkm);;\n;{};{}\n;31.12.2019;31.12.2020\n"
    "Oberland;752,50;751,76\nUnterland;1550,87;1550,80\nMittelland;90,82;91,85\n"
)


def test_names_are_places_where_the_title_says_that_the_table_is_divided_by_them() -> None:
    found = rows(LAND.format("Bundesländer, Stichtag", "Stichtag", "Stichtag"))
    assert found[0][:6] == [
        "Statistik der Wälder, Waldfläche",
        "Oberland",
        "2019",
        "level",
        "752.50",
        "square km",
    ]


def test_names_are_asked_about_where_no_title_lists_places() -> None:
    said = refused(LAND.format("Sorten, Stichtag", "Stichtag", "Stichtag"))
    assert "the table does not name its place" in said


DEATHS = (
    "Deaths: {place}, Years, Causes, Sex;;;\n{place};;;\nDeaths (persons);;;\n;;men;women\n"
    "2019;Falls;117;66\n2020;Falls;121;63\n2019;Fire;12;6\n2020;Fire;13;7\n____________;;;\n"
    '"Without\nothers.";;;\n© Office of Norland;2021;;\n'
)


@pytest.mark.parametrize(
    ("name", "code"), [("Deutschland", "DE"), ("Norway", "NO"), ("POLSKA", "PL")]
)
def test_a_line_that_is_a_country_is_the_place_and_the_words_for_a_part_follow_the_title(
    name: str, code: str
) -> None:
    from cpstats.gazetteer import register

    found = rows(DEATHS.format(place=name))
    assert found[0][:6] == ["Deaths, men, Falls", name, "2019", "level", "117", "persons"]
    assert len(found) == 8  # what stands below the rule is no figure
    assert [p.ref_area for p in register.named(name)] == [code]


def test_months_beside_years_under_no_header_are_of_them() -> None:
    found = rows(
        "Births\nNorway\n,,men,women\n2019,January,3,4\n2019,February,5,6\n2020,January,7,8\n"
    )
    assert [(r[0], r[2], r[4]) for r in found][:3] == [
        ("Births, men", "2019-01", "3"),
        ("Births, women", "2019-01", "4"),
        ("Births, men", "2019-02", "5"),
    ]


TRADE = "Exports to partners\nNorway\nUS Dollars\n,2019,2020\nWorld,90,95\nPeru,{},3\nKenya,4,5\nJapan,6,7\n"


def test_countries_below_the_name_of_another_are_asked_about() -> None:
    said = refused(TRADE.format(2))
    assert (
        "a line above the table names “Norway”, and the names beside the figures are other" in said
    )
    assert (
        "--column 1=name (8 figures, the first Exports to partners, World, Norway, 2019: 90" in said
    )
    assert "--column 1=place (8 figures, the first Exports to partners, World, 2019: 90" in said


def test_countries_among_which_is_that_of_the_line_above_are_places() -> None:
    text = TRADE.format(2).replace("Peru", "Norway")
    assert [r[1] for r in rows(text)][::2] == ["World", "Norway", "Kenya", "Japan"]


def test_a_year_below_the_word_for_years_stands_over_the_only_figures() -> None:
    text = "Tabela 7\nPessoas ocupadas\nCód.,Município,Ano\n,,2021\n11,Alta (RO),225\n12,Baixa (RO),111\n"
    assert [r[:3] + r[4:5] for r in rows(text)] == [
        ["Pessoas ocupadas", "Alta (RO)", "2021", "225"],
        ["Pessoas ocupadas", "Baixa (RO)", "2021", "111"],
    ]


def test_small_figures_below_a_year_are_no_months() -> None:
    text = "Cód.,Município,Ano x Tipo\nCód.,Município,2021\nCód.,Município,Total de redes\n11,Alta (RO),1\n12,Baixa (RO),2\n"
    assert [(r[1], r[2], r[4]) for r in rows(text)] == [
        ("Alta (RO)", "2021", "1"),
        ("Baixa (RO)", "2021", "2"),
    ]


WORDS = (
    "Data extracted on 31/12/2024,,,,\nDataset: ,Part-time work,,,\n,,,,\nTime frequency,,Annual,,\nSex,,Men,,\n"
    "Kind of work,,Short,,\nUnit of measure,,Percentage,,\n,,,,\nDate,Norway,Peru,Kenya,Far Isles\n"
    "2019,:,2,3,4\n2020,5,6,7,8\n"
)


def test_lines_of_a_word_and_a_value_say_of_what_part_and_in_which_unit_the_table_is() -> None:
    found = rows(WORDS)
    assert found[0][:6] == [
        "Part-time work, Men, Short",
        "Peru",
        "2019",
        "level",
        "2",
        "Percentage",
    ]
    assert [r[1] for r in found if r[2] == "2020"] == ["Norway", "Peru", "Kenya", "Far Isles"]


def test_a_pair_above_a_gap_is_no_header() -> None:
    text = "MEASURE,Base 2000,,\n,,,\n,YEAR,1980,1981\nECONOMY,INDICES,,\nPeru,Value of tea,7.5,8.5\nKenya,Value of tea,6.5,5.5\n"
    assert [(r[0], r[1], r[4]) for r in rows(text)][::2] == [
        ("Base 2000, Value of tea", "Peru", "7.5"),
        ("Base 2000, Value of tea", "Kenya", "6.5"),
    ]


def test_a_line_that_is_called_the_title_is_it_and_a_unit_of_several_words_is_whole() -> None:
    text = "Bank of Tea,\nTítulo,Saldo del té\nPeriodicidad,Trimestral\nUnidad,Millones de Dólares\nFecha,SE1\n"
    found = rows(
        f"{text}01/01/1980,-5.5\n01/04/1980,-6.5\n01/07/1980,7.5\n", place="Peru", dates="day-first"
    )
    assert [found[0][c] for c in (0, 2, 4, 5)] == [
        "Saldo del té",
        "1980-Q1",
        "-5.5",
        "million dollar",
    ]


def test_numbers_of_regions_beside_years_are_no_figures() -> None:
    text = "GeoName,Region,Description,1969,1970\nPeru,,Income,5,6\nAlba,5,Income,7,8\nBora,5,Income,1,2\nCora,6,Income,3,4\n"
    assert [(r[1], r[4]) for r in rows(text)][::2] == [
        ("Peru", "5"),
        ("Alba", "7"),
        ("Bora", "1"),
        ("Cora", "3"),
    ]


def test_names_of_which_one_is_a_known_place_are_proposed_as_places_first() -> None:
    said = refused(",2019,2020\nPeru,5,6\nAlba,3,4\nBora,2,2\n")
    assert said.index("--column 1=place") < said.index("--area PLACE")


def test_codes_in_letters_are_proposed_as_places() -> None:
    said = refused("id,year,tea\nQAA,2019,5\nQAA,2020,6\nQBB,2019,3\nQBB,2020,4\n")
    assert "--column id=place (4 figures, the first tea, QAA, 2019: 5)" in said


def test_a_class_over_several_columns_is_no_header_of_one_that_has_few_figures() -> None:
    head = "Deaths: Norway; Years, Sex, Age\nNorway\nDeaths (persons)\n,Sex,Sex,Sex\n,under 1 year,1 to 15,over 15\n"
    found = rows(f"{head}1980,-,109,458\n1981,-,117,549\n1982,1,98,534\n")
    assert [(r[0], r[2], r[4]) for r in found if r[2] == "1982"] == [
        ("Sex, under 1 year", "1982", "1"),
        ("Sex, 1 to 15", "1982", "98"),
        ("Sex, over 15", "1982", "534"),
    ]


def test_a_unit_in_words_is_whole() -> None:
    text = "Tea drunk\nUnit of measure,,Percentage of all households\nSex,,Women\n,,\nTime,Norway,Peru,Kenya\n2019,5,6,7\n2020,6,7,8\n"
    assert {r[5] for r in rows(text)} == {"Percentage of all households"}


def test_a_label_whose_bracket_is_closed_in_the_line_below_is_one_label() -> None:
    text = ",Gross tea product 2020,,\n,,,\n,,,(millions of\n,Ranking,Economy,US dollars)\n,,,\nPER,1,Peru,50\nKEN,2,Kenya,40\nJPN,3,Japan,30\n"
    assert rows(text)[0][:6] == [
        "Gross tea product 2020",
        "Peru",
        "2020",
        "level",
        "50",
        "millions of US dollars",
    ]


def test_changes_below_the_periods_are_of_none() -> None:
    text = "Month,Tea,Hops\n1975M01,5,6\n1975M02,6,7\n1975M03,7,8\n1975M04,7,8\nMonthly change (April over March),0,0\nAnnual change,1,2\n"
    found = rows(text, place="Peru")
    assert [r[2] for r in found][::2] == ["1975-01", "1975-02", "1975-03", "1975-04"]


def test_years_and_quarters_side_by_side_are_two_tables() -> None:
    years = [f"{1929 + n},{n}.5,{n}.7" for n in range(6)]
    quarters = [f"194{7 + n // 4}Q{n % 4 + 1},{n}.1,{n}.2" for n in range(9)]
    lines = [f"{years[n] if n < len(years) else ',,'},,{q}" for n, q in enumerate(quarters)]
    head = ",Tea of all kinds,,,,,\nAnnual,,,,Quarterly,,\n,,,,,,\n,Tea in boxes,Tea in bags,,,Tea in boxes,Tea in bags\n,,,,,,\n"
    found = rows(head + "\n".join(lines) + "\n", place="Peru")
    assert len(found) == 12 + 18
    assert [(r[0], r[2], r[4]) for r in found if r[2] in ("1934", "1949-Q1")] == [
        ("Tea in boxes", "1934", "5.5"),
        ("Tea in bags", "1934", "5.7"),
        ("Tea in boxes", "1949-Q1", "8.1"),
        ("Tea in bags", "1949-Q1", "8.2"),
    ]


def test_less_than_a_number_is_proposed_as_missing() -> None:
    said = refused("Country,Year,Value\nPeru,2019,5\nPeru,2020,<0.1\nKenya,2019,3\nKenya,2020,4\n")
    assert "--missing '<0.1'" in said


@pytest.mark.parametrize(
    "year", ["2010y.", "2010 yil", "2010 р.", "2010 god", "2010 жыл", "2010**"]
)
def test_years_with_the_word_for_them_are_years(year: str) -> None:
    text = f"Tovar,{year},{year.replace('2010', '2011')},{year.replace('2010', '2012')}\nChoy,5.5,6.5,7.5\nNon,3.5,2.5,1.5\n"
    assert [r[2] for r in rows(text, place="Peru")][:3] == ["2010", "2011", "2012"]


def test_the_word_over_periods_below_ids_ends_the_description() -> None:
    text = '"Libellé";"Indice du thé (base 100 en 2015)";"Codes"\n"idBank";"010537426";""\n"Période";"";""\n'
    found = rows(
        f'{text}"2021-01";"99.46";"A"\n"2020-12";"99.56";"A"\n"2020-11";"100.16";"A"\n',
        place="Peru",
    )
    assert [(r[0], r[2], r[4]) for r in found][:2] == [
        ("Indice du thé(2015=100)", "2021-01", "99.46"),
        ("Indice du thé(2015=100)", "2020-12", "99.56"),
    ]


def test_labels_of_series_are_not_proposed_as_places_first() -> None:
    said = refused(
        "Year,Tea,Labor,Kapital,Hops\n1952,679,20,80,1\n1953,824,21,15,2\n1954,859,22,40,3\n"
    )
    proposed = said.split("Read so: ")[1]
    assert not proposed.startswith("cpstats import t.csv --column header=place")


@pytest.mark.parametrize(
    "office",
    ["U.S. Tea Bureau", "Office of the Chief Economist", "Central Bank of Kenya", "Banco de Kenia"],
)
def test_the_name_of_an_office_is_no_title_where_another_line_is_one(office: str) -> None:
    table = "Year,2019,2020\nMen,5,6\nWomen,7,8\n"
    found = rows(f"{office}\nTea drunk at home\n{table}", place="Kenya")
    assert {r[0] for r in found} == {"Tea drunk at home, Men", "Tea drunk at home, Women"}
    (first, *_) = rows(f"Bank lending\nTea drunk at home\n{table}", place="Kenya")
    assert first[0] == "Bank lending, Men"


def test_a_title_in_three_cells_is_one() -> None:
    text = 'Table,1,"Huts built (kt), Peru",\n,2021,2022,2023\nOak,5,6,7\nElm,8,9,9\n'
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"))
    assert {(row[0], row[2], row[5]) for row in found.rows if row[4] == "5"} == {
        ("Oak", "2021", "kt")
    }


def test_units_below_unit_that_begin_with_a_number_stay_units() -> None:
    text = "Item,Unit,2021,2022\nHuts,100 million yuan,5,6\nSheds,100 million yuan,7,8\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Hebei"))
    assert {(row[0], row[4], row[5]) for row in found.rows if row[2] == "2021"} == {
        ("Huts", "5", "100 million yuan"),
        ("Sheds", "7", "100 million yuan"),
    }


def test_councils_are_places() -> None:
    (found,) = foreign("t.csv", b"Council,2021,2022\nOst,5,6\nWest,7,8\n", Hints(indicator="Huts"))
    assert {row[1] for row in found.rows} == {"Ost", "West"}


def test_town_and_country_under_region_are_no_places() -> None:
    text = "Year,region,Bread (kg)\n2001,Urban,3\n2001,Rural,4\n2002,Urban,5\n2002,Rural,6\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"))
    assert {(row[0], row[1]) for row in found.rows} == {
        ("Bread, Urban", "Peru"),
        ("Bread, Rural", "Peru"),
    }


def test_headers_of_a_data_bank_in_short_words() -> None:
    text = "C1_OBJ_NM,C1_NM,DT,PRD_SE,ITM_NM,TBL_NM,PRD_DE,LST_CHN_DE,UNIT_NM\n특성별,하나,13.5,A,어부,어부 수,2024,2026-01-26,명\n특성별,둘,9.5,A,어부,어부 수,2024,2026-01-26,명\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="군산시"))
    assert {(row[2], row[4], row[5]) for row in found.rows} == {
        ("2024", "13.5", "persons"),
        ("2024", "9.5", "persons"),
    }


def test_codes_under_their_word_are_no_figures() -> None:
    text = "Kode,Kabupaten/Kota,Huts\n,,2022\n1300,Ost,14.5\n1301,West,13.5\n1302,Nord,12.5\n"
    (found,) = foreign("t.csv", text.encode())
    assert {(row[1], row[2], row[4]) for row in found.rows} == {
        ("Ost", "2022", "14.5"),
        ("West", "2022", "13.5"),
        ("Nord", "2022", "12.5"),
    }


def test_a_unit_that_was_merged_over_the_last_columns_stands_apart() -> None:
    text = (
        ",各縣市茶業,總表,,,,\n,中華民國,110年,,,單位：新臺幣千元,單位：新臺幣千元\n"
        "項目,本年預算數,本年預算數,上年預算數,上年預算數,前年決算數,前年決算數\n項目,金額,％,金額,％,金額,％\n"
        "綠茶收入,45,45.0,40,40.0,38,38.0\n紅茶收入,55,55.0,60,60.0,62,62.0\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(place="臺南市", period="2021"), trying=False)
    assert {row[5] for row in found.rows} == {"新臺幣千元", "%"}
    assert not any("單位" in row[0] for row in found.rows)
