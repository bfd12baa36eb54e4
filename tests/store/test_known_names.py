"""The built-in catalogue names the indicators of own data, also where its figures are left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "indicator,ref_area,time_period,obs_value,unit\n"


def test_an_indicator_of_the_catalogue_is_known_by_its_names_without_the_data(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"{HEAD}国内生产总值,康保县,2023,55,亿元\n第三产业,康保县,2023,20,亿元\n苹果,康保县,2023,2,万吨\n",
        "utf-8",
    )
    package = open_package([str(path)], builtin=False)
    catalogue = package.catalogue
    assert list(catalogue.indicators) == ["gdp", "gdp_tertiary", "苹果"]
    assert catalogue.indicators["gdp"] == open_package().catalogue.indicators["gdp"]
    assert catalogue.is_part("gdp_tertiary", "gdp")
    assert [str(a) for a in package.announced] == ["indicator “苹果”"]
    assert not any(not part.own for part in package.parts)


def test_what_a_package_calls_its_own_indicators_comes_first(tmp_path: Path) -> None:
    tables = {
        "indicators": "indicator,theme,name_zh,name_en,unit,aliases\noutput,economy,产出,Output,百万美元,GDP\n",
        "places": "ref_area,name_zh,name_en,slug,parent,level,aliases\nZZ,乐土,Freeland,,,country,\n",
        "sources": "source,title,publisher,published,release\na,A,Office,2023,series\n",
        "observations": "indicator,ref_area,time_period,measure,obs_value,unit,source\noutput,ZZ,2023,level,5,百万美元,a\n",
    }
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}))
    catalogue = open_package([str(tmp_path)], builtin=False).catalogue
    assert catalogue.find_indicator("GDP") == "output"
    assert list(catalogue.indicators) == ["output"]


def test_a_long_name_is_told_without_its_middle(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{HEAD}{'产' * 600},康保县,2023,2,万吨\n", "utf-8")
    package = open_package([str(path)], builtin=False)
    assert [str(a) for a in package.announced] == [f"indicator “{'产' * 40}…{'产' * 40}”"]
