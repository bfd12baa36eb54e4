"""A fault is put into what runs, and is named as it stands."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

import pytest
from tests.mutants.kinds import mutants, put_in

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

SOURCE = '''
"""Docs are no code: 1 + 1."""
LIMIT = 10


def near(a: int, b: int) -> bool:
    """Return whether a < b."""
    return a < b <= LIMIT


def upto(a: int, limit: int = LIMIT) -> bool:
    return a < limit


def more(a: int = 5, *, by: int = 2) -> int:
    return a * by


class Pair:
    @property
    def half(self) -> float:
        return (4 - 1) / 2
'''


@pytest.fixture
def module(tmp_path: Path) -> ModuleType:
    path = tmp_path / "faulty.py"
    path.write_text(SOURCE)
    spec = spec_from_file_location("faulty", path)
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    sys.modules["faulty"] = made
    spec.loader.exec_module(made)
    return made


def test_every_fault_changes_what_runs(module: ModuleType) -> None:
    def behaves() -> tuple[object, ...]:
        return (
            module.near(1, 1),
            module.near(1, 10),
            module.near(1, 11),
            module.upto(10),
            module.more(),
            module.Pair().half,
        )

    whole = behaves()
    found = list(mutants("faulty.py", SOURCE))
    assert [m.name.partition(": ")[2] for m in found if m.owner == "near"] == [
        "return a < b <= LIMIT -> return None",
        "a < b <= LIMIT -> a <= b <= LIMIT",
    ]
    assert {m.owner for m in found} == {"", "near", "upto", "more", "Pair.half"}
    for mutant in found:
        put_in(module, mutant)
        assert behaves() != whole, mutant.name


def test_a_constant_is_another_where_it_is_taken_when_nothing_is_said(module: ModuleType) -> None:
    (fault,) = (m for m in mutants("faulty.py", SOURCE) if m.said == "10" and not m.owner)
    assert not module.upto(10)
    put_in(module, fault)
    assert module.upto(10)
