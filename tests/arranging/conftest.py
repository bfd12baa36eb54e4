"""Five places of one land, two years, in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# level of 2020 and of 2021; growth of 2021 is 10, 5, 20, 5 % and, of Eld, not known
LEVELS = {
    "Aby": (100, 110),
    "Bex": (200, 210),
    "Cam": (50, 60),
    "Dun": (400, 420),
    "Eld": (None, 30),
    "Land": (1000, 1100),
}


@pytest.fixture
def table(tmp_path: Path) -> str:
    """Return the file."""
    lines = ["indicator,ref_area,time_period,obs_value,unit"]
    for place, levels in LEVELS.items():
        lines += [
            f"Hay,{place},{2020 + i},{level},kt"
            for i, level in enumerate(levels)
            if level is not None
        ]
    path = tmp_path / "hay.csv"
    path.write_text("\n".join(lines) + "\n")
    return str(path)
