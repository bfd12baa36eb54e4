"""Which figure answers, and what may be divided by what: rules S1 to S9 of docs/data.md.

A *cell* is one quantity, whoever published it. Preference among the figures of a cell is
one sort; a *tag* is what makes two levels comparable (a vintage, a source, `final`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from cpstats.model.columns import CELL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.question import Policy

STATUS_ORDER = {"final": 0, "revised": 1, "": 2, "provisional": 3, "forecast": 4}
UNLABELLED, FIRST = 500, 900  # behind every series vintage, whose rank is -order


@dataclass(frozen=True, slots=True)
class Admitted:
    """The observations a question may use, best first within each cell."""

    frame: pd.DataFrame
    undated: int = 0  # left out by `--as-of` because their date is not known


def admit(frame: pd.DataFrame, policy: Policy) -> Admitted:
    """Apply `--source`, `--vintage` and `--as-of` (S3) and sort by preference (S4).

    Of a figure with a date that is known only in part, the last possible day counts.
    """
    undated = 0
    if policy.source:
        frame = frame[frame["source"] == policy.source]
    if policy.vintage:
        frame = frame[frame["vintage"] == policy.vintage]
    if policy.as_of:
        undated = int((frame["known"] == "").sum())
        frame = frame[(frame["known"] != "") & (frame["known"] <= policy.as_of)]
    return Admitted(preferred(frame), undated)


def preferred(frame: pd.DataFrame) -> pd.DataFrame:
    """Sort so that the first row of each cell is its figure (S4), and number the rows.

    Own data; no forecast where anything else is left; exact before bounded; series vintages
    by order, then unlabelled, then `first`; final, revised, empty, provisional; official,
    then high quality; newest; source id.
    """
    vintage = np.where(
        frame["series"], -frame["order"], np.where(frame["vintage"] == "", UNLABELLED, FIRST)
    )
    published = frame["published"].str.replace("-", "", regex=False)
    newest = -pd.to_numeric(published.where(published != "", "0")).to_numpy()
    keys = (
        frame["source"].to_numpy(),
        newest,
        frame["quality"].to_numpy() != "high",
        frame["kind"].to_numpy() != "official",
        frame["obs_status"].map(STATUS_ORDER).to_numpy(),
        vintage,
        frame["bound"].to_numpy() != "",
        frame["obs_status"].to_numpy() == "forecast",
        ~frame["own"].to_numpy(dtype=bool),
    )
    ordered = frame.iloc[np.lexsort(keys)]
    return ordered.assign(preference=np.arange(len(ordered)))


def figures(ordered: pd.DataFrame) -> pd.DataFrame:
    """Return the figure of each cell (S4) of a frame sorted by `preferred`."""
    return ordered.drop_duplicates(list(CELL))


def over_time(ordered: pd.DataFrame, periods: Sequence[str], *, every: bool = True) -> pd.DataFrame:
    """Return the levels of each series that may be divided over time (S5).

    One tag for the whole span, the first of: a series vintage, highest order; one source with
    unlabelled figures that is not a collection; all `final`. Never `first`.

    Parameters
    ----------
    ordered : DataFrame
        Levels of one price basis, sorted by `preferred`.
    periods : sequence of str
        The periods that are needed.
    every : bool
        Whether a series without one of them is left out; else it keeps the tag that has most.
    """
    usable = _exact(ordered)
    usable = usable[usable["time_period"].isin(periods)]
    unlabelled = (usable["vintage"] == "") & (usable["release"] != "collection")
    tagged = pd.concat(
        [
            usable[usable["series"]].assign(tag=lambda f: "v:" + f["vintage"], rank=0),
            usable[unlabelled].assign(tag=lambda f: "s:" + f["source"], rank=1),
            usable[usable["obs_status"] == "final"].assign(tag="final", rank=2),
        ]
    )
    needed = len(set(periods)) if every else 0
    return _one_tag(tagged, ["indicator", "ref_area"], "time_period", needed)


def within_period(
    ordered: pd.DataFrame, places: Sequence[str], *, every: bool = True
) -> pd.DataFrame:
    """Return the levels of each period that may be divided by one another (S6).

    One tag, the first of: a series vintage; one source; `first`; `final`.
    """
    usable = _exact(ordered)
    usable = usable[usable["ref_area"].isin(places)]
    tagged = pd.concat(
        [
            usable[usable["series"]].assign(tag=lambda f: "v:" + f["vintage"], rank=0),
            usable.assign(tag=lambda f: "s:" + f["source"], rank=1),
            usable[usable["vintage"] == "first"].assign(tag="first", rank=2),
            usable[usable["obs_status"] == "final"].assign(tag="final", rank=3),
        ]
    )
    needed = len(set(places)) if every else 0
    return _one_tag(tagged, ["indicator", "time_period"], "ref_area", needed)


def _exact(ordered: pd.DataFrame) -> pd.DataFrame:
    return ordered[(ordered["bound"] == "") & (ordered["obs_status"] != "forecast")]


def _one_tag(tagged: pd.DataFrame, series: list[str], key: str, needed: int) -> pd.DataFrame:
    """Keep of each series the rows of the first tag that has all the keys (or the most)."""
    rows = tagged.sort_values("preference", kind="stable")
    rows = rows.drop_duplicates([*series, "tag", key])
    group = rows.groupby([*series, "tag"], sort=False)
    rows = rows.assign(
        covered=group[key].transform("size"),
        foreign=~group["own"].transform("any"),
        place=group["preference"].transform("min"),
        highest=group["order"].transform("max"),
    )
    rows = rows[rows["covered"] >= needed] if needed else rows
    most = rows["covered"] if not needed else pd.Series(0, index=rows.index)
    rows = rows.assign(most=-most, newest=-rows["highest"])
    rows = rows.sort_values([*series, "most", "foreign", "rank", "newest", "place"], kind="stable")
    first = rows.drop_duplicates(series)[[*series, "tag"]]
    chosen = rows.merge(first, on=[*series, "tag"], how="inner")
    return chosen.drop(columns=["covered", "foreign", "place", "highest", "most", "newest"])
