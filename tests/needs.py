"""What a test needs beside the suite's own installation, and who runs it then."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HAS_PYARROW = importlib.util.find_spec("pyarrow") is not None
PARQUET = (
    pytest.mark.parquet,
    pytest.mark.skipif(
        not HAS_PYARROW,
        reason="pyarrow would slow every start that is tested; `make parquet-test` installs it apart",
    ),
)


def needs_pyarrow(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that reads or writes Parquet."""
    for mark in PARQUET:
        test = mark(test)
    return test


def no_chinese_font() -> pytest.MarkDecorator:
    """Skip where no font of this machine has Chinese signs."""
    from cpstats.export.parts.drawing import has_chinese_font

    return pytest.mark.skipif(
        not has_chinese_font(), reason="no font here has Chinese signs (fonts-noto-cjk)"
    )


def needs_chinese_font(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that draws a picture with Chinese signs."""
    return no_chinese_font()(test)
