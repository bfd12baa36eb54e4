"""Markdown shows the tables; no name is taken for a sign of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export import md
from cpstats.model.report import Style

if TYPE_CHECKING:
    from cpstats.model.report import Report

PAGE = r"""## GDP \<2024\>

sub \& title

### Table

| place                            |   level, 亿元 |
|:---------------------------------|--------------:|
| Changping                        |       1,811.9 |
| =1+1\|\<b\>\*\&\`\[x\](y)\`\*\</b\> |             … |

a \*note\*

Sources: 1 (--cite). Figures known up to 2025.
"""


def test_a_page_is_title_tables_and_notes(report: Report) -> None:
    page = md.write(report, Style()).decode()
    assert squeezed(page) == squeezed(PAGE)


def test_a_page_in_chinese(report: Report) -> None:
    page = md.write(report, Style(lang="zh")).decode()
    assert page.startswith("## 地区生产总值 \\<2024年\\>\n\n副题\n\n### 表\n\n| 地区 ")
    assert "| 昌平区 " in page


def test_the_digits_asked_for_are_shown(report: Report) -> None:
    assert "| 1,811.900 |" in squeezed(md.write(report, Style(digits=3)).decode())


def squeezed(text: str) -> str:
    """Return a text whose columns are as narrow as they can be."""
    return "\n".join(" ".join(line.split()) for line in text.replace("-", "").splitlines())
