"""Constructions of releases and news, filled with true figures and with wrong ones.

`python benchmarks/constructed.py [-v]`: no true number may be called false; the twins of the number
with the star (last year's figure, the nation's, another sign, ten times, per cent for points, one
rank off) should be. The constructions are in `constructions/`, with what their slots mean.
"""

from __future__ import annotations

import csv
import re
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.model.unit import PLACE
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data/observations"
PACKAGE = open_package()
NATION, YEARS = "100000", range(2015, 2026)
PROVINCES = PACKAGE.catalogue.children(NATION)
HOME = ("110000", "110114")  # where most is known


def _called(code: str) -> dict[str, tuple[str, str, str]]:
    """Return the long and the short name of a place and what its texts call it."""
    place = PACKAGE.catalogue.places[code]
    long, kind = place.name_zh, place.name_zh[-1]
    short = long if kind == "区" and code[2:] == "0000" else long[:-1]
    told = {"city": "the city", "district": "the district"}.get(place.level, "the province")
    name = place.name_en
    return {"zh": (long, short, f"全{kind}"), "en": (name, name, told)}


PLACES = {
    language: {code: _called(code)[language] for code in dict.fromkeys((*HOME, *PROVINCES))}
    for language in ("zh", "en")
}
VERBS = {
    "growth": ("增长", "下降"),
    "rise": ("上涨", "下降"),
    "moved": ("上升", "下降"),
    "gap": ("高于全国", "低于全国"),
}
ENGLISH = {  # a unit of the data as English prints it: by what its number is divided
    "亿元": (10, "billion yuan"), "万亿元": (1, "trillion yuan"), "十亿元": (1, "billion yuan"), "百万人": (1, "million"), "元": (1, "yuan"), "%": (1, "percent"), "万人": (100, "million"),
    PLACE: (1, "place"), "个百分点": (1, "percentage points"), "亿美元": (10, "billion US dollars"),
}  # fmt: skip
Claim = dict[str, Any]  # of the JSON of check
FALSE = ("contradicted", "inconsistent")
_SLOT = re.compile(r"<(?P<ind>\w+):(?P<kind>\w+?)(?P<back>-1)?(?P<nation>@N)?(?P<star>\*)?>")
_YEAR = re.compile(r"\{Y(?P<back>-1)?\}")
Key = tuple[str, str, str, str, str]  # indicator, place, period, measure, price basis
# how a part of a year is marked, coded and said, and when its figures are known
PARTS = {"{H}": ("-H1", "上半年", "the first half", (7, 25)),
         "{N}": ("-01/{}-09", "前三季度", "the first three quarters", (10, 28)),
         "{Q}": ("-Q1", "一季度", "the first quarter", (4, 25))}  # fmt: skip


def _figures() -> dict[Key, tuple[str, str]]:
    """Return number and unit of every figure that was announced first."""
    found: dict[Key, tuple[str, str]] = {}
    for file in sorted(DATA.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                told = row["vintage"] in ("", "first") and row["obs_status"] != "forecast"
                if told and not row["bound"]:
                    key = (row["indicator"], row["ref_area"], row["time_period"],
                           row["measure"], row["price_basis"])  # fmt: skip
                    found.setdefault(key, (row["obs_value"], row["unit"]))
    return found


FIGURES = _figures()


class NoFigureError(Exception):
    """A slot has no figure at this place and year."""


@dataclass(frozen=True)
class Slot:
    """A slot with what fills it: `words` around a number, which a twin replaces."""

    number: str  # without a sign
    unit: str
    down: bool = False
    up_word: str = ""
    down_word: str = ""

    def text(self, language: str = "zh") -> str:
        """Return the slot as it is printed."""
        word = self.down_word if self.down else self.up_word
        sign = "-" if self.down and not self.up_word else ""
        if language == "zh":
            return f"{word}{sign}{self.number}{self.unit}"
        word = ("fell " if self.down else "rose ") if word else ""
        unit = ENGLISH.get(self.unit, (1, ""))[1]
        return (
            self.printed(language)
            if self.unit == PLACE
            else f"{word}{sign}{self.printed(language)} {unit}"
        )

    def printed(self, language: str) -> str:
        """Return the number in the unit of the language, as exactly as it is."""
        if language == "zh":
            return self.number
        if self.unit not in ENGLISH:
            raise NoFigureError
        divisor = ENGLISH.get(self.unit, (1, ""))[0]
        if self.unit == PLACE:
            return ordinal(int(self.number))
        places = len(self.number.partition(".")[2]) + len(str(divisor)) - 1
        return f"{float(self.number) / divisor:,.{places}f}"


def _value(ind: str, place: str, when: str, measure: str) -> tuple[str, str]:
    thing = PACKAGE.catalogue.indicators[ind]
    bases = {"growth": (thing.growth_basis, "", "current")}.get(measure, ("current", ""))
    if measure == "growth" and thing.growth_basis == "constant":
        bases = ("constant", "")
    for basis in dict.fromkeys(bases):
        if found := FIGURES.get((ind, place, when, measure, basis)):
            return found
    if measure == "growth":  # an index of which the year before is 100
        for basis in ("constant", ""):
            if found := FIGURES.get((ind, place, when, "index", basis)):
                return f"{float(found[0]) - 100:.1f}", "%"
    raise NoFigureError


def _ranked(ind: str, place: str, when: str) -> int:
    """Return the rank of a place among those of the nation, where each has a figure."""
    above = PACKAGE.catalogue.places[place].parent
    if above != NATION:
        raise NoFigureError
    among = PACKAGE.catalogue.children(above)
    levels = {code: float(_value(ind, code, when, "level")[0]) for code in among}
    return 1 + sum(value > levels[place] for value in levels.values())


def _of_basis(ind: str, place: str, when: str, basis: str) -> tuple[str, str]:
    if found := FIGURES.get((ind, place, when, "growth", basis)):
        return found
    raise NoFigureError


def _moving(number: str, unit: str, up: str = "", down: str = "") -> Slot:
    return Slot(number.lstrip("-"), unit, number.startswith("-"), up, down)


def _share(ind: str, place: str, when: str, sign: str) -> Slot:
    """Return the part of total output, where both are printed in one unit."""
    (part, unit), (whole, other) = (_value(i, place, when, "level") for i in (ind, "gdp"))
    if unit != other:
        raise NoFigureError
    return Slot(f"{100 * float(part) / float(whole):.1f}", sign)


def slot(ind: str, kind: str, place: str, year: int, part: str = "") -> Slot:
    """Return what fills a slot.

    Raises
    ------
    NoFigureError
        When a figure that it needs is not there.
    """
    when = f"{year}{part.format(year)}"
    if kind == "level":
        return Slot(*_value(ind, place, when, "level"))
    if kind in ("growth", "rise", "rate", "abs"):
        number, unit = _value(ind, place, when, "growth")
        words = {"growth": ("增长", "下降"), "rise": ("上涨", "下降")}.get(kind, ("", ""))
        if kind == "abs" and number.startswith("-"):
            raise NoFigureError
        return _moving(number, unit, *words)
    if kind in ("realgrowth", "nominalgrowth"):
        basis = "constant" if kind == "realgrowth" else "current"
        return _moving(*_of_basis(ind, place, when, basis), "增长", "下降")
    return _made(ind, kind, place, year, part)


def _made(ind: str, kind: str, place: str, year: int, part: str) -> Slot:
    """Return what is made of several figures: a gap, a change, a rank, a share."""
    when = f"{year}{part.format(year)}"
    if kind == "gap":
        ours, theirs = (float(_value(ind, p, when, "growth")[0]) for p in (place, NATION))
        return _moving(f"{ours - theirs:.1f}", "个百分点", "高于全国", "低于全国")
    if kind == "moved":
        now, then = (
            float(_value(ind, place, f"{y}{part.format(y)}", "level")[0]) for y in (year, year - 1)
        )
        return _moving(f"{now - then:.1f}", "个百分点", "上升", "下降")
    if kind == "rank":
        return Slot(str(_ranked(ind, place, when)), PLACE)
    if kind in ("share", "part"):
        return _share(ind, place, when, "%" if kind == "share" else "")
    raise ValueError(kind)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 12th."""
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else last}"


@dataclass(frozen=True)
class Filled:
    """A construction with true figures: where and when, and what the starred slot holds."""

    line: str
    place: str
    year: int
    language: str = "zh"

    @property
    def part(self) -> str:
        """The code of the part of the year, empty for the whole."""
        return next((code for mark, (code, *_) in PARTS.items() if mark in self.line), "")

    @property
    def day(self) -> date:
        """A day on which the figures are known."""
        for code, _, _, (month, day) in PARTS.values():
            if code == self.part:
                return date(self.year, month, day)
        return date(self.year + 1, 2, 28)

    def say(self, twin: str = "") -> tuple[str, int] | None:
        """Return the text and where the starred number stands; None where the twin says nothing else."""
        text, at, position = "", -1, 0
        for match in _SLOT.finditer(self.line):
            text += self._plain(self.line[position : match.start()])
            year = self.year - (1 if match["back"] else 0)
            place = NATION if match["nation"] else self.place
            told = slot(match["ind"], match["kind"], place, year, self.part)
            if match["star"]:
                if twin:
                    other = self._twin(twin, match, told, place, year)
                    if other is None:
                        return None
                    told = other
                at = len(text) + told.text(self.language).index(told.printed(self.language))
            text += told.text(self.language)
            position = match.end()
        return text + self._plain(self.line[position:]), at

    def _plain(self, text: str) -> str:
        long, short, all_ = PLACES[self.language][self.place]
        year = "年" if self.language == "zh" else ""
        text = _YEAR.sub(lambda m: f"{self.year - (1 if m['back'] else 0)}{year}", text)
        for mark, (_, chinese, english, _) in PARTS.items():
            said = f"{self.year}年{chinese}" if year else f"{english} of {self.year}"
            text = text.replace(mark, said)
        text = text.replace("{P}", long).replace("{p}", short).replace("{A}", all_)
        return text.replace("\\n", "\n")

    def _twin(
        self, twin: str, match: re.Match[str], told: Slot, place: str, year: int
    ) -> Slot | None:
        """Return the slot with a wrong number, None where it would be the same or fit as well."""
        other: Slot | None = None
        if told.unit == PLACE:
            near = {"rank + 1": 1, "rank - 1": -1}.get(twin, 0)
            number = int(told.number) + near
            return Slot(str(number), told.unit) if near and number > 0 else None
        if twin == "last year's":
            other = slot(match["ind"], match["kind"], place, year - 1, self.part)
        elif twin == "the parent's" and match["kind"] not in ("gap", "moved"):
            if place == NATION:
                return None
            above = PACKAGE.catalogue.places[place].parent
            other = slot(match["ind"], match["kind"], above, year, self.part)
        elif twin == "sign" and told.up_word:
            other = Slot(told.number, told.unit, not told.down, told.up_word, told.down_word)
            return None if float(told.number) == 0 else other
        elif twin == "ten times" and told.unit != "":
            other = Slot(_tenfold(told.number), told.unit, told.down, told.up_word, told.down_word)
        elif twin == "per cent" and told.unit == "个百分点":
            return Slot(told.number, "%", told.down, told.up_word, told.down_word)
        if other is None or _close(other, told):
            return None
        return other


def _tenfold(number: str) -> str:
    whole, _, rest = number.partition(".")
    return (
        str(int(whole + rest[:1])) + (f".{rest[1:]}" if rest[1:] else "") if rest else f"{whole}0"
    )


def _close(one: Slot, two: Slot) -> bool:
    """Return whether two numbers are one but for their rounding."""
    a, b = (float(s.number) * (-1 if s.down else 1) for s in (one, two))
    places = min(len(s.number.partition(".")[2]) for s in (one, two))
    return abs(a - b) <= 1.01 * 10.0**-places


def constructions(path: Path) -> list[tuple[str, str]]:
    """Return the constructions of a file, each with its section."""
    section, found = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ")
        elif line.strip():
            found.append((section, line))
    return found


def filled(line: str, language: str) -> Iterator[Filled]:
    """Yield a construction with the figures of places and years that have all of them.

    At most two of the city, two of its district and two of the provinces: other provinces for
    another construction.
    """
    first = zlib.crc32(line.encode()) % len(PROVINCES)
    for group in ((HOME[0],), (HOME[1],), (*PROVINCES[first:], *PROVINCES[:first])):
        yield from islice(_of_places(line, language, group), 2)


def _of_places(line: str, language: str, places: tuple[str, ...]) -> Iterator[Filled]:
    for place in places:
        if len(places) > 1 and place == HOME[0]:
            continue
        for year in reversed(YEARS):
            one = Filled(line, place, year, language)
            try:
                one.say()
            except NoFigureError:
                continue
            yield one
            if len(places) > 1:
                break


LANGUAGES = {"chinese": "zh", "english": "en"}  # by the name of the file
TWINS = ("last year's", "the parent's", "sign", "ten times", "per cent", "rank + 1", "rank - 1")


@dataclass(frozen=True)
class Text:
    """A text that is checked: where its starred number stands, and what was made wrong, if anything."""

    text: str
    at: int
    twin: str


def texts(lines: list[str], language: str) -> dict[tuple[date, str | None], list[Text]]:
    """Return the filled constructions and their twins by the day and the place that check is told."""
    found: dict[tuple[date, str | None], list[Text]] = defaultdict(list)
    for line in lines:
        named = "{P}" in line or "{p}" in line or ("{A}" not in line and "@N" in line)
        for one in filled(line, language):
            for twin in ("", *TWINS):
                try:
                    told = one.say(twin)
                except NoFigureError:
                    continue
                if told is not None:
                    found[one.day, None if named else one.place].append(Text(*told, twin))
    return found


def judged(texts_: list[Text], day: date, place: str | None) -> Iterator[tuple[Text, list[Claim]]]:
    """Yield each text with the claims that check found."""
    asked = Asked(published=day, place=place)
    report = check([of_sentence(t.text) for t in texts_], PACKAGE, asked)
    for text, document in zip(texts_, report.documents, strict=True):
        yield text, document["claims"]  # type: ignore[misc]


def tell(text: Text, claim: Claim | None, verdict: str) -> None:
    """Print a text with what check says of its number."""
    said = f"{claim['surface']}: {claim['reason']}" if claim else ""
    sys.stdout.write(f"{text.twin or 'TRUE'}: {verdict}: {text.text}\n    {said}\n")


def counted(lines: list[str], language: str, *, verbose: bool) -> dict[str, Counter[str]]:
    """Return the verdicts on the starred numbers by twin; an accused true text counts as such."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for (day, place), some in texts(lines, language).items():
        for text, claims in judged(some, day, place):
            star = next((c for c in claims if c["start"] <= text.at < c["end"]), None)
            verdict = str(star["verdict"]) if star else "not found"
            counts[text.twin][verdict] += 1
            wrong = [c for c in claims if c["verdict"] in FALSE]
            if not text.twin and wrong:
                counts[""]["ACCUSED"] += 1
                tell(text, wrong[0], "ACCUSED")
            right = FALSE if text.twin else ("confirmed", "depends")
            if verbose and verdict not in right:
                tell(text, star, verdict)
    return counts


def main(words: list[str]) -> int:
    """Print how often true numbers are accused and wrong ones found, by kind of error."""
    accused = [
        told(name, verbose="-v" in words)
        for name in LANGUAGES
        if name in words or not {*LANGUAGES} & {*words}
    ]
    return 1 if any(accused) else 0


def told(name: str, *, verbose: bool) -> int:
    """Print the counts of one language; return how many true numbers were accused."""
    lines = [line for _, line in constructions(HERE / f"constructions/{name}.txt")]
    counts = counted(lines, LANGUAGES[name], verbose=verbose)
    sys.stdout.write(f"{name}: {len(lines)} constructions\n")
    found = total = 0
    for twin, counter in counts.items():
        number = sum(n for name, n in counter.items() if name != "ACCUSED")
        hits = sum(counter[v] for v in FALSE) if twin else 0
        found, total = found + hits, total + (number if twin else 0)
        share = f"found {100 * hits / number:.1f} %" if twin else f"accused {counter['ACCUSED']}"
        listed = ", ".join(f"{n} {v}" for v, n in sorted(counter.items()))
        sys.stdout.write(f"{twin or 'as it is':14} {number:5}: {share}: {listed}\n")
    sys.stdout.write(f"found over all: {100 * found / total:.1f} %\n" if total else "")
    return counts[""]["ACCUSED"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
