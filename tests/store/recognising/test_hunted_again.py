"""Tables as offices and newspapers print them that were read otherwise than they say, or for which a line was proposed that did; all is invented."""

from __future__ import annotations

from pathlib import Path

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


def asked(tmp_path: object, monkeypatch: pytest.MonkeyPatch, text: str) -> str:
    """Return what import says of a file that it does not read."""
    monkeypatch.chdir(tmp_path)  # type: ignore[arg-type]
    Path("t.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        import_files(["t.csv"], open_package([], builtin=True))
    return str(refused.value)


@pytest.mark.parametrize(
    ("head", "periods"),
    [
        ("Jan-Jun,Jan-Sep,Jan-Dec", ("2021-H1", "2021-01/2021-09", "2021")),
        ("enero-marzo,enero-octubre,enero-diciembre", ("2021-Q1", "2021-01/2021-10", "2021")),
    ],
)
def test_months_up_to_another_over_columns_are_of_the_year_beside_them(
    head: str, periods: tuple[str, ...]
) -> None:
    found = rows(f"Chile: tax on salt (USD million)\nYear,{head}\n2021,28,39,67\n2022,37,59,96\n")
    assert {(row[2], row[4]) for row in found if row[2].startswith("2021")} == {
        (periods[0], "28"), (periods[1], "39"), (periods[2], "67")
    }  # fmt: skip
    assert {row[0] for row in found} == {"tax on salt"}


def test_months_that_no_period_has_are_refused_and_no_name_of_the_whole_year() -> None:
    with pytest.raises(DataError, match="Apr-Oct"):
        rows("Chile: tax on salt\nYear,Apr-Jun,Apr-Oct\n2021,28,39\n2022,37,59\n")


def test_a_unit_over_a_group_of_columns_is_that_of_each() -> None:
    text = "Peru\n,Amount (EUR million),,Number (thousand),\nYear,Salt,Rice,Huts,Barns\n2021,8,9,3,7\n2022,6,5,4,2\n"
    assert {row[5] for row in rows(text) if row[4] in "89"} == {"EUR million"}
    assert {row[5] for row in rows(text) if row[4] in "37"} == {"thousand"}


def test_units_over_groups_of_the_same_names_are_those_of_each() -> None:
    text = '"Posts, Peru"\n,thousand,,%,\nYear,Filled,Open,Filled,Open\n2021,28,9,3.2,7\n2022,29,8,3.1,6\n'
    found = {(row[0], row[4], row[5]) for row in rows(text, place="Peru")}
    assert found >= {
        ("Filled", "28", "thousand"),
        ("Open", "9", "thousand"),
        ("Filled", "3.2", "%"),
        ("Open", "7", "%"),
    }


def test_a_count_with_its_scale_over_names_is_no_part_of_them() -> None:
    text = '"Posts, Peru"\n,Number (000),,Rate (%),\nYear,Filled,Open,Open,Lost\n2021,28,9,3.2,7\n2022,29,8,3.1,6\n'
    assert {(row[0], row[5]) for row in rows(text, place="Peru") if row[4] in ("28", "9")} == {
        ("Filled", "000"), ("Open", "000")
    }  # fmt: skip


def test_what_is_100_is_not_in_the_money_of_the_title() -> None:
    text = '"Accounts, Peru, PEN million"\nRegion,Output,,Index (Peru=100),\n,2021,2022,2021,2022\nLima,16,18,208.1,207.9\nPuno,67,74,97.4,96.8\n'
    assert {row[5] for row in rows(text) if row[4] == "97.4"} == {""}
    assert {row[5] for row in rows(text) if row[4] == "67"} == {"PEN million"}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Hütten in Peru nach Ort, in Tausend", "thousand"),
        ("Türkiye, Kulübe göstergeleri (bin adet)", ""),
        ("عدد الأكواخ حسب المحافظة (ألف نسمة)، الأردن", "thousand persons"),
    ],
)
def test_the_scale_of_a_title_holds_once_and_for_all(title: str, unit: str) -> None:
    found = rows(f'"{title}"\nRegion,2021,2022\nAna,979.8,1043.1\nBel,7.1,6.2\n')
    assert {row[5] for row in found} == {unit} or not unit


def test_a_place_before_a_title_names_no_second_thing() -> None:
    text = '"Peru, hut indicators (thousand persons)"\nYear,Hut,Barn,Rate (%)\n2021,32,28,1\n2022,34,30,2\n'
    assert {row[5] for row in rows(text, place="Peru") if row[4] in ("32", "28")} == {
        "thousand persons"
    }


def test_names_beside_a_country_of_the_title_may_be_its_partners(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '"Visitors by country of origin, Kenya"\nCountry,2021,2022\nIndia,56,123\nGermany,16,91\nFrance,12,55\n'
    said = asked(tmp_path, monkeypatch, text)
    assert "names “Kenya”" in said
    assert "--column Country=name" in said
    assert {row[1] for row in rows('"Output in million US dollars"\nCountry,2021\nIndia,5\nGermany,6\n')} == {
        "India", "Germany"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("letter", "lines"),
    [
        ("b", ("--flag b= --unit billion", "--flag b=")),
        ("bi", ("--flag bi= --unit billion",)),
        ("k", ("--flag k= --unit thousand",)),
        ("m", ("--flag m= --unit m", "--flag m= --unit million")),
    ],
)
def test_a_letter_behind_every_figure_may_be_its_scale(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, letter: str, lines: tuple[str, ...]
) -> None:
    text = f"Peru: sales\nYear,Salt,Rice\n2021,301.2 {letter},40.1 {letter}\n2022,35.1 {letter},45.6 {letter}\n"
    said = asked(tmp_path, monkeypatch, text)
    assert all(f"import t.csv {line} (" in said for line in lines)


def test_a_letter_behind_some_figures_is_a_flag() -> None:
    text = "Peru: sales\nYear,Salt,Rice\n2021,301.2 b,40.1\n2022,35.1,45.6 b\n"
    assert {row[5] for row in rows(text)} == {""}


def test_a_title_that_a_comma_tore_apart_is_no_header() -> None:
    text = "Payments, Peru (US$ million)\n,2021,,2022,\n,In,Out,In,Out\nSalt,63,48,66,55\nRice,29,10,50,13\n"
    assert {(row[1], row[5]) for row in rows(text, place="Peru")} == {("Peru", "US$ million")}


def test_days_with_a_word_behind_their_year_are_periods() -> None:
    text = "Изб на 1 000 жителей\nРегион;на 1 января 2021 г.;на 1 января 2022 г.\nМосковская область;85,7;86,7\nТульская область;14,5;14,3\n"
    assert {row[2] for row in rows(text)} == {"2021", "2022"}


def test_columns_beside_one_of_a_period_alone_are_no_places(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Salt of Kenya (kt)\nItem,Planned stock 2021,2021\nWhite,25,15\nGrey,42,12\n"
    found = rows(text, place="Kenya")
    assert {row[1] for row in found} == {"Kenya"}
    said = asked(tmp_path, monkeypatch, text)
    assert "t.csv --column header=place" not in said


def test_counted_rooms_of_a_country_are_no_places(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Peru\nRooms,Persons,Huts 2021\n1,1.2,2012\n2,1.6,8012\n3,2.1,1212\n"
    assert "Rooms=place" not in asked(tmp_path, monkeypatch, text)


@pytest.mark.parametrize(
    "text",
    [
        "India: salt\nFY,Made,Sold\n2020,9,8\n2021,7,6\n",
        "Japan: salt\n年度,生産,出荷\n2020,9,8\n2021,7,6\n",
        "Japan: salt\n年度,生産,出荷\n2020年度,9,8\n2021年度,7,6\n",
        "塩の推移\n年度,生産,出荷\n2020,9,8\n2021,7,6\n",
    ],
)
def test_years_of_accounts_outside_china_are_asked_about(text: str) -> None:
    with pytest.raises(DataError, match="which months"):
        rows(text)
    assert {row[2] for row in rows(text, fiscal="begins", place="Peru")} == {"2020/21", "2021/22"}


def test_chinese_years_of_accounts_are_those_of_the_calendar() -> None:
    assert {row[2] for row in rows("中国食盐产量\n年度,产量,销量\n2020,9,8\n2021,7,6\n")} == {
        "2020",
        "2021",
    }


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Peru: loans, JD million", "JD million"),
        ("Peru: loans by trade, N$ million at current prices", "N$ million"),
        ("Peru: price of 100 salts, EUR, shops, households", "EUR"),
        ("Peru: jobs in thousands (except rates)", "thousands"),
    ],
)
def test_money_and_scale_of_a_title_are_the_unit(title: str, unit: str) -> None:
    found = rows(f'"{title}"\nBranch,2021,2022\nShops,512,520\nMills,4,5\n')
    assert {row[5] for row in found} == {unit}


def test_numbers_of_an_outline_before_names_are_no_figures() -> None:
    found = rows(
        "Fiji\nNo.,Item,2021,2022\n1,Salt,88,110\n1.1,Grey,11,14\n2,Rice,87,108\n2.1,Red,-1,-2\n"
    )
    assert {row[0] for row in found} == {"Salt", "Grey", "Rice", "Red"}
    assert {row[4] for row in found} == {"88", "110", "11", "14", "87", "108", "-1", "-2"}


def test_a_title_torn_into_more_pieces_than_columns_is_one() -> None:
    text = "Huts, tents, barns, Peru, thousand\nYear,Ana,Bel\n2021,5,6\n2022,7,8\n"
    assert {row[5] for row in rows(text, place="Peru")} == {"thousand"}


def test_what_includes_is_no_part_of_what_excludes() -> None:
    found = rows("Peru\nYear,Excl. tax,Incl. tax\n2021,5,6\n2022,7,8\n")
    assert {row[0] for row in found} == {"Excl. tax", "Incl. tax"}


def test_a_title_torn_into_as_many_pieces_as_columns_is_one() -> None:
    text = "Beds per 10,000 people, by region, Chile\nRegion,2018,2019,2020\nArica,17.1,17.4,16.9\nAtacama,16.2,16.0,15.8\n"
    assert {row[0].removesuffix(", Chile") for row in rows(text)} == {
        "Beds per 10,000 people, by region"
    }
    assert {row[2] for row in rows(text)} == {"2018", "2019", "2020"}


def test_a_header_whose_labels_have_blanks_before_them_stays_one() -> None:
    text = "Ana; 2021; 2022\nHuts; 279; 280\nBarns; 23; 22\n"
    assert {row[2] for row in rows(text, place="Peru")} == {"2021", "2022"}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Sales by good, Zambia, K'million", "K'million"),
        ("Energy used, Peru, ktoe", "ktoe"),
    ],
)
def test_units_of_yearbooks_are_read(title: str, unit: str) -> None:
    found = rows(f'"{title}"\nItem,2021,2022\nSalt,351,339\nRice,12,11\n', place="Peru")
    assert {row[5] for row in found} == {unit}


def test_a_share_of_something_in_words_is_per_cent() -> None:
    found = rows(
        "Peru\n,2021,2022\nDebt (Rs. billion),90,110\nTotal debt as % of output,96.6,100.0\n"
    )
    assert {row[5] for row in found if row[4] == "96.6"} == {"%"}


def test_capitals_in_brackets_behind_a_country_are_no_part_of_it(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "Commerce de la Tunisie (MD)\nMois,Ventes,Achats\nJanvier 2023,46,61\nFévrier 2023,48,60\n"
    )
    said = asked(tmp_path, monkeypatch, text) if not rows_or_none(text) else ""
    assert "--area MD" not in said


def rows_or_none(text: str) -> set[tuple[str, ...]]:
    """Return what is read; nothing where it is asked about."""
    try:
        return rows(text)
    except DataError:
        return set()


@pytest.mark.parametrize(
    "title",
    [
        "Peru: residents and growth rate (%)",
        "各市常住人口及自然增长率（‰）",
        "Bölgelere göre nüfus ve yıllık nüfus artış hızı (‰), Türkiye",
    ],
)
def test_amounts_before_a_rate_in_a_title_are_not_in_its_unit(title: str) -> None:
    found = rows(f'"{title}"\nRegion,2021,2022\nAna,979,1043\nBel,71,62\n')
    assert {row[5] for row in found} == {""}


def test_two_rates_of_a_title_are_in_its_unit() -> None:
    found = rows("Peru: unemployment and inflation (%)\nRegion,2021,2022\nAna,9,10\nBel,7,6\n")
    assert {row[5] for row in found} == {"%"}


def test_growth_without_a_sign_is_in_the_per_thousand_of_its_title() -> None:
    text = "Peru: residents and growth rate (‰)\nRegion,2021,2022,Artış hızı\nAna,979,1043,4.2\nBel,71,62,6.1\n"
    assert {row[3:6] for row in rows(text) if row[4] == "4.2"} == {("growth", "4.2", "‰")}


def test_a_change_in_points_keeps_its_unit() -> None:
    found = rows("Peru: turnout\nYear,Turnout (%),Change (pp)\n2021,9,10\n2022,7,6\n")
    assert {row[5] for row in found if row[4] == "10"} == {"pp"}


def test_two_units_in_the_brackets_of_a_title_are_of_amounts_and_of_rates() -> None:
    found = rows(
        "Peru: debt (in million USD and % of output)\nYear,Home,Abroad\n2021,979,1043\n2022,71,62\n"
    )
    assert {row[5] for row in found} == {"million USD"}


def test_a_unit_behind_one_of_two_things_of_a_title_is_its_own() -> None:
    found = rows("Peru: harvest (kt) and yield of rye\nYear,Harvest,Yield\n2021,979,5\n2022,71,6\n")
    assert {(row[0], row[5]) for row in found if row[2] == "2021"} >= {("Harvest", "kt")}


def test_the_nation_behind_months_of_a_title_is_the_place() -> None:
    text = "2023年1-11月份全国茶叶投资\n指标,2023年1-11月\n投资(亿元),460\n其他(亿元),235\n"
    assert {row[1] for row in rows(text)} == {"全国"}


@pytest.mark.parametrize(
    "title",
    [
        "Außenhandel der Küstenländer nach Ländern",
        "Внешняя торговля, млн долл. США",
        "Visitors by country of residence",
        "按国别分的进口额",
    ],
)
def test_trade_by_countries_is_asked_whose_it_is(title: str) -> None:
    text = f'"{title}"\nLand,2021,2022\nGermany,56,123\nFrance,16,91\nPeru,12,55\n'
    with pytest.raises(DataError, match="goes between countries"):
        rows(text)
    assert {row[1] for row in rows(text, columns={"Land": "place"})} == {
        "Germany",
        "France",
        "Peru",
    }
    assert {row[1] for row in rows(text, columns={"Land": "name"}, place="Chad")} == {"Chad"}


def test_a_year_of_accounts_with_a_status_is_one_like_the_others() -> None:
    text = "Peru\n,FY2021,FY2022,FY2023 (budget)\nTax,21,22,23\nRent,12,13,14\n"
    assert {row[2] for row in rows(text, fiscal="ends")} == {"2020/21", "2021/22", "2022/23"}
    with pytest.raises(DataError, match="which months"):
        rows("Peru\n,FY2022 (p),FY2023 (p)\nTax,21,22\nRent,12,13\n")


def test_what_is_in_another_unit_by_its_brackets_has_not_that_of_the_title() -> None:
    text = "Norway: power (TWh)\nYear,Made,Price (øre/kWh)\n2021,157.1,72.1\n2022,146.1,192.3\n"
    assert {(row[0], row[5]) for row in rows(text)} == {("Made", "TWh"), ("Price (øre/kWh)", "")}


@pytest.mark.parametrize(
    ("title", "head", "units"),
    [
        ("GDP, current prices (billion NOK) and growth (%), Norway", "GDP,Growth", ("billion NOK", "%")),
        ("Norway: deaths (thousands) and rate per 1,000", "Deaths,Rate", ("thousands", "")),
        ("各地茶叶播种面积（千公顷）和产量（万吨）", "播种面积,产量", ("千公顷", "万吨")),
        ("Norway: trade - US$ million FOB", "Exports,Imports", ("US$ million", "US$ million")),
    ],
)  # fmt: skip
def test_each_thing_of_a_title_has_its_own_unit(
    title: str, head: str, units: tuple[str, str]
) -> None:
    found = rows(f'"{title}"\nYear,{head}\n2021,4211,3.9\n2022,5708,3.0\n', place="Norway")
    assert {row[4]: row[5] for row in found if row[2] == "2021"} == {
        "4211": units[0],
        "3.9": units[1],
    }


def test_short_months_of_russian_are_months() -> None:
    found = rows("Россия: избы\n;янв.23;фев.23;мар.23\nВсего;27;26;25\nНовые;14;13;12\n")
    assert {row[2] for row in found} == {"2023-01", "2023-02", "2023-03"}


def test_months_that_no_period_has_are_asked_about_beside_halves_too() -> None:
    with pytest.raises(DataError, match="Mar-May"):
        rows(
            "Kenya: sales\nShop,Jan-Jun,Jul-Dec,Mar-May\nAna,12,14,7\nBel,22,24,9\n", period="2022"
        )


@pytest.mark.parametrize(
    ("title", "head", "units"),
    [
        ("Rural and urban unemployment (%), Chile", "Men,Women", ("%", "%")),
        ("Output and exports of copper, Chile (kt)", "Output,Exports", ("kt", "kt")),
        ("Exports and imports of goods, Chile, EUR million", "Exports,Imports", ("EUR million",) * 2),
        ("Exports and imports (EUR million)", "Exports,Imports", ("EUR million",) * 2),
        ("Huts and area (km2)", "Huts,Area", ("", "km2")),
        ("Loans and deposits (EUR million), rates (%)", "Loans,Lending rate", ("EUR million", "%")),
    ],
)  # fmt: skip
def test_a_unit_at_the_end_of_a_title_of_two_things_is_of_both_or_of_the_last(
    title: str, head: str, units: tuple[str, str]
) -> None:
    found = rows(f'"{title}"\nYear,{head}\n2021,4211,3.9\n2022,5708,3.0\n', place="Chile")
    assert {row[4]: row[5] for row in found if row[2] == "2021"} == {
        "4211": units[0],
        "3.9": units[1],
    }


def test_a_line_of_the_source_names_no_place_of_the_figures() -> None:
    text = '"Source: Bank of Japan"\nCountry,2021,2022\nGermany,3.2,8.7\nItaly,1.9,8.7\nFrance,2.1,5.9\n'
    assert {row[1] for row in rows(text, indicator="Tea")} == {"Germany", "Italy", "France"}


def test_currencies_over_exchange_rates_are_what_is_worth_and_no_units() -> None:
    text = '"Exchange rates, Peru: soles per unit"\nMonth,US dollar,Euro,Yen\n2023-01,3.8,4.1,2.8\n2023-02,3.9,4.2,2.7\n'
    found = rows(text, place="Peru")
    assert {row[5] for row in found} == {""}
    assert {row[0] for row in found} == {
        f"{money} exchange rate" for money in ("US dollar", "Euro", "Yen")
    }


@pytest.mark.parametrize(
    "title",
    [
        "Annual growth of output, Chad (%)",
        "PIB do Chad: variação trimestral (%) com ajuste sazonal",
        "Crecimiento anual del producto, Chad (%)",
    ],
)
def test_a_title_of_growth_makes_all_figures_growth(title: str) -> None:
    found = rows(f'"{title}"\nBranch,2020,2021\nFarms,7.3,8.5\nMills,-2.5,-0.5\n', place="Chad")
    assert {row[3] for row in found} == {"growth"}
    assert {row[5] for row in found} == {"%"}


def test_a_decimal_comma_beside_semicolons_divides_nothing() -> None:
    text = '"Избы, Чад, млрд тенге и % к прошлому году"\nПериод;Оборот;Доля\nянварь 2023;1012,3;105,1\nфевраль 2023;1034,5;106,2\n'
    assert {row[3:5] for row in rows(text, place="Chad")} == {
        ("level", "1012.3"), ("level", "1034.5"), ("level", "105.1"), ("level", "106.2")
    }  # fmt: skip


def test_what_stands_behind_the_number_of_a_table_is_no_place(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        '"Yearbook of Malta. Table 5: Marriages"\nYear,Church,Civil\n2020,512,634\n2021,890,1012\n'
    )
    read = rows_or_none(text)
    assert {row[1] for row in read} <= {"Malta"}
    assert read or "--area Marriages" not in asked(tmp_path, monkeypatch, text)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Jan-Jun results, Chad (EUR m)", "2021-H1"),
        ("Chad: trade, January to September", "2021-01/2021-09"),
        ("Results for the third quarter, Chad", "2021-Q3"),
        ("Births in March, Chad", "2021-03"),
        ("1-9月茶叶产量", "2021-01/2021-09"),
        ("Year ended June, Chad", "2021"),
        ("Marches and Mays in Chad", "2021"),
    ],
)
def test_the_part_of_the_year_in_a_title_is_that_of_its_years(title: str, period: str) -> None:
    found = rows(f'"{title}"\nItem,2021,2022\nSales,123,134\nCosts,12,13\n', place="Chad")
    assert {row[2] for row in found if row[4] == "123"} == {period}


def test_a_part_of_the_year_in_a_title_is_not_that_of_quarters() -> None:
    found = rows(
        "Chad: results for the first half\nItem,2021-Q1,2021-Q2\nSales,123,134\nCosts,12,13\n"
    )
    assert {row[2] for row in found} == {"2021-Q1", "2021-Q2"}


def test_debt_by_currency_is_no_exchange_rate() -> None:
    text = '"Debt by currency (USD million), exchange rate of 31 December, Chad"\nYear,US dollar,Euro\n2021,20,5\n2022,21,6\n'
    names = {row[0] for row in rows(text, place="Chad")}
    assert not any(name.endswith(" exchange rate") for name in names)


def test_countries_beside_a_word_for_where_people_came_from_are_asked_about() -> None:
    """Whose total stands without a place, the countries are not: they would become places of the guests."""
    lines = [
        "2021,Guests,,120",
        "2021,Country of residence,Peru,70",
        "2021,Country of residence,Kenya,50",
    ]
    text = "\n".join(["Year,Series,Country,Value", *lines, ""])
    for hints in (Hints(), Hints(place="Fiji")):
        with pytest.raises(DataError, match="is its place or its partner") as caught:
            foreign("t.csv", text.encode(), hints, trying=False)
        assert "--column Country=name" in str(caught.value)
    hints = Hints(place="Fiji", columns={"Country": "name"})
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    assert [row[:2] for row in found.rows][1:] == [
        ["Country of residence, Peru", "Fiji"],
        ["Country of residence, Kenya", "Fiji"],
    ]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Jobs by canton, 2021-2022", "Uro,Glaro"),
        ("Beds by region", "Beds,Doctors"),
        ("Stays by country of residence", "Peru,Chile"),
        ("Exports by partner country, EUR", "Peru,Chile"),
    ],
)
def test_a_title_may_leave_open_whether_names_over_years_are_places(title: str, names: str) -> None:
    text = f'"{title}"\n,{names}\n2021,5,6\n2022,7,8\n'
    with pytest.raises(DataError, match="whether the names over the columns are places"):
        rows(text)
    placed = rows(text, columns={"header": "place"})
    assert {row[1] for row in placed} == {*names.split(",")}
    assert {row[1] for row in rows(text, place="Norway")} == {"Norway"}


STACKED = """Precios al consumidor, 2016=100
,,,
Total nacional,2017-01-01,2017-02-01,2017-03-01
,,,
Nivel general y divisiones,,,
,,,
Nivel general,101.6,102.1,102.4
Alimentos,101.3,101.8,102.8
,,,
Región Vexa,2017-01-01,2017-02-01,2017-03-01
,,,
Nivel general y divisiones,,,
,,,
Nivel general,101.3,102.5,102.5
Alimentos,101.4,101.9,103.8
"""


def test_tables_below_one_another_with_the_same_months_are_told_apart_by_their_corner() -> None:
    found = {(row[0].rpartition(", ")[2], row[2]): row[4] for row in rows(STACKED, place="Peru")}
    assert len(found) == 6
    told = {(row[0], row[4]) for row in rows(STACKED, place="Peru") if row[2] == "2017-03"}
    assert {name.partition(", ")[2].rpartition(", ")[2] for name, _ in told} == {
        "Total nacional",
        "Región Vexa",
    }
    assert {value for _, value in told} == {"102.4", "102.8", "102.5", "103.8"}


def test_a_title_before_a_gap_is_that_of_each_table() -> None:
    text = (
        "Rents in per cent\n,,\nNorth,,\nItem,2021,2022\nHuts,5,6\nInns,7,8\n,,\n"
        "South,,\nItem,2021,2022\nHuts,4,3\nInns,2,1\n"
    )
    found = rows(text, place="Peru")
    assert len(found) == 8
    assert {row[5] for row in found} == {"per cent"}


def test_changes_of_an_index_are_no_index() -> None:
    text = "Prices\nReference: December 2016=100\nMonthly changes of the months to May\nItem,2021,2022\nHuts,1.5,1.6\nInns,1.7,1.8\n"
    assert {row[5] for row in rows(text, place="Peru")} == {""}
    assert {row[5] for row in rows(text.replace("Monthly changes", "Index"), place="Peru")} != {""}


@pytest.mark.parametrize(
    ("title", "name", "unit"),
    [
        ("Rentas, R$ bilhões correntes", "Rentas", "R$ billion"),
        ("Rents in Promille", "Rents", "per thousand"),
        ("Rents, SEK per månad", "Rents", "SEK per month"),
        ("Rentas en millones de euros corrientes", "Rentas", "million euro"),
    ],
)
def test_units_of_titles_in_other_languages(title: str, name: str, unit: str) -> None:
    found = rows(f"{title}\nPaís;2021;2022\nPerú;5,5;6,5\nChile;7,5;8,5\n")
    assert {(row[0], row[5]) for row in found} == {(name, unit)}


def test_codes_under_cd_are_no_figures() -> None:
    text = "CD_REF,TX_DESCR,MS_JOBS,CD_YEAR\n11001,Vexa,5,2021\n11002,Uro,6,2021\n11001,Vexa,7,2022\n11002,Uro,8,2022\n"
    found = rows(text, columns={"TX_DESCR": "place"})
    assert {row[:3] + row[4:5] for row in found} == {
        ("MS_JOBS", "Vexa", "2021", "5"),
        ("MS_JOBS", "Uro", "2021", "6"),
        ("MS_JOBS", "Vexa", "2022", "7"),
        ("MS_JOBS", "Uro", "2022", "8"),
    }


def test_a_base_that_a_label_has_twice_is_said_once() -> None:
    text = 'Year,"Prices(2020=100), Food(2020=100)","Prices(2020=100), Rents(2020=100)"\n2021,5,6\n2022,7,8\n'
    assert {row[0] for row in rows(text, place="Peru")} == {
        "Prices, Food(2020=100)",
        "Prices, Rents(2020=100)",
    }


def test_a_title_in_swedish_that_divides_joins_the_names() -> None:
    text = "Löner efter sektor, SEK\nsektor;2021;2022\nprivat;5,5;6,5\noffentlig;7,5;8,5\n"
    assert {row[0] for row in rows(text, place="Peru")} == {
        "Löner efter sektor, privat",
        "Löner efter sektor, offentlig",
    }


def test_codes_of_countries_below_their_names_are_no_units() -> None:
    text = "Rents,Norway,Peru,Belgium,Chile\nyear,NOR,PER,BEL,CHL\n2020,5,6,7,8\n2021,4,3,2,1\n"
    found = rows(text)
    assert {row[0] for row in found} == {"Rents"}
    assert {row[5] for row in found} == {""}
    assert {row[1] for row in found if row[4] in ("7", "1")} == {"Belgium", "Chile"}


def test_a_town_abroad_is_no_division_of_china(tmp_path: Path) -> None:
    names = [*(f"Falu{n}" for n in range(40)), "Aba"]
    text = "Settlement,2020,2021\n" + "".join(f"{name},{n},{n}\n" for n, name in enumerate(names))
    (tmp_path / "t.csv").write_text("Indicator: Rents\n" + text, encoding="utf-8")
    catalogue = open_package([str(tmp_path / "t.csv")], builtin=False).catalogue
    assert catalogue.find_place("Aba") == "Aba"


def test_a_number_in_brackets_that_stands_in_many_cells_is_a_mark(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Country,2020,2021\nPeru,5,6\nChile,(1),(1)\nNorway,(1),(1)\n"
    found = asked(tmp_path, monkeypatch, text)
    assert "--missing '(1)'" in found.partition("Read so: ")[2].partition(";")[0]
    assert "--missing" not in asked(tmp_path, monkeypatch, text.replace("(1)\n", "(2)\n"))


def test_names_below_a_line_over_their_column_have_the_years_above() -> None:
    text = 'Source: Office\n,,,2020,2021\n"","Population","kt"\n"","Population",""\n"","Peru","kt",5,6\n"","Chile","kt",7,8\n'
    found = rows(text, indicator="Huts")
    assert {row[1:3] for row in found} == {
        (place, year) for place in ("Peru", "Chile") for year in ("2020", "2021")
    }


def _workbook(path: Path, sheets: dict[str, list[list[object]]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(path)


def test_the_contents_of_a_workbook_are_left_out(tmp_path: Path) -> None:
    data = [["Year", "Peru: rents (kt)", "Peru: wages (kt)"], [2020, 5, 6], [2021, 7, 8]]
    listed = [["Worksheet Name", "Description", "# Of Series"], ["Data 1", "Rents", 17]]
    _workbook(tmp_path / "t.xlsx", {"Contents": listed, "Data 1": data})
    content = (tmp_path / "t.xlsx").read_bytes()
    (found,) = foreign("t.xlsx", content, Hints(place="Peru"), trying=False)
    assert {row[4] for row in found.rows} == {"5", "6", "7", "8"}
    assert any("it lists the other sheets" in str(said) for said in found.said)


def test_a_sheet_is_proposed_before_words_are_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [["Country", 2020, 2021], ["Peru", 5, 6], ["Chile", 7, 8]]
    torn = [["Country", 2020, 2021], ["Peru", "odd", 6], ["Chile", 7, "odd"], ["Norway", 8, 9]]
    _workbook(tmp_path / "t.xlsx", {"Rents": whole, "Wages": torn})
    content = (tmp_path / "t.xlsx").read_bytes()
    with pytest.raises(DataError) as refused:
        foreign("t.xlsx", content, Hints(indicator="Huts"))
    lines = str(refused.value).partition("Read so: ")[2]
    assert "--sheet Rents" in lines.partition(";")[0]
    assert "--missing odd" in lines


def test_lines_over_groups_in_two_languages_are_part_of_the_names() -> None:
    text = (
        ",2020,2021,\nTyp domu (%):,,,House (%):\nrodinný,41.6,42.1,detached\njiný,0.8,0.9,other\n"
        "Vybavení (%):,,,Facilities (%):\nvoda,99.1,99.2,water\njiný,0.7,0.6,other\n"
    )
    found = rows(text, place="Peru")
    assert {(row[0], row[5]) for row in found if row[4] in ("0.8", "0.7")} == {
        ("jiný, Typ domu, other", "%"),
        ("jiný, Vybavení, other", "%"),
    }


def test_words_for_places_joined_in_other_languages_are_for_places() -> None:
    text = "Περιφέρειες και νομοί,2020,2021\nΒεξία,5,6\nΟύρια,7,8\n"
    assert {row[1] for row in rows(text, indicator="Huts")} == {"Βεξία", "Ούρια"}


def test_formal_names_of_countries_are_known() -> None:
    text = 'Country,2020,2021\n"Tanzania, United Republic of",5,6\n"Hong Kong, China",7,8\n'
    found = rows("Huts\n" + text)
    assert {row[1] for row in found} == {"Tanzania, United Republic of", "Hong Kong, China"}
