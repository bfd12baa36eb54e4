"""Names that no disk can hold, and links that lead in circles, are names of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.store.paths import exists, is_file, is_folder, is_link, real

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_there_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    (tmp_path / "b").symlink_to("a")
    assert [ask(tmp_path / "a") for ask in (exists, is_file, is_folder, is_link)] == [
        *(True, True, False, False)
    ]
    assert is_link(tmp_path / "b")
    assert real(tmp_path / "b") == real(tmp_path / "a")
    assert is_folder(tmp_path)


@pytest.mark.parametrize("name", ["n" * 300, "loop", "loop/a.csv", "nothing", "nothing/\0"])
def test_what_leads_nowhere_is_nothing_and_no_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("pool")
    (tmp_path / "pool").symlink_to("loop")
    assert not any(ask(tmp_path / name) for ask in (exists, is_file, is_folder))
