"""What a sheet is called says what its names with codes are; what stands behind figures or before them says more."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign

HEAD = ["Code", "Libellé", "2020", "2021"]
ROWS = [["01", "AIN", 5.5, 6.5], ["02", "AISNE", 7.5, 8.5], ["03", "ALLIER", 7.5, 8.5]]


def places(sheet: str, head: list[str]) -> set[str]:
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in (["Jobless, in thousands"], head, *ROWS):
        page.append(row)
    content = io.BytesIO()
    book.save(content)
    (found,) = foreign("t.xlsx", content.getvalue())
    return {row[1] for row in found.rows}


@pytest.mark.parametrize("sheet", ["Département", "Regions", "Gemeinde"])
@pytest.mark.parametrize("word", ["Libellé", "Name", "Bezeichnung"])
def test_names_with_codes_on_a_sheet_for_places_are_places(sheet: str, word: str) -> None:
    assert places(sheet, ["Code", word, *HEAD[2:]]) == {"AIN", "AISNE", "ALLIER"}


@pytest.mark.parametrize(
    ("sheet", "head"),
    [("Tabelle1", HEAD), ("Région", ["Code", "Industry", *HEAD[2:]]), ("Région", ["x", *HEAD[1:]])],
)
def test_other_names_are_asked_about(sheet: str, head: list[str]) -> None:
    with pytest.raises(DataError):
        places(sheet, head)


def on_a_sheet_for_places(lines: list[list[str]], *above: str) -> list[list[str]]:
    book = Workbook()
    page = book.active
    page.title = "Region"
    for line in (["Jobs, in thousands"], *([text] for text in above), ["Code", "Name", "2020"]):
        page.append(line)
    for n, line in enumerate(lines):
        page.append([*line, 1.5 + n])
    content = io.BytesIO()
    book.save(content)
    (found,) = foreign("t.xlsx", content.getvalue())
    return found.rows


@pytest.mark.parametrize(
    "lines",
    [
        [["01", "Agriculture"], ["02", "Manufacturing"], ["03", "Construction"]],
        [["A", "Hillwork"], ["B", "Seawork"], ["C", "Roadwork"]],
    ],
)
def test_branches_on_a_sheet_for_places_are_asked_about(lines: list[list[str]]) -> None:
    with pytest.raises(DataError) as caught:
        on_a_sheet_for_places(lines)
    assert "does not name its place" in str(caught.value)


def test_names_below_a_line_for_the_place_are_of_it() -> None:
    rows = on_a_sheet_for_places([["01", "Hillwork"], ["02", "Seawork"]], "Region: Ostland")
    assert [(r[0], r[1]) for r in rows] == [("Hillwork", "Ostland"), ("Seawork", "Ostland")]


def table(text: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode())
    return found.rows


def test_lines_whose_figures_are_missing_are_no_header() -> None:
    text = "TIME,GEO,CASE,Value\n2020,Peru,Single,:\n2020,Peru,Couple,:\n2020,Chile,Single,5\n2020,Chile,Couple,6\n2021,Peru,Single,:\n2021,Peru,Couple,7\n"
    assert [(r[0], r[1], r[4]) for r in table(text)] == [
        ("Single", "Chile", "5"),
        ("Couple", "Chile", "6"),
        ("Couple", "Peru", "7"),
    ]


def test_one_unit_behind_figures_is_theirs() -> None:
    text = "Level,Code,Unidade da Federação,Ano,Ano\nLevel,Code,Unidade da Federação,2019,2019\nUF,11,Vista,51,tonnes\nUF,12,Arimo,52,tonnes\n"
    assert {r[5] for r in table(f"Output of tea\n{text}")} == {"tonnes"}


@pytest.mark.parametrize("numerals", ["I,II,III,IV", "І,ІІ,ІІІ,IV"])
def test_quarters_by_numerals_below_a_word_for_them(numerals: str) -> None:
    head = "Industry,Code,Тримесечия на 2020 година,,,\n"
    found = table(f"Jobs in Norway,,,,,\n{head},,{numerals}\nHotels,B,1,2,3,4\nCamps,C,2,3,4,5\n")
    assert [r[2] for r in found[:4]] == ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]


def test_rates_of_exchange_are_no_rates_in_per_cent() -> None:
    found = table(
        "NZD/USD exchange rate in New Zealand\nYear,Exchange rate\n2019,0.65\n2020,0.66\n"
    )
    assert [r[4] for r in found] == ["0.65", "0.66"]
    with pytest.raises(DataError):
        table("Jobless rate in New Zealand\nYear,Jobless rate\n2019,0.065\n2020,0.066\n")


def test_a_country_spelt_in_one_encoding_only_tells_which_it_is() -> None:
    rows = "".join(
        f"{name}\t2020\t{n}\n" for n, name in enumerate(("Peru", "Chile", "Côte d'Ivoire", "Mali"))
    )
    (found,) = foreign("t.tsv", f"Country\tYear\tOutput\n{rows}".encode("cp1252"))
    assert "Côte d'Ivoire" in {r[1] for r in found.rows}
