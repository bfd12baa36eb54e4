"""A share is of a whole that contains the part; all else is a ratio, or refused with that hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value,unit\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "t.csv"
    rows = {"Alder": (20, 30), "Birch": (60, 50), "Forest": (80, 80), "Tall": (90, 95)}
    lines = [
        f"{name},{p},2021,{value},kt\n"
        for p, values in rows.items()
        for name, value in zip(("Resin", "Bark"), values, strict=True)
    ]
    path.write_text(HEADER + "".join(lines))
    return str(path)


def test_siblings_have_a_ratio_and_no_share() -> None:
    with pytest.raises(UsageError, match="“Haidian” is no part of “Changping”") as refused:
        cpstats.share("gdp", places="haidian", vs="changping")
    assert "`cpstats compare gdp -p 110108 --vs 110114` gives the ratio" in str(refused.value)
    with pytest.raises(UsageError, match="“Beijing” is no part of “Haidian”"):
        cpstats.contribution("gdp", places="beijing", vs="haidian")
    frame = cpstats.compare("gdp", places="haidian", vs="changping", period=2022).to_frame()
    assert "share" not in set(frame.measure)


def test_an_indicator_is_no_part_of_its_own_part_or_of_a_sibling() -> None:
    for part, whole in (("gdp", "gdp_tertiary"), ("gdp_primary", "gdp_secondary")):
        with pytest.raises(UsageError, match="is no part of"):
            cpstats.share(part, of=whole, places="beijing")


def test_what_only_the_question_calls_a_part_is_believed_and_said(table: str) -> None:
    report = cpstats.share("Resin", places="Alder", vs="Forest", data=table)
    assert report.to_frame().value[0] == 25.0  # 20 / 80
    assert report.notes[0].en == ("Taken as parts of Forest because the question says so: Alder.")
    beside = cpstats.compare("Resin", places="Alder", vs="Forest", data=table).to_frame()
    assert beside[beside.measure == "ratio"].value.tolist() == [0.25]
    assert "share" not in set(beside.measure)


def test_more_than_the_whole_is_no_part_of_it(table: str) -> None:
    with pytest.raises(UsageError, match="“Tall” is no part of “Forest”"):
        cpstats.share("Resin", places="Tall", vs="Forest", data=table)  # 90 of 80


def test_a_part_that_a_package_names_may_exceed_a_whole_with_losses_in_it(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(
        "ref_area,name_zh,name_en,parent,level\nW,全,Whole,,own\nA,甲,Ayton,W,own\n"
    )
    (tmp_path / "indicators.csv").write_text("indicator,name_en,unit\nresult,Result,亿元\n")
    (tmp_path / "sources.csv").write_text("source,title,release\ns,Yearbook,series\n")
    (tmp_path / "o.csv").write_text(
        "indicator,ref_area,time_period,obs_value,source\nresult,A,2021,120,s\nresult,W,2021,80,s\n"
    )
    names = ("indicators", "places", "sources", "o")
    resources = ",".join(f'{{"name":"{n}","path":"{n}.csv"}}' for n in names)
    (tmp_path / "datapackage.json").write_text(f'{{"name":"p","resources":[{resources}]}}')
    frame = cpstats.share("result", places="A", vs="W", data=str(tmp_path)).to_frame()
    assert frame.value[0] == 150.0  # 120 of 80: another part lost 40
    said = cpstats.compare("result", places="A", vs="W", data=str(tmp_path)).to_frame()
    assert "ratio" in set(said.measure)  # of its own `compare` word


def test_without_places_the_benchmark_is_left_out(table: str) -> None:
    quotient = cpstats.derive("location_quotient", "Resin", of="Bark", vs="Tall", data=table)
    # Alder: 20/30 over 90/95; Birch: 60/50 over it; Forest: 80/80 over it
    found = quotient.to_frame().set_index("ref_area").value.round(6).to_dict()
    assert found == {"Alder": 0.703704, "Birch": 1.266667, "Forest": 1.055556}
    gap = cpstats.derive("gap", "Resin", vs="Forest", data=table).to_frame()
    assert gap[gap.measure == "gap"].ref_area.tolist() == ["Alder", "Birch", "Tall"]


def test_without_places_what_lies_elsewhere_is_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = {"北京市": 900, "海淀区": 300, "昌平区": 60, "上海市": 950}
    path.write_text(HEADER + "".join(f"Resin,{p},2021,{v},kt\n" for p, v in rows.items()))
    report = cpstats.share("Resin", vs="beijing", data=str(path))
    frame = report.to_frame()
    shares = frame[frame.measure == "share"].set_index("ref_area").value.round(4)
    assert shares.to_dict() == {"110108": 33.3333, "110114": 6.6667}
    assert report.notes[0].en == "Left out, no part of Beijing: Shanghai."


def test_a_rate_is_no_part_of_anything(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "Literacy,海淀区,2021,99.1,%\nLiteracy,北京市,2021,98.0,%\n")
    for ask in (cpstats.share, cpstats.contribution):
        with pytest.raises(UsageError, match="“Literacy” is a rate"):
            ask("Literacy", places="haidian", vs="beijing", data=str(path))
