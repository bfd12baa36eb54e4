"""Tables that measure one thing in several ways side by side: unit and words choose the column."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.judging.columns_meant import in_its_way, other_ways
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.texts import of_sentence
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive
from cpstats.store.package import Package, open_package

if TYPE_CHECKING:
    from pathlib import Path

# growth at 2015 prices: Ostby 2160 / 2000 = 8.0 %, Vikne 824.0 / 800 = 3.0 %;
# at current prices: 2460 / 2200 = 11.8 %, 930 / 860 = 8.1 %
ACCOUNTS = """Region,Year,GDP at constant prices (millions of chained 2015 dollars),GDP at current market prices (millions of dollars),GDP per head (dollars),"Population, mid-year estimate (thousand)",Public debt (millions of dollars),Public debt (% of GDP)
Ostby,2021,2000.0,2200.0,41200,53.4,980.0,44.5
Ostby,2022,2160.0,2460.0,45900,53.6,1030.0,41.9
Vikne,2021,800.0,860.0,35100,24.5,310.0,36.0
Vikne,2022,824.0,930.0,37800,24.6,350.0,37.6
"""
COUNTRIES = """Country Name,Year,GDP growth (annual %),GDP (current US$),GDP per capita (current US$)
Kenya,2021,7.59,109703658905,2069.7
Kenya,2022,4.85,113419826114,2099.3
Peru,2021,13.36,226354278281,6713.7
Peru,2022,2.81,245953315103,7223.4
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    folder: Path = tmp_path_factory.mktemp("ways")
    made = {}
    for name, table in (("accounts", ACCOUNTS), ("countries", COUNTRIES)):
        path = folder / f"{name}.csv"
        path.write_text(table, encoding="utf-8")
        made[name] = open_package((str(path),))
    return made


def _verdicts(package: Package, text: str) -> list[str]:
    asked = Asked(published=date(2023, 6, 1), place=None, every=True)
    records = check([of_sentence(text)], package, asked).records
    return [f"{text[r['start'] : r['end']]} {r['verdict']}" for r in records]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Real GDP in Ostby grew 8.0 percent in 2022.", ["8.0 percent confirmed"]),
        ("Real GDP in Ostby grew 3.0 percent in 2022.", ["3.0 percent contradicted"]),
        ("GDP in Ostby rose 8.0 percent in 2022.", ["8.0 percent confirmed"]),
        ("GDP in Ostby fell 8.0 percent in 2022.", ["8.0 percent contradicted"]),
        # 11.8 percent is the growth at current prices, which the text may mean
        ("GDP in Ostby rose 11.8 percent in 2022.", ["11.8 percent depends"]),
        ("In nominal terms GDP in Ostby rose 11.8 percent in 2022.", ["11.8 percent confirmed"]),
        ("In nominal terms GDP in Ostby rose 8.0 percent in 2022.", ["8.0 percent contradicted"]),
        ("GDP in Vikne was $930.0 million in 2022.", ["$930.0 million confirmed"]),
        ("GDP in Vikne was $860.0 million in 2022.", ["$860.0 million contradicted"]),
        ("Vikne's GDP came to $0.93 billion in 2022.", ["$0.93 billion confirmed"]),
        (
            "Measured in chained 2015 dollars, Vikne's economy was worth $800.0 million in 2021 and $824.0 million in 2022.",
            ["$800.0 million confirmed", "$824.0 million confirmed"],
        ),
        (
            "In chained 2015 dollars, Vikne's GDP was $800.0 million in 2022.",
            ["$800.0 million contradicted"],
        ),
        # the prices of another year: nothing here refutes it
        (
            "In chained 2010 dollars, Vikne's GDP was $741.0 million in 2022.",
            ["$741.0 million unverifiable"],
        ),
        ("GDP per head in Ostby was $45,900 in 2022.", ["$45,900 confirmed"]),
        ("GDP per head in Ostby was $41,200 in 2022.", ["$41,200 contradicted"]),
        (
            "Ostby's GDP was $2,460 million in 2022 and that of Vikne $930 million.",
            ["$2,460 million confirmed", "$930 million confirmed"],
        ),
        ("Public debt in Vikne reached 37.6 percent of GDP in 2022.", ["37.6 percent confirmed"]),
        (
            "Public debt in Vikne reached 36.0 percent of GDP in 2022.",
            ["36.0 percent contradicted"],
        ),
        ("Public debt in Ostby was $1,030 million in 2022.", ["$1,030 million confirmed"]),
    ],
)
def test_unit_and_words_choose_among_the_columns(
    packages: dict[str, Package], text: str, found: list[str]
) -> None:
    assert _verdicts(packages["accounts"], text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru's economy grew by 2.8 percent in 2022.", ["2.8 percent confirmed"]),
        ("Peru's economy grew by 13.4 percent in 2022.", ["13.4 percent contradicted"]),
        ("Peru's economy shrank by 2.8 percent in 2022.", ["2.8 percent contradicted"]),
        ("Kenya's GDP reached US$113.4 billion in 2022.", ["US$113.4 billion confirmed"]),
        ("Kenya's GDP reached US$109.7 billion in 2022.", ["US$109.7 billion contradicted"]),
        ("GDP per capita in Kenya was US$2,099 in 2022.", ["US$2,099 confirmed"]),
        ("GDP per capita in Kenya was US$2,070 in 2022.", ["US$2,070 contradicted"]),
    ],
)
def test_growth_beside_amounts_of_the_same(
    packages: dict[str, Package], text: str, found: list[str]
) -> None:
    assert _verdicts(packages["countries"], text) == found


def test_what_fits_is_kept_and_the_others_are_named(packages: dict[str, Package]) -> None:
    package = packages["accounts"]
    known = lexicon(package.catalogue).families
    archive = Archive.of(
        package, Question(indicators=package.own_indicators, places=package.own_places)
    )
    claim = Claim(
        0, 3, "8.0 percent", "GDP rose", 1, 1,
        place="Ostby", indicator="gdp", period="2022", measure="growth", unit="percent",
    )  # fmt: skip
    real, nominal = package.own_indicators[:2]
    made = in_its_way(claim, known, package.catalogue, archive)
    assert (made.indicator, made.price_basis) == (real, "constant")
    others = other_ways(made, known, package.catalogue, archive)
    assert [(one.indicator, one.price_basis) for one in others] == [(nominal, "current")]
    level = claim._replace(measure="level", unit="million dollars")
    assert in_its_way(level, known, package.catalogue, archive).indicator == nominal
    abroad = claim._replace(place="NO")
    assert in_its_way(abroad, known, package.catalogue, archive) == abroad


def test_a_text_without_a_place_is_about_the_only_one(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(
        "Country,Month,Consumer price index (2015=100)\nUnited States,2022-05,138.4\nUnited States,2023-05,143.9\n",
        encoding="utf-8",
    )
    package = open_package((str(path),))
    # 143.9 / 138.4 = 1.0397
    said = _verdicts(
        package, "The consumer price index stood at 143.9 in May 2023, up from 138.4 in May 2022."
    )
    assert said == ["143.9 confirmed", "138.4 confirmed"]
    assert _verdicts(
        package, "Over the 12 months to May 2023 the consumer price index rose 4.0 percent."
    ) == ["4.0 percent confirmed"]
    assert _verdicts(package, "The consumer price index stood at 138.4 in May 2023.") == [
        "138.4 contradicted"
    ]
    # another country is named: whose the number is, nobody says
    assert _verdicts(
        package, "Prices are high in Norway. The consumer price index stood at 138.4 in May 2023."
    ) == ["138.4 unverifiable"]


def _of(tmp_path: Path, table: str, text: str) -> list[str]:
    path = tmp_path / "own.csv"
    path.write_text(table, encoding="utf-8")
    return _verdicts(open_package((str(path),)), text)


STATES = """Province,Year,"Gross provincial product, chain volume measures ($ million)","Gross provincial product, current prices ($ million)","Gross provincial product per capita, chain volume measures ($)",Employment (thousands),Employment rate (%),Exports of goods ($ million),Exports of goods (% of GDP)
Lothria,2021,50000,48000,41300,612.0,58.1,9100,19.0
Lothria,2022,51500,52800,42100,630.4,59.3,10300,19.5
Marn,2021,20000,19100,38800,288.5,55.0,2480,13.0
Marn,2022,19800,20100,38100,290.2,54.6,2390,11.9
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # 51,500 / 50,000 = 3.0 %, 19,800 / 20,000 = -1.0 %; at current prices 10.0 and 5.2 %
        ("GPP in Lothria rose 3.0 percent in volume terms in 2022.", ["3.0 percent confirmed"]),
        ("Marn's economy shrank by 1.0 percent in 2022.", ["1.0 percent confirmed"]),
        ("Marn's economy grew by 1.0 percent in 2022.", ["1.0 percent contradicted"]),
        (
            "In nominal terms the gross provincial product of Lothria rose by 10.0 percent in 2022 and that of Marn by 5.2 percent.",
            ["10.0 percent confirmed", "5.2 percent depends"],
        ),
        ("GPP per capita in Marn was $38,100 in 2022.", ["$38,100 confirmed"]),
        ("GPP per capita in Marn was $38,800 in 2022.", ["$38,800 contradicted"]),
        ("Lothrian employment grew 3.0 percent in 2022.", ["3.0 percent confirmed"]),
        ("The employment rate in Lothria was 59.3 percent in 2022.", ["59.3 percent confirmed"]),
        ("The employment rate in Lothria was 58.1 percent in 2022.", ["58.1 percent contradicted"]),
        (
            "Exports of goods from Marn were worth $2,390 million in 2022.",
            ["$2,390 million confirmed"],
        ),
        (
            "Exports of goods from Marn were worth $2,480 million in 2022.",
            ["$2,480 million contradicted"],
        ),
    ],
)
def test_initials_rates_and_prices_of_a_table_of_provinces(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert _of(tmp_path, STATES, text) == found


SALES = """Country,Month,Retail sales index at current prices (2017=100),Retail sales index at constant prices (2017=100),Retail sales (NOK million)
Norway,2022-05,120.0,110.0,50000
Norway,2023-05,126.0,107.8,51500
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # 126.0 / 120.0 = 5.0 %, 107.8 / 110.0 = -2.0 %, 51,500 / 50,000 = 3.0 %: each may be meant
        (
            "At current prices retail sales rose 5.0 percent year on year in May 2023.",
            ["5.0 percent confirmed"],
        ),
        (
            "At current prices retail sales rose 3.0 percent year on year in May 2023.",
            ["3.0 percent depends"],
        ),
        (
            "At constant prices retail sales fell 2.0 percent year on year in May 2023.",
            ["2.0 percent confirmed"],
        ),
        (
            "At constant prices retail sales rose 2.0 percent year on year in May 2023.",
            ["2.0 percent contradicted"],
        ),
        ("Retail sales came to NOK 51,500 million in May 2023.", ["NOK 51,500 million confirmed"]),
        (
            "Retail sales came to NOK 50,000 million in May 2023.",
            ["NOK 50,000 million contradicted"],
        ),
    ],
)
def test_an_index_of_a_thing_is_a_way_to_measure_it(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert _of(tmp_path, SALES, text) == found


def test_national_product_is_not_that_of_the_place(tmp_path: Path) -> None:
    table = "Country,Year,GDP at constant (2015) prices (EUR million),GNP at constant (2015) prices (EUR million)\nIreland,2015,200000,150000\nIreland,2016,210000,165000\n"
    text = "Gross National Product (GNP) increased by 10.0 percent in constant prices in 2016, GDP increased by 5.0 percent."
    assert _of(tmp_path, table, text) == ["10.0 percent confirmed", "5.0 percent confirmed"]
    wrong = "GDP increased by 10.0 percent in constant prices in 2016."
    assert _of(tmp_path, table, wrong) == ["10.0 percent contradicted"]


def test_growth_of_a_column_of_growth_is_nothing_that_a_text_says(tmp_path: Path) -> None:
    years = "Egypt,2011,1.8,10.1\nEgypt,2012,2.2,7.1\nEgypt,2013,2.1,9.5\nEgypt,2014,2.9,10.1\n"
    table = f"Country,Year,Real GDP growth (%),Consumer price inflation (%)\n{years}"
    text = "Inflation in Egypt grew by 5.0 percent from 2012 to 2014."
    assert _of(tmp_path, table, text) == ["5.0 percent unverifiable"]
