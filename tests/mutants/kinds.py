"""The faults that are put into a module, one at a time, and how it runs with one."""

from __future__ import annotations

import ast
import copy
from types import FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, ModuleType

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
    tree: ast.Module

    @property
    def name(self) -> str:
        """The fault in words that stay when lines move."""
        return f"{self.path}: {self.said} -> {self.instead}"


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Yield every fault of a module, in the order of its lines."""
    whole = ast.parse(source)
    owners = dict(_owners(whole, ""))
    skipped = {id(n) for outer in ast.walk(whole) for n in _left_out(outer)}
    for number, node in enumerate(ast.walk(whole)):
        if id(node) in skipped or not hasattr(node, "lineno"):
            continue
        for choice, changed in enumerate(_changes(node)):
            tree = copy.deepcopy(whole)
            same = next(n for k, n in enumerate(ast.walk(tree)) if k == number)
            _apply(tree, same, list(_changes(same))[choice])
            ast.fix_missing_locations(tree)
            owner = owners.get(id(node), "")
            yield Mutant(path, node.lineno, owner, ast.unparse(node), ast.unparse(changed), tree)


def _owners(node: ast.AST, name: str) -> Iterator[tuple[int, str]]:
    """Yield the outermost function around every node, as `Class.function`."""
    for inner in ast.iter_child_nodes(node):
        within = name
        if isinstance(inner, ast.ClassDef):
            within = f"{name}{inner.name}."
        elif isinstance(inner, ast.FunctionDef) and (not name or name.endswith(".")):
            within = f"{name}{inner.name}"
        yield id(inner), within.removesuffix(".") if within.endswith(".") else within
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


def put_in(module: ModuleType, tree: ast.Module) -> None:
    """Let every function of a module run the code of another tree, whoever holds it."""
    codes: dict[str, CodeType] = {}
    code = compile(tree, module.__file__ or "", "exec", dont_inherit=True)
    _collect(code, codes)
    made: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    try:
        exec(code, made)  # noqa: S102
    except Exception:  # noqa: BLE001 - what cannot be loaded is seen by every test
        made = dict.fromkeys(name for name in vars(module) if name[:2] != "__")
    for name, value in made.items():
        if name[:2] != "__" and _is_plain(value) and vars(module).get(name) != value:
            setattr(module, name, value)
    for function in _functions(module):
        changed = codes.get(function.__qualname__)
        if changed and len(changed.co_freevars) == len(function.__code__.co_freevars):
            function.__code__ = changed


def _is_plain(value: Any) -> bool:
    """Whether a constant holds nothing of the module's own: its classes would be others."""
    if isinstance(value, dict):
        return all(_is_plain(part) for pair in value.items() for part in pair)
    if isinstance(value, tuple | frozenset | set):
        return all(map(_is_plain, value))
    return value is None or type(value) in (int, float, bool, str)


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
