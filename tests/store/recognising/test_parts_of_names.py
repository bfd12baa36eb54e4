"""Months in names over or beside years, sums so far and what a title names; all is invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.parts_of_names import with_parts_of_names


def rows(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return what is read, each with name, place, period, measure, value and unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(row[:6]) for row in found.rows}


@pytest.mark.parametrize(
    ("head", "run", "month"),
    [
        ("Jan-Oct sales,Oct sales,Sales", "2021-01/2021-10", "2021-10"),
        ('"Sales, Jan-Oct","Sales, Oct",Sales', "2021-01/2021-10", "2021-10"),
        ("Ventas enero-octubre,Ventas octubre,Ventas", "2021-01/2021-10", "2021-10"),
        ("Sprzedaż styczeń-październik,Sprzedaż październik,Sprzedaż", "2021-01/2021-10", "2021-10"),
        ("Ocak-Ekim satış,Ekim satış,Satış", "2021-01/2021-10", "2021-10"),
        ("Продажи за январь-октябрь,Продажи за октябрь,Продажи", "2021-01/2021-10", "2021-10"),
        ("1-10月销售额,10月销售额,销售额", "2021-01/2021-10", "2021-10"),
    ],
)  # fmt: skip
def test_months_in_names_over_years_are_those_of_each_year(head: str, run: str, month: str) -> None:
    found = rows(f"Norway: salt (kt)\nYear,{head}\n2021,91,7,99\n2022,92,8,98\n")
    assert {(r[2], r[4]) for r in found if r[2].startswith("2021")} == {
        (run, "91"), (month, "7"), ("2021", "99")
    }  # fmt: skip


def test_months_in_names_beside_years_are_those_of_each_year() -> None:
    text = "Norway: salt (kt)\nItem,2021,2022\nSales Jan-Oct,91,92\nSales October,7,8\nSales in May Bay,5,6\n"
    assert {(r[2], r[4]) for r in rows(text) if r[2].startswith("2021")} == {
        ("2021-01/2021-10", "91"), ("2021-10", "7"), ("2021", "5")
    }  # fmt: skip


def test_names_without_months_and_other_periods_stay() -> None:
    found = [["Tea-Rice mix", "Peru", "2021"], ["Sales Jan-Oct", "Peru", "2021-Q1"]]
    assert with_parts_of_names(found) == []
    assert [row[2] for row in found] == ["2021", "2021-Q1"]


def test_sums_from_january_and_growth_behind_them_are_of_these_months() -> None:
    text = "ノルウェーの塩の生産\n年月,当月（トン）,前年同月比（%）,1月からの累計（トン）,前年同期比（%）\n2022年1月,41,9.8,41,9.8\n2022年2月,43,4.3,84,6.8\n"
    found = {(r[2], r[4], r[5]) for r in rows(text, place="Norway")}
    assert found >= {("2022-02", "43", "tonnes"), ("2022-01/2022-02", "84", "tonnes")}
    assert found >= {("2022-02", "4.3", "%"), ("2022-01/2022-02", "6.8", "%")}


def test_sums_so_far_are_of_what_the_title_names() -> None:
    text = "노르웨이 소금 수출\n연월,당월 (백만달러),전년동월대비 (%),누계 (백만달러)\n2022-01,41,9.8,41\n2022-02,43,4.3,84\n"
    named = {(r[0], r[4]) for r in rows(text, place="Norway") if r[2] == "2022-02"}
    assert named >= {("노르웨이 소금 수출", "43"), ("노르웨이 소금 수출, 누계", "84")}


def test_per_head_alone_is_of_what_the_title_names() -> None:
    text = "Norway: Erzeugung\nJahr,Mrd. EUR,je Einwohner in EUR\n2020,3405.4,40950\n2021,3601.8,43292\n"
    assert {(r[0], r[5]) for r in rows(text)} == {
        ("Erzeugung", "Mrd. EUR"), ("Erzeugung, je Einwohner", "EUR")
    }  # fmt: skip


def test_per_so_many_in_a_title_is_not_dropped() -> None:
    text = "Norway: calves and foals per 1 000 farms\nYear,Calves,Foals\n2020,11.5,6.4\n2021,11.6,6.8\n"
    with pytest.raises(QuestionError, match="the title says “per 1 000 farms”"):
        rows(text)
    assert {r[0] for r in rows(text.replace("Calves", "Calves per 1 000"), unit="heads")}


@pytest.mark.parametrize(
    "name", ["Foals per 100 mares", "Na 100 klaczy źrebiąt", "Herdingpercentage"]
)
def test_ratios_are_not_in_the_thousands_of_the_title(name: str) -> None:
    text = f"Norway: mares (thousands)\nYear,Old,Young,{name}\n2020,41,57,62\n2021,42,58,63\n"
    assert {r[5] for r in rows(text) if r[4] in ("62", "63")} == {""}


@pytest.mark.parametrize(
    "label",
    [
        "у % до відповідного періоду попереднього року",
        "stejné období předchozího roku = 100",
        "analogiczny okres roku poprzedniego = 100",
        "gleicher Zeitraum des Vorjahres = 100",
    ],
)
def test_an_index_on_the_same_period_of_the_year_before(label: str) -> None:
    text = f'Norway: salt\nQuarter,million EUR,"{label}"\n2021-Q1,284,108.1\n2021-Q2,314,112.7\n'
    assert {(r[0], r[3], r[5]) for r in rows(text) if r[4] == "108.1"} == {
        ("salt", "index", "上年=100")
    }


@pytest.mark.parametrize(
    "label",
    [
        "Темп прироста с начала года (%)",
        "Veränderung seit Jahresbeginn (%)",
        "Growth since the beginning of the year (%)",
    ],
)
def test_growth_on_the_beginning_of_the_year_is_none_on_the_year_before(label: str) -> None:
    text = f"Norway: loans\nMonth,Loans (million EUR),{label}\n2022-02,284,1.1\n2022-03,314,2.7\n"
    assert {(r[0], r[2], r[3]) for r in rows(text) if r[4] == "2.7"} == {
        ("Loans (growth since the beginning of the year)", "2022-03", "growth")
    }


def test_a_change_behind_the_previous_year_is_of_what_is_counted() -> None:
    text = "Norway: huts\nYear,Huts,Previous year,Change\n2021,56,52,4\n2022,85,56,29\n"
    assert ("Huts, Change", "Norway", "2022", "level", "29", "") in rows(text)


def test_a_share_of_something_alone_is_in_per_cent() -> None:
    text = "Norway: dépenses\nAnnée,Milliards d'euros,En % du PIB\n2021,147,59.0\n2022,153,58.2\n"
    assert {r[5] for r in rows(text) if r[4] == "59.0"} == {"%"}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Norway: lodgers, thousand, and lodgement rate, %", "Number,Rate"),
        ("Norge: sysselsatta, 1 000-tal, och sysselsättningsgrad, %", "Antal,Grad"),
    ],
)
def test_the_number_of_what_has_a_rate_is_not_in_per_cent(title: str, names: str) -> None:
    text = f'"{title}"\nYear,{names}\n2021,5064,67.2\n2022,5101,67.3\n'
    try:
        found = rows(text, place="Norway")
    except QuestionError:
        return
    assert {r[5] for r in found if r[4] == "5064"} <= {"", "thousand"}


@pytest.mark.parametrize(
    "title", ["Norway: kozy i owce", "Norway: koze i ovce", "Norway: goats, Table I"]
)
def test_a_word_for_and_in_a_title_is_no_quarter(title: str) -> None:
    text = f"{title}\nYear,Kozy,Owce\n2020,355,477\n2021,331,519\n"
    assert {r[2] for r in rows(text)} == {"2020", "2021"}


def test_two_bases_over_columns_are_of_the_index_of_the_title() -> None:
    text = "Norway: indice du sel\nMois,Base 2013 = 100,Base 2004 = 100\n2023-01,127.1,153.7\n"
    assert {(r[0], r[5]) for r in rows(text)} == {
        ("indice du sel(2013=100)", "2013年=100"), ("indice du sel(2004=100)", "2004年=100")
    }  # fmt: skip


def test_halves_and_quarters_in_a_name_over_years_are_those_of_each_year() -> None:
    text = 'Item,2019,2020\n"H1 exports (kt)",5,6\n"Imports, second half (kt)",7,8\n"Third quarter stocks (kt)",1,2\n"Q1 share (%)",3,4\n'
    (found,) = foreign("t.csv", text.encode(), Hints(place="Norway"))
    assert [(r[0], r[2]) for r in found.rows if r[2].startswith("2019")] == [
        ("H1 exports", "2019-H1"),
        ("Imports, second half", "2019-H2"),
        ("Third quarter stocks", "2019-Q3"),
        ("Q1 share", "2019"),  # of the households with the lowest incomes, perhaps
    ]
