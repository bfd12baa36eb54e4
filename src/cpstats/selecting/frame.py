"""Figures as a pandas frame with the machine columns, and back into what a calculation takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from cpstats.model.columns import MACHINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpstats.model.figure import Figure

NUMBERS = ("value", "low", "high")


def frame_of(figures: Iterable[Figure]) -> pd.DataFrame:
    """Return the machine columns of figures, one row each; no value is NaN, no text is empty."""
    return frame_of_rows([figure.row() for figure in figures])


def frame_of_rows(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows of a report as a frame; numbers are floats, `n` is a nullable integer."""
    frame = pd.DataFrame(list(rows), columns=None if rows else list(MACHINE))
    kinds = {name: "float64" for name in NUMBERS if name in frame}
    kinds |= {"n": "Int64"} if "n" in frame else {}
    return frame.astype(kinds)


def panel_of(figures: Iterable[Figure]) -> pd.DataFrame:
    """Return figures as a calculation takes them: `obs_value` with its interval."""
    return frame_of(figures).rename(columns={"value": "obs_value"}).drop(columns="reason")
