"""Growth said to be in per cent that is a hundredth of what the amounts beside it give is asked about; figures are made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.grown_by_levels import hundredth_of_growth
from cpstats.store.recognising.inquiry import QuestionError

TABLE = "Year,Growth rate (%),Sales\n2019,,1000\n2020,0.04,1040\n2021,0.05,1092\n2022,-0.02,1070.2\n2023,0.03,1102.3\n"


def test_a_hundredth_of_the_growth_of_its_amounts_is_asked_about() -> None:
    with pytest.raises(
        QuestionError, match=r"hundredth of what its amounts .* 0.04 is 4 %"
    ) as asked:
        foreign("a.csv", TABLE.replace("Growth rate", "Sales growth").encode(), Hints(place="Peru"))
    assert "--unit fraction" in str(asked.value)


def test_as_fractions_the_growth_is_read_and_the_amounts_are_as_they_stand() -> None:
    text = TABLE.replace("Growth rate", "Sales growth").encode()
    (found,) = foreign("a.csv", text, Hints(place="Peru", unit="fraction"))
    units = {(r[3], r[5]) for r in found.rows}
    assert units == {("growth", "小数"), ("level", "")}


def test_small_growth_in_per_cent_is_taken_as_it_stands() -> None:
    small = "Year,Sales growth (%),Sales\n2019,,1000\n2020,0.4,1004\n2021,0.5,1009.02\n2022,-0.2,1007\n2023,0.3,1010\n"
    (found,) = foreign("a.csv", small.encode(), Hints(place="Peru"))
    assert {r[5] for r in found.rows if r[3] == "growth"} == {"%"}
    rows = [["Huts", "Goa", "2020", "level", "5"], ["Huts", "Goa", "2021", "level", "6"]]
    assert hundredth_of_growth(rows, "Huts") is None
