"""Spark: a cluster, or all cores of one machine; the result is a folder of parts."""

from __future__ import annotations

import os
import shutil
import socket
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from cpstats.errors import UsageError
from cpstats.message import Message, cause
from cpstats.panels.engines import Outcome, no_memory
from cpstats.panels.panel_files import CSV, DAY, NUMBER, TEXT, WHOLE, faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from cpstats.errors import CpstatsError
    from cpstats.panels.engines import Limits, Target
    from cpstats.panels.panel_files import Source

NEEDS, EXTRA = "pyspark", "spark"
TYPES = {TEXT: "string", WHOLE: "bigint", NUMBER: "double", DAY: "date"}
LOCAL, CONNECT, STANDALONE = "local", "sc", "spark"
PART = 16 << 20  # bytes of the files for one task of a shuffle
PATIENCE = 5  # seconds in which a machine must answer
# Where a program ends, how long all pauses take counts, not how long each of them does.
COLLECTOR = "-XX:+UseParallelGC"
OF_JAVA = ("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "SPARK_SUBMIT_OPTS")
QUIET = """\
rootLogger.level = error
rootLogger.appenderRef.file.ref = file
appender.file.type = File
appender.file.name = file
appender.file.fileName = {log}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %p %c: %m%n
"""


class Engine:
    """A session of Spark: local, of a standalone cluster, or by Connect."""

    apart = True

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._session: Any = None
        self._made = 0

    def __enter__(self) -> Self:
        # of a pandas that it is not asked to use, also when parts of it are loaded later
        warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)
        address = self._limits.spark
        _look_for_java(address)
        _look_for_machine(address)
        with _silent(self._limits.room / "spark.log"):
            try:
                self._session = _session(self._limits)
            except Exception as error:
                if not _is_own(error):
                    raise
                raise _not_started(address, error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._session is not None:
            with _silent(self._limits.room / "spark.log"):
                self._session.stop()

    def read(self, source: Source) -> Any:
        """Return a frame of the files."""
        from pyspark.sql import functions as f

        parts = max(2 * self._cores(), source.size // PART)
        self._session.conf.set("spark.sql.shuffle.partitions", str(parts))
        reader = self._session.read
        if source.folders:
            first = source.files[0].split(f"/{source.folders[0]}=")[0]
            reader = reader.option("basePath", first)
        if source.kind == CSV:
            types = ", ".join(f"{_name(c)} {TYPES[k]}" for c, k in source.schema.items())
            reader = reader.schema(types).option("header", "true").option("mode", "FAILFAST")
            frame = reader.option("sep", source.divider).csv(list(source.files))
        else:
            frame = reader.parquet(*source.files)
        for column in source.numbers:
            frame = frame.withColumn(column, f.col(_name(column)).cast("double"))
        for column in source.folders:
            kind = TYPES[source.schema[column]]
            frame = frame.withColumn(column, f.col(_name(column)).cast(kind))
        for column, members in source.wanted.where:
            whole = source.schema[column] == WHOLE
            wanted = [int(m) if whole else m for m in members]
            frame = frame.where(f.col(_name(column)).isin(wanted))
        return frame.select(*map(_name, source.schema))

    def _cores(self) -> int:
        if self._limits.spark.startswith(CONNECT):
            return self._limits.threads or 8
        return int(self._session.sparkContext.defaultParallelism)

    def work(self, frame: Any, target: Target) -> Outcome:
        """Write what the frame says; what is shown is read from what was written."""
        from pyspark.sql import functions as f

        self._made += 1
        path = str(target.path or self._limits.room / f"result{self._made}")
        kind = target.format if target.path else "parquet"
        made = frame.orderBy(*map(_name, target.order)) if target.order else frame
        writer = made.write.partitionBy(*target.parts) if target.parts else made.write
        if kind == CSV:
            writer.option("header", "true").option("emptyValue", "").csv(path)
        else:
            writer.parquet(path)
        reader = self._session.read.option("header", "true").schema(made.schema)
        written = reader.csv(path) if kind == CSV else reader.parquet(path)
        shown = written.orderBy(*map(_name, target.order)) if target.order else written
        rows = [tuple(row) for row in shown.limit(target.head).collect()]
        reason = f.col("reason") if "reason" in made.columns else f.lit("")
        counts = written.groupBy(f.coalesce(reason, f.lit("")).alias("r")).count().collect()
        reasons = dict(sorted((str(r), int(n)) for r, n in counts))
        return Outcome(tuple(made.columns), rows, sum(reasons.values()), reasons)

    def stop(self) -> None:
        """Cancel what is running."""
        if self._limits.spark.startswith(CONNECT):
            self._session.interruptAll()
        elif self._session is not None:
            self._session.sparkContext.cancelAllJobs()

    def told(self, error: Exception, source: Source) -> CpstatsError | None:
        """Return what is said of an error of Spark."""
        words = str(error)
        if "OutOfMemoryError" in words:
            return no_memory(source.name)
        return faults(source) if _is_own(error) else None


def _is_own(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] in ("pyspark", "py4j")


def _not_started(address: str, error: Exception) -> UsageError:
    """Return the error for a machine that answers, and a session that does not come about."""
    lines = [line.strip() for line in str(error).splitlines()]
    said = next((line.lstrip(": ") for line in lines if line.startswith(":")), lines[0][:200])
    mend = Message(
        "Look whether {} takes this program: its version, its log, what memory and ports are free.",
        "请检查 {} 能否接受本程序：版本、日志、可用内存与端口。",
        address or LOCAL,
    )
    if address.startswith(STANDALONE):  # whatever listens there was asked for a minute
        mend = Message(
            "Look whether {} is the master of a cluster, not its page on the web or another service, and "
            "takes this program: its version, its log, what memory and ports are free.",
            "请检查 {} 是否为集群的 master（而非其网页或其他服务），以及能否接受本程序：版本、日志、可用内存与端口。",
            address,
        )
    return UsageError(Message("Spark does not start{}", "Spark 未能启动{}", cause(said)), mend=mend)


def _session(limits: Limits) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a pandas that it is not asked to use
        from pyspark.sql import SparkSession

    address, room = limits.spark, limits.room
    if address.startswith(CONNECT):
        made = SparkSession.builder.remote(address).getOrCreate()
        made.conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        return made
    logging = room / "log4j2.properties"
    logging.write_text(QUIET.format(log=room / "spark.log"))
    cores = limits.threads or "*"
    settings = {
        "spark.master": address or f"{LOCAL}[{cores}]",
        "spark.app.name": "cpstats panel",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.local.dir": str(room / "spilled"),
        "spark.sql.warehouse.dir": str(room / "warehouse"),
        "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
        "spark.sql.ansi.enabled": "false",  # a division by 0 is null, as everywhere here
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={logging} {_collector()}",
        "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs": "false",
    }
    if address and limits.threads:
        settings["spark.cores.max"] = str(limits.threads)
    if limits.memory:
        megabytes = f"{max(limits.memory >> 20, 1)}m"
        settings["spark.executor.memory" if address else "spark.driver.memory"] = megabytes
    builder = SparkSession.builder
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _collector() -> str:
    """Return the option for Java's collector; nothing where the user names one, for Java takes no two."""
    named = any("GC" in os.environ.get(name, "") for name in OF_JAVA)
    return "" if named else COLLECTOR


def _look_for_java(address: str) -> None:
    """Refuse without a Java runtime; Connect needs none.

    Raises
    ------
    UsageError
        When there is none.
    """
    home = os.environ.get("JAVA_HOME", "")
    if address.startswith(CONNECT) or shutil.which("java", path=f"{home}/bin" if home else None):
        return
    raise UsageError(
        Message("Spark needs a Java runtime, and there is none", "Spark 需要 Java，但没有找到"),
        mend=Message(
            "Install Java 17 or later and put it on the PATH (or name it in JAVA_HOME), or take "
            "--engine duckdb.",
            "请安装 Java 17 或更高版本并加入 PATH（或设置 JAVA_HOME），或改用 --engine duckdb。",
        ),
    )


def _look_for_machine(address: str) -> None:
    """Refuse an address where nobody answers, which Spark itself tries for minutes.

    Raises
    ------
    UsageError
        When it is no address, or nobody answers.
    """
    if not address or address.startswith((LOCAL, "yarn", "k8s")):
        return
    parts = urlsplit(address)
    try:
        if parts.scheme not in (STANDALONE, CONNECT) or not parts.hostname:
            raise UsageError(
                Message("“{}” is no address of Spark", "“{}”不是 Spark 地址", address),
                mend=Message(
                    "Write {} or {}.", "请写 {} 或 {}。", "spark://HOST:7077", "sc://HOST:15002"
                ),
            )
        port = parts.port or (15002 if parts.scheme == CONNECT else 7077)
        socket.create_connection((parts.hostname, port), PATIENCE).close()
    except (OSError, ValueError) as error:
        raise UsageError(
            Message("nobody answers at {}{}", "{} 没有应答{}", address, cause(error)),
            mend=Message(
                "Check the address, and that the cluster runs; --engine spark alone takes this "
                "machine.",
                "请检查地址及集群是否运行；只写 --engine spark 则使用本机。",
            ),
        ) from None


@contextmanager
def _silent(log: Path) -> Iterator[None]:
    """Let what Java says on standard error go to a file; our own notes are not written meanwhile."""
    kept = os.dup(2)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _name(column: str) -> str:
    return "`" + column.replace("`", "``") + "`"
