"""What a text has said so far: its periods, its places, what its last number was about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.carried import Carried
from cpstats.claims.terms.periods import When

if TYPE_CHECKING:
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.periods import Clock
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.claims.terms.subject import Subject


class Outdone(NamedTuple):
    """The place that is ahead of another one or behind it, and the other."""

    own: str | None
    other: str | None
    behind: bool


@dataclass(slots=True)
class InSentence:
    """What is forgotten at the end of a sentence."""

    # time
    local: When | None = None  # to the next semicolon
    whole: When | None = None  # the months up to one that a whole is of: 4月,收入累计…。其中,税收…
    clause: When | None = None  # in this clause only
    once: When | None = None  # for the next number only (从2020年的)
    against: When | None = None  # what the clause is compared with
    compared: When | None = None  # the same for the rest of a sentence: 与2010年相比,
    average: int | None = None  # over how many years the clause speaks of averages
    averaging: int | None = None  # the same for the rest of a sentence: 两年平均来看,
    averaged: When | None = None  # the span of the last average
    origin: int | None = None  # the year that 由2020年的…提高到 starts from
    yearless: When | None = None  # months that were named without their year: 上半年
    guessed: bool = False  # whether since when the last number held is not said: 由80.8%降为
    unsaid: bool = False  # whether a number before it held at a time that is not said
    fresh: bool = False  # whether the frame was set in this sentence
    ahead: bool = False  # whether it looks ahead: 力争全年 is the year that runs
    of_list: When | None = None  # what the first of a list of numbers got
    listed: list[When] = field(default_factory=list)  # 2021年和2022年: one for each number
    headed: set[int] = field(default_factory=set)  # where times begin that opened the clause
    # place
    passed: list[str] = field(default_factory=list)  # those that the clause before names in a row
    replaced: tuple[str | None] | None = None  # the place that 国内生产总值 stands in for
    outdone: Outdone | None = None  # who outdid whom, where the other's number stands between
    somewhere: bool = (
        False  # whether it is a part of an own place that no table names: in the hills
    )
    pair: str | None = None  # whose number follows another one: less than Hebei (1 against 2)
    # subject and measure
    subjects: list[Subject] = field(default_factory=list)  # those of its numbers
    parts: bool = False  # whether parts of a whole follow (其中)
    share_of: str | None = None  # what the last share was of
    growth: Measure | None = None  # of the last number, where it was a growth
    last: tuple[Measure, str] | None = None  # of the last number, with its unit
    moved: str | None = None  # where the level before moved to
    priced: tuple[Subject, str] | None = None  # the subject whose price basis was said, and that
    unpaced: bool = False  # whether nobody says what the growth of a month or quarter is on
    lent: bool = False  # whether that is only said of another number
    on_period: bool = False  # whether it speaks of changes on the period before
    inside: bool = False  # whether the clause stands in brackets
    counted: str = ""  # what the last number counted of a known subject, behind it: 34,010 crowns
    placed: bool = False  # whether it is a bare number there, behind a place


@dataclass(slots=True)
class Memory:
    """What the sentences of a text hand on, in whatever language they are written.

    `main` is the period of the text and `frame` the one in force; `here` the place of the text and
    `said` the one in force, "" abroad; `several` are the places of the list being read.
    """

    names: Lexicon
    clock: Clock
    here: str | None
    nation: str | None = None  # what "the nation" is, "" an unknown one, None where there is none
    country: str = ""  # that of the places which are not of China's register, where it is known
    sentence: InSentence = field(default_factory=InSentence)
    # time
    main: When = field(default_factory=When)
    frame: When = field(default_factory=When)
    home: When | None = None  # the first period of the text that it named itself
    dated: When = field(default_factory=When)  # the last year that was named: 当年
    saved: When | None = None  # the frame that a day stands in for
    lead: When | None = None  # the frame that the first sentence of the paragraph left
    sentences: int = 0  # of the paragraph so far
    stated: bool = False  # whether the paragraph has named a period itself
    spoken: set[str | None] = field(default_factory=set)  # the periods the paragraph has said
    given: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = field(
        default_factory=dict
    )  # the period of each number of an indicator that the text has dated
    listed_under: When | None = None  # the period of the heading above a list: 2023 in figures
    told: set[str | None] = field(default_factory=set)  # those that it does not only compare with
    undivided: When | None = None  # the frame before 分季度看
    divider: str | None = None  # the subject that it divides
    before: dict[str, When] = field(default_factory=dict)  # what each period was compared with
    # place
    said: str | None = None
    headed: str | None = None  # that of the heading above: 【东坝街道】
    led_place: str | None = None  # that which the paragraph began with, without a number of it
    headed_by: str = ""  # the signs before it there, which the next heading of its kind has too
    several: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)  # whose those of the sentence before were
    sited: list[str | None] = field(default_factory=list)  # whose the sentence's numbers are
    elsewhere: str = ""  # the last other country that the paragraph has named
    inner: bool = False  # whether the sentence speaks of the town inside the place
    province: str | None = None  # the last one that was named, also as an institution's
    rival: str | None = None  # the place that was outdone: beat Beijing's by 0.8 points
    # subject
    carried: Carried = field(default_factory=Carried)
    whole: Subject | None = None  # the first subject of the last sentence without 其中
    held: Subject | None = None  # what the last number before a sentence with 其中 was of
    divided: Subject | None = None  # what 分产业看 divides
    first: Subject | None = None  # what the paragraph spoke of first
    led: Subject | None = None  # the same of the paragraph before
    of_some: bool = False  # whether the parts are the industries of a branch only
    alone: When | None = None  # the period of the last sentence, where it held for that one only
    brief: bool = False  # whether the paragraph before was one sentence
    left: tuple[When, Subject | None] | None = None  # period and subject of the paragraph before
    named: tuple[str, str | None] | None = None  # measure and indicator of the last number
    # measure and purpose
    prior: Measure | None = None  # of the last number of the sentence before
    pace: str = ""  # what changes are on, as the paragraph says: growth or growth_on_period
    paced: str = ""  # the same, as any paragraph said last
    paces: dict[str, str] = field(default_factory=dict)  # the same, by the digits of each rate
    annual: bool = False  # whether quarters are given at annual rates
    aims: bool = False  # whether the lines being read set goals
    announced: bool = False  # whether the paragraph before was the heading of goals
    caption: bool = False  # whether the paragraph is the title of a figure or a table
    # sentences without a number
    waiting: list[Sentence] = field(default_factory=list)  # whose turn comes with the next number
    unread: list[Sentence] = field(
        default_factory=list
    )  # of the paragraph, before it named `first`
    passed: list[Sentence] = field(default_factory=list)  # the same of the paragraph before
    unplaced: list[Sentence] = field(default_factory=list)  # that named provinces after `province`

    def __post_init__(self) -> None:
        """Begin with the period of the text."""
        self.main = self.frame = self.dated = self.clock.default
