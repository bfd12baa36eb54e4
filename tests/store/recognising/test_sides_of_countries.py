"""A title that names the side of a country, or a place that is called after one, is not of the country; figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError

TABLE = "{},,\nItem,2020,2021\nExports,12,13\nImports,14,15\n"


@pytest.mark.parametrize(
    "place", ["Western Samoa", "Northern Cyprus", "New Mexico", "Upper Austria"]
)
def test_the_side_of_a_country_is_asked_about(place: str) -> None:
    with pytest.raises(QuestionError, match="does not name its place"):
        foreign("t.csv", TABLE.format(f"Trade of {place}").encode(), Hints())


@pytest.mark.parametrize("place", ["South Korea", "Austria", "North Macedonia"])
def test_a_country_is_the_place(place: str) -> None:
    (found,) = foreign("t.csv", TABLE.format(f"Trade of {place}").encode(), Hints())
    assert {row[1] for row in found.rows} == {place}
