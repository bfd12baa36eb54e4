"""A unit is a base and a power of ten; conversion between units of one root is exact.

What there is stands in `units.csv`. A unit that is not there is carried as it is printed: it has
no kind, and is converted into nothing but itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.errors import FormError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.text import Text
from cpstats.model.traditional import simplified
from cpstats.model.unit_table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.text import Lang
    from cpstats.model.unit_table import Line

PERCENT = "%"
RATE_UNITS = (PERCENT, "‰")
POINTS = "百分点"
TIMES = "倍"
PLACE = "位"
YEARS = "年"
PREVIOUS = "上年=100"

MONEY, PEOPLE = "money", "people"
_CODE = 3  # letters of the code of a currency, or of anything else
_DEPTH = 4  # words of scale in one unit: hundred thousand million
_NUMBER = r"10\^\d{1,2}|10{1,2}(?!\d)|10{0,2}(?:[ ,.'’]?000)+(?!\d)"
_FIRST = pattern(rf"(?:{_NUMBER})(?=\D)")
_LAST = pattern(rf"(?<=[\s,])(?:{_NUMBER})$")
_TIMES = {"日": "天", "d": "天", "h": "小时", "时": "小时", "yr": "年"}  # behind a stroke
_HEADS = ("capita", "head", "population", "person")  # what stands behind “per”
_PART_OF = pattern(r"(?:%|per ?cent|percentage|share)\s+of\b", re.IGNORECASE)
_BASE_YEAR = pattern(r"((?:(?:[A-Z][a-z]{2}|Q[1-4]) )?\d{4}(?:-\d{2,4})?)年?\s*=\s*100")
_HAN = pattern(r"[\u3400-\u9fff]")
_NAMED = pattern(r"(\w{1,2}币)\s*(\S*)元")
_BLANKS = pattern(r"[\s()\[\]]+")
_LETTER = pattern(r"[A-Za-z]")


class UnitError(FormError):
    """A unit that is not known, or two that measure different things."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, and what the table says of it.

    `base` is the sign in the table and `power` the power of ten before it; `kind` is empty for a
    unit that is not known, `code` the ISO 4217 code of money whose currency is said. `per` is what
    an amount is divided by. `bare` is the unit as written, without its thousands and millions.

    >>> Unit.parse("万亿元").shift_to(Unit.parse("billion yuan"))
    3
    """

    symbol: str
    base: str
    power: int = 0
    kind: str = ""
    code: str = ""
    per: str = ""
    root: str = ""
    shift: int = 0  # from the base to the root
    one: str = ""
    many: str = ""
    brief: str = ""
    bare: str = ""
    counted: bool = False

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read a Chinese or an English spelling.

        Parameters
        ----------
        text : str
            `亿元`, `万人`, `%`, `billion yuan`, `€ million`, `percentage points` …

        Raises
        ------
        UnitError
            When the unit is not known.
        """
        found = _read(text)
        if found is None:
            raise UnitError(Message("“{}” is no known unit", "“{}”不是已知的单位", text))
        return found

    @staticmethod
    def is_known(text: str) -> bool:
        """Whether a spelling is that of a unit.

        >>> Unit.is_known("billion yuan"), Unit.is_known("Region 7")
        (True, False)
        """
        return _read(text) is not None

    @classmethod
    def of(cls, text: str) -> Unit:
        """Read a unit; one that is not known stands for itself."""
        return _read(text) or cls(text, text, root=text, bare=text)

    def shift_to(self, other: Unit) -> int:
        """Return the power of ten that turns a number in this unit into one in the other.

        Raises
        ------
        UnitError
            When the two measure different things.
        """
        if self.root != other.root:
            raise UnitError(
                Message(
                    "{} and {} measure different things",
                    "{}与{}计量的对象不同",
                    self.symbol,
                    other.symbol,
                )
            )
        return self.power + self.shift - other.power - other.shift

    @property
    def is_money(self) -> bool:
        """Whether it is money, also per something."""
        return self.kind == MONEY

    @property
    def is_people(self) -> bool:
        """Whether it counts people."""
        return self.kind == PEOPLE and not self.per

    @property
    def is_amount(self) -> bool:
        """Whether it is an amount that adds up and may be divided by heads: not per something."""
        none = ("share", "points", "index", "place", "times")
        return bool(self.symbol) and not self.per and self.kind not in none

    def label(self, lang: Lang) -> str:
        """Return the unit as a table shows it; a writing of the language's own stays as it is.

        >>> Unit.parse("亿元").label("en"), Unit.parse("million euro").label("zh")
        ('100 million yuan', '百万欧元')
        """
        chinese = bool(_HAN.search(self.symbol))
        if not self.kind or chinese == (lang == "zh"):
            return self.symbol
        if lang == "zh":
            return self._chinese()
        return self.brief if self.per else self.english(self.power)

    def english(self, power: int, *, single: bool = False, brief: bool = True) -> str:
        """Return a power of ten of the base in English: 100 million yuan; empty for mere things."""
        scale = table().english.get(power, "" if not power else f"10^{power}")
        name = self.one if single and not scale else (brief and self.brief) or self.many
        return f"{scale} {name}".strip() or ("" if self.kind == "place" else "number")

    def _chinese(self) -> str:
        doubled = self.base[0] in "千百" and 0 < self.power <= 3  # no 千千瓦
        if doubled or self.per or not (_HAN.search(self.base) or self.base in "%‰"):
            return self.symbol
        return written(self.base, self.power) or self.symbol


def written(base: str, power: int) -> str:
    """Return a power of ten of a base as machine output writes it; empty where there is no word.

    >>> written("元", 8), written("元", 7)
    ('亿元', '千万元')
    """
    scale = table().chinese.get(power) if power else ""
    return "" if scale is None else f"{scale}{base}"


@lru_cache(maxsize=4096)
def unit_text(symbol: str) -> Text:
    """Return a unit in both languages."""
    unit = Unit.of(symbol)
    return Text(unit.label("en"), unit.label("zh"))


def in_unit(what: Text, symbol: str) -> Text:
    """Return what the numbers below are, with their unit: level, 100 million yuan."""
    return what + Text(", ", "，") + unit_text(symbol) if symbol else what


@lru_cache(maxsize=4096)
def inline(symbol: str) -> Text:
    """Return a unit as it stands behind a number: 1,340.8 (100 million yuan), 6.2 %."""
    text, unit = unit_text(symbol), Unit.of(symbol)
    if unit.counted and not unit.many and not unit.power:  # 49 of what the indicator names
        text = Text("", text.zh)
    index = unit.kind == "index"
    return Text(
        f"({text.en})" if index or text.en[:1].isdigit() else text.en,
        f"（{text.zh}）" if index or text.zh[:1].isdigit() else text.zh,
    )


@lru_cache(maxsize=4096)
def _read(text: str) -> Unit | None:
    clean = _BLANKS.sub(" ", unicodedata.normalize("NFKC", simplified(text))).strip(" :;,")
    if not clean:
        return Unit("", "")
    if _PART_OF.match(clean):  # it is a share, of a whole that no table knows
        return Unit(text, clean, kind="share", root=clean, bare=clean, one=clean, many=clean)
    if year := _BASE_YEAR.fullmatch(clean):
        name = f"{year[1]} = 100"
        base = f"{year[1]}{'' if ' ' in year[1] else '年'}=100"
        return Unit(text, base, kind="index", root=base, bare=text, one=name, many=name)
    return _amount(text, clean) or _quotient(text, clean)


def _amount(text: str, clean: str) -> Unit | None:
    found = _scaled(clean, 0)
    if found is None:
        return None
    line, power, bare = found
    if line is None:
        return Unit(text, "", power)
    return Unit(
        text,
        line.unit,
        power,
        kind=line.kind,
        code=line.code,
        root=line.root,
        shift=line.power,
        one=line.en,
        many=line.plural,
        brief=line.label,
        bare=bare,
        counted=line.counted,
    )


def _quotient(text: str, clean: str) -> Unit | None:
    """Read an amount per something: 元/平方米, US$ per capita."""
    for sign in ("/", " per "):
        if sign not in clean:
            continue
        above, _, below = (part.strip() for part in clean.partition(sign))
        if not (above and below):
            continue
        one = _amount(above, above)
        heads = below.removesuffix("s").casefold() in _HEADS
        below = _TIMES.get(below, below) if sign == "/" else below
        two = _amount("人", "人") if heads else _amount(below, below)
        if one is None or two is None or not one.kind or not two.kind:
            continue
        name = f"{one.label('en')} per {two.english(two.power, single=True, brief=False)}"
        return replace(
            one,
            symbol=text,
            base=f"{one.base}/{two.base}",
            power=one.power - two.power,
            per=two.base,
            root=f"{one.root}/{two.root}",
            shift=one.shift - two.shift,
            one=name,
            many=name,
            brief=name,
            bare=text,
            counted=False,
        )
    return None


def _scaled(text: str, power: int, depth: int = 0) -> tuple[Line | None, int, str] | None:
    """Return the line of a text, the power of ten before or behind it, and the text without."""
    if found := table().find(text):
        return found[0], power + found[1], text
    if not text and depth:
        return None, power, text
    if depth == _DEPTH:
        return None
    for rest, more, money in _without_scale(text):
        kept = rest.strip(" ,:;-")
        kept = kept.removeprefix("of ") if kept.startswith("of ") else kept.removeprefix("in ")
        inner = _scaled(kept, power + more, depth + 1)
        if inner is not None and (not money or (inner[0] is not None and inner[0].kind == MONEY)):
            return inner
    if (named := _NAMED.fullmatch(text)) and named[2]:  # 新台币千元
        return _scaled(named[2] + named[1], power, depth + 1)
    return _scaled(text[3:], power, depth + 1) if text[:3].lower() == "in " else None


def _without_scale(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield a text without a word of scale before or behind it, the power, and if it is of money."""
    if first := _FIRST.match(text):
        yield text[first.end() :], _power(first.group()), False
    if last := _LAST.search(text):
        yield text[: last.start()], _power(last.group()), False
    low = text.casefold()
    words = table().scale_words
    code = len(text) == _CODE and text.isascii() and text.isupper()  # TLK is no thousand TL
    if code or len(low) != len(text) or not (low.startswith(words) or low.endswith(words)):
        return
    for word, power, money in table().scales:
        if low.startswith(word) and _ends(word, text[len(word) :]):
            yield text[len(word) :], power, money
        if low.endswith(word) and _begins(text[: len(text) - len(word)], word):
            yield text[: len(text) - len(word)], power, money


def _power(number: str) -> int:
    return int(number[3:]) if "^" in number else number.count("0")


def _ends(word: str, rest: str) -> bool:
    """Return whether a word of scale ends where the rest begins."""
    if not _LETTER.match(word[-1]):
        return True
    return not _LETTER.match(rest) or (len(word) == 1 and rest.isupper())


def _begins(rest: str, word: str) -> bool:
    """Return whether a word of scale begins where the rest ends: € m, EURm, $bn."""
    if not rest or rest[-1] in " ,":
        return True
    if _HAN.search(word):
        return False
    return not rest[-1].isalpha() or rest.isupper()
