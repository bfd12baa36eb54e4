"""Rows are chosen, sorted, cut, summed up, scaled and turned; machine rows follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import cpstats
from cpstats.arranging.turned import records
from cpstats.errors import UsageError
from cpstats.model.figure import Figure

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats import Answer
    from cpstats.model.report import Block


def compare(table: str, **more: Any) -> Answer:
    return cpstats.compare("Hay", data=table, builtin=False, vs="Land", **{"period": 2021} | more)


def names(block: Block) -> list[str]:
    return [row[0].text.en for row in block.rows if row[0].text is not None]


def notes(answer: Answer) -> str:
    return "\n".join(note.en for note in answer.notes)


def test_rows_are_sorted_by_a_column_and_the_benchmark_stays_below_the_rule(table: str) -> None:
    made = compare(table, sort="growth")
    # 20, 10, 5, 5 %; of Eld nothing is known
    assert names(made.blocks[0]) == ["Cam", "Aby", "Bex", "Dun", "Eld", "Land"]
    assert made.blocks[0].ruled == {5}
    frame = made.to_frame()
    assert list(dict.fromkeys(frame.ref_area)) == ["Cam", "Aby", "Bex", "Dun", "Eld", "Land"]


@pytest.mark.parametrize("word", ["growth", "增速", "growth, %", "GROWTH"])
def test_a_column_is_named_by_its_word_or_its_header(table: str, word: str) -> None:
    assert names(compare(table, sort=word).blocks[0])[0] == "Cam"


def test_rows_are_sorted_by_several_columns_each_its_way(table: str) -> None:
    found = compare(table, sort="growth asc, place desc")
    assert names(found.blocks[0])[:4] == ["Dun", "Bex", "Aby", "Cam"]


def test_ties_at_the_cut_are_shown_and_what_has_no_value_is_counted(table: str) -> None:
    made = compare(table, sort="growth", top=3)  # the third and the fourth grow 5 %
    assert names(made.blocks[0]) == ["Cam", "Aby", "Bex", "Dun", "Land"]
    assert "1 without a value: Eld" in notes(made)
    assert set(made.to_frame().ref_area) == {"Cam", "Aby", "Bex", "Dun", "Land"}


def test_top_and_bottom_stand_on_both_sides_of_a_rule(table: str) -> None:
    made = compare(table, top=1, bottom=1)  # by the level: 420 and 30
    assert names(made.blocks[0]) == ["Dun", "Eld", "Land"]
    assert made.blocks[0].ruled == {1, 2}


def test_only_rows_that_meet_a_condition_are_kept_unrounded(table: str) -> None:
    made = compare(table, where="growth > 4.9999 and level < 210.5")
    assert names(made.blocks[0]) == ["Aby", "Bex", "Cam", "Land"]
    assert "“growth > 4.9999 and level < 210.5”: 3 of 5 rows" in notes(made)
    assert set(made.to_frame().ref_area) == {"Aby", "Bex", "Cam", "Land"}


def test_a_row_without_a_value_never_passes_and_is_counted(table: str) -> None:
    for where in ("growth < 7", "not growth >= 7"):
        made = compare(table, where=where)
        assert names(made.blocks[0]) == ["Bex", "Dun", "Land"]
        assert "2 of 5 rows; 1 without a value: Eld" in notes(made)


def test_places_are_chosen_by_name_in_a_condition(table: str) -> None:
    assert names(compare(table, where="place != Bex").blocks[0]) == [
        "Aby",
        "Cam",
        "Dun",
        "Eld",
        "Land",
    ]


def test_a_condition_that_nothing_meets_leaves_no_answer(table: str) -> None:
    assert not compare(table, where="growth > 50").blocks


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"sort": "grwth"}, "--sort: no column is called “grwth”. Nearest: growth, ratio."),
        (
            {"where": "grwth > 1"},
            "--where at position 1: no column is called “grwth”. Nearest: growth, ratio.",
        ),
        ({"top": 0}, "--top 0 is no number of rows. Write --top 5."),
        ({"weight": "Hay"}, "--weight is of the means of --summary. Add --summary."),
        ({"rows": "column"}, "--rows does not know “column”."),
        ({"scale": "dozen"}, "--scale: “dozen” is no scale."),
    ],
)
def test_a_wrong_word_is_refused_with_what_there_is(
    table: str, more: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError) as error:
        compare(table, **more)
    assert str(error.value).startswith(said)


def test_places_are_excluded_and_listed(table: str) -> None:
    made = compare(table, exclude=["Cam", "Eld"])
    assert names(made.blocks[0]) == ["Aby", "Bex", "Dun", "Land"]
    assert names(compare(table, among="Dun, Aby").blocks[0]) == ["Dun", "Aby", "Land"]


def test_places_are_read_from_a_file_one_a_line(table: str, tmp_path: Any) -> None:
    (tmp_path / "few.txt").write_text("Cam  # the smallest\n\nBex\n")
    made = compare(table, among=f"@{tmp_path}/few.txt")
    assert names(made.blocks[0]) == ["Cam", "Bex", "Land"]
    with pytest.raises(UsageError, match="cannot be read from"):
        compare(table, among="@absent.txt")


def test_a_summary_stands_below_and_is_of_all_rows_before_the_cut(table: str) -> None:
    made = compare(table, top=1, sort="growth", summary=True)
    block = made.blocks[0]
    rows = {row[0].text.en: row for row in block.rows if row[0].text}
    growth = next(i for i, c in enumerate(block.columns) if c.name == "growth")
    shown = {name: row[growth] for name, row in rows.items()}
    assert [shown[n].text.en for n in ("with data", "without")] == ["4", "1"]  # type: ignore[union-attr]
    frame = made.to_frame().set_index("measure").value
    # 5, 5, 10, 20: mean 10, median 7.5
    assert frame["mean:growth"] == pytest.approx(10)
    assert frame["median:growth"] == pytest.approx(7.5)
    assert frame["highest:growth"] == pytest.approx(20)
    assert "mean, plain" in rows


def test_growth_is_weighted_by_the_levels_it_grew_from(table: str) -> None:
    made = compare(table, exclude="Eld", summary=True, weight="Hay")
    frame = made.to_frame().set_index("measure").value
    # (110 + 210 + 60 + 420) / (100 + 200 + 50 + 400) = 800 / 750
    assert frame["weighted_mean:growth"] == pytest.approx(100 * (800 / 750 - 1))
    assert "weighted by the levels of the period it is measured from" in notes(made)


def test_there_is_no_weighted_mean_where_a_weight_lacks(table: str) -> None:
    made = cpstats.growth(
        "Hay", data=table, builtin=False, start=2020, end=2021, summary=True, weight="Hay"
    )
    assert "weighted_mean:average" in set(made.to_frame().measure)  # Eld has no growth either
    made = compare(table, period=2020, exclude="Eld", summary=True, weight="Hay")
    assert "weighted_mean:level" in set(made.to_frame().measure)


def test_amounts_are_shown_in_another_power_of_ten_and_chosen_in_it(table: str) -> None:
    made = compare(table, scale="million", where="level >= 0.11")
    level = made.blocks[0].rows[0][1].figure
    assert level is not None
    assert (level.value, level.unit, level.decimals) == (pytest.approx(0.11), "百万吨", 3)
    assert made.blocks[0].columns[1].unit == "百万吨"
    assert names(made.blocks[0]) == ["Aby", "Bex", "Dun", "Land"]
    rows = made.to_frame()
    assert set(rows[rows.measure == "level"].unit) == {"kt"} or set(
        rows[rows.measure == "level"].unit
    ) == {"千吨"}
    assert rows[(rows.measure == "level") & (rows.ref_area == "Aby")].value.tolist() == [110]


def test_places_stand_in_rows_and_periods_in_columns_in_machine_formats_too(table: str) -> None:
    made = compare(table, period="2020..2021", rows="place")
    level = next(b for b in made.blocks if b.title and b.title.en.startswith("Hay · level"))
    assert [c.header.en for c in level.columns] == ["place", "2020", "2021"]
    assert names(level) == ["Aby", "Bex", "Cam", "Dun", "Eld", "Land"]
    assert level.ruled == {5}
    frame = made.to_frame()
    assert list(frame.columns[:2]) == ["ref_area", "indicator"]
    assert list(frame.columns[-3:]) == ["2020", "2021", "2020/2021"]
    rows = frame[frame.measure == "level"].set_index("ref_area")
    assert rows.loc["Cam", ["2020", "2021"]].tolist() == [50, 60]
    assert rows["2020"].isna().tolist().count(True) == 1  # Eld


def test_periods_stand_in_rows_and_places_in_columns(table: str) -> None:
    made = compare(table, period="2020..2021", rows="period")
    level = next(b for b in made.blocks if b.title and b.title.en.startswith("Hay · level"))
    assert [c.header.en for c in level.columns] == [
        "period",
        *["Aby", "Bex", "Cam", "Dun", "Eld", "Land"],
    ]
    assert names(level) == ["2020", "2021"]
    assert sorted(made.to_frame().columns[-6:]) == ["Aby", "Bex", "Cam", "Dun", "Eld", "Land"]


def test_where_periods_stand_side_by_side_the_newest_decides(table: str) -> None:
    made = compare(table, period="2020..2021", rows="place", sort="level", top=2)
    level = next(b for b in made.blocks if b.title and b.title.en.startswith("Hay · level"))
    assert names(level) == ["Dun", "Bex", "Land"]
    assert set(made.to_frame().ref_area) == {"Dun", "Bex", "Land"}


def test_one_place_has_its_measures_in_rows_when_it_is_wide(table: str) -> None:
    made = compare(table, places="Aby", period="2020..2021", wide=True)
    block = made.blocks[0]
    assert [c.header.en for c in block.columns] == ["what", "2020", "2021"]
    assert names(block)[:4] == ["Aby, kt", "Aby, growth", "Land, kt", "Land, growth"]


def test_periods_are_named_one_by_one_or_every_so_many_years(tmp_path: Any) -> None:
    rows = "\n".join(
        f"Hay,{p},{y},{y - 1999},kt" for p in ("Aby", "Bex") for y in range(2000, 2022)
    )
    path = tmp_path / "long.csv"
    path.write_text(f"indicator,ref_area,time_period,obs_value,unit\n{rows}\n")
    given: dict[str, Any] = {"data": str(path), "builtin": False}

    def years(**more: Any) -> list[str]:
        return sorted(set(cpstats.index("Hay", **given, **more).to_frame().time_period))

    assert years(period="2001,2010,2021") == ["2001", "2010", "2021"]
    assert years(period="2003..2021", every=5) == ["2003", "2008", "2013", "2018"]
    assert years(period="..2021", every=10) == ["2001", "2011", "2021"]
    assert years(every=10) == ["2000", "2010", "2020"]
    spans = cpstats.growth("Hay", **given, start=2000, end=2020, every=10).to_frame()
    assert spans[spans.ref_area == "Aby"].time_period.tolist() == ["2001/2010", "2011/2020"]
    both = cpstats.growth("Hay", **given, period="2001..2005,2011..2015").to_frame()
    assert both[both.ref_area == "Bex"].time_period.tolist() == ["2001/2005", "2011/2015"]


def test_indicators_in_rows_have_their_own_units_and_places_their_own_tables(
    tmp_path: Path,
) -> None:
    rows = ["indicator,ref_area,time_period,obs_value,unit"]
    for area, base in (("North", 10), ("South", 20), ("Land", 30)):
        for year in (2020, 2021):
            rows += [f"output,{area},{year},{base * 10},million euro"]
            rows += [f"income,{area},{year},{base},euro"]
    (tmp_path / "t.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    given: dict[str, Any] = {"data": str(tmp_path / "t.csv"), "builtin": False, "vs": "Land"}
    report = cpstats.compare(
        ("output", "income"), places=["North", "South"], rows="indicator", **given
    )
    level = next(b for b in report.blocks if b.title is not None and "South · level" in b.title.en)
    names = [row[0].text.en for row in level.rows if row[0].text is not None]
    assert names == ["output, million euro", "income, euro"]
    assert level.unit == ""


def test_rows_of_a_turned_table_that_differ_in_their_release_say_which() -> None:
    def level(value: float, period: str, vintage: str, area: str = "a") -> Figure:
        return Figure(
            indicator="corn", ref_area=area, time_period=period, measure="level", value=value,
            method="published", vintage=vintage, source="s",
        )  # fmt: skip

    first = [level(1.0, "2020", "first"), level(2.0, "2021", "first")]
    heads, rows = records([*first, level(9.0, "2021", "first", "b")], "place", "period")
    assert heads[-2:] == ("2020", "2021")
    heads, rows = records([*first, level(1.5, "2020", "census")], "place", "period")
    assert heads[-3:] == ("2020", "2021", "vintage")
    assert [(r["2020"], r["2021"], r["vintage"]) for r in rows] == [
        (1.0, 2.0, "first"),
        (1.5, None, "census"),
    ]
