"""Every sample cut at any length: read, or an error says why; of an xls the same cells or none."""

from __future__ import annotations

from contextlib import suppress

import pytest
from tests.fuzz import corpus

from cpstats.errors import CpstatsError, DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

SAMPLES = {sample.name: sample for sample in (*corpus.tables(), *corpus.books())}
OF_A_PROCESS = (".xls", ".xlsx", ".xlsb", ".ods")
SPARSE = (97, 1201)  # of so many lengths one is tried, where a workbook needs a process
STEPS = pytest.mark.parametrize("steps", [SPARSE, pytest.param((1, 7), marks=pytest.mark.slow)])


@STEPS
@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.endswith(".xls")])
def test_a_sample_that_is_cut_off_is_read_or_refused(name: str, steps: tuple[int, int]) -> None:
    content = SAMPLES[name].content
    for length in range(0, len(content), steps[name.endswith(OF_A_PROCESS)]):
        with suppress(CpstatsError):
            for found in foreign(name, content[:length]):
                assert all(len(row) == len(found.header) for row in found.rows)


@STEPS
def test_an_xls_that_is_cut_off_has_the_same_cells_or_is_refused(steps: tuple[int, int]) -> None:
    sample = SAMPLES["made.xls"]
    hints = Hints(measure="growth")
    (whole,) = foreign(sample.name, sample.content, hints)
    for length in range(1, len(sample.content), steps[1] // 2 + 1):
        try:
            (found,) = foreign(sample.name, sample.content[:length], hints)
        except DataError:
            continue
        assert found.rows == whole.rows, length
