"""Several own files agree on the figures that they share; where not, the later one answers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("own files that disagree", "自有文件不一致")
MEND = Text(
    "Two releases: the file that is given last is taken as the newest. Give them in their order, "
    "or name one with --vintage; `revisions` shows what changed.",
    "视为两个版本：后给出的文件为最新。请按发布先后给出，或用 --vintage 指定；revisions 列出修订。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Compare the figures of each cell that stand in several own files, each with the one before.

    Figures that are labelled with one vintage are of one release: the rule `duplicates` has them.
    """
    for cell in facts.several:
        by_file: dict[int, Fact] = {}
        for fact in cell:
            if fact.figure.own:
                by_file.setdefault(fact.figure.given, fact)
        files = sorted(by_file)
        for before, after in pairwise(files):
            old, new = by_file[before], by_file[after]
            labelled = new.figure.vintage and new.figure.vintage == old.figure.vintage
            if not labelled and not new.figure.meets(old.figure):
                yield _says(facts, new, old)


def _says(facts: Facts, new: Fact, old: Fact) -> Finding:
    names = [f.figure.vintage or f.figure.source for f in (new, old)]
    why = facts.name(new.figure) + Text(
        f": {said(new).en} ({names[0]}) stands beside {said(old).en} ({names[1]})",
        f"：{said(new).zh}（{names[0]}）与{said(old).zh}（{names[1]}）不一致",
    )
    return finding("own_releases", "warning", new, old, why=why, mend=MEND)
