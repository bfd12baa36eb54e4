"""Why there is no number beside that of others: the reason is the true one, never “no figure”."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

HEAD = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"


def _rows(invoke: Invoke, table: Path, text: str, *words: str) -> list[dict[str, str]]:
    table.write_text(HEAD + text, "utf-8")
    done = invoke(*words, "--data", table, "--no-builtin", "-F", "csv", "-q")
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_real_over_nominal_is_a_mixture_and_no_missing_figure(
    invoke: Invoke, tmp_path: Path
) -> None:
    text = (
        "peat,Loch,2020,level,current,50,million euro\npeat,Loch,2021,level,current,53,million euro\n"
        "toll,Loch,2021,growth,constant,4,%\ntoll,Loch,2022,growth,constant,3,%\n"
    )
    words = ("derive", "elasticity", "peat", "--of", "toll", "-p", "Loch")
    found = _rows(invoke, tmp_path / "t.csv", text, *words)
    reasons = {row["time_period"]: row["reason"] for row in found}
    assert reasons == {"2021": "mixed_price_basis", "2022": "missing_current"}


def test_a_gap_of_growth_over_a_loss_says_that_the_base_is_not_positive(
    invoke: Invoke, tmp_path: Path
) -> None:
    levels = {"Loch": (-5, 3, 4), "Glen": (10, 12, 15)}
    text = "".join(
        f"profit,{place},{year},level,current,{value},million euro\n"
        for place, values in levels.items()
        for year, value in zip((2020, 2021, 2022), values, strict=True)
    )
    words = ("compare", "profit", "-p", "Loch", "--vs", "Glen", "--period", "2020..2022")
    found = _rows(invoke, tmp_path / "t.csv", text, *words)
    gaps = {r["time_period"]: r for r in found if r["measure"] == "growth_gap"}
    assert [gaps[year]["reason"] for year in ("2020", "2021", "2022")] == [
        "missing_current",
        "base_nonpositive",
        "",
    ]
    # 4 / 3 − 1 = 33.33 %, 15 / 12 − 1 = 25 %
    assert gaps["2022"]["value"][:5] == "8.333"
    told = invoke(*words, "--data", tmp_path / "t.csv", "--no-builtin", "-F", "plain").stdout
    assert "profit, gap of growth, 2021: the base is zero or negative" in told


def test_a_rank_by_growth_across_a_change_of_territory_says_so(
    invoke: Invoke, tmp_path: Path
) -> None:
    # 2010: 崇文区 was united with 东城区 (110101), by the register; the numbers are invented
    levels = {"110101": (50, 90), "110105": (100, 108), "110106": (100, 110)}
    text = "".join(
        f"gdp,{place},{year},level,current,{value},亿元\n"
        for place, values in levels.items()
        for year, value in zip((2009, 2010), values, strict=True)
    )
    words = ("rank", "gdp", "--by", "growth", "--among", "beijing")
    found = _rows(invoke, tmp_path / "t.csv", text, *words)
    assert {r["ref_area"]: (r["value"], r["reason"]) for r in found} == {
        "110101": ("", "series_break"),
        "110105": ("2", ""),
        "110106": ("1", ""),
    }
    told = invoke(*words, "--data", tmp_path / "t.csv", "--no-builtin", "-F", "plain").stdout
    assert "Dongcheng District: another territory since 2010" in told
    assert "no data" not in told


@pytest.mark.parametrize("words", ["show", "compare --vs beijing", "share --vs beijing"])
def test_another_territory_is_said_beside_every_table_of_its_years(
    invoke: Invoke, tmp_path: Path, words: str
) -> None:
    # 2010: 宣武区 was united with 西城区 (110102), by the register; the numbers are invented
    name, *more = words.split()
    _write(tmp_path / "t.csv", {"西城区": (1000, 1600), "北京市": (12000, 14000)})
    words_ = (name, "gdp", "-p", "西城区", *more, "--data", tmp_path / "t.csv", "--no-builtin")
    told = invoke(*words_, "-F", "plain").stdout
    assert "Xicheng District: another territory since 2010 (Xuanwu District was united" in told


def test_a_sentence_is_not_written_across_a_change_of_territory_and_says_why(
    invoke: Invoke, tmp_path: Path
) -> None:
    _write(tmp_path / "t.csv", {"西城区": (1000, 1600), "北京市": (12000, 14000)})
    done = invoke(
        "narrate", "gdp", "-p", "西城区", "--period", "2010", "--data", tmp_path / "t.csv",
        "--no-builtin", "-F", "plain",
    )  # fmt: skip
    assert "growth not written for 2010 (the series breaks in between)" in done.stdout


def test_a_county_that_became_a_district_is_one_place(invoke: Invoke, tmp_path: Path) -> None:
    # 顺义县 is 顺义区 since 1998; (66 / 50)^(1/3) − 1 = 9.70 %
    rows = {1995: ("顺义县", 50), 1996: ("顺义县", 55), 1997: ("顺义区", 60), 1998: ("顺义区", 66)}
    text = "".join(f"gdp,{p},{y},level,current,{v},亿元\n" for y, (p, v) in rows.items())
    words = (
        "growth",
        "gdp",
        "--from",
        "1995",
        "--to",
        "1998",
        "--basis",
        "nominal",
        "-p",
        "110113",
    )
    (found,) = _rows(invoke, tmp_path / "t.csv", text, *words)
    assert (found["ref_area"], found["value"][:5]) == ("110113", "9.696")
    told = invoke(*words, "--data", tmp_path / "t.csv", "--no-builtin", "-F", "plain").stderr
    assert "“顺义县” (until 1997) is 110113 Shunyi District (Beijing)" in told
    done = invoke("import", tmp_path / "t.csv", "--dry-run", "-F", "plain")
    assert "“顺义县” (until 1997) is 110113 Shunyi (Beijing)" in done.stdout


def _write(table: Path, levels: dict[str, tuple[int, int]]) -> None:
    rows = [(p, y, v) for p, two in levels.items() for y, v in zip((2009, 2010), two, strict=True)]
    text = "".join(f"gdp,{p},{y},level,current,{v},亿元\n" for p, y, v in rows)
    table.write_text(HEAD + text, "utf-8")


LOSS = "".join(
    f"surplus,{place},{year},level,current,{value},million euro\n"
    for place, values in {"Loch": (-6, 3), "Glen": (12, 15)}.items()
    for year, value in zip((2020, 2021), values, strict=True)
)


def test_a_gap_over_a_loss_names_the_place_that_lost(invoke: Invoke, tmp_path: Path) -> None:
    words = ("derive", "gap", "surplus", "-p", "Glen", "--vs", "Loch")
    found = _rows(invoke, tmp_path / "t.csv", LOSS, *words)
    assert [(r["measure"], r["value"], r["reason"]) for r in found] == [
        ("gap", "18", ""),  # 12 − (−6)
        ("relative_gap", "", "base_nonpositive"),
        ("gap", "12", ""),
        ("relative_gap", "400", ""),  # 15 / 3 − 1
    ]
    told = invoke(*words, "--data", tmp_path / "t.csv", "--no-builtin", "-F", "plain").stdout
    assert "2020: Loch: the base is zero or negative" in told


def test_a_target_from_a_loss_is_none_because_of_the_loss(invoke: Invoke, tmp_path: Path) -> None:
    words = ["target", "surplus", "-p", "Loch", "--times", "2", "--from", "2020", "--by", "2030"]
    found = _rows(invoke, tmp_path / "t.csv", LOSS, *words)
    assert {row["reason"] for row in found} == {"base_nonpositive"}


def test_rates_are_not_ranked_by_growth(invoke: Invoke, tmp_path: Path) -> None:
    rates = "".join(
        f"idle,{p},{y},level,,5.{y % 7},%\n" for p in ("Loch", "Glen") for y in (2020, 2021)
    )
    (tmp_path / "t.csv").write_text(HEAD + rates, "utf-8")
    done = invoke("rank", "idle", "--by", "growth", "--data", tmp_path / "t.csv", "--no-builtin")
    assert done.status == 2
    assert "“idle” is a rate: it has no share, no index and no growth" in done.stderr


CONSTANT = (  # Loch has levels at current prices as well, Glen has not
    "toll,Loch,2020,level,current,100,million euro\ntoll,Loch,2021,level,current,130,million euro\n"
    "toll,Loch,2020,level,constant:2015,90,million euro\n"
    "toll,Loch,2021,level,constant:2015,99,million euro\n"
    "toll,Glen,2020,level,constant:2015,360,million euro\n"
    "toll,Glen,2021,level,constant:2015,378,million euro\n"
)


def test_levels_are_compared_at_the_prices_that_both_places_have(
    invoke: Invoke, tmp_path: Path
) -> None:
    words = ("compare", "toll", "-p", "Loch", "--vs", "Glen", "--period", "2021")
    found = _rows(invoke, tmp_path / "t.csv", CONSTANT, *words)
    levels = [(r["value"], r["price_basis"]) for r in found if r["measure"] == "level"]
    assert levels == [("99", "constant:2015"), ("378", "constant:2015")]
    ratio = next(r for r in found if r["measure"] == "ratio")
    assert ratio["value"][:6] == "0.2619"  # 99 / 378
    told = invoke(*words, "--data", tmp_path / "t.csv", "--no-builtin", "-F", "plain").stdout
    assert "levels at prices of 2015" in told


def test_a_gap_is_taken_at_the_prices_that_both_places_have(invoke: Invoke, tmp_path: Path) -> None:
    words = ("derive", "gap", "toll", "-p", "Loch", "--vs", "Glen", "--period", "2021")
    found = _rows(invoke, tmp_path / "t.csv", CONSTANT, *words)
    gap = next(r for r in found if r["measure"] == "gap")
    assert (gap["value"], gap["price_basis"]) == ("-279", "constant:2015")  # 99 − 378


def test_a_sentence_keeps_the_level_at_current_prices(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEAD + CONSTANT, "utf-8")
    done = invoke(
        *("narrate", "toll", "-p", "Loch", "--vs", "Glen", "--period", "2021"),
        *("--data", tmp_path / "t.csv", "--no-builtin", "-F", "plain", "--lang", "en"),
    )
    assert "130 million euros" in done.stdout


def test_prices_of_two_years_are_still_not_compared(invoke: Invoke, tmp_path: Path) -> None:
    text = (
        "toll,Loch,2021,level,constant:2015,99,million euro\n"
        "toll,Glen,2021,level,constant:2020,378,million euro\n"
    )
    words = ("compare", "toll", "-p", "Loch", "--vs", "Glen", "--period", "2021")
    found = _rows(invoke, tmp_path / "t.csv", text, *words)
    assert [r["reason"] for r in found if r["measure"] == "ratio"] == ["mixed_price_basis"]


def test_other_methods_of_growth_take_levels_at_constant_prices_where_real_is_asked(
    invoke: Invoke, tmp_path: Path
) -> None:
    # Loch at prices of 2015: 100 × ln(99 / 90) = 9.531; Glen has no level of 2021 there
    words = [
        "growth",
        "toll",
        "--method",
        "exponential",
        "--basis",
        "real",
        "--from",
        "2020",
        "--to",
        "2021",
    ]
    found = _rows(invoke, tmp_path / "t.csv", CONSTANT, *words, "-p", "Loch")
    assert [(r["value"][:5], r["price_basis"], r["method"]) for r in found] == [
        ("9.531", "constant", "exponential")
    ]
    current = "".join(line for line in CONSTANT.splitlines(keepends=True) if "constant" not in line)
    found = _rows(invoke, tmp_path / "t.csv", current, *words, "-p", "Loch")
    assert [(r["value"], r["reason"]) for r in found] == [("", "mixed_price_basis")]
