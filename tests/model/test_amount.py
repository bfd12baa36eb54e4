"""Amounts in sentences: units as bulletins and English releases write them, no digit invented."""

from __future__ import annotations

from typing import Any

import pytest

from cpstats.model.amount import chinese, english, things
from cpstats.model.figure import Figure


def figure(value: float, unit: str, half: float | None = None, **more: Any) -> Figure:
    ends = {} if half is None else {"low": value - half, "high": value + half}
    return Figure(indicator="x", ref_area="1", time_period="2024", value=value, unit=unit,
                  **ends | more)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        # 1 亿 = 0.1 billion, 1 万 = 0.01 million = 10 thousand
        (figure(1811.9, "亿元", 0.05), "1811.9亿元", "181.19 billion yuan"),
        (figure(49843.1, "亿元", 0.05), "49843.1亿元", "4,984.31 billion yuan"),
        (figure(6.5, "亿元", 0.05), "6.5亿元", "0.65 billion yuan"),
        (figure(21800, "亿元", 50), "2.18万亿元", "2.18 trillion yuan"),  # printed 2.18万亿元
        (figure(6863.032, "亿元", 0.00005), "6863.03亿元", "686.303 billion yuan"),
        (figure(227, "万人", 0.5), "227万人", "2.27 million people"),
        (figure(8.85, "万户", 0.005), "8.85万户", "88.5 thousand"),
        (figure(85415, "元", 0.5), "85415元", "85,415 yuan"),
        (figure(15.2, "亿美元", 0.05), "15.2亿美元", "1.52 billion US dollars"),
        (figure(49, "个", 0.5), "49个", "49"),
        (figure(82.1, "%", 0.05), "82.1%", "82.1 percent"),
        (figure(30, "微克/立方米", 0.5), "30微克/立方米", "30 micrograms per cubic meter"),
    ],
)
def test_an_amount_is_written_in_the_units_of_each_language(
    given: Figure, zh: str, en: str
) -> None:
    assert (chinese(given), english(given)) == (zh, en)


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (figure(1800, "亿元", bound="lower"), "1800亿元", "180 billion yuan"),
        (figure(60000, "元", bound="lower"), "6万元", "60,000 yuan"),
        (figure(240, "万件", bound="lower"), "240万件", "2.4 million"),
        (figure(33000, "亿元", 500, bound="approx"), "3.3万亿元", "3.3 trillion yuan"),
    ],
)
def test_a_threshold_gains_no_digits(given: Figure, zh: str, en: str) -> None:
    assert (chinese(given), english(given)) == (zh, en)


def test_things_are_named_by_their_indicator() -> None:
    assert things(figure(49, "个"))
    assert not things(figure(49, "亿元"))
    assert not things(figure(49, "%"))
