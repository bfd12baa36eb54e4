"""Sentence by sentence, with what is carried on: subject, place and period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese import mastheads, measures, targets
from cpstats.claims.chinese.about import About
from cpstats.claims.chinese.bounds import bound_of
from cpstats.claims.chinese.comparing import comparison
from cpstats.claims.chinese.dating import Dating
from cpstats.claims.chinese.explained import is_apart, is_earlier, unexplained
from cpstats.claims.chinese.pieces import (
    enumerates,
    in_quotes,
    is_on_the_way,
    is_part,
)
from cpstats.claims.chinese.siting import Site
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.indicated import indicator_for, understood_unit
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.printed import leaves_out
from cpstats.claims.terms.rounding import half_width
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent
from cpstats.claims.terms.vocabulary import IS, REACHES
from cpstats.gazetteer.china import NATION
from cpstats.model.pattern import pattern
from cpstats.model.unit import TIMES, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.clauses import Clause, Parser
    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.periods import Clock
    from cpstats.claims.terms.sentences import Sentence

_GROWN = ("growth", "average_growth", "span_growth", "growth_rank", "growth_change", "growth_gap")
_PEOPLE = ("人口", "总人口", "人口总数", "人口总量")
_ECONOMY = {"经济": _GROWN, "经济总量": (*_GROWN, "level", "rank", "multiple", "change")}
_YEARLY = pattern(r"年均(?:超过?|达到?|保持|约|近|在|为)?[^占比重率]{0,4}$")  # 投资年均超过30%
_BESIDE = ("time", "mark", "quote")
_STANDS = IS | REACHES
_NEAR = 20  # signs before a bracket
_HALF = 50  # a price index of 3.5% is its rise


def _numbers(tokens: Sequence[Token]) -> bool:
    return any(t.kind == "qty" for t in tokens)


def _two_clauses(words: str) -> str:
    """Return the clause that some words end in, and the one before."""
    return ",".join(words.rpartition(";")[2].rsplit(",", 2)[-2:])


def _tail(clause: Sequence[Token], pieces: Sequence[Piece]) -> Sequence[Token]:
    """Return the last number of a clause and what stands behind it."""
    return clause[clause.index(pieces[-1].token) :] if pieces else clause


def _only_stands(piece: Piece) -> bool:
    """Return whether only a verb such as 达到 stands before a number, beside its time."""
    return "".join(t.text for t in piece.head if t.kind not in _BESIDE) in _STANDS


def _only_places(piece: Piece, last: Measure) -> bool:
    """Return whether a rate has only a place before it: 广州工业增长18.7%,上海20%."""
    spot = piece.token.spot
    kinds = {t.kind for t in piece.head if t.text not in ("而", "为", "则", "和", "、")}
    return (
        spot is not None and is_percent(spot.unit) and kinds == {"place"} and last.name in GROWTHS
    )


class Reader:
    """Reads sentences in order; knows the lexicon, the clock and the place of the text."""

    def __init__(
        self,
        parser: Parser,
        names: Lexicon,
        clock: Clock,
        here: str | None,
        nation: str = NATION,
    ) -> None:
        self.parser = parser
        self.names = names
        self.site = Site(here, parser.scan.places, nation)
        self.dating = Dating(clock)
        self.about = About(names, self.site, self.dating)
        self.aims = False  # whether the section sets goals
        self._last_growth: Measure | None = None
        self._last: tuple[Measure, str] | None = None  # of the sentence, with its unit
        self._on_period = False  # whether the sentence speaks of changes on the period before
        self._inside = False  # whether the clause stands in brackets
        self._placed = False  # whether it is a bare number there, behind a place

    def read(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of a sentence."""
        if sentence.first and mastheads.is_masthead(sentence.letters):
            return []
        letters = mastheads.without_dateline(sentence.letters)
        if letters is not sentence.letters:
            sentence = sentence._replace(letters=letters)
        tokens, every = self.parser.read(sentence.letters)
        if sentence.first and mastheads.is_caption(sentence.letters) and not _numbers(tokens):
            return []
        self._last_growth = self._last = None
        self._on_period = self._inside = False
        self.dating.open_sentence(paragraph=sentence.first)
        self.site.open_sentence(paragraph=sentence.first)
        inner = sentence.letters.startswith("其中")  # holds for this sentence only
        self.about.open_sentence(paragraph=sentence.first, parts=inner)
        self._see_heading(sentence, tokens)
        goal = 0 if self.aims else targets.goal_from(sentence.letters)
        self.dating.ahead = goal is not None
        claims: list[Claim] = []
        scopes: list[str] = []
        outer: list[Subject | None] = []
        quoted, quotes = False, '"' in sentence.letters
        for n, (_, clause, mark, pieces, terms) in enumerate(every):
            self.dating.open_clause(clause, mark, first=not claims and not inner)
            outside = self._bracketed(every, n, sentence.letters, scopes)
            self._placed = outside is not None
            self._on_period = self._on_period or measures.is_on_period(clause, sentence.letters)
            if not pieces:
                self.site.pass_by(clause)
                self.about.parts = self.about.parts or is_part(clause)
                self.about.note(clause, sentence.letters, scopes)
            for piece in pieces:
                quoted = quotes and in_quotes(piece.head, sentence.text, start=quoted)
                goals = goal is not None and goal <= piece.token.start
                claims.append(self._claim(piece, sentence, scopes, quoted=quoted, goal=goals))
            if outside is not None:
                (self.site.said,) = outside
            quoted = quotes and in_quotes(_tail(clause, pieces), sentence.text, start=quoted)
            scopes += terms
            del scopes[:-6]
            self._inside = mark == "("
            if mark == "(":
                outer.append(self.about.carried.subject)
            elif mark == ")" and outer:
                self.about.carried.subject = outer.pop()
            self.dating.close_clause(mark, clause)
        return claims

    def _bracketed(
        self,
        every: Sequence[Clause],
        n: int,
        letters: str,
        scopes: list[str],
    ) -> tuple[str | None] | None:
        """Take the place right before a bracket for the bare number in it: 上海(40721.2亿元).

        What opens a sentence so is named behind the bracket. Returns the place outside.
        """
        before = every[n - 1].plain if self._inside and n else []
        if not before or before[-1].kind != "place" or not every[n].plain:
            return None
        if any(t.kind not in ("qty", "func") for t in every[n].plain):
            return None
        outside = (self.site.said,)
        self.site.said = self.site.code(before[-1])
        if not self.about.seen and n + 1 < len(every):
            behind = every[n + 1]
            self.dating.open_clause(behind.plain, behind.mark, first=True)
            self.about.note(behind.plain, letters, scopes)
        return outside

    def _see_heading(self, sentence: Sentence, tokens: Sequence[Token]) -> None:
        """Take period and purpose of a section from its heading."""
        heading = sentence.first and targets.is_heading(sentence.letters)
        if heading and not _numbers(tokens):
            self.dating.heading(tokens)
            self.aims = targets.of_goals(sentence.letters)

    def _claim(
        self, piece: Piece, sentence: Sentence, scopes: list[str], *, quoted: bool, goal: bool
    ) -> Claim:
        token, letters = piece.token, sentence.letters
        spot = token.spot
        assert spot is not None
        subject = self.about.of(piece, letters, scopes)
        after = letters[token.end : token.end + 20]
        words = piece.words
        self.dating.turns_to(subject.surface if subject else None)
        self.site.see(piece.head, letters, rank=spot.kind == "rank")
        self.site.at_home(subject.surface if subject else "", piece.head)
        measure = measures.measure_of(
            spot, words, after, before=self.about.carried.measure, place=self.site.other is not None
        )
        rate = self.about.is_rate(subject)
        if enumerates(piece) and self._last_growth and is_percent(spot.unit) and not rate:
            measure = self._last_growth
        measure = self._taken_up(measure, piece, subject, letters[: token.start])
        if self.about.by and measure.name in ("level", "share", "multiple"):
            measure = Measure("multiple", measure.direction)
        if measure.name == "change" and self.site.other is not None:  # 比上海多2305亿元
            measure = Measure("level_gap", measure.direction, "vs_benchmark", "level")
        self._last = measure, spot.unit
        growth = measure.name in GROWTHS
        self._last_growth = measure if growth else None
        when = self.dating.bracketed(after) or self.dating.at(
            piece.head, measure.name, words, listed=piece.listed, count=piece.count
        )
        when = self.dating.through(when, flow=self.about.is_flow(subject))
        measure = self.dating.spanned(measure, when, words)
        when = self.dating.since(when, measure.name)
        bound = bound_of(spot, letters[max(0, token.start - 10) : token.start], after)
        if subject is not None and subject.surface == "经济" and "总量" in words:
            subject = Subject("经济总量")  # 经济增长5.2%,总量49843.1亿元
        if subject is not None and measure.name in _ECONOMY.get(subject.surface, ()):
            subject = Subject(subject.surface, self.names.in_role("total_output"))
        place, benchmark = self.site.of(measure, after, piece.listed, piece.count)
        if subject is not None and subject.surface in _PEOPLE and place == self.site.nation:
            subject = Subject(subject.surface, self.names.people)  # of a nation all are residents
        if subject is not None and leaves_out(_two_clauses(letters[: token.start])):
            subject = Subject(subject.surface)
        before = "share" if self.about.shared else self.about.carried.measure
        indicator = indicator_for(subject, spot, measure, words, self.names, letters, before=before)
        aimed = targets.is_aimed_at(after)
        goal = aimed or (goal and not self.dating.past(when))
        goal = goal or (self.dating.runs(when) and targets.is_foreseen(letters, token.start))
        no_claim = not aimed and targets.is_no_claim(spot, letters, quoted=quoted)
        status = "not_claim" if no_claim else "target" if goal or when.future else "claim"
        when = self.dating.aimed(when, measure.name, letters) if status == "target" else when
        said = measures.price_basis(words)
        basis, basis_from = self._basis(indicator.subject, measure.name, said)
        self.about.carried.measure = measure.name
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
            base_period=self.dating.base(when, measure.name),
            measure=measure.name,
            subtype=measure.subtype,
            of=measure.of,
            ranked=indicator.ranked,
            over=self.about.over(piece, measure.name) if indicator.ident else None,
            price_basis=basis,
            price_basis_from=basis_from,
            value=abs(float(spot.value)),
            value_text=spot.value_text,
            unit=TIMES
            if self.about.by and measure.name == "multiple"
            else understood_unit(spot, indicator.subject, self.names, subject),
            bound=bound,
            direction=measure.direction,
            benchmark=benchmark,
            status=status,
            group=f"g{self.about.carried.group}",
            half_width=half_width(spot, bound),
            ambiguous=self.about.carried.vague,
            unexplained=self._unexplained(piece, subject, measure, letters),
            compared=comparison(
                token.text,
                letters[max(0, token.start - 14) : token.start],
                letters[token.end : token.end + 40],
                measure.name,
                subject.indicator if subject else None,
            ),
        )

    def _unexplained(
        self, piece: Piece, subject: Subject | None, measure: Measure, letters: str
    ) -> str | None:
        """Return the words that may make a number one of something else, or of an earlier time."""
        start = piece.token.start
        earlier = self.dating.guessed or is_earlier(piece.head, measure.name)
        if earlier or is_apart(piece.head, measure.name) or is_on_the_way(piece):
            return letters[piece.head[0].start : start]
        if not piece.head and letters[:start][-1:].isalpha() and measure.name == "level":
            return letters[max(0, start - _NEAR) : start]  # 高出年初余额155亿元16亿元
        if self.about.by or self.about.shared:
            return None
        surface = subject.surface if subject else ""
        sited = [*self.site.seen, *self.site.several]
        return unexplained(piece.head, surface, sited, letters, listed=piece.count > 1)

    def _taken_up(
        self, measure: Measure, piece: Piece, subject: Subject | None, sentence_before: str
    ) -> Measure:
        """Return the measure with what the words before the clause say of it."""
        spot = piece.token.spot
        assert spot is not None
        if self._on_period and measure.name == "growth":
            return replace(measure, name="growth_on_period")
        if measure.name in ("share", "index") and subject and measures.is_index(subject.surface):
            prices = subject.indicator == (self.names.in_role("price_index") or "")
            rises = prices and is_percent(spot.unit) and spot.value < _HALF
            index = replace(measure, name="index")
            measure = Measure("growth", "up") if rises else index
        if measures.is_rank_of_pace(measure, piece.words, self.about.carried.measure):
            return Measure("growth_rank", of="growth")
        amount = subject and (
            subject.surface in _ECONOMY or self.about.is_amount(subject.indicator)
        )
        if measure.name == "share" and amount:
            averaged = is_percent(spot.unit) and _YEARLY.search(piece.words)
            measure = Measure("average_growth", "up") if averaged else measure
            measure = self._of_bracket(piece, sentence_before) or measure
            before = self.about.carried.measure or ""
            if measure.name == "share" and before in GROWTHS and _only_stands(piece):
                measure = Measure(before, "up")  # 增速保持在5%以上,2024年达到8.9%
        if self._last is None:
            return measure
        if measure.name == "growth" and measures.is_moved_fall(sentence_before):
            measure = replace(measure, direction="down")  # 降幅由上年的10.6%扩大至15.5%
        last, unit = self._last
        words = piece.words.strip()
        if measure.direction is None and words in ("至", "到"):
            return replace(measure, direction=last.direction)
        if last.name == "growth_change" and measure.name == "share" and words in _STANDS:
            fall = measures.is_fall(sentence_before)
            return Measure("growth", "down" if fall else "up")  # 增速回落0.3个百分点,为5.5%
        other = self.site.beside and self.site.other is not None and measure.subtype is None
        again = unit == spot.unit and (measures.is_and(words) or _only_places(piece, last) or other)
        restated = self._inside and not words and last.name == "change" and measure.name == "level"
        return last if again or restated else measure

    def _of_bracket(self, piece: Piece, sentence_before: str) -> Measure | None:
        """Return the growth that a bare rate in brackets is: 增速(5.2%)快于全国(5.0%)."""
        spot, before = piece.token.spot, self.about.carried.measure or ""
        if not self._inside or piece.head or spot is None:
            return None
        rate = measures.IN_BRACKETS.search(sentence_before)
        beside = self._placed and before in GROWTHS and "占" not in sentence_before[-_NEAR:]
        if not rate and not beside:
            return None
        down = spot.value < 0 or (rate is not None and measures.is_fall(rate.group()))
        return Measure("growth" if rate else before, "down" if down else "up")

    def _basis(
        self, ident: str | None, measure: str, said: str | None
    ) -> tuple[str | None, str | None]:
        if said is not None:
            return said, "text"
        found = self.names.indicators.get(ident or "")
        basis = found.growth_basis if found is not None else ""
        if measure == "level" and basis and found is not None and Unit.of(found.unit).is_money:
            return "current", "indicator"
        growth = measure in (*GROWTHS, "growth_gap", "average_growth_gap")
        if (growth or measure == "growth_rank") and basis in ("constant", "current"):
            return basis, "indicator"
        return None, None
