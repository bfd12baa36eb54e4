"""The named spans of years that a package knows: plans, terms, programming periods."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from cpstats.model.pattern import pattern
from cpstats.model.period import Period, span
from cpstats.model.text import Text

_QUOTES = pattern("[“”\"'‘’「」]")
_AROUND = pattern(r"^the | period$|(?:期间|时期|规划期?|计划)$")
_BETWEEN = pattern(r"[\s-]")


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """One line of `spans.csv`: first and last year, and what the years between are called.

    `country` is that of its package: a plan of one country says nothing of a place of another.
    """

    span: str
    first: int = 0
    last: int = 0
    name_zh: str = ""
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    country: str = ""

    @property
    def years(self) -> tuple[int, int]:
        """First and last year."""
        return self.first, self.last

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.name_en or self.span, self.name_zh or self.span)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that names this span and no other."""
        return (self.span, self.name_zh, self.name_en, *self.aliases)


class Spans(dict[str, NamedSpan]):
    """The spans of a package, found by name and by year.

    >>> plan = NamedSpan("fyp14", 2021, 2025, "“十四五”", "14th five-year plan", ("14th FYP",))
    >>> spans = Spans({"fyp14": plan})
    >>> spans.named("十四五时期"), spans.named("the 14th Five-Year Plan period"), spans.named("五")
    ((2021, 2025), (2021, 2025), None)
    >>> spans.around(2024), spans.around(2026), spans.called((2021, 2025)).en
    ((2021, 2025), None, '14th five-year plan')
    """

    @cached_property
    def every_name(self) -> tuple[str, ...]:
        """Every name of every span."""
        return tuple(name for span in self.values() for name in span.names)

    @cached_property
    def _by_name(self) -> dict[str, NamedSpan]:
        return {_bare(name): span for span in reversed(self.values()) for name in span.names}

    def named(self, text: str) -> tuple[int, int] | None:
        """Return first and last year of the span that a text names, or None."""
        wanted = _bare(text)
        found = self._by_name.get(wanted) if wanted else None
        return found.years if found else None

    def period(self, text: str) -> Period | None:
        """Return the span that a text names as a period, or None."""
        years = self.named(text)
        return span(*years) if years else None

    def around(self, year: int, country: str = "") -> tuple[int, int] | None:
        """Return the span that a year lies in, of a country where one is named."""
        of_it = (s for s in self.values() if not country or s.country in ("", country))
        return next((s.years for s in of_it if s.first <= year <= s.last), None)

    def called(self, years: tuple[int, int]) -> Text | None:
        """Return the name of the span that has these years, or None."""
        return next((s.name for s in self.values() if s.years == years), None)


def _bare(text: str) -> str:
    """Return a name without quotes, hyphens, and words such as period."""
    plain = _QUOTES.sub("", unicodedata.normalize("NFKC", text)).strip().casefold()
    return _BETWEEN.sub("", _AROUND.sub("", _AROUND.sub("", plain)))
