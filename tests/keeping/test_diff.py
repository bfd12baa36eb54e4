"""Two packages or releases beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpstats.errors import DataError, UsageError
from cpstats.keeping.compared import Side
from cpstats.keeping.diff import diff, sides
from cpstats.selecting.held import Held
from cpstats.store.package import open_package

RAW = Path(__file__).resolve().parents[2].parent / "shared/datasets/nbs_raw"


def table(folder: Path, name: str, *lines: str) -> str:
    path = folder / f"{name}.csv"
    header = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"
    path.write_text(header + "".join(f"{line}\n" for line in lines), "utf-8")
    return str(path)


def test_new_gone_and_revised_figures_are_told_apart(tmp_path: Path) -> None:
    old = table(
        tmp_path,
        "old",
        "gdp,110105,2023,level,current,100.0,亿元",
        "gdp,110105,2024,level,current,110.0,亿元",
        "gdp,110108,2024,level,current,120.0,亿元",
        "gdp,110114,2024,level,current,50,亿元",
        "gdp,110105,2024,growth,constant,5.0,%",
        "gdp,110105,2020,level,current,80,亿元",
    )
    new = table(
        tmp_path,
        "new",
        "gdp,110105,2023,level,current,100.0,亿元",
        "gdp,110105,2024,level,current,121.0,亿元",
        "gdp,110108,2024,level,current,120.0,亿元",
        "gdp,110114,2024,level,current,50.0,亿元",
        "gdp,110105,2024,growth,constant,5.2,%",
        "gdp,110105,2025,level,current,130,亿元",
    )
    rows = {
        (r["change"], r["time_period"], r["measure"]): r
        for r in diff(*sides(old, new, open_package())).rows
    }
    assert set(rows) == {
        ("gone", "2020", "level"),
        ("new", "2025", "level"),
        ("revised", "2024", "level"),
        ("revised", "2024", "growth"),
    }
    level = rows["revised", "2024", "level"]
    # 121 - 110 = 11; 121 / 110 - 1 = 10 %; growth 110 / 100 and 121 / 100; Haidian has 120
    assert (level["difference"], level["percent"], level["within_rounding"]) == (11.0, 10.0, "no")
    assert (level["growth_old"], level["growth_new"]) == (10.0, 21.0)
    assert (level["rank_old"], level["rank_new"]) == (2, 1)
    growth = rows["revised", "2024", "growth"]
    assert (growth["difference"], growth["percent"], growth["unit"]) == (0.2, None, "%")


def test_a_revision_that_rounding_explains_is_marked(tmp_path: Path) -> None:
    old = table(tmp_path, "old", "gdp,110105,2024,level,current,902,亿元")
    new = table(tmp_path, "new", "gdp,110105,2024,level,current,902.4,亿元")
    (row,) = diff(*sides(old, new, open_package())).rows
    assert (row["change"], row["within_rounding"]) == ("revised", "yes")


def test_two_vintages_of_the_built_in_package() -> None:
    package = open_package()
    report = diff(*sides("before-census4", "census5", package))
    beijing = [r for r in report.rows if (r["indicator"], r["ref_area"]) == ("gdp", "110000")]
    rows = {r["time_period"]: r for r in beijing if r["change"] == "revised"}
    # docs/data.md: 2016 to 2017 is +9.1 % in one release and +10.2 % in the other
    assert round(float(rows["2017"]["growth_old"] or 0), 4) == 9.1386
    assert round(float(rows["2017"]["growth_new"] or 0), 4) == 10.1524


@pytest.mark.skipif(not RAW.is_dir(), reason="the published tables are not here")
def test_the_revisions_of_the_provinces_are_the_published_ones() -> None:
    # datasets/README.md: 372 overlapping cells, -35.8 % (Tianjin 2016) to +15.2 % (Yunnan 2017)
    names = (str(RAW / f"nbs_provincial_gdp_vintage{year}.gbk.csv") for year in (2018, 2025))
    old, new = sides(*names, open_package())
    report = diff(old, new)
    cells = [
        {(one, period) for one in side.series for period in side.of(one)} for side in (old, new)
    ]
    assert len(cells[0] & cells[1]) == 372
    percents = {
        (r["ref_area"], r["time_period"]): float(r["percent"] or 0)
        for r in report.rows
        if r["change"] == "revised"
    }
    lowest, highest = (
        min(percents, key=percents.__getitem__),
        max(percents, key=percents.__getitem__),
    )
    assert (lowest, round(percents[lowest], 1)) == (("120000", "2016"), -35.8)
    assert (highest, round(percents[highest], 1)) == (("530000", "2017"), 15.2)
    moved = [
        r for r in report.rows if r["time_period"] == "2017" and r["rank_old"] != r["rank_new"]
    ]
    assert len(moved) == 13


def test_nothing_that_differs_is_an_answer_too(tmp_path: Path) -> None:
    old = table(tmp_path, "old", "gdp,110105,2024,level,current,902,亿元")
    report = diff(*sides(old, old, open_package()))
    assert (report.answered, report.rows) == (True, ())
    assert report.notes[0].en == "0 revised, 0 new, 0 gone, 1 unchanged."
    assert report.header[0] == "change"


def test_a_name_of_nothing_is_an_error() -> None:
    with pytest.raises(UsageError, match="“census9” is no folder, file, vintage or source"):
        sides("census5", "census9", open_package())


def test_a_place_or_an_indicator_that_only_the_older_table_has_is_gone(tmp_path: Path) -> None:
    old = table(
        tmp_path,
        "old",
        "Peat,Brigg,2019,level,,40,kt",
        "Peat,Louth,2019,level,,12,kt",
        "Reed,Brigg,2019,level,,7,kt",
    )
    new = table(tmp_path, "new", "Peat,Brigg,2019,level,,42,kt", "Peat,Stow,2019,level,,3,kt")
    report = diff(*sides(old, new, open_package()))
    # Brigg 42 / 40 - 1 = 5 %; Louth and the reed of Brigg stand in the older table alone
    found = {(r["change"], r["indicator"], r["ref_area"]): r for r in report.rows}
    assert found["revised", "Peat", "Brigg"]["percent"] == 5.0
    assert set(found) == {
        ("revised", "Peat", "Brigg"),
        ("gone", "Peat", "Louth"),
        ("gone", "Reed", "Brigg"),
        ("new", "Peat", "Stow"),
    }
    gone = next(b for b in report.blocks if b.title is not None and b.title.en == "Gone")
    assert [row[0].text.en for row in gone.rows if row[0].text] == ["Peat, Louth", "Reed, Brigg"]


def own(folder: Path, name: str, *lines: str) -> str:
    path = folder / f"{name}.csv"
    path.write_text("indicator,ref_area,time_period,obs_value,unit\n" + "\n".join(lines), "utf-8")
    return str(path)


def told(old: str, new: str) -> dict[tuple[str, ...], tuple[str | int | float | None, ...]]:
    report = diff(*sides(old, new, open_package()))
    names = ("change", "indicator", "ref_area", "time_period")
    return {
        tuple(str(r[n]) for n in names): (r["old"], r["new"], r["percent"]) for r in report.rows
    }


def test_the_two_sides_are_compared_in_one_unit(tmp_path: Path) -> None:
    older = own(tmp_path, "a", "Riders,Elmby,2019,31000,人", "Riders,Elmby,2020,32000,人")
    newer = own(tmp_path, "b", "Riders,Elmby,2019,3.1,万人", "Riders,Elmby,2020,3.3,万人")
    # 3.1万 is 31,000; 33,000 / 32,000 = 3.125 %
    assert told(older, newer) == {("revised", "Riders", "Elmby", "2020"): (32000.0, 33000.0, 3.125)}


def test_a_side_in_a_unit_that_is_another_quantity_is_an_error(tmp_path: Path) -> None:
    older = own(tmp_path, "a", "Yield,Elmby,2019,50,万吨")
    newer = own(tmp_path, "b", "Yield,Elmby,2019,52,亿元")
    with pytest.raises(DataError, match=r"b.csv:2:.*cannot be converted"):
        told(older, newer)


def test_amounts_in_two_units_of_one_currency_are_converted_before_they_are_compared(
    tmp_path: Path,
) -> None:
    old = table(
        tmp_path,
        "old",
        "gdp,US,2021,level,current,23.3,trillion dollars",
        "gdp,US,2022,level,current,25.4,trillion dollars",
    )
    new = table(
        tmp_path,
        "new",
        "gdp,US,2021,level,current,23300,billion dollars",
        "gdp,US,2022,level,current,25527,billion dollars",
    )
    (row,) = diff(*sides(old, new, open_package())).rows
    # 25527 − 25400 = 127; 127 / 25400 = 0.5 %
    assert (row["old"], row["new"], row["difference"], row["percent"]) == (25400, 25527, 127, 0.5)
    assert (row["unit"], row["unit_old"]) == ("billion dollars", "billion dollars")


def test_the_same_digits_in_another_currency_are_a_revision_without_a_difference(
    tmp_path: Path,
) -> None:
    old = table(tmp_path, "old", "gdp,US,2021,level,current,23300,billion dollars")
    new = table(tmp_path, "new", "gdp,US,2021,level,current,23300,billion euro")
    (row,) = diff(*sides(old, new, open_package())).rows
    assert (row["change"], row["difference"], row["within_rounding"]) == ("revised", None, None)
    assert (row["unit"], row["unit_old"]) == ("billion euro", "billion dollars")


def counted(folder: Path, places: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Return how often a cell is looked at, and how many figures are made, where every fourth is revised."""
    folder.mkdir()
    names = ["ref_area,name_en,parent", "Whole,Whole,"]
    names += [f"P{n:03d},P{n:03d},Whole" for n in range(places)]
    said = []
    for side in ("old", "new"):
        made = folder / side
        made.mkdir()
        lines = [
            f"output,P{n:03d},{year},level,{n + 1 + (side == 'new' and n % 4 == 0)},EUR,office"
            for n in range(places)
            for year in (2020, 2021)
        ]
        tables = {
            "figures": ["indicator,ref_area,time_period,measure,obs_value,unit,source", *lines],
            "places": names,
            "indicators": ["indicator,name_en,unit,kind,compare", "output,Output,EUR,flow,share"],
            "sources": ["source,title,release,kind,quality", "office,O,series,official,high"],
        }
        for name, rows in tables.items():
            (made / f"{name}.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
        listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in tables)
        (made / "datapackage.json").write_text(f'{{"resources":[{listed}]}}')
        said.append(str(made))
    calls = []
    looked, figure = Side.said, Held._figure
    with monkeypatch.context() as patched:
        patched.setattr(Side, "said", lambda *a: calls.append("cell") or looked(*a))
        patched.setattr(Held, "_figure", lambda *a: calls.append("figure") or figure(*a))
        rows = diff(*sides(*said, open_package())).rows
    # the last place that is revised has as many above it as stand behind it in the list
    last = max(range(0, places, 4))
    found = next(r for r in rows if r["ref_area"] == f"P{last:03d}" and r["time_period"] == "2021")
    assert (found["rank_old"], found["rank_new"]) == (places - last, places - last - 1)
    assert len(rows) == places // 4 * 2
    return calls.count("cell"), calls.count("figure")


def test_the_work_grows_with_the_figures_and_figures_are_made_of_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells, figures = counted(tmp_path / "few", 20, monkeypatch)
    more_cells, more_figures = counted(tmp_path / "more", 80, monkeypatch)
    assert more_cells <= 4.4 * cells
    assert more_figures == 4 * figures
    # 10 revised cells: a figure on either side, both again for growth, and what they grew from
    assert figures <= 10 * 6
