"""Sheets that say the same, or another figure, under the same names."""

from __future__ import annotations

from tests.store.recognising.test_doubts import read

from cpstats.store.recognising.colliding import told_apart


def test_what_a_sheet_before_has_in_every_cell_counts_once_in_whatever_case() -> None:
    one = read("Country,CPI Score 2018,CPI Score 2017\nNorway,84,85\nPeru,35,37\n")
    two = read("Country,CPI score 2017,Sources 2017\nNorway,85,8\nPeru,37,9\n")
    first, second = told_apart([one, two], ["All", "Some"])
    assert len(first.rows) == 4
    assert [row[:1] + row[4:5] for row in second.rows] == [["Sources", "8"], ["Sources", "9"]]
    assert len(second.origins) == 2


def test_another_figure_takes_the_name_of_its_sheet() -> None:
    one = read("Country,Score 2017\nNorway,85\n")
    two = read("Country,Score 2017\nNorway,86\n")
    names = [made.rows[0][0] for made in told_apart([one, two], ["Old", "New"])]
    assert names == ["Score, Old", "Score, New"]
