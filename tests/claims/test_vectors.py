"""The arithmetic of intervals on forty-five vectors made from printed bulletins.

Each has printed numbers with half widths, an expression, the interval that it gives and the printed
interval that it is held against; closed intervals hold together where they have a point in common.
"""

from __future__ import annotations

import ast
import json
import operator
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.calc.interval import Interval
from cpstats.claims.judging.touching import touch

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = Path(__file__).parents[1] / "data/claims/consistency_vectors.jsonl"
VECTORS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def test_there_are_forty_five() -> None:
    assert len(VECTORS) == 45


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_the_interval_is_that_of_the_vector(vector: dict[str, Any]) -> None:
    inputs = {name: around(**given) for name, given in vector["inputs"].items()}
    found = evaluated(ast.parse(vector["expression"], mode="eval").body, inputs)
    assert [found.low, found.high] == pytest.approx(vector["computed"], rel=2e-6, abs=2e-6)
    if vector["printed"] is not None:
        low, high = vector["printed"]
        assert touch((found.low, found.high), (low, high)) is vector["holds"]


def around(value: float, half_width: float) -> Interval:
    return Interval(value, value - half_width, value + half_width)


def evaluated(node: ast.expr, inputs: dict[str, Interval]) -> Interval:
    """Return what an expression of numbers, inputs, + - * / ** and hull(…) gives."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return Interval(number, number, number)
        case ast.Name(id=name):
            return inputs[name]
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return evaluated(left, inputs) ** evaluated(right, inputs).value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](evaluated(left, inputs), evaluated(right, inputs))
        case ast.Call(func=ast.Name(id="hull"), args=parts, keywords=[]):
            return reduce(hull, (evaluated(part, inputs) for part in parts))
    raise ValueError(f"no arithmetic of intervals: {ast.dump(node)}")


def hull(a: Interval, b: Interval) -> Interval:
    assert a.low is not None
    assert a.high is not None
    assert b.low is not None
    assert b.high is not None
    low, high = min(a.low, b.low), max(a.high, b.high)
    return Interval((low + high) / 2, low, high)
