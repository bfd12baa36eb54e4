"""What is 100 in an index is read in the words of titles and labels; all is invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.bases_in_words import with_base
from cpstats.store.recognising.foreign import foreign


def names(text: str, **hints: object) -> set[tuple[str, str]]:
    """Return what is read, each with name and unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(row[0], row[5]) for row in found.rows}


@pytest.mark.parametrize(
    ("title", "name", "unit"),
    [
        ("Norway: price of huts (Mar 2018 = 100)", "price of huts", "Mar 2018=100"),
        ("Norway: price of huts (base 2018 = 100)", "price of huts", "2018年=100"),
        ("Norway: price index of huts (Q3 2018 = 100)", "price index of huts", "Q3 2018=100"),
        ("Norway: indice du prix des cabanes (base 100 en 2018)", "indice du prix des cabanes", "2018年=100"),
        ("Norway: Preisindex der Hütten (Basis 2018 = 100)", "Preisindex der Hütten", "2018年=100"),
        ("Norway: Preisindex der Hütten (2018 ≙ 100)", "Preisindex der Hütten", "2018年=100"),
        ("Norway: índice de precios de cabañas. Base 2018", "índice de precios de cabañas", "2018年=100"),
        ("Norway: índice de precios (Base: Dic. 2018 = 100)", "índice de precios", "Dec 2018=100"),
        ("Norway: índice de preços (Base 100: 2018)", "índice de preços", "2018年=100"),
        ("Norway: индекс цен (декабрь 2018 г. = 100)", "индекс цен", "Dec 2018=100"),
    ],
)  # fmt: skip
def test_the_base_of_a_title_is_that_of_its_parts(title: str, name: str, unit: str) -> None:
    said = unit.replace("年", "")
    assert names(f"{title}\nMonth,Old,New\n2021-01,108.2,109\n2021-02,109.0,109\n") == {
        (f"{name}, {part}({said})", unit) for part in ("Old", "New")
    }


def test_the_year_of_a_japanese_base_is_an_average() -> None:
    text = "小屋価格指数（2018年平均=100）\n年月,旧,新\n2021-01,108.2,109\n2021-02,109.0,109\n"
    assert names(text, place="Norway") == {
        (f"小屋価格指数, {part}(2018年=100)", "2018年=100") for part in ("旧", "新")
    }


def test_the_base_of_a_name_is_its_own() -> None:
    text = 'Norway\nIndicator,2020,2021\n"Huts, index (Jan 2015 = 100)",115.2,116.1\nRent index (base year 2014),7,8\n'
    assert names(text) == {
        ("Huts, index(Jan 2015=100)", "Jan 2015=100"),
        ("Rent index(2014=100)", "2014年=100"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Loyers à prix constants, base 2015",
        "PPS (EU27 2020=100)",
        "WPI (2011-12=100)",
        "Sales of the top 100 in 2015",
        "Index of 100 firms in 2015",
        "previous year = 100",
        "Output at 2015 prices",
        "Output (2015 = 100)",
    ],
)
def test_what_is_no_base_in_words_stays(text: str) -> None:
    assert with_base(text) == text


@pytest.mark.parametrize(
    "title", ["家賃指数（2020年基準）", "2020年基準家賃指数", "家賃指数(2020年平均=100)"]
)
def test_a_base_by_its_year_alone_is_that_of_the_parts_of_an_index(title: str) -> None:
    (found,) = foreign("t.csv", f"{title}\n品目,2021年\n木造,101.5\n".encode(), Hints(place="日本"))
    assert {(row[0], row[5]) for row in found.rows} == {
        ("家賃指数, 木造(2020年=100)", "2020年=100")
    }
