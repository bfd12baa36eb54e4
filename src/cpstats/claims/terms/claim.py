"""A claim: one number of a text, and all that the text says it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cpstats.claims.terms.comparison import Comparison


class Claim(NamedTuple):
    """A number with its unit, and of what, where, when and how it is said.

    `start`, `end` and `sentence_start` are code-point offsets into the text; `line` and `column` count from 1.
    `place` and `benchmark` are codes of GB/T 2260, `indicator` an id of the catalogue; None is
    never guessed over. `measure` is an internal word (see `schema.CHECK`).
    """

    start: int
    end: int
    surface: str
    sentence: str
    line: int
    column: int
    sentence_start: int = 0
    place: str | None = None
    indicator: str | None = None
    indicator_surface: str | None = None
    period: str | None = None
    period_readings: tuple[str, ...] = ()
    period_from: str | None = None  # sentence, context, docdate; given: corrected by the reader
    spoken: tuple[str, ...] = ()  # the periods that its paragraph has said, where they are several
    told: tuple[str, ...] = ()  # those of them that it has not only compared with
    base_period: str | None = None
    measure: str = "level"
    subtype: str | None = None  # of a gap: vs_benchmark, time_change
    of: str | None = None  # what a gap or a rank is of: growth, average_growth, level, share
    ranked: str | None = None  # what a rank of growth orders, where no indicator is that rank
    over: str | None = None  # the indicator that a multiple or share is of, where it is another one
    price_basis: str | None = None  # constant, current
    price_basis_from: str | None = None  # text, indicator
    value: float = 0.0
    value_text: str = ""
    unit: str = ""
    bound: str = "exact"
    direction: str | None = None
    benchmark: str | None = None
    status: str = "claim"  # claim, target, not_claim
    group: str | None = None
    half_width: float = 0.0
    half_width_style: float | None = None
    ambiguous: str | None = None
    unexplained: str | None = (
        None  # words of its clause that may make it a number of something else
    )
    nearly: str = ""  # partly, loosely: its words are some of its column's name, or others as well
    guessed: bool = False  # whether its period is only taken for the one before another's
    unpaced: bool = False  # whether nobody says if a growth is on the year or on the period before
    lent: bool = False  # whether that is only said of another number
    settled: tuple[str, ...] = ()  # the open fields that the numbers beside it close
    compared: Comparison | None = None  # with other years, beside it: the highest since

    @property
    def is_unnumbered(self) -> bool:
        """Whether it is a comparison that no number stands beside: 增速高于全国."""
        return self.compared is not None and not self.value_text
