"""Why a result is empty: conditions in order, each with its word, of which the first that holds is told.

As an expression they run on every engine. A frame of pandas holds the words as codes where it holds its
keys so: a text in each of ten million rows takes longer to write than the whole calculation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import narwhals as nw

if TYPE_CHECKING:
    from collections.abc import Sequence

    Case = tuple[Any, str]
    Number = Any  # a column of a panel: what has a `value`


@dataclass(frozen=True)
class Why:
    """Cases of a condition (an expression) and its word; the first that holds tells why."""

    cases: tuple[Case, ...]

    def before(self, *cases: Case) -> Why:
        """Return the reasons with others that are looked at before them."""
        return Why((*cases, *self.cases))

    def after(self, *cases: Case) -> Why:
        """Return the reasons with others that are looked at where none of them holds."""
        return Why((*self.cases, *cases))

    @property
    def text(self) -> Any:
        """The words as one expression, null where no condition holds."""
        (condition, word), *others = self.cases
        made = nw.when(condition).then(nw.lit(word))
        for condition, word in others:
            made = made.when(condition).then(nw.lit(word))
        return made.otherwise(nw.lit(None, dtype=nw.String))

    def added(self, data: Any, name: str) -> Any:
        """Return a narwhals frame with the words in a column, as codes where its own texts are codes."""
        if not _is_coded(data):
            return data.with_columns(**{name: self.text})
        import numpy as np
        import pandas as pd

        conditions = {f"__case{n}": condition for n, (condition, _) in enumerate(self.cases)}
        holds = data.select(**conditions).to_native()
        words = sorted({word for _, word in self.cases})
        codes = np.full(len(holds), -1, np.int8)
        for n in reversed(range(len(self.cases))):
            codes[holds[f"__case{n}"].to_numpy(dtype=bool, na_value=False)] = words.index(
                self.cases[n][1]
            )
        native = data.to_native()
        coded = pd.Categorical.from_codes(codes, pd.Index(words))
        return nw.from_native(native.assign(**{name: coded}))


def _is_coded(data: Any) -> bool:
    """Return whether a frame is of pandas and has codes for texts, and no column of texts."""
    if not (isinstance(data, nw.DataFrame) and data.implementation.is_pandas()):
        return False
    own = [kind for name, kind in data.collect_schema().items() if not name.startswith("__")]
    return nw.String not in own and any(kind in (nw.Categorical, nw.Enum) for kind in own)


def growth_why(now: Number, base: Number) -> Why:
    """Return why a growth is empty: no figure, no base, or a base that is 0 or negative."""
    return Why(
        (
            (now.value.is_null(), "missing_current"),
            (base.value.is_null(), "missing_base"),
            (base.value <= 0, "base_nonpositive"),
        )
    )


def ratio_why(part: Number, divisors: Sequence[Number]) -> Why:
    """Return why a quotient within one period is empty: no figure, or one to divide by not above 0."""
    absent, nonpositive = part.value.is_null(), nw.lit(False)  # noqa: FBT003 - a column
    for divisor in divisors:
        absent = absent | divisor.value.is_null()
        nonpositive = nonpositive | (divisor.value <= 0)
    return Why(((absent, "missing_current"), (nonpositive, "base_nonpositive")))
