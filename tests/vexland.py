"""A package of a country that is none, for tests of what is not China's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package

INDICATORS = """\
indicator,theme,name_zh,name_en,unit,kind,better,compare,growth_basis,aliases,search_words
land_gdp,economy,邦生产总值,Gross product of the land,百万英镑,flow,high,share,constant,GDP|gross domestic product|地区生产总值,
people,livelihood,年中人口,Mid-year population,人,stock,,share,,population,
"""
PLACES = """\
ref_area,name_zh,name_en,slug,parent,level,aliases
VXX,维克斯,Vexland,vexland,,country,
VXN,诺尔郡,Norshire,norshire,VXX,county,
VXS,苏恩郡,Sunshire,sunshire,VXX,county,
"""
FIGURES = """\
indicator,ref_area,time_period,measure,price_basis,obs_value,unit,source
land_gdp,VXX,2021,level,current,4000,百万英镑,office
land_gdp,VXN,2021,level,current,1000,百万英镑,office
land_gdp,VXS,2021,level,current,3000,百万英镑,office
land_gdp,VXX,2021,growth,constant,4.0,%,office
land_gdp,VXN,2021,growth,constant,5.5,%,office
people,VXN,2021,level,,1250300,人,office
"""


def vexland(folder: Path) -> Package:
    """Write the package into a folder, and open it beside the built-in data."""
    (folder / "indicators.csv").write_text(INDICATORS, "utf-8")
    (folder / "places.csv").write_text(PLACES, "utf-8")
    (folder / "observations.csv").write_text(FIGURES, "utf-8")
    (folder / "sources.csv").write_text("source,title\noffice,Yearbook of Vexland\n", "utf-8")
    names = ("indicators", "places", "observations", "sources")
    resources = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in names)
    (folder / "datapackage.json").write_text(f'{{"name":"vex","resources":[{resources}]}}')
    return open_package([str(folder)])
