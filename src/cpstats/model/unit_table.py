"""The table of units, `units.csv`, read when a unit is first asked for.

A line has the sign that machine output writes, the kind, a code (ISO 4217 for money, SDMX for the
rest), what it is an exact power of ten of, its English names, and the forms in which tables write
it; `Mt*6` is a form that stands for 10⁶ of it. Lines of kind `scale` are the words of powers of
ten, those of `money_scale` the ones that only money takes; `classifier` are the words that count
things behind a number of a Chinese sentence, and are no units by themselves. The currencies are written by
`docs/make_units.py`, with sources and licence there.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).with_name("units.csv")
SHORT = 5  # letters of a sign or code: mW is not MW, and “top” is not the money of Tonga
UNSCALED = (
    "share",
    "points",
    "place",
    "index",
    "concentration",
    "sound",
    "temperature",
    "score",
    "speed",
)
SHORTEST = 4  # letters of a plural: Muş is no 亩


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    unit: str
    kind: str
    code: str = ""
    root: str = ""
    power: int = 0
    en: str = ""
    plural: str = ""
    label: str = ""

    @property
    def counted(self) -> bool:
        """Whether it is counted in thousands and millions."""
        return self.kind not in UNSCALED


@dataclass(slots=True)
class Table:
    """Rows by every form they are written in, and the words of powers of ten."""

    forms: dict[str, list[str]] = field(default_factory=dict)
    scales: list[tuple[str, int, bool]] = field(default_factory=list)  # word, power, of money only
    scale_words: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    chinese: dict[int, str] = field(default_factory=dict)
    english: dict[int, str] = field(default_factory=dict)

    def find(self, text: str) -> tuple[Line, int] | None:
        """Return the line that has this form, and the power of ten in the form itself."""
        form = folded(text)
        one = form.removesuffix("s") if len(form) >= SHORTEST else form
        for name in (text, form, one):
            if row := self.forms.get(name):
                more = _POWERS.get((row[0], name), 0) if "*" in row[-1] else 0
                return _line(tuple(row)), more
        return None

    def written(self, *kinds: str) -> Iterator[tuple[str, str]]:
        """Yield every form of units of some kinds, with what the unit is called in English."""
        for form, row in self.forms.items():
            if row[1] in kinds:
                yield form, row[5]

    def lines(self, *kinds: str) -> tuple[Line, ...]:
        """Return the lines of some kinds, each once, in the order of the file."""
        every = dict.fromkeys(tuple(row) for row in self.forms.values())
        return tuple(_line(row) for row in every if not kinds or row[1] in kinds)


_POWERS: dict[tuple[str, str], int] = {}  # of a form that has a scale in it, by unit and form


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table."""
    made = Table()
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if row[1] == "classifier":
                made.classifiers = (row[0], *row[-1].split("|"))
            else:
                (_take_scale if row[1].endswith("scale") else _take)(made, row)
    made.scales.sort(key=lambda scale: -len(scale[0]))
    made.scale_words = tuple(word for word, _, _ in made.scales)
    return made


def _take(made: Table, row: list[str]) -> None:
    unit, _, _, _, _, one, many, label, more = row
    if one and not many:
        row[6] = many = f"{one}s"
    names = f"{unit}|{one}|{many}|{label}|{more}".split("|")
    known = made.forms
    for name in names:
        form = name
        if "*" in name:
            form, _, power = name.partition("*")
            _POWERS[unit, form] = int(power)
        low = form.lower()
        known.setdefault(form, row)
        if len(form) >= SHORT:
            known.setdefault(low, row)
    known.pop("", None)


def _take_scale(made: Table, row: list[str]) -> None:
    unit, kind, _, _, digits, one, _, _, more = row
    power, money = int(digits), kind != "scale"
    forms = more.split("|") if more else []
    if not money:
        made.chinese[power], made.english[power] = unit, one
        forms = [unit, *forms]
    made.scales += [(form.lower(), power, money) for form in forms]


@lru_cache(maxsize=512)
def _line(row: tuple[str, ...]) -> Line:
    unit, kind, code, root, power, one, many, label, _ = row
    return Line(unit, kind, code, root or unit, int(power or 0), one, many, label)


def folded(text: str) -> str:
    """Return a form as it is compared: one width, one case, no accents."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text)
    return "".join(c for c in letters if not unicodedata.combining(c)).lower()
