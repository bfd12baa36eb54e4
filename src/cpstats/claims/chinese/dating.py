"""The period of each number: the frame of the text, the words of the clause, and what remains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese.bases import before_is, is_base, of_a_base, of_base_itself
from cpstats.claims.chinese.frames import Frame, spanned, up_to
from cpstats.claims.chinese.times import times
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.periods import (
    When,
    end_of,
    months_of,
    resolve,
    year_before,
    years_of,
)
from cpstats.model.pattern import pattern
from cpstats.model.period import annual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.time import Time

_VIEW = ("看", "来看", "上看")  # 从一季度数据来看
_FROM = frozenset(["从", "由", "自"])
_OVER = (*GROWTHS, "change", "growth_change", "average_growth_change", "share_change")
_FLOW = pattern(
    r"累计|新增|新建|新设|新开|建设|建成|完成|投入|办理|推广|实施|落地|引进|培育|发放|改造|出台|搭建|治理|疏解|减轻|减免"
    r"|创造|转移|脱贫|总共|共|争取|拨付|开工|投资|推出|下达|安置|提供|服务|招引|签约|吸引|拨打|整治|修复|造林|涵盖|就业"
)
_STOCK = pattern(r"保有量|总数|总量|达到|增至|累计达|拥有|余额|存量|突破")
_ENDED = frozenset(("扭转", "逆转"))  # 扭转上年下降7.0%的态势,增长18.5%
_MOVES = pattern(r"同比|比上年|实际|名义|增长|下降|实现|完成|达|为|是")
_AVERAGE = pattern(r"年均(?!浓度|值|气温|水平)|年平均(?!浓度|值|气温|水平)|复合")


class Dating(Frame):
    """Keeps the frame (目前, 上半年 at the head of a sentence) and what a clause says itself."""

    def open_clause(self, clause: Sequence[Token], mark: str, *, first: bool) -> None:
        """Read the words of time at the head of a clause."""
        self.clause = self.once = None
        self.against = self.compared
        self.average = self.averaging
        self._head = set()
        self._since(clause)
        self._divide(clause)
        until = False
        view = bool(clause) and clause[-1].text in _VIEW
        if self._list(clause):
            return
        for n, token in enumerate(clause):
            if token.kind in ("name", "rest", "qty", "join"):
                break
            if token.time is None:
                continue
            if token.time.shape == "until":
                until = True
                continue
            starts = n and clause[n - 1].text in _FROM and not view
            ended = n and clause[n - 1].text in _ENDED
            if is_base(clause, n) or of_a_base(clause, n) or starts or ended:
                continue
            if token.time.tail.startswith("day") and not until:
                continue
            self._head.add(token.start)
            alone = mark == "," and not any(t.kind == "qty" for t in clause)
            self._set(token.time, until=until, frame=first or alone or not clause[n + 1 :])
            until = False
        self._announced(clause)

    def _divide(self, clause: Sequence[Token]) -> None:
        """Keep the whole period while 分季度看 speaks of its parts; 分产业看 takes it up again."""
        if not _BY_TIME.isdisjoint([t.text for t in clause]):
            self._whole = self._whole or self.frame
        elif self._whole is not None and any(_VIEWED.search(t.text) for t in clause):
            self.frame, self._whole, self.local = self._whole, None, None

    def turns_to(self, subject: str | None) -> None:
        """Take up the whole period again where a later sentence speaks of another subject than 分季度看 divided."""
        if self._whole is None or self.fresh:
            self._divided = subject if self._whole is not None else None
        elif subject is not None and subject != self._divided:
            self.frame, self._whole = self._whole, None

    def _list(self, clause: Sequence[Token]) -> bool:
        """Take several periods at the head of a clause: a span of years, or one for each number."""
        run: list[Token] = []
        for token in clause:
            if token.kind == "time":
                run.append(token)
            elif token.kind != "join" or not run:
                break
        times_ = [t.time for t in run if t.time is not None and t.time.shape in ("year", "sub")]
        joins = sum(t.kind == "join" for t in clause[: 2 * len(run) - 1])
        if len(run) < 2 or len(times_) < len(run) or joins < len(run) - 1:
            return False
        whens: list[When] = []
        for time in times_:
            year = whens[-1].year if whens and time.year is None and not time.rel else None
            whens.append(self._resolve(time._replace(year=year) if year else time))
        if any(when.code is None or when.is_day for when in whens):
            return False
        self._head |= {t.start for t in run}
        self.listed = whens
        self.local = spanned(whens, self.clock)
        return True

    def _announced(self, clause: Sequence[Token]) -> None:
        """Take the period that ends a clause without numbers: 统计局发布2023年1-7月,."""
        last = clause[-1] if clause else None
        if last is None or last.time is None or last.start in self._head:
            return
        numbers = any(t.kind == "qty" for t in clause)
        n = len(clause) - 1
        if not numbers and not is_base(clause, n) and last.time.tail[:3] != "day":
            before = clause[n - 1].text if n else ""
            if before not in _FROM and last.time.shape in ("year", "sub", "years"):
                self._set(last.time, until=False, frame=True)

    def _set(self, time: Time, *, until: bool, frame: bool) -> None:
        if time.shape in ("average", "ago", "month_before"):
            self._measure_of_time(time)
            return
        when = self._resolved(time, until=until)
        if when.code is None:
            return
        if time.shape == "last_years" and time.rel in ("近", "只") and not frame:
            self.clause = when
        elif (frame and not self._is_other_year(time) and not self._is_goal(time)) or up_to(
            when, self.frame
        ):
            self._set_frame(when, weak=time.tail == "以来" and time.sub is None)
        else:
            self.local = when

    def _is_other_year(self, time: Time) -> bool:
        """Return whether words only look back at the same months: 2020年同期下降23.2%."""
        return time.tail == "同期" and self.frame.months is not None

    def _is_goal(self, time: Time) -> bool:
        return self.ahead and time.sub == (1, 12) and time.year is None

    def _resolved(self, time: Time, *, until: bool) -> When:
        when = self._resolve(time)
        if until and when.months is not None and time.tail not in ("末", "底") and not when.future:
            return end_of(when.months[0], when.months[2])
        return when

    def _resolve(self, time: Time) -> When:
        frame = self.recent if time.rel in ("当年", "同年") else self.now
        if self._is_goal(time) and not time.rel:
            time = time._replace(rel="今年")
        when = resolve(time, self.clock, frame)
        if time.year is not None and when.code is not None:
            self.recent = when
        elif time.sub is not None and not time.rel:
            self.yearless = when
        return when

    def _of_part(self, time: Time) -> Time:
        """Return a bare year as that of the months named before it without one: 上半年GDP2020年下降."""
        part = self.now.months if self.now is self.yearless else None
        bare = time.shape == "year" and time.year is not None and not (time.sub or time.tail)
        return time._replace(shape="sub", sub=part[1:]) if part and bare else time

    def heading(self, tokens: Sequence[Token]) -> None:
        """Take the period that a heading names: 一、2024年工作回顾."""
        for token in tokens:
            if token.time is not None and not token.time.tail.startswith("day"):
                when = self._resolve(token.time)
                if when.code is not None:
                    self._set_frame(when)
                    return

    def _measure_of_time(self, time: Time) -> None:
        if time.shape == "average":
            self.average = time.last
        elif time.shape == "ago":
            self.against = self._resolve(time)

    def _since(self, clause: Sequence[Token]) -> None:
        """“…建设启动以来”: open at its start, for the calendar does not say when that was."""
        last = clause[-1] if clause else None
        if last is None or not last.text.endswith("以来") or last.time is not None:
            return
        year = self.clock.published.year if self.clock.published else self.clock.reported_year
        if year is not None and any(t.kind == "rest" for t in clause):
            self.frame = When(
                f"../{year}", (f"../{year}",), "sentence", months=None, span=(year, year)
            )
            self.fresh = True

    def at(
        self, head: Sequence[Token], measure: str, words: str, *, listed: int = 0, count: int = 1
    ) -> When:
        """Return the period of a number after the words before it: the nth of a list of as many."""
        self.guessed = False
        if count == len(self.listed) > 1:
            return self.listed[listed]
        if listed and self._of_list is not None:
            return self._of_list  # 年末 stands once before all of them
        self.once = self._of_list = None
        for n, token in enumerate(head):
            if token.time is None or token.start in self._head:
                continue
            self._inside(head, n, token.time, measure)
        when = self.now
        if words.endswith(("由", "从")) and not self.once:
            return self.origin_of(when)
        if when is self.frame and when.source == "sentence" and not self.fresh:
            when = replace(when, source="context")
        self._of_list, self.yearless = self._narrowed(when, measure, words), None
        return self._of_list

    def share(self, count: int) -> None:
        """Give each of so many numbers its year of as many: 2021-2024年,GDP分别增长…."""
        span = self.now.span
        if span is not None and span[1] - span[0] + 1 == count > 1 and not self.listed:
            self.listed = [months_of(year, 1, 12) for year in range(span[0], span[1] + 1)]

    def bracketed(self, after: str) -> When | None:
        """Return the period that a bracket right behind a number names: 48.8万人(2017年底)."""
        match = _BRACKET.match(after) if "(" in after[:2] else None
        found = times(match[1], self.clock.spans) if match else []
        if (
            match is None
            or not found
            or found[0].start
            or not _OF_PERIOD.fullmatch(match[1][found[0].end :])
        ):
            return None
        when = self._resolve(self._of_part(found[0]))
        return when if when.code is not None and found[0].year is not None else None

    def _inside(self, head: Sequence[Token], n: int, time: Time, measure: str) -> None:
        """Take words of time in the middle of a clause: a base, or of this clause only."""
        before = head[n - 1].text if n else ""
        if time.shape in ("average", "ago"):
            self._measure_of_time(time)
            if time.shape == "ago" and of_base_itself(head, n, measure):
                self.once = self.against  # 由两年前的47.2%提高到
        elif time.shape == "month_before":
            return
        elif is_base(head, n) or (of_a_base(head, n) and measure in ("multiple", "share")):
            self.against = self._resolve(time)
            if of_base_itself(head, n, measure):
                self.once = self.against
        elif time.tail.startswith("day"):
            return
        elif before in _FROM:
            self.once = self._resolve(time)
            self.origin = self.once.year
        elif (when := self._resolve(self._dated(head, n, time))).code is not None:
            self._carry(head, n, time, when)

    def _dated(self, head: Sequence[Token], n: int, time: Time) -> Time:
        """Return a year right before a verb with the months that stand before it in its clause."""
        verb = n + 1 == len(head) or _MOVES.match(head[n + 1].text) is not None
        return self._of_part(time) if verb else time

    def _carry(self, head: Sequence[Token], n: int, time: Time, when: When) -> None:
        """Take a period inside a clause: a year carries on, a part of it is of this clause only."""
        behind = "".join(t.text for t in head[n + 1 : n + 3])
        if (n and head[n - 1].text in _ENDED) or (
            before_is(head, n, "在") and behind.startswith(("的", "基础"))
        ):
            self.once = when
        elif any(t.text == "其中" for t in head[:n]) or behind.startswith("的"):
            self.clause = when
        elif time.tail in ("末", "底", "期末") or time.year is not None:
            self.local = when
        else:
            self.clause = when

    def _narrowed(self, when: When, measure: str, words: str) -> When:
        """Return what a number of this measure can mean within a span of years."""
        if measure == "average_growth" and when.span is None:
            self.averaged = self._planned(when, words)
            return self.averaged
        if measure == "average_growth_gap" and when.span is None and self.averaged:
            return self.averaged
        if when.span is None or when.span[0] == when.span[1] or measure in _OVER:
            return when
        if measure in ("average_growth_gap", "growth_gap", "contribution"):
            return when
        first, last = when.span
        day = self.clock.published
        known = last if day is None or day.year > last else max(first, min(last, day.year))
        ends = [str(annual(known))]
        if day is not None and day.year == known <= last and known > first:
            ends = [str(annual(known - 1)), str(annual(known))]
        spans = list(when.readings)
        flow = bool(_FLOW.search(words)) and not _STOCK.search(words)
        shown = spans + ends if flow else ends + spans
        return replace(when, code=shown[0] if not flow else when.code, readings=tuple(shown))

    def _planned(self, when: When, words: str) -> When:
        """Return the plan so far for an average without a span: 年均增长4.5% in a review."""
        if when.months is None or self.average or not _AVERAGE.search(words):
            return when
        year, first, last = when.months
        since = self.origin or (self.against.year if self.against else None)
        if since is not None and since + 1 < year:
            return years_of(since + 1, year, self.clock)
        plan = self.clock.spans.around(year)
        if (first, last) != (1, 12) or plan is None or year - plan[0] < 2 or when is self.clause:
            return when
        return years_of(plan[0], year, self.clock, source="docdate")

    def since(self, when: When, measure: str) -> When:
        """Return the end of a span for growth since a year that was named: 比2015年增长43.1%."""
        if measure != "span_growth" or self.against is None or when.span is None:
            return when
        return months_of(when.span[1], 1, 12, source=when.source)

    def spanned(self, measure: Measure, when: When, words: str) -> Measure:
        """Return a growth as that over several years where its period or base is so far apart."""
        if measure.name != "growth":
            return measure
        if self.averaging:
            return replace(measure, name="average_growth")
        if self.average:
            return measure
        base = self.against
        if base is not None and base.year is not None and when.year is not None:
            return replace(measure, name="span_growth") if when.year - base.year > 1 else measure
        if when.span is not None and when.span[0] < when.span[1] and "同比" not in words:
            return replace(measure, name="span_growth")
        return measure

    def base(self, when: When, measure: str) -> str | None:
        """Return the period that a growth or a change starts from."""
        if self.average and when.months is not None:
            year, first, last = when.months
            return months_of(year - self.average, first, last).code
        if self.against is not None and measure not in ("level", "share", "rank"):
            return self.against.code
        if when.span is not None and when.span[0] < when.span[1] and measure in _OVER:
            return str(annual(when.span[0] - 1))
        return year_before(when) if measure == "growth" else None

    def past(self, when: When) -> bool:
        """Return whether a period had begun before the year of publication, and was said."""
        day = self.clock.published
        if day is None or when.year is None or when.source != "sentence":
            return False
        first = when.span[0] if when.span else when.year
        return first < day.year

    def runs(self, when: When) -> bool:
        """Return whether a period ends in a later month than that of publication."""
        day = self.clock.published
        if day is None or when.months is None:
            return False
        return (when.months[0], when.months[2]) > (day.year, day.month)

    def aimed(self, when: When, measure: str, sentence: str) -> When:
        """Return the period of a goal; without a year of its own, that of the plan to come."""
        if when.future or when.source == "sentence" or self.clock.published is None:
            return when
        day = self.clock.published
        plan = self.clock.spans.around(day.year if day.month < 7 else day.year + 1)
        if plan is None or not _AVERAGE.search(sentence):
            return months_of(day.year if day.month < 10 else day.year + 1, 1, 12, source="docdate")
        spans = years_of(*plan, self.clock, source="docdate")
        if measure == "average_growth":
            return replace(spans, code=f"{plan[0]}/{plan[1]}", readings=(f"{plan[0]}/{plan[1]}",))
        end = str(annual(plan[1]))
        return replace(spans, code=end, readings=(end, f"{plan[0]}/{plan[1]}"))

    def close_clause(self, mark: str, clause: Sequence[Token] = ()) -> None:
        """End what a clause said for those behind it: a semicolon does that.

        A clause that ends in 相比 says what the rest of the sentence is compared with.
        """
        if clause and clause[-1].text in ("相比", "相较"):
            base = next(
                (t.time for n, t in enumerate(clause) if t.time and is_base(clause, n)), None
            )
            self.compared = self.against or (self._resolve(base) if base else None)
        if clause and clause[-1].text in _VIEW and not any(t.kind == "qty" for t in clause):
            self.averaging = self.average
        if mark == ";":
            self.local = None
        self.clause = self.once = None


_BY_TIME = frozenset(("分季度看", "分月看", "分季看", "逐季看", "分月", "分季度", "逐月看"))
_VIEWED = pattern(r"^[分从按][^,;。]{1,8}[看分]$")


_BRACKET = pattern(r" ?\(([^()]{4,14})\)")
_OF_PERIOD = pattern(r"(?:全年|人口普查|普查)?(?:数据?|值|统计|公布)?")
