"""What the header of a download says besides names: ids of series, years with a word, days under an id."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_doubts import read, words

from cpstats.errors import DataError


def keys(text: str, **said: str) -> list[tuple[str, ...]]:
    return [(r[0], r[1], r[2], r[4]) for r in read(text, **said).rows]


def test_the_country_in_the_id_of_a_series_is_the_place_and_it_is_said() -> None:
    text = "observation_date,LRUNTTTTFIM156S\n2024-01-01,7.5\n2024-02-01,7.25\n2024-03-01,7.75\n"
    assert keys(text)[0] == ("LRUNTTTTFIM156S", "Finland", "2024-01", "7.5")
    assert "the place is taken from the ids of the series: Finland (--area names another)" in words(
        read(text)
    )
    with pytest.raises(DataError, match="does not name its place"):
        read(text.replace("LRUNTTTTFIM156S", "TEAINDEX7"))


def test_the_word_before_a_year_is_no_place_and_no_name() -> None:
    text = "NOME,Year 2023,Year 2024\nOSTAVIA,3.5,4.5\nWESTAVIA,2.25,3.25\n"
    assert keys(text, indicator="Tea")[0] == ("Tea", "OSTAVIA", "2023", "3.5")
    with pytest.raises(DataError, match="does not name its place"):
        read(text)


def test_days_under_the_id_of_a_series_are_the_time() -> None:
    text = "Series ID,Item,Value\n1-Jan-24,Tea,2\n1-Apr-24,Tea,3\n1-Jul-24,Tea,4\n"
    assert keys(text, place="Ost")[1] == ("Tea", "Ost", "2024-Q2", "3")
    weeks = "Series ID,Item,Value\n" + "".join(f"{d}-Jan-24,Tea,{d}\n" for d in (3, 10, 17, 24))
    with pytest.raises(DataError, match="is a day, not a period"):
        read(weeks, place="Ost")


def test_korean_periods_over_groups_of_columns_are_those_of_the_whole_group() -> None:
    text = "행정기관코드,행정기관,2024년01월,,2024년02월,\n,,갑,을,갑,을\n11,동도,1.5,2.5,3.5,4.5\n12,서도,5.5,6.5,7.5,8.5\n"
    assert keys(text)[:4] == [
        ("갑", "동도", "2024-01", "1.5"),
        ("을", "동도", "2024-01", "2.5"),
        ("갑", "동도", "2024-02", "3.5"),
        ("을", "동도", "2024-02", "4.5"),
    ]


def test_a_change_behind_two_years_has_none_of_them() -> None:
    text = ",2023,2024,\nCountry,Tea,Tea,Change\nNorway,1.5,2.5,7\nSweden,5.5,6.5,8\n"
    assert [(k[0], k[2], k[3]) for k in keys(text)[:2]] == [
        ("Tea", "2023", "1.5"),
        ("Tea", "2024", "2.5"),
    ]
    assert len(keys(text)) == 4
    assert any("Change" in said for said in words(read(text)))
