"""Large tables that are looked through: both readers give the same lines."""

from pathlib import Path

import pytest

from cpstats.store.scanned import LISTED, Lines, Rows, lines_of


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


@pytest.mark.parametrize("reader", [Rows, Lines])
@pytest.mark.parametrize("end", ["\n", ""])
def test_of_a_file_that_grows_what_it_had_when_it_was_opened_is_read(
    tmp_path: Path, reader: type[Rows] | type[Lines], end: str
) -> None:
    pytest.importorskip("duckdb")
    path = tmp_path / "grows.csv"
    path.write_text(f"place,year,value\nAvonlea,2020,1\nBrigadoon,2021,2{end}", encoding="utf-8")
    scan = reader(str(path), ",")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" * (not end) + "Cockaigne,2022,3\n" * 9000 + "Avonlea,2023,4\nAval")
    assert scan.texts(0) == ["Avonlea", "Brigadoon"]
    assert scan.firsts([1]) == {1: {"2020": 2, "2021": 3}}
    assert scan.rows({0: {"Avonlea"}}) == [(2, ("Avonlea", "2020", "1"))]
    assert len(scan.beginning(200)) == 2


def test_a_line_that_is_being_written_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grows.csv"
    path.write_text("place,year,value\nAvonlea,2020,1\nBrigadoon,2021,2", encoding="utf-8")
    assert lines_of(str(path)) == 3
    sizes = iter([path.stat(), None])
    stat = Path.stat

    def growing(self: Path, **given: bool) -> object:
        if next(sizes, None) is None:
            with self.open("a", encoding="utf-8") as file:
                file.write("34.5\n")
        return stat(self, **given)

    monkeypatch.setattr(Path, "stat", growing)
    assert lines_of(str(path)) == 2
