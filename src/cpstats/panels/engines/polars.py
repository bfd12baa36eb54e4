"""Polars: what fits in the memory, on all cores of one machine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Self

from cpstats.panels.engines import Outcome, no_memory
from cpstats.panels.panel_files import CSV, DAY, NUMBER, TEXT, WHOLE, faults
from cpstats.panels.widths import look_at_widths

if TYPE_CHECKING:
    from types import TracebackType

    from cpstats.errors import CpstatsError
    from cpstats.panels.engines import Limits, Target
    from cpstats.panels.panel_files import Source

NEEDS, EXTRA = "polars", "engines"


class Engine:
    """Lazy frames."""

    apart = False

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        if limits.threads:
            os.environ["POLARS_MAX_THREADS"] = str(limits.threads)  # read when it is imported

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None: ...

    def read(self, source: Source) -> Any:
        """Return a lazy frame of the files."""
        import polars as pl

        blank = look_at_widths(source)
        kinds = {TEXT: pl.String, WHOLE: pl.Int64, NUMBER: pl.Float64, DAY: pl.Date}
        if source.kind == CSV:
            own = {c: kinds[k] for c, k in source.schema.items() if c not in source.folders}
            scans = [
                pl.scan_csv(
                    file, separator=source.divider, schema=own, null_values=""
                ).with_columns(**{c: pl.lit(text) for c, text in source.parts_of(file).items()})
                for file in source.files
            ]
            frame = pl.concat(scans)
            if blank:
                frame = frame.filter(~pl.all_horizontal(pl.col(*own).is_null()))
        else:
            hive = dict.fromkeys(source.folders, pl.String)
            files = list(source.files)
            frame = pl.scan_parquet(files, hive_partitioning=bool(hive), hive_schema=hive or None)
        casts: dict[Any, Any] = dict.fromkeys(source.numbers, pl.Float64)
        casts |= {c: kinds[source.schema[c]] for c in source.folders}
        frame = frame.cast(casts).select(list(source.schema))
        for column, members in source.wanted.where:
            whole = source.schema[column] == WHOLE
            frame = frame.filter(pl.col(column).is_in([int(m) if whole else m for m in members]))
        return frame

    def work(self, frame: Any, target: Target) -> Outcome:
        """Collect the frame and write it."""
        import polars as pl

        made = frame.collect() if isinstance(frame, pl.LazyFrame) else frame
        made = made.sort(*target.order, nulls_last=True) if target.order else made
        if target.path and target.parts:
            self._write_parts(made, target)
        elif target.path and target.format == CSV:
            made.write_csv(target.path)
        elif target.path:
            made.write_parquet(target.path)
        reasons = {"": len(made)}
        if "reason" in made.columns:
            counts = made["reason"].fill_null("").value_counts().rows()
            reasons = dict(sorted(counts))
        return Outcome(tuple(made.columns), made.head(target.head).rows(), len(made), reasons)

    def _write_parts(self, made: Any, target: Target) -> None:
        from urllib.parse import quote

        for members, part in made.partition_by(*target.parts, as_dict=True).items():
            names = (f"{c}={quote(str(m))}" for c, m in zip(target.parts, members, strict=True))
            folder = target.path.joinpath(*names)  # type: ignore[union-attr]
            folder.mkdir(parents=True)
            rest = part.drop(target.parts)
            write = rest.write_csv if target.format == CSV else rest.write_parquet
            write(folder / f"data_0.{target.format}")

    def stop(self) -> None:
        """Do nothing: Ctrl-C reaches it."""

    def told(self, error: Exception, source: Source) -> CpstatsError | None:
        """Return what is said of an error of Polars."""
        import polars as pl

        if isinstance(error, MemoryError):
            return no_memory(source.name)
        own = isinstance(error, pl.exceptions.PolarsError)
        return faults(source) if own or type(error).__module__.startswith("narwhals") else None
