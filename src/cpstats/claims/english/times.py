"""The words of time in an English text: In July 2026, the January-May period, the first half of this year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.english import running_months
from cpstats.claims.english.asides import LAW
from cpstats.claims.english.counting import MONTHS, counted, month_of
from cpstats.claims.english.earlier import RECORD, ago, is_bracketed, is_record, later
from cpstats.claims.english.joined_times import Found, averaged, is_its_year, year_behind
from cpstats.claims.english.running_months import running, twelve_before, twelve_months
from cpstats.claims.terms.periods import UNSAID, When, ahead, end_of, months_of, years_of
from cpstats.claims.terms.trie import pattern_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.periods import Clock

_MONTH = r"(?:" + "|".join(f"{n[:3]}(?:{n[3:]})?" for n in MONTHS) + r"|Sept)\.?"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_ORDINAL |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNT = counted(2, 11)
_NUMBER = rf"(?:{'|'.join(_COUNT)}|\d\d?)"
# The year of some months: said, or this or last year, or none.
_OF = r"(?:[,-]? ?(?:(?:of|in) )?(?:(?P<y{n}>(?:19|20)\d\d)(?!\d)|(?P<r{n}>this|last|the previous|the same|the current) year(?!'s)|the year(?! [ae])))?"
_SPOKEN = r"(?: ?\((?:[^()\d]{3,30}|[QH][1-4])\))?"  # Quarter 3 (July to Sept) 2022
_TIMES = (
    rf"(?:(?<=period )from |(?<=months )from |(?<!from )(?<!between )\b)(?P<xm1>{_MONTH}) (?P<xy1>{_YEAR})(?: to | through | - |-)(?P<xm2>{_MONTH}) (?P<xy2>{_YEAR})(?!\d)|\b(?P<ytd>year[ -]to[ -]date|so far (?:this year|in (?:19|20)\d\d))\b|\b(?P<cm1>{_MONTH})(?: to | through | - |-|\u2013)(?P<cm2>{_MONTH})(?: period)?(?:,? (?:of |in |during )?(?:the )?\(?(?:FY ?|fiscal (?:year )?|financial year )?(?P<cy1>(?:19|20)\d\d)[-/](?P<cy2>(?:20)?\d\d)(?!\d)\)?)|\b(?P<unsaid>(?:first|second|third|fourth|last) (?:quarter|half|(?:two|three) quarters|{_NUMBER} months) of (?:the |this |its )?(?:(?:current|last|previous|ongoing|outgoing|same|preceding|running) )?(?:fiscal|financial)(?: year)?(?: (?:19|20)\d\d(?:[-/]\d{{2,4}})?)?|since the (?:beginning|start) of (?:the|this) year\b|Q[1-4][ :-]?(?:of )?FY[ -]?(?:20)?\d\d(?:[-/]\d\d)?\b|(?:19|20)\d\d/(?:20)?\d\d[ -]Q[1-4]\b|(?:Q[1-4]|(?:first|second|third|fourth)[ -](?:quarter|half)) (?:of |in )?(?:FY ?|fiscal (?:year )?|financial year )?(?:19|20)\d\d[-/]\d\d\b|(?:first|second|third|fourth)[ -](?:quarter|half) (?:of |in )?(?:FY ?|fiscal (?:year )?|financial year )(?:20)?\d\d\b)|"
    + "|".join(
        part.replace("{n}", str(n))
        for n, part in enumerate(
            (
                rf"\b(?:from |between )?(?P<m1>{_MONTH})(?: to | through | and | - |-)(?P<m2>{_MONTH})(?!\w)(?: period| quarter)?{_OF}",
                rf"\b(?:(?P<r9>this|last) year's )?(?:(?:previous|preceding|latest) (?=second))?(?P<order>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[ -](?:quarter(?!s|ly| in a row| running)(?:'s)?|quarters(?:(?<=and second quarters)|(?<=and third quarters)|(?<=and fourth quarters))(?! in a row)|three months(?= of \d)){_SPOKEN}{_OF}",
                rf"\b(?P<half>first|second|latter)[ -]half(?:[ -]year)?(?! of (?:the month|{_MONTH}\b)){_OF}",
                rf"\b(?:first[ -]|(?:in|for|during) (?:the )?)(?P<quarters>two|three)[ -]quarters(?:'|')?(?: (?:to|through|ended|ending)(?: in)? (?:June|September))?{_OF}",
                rf"\b(?:first[ -]|(?:this|that|the) (?=[a-z]+-month period\b))(?P<months>{_NUMBER})[ -]months?(?: period)?{_OF}|\bover the first (?P<bare>{_NUMBER})(?= and\b| ?[,.;)])",
                rf"\b(?:(?P<y10>{_YEAR})[ -]?)?(?:Q1(?: and | to | through |-)Q(?P<upto>[234])|Q(?P<q>[1-4])|(?P<q2>[1-4])Q|quarter (?P<q3>[1-4]))\b{_SPOKEN}{_OF}",
                rf"\b(?:H(?P<h>[12])|(?P<h2>[12])H)\b{_OF}",
                rf"\b(?:(?:by|at|as of|until) )?(?:the )?(?<!other )(?<!upper )(?<!lower )(?<!top )(?<!bottom )(?:end[ -](?!of (?:the (?:[a-z]+|\d[a-z]{{2}}) (?:quarter|half|month|week|decade|century)\b|[QH]\d))(?:of )?|end-)(?:(?P<m3>{_MONTH})(?!\w))?{_OF}",
                rf"\b(?P<on>as of |by |on (?=(?:3[01]|28|29)(?:st|th)? (?:Dec|Mar|Jun|Sep)|(?:Dec|Mar|Jun|Sep)[a-z]* 3[01]))?(?:(?P<m5>{_MONTH}) (?P<d1>\d\d?)|(?P<d2>\d\d?)(?:st|nd|rd|th)? (?P<m6>{_MONTH}))(?![\d.,]\d)(?!\w)(?:,? ?(?P<y{{n}}>{_YEAR}))?",
                rf"\b(?:(?P<run>(?:twelve|{_NUMBER}) months|year|quarter) (?:to|ended|ending|through)(?: in)? (?:the |end-|\d\d? )?)?(?P<m4>{_MONTH})(?!\w)(?! \d\d?\b)(?P<mq> quarter)?{_OF}(?P<mq2> quarter\b)?".replace(
                    "{n}", "11"
                ),
            )
        )
    )
    + rf"|\b(?:(?P<plan>\d\d)th (?:five|5)[- ]year plan|(?P<named>NAMES))(?: period)?(?: \({_YEAR}-{_YEAR}\))?"
    rf"|\b(?P<fiscal>(?:fiscal|financial) (?:year )?|FY ?)(?P<fy>(?:19|20)?\d\d)(?P<fyto>[-/]\d{{2,4}})?\b"
    rf"|\b(?P<ends>between (?:calendar years )?|from )?(?P<a>{_YEAR})(?: ?- ?| to | through |/|(?(ends) and |(?!)))(?P<b>{_YEAR}|(?<! to )(?<! through )\d\d)(?!\d|[,.]\d|-\d|\)? prices?\b| ?(?:%|percent|per cent|[mbtr]illion|thousand|people|persons|points)\b)(?: \(base {_YEAR}\)| (?:fiscal|financial|school|academic|budget|crop|marketing|tax) year\b)?"
    r"|\b(?:past|last|previous) (?:(?P<past>five|three|two|four|ten) years|(?P<decade>decade))\b"
    rf"|\b(?:over|in|during) (?:the )?(?P<upn>{_NUMBER}) years (?:up )?to (?P<upy>{_YEAR})(?!\d)"
    rf"|\b(?:past|last|previous) (?P<pastm>{_NUMBER}) months\b"
    r"|\bsince (?P<since>(?:19|20)\d\d)(?!\d|[-/]\d)"
    r"|\b(?P<same>(?:the )?(?P<samey3>(?:19|20)\d\d) (?:review |reference |reporting )?period\b|(?:the )?(?:same|corresponding|similar|comparable|equivalent) (?:(?P<samey2>(?:19|20)\d\d) )?(?:period|time|month|quarter)(?: (?:of|in|for)(?= (?:19|20)\d\d| (?:a|the|last)\b))?(?: (?:a year (?:earlier|ago|before)|(?:of )?(?:last|the previous|the prior|the preceding) year|(?P<samey>(?:19|20)\d\d)))?)"
    r"|\b(?P<quarter>previous|prior|preceding|last) quarter\b(?! of (?-i:[a-z]|(?:19|20)\d\d\b))"
    r"|\b(?P<latest>(?:latest|current) (?:quarter|month|period))\b"
    r"|\b(?P<month>last|this|(?:the )?previous|the same|(?:the )?prior|(?:the )?preceding) month\b"
    r"|\b(?P<rel>this|(?<!\bthe )last|the previous|the same|the whole of last|full[- ]|the prior|the preceding|the current) ?year(?! (?:19|20)\d\d)(?!-on| on|'s(?! \d))\b"
    r"|\b(?:(?:in|for|over) the (?P<whole>(?:full|whole|entire) year|(?<=for the )year(?! (?:to|ended|ending|through|before|earlier|ago|as|from|of|\d)))|(?:end(?:ed|s|ing)|clos(?:ed|es|ing)|finish(?:ed|es|ing)) (?P<ended>the) year)\b"
    r"|\b(?:a|one|the) year (?P<ago>earlier|ago|before)\b|(?<=year )(?P<ago2>earlier)\b"
    rf"|\b(?P<agon>{_NUMBER}) years (?:earlier|ago|before)\b"
    rf"|\b(?P<later>a|{_NUMBER}) years? (?:later|afterwards)\b"
    rf"|\b(?:in|for|of|from|than) the (?P<alone>first|second|third|fourth)(?: of (?P<aloney>{_YEAR})(?!\d)|(?= ?[.,;:)]| and\b|$))"
    rf"|(?<![\d,.$])(?<!(?<!mid)(?<!early)(?<!late)-)(?<!\d/)(?P<y>{_YEAR})(?! ?= ?100?\b)(?![\d,.]\d)(?!\d)(?!-\d)(?!\) dollars)(?! ?(?:yuan|%|percent|per cent|people|prices?\b|PPP|dollars|[aA]genda|[a-z]+s (?:were|was)\b))"
)
_YEAR_LONG = 12
_FISCAL = pattern(
    r"\b(?:quarter|quarters|half|months) of (?:the |this )?(?:\w+ )?(?:fiscal|financial) year"
)
_NAME = 20  # signs before a time in which the name stands that it belongs to, or what part it is
_CAPITAL = ("may", "mar", "march", "dec", "sep", "jan")


_PAST = pattern(r"\b(?:compared|after|following|from|than|against)\b", re.IGNORECASE)
_AHEAD = pattern(
    r"\b(?:will|would|could|may|should|expect|forecast|project|predict|see[ns]?|aim|plan|target|goal|likely|outlook|is to|are to|by|until)",
    re.IGNORECASE,
)
_FROM_THEN = pattern(  # up from 1.6 percent in 2017
    r"\b(?:up|down|from|than|after|against|following|versus|with) (?:from )?[^,;()]{0,24}\d[^,;()]{0,24}\b(?:in|for|of)(?: the)? $|\b(?:from|than|over) (?:in |last )?(?:the )?$"
)
_QUARTERS_BEHIND = pattern(
    r"[^;]{4,140}? in the (?:first|second|third|fourth|last) quarter\b", re.IGNORECASE
)
_CLAUSE_OPENS = pattern(r"(?:^|[;:] (?:in )?|\b(?:while|whereas|but) (?:in )?)$")
_RECENT = 4  # words of time among which that quarter is looked for
_YEAR_BEFORE = ("the previous", "the prior", "the preceding")
_THAT_YEAR = ("the same", "the current")


def english_times(text: str, clock: Clock, frame: When) -> list[Found]:
    """Return the periods that an English sentence names, in order.

    A month or quarter without a year has that of the frame, else the last one that was over.
    """
    found: list[Found] = []
    names = tuple(name for span in clock.spans.values() for name in span.names)
    for match in _pattern(names).finditer(text):
        name = match["m4"] or match["m1"] or ""
        if not match.group().strip() or (name.lower() in _CAPITAL and not name[0].isupper()):
            continue
        spoken = _last_quarter(found) if match["alone"] and not _is_quarter(frame) else None
        when = _when(match, clock, spoken or frame)
        if when is None:
            continue
        if found and match["y"] and is_its_year(match, found[-1]):
            when = found[-1].when
        rel = (match["rel"] or "").lower()
        compared = bool(match["ago"] or match["ago2"] or match["agon"]) or rel in _YEAR_BEFORE
        compared = compared and not _is_fronted(match)
        # two years later is on what was spoken of first
        steady = match["same"] or match["later"] or is_bracketed(text, *match.span())
        held = is_record(text[max(0, match.start() - RECORD) : match.start()])
        if not (compared or steady or held or _FROM_THEN.search(text, 0, match.start())):
            frame = when if when.code else frame
        found.append(Found(match.start(), match.end(), ahead(when, clock), compared))
    return averaged(text, found, clock)


def _is_fronted(match: re.Match[str]) -> bool:
    """Return whether words of time open a clause of their own: grew 5 percent; the year before, growth was."""
    opened = _CLAUSE_OPENS.search(match.string, 0, match.start()) is not None
    return match.start() == 0 or (opened and match.string.startswith(",", match.end()))


def _last_quarter(found: list[Found]) -> When | None:
    return next((f.when for f in found[:-_RECENT:-1] if _is_quarter(f.when)), None)


def _is_quarter(when: When) -> bool:
    return when.months is not None and not when.is_day and when.months[2] - when.months[1] == 2


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all words of time, the English names of spans among them."""
    words = [name for name in names if name.isascii() and " " in name]
    named = pattern_of(words) if words else "(?!)"
    return re.compile(_TIMES.replace("NAMES", named), re.IGNORECASE | re.ASCII)


_SAID_YEARS = tuple(re.findall(r"\(\?P<(y\d+)>", _TIMES))
_SPOKEN_YEARS = tuple(re.findall(r"\(\?P<(r\d+)>", _TIMES))


def _when(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    """Return what the words mean; the first of the named groups says which kind they are."""
    for groups, read in _KINDS:
        if any(match[group] for group in groups):
            return read(match, clock, frame)
    return _months(match, clock, frame)


_SOMEWHEN = pattern(r"\b(?P<part>early|mid|late)[- ]$", re.IGNORECASE)
_PARTS = {"early": ("Q1", "H1", "01"), "mid": ("Q2", "Q3", "06"), "late": ("Q4", "H2", "12")}


def _planned(match: re.Match[str], clock: Clock, _: When) -> When | None:
    number = match["plan"]
    years = clock.spans.named(f"{number}th five-year plan" if number else match["named"])
    return years_of(*years, clock) if years else None


def _years(match: re.Match[str], clock: Clock, _: When) -> When | None:
    first, last = match["a"], match["b"]
    if len(last) < len(first):
        if (int(first) + 1) % 100 == int(last):  # 2023-24 is twelve months from any month on
            return twelve_months(first, ends=True)
        last = first[:2] + last
    if int(last) - int(first) == 1 and match.group()[:5].lower() in ("betwe", "from "):
        return months_of(int(last), 1, 12)
    return replace(years_of(int(first), int(last), clock), opened=True) if first <= last else None


def _fiscal(match: re.Match[str], _: Clock, __: When) -> When:
    year = match["fy"]
    return twelve_months(year if len(year) > 2 else f"20{year}", ends=bool(match["fyto"]))


def _year(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    if match["y"] and LAW.search(match.string, max(0, match.start() - _NAME), match.start()):
        return None  # the Bank of England Act 1998
    if match["y"]:
        when = months_of(int(match["y"]), 1, 12)
        part = _SOMEWHEN.search(match.string, max(0, match.start() - 6), match.start())
        some = _PARTS[part["part"].lower()] if part else ()
        return replace(when, readings=(*when.readings, *(f"{when.code}-{p}" for p in some)))
    if match["whole"] or match["ended"]:
        year = frame.year if frame.source != "docdate" else clock.reported_year
        return months_of(year, 1, 12) if year else None
    word = match["rel"].lower().removesuffix(" year")
    if before := twelve_before(frame) or running_months.year_before(frame):
        word = "the previous" if word == "last" else "the current" if word == "this" else word
        return before if word in _YEAR_BEFORE else frame if word in _THAT_YEAR else None
    year = None if _FISCAL.search(match.string) else _relative(word, clock, frame)
    unsaid = UNSAID if word.endswith(("last", "this", "current")) else None
    return months_of(year, 1, 12) if year is not None else unsaid


def _months(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    months = _first_last(match)
    if months is None or months[0] > months[1]:
        return None
    said = next((match[g] for g in _SAID_YEARS if match[g]), None)
    rel = next((match[g] for g in _SPOKEN_YEARS if match[g]), None)
    framed = frame.year if frame.source != "docdate" else None
    last = (match["order"] or "").lower() == "last" and not said and not rel
    if last and (_is_quarter(frame) or (framed is None and clock.published)):
        return _quarter_before(match, clock, frame)
    if not said and not rel and (behind := year_behind(match)):
        said = behind
    if said:
        year: int | None = int(said)
    elif rel:
        year = _relative(rel.lower(), clock, frame)
    else:
        year = framed if framed is not None else clock.latest(months[1])
    year = (runs := running_months.that_runs(match, clock, months[1])) or year
    if year is None:
        return UNSAID if rel else None  # the third quarter of last year: which, nobody says
    past = (
        not (said or rel or runs)
        and clock.published is not None
        and not clock.known(year, months[1])
    )
    back = _PAST.search(match.string[max(0, match.start() - 60) : match.start()])
    if past and (back or not _AHEAD.search(match.string)):
        year -= 1  # a turnaround from the contraction in the fourth quarter, said in April
    if match["run"] and months[0] == months[1]:  # the year to the June quarter is that quarter
        return running(_run_of(match["run"].lower()), year, months[1])
    if match["m1"] and match.group()[:7].lower() == "between":
        return replace(months_of(year, *months), opened=True)
    at_end = re.search(r"\bend\b", match.group(), re.IGNORECASE) is not None
    return end_of(year, months[1]) if at_end else months_of(year, *months)


def _run_of(words: str) -> int:
    """Return how many months words such as the nine months, the year are."""
    count = words.partition(" ")[0].replace("quarter", "3")
    return _COUNT.get(count) or (int(count) if count.isdigit() else _YEAR_LONG)


def _first_last(match: re.Match[str]) -> tuple[int, int] | None:
    """Return first and last month."""
    if match["m1"]:
        return month_of(match["m1"]), month_of(match["m2"])
    number = match["q"] or match["q2"] or match["q3"]
    if match["order"] or number:
        quarter = int(number) if number else _ORDINAL[match["order"].lower()]
        return 3 * quarter - 2, 3 * quarter
    if match["half"] or match["h"] or match["h2"]:
        first = (match["half"] or "").lower() == "first" or "1" in (match["h"], match["h2"])
        return (1, 6) if first else (7, 12)
    if match["m4"] and (match["mq"] or match["mq2"]):
        return max(month_of(match["m4"]) - 2, 1), month_of(match["m4"])
    if match["m4"]:
        return month_of(match["m4"]), month_of(match["m4"])
    return _up_to(match)


def _up_to(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the months from January to the one that is said, or counted to."""
    if match["upto"]:
        return 1, 3 * int(match["upto"])
    if match["quarters"]:
        return 1, 3 * _COUNT[match["quarters"].lower()]
    if match["bare"] and " months" not in match.string[: match.start()]:
        return None  # over the first nine, behind the first ten months
    if match["months"] or match["bare"]:
        said = (match["months"] or match["bare"]).lower()
        last = _COUNT.get(said) or int(said)
        return (1, last) if 1 < last <= len(MONTHS) else None
    return 1, month_of(match["m3"]) if match["m3"] else len(MONTHS)


def _past(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    last = int(match["upy"]) if match["upy"] else clock.reported_year
    if last is None and match["since"] and frame.source == "sentence":
        last = frame.year
    if last is None:
        return None if match["since"] else UNSAID
    if match["since"]:
        first = int(match["since"])
        return replace(years_of(first, last, clock), opened=True) if first <= last else None
    said = (match["past"] or match["upn"] or "10").lower()
    count = _COUNT.get(said) or int(said)
    return years_of(last - count + 1, last, clock)


def _same(match: re.Match[str], _: Clock, frame: When) -> When | None:
    """Return the same months of the year that is named, else those spoken of."""
    if frame.months is None:
        return None
    words = match["same"].lower()
    if year := match["samey"] or match["samey2"] or match["samey3"]:
        return months_of(int(year), *frame.months[1:])
    if re.search(r"earlier|ago|before|last|previous", words):
        return ago(match, _, frame)
    return frame


def _quarter_before(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    spoken = frame.months if frame.source != "docdate" else None
    if spoken is None and clock.published is not None:  # the one that was over on that day
        over = 3 * ((clock.published.month - 1) // 3)
        year, last = (clock.published.year, over) if over else (clock.published.year - 1, 12)
        if (match["quarter"] or "last").lower() == "last":
            return months_of(year, last - 2, last, source="docdate")
        spoken = (year, last - 2, last)
    if spoken is None or frame.is_day or spoken[2] % 3:
        return None
    year, last = spoken[0], spoken[2]
    months = (year, last - 5, last - 3) if last > 3 else (year - 1, 10, 12)
    return months_of(*months, source="sentence" if frame.source != "docdate" else "docdate")


def _ordinal_alone(match: re.Match[str], _: Clock, frame: When) -> When | None:
    """Return the quarter of an ordinal alone, after another quarter: in the third … in the second."""
    if match["aloney"]:  # no quarter was worse than the first of 2020
        last = 3 * _ORDINAL[match["alone"].lower()]
        part = "quarter" in match.string[: match.start()].lower()
        return months_of(int(match["aloney"]), last - 2 if part else 1, last if part else 12)
    listed = _QUARTERS_BEHIND.match(
        match.string, match.end()
    )  # in the first, … in the fourth quarter
    if frame.months is None or (frame.months[2] - frame.months[1] != 2 and not listed):
        return None
    year, last = frame.months[0], 3 * _ORDINAL[match["alone"].lower()]
    if listed and frame.months[2] - frame.months[1] > 2:
        return months_of(year, last - 2, last)
    lead = match.string[max(0, match.start() - 60) : match.start()]
    past = _PAST.search(lead[max(0, lead.rfind("quarter")) :]) is not None
    return months_of(year - (past and last > frame.months[2]), last - 2, last)


def _relative(word: str, clock: Clock, frame: When) -> int | None:
    published = clock.published.year if clock.published else None
    if word in ("this", "the current"):
        return published
    if word in ("last", "the whole of last"):
        return published - 1 if published else None
    year = frame.year if frame.year is not None else clock.reported_year
    return year - 1 if year is not None and word in _YEAR_BEFORE else year


def _day(match: re.Match[str], clock: Clock, _: When) -> When | None:
    """Return the state on a day (as of June 30, 2020); any other day dates an event."""
    if not match["on"]:
        return When()
    month = month_of(match["m5"] or match["m6"])
    year = int(match["y8"]) if match["y8"] else clock.latest(month)
    day = int(match["d1"] or match["d2"])
    if year is None or not 1 <= day <= 31:
        return None
    code = f"{year:04d}-{month:02d}-{day:02d}"
    return replace(end_of(year, month), code=code, readings=(code,))


_KINDS = (
    (("unsaid",), lambda _, __, ___: UNSAID),
    *running_months.KINDS,
    (("plan", "named"), _planned),
    (("fiscal",), _fiscal),
    (("a",), _years),
    (
        ("pastm",),
        lambda match, clock, _: running_months.past_months(_run_of(match["pastm"].lower()), clock),
    ),
    (("past", "decade", "since", "upn"), _past),
    (("same",), _same),
    (("quarter",), _quarter_before),
    (("latest",), lambda _, __, frame: frame if frame.months is not None else None),
    (("alone",), _ordinal_alone),
    (("ago", "ago2", "agon"), ago),
    (("later",), later),
    (("y", "rel", "whole", "ended"), _year),
    (("d1", "d2"), _day),
)
