"""For information: a source without a date of publication, whose figures `--as-of` leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("a source without date", "来源无日期")
MEND = Text("Add `published` in sources.csv.", "请在 sources.csv 中填写 published。")


def find(facts: Facts) -> Iterator[Finding]:
    """Yield each source of a package once, at its first figure."""
    first: dict[str, Fact] = {}
    count: dict[str, int] = {}
    for fact in facts.facts:
        source = facts.catalogue.sources[fact.figure.source]
        if not source.published and source.locator + source.url + source.publisher:
            first.setdefault(source.source, fact)
            count[source.source] = count.get(source.source, 0) + 1
    for ident, fact in first.items():
        why = Text(
            f"source {ident}: no date of publication ({count[ident]} figures)",
            f"来源 {ident}：没有发布日期（{count[ident]}个数据）",
        )
        yield finding("undated_source", "info", fact, why=why, mend=MEND)
