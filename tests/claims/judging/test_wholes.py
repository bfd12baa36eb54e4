from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.wholes import is_of_output, takes_up_output, whole_place
from cpstats.claims.terms.printed import words_before

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("出口额占全省的12.5%。", "360000"),
        ("出口额占全国的12.5%。", "100000"),
        ("出口额占浙江省的12.5%。", "330000"),
        ("出口额占全市出口额的12.5%。", "360100"),
        ("出口额占比12.5%。", None),
        ("Exports of Nanchang made up 12.5 percent of the province's total.", "360000"),
        ("Exports of Nanchang made up 12.5 percent of that of Zhejiang.", "330000"),
        ("Exports of Nanchang made up 12.5 percent of revenue.", None),
    ],
)
def test_a_share_is_of_the_place_that_the_words_name(
    read: Read, catalogue: Catalogue, text: str, whole: str | None
) -> None:
    claim = next(c for c in read(text) if c.value == 12.5)
    assert whole_place(claim, words_before(claim), catalogue) == whole


@pytest.mark.parametrize(
    ("text", "of_output"),
    [
        ("第三产业增加值占GDP的比重为52.5%。", True),
        ("第三产业增加值占全市地区生产总值的比重为52.5%。", True),
        ("第三产业增加值占全省地区生产总值的比重为52.5%。", False),
        ("出口额占进出口的比重为52.5%。", False),
        ("Services made up 52.5 percent of the city's GDP.", True),
        ("Services made up 52.5 percent of exports.", False),
    ],
)
def test_a_share_of_total_output_is_of_that_of_its_own_place(
    read: Read, catalogue: Catalogue, text: str, *, of_output: bool
) -> None:
    claim = read(text)[0]
    assert is_of_output(claim, words_before(claim), catalogue) is of_output


def test_a_bare_share_goes_on_from_total_output_in_its_sentence(read: Read) -> None:
    claim = read("第一产业占GDP的3.5%，第二产业占44.0%。")[1]
    alone = read("第二产业占44.0%。")[0]
    assert takes_up_output(claim, words_before(claim)) is True
    assert takes_up_output(alone, words_before(alone)) is False
