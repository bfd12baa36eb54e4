"""What a move may be on too where only another number says on what."""

from __future__ import annotations

from cpstats.claims.judging.other_pace import other_paces
from cpstats.claims.terms.claim import Claim
from cpstats.model.period import Period


def _paces(measure: str, *, lent: bool = False, base: str | None = None) -> list[tuple[str, str]]:
    claim = Claim(0, 4, "0.6%", "", 1, 1, measure=measure, lent=lent, base_period=base)
    found = other_paces(claim, Period.parse("2024-10"))
    return [(one.measure, one.base_period or "") for one, _ in found]


def test_other_paces_of_growth_that_another_number_lends() -> None:
    assert _paces("growth", lent=True) == [("growth_on_period", "")]
    assert _paces("growth_on_period", lent=True) == [("growth", "")]
    assert _paces("growth") == []


def test_other_paces_of_a_change_without_a_base() -> None:
    assert _paces("change") == [("change", "2024-09")]
    assert _paces("change", base="2023-10") == []
