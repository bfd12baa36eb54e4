"""Codes of places within those of others, names that only a code or what they lie in tells apart."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.column_kinds import Together, column_of
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.nested_codes import places_by_code

LEVELS = """A_COD,A_DES,B_COD,B_DES,C_COD,C_DES,{head},2020
01,OSTLAND,0101,AU,010101,RIED,{0},5
01,OSTLAND,0101,AU,010102,MOOS,{1},6
01,OSTLAND,0102,BERG,010201,RIED,{2},7
02,WESTLAND,0201,SEE,020101,FELD,{3},8
"""


def read(text: str, **said: object) -> list[tuple[str, str, str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(**{"indicator": "Births", **said}))  # type: ignore[arg-type]
    return [(row[0], row[1], row[4]) for row in found.rows]


def refused(text: str, **said: object) -> str:
    with pytest.raises(DataError) as caught:
        read(text, **said)
    return str(caught.value)


def test_the_finest_of_codes_within_codes_has_the_places() -> None:
    text = LEVELS.replace(",{head}", "").format("", "", "", "", head="").replace(",,", ",")
    assert read(text) == [
        ("Births", "RIED (010101)", "5"),
        ("Births", "MOOS", "6"),
        ("Births", "RIED (010201)", "7"),
        ("Births", "FELD", "8"),
    ]


def test_words_that_the_finest_code_settles_are_no_part_of_the_name_by_chance() -> None:
    """Two places are called RIED, and are of two kinds: the words tell no figures apart."""
    text = LEVELS.format("hill", "hill", "plain", "plain", head="kind").replace("C_DES", "Gemeinde")
    told = refused(text)
    assert "column 7 (“kind”) holds words" in told
    assert "--column kind=skip (4 figures, the first Births, RIED (010101), 2020: 5)" in told


def test_codes_within_codes_of_nobody_knows_what_are_asked_about() -> None:
    text = LEVELS.replace(",{head}", "").format("", "", "", "", head="").replace(",,", ",")
    told = refused(text.replace("2020", "Jobs 2020").replace("LAND", "BAU"), indicator="")
    assert "--column C_DES=place" in told


def test_branches_below_a_country_are_no_places() -> None:
    rows = [
        ("10", "MAKING", "1001", "FOOD"),
        ("10", "MAKING", "1002", "DRINKS"),
        ("41", "BUILDING", "4101", "HOMES"),
    ]
    lines = [f"Norway,{','.join(row)},{n}" for n, row in enumerate(rows, 5)]
    text = "\n".join(["Country,A_COD,A_DES,B_COD,B_DES,2020", *lines]) + "\n"
    (found,) = foreign("t.csv", text.encode())
    assert {row[1] for row in found.rows} == {"Norway"}


def test_years_and_months_are_no_codes_within_codes() -> None:
    rows = [("2020", "Au", "202001", "Tea"), ("2020", "Au", "202002", "Tea")]
    rows += [("2021", "Au", "202101", "Tea")]
    columns = [column_of(rows, (), range(3), c) for c in range(4)]
    assert places_by_code(rows, range(3), columns, Together(rows, range(3))) == {}


def test_places_that_nothing_calls_so_are_told_apart_by_the_code_before_them() -> None:
    text = 'Kod;Nazwa;2019\n"0201";"Au";2,3\n"0202";"Au";2,1\n"0203";"Ried";2,4\n'
    assert read(text) == [
        ("Births", "Au (0201)", "2.3"),
        ("Births", "Au (0202)", "2.1"),
        ("Births", "Ried", "2.4"),
    ]
    told = refused(text, indicator="")
    assert "--indicator NAME (3 figures" in told


VILLAGES = [("Au", "East"), ("Au", "West"), ("Ried", "East"), ("Moos", "East"), ("See", "West")]
VILLAGES += [(name, side) for name, side in zip("BCDEFG", ("East", "West") * 3, strict=True)]


def test_what_nearly_every_place_has_one_of_is_proposed_as_what_they_lie_in() -> None:
    lines = [f"{n},2001,{place},{side}" for n, (place, side) in enumerate(VILLAGES, 5)]
    text = "\n".join(["count,year,municipality,symbol", *lines]) + "\n"
    told = refused(text)
    assert "--column symbol=parent (11 figures, the first Births, Au (East), 2001: 5)" in told
    found = read(text, columns={"symbol": "parent"})
    assert [place for _, place, _ in found][:3] == ["Au (East)", "Au (West)", "Ried"]


def test_what_every_place_has_several_of_is_proposed_as_a_part_of_the_name() -> None:
    lines = [
        f"{n},2001,{place},{k}"
        for n, (place, k) in enumerate([(p, k) for p in "BCDEF" for k in ("m", "w")])
    ]
    told = refused("\n".join(["count,year,municipality,symbol", *lines]) + "\n")
    assert "=parent" not in told
    assert "--column symbol=name" in told
