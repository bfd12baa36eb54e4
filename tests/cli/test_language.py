"""The language is asked for, set, or that of the locale; the default is English."""

from __future__ import annotations

import pytest

from cpstats.cli.language import language, spoken
from cpstats.errors import UsageError


@pytest.mark.parametrize(
    ("given", "environ", "lang"),
    [
        ("", {}, "en"),
        ("zh", {"CPSTATS_LANG": "en"}, "zh"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("", {"CPSTATS_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
        ("", {"CPSTATS_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ("", {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ("", {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ("", {"LC_ALL": "", "LANG": "zh_TW"}, "zh"),
        ("", {"LANG": "ZH"}, "zh"),
        ("", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", {"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_first_that_is_said_counts(given: str, environ: dict[str, str], lang: str) -> None:
    assert language(given, environ) == lang


def test_there_are_two_languages() -> None:
    with pytest.raises(UsageError) as error:
        language("fr", {})
    assert str(error.value) == "there is no language “fr”. Write --lang zh or --lang en."


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        ([], ""),
        (["show", "--lang", "zh"], "zh"),
        (["--lang=en", "show"], "en"),
        (["show", "--lang"], ""),
        (["show", "--language", "zh"], ""),
    ],
)
def test_the_language_of_the_help_is_read_before_the_command(
    arguments: list[str], lang: str
) -> None:
    assert spoken(arguments) == lang
