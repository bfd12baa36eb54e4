"""What each question takes, said once: commands, Python functions and every other door use it.

A file is a question: its `FORM`, and the few lines that put what was given to the data. Nothing
heavy is imported before a question is answered.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.forms.form import Form

MADE_OF = ("form", "parameters")  # of this folder, and no question


@lru_cache(maxsize=1)
def questions() -> tuple[str, ...]:
    """Return the names of the questions: the files of this folder."""
    found = (path.stem for folder in __path__ for path in Path(folder).glob("[a-z]*.py"))
    return tuple(sorted(name for name in found if name not in MADE_OF))


def form_of(name: str) -> Form:
    """Return the form of a question."""
    found: Form = importlib.import_module(f"{__name__}.{name}").FORM
    return found
