"""A place: its code of GB/T 2260, its names, and the place it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from cpstats.model.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """One line of `places.csv`; `parent` is empty for a country."""

    ref_area: str
    name_zh: str = ""
    name_en: str = ""
    slug: str = ""
    parent: str = ""
    level: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.name_en or self.ref_area, self.name_zh or self.ref_area)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that names this place and no other."""
        return (self.ref_area, self.slug, self.name_zh, self.name_en, *self.aliases)
