"""What is said of money that was converted: by whose rates, and where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import unit_text
from cpstats.selecting.conversion import CONVERTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.model.figure import Figure
    from cpstats.selecting.conversion import Conversion
    from cpstats.selecting.figures import Figures


def conversion_notes(found: Sequence[Figure], figures: Figures) -> Iterator[Text]:
    """Say by whose rates levels were converted, and which of those asked for have no rate."""
    if figures.conversion is None:
        yield from _several(figures)
        return
    used = [f for one in found for f in (one, *one.inputs) if f.method == CONVERTED]
    if used:
        by = joined([same(name) for name in dict.fromkeys(f.inputs[1].source for f in used)])
        unit = unit_text(figures.conversion.rates.target.base)
        yield (
            Text("Converted into ", "折算为")
            + unit
            + Text(" with rates of ", "，比率来源：")
            + by
            + Text("; nominal growth holds the change of the rates.", "；名义增速含比率变动。")
        )
    if not used and not figures.conversion.lacking and figures.conversion.units:
        yield _as_it_was(figures.conversion)
    asked = {p for f in found for p in (f.time_period, f.base_period, *f.absent)}
    places: dict[tuple[tuple[str, ...], str], list[Text]] = {}
    for (area, money), periods in figures.conversion.without_rate(asked).items():
        places.setdefault((periods, money), []).append(figures.catalogue.places[area].name)
    for (periods, money), names in places.items():
        when = joined([Text(p.label("en"), p.label("zh")) for p in map(Period.parse, periods)])
        head = joined(names) + Text(": no rate from ", "：缺") + unit_text(money)
        yield head + Text(" for ", "比率：") + when + Text("; left out", "，未列")


def _as_it_was(conversion: Conversion) -> Text:
    """Say that rates had nothing to convert: the money is what they lead to."""
    unit = unit_text(conversion.rates.target.base)
    return (
        Text("Nothing was converted: the levels are in ", "未作折算：水平值本为")
        + unit
        + Text(
            " already, and the rates lead to it (their column per)",
            "，与比率的目标货币（per 列）相同",
        )
    )


def _several(figures: Figures) -> Iterator[Text]:
    """Say of which indicators the levels are in several currencies."""
    for indicator, symbols in figures.currencies().items():
        units = joined([unit_text(symbol) for symbol in symbols])
        yield (
            figures.catalogue.indicators[indicator].name
            + Text(": levels are in several currencies (", "：水平值为多种货币（")
            + units
            + Text(")", "）", "; --convert FILE converts them", "，可用 --convert 文件折算")
        )
