"""Numbers with a note, a flag or digits of another script; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import is_number, without_mark
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: object) -> list[tuple[str, ...]]:
    """Return place, period, value and status of what is read."""
    said = Hints(indicator="Catch", **hints)  # type: ignore[arg-type]
    (found,) = foreign("t.csv", text.encode(), said, trying=False)
    return [(row[1], row[2], row[4], *row[6:7]) for row in found.rows]


def test_a_line_of_numbers_with_notes_below_the_header_is_no_second_header() -> None:
    text = "Country,2020,2021\nPeru,123.4 1/,125.2 2/\nChile,98.2,99.9\n"
    with pytest.raises(DataError, match="the flag “1/” is not known"):
        read(text)
    found = read(text, flags={"1/": "", "2/": "provisional"})
    assert found[:2] == [("Peru", "2020", "123.4", ""), ("Peru", "2021", "125.2", "provisional")]


@pytest.mark.parametrize("cells", ["½,1¼", "£5.1,£6.2", "5.1M,6.2M", "~51,~62"])
def test_a_line_of_garbled_numbers_below_the_header_is_never_left_out(cells: str) -> None:
    with pytest.raises(DataError, match=r"^t\.csv:2:2: .*is not a number"):
        read(f"Country,2020,2021\nPeru,{cells}\nChile,98.2,99.9\n")


def test_words_for_the_status_of_each_year_are_of_that_year() -> None:
    text = "Country,2020 value,2020 status,2021 value,2021 status\nPeru,5,final,6,estimate\nChile,7,final,8,provisional\n"
    assert read(text) == [
        ("Peru", "2020", "5", "final"),
        ("Peru", "2021", "6", "provisional"),
        ("Chile", "2020", "7", "final"),
        ("Chile", "2021", "8", "provisional"),
    ]


def test_flags_of_years_with_a_letter_are_of_that_year() -> None:
    text = "Country,Y2020,Y2020F,Y2021,Y2021F\nPeru,5,A,6,E\nChile,7,A,8,A\n"
    assert [row[3] for row in read(text)] == ["", "provisional", "", ""]


def test_digits_of_other_scripts_are_numbers() -> None:
    text = "Country,2020,2021\nPeru,١٢٣,١٢٥٫٥\nChile,१००,९९\n"
    assert [row[2] for row in read(text)] == ["123", "125.5", "100", "99"]


def test_a_note_stands_behind_decimals_only_a_year_keeps_its_bracket() -> None:
    assert without_mark("1,234.5 (2)") == ("1,234.5", "(2)")
    assert not is_number("2021 (1)")


def test_a_unit_behind_numbers_is_proposed_as_the_unit_not_only_to_be_left_out() -> None:
    text = "Country,2020,2021\nPeru,5.5 t,6.5 t\nChile,7.5 t,8.5 t\n"
    with pytest.raises(DataError, match=r"--indicator Catch --flag t= --unit t \(4 figures"):
        foreign("t.csv", text.encode(), Hints(indicator="Catch"))


def test_the_year_of_prices_is_not_proposed_as_the_period() -> None:
    text = "Country,Catch (CLV 2015 EUR bn),Index (2015=100)\nPeru,5.5,101.5\nChile,7.5,102.5\n"
    with pytest.raises(DataError, match="--when YEAR") as caught:
        foreign("t.csv", text.encode(), Hints())
    assert "--when 2015" not in str(caught.value)
