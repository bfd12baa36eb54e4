"""Revisions: how far a later release moved a figure."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 5  # revisions that say something together


def revision_of(new: Interval, old: Interval) -> Interval:
    """Return `(new / old − 1) × 100`, in per cent of the older figure.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 12.

    Beijing's GDP of 2017, before the fourth census and after the fifth:

    >>> from cpstats.calc.interval import Interval
    >>> round(revision_of(Interval(31325.9), Interval(28014.94)).value, 1)
    11.8
    """
    return (new / old - 1) * 100


def turn(before: float, now: float) -> str:
    """Return what happened across zero, where no growth can be computed.

    >>> turn(-2.0, 3.0), turn(3.0, -2.0), turn(-4.0, -1.0), turn(-1.0, -4.0), turn(1.0, 2.0)
    ('扭亏为盈', '由盈转亏', '减亏', '增亏', '')
    >>> turn(-2.0, 0.0), turn(3.0, 0.0)  # nought is neither profit nor loss
    ('减亏', '')
    """
    if before < 0:
        return "扭亏为盈" if now > 0 else "减亏" if now > before else "增亏" if now < before else ""
    return "由盈转亏" if before > 0 > now else ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What many revisions have in common; `t` and `chance` are None where all are one number."""

    n: int
    mean: Interval
    absolute: Interval
    root_mean_square: Interval
    sign_changes: float  # per cent
    t: float | None
    chance: float | None


def summary(first: Sequence[Interval], last: Sequence[Interval], *, points: bool) -> Summary:
    """Return the usual statistics of the revisions from the first figures to the last ones.

    Parameters
    ----------
    first, last : sequence of Interval
        The figures of each period as first and as last released, in order of time.
    points : bool
        Whether a revision is the difference (of rates, in points), else per cent of the first.

    Returns
    -------
    Summary
        Number, mean, mean absolute, root mean square revision; the share of figures whose sign
        changed; Student's `t = mean / (s / √n)` of the mean, and how likely one as far from 0 is
        where there is no bias (two-sided).

    Raises
    ------
    ValueError
        With fewer than five revisions.

    References
    ----------
    R. McKenzie and M. Gamba, *Interpreting the results of revision analyses: recommended summary
    statistics*, OECD/Eurostat task force on performing revisions analysis (2008).

    Revisions of 0.1, −0.2, 0.3, 0.4 and 0.4 points have the mean 0.2 and the squares' mean 0.092:

    >>> first = [Interval(x) for x in (1.0, 2.0, -0.1, 1.0, 3.0)]
    >>> last = [Interval(x) for x in (1.1, 1.8, 0.2, 1.4, 3.4)]
    >>> found = summary(first, last, points=True)
    >>> round(found.mean.value, 9), round(found.absolute.value, 9), found.sign_changes
    (0.2, 0.28, 20.0)
    >>> round(found.root_mean_square.value**2, 9), round(found.t, 4), round(found.chance, 4)
    (0.092, 1.7541, 0.1543)
    """
    if len(first) < FEWEST:
        raise ValueError(f"{FEWEST} revisions at least")
    pairs = list(zip(first, last, strict=True))
    revised = [b - a if points else revision_of(b, a) for a, b in pairs]
    n = len(revised)
    mean = _mean(revised)
    numbers = [r.value for r in revised]
    turned = sum(1 for a, b in pairs if a.value * b.value < 0)
    spread = sqrt(sum((x - mean.value) ** 2 for x in numbers) / (n - 1))
    t = mean.value / (spread / sqrt(n)) if spread > SAME * max(map(abs, numbers)) else None
    squares = _mean([_absolute(r) * _absolute(r) for r in revised])
    return Summary(
        n,
        mean,
        _mean([_absolute(r) for r in revised]),
        _root(squares),
        turned / n * 100,
        t,
        None if t is None else student(t, n - 1),
    )


SAME = 1e-12  # relative: what is left of equal numbers


def student(t: float, freedom: int) -> float:
    """Return how likely Student's t is as far from 0 by chance, on either side.

    References
    ----------
    M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (1964), 26.7.3 and 26.7.4.

    The tables have 2.571 for 5 and 2.228 for 10 degrees of freedom at 5 per cent:

    >>> round(student(2.571, 5), 3), round(student(2.228, 10), 3)
    (0.05, 0.05)
    """
    angle = atan(abs(t) / sqrt(freedom))
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = term if freedom > 1 else 0.0
    for k in range(2 + odd, freedom - 1, 2):
        term *= cos(angle) ** 2 * (k - 1) / k
        total += term
    inside = (angle + sin(angle) * total) * 2 / pi if odd else sin(angle) * total
    return max(0.0, 1 - inside)


def _mean(numbers: Sequence[Interval]) -> Interval:
    total = numbers[0]
    for number in numbers[1:]:
        total = total + number
    return total / len(numbers)


def _absolute(x: Interval) -> Interval:
    if x.low is None or x.high is None:
        return Interval(abs(x.value))
    ends = sorted((abs(x.low), abs(x.high)))
    return Interval(abs(x.value), 0.0 if x.low <= 0 <= x.high else ends[0], ends[1])


def _root(x: Interval) -> Interval:
    low = None if x.low is None else sqrt(max(x.low, 0.0))
    return Interval(sqrt(x.value), low, None if x.high is None else sqrt(x.high))
