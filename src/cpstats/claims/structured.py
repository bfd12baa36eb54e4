"""Claims that were extracted by other means, read from JSON in the words of `cpstats/check/1`."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cpstats.claims.telling.interchange import CHECK
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.rounding import half_width
from cpstats.claims.terms.spot import Spot
from cpstats.claims.terms.units import is_percent
from cpstats.errors import DataError
from cpstats.message import Message, cause
from cpstats.model.pattern import pattern
from cpstats.model.period import Period, PeriodError

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator

_DIGITS = pattern(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)
_BOUNDS = ("exact", "at_least", "more_than", "at_most", "less_than", "approx")
_STATUS = ("claim", "target", "not_claim")
_CHANGES = ("gap_pp", "rank")
_KINDS = {"rank": "rank", "multiple": "multiple"}
_MEASURES = {word: measure for measure, word in reversed(CHECK.items())}
Record = dict[str, Any]


def claims_of(name: str, content: str, catalogue: Catalogue) -> tuple[str, tuple[Claim, ...]]:
    """Return the text that the sentences of some claims make, and the claims in it.

    Parameters
    ----------
    name, content : str
        The file: one object with `claims`, one a line, or a list of claims.
    catalogue : Catalogue
        The indicators and places that may be named.

    Raises
    ------
    DataError
        When it is no JSON, or a claim lacks its value or says what is not known.
    """
    lines: list[str] = []
    found: list[Claim] = []
    start = 0
    for n, record in enumerate(_records(name, content)):
        if record.get("value", 0) is None:
            continue  # a comparison of a text without a number
        one = _Reader(f"{name}: claims[{n}]", record, catalogue)
        claim = one.claim(len(lines) + 1, start)
        if lines and claim.sentence == lines[-1]:  # numbers of one sentence stand side by side
            last = found[-1]
            claim = one.claim(last.line, last.sentence_start, behind=last.end - last.sentence_start)
        else:
            lines.append(claim.sentence)
            start += len(claim.sentence) + 1
        found.append(claim)
    return "\n".join(lines) + "\n", tuple(found)


def _records(name: str, content: str) -> list[Record]:
    try:
        loaded = json.loads(content, parse_float=Decimal, parse_int=Decimal)
    except ValueError:
        loaded = _lines(name, content)
    documents = loaded if isinstance(loaded, list) else [loaded]
    records: list[Record] = []
    for item in documents:
        inner = item.get("claims", [item]) if isinstance(item, dict) else item
        records += inner if isinstance(inner, list) else [inner]
    for n, record in enumerate(records):
        if not isinstance(record, dict):
            raise _wrong(f"{name}: claims[{n}]", Message("this is no object", "这不是对象"))
    return records


def _lines(name: str, content: str) -> list[Any]:
    found = []
    for n, line in enumerate(content.splitlines(), start=1):
        try:
            if line.strip():
                found.append(json.loads(line, parse_float=Decimal, parse_int=Decimal))
        except ValueError as error:
            raise _wrong(
                f"{name}:{n}", Message("this is no JSON{}", "这不是 JSON{}", cause(error))
            ) from None
    return found


def _wrong(where: str, what: Message) -> DataError:
    mend = Message(
        "Write claims as `cpstats check TEXT --format json` does.",
        "写法与 `cpstats check TEXT --format json` 的输出相同。",
    )
    return DataError(what, where=where, mend=mend)


class _Reader:
    """One record of a file of claims."""

    def __init__(self, where: str, record: Record, catalogue: Catalogue) -> None:
        self.where = where
        self.record = record
        self.catalogue = catalogue

    def claim(self, line: int, start: int, *, behind: int = 0) -> Claim:
        """Return the claim; its sentence begins at `start`, the number stands `behind` the last one there."""
        value, unit = self._value(), self._text("unit")
        surface = self._text("surface") or f"{value}{unit}"
        sentence = (self._text("sentence") or surface).replace("\n", " ")
        at = max(sentence.find(surface, behind), sentence.find(surface), 0)
        measure, subtype, of = self._measure()
        digits = _DIGITS.search(surface)
        printed = digits.group() if digits else str(abs(value))
        spot = Spot(0, 0, value, printed, unit, _KINDS.get(measure, "quantity"))
        bound = self._one_of("bound", _BOUNDS)
        basis, basis_from = self._basis(measure)
        periods = self._periods()
        return Claim(
            start=start + at,
            end=start + at + len(surface),
            surface=surface,
            sentence=sentence,
            sentence_start=start,
            line=line,
            column=at + 1,
            place=self._place("place"),
            indicator=self._indicator("indicator"),
            indicator_surface=self._text("indicator_surface") or self._text("indicator") or None,
            period=periods[0] if periods else None,
            period_readings=periods,
            period_from=self._period_from(periods),
            base_period=self._text("base_period") or None,
            measure=measure,
            subtype=subtype,
            of=of,
            over=self._indicator("over"),
            price_basis=basis,
            price_basis_from=basis_from,
            value=abs(float(value)),
            value_text=printed,
            unit=unit,
            bound=bound,
            direction=self._direction(value),
            benchmark=self._place("benchmark"),
            status=self._one_of("status", _STATUS),
            group=self._text("group") or f"g{line}",
            half_width=half_width(spot, bound),
        )

    def _text(self, key: str) -> str:
        found = self.record.get(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise self._bad(key, found)
        return found.strip()

    def _bad(self, key: str, found: object) -> DataError:
        return _wrong(
            f"{self.where}.{key}", Message("“{}” is not known here", "此处不能写“{}”", found)
        )

    def _one_of(self, key: str, words: tuple[str, ...]) -> str:
        found = self._text(key) or words[0]
        if found not in words:
            raise self._bad(key, found)
        return found

    def _value(self) -> Decimal:
        found = self.record.get("value")
        if isinstance(found, bool) or not isinstance(found, Decimal) or not found.is_finite():
            raise _wrong(
                f"{self.where}.value",
                Message("a claim has a number as its value", "表述须有数值 value"),
            )
        return found

    def _direction(self, value: Decimal) -> str | None:
        if value < 0:
            return "down"
        found = self._text("direction") or None
        if found not in (None, "up", "down"):
            raise self._bad("direction", found)
        return found

    def _place(self, key: str) -> str | None:
        text = self._text(key)
        if not text:
            return None
        return self.catalogue.known_place(text) or text

    def _indicator(self, key: str) -> str | None:
        found = self._text(key)
        if found and found not in self.catalogue.indicators:
            raise self._bad(key, found)
        return found or None

    def _period_from(self, periods: tuple[str, ...]) -> str | None:
        """Return whether the sentence says the period: one without its year leaves it open."""
        if not periods:
            return None
        sentence = self._text("sentence")
        return "sentence" if not sentence or periods[0][:4] in sentence else "context"

    def _periods(self) -> tuple[str, ...]:
        said = self.record.get("period_readings") or []
        texts = [self._text("period"), *(said if isinstance(said, list) else [])]
        found = list(dict.fromkeys(text for text in texts if isinstance(text, str) and text))
        for text in found:
            try:
                Period.parse(text)
            except PeriodError:
                if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                    raise self._bad("period", text) from None
        return tuple(found)

    def _measure(self) -> tuple[str, str | None, str | None]:
        """Return the measure, and of a gap or a rank what it is of."""
        word = self._text("measure") or "level"
        if word not in _MEASURES:
            raise self._bad("measure", word)
        if word not in _CHANGES:
            return _MEASURES[word], None, None
        indicated = self._indicated()
        rate = indicated is not None and is_percent(indicated.unit)
        of = self._text("of") or ("level" if rate or word == "rank" else "growth")
        if word == "rank":
            return ("growth_rank" if of == "growth" else "rank"), None, of
        if self._text("benchmark"):
            return ("level_gap" if of == "level" else f"{of}_gap"), "vs_benchmark", of
        return ("share_change" if of in ("level", "share") else f"{of}_change"), "time_change", of

    def _indicated(self) -> Indicator | None:
        return self.catalogue.indicators.get(self._text("indicator"))

    def _basis(self, measure: str) -> tuple[str | None, str | None]:
        said = self._text("price_basis")
        if said:
            return said, self._text("price_basis_from") or "text"
        indicated = self._indicated()
        default = indicated.growth_basis if indicated and measure in GROWTHS else ""
        return (default, "indicator") if default in ("constant", "current") else (None, None)
