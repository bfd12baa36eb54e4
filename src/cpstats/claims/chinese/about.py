"""What each number is about: the noun before it or behind it, one of a list, or the one carried on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.chinese.begun import begun
from cpstats.claims.chinese.pieces import distributes, is_driven, is_part
from cpstats.claims.chinese.quotients import (
    RATIOS,
    Quotient,
    lent,
    of_incomes,
    of_two,
    whole_of,
)
from cpstats.claims.chinese.subjects import heads_of, subject_after, subject_of, topic_of
from cpstats.claims.terms.carried import Carried
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_counted, is_percent, is_points
from cpstats.gazetteer.china import level_of
from cpstats.model.pattern import pattern
from cpstats.model.unit import RATE_UNITS, TIMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.dating import Dating
    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.siting import Site
    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.lexicon import Lexicon

_REMARKED = pattern(r"(?:比重|比例|占比|率)\(([^()]{2,20})\)")
_SUMS = ("合计", "共计", "总计", "共")
_DRIVES = ("拉动", "带动", "拉高")
_GIVES = pattern(r"(?:分别|依次)?(?:对|拉动|贡献|带动)")  # 对经济增长的贡献率分别为
_ANAPHORA = ("经济总量", "经济")
_OF_A_BRANCH = pattern(r"[^,;。]{0,10}?(?:产业|行业|企业|业|片区|园区|组团)(?=.{2})")
_INDUSTRIAL = pattern(r"规模?以?上工业(?:企业)?(?=总产值|工?业?增加值)")
_BARE = ("增加值", "总产值")
_SCOPE = pattern(
    r"(?:城镇|农村|城市|乡村|农民|城乡)(?:常住)?(?:居民)?(?=人均)|(?:农民|农户)(?=人均)"
)
_INDUSTRIES = pattern(r"三次产业|产业结构|三产|一二三产|第一、第二、第三产业|产业(?:比|构成)")
_HEADS = ("人口", "总人口", "常住人口")
_GAVE = pattern(r"(?:创造|贡献|承载|养活|集聚|聚集|产出|完成|占)(?:出|到|着)?了?(?:约|近|超过?)?$")
_PACE = pattern(r"增[速幅长量]|目标|涨幅|比重")
_LOWEST = ("区级", "县级")
_BY_TIME = pattern(
    r"(?:分|从|按|逐)?(?:各?季度?|月度?|环比|分季度|分月)(?:来)?看|分季度|分月|环比看"
)
_BY_PART = pattern(
    r"[分从按](?:三次)?(?:产业|行业|门类|领域|区域|地区|类别|类型|城乡|结构)(?:来)?看"
)
_IS_ONE = pattern(r"(?:仍然?|依然|依旧|继续|已|也|又)?(?:是|成为|为|作为)")
_ITS_SHARE = pattern(r"占比(?:为|达到?|约)?$")
_ADDED = frozenset(("新增", "新认定", "新培育", "新设", "新设立", "新建", "新建成", "新引进"))
_FAR = 60
_AGED = pattern(
    r"\d{1,3}(?:[-~至]\d{1,3})?(?:周岁|岁)(?:及?以[上下])?(?:老年|常住)?(?:人口|人群|老人|居民|的)?(?:为|达|有|约)?$"
)
_INDUSTRY = pattern("第?[一二三](?:次产业|产业|产)")
_VALUE_ADDED = pattern("第?[一二三](?:次产业|产业|产)增加值")
_OF_SOME = pattern(  # 民营经济增加值…,其中,第一产业增加值; 民营经济三次产业结构
    r"(?:民营|非公|国有|外资|私营|旅游|文化|海洋|数字|投资|贷款|税收|用电|就业|从业)[^,;。]{0,8}"
)


def _aged(before: str) -> Subject | None:
    """Return the age group right before a number of people: 60岁及以上514万人."""
    near = before[-_FAR:]
    match = _AGED.search(near) if "岁" in near else None
    return Subject(match.group()) if match else None


def _completed(bare: str, last: str) -> str | None:
    """Return a name with what the one before it lends: 一般公共预算收入…,支出; 居民人均可支配收入…,农村居民."""
    if bare in _BARE and (industrial := _INDUSTRIAL.match(last)):
        return industrial.group() + bare
    if bare == "支出" and last.endswith("预算收入"):
        return last.removesuffix("收入") + bare
    if bare == "户籍" and last[-2:] == "人口":
        return bare + "人口"
    return lent(bare, last)


class About:
    """The subject of the number being read, those of its sentence, and what is carried on."""

    def __init__(self, names: Lexicon, site: Site, dating: Dating) -> None:
        self.names = names
        self.site = site
        self.dating = dating
        self.carried = Carried()
        self.seen: list[Subject] = []  # the subjects of the sentence so far
        self.parts = False  # whether parts of a whole follow (其中)
        self.whole: Subject | None = None  # the first subject of the last sentence without 其中
        self.divided: Subject | None = None  # what 分产业看 divides
        self.first: Subject | None = None  # what the paragraph spoke of first
        self.led: Subject | None = None  # the same of the paragraph before
        self.by: str | None = None  # the indicator that the number says how many times it is
        self.shared = False  # whether its noun stands behind it: 全国1.6%的人口
        self.of_some = False  # whether they are the industries of a branch only

    def open_sentence(self, *, paragraph: bool, parts: bool) -> None:
        """Forget the subjects of the sentence before; within a paragraph the last is carried on."""
        self.seen = []
        if paragraph:
            self.carried = Carried(group=self.carried.group)
            self.divided, self.led, self.first = None, self.first, None
        self.parts = parts
        self.of_some = self.of_some and parts
        self.whole = self.whole if parts else None
        self.carried.group += not parts
        self.carried.heads = []

    def note(self, clause: Sequence[Token], letters: str, scopes: list[str]) -> None:
        """Take the subject of a clause without numbers: 工业投资增势良好, 同比增长20%.

        分产业看 divides what was spoken of, 分季度看 takes that up again; 仍是人口大省 names nothing.
        """
        words = "".join(token.text for token in clause)
        if _BY_TIME.fullmatch(words):
            self.set(self.divided or self.carried.subject)
            return
        if _BY_PART.fullmatch(words):
            last = self.carried.subject
            known = last if last is not None and last.indicator else self.first or last
            self.divided = self.divided or known or self.led
            return
        subject = topic_of(clause, letters, self.names, scopes)
        if subject is not None and not _IS_ONE.match(words):
            self.set(subject)

    def set(self, subject: Subject | None) -> None:
        """Take what the text speaks of from here on; what was said of the one before is over."""
        self.carried.subject = subject
        self.whole = self.whole or subject
        self.first = self.first or (subject if subject and subject.indicator else None)
        if subject is not None and subject.indicator not in (None, *self.names.industries):
            self.divided = None
        if subject is not None and subject not in self.seen[-1:]:
            self.seen = [*self.seen[-7:], subject]
        self.carried.measure = None
        self.carried.vague = None

    def of(self, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
        """Return the subject of a number and carry it on."""
        spot = piece.token.spot
        assert spot is not None
        self.by = None
        self.shared = False
        if spot.kind == "ratio":
            return self._ratio(piece, letters)
        if quotient := self._divided(piece, letters, scopes):
            self.set(quotient.subject)
            self.by = quotient.by
            return quotient.subject
        if piece.count > 1 and self._is_list(piece, letters, scopes):
            return self._listed(piece, letters, scopes)
        part = self._part_of(piece, letters)
        self.shared = part is not None
        if part is not None or piece.listed:
            return part or self.carried.subject
        behind = self._remarked(piece)
        if (behind is None and is_counted(spot.unit)) or is_counted(spot.unit.lstrip("百千万亿")):
            behind = subject_after(piece.after, letters, self.names)
        behind = behind or _aged(letters[: piece.token.start])
        driver = self._driver(piece, letters, scopes) if is_points(spot.unit) else None
        subject = driver or behind or subject_of(piece.head, letters, self.names, scopes)
        subject = self._at_level(subject)
        if subject is None and len(self.seen) > 1 and any(t.text in _SUMS for t in piece.head):
            return Subject("合计")  # of all that were named before it, not of the last
        taken = self._taken(subject, piece)
        added = any(t.text in _ADDED for t in piece.head) and is_counted(spot.unit)
        return Subject(taken.surface) if taken and added else taken  # 新增高新技术企业17家

    def _at_level(self, subject: Subject | None) -> Subject | None:
        """Return 区级一般公共预算收入 as all that a district or county has: below it there is none."""
        place = self.site.said or self.site.here or ""
        if subject is None or subject.indicator or not subject.surface.startswith(_LOWEST):
            return subject
        lowest = level_of(place) == "county" if place.isdigit() else place.endswith(("县", "区"))
        ident = self.names.names.get(subject.surface[2:]) if lowest else None
        return Subject(subject.surface, ident or None)

    def _taken(self, subject: Subject | None, piece: Piece) -> Subject | None:
        """Carry on the subject that was found for a number, and return what now is spoken of."""
        spot = piece.token.spot
        assert spot is not None
        if subject is not None and subject.surface in _ANAPHORA and self.carried.subject:
            whole = self.carried.subject.indicator == (self.names.in_role("total_output") or "")
            subject = None if whole else subject
        if subject is not None:
            subject = self._within(self._of_what(subject), piece)
            if is_driven(piece) and not is_points(spot.unit):
                subject = Subject(subject.surface)
            self.parts = self.parts or is_part(piece.head)
            self.carried.group += self.carried.subject is not None and not self.parts
            self.set(subject)
        elif self.carried.heads and self.carried.subject is None:
            self.carried.vague = f"one number for {len(self.carried.heads)} names"
        return self.carried.subject

    def _divided(self, piece: Piece, letters: str, scopes: list[str]) -> Quotient | None:
        """Return the two indicators of which a number says how many times one is the other."""
        spot = piece.token.spot
        if spot is None or spot.unit not in RATIOS:
            return None
        incomes = of_incomes(letters[: piece.token.start], self.names)
        if incomes is not None or spot.unit != TIMES:
            return incomes

        def named(tokens: Sequence[Token]) -> Subject | None:
            return subject_of(tokens, letters, self.names, scopes) or self.carried.subject

        return of_two(piece.head, letters, self.names, named)

    def _part_of(self, piece: Piece, letters: str) -> Subject | None:
        """Return what a share is of where its noun stands behind it: 以全国1.6%的人口创造了全国3.7%的GDP."""
        spot, behind = piece.token.spot, piece.after
        if spot is None or not is_percent(spot.unit) or not behind or behind[0].text != "的":
            return None
        noun = subject_after(behind[1:], letters, self.names)
        placed = any(t.kind == "place" for t in piece.head) or _GAVE.search(piece.words)
        if noun is None or not placed or _PACE.match(letters, behind[1].start + len(noun.surface)):
            return None
        if noun.surface in _HEADS:
            return Subject(noun.surface, self.names.people)
        if noun.surface in _ANAPHORA:
            return Subject(noun.surface, self.names.in_role("total_output"))
        return noun if self.is_amount(noun.indicator) else None

    def _driver(self, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
        """Return what drives by so many points: 第三产业拉动GDP增长3个百分点; the one before, if none is named."""
        at = next((n for n, t in enumerate(piece.head) if t.text in _DRIVES), None)
        if at is None:
            return None
        return subject_of(piece.head[:at], letters, self.names, scopes) or self.carried.subject

    def _of_what(self, subject: Subject) -> Subject:
        """Return a bare 第一产业 unnamed where the text divides something else: 投资, 分产业看."""
        last = self.divided or self.carried.subject
        if self.parts and self._is_some(self.whole) and _VALUE_ADDED.fullmatch(subject.surface):
            self.of_some = True
        if self.of_some and _VALUE_ADDED.fullmatch(subject.surface):
            return Subject(subject.surface)
        if last is None or not _INDUSTRY.fullmatch(subject.surface):
            return subject
        output = self.names.in_role("total_output")
        same = last.indicator is not None and last.indicator in (output, *self.names.industries)
        return subject if same else Subject(subject.surface)

    def _is_some(self, last: Subject | None) -> bool:
        """Return whether the last subject is a branch of the economy that is divided again."""
        return last is not None and not last.indicator and _OF_SOME.match(last.surface) is not None

    def over(self, piece: Piece, measure: str) -> str | None:
        """Return the indicator that a multiple or a share is of another one."""
        if measure == "share":
            return whole_of(piece.head) or self._divided_whole(piece)
        return self.by if measure == "multiple" else None

    def _divided_whole(self, piece: Piece) -> str | None:
        """Return what 其中 divides, of which a part has a share: 进出口…,其中出口…,占比83.9%."""
        whole, one = self.whole, self.carried.subject
        if not self.parts or whole is None or one is None or not _ITS_SHARE.search(piece.words):
            return None
        return whole.indicator if whole.indicator != one.indicator else None

    def is_amount(self, ident: str | None) -> bool:
        """Return whether an indicator is no rate and no index."""
        found = self.names.indicators.get(ident or "")
        return found is not None and found.unit not in RATE_UNITS and found.kind != "index"

    def is_flow(self, subject: Subject | None) -> bool:
        """Return whether what is spoken of comes together over a period: revenue, not residents."""
        found = self.names.indicators.get((subject and subject.indicator) or "")
        return found is not None and found.kind == "flow"

    def is_rate(self, subject: Subject | None) -> bool:
        """Return whether what is spoken of is itself in per cent: 城镇调查失业率."""
        found = self.names.indicators.get((subject and subject.indicator) or "")
        return found is not None and found.unit in RATE_UNITS and found.kind != "index"

    def _within(self, subject: Subject, piece: Piece) -> Subject:
        """Return a subject within what the one before it was of, where it says no more itself.

        规模以上工业总产值…,完成增加值; 城镇居民人均可支配收入…,人均消费支出; 服务业合同外资…、实际使用外资.
        """
        last = self.carried.subject
        if last is None:
            return subject
        bare = subject.surface.removeprefix("完成").removeprefix("实现")
        names = self.names.names
        if last.surface.startswith(("限额以上", "限上")) and "零售" in bare:
            return Subject(bare)
        whole = _completed(bare, last.surface)
        if whole is None and subject.indicator is None:
            whole = begun(bare, last.surface, piece.words, names)
        if whole is None and self.parts and self.whole is not None:
            whole = _completed(bare, self.whole.surface)  # 其中外来…,户籍…
        if whole is not None:
            return Subject(whole, names.get(whole) or None)
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
        match = _REMARKED.search(piece.words) if "(" in piece.words else None
        ident = self.names.names.get(match[1]) if match else None
        return Subject(match[1], ident) if match and ident else None

    def _ratio(self, piece: Piece, letters: str) -> Subject | None:
        """Return what a part of a:b:c is of: of industries where the words before speak of them."""
        before = letters[max(0, piece.token.start - _FAR) : piece.token.start]
        if piece.count == 3 and _INDUSTRIES.search(before):
            parts = self.names.industries
            some = re.search(_OF_SOME.pattern + r"(?:三次|产业)", before) is not None
            ident = parts[piece.listed] if piece.listed < len(parts) and not some else None
            return Subject("三次产业", ident)
        if piece.listed == 0:
            self.set(subject_of(piece.head, letters, self.names, ()))
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
        if not heads and not areas:
            self.dating.share(piece.count)
        if areas or (not heads and len(self.dating.listed) == piece.count):
            subject = subject_of(piece.head, letters, self.names, scopes)
            if subject is not None:
                self.set(subject)
            self.carried.heads = []
            return
        if heads is None or (not heads and _GIVES.match(piece.words.lstrip(",、 "))):
            heads = self._earlier(piece.count)
        if heads is None:
            return
        self.carried.group += 1
        self.carried.heads = [self._of_what(self._lent(head)) for head in heads]
        self.carried.subject = None
        self.carried.measure = None
        if not self.carried.heads:
            self.carried.vague = f"{piece.count} numbers, and not as many names before them"

    def _lent(self, head: Subject) -> Subject:
        """Return one of a list with the noun of the last subject: 人均可支配收入…,城镇、农村分别为."""
        last = self.carried.subject or (self.seen[-1] if self.seen else None)
        whole = _completed(head.surface, last.surface) if last and not head.indicator else None
        return Subject(whole, self.names.names.get(whole) or None) if whole else head

    def _earlier(self, count: int) -> list[Subject] | None:
        """Return the subjects that a list without names takes up; None to keep what there is."""
        if len(self.carried.heads) == count:
            return None
        if len(self.seen) >= count:
            return self.seen[-count:]
        return None if self.carried.subject is not None else []
