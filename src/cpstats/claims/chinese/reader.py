"""Sentence by sentence, with what is carried on: subject, place and period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese import (
    about,
    dating,
    frames,
    mastheads,
    measures,
    siting,
    spanning,
    targets,
    waiting,
)
from cpstats.claims.chinese.bounds import bound_of
from cpstats.claims.chinese.carrying import (
    is_flow,
    is_rate,
    note,
    of_registered,
)
from cpstats.claims.chinese.comparing import comparison
from cpstats.claims.chinese.explained import is_apart, is_earlier, unexplained
from cpstats.claims.chinese.pieces import (
    enumerates,
    in_quotes,
    is_on_the_way,
    is_part,
)
from cpstats.claims.chinese.taking import ECONOMY, taken_up
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.indicated import indicator_for, understood_unit
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.printed import leaves_out
from cpstats.claims.terms.rounding import half_width
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent
from cpstats.model.unit import TIMES, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.clauses import Clause, Parser
    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.siting import Sight
    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.comparison import Comparison
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.sentences import Sentence

_PEOPLE = ("人口", "总人口", "人口总数", "人口总量")
_OF_A_TIER = ("地方", "中央")
_NEAR = 20  # signs before a bracket


def _two_clauses(letters: str, end: int) -> str:
    """Return the clause that stands before a place, and the one before it."""
    begin = letters.rfind(";", 0, end) + 1
    last = letters.rfind(",", begin, end)
    before = letters.rfind(",", begin, last) if last >= 0 else -1
    return letters[max(begin, before + 1) : end]


def _tail(clause: Sequence[Token], pieces: Sequence[Piece]) -> Sequence[Token]:
    """Return the last number of a clause and what stands behind it."""
    return clause[clause.index(pieces[-1].token) :] if pieces else clause


def read(sentence: Sentence, memory: Memory, parser: Parser) -> list[Claim]:
    """Return the claims of a sentence; one without a number waits for the next that has one."""
    if sentence.first and mastheads.is_masthead(sentence.letters):
        return []
    letters = mastheads.without_dateline(sentence.letters)
    if letters is not sentence.letters:
        sentence = sentence._replace(letters=letters)
    said = parser.read(sentence.letters)
    if sentence.first and mastheads.is_caption(sentence.letters) and not said.counts:
        return []
    if waiting.may_wait(memory, said, letters):
        memory.waiting.append(sentence)
        return []
    for one in waiting.taken_up(memory, sentence, parser):
        _read(one, memory, parser)
    return _read(sentence, memory, parser)


def _read(sentence: Sentence, memory: Memory, parser: Parser) -> list[Claim]:
    """Return the claims of a sentence whose turn has come."""
    said = parser.read(sentence.letters)
    waiting.begin(memory, sentence, said)
    waiting.look_back(memory, sentence, parser)
    every = said.clauses
    inner = sentence.letters.startswith(waiting.PART)  # holds for this sentence only
    goal = 0 if memory.aims else targets.goal_from(sentence.letters)
    memory.sentence.ahead = goal is not None and not targets.was_reached(sentence.letters[:goal])
    claims: list[Claim] = []
    scopes: list[str] = []
    outer: list[Subject | None] = []
    quoted, quotes = False, '"' in sentence.letters
    for n, (_, clause, mark, pieces, terms) in enumerate(every):
        dating.open_clause(memory, clause, mark, first=not claims and not inner)
        outside = _bracketed(memory, every, n, sentence.letters, scopes, first=not claims)
        memory.sentence.placed = outside is not None
        memory.sentence.on_period = memory.sentence.on_period or measures.is_on_period(
            clause, sentence.letters
        )
        if not pieces:
            siting.pass_by(memory, clause)
            memory.sentence.parts = memory.sentence.parts or is_part(clause)
            note(memory, clause, sentence.letters, scopes)
        for piece in pieces:
            quoted = quotes and in_quotes(piece.head, sentence.text, start=quoted)
            goals = goal is not None and goal <= piece.token.start
            claims.append(_claim(memory, piece, sentence, scopes, quoted=quoted, goal=goals))
        if outside is not None:
            (memory.said,) = outside
        quoted = quotes and in_quotes(_tail(clause, pieces), sentence.text, start=quoted)
        scopes += terms
        del scopes[:-6]
        memory.sentence.inside = mark == "("
        if mark == "(":
            outer.append(memory.carried.subject)
        elif mark == ")" and outer:
            memory.carried.subject = outer.pop()
        dating.close_clause(memory, mark, clause)
    return claims


def _bracketed(
    memory: Memory,
    every: Sequence[Clause],
    n: int,
    letters: str,
    scopes: list[str],
    *,
    first: bool,
) -> tuple[str | None] | None:
    """Take the place right before a bracket for the bare number in it: 上海(40721.2亿元).

    What opens a sentence so is named behind the bracket. Returns the place outside.
    """
    before = siting.compared_in_front(every[n - 1].plain) if memory.sentence.inside and n else []
    if not before or before[-1].kind != "place" or not every[n].plain:
        return None
    if any(t.kind not in ("qty", "func") for t in every[n].plain):
        return None
    outside = (memory.said,)
    memory.said = siting.coded(memory, before[-1])
    if _goes_on(every, n):
        outside = (memory.said,)
    if not memory.sentence.subjects and n + 1 < len(every):
        behind = every[n + 1]
        dating.open_clause(memory, behind.plain, behind.mark, first=first)
        note(memory, behind.plain, letters, scopes)
    return outside


def _goes_on(every: Sequence[Clause], n: int) -> bool:
    """Return whether what stands behind a bracket is said of the place before it: 甲县(83亿元)首次超过乙县."""
    behind = every[n + 1].plain if n + 1 < len(every) else ()
    return len(every[n - 1].plain) == 1 and bool(behind) and behind[0].kind not in ("join", "mark")


def _claim(
    memory: Memory, piece: Piece, sentence: Sentence, scopes: list[str], *, quoted: bool, goal: bool
) -> Claim:
    token, letters = piece.token, sentence.letters
    spot = token.spot
    assert spot is not None
    subject, by, shared = about.topic(memory, piece, letters, scopes)
    after = letters[token.end : token.end + 20]
    words = piece.words
    dating.turns_to(memory, subject.surface if subject else None)
    sight = siting.see(memory, piece.head, letters, rank=spot.kind == "rank")
    siting.at_home(memory, subject.surface if subject else "", piece.head)
    measure = measures.measure_of(
        spot, words, after, before=memory.carried.measure, place=sight.other is not None
    )
    rate = is_rate(memory, subject)
    if enumerates(piece) and memory.sentence.growth and is_percent(spot.unit) and not rate:
        measure = memory.sentence.growth
    measure = taken_up(memory, measure, sight, piece, subject, letters[: token.start])
    if by and measure.name in ("level", "share", "multiple"):
        measure = Measure("multiple", measure.direction)
    if measure.name == "change" and sight.other is not None:  # 比上海多2305亿元
        measure = Measure("level_gap", measure.direction, "vs_benchmark", "level")
    memory.sentence.last = measure, spot.unit
    growth = measure.name in GROWTHS
    memory.sentence.growth = measure if growth else None
    when = dating.bracketed(memory, after) or dating.at(
        memory, piece.head, measure.name, words, listed=piece.listed, count=piece.count
    )
    flow, done = is_flow(memory, subject, growth=growth), "完成" in words or "实现" in words
    when = frames.through(memory, when, flow=flow, done=done)
    measure = spanning.over_years(memory, measure, when, words)
    when = spanning.since(memory, when, measure.name)
    bound = bound_of(spot, letters[max(0, token.start - 10) : token.start], after)
    if subject is not None and subject.surface == "经济" and "总量" in words:
        subject = Subject("经济总量")  # 经济增长5.2%,总量49843.1亿元
    if subject is not None and measure.name in ECONOMY.get(subject.surface, ()):
        subject = Subject(subject.surface, memory.names.in_role("total_output"))
    place, benchmark = siting.place_of(memory, sight, measure, after, piece.listed, piece.count)
    if subject is not None and subject.surface in _PEOPLE and place == memory.nation:
        subject = Subject(subject.surface, memory.names.people)  # of a nation all are residents
    if subject is not None and place == memory.nation and subject.surface.startswith(_OF_A_TIER):
        subject = Subject(subject.surface)  # 地方一般公共预算支出 of a nation
    if subject is not None and leaves_out(_two_clauses(letters, token.start)):
        subject = Subject(subject.surface)
    before = "share" if shared else memory.carried.measure
    indicator = indicator_for(subject, spot, measure, words, memory.names, letters, before=before)
    aimed = targets.is_aimed_at(after)
    goal = aimed or (goal and not spanning.past(memory, when))
    goal = goal or (spanning.runs(memory, when) and targets.is_foreseen(letters, token.start))
    no_claim = not aimed and targets.is_no_claim(spot, letters, quoted=quoted)
    status = "not_claim" if no_claim else "target" if goal or when.future else "claim"
    when = spanning.aimed(memory, when, measure.name, letters) if status == "target" else when
    said = measures.price_basis(words)
    basis, basis_from = _basis(memory, indicator.subject, measure.name, said)
    memory.carried.measure = measure.name
    start = sentence.start + token.start
    return Claim(
        start=start,
        end=sentence.start + token.end,
        surface=sentence.text[token.start : token.end],
        sentence=sentence.text,
        sentence_start=sentence.start,
        line=sentence.line,
        column=sentence.column + token.start,
        place=place,
        indicator=None if no_claim else indicator.ident,
        indicator_surface=subject.surface if subject else None,
        period=when.code,
        period_readings=when.readings,
        period_from=when.source if when.code else None,
        base_period=spanning.base(memory, when, measure.name),
        measure=measure.name,
        subtype=measure.subtype,
        of=measure.of,
        ranked=indicator.ranked,
        over=about.over(memory, piece, measure.name, by) if indicator.ident else None,
        price_basis=basis,
        price_basis_from=basis_from,
        value=abs(float(spot.value)),
        value_text=spot.value_text,
        unit=TIMES
        if by and measure.name == "multiple"
        else understood_unit(spot, indicator.subject, memory.names, subject),
        bound=bound,
        direction=measure.direction,
        benchmark=benchmark,
        status=status,
        group=f"g{memory.carried.group}",
        half_width=half_width(spot, bound),
        ambiguous=memory.carried.vague,
        unexplained=_unexplained(
            memory, piece, subject, sight, measure, letters, whole=bool(by or shared)
        ),
        compared=_compared(
            memory,
            token.text,
            letters[max(0, token.start - 14) : token.start],
            letters[token.end : token.end + 40],
            measure.name,
            subject.indicator if subject else None,
        ),
    )


def _compared(
    memory: Memory, surface: str, before: str, after: str, measure: str, indicator: str | None
) -> Comparison | None:
    """Return what a number is compared with, a place by its code."""
    found = comparison(surface, before, after, measure, indicator)
    if found is None or found.than is None:
        return found
    return found._replace(than=siting.called(memory, found.than))


def _unexplained(
    memory: Memory,
    piece: Piece,
    subject: Subject | None,
    sight: Sight,
    measure: Measure,
    letters: str,
    *,
    whole: bool,
) -> str | None:
    """Return the words that may make a number one of something else, or of an earlier time."""
    start = piece.token.start
    earlier = memory.sentence.guessed or is_earlier(piece.head, measure.name)
    earlier = earlier or spanning.is_since_unsaid(memory, measure.name)
    if earlier or is_apart(piece.head, measure.name) or is_on_the_way(piece):
        return letters[piece.head[0].start : start]
    if not piece.head and letters[:start][-1:].isalpha() and measure.name == "level":
        return letters[max(0, start - _NEAR) : start]  # 高出年初余额155亿元16亿元
    if whole:
        return None
    surface = subject.surface if subject else ""
    if of_registered(memory, surface):
        return surface
    sited = [*sight.seen, *memory.several]
    return unexplained(piece.head, surface, sited, letters, listed=piece.count > 1)


def _basis(
    memory: Memory, ident: str | None, measure: str, said: str | None
) -> tuple[str | None, str | None]:
    if said is not None:
        return said, "text"
    found = memory.names.indicators.get(ident or "")
    basis = found.growth_basis if found is not None else ""
    if measure == "level" and basis and found is not None and Unit.of(found.unit).is_money:
        return "current", "indicator"
    growth = measure in (*GROWTHS, "growth_gap", "average_growth_gap")
    if (growth or measure == "growth_rank") and basis in ("constant", "current"):
        return basis, "indicator"
    return None, None
