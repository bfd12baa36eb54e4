"""Expressions that are compiled when they are first asked."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import cpstats.claims
from cpstats.model.pattern import pattern


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    made: list[str] = []

    def source() -> str:
        made.append("asked")
        return r"(\d+)元"

    money = pattern(source, re.ASCII)
    assert made == []
    assert [money.findall("5元和6元"), money.sub("", "5元")] == [["5", "6"], ""]
    assert made == ["asked"]


def test_what_a_pattern_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError):
        pattern("x").nothing  # type: ignore[attr-defined]  # noqa: B018


def test_every_pattern_of_the_readers_compiles() -> None:
    names = [m.name for m in pkgutil.walk_packages(cpstats.claims.__path__, "cpstats.claims.")]
    modules = [importlib.import_module(name) for name in names]
    found = [one for m in modules for one in vars(m).values() if type(one) is type(pattern("a"))]
    assert len(found) > 200
    assert all(one.pattern for one in found)
