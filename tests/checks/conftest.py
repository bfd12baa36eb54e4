"""Invented tables for the rules: each line a figure, found as `validate` would find it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from cpstats.checks.rules import findings
from cpstats.selecting.facts import read_facts

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.finding import Finding

HEADER = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit,obs_status,vintage"


class Find(Protocol):
    """Return the findings of one rule in a table of `HEADER` lines (trailing commas may lack)."""

    def __call__(self, rule: str, *lines: str) -> list[Finding]: ...


@pytest.fixture
def find(tmp_path: Path) -> Find:
    def found(rule: str, *lines: str) -> list[Finding]:
        path = tmp_path / "own.csv"
        width = HEADER.count(",")
        filled = [line + "," * (width - line.count(",")) for line in lines]
        path.write_text("\n".join([HEADER, *filled]) + "\n", "utf-8")
        facts = read_facts([str(path)], today=date(2026, 11, 24))
        return [f for f in findings(facts) if f.rule in (rule, "schema")]

    return found
