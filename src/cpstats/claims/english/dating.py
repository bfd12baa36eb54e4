"""The period of each number of an English sentence: said before it, right behind it, or carried on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.english.contrasted import held
from cpstats.claims.english.earlier import (
    ABOVE_THE,
    AFTERWARDS,
    AND_ELSEWHERE,
    ENDED,
    LEAD,
    LEVEL_OF,
    PAIR,
    WHEN_ONLY,
    compared_before,
    dates_alone,
    had_been,
    in_one_bracket,
    is_anothers,
    is_aside,
    is_in_bracket,
    is_of_last,
    is_of_unread,
    is_past,
    is_somewhen,
    is_vague,
    is_year_before,
    labels_unread,
    lasts,
    opens_bracket,
    says_step,
)
from cpstats.claims.english.estimates import says_again
from cpstats.claims.english.joined_times import (
    Dated,
    each_year,
    held_to_amount,
    is_of_growth_then,
    restates,
    side_by_side,
)
from cpstats.claims.english.purposes import is_expected
from cpstats.claims.english.running_months import twelve_before
from cpstats.claims.terms.periods import UNSAID, When, start_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.english.joined_times import Found
    from cpstats.claims.terms.spot import Spot

_APART = pattern(r";|,(?!\d)| and | while | with ")  # per 10,000 is no end
_STOP = pattern(
    r";|, (?:which|when|while|whereas|but|after|following|having|(?:al|even )?though)\b|\. "
)
_COLON = pattern(r"\)?: ?(?:\+|an? |up |down )?")
_TO = pattern(r" to (?:about |around |nearly |just |only )?")
_OF_ANOTHER = pattern(r" of (?:the )?(?:[A-Z]|euro)")
_OF_OTHERS = pattern(
    r" (?:for|in|among) (?:the )?(?=[A-Za-z])|(?: (?:recorded|registered|reported|seen|posted|achieved))? (?:nationwide|nationally)\b"
)
_LABELLED = pattern(r"\(\d{4}: [^();:]{1,30}; [+-]$")  # 472 tonnes (2023: 460; +2.6 percent)
_BETWEEN = pattern(r"\bbetween (?:the )?$", re.IGNORECASE)
_PRIOR = pattern(r"(?:previous|prior|preceding) (?:quarter|month)")
FAR, CLAUSE = 60, 400  # signs behind a number: its own where none stand before; of its clause


class Dates:
    """The words of time of a sentence, and what each number takes of them."""

    def __init__(
        self,
        letters: str,
        found: Sequence[Found],
        numbers: Sequence[Spot],
        lists: Sequence[tuple[int, int]],
    ) -> None:
        self.letters = letters
        self.numbers = numbers
        self.lists = lists
        self.times = [time for time in found if time.when.code or time.when == UNSAID]
        self._starts = [time.start for time in self.times]
        self.compared = [self._is_compared(n) for n in range(len(self.times))]
        self.against = held(letters, numbers)

    @property
    def said(self) -> list[When]:
        """The periods that the sentence speaks of, not those that it compares with."""
        taken = [
            self._behind(n) for n, held in enumerate(self.against) if held or self._had_been(n)
        ]
        own = [
            time for time, compared in zip(self.times, self.compared, strict=True) if not compared
        ]
        return [time.when for time in own if time not in taken and not self._labels(time)]

    def _labels(self, time: Found) -> bool:
        """Return whether words of time are only those of a number in brackets: (2023: 768), (768 in 2023)."""
        opened = self.letters[time.start - 1 : time.start] == "("
        labels = opened and self.letters[time.end : time.end + 1] == ":"
        return labels or is_in_bracket(self.letters, 0, time.start)

    def of_each(self, frame: When, before: dict[str, When]) -> list[Dated]:
        """Return the period of each number.

        Parameters
        ----------
        frame : When
            The period in force before the sentence.
        before : dict
            What each period of the text was last compared with; it is added to.
        """
        own = [self._behind(n) for n in range(len(self.numbers))]
        for n in range(len(own) - 2, -1, -1):  # 4,700 (+0.2 percent) in July
            again = restates(self.letters, self.numbers[n], self.numbers[n + 1], own[n + 1])
            own[n] = own[n] or (own[n + 1] if again else None)
        whens: list[When | None] = []
        current: When | None = None
        mains: list[When] = []
        bracketed = False
        lent: list[When | None] = []  # what an earlier number may take from it
        for n, against in enumerate(self.against):
            once, lasting = self._ahead_of(n)
            current = lasting or current
            behind = own[n]
            if (
                behind is not None
                and lasting is not None
                and behind.start > self.numbers[n].end + FAR
            ):
                behind = None  # in 2020 GDP fell by 13 percent due to what was done last year
            if (
                once
                and behind is not None
                and in_one_bracket(self.letters, self.numbers[n].start, behind.start)
            ):
                once = None  # 5.1 percent in 2024 (4.9 percent in 2023)
            prior = behind is not None and self._is_prior(n, behind)
            mine = once or (behind.when if behind else self._restated(n, bracketed, whens))
            bracketed = once is not None
            again = says_again(self.letters, self.numbers, n, dated=behind is not None)
            mine = (whens[-1] or current) if again else mine
            left = own[n - 1] if n else None  # in 2022, then it recovered: 2022 is the other's
            late = self._is_afterwards(n) and (not lasting or (left and left.when == lasting))
            whens.append(mine or (None if against or late else current))
            lent.append(None if prior or (behind is None and once is not None) else whens[-1])
            if behind is not None and not (against or prior or self._had_been(n)):
                current = behind.when
            mains.append(current or frame)
        self._share_lists(whens)
        made: list[Dated] = []
        for n, when in enumerate(whens):
            main = mains[n]
            found = when or self._later(n, lent)
            said = found is not None
            if self.against[n]:
                at = self.numbers[n].start
                main = self._reached_in(n, own) or main
                lead = self.letters[max(0, at - CLAUSE) : at]
                if made and PAIR.search(lead):
                    main = made[-1].when
                another = is_anothers(lead)
                again = another or self._is_of_others(n) or self._is_expected(n)
                vague = is_vague(self.letters, self.numbers[n], max(0, at - CLAUSE))
                told = {} if says_step(self.letters, self.numbers[n].end) else before
                then = When() if vague else main if again else compared_before(main, told)
                found = found or then
                if main.code and found.code and found.code != main.code:
                    before[main.code] = found
            else:
                found = found or (When() if self._is_afterwards(n) else self._of_both(n) or frame)
            made.append(Dated(found, self.against[n], self._base(n), said))
        return made

    def _is_prior(self, n: int, behind: Found) -> bool:
        """Return whether the words of time behind a number are those of the period before that of others."""
        prior = _PRIOR.match(self.letters, behind.start)
        return prior is not None or is_year_before(self.letters, self.numbers[n], behind)

    def _restated(self, n: int, bracketed: bool, whens: Sequence[When | None]) -> When | None:  # noqa: FBT001
        """Return the period of the number before where both stand in its bracket: in March (+43,000; +3.4 percent)."""
        one, two = self.numbers[n - 1], self.numbers[n]
        if not (bracketed and restates(self.letters, one, two)):
            return None
        return whens[-2 if n > 1 and _LABELLED.search(self.letters, 0, two.start) else -1]

    def _of_both(self, n: int) -> When | None:
        """Return the one period of a sentence, said behind what another place has: was below the 10 of Ede in 2021."""
        last = len(self.numbers) - 1
        held = n < last and all(
            self.against[m] and self._is_of_others(m) for m in range(n + 1, last + 1)
        )
        behind = self._behind(last) if held and len(self.times) == 1 else None
        return behind.when if behind else None

    def _had_been(self, n: int) -> bool:
        """Return whether a number only says what had been before: which had grown 3 percent in 2023, fell; from 7 percent to 9 percent."""
        return had_been(self.letters, self.numbers, n)

    def _reached_in(self, n: int, own: Sequence[Found | None]) -> When | None:
        """Return when what a number moved from was reached: was cut from 38 to 33 in 2021."""
        if n + 1 == len(self.numbers) or self.against[n + 1] or own[n] is not None:
            return None
        reached = own[n + 1]
        between = self.letters[self.numbers[n].end : self.numbers[n + 1].start]
        return (
            reached.when if reached and not reached.when.opened and _TO.fullmatch(between) else None
        )

    def _is_of_others(self, n: int) -> bool:
        """Return whether a number is that of another at the same time: against 6 percent for services."""
        begin, end = self.numbers[n].start, self.numbers[n].end
        held = ABOVE_THE.search(self.letters, max(0, begin - FAR), begin)
        if held and _OF_ANOTHER.match(self.letters, end):
            return True  # above the 0.9 percent of the euro area
        if self.letters.endswith(("from ", "from about ", "from nearly "), 0, begin):
            return False  # to 7.5 percent from 9.1 percent in Bahia
        match = _OF_OTHERS.match(self.letters, end)
        return match is not None and not any(end <= s <= match.end() for s in self._starts)

    def _is_expected(self, n: int) -> bool:
        """Return whether a number is what was expected: better than the 0.8 percent that was forecast."""
        begin = self.numbers[n - 1].end if n else 0
        spot = self.numbers[n]
        return is_expected(self.letters[begin : spot.start], self.letters[spot.end :])

    def _is_afterwards(self, n: int) -> bool:
        """Return whether a number is of some time after the one before it that is not said."""
        begin, start = self.numbers[n - 1].end if n else 0, self.numbers[n].start
        if n and AND_ELSEWHERE.fullmatch(self.letters, begin, start) and self._is_afterwards(n - 1):
            return True
        later = n > 0 and AFTERWARDS.search(self.letters, begin, start) is not None
        vague = n > 0 and is_vague(self.letters, self.numbers[n])
        return later or vague or is_somewhen(self.letters, begin, self.numbers[n])

    def _is_compared(self, n: int) -> bool:
        time = self.times[n]
        lead = self.letters[max(0, time.start - LEAD) : time.start]
        if time.when.span is not None or lead == "Over ":  # Over 2023 as a whole
            return is_aside(self.letters, time, self.numbers)
        aside = is_aside(self.letters, time, self.numbers)
        if time.compared or aside or is_of_unread(self.letters, time.start, self.numbers):
            return True
        if _BETWEEN.search(lead) and self.letters.startswith(" and ", time.end):
            return True
        inside = lead.lower().endswith("over the ") and lasts(time.when, self.times)
        return not inside and is_past(self.letters, time.start)

    def _ahead_of(self, n: int) -> tuple[When | None, When | None]:
        """Return the period in brackets before a number, which is its own, and the one said before."""
        spot = self.numbers[n]
        begin = self.numbers[n - 1].end if n else 0
        others = n and (self.against[n - 1] or self._had_been(n - 1))
        passed = self._behind(n - 1) if others else None
        found = [
            (time, compared)
            for time, compared in self._between(begin, spot.start)
            if time != passed
            and not self._is_past_bracket(time, spot)
            and (
                not compared
                or self.letters.startswith(", when ", time.end)  # the quarter when it fell
                or WHEN_ONLY.match(self.letters, time.end)
                or opens_bracket(self.letters, (time.start, time.end), spot.start)
                or is_of_growth_then(self.letters, begin, time, spot)
                or LEVEL_OF.fullmatch(self.letters[time.end : spot.start])
                or dates_alone(self.letters, time, spot)
                or self.letters[time.end : spot.start] == "'s "  # August's 0.3%
            )
        ]
        if not found:
            return None, None
        last = found[-1][0]
        if last.when.span and self.letters.startswith(", when ", last.end):
            last = replace(last, when=start_of(last.when))  # since 2021, when it grew by
        between = self.letters[last.end : spot.start]
        bracketed = (
            between in (" (", "(", "'s ")
            or (found[-1][1] and WHEN_ONLY.match(self.letters, last.end) is not None)
            or (found[-1][1] and self.letters.startswith(", when ", last.end))
            or dates_alone(self.letters, last, spot)
            or LEVEL_OF.fullmatch(between)
            or between.strip() == "("
            or is_of_growth_then(self.letters, begin, last, spot)
            or (self.letters[last.start - 1 : last.start] == "(" and _COLON.fullmatch(between))
        )
        lasting = found[-2][0].when if bracketed and len(found) > 1 else None
        return (last.when, lasting) if bracketed else (None, last.when)

    def _is_past_bracket(self, time: Found, spot: Spot) -> bool:
        """Return whether a bracket before a number dates another one: (2023: 418,900); exports 3,015."""
        opened = self.letters[time.start - 1 : time.start] == "("
        labelled = opened and re.match(r": ?[\d+-]", self.letters[time.end : time.end + 3])
        return bool(labelled) and ")" in self.letters[time.end : spot.start]

    def _between(self, begin: int, end: int) -> Iterator[tuple[Found, bool]]:
        for n in range(bisect_left(self._starts, begin), bisect_left(self._starts, end)):
            yield self.times[n], self.compared[n]

    def _behind(self, n: int) -> Found | None:
        """Return the words of time right behind a number: 6.4 percent in the first quarter."""
        spot = self.numbers[n]
        if says_step(self.letters, spot.end):
            return None
        stop = self.numbers[n + 1].start if n + 1 < len(self.numbers) else len(self.letters)
        for time, compared in self._between(spot.end, stop):
            between = self.letters[spot.end : time.start]
            if self.against[n] and not ENDED.search(between):
                return time
            if compared and is_year_before(self.letters, spot, time):
                return time
            if compared:
                continue
            apart = _APART.search(between) or is_in_bracket(self.letters, spot.end, time.start)
            return None if apart or self._is_labelled(n + 1, time) else time
        return None

    def _is_labelled(self, n: int, time: Found) -> bool:
        """Return whether a bracket dates the number in it: 5.6 percent (2023: 5.8 percent)."""
        if self.letters[time.start - 1 : time.start] != "(":
            return False
        if labels_unread(self.letters, time.end):
            return True
        return (
            n < len(self.numbers)
            and _COLON.fullmatch(self.letters[time.end : self.numbers[n].start]) is not None
        )

    def _share_lists(self, whens: list[When | None]) -> None:
        """Give each number of a list its period: 8.5 and 0.7 percent in 2021 and 2022."""
        for n, (at, count) in enumerate(self.lists):
            if at or count < 2 or n + count > len(self.numbers):
                continue
            first, last = self.numbers[n], self.numbers[n + count - 1]
            ahead = side_by_side(
                self.letters, [t for t, c in self._between(0, first.start) if not c], count
            )
            after = [t for t, c in self._between(last.end, len(self.letters)) if not c]
            behind = side_by_side(self.letters, after[:count], count)
            if behind and side_by_side(self.letters, after[: count + 1], count + 1):
                whens[n : n + count] = [When()] * count  # more years than numbers: which is whose?
                continue
            for k, time in enumerate(ahead or behind):
                whens[n + k] = time.when
            if not ahead and not behind:
                beside = [t for t in self.times if t.end <= first.start or t.start >= last.end]
                for k, year in enumerate(each_year(beside, count)):
                    whens[n + k] = year

    def _later(self, n: int, whens: Sequence[When | None]) -> When | None:
        """Return the period that is said only behind a later number of the same clause."""
        start = self.numbers[n].end
        for k in range(n + 1, len(self.numbers)):
            if self.numbers[k].start > start + CLAUSE:
                return None
            if _STOP.search(self.letters[start : self.numbers[k].start]):
                return None
            if self.against[k] == self.against[n] and whens[k] is not None:
                return None if says_step(self.letters, start) else whens[k]
        last = self.numbers[-1]
        if self.against[-1] or last.end > start + CLAUSE:
            return None
        for time, compared in self._between(last.end, len(self.letters)):
            if (
                not compared
                and not _STOP.search(self.letters[start : time.start])
                and not (self.against[n] or is_in_bracket(self.letters, last.end, time.start))
                and not (
                    _PRIOR.match(self.letters, time.start)
                    or self._is_labelled(len(self.numbers), time)
                )
            ):
                return time.when
        return None

    def _base(self, n: int) -> When | None:
        """Return the period that a number is said to be compared with: higher than in 2020."""
        begin = self.numbers[n - 1].end if n else 0
        stop = self.numbers[n + 1].start if n + 1 < len(self.numbers) else len(self.letters)
        closed = self.letters.startswith(")", self.numbers[n].end)  # than in 2022 (+3 percent), but
        stop = self.numbers[n].end if closed else stop
        found = [
            time
            for time, compared in self._between(begin, stop)
            if compared
            and not is_aside(self.letters, time, self.numbers)
            and not is_of_last(self.letters, time, self.numbers[max(0, n - 1) : n + 1])
        ]
        behind = [time for time in found if time.start >= self.numbers[n].end]
        if not found and held_to_amount(self.letters, self.numbers, self.against, n):
            beside = self._behind(n + 1)  # by 10 percent in May compared to 4 billion in April
            found = [beside] if beside is not None else []
        one = (behind or found[-1:])[:1]  # than in 2022, yet more than in 2019
        return next((t.when for t in one if t.when.months or twelve_before(t.when)), None)
