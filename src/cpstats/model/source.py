"""Where a figure was read, and the release (vintage) of the series it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from cpstats.model.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """One line of `sources.csv`.

    `release` is `series` (one release of a whole series), `document` (a bulletin, a page) or
    `collection` (figures gathered from several releases). `published` is a day, a month, a
    year or empty.
    """

    source: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    release: str = "document"
    url: str = ""
    locator: str = ""
    kind: str = ""
    quality: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vintage:
    """One line of `vintages.csv`; only a vintage with `series` is comparable over time."""

    vintage: str
    order: int = 0
    series: bool = False
    released: str = ""
    name_zh: str = ""
    name_en: str = ""
    short_zh: str = ""
    short_en: str = ""
    note: str = ""

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.name_en or self.vintage, self.name_zh or self.vintage)

    @property
    def short(self) -> Text:
        """What stands for it in a table: English has the id where that is of Latin letters."""
        english = self.vintage if self.vintage.isascii() else self.name.en
        return Text(self.short_en or english, self.short_zh or self.name.zh)

    @property
    def names(self) -> tuple[str, ...]:
        """All of its names, the id first."""
        return (self.vintage, *self.short[:2], *self.name[:2])


def last_day(published: str) -> str:
    """Return a day, a month or a year as the ISO date of its last day (empty stays empty).

    >>> last_day("2024-02"), last_day("2024"), last_day("2024-03-05"), last_day("")
    ('2024-02-29', '2024-12-31', '2024-03-05', '')
    """
    if len(published) == 4:
        return f"{published}-12-31"
    if len(published) == 7:
        from datetime import date, timedelta

        year, month = int(published[:4]), int(published[5:7])
        day = 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day
        return f"{published}-{day:02d}"
    return published
