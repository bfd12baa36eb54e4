"""Columns beside an estimate that say within what it lies: lower and upper, min and max, 下限 and 上限."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.header_words import bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAIRS = (
    ("lower", "upper"),
    ("min", "max"),
    ("minimum", "maximum"),
    ("lci", "uci"),
    ("lcl", "ucl"),
    ("下限", "上限"),
    ("最低", "最高"),
    ("low", "high"),
)
CLASSES = ("low", "high")  # may be groups too, of income or risk: only beside a plain value
# what may stand beside the word: 95% CI lower, upper confidence limit
BESIDE = pattern(
    r"\d+|%|ci|ui|of|confidence|uncertainty|credible|intervals?|limit|bounds?|estimate|value|range|置信|区间"
)
WORDS = pattern(r"[a-z]+|\d+|%|置信|区间|[\u4e00-\u9fff]+")
ESTIMATES = frozenset(("mean", "average", "estimate", "point estimate", "均值", "估计值"))


def end_of(label: str) -> str:
    """Return the word by which a whole label is one end of a range; empty for any other.

    >>> end_of("95% CI lower"), end_of("Upper_limit"), end_of("置信下限"), end_of("Max temperature")
    ('lower', 'upper', '下限', '')
    """
    words = WORDS.findall(bare(label))
    found = [w for w in words if not BESIDE.fullmatch(w)]
    return found[0] if len(found) == 1 and any(found[0] in pair for pair in PAIRS) else ""


def is_estimate(label: str, bounds: Mapping[str, str]) -> bool:
    """Whether a label between bounds says no more than that it was estimated.

    >>> is_estimate("Mean", {"Min": "", "Max": ""}), is_estimate("Huts", {"Min": ""}), is_estimate("Mean", {})
    (True, False, False)
    """
    return bool(bounds) and not any(bounds.values()) and bare(label) in ESTIMATES


def bounds_of(labels: Sequence[str], *, values: bool) -> dict[str, str]:
    """Return the labels that are ends of a range, each with the label of what lies between.

    That is the nearest before it, else the next; empty where it has no name, or one that says only
    that it was estimated. `values` is whether a column without a name of its own stands beside.

    >>> bounds_of(["Literacy rate (%)", "Min", "Max"], values=False)
    {'Min': 'Literacy rate (%)', 'Max': 'Literacy rate (%)'}
    >>> bounds_of(["Low", "Middle", "High"], values=False), bounds_of(["low", "high"], values=True)
    ({}, {'low': '', 'high': ''})
    """
    ends = {label: end for label in labels if (end := end_of(label))}
    pairs = [pair for pair in PAIRS if {*pair} <= {*ends.values()}]
    mains = [label for label in labels if label not in ends]
    if mains or not values:
        pairs = [pair for pair in pairs if pair != CLASSES]
    kept = [label for label, end in ends.items() if any(end in pair for pair in pairs)]
    if len(mains) == 1 and bare(mains[0]) in ESTIMATES:
        return dict.fromkeys(kept, "")
    return {label: _between(labels, label, mains) for label in kept}


def _between(labels: Sequence[str], label: str, mains: Sequence[str]) -> str:
    at = labels.index(label)
    before = [text for text in labels[:at] if text in mains]
    after = [text for text in labels[at:] if text in mains]
    return before[-1] if before else after[0] if after else ""
