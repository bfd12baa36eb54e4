"""Foreign files become a package: whole, sorted, each with its source; what is there wins nothing."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.answers.growth import growth
from cpstats.errors import DataError, UsageError
from cpstats.keeping.importing import import_files
from cpstats.keeping.released import releases_of
from cpstats.model.period import annual
from cpstats.model.question import Question
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising import stream
from cpstats.store.runs import NAMES, Runs

if TYPE_CHECKING:
    from pathlib import Path

SAVE = "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)."


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read every file as if it were large, ten lines at a time."""
    for name in ("LARGE", "SMALL", "BATCH"):
        monkeypatch.setattr(stream, name, 10)


TABLE = (
    "数据库：分省年度数据\n指标：地区生产总值(亿元)\n地区,2022年,2021年\n河北省,42370.4,40391.3\n"
    "例地,5,6\n注：按当年价格计算。\n数据来源：国家统计局\n"
)


def test_title_lines_and_notes_become_the_source(tmp_path: Path) -> None:
    (tmp_path / "分省.csv").write_text(TABLE, "gb18030")
    report = import_files([str(tmp_path / "分省.csv")], open_package(), folder=tmp_path / "out")
    source = open_package([str(tmp_path / "out")]).catalogue.sources["分省"]
    assert (source.title, source.publisher, source.kind) == (
        "分省年度数据 · 地区生产总值(亿元)",
        "国家统计局",
        "official",
    )
    assert source.note == "注：按当年价格计算。 数据来源：国家统计局"
    assert [note.en for note in report.notes][2:] == [
        "your own, not in the catalogue: place “例地”",
        f"4 figures written to {tmp_path / 'out'}: --data {tmp_path / 'out'}",
    ]


def test_what_is_imported_passes_validation(tmp_path: Path) -> None:
    from datetime import date

    from cpstats.checks.validation import validate

    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    import_files([str(tmp_path / "t.csv")], open_package(), folder=tmp_path / "out")
    assert validate([str(tmp_path / "out")], today=date(2026, 11, 24)).finding is False


def test_two_files_that_give_one_figure_are_two_sources(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(TABLE, "utf-8")
    files = [str(tmp_path / f"{name}.csv") for name in ("a", "b")]
    report = import_files(files, open_package(), folder=tmp_path / "out")
    assert sum(int(row["figures"] or 0) for row in report.rows) == 8
    assert {*open_package([str(tmp_path / "out")], builtin=False).catalogue.sources} == {"a", "b"}


def test_a_figure_that_stands_twice_and_disagrees_is_an_error_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE.replace("例地,5,6", "河北省,5,6"), "utf-8")
    with pytest.raises(
        DataError, match=r"t\.csv:5:1: the key \(gdp, 130000, 2022, .* occurs twice"
    ):
        import_files([str(path)], open_package(), folder=tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


def test_a_folder_that_is_not_empty_is_kept_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    with pytest.raises(UsageError) as caught:
        import_files([str(tmp_path / "t.csv")], open_package(), folder=tmp_path / "out")
    assert str(caught.value) == (
        f"{tmp_path / 'out'} is not empty. Name another folder, or add --force to replace it."
    )
    assert (tmp_path / "out/mine.txt").read_text() == "mine"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_file_in_pieces_gives_the_same_package_as_one_read_whole(
    encoding: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    lines = [f"县{n:03d},{y},{n}.{y % 10}\n" for n in range(40) for y in range(2000, 2024)]
    path = tmp_path / "t.csv"
    path.write_text("地区,年份,产值(亿元)\n" + "".join(lines) + "注：示例。\n", encoding)
    whole = import_files([str(path)], open_package(), folder=tmp_path / "whole")
    request.getfixturevalue("in_pieces")
    pieces = import_files([str(path)], open_package(), folder=tmp_path / "pieces")
    for name in ("observations.csv", "places.csv", "sources.csv", "indicators.csv"):
        one, other = ((tmp_path / folder / name).read_bytes() for folder in ("whole", "pieces"))
        assert one == other
    assert (whole.rows[0]["figures"], pieces.rows[0]["figures"]) == (960, 960)
    assert "960 figures, 40 places, 1 indicator, 24 periods" in str(pieces.rows[0]["recognised"])


def test_pieces_whose_numbers_have_a_scale_of_their_own_each_are_asked_about(
    tmp_path: Path, in_pieces: None
) -> None:
    scales = {year: "bn" if year < 2012 else "mn" for year in range(2000, 2024)}
    lines = [f"Peru,{year},{year}.5 {scale}\n" for year, scale in scales.items()]
    (tmp_path / "t.csv").write_text("place,year,Debt\n" + "".join(lines), "utf-8")
    with pytest.raises(DataError, match="bn"):
        import_files([str(tmp_path / "t.csv")], open_package())


def test_a_counterpart_may_be_named_and_is_written_by_its_code(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "indicator,ref_area,time_period,counterpart_area,obs_value\ngdp,110114,2023,beijing,5\n"
    )
    import_files([str(tmp_path / "t.csv")], open_package(), folder=tmp_path / "out")
    assert (tmp_path / "out/observations.csv").read_text("utf-8").splitlines()[1] == (
        "gdp,110114,2023,level,,110000,5,亿元,,,,,t"
    )


@pytest.mark.parametrize("content", ["地区,2022年\n河北省,5\n", "nothing\n"])
def test_the_collector_of_cycles_runs_again_after_an_import(content: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("指标：产值\n" + content, "utf-8")
    with suppress(DataError):
        import_files([str(tmp_path / "t.csv")], open_package(), folder=tmp_path / "out")
    assert gc.isenabled()


def test_a_place_that_is_written_once_holds_over_the_end_of_a_piece(
    tmp_path: Path, in_pieces: None
) -> None:
    lines = [f"{'河北省' if y == 2000 else ''},{y},{y}.5\n" for y in range(2000, 2024)]
    (tmp_path / "t.csv").write_text("地区,年份,产值(亿元)\n" + "".join(lines), "utf-8")
    report = import_files([str(tmp_path / "t.csv")], open_package())
    assert (report.rows[0]["figures"], report.rows[0]["places"]) == (24, 1)


@pytest.mark.parametrize(
    ("header", "parts", "codes"),
    [
        ("month", range(1, 13), [f"2023-{m:02d}" for m in range(1, 13)]),
        ("quarter", range(1, 5), [f"2023-Q{q}" for q in range(1, 5)]),
        ("Reporting month", range(1, 4), ["2023-01", "2023-02", "2023-03"]),
    ],
)
def test_months_stay_months_also_where_a_piece_has_only_the_first(
    header: str, parts: range, codes: list[str], tmp_path: Path, in_pieces: None
) -> None:
    lines = [f"县{n},2023,{part},{n}.5\n" for part in parts for n in range(15)]
    (tmp_path / "t.csv").write_text(f"region,year,{header},产值\n" + "".join(lines), "utf-8")
    import_files([str(tmp_path / "t.csv")], open_package(), folder=tmp_path / "out")
    written = (tmp_path / "out/observations.csv").read_text("utf-8").splitlines()[1:]
    assert sorted({line.split(",")[2] for line in written}) == codes


@pytest.mark.parametrize(
    ("last", "encoding", "message"),
    [
        ("河北省,2024,5\n".encode("gb18030"), "utf-8", "25:1: byte 0xba is not utf-8"),
        ("河北省,2024,5\n".encode(), "ascii", "1:1: byte 0xe5 is not ascii"),
        (
            "河".encode()[:2],
            "utf-8",
            "25:1: the text ends in the middle of a sign: it may be cut off",
        ),
        ("河".encode()[:1], "", "25:1: the text ends in the middle of a sign: it may be cut off"),
        (b"a,\xff,5\n", "", "25:1: the text is neither UTF-8 nor GB18030"),
    ],
    ids=["another", "at once", "cut off", "cut off, not said", "none"],
)
def test_a_large_file_in_another_encoding_than_said_is_an_error_there(
    last: bytes, encoding: str, message: str, tmp_path: Path, in_pieces: None
) -> None:
    lines = [f"河北省,{y},{y}.5\n" for y in range(2001, 2024)]
    path = tmp_path / "t.csv"
    path.write_bytes(("地区,年份,产值(亿元)\n" + "".join(lines)).encode() + last)
    with pytest.raises(DataError) as caught:
        import_files([str(path)], open_package(), hints=Hints(encoding=encoding))
    mend = "Fetch the file again." if "cut off" in message else SAVE
    assert str(caught.value) == f"{path}:{message}. {mend}"


def test_text_in_a_later_piece_is_an_error_there(tmp_path: Path, in_pieces: None) -> None:
    lines = [f"河北省,{y},{'abc' if y > 2019 else '7.5'}\n" for y in range(2000, 2024)]
    (tmp_path / "t.csv").write_text("地区,年份,产值(亿元)\n" + "".join(lines), "utf-8")
    with pytest.raises(DataError, match=r"t\.csv:22:3: obs_value: “abc” is not a number"):
        import_files([str(tmp_path / "t.csv")], open_package())


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("河北省,2001,\0\n", "25:1: there is a NUL character in the text. This is no text file, or it was damaged; save it again as CSV in UTF-8."),
        ('河北省,"2001,5\n', "25:1: the line is not CSV (unexpected end of data). Look for a quotation mark without its partner."),
        ("河北省,2001," + "5" * 1_000_001 + "\n", "25:1: a cell has more than 1000000 signs. A quotation mark may be without its partner; else shorten the cell."),
        ("河北省," + "1," * 30_000 + "\n", "25:1: the line has 30002 cells, more than 20000. Turn the table so that it is longer than wide."),
    ],
    ids=["nul", "quotation", "cell", "columns"],
)  # fmt: skip
def test_what_no_table_has_is_an_error_also_in_a_large_file(
    bad: str, message: str, tmp_path: Path, in_pieces: None
) -> None:
    lines = [f"河北省,{y},{y}.5\n" for y in range(2001, 2024)]
    path = tmp_path / "t.csv"
    path.write_text("地区,年份,产值(亿元)\n" + "".join(lines) + bad, "utf-8")
    with pytest.raises(DataError) as caught:
        import_files([str(path)], open_package())
    assert str(caught.value) == f"{path}:{message}"


BARLEY = "indicator,ref_area,time_period,obs_value,unit\n"


def test_files_of_one_import_that_disagree_are_releases_in_the_order_they_are_given(
    tmp_path: Path,
) -> None:
    old = BARLEY + "Barley,Elmby,2019,100,t\nBarley,Elmby,2020,110,t\n"
    new = BARLEY + "Barley,Elmby,2019,100,t\nBarley,Elmby,2020,120,t\n"
    for first, last in (("a", "z"), ("z", "a")):
        names = [tmp_path / f"{name}.csv" for name in (first, last)]
        for path, text in zip(names, (old, new), strict=True):
            path.write_text(text, "utf-8")
        import_files(list(map(str, names)), open_package(), folder=tmp_path / "out", force=True)
        package = open_package([str(tmp_path / "out")], builtin=False)
        question = Question(indicators=("Barley",), places=("Elmby",))
        (made,) = growth(question, package, ends=(annual(2019), annual(2020))).figures
        # 120 / 100, both of the file that was given last
        assert (made.value, made.vintage) == (pytest.approx(20.0), last)


def test_files_of_one_import_with_one_title_that_agree_are_one_release(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    row = dict.fromkeys(NAMES, "") | {"indicator": "Barley", "ref_area": "Elmby", "unit": "t"}
    for source, levels in (("x", {2019: 100, 2020: 110}), ("y", {2020: 110, 2021: 121})):
        runs.add(
            [
                tuple(
                    {**row, "time_period": str(y), "obs_value": str(v), "source": source}.values()
                )
                for y, v in levels.items()
            ]
        )
    assert releases_of({"x": "Table 4", "y": "Table 4"}, runs.merged()) == {"x": "x", "y": "x"}
    assert releases_of({"x": "Table 4", "y": "Table 5"}, runs.merged()) == {}
    assert releases_of({"x": "", "y": ""}, runs.merged()) == {}


def written(folder: Path, table: str) -> list[str]:
    return (folder / table).read_text("utf-8").splitlines()


def test_what_the_user_calls_a_release_is_that_of_every_file_of_the_import(tmp_path: Path) -> None:
    for year in ("2021", "2022"):
        (tmp_path / f"city_{year}.csv").write_text(
            f"地区,{year}年渡船\n上湾县,{year[-1]}\n", "utf-8"
        )
    hints = Hints(vintage="快报", released="2023-02-28")
    import_files([str(tmp_path / "city_*.csv")], open_package(), folder=tmp_path / "p", hints=hints)
    lines = written(tmp_path / "p", "observations.csv")
    assert [line.split(",")[-2:] for line in lines[1:]] == [
        ["快报", "city_2021"],
        ["快报", "city_2022"],
    ]
    assert written(tmp_path / "p", "vintages.csv")[1:] == ["快报,1,yes,2023-02-28,,,,,"]
    assert [line.split(",")[3] for line in written(tmp_path / "p", "sources.csv")[1:]] == [
        "2023-02-28"
    ] * 2
    recipe = (tmp_path / "p/import.toml").read_text("utf-8")
    assert "快报" not in recipe  # next year's files are another release


def test_files_that_disagree_are_no_one_release(tmp_path: Path) -> None:
    for name, value in (("a", 5), ("b", 6)):
        (tmp_path / f"{name}.csv").write_text(f"地区,2021年渡船\n上湾县,{value}\n", "utf-8")
    with pytest.raises(UsageError, match="a, b differ in a figure: they are no one"):
        import_files(
            [str(tmp_path / "[ab].csv")],
            open_package(),
            folder=tmp_path / "p",
            hints=Hints(vintage="x"),
        )


def test_a_pattern_that_no_file_fits_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file matches"):
        import_files([str(tmp_path / "none_*.csv")], open_package())


def test_a_recipe_says_what_a_flag_can_by_the_name_of_the_flag(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("甲,2021年\n东乡,5\n", "utf-8")
    (tmp_path / "r.toml").write_text(
        '[hints]\nindicator = "渔业产值"\nunit = "万元"\nbasis = "constant:2015"\nwhen = "2020"\n'
        '[columns]\n"甲" = "place"\n',
        "utf-8",
    )
    import_files(
        [str(tmp_path / "t.csv")],
        open_package(),
        folder=tmp_path / "p",
        mapping=tmp_path / "r.toml",
    )
    assert written(tmp_path / "p", "observations.csv")[1:] == [
        "渔业产值,东乡,2021,level,constant:2015,,5,万元,,,,,t"
    ]


def test_a_file_that_grows_while_an_engine_reads_it_is_read_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb")
    from cpstats.keeping import importing
    from cpstats.store.recognising import stream

    monkeypatch.setattr(stream, "LARGE", 1)
    monkeypatch.setattr(stream, "CHUNK", 20_000)
    monkeypatch.setattr(stream, "SMALL", 1)
    path = tmp_path / "t.csv"
    path.write_text(
        "地区,年份,产值(吨)\n" + "".join(f"甲县,{y},5\n" for y in range(1900, 2020)), "utf-8"
    )
    real, ways = importing.converted, []

    def grown(*given: Any) -> Any:
        engine = real(*given)
        ways.append(engine is not None)
        with path.open("a", encoding="utf-8") as file:
            file.write("".join(f"县{n},2020,6\n" for n in range(10_000)))
        return engine

    monkeypatch.setattr(importing, "converted", grown)
    import_files([str(path)], open_package(), folder=tmp_path / "p")
    rows = written(tmp_path / "p", "observations.csv")[1:]
    assert ways == [True]
    assert 120 <= len(rows) < 3_000
