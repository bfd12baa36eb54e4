from __future__ import annotations

from datetime import date

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package


def test_a_rate_made_of_two_first_figures_is_not_refuted_by_those_of_one_release() -> None:
    # GDP of Beijing was announced as 3,032.0 billion yuan of 2018 and 4,984.31 of 2024: + 64.4 percent; after the
    # fifth census of enterprises they are 3,516.14 and 4,967.02: + 41.3 percent (`cpstats revisions gdp -p beijing`)
    said = "Beijing's GDP grew by {} percent in nominal terms from 2018 to 2024."
    texts = [of_sentence(said.format(rate)) for rate in ("64.4", "41.3", "84.4")]
    report = check(texts, open_package(), Asked(published=date(2025, 1, 25)))
    accused = [record["verdict"] == "contradicted" for record in report.records]
    assert accused == [False, False, True]
