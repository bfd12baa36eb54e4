"""Tables as they are downloaded become a data package."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated

import typer

from cpstats.cli.options import choice
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "Read tables as they are downloaded (CSV in any encoding, workbooks) into a data package.",
    "读取下载的原始表格（任意编码的 CSV、工作簿），写成数据包。",
)
EXAMPLES = (
    "cpstats import data.csv --dry-run",
    "cpstats import data.csv -o mydata",
    "cpstats import table.csv --area 河北省 -o hebei",
)
WRITES_A_FOLDER = True


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    files = typer.Argument(metavar="FILE...", show_default=False)
    dry = Text("Say what is recognised and write nothing.", "只报告识别结果，不写入。")
    mapping = Text(
        "How to read it: an import.toml of an earlier import.", "读取方式：先前的 import.toml。"
    )
    indicator = Text("The indicator, where the file does not name it.", "文件未注明时的指标。")
    area = Text("The place, where the file does not name it.", "文件未注明时的地区。")
    unit = Text("The unit, where the file does not name it.", "文件未注明时的单位。")
    when = Text("The period, where the file does not name it.", "文件未注明时的时期。")
    return [
        inspect.Parameter(
            "files",
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[list[str] | None, files],
        ),
        choice("dry", bool | None, None, "--dry-run", help_text=dry.to(lang)),
        choice("mapping", str, "", "--mapping", help_text=mapping.to(lang), metavar="FILE"),
        choice("indicator", str, "", "--indicator", help_text=indicator.to(lang), metavar="NAME"),
        choice("area", str, "", "--area", help_text=area.to(lang), metavar="PLACE"),
        choice("unit", str, "", "--unit", help_text=unit.to(lang), metavar="UNIT"),
        choice("when", str, "", "--when", help_text=when.to(lang), metavar="PERIOD"),
    ]


def answer(
    call: Call,
    *,
    files: list[str] | None,
    dry: bool | None,
    mapping: str,
    indicator: str,
    area: str,
    unit: str,
    when: str,
    folder: str,
) -> Report:
    """Read the files and write the package."""
    from pathlib import Path

    from cpstats.answers.ask import some
    from cpstats.answers.importing import import_files
    from cpstats.cli.progress import progress
    from cpstats.store.hints import Hints

    names = some(files, "file", "cpstats import data.csv -o mydata")
    target = Path(folder) if folder else Path(names[0]).with_suffix("")
    with progress(quiet=call.options.quiet) as tell:
        return import_files(
            names,
            call.package,
            folder=None if dry else target,
            hints=Hints(indicator=indicator, place=area, unit=unit, period=when),
            mapping=Path(mapping) if mapping else None,
            force=call.options.force,
            progress=tell,
        )
