"""pandas: what fits in the memory, on one core; nothing else needs to be installed for CSV."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Self

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.panels.engines import Outcome, no_memory
from cpstats.panels.panel_files import CSV, DAY, NUMBER, WHOLE, faults
from cpstats.panels.widths import look_at_widths

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from cpstats.errors import CpstatsError
    from cpstats.panels.engines import Limits, Target
    from cpstats.panels.panel_files import Source

NEEDS, EXTRA = "pandas", ""


class Engine:
    """Frames in memory; Parquet is read and written by DuckDB, or by pyarrow."""

    apart = False

    def __init__(self, limits: Limits) -> None:
        self._limits = limits._replace(base=None)  # what DuckDB has read does not stay

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None: ...

    def read(self, source: Source) -> Any:
        """Return a frame of all files."""
        if source.kind != CSV and find_spec("duckdb"):
            from cpstats.panels.engines import duckdb

            with duckdb.Engine(self._limits) as base:
                return base.frame_of(source)
        import pandas as pd

        look_at_widths(source)
        parts = [self._part(source, file) for file in source.files]
        return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)

    def _part(self, source: Source, file: str) -> Any:
        import pandas as pd

        if source.kind == CSV:
            types: dict[str, Any] = dict.fromkeys(source.schema, "str")
            types |= {c: "float64" for c, kind in source.schema.items() if kind == NUMBER}
            types |= {c: "int64" for c, kind in source.schema.items() if kind == WHOLE}
            frame = pd.read_csv(
                file,
                sep=source.divider,
                dtype={c: t for c, t in types.items() if c not in source.folders},
                keep_default_na=False,
                na_values={
                    c: ["", "NaN", "nan"] if t == "float64" else [""] for c, t in types.items()
                },
                encoding="utf-8",
            )
        else:
            _needs_parquet()
            frame = pd.read_parquet(file)
        for column, text in source.parts_of(file).items():
            whole = source.schema[column] == WHOLE
            frame[column] = int(text) if whole else text
        for column in source.numbers:
            frame[column] = frame[column].astype("float64")
        if source.schema.get(source.wanted.time) == DAY:
            frame[source.wanted.time] = pd.to_datetime(frame[source.wanted.time])
        for column, members in source.wanted.where:
            whole = source.schema[column] == WHOLE
            frame = frame[frame[column].isin([int(m) if whole else m for m in members])]
        return frame.reset_index(drop=True) if source.wanted.where else frame

    def work(self, frame: Any, target: Target) -> Outcome:
        """Write the frame."""
        if target.order:
            frame = frame.sort_values(list(target.order), kind="stable", ignore_index=True)
        if target.path:
            self._write(frame, target.path, target)
        head = frame.head(target.head).astype(object)
        rows = list(head.where(head.notna(), None).itertuples(index=False, name=None))
        reasons = {"": len(frame)}
        if "reason" in frame:
            counts = frame["reason"].value_counts(dropna=False).items()
            reasons = {reason if isinstance(reason, str) else "": n for reason, n in counts if n}
        return Outcome(tuple(frame.columns), rows, len(frame), dict(sorted(reasons.items())))

    def _write(self, frame: Any, path: Path, target: Target) -> None:
        if not target.parts:
            self._write_one(frame, path, target.format)
            return
        for members, part in frame.groupby(list(target.parts), sort=True, observed=True):
            names = (f"{c}={_quoted(m)}" for c, m in zip(target.parts, members, strict=True))
            folder = path.joinpath(*names)
            folder.mkdir(parents=True)
            rest = part.drop(columns=list(target.parts))
            self._write_one(rest, folder / f"data_0.{target.format}", target.format)

    def _write_one(self, frame: Any, path: Path, kind: str) -> None:
        if kind == CSV:
            frame.to_csv(path, index=False, lineterminator="\n")
        elif find_spec("duckdb"):
            from cpstats.panels.engines import duckdb

            with duckdb.Engine(self._limits) as base:
                base.write(frame, path)
        else:
            _needs_parquet()
            frame.to_parquet(path, index=False)

    def stop(self) -> None:
        """Do nothing: Ctrl-C reaches it."""

    def told(self, error: Exception, source: Source) -> CpstatsError | None:
        """Return what is said of an error of pandas."""
        if isinstance(error, MemoryError):
            return no_memory(source.name)
        if isinstance(error, OSError):
            return None
        with suppress(ImportError):
            import duckdb

            if isinstance(error, duckdb.Error):
                from cpstats.panels.engines import duckdb as engine

                with engine.Engine(self._limits) as base:
                    return base.told(error, source)
        wrong = isinstance(error, ValueError) and source.kind == CSV
        return faults(source) if wrong else None


def _quoted(member: Any) -> str:
    from urllib.parse import quote

    return quote(str(member), safe=" ")


def _needs_parquet() -> None:
    if find_spec("pyarrow") is None:
        raise UsageError(
            Message(
                "Parquet needs the extra “engines” or “parquet”",
                "读写 Parquet 需要附加组件“engines”或“parquet”",
            ),
            mend=Message(
                "Install one: pip install 'cpstats[engines]'",
                "请安装其一：pip install 'cpstats[engines]'",
            ),
        )
