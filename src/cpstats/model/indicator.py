"""An indicator: what is measured, in which unit, and how two places are compared by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

UNNAMED_UNIT = " (unit not named)"  # behind the name of levels abroad that a file has without one
UNNAMED_UNIT_ZH = "（未写明单位）"


def in_chinese(name: str) -> str:
    """Return the name of a file's own indicator as Chinese output shows it.

    >>> in_chinese("gdp (unit not named)"), in_chinese("gdp")
    ('gdp（未写明单位）', 'gdp')
    """
    bare = name.removesuffix(UNNAMED_UNIT)
    return name if bare == name else bare + UNNAMED_UNIT_ZH


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of `indicators.csv`.

    `compare` is `share` (adds up over places), `ratio` (per head, concentrations), `points`
    (rates in %) or `none`; `growth_basis` is what an unmarked growth of it means: `constant`
    (real), `current` (nominal), `scope` (on a comparable scope, 可比口径) or empty; `revised` is
    `never` where a figure once published stands (measured concentrations), `rarely` (incomes),
    `census` where a census revises it (population), else empty; `scope` is `comparable` where
    published growth is of the same enterprises or rules, which levels do not have; `role` says
    what it is in its catalogue: `total_output`, `price_index`, `registered_population`, `area`;
    `per_head_of` names the amount and the people that it is per head of: `gdp/resident_population`.
    """

    indicator: str
    theme: str = ""
    name_zh: str = ""
    name_en: str = ""
    unit: str = ""
    kind: str = ""
    better: str = ""
    compare: str = "none"
    growth_basis: str = ""
    aliases: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    definition: str = ""
    definition_zh: str = ""
    revised: str = ""
    scope: str = ""
    role: str = ""
    per_head_of: str = ""

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.name_en or self.indicator, self.name_zh or self.indicator)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that names this indicator and no other."""
        return (self.indicator, self.name_zh, self.name_en, *self.aliases)


def in_role(indicators: Mapping[str, Indicator], role: str) -> str:
    """Return the id of the first indicator in a role; empty if none is."""
    return next((ident for ident, thing in indicators.items() if thing.role == role), "")


@dataclass(frozen=True, slots=True)
class PartOf:
    """One line of `parts.csv`: an indicator that is a part of another one.

    The parts of one `division` (industries, residence, sex) add up to the `whole`.
    """

    part: str
    whole: str = ""
    division: str = ""
