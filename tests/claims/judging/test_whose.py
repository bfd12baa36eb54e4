from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from cpstats.claims.judging.whose import of_its_place

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.selecting.archive import Archive

NAMESAKES = {"gdp": ("gdp_us", "gdp_eu"), "gdp_us": ("gdp", "gdp_eu")}


class Known:
    """An archive of which only the keys are asked."""

    def __init__(self, *known: tuple[str, str]) -> None:
        self.known = known
        self.every = self

    def keys(self, indicator: str, area: str) -> tuple[Any, ...]:
        return tuple(one for one in self.known if one == (indicator, area))


@pytest.mark.parametrize(
    ("known", "indicator"),
    [
        ([("gdp_us", "TX")], "gdp_us"),
        ([("gdp", "TX"), ("gdp_us", "TX")], "gdp"),  # its own has figures there
        ([("gdp_us", "TX"), ("gdp_eu", "TX")], "gdp"),  # either of two could be meant
        ([("gdp_us", "CA")], "gdp"),
    ],
)
def test_a_name_means_the_one_indicator_that_has_figures_of_the_place(
    read: Read, known: list[tuple[str, str]], indicator: str
) -> None:
    claim = read("GDP增长5.2%。")[0]._replace(place="TX")
    archive = cast("Archive", Known(*known))
    assert of_its_place(claim, NAMESAKES, archive).indicator == indicator
