"""Growth and indices behind a whole and its parts (invented figures)."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

HEAD = "年份,木材产量,松木,杉木,{}\n"
LEVELS = ("100,40,60", "120,50,70", "150,60,90")


def read(label: str, *figures: str) -> set[tuple[str, str, str]]:
    """Return name, period and value of what grows."""
    rows = "".join(
        f"{year},{levels},{figure}\n"
        for year, levels, figure in zip(range(1991, 1994), LEVELS, figures, strict=True)
    )
    text = (HEAD.format(label) + rows).encode()
    (found,) = foreign("t.csv", text, Hints(place="Elmby"), trying=False)
    return {(row[0], row[2], row[4]) for row in found.rows if row[3] in ("index", "growth")}


@pytest.mark.parametrize(
    ("figures", "name"),
    [
        (("", "120.0", "125.0"), "木材产量"),  # 120/100, 150/120
        (("", "125.0", "120.0"), "松木"),  # 50/40, 60/50
        (("", "116.7", "128.6"), "杉木"),  # 70/60, 90/70
    ],
)
def test_an_index_behind_parts_is_of_what_the_figures_show(
    figures: tuple[str, ...], name: str
) -> None:
    found = read("指数（上年=100）", *figures)
    assert found == {(name, "1992", figures[1]), (name, "1993", figures[2])}


def test_an_index_behind_parts_that_no_figures_show_is_asked_about() -> None:
    with pytest.raises(DataError, match=r"behind a whole and its parts.*木材产量, 松木, 杉木"):
        read("指数（上年=100）", "", "108.5", "109.5")


def test_an_index_behind_one_column_is_of_that() -> None:
    text = "年份,木材产量,指数（上年=100）\n1991,100,103.1\n1992,105,104.2\n".encode()
    (found,) = foreign("t.csv", text, Hints(place="Elmby"), trying=False)
    assert {row[0] for row in found.rows} == {"木材产量"}
