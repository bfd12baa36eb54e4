"""init, add, import --force and kills in any order: the package is what a dictionary says."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from tests.disk import Disk, ends
from tests.keeping import written

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = {("110114", "2024"): "1811.9"}  # what `init` starts with
years, amounts = st.integers(2001, 2006), st.integers(100, 999).map(str)
steps = st.none() | st.integers(1, 60)  # the call of the disk with which the process ends


class Packages(RuleBasedStateMachine):
    """A package and what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Path(tempfile.mkdtemp())
        self.folder = self.room / "pack"
        self.model: written.Figures | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.room)

    @rule(step=steps)
    def init(self, step: int | None) -> None:
        self._done(partial(written.init, self.folder), EXAMPLE, step)

    @rule(year=years, amount=amounts, step=steps)
    def import_(self, year: int, amount: str, step: int | None) -> None:
        deed = partial(written.import_, self.folder, year, amount)
        self._done(deed, {("110114", str(year)): amount}, step)

    @precondition(lambda self: self.model is not None)
    @rule(year=years, amount=amounts, step=steps)
    def add(self, year: int, amount: str, step: int | None) -> None:
        assert self.model is not None
        deed = partial(written.add, self.folder, year, amount)
        self._done(deed, {**self.model, ("110114", str(year)): amount}, step)

    def _done(self, deed: Callable[[], None], after: written.Figures, step: int | None) -> None:
        if step is None:
            deed()
            self.model = after
        else:
            os.waitpid(written.forked(partial(self._killed, deed, step)), 0)
        if self.model is None and not self.folder.exists():
            return
        there = written.figures(self.folder)
        assert there in (self.model, after)
        self.model = there

    def _killed(self, deed: Callable[[], None], step: int) -> None:
        Disk(pytest.MonkeyPatch(), self.room, at=step, deed=ends)
        deed()


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
class TestPackages(Packages.TestCase):  # type: ignore[name-defined,misc]
    settings = settings(max_examples=3, stateful_step_count=6)
