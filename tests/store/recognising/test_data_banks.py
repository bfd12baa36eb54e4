"""How data banks write rows: codes of periods and of parts of a year, numbers of the rows, words for their dimensions."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _read(text: str, **hints: str) -> set[tuple[str, ...]]:
    """Return name, place, period, value and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)
    return {(r[0], r[1], r[2], r[4], r[5]) for r in found.rows}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019JJ00", "2019"),
        ("2019KW03", "2019-Q3"),
        ("2019HJ02", "2019-H2"),
        ("2019MM11", "2019-11"),
        ("MO112019", "2019-11"),
        ("Year 2019", "2019"),
        ("JAHR-2019", "2019"),
        ("Año 2019", "2019"),
        ("CY2019", "2019"),
        ("2019KW05", None),
        ("2019MM13", None),
        ("Year 3", None),
        ("Yearly 2019", None),
    ],
)
def test_a_year_behind_its_word_and_the_codes_of_periods(text: str, period: str | None) -> None:
    found = period_of(text)
    assert (found and str(found)) == period


def test_years_behind_their_word_stand_over_columns() -> None:
    assert _read("Country,Year 2018,Year 2019\nPeru,5,6\nChile,7,8\n", indicator="Kelp") == {
        ("Kelp", "Peru", "2018", "5", ""),
        ("Kelp", "Peru", "2019", "6", ""),
        ("Kelp", "Chile", "2018", "7", ""),
        ("Kelp", "Chile", "2019", "8", ""),
    }


def test_the_part_behind_the_last_is_the_whole_year() -> None:
    months = "year,period,Kelp (kt)\n2018,M11,5\n2018,M12,6\n2018,M13,5.5\n2019,M01,7\n"
    assert _read(months, place="Peru") == {
        ("Kelp", "Peru", "2018-11", "5", "kt"),
        ("Kelp", "Peru", "2018-12", "6", "kt"),
        ("Kelp", "Peru", "2018", "5.5", "kt"),
        ("Kelp", "Peru", "2019-01", "7", "kt"),
    }
    quarters = "year,period,Kelp (kt)\n2018,Q01,5\n2018,Q02,6\n2019,Q01,7\n"
    assert {r[2] for r in _read(quarters, place="Peru")} == {"2018-Q1", "2018-Q2", "2019-Q1"}


def test_numbers_of_rows_are_no_codes_of_places() -> None:
    rows = "ID,RegioS,Perioden,Huts\n0,AA01,2018JJ00,5\n1,BB02,2018JJ00,6\n2,AA01,2019JJ00,7\n"
    assert _read(rows) == {
        ("Huts", "AA01", "2018", "5", ""),
        ("Huts", "BB02", "2018", "6", ""),
        ("Huts", "AA01", "2019", "7", ""),
    }
    with pytest.raises(DataError) as asked:  # nor are they proposed as places
        foreign("t.csv", b"ID,Perioden,Huts\n0,2018JJ00,5\n1,2019JJ00,6\n", Hints())
    assert "ID=place" not in str(asked.value.mend)


def test_codes_that_tell_places_of_one_name_apart_still_do() -> None:
    towns = ("X1,Elmby", "X2,Elmby", "X3,Ashby")
    rows = "".join(f"{town},{year},{n}\n" for year in (2018, 2019) for n, town in enumerate(towns))
    assert {r[1] for r in _read(f"code,town,year,Huts\n{rows}")} == {
        "Elmby (X1)",
        "Elmby (X2)",
        "Ashby",
    }


def test_a_lone_word_for_a_frequency_is_no_unit() -> None:
    rows = "SpatialDim,TimeDimType,TimeDim,Huts\nPER,YEAR,2018,5.1\nCHL,YEAR,2018,6.2\n"
    assert {r[4] for r in _read(rows)} == {""}
    assert {r[2] for r in _read(rows)} == {"2018"}
