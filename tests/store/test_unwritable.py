"""What cannot be written says why, and where to make room."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from cpstats.store.drafts import aside
from cpstats.store.unwritable import unwritable


@pytest.mark.parametrize(
    ("number", "mend", "chinese"),
    [
        (errno.ENOSPC, "Make room there, or choose", "请在该处腾出空间"),
        (errno.EDQUOT, "Make room there, or choose", "请在该处腾出空间"),
        (errno.EFBIG, "raise the limit (ulimit -f)", "请提高上限（ulimit -f）"),
        (errno.EACCES, "may be written to", "可写"),
        (errno.ENOENT, "that exists", "存在"),
    ],
)
def test_what_to_do_depends_on_why(number: int, mend: str, chinese: str) -> None:
    error = unwritable(Path("/disk/out"), OSError(number, "so the system says"))
    assert str(error).startswith("/disk/out cannot be written (so the system says). ")
    assert error.mend is not None
    assert mend in error.mend.to("en")
    assert chinese in error.mend.to("zh")


def test_where_temporary_files_find_no_room_their_folder_is_named() -> None:
    with aside() as there:
        error = unwritable(Path(there) / "runs", OSError(errno.ENOSPC, "No space left on device"))
        denied = unwritable(Path(there), OSError(errno.EACCES, "Permission denied"))
    kept = Path(there).parent
    assert str(error).startswith(f"{kept} cannot be written (No space left on device). Temporary")
    assert error.mend is not None
    assert "TMPDIR" in error.mend.to("en")
    assert "TMPDIR" in error.mend.to("zh")
    assert "TMPDIR" not in str(denied)
