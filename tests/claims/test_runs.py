"""One thing said over and over: nothing fails, and the work grows with the length alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.work import calls

from cpstats.claims.extract import extract

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

DAY = date(2025, 4, 10)
RUNS = (
    "2024年", "6月", "去年", "上半年、", "十四五", "第六次全国人口普查", "比2010年", "比", "从", "1%",
    "增长5%、", "从5%到", "（", "其中", "全市", "地区生产总值、", "2024年1-", "。",
    "the ", "percent ", "in ", "5 percent and ", "from 5 to ", "GDP ", "of ", "grew ", "a", "\n",
)  # fmt: skip


def work(text: str, catalogue: Catalogue) -> int:
    """Return how many functions are called to read a text."""
    return calls(lambda: extract(text, catalogue=catalogue, published=DAY, place="110000"))


@pytest.mark.parametrize("said", RUNS)
def test_a_run_is_read_in_work_that_grows_with_its_length(said: str, catalogue: Catalogue) -> None:
    fixed = work(said, catalogue)  # what any text costs, and tables made at the first call
    fixed = min(fixed, work(said, catalogue))
    once, twice = (work(said * n, catalogue) - fixed for n in (1500, 3000))
    assert twice < 2.3 * once + 2000
