"""Headings that signs divide, over tables of a page or of a file: what, where and at which prices."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError

HEAD = "| year | level, million kroner | status | release | source |\n|---|--:|---|---|---|\n"
BODY = "| 2020 | 410 | | first | a |\n| 2021 | 433 | provisional | first | a |\n"


@pytest.mark.parametrize("sign", [" · ", " | ", " – ", " — ", " - "])
def test_the_pieces_of_a_heading_are_name_place_and_prices(sign: str) -> None:
    page = f"# Accounts\n\n## Huts output{sign}Norway{sign}at prices of 2019\n\n{HEAD}{BODY}"
    (found,) = foreign("uk_page.md", page.encode())
    assert [row[:6] for row in found.rows] == [
        ["Huts output", "Norway", "2020", "level", "410", "million kroner"],
        ["Huts output", "Norway", "2021", "level", "433", "million kroner"],
    ]
    assert {row[found.header.index("price_basis")] for row in found.rows} == {"constant:2019"}


def test_a_heading_in_chinese_is_taken_apart_the_same() -> None:
    page = "## 茶叶产值 · 河北省 · 2019年价格\n\n| 时期 | 水平，万元 | 状态 | 发布 | 来源 |\n|---|--:|---|---|---|\n| 2020年 | 41 | | 首次 | a |\n| 2021年 | 43 | | 首次 | a |\n"
    (found,) = foreign("t.md", page.encode())
    assert {(*row[:2], row[3], row[5]) for row in found.rows} == {
        ("茶叶产值", "河北省", "level", "万元")
    }
    assert {row[found.header.index("price_basis")] for row in found.rows} == {"constant:2019"}


@pytest.mark.parametrize("piece", ["Old Dale", "Overhill"])
def test_a_place_that_nobody_knows_is_asked_for_and_not_taken_from_the_name_of_the_file(
    piece: str,
) -> None:
    tables = [f"## Huts output · {name}\n\n{HEAD}{BODY}\n" for name in ("Norway", piece)]
    with pytest.raises(QuestionError) as asked:
        foreign("uk_page.md", "".join(tables).encode())
    assert f"--sheet 'table 2' --area {piece if ' ' not in piece else repr(piece)}" in str(
        asked.value.mend
    )
    assert "Huts output, " + piece in str(asked.value.mend)  # the name has lost its place
    assert "United Kingdom" not in str(asked.value.mend)


def test_pieces_that_are_no_place_leave_the_name_of_the_file_its_say() -> None:
    text = "Huts – Seasonally adjusted\nYear,Huts (kt)\n2020,3\n2021,4\n"
    (found,) = foreign("huts_norway.csv", text.encode())
    assert {row[1] for row in found.rows} == {"norway"}


def test_the_heading_nearest_to_the_table_says_what_it_is_of() -> None:
    page = f"## Huts, Boats · several places\n\n### Boats · Norway\n\n{HEAD}{BODY}"
    (found,) = foreign("t.md", page.encode())
    assert {(row[0], row[1]) for row in found.rows} == {("Boats", "Norway")}


def test_two_places_in_a_heading_are_none_of_its_own() -> None:
    page = f"## Trade – Norway – Peru\n\n{HEAD}{BODY}"
    with pytest.raises(DataError):
        foreign("t.md", page.encode())
