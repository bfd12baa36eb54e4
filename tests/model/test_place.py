"""Places of the data are found by every name, also those taken in later."""

from __future__ import annotations

import pytest

from cpstats.model.place import Place, Places


def test_places_taken_in_later_are_found_by_their_names_as_those_before() -> None:
    first = Place("a1", name_zh="甲", name_en="Alpha")
    places = Places({"a1": first})
    assert places.called(" alpha ") == ("a1",)
    more = places.with_more({"b1": Place("b1", name_zh="乙", aliases=("ALPHA",))})
    assert more.called("Alpha") == ("a1", "b1")
    assert more.called("乙") == ("b1",)
    assert places.called("乙") == ()
    renamed = more.with_more({"a1": Place("a1", name_zh="丙")})
    assert renamed.called("Alpha") == ("b1",)
    assert renamed.called("丙") == ("a1",)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("湾区汇总", True),
        ("六市合计", True),
        ("Overhill total", True),
        ("Average", True),
        ("Median", True),
        ("Average of the dales", True),
        ("平均", True),
        ("Media", False),
        ("Total, all dales", True),
        ("合计镇", False),
        ("Totalby", False),
        ("Old Dale", False),
    ],
)
def test_a_place_that_is_called_a_total_of_others_competes_with_none(
    name: str, *, is_one: bool
) -> None:
    assert Place("X", name_zh=name, name_en=name, level="own").is_aggregate is is_one
