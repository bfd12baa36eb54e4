"""What is wrong is said before anything is written, and nothing is left behind."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

import duckdb
import pytest

from cpstats.errors import CpstatsError, DataError, UsageError
from cpstats.panels.calculate import panel
from cpstats.panels.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start

HEADER = "place,year,v\n"
ENGINES = ("pandas", "polars", "duckdb")


def refused(folder: Path, *files: str, **more: object) -> CpstatsError:
    """Return the error of growth over files; there is no output, and nothing beside it."""
    before = sorted(folder.iterdir())
    asked = {"keys": ["place"], "time": "year", "value": "v", "output": str(folder / "made.csv")}
    names = [str(folder / file) for file in files]
    with pytest.raises(CpstatsError) as found:
        panel(Request(**{"calculation": "growth", "files": names} | asked | more))  # type: ignore[arg-type]
    assert sorted(folder.iterdir()) == before
    return found.value


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("rows", "words", "mend"),
    [
        ("a,2020,1\na,2020,2\nb,2020,1\nb,2020,1\n", "twice (a 2020, b 2020)", "--keys"),
        ("a,2020,inf\nb,2021,-inf\n", "is infinite (a 2020, b 2021)", "Leave it empty"),
        (",2020,1\n", "a key is empty (", "leave out such rows"),
    ],
)
def test_rows_that_nothing_can_be_made_of_are_named(
    engine: str, rows: str, words: str, mend: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(HEADER + rows)
    error = refused(tmp_path, "t.csv", engine=engine)
    assert isinstance(error, DataError)
    assert words in str(error)
    assert mend in error.mend.to("en")  # type: ignore[union-attr]


def test_of_many_rows_the_first_ten_are_named(tmp_path: Path) -> None:
    rows = "".join(f"p{n:02d},2020,1\n" * 2 for n in range(30))
    (tmp_path / "t.csv").write_text(HEADER + rows)
    said = str(refused(tmp_path, "t.csv", engine="duckdb"))
    assert "p00 2020" in said
    assert "p09 2020" in said
    assert "p10" not in said


@pytest.mark.parametrize("engine", ENGINES)
def test_a_cell_of_another_kind_is_named_by_file_line_and_column(
    engine: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(HEADER + "a,2020,1\na,2021,n/a\nb,2020,2\nb,2021,..\n")
    error = refused(tmp_path, "t.csv", engine=engine)
    assert isinstance(error, DataError)
    assert error.where == f"{tmp_path}/t.csv:3:3"
    assert "“n/a” cannot be read as its column is" in str(error)
    assert "t.csv:5:3 “..”" in str(error)


def test_missing_is_missing_on_every_engine(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + "a,2020,1\na,2021,NaN\na,2022,\n")
    for engine in ENGINES:
        asked = Request(calculation="growth", files=[str(tmp_path / "t.csv")], keys=["place"],
                        time="year", value="v", engine=engine, all_rows=True)  # fmt: skip
        reasons = [row["reason"] for row in panel(asked).records]
        assert reasons == ["missing_base", "missing_current", "missing_current"], engine


def parquet(path: Path, query: str) -> None:
    duckdb.sql(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def test_a_parquet_file_that_is_cut_short_is_named(tmp_path: Path) -> None:
    parquet(tmp_path / "whole.parquet", "SELECT 'a' AS place, 2020 AS year, 1.5 AS v")
    content = (tmp_path / "whole.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(content[: len(content) // 2])
    error = refused(tmp_path, "whole.parquet", "cut.parquet")
    assert error.where == f"{tmp_path}/cut.parquet"
    assert "cut short" in str(error)
    (tmp_path / "cut.parquet").write_bytes(b"PAR1" + b"\0" * 80 + b"PAR1")
    assert "the Parquet file cannot be read" in str(refused(tmp_path, "cut.parquet"))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT 'a' AS place, 2020 AS year, [1.5] AS v", "column v holds no numbers"),
        ("SELECT 'a' AS place, 2020 AS year, INTERVAL 3 DAY AS v", "column v holds no numbers"),
        ("SELECT ['a'] AS place, 2020 AS year, 1.5 AS v", "column place holds neither texts nor"),
    ],
)
def test_a_column_of_lists_or_lengths_of_time_is_named(
    query: str, words: str, tmp_path: Path
) -> None:
    parquet(tmp_path / "t.parquet", query)
    error = refused(tmp_path, "t.parquet")
    assert error.where == f"{tmp_path}/t.parquet"
    assert words in str(error)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("n/a", "“n/a” is no period (its form is not known), in: a. Write 2024, 2024-H1, 2024-Q1 or 2024-08 in the column “year”"),
        ("2021年", "“2021年” cannot stand in a panel, in: a. Write 2021."),
        ("", "has no period, in: a. Fill the column “year”."),
    ],
)  # fmt: skip
def test_a_period_of_no_known_form_is_said_with_its_file_and_the_keys_of_its_rows(
    engine: str, text: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(HEADER + f"a,2020-Q1,1\na,{text},1\n")
    error = refused(tmp_path, "t.csv", engine=engine)
    assert isinstance(error, DataError)
    assert error.where == f"{tmp_path}/t.csv"
    assert words in str(error)


def test_files_that_do_not_fit_together_are_named(tmp_path: Path) -> None:
    (tmp_path / "a1.csv").write_text(HEADER + "a,2020,1\n")
    (tmp_path / "a2.csv").write_text("place,year,value\na,2021,1\n")
    error = refused(tmp_path, "a*.csv")
    assert error.where == f"{tmp_path}/a2.csv"
    assert "its columns are not those of" in str(error)
    assert "no file matches" in str(refused(tmp_path, "b*.csv"))
    parquet(tmp_path / "p1.parquet", "SELECT 'a' AS place, 2020 AS year, 1.5::DOUBLE AS v")
    parquet(tmp_path / "p2.parquet", "SELECT 'b' AS place, 2020 AS year, 'x' AS v")
    assert "(v)" in str(refused(tmp_path, "p?.parquet"))
    assert "column v holds no numbers" in str(refused(tmp_path, "p2.parquet"))


def test_a_word_that_is_wrong_is_said_before_any_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + "a,2020,1\n")
    said = {
        "there is no calculation “grwth”. Nearest: growth": {"calculation": "grwth"},
        "gap needs --over, --benchmark": {"calculation": "gap"},
        "neither in turn nor side by side": {"calculation": "growth,gap+rank"},
        "growth does not take --over": {"arguments": {"over": "place"}},
        "the keys are missing": {"keys": []},
        "there is no column “w”": {"value": "w"},
        "there is no row has": {},
    }
    said.pop("there is no row has")
    for words, more in said.items():
        name = str(more.pop("calculation", "growth"))
        asked = {"keys": ["place"], "time": "year", "value": "v"} | more
        with pytest.raises(UsageError) as found:
            panel(Request(calculation=name, files=[str(tmp_path / "t.csv")], **asked))  # type: ignore[arg-type]
        assert words in str(found.value)


def test_side_by_side_intervals_are_not_taken_from_columns_that_each_replaces(
    tmp_path: Path,
) -> None:
    (tmp_path / "t.csv").write_text("place,year,v,low,high\na,2020,1.0,0.9,1.1\n")
    error = refused(tmp_path, "t.csv", calculation="growth+rebase", arguments={"base": "2020"})
    assert "take no intervals from columns (low, high)" in str(error)


def test_a_benchmark_that_no_row_has_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + "a,2020,1\n")
    asked = Request(calculation="gap", files=[str(tmp_path / "t.csv")], keys=["place"], time="year",
                    value="v", arguments={"over": "place", "benchmark": "b"})  # fmt: skip
    with pytest.raises(DataError, match="no row has place = b"):
        panel(asked)


def test_what_is_there_is_not_replaced_and_a_limit_no_engine_has_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + "a,2020,1\n")
    (tmp_path / "made.csv").write_text("kept")
    assert "exists" in str(refused(tmp_path, "t.csv"))
    other = {"output": str(tmp_path / "other.csv")}
    assert "pandas takes no --memory" in str(
        refused(tmp_path, "t.csv", engine="pandas", memory="4GB", **other)
    )
    assert "no size of a memory" in str(
        refused(tmp_path, "t.csv", engine="duckdb", memory="much", **other)
    )
    assert "panel writes CSV and Parquet" in str(
        refused(tmp_path, "t.csv", output=str(tmp_path / "made.docx"))
    )
    assert (tmp_path / "made.csv").read_text() == "kept"


def test_a_collector_of_java_that_the_user_names_is_the_only_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cpstats.panels.engines.spark import COLLECTOR, OF_JAVA, _collector

    for name in OF_JAVA:
        monkeypatch.delenv(name, raising=False)
    assert _collector() == COLLECTOR
    for name in OF_JAVA:
        with monkeypatch.context() as patch:
            patch.setenv(name, "-Xmx1g -XX:+UseG1GC")
            assert _collector() == ""


def test_without_java_or_a_cluster_it_is_said_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cpstats.panels.engines.spark import _look_for_java, _look_for_machine

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(UsageError, match="Spark needs a Java runtime"):
        _look_for_java("")
    _look_for_java("sc://somewhere:15002")  # needs none
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=r"nobody answers at spark://127\.0\.0\.1"):
            _look_for_machine(f"spark://127.0.0.1:{port}")
    with pytest.raises(UsageError, match="is no address of Spark"):
        _look_for_machine("http://somewhere")


LARGE = "SELECT p::VARCHAR AS place, y AS year, random() AS v FROM range(20000) t(p), range(1990, 2020) u(y)"


GROWTH = ("panel", "growth", "large.parquet", "--keys", "place", "--time", "year", "--value", "v")
AT = "cpstats.panels.engines.duckdb:Engine.work"


def test_a_cluster_that_does_not_take_the_program_is_no_fault_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cpstats.panels.engines import Limits, spark

    class Refused(Exception):  # noqa: N818 - as Spark raises it, of a module of its own
        __module__ = "py4j.protocol"

    def refuse(limits: Limits) -> None:
        del limits
        raise Refused("An error occurred.\n: java.lang.IllegalStateException: stopped.\n\tat x")

    monkeypatch.setattr(spark, "_session", refuse)
    monkeypatch.setattr(spark, "_look_for_java", lambda _: None)
    monkeypatch.setattr(spark, "_look_for_machine", lambda _: None)
    told = r"does not start \(java\.lang\.IllegalStateException: stopped\.\)"
    with (
        pytest.raises(UsageError, match=told) as fault,
        spark.Engine(Limits(tmp_path, spark="spark://h:7077")),
    ):
        pass
    assert "Look whether spark://h:7077 is the master of a cluster, not its page" in str(
        fault.value
    )


IGNORED = getattr(signal, "SIGHUP", None) is None or signal.getsignal(signal.SIGHUP) is signal.SIG_IGN  # fmt: skip
HANG_UP = pytest.param(
    "hang_up", 129, marks=pytest.mark.skipif(IGNORED, reason="nohup told the tests to go on")
)


@pytest.mark.parametrize(("deed", "status"), [("interrupt", 130), ("end", 143), HANG_UP])
def test_an_interrupt_leaves_nothing(deed: str, status: int, tmp_path: Path, start: Start) -> None:
    parquet(tmp_path / "large.parquet", LARGE)
    process = start(*GROWTH, "--engine", "duckdb", "--sort", "-o", "made.csv",
                    cwd=tmp_path, at=AT, deed=deed)  # fmt: skip
    process.communicate()
    assert process.returncode == status
    assert [f.name for f in tmp_path.iterdir()] == ["large.parquet"]


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is none on Windows")
def test_what_nohup_tells_to_go_on_goes_on_when_the_terminal_is_closed(
    tmp_path: Path, start: Start
) -> None:
    parquet(tmp_path / "t.parquet", "SELECT 'a' AS place, 2020 AS year, 1.5 AS v")
    process = start("panel", "growth", "t.parquet", "--keys", "place", "--time", "year",
                    "--value", "v", "--engine", "duckdb", "-o", "made.csv", cwd=tmp_path,
                    at="cpstats.panels.calculate:ended_in_order", deed="stay")  # fmt: skip
    process.communicate()
    assert process.returncode == 0
    assert sorted(f.name for f in tmp_path.iterdir()) == ["made.csv", "t.parquet"]


def test_what_a_killed_run_leaves_the_next_one_removes(tmp_path: Path, start: Start) -> None:
    parquet(tmp_path / "large.parquet", LARGE)
    for deed in ("kill", "tell"):
        process = start(*GROWTH, "--engine", "duckdb", "-o", "made.csv",
                        cwd=tmp_path, at=AT if deed == "kill" else "", deed=deed)  # fmt: skip
        process.communicate()
        left = sorted(f.name for f in tmp_path.iterdir() if f.name != "large.parquet")
        if deed == "kill":
            assert [name[:10] for name in left] == [".made.csv-"]
    assert left == ["made.csv"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_full_disk_leaves_nothing(engine: str, tmp_path: Path, start: Start) -> None:
    parquet(tmp_path / "t.parquet", "SELECT 'a' AS place, 2020 AS year, 1.5 AS v")
    process = start("panel", "growth", "t.parquet", "--keys", "place", "--time", "year",
                    "--value", "v", "--engine", engine, "-o", "made.csv", cwd=tmp_path,
                    at=f"cpstats.panels.engines.{engine}:Engine.work", deed="fill")  # fmt: skip
    _, said = process.communicate(timeout=120)
    assert process.returncode in (2, 3), said
    assert b"fault" not in said
    assert [f.name for f in tmp_path.iterdir()] == ["t.parquet"]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_that_may_not_become_so_large_is_not_called_unreadable(
    engine: str, kind: str, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")
    rows = (
        "SELECT p::VARCHAR AS place, y AS year, random() AS v FROM range(2000) t(p), range(10) u(y)"
    )
    parquet(tmp_path / "t.parquet", rows)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))  # bytes; 20,000 rows take more
    try:
        error = refused(tmp_path, "t.parquet", engine=engine, output=str(tmp_path / f"made.{kind}"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "a file may not be as large" in str(error)
    assert error.where == str(tmp_path)


def test_of_a_package_the_observations_are_read_and_no_list_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "figures.csv").write_text(
        "indicator,ref_area,time_period,measure,price_basis,obs_value\n"
        "births,a,2020,level,,50\nbirths,a,2021,level,,60\nbirths,a,2021,growth,,20\n"
    )
    (folder / "places.csv").write_text("ref_area,name_en\na,A\n")
    names = ("figures", "places")
    listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in names)
    (folder / "datapackage.json").write_text(f'{{"resources":[{listed}]}}')
    asked = {"calculation": "growth", "files": [str(folder)], "engine": "pandas"}
    output = tmp_path / "growth.csv"
    keys = ["indicator", "ref_area"]
    panel(Request(**asked, keys=keys, where=["measure=level"], output=str(output)))  # type: ignore[arg-type]
    # 60 / 50 − 1 = 20 %
    row = output.read_text().splitlines()[-1].split(",")
    assert row[:4] == ["births", "a", "2021", "level"]
    assert float(row[6]) == pytest.approx(20)
    with pytest.raises(DataError, match="births a — 2020") as found:
        panel(Request(**asked, keys=[*keys, "price_basis"], output=str(tmp_path / "no.csv")))  # type: ignore[arg-type]
    assert "or that key" in str(found.value)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("a,2020,1\na,2021\nb,2020,2\n", "t.csv:3"),
        ("a,2020,1\na,2021,2,3\nb,2020,2\n", "t.csv:3"),
        ("a,2020,1,5\na,2021,2\n", "t.csv:2"),
        ("a,2020,1\na,2021,2,3\nb,2020\n", "t.csv:3"),
        ("a,2020,1\nb,2020\na,2021,2,3\n", "t.csv:3"),
        ('"a,b",2020,1\n"a,b",2021\n', "t.csv:3"),
        ("a,2020,1,5\na,2021,2,6\n", "t.csv:2"),
        ("a,2020,1\n\na,2021", "t.csv:4"),
    ],
)
def test_a_line_without_a_cell_for_each_column_is_named(
    engine: str, lines: str, where: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(HEADER + lines)
    error = refused(tmp_path, "t.csv", engine=engine)
    assert isinstance(error, DataError)
    assert error.where == f"{tmp_path}/{where}"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "lines", ['"a,b",2020,1\n\n"c",2020,2', "a,2020,1\r\nc,2020,2\r\n\r\n", "a,2020,1\nc,2020,2"]
)
def test_a_line_without_anything_and_a_divider_in_a_cell_are_no_fault(
    engine: str, lines: str, tmp_path: Path
) -> None:
    header = HEADER.replace("\n", "\r\n") if "\r" in lines else HEADER
    (tmp_path / "t.csv").write_text(header + lines, newline="")
    asked = Request(calculation="growth", files=[str(tmp_path / "t.csv")], keys=["place"],
                    time="year", value="v", engine=engine, all_rows=True)  # fmt: skip
    assert [row["v"] for row in panel(asked).records] == [1, 2]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_without_rows_has_no_infinite_number(engine: str, tmp_path: Path) -> None:
    parquet(tmp_path / "t.parquet", "SELECT 'a' AS place, 2020 AS year, 1.5 AS v LIMIT 0")
    asked = Request(calculation="growth", files=[str(tmp_path / "t.parquet")], keys=["place"],
                    time="year", value="v", engine=engine, all_rows=True)  # fmt: skip
    assert panel(asked).records == ()
