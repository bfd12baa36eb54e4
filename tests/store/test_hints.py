"""What a user says of a file is itself checked."""

from __future__ import annotations

import pytest

from cpstats.errors import UsageError
from cpstats.store.decoding.encodings import known_codec
from cpstats.store.hints import Hints, pairs


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            {"columns": {"甲": "area"}},
            (
                "column 甲: “area” is unknown. "
                "Known: place, indicator, name, time, part, unit, scale, freq, status, value, parent, skip."
            ),
        ),
        (
            {"flags": {"b": "break"}},
            "flag b: “break” is unknown. Known: provisional, revised, final, forecast.",
        ),
        (
            {"basis": "constant2015"},
            ("“constant2015” is no price basis. Write constant:2019, constant, current or scope."),
        ),
        ({"released": "5.3.2024"}, "“5.3.2024” is no date. Write 2024-03-05, 2024-03 or 2024."),
        ({"header": "two"}, "“two” is no line of a header. Write --header 2 or --header 2-3."),
        (
            {"divider": "::"},
            "“::” is no divider. Write one sign, or tab, comma, semicolon, bar.",
        ),
    ],
)
def test_a_word_that_means_nothing_is_an_error(
    said: dict[str, dict[str, str] | str], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        Hints(**said)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_measure_is_one_of_the_list() -> None:
    with pytest.raises(UsageError, match="measure: “rate” is unknown"):
        Hints(measure="rate")


@pytest.mark.parametrize("text", ["geo", "=place"])
def test_a_pair_has_a_name_and_an_equals_sign(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        pairs([text], "--column")
    assert str(caught.value) == f"“{text}” is no pair. Write --column NAME=WORD."


@pytest.mark.parametrize("name", ["latin-9000", "base64", "hex"])
def test_an_encoding_that_is_none_is_an_error(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        known_codec(name)
    assert str(caught.value) == (
        f"there is no encoding “{name}”. Write utf-8, gb18030, big5 or latin-1."
    )
