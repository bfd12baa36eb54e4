"""Large tables that are looked through: both readers give the same lines."""

from pathlib import Path

import pytest

from cpstats.store.scanned import LISTED, Lines, Rows


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "made.csv"
    lines = (f'"Dale, {n}",2020,{n}.5\n' for n in range(2, 3 * LISTED))
    path.write_text("place,year,value\n" + "".join(lines), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("step", [2, 1000])
def test_lines_by_their_numbers(table: str, step: int) -> None:
    pytest.importorskip("duckdb")
    numbers = range(2, 3 * LISTED, step)  # the header is line 1, so that line n is of Dale n
    found = Rows(table, ",").lines(numbers)
    assert found == [(n, (f"Dale, {n}", "2020", f"{n}.5")) for n in numbers]
    assert found == Lines(table, ",").lines(numbers)


def test_many_lines_take_no_room_in_the_text_of_a_query(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb")
    texts = []
    asked = Rows._asked

    def noted(self: Rows, query: str, **given: object) -> list[tuple[object, ...]]:
        texts.append(query)
        return asked(self, query, **given)

    scan = Rows(table, ",")
    monkeypatch.setattr(Rows, "_asked", noted)
    assert len(scan.lines(range(2, LISTED + 3))) == LISTED + 1
    assert len(scan.lines(range(2, 3 * LISTED))) == 3 * LISTED - 2
    assert len({*map(len, texts)}) == 1
