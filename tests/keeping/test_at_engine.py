"""A large table converted by DuckDB is, byte for byte, what is read of it piece by piece."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from cpstats.errors import DataError, UsageError
from cpstats.keeping import importing
from cpstats.keeping.importing import import_files
from cpstats.store.engine import Engine
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising import simple_text, stream
from cpstats.store.recognising.inquiry import QuestionError

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.report import Report

YEARS = range(2018, 2024)
LONG = "地区,年份,指标,数值,单位\n" + "".join(
    f"第{n}县,{year},{name},{n}.{year % 100}{n},{unit}\n"
    for n in range(1, 14)
    for year in YEARS
    for name, unit in (("茶叶产量", "吨"), ("商店, 数", "个"))
).replace("商店, 数", '"商店, 数"')
WIDE = "县,产品,单位," + ",".join(f"{year}年" for year in YEARS) + "\n" + "".join(
    f"第{n}县,{name},{unit}," + ",".join("" if (n + y) % 7 == 0 else f"{n * y}.5" for y in YEARS) + "\n"
    for n in range(1, 14)
    for name, unit in (("茶叶产量", "吨"), ("船只数量", "艘"))
)  # fmt: skip
ODD = LONG.replace("第7县,2019,茶叶产量,7.197", '第7县,2019,茶叶产量,"1,234.5"').replace(
    "第9县,2020,茶叶产量,9.209", "第9县,2020,茶叶产量,…"
)
BACKWARDS = "\n".join(
    ",".join([*cells[:3], *reversed(cells[3:])]) for cells in (line.split(",") for line in WIDE.split())
) + "\n"  # fmt: skip
FULL = BACKWARDS.replace(",,", ",0.25,").replace(",\n", ",1.75\n").replace(",,", ",2.25,")
PRODUCTS = "县,年份,茶叶产量(吨),船只数量(艘)\n" + "".join(
    f"第{n}县,{year},{n}.{year % 100},{year - n}\n" for n in range(1, 14) for year in reversed(YEARS)
)  # fmt: skip
UNITS = WIDE.replace(
    "茶叶产量,吨", "船只数量,只"
)  # so that the lines of a county lie in one another
PLACES = "Region," + ",".join(map(str, YEARS)) + "\n" + "".join(
    f'"Upper, {n}",' + ",".join(f"{n}.{y % 100}" for y in YEARS) + "\n" for n in range(1, 14)
)  # fmt: skip
NAMED = "地区,年份,指标,数值,单位\n" + "".join(
    f"{name},{year},茶叶产量,{n}.{year % 100},吨\n"
    for year in YEARS  # so that a place stands in many pieces
    for n, name in enumerate(("合计", "西　河县", "东河县②", "铁西区", "皇姑区", "沈河区", "North (Ost)", "南河 Nanhe", "海城市"))
)  # fmt: skip
IN_YUAN = LONG.replace("茶叶产量", "地区生产总值").replace("吨", "万元").replace("第7县", "昌平区")


GROUPED = "Region;Year;Item;Value;Unit\n" + "".join(
    f"Ward {n};{year};Boats;{n},{year - 1500:03}.{n};只\n" for n in range(1, 14) for year in YEARS
)


def with_comma(text: str) -> str:
    return text.replace(",", ";").replace(".", ",")


def both_ways(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, **said: str) -> None:
    """Import a file at the engine, which must not give it back, and in pieces; the packages are the same."""
    used, odd = [], []
    way, lines = importing.converted, Engine.odd_lines
    with monkeypatch.context() as patch:
        patch.setattr(importing, "converted", lambda *a: used.append(way(*a)) or used[-1])
        patch.setattr(Engine, "odd_lines", lambda self: odd.append(self.odd) or lines(self))
        fast = imported(path, folder / "fast" / "package", **said)
        assert used != [None]
        assert not odd  # no line was read by itself
        patch.setattr(importing, "can_convert", lambda: False)
        slow = imported(path, folder / "slow" / "package", **said)
    assert contents(folder / "fast" / "package") == contents(folder / "slow" / "package")
    (told,), (wanted,) = ([r["recognised"] for r in report.records] for report in (fast, slow))
    assert told.partition(" | ")[0] == wanted.partition(" | ")[0]


@pytest.mark.parametrize(
    "codec", ["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "big5"]
)
def test_a_text_in_another_encoding_is_converted_too(
    codec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = LONG
    for simple, traditional in zip("县区标数单产吨个叶", "縣區標數單產噸個葉", strict=True):
        text = text.replace(simple, traditional) if codec == "big5" else text
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(codec))
    both_ways(path, tmp_path, monkeypatch, **({"encoding": codec} if codec == "big5" else {}))


@pytest.mark.parametrize("table", [LONG, WIDE, GROUPED], ids=["long", "wide", "grouped"])
@pytest.mark.parametrize(
    "notes",
    [
        "注：2023年为初步数。\n",
        "\n注：含2,000户。\n数据来源：石羊统计局\n\n",
        "数据来源：石羊统计局,,,,\r\n",
        '"Note: boats, as of 2023."\nSource: Harbour office',
    ],
)
def test_notes_below_the_figures_are_taken_in(
    table: str, notes: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "BATCH", 20)  # lines: the notes do not stand in the first piece
    (tmp_path / "t.csv").write_text(table + notes, encoding="utf-8", newline="")
    both_ways(tmp_path / "t.csv", tmp_path, monkeypatch)


def test_figures_behind_words_are_no_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "BATCH", 20)
    more = "以下为修订\n第15县,2019,茶叶产量,3.5,吨\n注：初步数。\n"
    (tmp_path / "t.csv").write_text(LONG + more, encoding="utf-8")
    imported(tmp_path / "t.csv", tmp_path / "fast" / "package")
    monkeypatch.setattr(importing, "can_convert", lambda: False)
    imported(tmp_path / "t.csv", tmp_path / "slow" / "package")
    assert contents(tmp_path / "fast" / "package") == contents(tmp_path / "slow" / "package")


def test_where_no_text_can_be_put_down_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").write_bytes(LONG.encode("gb18030"))
    monkeypatch.setattr(simple_text, "MADE", "")  # the folder itself
    with pytest.raises(UsageError, match="cannot be written"):
        imported(tmp_path / "t.csv", tmp_path / "package")
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


@pytest.mark.parametrize(
    "text",
    [
        GROUPED,
        GROUPED.replace(",", "'").replace(".", ",").replace("'", "."),
        LONG.replace(",7.197,", ',"-1,234,567.197",')
        .replace(",9.", ',"9,000.5",9.')
        .replace('"9,000.5",9.', "9."),
    ],
    ids=["every number", "points and a decimal comma", "some, in quotation marks"],
)
def test_thousands_that_a_sign_divides_are_converted_too(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    both_ways(tmp_path / "t.csv", tmp_path, monkeypatch)


@pytest.mark.parametrize("cell", ["1,23", "0,123", "1,2345", "12,34,567"])
def test_a_comma_that_divides_no_thousands_is_told_as_in_pieces(
    cell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = GROUPED.replace("7,519.7", cell)
    assert text != GROUPED
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    said = []
    for engine in (True, False):
        monkeypatch.setattr(importing, "can_convert", lambda engine=engine: engine)
        try:
            imported(tmp_path / "t.csv", tmp_path / str(engine) / "package")
            said.append(contents(tmp_path / str(engine) / "package"))
        except DataError as fault:
            said.append(
                str(fault).partition("Read so")[0]
            )  # which figure is first is each way's own
    assert said[0] == said[1]


@pytest.fixture(autouse=True)
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LARGE", "SMALL"):
        monkeypatch.setattr(stream, name, 100)


def imported(path: Path, folder: Path, **said: str) -> Report:
    parquet = bool(said.pop("parquet", ""))
    hints = Hints(**said)  # type: ignore[arg-type]
    return import_files([str(path)], open_package(), folder=folder, hints=hints, parquet=parquet)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LONG, {}),
        (WIDE, {}),
        (BACKWARDS, {}),
        (FULL, {}),
        (PRODUCTS, {}),
        (ODD, {}),
        (PLACES, {"indicator": "Boats", "unit": "吨"}),
        (LONG, {"vintage": "first"}),
        (NAMED, {"place": "石羊市"}),
        (IN_YUAN, {}),
        (LONG + "\n\n\n", {}),
        (with_comma(LONG).replace(";7,197;", ";1.007,197;"), {}),
        (with_comma(WIDE), {}),
        (with_comma(FULL), {}),
    ],
    ids=[
        "long",
        "wide with gaps",
        "from the last year on",
        "without gaps",
        "products across",
        "odd numbers",
        "places only",
        "of a release",
        "names that are changed",
        "units that hang on places",
        "empty lines at the end",
        "decimal comma",
        "decimal comma, wide with gaps",
        "decimal comma, wide without gaps",
    ],
)
def test_the_package_is_that_of_the_slow_way(
    text: str, said: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    used = []
    way = importing.converted
    monkeypatch.setattr(importing, "converted", lambda *a: used.append(way(*a)) or used[-1])
    fast = imported(path, tmp_path / "fast" / "package", **said)
    assert used != [None]
    monkeypatch.setattr(importing, "can_convert", lambda: False)
    slow = imported(path, tmp_path / "slow" / "package", **said)
    assert contents(tmp_path / "fast" / "package") == contents(tmp_path / "slow" / "package")
    assert [record["figures"] for record in fast.records] == [r["figures"] for r in slow.records]


def test_what_fills_many_blocks_of_the_engine_is_in_order(tmp_path: Path) -> None:
    # several threads write more than one block of 122,880 figures each, of more places than one vector holds
    lines = (
        f"第{n}县,{2000 + year},茶叶产量,{n}.5,吨\n" for n in range(25_000) for year in range(12)
    )
    path = tmp_path / "t.csv"
    path.write_text("地区,年份,指标,数值,单位\n" + "".join(lines), encoding="utf-8")
    imported(path, tmp_path / "p")
    with (tmp_path / "p" / "observations.csv").open(encoding="utf-8") as file:
        keys = [line.split(",")[1:3] for line in file][1:]
    assert len(keys) == 300_000
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("第7县,2019,茶叶产量,7.197", "第7县,2019,茶叶产量,7.1x97", r"t\.csv:76:4: .*7\.1x97"),
        ("第8县,2019,茶叶产量", "第7县,2019,茶叶产量", r"occurs twice, first at .*t\.csv:76"),
        ("第9县,2019,茶叶产量", "第9县,2019年的,茶叶产量", "2019年的"),
    ],
    ids=["no number", "one key twice", "no period"],
)
def test_a_fault_is_told_where_it_stands(old: str, new: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(LONG.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=fault):
        imported(tmp_path / "t.csv", tmp_path / "package")
    assert not (tmp_path / "package").exists()


def refused(*_: object, **__: object) -> None:
    pytest.fail("the file is read in pieces, or whole")


def test_a_cell_that_is_no_figure_is_told_without_reading_all_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        importing, "tried", lambda asked, *_: asked
    )  # not once more for each answer
    bad, other = "第7县,2019,茶叶产量,7.1x97", "第9县,2019,茶叶产量,?x"
    text = LONG.replace("第7县,2019,茶叶产量,7.197", bad).replace(
        "第9县,2019,茶叶产量,9.199", other
    )
    line = text[: text.index(bad)].count("\n") + 1
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(importing, "can_convert", lambda: False)
    with pytest.raises(QuestionError, match=rf"t\.csv:{line}:4: .*7\.1x97") as slow:
        imported(tmp_path / "t.csv", tmp_path / "package")
    monkeypatch.setattr(importing, "can_convert", lambda: True)
    monkeypatch.setattr(importing, "pieces", refused)
    with pytest.raises(QuestionError) as fast:
        imported(tmp_path / "t.csv", tmp_path / "package")
    assert str(fast.value) == str(slow.value)
    assert (fast.value.ways, fast.value.row) == (slow.value.ways, slow.value.row)


def test_what_a_gzip_holds_is_read_as_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv.gz"
    path.write_bytes(gzip.compress(LONG.encode()))
    whole = imported(path, tmp_path / "whole" / "package")
    monkeypatch.setattr(stream, "PACKED", 10)
    monkeypatch.setattr(importing, "foreign", refused)
    made = imported(path, tmp_path / "made" / "package")
    assert contents(tmp_path / "whole" / "package") == contents(tmp_path / "made" / "package")
    assert [record["sheet"] for record in made.records] == [r["sheet"] for r in whole.records]
    path.write_bytes(gzip.compress(LONG.replace("7.197", "7.1x97").encode()))
    with pytest.raises(DataError, match=rf"^{path}:76:4: .*7\.1x97"):
        imported(path, tmp_path / "none")


@pytest.mark.parametrize("parquet", ["", "yes"])
def test_where_two_writers_find_no_room_one_writes(
    parquet: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").write_text(LONG, encoding="utf-8")
    imported(tmp_path / "t.csv", tmp_path / "two" / "package", parquet=parquet)
    opened = duckdb.connect
    asked: list[str] = []

    class Small:
        """A database in which only one thread finds room to write."""

        def __init__(self, **settings: Any) -> None:
            self._base = opened(**settings)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._base, name)

        def execute(self, query: str, *given: object) -> Any:
            asked.extend([query] * query.startswith(("COPY", "SET threads")))
            if query.startswith("COPY") and asked[-2] == "SET threads = 2":
                raise duckdb.OutOfMemoryException("failed to pin block")
            return self._base.execute(query, *given)

    monkeypatch.setattr(duckdb, "connect", Small)
    imported(tmp_path / "t.csv", tmp_path / "one" / "package", parquet=parquet)
    assert [query[:4] for query in asked] == ["SET ", "COPY", "SET ", "COPY"]
    assert contents(tmp_path / "one" / "package") == contents(tmp_path / "two" / "package")


def test_hundreds_of_columns_find_room_in_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # more lines than one vector of the engine holds, of 300 columns each
    monkeypatch.setattr(importing, "pieces", refused)
    head = ",".join(f"商品{n}产量(吨)" for n in range(300))
    rows = (
        f"第{n}县,{year},{f'{n}.5,' * 299}{n}.5\n" for n in range(1100) for year in (2020, 2021)
    )
    path = tmp_path / "t.csv"
    path.write_text(f"地区,年份,{head}\n{''.join(rows)}", encoding="utf-8")
    (record,) = imported(path, tmp_path / "package", parquet="yes").records
    assert record["figures"] == 1100 * 2 * 300


def test_a_column_that_is_not_read_is_text_all_the_same(tmp_path: Path) -> None:
    lines = LONG.replace("年份,", "年份,备注,").encode().splitlines()
    made = [
        line.replace("县,".encode(), "县,x,".encode()) if n else line
        for n, line in enumerate(lines)
    ]
    made = [made[0].replace("年份,备注".encode(), "备注,年份".encode()), *made[1:]]
    made[60] = made[60].replace(b",x,", b",\xff\xfe\xb5,")
    path = tmp_path / "t.csv"
    path.write_bytes(b"\n".join(made) + b"\n")
    with pytest.raises(DataError, match=r"t\.csv:61:1: .*UTF-8"):
        imported(path, tmp_path / "package")


@pytest.mark.parametrize("way", ["engine", "pieces"])
def test_a_package_with_parquet_has_the_figures_of_one_with_csv(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "can_convert", lambda: way == "engine")
    (tmp_path / "t.csv").write_text(LONG, encoding="utf-8")
    imported(tmp_path / "t.csv", tmp_path / "csv")
    imported(tmp_path / "t.csv", tmp_path / "parquet", parquet="yes")
    assert not (tmp_path / "parquet" / "observations.csv").exists()
    (kept,) = open_package([str(tmp_path / "parquet")], builtin=False).parts
    ((content, _),) = kept.contents()
    assert content == (tmp_path / "csv" / "observations.csv").read_bytes()


def test_a_damaged_parquet_of_a_package_is_an_error_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(LONG, encoding="utf-8")
    imported(tmp_path / "t.csv", tmp_path / "p", parquet="yes")
    table = tmp_path / "p" / "observations.parquet"
    table.write_bytes(table.read_bytes()[:500])
    with pytest.raises(DataError, match="Parquet file cannot be read"):
        open_package([str(tmp_path / "p")], builtin=False).parts[0].contents()


def test_a_name_that_several_places_have_is_told_by_the_code_of_each_line(tmp_path: Path) -> None:
    # years apart, so that one place for both would have no key twice
    lines = [f"昌平区,110114,{year},{year % 100}.5\n" for year in YEARS]
    lines += [f"朝阳区,110105,{year},1.5\n" for year in (2018, 2019, 2020)]
    lines += [f"朝阳区,220104,{year},2.5\n" for year in (2021, 2022, 2023)]
    path = tmp_path / "t.csv"
    path.write_text("地区,行政区划代码,年份,茶叶产量(吨)\n" + "".join(lines), encoding="utf-8")
    imported(path, tmp_path / "package")
    text = (tmp_path / "package" / "observations.csv").read_text(encoding="utf-8")
    found = {tuple(line.split(",")[1:3]) for line in text.splitlines()}
    assert {("110105", "2019"), ("220104", "2022")} <= found
    assert not {("110105", "2022"), ("220104", "2019")} & found


def test_where_the_engine_has_no_room_nothing_is_read_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise duckdb.IOException('IO Error: Could not write file "x": No space left on device')

    (tmp_path / "t.csv").write_text(LONG, encoding="utf-8")
    monkeypatch.setattr(Engine, "convert", full)
    monkeypatch.setattr(importing, "_read", lambda *_: pytest.fail("read in pieces"))
    with pytest.raises(UsageError, match=r"cannot be written \(No space left on device\)"):
        imported(tmp_path / "t.csv", tmp_path / "package")
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]
