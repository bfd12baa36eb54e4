"""Figures of years whose name says a part of the year: Exports, Jan-Nov; Nov exports beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.frequencies import FROM_TO, NUMBER_OF
from cpstats.store.named_parts import COUNTED, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NAME, PERIOD = 0, 2
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBERED = re.compile(r"(?<![\d-])1[-—–~至](1[0-2]|[2-9])月")
ONE_NUMBERED = re.compile(r"(?<![\d—–~至.-])(1[0-2]|[1-9])月(?!\d|以)份?")
WORD = re.compile(r"[^\W\d_]{3,12}")
# no Q1: that is a fifth of the households too
PART = pattern(
    r"\b(?P<half>H[12]|[Ff]irst half|[Ss]econd half|1st half|2nd half|[12]\. Halbjahr|1er semestre|2e semestre|[12]º semestre"
    r"|[Pp]rimer semestre|[Ss]egundo semestre|[Pp]rimo semestre|[Ss]econdo semestre)(?: of (?:the )?year)?(?![\w-])"
    r"|\b(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th) quarter(?![\w-])|(?P<chinese>[上下]半年)"
)
FIRSTS = ("first", "1st", "1.", "1er", "1º", "primer", "primo", "h1", "上半年")
ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
CODED = re.compile(r"(?:.*, )?(?P<letter>[A-Z])[1-9]")
HALVES = frozenset("HQ")
ENDS = " ,;:()[]-–."
LEADS = re.compile(r"(?:(?:^|\s)(?:in|im|for|en|em|za|w|за|в|у))$", re.IGNORECASE)
QUARTERS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}


def with_parts_of_names(rows: Sequence[list[str]]) -> list[Message]:
    """Put the months that a name says for the year of its figures, and return what is said of it."""
    years = {row[NAME] for row in rows if YEAR.fullmatch(row[PERIOD])}
    names = {row[NAME] for row in rows} if years else ()
    letters = {found["letter"] for name in names if (found := CODED.fullmatch(name))}
    codes = bool(letters - HALVES)  # E1, E2, H1, H2: no half of a year is among them
    parted = (name for name in names if not (codes and CODED.fullmatch(name)))
    runs = {name: run for name in parted if (run := run_in(name))}
    if not runs:
        return []
    parts = {name: _code(run) for name, (run, _) in runs.items()}
    rests = {rest for _, rest in runs.values()}
    parts |= {name: f"-{n:02d}" for name in years - runs.keys() if (n := month_in(name, rests))}
    for row in rows:
        part = parts.get(row[NAME], "")
        if part and YEAR.fullmatch(row[PERIOD]):
            year = row[PERIOD]
            row[PERIOD] = f"{year}-01/{year}{part[1:]}" if part.startswith("/") else f"{year}{part}"
    named = [n for n in dict.fromkeys(r[NAME] for r in rows) if n in years and parts.get(n)]
    return [_told(tuple(f"“{name}”" for name in named[:3]))] if named else []


@lru_cache(maxsize=4096)
def run_in(name: str) -> tuple[tuple[int, int], str] | None:
    """Return the first and the last of the months that a name says, and the rest of it; None where it says none.

    >>> run_in("Exports, Jan-Nov"), run_in("Ocak-Kasım ihracat"), run_in("1-11月出口")
    (((1, 11), 'Exports'), ((1, 11), 'ihracat'), ((1, 11), '出口'))
    >>> run_in("Tea-Rice mix"), run_in("Nov-Feb exports"), run_in("Exports")
    (None, None, None)
    >>> run_in("H1 exports"), run_in("Exports, second half"), run_in("First quarter exports"), run_in("H1N1 cases")
    (((1, 6), 'exports'), ((7, 12), 'Exports'), ((1, 3), 'exports'), None)
    """
    if part := PART.search(name):
        return _months_of(part), _rest(name, part)
    for found in FROM_TO.finditer(name):
        first, last = (NUMBER_OF.get(found[side].casefold(), 0) for side in ("a", "b"))
        if 0 < first < last:
            return (first, last), _rest(name, found)
    if numbered := NUMBERED.search(name):
        return (1, int(numbered[1])), _rest(name, numbered)
    if counted := COUNTED.fullmatch(name.strip(ENDS)):  # 9 months, beside Full year
        number = counted["n"].casefold()
        return (1, NUMBERS.get(number) or int(number)), ""
    return None


def _months_of(part: re.Match[str]) -> tuple[int, int]:
    """Return the first and the last month of a half or a quarter in words."""
    if part["quarter"]:
        last = 3 * ORDER[part["quarter"].casefold()]
        return last - 2, last
    return (1, 6) if part[0].casefold().startswith(FIRSTS) else (7, 12)


def month_in(name: str, rests: Collection[str]) -> int:
    """Return the month that a name says beside one of the others, which name months up to another; 0 where it says none.

    >>> month_in("Exports, Nov", {"Exports"}), month_in("Nov exports", {"Imports"}), month_in("11月出口", {"出口"})
    (11, 0, 11)
    """
    same = {rest.casefold() for rest in rests}
    found = (m for form in (WORD, ONE_NUMBERED) for m in form.finditer(name))
    for one in found:
        number = NUMBER_OF.get(one[0].casefold(), 0) if one.re is WORD else int(one[1])
        if number and _rest(name, one).casefold() in same:
            return number
    return 0


def _rest(name: str, found: re.Match[str]) -> str:
    """Return a name without the months in it."""
    before, behind = name[: found.start()].strip(ENDS), name[found.end() :].strip(ENDS)
    return f"{LEADS.sub('', before).strip(ENDS)} {behind}".strip()


def _code(run: tuple[int, int]) -> str:
    """Return what stands behind a year for months: a quarter, a half, or those up to the last; nothing for a year, or what no period is.

    >>> [_code(run) for run in ((1, 11), (4, 6), (1, 6), (1, 12), (4, 10))]
    ['/-11', '-Q2', '-H1', '', '']
    """
    if run in QUARTERS:
        return f"-{QUARTERS[run]}"
    return f"/-{run[1]:02d}" if run[0] == 1 and run[1] < max(NUMBER_OF.values()) else ""


def _told(names: tuple[str, ...]) -> Message:
    return Message(
        "{}: the figures are of those months of each year",
        "{}：数据为各年的该时段",
        names,
    )
