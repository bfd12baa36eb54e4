"""The languages that `check` reads: each says whether a sentence is its own, and reads it.

The words of a language are loaded with its first sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.remembered import remembered
from cpstats.claims.terms.script import is_latin
from cpstats.gazetteer.china import NATION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cpstats.claims.chinese.clauses import Parser
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.periods import Clock, When
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.text import Lang


class Language(Protocol):
    """One language over one text: what its sentences hand on is a `Memory`."""

    code: ClassVar[Lang]

    def speaks(self, letters: str) -> bool:
        """Return whether a sentence is written in it."""

    def read(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of the next sentence."""


class Head(Protocol):
    """What a language reads of the head of a text, in plain letters."""

    def home(self, top: str, title: str, catalogue: Catalogue, /) -> str | None:
        """Return the place that a text is about, None where it names none or one abroad."""

    def names_place(self, text: str, catalogue: Catalogue, /) -> bool:
        """Return whether a text names any place, one abroad as well."""

    def dateline(self, top: str, /) -> date | None:
        """Return the day of publication."""

    def period(self, title: str, top: str, clock: Clock, /) -> When | None:
        """Return the period that a heading names, None where it names none."""


@dataclass
class _OverText:
    """What a language knows of a text before its first sentence."""

    catalogue: Catalogue
    names: Lexicon
    clock: Clock
    here: str | None
    text: str = ""


class English(_OverText):
    """English: nothing is made before its first sentence."""

    code: ClassVar[Lang] = "en"

    @cached_property
    def memory(self) -> Memory:
        """What the text has said so far."""
        from cpstats.claims.english.own_nation import country_of, note_nation
        from cpstats.claims.english.paces import of_text

        made = Memory(self.names, self.clock, self.here)
        made.paces = of_text(self.text)
        made.country = country_of(self.catalogue, self.here)
        note_nation(made, self.here)
        return made

    def speaks(self, letters: str) -> bool:
        """Return whether a sentence is written in Latin letters."""
        return is_latin(letters)

    def read(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of the next sentence."""
        from cpstats.claims.english.reader import read

        return read(sentence, self.memory, _gazetteer(self.catalogue, self.here))


class Chinese(_OverText):
    """Chinese, and whatever no other language speaks."""

    code: ClassVar[Lang] = "zh"

    @cached_property
    def memory(self) -> Memory:
        """What the text has said so far."""
        nation = self.catalogue.nation_of(self.here) or NATION
        return Memory(self.names, self.clock, self.here, nation)

    def speaks(self, _: str) -> bool:
        """Return true: it is asked last."""
        return True

    def read(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of the next sentence."""
        from cpstats.claims.chinese.reader import read

        return read(sentence, self.memory, _parser(self.catalogue, self.here))


@remembered
def _gazetteer(catalogue: Catalogue, here: str | None) -> Gazetteer:
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.terms.own_places import short_names

    return Gazetteer(short_names(catalogue), here)


@remembered
def _parser(catalogue: Catalogue, here: str | None) -> Parser:
    from cpstats.claims.chinese.clauses import Parser
    from cpstats.claims.chinese.tokens import scanner
    from cpstats.claims.terms.own_places import own_names

    words = scanner(lexicon(catalogue).names, here, own_names(catalogue), catalogue.spans)
    return Parser(words)


def languages(
    catalogue: Catalogue, clock: Clock, here: str | None, text: str = ""
) -> tuple[Language, ...]:
    """Return the languages over one text, in the order in which they are asked; a cell has no text around it."""
    names = lexicon(catalogue)
    return tuple(language(catalogue, names, clock, here, text) for language in (English, Chinese))


def unnumbered(sentence: Sentence, here: str | None, catalogue: Catalogue) -> Iterator[Claim]:
    """Yield the comparisons of a sentence in which no number stands."""
    if is_latin(sentence.letters):
        from cpstats.claims.english.outright import compares
        from cpstats.claims.english.outright import unnumbered as in_english

        if compares(sentence.letters):
            places = _gazetteer(catalogue, here)
            yield from in_english(sentence, here, lexicon(catalogue), places, catalogue)
        return
    from cpstats.claims.chinese.outright import unnumbered as found

    yield from found(sentence, here, lexicon(catalogue), catalogue)


def place_of(words: str, here: str | None, catalogue: Catalogue) -> str | None:
    """Return the place that words name as a text about a place reads them; None for none or one abroad."""
    if is_latin(words):
        nation = catalogue.nation_of(here) or NATION
        return _gazetteer(catalogue, None).place_of(words, nation) or None
    from cpstats.claims.chinese import places

    return places.place_of(words, here, catalogue)


def head_of(letters: str) -> Head:
    """Return what reads the head of a text that is written in such letters."""
    if is_latin(letters):
        from cpstats.claims.english import heads as english

        return english
    from cpstats.claims.chinese import heads as chinese

    return chinese
