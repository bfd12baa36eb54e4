"""`--explain` tells of every number on the screen how it was made, `--cite` where it was read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from cpstats.model.words import REASON
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from tests.cli.conftest import Invoke

QUESTIONS = (
    "show gdp",
    "show gdp budget_revenue -p changping -p beijing --period 2018..",
    "show gdp -p children:beijing --period 2022",
    "show pm25 resident_population --freq all",
    "compare gdp --vs beijing --period 2021..2025",
    "compare gdp",
    "compare",
    "compare resident_population -p haidian --period 2019..2024",
    "growth gdp -p changping -p beijing",
    "growth gdp -p beijing --from 2016 --to 2017 --basis nominal",
    "growth gdp --from 2018 --to 2022 --basis nominal --allow-mixed",
)
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
HEADS = {"en": "How each number was made", "zh": "各数的由来"}


def parts(question: str, lang: str, invoke: Invoke, *more: str) -> tuple[str, str]:
    """Return the tables and the explanation below them."""
    done = invoke(*question.split(), "-F", "plain", "--explain", "--lang", lang, *more)
    assert done.status == 0
    shown, _, told = done.stdout.partition(HEADS[lang])
    tables = [p for p in shown.split("\n\n")[1:] if "─" in p]
    return "\n".join(p[p.index("─") :] for p in tables), told


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_number_on_the_screen_is_explained(question: str, lang: str, invoke: Invoke) -> None:
    shown, told = parts(question, lang, invoke)
    assert NUMBER.search(shown)
    explained = set(NUMBER.findall(told))
    assert sorted(set(NUMBER.findall(shown)) - explained) == []


@pytest.mark.parametrize("question", ["show gdp", "compare gdp --period 2021..2025"])
def test_a_number_is_explained_with_the_digits_it_is_shown_with(
    question: str, invoke: Invoke
) -> None:
    shown, told = parts(question, "en", invoke, "--digits", "3")
    assert "1,811.900" in shown
    assert "1,811.900" in told


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_row_has_an_entry_with_what_it_was_made_from(question: str, invoke: Invoke) -> None:
    document = json.loads(invoke(*question.split(), "--json", "--explain").stdout)
    told = parts(question, "en", invoke)[1].split("\n- ")[1:]
    assert len(told) == len(document["rows"]) == len(document["derivations"])
    vintages = open_package().catalogue.vintages
    for row, derivation, entry in zip(document["rows"], document["derivations"], told, strict=True):
        computed = row["method"] != "published"
        if row["value"] is None:
            assert f": … {REASON[row['reason']].en}" in entry
        elif computed:
            assert f"formula: {derivation['formula']}" in entry
            assert derivation["inputs"]
        else:
            assert f"as printed: {derivation['printed'].partition(' ')[0]}" in entry
            assert f"({row['source']})" in entry or f"source: {row['source']}" in entry
        assert row["n"] is None or f"n={row['n']}" in entry
        assert not row["base_period"] or f"base {row['base_period']}" in entry
        for vintage in filter(None, row["vintage"].split("|")):
            assert vintages[vintage].short.en in entry


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_input_names_its_source(question: str, invoke: Invoke) -> None:
    document = json.loads(invoke(*question.split(), "--json", "--explain").stdout)
    cited = {source["source"] for source in document["sources"]}
    for row, derivation in zip(document["rows"], document["derivations"], strict=True):
        assert set(filter(None, row["source"].split("|"))) <= cited
        for figure in derivation["inputs"]:
            assert set(filter(None, figure["source"].split("|"))) <= cited
            assert figure["source"] or figure["value"] is None


def test_the_average_of_beijing_is_made_of_four_published_rates(invoke: Invoke) -> None:
    # DATA.md: 8.5, 0.7, 5.2, 5.2 (2021–2024) average 4.86 [4.81, 4.91], n = 4
    told = parts("growth gdp -p beijing --from 2020 --to 2024", "en", invoke)[1]
    assert told.splitlines()[1:4] == [
        (
            "- Gross domestic product · Beijing · 2021–2024 · average growth a year: "
            "4.86 % [4.81, 4.91]"
        ),
        (
            "    formula: (((1 + 8.5/100) × (1 + 0.7/100) × (1 + 5.2/100) × (1 + 5.2/100))^(1/4) − 1)"
            " × 100"
        ),
        "    chained rates; real; n=4; base 2020; release first",
    ]
    assert len([line for line in told.splitlines() if " · growth: " in line]) == 4


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_cite_lists_every_source_with_its_address(lang: str, invoke: Invoke) -> None:
    words = ("compare", "gdp", "--period", "2021..2025", "--lang", lang)
    document = json.loads(invoke(*words, "--json").stdout)
    shown = invoke(*words, "-F", "plain", "--cite").stdout
    for source in document["sources"]:
        line = next(li for li in shown.splitlines() if li.startswith(f"  {source['source']}: "))
        assert source["title"] in line
        assert source["url"] or source["locator"] in line
    assert "--cite" not in shown


def test_without_cite_the_sources_are_counted(invoke: Invoke) -> None:
    words = ("compare", "gdp", "--period", "2021..2025")
    count = len(json.loads(invoke(*words, "--json").stdout)["sources"])
    assert f"Sources: {count} (--cite)." in invoke(*words, "-F", "plain").stdout
