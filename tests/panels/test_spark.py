"""A cluster of Spark on loopback gives what pandas gives: `make test-all`."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.panels.conftest import CALLS, differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LACKS = [
    what
    for what, there in (
        ("pyspark", importlib.util.find_spec("pyspark")),
        ("a Java runtime", shutil.which("java")),
    )
    if not there
]
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(bool(LACKS), reason=f"needs {' and '.join(LACKS)}: make test-all"),
]
FOUND = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}  # where pyspark is
# What is short-lived is not compiled, by Spark to Java or by Java to machine code.
LOOPBACK = {
    "SPARK_LOCAL_IP": "127.0.0.1",
    "JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto",
}
SETTINGS = """\
spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
"""
PATIENCE = 120  # seconds until a part of the cluster says that it runs


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of one master with two workers; all their processes end with the tests."""
    folder = tmp_path_factory.mktemp("cluster")
    with ExitStack() as ends:
        deploy = "org.apache.spark.deploy"
        said = started(ends, folder / "master.log", f"{deploy}.master.Master", "--host", "127.0.0.1",
                       "--port", "0", "--webui-port", "0", until=r"Starting Spark master at (\S+)")  # fmt: skip
        for number in (1, 2):
            started(ends, folder / f"worker{number}.log", f"{deploy}.worker.Worker", said,
                    "--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0",
                    "--work-dir", str(folder / f"work{number}"),
                    until=r"Successfully registered with (master)")  # fmt: skip
        yield said


def started(ends: ExitStack, log: Path, *words: str, until: str) -> str:
    """Start a part of the cluster and return what its log says at last."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {**os.environ, **LOOPBACK, "SPARK_HOME": str(home)}
    with log.open("wb") as file:
        process = subprocess.Popen(
            [str(home / "bin" / "spark-class"), *words],
            stdout=file,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
    ends.callback(ended, process)
    for _ in range(PATIENCE * 10):
        if found := re.search(until, log.read_text("utf-8", "replace")):
            return found[1]
        assert process.poll() is None, log.read_text("utf-8", "replace")
        time.sleep(0.1)
    pytest.fail(log.read_text("utf-8", "replace"))


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def on_the_cluster(cluster: str, table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the rows of every calculation, made in one process of its own.

    Spark binds itself to the address of its first session, and its process is not to be that of
    the other tests.
    """
    folder = tmp_path_factory.mktemp("made")
    (folder / "spark-defaults.conf").write_text(SETTINGS)
    done = subprocess.run(
        [sys.executable, "-m", "tests.panels.on_spark", cluster, str(table), str(folder)],
        env={**os.environ, **FOUND, **LOOPBACK, "SPARK_CONF_DIR": str(folder)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("name", CALLS)
def test_the_cluster_gives_the_rows_of_pandas(
    name: str, on_the_cluster: Path, rows_by: Callable[..., list]
) -> None:
    found = json.loads((on_the_cluster / f"{name}.json").read_text())
    assert differences(rows_by(name, engine="pandas"), found) == []


def test_spark_writes_a_folder_and_refuses_what_is_wrong(on_the_cluster: Path) -> None:
    told = json.loads((on_the_cluster / "told.json").read_text())
    assert told["files"], "a folder of parts"
    assert all(name.endswith(".parquet") for name in told["files"])
    assert "period twice (a 2020)" in told["twice"]
    assert "t.csv:2:3" in told["odd"]


def test_processes_of_spark_end_with_the_command(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("place,year,v\na,2020,1\na,2021,2\n")
    done = subprocess.run(
        [sys.executable, "-m", "cpstats", "panel", "growth", "t.csv", "--keys", "place", "--time",
         "year", "--value", "v", "--engine", "spark", "--threads", "2", "-q"],
        cwd=tmp_path, env={**os.environ, **FOUND, **LOOPBACK}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[2] == "a,2021,2,100,,,"
    assert [f.name for f in tmp_path.iterdir()] == ["t.csv"]
