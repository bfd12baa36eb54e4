"""How foreign files were read, as a small file: next year's are read in the same way."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError
from cpstats.message import Message, cause
from cpstats.store import files
from cpstats.store.hints import FLAGS, TEXTS, Hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised

MAPPING = "import.toml"
HEAD = "# How the files were read; `cpstats import --recipe import.toml` reads the next ones so."
ONCE = ("vintage", "released")  # of these files, and of no others
BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII).fullmatch  # a key that needs no quotation marks
TABLES = ("hints", "columns", "flags", "indicators", "places")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What an `import.toml` says: hints, and names of the file for our ids."""

    hints: Hints
    indicators: Mapping[str, str]
    places: Mapping[str, str]

    def renamed(self, sheet: Recognised) -> Recognised:
        """Put our ids in the place of the file's names, where the mapping gives them."""
        if not self.indicators and not self.places:
            return sheet
        columns = {c: i for i, c in enumerate(sheet.header)}
        rows = []
        for row in sheet.rows:
            cells = list(row)
            for column, names in (("indicator", self.indicators), ("ref_area", self.places)):
                cells[columns[column]] = names.get(cells[columns[column]], cells[columns[column]])
            rows.append(cells)
        return replace(sheet, rows=rows)


def read_mapping(path: Path | None, hints: Hints) -> Names:
    """Read a mapping; what was said on the command line stands above it.

    Raises
    ------
    DataError
        When it is no TOML, or has a word that is not known.
    """
    table = {} if path is None else _table(path)
    said = table.get("hints", {})
    texts = {name: getattr(hints, name) or said.get(name, "") for name in TEXTS}
    try:
        made = Hints(
            **texts,
            columns=hints.columns,
            expected=table.get("columns", {}),
            flags={**table.get("flags", {}), **hints.flags},
        )
    except UsageError as error:
        raise DataError(error.what, where=str(path or ""), mend=error.mend) from None
    return Names(hints=made, indicators=table.get("indicators", {}), places=table.get("places", {}))


def _table(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(files.decode(files.read_bytes(path), str(path)))
    except (ValueError, RecursionError) as error:  # of a number too long, of arrays too deep
        raise DataError(
            Message("this is not TOML{}", "这不是 TOML{}", cause(error)),
            where=str(path),
            mend=Message("Mend the file, or write it anew.", "请改正文件，或重新生成。"),
        ) from None
    if isinstance(hints := table.get("hints"), dict):
        table["hints"] = {FLAGS.get(key, key): word for key, word in hints.items()}
    for name, section in table.items():
        if name not in TABLES or not isinstance(section, dict):
            raise _unknown(path, name, TABLES)
        for key, word in section.items():
            if not isinstance(word, str) or (name == "hints" and key not in TEXTS):
                raise _unknown(path, f"{name}.{key}", TEXTS)
    return table


def _unknown(path: Path, name: str, known: Iterable[str]) -> DataError:
    return DataError(
        Message("“{}” is nothing that a mapping says", "映射文件中不应有“{}”", name),
        where=str(path),
        mend=Message("Known: {}; each is a text.", "可用：{}；其值均为文字。", known),
    )


def as_toml(
    told: Names,
    catalogue: Catalogue,
    indicators: Iterable[str],
    places: Iterable[str],
    keys: Mapping[str, str],
) -> str:
    """Write down how files were read: what was said, what columns hold, which name is which id."""
    hints = told.hints
    columns = {name: "skip" if kind == "other" else kind for name, kind in keys.items()}
    tables = {
        "hints": {n: getattr(hints, n) for n in TEXTS if getattr(hints, n) and n not in ONCE},
        "columns": {**columns, **hints.expected, **hints.columns},
        "flags": hints.flags,
        "indicators": _ids(indicators, catalogue.find_indicator, told.indicators),
        "places": _ids(places, catalogue.place_as_spelled, told.places),
    }
    lines = [HEAD]
    for name, pairs in tables.items():
        lines += ["", f"[{name}]", *(f"{_key(k)} = {_quoted(v)}" for k, v in pairs.items())]
    return "\n".join(lines) + "\n"


def _ids(
    names: Iterable[str], find: Callable[[str], str], given: Mapping[str, str]
) -> dict[str, str]:
    pairs = {**{name: find(name) for name in names}, **given}
    return {name: ident for name, ident in pairs.items() if name != ident}


def _key(name: str) -> str:
    return name if BARE(name) else _quoted(name)


def _quoted(text: str) -> str:
    """Return a basic string of TOML; control characters are written as escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
