"""Answers to a question about a line far down a large file are tried on its beginning and on that line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.keeping import importing
from cpstats.keeping.importing import import_files
from cpstats.store.package import open_package
from cpstats.store.recognising import stream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

LINES = 4000


@pytest.fixture
def read_lines(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Read every file as if it were large, a hundred lines at a time; count the lines of each time."""
    monkeypatch.setattr(importing, "can_convert", lambda: False)
    for name, value in (("LARGE", 10), ("SMALL", 10), ("BATCH", 100)):
        monkeypatch.setattr(stream, name, value)
    counts: list[int] = []
    batches = stream._batches

    def counted(*given: Any) -> Iterator[Any]:
        counts.append(0)
        for rows, lines, done in batches(*given):
            counts[-1] += len(rows)
            yield rows, lines, done

    monkeypatch.setattr(stream, "_batches", counted)
    return counts


def _refused(path: Path, signs: dict[int, str]) -> str:
    lines = [f"Ward {n},2020,{signs.get(n, n)}\n" for n in range(LINES)]
    path.write_text("Ward,Year,Tea (t)\n" + "".join(lines), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        import_files([str(path)], open_package())
    return str(caught.value)


def test_one_odd_cell_costs_one_reading_of_the_whole(read_lines: list[int], tmp_path: Path) -> None:
    said = _refused(tmp_path / "t.csv", {3000: "zzz"})
    assert "t.csv:3002:3: obs_value: “zzz”" in said
    assert f"--missing zzz ({LINES - 1} figures" in said
    # to the odd line, its beginning, and once the whole
    assert read_lines == [3100, 100, LINES + 1]


def test_many_odd_cells_cost_two_readings_at_most(read_lines: list[int], tmp_path: Path) -> None:
    signs = {1000: "zz", 1500: "yy", 2000: "xx", 2500: "ww", 3000: "vv"}
    said = _refused(tmp_path / "t.csv", signs)
    assert "--missing 'zz yy xx' (the first Tea, Ward 0, 2020: 0 t)" in said
    assert "t.csv:1502:3: obs_value: “yy” is not a number; " in said
    assert read_lines == [1100, 100, 1600, 2100]
