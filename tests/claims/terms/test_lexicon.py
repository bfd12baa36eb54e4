from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from cpstats.claims.terms.lexicon import FILE, lexicon

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue


def test_every_spelling_belongs_to_an_indicator_of_the_catalogue_or_to_none(
    catalogue: Catalogue,
) -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        used = {row["indicator"] for row in csv.DictReader(file)}
    assert used - {""} <= set(catalogue.indicators)


def test_no_spelling_names_two_indicators() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [
            (n, row["indicator"]) for row in csv.DictReader(file) for n in row["names"].split("|")
        ]
    names = [name for name, _ in set(rows)]
    assert sorted(n for n in set(names) if names.count(n) > 1) == []


def test_search_words_name_nothing(catalogue: Catalogue) -> None:
    names = lexicon(catalogue).names
    assert {w: names.get(w) for w in ("财政收入", "经济总量", "投资", "人口")} == {
        "财政收入": "",
        "经济总量": "",
        "投资": "",
        "人口": "",
    }


def test_names_are_read_without_brackets_and_general_endings(catalogue: Catalogue) -> None:
    names = lexicon(catalogue).names
    assert (names["细颗粒物年均浓度"], names["GDP"]) == ("pm25", "gdp")


def test_an_indicator_that_the_catalogue_lacks_is_never_named(catalogue: Catalogue) -> None:
    from dataclasses import replace

    some = {k: v for k, v in catalogue.indicators.items() if k != "gdp"}
    assert "gdp" not in lexicon(replace(catalogue, indicators=some)).names.values()


def test_an_own_table_is_called_what_bulletins_call_the_same(catalogue: Catalogue) -> None:
    from dataclasses import replace

    own = {
        "output": replace(catalogue.indicators["gdp"], indicator="output", aliases=("GDP",)),
        "idle": replace(
            catalogue.indicators["unemployment"],
            indicator="idle",
            name_en="Unemployment rate",
            aliases=(),
        ),
    }
    english = lexicon(replace(catalogue, indicators=own)).english
    assert (english["economy"], english["unemployment"]) == ("output", "idle")
    # the rate of towns may be another one than the table's
    assert not english["surveyed unemployment urban"]
