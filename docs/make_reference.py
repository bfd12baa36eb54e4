"""Write the reference and the JSON Schema from the program: `python docs/make_reference.py`.

Commands, options, formats, columns and words are read from the program; what is explained here in
words is checked against the program's own lists, so that nothing can be missing or left over.
"""
# ruff: noqa: INP001 - a program on its own

from __future__ import annotations

import ast
import json
import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.main import get_command

import cpstats
from cpstats.cli import mounted, registry
from cpstats.cli.config import KEYS, NAME
from cpstats.cli.given import Options
from cpstats.cli.output import Format, formats
from cpstats.errors import ExitStatus
from cpstats.export.json import SCHEMA
from cpstats.model import words
from cpstats.model.columns import BASES, BOUNDS, MACHINE, MEASURES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpstats.model.text import Text

FOLDER = Path(__file__).parent
NUMBERS = ("value", "low", "high")

INTRODUCTION = (
    "This page is made from the program by `make docs`; a test keeps it up to date. It describes "
    "cpstats {version}."
)
SHARED_BY_ALL = (
    "Every question has them, and `plot`. The other commands have `--data`, `--builtin`, the options of output and program, and what their own tables name. The command line wins over the environment, the environment over the "
    "settings, those over the defaults."
)
FOR_MACHINES = (
    "`csv`, `tsv`, `json`, `ndjson`, `xlsx` and `parquet` have always these columns in this order; new ones are added at "
    "the end only. (`list`, `search` and `info` describe the catalogue and have columns of their "
    "own.)"
)
JSON = (
    'One object: `schema` (`"{schema}"`), `title`, `known` (date of the newest release that went '
    "in), `rows` (objects with the columns above), `notes`, `sources`; with `--explain` also "
    "`derivations`, one for each row. As a JSON Schema: [cpstats-1.schema.json](cpstats-1.schema.json). "
    "`check` writes one object for each text, in words of its own: "
    "[cpstats-check-1.schema.json](cpstats-check-1.schema.json)."
)
SETTINGS = (
    "`{name}` in the working folder or above it, then in the configuration folder of the user. "
    "Keys, named as the options: {keys}."
)
STATUS = {
    "OK": "There is an answer.",
    "FOUND": "`check` found a claim contradicted or inconsistent, or `validate` a fault.",
    "USAGE": "A word on the command line is wrong, or the output cannot be written.",
    "DATA": "A data file is absent, unreadable or wrong.",
    "NO_ANSWER": "The question is right, but no figure answers it.",
    "FAULT": "A fault of the program itself; `--debug` shows where.",
    "INTERRUPTED": "Interrupted (Ctrl-C).",
}
COLUMN = {
    "indicator": "Id of the indicator.",
    "ref_area": "Code of the place (GB/T 2260), or the name of your own.",
    "counterpart_area": "Code of the place compared with, for gaps, shares and ratios.",
    "time_period": "`2024`, `2024-H1`, `2024-Q1`, `2024-08`, `2024-01/2024-08`, `2021/2025`.",
    "base_period": "Base of an average growth; itself no period of growth.",
    "n": "How many years of growth went into an average.",
    "measure": "What the number is; see [measures](#measures).",
    "method": "How it was made; see [methods](#methods).",
    "price_basis": "See [price bases](#price-bases). Empty where there is none.",
    "value": "The number in the unit of `unit`; empty (JSON: null) where there is none.",
    "low": "Lower end of the rounding interval; empty where it is open or not known.",
    "high": "Upper end of the rounding interval; empty where it is open or not known.",
    "bound": "See [bounds](#bounds). Empty for a rounded number.",
    "unit": "The indicator's unit, or that of the measure.",
    "obs_status": "See [statuses](#statuses). Empty where the source does not say.",
    "vintage": "Vintages of everything that went in, joined by `|`.",
    "source": "Ids of the sources of everything that went in, joined by `|`.",
    "reason": "Why there is no number, or why it is to be doubted; see [reasons](#reasons).",
}
BASIS = {
    "current": "At the prices of the period: nominal.",
    "constant": "At constant prices: real. A level names its base year, `constant:2015`.",
    "scope": "On a comparable scope (可比口径).",
}
BOUND = {
    "lower": "At least this (over, 突破, 超, 余).",
    "upper": "At most this (under, 近, 不到).",
    "approx": "About this (约).",
}
ENVIRONMENT = {
    "CPSTATS_DATA": "Own data, as `--data`; several paths are divided as in PATH.",
    "CPSTATS_LANG": "Language, `en` or `zh`; else `LC_ALL`, else `LANG`.",
    "COLUMNS": "Width of the terminal.",
    "NO_COLOR": "Any value: no colours.",
    "FORCE_COLOR": "Any value: colours also in a pipe.",
    "TERM": "`dumb`: no colours.",
}


def reference() -> str:
    """Return the whole page."""
    program: Any = get_command(mounted.build())
    parts = [
        "# Reference",
        INTRODUCTION.format(version=cpstats.__version__),
        contents(),
        "## Commands",
        *(command(name, program.commands[name]) for name in registry.in_order()),
        "## Shared options",
        SHARED_BY_ALL,
        *shared(program.commands["show"]),
        "## Formats",
        table(("format", "suffix of `-o`", "what it is"), map(output_format, sorted(formats()))),
        "On a terminal the default is `table`, in a pipe `csv`.",
        "## Columns for machines",
        FOR_MACHINES,
        explained(MACHINE, COLUMN, "column"),
        "### Measures",
        spoken(words.MEASURE, all_of=MEASURES),
        "### Methods",
        spoken(words.METHOD),
        "### Price bases",
        explained(filter(None, BASES), BASIS, "price basis"),
        "### Bounds",
        explained(filter(None, BOUNDS), BOUND, "bound"),
        "### Statuses",
        spoken(words.STATUS, all_of=filter(None, STATUSES)),
        "### Reasons",
        spoken(words.REASON),
        "### JSON",
        JSON.format(schema=SCHEMA),
        "## Exit statuses",
        table(("status", "means"), map(status, same(ExitStatus, STATUS, key="name"))),
        "## Settings",
        SETTINGS.format(name=NAME, keys=", ".join(f"`{k}`" for k in KEYS)),
        "## Environment",
        table(("variable", "means"), ((f"`{k}`", v) for k, v in environment().items())),
    ]
    return "\n\n".join(parts) + "\n"


def contents() -> str:
    """Return links to the commands."""
    return " · ".join(f"[{name}](#{name})" for name in registry.in_order())


def command(name: str, made: Any) -> str:
    """Return the section of one command: what it answers, its own words, its examples."""
    module = registry.module_of(name)
    parts = [f"### {name}", module.HELP.to("en"), f"`cpstats {name} {usage(made)}`"]
    some = {*(module.SHARED or ())} - {"data", "builtin"}  # that every command takes
    if own := [p for p in options(made) if p.name not in SHARED or p.name in some]:
        parts.append(table(("option", "means"), map(option, own)))
    parts.append("\n".join(["```", *module.EXAMPLES, "```"]))
    return "\n\n".join(parts)


def usage(made: Any) -> str:
    """Return the arguments of a command as its help shows them."""
    arguments = [p.metavar for p in made.params if p.param_type_name == "argument"]
    return " ".join([*arguments, "[OPTIONS]"])


def shared(made: Any) -> Iterable[str]:
    """Yield the shared options, one table for each panel of the help."""
    panels: dict[str, list[Any]] = {}
    for p in options(made):
        if p.name in SHARED:
            panels.setdefault(p.rich_help_panel, []).append(p)
    for panel, found in panels.items():
        yield f"### {panel}"
        yield table(("option", "means"), map(option, found))


SHARED = {f.name for f in fields(Options)}


def options(made: Any) -> list[Any]:
    """Return the options of a command but `--help`."""
    return [p for p in made.params if p.param_type_name == "option" and p.name != "help"]


def option(p: Any) -> tuple[str, str]:
    """Return flags and help of one option."""
    value = "" if p.is_flag else f" {p.metavar}"
    flags = ", ".join(f"`{flag}{value}`" for flag in [*p.opts, *p.secondary_opts])
    variable = f" Environment: `{p.envvar}`." if p.envvar else ""
    return flags, f"{p.help}{variable}"


def output_format(name: str) -> tuple[str, str, str]:
    """Return a format, its suffixes, and the first sentence of its module."""
    suffixes = ", ".join(f"`{s}`" for s in Format.of(name).suffixes)
    return f"`{name}`", suffixes, first_line(formats()[name])


def first_line(module: str) -> str:
    """Return the first line of a module's docstring without importing it (extras may be absent)."""
    path = Path(cpstats.__file__).parent.joinpath(*module.split(".")[1:]).with_suffix(".py")
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines()[0]


def status(one: ExitStatus) -> tuple[str, str]:
    """Return an exit status and what it means."""
    return str(one.value), STATUS[one.name]


def environment() -> Mapping[str, str]:
    """Return the variables of the environment, each of which the program knows."""
    source = "".join(p.read_text("utf-8") for p in Path(cpstats.__file__).parent.rglob("*.py"))
    if unknown := [name for name in ENVIRONMENT if f'"{name}"' not in source]:
        raise ValueError(f"the program does not read {', '.join(unknown)}")
    return ENVIRONMENT


def explained(names: Iterable[str], meanings: Mapping[str, str], head: str) -> str:
    """Return a table of names with their meanings; both must be the same names."""
    return table((head, "means"), ((f"`{n}`", meanings[n]) for n in same(names, meanings)))


def same(names: Iterable[Any], meanings: Mapping[str, str], *, key: str = "") -> list[Any]:
    """Return the names, if they are those that are explained."""
    listed = list(names)
    known = [getattr(n, key) if key else n for n in listed]
    if differ := set(known) ^ set(meanings):
        raise ValueError(f"explained here but not in the program, or not here: {sorted(differ)}")
    return listed


def spoken(texts: Mapping[str, Text], *, all_of: Iterable[str] = ()) -> str:
    """Return a table of codes with the words a person reads, in both languages."""
    if missing := [name for name in all_of if name not in texts]:
        raise ValueError(f"no words for {missing}")
    return table(("code", "English", "中文"), ((f"`{c}`", t.en, t.zh) for c, t in texts.items()))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        "| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in lines
    )


def schema() -> str:
    """Return the JSON Schema of what `--json` writes."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    figures = {"type": "array", "items": {"$ref": "#/$defs/figure"}}
    derivation = {"formula": optional(text), "printed": optional(text), "inputs": figures}
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "What cpstats writes with --json. Columns are added, never taken away.",
        "type": "object",
        "required": ["schema", "title", "known", "rows", "notes", "sources"],
        "properties": {
            "schema": {"const": SCHEMA},
            "title": text,
            "known": optional(text) | {"description": "Date of the newest release that went in."},
            "rows": {
                "description": "Figures; or entries of the catalogue, with columns of their own.",
                "type": "array",
                "items": {
                    "type": "object",
                    "if": {"required": ["value"]},
                    "then": {"$ref": "#/$defs/figure"},
                },
            },
            "notes": texts,
            "text": texts
            | {"description": "Of narrate: the sentences, the rows stand behind them."},
            "sources": {"type": "array", "items": {"type": "object", "required": ["source"]}},
            "derivations": {
                "description": "With --explain: how each row was made.",
                "type": "array",
                "items": {"type": "object", "properties": derivation},
            },
        },
        "$defs": {
            "figure": {
                "type": "object",
                "required": list(MACHINE),
                "properties": {name: column(name) for name in same(MACHINE, COLUMN)},
            }
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def column(name: str) -> dict[str, Any]:
    """Return the schema of one column for machines."""
    listed = {
        "measure": words.MEASURE,
        "method": words.METHOD,
        "bound": BOUNDS,
        "obs_status": STATUSES,
        "reason": ("", *words.REASON),
    }
    kind: dict[str, Any] = {"type": "string"}
    if name in listed:
        if name in ("measure", "method"):  # `share:gdp` is the share of GDP
            kind["pattern"] = f"^({'|'.join(listed[name])})(:.+)?$"
        else:
            kind["enum"] = list(listed[name])
    elif name in NUMBERS:
        kind = optional({"type": "number"})
    elif name == "n":
        kind = optional({"type": "integer"})
    # a link means something on the page only
    meaning = re.sub(r"\s*See \[[^.]*\.|; see \[[^.]*(?=\.)", "", COLUMN[name]).strip()
    return {"description": meaning or name, **kind}


def optional(kind: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that also takes null: there is none."""
    return {"type": [kind["type"], "null"]}


def pages() -> dict[Path, str]:
    """Return every file that is made, with its content."""
    return {FOLDER / "reference.md": reference(), FOLDER / "cpstats-1.schema.json": schema()}


if __name__ == "__main__":
    for path, content in pages().items():
        path.write_bytes(content.encode())
        sys.stdout.write(f"{path.name} is written\n")
