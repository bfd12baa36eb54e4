"""The parts of one release add up to the whole, within rounding."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.checks.steps import Interval, amount, said, total
from cpstats.gazetteer import china, register
from cpstats.model.text import Text, joined
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts, When

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
    yield from _indicators(facts)
    yield from _places(facts)


def _indicators(facts: Facts) -> Iterator[Finding]:
    for (whole, _), parts in facts.catalogue.divisions().items():
        for (indicator, area), levels in facts.levels.items():
            every = [facts.levels.get((part, area), {}) for part in parts]
            for when, fact in levels.items() if indicator == whole and all(every) else ():
                if all(when in one for one in every):
                    found = [one[when] for one in every]
                    if not total(found).meets(fact.low, fact.high):
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


@dataclass(slots=True)
class _Below:
    """The levels of the places below a place that are of one period and release, and their ends."""

    facts: list[Fact] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)

    def add(self, fact: Fact) -> None:
        """Take one more: who comes back for its ends when there are many waits for each."""
        self.facts.append(fact)
        self.lows.append(fact.low)
        self.highs.append(fact.high)


def _places(facts: Facts) -> Iterator[Finding]:
    """Compare a place with the places below it; where some are missing, they may only be less."""
    kinds, places = facts.catalogue.indicators, facts.catalogue.places
    below: dict[tuple[str, str], dict[When, _Below]] = {}
    for (indicator, area), levels in facts.levels.items():
        whole = (indicator, places[area].parent)
        if kinds[indicator].compare == "share" and (above := facts.levels.get(whole)):
            sums = below.setdefault(whole, defaultdict(_Below))
            for when, fact in levels.items():
                if when in above:
                    sums[when].add(fact)
    for whole, sums in below.items():
        for when, found in sums.items():
            fact, summed = facts.levels[whole][when], Interval(sum(found.lows), sum(found.highs))
            if summed.low > fact.high or (
                not summed.meets(fact.low, fact.high)
                and _complete(facts, whole[1], {f.figure.ref_area for f in found.facts})
            ):
                yield _of_places(facts, fact, found.facts)


def _of_places(facts: Facts, fact: Fact, below: list[Fact]) -> Finding:
    summed = amount(sum(f.value for f in below))
    why = facts.name(fact.figure) + Text(
        f": {len(below)} places below it add up to {summed}, it has {said(fact).en}",
        f"：下属{len(below)}个地区合计{summed}，而本地为{said(fact).zh}",
    )
    return finding("parts_total", "warning", fact, *below, why=why, mend=BELOW_MEND)
