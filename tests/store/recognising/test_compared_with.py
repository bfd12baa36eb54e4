"""What a figure is held against is no name: the label before it, or the title, says of what it is."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.compared_with import (
    are_kinds,
    joined,
    of_subject,
    of_titled,
    says_only_comparison,
    with_subjects,
)
from cpstats.store.recognising.foreign import foreign

MONTH, YEAR = "к предыдущему месяцу", "к соответствующему месяцу прошлого года"


def read(text: str) -> set[tuple[str, ...]]:
    """Return name, period, measure, value and unit of each figure, made up as the tables are."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"), trying=False)
    return {(r[0], *r[2:6]) for r in found.rows}


def test_the_title_names_columns_that_say_only_a_comparison() -> None:
    found = read(
        f"Цены на лодки\nПериод,{MONTH},{YEAR}\n2021-01,101.5,120.5\n2021-02,102.5,121.5\n"
    )
    assert {(r[0], r[3]) for r in found} >= {
        (f"Цены на лодки, {MONTH}", "101.5"),
        (f"Цены на лодки, {YEAR}", "120.5"),
    }


def test_an_index_of_the_year_before_does_not_take_the_name_of_that_of_the_month_before() -> None:
    head = f"Период,в % {MONTH},в % {YEAR},в % к декабрю предыдущего года"
    found = read(f"Цены на лодки\n{head}\n2021-01,101.5,120.5,101.5\n2021-02,102.5,121.5,104.5\n")
    assert {r for r in found if r[1] == "2021-01"} == {
        (f"Цены на лодки, {MONTH}", "2021-01", "level", "101.5", "%"),
        ("Цены на лодки", "2021-01", "index", "120.5", "上年=100"),
        ("Цены на лодки, к декабрю предыдущего года", "2021-01", "level", "101.5", "%"),
    }


def test_the_label_before_it_names_a_comparison_that_stands_alone() -> None:
    rows = f'Показатель,2021-01\n"Цены на лодки, в % {YEAR}",120.5\nв % {MONTH},101.5\n'
    assert {(r[0], r[3]) for r in read(rows)} == {
        ("Цены на лодки", "120.5"),
        (f"Цены на лодки, {MONTH}", "101.5"),
    }
    cells = [["", f"Лодки, {YEAR}", MONTH], ["2021", "1", "2"]]
    assert (with_subjects(cells, 1) or cells)[0][2] == f"Лодки, {MONTH}"
    assert with_subjects([["", "Лодки", MONTH], ["2021", "1", "2"]], 1) is None


def test_english_words_of_a_bureau_are_no_names() -> None:
    text = "Boats built (%)\nTime,Current Growth Rate (%),Accumulated Growth Rate (%)\n2021-02,1.5,2.5\n2021-03,3.5,4.5\n"
    assert {(r[0], r[2]) for r in read(text)} == {
        ("Boats built, Current", "growth"),
        ("Boats built, Accumulated", "growth"),
    }


def test_labels() -> None:
    assert says_only_comparison("as compared with the corresponding period of the previous year")
    assert not says_only_comparison("Boats compared to the previous month")
    assert of_subject("Boats, compared to the previous month") == "Boats"
    assert joined("Boats", "% of the previous month") == "Boats, of the previous month (%)"
    assert (
        of_titled("", "", "compared to the previous month")[1] == "compared to the previous month"
    )
    assert are_kinds(["本月", "累计"])
    assert not are_kinds(["本月", "木船"])
