"""Tables as analysts and students keep them: two columns of units, codes for names, years at the end, words below."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

SQUARE = [(p, b, y) for p in ("Peru", "Chile") for b in ("Tea", "Ore") for y in (2020, 2021)]


def rows(text: str, **said: object) -> list[list[str]]:
    hints = Hints(**said)  # type: ignore[arg-type]
    return [[*row] for found in foreign("t.csv", text.encode(), hints) for row in found.rows]


def test_a_code_behind_one_place_of_many_is_no_currency() -> None:
    text = "Country,Harvest 2020,Harvest 2021\nPeru,0.4,0.5\nMacau (SAR),0.6,0.7\nNorway,0.8,0.9\n"
    assert {row[5] for row in rows(text)} == {""}
    priced = "Country,Fares 2020\nPeru (PEN),4.5\nNorway (NOK),8.1\n"
    assert [row[5] for row in rows(priced)] == ["PEN", "NOK"]


def test_a_part_of_the_name_that_is_a_currency_by_chance_is_none() -> None:
    text = (
        "date,paper,hires\n2017-01,AFN,24.5\n2017-01,QQT,25.5\n2017-02,AFN,26.5\n2017-02,QQT,27.5\n"
    )
    found = rows(text, place="Peru", columns={"paper": "name"})
    assert {(row[0], row[5]) for row in found} == {("hires, AFN", ""), ("hires, QQT", "")}
    priced = rows(text.replace("QQT", "EUR"), place="Peru", columns={"paper": "name"})
    assert {row[5] for row in priced} == {"AFN", "EUR"}


@pytest.mark.parametrize(
    ("heads", "cells", "unit"),
    [
        ("Unit/Description,Unit", "Persons:,1000 persons", "1000 persons"),
        ("Unit,Unit/Description", "1000 persons,Persons:", "1000 persons"),
        ("Unit,Units scale", "Persons,Thousands", "thousand Persons"),
        ("Units scale,Unit", "Thousands,Persons", "thousand Persons"),
    ],
)
def test_of_two_columns_of_units_the_plain_one_counts_and_a_scale_is_no_unit(
    heads: str, cells: str, unit: str
) -> None:
    text = f"Series,{heads},Country,2021,2022\nJobs,{cells},Belgium,515.3,516.2\nJobs,{cells},Denmark,310.9,312.1\n"
    assert {(row[0], row[5]) for row in rows(text)} == {("Jobs", unit)}


def test_a_merged_cell_of_units_is_no_part_of_the_name() -> None:
    text = "Series,Country,Unit,Year,2021\nJobs,Belgium,1000 persons,1000 persons,515.3\nJobs,Denmark,1000 persons,1000 persons,310.9\n"
    assert [row[:2] for row in rows(text)] == [["Jobs", "Belgium"], ["Jobs", "Denmark"]]


def test_codes_of_indicators_name_the_figures_where_nothing_else_does() -> None:
    text = "iso3,indicator_code,year,value,source\nUSA,GDP.GROWTH,2023,2.5,Demo\nFRA,GDP.GROWTH,2023,0.9,Demo\nUSA,CPI.AVG,2023,4.1,Demo\nFRA,CPI.AVG,2023,5.7,Demo\n"
    assert {row[0] for row in rows(text)} == {"GDP.GROWTH", "CPI.AVG"}


def test_codes_of_indicators_beside_a_name_over_the_figures_are_left_out() -> None:
    text = "country,series_id,year,exports\nPeru,EXP.P,2022,2.5\nNorway,EXP.N,2022,9.1\n"
    assert {row[0] for row in rows(text)} == {"exports"}


def test_years_behind_the_figures_under_a_header_of_their_own_are_the_time() -> None:
    text = "town,group,jobs,yy\nAshford,men,64.5,2008\nAshford,women,54.8,2008\nAshford,men,64.8,2009\nAshford,women,64.1,2009\n"
    found = {(row[0], row[2], row[4]) for row in rows(text)}
    assert ("jobs, men", "2009", "64.8") in found
    assert len(found) == 4


def test_years_that_tell_no_rows_apart_are_no_time() -> None:
    text = "town,jobs,founded\nAshford,64.5,1908\nBurford,54.8,1909\nCalford,64.8,1950\n"
    with pytest.raises(DataError, match="period of the line is not known"):
        rows(text)


def test_words_about_the_series_below_a_blank_line_are_notes() -> None:
    text = "Tarih,TP X1\n2014-01,10.5\n2014-02,10.6\n2014-03,9.4\n,,\nSeries,,\nTP.X1,Jobless (%)-Level,Last value\n,,\nNotes,,\nTP.X1,Agency,Office\n,Calendar,Link\n"
    found = rows(text, place="Türkiye")
    assert [row[4] for row in found] == ["10.5", "10.6", "9.4"]


def test_lines_without_a_number_that_name_a_period_are_no_notes() -> None:
    text = "Tarih,X1,X2,X3\n2014-01,10.5,4,5\n2014-02,10.6,3,4\n,,,\n2014-03,secret,secret,secret\n"
    with pytest.raises(DataError, match="secret"):
        rows(text, place="Türkiye")


def test_frequencies_behind_a_column_of_numbers_count() -> None:
    text = "序号,日期,中国:产值:当季值,中国:产值:支出法\n,指标ID,EM1,EM2\n,频率,季,年\n,单位,亿元,亿元\n1,2025-03,31.5,\n2,2024-12,32.5,99.5\n3,2024-09,33.5,\n"
    found = {(row[0], row[2], row[4]) for row in rows(text)}
    assert ("产值, 支出法", "2024", "99.5") in found
    assert {when for _, when, _ in found} == {"2025-Q1", "2024-Q4", "2024-Q3", "2024"}


def test_the_code_of_a_currency_that_is_a_word_is_a_name() -> None:
    text = "DATE,ALL,LESS_FOOD\n1970-01-01,6.16,6.17\n1970-02-01,6.42,5.85\n"
    assert {(row[0], row[5]) for row in rows(text, place="Norway")} == {
        ("ALL", ""),
        ("LESS_FOOD", ""),
    }


@pytest.mark.parametrize(
    ("head", "first", "second"), [("index", "2000", "2001"), ("Index", "1995 Q1", "1995 Q2")]
)
def test_periods_below_the_word_for_row_numbers_are_the_time(
    head: str, first: str, second: str
) -> None:
    text = f"{head},kilns,looms\n{first},2580.7,1.1\n{second},2653.5,1.4\n"
    assert len({row[2] for row in rows(text, place="Norway")}) == 2
    counted = rows("index,year,kilns\n0,2020,5.5\n1,2021,6.5\n", place="Norway")
    assert [row[2] for row in counted] == ["2020", "2021"]


@pytest.mark.parametrize("name", ["jobless_rate", "outputGrowth", "share_of_women"])
def test_rates_within_one_are_asked_about_however_their_names_are_written(name: str) -> None:
    text = f"country,year,{name}\nPeru,2020,0.05\nChile,2020,0.07\n"
    with pytest.raises(DataError, match="have no per cent sign"):
        rows(text)
    assert {row[5] for row in rows(text, unit="fraction")} == {"小数"}


@pytest.mark.parametrize("name", ["jobless_rate_pct", "exchange_rate", "birth_rate_per_1000"])
def test_names_that_say_of_how_many_are_not_asked_about(name: str) -> None:
    text = f"country,year,{name}\nPeru,2020,0.05\nChile,2020,0.07\n"
    assert {row[0] for row in rows(text)} == {name}


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_growth_over_several_years_is_not_of_what_names_no_year(year: int) -> None:
    text = "Country,Density (persons/km2),Growth 2020,Growth 2021,Growth 2022\nPeru,7,5.1,6.2,7.3\nChile,8,5.2,6.3,7.4\n"
    found = {(row[0], row[2]) for row in rows(text, period=str(year))}
    growth = {("Growth", str(y)) for y in (2020, 2021, 2022)}
    assert found == {("Density", str(year)), *growth}


@pytest.mark.parametrize("word", ["STT", "Lp.", "№ п/п", "番号", "연번"])
def test_the_word_for_row_numbers_is_known_in_other_languages(word: str) -> None:
    text = f"{word},country,Harvest 2021\n1,Peru,5.5\n2,Chile,6.5\n"
    assert [row[4] for row in rows(text)] == ["5.5", "6.5"]


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Ash (×10⁴ t)", "10^4 t"),
        ("Ash (10⁸ kWh)", "10^8 kWh"),
        ("灰（×10^4 吨）", "10^4 吨"),
        ("Ash² (kt)", "kt"),
    ],
)
def test_a_power_of_ten_before_a_unit_is_no_footnote(label: str, unit: str) -> None:
    text = f"country,year,{label}\nPeru,2020,5.5\nChile,2020,6.5\n"
    assert {row[5] for row in rows(text)} == {unit}


def test_a_word_for_places_with_numbers_over_the_columns_asks_for_these_first() -> None:
    text = "averageCost,city1,city2,city3\n2001,5.1,6.2,7.3\n2002,5.5,6.6,7.7\n"
    with pytest.raises(DataError) as refused:
        rows(text)
    assert [*refused.value.ways[0].pairs] == ["header"]
    found = rows(text, columns={"header": "place"}, indicator="Cost")
    assert {(row[0], row[1]) for row in found} == {("Cost", f"city{n}") for n in (1, 2, 3)}


def test_a_religion_tells_figures_apart() -> None:
    text = "year,country,religion,guests\n2001,Peru,None,5\n2001,Peru,Bahai,6\n2001,Kenya,None,7\n2001,Kenya,Bahai,8\n"
    assert {row[0] for row in rows(text)} == {"guests, None", "guests, Bahai"}


def test_a_second_writing_of_the_places_is_left_out() -> None:
    text = "year,country,plain_country_name,guests\n2001,Peru,Peru,5\n2001,Slovak Republic,Slovakia,6\n2001,Kenya,Kenya,7\n"
    assert [row[1] for row in rows(text)] == ["Peru", "Slovak Republic", "Kenya"]
    partners = text + "2002,Kenya,Peru,8\n2002,Peru,Kenya,9\n"
    with pytest.raises(DataError, match="two columns hold places"):
        rows(partners)


@pytest.mark.parametrize("line", ["Perioden: 2017", "Jaar;2017", "Period: 2017"])
def test_a_line_that_names_the_period_counts_beside_another_year_in_the_title(line: str) -> None:
    text = f'Lonen, regio (indeling 2025)\n{line}\n"";"Mensen"\n"Regio\'s";"x 1 000"\n"Peru";"61,5"\n"Chile";"34,1"\n'
    assert {row[2] for row in rows(text)} == {"2017"}


def test_a_fraction_among_shares_is_said() -> None:
    text = "country,2019,2020,2021\nPeru,61.3,0.624,63.1\nChile,52.1,52.4,53.9\n"
    found = foreign("t.csv", text.encode(), Hints(indicator="Urbanisation rate"))
    assert any("0.624 is read as it stands" in str(line) for line in found[0].said)


def test_a_blank_below_names_that_stand_in_every_line_is_the_whole_of_them() -> None:
    lines = [f"{p},{b},{y},{n}" for n, (p, b, y) in enumerate(SQUARE)]
    text = "\n".join(["State,Industry item,Year,Price", *lines, "Peru,,2020,55", "Chile,,2020,66"])
    with pytest.raises(DataError, match="no indicator") as refused:
        rows(text)
    assert {*refused.value.ways[0].pairs.values()} == {"name"}
    found = rows(text, columns={"Industry item": "name"})
    assert [row[4] for row in found if row[0] == "Price"] == ["55", "66"]


def test_what_is_written_once_holds_for_the_lines_below() -> None:
    text = "Industry item,State,2020\nTea,Peru,5\n,Chile,6\nOre,Peru,7\n,Chile,8\n"
    assert [row[0] for row in rows(text)] == ["Tea", "Tea", "Ore", "Ore"]


def test_a_word_and_a_number_apart_above_a_wide_header_are_no_figure() -> None:
    text = "Archive of hills\nRUN,10\n\nyear,Peru,Chile,Kenya,Norway\n2020,5,6,7,8\n2021,6,7,нет данных,9\n"
    found = rows(text, indicator="Ore")
    assert [row[4] for row in found] == ["5", "6", "7", "8", "6", "7", "9"]


def test_names_under_a_title_that_says_where_and_what_are_parts_of_it() -> None:
    text = "Kenya: exports\nMonth,Old Dale,Hayfold\n2020-01,51,62\n2020-02,52,63\n"
    assert [(row[0], row[1]) for row in rows(text)][:2] == [
        ("exports, Old Dale", "Kenya"),
        ("exports, Hayfold", "Kenya"),
    ]
    counted = text.replace("Old Dale", "Tea output").replace("Hayfold", "Coal output")
    assert {row[0] for row in rows(counted)} == {"Tea output", "Coal output"}


@pytest.mark.parametrize(
    ("label", "cells", "figures", "unit"),
    [
        ("Sales 2020", ('"$1,250"', "$60"), ["1250", "60"], "$"),
        ("Sales 2020 (bn)", ("$1.5", "$2"), ["1.5", "2"], "$ bn"),
        ("Sales 2020", ("€5.5M", "€6M"), ["5.5", "6"], "€ million"),
        ("Sales 2020", ("$5.5B", "$750M"), ["5500000000", "750000000"], "$"),
        ("Sales 2020", ("1.2bn", "75mn"), ["1200000000", "75000000"], ""),
    ],
)
def test_money_in_every_cell_is_said_once_over_the_column(
    label: str, cells: tuple[str, str], figures: list[str], unit: str
) -> None:
    text = f"country,{label}\nPeru,{cells[0]}\nChile,{cells[1]}\n"
    found = rows(text)
    assert ([row[4] for row in found], {row[5] for row in found}) == (figures, {unit})


def test_cells_in_several_moneys_are_refused() -> None:
    with pytest.raises(DataError):
        rows("country,Sales 2020\nPeru,$5\nChile,€6\n")


def test_days_in_a_column_beside_year_and_month_are_refused_by_what_they_are() -> None:
    text = "Country,Year,Month,Day,Rate\nPeru,2020,1,1,5.1\nPeru,2020,1,2,5.2\nPeru,2020,2,1,5.3\n"
    with pytest.raises(DataError, match="counts days"):
        rows(text)
    firsts = rows(
        "Year,Month,Day,Rate\n2020,1,31,5.1\n2020,2,29,5.2\n2020,3,31,5.3\n", place="Peru"
    )
    assert [(row[0], row[2]) for row in firsts] == [("Rate", f"2020-0{n}") for n in (1, 2, 3)]


def test_what_is_divided_by_currency_is_in_the_money_of_the_title() -> None:
    text = "Debt by currency (USD million)\nYear,US dollar,Euro\n2020,51,62\n2021,52,63\n"
    found = rows(text, place="Peru")
    assert {(row[0], row[5]) for row in found} == {
        ("Debt by currency, US dollar-denominated", "USD million"),
        ("Debt by currency, Euro-denominated", "USD million"),
    }


def test_numbers_of_rows_of_which_some_were_left_out_are_no_figures() -> None:
    """A program wrote them under “index”: 3, 7, 8 beside county and year were read as an index."""
    years = [(year, town) for town in ("Ost", "West") for year in range(2011, 2016)]
    lines = [f"{3 * n + n % 2},{y},{t},4{n}.5" for n, (y, t) in enumerate(years, 1)]
    text = "\n".join(["index,Year,County,Speed", *lines, ""])
    assert {row[0] for row in rows(text)} == {"Speed"}
    falling = "\n".join(["index,Year,County,Speed", *reversed(lines), ""])
    assert {row[0] for row in rows(falling)} == {"index", "Speed"}


def test_numbers_of_rows_that_were_put_in_another_order_are_no_figures() -> None:
    lines = ["5,甲市,2019,21.5", "6,甲市,2020,22.5", "7,甲市,2021,23.5", "2,乙市,2019,31.5"]
    lines += ["3,乙市,2020,32.5", "4,乙市,2021,33.5", "9,丙市,2019,41.5"]
    text = ",城市,年份,茶叶销量_吨\n" + "\n".join(lines) + "\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert len(found.rows) == 7
    assert {row[4] for row in found.rows} >= {"21.5", "41.5"}
