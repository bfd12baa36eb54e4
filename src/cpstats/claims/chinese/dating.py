"""The period of each number: the frame of the text, the words of the clause, and what remains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese import bases, frames
from cpstats.claims.chinese.bases import before_is, is_base, of_a_base, of_base_itself, of_record
from cpstats.claims.chinese.frames import cumulated, now, origin_of, set_frame, spanned, up_to
from cpstats.claims.chinese.narrowing import STOCK, narrowed
from cpstats.claims.chinese.spanning import as_base
from cpstats.claims.chinese.times import times
from cpstats.claims.terms.periods import UNSAID, When, end_of, months_of, resolve
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.time import Time

_SHOWS = frozenset(("这是", "也是", "那是", "这就是", "即"))
_STATES = ("level", "share")
_VIEW = ("看", "来看", "上看")  # 从一季度数据来看
_FROM = frozenset(["从", "由", "自"])
_CUMULATED = pattern(r"累计(?:完成|实现)?[^,;。]{0,6}$")
_MOVES = pattern(r"同比|比上年|实际|名义|增长|下降|实现|完成|达|为|是")


def open_clause(memory: Memory, clause: Sequence[Token], mark: str, *, first: bool) -> None:
    """Read the words of time at the head of a clause."""
    memory.sentence.clause = memory.sentence.once = None
    memory.sentence.against = memory.sentence.compared
    memory.sentence.average = memory.sentence.averaging
    memory.sentence.headed = set()
    _since(memory, clause)
    _divide(memory, clause)
    until = False
    view = bool(clause) and clause[-1].text in _VIEW
    if _list(memory, clause):
        return
    for n, token in enumerate(clause):
        if token.kind in ("name", "rest", "qty", "join") and token.text not in _SHOWS:
            break
        if token.time is None:
            continue
        if token.time.shape == "until":
            until = True
            continue
        starts = n and clause[n - 1].text in _FROM and not view
        ended = bases.is_ended(clause, n) or _of_an_aim(clause, n)
        if is_base(clause, n) or of_a_base(clause, n) or starts or ended:
            continue
        if token.time.shape == "ago" and any(t.kind == "qty" for t in clause):
            continue
        if (token.time.tail.startswith("day") and not until) or of_record(clause, n):
            continue
        memory.sentence.headed.add(token.start)
        alone = mark == "," and not any(t.kind == "qty" for t in clause)
        _set(memory, token.time, until=until, frame=first or alone or not clause[n + 1 :])
        until = False
    _announced(memory, clause, told=mark == ":")


def _of_an_aim(clause: Sequence[Token], n: int) -> bool:
    """Return whether a clause without numbers only speaks of the goal of a time: 为完成全年目标打下基础."""
    behind = clause[n + 1].text if n + 1 < len(clause) else ""
    return behind.startswith(_AIMS) and not any(t.kind == "qty" for t in clause)


def _divide(memory: Memory, clause: Sequence[Token]) -> None:
    """Keep the whole period while 分季度看 speaks of its parts; 分产业看 takes it up again."""
    if not _BY_TIME.isdisjoint([t.text for t in clause]):
        memory.undivided = memory.undivided or memory.frame
    elif memory.undivided is not None and any(_VIEWED.search(t.text) for t in clause):
        memory.frame, memory.undivided, memory.sentence.local = memory.undivided, None, None


def turns_to(memory: Memory, subject: str | None) -> None:
    """Take up the whole period again where a later sentence speaks of another subject than 分季度看 divided."""
    if memory.undivided is None or memory.sentence.fresh:
        memory.divider = subject if memory.undivided is not None else None
    elif subject is not None and subject != memory.divider:
        memory.frame, memory.undivided = memory.undivided, None


def _list(memory: Memory, clause: Sequence[Token]) -> bool:
    """Take several periods at the head of a clause: a span of years, or one for each number."""
    run: list[Token] = []
    skipped = next((n for n, t in enumerate(clause) if t.text not in bases.BEFORE), 0)
    first = next((n for n, t in enumerate(clause) if t.kind == "time"), 0)
    each = any(word in t.text for t in clause[first:] for word in ("分别", "依次"))
    if first and each and clause[first - 1].kind in ("name", "rest"):
        skipped = first  # 产量2014年、2019年分别为
    for token in clause[skipped:]:
        if token.kind == "time":
            run.append(token)
        elif token.kind != "join" or not run:
            break
    times_ = [t.time for t in run if t.time is not None and t.time.shape in ("year", "sub")]
    if not 1 < len(run) == len(times_):
        return False
    if sum(t.kind == "join" for t in clause[skipped : skipped + 2 * len(run) - 1]) < len(run) - 1:
        return False
    whens: list[When] = []
    for time in times_:
        year = whens[-1].year if whens and time.year is None and not time.rel else None
        whens.append(_resolve(memory, time._replace(year=year) if year else time))
    if any(when.code is None or when.is_day for when in whens):
        return False
    memory.sentence.headed |= {t.start for t in run}
    memory.sentence.listed = whens
    memory.sentence.local = spanned(whens, memory.clock)
    return True


def _announced(memory: Memory, clause: Sequence[Token], *, told: bool) -> None:
    """Take the period that ends a clause without numbers: 统计局发布2023年1-7月,; or is told about there: …经济运行数据."""
    told = told or _TOLD.search("".join(t.text for t in clause[-3:])) is not None
    told = told and len(clause) > 1
    dated = [n for n, t in enumerate(clause) if t.time is not None]
    n = dated[-1] if told and dated else len(clause) - 1
    last = clause[n] if clause else None
    if last is None or last.time is None or last.start in memory.sentence.headed:
        return
    if any(t.kind == "qty" for t in clause) or is_base(clause, n) or last.time.tail[:3] == "day":
        return
    before = clause[n - 1].text if n and not told else ""
    if before not in _FROM and last.time.shape in ("year", "sub", "years"):
        _set(memory, last.time, until=False, frame=True)


def _set(memory: Memory, time: Time, *, until: bool, frame: bool) -> None:
    if time.shape in ("average", "ago", "month_before"):
        _measure_of_time(memory, time)
        return
    when = _resolved(memory, time, until=until)
    if time.tail == "以来" and time.sub is None and when.year == frames.running(memory):
        if memory.frame.year == when.year and memory.frame.source != "docdate":
            return  # of the months that the text speaks of
        when = replace(when, source="docdate")
    if when.code is None:
        if when is UNSAID and frame:
            memory.sentence.local = when
        elif when is UNSAID:
            memory.sentence.clause = when
        return
    if time.shape == "last_years" and time.rel in ("近", "只") and not frame:
        memory.sentence.clause = when
    elif memory.frame.code is None and time.year is not None and not when.future:
        set_frame(memory, when)  # the first that a text without a day names
    elif (frame and not _is_other_year(memory, time) and not _is_goal(memory, time)) or up_to(
        when, memory.frame
    ):
        set_frame(memory, when, weak=time.tail == "以来" and time.sub is None)
    else:
        memory.sentence.local = when


def _is_other_year(memory: Memory, time: Time) -> bool:
    """Return whether words only look back at the same months: 2020年同期下降23.2%."""
    return time.tail == "同期" and memory.frame.months is not None


def _is_goal(memory: Memory, time: Time) -> bool:
    return memory.sentence.ahead and time.sub == (1, 12) and time.year is None


_ENDING = 28  # a day from this one on stands for the end of its month


def _resolved(memory: Memory, time: Time, *, until: bool) -> When:
    when = _resolve(memory, time)
    if time.tail.startswith("day") and int(time.tail[3:] or 0) < _ENDING:
        return when
    if until and when.months is not None and time.tail not in ("末", "底") and not when.future:
        return end_of(when.months[0], when.months[2])
    return when


def _resolve(memory: Memory, time: Time) -> When:
    frame = memory.dated if time.rel in ("当年", "同年") else now(memory)
    if _is_goal(memory, time) and not time.rel:
        time = time._replace(rel="今年")
    when = resolve(time, memory.clock, frame)
    if time.shape == "same" and frame is not memory.frame:
        of_text = resolve(
            time, memory.clock, memory.frame
        ).readings  # 一季度的2%,也高于全省同期的2%
        when = replace(when, readings=tuple(dict.fromkeys((*when.readings, *of_text))))
    if time.year is not None and when.code is not None:
        memory.dated = when
    elif time.sub is not None and not time.rel:
        memory.sentence.yearless = when
    return when


def _of_part(memory: Memory, time: Time) -> Time:
    """Return a bare year as that of the months named before it without one: 上半年GDP2020年下降."""
    part = now(memory).months if now(memory) is memory.sentence.yearless else None
    bare = time.shape == "year" and time.year is not None and not (time.sub or time.tail)
    return time._replace(shape="sub", sub=part[1:]) if part and bare else time


def heading(memory: Memory, tokens: Sequence[Token]) -> None:
    """Take the period that a heading names: 一、2024年工作回顾."""
    for n, token in enumerate(tokens):
        if is_base(tokens, n):
            continue  # 比上年增长(%), over a column
        if token.time is not None and not token.time.tail.startswith("day"):
            when = _resolve(memory, token.time)
            if when.code is not None:
                set_frame(memory, when)
                return


def _measure_of_time(memory: Memory, time: Time) -> None:
    if time.shape == "average":
        memory.sentence.average = time.last
    elif time.shape == "ago":
        memory.sentence.against = memory.sentence.local = _resolve(memory, time)  # 三年前,
    else:
        frames.month_before(memory, time)


def _since(memory: Memory, clause: Sequence[Token]) -> None:
    """“…建设启动以来”: open at its start, for the calendar does not say when that was."""
    last = clause[-1] if clause else None
    if last is None or not last.text.endswith("以来") or last.time is not None:
        return
    year = memory.clock.published.year if memory.clock.published else memory.clock.reported_year
    if year is not None and any(t.kind == "rest" for t in clause):
        memory.frame = When(
            f"../{year}", (f"../{year}",), "sentence", months=None, span=(year, year)
        )
        memory.sentence.fresh = True


def at(
    memory: Memory,
    head: Sequence[Token],
    measure: str,
    words: str,
    *,
    listed: int = 0,
    count: int = 1,
) -> When:
    """Return the period of a number after the words before it: the nth of a list of as many."""
    memory.sentence.guessed = False
    if count == len(memory.sentence.listed) > 1:
        return memory.sentence.listed[listed]
    if listed and memory.sentence.of_list is not None:
        _each_base(memory, head, listed, count)
        return memory.sentence.of_list  # 年末 stands once before all of them
    memory.sentence.once = memory.sentence.of_list = None
    for n, token in enumerate(head):
        headed = token.start in memory.sentence.headed
        if token.time is None or headed or of_record(head, n):
            continue
        _inside(memory, head, n, token.time, measure)
    _each_base(memory, head, listed, count)
    if _CUMULATED.search(words) and not STOCK.search(words):
        cumulated(memory)
    when = now(memory)
    if words.endswith(("由", "从")) and not memory.sentence.once:
        return origin_of(memory, when)
    if when is memory.frame and when.source == "sentence" and not memory.sentence.fresh:
        when = replace(when, source="context")
    memory.sentence.of_list, memory.sentence.yearless = (
        narrowed(memory, when, measure, words),
        None,
    )
    return memory.sentence.of_list


def _each_base(memory: Memory, head: Sequence[Token], listed: int, count: int) -> None:
    """Hold each number of a list against its own of as many times: 分别比1-2月、1-3月加快1.2个和0.5个百分点."""
    found = [t.time for n, t in enumerate(head) if t.time is not None and is_base(head, n)]
    if len(found) == count > 1:
        memory.sentence.against = as_base(_resolve(memory, found[listed]), found[listed])


def bracketed(memory: Memory, after: str) -> When | None:
    """Return the period that a bracket right behind a number names: 48.8万人(2017年底)."""
    if (found_in := _WAS_IN.match(after)) is not None:
        return months_of(int(found_in[1]), 1, 12)
    match = _BRACKET.match(after) if "(" in after[:2] else None
    found = times(match[1], memory.clock.spans) if match else []
    if (
        match is None
        or not found
        or found[0].start
        or not _OF_PERIOD.fullmatch(match[1][found[0].end :])
    ):
        return None
    when = _resolve(memory, _of_part(memory, found[0]))
    return when if when.code is not None and found[0].year is not None else None


def _inside(memory: Memory, head: Sequence[Token], n: int, time: Time, measure: str) -> None:
    """Take words of time in the middle of a clause: a base, or of this clause only."""
    before = head[n - 1].text if n else ""
    if time.shape == "average":
        _measure_of_time(memory, time)
    elif time.shape == "ago":
        _years_ago(memory, head, n, time, measure)
    elif time.shape == "month_before":
        if not is_base(head, n):
            frames.month_before(memory, time)
    elif is_base(head, n) or (of_a_base(head, n) and measure in ("multiple", "share")):
        base = _resolve(memory, time)
        memory.sentence.against = as_base(base, time)
        if of_base_itself(head, n, measure):
            memory.sentence.once = base
    elif time.tail.startswith("day"):
        return
    elif before in _FROM:
        memory.sentence.once = _resolve(memory, time)
        memory.sentence.origin = memory.sentence.once.year
    elif (when := _resolve(memory, _dated(memory, head, n, time))).code or when is UNSAID:
        _carry(memory, head, n, time, when)


def _years_ago(memory: Memory, head: Sequence[Token], n: int, time: Time, measure: str) -> None:
    """Take so many years ago as what is compared with, or as when a number held: 三年前为4.4万个."""
    memory.sentence.against = _resolve(memory, time)
    itself = not is_base(head, n) and measure in _STATES
    if of_base_itself(head, n, measure) or itself:
        memory.sentence.once = memory.sentence.against  # 由两年前的47.2%提高到


def _dated(memory: Memory, head: Sequence[Token], n: int, time: Time) -> Time:
    """Return a year right before a verb with the months that stand before it in its clause."""
    verb = n + 1 == len(head) or _MOVES.match(head[n + 1].text) is not None
    return _of_part(memory, time) if verb else time


def _carry(memory: Memory, head: Sequence[Token], n: int, time: Time, when: When) -> None:
    """Take a period inside a clause: a year carries on, a part of it is of this clause only."""
    behind = "".join(t.text for t in head[n + 1 : n + 3])
    based = before_is(head, n, "在") and behind.startswith(("的", "基础"))
    if when is UNSAID or bases.is_ended(head, n) or based:
        memory.sentence.once = when  # also 今年一季度的2%, in a text of no known day
    elif any(t.text == "其中" for t in head[:n]) or behind.startswith("的"):
        reached = memory.sentence.origin is not None and head[n - 1].text.endswith(("至", "到"))
        memory.sentence.clause = when  # 由2015年的…增至2024年的…,增加
        memory.sentence.local = when if n and reached else memory.sentence.local
    elif time.tail in ("末", "底", "期末") or time.year is not None:
        memory.sentence.local = when
    else:
        memory.sentence.clause = when


def close_clause(memory: Memory, mark: str, clause: Sequence[Token] = ()) -> None:
    """End what a clause said for those behind it: a semicolon does that.

    A clause that ends in 相比 says what the rest of the sentence is compared with.
    """
    if clause and clause[-1].text in ("相比", "相较"):
        base = next((t.time for n, t in enumerate(clause) if t.time and is_base(clause, n)), None)
        memory.sentence.compared = memory.sentence.against or (
            _resolve(memory, base) if base else None
        )
    if clause and clause[-1].text in _VIEW and not any(t.kind == "qty" for t in clause):
        memory.sentence.averaging = memory.sentence.average
    if mark == ";":
        memory.sentence.unsaid = False
        memory.sentence.local = memory.sentence.whole if memory.sentence.parts else None
    memory.sentence.clause = memory.sentence.once = None


_AIMS = ("目标", "任务", "预期", "经济社会发展", "发展目标", "主要目标", "各项")
_TOLD = pattern(
    r"(?:数据|情况|结果|指标|成绩单|形势|发布会)(?:上?(?:获悉|了解到?|通报|表示|介绍))?$"
)
_BY_TIME = frozenset(("分季度看", "分月看", "分季看", "逐季看", "分月", "分季度", "逐月看"))
_VIEWED = pattern(r"^[分从按][^,;。]{1,8}[看分]$")
_WAS_IN = pattern(r"(?:大关|关口)?是在((?:19|20)\d\d)年")
_BRACKET = pattern(r" ?\(([^()]{4,14})\)")
_OF_PERIOD = pattern(r"(?:全年|人口普查|普查)?(?:数据?|值|统计|公布)?")
