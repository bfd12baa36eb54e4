"""LaTeX that compiles: no sign of a text is a command."""

from __future__ import annotations

import cpstats
from cpstats.export.latex import SIGNS, escaped, write
from cpstats.model.report import Style


def test_every_sign_that_commands_is_escaped() -> None:
    assert escaped("".join(SIGNS)) == "".join(SIGNS.values())
    assert escaped("年均增长 5.2 %") == r"年均增长 5.2 \%"


def test_a_table_has_its_columns_aligned_and_its_notes_below() -> None:
    report = cpstats.share("gdp", vs="beijing", period="2021..2022")
    lines = write(report, Style()).decode().splitlines()
    assert r"\begin{tabular}{lrrrr}" in lines
    assert [
        r"2021",
        r"&",
        r"1,287.0",
        r"&",
        r"40,269.6",
        r"&",
        r"3.20",
        r"a",
        r"&",
        r"…",
        r"\\",
    ] in [line.split() for line in lines]
    assert r"\section*{Gross domestic product · share}" in lines
    assert any(line.startswith("Sources: ") for line in lines)
