"""The faults that are put into a module, one at a time, and how it runs with one."""

from __future__ import annotations

import ast
import copy
import gc
from collections import Counter
from functools import _lru_cache_wrapper
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

PAIRS = (
    *((ast.Add, ast.Sub), (ast.Sub, ast.Add), (ast.Mult, ast.Div), (ast.Div, ast.Mult)),
    *((ast.FloorDiv, ast.Mult), (ast.Mod, ast.Mult), (ast.Pow, ast.Mult)),
    *((ast.BitOr, ast.BitAnd), (ast.BitAnd, ast.BitOr), (ast.And, ast.Or), (ast.Or, ast.And)),
    *((ast.Lt, ast.LtE), (ast.LtE, ast.Lt), (ast.Gt, ast.GtE), (ast.GtE, ast.Gt)),
    *((ast.Eq, ast.NotEq), (ast.NotEq, ast.Eq), (ast.Is, ast.IsNot), (ast.IsNot, ast.Is)),
    *((ast.In, ast.NotIn), (ast.NotIn, ast.In)),
)
OPERATORS: dict[type[ast.AST], type[ast.AST]] = dict(PAIRS)
WORDS = {"min": "max", "max": "min", "any": "all", "all": "any", "first": "last", "last": "first"}


class Mutant(NamedTuple):
    """One fault: the file, the line, what stands there and what is put in its place."""

    path: str
    line: int
    owner: str  # the function in which it stands, empty for the module
    said: str
    instead: str
    source: str
    at: tuple[int, int]  # which node of the tree, which of its faults
    before: int = 0  # faults of the same words further up in the function

    @property
    def name(self) -> str:
        """The fault in words that stay when lines move."""
        again = f" ({self.before + 1})" if self.before else ""
        return f"{self.path} {self.owner}: {self.said} -> {self.instead}{again}"

    def tree(self) -> ast.Module:
        """Return the module with the fault in it."""
        number, choice = self.at
        tree = ast.parse(self.source)
        node = next(n for k, n in enumerate(ast.walk(tree)) if k == number)
        _apply(tree, node, list(_changes(node))[choice])
        return ast.fix_missing_locations(tree)


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Yield every fault of a module, in the order of its tree."""
    whole = ast.parse(source)
    owners = dict(_owners(whole, ""))
    skipped = {id(n) for outer in ast.walk(whole) for n in _left_out(outer)}
    found: Counter[tuple[str, str, str]] = Counter()
    for number, node in enumerate(ast.walk(whole)):
        owner = owners.get(id(node))
        if id(node) in skipped or not hasattr(node, "lineno") or owner is None:
            continue
        for choice, changed in enumerate(_changes(node)):
            words = owner, ast.unparse(node), ast.unparse(changed)
            yield Mutant(path, node.lineno, *words, source, (number, choice), found[words])
            found[words] += 1


def owners(source: str) -> dict[int, str]:
    """Return the outermost function around each line of a module; the module itself has none."""
    whole = ast.parse(source)
    named = dict(_owners(whole, ""))
    return {
        line: named[id(node)] or ""
        for node in ast.walk(whole)
        if isinstance(node, ast.FunctionDef) and named[id(node)]
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }


def _owners(node: ast.AST, name: str) -> Iterator[tuple[int, str | None]]:
    """Yield the outermost function around every node, as `Class.function`; None in a class alone."""
    for inner in ast.iter_child_nodes(node):
        within = name
        if isinstance(inner, ast.ClassDef):
            within = f"{name}{inner.name}."
        elif isinstance(inner, ast.FunctionDef) and (not name or name.endswith(".")):
            within = f"{name}{inner.name}"
        yield id(inner), None if within.endswith(".") else within
        yield from _owners(inner, within)


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is for readers and type checkers alone: docstrings, annotations, messages."""
    parts: list[ast.AST | None] = []
    if isinstance(node, ast.arg | ast.AnnAssign):
        parts.append(node.annotation)
    if isinstance(node, ast.FunctionDef):
        parts += [node.returns, *node.decorator_list]
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        parts.append(node)
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Message", "Text", "plain"):
        parts.append(node)
    for part in parts:
        if part is not None:
            yield from ast.walk(part)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node with a fault in it, for every fault that it can have."""
    if isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in OPERATORS:
        yield _with(node, op=OPERATORS[type(node.op)]())
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        yield _with(node, ops=[OPERATORS[type(node.ops[0])](), *node.ops[1:]])
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not):
        yield node.operand
    if isinstance(node, ast.IfExp):
        yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield ast.Constant(node.value + 1)
    if isinstance(node, ast.Name) and node.id in WORDS:
        yield ast.Name(WORDS[node.id], node.ctx)
    if isinstance(node, ast.Return) and node.value is not None:
        yield ast.Return(ast.Constant(None))


def _with(node: ast.AST, **parts: Any) -> ast.AST:
    made = copy.copy(node)
    for name, part in parts.items():
        setattr(made, name, part)
    return made


def _apply(tree: ast.Module, node: ast.AST, changed: ast.AST) -> None:
    for outer in ast.walk(tree):
        for name, value in ast.iter_fields(outer):
            if value is node:
                setattr(outer, name, changed)
                return
            if isinstance(value, list) and any(part is node for part in value):
                setattr(outer, name, [changed if part is node else part for part in value])
                return


def put_in(module: ModuleType, mutant: Mutant) -> None:
    """Let every function of a module run with a fault, whoever holds it."""
    tree = mutant.tree()
    if not mutant.owner:  # a constant: it is computed anew
        lines = [n for n in tree.body if n.lineno <= mutant.line <= (n.end_lineno or 0)]
        exec(compile(ast.Module(lines, []), module.__file__ or "", "exec"), vars(module))  # noqa: S102
    codes: dict[str, CodeType] = {}
    _collect(compile(tree, module.__file__ or "", "exec", dont_inherit=True), codes)
    anew = {f.__qualname__: f for f in _functions(_defined(tree, mutant, module))}
    for function in _functions(module):
        changed = codes.get(function.__qualname__)
        if changed and len(changed.co_freevars) == len(function.__code__.co_freevars):
            function.__code__ = changed
        if made := anew.get(function.__qualname__):  # what is given where nothing is said
            function.__defaults__, function.__kwdefaults__ = made.__defaults__, made.__kwdefaults__
    for cached in gc.get_objects():
        if isinstance(cached, _lru_cache_wrapper) and "cpstats." in (cached.__module__ or ""):
            cached.cache_clear()


def _defined(tree: ast.Module, mutant: Mutant, module: ModuleType) -> ModuleType:
    """Return a module in which the function or class of a fault is defined anew; of a constant each."""
    made = ModuleType(module.__name__)
    around = [
        node
        for node in tree.body
        if (not mutant.owner and isinstance(node, ast.FunctionDef))
        or (
            isinstance(node, ast.FunctionDef | ast.ClassDef)
            and node.lineno <= mutant.line <= (node.end_lineno or 0)
        )
    ]
    known = dict(vars(module))
    exec(compile(ast.Module(around, []), module.__file__ or "", "exec", dont_inherit=True), known)  # noqa: S102
    vars(made).update({node.name: known[node.name] for node in around})
    return made


def _collect(code: CodeType, into: dict[str, CodeType]) -> None:
    for inner in code.co_consts:
        if hasattr(inner, "co_qualname"):
            into[inner.co_qualname] = inner
            _collect(inner, into)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    for value in list(vars(module).values()):
        if getattr(value, "__module__", None) != module.__name__:
            continue
        yield from _of(value)


def _of(value: Any) -> Iterator[FunctionType]:
    if isinstance(value, property):
        parts: list[Any] = [value.fget, value.fset]
    elif isinstance(value, type):
        parts = [v for k, v in vars(value).items() if not isinstance(v, type) or k[:2] != "__"]
    else:
        parts = [getattr(value, name, None) for name in ("__wrapped__", "__func__", "func")]
        if isinstance(value, FunctionType):
            yield value
    for part in parts:
        if part is not None and part is not value and _mine(part):
            yield from _of(part)


def _mine(part: Any) -> bool:
    return isinstance(part, FunctionType | property | staticmethod | classmethod) or hasattr(
        part, "func"
    )
