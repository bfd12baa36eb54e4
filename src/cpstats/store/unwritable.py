"""What is said of a file or folder that cannot be written: where there is no room, in which folder to make some."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message, cause, shortened
from cpstats.store.drafts import ASIDE

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_ROOM = (errno.ENOSPC, errno.EDQUOT)
SHOWN = 200  # signs of a path


def unwritable(path: Path, error: OSError) -> UsageError:
    """Return the error for a file or a folder that cannot be written.

    >>> from pathlib import Path
    >>> full = OSError(errno.ENOSPC, "No space left on device")
    >>> unwritable(Path("/disk/out"), full)
    UsageError('/disk/out cannot be written (No space left on device). Make room there, or choose a folder on another disk; nothing is left behind.')
    >>> unwritable(Path("/small/cpstats-0a-1-x/runs"), full)
    UsageError('/small cannot be written (No space left on device). Temporary files go there: make room, or name a folder on another disk in the environment variable TMPDIR.')
    """
    aside = next((p.parent for p in (path, *path.parents) if p.name.startswith(f"{ASIDE}-")), None)
    full = error.errno in WITHOUT_ROOM
    shown = aside if aside and full else path
    return UsageError(
        Message(
            "{} cannot be written{}", "无法写入 {}{}", shortened(str(shown), SHOWN), cause(error)
        ),
        mend=_mend(error, is_aside=aside is not None),
    )


def _mend(error: OSError, *, is_aside: bool) -> Message:
    if error.errno == errno.EFBIG:
        return Message(
            "Files may not be as large there: raise the limit (ulimit -f), or choose a folder on another disk.",
            "该处文件大小受限：请提高上限（ulimit -f），或选择其他磁盘上的文件夹。",
        )
    if error.errno not in WITHOUT_ROOM:
        return Message(
            "Choose a folder that exists, may be written to and has room.",
            "请选择存在、可写且有空间的文件夹。",
        )
    if is_aside:
        return Message(
            "Temporary files go there: make room, or name a folder on another disk in the environment variable TMPDIR.",
            "临时文件写在该处：请腾出空间，或用环境变量 TMPDIR 指定其他磁盘上的文件夹。",
        )
    return Message(
        "Make room there, or choose a folder on another disk; nothing is left behind.",
        "请在该处腾出空间，或选择其他磁盘上的文件夹；没有留下任何文件。",
    )
