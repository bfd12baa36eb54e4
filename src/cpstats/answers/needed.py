"""What a derived figure cannot do without, asked for in one wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message, for_example, sentences
from cpstats.model.kinds import is_adjusted, is_rate
from cpstats.model.unit import Unit, unit_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.answers.settings import Settings
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.period import Period


def other(of: str, example: str) -> str:
    """Return the second indicator."""
    if not of:
        raise UsageError(
            Message("a second indicator is needed: --of", "需要第二个指标：--of"),
            mend=for_example(example),
        )
    return of


def members(settings: Settings, example: str) -> tuple[str, ...]:
    """Return the places under a parent."""
    if not settings.among:
        raise UsageError(
            Message("a parent is needed: --among", "需要指定上级地区：--among"),
            mend=sentences(
                for_example(example),
                Message(
                    "Own places get one by `cpstats place NAME --parent PLACE`, or by import: --total.",
                    "自有地区的上级用 `cpstats place 名称 --parent 上级` 或导入时的 --total 说明。",
                ),
            ),
        )
    return settings.among


def both_ends(settings: Settings, example: str) -> tuple[Period, Period]:
    """Return the base and the last period."""
    if settings.ends is None:
        raise UsageError(
            Message(
                "a base and a last period are needed: --from, --to", "需要基期和末期：--from、--to"
            ),
            mend=for_example(example),
        )
    return settings.ends


PRICES = ("share", "points", "index", "")  # what a price index or its change may be printed in


def prices(settings: Settings, catalogue: Catalogue, example: str) -> str:
    """Return the second indicator, which must be of prices: an index, or its change in per cent.

    Raises
    ------
    UsageError
        When it is an amount: its growth is no change of prices.
    """
    ident = other(settings.of, example)
    thing = catalogue.indicators[ident]
    if Unit.of(thing.unit).kind not in PRICES:
        raise UsageError(
            Message(
                "“{}” is an amount ({}), no price index",
                "“{}”是金额或数量（{}），不是价格指数",
                thing.name,
                unit_text(thing.unit),
            ),
            mend=Message(
                "--of names a price index, or its change in %.",
                "--of 须为价格指数，或以%计的价格变动。",
            ),
        )
    return ident


def no_rates(indicators: Iterable[str], catalogue: Catalogue) -> None:
    """Refuse rates where something is divided, chained or added up: rates differ in points.

    Raises
    ------
    UsageError
        When one of the indicators is a rate.
    """
    for ident in filter(None, indicators):
        thing = catalogue.indicators[ident]
        if is_rate(thing.unit):
            raise UsageError(
                Message(
                    "“{}” is a rate: it has no share, no index and no growth in per cent",
                    "“{}”是比率，没有占比、指数和以百分比计的增速",
                    thing.name,
                ),
                mend=Message(
                    "Rates differ in points: `cpstats compare`, and `cpstats growth` a year.",
                    "比率之差以百分点计：cpstats compare，逐年为 cpstats growth。",
                ),
            )


def adjusted(indicators: Iterable[str], catalogue: Catalogue) -> None:
    """Refuse to take a season for a trend: what is annualised is adjusted, and says so.

    Raises
    ------
    UsageError
        When an indicator is not said to be adjusted for the season.
    """
    for ident in indicators:
        thing = catalogue.indicators[ident]
        if not is_adjusted(thing):
            raise UsageError(
                Message(
                    "“{}” is not said to be adjusted for the season: at a year's rate its season "
                    "would be growth",
                    "“{}”未注明经季节调整，折年会把季节波动当作增长",
                    thing.name,
                ),
                mend=Message(
                    "--unadjusted annualises it all the same.", "--unadjusted 可强行折年。"
                ),
            )
