"""Two figures of one cell that claim to be of one release do not contradict each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("duplicates that disagree", "重复数据不一致")
MEND = Text(
    "Look both up. If one is a revision, give it its vintage or the status revised; if the two "
    "have different scopes, they are different indicators.",
    "请核对两处来源；如为修订数，请注明版本或状态；如口径不同，应为不同指标。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Compare the figures of each cell that have the same vintage and the same status.

    Without a vintage they may be different releases, and are compared only where both are the
    user's own, or were published on the same day.
    """
    labelled: dict[tuple[int, str, str], list[Fact]] = defaultdict(list)
    for number, cell in enumerate(facts.several):
        for fact in cell:
            labelled[number, fact.figure.vintage, fact.figure.obs_status].append(fact)
    for found in labelled.values():
        for number, fact in enumerate(found):
            for other in found[:number]:
                if _one_release(facts, fact, other) and not fact.figure.meets(other.figure):
                    yield _says(facts, fact, other)
                    break


def _one_release(facts: Facts, fact: Fact, other: Fact) -> bool:
    if fact.figure.vintage:
        return True
    if fact.figure.given != other.figure.given:
        return False  # two files are two releases
    days = [facts.catalogue.sources[f.figure.source].published for f in (fact, other)]
    if fact.figure.own and other.figure.own:
        return days[0] == days[1]
    return len(days[0]) == 10 and days[0] == days[1]


def _says(facts: Facts, fact: Fact, other: Fact) -> Finding:
    sources = (fact.figure.source, other.figure.source)
    why = facts.name(fact.figure) + Text(
        f": {said(fact).en} ({sources[0]}) and {said(other).en} ({sources[1]}) are of one release",
        f"：{said(fact).zh}（{sources[0]}）与{said(other).zh}（{sources[1]}）同属一个版本",
    )
    return finding("duplicates", "error", fact, other, why=why, mend=MEND)
