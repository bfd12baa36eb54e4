"""What the tests of claims share: claims of a sentence, shown as one line each."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.extract import extract
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_catalogue, open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue


class Read(Protocol):
    """Reads a text, published in April 2024 about Nanchang unless it is said otherwise."""

    def __call__(
        self, text: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> tuple[Claim, ...]: ...


class Shown(Protocol):
    """Shows chosen fields of the claims of a text."""

    def __call__(
        self, text: str, *fields: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> list[str]: ...


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return open_catalogue()


@pytest.fixture(scope="session")
def read(catalogue: Catalogue) -> Read:
    def reading(
        text: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> tuple[Claim, ...]:
        day = date.fromisoformat(published) if published else None
        return extract(text, catalogue=catalogue, published=day, place=place)

    return reading


@pytest.fixture(scope="session")
def shown(read: Read) -> Shown:
    def showing(
        text: str, *fields: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> list[str]:
        claims = read(text, published, place)
        return [" ".join(str(getattr(claim, name)) for name in fields) for claim in claims]

    return showing


# A package of invented figures: only names, codes and units are those of the world.
OBSERVATIONS = (
    "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,unit,decimals,"
    "bound,obs_status,vintage,source"
)
TABLES = {
    "indicators": """indicator,theme,name_zh,name_en,unit,kind,better,compare,growth_basis,aliases,revised,scope,role
gdp,economy,地区生产总值,Gross domestic product,亿元,flow,high,share,constant,GDP,,,total_output
gdp_primary,economy,第一产业增加值,Primary industry,亿元,flow,high,share,constant,第一产业,,,
gdp_secondary,economy,第二产业增加值,Secondary industry,亿元,flow,high,share,constant,第二产业,,,
gdp_tertiary,economy,第三产业增加值,Tertiary industry,亿元,flow,high,share,constant,第三产业,,,
exports,opening,出口额,Exports,亿元,flow,high,share,current,出口,,comparable,
retail_sales,economy,社会消费品零售总额,Retail sales,亿元,flow,high,share,current,社零,,comparable,
fixed_asset_investment,economy,固定资产投资,Investment,亿元,flow,high,share,scope,固投,,comparable,
fdi_utilised,opening,实际使用外资,Foreign capital,亿美元,flow,high,share,current,实际利用外资,,comparable,
disposable_income,livelihood,居民人均可支配收入,Disposable income,元,flow,high,ratio,current,,rarely,,
unemployment,livelihood,城镇调查失业率,Unemployment,%,rate,low,points,,失业率,,,
resident_population,livelihood,常住人口,Resident population,万人,stock,,share,,,census,,
parks,livelihood,公园,Parks,个,stock,high,none,,,,,
exports_growth_rank,opening,出口增速排名,Rank of export growth,位,rank,low,none,,,,,
""",
    "places": """ref_area,name_zh,name_en,slug,parent,level,aliases
100000,中国,China,china,,nation,
110000,北京市,Beijing,beijing,100000,province,北京
110108,海淀区,Haidian,haidian,110000,county,海淀
110114,昌平区,Changping,changping,110000,county,昌平
""",
    "sources": """source,title,publisher,published,release,url,locator,kind,quality,note
bulletin,Bulletin,Bureau,2025-03-01,document,,,official,high,
bulletin2023,Bulletin of 2023,Bureau,2024-03-01,document,,,official,high,
yearbook,Yearbook,Bureau,2026-03-01,series,,,official,high,
paper,The paper,Paper,2025-06-30,document,,,media,high,
""",
    "vintages": """vintage,order,series,released,name_zh,name_en,note
census,1,yes,2026-03,普查后修订,revised after the census,
first,0,no,,首次公布,as first announced,
""",
    "spans": """span,first,last,name_zh,name_en,aliases
fyp13,2016,2020,“十三五”,13th Five-Year Plan,
fyp14,2021,2025,“十四五”,14th Five-Year Plan,
fyp15,2026,2030,“十五五”,15th Five-Year Plan,
""",
    "parts": """part,whole,division
gdp_primary,gdp,industry
gdp_secondary,gdp,industry
gdp_tertiary,gdp,industry
""",
}
UNITS = {
    "disposable_income": "元",
    "fdi_utilised": "亿美元",
    "parks": "个",
    "resident_population": "万人",
    "unemployment": "%",
}
COLUMNS = ("price_basis", "vs", "decimals", "bound", "status", "vintage", "source", "unit")


class Judge(Protocol):
    """Checks a text against invented figures: `gdp 110114 2024 level 1811.9 vintage=first`.

    Shows each claim as (number, verdict, why).
    """

    def __call__(
        self,
        text: str,
        *figures: str,
        published: str = "2025-04-10",
        place: str | None = "110114",
        lang: str = "en",
        **asked: Any,
    ) -> list[tuple[str, str, str]]: ...


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    def judging(
        text: str,
        *figures: str,
        published: str = "2025-04-10",
        place: str | None = "110114",
        lang: str = "en",
        **asked: Any,
    ) -> list[tuple[str, str, str]]:
        package = open_package([str(invented(tmp_path, *figures))], builtin=False)
        day = date.fromisoformat(published) if published else None
        given = {"every": True, **asked}
        report = check([of_sentence(text)], package, Asked(published=day, place=place, **given))
        reasons = [row[3].text.to(lang) for block in report.blocks[:1] for row in block.rows]
        rows = zip(report.records, reasons, strict=True)
        return [(str(r["surface"]), str(r["verdict"]), why) for r, why in rows]

    return judging


def invented(folder: Path, *figures: str) -> Path:
    """Write a package with the tables above and some figures."""
    lines = [OBSERVATIONS, *map(_line, figures), ""]
    for name, text in (TABLES | {"figures": "\n".join(lines)}).items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    resources = [{"name": name, "path": f"{name}.csv"} for name in (*TABLES, "figures")]
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}))
    return folder


def _line(figure: str) -> str:
    """Return a figure as a row; a rate is in %, first announced in the bulletin if not said."""
    indicator, area, period, measure, value, *more = figure.split()
    given = dict.fromkeys(COLUMNS, "") | {"source": "bulletin", "vintage": "first"}
    given["unit"] = UNITS.get(indicator, "亿元") if measure == "level" else "%"
    if measure.endswith("_gap"):
        given["unit"] = "百分点"
    given |= dict(part.split("=", 1) for part in more)
    basis = given["price_basis"]
    if not basis and measure == "level" and given["unit"].endswith("元"):
        basis = "current"
    cells = [indicator, area, period, measure, basis, given["vs"], value, given["unit"]]
    return ",".join(
        [*cells, *(given[c] for c in ("decimals", "bound", "status", "vintage", "source"))]
    )
