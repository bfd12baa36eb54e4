from __future__ import annotations

import pytest

from cpstats.claims.english.places import Gazetteer

KNOWN = Gazetteer({"Haidian": "110108"})


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("South China's Hainan province registered", "460000"),
        ("Inner Mongolia autonomous region (", "150000"),
        ("Haidian District saw", "110108"),
        ("of the nation", "100000"),
        ("China and then Hubei", "420000"),
        ("higher than Hubei", None),
        ("GDP in Hunan fell, the same rate as in Hubei, before rising", "430000"),
        ("the Shanghai Stock Exchange", None),
    ],
)
def test_the_last_place_before_a_number(head: str, code: str | None) -> None:
    assert KNOWN.place_of(head) == code


def test_a_country_of_the_data_is_itself_with_its_article_too() -> None:
    own = Gazetteer({"Netherlands": "NL"})
    assert own.place_of("growth in the Netherlands' GDP") == "NL"
    assert KNOWN.place_of("growth in the Netherlands' GDP") == ""  # abroad


def test_a_place_right_behind_a_number() -> None:
    assert KNOWN.place_behind(" in Hubei and") == ("420000", 9)
    assert KNOWN.place_behind(" of Hubei") is None
    assert KNOWN.place_behind(" lived in Hubei and") == ("420000", 15)


def test_words_that_take_up_the_place_before() -> None:
    assert KNOWN.is_local("The province's exports")
    assert not KNOWN.is_local("Exports of cars")


def test_a_place_of_the_readers_table_is_it_where_a_country_is_called_the_same() -> None:
    own = Gazetteer({"Georgia": "US-GA"})
    assert own.place_of("compared with the GDP in Georgia, which ") == "US-GA"
    assert own.place_of("Georgia's GDP rose ") == "US-GA"
    assert Gazetteer({}).place_of("the GDP in Georgia rose ") == ""


def test_a_country_with_dots_is_that_of_the_readers_table() -> None:
    assert Gazetteer({"US": "US"}).place_of("U.S. real GDP rose ") == "US"
    assert KNOWN.place_of("U.S. real GDP rose ") == ""  # abroad


def test_what_english_calls_a_country_is_that_of_the_reader_s_tables() -> None:
    own = Gazetteer({"Germany": "Germany", "Euro area": "EMU", "United States": "United States"})
    for text, code in (
        ("German exports rose by ", "Germany"),
        ("above the U.S. rate of ", "United States"),
        ("The euro area unemployment rate was ", "EMU"),
        ("Spanish exports rose by ", ""),
        ("a loan of 5 million German ", "Germany"),
    ):
        assert own.place_of(text) == code


def test_the_group_that_a_place_is_one_of_is_not_its_own() -> None:
    for text in (
        "Haidian remained the largest economy among Beijing's districts, with GDP of ",
        "Hunan, one of the Chinese provinces, had a GDP of ",
    ):
        assert Gazetteer({"Haidian": "110108"}).place_of(text) in ("110108", "430000")


def test_a_town_that_is_not_known_is_not_the_place_that_it_lies_in() -> None:
    assert KNOWN.place_of("Springfield, the capital of Hunan, had an unemployment rate of ") == ""
    assert (
        KNOWN.place_of("Hunan, a province in central China, had an unemployment rate of ")
        == "430000"
    )
