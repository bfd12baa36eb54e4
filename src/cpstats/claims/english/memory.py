"""What an English text has said so far: its periods, its places, the subject of the last number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.claims.english.goals import Goals
from cpstats.claims.terms.carried import Carried
from cpstats.claims.terms.periods import When, year_before
from cpstats.gazetteer.china import NATION, is_code
from cpstats.model.period import annual

if TYPE_CHECKING:
    from cpstats.claims.english.outdone import Outdone
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.periods import Clock
    from cpstats.claims.terms.subject import Subject

_OVER = ("growth", "average_growth", "span_growth", "change", "growth_change", "share_change")


@dataclass(slots=True)
class Memory:
    """What the sentences of a text hand on.

    `main` is the period of the text and `frame` the one in force; `here` the place of the text and
    `said` the one in force, "" abroad; `several` are the places of the list being read.
    """

    names: Lexicon
    gazetteer: Gazetteer
    clock: Clock
    here: str | None
    main: When = field(default_factory=When)
    frame: When = field(default_factory=When)
    said: str | None = None
    several: list[str] = field(default_factory=list)
    carried: Carried = field(default_factory=Carried)
    goals: Goals = field(default_factory=Goals)
    before: dict[str, When] = field(default_factory=dict)  # what each period was compared with
    pace: str = ""  # what changes are on, as the paragraph says: growth or growth_on_period
    nation: str | None = (
        None  # what "the nation" is, "" one that is not known; None: none is spoken of
    )
    country: str = ""  # that of the places which are not of China's register, where it is known
    unpaced: bool = False  # whether nobody says what the growth of a month or quarter is on
    prior: Measure | None = None  # of the last number of the sentence before
    named: tuple[str, str | None] | None = None  # measure and indicator of the last number
    left: tuple[When, Subject | None] | None = None  # period and subject of the paragraph before
    sited: list[str] = field(default_factory=list)  # whose the numbers of the sentence are
    rival: str | None = None  # the place that was outdone: beat Beijing's by 0.8 points
    outdone: Outdone | None = None  # who outdid whom, where the other's number stands between
    pair: str | None = None  # whose number follows another one: less than Hebei (1 against 2)
    moved: str | None = None  # where the level before moved to
    caption: bool = False  # whether the paragraph is the title of a figure or a table
    annual: bool = False  # whether quarters are given at annual rates

    def __post_init__(self) -> None:
        """Begin with the period of the text."""
        self.main = self.frame = self.clock.default
        self.note_nation(self.here)

    def note_nation(self, code: str | None) -> None:
        """Take up which country is the nation where a place is spoken of, "" one abroad."""
        if code == "":
            self.nation = "" if self.here is None else self.nation
        elif code is not None and is_code(code):
            self.nation = NATION
        elif code is not None and (self.here is None or not is_code(self.here)):
            self.nation = self.country


def base_of(when: When, measure: str) -> str | None:
    """Return the period that a growth or a change starts from."""
    if when.span is not None and when.span[0] < when.span[1] and measure in _OVER:
        return str(annual(when.span[0] - 1))
    return year_before(when) if measure == "growth" else None
