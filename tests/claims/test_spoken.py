"""A text speaks from one day and one place, which whoever checks it may say."""

from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.spoken import day_of, place_of
from cpstats.errors import UsageError
from cpstats.store.package import open_package


def test_a_day_is_written_with_figures_and_nothing_is_no_day() -> None:
    assert day_of("2024-03-05") == date(2024, 3, 5)
    assert day_of("") is None
    with pytest.raises(UsageError, match="is no day"):
        day_of("5 March")


def test_a_place_is_one_of_the_catalogue_or_any_official_one() -> None:
    catalogue = open_package().catalogue
    assert place_of(["changping"], catalogue) == "110114"
    assert place_of(["杭州市"], catalogue) == "330100"
    assert place_of([], catalogue) is None
    with pytest.raises(UsageError, match="one place"):
        place_of(["beijing", "changping"], catalogue)
    with pytest.raises(UsageError):
        place_of(["Nowhere"], catalogue)
