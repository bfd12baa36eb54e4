from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.terms.verdict import Judged, is_grave
from cpstats.model.figure import Figure
from cpstats.model.text import same

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.claims.terms.verdict import Verdict


@pytest.mark.parametrize(
    ("text", "figure", "verdict", "grave"),
    [
        ("出口增长5.2%。", -5.2, "contradicted", True),  # another sign
        ("出口增长5.2%。", 5.4, "contradicted", False),
        ("出口增长5.2%。", -5.2, "depends", False),  # no fault
        ("出口额突破12亿元。", 11.0, "contradicted", True),  # a threshold
        ("出口额12亿元。", 11.0, "contradicted", False),
        ("出口额居全省第3位。", 4.0, "contradicted", True),
    ],
)
def test_a_fault_is_grave_where_it_turns_the_statement_round(
    read: Read, text: str, figure: float, verdict: Verdict, *, grave: bool
) -> None:
    claim = read(text)[0]
    unit = "%" if "%" in text else "亿元"
    best = Figure(
        indicator="exports", ref_area="360100", time_period="2023", value=figure, unit=unit
    )
    assert is_grave(Judged(claim, verdict, same(""), best=best)) is grave
