"""What was told of texts, put down as tables and types of an engine, which joins the lines with them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from cpstats.store import duck
from cpstats.store.recognising.sampled import NOTHING, REST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cpstats.store.ranks import Ranks
    from cpstats.store.recognising.sampled import Columns, Told


class Tables:
    """The tables of one file; they are first written into the folder `room`.

    Attributes
    ----------
    labels : dict of str to set of str
        The texts that each column of the figures has; each is a type, in the order of a package.
    said : list of str
        The columns of which not all figures say the same.
    """

    def __init__(self, base: Any, room: Path, columns: Columns, told: Told, ranks: Ranks) -> None:
        self._base, self._room, self._columns = base, room, columns
        self._told, self._ranks = told, ranks
        labels: list[set[str]] = [set() for _ in REST]
        for rest in told.rests(ranks.keys):
            for known, label in zip(labels, rest, strict=True):
                known.add(label)
        self.labels = dict(zip(REST, labels, strict=True)) | {"ref_area": {*ranks.areas}}
        self.said = [name for name in REST if len(self.labels[name]) > 1]
        for name in ("ref_area", *self.said):
            listed = self._file(f"{name}.texts", ((label,) for label in self.labels[name]))
            self._base.execute(
                f"CREATE TYPE type_{name} AS ENUM (SELECT column0 FROM {listed} ORDER BY column0)"
            )

    def areas(self) -> None:
        """Put down what each place, and each text of one, adds to a key."""
        areas = self._ranks.areas
        listed = self._file("areas", ((str(n), area) for area, n in areas.items()))
        made = "SELECT column0::BIGINT AS area, column1::type_ref_area AS ref_area"
        self._base.execute(f"CREATE TABLE areas AS {made} FROM {listed}")
        pairs = ((str(areas[area]), area, name) for name, area in self._told.places.items())
        listed = self._file("places", pairs)
        self._base.execute(f"CREATE TABLE places AS {made}, column2 AS name FROM {listed}")

    def rests(self) -> None:
        """Put down what is said of figures, by key."""
        self._put("rests", [*self._ranks.keys], ((),) * len(self._ranks.keys), [])

    def groups(self, *, alike: bool) -> None:
        """Put down what the texts of a line say: the keys of its columns, or all of the first where that is enough."""
        texts = [f"c{c}" for c in self._columns.texts]
        keys, others = self._ranks.keys, self._told.others
        if alike or len(self._columns.values) == 1:
            known = {group: numbers for group, numbers in others.items() if NOTHING not in numbers}
            firsts = [min(numbers, key=keys.__getitem__) for numbers in known.values()]
            self._put("groups", firsts, known, texts)
            return
        rows = (
            (f"[{', '.join(str(keys.get(n, 'NULL')) for n in numbers)}]", *group)
            for group, numbers in others.items()
        )
        named = "".join(f", column{i} AS {name}" for i, name in enumerate(texts, 1))
        self._base.execute(
            f"CREATE TABLE groups AS SELECT column0::BIGINT[] AS rests{named} FROM {self._file('groups', rows)}"
        )

    def _put(
        self,
        name: str,
        numbers: Sequence[int],
        beside: Iterable[Sequence[str]],
        texts: Sequence[str],
    ) -> None:
        """Put down what some numbers say: their keys, the cells of these, what not all say alike; and texts beside."""
        kept = [REST.index(column) for column in self.said]
        keys = [self._ranks.keys[number] for number in numbers]
        rows = (
            (str(key), str(self._ranks.cell(key)), *(rest[n] for n in kept), *more)
            for key, rest, more in zip(keys, self._told.rests(numbers), beside, strict=True)
        )
        columns = [
            *("::BIGINT AS rest", "::BIGINT AS cell"),
            *(f"::type_{column} AS {column}" for column in self.said),
            *(f" AS {text}" for text in texts),
        ]
        made = ", ".join(f"column{i}{said}" for i, said in enumerate(columns))
        self._base.execute(f"CREATE TABLE {name} AS SELECT {made} FROM {self._file(name, rows)}")

    def _file(self, name: str, rows: Iterable[Sequence[str]]) -> str:
        """Put rows into a file beside, and return what reads them."""
        path = self._room / f"{name}.csv"
        width = 0
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            for row in rows:
                width = len(row)
                writer.writerow(row)
        kinds = ", ".join(f"'column{i}': 'VARCHAR'" for i in range(width))
        return (
            f"read_csv({duck.text(str(path))}, header = false, "
            f"auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '\u0001', "
            f"columns = {{{kinds}}}, buffer_size = 4000000)"
        )
