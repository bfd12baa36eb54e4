"""One figure more in a package: one line more in one file, checked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.checks.rules import findings
from cpstats.errors import CpstatsError
from cpstats.keeping.adding import add_figure
from cpstats.keeping.starting import start_package
from cpstats.keeping.typed import NewFigure
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start

    from cpstats.model.report import Report

FIRST = "gdp,110114,2024,level,current,,1811.9,亿元,,,provisional,first,cp_jp"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    start_package(tmp_path / "mine")
    return tmp_path / "mine"


def add(folder: Path, text: str, **more: str | bool) -> Report:
    """Add `indicator place period amount`."""
    names = dict(
        zip(("indicator", "place", "period", "amount"), text.split(maxsplit=3), strict=True)
    )
    flags = {name: bool(more.pop(name, False)) for name in ("dry", "force", "revise")}
    new = NewFigure(**{"source": "s", **names, **more})  # type: ignore[arg-type]
    return add_figure(folder, new, check=findings, **flags)


def lines(folder: Path, name: str = "observations.csv") -> list[str]:
    return (folder / name).read_text("utf-8").splitlines()[1:]


def test_a_figure_is_one_line_more(package: Path) -> None:
    before = {path.name: path.read_text("utf-8") for path in package.iterdir()}
    report = add(package, "gdp 昌平 2025 1853.2亿元", source="统计公报", published="2026-03-20")
    line = "gdp,110114,2025,level,current,,1853.2,亿元,,,,,统计公报"
    assert lines(package) == [FIRST, line]
    assert report.rows[0]["line"] == 3
    changed = {n for n, text in before.items() if (package / n).read_text("utf-8") != text}
    assert changed == {"observations.csv", "sources.csv"}
    assert lines(package, "sources.csv")[-1] == "统计公报,统计公报,,2026-03-20,document,,,,,"


@pytest.mark.parametrize(
    ("text", "more", "line"),
    [
        ("gdp beijing 2023 5.2% ", {"measure": "growth", "basis": "real"},
         "gdp,110000,2023,growth,constant,,5.2,%,,,,,s"),
        ("gdp beijing 2023 -0.4% ", {"measure": "growth"}, "gdp,110000,2023,growth,,,-0.4,%,,,,,s"),
        ("常住人口 北京市 2024年 2,183.2万人", {}, "resident_population,110000,2024,level,,,2183.2,万人,,,,,s"),
        ("gdp 昌平 十四五 1800", {"measure": "milestone", "bound": "lower"},
         "gdp,110114,2021/2025,milestone,current,,1800,亿元,,lower,,,s"),
        ("gdp 昌平 2021/2025 １．３百分点",
         {"measure": "average_growth_gap", "counterpart": "beijing"},
         "gdp,110114,2021/2025,average_growth_gap,,110000,1.3,百分点,,,,,s"),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_codes(
    package: Path, text: str, more: dict[str, str], line: str
) -> None:
    add(package, text, **more)
    assert line in lines(package)


@pytest.mark.parametrize(
    ("amount", "digits", "unit"),
    [
        ("4305 billion EUR", "4305", "billion EUR"),
        ("€4,305.3 bn", "4305.3", "€ bn"),
        ("EUR 4 305 300 million", "4305300", "EUR million"),
        ("4305300百万欧元", "4305300", "百万欧元"),
        ("4.3053 lakh crore euros", "4.3053", "lakh crore euros"),
        ("4305", "4305", "十亿欧元"),  # the unit of the series, not the catalogue's 亿元
    ],
)
def test_scale_and_currency_are_read_where_they_stand_and_kept_as_printed(
    package: Path, amount: str, digits: str, unit: str
) -> None:
    add(package, "gdp DE 2023 4185.6十亿欧元")
    add(package, f"gdp DE 2024 {amount}")  # lakh crore: 10¹²
    assert lines(package)[2] == f"gdp,DE,2024,level,current,,{digits},{unit},,,,,s"


def test_a_level_in_another_currency_or_in_no_unit_is_refused_beside_its_series(
    package: Path,
) -> None:
    add(package, "gdp DE 2023 4185.6 billion EUR")
    for amount in ("4185.6 billion USD", "4300 bilion EUR", "4300 billion"):
        with pytest.raises(CpstatsError) as caught:
            add(package, f"gdp DE 2023 {amount}")
        assert f"{amount} is not in the unit of the series, billion EUR." in str(caught.value)
    with pytest.raises(CpstatsError, match=r"^5 bilion EUR is not in the unit of the series"):
        add(package, "gdp FR 2024 5 bilion EUR")
    with pytest.raises(CpstatsError, match=r"is 10\.3 times its neighbour 4185\.6 billion EUR"):
        add(package, "gdp DE 2024 43053 bn EUR")
    with pytest.raises(CpstatsError, match=r"the cell is filled: 4185\.6 billion EUR is there"):
        add(package, "gdp DE 2023 4190000 million EUR", source="other")
    assert len(lines(package)) == 2


def test_what_a_table_has_no_column_for_is_not_left_out_in_silence(package: Path) -> None:
    path = package / "observations.csv"
    columns = "indicator,ref_area,time_period,price_basis,obs_value,source"
    path.write_text(f"{columns}\ngdp,110114,2024,current,1811.9,cp_jp\n", "utf-8")
    add(package, "gdp 昌平 2025 1853.2亿元")
    assert lines(package)[-1] == "gdp,110114,2025,current,1853.2,s"
    with pytest.raises(
        CpstatsError, match=r"1: the table has no column unit for “万元”. Write the"
    ):
        add(package, "gdp 昌平 2026 19000000万元")


@pytest.mark.parametrize("amount", ["46.000,5亿元", "about 5亿元", "€", "1,85亿元"])
def test_what_is_no_amount_is_refused(package: Path, amount: str) -> None:
    with pytest.raises(CpstatsError, match=f"“{amount}”"):
        add(package, f"gdp 昌平 2025 {amount}")


def test_what_the_figure_refers_to_is_taken_into_the_tables(package: Path) -> None:
    report = add(package, "retail_sales 海淀 2024 2000亿元")
    assert [n.en for n in report.notes] == [
        "a line was added to indicators.csv too",
        "a line was added to places.csv too",
        "a line was added to sources.csv too",
    ]
    own = open_package([str(package)], builtin=False).catalogue
    assert "retail_sales" in own.indicators
    assert own.places["110108"].parent == "110000"
    add(package, "gdp 康保县 2024 61亿元")  # that only the gazetteer knows, as what it lies in
    assert [*open_package([str(package)], builtin=False).catalogue.places][-3:] == [
        "130000",
        "130700",
        "130723",
    ]


@pytest.mark.parametrize(
    ("text", "more", "message"),
    [
        (
            "gdp 昌平 2024 1812亿元",
            {"source": "cp_jp"},
            "the cell is filled: 1811.9 (100 million yuan) is there (cp_jp)",
        ),
        (
            "gdp 昌平 2024 1820亿元",
            {"vintage": "first"},
            "the cell is filled: 1811.9 (100 million yuan) is there (cp_jp)",
        ),
        ("gpd 昌平 2024 1亿元", {}, "no indicator is called “gpd”"),
        ("gdp 昌坪 2024 1亿元", {}, "no place is called “昌坪”"),
        ("gdp 昌平 20x4 1亿元", {}, "“20x4” is no period"),
        ("gdp 昌平 2025 abc", {}, "“abc” is no amount"),
        ("gdp 昌平 2025 5.4%", {}, "“5.4%” is a rate, and gdp is in 亿元"),
        ("gdp 昌平 2025 5亿人", {}, "“亿人” cannot be converted to 100 million yuan"),
        ("gdp 昌平 2025 5亿元", {"source": ""}, "the source of the figure is missing"),
        (
            "gdp 昌平 2025 18532亿元",
            {},
            "is 10.2 times its neighbour 1811.9 (100 million yuan) (2024)",
        ),
        (
            "gdp 昌平 2023 17.3亿元",
            {},
            "is 0.00955 times its neighbour 1811.9 (100 million yuan) (2024)",
        ),
        ("gdp 昌平 2025 5亿元", {"vintage": "x"}, "“x” is not in vintages.csv"),
        (
            "gdp 昌平 2025 5亿元",
            {"status": "revisd"},
            ("--status: “revisd” is unknown. Known: provisional, revised, final, forecast."),
        ),
        (
            "gdp 昌平 2025 5亿元",
            {"measure": "grwth"},
            "--measure: “grwth” is unknown. Known: level, growth",
        ),
        ("gdp 昌平 2025 5亿元", {"bound": "x"}, "--bound: “x” is unknown"),
    ],
)
def test_what_is_wrong_changes_no_file(
    package: Path, text: str, more: dict[str, str], message: str
) -> None:
    before = {path.name: path.read_bytes() for path in package.iterdir()}
    with pytest.raises(CpstatsError) as caught:
        add(package, text, **more)
    assert message in str(caught.value)
    assert {path.name: path.read_bytes() for path in package.iterdir()} == before


def test_a_figure_that_a_rule_refuses_is_not_added_unless_forced(package: Path) -> None:
    add(package, "retail_sales 昌平 2023 100.0亿元")
    add(package, "retail_sales 昌平 2024 110.0亿元")
    with pytest.raises(CpstatsError, match=r"level_growth: .*growth 2024 5.0 % nominal"):
        add(package, "retail_sales 昌平 2024 5.0%", measure="growth", basis="nominal")
    assert len(lines(package)) == 3
    report = add(
        package, "retail_sales 昌平 2024 5.0%", measure="growth", basis="nominal", force=True
    )
    assert report.notes[0].en.startswith("level_growth: ")
    assert len(lines(package)) == 4


def test_the_same_figure_again_changes_nothing_and_is_said(package: Path) -> None:
    typed = {"source": "Yearbook 2026", "published": "2026-09"}
    add(package, "gdp 昌平 2025 1853.2亿元", **typed)
    before = {path.name: path.read_bytes() for path in package.iterdir()}
    report = add(package, "gdp 昌平区 2025 18532000万元", **typed)
    assert (report.title.en, report.rows[0]["written"]) == ("The figure is there already", "no")
    assert report.notes[0].en.endswith(
        "has 1853.2 (100 million yuan) of yearbook_2026; nothing was written."
    )
    assert {path.name: path.read_bytes() for path in package.iterdir()} == before
    add(package, "gdp 昌平 2024 1811.90亿元", source="cp_jp")  # its vintage need not be typed
    assert FIRST in lines(package)


def test_figures_typed_from_one_title_are_of_one_source(package: Path) -> None:
    for year, value in ((2025, "1853.2亿元"), (2026, "1900亿元")):
        add(package, f"gdp 昌平 {year} {value}", source="Yearbook")
    assert {line.split(",")[-1] for line in lines(package)} == {"cp_jp", "yearbook"}
    add(package, "gdp 昌平 2027 1950亿元", source="Yearbook", published="2028-03")
    assert lines(package)[-1].endswith(",yearbook_2")  # a bulletin of another day is another one


def test_a_revised_figure_stands_in_place_of_the_old_one_of_its_source(package: Path) -> None:
    report = add(package, "gdp 昌平 2024 1830.4亿元", source="cp_jp", status="revised", revise=True)
    assert lines(package) == ["gdp,110114,2024,level,current,,1830.4,亿元,,,revised,first,cp_jp"]
    assert report.notes[0].en == "It stands in place of 1811.9 (100 million yuan)."
    add(package, "gdp 昌平 2024 1840亿元", vintage="first", revise=True)  # another source's
    assert [line.split(",")[6] for line in lines(package)] == ["1830.4", "1840"]


def test_another_source_may_say_the_same_and_another_release_something_else(package: Path) -> None:
    add(package, "gdp 昌平 2024 1812亿元", source="Leaflet")  # 1811.9 in whole units
    add(package, "gdp 昌平 2024 1900亿元", source="Census", vintage="census5")
    assert len(lines(package)) == 3


def test_what_is_ten_times_off_is_added_where_that_is_confirmed(package: Path) -> None:
    add(package, "gdp 昌平 2025 18532亿元", force=True)
    add(package, "gdp 昌平 2019 130亿元")  # five years off the next figure: no neighbour of it
    add(package, "gdp 昌平 2024-Q1 400亿元")  # a quarter is no neighbour of a year
    assert len(lines(package)) == 4


def test_only_the_lines_of_the_indicator_and_the_place_are_looked_at(package: Path) -> None:
    path = package / "observations.csv"
    path.write_text(path.read_text("utf-8") + "gdp,110000,20x4,level,current,,9,亿元,,,,,cp_jp\n")
    add(package, "gdp 昌平 2025 1853.2亿元")
    assert len(lines(package)) == 3


def test_a_dry_run_writes_nothing(package: Path) -> None:
    report = add(package, "gdp 昌平 2025 1853.2亿元", dry=True)
    assert lines(package) == [FIRST]
    assert report.rows[0]["written"] == "no"


def test_a_folder_without_a_package_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CpstatsError, match="is no data package"):
        add(tmp_path, "gdp 昌平 2025 1亿元")


def test_two_writers_at_once_lose_nothing(package: Path, start: Start) -> None:
    data = ("--data", str(package), "-q")
    writers = [
        start("add", "gdp", "昌平", str(year), f"{year}亿元", "--source", f"s{year}", *data)
        for year in range(2001, 2007)
    ]
    assert [(*writer.communicate(), writer.returncode)[1:] for writer in writers] == [(b"", 0)] * 6
    assert [line.split(",")[2] for line in lines(package)] == [*map(str, range(2001, 2007)), "2024"]
    assert len(lines(package, "sources.csv")) == 7


def test_the_next_figure_of_a_source_is_of_its_release(package: Path) -> None:
    add(package, "gdp 昌平 2025 1853.2亿元", source="bulletin", continues="cp_jp")
    add(package, "gdp 昌平 2026 1900亿元", source="bulletin")
    assert lines(package)[-1] == "gdp,110114,2026,level,current,,1900,亿元,,,,first,bulletin"


def test_a_figure_of_another_source_may_continue_the_release_of_one(package: Path) -> None:
    add(package, "gdp 昌平 2025 1853.2亿元", source="bulletin", continues="cp_jp")
    assert lines(package)[-1] == "gdp,110114,2025,level,current,,1853.2,亿元,,,,first,bulletin"
    add(package, "gdp 昌平 2026 1900亿元", source="own")
    with pytest.raises(CpstatsError) as raised:
        add(package, "gdp 昌平 2027 1950亿元", source="next", continues="own")
    assert str(raised.value) == (
        "the figures of “own” are of no named release. With --source own it is of the same release; for another source to continue it, name the release at the import: --vintage NAME."
    )
    with pytest.raises(CpstatsError) as raised:
        add(package, "gdp 昌平 2027 1950亿元", source="next", continues="nobody")
    assert str(raised.value) == (
        "“nobody” has no figure that this one could continue. "
        "Sources that have: bulletin, cp_jp, own."
    )
