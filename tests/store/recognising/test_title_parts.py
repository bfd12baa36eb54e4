"""Several lines of a word and a value above a table that name its figures together."""

from __future__ import annotations

from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.title_parts import parts_of
from cpstats.store.recognising.titles import titles_of

ABOVE = (
    ("Dataset: Trade in timber", "", "", ""),
    ("Flow", "", "Imports", ""),
    ("Measure", "", "Value at the border", ""),
    ("Retrieved by", "", "Alba", ""),
    ("Unit", "", "Tonnes", ""),
    ("Frequency", "", "Annual", ""),
)
TABLE = """\
Dataset: Trade in timber
Flow,,Imports,,
Measure,,Value at the border,,
Unit,,Tonnes,,
Frequency,,Annual,,
Time,,2016,2017,2018
Country,,,,
Austria,,51,62,53
France,,74,85,56
"""


def test_all_lines_of_a_word_and_a_value_name_the_figures_in_their_order() -> None:
    assert titles_of(ABOVE).said["indicator"] == "Imports, Value at the border"
    assert parts_of(ABOVE) == ["Imports"]


def test_a_merged_cell_is_one_word() -> None:
    merged = [("Flow", "Flow", "Imports", "Imports"), ("Measure:", "Value")]
    assert parts_of(merged, "indicator") == ["Imports", "Value"]
    assert parts_of([("Flow", "Imports", "Exports")]) == []  # three words are a header


def test_a_table_below_such_lines_has_its_whole_name() -> None:
    (found,) = foreign("timber.csv", TABLE.encode())
    first = dict(zip(found.header, found.rows[0], strict=True))
    assert (first["indicator"], first["unit"]) == ("Imports, Value at the border", "Tonnes")
