"""A verdict and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cpstats.claims.terms.printed import OVER, SIGNED, UNDER, printed
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.figure import Figure

Verdict = Literal[
    "confirmed", "contradicted", "depends", "inconsistent", "unverifiable", "not_checked"
]
VERDICTS: tuple[Verdict, ...] = (
    "confirmed",
    "contradicted",
    "depends",
    "inconsistent",
    "unverifiable",
    "not_checked",
)
# `compared`: of another year, which the text holds its number against;
# `near`: only by a rarer convention (cut off, about, a whole number that may be rounded);
# `far`: the bound holds, but nobody would put it so; `silent`: the figure is a bound itself.
Outcome = Literal["confirmed", "contradicted", "near", "far", "silent", "compared"]
FAULTS = ("contradicted", "inconsistent")
# full: may contradict; joint: rests on another number of the text too; weak: may confirm only
Weight = Literal["full", "joint", "weak"]


NOTHING = same("")


class Evidence(NamedTuple):
    """One figure that speaks of a claim under one reading of its period."""

    reading: str
    figure: Figure
    outcome: Outcome
    weight: Weight = "full"
    said: bool = True  # whether the text itself admits this reading
    release: Text = NOTHING  # what the releases of the figure are called


class Judged(NamedTuple):
    """A claim, the verdict, why in one line, and the evidence; `best` is the figure that decided."""

    claim: Claim
    verdict: Verdict
    why: Text
    evidence: tuple[Evidence, ...] = ()
    best: Figure | None = None
    beside: tuple[Claim, ...] = ()  # what an inconsistent claim contradicts
    slip: bool = False  # whether it is the figure of another year or place, or that but for its sign or a power of ten
    astray: bool = False  # whether it is so far off that its statement is about something else


WORD = {
    "confirmed": Text("confirmed", "相符"),
    "contradicted": Text("contradicted", "不符"),
    "depends": Text("depends", "视情况"),
    "inconsistent": Text("inconsistent", "自相矛盾"),
    "unverifiable": Text("unverifiable", "无法核实"),
    "not_checked": Text("not checked", "未检查"),
}


def is_grave(judged: Judged) -> bool:
    """Return whether a fault turns a statement round: its sign, its side of a benchmark, a threshold, a rank."""
    claim, best = judged.claim, judged.best
    if judged.verdict not in FAULTS:
        return False
    if claim.bound in (*OVER, *UNDER) or claim.measure in ("rank", "growth_rank"):
        return True
    said = printed(claim, best.unit) if best is not None and claim.measure in SIGNED else None
    return said is not None and best is not None and said.value * (best.value or 0.0) < 0
