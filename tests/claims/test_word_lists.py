"""Each list of words of the two readers stands once: a word that is added is added in one place."""

from __future__ import annotations

import ast
from itertools import combinations
from typing import TYPE_CHECKING

from tests.conftest import ROOT

from cpstats.claims.english import vocabulary as english
from cpstats.claims.terms import vocabulary
from cpstats.claims.terms.verdict import VERDICTS
from cpstats.model.words import MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = ROOT / "src/cpstats/claims"
# What sentences are cut into; a step says what some of these words mean.
COVER = ("function", "content", "english_neutral", "english_verbs", "english_links")
LEVELS = {"country", "province", "city", "prefecture", "region", "county"}  # of the gazetteer
INNER = {*MEASURE, *VERDICTS, *LEVELS}  # the program's own words
FEW = 4  # words that two lists may share


def constants(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the words of every tuple, list, set and dictionary of texts."""
    for node in ast.walk(tree):
        keys = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        words = [k.value for k in keys if isinstance(k, ast.Constant) and isinstance(k.value, str)]
        if words and len(words) == len(keys):
            yield node.lineno, words


def lists() -> dict[str, set[str]]:
    """Return the words of every list by where it stands."""
    found = {
        f"{path.relative_to(CLAIMS)}:{line}": {*words} - INNER
        for room in ("chinese", "english", "terms")
        for path in sorted((CLAIMS / room).glob("*.py"))
        for line, words in constants(ast.parse(path.read_text("utf-8")))
    }
    for sections in (vocabulary.SECTIONS, english.WORDS):
        found |= {f"[{name}]": {*words} for name, words in sections.items() if name not in COVER}
    return found


def doubles(found: dict[str, set[str]]) -> list[tuple[str, str, set[str]]]:
    """Return the lists of which most words stand in another one."""
    pairs = ((a, b, found[a] & found[b]) for a, b in combinations(found, 2))
    return [
        (a, b, both)
        for a, b, both in pairs
        if len(both) >= FEW and 4 * len(both) >= 3 * min(len(found[a]), len(found[b]))
    ]


def test_the_words_of_two_lists_are_seen() -> None:
    some = {"one": {"增", "涨", "升", "高"}, "two": {"增", "涨", "升", "高", "多"}, "three": {"降"}}
    assert doubles(some) == [("one", "two", {"增", "涨", "升", "高"})]
    assert lists()["[events]"] == {*vocabulary.SECTIONS["events"]}


def test_each_list_of_words_stands_once() -> None:
    assert doubles(lists()) == []
