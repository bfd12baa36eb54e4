"""Expressions of a package are plain ones; those of the program nest nothing that was not looked at."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name, walk_packages
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpstats
from cpstats.model.pattern import pattern
from cpstats.store.automaton import automaton
from cpstats.store.expressions import LONGEST, fault_of, fits
from cpstats.store.schema import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LATER = pattern("a")  # compiled when it is first used
PARSER = resolve_name("re._parser")  # the parser of the standard library has no public name


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a*b?)*",
        r"(\d{1,3},)*(x{2,}y)+",
        "(a|a)*",
        "((ab)+c){2,}",
        "(?:x(?:y|z))*",
        "(a+){9}b*",
    ],
)
def test_what_repeats_a_repetition_or_a_choice_is_refused(pattern: str) -> None:
    assert "may take for ever" in str(fault_of(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        "^[a-z][a-z0-9_]*$",
        r"^\d{4}(-\d{2}(-\d{2})?)?$",
        r"(\(\+\*)+",
        "[(]a+[*)]+",
        "(ab)*c|d",
        "(a|b)?",
    ],
)
def test_what_is_plain_is_held_against_cells(pattern: str) -> None:
    assert fault_of(pattern) is None


@pytest.mark.parametrize("pattern", ["[a-z", "(", "a{99999999999}", "(?P<a>x)(?P<a>y)", "*"])
def test_what_is_none_is_said_to_be_none(pattern: str) -> None:
    assert "is no regular expression" in str(fault_of(pattern))


HARD = {
    "a*" * 9 + "b": ("ab", "a" * LONGEST),
    ".*" * 8 + "x": ("x", "a" * LONGEST),
    "a?" * 60 + "a" * 60: ("a" * 90, "a" * 59),
    "(?:a?){60}" + "a" * 60: ("a" * 120, "a" * 121),
    "(?:a|ab|b)?" * 30 + "c": ("abbac", "ab" * 90),
    "a{0,99}" * 6 + "b": ("b", "a" * LONGEST),
    r"[^\W\d]+-\d+-[a-z]+?-(?P<last>x|y{2})$": ("Ab-12-c-yy", "Ab-12-c-y"),
    "^a*{}[{]+a*a{,2}$": ("{}{{aaaa", "{{a"),
}


@pytest.mark.parametrize("pattern", HARD)
def test_what_leaves_many_ways_is_followed_without_going_back(pattern: str) -> None:
    assert fault_of(pattern) is None
    assert [bool(fits(pattern)(cell)) for cell in HARD[pattern]] == [True, False]


@pytest.mark.parametrize(
    "pattern", [r"(a*)a*a*\1", "(?=a*a*)a*b", r"a*+a*b*\b", "a{999}b{999}c{999}d*e*"]
)
def test_many_ways_that_no_automaton_knows_are_refused(pattern: str) -> None:
    assert "leaves too many ways" in str(fault_of(pattern))


SIGNS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", "1", "-", "{}", "^", "$"])
FORMS = st.recursive(
    SIGNS,
    lambda inner: (
        st.tuples(inner, inner).map("".join)
        | st.tuples(inner, inner).map("({0[0]}|{0[1]})".format)
        | st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{,2}", "{1,}", "*?"])).map(
            "(?:{0[0]}){0[1]}".format
        )
    ),
    max_leaves=6,
)


@given(FORMS, st.text("ab1-{}", max_size=6))
def test_an_automaton_says_what_the_machine_of_python_says(pattern: str, cell: str) -> None:
    assert automaton(pattern).fits(cell) == bool(re.fullmatch(pattern, cell))


def test_a_column_with_a_bad_expression_is_named_and_a_long_cell_ends_at_once() -> None:
    schema = {
        "fields": [
            {"name": "a", "constraints": {"pattern": "(x+)+y"}},
            {"name": "b", "constraints": {"pattern": "x*x*x*y"}},
        ]
    }
    told = [
        str(fault)
        for fault in faults_of(f"a,b\nx,{'x' * 5000}\nx,{'x' * LONGEST}\n", "t.csv", schema)
    ]
    assert [line.partition(". ")[0] for line in told] == [
        "t.csv:1:1: a: “(x+)+y” repeats what repeats or chooses: it may take for ever",
        "t.csv:2:3: b: it is longer than 200 signs, which no form allows",
        f"t.csv:3:3: b: “{'x' * 40}…{'x' * 40}” has not the form x*x*x*y",
    ]


# Each was looked at: what is repeated begins with a sign that nothing inside can match otherwise.
LOOKED_AT = {
    "agreeing.CLASS",
    "agreeing.WHOLE_YEAR",
    "years_over_parts.WHOLE_YEAR",
    "behind._NOBODY",
    "brackets.CODE",
    "column_kinds.CODE",
    "column_kinds.WHOLE_YEAR",
    "eurostat.FIRST",
    "extent.ALMOST",
    "footnotes._MARK",
    "frequencies.WHOLE_YEAR",
    "guessing.SYLLABLES",
    "markdown.RULE",
    "moved_over._MEANS",
    "naming.WHOLE_YEAR",
    "number_formats.FIRST",
    "number_formats.SHOWN",
    "outline.WHOLE_YEAR",
    "outside.WORDS",
    "parts_of_accounts.WHOLE_YEAR",
    "pc_axis.SAID",
    "raised.MARK",
    "raised._NOTE",
    "recomputed._MULTIPLE",
    "repeated._NAME_AT",
    "repeated._ONLY_AT",
    "restricted._OPENS",
    "stretches._FROM",
    "unit._FIRST",
    "unit._LAST",
    "when.WHOLE_YEAR",
    "whole_years.WHOLE_YEAR",
    "years_in_headers.WHOLE_YEAR",
}


def test_no_expression_of_the_program_repeats_a_repetition_without_being_looked_at() -> None:
    suspect = {
        name
        for name, own in expressions()
        if repeats_twice(PARSER.parse(own.pattern, own.flags & re.VERBOSE))
    }
    assert suspect == LOOKED_AT


def test_no_expression_that_is_written_in_a_function_repeats_a_repetition() -> None:
    written = [said for path in Path(cpstats.__path__[0]).rglob("*.py") for said in literals(path)]
    assert len(written) > 50
    assert [one for one in written if repeats_twice(PARSER.parse(one, 0))] == []


def literals(path: Path) -> Iterator[str]:
    """What stands as an expression in a call of `re` within a function."""
    whole = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(whole) if isinstance(node, ast.FunctionDef)]
    for call in dict.fromkeys(inner for f in functions for inner in ast.walk(f)):
        if isinstance(call, ast.Call) and call.args and ast.unparse(call.func).startswith("re."):
            said = call.args[0]
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def expressions() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every compiled expression of a module, in containers too, by its name."""
    for module in walk_packages(cpstats.__path__, "cpstats."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            for own in contained(value):
                yield f"{module.name.rpartition('.')[2]}.{name}", own


def contained(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif type(value) is type(LATER):
        yield re.compile(value.pattern, value.flags)  # type: ignore[attr-defined]
    elif isinstance(value, dict):
        yield from (own for part in value.items() for own in contained(part))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (own for part in value for own in contained(part))


def repeats_twice(tree: Any, *, inside: bool = False) -> bool:
    """Whether a repetition that may go on (20 times or more) holds one that leaves ways open."""
    for kind, value in tree:
        name = str(kind)
        repeats = name in ("MAX_REPEAT", "MIN_REPEAT")
        if repeats and inside and value[0] != value[1]:
            return True
        within = inside or (repeats and value[1] >= 20)
        if any(repeats_twice(part, inside=within) for part in parts(name, value)):
            return True
    return False


def parts(kind: str, value: Any) -> list[Any]:
    """The parts of a node that are trees themselves; what gives nothing back has none."""
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        return [value[2]]
    if kind == "SUBPATTERN":
        return [value[3]]
    if kind == "BRANCH":
        return list(value[1])
    return [value[1]] if kind in ("ASSERT", "ASSERT_NOT") else []


def test_a_pattern_that_a_match_is_known_by_is_compiled_at_once() -> None:
    for path in Path(cpstats.__path__[0]).rglob("*.py"):
        text = path.read_text("utf-8")
        known_by = re.findall(r"\.re is (?:not )?(\w+)", text)
        assert [
            n for n in known_by if not re.search(rf"^{n} = re\.compile", text, re.MULTILINE)
        ] == []
