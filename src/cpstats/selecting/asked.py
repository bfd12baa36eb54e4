"""What is known of periods, made only where it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
D = TypeVar("D")


class Asked(Mapping[Period, T], Generic[T]):
    """What there is of each period: `find` says of what it is made, `make` makes it.

    What finds nothing is no key. To know which periods there are no figure is made, and of the
    others nothing is looked at; `candidates` names those that there may be.
    """

    __slots__ = ("_find", "_found", "_made", "_make", "candidates")

    def __init__(
        self,
        candidates: Callable[[], Iterable[Period]],
        find: Callable[[Period], Any],
        make: Callable[[Period, Any], T],
    ) -> None:
        self.candidates = candidates
        self._find = find
        self._make = make
        self._found: dict[Period, Any] = {}
        self._made: dict[Period, T] = {}

    def __contains__(self, period: object) -> bool:
        """Whether there is anything of a period."""
        if period not in self._found:
            self._found[period] = self._find(period)  # type: ignore[index,arg-type]
        return self._found[period] is not None  # type: ignore[index]

    def __getitem__(self, period: Period) -> T:
        """Return what there is of a period."""
        if period not in self._made:
            if period not in self:
                raise KeyError(period)
            self._made[period] = self._make(period, self._found[period])
        return self._made[period]

    @overload
    def get(self, period: Period, /) -> T | None: ...

    @overload
    def get(self, period: Period, default: T | D, /) -> T | D: ...

    def get(self, period: Period, default: Any = None, /) -> Any:
        """Return what there is of a period, else the default."""
        return self[period] if period in self else default  # noqa: SIM401 - this is it

    def __iter__(self) -> Iterator[Period]:
        """Walk through the periods, the earliest first."""
        return filter(self.__contains__, sorted({*self.candidates()}))

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(map(self.__contains__, self.candidates()))

    def __len__(self) -> int:
        """How many periods there are."""
        return sum(map(self.__contains__, {*self.candidates()}))


def first_of(*series: Mapping[Period, T]) -> Mapping[Period, T]:
    """Return series in one: what the first of them has that has a period."""
    some = [one for one in series if one]
    if len(some) < 2:
        return some[0] if some else {}
    return Asked(
        lambda: chain.from_iterable(map(candidates, some)),
        lambda period: next((one for one in some if period in one), None),
        lambda period, one: one[period],
    )


def candidates(series: Mapping[Period, Any]) -> Iterable[Period]:
    """Return the periods that a series may have: it has no others."""
    return series.candidates() if isinstance(series, Asked) else series
