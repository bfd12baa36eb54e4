"""Tables as offices, banks and newspapers print them, each read otherwise than it says until it was found; all is invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign


def rows(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return what is read, each with name, place, period, measure, value and unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(row[:6]) for row in found.rows}


def test_cities_and_countryside_are_parts_of_prices_and_no_places() -> None:
    text = "2022年5月物价\n,环比涨跌幅(%),1—5月同比涨跌幅(%)\n物价,-1.0,0.2\n其中：城市,-0.9,0.3\n农村,-0.7,0.4\n"
    assert {row[1:] for row in rows(text, place="河北省") if row[4] == "0.3"} == {
        ("河北省", "2022-01/2022-05", "growth", "0.3", "%")
    }


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Year,Sold (kt),,Kept (kt),\n,Tea,Rice,Hops,Oats", "Sold, Tea|Sold, Rice|Kept, Hops|Kept, Oats"),
        (",Sold,,Kept,\nYear,Tea,Rice,Hops,Oats", "Sold, Tea|Sold, Rice|Kept, Hops|Kept, Oats"),
        ("Year,All,Fields,,Works\n,,Tea,Rice,", "All|Fields, Tea|Fields, Rice|Works"),
        ("Year,All,Fields,,\n,,Tea,Rice,Building", "All|Fields, Tea|Fields, Rice|Fields, Building"),
    ],
)  # fmt: skip
def test_a_label_over_several_columns_is_that_of_each(head: str, names: str) -> None:
    found = rows(f"Peru\n{head}\n2021,1,2,3,4\n2022,5,6,7,8\n")
    assert {row[4]: row[0] for row in found if row[2] == "2021"} == dict(
        zip("1234", names.split("|"), strict=False)
    )
    assert {row[5] for row in found} == ({"kt"} if "(kt)" in head else {""})


def test_tables_with_a_decimal_comma_are_put_in_order_like_others() -> None:
    text = (
        "Показатель;2021;2022\nВыпуск, млрд руб.;725,2;801,1\nв % к предыдущему году;105,3;98,9\n"
    )
    found = {row[:1] + row[2:] for row in rows(text, place="Peru")}
    assert found == {
        ("Выпуск", "2021", "level", "725.2", "billion ruble"),
        ("Выпуск", "2022", "level", "801.1", "billion ruble"),
        ("Выпуск", "2021", "index", "105.3", "上年=100"),
        ("Выпуск", "2022", "index", "98.9", "上年=100"),
    }


def test_a_title_that_its_divider_tore_apart_is_one() -> None:
    text = "Huts\n(en milliers ; taux en %)\nAnnée;Huts;Taux\n2021;1,5;7,0\n2022;1,6;7,1\n"
    assert ("Huts", "thousand") in {(row[0], row[5]) for row in rows(text, place="Peru")}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Peru\nItem,Unit,2021,2022\nHuts,1000,5,6\nHops,kt,7,8\nTax,EUR million,7,8\nRate,%,7,8\n", {"Huts": "1000", "Hops": "kt"}),
        ("Peru: huts\nThousand,Q1 2022,Q2 2022\nOld,5,6\nShare (%),7,8\n", {"Old": "Thousand", "Share": "%"}),
        ("Peru - Oil output\nYear,thousand b/d,Sold (thousand b/d)\n2021,5,6\n2022,7,8\n",
         {"Oil output": "thousand b/d", "Sold": "thousand b/d"}),
        ("Peru\nYear,Jobs (thousands; annual average),Rents (net, EUR m)\n2021,5,6\n2022,7,8\n",
         {"Jobs (annual average)": "thousands", "Rents (net)": "EUR m"}),
        ("Peru\nAño,Valor (R$ bilhões),Renda (billones de pesos)\n2021,5,6\n2022,7,8\n",
         {"Valor": "R$ billion", "Renda": "trillion peso"}),
        ("Huts by age, Peru\nThousands (seasonally adjusted)\nAge,2021,2022\nOld,5,6\nNew,7,8\n",
         {"Huts by age, Old": "Thousands", "Huts by age, New": "Thousands"}),
        ("Peru\nYear,Huts,Hops\n,x 1 000,Md€\n2021,5,6\n2022,7,8\n", {"Huts": "thousand", "Hops": "billion €"}),
        ("Peru\nItem,2021,2022\nالناتج (مليار جنيه),5,6\nTea,7,8\n", {"الناتج": "مليار جنيه"}),
        ("Peru\n統計期,僱員,男\n2021,5,6\n2022,7,8\n單位：千人、%\n", {"男": "千人"}),
        ("Peru\nItem,PIB 2022 (millones de pesos corrientes),Huts 2022\nA,5,6\nB,7,8\n",
         {"PIB, A": "million peso"}),
    ],
)  # fmt: skip
def test_units_of_corners_columns_and_brackets_are_kept(text: str, units: dict[str, str]) -> None:
    found = {row[0]: row[5] for row in rows(text, place="Peru")}
    assert {name: found.get(name) for name in units} == units or found == units


@pytest.mark.parametrize(
    ("text", "growth"),
    [  # the figures give it; a share of the plan does not grow; one of which is asked about below
        ("Peru\nYear,Residents,Births,Growth %\n2020,1000,50,\n2021,1010,40,1.0\n2022,1030,45,1.98\n", {"Residents"}),
        ("Peru\nItem,Plan 2022 (kt),Done 2022 (kt),Share of plan 2022 (%),Growth 2021-2022 (%)\nTea,5,6,120,3.1\nRice,5,4,80,2.2\n",
         {"Done, Tea", "Done, Rice"}),
        ("河北省2022年收支\n项目,预算数(亿元),执行数(亿元),为预算的%,比上年增长%\n税收,51.0,53.1,105.0,9.5\n其他,79.0,79.9,100.9,6.7\n",
         {"执行数, 税收", "执行数, 其他"}),
    ],
)  # fmt: skip
def test_growth_is_of_what_its_figures_or_names_say(text: str, growth: set[str]) -> None:
    found = [row for row in rows(text) if row[3] == "growth"]
    assert {row[0] for row in found} == growth
    assert {row[2] for row in found} <= {"2021", "2022"}


def test_growth_behind_an_amount_and_one_part_of_it_is_asked_about() -> None:
    with pytest.raises(DataError, match="its parts"):
        rows(
            "Peru\nГод,Сдано жилья,в т.ч. дома,в % к предыдущему году\n2021,92.6,49.1,112.7\n2022,102.7,57.2,113.0\n"
        )


def test_shares_below_an_amount_are_of_it() -> None:
    text = "Peru\nItem,2021,2022\nDebt (PEN bn),5,6\nas % of GDP,7,8\nExports (PEN bn),1,2\n% of GDP,3,4\n"
    assert {row[0] for row in rows(text) if row[5].startswith("%")} == {
        "Debt (% of GDP)",
        "Exports (% of GDP)",
    }


def test_an_index_without_a_name_is_that_of_the_title() -> None:
    text = "Peru: fares\nMonth,Index (2015=100),Annual change (%)\n2023-01,112.3,5.2\n2023-02,113.1,4.8\n"
    assert {(row[0], row[3]) for row in rows(text)} == {
        ("fares(2015=100)", "level"),
        ("fares(2015=100)", "growth"),
    }


def test_a_word_where_a_month_is_missing_is_asked_about() -> None:
    text = "Peru, sales (kt)\nYear,{},Feb,Mar\n2021,3,4,5\n2022,4,5,6\n"
    assert {row[2] for row in rows(text.format("Jänner"))} >= {"2021-01", "2021-02"}
    assert {row[2] for row in rows(text.format("يناير"))} >= {"2021-01", "2021-02"}
    with pytest.raises(DataError, match="Januwary"):
        rows(text.format("Januwary"))


def test_names_below_a_country_that_are_towns_or_accounts_are_asked_about() -> None:
    with pytest.raises(DataError, match="Zolle"):
        rows(
            "Peru: the state\n,2021,,2022,\n,PEN m,% of GDP,PEN m,% of GDP\nZolle,5,6,7,8\nGabben,5,6,7,8\n"
        )


def test_labels_that_say_only_the_prices_are_of_the_title() -> None:
    text = "Peru output (PEN million)\nYear,Current prices,2015 prices\n2021,5,6\n2022,7,8\n"
    assert {(row[0], row[5]) for row in rows(text)} == {
        ("Peru output, Current prices", "PEN million"),
        ("Peru output, 2015 prices", "PEN million"),
    }


def test_a_change_in_a_unit_is_of_what_is_in_that_unit_and_volume_is_none() -> None:
    text = 'UK: huts (£)\nMonth,"Huts, thous.","Rate, %","Change m/m, thous.",Room (volume)\n2023-01,5,6,7,8\n2023-02,5,6,7,8\n'
    found = {(row[0], row[1], row[5]) for row in rows(text)}
    assert ("Huts, Change m/m", "United Kingdom", "thous.") in found
    assert not {unit for _, _, unit in found} & {"volume"}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Peru: trade (million USD, %)\nMonth,Sold,Jobless rate\n2023-01,46345,5.4\n2023-02,50003,5.7\n",
         {("Sold", "level", "million USD"), ("Jobless rate", "level", "%")}),
        ("Peru: pay, PEN\nMonth,Gross,Index of pay (previous year=100),Price index\n2023-01,5,6,7\n2023-02,5,6,7\n",
         {("pay, Gross", "level", "PEN"), ("Index of pay", "index", "上年=100"), ("Price index", "level", "")}),
        ("Contributions to growth, Peru (percentage points)\nPart,2021,2022\nTea,3.1,2.8\nRice,1.4,0.9\n",
         {(f"Contributions to growth, {name}", "level", "percentage points") for name in ("Tea", "Rice")}),
        ("Peru: exports\nYear,USD million,Growth\n2021,4242.4,26.9%\n2022,5593.4,31.8%\n",
         {("exports", "level", "USD million"), ("exports", "growth", "%")}),
        ("Peru: debt (PEN million)\nYear,Inner,% of GDP\n2021,4242.4,26.9\n2022,5593.4,31.8\n",
         {("Inner", "level", "PEN million"), ("debt, % of GDP", "level", "%")}),
        ("Peru\nItem,2021,2022\nOutput,,\nPEN billion,5,6\nTea (kt),7,8\n",
         {("Output", "level", "PEN billion"), ("Tea", "level", "kt")}),
        ("Peru\nПоказник,2021,2022\n\"Випуск, зміна у % до попереднього року\",3.4,-2.8\n\"Сплав, млрд\",5,6\n",
         {("Випуск", "growth", "%"), ("Сплав", "level", "billion")}),
        ("Peru\nMonth,Huts,Inflation y/y\n2023-01,5,8.05%\n2023-02,6,6.62%\n",
         {("Huts", "level", ""), ("Inflation y/y", "level", "%")}),
        ("Peru\n年份,密度(人/km2),茶叶(吨)\n2021,5,6\n2022,7,8\n", {("密度", "level", "人/km2"), ("茶叶", "level", "吨")}),
    ],
)  # fmt: skip
def test_kinds_and_units_are_of_the_figures_that_they_are_printed_for(
    text: str, units: set[tuple[str, str, str]]
) -> None:
    assert {(row[0], row[3], row[5]) for row in rows(text, place="Peru")} == units


def test_growth_beside_amounts_at_current_prices_is_not_said_to_be_nominal() -> None:
    text = b"Peru: output at current prices (PEN million)\nYear,Output,Growth (%)\n2021,5,6\n2022,7,8\n"
    (found,) = foreign("t.csv", text, Hints(), trying=False)
    at = found.header.index("price_basis")
    assert {(row[3], row[at]) for row in found.rows} == {("level", "current"), ("growth", "")}


def test_growth_per_thousand_behind_a_whole_and_its_parts_is_asked_about() -> None:
    with pytest.raises(DataError, match="増減率"):
        rows("Peru\n年次,総数,甲,乙,増減率(‰)\n2021,10,6,4,-5.1\n2022,11,6,5,-4.4\n")


def test_a_month_in_numbers_behind_a_label_is_its_period() -> None:
    text = "Region,Rate 12/2021,Rate 12/2022\nAncash Region,3.1,2.7\nCusco Region,8.3,7.6\n"
    assert {row[0:1] + row[2:3] for row in rows(text)} == {("Rate", "2021-12"), ("Rate", "2022-12")}


def test_a_column_without_a_name_beside_one_that_has_it_is_no_fault_of_the_program() -> None:
    with pytest.raises(DataError):
        rows("County;;Prices;\n-;2020;2019;2020\nAdur;2;3,1;4\nArun;8;9;-\n")


def test_growth_behind_a_month_and_the_months_so_far_is_of_neither_in_silence() -> None:
    text = (
        "河北省2022年12月产量(吨)\n产品,12月,{}1-12月,同比(%)\n原煤,5,{}60,-1.2\n生铁,6,{}70,5.9\n"
    )
    with pytest.raises(DataError, match="months so far"):
        rows(text.format("", "", ""))
    found = {row[2:5] for row in rows(text.format("增长(%),", "1.1,", "2.2,"), place="河北省")}
    assert {("2022-12", "growth", "1.1"), ("2022", "growth", "-1.2")} <= found


def test_money_that_is_called_m2_is_no_area() -> None:
    text = "Peru\nYear,Cash,M2\n2021,5.1,6.2\n2022,7.1,8.2\n"
    assert {(row[0], row[5]) for row in rows(text)} == {("Cash", ""), ("M2", "")}


def test_a_unit_that_says_growth_makes_its_line_growth() -> None:
    text = "Peru\nIndicador,Unidad,2021,2022\nHuts,kt,5,6\nHuts,Var. % real,7,8\n"
    assert {row[:4] + row[5:] for row in rows(text) if row[2] == "2021"} == {
        ("Huts", "Peru", "2021", "level", "kt"),
        ("Huts (real growth)", "Peru", "2021", "growth", "%"),
    }


def test_a_total_beside_its_growth_is_of_the_title() -> None:
    text = (
        "Peru: Giá trị\nNăm,Tổng số (Nghìn tỷ đồng),Tốc độ tăng (%)\n2021,87.5,2.5\n2022,95.7,8.1\n"
    )
    assert {(row[0], row[3]) for row in rows(text)} == {("Giá trị", "level"), ("Giá trị", "growth")}


def test_an_indicator_of_the_catalogue_in_a_unit_that_nobody_knows_has_a_name_of_its_own(
    tmp_path,  # type: ignore[no-untyped-def]
) -> None:
    file = tmp_path / "t.csv"
    file.write_text("Peru\nYear,Exports (thousand b/d),Tea (kt)\n2021,5,6\n2022,7,8\n")
    import_files([str(file)], open_package([]), folder=tmp_path / "out")
    lines = (tmp_path / "out" / "observations.csv").read_text(encoding="utf-8").splitlines()
    assert {line.split(",")[0].strip('"') for line in lines[1:]} == {"Exports", "Tea"}
    assert not any(line.startswith("exports,") for line in lines)


def test_a_unit_in_a_title_is_not_proposed_as_a_place() -> None:
    with pytest.raises(DataError) as asked:
        rows("Peru or Chile: sales, Mio EUR\nSort,2021,2022\nTea,5,6\nRice,7,8\n")
    assert "Mio EUR" not in str(asked.value).partition("Read so")[2]
