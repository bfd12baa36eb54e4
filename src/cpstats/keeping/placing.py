"""What a place of a package is called, and in which it lies: one line of `places.csv`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message, sentences
from cpstats.model.catalogue import OWN
from cpstats.model.place import Place
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.store import files
from cpstats.store.atomic import locked, replace_files
from cpstats.store.edit import with_changed, with_line
from cpstats.store.package import open_package
from cpstats.store.paths import is_file
from cpstats.store.recognising.inquiry import said_of
from cpstats.store.unwritable import unwritable
from cpstats.store.writer import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cpstats.model.catalogue import Catalogue

KEY = "ref_area"
SHOWN = ("ref_area", "name_zh", "name_en", "parent", "level", "aliases")


def set_place(
    folder: Path,
    names: Sequence[str],
    *,
    parent: str = "",
    zh: str = "",
    en: str = "",
    alias: Sequence[str] = (),
    dry: bool = False,
) -> Report:
    """Write into `places.csv` what is said of places; several may have one parent.

    Raises
    ------
    UsageError
        When the folder is no package, a name is unknown, or a place would lie in itself.
    """
    if not is_file(folder / "datapackage.json"):
        raise UsageError(
            Message("{} is no data package", "{}不是数据包", folder),
            mend=Message(
                "Name one with --data DIR; a table becomes one by import.",
                "请用 --data 指定；表格可用 import 变成数据包。",
            ),
        )
    if len(names) > 1 and (zh or en or alias):
        raise UsageError(
            Message("a name is that of one place", "名称只属于一个地区"),
            mend=Message("Name one place at a time.", "请一次只写一个地区。"),
        )
    with locked(folder):
        catalogue = open_package([str(folder)]).catalogue
        path = folder / "places.csv"
        text = files.decode(files.read_bytes(path), str(path))
        catalogue = _with_new(catalogue, names[0], zh, en)
        above = _parent(catalogue, parent) if parent and parent != "none" else ""
        changed: list[Place] = []
        for name in names:
            place = catalogue.places[catalogue.find_place(name)]
            if above and place.ref_area in (above, *catalogue.above(above)):
                raise UsageError(
                    Message("“{}” would lie in itself", "“{}”的上级是其自身", place.name),
                    mend=Message("Name another parent.", "请指定其他上级。"),
                )
            changed.append(
                replace(
                    place,
                    parent=above if parent else place.parent,
                    name_zh=zh or place.name_zh,
                    name_en=en or place.name_en,
                    aliases=tuple(dict.fromkeys((*place.aliases, *alias))),
                )
            )
        for place in [*_missing(above, text, str(path), catalogue), *changed]:
            text = _with(text, place)
        if not dry:
            try:
                replace_files({path: text.encode()})
            except OSError as error:
                raise unwritable(folder, error) from None
    return _report(path, changed, dry=dry)


def _with_new(catalogue: Catalogue, name: str, zh: str, en: str) -> Catalogue:
    """Return a catalogue with a place that nobody knows yet, where the user says what it is called."""
    if not (zh or en) or catalogue.meanings(name) or catalogue.known_place(name):
        return catalogue
    new = Place(name, name_zh=zh or name, name_en=en or name, level=OWN)
    return replace(catalogue, places=catalogue.places.with_more({name: new}))


def _parent(catalogue: Catalogue, name: str) -> str:
    try:
        return catalogue.find_place(name)
    except UsageError as error:
        if catalogue.meanings(name):
            raise
        more = Message(
            "A new one is described first: cpstats place {} --en NAME, or --zh.",
            "新地区请先说明：cpstats place {} --zh 名称，或 --en。",
            said_of(name),
        )
        raise UsageError(error.what, mend=sentences(error.mend or more, more)) from None


def _missing(above: str, text: str, name: str, catalogue: Catalogue) -> list[Place]:
    """Return the parent, and what it lies in, where the table has no line of it."""
    there = {row["ref_area"] for row in files.rows(text, name)}
    every = [above, *catalogue.above(above)] if above else []
    return [catalogue.places[area] for area in every if area not in there]


def _with(text: str, place: Place) -> str:
    """Return the table with the line of a place, in the stead of the one it had."""
    line = cells_of(place)
    return with_changed(text, KEY, line) or with_line(text, line, sorted_by=(KEY,))[0]


def _report(path: Path, changed: Sequence[Place], *, dry: bool) -> Report:
    columns = tuple(Column(same(name), right=False) for name in SHOWN)
    lines = [cells_of(place) for place in changed]
    rows = tuple(tuple(Cell(text=same(line[name])) for name in SHOWN) for line in lines)
    note = (
        Text("Nothing was written (--dry-run).", "未写入（--dry-run）。")
        if dry
        else Text(f"written to {path}", f"已写入 {path}")
    )
    return Report(
        Text("Places", "地区"),
        blocks=(Block(columns, rows),),
        records=tuple({name: line[name] for name in SHOWN} for line in lines),
        notes=(note,),
    )
