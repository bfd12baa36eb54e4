"""What a person sees on a terminal of 60, 80 and 120 columns, in both languages.

`make golden` writes the files anew: read the difference as a user would before it is committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Golden
    from tests.cli.conftest import Terminal

WIDTHS, LANGUAGES = (60, 80, 120), ("en", "zh")
AT_EVERY_WIDTH = {
    "show": "show gdp",
    "show-wide": "show gdp budget_revenue -p changping -p beijing --wide --period 2020..",
    "compare": "compare gdp --vs beijing --period 2021..2025",
    "compare-open": "compare gdp --vs beijing",
    "compare-all": "compare --vs beijing",
    "growth": "growth gdp -p changping -p beijing",
    "narrate": "narrate gdp --vs beijing --period 十四五",
    "growth-ends": "growth gdp budget_revenue -p beijing --from 2020 --to 2024",
}
AT_EIGHTY = {
    "list": "list",
    "list-places": "list places",
    "search": "search 收入",
    "info": "info gdp",
    "rank": "rank gdp --among beijing --period 2022",
    "share": "share gdp --vs beijing --period 2020..2024",
    "contribution": "contribution gdp_primary gdp_secondary gdp_tertiary --of gdp -p beijing "
    "--period 2023..2024",
    "index": "index gdp -p beijing -p china --base 2020 --period 2020..2024",
    "target": "target gdp -p beijing --times 2 --from 2020 --by 2035",
    "revisions": "revisions gdp -p beijing --period 2016..2018",
    "derive": "derive",
    "derive-deflator": "derive deflator gdp -p beijing --period 2022..2024",
    "selftest": "selftest",
    "explain-share": "share gdp --vs beijing --period 2024 --explain",
    "explain-rank": "rank gdp --among beijing --period 2022 -p changping --explain",
    "explain-contribution": "contribution gdp --vs beijing --period 2022 --explain",
    "explain-index": "index gdp -p beijing --base 2020 --period 2022 --explain",
    "explain-target": "target gdp -p beijing --average 5 --from 2020 --by 2027 --explain",
    "explain-revisions": "revisions gdp -p beijing --period 2017 --explain",
    "explain-show": "show gdp --period 2022..2024 --explain",
    "explain-compare": "compare gdp --vs beijing --period 2021..2025 --explain",
    "explain-narrate": "narrate gdp --vs beijing --period 2022 --explain",
    "explain-growth": "growth gdp -p beijing --from 2016 --to 2017 --basis nominal --explain",
    "cite": "compare gdp --vs beijing --period 2021..2025 --cite",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", AT_EVERY_WIDTH)
def test_the_main_commands_look_like_this(
    name: str, columns: int, lang: str, terminal: Terminal, golden: Golden
) -> None:
    seen = terminal(*AT_EVERY_WIDTH[name].split(), "--lang", lang, columns=columns)
    assert (seen.status, seen.stderr) == (0, "")
    golden(f"{name}-{columns}-{lang}", seen.stdout)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", AT_EIGHTY)
def test_the_others_look_like_this(
    name: str, lang: str, terminal: Terminal, golden: Golden
) -> None:
    seen = terminal(*AT_EIGHTY[name].split(), "--lang", lang, columns=80)
    assert (seen.status, seen.stderr) == (0, "")
    golden(f"{name}-80-{lang}", seen.stdout)
