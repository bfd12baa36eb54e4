"""Tables as newspapers and ministries print them: growth by the signs of its cells, censuses, averages below months."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _read(text: str, **hints: str) -> set[tuple[str, ...]]:
    """Return name, place, period, measure, value and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)
    return {(r[0], r[1], r[2], r[3], r[4], r[5]) for r in found.rows}


def test_a_word_for_growth_over_cells_with_signs_is_growth() -> None:
    text = '"KSh million, year to June"\n,2018/19,2019/20,Growth\nFees,64,80,25.0%\nFines,50,45,-10.0%\n'
    assert _read(text, place="Peru") == {
        ("Fees", "Peru", "2018/19", "level", "64", "KSh million"),
        ("Fees", "Peru", "2019/20", "level", "80", "KSh million"),
        ("Fees", "Peru", "2019/20", "growth", "25.0", "%"),
        ("Fines", "Peru", "2018/19", "level", "50", "KSh million"),
        ("Fines", "Peru", "2019/20", "level", "45", "KSh million"),
        ("Fines", "Peru", "2019/20", "growth", "-10.0", "%"),
    }


def test_a_word_for_growth_over_bare_numbers_is_asked_about() -> None:
    text = "Item,2018/19,2019/20,Growth\nFees,64,80,16\nFines,50,45,-5\n"
    with pytest.raises(DataError, match="Growth"):
        _read(text, place="Peru", unit="kt")


def test_a_census_is_of_its_year() -> None:
    text = "Province,Census 2010,2020 Census\nUpper,12,15\nLower,8,7\n"
    assert {r[1:3] + r[4:5] for r in _read(text, indicator="Huts")} == {
        ("Upper", "2010", "12"),
        ("Upper", "2020", "15"),
        ("Lower", "2010", "8"),
        ("Lower", "2020", "7"),
    }


def test_an_average_below_months_is_no_month_and_no_year() -> None:
    rows = "January,4,7\nFebruary,5,8\nMarch,6,9\n"
    months = _read(f"Month,2018,2019\n{rows}", place="Peru", indicator="Huts")
    below = _read(f"Month,2018,2019\n{rows}Average,5,8\n", place="Peru", indicator="Huts")
    assert below == months
    assert len(months) == 6
    whole = _read(f"Month,2018,2019\n{rows}Year,15,24\n", place="Peru", indicator="Huts")
    assert {r[4] for r in whole - months} == {"15", "24"}


@pytest.mark.parametrize("word", ["Destination", "Country of residence", "客源国"])
def test_partners_are_not_the_places_of_the_figures(word: str) -> None:
    text = f"Visitors\n{word},2018,2019\nChile,12,15\nBrazil,8,7\n"
    with pytest.raises(DataError, match="place"):
        _read(text)
    found = _read(text, place="Peru")
    assert {r[:2] for r in found} == {("Visitors, Chile", "Peru"), ("Visitors, Brazil", "Peru")}


def test_origin_and_destination_are_proposed_as_the_places() -> None:
    text = "Origin,Destination,Trips 2018\nPeru,Chile,5\nChile,Peru,6\n"
    with pytest.raises(DataError) as asked:
        foreign("t.csv", text.encode(), Hints())
    assert "--column Origin=place" in str(asked.value.mend)
    assert "--column Destination=place" in str(asked.value.mend)


def test_shares_that_a_title_says() -> None:
    text = "Output by branch (shares in %)\nYear,Mines,Farms\n2018,40,60\n2019,45,55\n"
    assert {r[5] for r in _read(text, place="Peru")} == {"%"}


def test_a_column_of_numbers_in_brackets_is_no_name_of_the_others() -> None:
    text = 'Year,Sales,Balance\n2018,"1,200.5",(99.7)\n2019,"1,250.1",(39.9)\n'
    with pytest.raises(DataError, match=r"“\(99\.7\)” is not a number"):
        _read(text, place="Peru")
    # one among others, and codes in brackets beside names
    with pytest.raises(DataError, match=r"“\(99\.7\)” is not a number"):
        _read(text.replace("(39.9)", "39.9"), place="Peru")


def test_a_scale_behind_every_number_is_that_of_the_column() -> None:
    text = "Town,Debt 2018,Growth 2018,Boats 2018\nUpper,120.5 bn,5.2%,7\nLower,80.1 bn,4.1%,8\n"
    found = {(r[0], r[1], r[3], r[4], r[5]) for r in _read(text)}
    assert ("Debt", "Upper", "level", "120.5", "bn") in found
    assert ("Boats", "Upper", "level", "7", "") in found
    two = _read(text.replace("80.1 bn", "80.1 mn"))  # multiplied out
    debt = {(r[1], r[4], r[5]) for r in two if (r[0], r[3]) == ("Debt", "level")}
    assert debt == {("Upper", "120500000000", ""), ("Lower", "80100000", "")}


def test_an_index_from_nought_before_few_rows_numbers_them() -> None:
    text = "index,country,year,huts\n0,Peru,2018,75\n1,Chile,2018,80\n2,Peru,2019,72\n"
    assert {r[0] for r in _read(text)} == {"huts"}


@pytest.mark.parametrize(
    "corner", ["EUR million", "million EUR", "(EUR million)", "In EUR million"]
)
def test_a_unit_in_the_corner_stands_over_names(corner: str) -> None:
    found = _read(f"{corner},2018,2019\nSales,12,15\nRents,8,7\n", place="Peru")
    unit = "million EUR" if corner.startswith("million") else "EUR million"
    assert {(r[0], r[5].strip("()")) for r in found} == {("Sales", unit), ("Rents", unit)}


def test_numbers_in_brackets_are_what_the_user_says() -> None:
    text = 'USD million,2018,2019\nBalance,"(1,234.5)",(99)\nGoods,766,750\n'
    with pytest.raises(DataError) as asked:
        foreign("t.csv", text.encode(), Hints(place="Peru"))
    assert "cpstats import t.csv --area Peru --brackets negative (4 figures" in str(
        asked.value.mend
    )
    below = _read(text, place="Peru", brackets="negative")
    assert {r[4] for r in below if r[0] == "Balance"} == {"-1234.5", "-99"}
    plain = _read(text, place="Peru", brackets="plain")
    assert {r[4] for r in plain if r[0] == "Balance"} == {"1234.5", "99"}


def test_classes_in_a_unit_are_no_figures() -> None:
    text = "Household,2018,2019\n2 persons,12,15\n3 persons,8,7\n"
    with pytest.raises(DataError, match="Household=name"):
        _read(text, place="Peru", indicator="Huts")


def test_what_was_exported_or_generated_in_a_year_is_of_that_year() -> None:
    rows = "Country,Huts,Boats\nPeru,5,6\nChile,7,8\n"
    for title in (
        "Export 2019",
        "Waste generated in 2019",
        "Goods exported, 2019",
        "Jobs created 2019",
    ):
        assert {r[2] for r in _read(f"{title}\n{rows}")} == {"2019"}, title


@pytest.mark.parametrize("word", ["Annual", "Full year", "Total"])
def test_a_word_for_the_whole_year_beside_quarters_is_no_name(word: str) -> None:
    text = f"Huts in Peru\nYear,Q1,Q2,Q3,Q4,{word}\n2018,1,2,3,4,10\n2019,5,6,7,8,26\n"
    found = {(r[0], r[2], r[4]) for r in _read(text)}
    assert {("Huts in Peru", "2018", "10"), ("Huts in Peru", "2019", "26")} <= found
    assert {name for name, *_ in found} == {"Huts in Peru"}


def test_decades_under_a_word_for_them_are_ten_years() -> None:
    text = "Decade,Huts,Tents\n1960s,4,5\n1970s,6,7\n"
    assert {r[:1] + r[2:3] + r[4:5] for r in _read(text, place="Peru")} == {
        ("Huts", "1960/1969", "4"),
        ("Tents", "1960/1969", "5"),
        ("Huts", "1970/1979", "6"),
        ("Tents", "1970/1979", "7"),
    }


def test_lines_of_one_cell_say_of_whom_a_table_is() -> None:
    text = "Huts per person (kt)\nSEX: Females\nAge: 15-24\nNote: of May\nCountry,2018,2019\nPeru,4,5\nChile,6,7\n"
    assert {(r[0], r[5]) for r in _read(text)} == {("Huts per person, Females, 15-24", "kt")}


def test_forecasts_in_short_are_marked() -> None:
    text = "Huts of Peru\nItem,2018/19 est.,2019/20 f'cast\nOld,4,5\nNew,6,7\n"
    (found,) = foreign("t.csv", text.encode(), trying=False)
    assert {(r[2], r[6]) for r in found.rows} == {
        ("2018/19", "provisional"),
        ("2019/20", "forecast"),
    }


def test_spans_that_end_with_two_digits_are_no_months_beside_others() -> None:
    across = "Item,1991-1995,1996-2000,2001-05\nHuts,4,5,6\n"
    down = "Period,Huts\n1991-1995,4\n1996-2000,5\n2001-05,6\n"
    for text in (across, down):
        assert {(r[2], r[4]) for r in _read(text, place="Peru")} == {
            ("1991/1995", "4"),
            ("1996/2000", "5"),
            ("2001/2005", "6"),
        }


def test_halves_in_short_and_years_with_a_point_are_periods() -> None:
    text = "Country;2019;;2020;\n;1. pol.;2. pol.;1. pol.;2. pol.\nPeru;4;5;6;7\n"
    assert {(r[2], r[4]) for r in _read(text, indicator="Huts")} == {
        ("2019-H1", "4"),
        ("2019-H2", "5"),
        ("2020-H1", "6"),
        ("2020-H2", "7"),
    }
    text = "Country;2001.;Popis 2011.;2021. godina\nPeru;4;5;6\n"
    assert {r[2] for r in _read(text, indicator="Huts")} == {"2001", "2011", "2021"}


def test_a_price_for_another_amount_than_the_title_says_has_that_unit() -> None:
    text = "Prices in Peru (EUR per litre)\nMonth,Oil,Gas (per kg)\n2019-01,4,5\n2019-02,6,7\n"
    assert {(r[0], r[5]) for r in _read(text)} == {
        ("Oil", "EUR per litre"),
        ("Gas (per kg)", "EUR per kg"),
    }


def test_days_in_a_column_of_their_own_are_refused_as_such() -> None:
    text = "Year,Month,Day,Huts (kt)\n2018,1,1,4\n2018,1,2,5\n2018,1,3,6\n"
    with pytest.raises(DataError, match="“Day”"):
        _read(text, place="Peru")


def test_a_year_alone_on_the_last_line_is_no_line_that_lacks_a_cell() -> None:
    text = "Country,Huts,Tents\nPeru,4,5\nChile,6,7\n2018,,\n"
    with pytest.raises(DataError, match="period"):
        _read(text)
    assert {r[2] for r in _read(text, period="2018")} == {"2018"}


def test_values_beside_ranks_are_of_their_years() -> None:
    text = "Country,2018 (rank),2018 (value),2019 (rank),2019 (value)\nPeru,1,50.5,2,51.0\nChile,2,49.5,1,52.0\n"
    assert {r[2:3] + r[4:5] for r in _read(text, indicator="Huts")} == {
        ("2018", "50.5"),
        ("2018", "49.5"),
        ("2019", "51.0"),
        ("2019", "52.0"),
    }
