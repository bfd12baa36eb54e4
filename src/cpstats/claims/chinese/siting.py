"""Which place a number is about, and which place it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.claims.chinese.places import NOWHERE
from cpstats.claims.chinese.subjects import before_comparison
from cpstats.claims.terms.divisions import seen_from
from cpstats.claims.terms.scopes import RELATIVE, relative
from cpstats.claims.terms.vocabulary import COMPARED, EQUALS, IS, JOINS, OUTDONE, REACHES, THAN
from cpstats.gazetteer.china import NATION, level_of, parent_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.memory import Memory

_INSTITUTION = pattern(
    r"[^,;。\"]{0,12}?(?:公司|集团|大学|学院|医院|银行|研究院|研究所|实验室|统计局|海关|记者|日报|晚报|晨报|早报|时报|青年报|商报|电视台|广播电台|新闻网|出版社|支行|分行|书院|中学|小学|商务厅|会议|论坛|机场|新城|新区|开发区|试验区|示范区|园区)"
)


def is_institution(letters: str, at: int) -> bool:
    """Return whether what follows a place makes it the name of an institution: 北京晚报, 中国银行.

    >>> is_institution("北京晚报", 2), is_institution("北京地区生产总值", 2)
    (True, False)
    """
    return _INSTITUTION.match(letters, at) is not None


_INNER = pattern(r"(?:县城|(?:主|中心|老|新)?城区|建成区|城关镇|规划区|市区)(?!居民)")
_COUNTIES = "县域"  # of a city: what its counties have together
_HOLDS = pattern(r"占(?:到|了|据)?$|相当于$")
_OF_IT = pattern(r"的(?:约|近|大约)?(?:[百千]?分之|[一二三四五六七八九十]+(?:分之|成)|\d)")
_OWN = pattern(r"的[^,;。]{0,8}?(?:增速|增幅|增长|水平|涨幅|降幅)")


@dataclass(slots=True)
class Sight:
    """The places that the words before a number name."""

    seen: list[str | None] = field(default_factory=list)  # those that were understood
    others: list[str | None] = field(default_factory=list)  # those that it is compared with
    beside: bool = False  # whether only 的, 平均 stand between the last of them and the number
    over: str | None = None  # the place that it is a multiple of
    whole: str | None = None  # the place that it is a part of: 占全市2183万人的

    @property
    def other(self) -> str | None:
        """The place that the number is compared with."""
        return self.others[-1] if self.others else None


def open_places(memory: Memory, *, paragraph: bool = True) -> None:
    """Forget the place of the last paragraph; within one it is carried on.

    A part of the text's own place (a city in a province's report) holds for its sentence only.
    """
    gone = paragraph or memory.inner or _is_part(memory, memory.said)
    memory.earlier = [] if paragraph else [p for p in memory.sited if p] or memory.earlier
    memory.led_place = None if paragraph else memory.led_place
    memory.said = (memory.led_place or memory.headed) if gone else memory.said
    memory.inner = False
    memory.several = []
    memory.sited = []


def _is_part(memory: Memory, code: str | None) -> bool:
    own = memory.here is not None and memory.here not in (NATION, memory.nation)
    while own and code is not None and (code := parent_of(code)) is not None:
        if code == memory.here:
            return True
    return False


def coded(memory: Memory, token: Token) -> str | None:
    """Return the code of a place token."""
    if token.text in RELATIVE:
        return _relative(memory, token.text)
    if token.value and token.value != NOWHERE and level_of(token.value) == "province":
        memory.province, memory.unplaced = token.value, []
    return token.value or None


def _relative(memory: Memory, word: str) -> str | None:
    """Return what 全市 means: seen from the text's place, else from the one named last.

    全县 that nobody has named is some place, but not that of the text.
    """
    near = relative(word, memory.headed, memory.nation) if memory.headed else None
    if near is None or near != memory.headed:
        near = relative(word, memory.here, memory.nation)
    if near is None and memory.said not in (None, NOWHERE):
        near = relative(word, memory.said, memory.nation)  # in a province's report: 广州…,全市GDP
    if near is None and RELATIVE[word] == "province":
        near = memory.province  # in a text about several: 江苏省统计局称,全省GDP
    return near or NOWHERE


def called(memory: Memory, words: str) -> str | None:
    """Return the code of a place that a number is only held against: 高于全国平均水平."""
    found = _relative(memory, words) if words in RELATIVE else seen_from(words, memory.here)
    return None if found in (None, "", NOWHERE) else found


def pass_by(memory: Memory, clause: Sequence[Token]) -> None:
    """Remember the province of a clause without numbers: 江苏省统计局分析称."""
    codes = [coded(memory, token) for token in clause if token.kind == "place"]
    joined = len(codes) > 1 and sum(t.kind == "join" for t in clause) >= len(codes) - 1
    memory.sentence.passed = [code for code in codes if code] if joined else []
    if len(codes) == 1 and clause[0].kind == "place" and any(t.text in _AS_BEFORE for t in clause):
        memory.said = codes[0] or memory.said  # 临江区与上年持平,为80万人
    turned = any(t.text in _TURNS for t in clause) and codes
    if turned and len(codes) == 1 and all(t.kind in ("place", "func", "time") for t in clause):
        memory.said = codes[0] or memory.said  # 反观临江区,产量12万吨


def see(memory: Memory, head: Sequence[Token], letters: str, *, rank: bool = False) -> Sight:
    """Take in the places before a number: first its own, then the one compared with.

    Of a rank the last place is the pool: 增速在全市排第3位.
    """
    sight = Sight(whole=_held(memory, head), over=_divisor(memory, head))
    pass_by(memory, head)
    compared = outdone = False
    pool = _pool(head) if rank else None
    content = False
    apart = any(t.text in _DISTANCE for t in head)
    for n, token in enumerate(head):
        if token.kind == "func" and token.text in COMPARED:
            compared = True
            outdone = token.text in OUTDONE
        elif token.kind == "join" and token.text in ("与", "和"):
            compared = compared or (apart and token.text == "与")
        elif token.kind == "place" and n != pool:
            _see_one(memory, sight, head, n, letters, compared=compared, content=content)
            sight.beside = outdone
        elif token.kind in ("rest", "name"):
            content = True
            sight.beside = False
            if token.kind == "rest" and _is_inner(memory, head, n):
                memory.said, memory.inner = NOWHERE, True
        elif token.text in _APART:
            sight.beside = False
    if len(sight.others) > 1 and _TOGETHER.search("".join(t.text for t in head)):
        sight.others = [NOWHERE]  # 比甲、乙两县之和多: of no single one
    if pool is not None:
        sight.seen.append(head[pool].value)  # what the rank is among is explained
    return sight


def _is_inner(memory: Memory, head: Sequence[Token], n: int) -> bool:
    """Return whether a word is a part of a place that has no code: 建成区, 韶关市区, 县域 of a city."""
    word, before = head[n].text, head[n - 1] if n else None
    if word.startswith(_COUNTIES):
        place = memory.said or memory.here or ""
        return level_of(place) != "county" if place.isdigit() else place.endswith("市")
    if (
        word == "区"
        and before is not None
        and before.kind == "place"
        and before.end == head[n].start
    ):
        return before.text.endswith("市") and before.text not in RELATIVE
    return _INNER.match(word) is not None


def _held(memory: Memory, head: Sequence[Token]) -> str | None:
    """Return the place that stands between 占 and the number."""
    if len(head) < 2 or head[-1].kind != "place" or not _HOLDS.search(head[-2].text):
        return None
    return coded(memory, head[-1])


def _divisor(memory: Memory, head: Sequence[Token]) -> str | None:
    """Return the place that a number is a multiple of: 是北京的2.8倍, 相当于全国平均水平的2倍."""
    n = next((n for n in range(len(head) - 1, 0, -1) if head[n].text not in _MEAN), 0)
    last = head[n] if n else None
    if last is None or last.kind != "place" or head[n - 1].text not in EQUALS | REACHES:
        return None
    return coded(memory, last) if head[-1].text == "的" else None


def _see_one(
    memory: Memory,
    sight: Sight,
    head: Sequence[Token],
    n: int,
    letters: str,
    *,
    compared: bool,
    content: bool,
) -> None:
    token = head[n]
    following = head[n + 1] if n + 1 < len(head) else None
    if n and head[n - 1].kind == "rest" and head[n - 1].end == token.start:
        return  # inside a longer noun: 第六次全国人口普查
    if compared:
        sight.others.append(coded(memory, token))
        sight.seen.append(sight.other)
    elif all(t.text in _ALONE for t in (*head[:n], *head[n + 1 :])):
        memory.said = coded(memory, token) or memory.said  # 、上海5.5%: of the number behind it
        sight.seen.append(memory.said)
    elif (
        ((content or _doing(head[:n])) and (following is None or following.kind != "name"))
        or _joined(head, n)
        or is_institution(letters, token.end)
    ):
        return
    elif (own := coded(memory, token)) is not None:
        memory.said = _deeper(memory, own)
        sight.seen.append(own)


def compared_in_front(clause: Sequence[Token]) -> Sequence[Token]:
    """Return a clause up to the place whose mean a bracket gives: 增幅比全省平均增幅(15.97%)高."""
    n = next((n for n in range(len(clause) - 1, 0, -1) if clause[n].text not in _MEAN | _RATES), 0)
    than = n > 0 and clause[n].kind == "place" and clause[n - 1].text in THAN
    return clause[: n + 1] if than else clause


def at_home(memory: Memory, surface: str, head: Sequence[Token]) -> None:
    """Take 国内生产总值 as that of the nation, unless a place stands before it."""
    if any(t.kind == "place" for t in head):
        memory.sentence.replaced = None
    elif _DOMESTIC in surface:
        if memory.sentence.replaced is None and any(_DOMESTIC in t.text for t in head):
            memory.sentence.replaced = (memory.said,)
            memory.said = relative("全国", memory.here, memory.nation)
    elif memory.sentence.replaced is not None and any(t.kind in ("name", "rest") for t in head):
        (memory.said,), memory.sentence.replaced = memory.sentence.replaced, None


def _deeper(memory: Memory, code: str) -> str:
    """Return the text's own place where its province is named first: 河北康保县."""
    if memory.said is not None and level_of(memory.said) != "nation" and parent_of(code) is None:
        return code
    return code


def listed(memory: Memory, head: Sequence[Token], count: int, *, named: bool) -> list[str]:
    """Return the places of a 分别 list: 甲、乙两省分别; empty where there are not as many.

    A list without names or places takes those of the list before: …,分别增长5%、6%.
    """
    if not any(t.kind == "place" for t in head) and any(_GROUP.fullmatch(t.text) for t in head):
        each = [*dict.fromkeys((*memory.earlier, *filter(None, memory.sited)))]
        memory.several = each if len(each) == count else [NOWHERE] * count  # 三省分别增长…
        return memory.several
    own = before_comparison(head)  # 分别占全州的42.4%、26.7%
    if not named and not any(t.kind == "place" for t in own):
        last = [code for code in memory.sited[-count:] if code is not None]
        if len(set(last)) == count:  # 甲县5亿元、乙县4亿元,分别增长…
            memory.several = last
        if len(memory.sentence.passed) == count:
            memory.several = memory.sentence.passed  # 甲省、乙省紧随其后,GDP分别为
        return memory.several if len(memory.several) == count else []
    kept = before_comparison(head)  # 高于全国、全省1.2个和0.5个百分点 names no place of its own
    codes = [coded(memory, t) for t in kept if t.kind == "place"]
    known = [code for code in codes if code is not None]
    joins = sum(t.kind == "join" for t in kept)
    memory.several = known if len(known) == count and joins >= count - 1 else []
    return memory.several


def place_of(
    memory: Memory, sight: Sight, measure: Measure, after: str, listed: int, count: int
) -> tuple[str | None, str | None]:
    """Return place and benchmark of a number; None for a region without a code."""
    place, other = _sited(memory, sight, measure, after, listed, count)
    memory.sited = [*memory.sited[-9:], place]
    return None if place == NOWHERE else place, None if other == NOWHERE else other


def _sited(
    memory: Memory, sight: Sight, measure: Measure, after: str, listed: int, count: int
) -> tuple[str | None, str | None]:
    place = memory.said or memory.here
    if len(memory.several) == count and count > 1:
        place = memory.several[listed]
    if measure.subtype == "vs_benchmark":
        each = len(sight.others) == count
        other = sight.others[listed] if each else sight.other
        return place, other if other != place else None  # 高于全市经济增长: its own
    if measure.name == "multiple" and sight.over not in (None, place):
        sight.seen.append(sight.over)
        return place, sight.over
    if sight.whole is not None and _OF_IT.match(after):
        return sight.whole, None
    if sight.other is not None and (sight.beside or _OWN.match(after)):
        return sight.other, None  # 高于全国的5.0%, 高于全国5.0%的增速
    return place, None


_DOMESTIC = "国内生产总值"
_ALONE = JOINS | IS | REACHES | {"而", "则", "约"}
_AS_BEFORE = frozenset(
    ("持平", "基本持平", "不变", "最高", "最低", "最大", "最多", "最少", "最快", "次之", "居首", "垫底", "紧随其后")
)  # fmt: skip
_GROUP = pattern(r"[两三四五六](?:省|市|县|区|地|州|镇|乡|街道|乡镇|城|港|省市)")
_TURNS = frozenset(("反观", "再看", "来看", "这边", "那边", "方面"))
_DISTANCE = ("相差", "差距")  # 与广东相差7451亿元
_TOGETHER = pattern(r"(?:之和|总和|合计|加起来|相加|加总)")
_MEAN = frozenset(("的", "平均", "平均水平", "水平", "约", "近"))
_RATES = frozenset(("增速", "增幅", "降幅", "涨幅"))
_APART = frozenset(
    ("多", "少", "高", "低", "快", "慢", "高出", "增加", "减少", "提高", "下降", "领先")
)
_NEUTRAL = frozenset(("其中", "其", "看", "来看", "初步核算", "数据显示", "了", "的"))


def _doing(head: Sequence[Token]) -> bool:
    """Return whether a verb stands before: 出台北京方案 is not said of 北京."""
    return any(t.kind == "func" and t.text not in _NEUTRAL for t in head)


_PROVINCES = pattern(r"[中内里]|省(?:份|区市|市区)?[中内里]?")


def _pool(head: Sequence[Token]) -> int | None:
    """Return which place of a head has no noun behind it but what a rank is among: 在全国各省中."""
    behind = ""
    for n in range(len(head) - 1, -1, -1):
        if head[n].kind in ("rest", "name"):
            behind = head[n].text + behind
            if not _PROVINCES.fullmatch(behind):
                return None
        if head[n].kind == "place":
            return n
    return None


def _joined(head: Sequence[Token], n: int) -> bool:
    """Return whether a place is one of several: 甲、乙等市."""
    before = n > 0 and head[n - 1].kind == "join"
    behind = n + 1 < len(head) and head[n + 1].kind == "join"
    return before or behind
