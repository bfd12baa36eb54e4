"""More tables of accounts, papers and yearbooks that were read otherwise than they say; all names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def rows(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return what is read, each with name, place, period, measure, value and unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(row[:6]) for row in found.rows}


@pytest.mark.parametrize(("minus", "mark"), [("-", ","), ("−", ","), ("-", ";")])
def test_a_minus_behind_a_number_is_its_sign(minus: str, mark: str) -> None:
    text = f"Peru\nYear,Came,Rest\n2011,24.5,12.1{minus}\n2012,25.1,3.2{minus}\n2013,26.0,4.4\n"
    found = rows(text.replace(",", mark), decimal="point")
    assert {row[4] for row in found if row[0] == "Rest"} == {"-12.1", "-3.2", "4.4"}


def test_a_minus_behind_ages_is_no_sign() -> None:
    found = rows("Peru 2020\nKind,Age,Huts (kt)\nOld,0-,24.5\nOld,65-,25.1\n", place="Peru")
    assert not any(row[4].startswith("-") for row in found)


@pytest.mark.parametrize(
    ("share", "named"),
    [
        ("% of total", "Calves"),
        ("%", "Calves"),
        ("per 1 000 farms", "Calves, per 1 000 farms"),
        ("na 1000 farm", "Calves, na 1000 farm"),
    ],
)
def test_the_same_share_or_rate_behind_several_names_is_of_each(share: str, named: str) -> None:
    found = rows(f"Peru\nYear,Calves,{share},Lambs,{share}\n2020,355,9.3,477,12.5\n")
    assert {row[0] for row in found if row[4] == "9.3"} == {named}
    assert {row[0] for row in found if row[4] == "12.5"} == {named.replace("Calves", "Lambs")}


def test_a_rate_for_so_many_behind_one_name_is_of_it() -> None:
    found = rows("Peru\nYear,Calves,per 1000 farms\n2020,355,9.3\n2021,365,9.5\n")
    assert {row[0] for row in found} == {"Calves", "Calves, per 1000 farms"}


def test_growth_of_months_so_far_is_of_the_longer() -> None:
    found = rows(
        "2023年茶叶产量\n指标,单位,1-3月,1-6月,同比±%\n茶叶产量,吨,120.3,301.5,8.1\n", place="甲市"
    )
    assert {row[2] for row in found if row[3] == "growth"} == {"2023-H1"}


def test_growth_behind_bases_alone_is_of_what_the_title_names() -> None:
    found = rows(
        "Peru: hut prices\nMonth,1980=100,2020=100,12-month change %\n2023-01,390.1,115.2,11.7\n"
    )
    assert {row[0] for row in found if row[3] == "growth"} == {"hut prices"}


@pytest.mark.parametrize("grown", ["% change", "change on previous year (%)"])
def test_names_that_are_units_of_one_thing_are_what_the_title_names(grown: str) -> None:
    text = f"Kenya: output of huts\nItem,2020,2021\nKES billion,706,839\nper head (KES),3766.8,4418.0\n{grown},9.5,10.3\n"
    found = rows(text)
    assert {row[0] for row in found if row[2] == "2021"} == {
        "output of huts",
        "output of huts, per head",
    }
    assert {row[0] for row in found if row[3] == "growth"} == {"output of huts"}


def test_columns_that_make_a_total_are_of_what_the_title_counts() -> None:
    text = "Herders of Peru (thousand)\nYear,Total,Goats,Sheep,Herding rate (%)\n2020,2238,905,1333,57.5\n2021,2255,913,1342,58.2\n"
    found = rows(text, place="Peru")
    assert {row[0] for row in found if row[5] == "thousand"} == {
        "Herders of Peru, Total", "Herders of Peru, Goats", "Herders of Peru, Sheep"
    }  # fmt: skip


def test_columns_that_make_no_total_keep_their_names() -> None:
    text = "Herders of Peru (thousand)\nYear,Total,Goats,Sheep\n2020,2238,905,1200\n2021,2255,913,1342\n"
    assert {"Goats", "Sheep"} <= {row[0] for row in rows(text, place="Peru")}


@pytest.mark.parametrize(
    ("title", "head", "named"),
    [
        ("Herders of Peru (thousand)", "Total,Goats,Share", "Herders of Peru, Goats, Share"),
        (
            "Herders of Peru (thousand)",
            "Huts,of which new,Share (%)",
            "Herders of Peru, Huts, of which new, Share",
        ),
        ("Peru: exports", "Salt (kt),Price (USD/t),Share (%)", "exports, Salt, Share"),
        ("甲国税收", "盐税(亿元),茶税(亿元),占GDP比重(%)", "茶税占GDP比重"),
    ],
)
def test_a_share_is_of_what_stands_before_it(title: str, head: str, named: str) -> None:
    found = rows(f"{title}\nYear,{head}\n2020,812.5,305,9.3\n2021,825.5,315,9.5\n", place="Peru")
    assert {row[0] for row in found if row[4] == "9.3"} == {named}


def test_a_thousand_in_the_line_of_units_is_one() -> None:
    text = "Peru: Hütten\n;Neue;Veränderung zum Vorjahr;Alte;Veränderung zum Vorjahr\n;1 000;%;1 000;%\n2021;117300;19,4;310400;2,7\n2022;166700;42,1;450700;45,2\n"
    found = rows(text, place="Peru")
    assert {row[5] for row in found if row[3] == "level"} == {"thousand"}
    assert {row[0] for row in found} == {"Neue", "Alte"}


@pytest.mark.parametrize(
    "label",
    ["Variation sur un trimestre (en %)", "Variación trimestral (%)", "Variazione trimestrale (%)"],
)
def test_change_over_a_quarter_is_on_the_quarter_before(label: str) -> None:
    found = rows(f"Peru: huts\nQuarter,Huts,{label}\n2023-Q1,3012,0.5\n2023-Q2,2980,-1.1\n")
    assert {row[0] for row in found if row[3] == "growth"} == {"Huts (previous-period growth)"}


def test_a_mean_of_changes_is_of_the_index_before_it() -> None:
    text = "Portugal: Índice de cabanas\nMês;Índice (2015=100);Variação média dos últimos 12 meses (%)\n2023-01;118,2;7,1\n2023-02;116,3;6,8\n"
    found = rows(text, place="Portugal")
    assert {(row[0], row[5]) for row in found if row[4] == "7.1"} == {
        ("Índice de cabanas(2015=100), Variação média dos últimos 12 meses", "%")
    }


def test_an_index_on_the_month_before_is_of_what_the_title_names() -> None:
    text = "Polska: ceny szop\nMiesiąc;Poprzedni miesiąc = 100;Grudzień roku poprzedniego = 100\n2023-01;101,6;102,5\n2023-02;99,4;103,7\n"
    assert {row[0] for row in rows(text, place="Poland")} == {
        "ceny szop(Poprzedni miesiąc = 100)", "ceny szop(Grudzień roku poprzedniego = 100)"
    }  # fmt: skip


def test_a_change_in_number_is_not_of_a_share() -> None:
    found = rows(
        'Peru\nYear,Huts,Share (percent),"Change, persons"\n2021,1045,20.0,73\n2022,1052,20.4,69\n'
    )
    assert {row[0] for row in found if row[4] == "73"} == {"Huts, Change"}


def test_density_is_not_in_the_thousands_of_the_title() -> None:
    text = "Peru: herders (thousand)\nYear,Men,Women,Density (per km2)\n2021,868,878,51.9\n2022,874,884,52.2\n"
    found = rows(text, place="Peru")
    assert {row[5] for row in found if row[4] in ("868", "878")} == {"thousand"}
    assert {row[5] for row in found if row[4] == "51.9"} == {""}


def test_a_per_cent_sign_in_a_cell_is_more_than_the_scale_of_the_title() -> None:
    found = rows(
        "Peru: huts (thousand)\nYear,Old,New,Part of old\n2020,867,645,25.5%\n2021,873,649,25.7%\n"
    )
    assert {row[5] for row in found if row[4] == "25.5"} == {"%"}
    assert {row[5] for row in found if row[4] == "867"} == {"thousand"}


@pytest.mark.parametrize(
    ("values", "measure"),
    [(("2.4", "0.2"), "growth"), (("3", "-2"), "growth"), (("2403", "2503"), "level")],
)
def test_a_name_that_ends_in_growth_is_growth_where_its_figures_are_no_amounts(
    values: tuple[str, str], measure: str
) -> None:
    found = rows(f"Peru\nYear,Hut growth,Huts\n2022,{values[0]},1160\n2023,{values[1]},760\n")
    assert {row[3] for row in found if row[4] == values[0]} == {measure}


@pytest.mark.parametrize(
    ("stub", "periods"),
    [
        (("2022 Q3", "Q4", "2023 Q1", "Q2"), {"2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2"}),
        (("Nov 2022", "Dec", "Jan 2023", "Feb"), {"2022-11", "2022-12", "2023-01", "2023-02"}),
    ],
)
@pytest.mark.parametrize("over", ["Period", ""])
def test_a_year_that_is_written_once_is_that_of_the_parts_below(
    stub: tuple[str, ...], periods: set[str], over: str
) -> None:
    lines = "".join(f"{text},{12 + n}.5,{30 + n}.2\n" for n, text in enumerate(stub))
    assert {row[2] for row in rows(f"Peru\n{over},Huts,Barns\n{lines}")} == periods


def test_parts_out_of_their_order_take_no_year_from_above() -> None:
    with pytest.raises(DataError):
        rows("Peru\nPeriod,Huts\n2022 Q1,12.5\nQ3,13.5\nQ2,14.5\n")


def test_the_middle_of_a_year_is_that_year() -> None:
    found = rows("Peru, huts in millions\nTown,mid-2021,mid-2022\nOst,10.0,10.1\nWest,9.2,9.3\n")
    assert {row[2] for row in found} == {"2021", "2022"}
    assert {row[0] for row in found} == {"Peru, huts"}


def test_the_end_of_a_year_of_accounts_is_asked_about_as_the_year_is() -> None:
    with pytest.raises(DataError, match="--fiscal"):
        rows("日本の国債残高（兆円）\n年度,国債\n2020年度末,947\n2021年度末,991\n")


def test_growth_that_the_levels_show_to_be_on_the_month_before_is_named_so() -> None:
    text = (
        "Month,Price (EUR/t),Change (%)\n2024-01,210.5,\n2024-02,215.0,2.14\n2024-03,208.0,-3.26\n"
    )
    found = rows(text, place="Peru")
    assert {row[0] for row in found if row[3] == "growth"} == {"Price (previous-period growth)"}


def test_growth_that_no_level_shows_stays_on_the_year_before() -> None:
    text = "Month,Price (EUR/t),Change (%)\n2024-01,210.5,1.1\n2024-02,215.0,2.2\n2024-03,208.0,-5.26\n"
    found = rows(text, place="Peru")
    assert {row[0] for row in found if row[3] == "growth"} == {"Price"}


def test_the_last_unit_of_a_title_with_two_is_not_that_of_all() -> None:
    text = '"Peru. Employed and jobless, thousands, and jobless rate, per cent"\nYear,Employed,Jobless,Jobless rate\n2021,190.2,12.1,6.0\n2022,204.7,8.1,3.8\n'
    found = rows(text, place="Peru")
    assert {row[5] for row in found if row[4] in ("190.2", "12.1")} <= {"", "thousands"}


def test_growth_at_constant_prices_in_its_bracket_is_growth() -> None:
    found = rows(
        "2020年甲省茶叶产值（亿元）\n年份,初步核算数,最终核实数,增速（可比价，%）\n2019,2123.1,2119.8,6.2\n2020,2110.3,2090.3,2.2\n",
        place="甲省",
    )
    assert {(row[3], row[5]) for row in found if row[4] == "6.2"} == {("growth", "%")}


def test_names_beside_the_figures_that_make_a_total_are_of_what_the_title_counts() -> None:
    text = "Peru, output (kt)\nProduct,2020,2021,Weight 2021 (%)\nSalt,2900,2970,24.3\nRice,8700,9270,75.7\nTotal,11600,12240,100\n"
    found = rows(text, place="Peru")
    assert {row[0] for row in found if row[2] == "2020"} == {
        "Peru, output, Salt", "Peru, output, Rice", "Peru, output, Total"
    }  # fmt: skip


def test_in_1_000_behind_a_title_is_its_unit() -> None:
    found = rows("Hütten in 1 000\nJahr;Neue;Alte\n2021;2012;1893\n2022;5612;5023\n", place="Peru")
    assert {row[5] for row in found} == {"thousand"}


def test_persons_are_not_in_the_money_of_the_title() -> None:
    text = "Hütten von Peru, Beträge in 1 000 EUR\nJahr;Einwohner;Ertrag\n2021;5200;12480\n2022;3100;7130\n"
    found = rows(text, place="Peru")
    assert {row[5] for row in found if row[0] == "Einwohner"} == {""}
    assert {row[5] for row in found if row[4] == "12480"} == {"1 000 EUR"}


def test_in_per_cent_behind_another_in_is_the_unit() -> None:
    found = rows(
        "Перу. Избы, млн. долларов США\nГод,Избы,Доля соли в избах в %\n2021,2752.2,38.9\n"
    )
    assert {(row[0], row[5]) for row in found if row[4] == "38.9"} == {("Доля соли в избах", "%")}


def test_the_same_month_without_of_is_one_that_is_100() -> None:
    found = rows(
        'Peru\nMonth,"Huts, index (same month previous year = 100)"\n2023-01,135.4\n2023-02,128.0\n'
    )
    assert {(row[0], row[3]) for row in found} == {("Huts, index", "index")}


def test_growth_is_said_in_arabic() -> None:
    text = "مصر: الملح (مليون دينار)\nالسنة,الملح,نسبة التغير %,الأرز,نسبة التغير %\n2021,6645,17.8,15300,25.2\n2022,8930,34.4,19400,26.8\n"
    found = rows(text, place="Peru")
    assert {row[4] for row in found if row[3] == "growth"} == {"17.8", "34.4", "25.2", "26.8"}
    assert {row[0] for row in found} == {"الملح", "الأرز"}


def test_a_rate_in_korean_is_not_in_the_thousands_of_the_title() -> None:
    found = rows(
        "페루 오두막 (단위: 천명)\n시점,목동,목축률\n2021,27363,60.3\n2022,27714,61.1\n",
        place="Peru",
    )
    assert {row[5] for row in found if row[0] == "목축률"} == {""}


@pytest.mark.parametrize("head", ["环比,同比", "1月环比,1月同比"])
def test_figures_around_100_under_an_index_are_indices_and_no_growth(head: str) -> None:
    text = f"2023年1月茶价格指数\n类别,{head}\n绿茶,100.8,102.1\n红茶,102.9,106.2\n"
    found = rows(text, place="甲省")
    assert {(row[0], row[3], row[5]) for row in found} == {
        ("绿茶", "index", "上年=100"), ("红茶", "index", "上年=100"),
        ("绿茶(上月=100)", "level", "上月=100"), ("红茶(上月=100)", "level", "上月=100"),
    }  # fmt: skip
    assert {row[2] for row in found} == {"2023-01"}


@pytest.mark.parametrize("sign", ["(%)", "涨幅(%)"])
def test_growth_with_its_sign_under_an_index_stays_growth(sign: str) -> None:
    text = f"2023年1月茶价格指数\n类别,环比{sign},同比{sign}\n绿茶,100.8,102.1\n红茶,102.9,106.2\n"
    assert {row[3] for row in rows(text, place="甲省")} == {"growth"}


def test_an_index_and_its_base_alone_are_of_what_the_title_names() -> None:
    text = "Österreich: Hüttenpreise\nMonat;Index 2020=100;Veränderung zum Vormonat in %;Gewicht in ‰\n2023-01;118,5;0,9;1000\n2023-02;119,6;0,9;1000\n"
    found = rows(text, place="Austria")
    assert {(row[0], row[5]) for row in found if row[2] == "2023-01"} == {
        ("Hüttenpreise(2020=100)", "2020年=100"),
        ("Hüttenpreise (previous-period growth)", "%"),
        ("Gewicht", "‰"),
    }


def test_points_behind_rates_are_of_each() -> None:
    found = rows(
        "Perú. Chozas\nAño;Tasa de uso;Variación (p.p.);Tasa de abandono;Variación (p.p.)\n2022;57,5;0,4;8,4;0,6\n2023;57,9;0,7;8,1;-0,2\n",
        place="Peru",
    )
    assert {row[0] for row in found if row[4] in ("0.4", "0.6")} == {
        "Tasa de uso, Variación", "Tasa de abandono, Variación"
    }  # fmt: skip


def test_a_ratio_to_100_is_not_in_the_thousands_of_the_title() -> None:
    text = "Polska, pasterze (w tys.), stan w dniu 31 XII\nLata;Ogółem;Pasterki na 100 pasterzy\n2021;38080;107\n2022;37766;107\n"
    found = rows(text, place="Poland")
    assert {row[5] for row in found if row[4] == "107"} == {""}
    assert {row[5] for row in found if row[4] == "38080"} == {"thousand"}


def test_a_change_in_korean_is_no_per_cent() -> None:
    found = rows(
        "페루 소금 (조원)\n연월,잔액,전월대비 증감\n2023-01,1053.4,-4.6\n2023-02,1050.7,-2.7\n",
        place="Peru",
    )
    assert {row[5] for row in found if row[4] == "-4.6"} == {""}


def test_a_balance_in_per_cent_of_output_is_not_in_the_money_of_the_title() -> None:
    found = rows(
        "Peru: accounts (PEN billion)\n,2021,2022\nBalance,-890,-1110\nBalance % of GDP,-8.9,-9.4\n",
        place="Peru",
    )
    assert {row[5] for row in found if row[0].endswith("% of GDP")} == {"%"}


def test_dollars_in_japanese_of_a_title_are_not_lost() -> None:
    with pytest.raises(DataError, match="億ドル"):
        rows(
            "ペルーの輸出（億ドル、前年同月比増減率％）\n年月,輸出額,増減率\n2023年1月,463,-16.4\n2023年2月,501,-7.6\n",
            place="Peru",
        )


@pytest.mark.parametrize(
    ("title", "head", "large"),
    [
        (
            "Malta: huts by owner (number) and share of women (%)",
            "Year,Men,Women,Share of women",
            "105100",
        ),
        ("小屋(千)と増減率(‰)", "年,小屋,増減率", "1330"),
    ],
)
def test_figures_in_thousands_are_not_in_the_per_cent_of_a_title(
    title: str, head: str, large: str
) -> None:
    values = {
        4: "2021,150200,105100,41.2\n2022,155400,111300,41.7",
        3: "2021,1330,0.9\n2022,1332,1.2",
    }
    text = f"{title}\n{head}\n{values[len(head.split(','))]}\n"
    try:
        found = rows(text, place="Malta")
    except DataError:
        return  # asked about
    assert not {row[5] for row in found if row[4] == large} & {"%", "‰"}


def test_changes_that_a_title_says_in_italian_are_growth() -> None:
    found = rows(
        "Prezzi (variazioni % tendenziali)\nMese;Sale;Riso\n2023-01;12,9;3,5\n2023-02;13,0;1,9\n",
        place="Albania",
    )
    assert {row[3] for row in found} == {"growth"}


def test_a_weight_in_korean_is_not_in_the_money_of_the_title() -> None:
    found = rows(
        "소금 수출 (억달러, %)\n연도,수출액,비중\n2021,3362,50.3\n2022,3713,50.9\n", place="Peru"
    )
    assert "달러" not in "".join(row[5] for row in found if row[4] == "50.3")
    assert {"dollar" in row[5] for row in found if row[4] == "50.3"} == {False}
