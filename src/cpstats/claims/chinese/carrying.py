"""What a text speaks of from number to number: the subject, what divides it, and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese.subjects import topic_of
from cpstats.claims.terms.carried import Carried
from cpstats.claims.terms.subject import Subject
from cpstats.model.kinds import is_rate as is_rate_unit
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.memory import Memory

_INDUSTRY = pattern("第?[一二三](?:次产业|产业|产)")
_VALUE_ADDED = pattern("第?[一二三](?:次产业|产业|产)增加值")
OF_SOME = pattern(  # 民营经济增加值…,其中,第一产业增加值; 民营经济三次产业结构
    r"(?:民营|非公|国有|外资|私营|旅游|文化|海洋|数字|投资|贷款|税收|用电|就业|从业)[^,;。]{0,8}"
)
_BY_TIME = pattern(
    r"(?:分|从|按|逐)?(?:各?季度?|月度?|环比|分季度|分月)(?:来)?看|分季度|分月|环比看"
)
_BY_PART = pattern(
    r"[分从按](?:三次)?(?:产业|行业|门类|领域|区域|地区|类别|类型|城乡|结构)(?:来)?看"
)
_SEEN = pattern(r"[分按][\u4e00-\u9fff]{1,6}(?:来)?看|(?:从)?[\u4e00-\u9fff]{2,3}上(?:来)?看?")
_MARK = pattern(r"[一二三四五六七八九十]?[百千万]{1,2}亿?元?")  # 首次突破千亿
_ASKS = pattern(r"谁|哪[个家些里座]|什么|怎么|怎样|如何")
_IS_ONE = pattern(r"(?:仍然?|依然|依旧|继续|已|也|又)?(?:是|成为|为|作为)")


def open_subjects(memory: Memory, *, paragraph: bool, parts: bool) -> None:
    """Forget the subjects of the sentence before; within a paragraph the last is carried on."""
    if paragraph:
        memory.carried = Carried(group=memory.carried.group)
        memory.divided, memory.led, memory.first = None, memory.first, None
    memory.sentence.parts = parts
    memory.held = memory.carried.subject if parts else None
    memory.of_some = memory.of_some and parts
    memory.whole = memory.whole if parts else None
    memory.carried.group += not parts
    memory.carried.heads = []


def note(memory: Memory, clause: Sequence[Token], letters: str, scopes: list[str]) -> None:
    """Take the subject of a clause without numbers: 工业投资增势良好, 同比增长20%.

    分产业看 divides what was spoken of, 分季度看 takes that up again.
    """
    if not clause:
        return
    words = _words(clause)
    if _BY_TIME.fullmatch(words):
        led = memory.led  # of the paragraph before, unless that was of a part
        whole = led if led is None or led.indicator not in memory.names.industries else None
        set_subject(memory, memory.divided or memory.carried.subject or whole)
        return
    if _BY_PART.fullmatch(words):
        last = memory.carried.subject
        known = last if last is not None and last.indicator else memory.first or last
        memory.divided = memory.divided or known or memory.led
        return
    subject = spoken_of(clause, letters, memory.names, scopes)
    if subject is not None:
        set_subject(memory, subject)


def spoken_of(
    clause: Sequence[Token], letters: str, names: Lexicon, scopes: Sequence[str]
) -> Subject | None:
    """Return what a clause without numbers speaks of; 仍是人口大省 names nothing."""
    words = _words(clause)
    subject = topic_of(clause, letters, names, scopes) if not _ASKS.search(words) else None
    if subject is not None and subject.indicator is None and _SEEN.fullmatch(words):
        return None
    if subject is None or _IS_ONE.match(words) or _MARK.fullmatch(subject.surface):
        return None
    return subject


def _words(clause: Sequence[Token]) -> str:
    return "".join([token.text for token in clause])


def set_subject(memory: Memory, subject: Subject | None) -> None:
    """Take what the text speaks of from here on; what was said of the one before is over."""
    memory.carried.subject = subject
    memory.whole = memory.whole or subject
    memory.first = memory.first or (subject if subject and subject.indicator else None)
    if subject is not None and subject.indicator not in (None, *memory.names.industries):
        memory.divided = None
    if subject is not None and subject not in memory.sentence.subjects[-1:]:
        memory.sentence.subjects = [*memory.sentence.subjects[-7:], subject]
    memory.carried.measure = None
    memory.carried.vague = None


def of_what(memory: Memory, subject: Subject) -> Subject:
    """Return a bare 第一产业 unnamed where the text divides something else: 投资, 分产业看."""
    last = memory.divided or memory.carried.subject
    if memory.sentence.parts and any(_is_of_firms(w, subject) for w in (memory.whole, memory.held)):
        return Subject(subject.surface)
    some = _is_some(memory, memory.whole)
    if memory.sentence.parts and some and _VALUE_ADDED.fullmatch(subject.surface):
        memory.of_some = True
    if memory.of_some and _VALUE_ADDED.fullmatch(subject.surface):
        return Subject(subject.surface)
    if last is None or not _INDUSTRY.fullmatch(subject.surface):
        return subject
    output = memory.names.in_role("total_output")
    same = last.indicator is not None and last.indicator in (output, *memory.names.industries)
    return subject if same else Subject(subject.surface)


def _is_some(memory: Memory, last: Subject | None) -> bool:
    """Return whether the last subject is a branch of the economy, also one with a column, that is divided again."""
    if last is None or last.indicator in (
        memory.names.in_role("total_output"),
        *memory.names.industries,
    ):
        return False
    return last.surface.endswith(_ADDED_BY) or OF_SOME.match(last.surface) is not None


_ADDED_BY = ("经济增加值", "产业增加值")


_FIRMS = pattern(r"[\u4e00-\u9fff]{2}(?:企业|行业|园区|开发区|保税区)")


def _is_of_firms(whole: Subject | None, part: Subject) -> bool:
    """Return whether a whole is what some firms have, and a part does not say so: 民营企业进出口…,其中出口."""
    if whole is None or whole.indicator or _FIRMS.search(part.surface):
        return False
    return _FIRMS.search(whole.surface) is not None


def of_registered(memory: Memory, surface: str) -> bool:
    """Return whether some people are a part of the registered ones: 户籍人口…,其中城镇人口."""
    if "人口" not in surface or "户籍" in surface or not memory.sentence.parts:
        return False
    return any(
        whole is not None and "户籍" in whole.surface for whole in (memory.whole, memory.held)
    )


def is_amount(memory: Memory, ident: str | None) -> bool:
    """Return whether an indicator is no rate and no index."""
    found = memory.names.indicators.get(ident or "")
    return found is not None and not is_rate_unit(found.unit) and found.kind != "index"


_COMES = pattern(r"(?:产量|产值|增加值|收入|支出|销售额|营业额|进出口额|客流量|客运量|货运量)$")
_STANDS = pattern(r"余额|存款|贷款|人口|人数|户数|保有|总数|面积|里程|容量|资产|[户家]$")


def is_flow(memory: Memory, subject: Subject | None, *, growth: bool) -> bool:
    """Return whether what is spoken of comes together over a period: revenue, not residents.

    Where no catalogue says so its name does (产量), or that it grows and is not of what stands:
    制造业, not 贷款余额.
    """
    found = memory.names.indicators.get((subject and subject.indicator) or "")
    if subject is None or (found is not None and found.kind == "stock"):
        return False
    if found is not None and found.kind:
        return found.kind == "flow" or (found.kind == "index" and growth)
    comes = _COMES.search(subject.surface) is not None
    return comes or (growth and _STANDS.search(subject.surface) is None)


def is_rate(memory: Memory, subject: Subject | None) -> bool:
    """Return whether what is spoken of is itself in per cent: 城镇调查失业率."""
    found = memory.names.indicators.get((subject and subject.indicator) or "")
    return found is not None and is_rate_unit(found.unit) and found.kind != "index"
