"""The measure of a number with what its sentence said before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese import measures
from cpstats.claims.chinese.carrying import is_amount
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.units import is_percent
from cpstats.claims.terms.vocabulary import IS, REACHES
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.siting import Sight
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.subject import Subject

_GROWN = ("growth", "average_growth", "span_growth", "growth_rank", "growth_change", "growth_gap")
ECONOMY = {"经济": _GROWN, "经济总量": (*_GROWN, "level", "rank", "multiple", "change")}
_YEARLY = pattern(r"年均(?:超过?|达到?|保持|约|近|在|为)?[^占比重率]{0,4}$")  # 投资年均超过30%
_BESIDE = ("time", "mark", "quote")
_STANDS = IS | REACHES
_HALF = 50  # a price index of 3.5% is its rise
_NEAR = 20  # signs before a bracket


def taken_up(
    memory: Memory,
    measure: Measure,
    sight: Sight,
    piece: Piece,
    subject: Subject | None,
    sentence_before: str,
) -> Measure:
    """Return the measure with what the words before the clause say of it."""
    last, spot = memory.sentence.last, piece.token.spot
    apart = None
    if last and spot and sight.other is not None and is_percent(spot.unit) and not measure.subtype:
        apart = measures.apart_in_per_cent(piece.words.strip(), last[0])
    return apart or _taken_up(memory, measure, sight, piece, subject, sentence_before)


def _taken_up(
    memory: Memory,
    measure: Measure,
    sight: Sight,
    piece: Piece,
    subject: Subject | None,
    sentence_before: str,
) -> Measure:
    spot = piece.token.spot
    assert spot is not None
    if memory.sentence.on_period and measure.name == "growth" and "同比" not in piece.words:
        return replace(measure, name="growth_on_period")
    if measure.name in ("share", "index") and subject and measures.is_index(subject.surface):
        prices = subject.indicator == (memory.names.in_role("price_index") or "")
        rises = prices and is_percent(spot.unit) and spot.value < _HALF
        index = replace(measure, name="index")
        measure = Measure("growth", "up") if rises else index
    pace = measures.is_after_pace(measure, piece.words, sentence_before, memory.carried.measure)
    if pace or measures.is_rank_of_pace(measure, piece.words, memory.carried.measure):
        return Measure("growth_rank", of="growth")
    amount = subject and (subject.surface in ECONOMY or is_amount(memory, subject.indicator))
    if measure.name == "share" and amount:
        averaged = is_percent(spot.unit) and _YEARLY.search(piece.words)
        measure = Measure("average_growth", "up") if averaged else measure
        measure = _of_bracket(memory, piece, sentence_before) or measure
        before = memory.carried.measure or ""
        if measure.name == "share" and before in GROWTHS and _only_stands(piece):
            measure = Measure(before, "up")  # 增速保持在5%以上,2024年达到8.9%
    if memory.sentence.last is None:
        return measure
    if measure.name == "growth" and measures.is_moved_fall(sentence_before):
        measure = replace(measure, direction="down")  # 降幅由上年的10.6%扩大至15.5%
    last, unit = memory.sentence.last
    words = piece.words.strip()
    if measure.direction is None and words in ("至", "到"):
        return replace(measure, direction=last.direction)
    if last.name == "growth_change" and measure.name == "share" and words in _STANDS:
        fall = measures.is_fall(sentence_before)
        return Measure("growth", "down" if fall else "up")  # 增速回落0.3个百分点,为5.5%
    other = sight.beside and sight.other is not None and measure.subtype is None
    again = unit == spot.unit and (measures.is_and(words) or _only_places(piece, last) or other)
    restated = (
        memory.sentence.inside and not words and last.name == "change" and measure.name == "level"
    )
    return last if again or restated else measure


def _of_bracket(memory: Memory, piece: Piece, sentence_before: str) -> Measure | None:
    """Return the growth that a bare rate in brackets is: 增速(5.2%)快于全国(5.0%)."""
    spot, before = piece.token.spot, memory.carried.measure or ""
    if not memory.sentence.inside or piece.head or spot is None:
        return None
    rate = measures.IN_BRACKETS.search(sentence_before)
    beside = memory.sentence.placed and before in GROWTHS and "占" not in sentence_before[-_NEAR:]
    if not rate and not beside:
        return None
    down = spot.value < 0 or (rate is not None and measures.is_fall(rate.group()))
    return Measure("growth" if rate else before, "down" if down else "up")


def _only_stands(piece: Piece) -> bool:
    """Return whether only a verb such as 达到 stands before a number, beside its time."""
    return "".join(t.text for t in piece.head if t.kind not in _BESIDE) in _STANDS


def _only_places(piece: Piece, last: Measure) -> bool:
    """Return whether a rate has only a place before it: 广州工业增长18.7%,上海20%."""
    spot = piece.token.spot
    kinds = {t.kind for t in piece.head if t.text not in ("而", "为", "则", "和", "、")}
    return (
        spot is not None and is_percent(spot.unit) and kinds == {"place"} and last.name in GROWTHS
    )
