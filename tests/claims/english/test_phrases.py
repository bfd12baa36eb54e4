from __future__ import annotations

import pytest

from cpstats.claims.english.phrases import phrases, subject_among
from cpstats.claims.terms.spelling import name_of


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("while the output of robots jumped by", "output of robots"),
        ("The bureau said on Monday that exports rose by", "export"),
        ("Exports exceeded all hopes, rising by", "export"),
        ("In terms of industry, the sales of cars stood at", "sales of cars"),
        (
            "fixed-asset investment, a gauge of spending on roads and houses, grew by",
            "fixed asset investment",
        ),
        ("registered urban unemployment rate was", "registered urban unemployment rate"),
        ("which registered a rise of", None),
        ("up from a growth rate of", None),
    ],
)
def test_the_phrase_that_a_number_is_about(head: str, name: str | None) -> None:
    known = frozenset(map(name_of, ["exports", "fixed-asset investment"]))
    best = subject_among(phrases(head), head, known)
    assert (best.name if best else None) == (name and name_of(name))
