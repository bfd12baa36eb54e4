"""Sentence by sentence, with what is carried on: subject, place and period."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese import lines, measures, targets
from cpstats.claims.chinese.bounds import bound_of
from cpstats.claims.chinese.clauses import clauses, without_remarks
from cpstats.claims.chinese.dating import Dating
from cpstats.claims.chinese.explained import unexplained
from cpstats.claims.chinese.pieces import (
    distributes,
    enumerates,
    in_quotes,
    is_driven,
    is_part,
    pieces_of,
    quoted_terms,
)
from cpstats.claims.chinese.siting import Site
from cpstats.claims.chinese.subjects import heads_of, subject_after, subject_of, topic_of
from cpstats.claims.terms.carried import Carried
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.naming import indicator_for, understood_unit
from cpstats.claims.terms.rounding import half_width
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_counted, is_percent, is_points
from cpstats.gazetteer.china import NATION
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.tokens import Scanner, Token
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.periods import Clock
    from cpstats.claims.terms.sentences import Sentence

_REMARKED = re.compile(r"(?:比重|比例|占比|率)\(([^()]{2,20})\)")
_GIVES = re.compile(r"(?:分别|依次)?(?:对|拉动|贡献|带动)")  # 对经济增长的贡献率分别为
_ANAPHORA = ("经济总量", "经济")
_GROWN = ("growth", "average_growth", "span_growth", "growth_rank")
_ECONOMY = {"经济": _GROWN, "经济总量": (*_GROWN, "level", "rank", "multiple")}
_OF_A_BRANCH = re.compile(r"[^,;。]{0,10}?(?:产业|行业|企业|业|片区|园区|组团)(?=.{2})")
_INDUSTRIAL = re.compile(r"规模?以?上工业(?:企业)?(?=总产值|工?业?增加值)")
_YEARLY = re.compile(r"年均(?:超过?|达到?|保持|约|近|在|为)?[^占比重率]{0,4}$")  # 投资年均超过30%
_HALF = 50  # a price index of 3.5% is its rise
_BARE = ("增加值", "总产值")
_SCOPE = re.compile(
    r"(?:城镇|农村|城市|乡村|农民|城乡)(?:常住)?(?:居民)?(?=人均)|(?:农民|农户)(?=人均)"
)
_INDUSTRIES = re.compile(r"三次产业|产业结构|三产|一二三产|第一、第二、第三产业|产业(?:比|构成)")
_FAR = 60
_INDUSTRY = re.compile("第?[一二三](?:次产业|产业|产)")


def _numbers(tokens: Sequence[Token]) -> bool:
    return any(t.kind == "qty" for t in tokens)


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
        scan: Scanner,
        names: Lexicon,
        clock: Clock,
        here: str | None,
        nation: str = NATION,
    ) -> None:
        self.scan = scan
        self.names = names
        self.site = Site(here, scan.places, nation)
        self.dating = Dating(clock)
        self.carried = Carried()
        self.seen: list[Subject] = []  # the subjects of the sentence so far
        self.aims = False  # whether the section sets goals
        self.parts = False  # whether parts of a whole follow (其中)
        self._last_growth: Measure | None = None
        self._last: tuple[Measure, str] | None = None  # of the sentence, with its unit
        self._on_period = False  # whether the sentence speaks of changes on the period before
        self._inside = False  # whether the clause stands in brackets

    def read(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of a sentence."""
        if sentence.first and lines.is_masthead(sentence.letters):
            return []
        sentence = replace(sentence, letters=lines.without_dateline(sentence.letters))
        tokens = without_remarks(self.scan.read(sentence.letters))
        if sentence.first and lines.is_caption(sentence.letters) and not _numbers(tokens):
            return []
        self._last_growth = self._last = None
        self._on_period = self._inside = False
        self.seen = []
        self.dating.open_sentence(paragraph=sentence.first)
        self.site.open_sentence(paragraph=sentence.first)
        if sentence.first:
            self.carried = Carried(group=self.carried.group)
        self.parts = sentence.letters.startswith("其中")
        self.carried.group += not self.parts
        self.carried.heads = []
        self._see_heading(sentence, tokens)
        goal = 0 if self.aims else targets.goal_from(sentence.letters)
        inner = self.parts  # 其中,三季度当季增长6.1%: of this sentence only
        self.dating.ahead = goal is not None
        claims: list[Claim] = []
        scopes: list[str] = []
        outer: list[Subject | None] = []
        quoted = False
        every = list(clauses(tokens))
        for n, (clause, mark) in enumerate(every):
            self.dating.open_clause(clause, mark, first=not claims and not inner)
            outside = self._bracketed(every, n, sentence.letters, scopes)
            pieces = pieces_of(clause, sentence.letters)
            self._on_period = self._on_period or measures.is_on_period(clause, sentence.letters)
            if not pieces:
                self.site.pass_by(clause)
                self.parts = self.parts or is_part(clause)
                self._note(clause, sentence.letters, scopes)
            for piece in pieces:
                quoted = in_quotes(piece.head, sentence.text, start=quoted)
                goals = goal is not None and goal <= piece.token.start
                claims.append(self._claim(piece, sentence, scopes, quoted=quoted, goal=goals))
            if outside is not None:
                (self.site.said,) = outside
            tail = clause[clause.index(pieces[-1].token) :] if pieces else clause
            quoted = in_quotes(tail, sentence.text, start=quoted)
            scopes += quoted_terms(clause, sentence.letters)
            del scopes[:-6]
            self._inside = mark == "("
            if mark == "(":
                outer.append(self.carried.subject)
            elif mark == ")" and outer:
                self.carried.subject = outer.pop()
            self.dating.close_clause(mark, clause)
        return claims

    def _bracketed(
        self,
        every: Sequence[tuple[list[Token], str]],
        n: int,
        letters: str,
        scopes: list[str],
    ) -> tuple[str | None] | None:
        """Take the place right before a bracket for the bare number in it: 上海(40721.2亿元).

        What opens a sentence so is named behind the bracket. Returns the place outside.
        """
        before = every[n - 1][0] if self._inside and n else []
        bare = bool(every[n][0]) and all(t.kind in ("qty", "func") for t in every[n][0])
        if not bare or not before or before[-1].kind != "place":
            return None
        outside = (self.site.said,)
        self.site.said = self.site.code(before[-1])
        if not self.seen and n + 1 < len(every):
            self.dating.open_clause(every[n + 1][0], every[n + 1][1], first=True)
            self._note(every[n + 1][0], letters, scopes)
        return outside

    def _see_heading(self, sentence: Sentence, tokens: Sequence[Token]) -> None:
        """Take period and purpose of a section from its heading."""
        heading = sentence.first and targets.is_heading(sentence.letters)
        if heading and not _numbers(tokens):
            self.dating.heading(tokens)
            self.aims = targets.of_goals(sentence.letters)

    def _note(self, clause: Sequence[Token], letters: str, scopes: list[str]) -> None:
        """Take the subject of a clause without numbers: 工业投资增势良好, 同比增长20%."""
        subject = topic_of(clause, letters, self.names, scopes)
        if subject is not None:
            self._subject(subject)

    def _subject(self, subject: Subject | None) -> None:
        self.carried.subject = subject
        if subject is not None and subject not in self.seen[-1:]:
            self.seen = [*self.seen[-7:], subject]
        self.carried.measure = None
        self.carried.vague = None

    def _claim(
        self, piece: Piece, sentence: Sentence, scopes: list[str], *, quoted: bool, goal: bool
    ) -> Claim:
        token, letters = piece.token, sentence.letters
        spot = token.spot
        assert spot is not None
        subject = self._about(piece, letters, scopes)
        after = letters[token.end : token.end + 20]
        words = piece.words
        self.site.see(piece.head, letters, rank=spot.kind == "rank")
        self.site.at_home(subject.surface if subject else "", piece.head)
        measure = measures.measure_of(
            spot, words, after, before=self.carried.measure, place=self.site.other is not None
        )
        if enumerates(piece) and self._last_growth is not None and is_percent(spot.unit):
            measure = self._last_growth
        measure = self._taken_up(measure, piece, subject)
        if measure.name == "change" and self.site.other is not None:  # 比上海多2305亿元
            measure = Measure("level_gap", measure.direction, "vs_benchmark", "level")
        self._last = measure, spot.unit
        growth = measure.name in GROWTHS
        self._last_growth = measure if growth else None
        when = self.dating.bracketed(after) or self.dating.at(
            piece.head, measure.name, words, listed=piece.listed, count=piece.count
        )
        measure = self.dating.spanned(measure, when, words)
        when = self.dating.since(when, measure.name)
        bound = bound_of(spot, letters[max(0, token.start - 10) : token.start], after)
        if subject is not None and measure.name in _ECONOMY.get(subject.surface, ()):
            subject = Subject(subject.surface, self.names.in_role("total_output"))
        indicator = indicator_for(
            subject, spot, measure, words, self.names, letters, before=self.carried.measure
        )
        place, benchmark = self.site.of(measure, after, piece.listed, piece.count)
        aimed = targets.is_aimed_at(after)
        goal = aimed or (goal and not self.dating.past(when))
        no_claim = not aimed and targets.is_no_claim(spot, letters, quoted=quoted)
        status = "not_claim" if no_claim else "target" if goal or when.future else "claim"
        when = self.dating.aimed(when, measure.name, letters) if status == "target" else when
        said = measures.price_basis(words)
        basis, basis_from = self._basis(indicator.subject, measure.name, said)
        self.carried.measure = measure.name
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
            price_basis=basis,
            price_basis_from=basis_from,
            value=abs(float(spot.value)),
            value_text=spot.value_text,
            unit=understood_unit(spot, indicator.subject, self.names, subject),
            bound=bound,
            direction=measure.direction,
            benchmark=benchmark,
            status=status,
            group=f"g{self.carried.group}",
            half_width=half_width(spot, bound),
            ambiguous=self.carried.vague,
            unexplained=unexplained(
                piece.head,
                subject.surface if subject else "",
                self.site.seen,
                letters,
                listed=piece.count > 1,
            ),
        )

    def _taken_up(self, measure: Measure, piece: Piece, subject: Subject | None) -> Measure:
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
        if measures.is_rank_of_pace(measure, piece.words, self.carried.measure):
            return Measure("growth_rank", of="growth")
        if measure.name == "share" and subject and self._is_amount(subject.indicator):
            averaged = is_percent(spot.unit) and _YEARLY.search(piece.words)
            measure = Measure("average_growth", "up") if averaged else measure
        if self._last is None:
            return measure
        last, unit = self._last
        words = piece.words.strip()
        if measure.direction is None and words in ("至", "到"):
            return replace(measure, direction=last.direction)
        other = self.site.beside and self.site.other is not None and measure.subtype is None
        again = unit == spot.unit and (measures.is_and(words) or _only_places(piece, last) or other)
        restated = self._inside and not words and last.name == "change" and measure.name == "level"
        return last if again or restated else measure

    def _about(self, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
        """Return the subject of a number and carry it on."""
        spot = piece.token.spot
        assert spot is not None
        if spot.kind == "ratio":
            return self._ratio(piece, letters)
        if piece.count > 1 and self._is_list(piece, letters, scopes):
            return self._listed(piece, letters, scopes)
        if piece.listed:
            return self.carried.subject
        behind = self._remarked(piece)
        if (behind is None and is_counted(spot.unit)) or is_counted(spot.unit.lstrip("百千万亿")):
            behind = subject_after(piece.after, letters, self.names)
        subject = behind or subject_of(piece.head, letters, self.names, scopes)
        if subject is not None and subject.surface in _ANAPHORA and self.carried.subject:
            whole = self.carried.subject.indicator == (self.names.in_role("total_output") or "")
            subject = None if whole else subject
        if subject is not None:
            subject = self._within(self._of_what(subject), piece)
            if is_driven(piece) and not is_points(spot.unit):
                subject = Subject(subject.surface)
            self.parts = self.parts or is_part(piece.head)
            self.carried.group += self.carried.subject is not None and not self.parts
            self._subject(subject)
        elif self.carried.heads and self.carried.subject is None:
            self.carried.vague = f"one number for {len(self.carried.heads)} names"
        return self.carried.subject

    def _of_what(self, subject: Subject) -> Subject:
        """Return a bare 第一产业 unnamed where the text divides something else: 投资, 分产业看."""
        last = self.carried.subject
        if last is None or not _INDUSTRY.fullmatch(subject.surface):
            return subject
        output = self.names.in_role("total_output")
        same = last.indicator is not None and last.indicator in (output, *self.names.industries)
        return subject if same else Subject(subject.surface)

    def _is_amount(self, ident: str | None) -> bool:
        found = self.names.indicators.get(ident or "")
        return found is not None and found.unit not in ("%", "‰") and found.kind != "index"

    def _within(self, subject: Subject, piece: Piece) -> Subject:
        """Return a subject within what the one before it was of, where it says no more itself.

        规模以上工业总产值…,完成增加值; 城镇居民人均可支配收入…,人均消费支出; 服务业合同外资…、实际使用外资.
        """
        last = self.carried.subject
        if last is None:
            return subject
        bare = subject.surface.removeprefix("完成").removeprefix("实现")
        names = self.names.names
        if bare in _BARE and (industrial := _INDUSTRIAL.match(last.surface)):
            return Subject(industrial.group() + bare, names.get(industrial.group() + bare) or None)
        if last.surface.startswith(("限额以上", "限上")) and "零售" in bare:
            return Subject(bare)
        scope = _SCOPE.match(last.surface)
        if scope and bare.startswith("人均") and last in self.seen:
            whole = scope.group() + bare
            return Subject(whole, names.get(whole) or None)
        joined = bool(piece.head) and piece.head[0].kind == "join"
        if joined and last.indicator is None and _OF_A_BRANCH.match(last.surface):
            return Subject(subject.surface)
        return subject

    def _is_list(self, piece: Piece, letters: str, scopes: list[str]) -> bool:
        """Return whether each number has a name of its own: 分别, or as many names as numbers."""
        if distributes(piece):
            return True
        heads = heads_of(piece.head, piece.count, letters, self.names, scopes)
        if heads is None:  # no noun: the names of the list before, if there are as many
            return len(self.carried.heads) == piece.count
        return bool(heads) and all(head.indicator for head in heads)

    def _remarked(self, piece: Piece) -> Subject | None:
        """Return the indicator that a bracket names: 占总人口比重（城镇化率）为."""
        match = _REMARKED.search(piece.words)
        ident = self.names.names.get(match[1]) if match else None
        return Subject(match[1], ident) if match and ident else None

    def _ratio(self, piece: Piece, letters: str) -> Subject | None:
        """Return what a part of a:b:c is of: of industries where the words before speak of them."""
        before = letters[max(0, piece.token.start - _FAR) : piece.token.start]
        if piece.count == 3 and _INDUSTRIES.search(before):
            parts = self.names.industries
            ident = parts[piece.listed] if piece.listed < len(parts) else None
            return Subject("三次产业", ident)
        if piece.listed == 0:
            self._subject(subject_of(piece.head, letters, self.names, ()))
        return Subject(self.carried.subject.surface if self.carried.subject else piece.words)

    def _listed(self, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
        """Return one of the subjects of a 分别 list."""
        if piece.listed == 0:
            self._open_list(piece, letters, scopes)
        heads = self.carried.heads
        return heads[piece.listed] if len(heads) == piece.count else self.carried.subject

    def _open_list(self, piece: Piece, letters: str, scopes: list[str]) -> None:
        heads = heads_of(piece.head, piece.count, letters, self.names, scopes)
        areas = self.site.listed(piece.head, piece.count, named=bool(heads))
        self.carried.vague = None
        if areas or (not heads and len(self.dating.listed) == piece.count):
            subject = subject_of(piece.head, letters, self.names, scopes)
            if subject is not None:
                self._subject(subject)
            self.carried.heads = []
            return
        if heads is None or (not heads and _GIVES.match(piece.words.lstrip(",、 "))):
            heads = self._earlier(piece.count)
        if heads is None:
            return
        self.carried.group += 1
        self.carried.heads = [self._of_what(head) for head in heads]
        self.carried.subject = None
        self.carried.measure = None
        if not self.carried.heads:
            self.carried.vague = f"{piece.count} numbers, and not as many names before them"

    def _earlier(self, count: int) -> list[Subject] | None:
        """Return the subjects that a list without names takes up; None to keep what there is."""
        if len(self.carried.heads) == count:
            return None
        if len(self.seen) >= count:
            return self.seen[-count:]
        return None if self.carried.subject is not None else []

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
