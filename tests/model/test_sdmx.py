"""Periods, units and statuses in the words of SDMX, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.columns import STATUSES
from cpstats.model.period import Freq, Period, PeriodError, span
from cpstats.model.sdmx import STATUS, STATUS_READ, period_of, time_codes, unit_codes, unit_of
from cpstats.model.unit_table import table

YEARS = st.integers(1900, 2100)
PERIODS = st.one_of(
    st.builds(Period, st.just(Freq.ANNUAL), YEARS),
    st.builds(Period, st.just(Freq.OPEN), YEARS),
    st.builds(Period, st.just(Freq.HALF), YEARS, st.integers(1, 2)),
    st.builds(Period, st.just(Freq.QUARTER), YEARS, st.integers(1, 4)),
    st.builds(Period, st.just(Freq.MONTH), YEARS, st.integers(1, 12)),
    st.builds(Period, st.just(Freq.YTD), YEARS, st.sampled_from([2, 4, 5, 7, 8, 9, 10, 11])),
    st.builds(lambda first, n: span(first, first + n), YEARS, st.integers(1, 30)),
)


@given(PERIODS)
def test_a_period_comes_back(period: Period) -> None:
    assert period_of(*time_codes(period)) == period


@pytest.mark.parametrize(
    ("freq", "time", "code"),
    [
        # Forms of the SDMX 2.1 technical notes: Gregorian, reporting, and ranges.
        ("A", "2024-A1", "2024"),
        ("S", "2024-S2", "2024-H2"),
        ("", "2024-M08", "2024-08"),
        ("Q", "2024-Q3", "2024-Q3"),
        ("", "2024-01-01/P6M", "2024-H1"),
        ("", "2024-04-01T00:00:00/P3M", "2024-Q2"),
        ("", "2021-01-01/P5Y", "2021/2025"),
        ("A", "2024-07-01/P1Y", "2024/25"),
        ("A", "2024-12-31", "2024"),
        ("M", "2024-02-29", "2024-02"),
        ("Q", "2024-04-01", "2024-Q2"),
        ("_U", "2025", "../2025"),
    ],
)
def test_the_forms_of_the_standard_are_read(freq: str, time: str, code: str) -> None:
    assert str(period_of(freq, time)) == code


@pytest.mark.parametrize(
    ("freq", "time", "message"),
    [
        ("Q", "2024-03", "it is no period of FREQ Q"),
        ("", "2024-12-31", "it is a day"),
        ("D", "2024-12-31", "it is a day"),
        ("A", "2024-12-30", "it is neither the first nor the last day of a period of FREQ A"),
        ("M", "2023-02-29", "it is neither the first nor the last day of a period of FREQ M"),
        *(
            (
                "",
                time,
                "no year, no part of one and no years of the calendar last from there so long",
            )
            for time in ("2024-11-01/P3M", "2024-07-01/P2Y", "P1Y/2020-12")
        ),
        ("", "2024-W05", "its form is not known"),
    ],
)
def test_what_is_no_period_says_why(freq: str, time: str, message: str) -> None:
    with pytest.raises(PeriodError, match=f"^{message}$"):
        period_of(freq, time)


@given(
    st.sampled_from([line.unit for line in table().lines() if line.counted]),
    st.sampled_from(["", *table().chinese.values()]),
)
def test_a_counted_unit_comes_back_by_base_and_power(base: str, prefix: str) -> None:
    measure, power = unit_codes(prefix + base)
    assert unit_codes(unit_of(measure, int(power))) == (measure, power)


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("亿元", ("CNY", "8")),  # ISO 4217; 亿 is 10^8
        ("万人", ("PS", "4")),
        ("%", ("PT", "0")),
        ("上年=100", ("IX", "0")),
        ("百分点", ("百分点", "0")),
        ("sacks", ("sacks", "0")),
        ("", ("", "0")),
    ],
)
def test_units_have_the_codes_of_the_code_lists(unit: str, codes: tuple[str, str]) -> None:
    assert unit_codes(unit) == codes


def test_what_no_unit_of_ours_is_names_none() -> None:
    assert unit_of("IX", 0) == ""  # somebody else's index has another base
    assert unit_of("PT", 3) == ""
    assert unit_of("CNY", 20) == ""
    assert unit_of("XDC", 6) == ""


def test_every_status_has_a_code_and_no_code_says_another_status() -> None:
    assert set(STATUS) == set(STATUSES)
    for word, code in STATUS.items():
        assert STATUS_READ[code] in (word, "")
