"""The rules of this folder, run one after another; what a package accepts is said, not counted."""

from __future__ import annotations

import importlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cpstats.errors import Where
from cpstats.message import Message
from cpstats.model.finding import Finding
from cpstats.model.text import Text, same
from cpstats.selecting.facts import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpstats.selecting.facts import Facts


class Rule(Protocol):
    """What the file of a rule has."""

    def find(self, facts: Facts) -> Iterable[Finding]:
        """Yield what it finds."""


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Return every rule by its name: the files of this folder that find something."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    files: dict[str, Any] = {n: importlib.import_module(f"cpstats.checks.{n}") for n in names}
    return {name: file for name, file in files.items() if hasattr(file, "find")}


def findings(facts: Facts) -> Iterator[Finding]:
    """Yield the faults of the files, then what each rule finds."""
    for fault in facts.faults:
        yield Finding(
            rule=SCHEMA,
            severity="error",
            where=fault.where,
            why=_text(fault.what),
            mend=_text(fault.mend or ""),
        )
    used: set[int] = set()
    for name, rule in rules().items():
        for found in rule.find(facts):
            reason, line = _accepted(name, found, facts.accepted)
            used |= {line} if reason else set()
            yield replace(found, silenced=reason)
    yield from _idle(facts, used)


def _text(part: Message | str) -> Text:
    return Text(part.to("en"), part.to("zh")) if isinstance(part, Message) else same(part)


def _accepted(
    rule: str, found: Finding, accepted: tuple[Mapping[str, str], ...]
) -> tuple[str, int]:
    """Return why a package leaves a finding, and which line of `accepted.csv` says so."""
    for number, line in enumerate(accepted):
        if line.get("rule") != rule or not line.get("reason", "").strip():
            continue
        if any(
            all(
                line.get(name, "") in ("", getattr(figure, name))
                for name in ("indicator", "ref_area", "time_period")
            )
            for figure in found.figures[:1]
        ):
            return line["reason"].strip(), number
    return "", -1


def _idle(facts: Facts, used: set[int]) -> Iterator[Finding]:
    """Yield the lines of `accepted.csv` that give no reason, or silence nothing."""
    for number, line in enumerate(facts.accepted):
        if number in used:
            continue
        what = Text("this line accepts nothing that is found", "该行未对应任何发现")
        if not line.get("reason", "").strip():
            what = Text("this line gives no reason", "该行未说明理由")
        yield Finding(
            rule="accepted",
            severity="info",
            where=Where(line["where"], number + 2, 1),
            why=what,
            mend=Text("Remove it, or mend it.", "请删除或修改。"),
        )
