from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.chinese.times import times
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.periods import (
    Clock,
    When,
    code_of,
    months_of,
    resolve,
    year_before,
    years_of,
)
from cpstats.store.package import open_catalogue

SPANS = open_catalogue().spans


def meant(text: str, published: str, frame: When | None = None) -> tuple[str, ...]:
    clock = Clock(date.fromisoformat(published), spans=SPANS)
    (time,) = times(plain(text), SPANS)
    return resolve(time, clock, frame or clock.default).readings


@pytest.mark.parametrize(
    ("text", "published", "readings"),
    [
        ("2022年", "2024-04-15", ("2022",)),
        ("去年", "2024-04-15", ("2023",)),
        ("今年上半年", "2024-07-20", ("2024-H1",)),
        ("1-7月", "2024-08-20", ("2024-01/2024-07",)),
        ("12月份", "2024-01-20", ("2023-12",)),
        ("全年", "2024-02-01", ("2023",)),
        ("年末", "2024-02-01", ("2023-12-31", "2023")),
        ("6月底", "2024-08-20", ("2024-06-30",)),
        ("上年", "2024-02-01", ("2022",)),
        ("“十三五”期间", "2024-04-15", ("2016/2020",)),
        ("“十四五”期间", "2025-12-01", ("2021/2024", "2021/2025")),
        ("“十四五”期间", "2026-02-01", ("2021/2025",)),
        ("2021年以来", "2024-08-20", ("2021/2023", "2021/2024")),
        ("近三年", "2024-02-01", ("2021/2023",)),
        ("过去五年", "2026-02-01", ("2021/2025",)),
        ("五年来", "2023-01-20", ("2018/2022",)),
        ("未来三年", "2024-02-01", ("2024/2026",)),
        ("三年前", "2024-02-01", ("2020",)),
        ("目前", "2024-08-20", ("2024",)),
        ("今年上半年以来", "2024-08-20", ("2024-H1",)),
        ("“十五”期末", "2024-08-20", ("2005",)),
        ("党的十八大以来", "2018-12-01", ("2013/2017", "2013/2018")),
        ("改革开放40年来", "2018-02-01", ("1979/2017",)),
    ],
)
def test_the_day_of_publication_says_the_year(
    text: str, published: str, readings: tuple[str, ...]
) -> None:
    assert meant(text, published) == readings


def test_the_same_period_of_another_year_has_the_months_of_the_frame() -> None:
    frame = months_of(2024, 1, 8)
    assert meant("2020年同期", "2024-09-15", frame) == ("2020-01/2020-08",)
    assert meant("上年同期", "2024-09-15", frame) == ("2023-01/2023-08",)


def test_without_a_day_a_year_that_is_not_said_stays_unknown() -> None:
    (time,) = times("上半年", SPANS)
    assert resolve(time, Clock(None), Clock(None).default).code is None


def test_what_lies_ahead_is_marked() -> None:
    clock = Clock(date(2024, 2, 1))
    (time,) = times("2027年", SPANS)
    assert resolve(time, clock, clock.default).future


def test_periods_have_their_shortest_code() -> None:
    assert [code_of(2024, *m) for m in ((1, 3), (1, 6), (1, 9), (5, 5), (2, 4))] == [
        "2024-Q1",
        "2024-H1",
        "2024-01/2024-09",
        "2024-05",
        "2024-02/2024-04",
    ]


def test_the_year_before() -> None:
    assert year_before(months_of(2024, 1, 7)) == "2023-01/2023-07"
    assert year_before(years_of(2021, 2023, Clock(None))) is None
