"""Each question says once what it takes: the command and the Python function say the same."""

from __future__ import annotations

import inspect
import subprocess
import sys
import typing
from typing import Any

import pytest

import cpstats
from cpstats.api.keywords import Arranging, Asking, Choosing, Cutting, Deriving, Turning
from cpstats.cli import registry
from cpstats.errors import UsageError
from cpstats.forms import form_of, questions
from cpstats.forms.form import Parameter
from cpstats.forms.parameters import SHARED
from cpstats.model.text import Text

NAMES = questions()
POLITE = {"indicators", "name"}  # Python asks for these by position


def in_python(name: str) -> dict[str, Any]:
    """Return the parameters that the Python function has of its own, with their defaults."""
    function: Any = getattr(cpstats, name)
    overloads = typing.get_overloads(function)
    signature = inspect.signature(overloads[0] if overloads else function)
    return {
        "indicators" if p.name == "subject" else p.name: p.default
        for p in signature.parameters.values()
        if p.kind is not inspect.Parameter.VAR_KEYWORD
    }


def shared_by_keyword(name: str) -> set[str]:
    """Return the keywords that many functions share, of which a type says what they are."""
    function: Any = getattr(cpstats, name)
    overloads = typing.get_overloads(function)
    taken = inspect.signature(overloads[0] if overloads else function).parameters.values()
    more = next(str(p.annotation) for p in taken if p.kind is inspect.Parameter.VAR_KEYWORD)
    kinds = {k.__name__: k for k in (Arranging, Asking, Choosing, Cutting, Deriving, Turning)}
    return set(kinds[more[7:-1]].__annotations__) - set(Asking.__annotations__)


@pytest.mark.parametrize("name", NAMES)
def test_the_function_takes_what_the_form_says(name: str) -> None:
    said = {p.name: p.default for p in form_of(name).parameters}
    taken = in_python(name)
    more = {key: said[key] for key in shared_by_keyword(name) & set(said)}  # typed all the same
    taken |= {key: default for key, default in more.items() if key not in taken}
    assert set(taken) == set(said)
    own = {key: default for key, default in taken.items() if key not in POLITE}
    assert own == {key: said[key] for key in own}


@pytest.mark.parametrize("name", NAMES)
def test_the_command_takes_what_the_form_says(name: str) -> None:
    form_ = form_of(name)
    command = registry.module_of(name)
    for lang in ("en", "zh"):
        made = command.parameters(lang)
        assert [p.name for p in made] == [p.name for p in form_.parameters]
        assert [p.default for p in made] == [p.default for p in form_.parameters]
    assert (form_.says, form_.examples) == (command.HELP, command.EXAMPLES)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_says_everything_in_both_languages(name: str) -> None:
    form_ = form_of(name)
    assert form_.name == name
    assert len(form_.examples) == 3
    for text in (form_.says, *(p.says for p in form_.parameters if p.flags)):
        assert text.en
        assert text.zh
    assert any(p.short for p in form_.parameters)


def test_what_every_question_takes_is_the_same_in_python() -> None:
    said = {"places" if p.name == "place" else p.name for p in SHARED}
    assert said == set(Asking.__annotations__)


def test_forms_are_read_without_anything_heavy() -> None:
    code = (
        "import sys; from cpstats.forms import form_of, questions; [form_of(n) for n in questions()];"
        "print([m for m in ('pandas', 'numpy', 'narwhals', 'rich', 'typer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


WORDS = Parameter(
    name="ties",
    default="competition",
    flags=("--ties",),
    says=Text("how", "如何"),
    words=("competition", "dense"),
    called={"密集": "dense"},
)


@pytest.mark.parametrize(("given", "taken"), [("dense", "dense"), ("密集", "dense"), (None, None)])
def test_a_word_is_taken_by_each_of_its_names(given: str | None, taken: str | None) -> None:
    assert WORDS.read(given) == taken


def test_a_word_that_is_none_of_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError) as error:
        WORDS.read("sparse")
    assert str(error.value) == "--ties does not know “sparse”. Known: competition, dense."


def test_python_refuses_the_words_that_the_command_refuses() -> None:
    with pytest.raises(UsageError, match="--freq does not know “weekly”"):
        cpstats.show("gdp", freq="weekly")
    with pytest.raises(UsageError, match="--basis does not know “true”"):
        cpstats.growth("gdp", basis="true")


def test_a_target_is_given_in_the_words_of_the_command() -> None:
    typed = cpstats.target("gdp", places="beijing", reach="6万亿元", by="2030").to_frame()
    number = cpstats.target("gdp", places="beijing", reach=60000, by=2030).to_frame()
    assert typed.value.tolist() == number.value.tolist()
