"""The place of a table by the other sheets of its workbook."""

from __future__ import annotations

from io import BytesIO

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

openpyxl = pytest.importorskip("openpyxl")

SERIES = [
    ["", "Output: Chain volumes ;", "Imports: Chain volumes ;"],
    ["Unit", "Percent", "Percent"],
    ["Frequency", "Year", "Year"],
    ["2019", 1.5, 2.5],
    ["2020", 1.25, 2.75],
]


def book(*lines: list[str], series: list[list[object]] = SERIES, name: str = "About") -> bytes:
    made = openpyxl.Workbook()
    made.active.title = name
    for line in lines:
        made.active.append(line)
    sheet = made.create_sheet("Figures")
    for row in series:
        sheet.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


FILLER = [["Accounts, seasonally adjusted"], ["Table 7"], ["Inquiries: by letter"], ["More pages"]]


@pytest.mark.parametrize(
    "line",
    [
        ["Country", "Norway"],
        ["Geography: Norway"],
    ],
)
def test_what_the_contents_say_of_the_whole_workbook_is_taken_and_said(line: list[str]) -> None:
    found = foreign("t.xlsx", book(*FILLER, line))[0]
    assert {row[1].removeprefix("Kingdom of ") for row in found.rows} == {"Norway"}
    assert "the sheet “About”: " in " ".join(m.to("en") for m in found.said)
    assert {row[0] for row in found.rows} == {"Output: Chain volumes", "Imports: Chain volumes"}


def test_the_title_of_the_contents_says_it_too() -> None:
    found = foreign("t.xlsx", book(["Accounts of Chile"], *FILLER))[0]
    assert {row[1] for row in found.rows} == {"Chile"}


def test_a_country_that_is_only_spoken_of_is_proposed() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", book(*FILLER, ["Our office in Peru answers letters"]))
    assert "Perhaps: Peru, on the sheet “About”" in str(caught.value)
    assert "--area Peru" in str(caught.value)


@pytest.mark.parametrize("at", [0, len(FILLER)])
def test_whose_the_rights_are_is_proposed_not_taken(at: int) -> None:
    rights = [["© Kingdom of Norway 2021"]]
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", book(*FILLER[:at], *rights, *FILLER[at:]))
    assert "does not name its place" in str(caught.value)
    assert "Norway" in str(caught.value)


def test_a_label_that_names_another_country_leaves_it_open() -> None:
    labels = ["", "Jobless rate, Peru", "Vacancies, Peru"]
    with pytest.raises(DataError):
        foreign("t.xlsx", book(*FILLER, ["Country: Norway"], series=[labels, *SERIES[1:]]))


def test_two_countries_leave_it_open() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", book(*FILLER, ["Country: Chile"], ["Country: Peru"]))
    assert "does not name its place" in str(caught.value)


def test_parts_of_the_labels_that_may_be_places_leave_it_open() -> None:
    labels = ["", "Jobs ; Men ; Old Hill ;", "Jobs ; Men ; West Dale ;"]
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", book(*FILLER, ["Country: Norway"], series=[labels, *SERIES[1:]]))
    assert "does not name its place" in str(caught.value)


def test_a_line_of_contents_names_what_a_sheet_is_of_and_its_unit() -> None:
    lines = [
        ["Deliveries of timber [tim_del$default]"],
        ["Updated", "May"],
        ["Contents", "Frequency", "Kind of wood", "Unit of measure"],
        ["Figures", "Annual", "Oak", "Thousand tonnes"],
        ["More", "Annual", "Beech", "Kilograms per capita"],
    ]
    series = [["TIME", "2019", "2020"], ["Norway", 1.5, 2.5], ["Peru", 3.5, 4.5]]
    found = foreign("t.xlsx", book(*lines, series=series, name="Summary"))[0]
    assert {row[0] for row in found.rows} == {"Deliveries of timber, Oak"}
    assert {row[5] for row in found.rows} == {"Thousand tonnes"}
    assert "said on the sheet “Summary”" in " ".join(m.to("en") for m in found.said)


def test_the_place_within_all_labels_leaves_the_other_parts_no_places() -> None:
    labels = ["", "Employment ; Norway ; Private ;", "Employment ; Norway ; Public ;"]
    found = foreign("t.xlsx", book(*FILLER, ["Country: Norway"], series=[labels, *SERIES[1:]]))[0]
    assert {row[1] for row in found.rows} == {"Norway"}
    assert {row[0] for row in found.rows} == {
        "Employment ; Norway ; Private",
        "Employment ; Norway ; Public",
    }


def test_a_part_of_the_country_in_the_title_of_the_contents_is_proposed_before_it() -> None:
    lines = [
        ["Labour force, Norway"],
        ["Table 7. Status by sex, Old Dale - Trend"],
        ["Country: Norway"],
    ]
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", book(*lines))
    assert "Perhaps: Old Dale, on the sheet “About”; Norway, on the sheet “About”" in str(
        caught.value
    )
    assert "import t.xlsx --area 'Old Dale'" in str(caught.value)


def test_the_country_of_a_title_is_not_taken_where_it_names_a_part_of_it() -> None:
    text = '"Vital events, Old Dale, Norway"\n\nYear,Births,Deaths\n2019,5,3\n2020,6,4\n'
    with pytest.raises(DataError) as caught:
        foreign("t.csv", text.encode())
    assert "does not name its place" in str(caught.value)
    found = foreign("t.csv", text.replace(", Old Dale", ", Trend").encode())[0]
    assert {row[1] for row in found.rows} == {"Norway"}


PLAIN = [["Year", "Inns", "Huts"], ["2019", 1.5, 2.5], ["2020", 1.25, 2.75]]


@pytest.mark.parametrize("line", [["unit", "kt"], ["Unit:", "kt"]])
def test_a_unit_that_the_sheet_about_the_workbook_says_is_taken_and_said(line: list[str]) -> None:
    content = book(["title", "Output of Peru"], line, series=PLAIN)
    found = foreign("t.xlsx", content, Hints(place="Peru"))[0]
    assert {row[5] for row in found.rows} == {"kt"}
    assert "said on the sheet “About”" in " ".join(m.to("en") for m in found.said)


def test_two_units_on_the_sheet_about_the_workbook_are_none_of_all() -> None:
    content = book(["title", "Output of Peru"], ["unit", "kt"], ["unit", "ha"], series=PLAIN)
    assert {row[5] for row in foreign("t.xlsx", content, Hints(place="Peru"))[0].rows} == {""}


def test_the_line_of_a_column_on_another_sheet_says_its_unit() -> None:
    about = (
        ["Accounts of Chile"],
        ["INNS", "Rooms of inns, Thousands of Rooms, Yearly, Not Adjusted"],
        ["HUTS", "Sales of huts, Billions of Dollars, Yearly"],
    )
    series = [["observation_date", "INNS", "HUTS"], *PLAIN[1:]]
    found = foreign("t.xlsx", book(*about, series=series), Hints(place="Chile"))[0]
    assert {(row[0], row[5]) for row in found.rows} == {
        ("INNS", ""),
        ("HUTS", "Billions of Dollars"),
    }
