"""Names that stand in two languages beside the figures, and those below a word for kinds; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

LINES = "合计,Total,50,60\n采茶业,Picking,5,6\n制茶业,Making,45,54\n"


def names(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode(), Hints(place="河北"), trying=False)
    return list(dict.fromkeys(row[0] for row in found.rows))


def test_a_translation_of_the_names_is_no_part_of_them() -> None:
    text = f"1-2 按行业分茶业人员\nTea Workers\n单位：万人,,,(10 000 persons)\n项目,Item,2019,2020\n{LINES}"
    assert names(text) == [f"按行业分茶业人员, {name}" for name in ("合计", "采茶业", "制茶业")]


def test_names_in_latin_letters_that_differ_for_one_are_part_of_it() -> None:
    text = f"1-2 按行业分茶业人员\n项目,Item,2019,2020\n{LINES}采茶业,Drying,7,8\n"
    assert "按行业分茶业人员, 采茶业, Drying" in names(text)


@pytest.mark.parametrize(
    ("title", "word"),
    [("分行业茶业人员", "项目"), ("茶业人员", "行业"), ("茶业人员（按行业分）", "项目")],
)
def test_kinds_of_what_a_title_counts_have_its_name(title: str, word: str) -> None:
    lines = LINES.replace(",Total", "").replace(",Picking", "").replace(",Making", "")
    found = names(f"1-2 {title}\n单位：万人\n{word},2019,2020\n{lines}")
    assert len(found) == 3
    assert all("茶业人员" in name for name in found)


def test_indicators_below_their_own_word_keep_their_names() -> None:
    assert names("1-2 茶业\n单位：万吨\n指标,2019,2020\n绿茶产量,5,6\n红茶产量,7,8\n") == [
        "绿茶产量",
        "红茶产量",
    ]
