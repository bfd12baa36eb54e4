"""The fast way on pandas finds the rows that a look-up by label finds, and copies nothing that is there."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from cpstats.calc.keyed import Above, Keyed, of_years, picked
from cpstats.calc.panel import OWN, Panel

YEARS = [*range(1980, 1990), 1993, 1994, 1996, *range(2003, 2012)]
FRAME = pd.DataFrame(
    [(k, p, y, float(100 * i + y)) for i, (k, p) in enumerate(("xa", "xb", "ya")) for y in YEARS],
    columns=["k", "p", "y", "v"],
)


@pytest.mark.parametrize("back", [1, 2, 3, 16, 17, 23])
@pytest.mark.parametrize("frame", [FRAME, FRAME.sample(frac=1, random_state=1)], ids=["in", "out"])
def test_an_earlier_year_is_found_by_its_label(frame: pd.DataFrame, back: int) -> None:
    panel = Panel.of(frame, by=["k", "p"], time="y", value="v").earlier("b", years=back)
    known = {(k, p, y): v for k, p, y, v in FRAME.itertuples(index=False)}
    expected = [known.get((k, p, y - back), np.nan) for k, p, y, _ in frame.itertuples(index=False)]
    found = panel.frame.to_native()["__b__value"]
    assert np.array_equal(found, expected, equal_nan=True)
    assert not np.isnan(found).all()


def test_rows_in_order_are_told_by_how_far_they_stand_above() -> None:
    rows = Keyed.of(FRAME, ["k", "p"], FRAME["y"])
    assert rows is not None
    assert rows.keys.dtype == np.int32  # three members by two by so many years fit
    assert isinstance(rows.earlier(1), Above)
    assert np.isnan(picked(pd.Series([1.0]), Above(((1, np.array([], bool)),)))).all()
    found = picked(FRAME["v"], rows.earlier(1))
    assert np.shares_memory(FRAME.assign(b=found)["b"].to_numpy(), found.to_numpy())


def test_keys_that_need_more_room_have_it() -> None:
    # 2,000 by 2,000 members by 1,025 numbers of years are more than 2 ** 31
    members = np.arange(2000)
    frame = pd.DataFrame({"a": members, "b": members, "y": 2000})
    rows = Keyed.of(frame, ["a", "b"], frame["y"])
    assert rows is not None
    assert rows.keys.dtype == np.int64
    assert rows.keys[-1] == (1999 * 2000 + 1999) * 1025


def test_what_a_frame_has_is_not_copied_and_what_is_nowhere_is_held_once() -> None:
    made = of_years(FRAME, "y", "v", OWN)
    assert [*made.columns] == [*FRAME.columns, *OWN]
    assert np.shares_memory(made["__value"].to_numpy(), FRAME["v"].to_numpy())
    assert np.shares_memory(made["__low"].to_numpy(), made["__high"].to_numpy())
    assert made["__low"].isna().all()
    assert of_years(FRAME.assign(v="1"), "y", "v", OWN) is None
    assert of_years(FRAME.assign(v=FRAME["v"].astype("Float64")), "y", "v", OWN) is None
    assert of_years(FRAME.assign(y=FRAME["y"].astype(str)), "y", "v", OWN) is None
