"""Lines that are proposed where a table lacks names or a header, each read by what it proposes."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def refused(text: str) -> str:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", text.encode())
    return str(caught.value)


def test_codes_before_figures_without_a_header_are_proposed_as_places() -> None:
    text = "".join(f"{code},{figure}\n" for code, figure in ((101, 453), (104, 592), (1105, 796)))
    assert "--column 1=place --indicator NAME --when YEAR (3 figures" in refused(text)
    (found,) = foreign(
        "t.csv", text.encode(), Hints(indicator="NAME", period="2020", columns={"1": "place"})
    )
    assert [row[1] for row in found.rows] == ["101", "104", "1105"]


def test_numbers_that_come_again_are_no_codes() -> None:
    assert "1=place" not in refused("101,453\n101,592\n105,796\n")


WHOLE = "Year,Trade,Value\n2019,,9\n2020,,11\n2019,In,4\n2020,In,5\n2019,Out,5\n2020,Out,6\n"


def test_lines_without_a_name_before_all_others_are_the_whole_of_them() -> None:
    assert "--column Trade=name --indicator NAME --area PLACE (6 figures" in refused(WHOLE)
    said = Hints(indicator="Goods", place="Elmby", columns={"Trade": "name"})
    (found,) = foreign("t.csv", WHOLE.encode(), said)
    assert [row[0] for row in found.rows] == ["Goods"] * 2 + ["Goods, In"] * 2 + ["Goods, Out"] * 2


def test_a_year_that_all_columns_have_is_no_part_of_the_name() -> None:
    text = "Jobless rate by region. Months of 2021\n\n,2021-01,2021-02\nOstland,5.5,5.4\nWestland,4.5,4.4\n"
    (found,) = foreign("t.csv", text.encode())
    assert {row[0] for row in found.rows} == {"Jobless rate by region. Months of"}
    assert {row[1] for row in found.rows} == {"Ostland", "Westland"}
