"""Names over columns that say only which part is counted; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _read(text: str, name: str = "t.csv", **hints: str) -> set[tuple[str, ...]]:
    """Return name, place, period and figure of what is read."""
    (found,) = foreign(name, text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(row[0], row[1], row[2], row[4]) for row in found.rows}


TEXT = "Country,2010,,2020,\n,Rural,Urban,Rural,Urban\nPeru,4,5,6,7\nChile,8,9,10,11\n"


def test_nobody_says_of_what_the_parts_are() -> None:
    with pytest.raises(DataError, match="“Rural” does not say what is counted"):
        _read(TEXT)
    with pytest.raises(DataError) as asked:
        foreign("t.csv", TEXT.encode())
    assert "--indicator NAME --column header=name" in str(asked.value.mend)


def test_a_title_or_the_name_of_the_file_says_it() -> None:
    read = {
        ("Births, Rural", "Peru", "2010", "4"),
        ("Births, Urban", "Peru", "2010", "5"),
        ("Births, Rural", "Peru", "2020", "6"),
        ("Births, Urban", "Peru", "2020", "7"),
        ("Births, Rural", "Chile", "2010", "8"),
        ("Births, Urban", "Chile", "2010", "9"),
        ("Births, Rural", "Chile", "2020", "10"),
        ("Births, Urban", "Chile", "2020", "11"),
    }
    assert _read(f"Births\n{TEXT}") == read
    assert _read(TEXT, "Births.csv") == read


def test_other_names_beside_the_parts_say_it_themselves() -> None:
    text = "Country,2010,,2020,\n,Huts,Urban,Huts,Urban\nPeru,4,5,6,7\nChile,8,9,10,11\n"
    assert ("Huts", "Peru", "2010", "4") in _read(text)


def test_classes_beside_the_figures_name_nothing_either() -> None:
    text = "Country,Sort,2019,2020\nPeru,men,4,5\n,women,6,7\nChile,men,8,9\n,women,10,11\n"
    with pytest.raises(DataError, match="“men” does not say what is counted"):
        _read(text)
    assert ("Births, men", "Peru", "2019", "4") in _read(text, "Births.csv")
    with pytest.raises(DataError) as asked:
        foreign("t.csv", text.encode())
    assert "--indicator NAME --column Sort=name" in str(asked.value.mend)


@pytest.mark.parametrize(
    ("young", "old"),
    [
        ("bis 30 Jahre", "über 30 Jahre"),
        ("0-29 years", "30 years and over"),
        ("moins de 30 ans", "30 ans et plus"),
    ],
)
def test_ages_beside_the_figures_do_not_say_who_is_counted(young: str, old: str) -> None:
    text = f"JAHR;GRUPPE;ANZAHL\n2011;{young};51\n2011;{old};62\n2012;{young};53\n2012;{old};64\n"
    with pytest.raises(DataError, match="does not say what is counted"):
        _read(text, place="Peru")
    assert (f"Geburten, {old}", "Peru", "2012", "64") in _read(text, "Geburten.csv", place="Peru")
    assert ("bevoelkerung, " + young, "Peru", "2011", "51") in _read(
        text, "bevoelkerung.csv", place="Peru"
    )
