"""Codes in the names of places are no part of them, in small tables and in pieces of large ones."""

from __future__ import annotations

from cpstats.store.recognising.foreign import foreign


def places(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode())
    return [row[1] for row in found.rows]


def test_a_code_before_a_name_is_no_part_of_it_and_that_is_said() -> None:
    text = "Region,2019 output,2020 output\n01 Ostland,5,6\n02 Westland,7,8\n03 Nordland,9,1\n"
    (found,) = foreign("t.csv", text.encode())
    assert places(text) == ["Ostland", "Ostland", "Westland", "Westland", "Nordland", "Nordland"]
    assert any("codes before or behind the names" in line.to("en") for line in found.said)


def test_a_code_of_a_country_before_its_name_leaves_the_known_name() -> None:
    text = "Country,2019 output\nNOR: Norway,5\nPER: Peru,7\nCHL: Chile,9\nAUT: Austria,4\nOECD - Total,21\n"
    assert places(text) == ["Norway", "Peru", "Chile", "Austria", "OECD - Total"]


def test_a_number_that_alone_tells_places_apart_stays() -> None:
    text = "Region,2019 output\n1 Zone,5\n2 Zone,7\n3 Zone,9\n"
    assert places(text) == ["1 Zone", "2 Zone", "3 Zone"]
