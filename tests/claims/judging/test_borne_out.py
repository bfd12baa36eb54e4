from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.borne_out import only_borne_out
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.verdict import Judged
from cpstats.model.text import same

if TYPE_CHECKING:
    from cpstats.claims.terms.verdict import Verdict


def _judged(verdict: Verdict, nearly: str, *, slip: bool = False, word: str = "rye") -> Judged:
    claim = Claim(0, 1, "1", "1", 1, 1, indicator="rye", indicator_surface=word, nearly=nearly)
    return Judged(claim, verdict, same("so"), slip=slip)


@pytest.mark.parametrize(
    ("nearly", "slip", "beside", "verdict"),
    [
        ("", False, [], "contradicted"),  # the column's own name
        ("partly", False, [], "unverifiable"),
        ("partly", True, [], "contradicted"),  # the figure of another year
        ("loosely", True, [], "contradicted"),
        ("partly", False, [_judged("confirmed", "partly")], "contradicted"),
        ("partly", False, [_judged("confirmed", "partly", word="grain")], "unverifiable"),
        ("loosely", False, [_judged("confirmed", "partly")], "unverifiable"),
    ],
)
def test_what_is_called_false_of_a_column_named_in_part_needs_something_that_shows_it(
    nearly: str,
    slip: bool,  # noqa: FBT001
    beside: list[Judged],
    verdict: str,
) -> None:
    found = only_borne_out([_judged("contradicted", nearly, slip=slip), *beside])
    assert found[0].verdict == verdict
