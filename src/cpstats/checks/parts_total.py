"""The parts of one release add up to the whole, within rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.checks.steps import amount, said, total
from cpstats.gazetteer import china, register
from cpstats.model.text import Text, joined
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("parts and total", "分项与合计")
MEND = Text(
    "Look the figures up in the source. If the publisher's own parts do not add up, "
    "accept it with the reason.",
    "请核对来源；如发布者的分项本身不等于合计，请注明理由予以接受。",
)
BELOW_MEND = Text(
    "Look for a place in another unit or of another release. If the publisher's places "
    "do not add up, accept it with the reason.",
    "请检查是否有地区单位不同或版本不同；如发布者的地区数本身不可加，请注明理由予以接受。",
)


FEWEST = 4  # places: fewer in a catalogue are a choice, not a whole


def find(facts: Facts) -> Iterator[Finding]:
    """Compare sums of indicators (`parts.csv`), and sums of places that lie under one place."""
    for things in facts.together.values():
        yield from _indicators(facts, things)
        yield from _places(facts, things)


def _indicators(facts: Facts, things: Mapping[tuple[str, str], Fact]) -> Iterator[Finding]:
    for (whole, _), parts in facts.catalogue.divisions().items():
        for (indicator, area), fact in things.items():
            if indicator != whole or any((part, area) not in things for part in parts):
                continue
            found = [things[part, area] for part in parts]
            interval = total(found)
            if not interval.meets(fact.low, fact.high):
                yield _of_parts(facts, fact, found)


def _complete(facts: Facts, parent: str, found: set[str]) -> bool:
    """Whether a place has nothing below it but these: by GB/T 2260, else by the catalogue."""
    below = {p.ref_area for p in register.below(parent)}
    below = {code for code in below if not china.is_counted_apart(code)}
    if len(below) < FEWEST:
        below = set(facts.catalogue.children(parent))
    return len(below) >= FEWEST and below <= found


def _of_parts(facts: Facts, fact: Fact, parts: list[Fact]) -> Finding:
    named = joined(
        [Text(facts.catalogue.indicators[p.figure.indicator].name.en, "") + said(p) for p in parts],
        en=" + ",
        zh=" + ",
    )
    summed = amount(sum(p.value for p in parts))
    why = facts.name(fact.figure) + Text(
        f": the parts add up to {summed}, the total is {said(fact).en} ({named.en})",
        f"：分项合计{summed}，而总量为{said(fact).zh}（{named.zh}）",
    )
    return finding("parts_total", "error", fact, *parts, why=why, mend=MEND)


def _places(facts: Facts, things: Mapping[tuple[str, str], Fact]) -> Iterator[Finding]:
    """Compare a place with the places below it; where some are missing, they may only be less."""
    places = facts.catalogue.places
    below: dict[tuple[str, str], list[Fact]] = {}
    for (indicator, area), fact in things.items():
        parent = places[area].parent
        if (
            facts.catalogue.indicators[indicator].compare == "share"
            and (indicator, parent) in things
        ):
            below.setdefault((indicator, parent), []).append(fact)
    for (indicator, parent), found in below.items():
        fact = things[indicator, parent]
        interval = total(found)
        every = _complete(facts, parent, {f.figure.ref_area for f in found})
        if interval.low > fact.high or (every and not interval.meets(fact.low, fact.high)):
            summed = amount(sum(f.value for f in found))
            why = facts.name(fact.figure) + Text(
                f": {len(found)} places below it add up to {summed}, it has {said(fact).en}",
                f"：下属{len(found)}个地区合计{summed}，而本地为{said(fact).zh}",
            )
            yield finding("parts_total", "warning", fact, *found, why=why, mend=BELOW_MEND)
