"""Every command answers about packages of other countries, in both languages; home is the package's.

The small package stands alone; `../shared/examples` has two with published figures.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpstats.answers.derivation import names as derivations

if TYPE_CHECKING:
    from tests.cli.conftest import Invoke

SHARED = Path(__file__).parents[3] / "shared" / "examples"
TABLES = {
    "indicators": """\
indicator,theme,name_zh,name_en,unit,kind,better,compare,growth_basis,aliases,search_words,definition,revised
output,economy,总产出,Total output,百万美元,flow,high,share,constant,,,,
farms,economy,农业产出,Output of farms,百万美元,flow,high,share,constant,,,,
works,economy,工业产出,Output of works,百万美元,flow,high,share,constant,,,,
lead,air,铅浓度,Lead in the air,微克/立方米,rate,low,ratio,,,,,never
""",
    "parts": "part,whole,division\nfarms,output,industry\nworks,output,industry\n",
    "places": """\
ref_area,name_zh,name_en,slug,parent,level,aliases
ZZ,乐土,Freeland,freeland,,country,
ZZ-N,北州,North,north,ZZ,state,
ZZ-S,南州,South,south,ZZ,state,
""",
    "sources": """\
source,title,publisher,published,release,url,locator,kind,quality,note
a,Yearbook A,Office,2022-05-01,series,,,official,high,
b,Yearbook B,Office,2023-05-01,series,,,official,high,
""",
    "vintages": "vintage,order,series,released,name_zh,name_en,note\n",
    "spans": "span,first,last,name_zh,name_en,aliases\nterm1,2021,2023,第一届任期,first term,\n",
}
LEVELS = {  # 2020 to 2023
    ("output", "ZZ"): (300, 310, 330, 363),
    ("output", "ZZ-N"): (100, 110, 121, 133.1),
    ("output", "ZZ-S"): (200, 200, 209, 229.9),
    ("farms", "ZZ-N"): (40, 42, 45, 50),
    ("works", "ZZ-N"): (60, 68, 76, 83.1),
}
COMMANDS = (
    "show output",
    "growth output --from 2020 --to 2023 --basis nominal",
    "rank output --among freeland --period 2023",
    "compare output -p north --vs freeland",
    "compare -p north --vs freeland",
    "share output --vs freeland",
    "index output --base 2020 -p north --basis nominal",
    "contribution output -p north --period 2023 --basis nominal",
    "target output -p north --by 2030 --reach 300",
    "narrate output -p north --period 2023",
    "revisions output -p north",
    "derive growth output -p north --basis nominal",
    "plot output -p north",
    "plot output -p all --period 2023",
    "inequality output --among freeland",
    "inequality output --among freeland --period 2023 --plot",
    "info output",
    "info north",
    "list",
    "list places",
    "search output",
    "validate",
)


@pytest.fixture(scope="module")
def freeland(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a package of a country of two states."""
    folder = tmp_path_factory.mktemp("freeland")
    rows = [
        f"{indicator},{area},{year},level,current,{value},百万美元,b"
        for (indicator, area), values in LEVELS.items()
        for year, value in zip(range(2020, 2024), values, strict=True)
    ]
    rows += ["lead,ZZ-N,2020,level,,40,微克/立方米,a", "lead,ZZ-N,2023,level,,30,微克/立方米,b"]
    head = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit,source"
    texts = {**TABLES, "observations": "\n".join([head, *rows, ""])}
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    described = {
        "name": "freeland",
        "home": "ZZ-S",
        "nation": "ZZ",
        "resources": [{"name": name, "path": f"{name}.csv"} for name in texts],
    }
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
    return folder


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_about_another_country(
    command: str, lang: str, freeland: Path, invoke: Invoke
) -> None:
    words = command.split()
    data = [str(freeland)] if words[0] == "validate" else ["--data", str(freeland), "--no-builtin"]
    done = invoke(*words, *data, "--lang", lang, "-F", "plain")
    assert done.status == 0, done.stderr
    assert done.stdout
    assert not re.search("北京|Beijing|昌平|Changping|五年规划|Five-Year", done.stdout)
    own = done.stdout.replace("北州, North", "")  # info tells the names in all languages
    assert not re.search(NOT_SAID[lang], own), own


NOT_SAID = {
    "en": "[\u4e00-\u9fff]",
    "zh": "million|dollar|percent|level|growth|place|economy|share of",
}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_was_printed_is_told_in_the_language(
    lang: str, freeland: Path, invoke: Invoke, tmp_path: Path
) -> None:
    other = shutil.copytree(freeland, tmp_path / "other")
    table = other / "observations.csv"
    text = table.read_text("utf-8")
    old = "output,ZZ-N,2020,level,current,100,百万美元,b"
    table.write_text(text.replace(old, old.replace(",100,", ",1000,")), "utf-8")
    more = ("--lang", lang, "-F", "plain")
    outer = ("--data", freeland, "--no-builtin", *more)
    unit = {"en": "million US dollars", "zh": "百万美元"}[lang]
    said = {
        f"1000 {unit}": invoke("validate", other, *more).stdout,
        f"100 {unit}": invoke("diff", freeland, other, *more).stdout,
        f"133.1 {unit}": invoke(
            *("add", "output", "north", "2023", "150 million USD", "--source", "b"),
            *outer,
        ).stderr,
    }
    for words, found in said.items():
        assert words in found
    hint = invoke("show", "output", "-p", "Nroth", *outer).stderr
    assert {"en": "Nearest: North", "zh": "相近的有：北州"}[lang] in hint


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_money_of_another_country_is_converted_deflated_and_reported_in_one_language(
    lang: str, freeland: Path, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "rates.csv").write_text(
        "place,period,rate,currency,per,source\nZZ,2023,2,USD,EUR,bank\n", "utf-8"
    )
    (tmp_path / "groups.csv").write_text("place,group\nZZ-N,a\nZZ-S,b\n", "utf-8")
    table = "indicator,ref_area,time_period,obs_value,unit"
    prices = [f"prices,ZZ-N,{year},{p},index" for year, p in ((2020, 100), (2023, 110))]
    (tmp_path / "prices.csv").write_text("\n".join([table, *prices, ""]), "utf-8")
    more = ("--data", freeland, "--no-builtin", "--lang", lang)
    money = ("show", "output", "-p", "north", "--period", "2023")
    deflated = ("derive", "deflated", "output", "--of", "prices", "--base", "2020")
    said = {
        # 133.1 / 2, with the digits of a rate of 2, and 133.1 / 1.10
        "67": invoke(*money, "--convert", tmp_path / "rates.csv", *more, "-F", "plain"),
        "121": invoke(
            *(*deflated, "-p", "north", "--period", "2023", "--data", tmp_path / "prices.csv"),
            *(*more, "-F", "plain"),
        ),
        # each state is a group: all of Theil T of 133.1 and 229.9, mean of u ln u = 0.0360, is between
        "0.0360": invoke(
            *("inequality", "output", "--among", "freeland", "--period", "2023"),
            *("--groups", tmp_path / "groups.csv", *more, "-F", "plain"),
        ),
        "133.1": invoke("report", "north", "--vs", "freeland", *more, "-F", "md"),
    }
    for number, done in said.items():
        assert done.status == 0, done.stderr
        assert number in done.stdout
        own = re.sub("“[^”]*”|Yearbook B|prices", "", done.stdout)  # a quotation is the source's
        assert not re.search(NOT_SAID[lang], own), own


def test_a_panel_of_another_country_is_its_figures(freeland: Path, invoke: Invoke) -> None:
    keys = ("--keys", "indicator,ref_area,unit")
    done = invoke("panel", "growth", freeland / "observations.csv", *keys, "-F", "csv")
    assert done.status == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    wanted = {"indicator": "output", "ref_area": "ZZ-N", "time_period": "2021"}
    # 110 / 100 - 1 of the north in 2021
    found = [r["value"] for r in rows if [r[key] for key in wanted] == [*wanted.values()]]
    assert float(found[0]) == pytest.approx(10)


TOLD = {  # 133.1 and 363, and the growth of 10 % from 121 and 330, are those of LEVELS
    "en": "In 2023, North's total output was 133.1 million US dollars.",
    "zh": "2023年，北州总产出133.1百万美元。",
}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_sentence_about_another_country_is_confirmed(
    lang: str, freeland: Path, invoke: Invoke
) -> None:
    more = ("--data", freeland, "--no-builtin", "--lang", lang, "-F", "csv", "-q")
    done = invoke("check", TOLD[lang], "--published", "2024-05-01", *more)
    (found,) = csv.DictReader(io.StringIO(done.stdout))
    assert (done.status, found["verdict"], found["place"]) == (0, "confirmed", "ZZ-N")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_package_of_another_country_is_added_to_and_compared_with_itself(
    lang: str, freeland: Path, invoke: Invoke, tmp_path: Path
) -> None:
    own = shutil.copytree(freeland, tmp_path / "own")
    more = ("--no-builtin", "--lang", lang, "-F", "plain")
    figure = ("output", "north", "2024", "140百万美元", "--source", "b")
    assert invoke("add", *figure, "--data", own, *more).status == 0
    done = invoke("diff", freeland, own, "--no-builtin", "--lang", lang, "-F", "csv", "-q")
    rows = [
        (r["change"], r["time_period"], r["new"]) for r in csv.DictReader(io.StringIO(done.stdout))
    ]
    assert rows == [("new", "2024", "140")]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_table_of_another_country_is_imported_beside_its_package(
    lang: str, freeland: Path, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(
        "State,Total output (million US dollars)\nNorth,140\nSouth,250\n", "utf-8"
    )
    more = ("--data", freeland, "--no-builtin", "--lang", lang)
    done = invoke("import", "t.csv", "--when", "2024", "-o", tmp_path / "p", *more)
    assert done.status == 0, done.stderr
    written = (tmp_path / "p" / "observations.csv").read_text("utf-8")
    rows = list(csv.DictReader(written.splitlines()))
    assert [(r["indicator"], r["ref_area"], r["obs_value"]) for r in rows] == [
        ("output", "ZZ-N", "140"),
        ("output", "ZZ-S", "250"),
    ]
    assert invoke("init", tmp_path / "new", *more).status == 0
    assert invoke("validate", tmp_path / "new", "--lang", lang).status == 0


def test_without_a_place_the_places_of_the_data_are_meant(freeland: Path, invoke: Invoke) -> None:
    done = invoke("show", "output", "--data", str(freeland), "--no-builtin", "-F", "csv")
    assert {line.split(",")[1] for line in done.stdout.splitlines()[1:]} == {"ZZ", "ZZ-N", "ZZ-S"}


def test_a_span_of_the_package_is_a_period_by_its_name(freeland: Path, invoke: Invoke) -> None:
    # (133.1 / 100) ** (1/3) - 1 = 10 % a year over the term 2021-2023
    for name in ("term1", "first term", "第一届任期"):
        done = invoke(
            *("growth", "output", "-p", "north", "--period", name, "--basis", "nominal"),
            *("--data", str(freeland), "--no-builtin", "-F", "json"),
        )
        assert done.status == 0, done.stderr
        values = [r["value"] for r in json.loads(done.stdout)["rows"]]
        assert values[0] == pytest.approx(10)


def test_figures_that_are_never_revised_are_compared_across_sources(
    freeland: Path, invoke: Invoke
) -> None:
    # (30 / 40) ** (1/3) - 1 = -9.1440 % a year, from yearbook A and yearbook B
    done = invoke(
        *("growth", "lead", "-p", "north", "--from", "2020", "--to", "2023", "--basis", "nominal"),
        *("--data", str(freeland), "--no-builtin", "-F", "json"),
    )
    values = [r["value"] for r in json.loads(done.stdout)["rows"]]
    assert values[0] == pytest.approx(-9.1440, abs=1e-4)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the examples are not in this clone")
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("package", "command"),
    [
        (name, command.replace("X", indicator).replace("PLACE", place).replace("NATION", nation))
        for name, indicator, place, nation in (
            ("uk_regions", "regional_gdp", "london", "united-kingdom"),
            ("us_states", "state_gdp", "texas", "united-states"),
        )
        for command in (
            "show X",
            "growth X -p PLACE --from 2016 --to 2020",
            "rank X --among NATION --period 2021",
            "compare X -p PLACE --vs NATION",
            "share X -p PLACE --vs NATION",
            "index X -p PLACE",
            "narrate X -p PLACE --period 2020",
            "derive growth X -p PLACE",
            "revisions X -p PLACE",
            "info X",
            "plot X -p PLACE",
            "report PLACE --vs NATION",
            "list",
            "diff",
            "add",
            "import",
            "init",
            "validate",
        )
    ],
)
def test_every_command_answers_about_published_packages(
    package: str, command: str, lang: str, invoke: Invoke, tmp_path: Path
) -> None:
    words = command.split()
    folder = str(shutil.copytree(SHARED / package, tmp_path / package))
    (tmp_path / "t.csv").write_text("Place,2031\nTexas,5\nLondon,6\n", "utf-8")
    indicator = "regional_gdp" if package == "uk_regions" else "state_gdp"
    unit = "million GBP" if package == "uk_regions" else "million US dollars"
    more = {
        "validate": [folder],
        "diff": [folder, str(SHARED / package), "--no-builtin"],
        "add": [indicator, "texas" if indicator == "state_gdp" else "london", "2031"],
        "import": ["t.csv", "--indicator", indicator, "--unit", unit, "--dry-run"],
        "init": [str(tmp_path / "new")],
    }.get(words[0], [])
    more += ["5%", "--measure", "growth", "--source", "Bulletin"] if words[0] == "add" else []
    data = [] if words[0] in ("validate", "diff") else ["--data", folder, "--no-builtin"]
    form = "md" if words[0] == "report" else "plain"
    done = invoke(*words, *more, *data, "--lang", lang, "-F", form)
    assert done.status in ((0, 1) if words[0] == "validate" else (0,)), done.stderr
    assert done.stdout


DERIVED = {  # what a package of years, without branches and price indices, has of each derivation
    "carry_over X -p PLACE": 4,  # months and quarters, which are told to lack
    "cumulated_periods X -p PLACE": 4,
    "single_growth X -p PLACE --on quarter": 4,
    "single_periods X -p PLACE --on quarter": 4,
    "convergence X --among NATION --from 2017 --to 2021": 0,
    "deflated X --of prices --base 2019 -p PLACE --period 2020 --data prices.csv": 0,
    "real X --of prices -p PLACE --period 2020 --data prices.csv": 0,
    "deflator X -p PLACE --period 2020": 0,
    "doubling X -p PLACE --from 2017 --to 2021": 0,
    "elasticity X --of people -p PLACE --period 2019 --data people.csv": 0,
    "gap X -p PLACE --vs NATION --period 2020": 0,
    "growth X -p PLACE --period 2020": 0,
    "herfindahl X --among NATION --period 2020": 0,
    "location_quotient part --of total -p PLACE --vs NATION --period 2020 --data parts.csv": 0,
    "lorenz X --among NATION --period 2020": 0,
    "mean_rate X --among NATION --period 2020": 0,
    "moving_average X -p PLACE --period 2020 --n 3": 0,
    "per_head X --of people -p PLACE --period 2020 --data people.csv": 0,
    "ratio_change X --of people -p PLACE --from 2019 --to 2020 --data people.csv": 0,
    "shift_share part --of total -p PLACE --vs NATION --period 2020 --data parts.csv": 0,
    "span_contribution part --of total -p PLACE --from 2019 --to 2020 --data parts.csv": 0,
    "sum_of_places X --among NATION --period 2020": 0,
    "within_between part total --of people,heads -p PLACE --period 2020 --data parts.csv": 0,
    "years_average X -p PLACE --period 2020": 0,
}
ASKED = {
    "uk_regions": ("regional_gdp", "london", "united-kingdom", "TLI", "UK", "EUR", "GBP"),
    "us_states": ("state_gdp", "texas", "united-states", "US-TX", "US", "EUR", "USD"),
}


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of own tables of what the packages do not have; the numbers are invented."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _own_tables(folder: Path, *, area: str, nation: str, money: str, other: str) -> None:
    head, years = "indicator,ref_area,time_period,obs_value,unit", (2018, 2019, 2020)
    told = {
        "prices": [("prices", (area,), "index")],
        "people": [("people", (area, nation), "persons")],
        "parts": [
            ("part", (area, nation), "million EUR"),
            ("total", (area, nation), "billion EUR"),
            ("people", (area, nation), "persons"),
            ("heads", (area, nation), "persons"),
        ],
    }
    for name, series in told.items():
        rows = [
            f"{ident},{place},{year},{100 + 10 * n + 4 * (year - 2018)},{unit}"
            for n, (ident, places, unit) in enumerate(series)
            for place in places
            for year in years
        ]
        (folder / f"{name}.csv").write_text("\n".join([head, *rows, ""]), "utf-8")
    rates = f"place,period,rate,currency,per,source\n{nation},2020,2,{money},{other},bank\n"
    (folder / "rates.csv").write_text(rates, "utf-8")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the examples are not in this clone")
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("package", ASKED)
def test_every_derivation_answers_about_published_packages_or_says_what_lacks(
    package: str, lang: str, invoke: Invoke, beside: Path
) -> None:
    indicator, place, nation, area, code, other, money = ASKED[package]
    _own_tables(beside, area=area, nation=code, money=money, other=other)
    assert {command.split()[0] for command in DERIVED} == {*derivations()}
    for command, status in DERIVED.items():
        words = command.replace("X", indicator).replace("PLACE", place).replace("NATION", nation)
        more = ("--data", SHARED / package, "--no-builtin", "--lang", lang, "-F", "plain", "-q")
        done = invoke("derive", *words.split(), *more)
        assert done.status == status, (words, done.stderr)
        lacking = {"en": "figures of whole years only", "zh": "只有年度数据"}[lang]
        assert (lacking in done.stdout) == (status == 4), words
        assert not re.search("北京|Beijing", done.stdout)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the examples are not in this clone")
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("package", ASKED)
def test_money_and_panels_of_published_packages(
    package: str, lang: str, invoke: Invoke, beside: Path
) -> None:
    indicator, place, _, area, code, other, money = ASKED[package]
    _own_tables(beside, area=area, nation=code, money=money, other=other)
    with (SHARED / package / "observations.csv").open(encoding="utf-8", newline="") as file:
        (level,) = [
            float(row["obs_value"])
            for row in csv.DictReader(file)
            if (row["indicator"], row["ref_area"], row["time_period"]) == (indicator, area, "2020")
            and (row["measure"], row["price_basis"]) == ("level", "current")
        ]
    more = ("--data", SHARED / package, "--no-builtin", "--lang", lang, "-q")
    ask = ("show", indicator, "-p", place, "--period", "2020", "--convert", "rates.csv")
    rows = csv.DictReader(io.StringIO(invoke(*ask, *more, "-F", "csv").stdout))
    values = [r["value"] for r in rows if (r["measure"], r["price_basis"]) == ("level", "current")]
    assert [float(v) for v in values] == [pytest.approx(level / 2)]  # 2 of its money for one euro
    only = ("--where", f"indicator={indicator}", "--where", "measure=level", "--sort")
    done = invoke(
        *("panel", "growth", SHARED / package / "observations.csv", "--lang", lang, "-F", "csv"),
        *("--keys", "ref_area,price_basis", *only),
    )
    assert done.status == 0, done.stderr
    assert len(done.stdout.splitlines()) > 700


@pytest.mark.skipif(not SHARED.is_dir(), reason="the examples are not in this clone")
@pytest.mark.parametrize(("package", "lang"), [("uk_regions", "zh"), ("us_states", "en")])
def test_theil_between_and_within_groups_of_published_packages(
    package: str, lang: str, invoke: Invoke, beside: Path
) -> None:
    indicator, _, nation, *_ = ASKED[package]
    more = ("--data", SHARED / package, "--no-builtin", "--lang", lang, "-q")
    places = (SHARED / package / "places.csv").read_text("utf-8").splitlines()[1:]
    groups = [f"{line.split(',')[0]},{'ab'[n % 2]}" for n, line in enumerate(places)]
    (beside / "groups.csv").write_text("\n".join(["place,group", *groups, ""]), "utf-8")
    ask = ("inequality", indicator, "--among", nation, "--period", "2020")
    rows = csv.DictReader(
        io.StringIO(invoke(*ask, "--groups", "groups.csv", *more, "-F", "csv").stdout)
    )
    theil = {r["measure"]: float(r["value"]) for r in rows if r["measure"].startswith("theil_t")}
    assert theil["theil_t_between"] + theil["theil_t_within"] == pytest.approx(theil["theil_t"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_hint_names_what_the_data_have(lang: str, freeland: Path, invoke: Invoke) -> None:
    more = ("--data", freeland, "--no-builtin", "--lang", lang)
    hints = {
        "derive deflated output -p north": "derive deflated output --of INDICATOR --base 2020 -p north",
        "derive gap output -p north --vs north": "derive gap output -p north --vs freeland",
        "derive convergence output": "derive convergence output --among freeland",
        "revisions": "revisions output -p north",
        "target output -p south --by 2030": "target output -p south --times 2",
    }
    for command, hint in hints.items():
        done = invoke(*command.split(), *more)
        assert done.status == 2
        assert f"`cpstats {hint}" in done.stderr


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_rates_that_lead_to_the_money_of_the_data_are_said_to_convert_nothing(
    lang: str, freeland: Path, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "r.csv").write_text(
        "place,period,rate,currency,per,source\nZZ,2023,2,EUR,USD,bank\n", "utf-8"
    )
    more = ("--data", freeland, "--no-builtin", "--lang", lang, "-F", "plain")
    done = invoke("show", "output", "-p", "north", "--convert", tmp_path / "r.csv", *more)
    said = {
        "en": "Nothing was converted: the levels are in US dollars",
        "zh": "未作折算：水平值本为美元",
    }
    assert said[lang] in done.stdout


@pytest.mark.skipif(not SHARED.is_dir(), reason="the examples are not in this clone")
@pytest.mark.parametrize(
    ("package", "text", "lang"),
    [
        # observations.csv: 526524 百万英镑 of London in 2021, 2087490.9 百万美元 of Texas
        ("uk_regions", "2021年，伦敦地区生产总值为526524百万英镑。", "zh"),
        ("us_states", "The GDP of Texas was 2,087,490.9 million US dollars in 2021.", "en"),
        ("us_states", "2021年，得克萨斯州州生产总值为2087490.9百万美元。", "zh"),
    ],
)
def test_a_sentence_is_checked_by_a_published_package(
    package: str, text: str, lang: str, invoke: Invoke
) -> None:
    more = ("--data", SHARED / package, "--no-builtin", "--lang", lang, "-F", "csv", "-q")
    done = invoke("check", text, "--published", "2024-06-01", *more)
    verdicts = [row["verdict"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert (done.status, verdicts) == (0, ["confirmed"])


def test_a_union_of_places_is_said_where_the_figures_stand_on_both_sides(
    tmp_path: Path, invoke: Invoke
) -> None:
    # 2010: 宣武区 was united with 西城区; 2015: 密云县 became 密云区
    table = tmp_path / "t.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    table.write_text(f"{head}gdp,110102,2008,80,亿元\ngdp,110102,2012,90,亿元\n", "utf-8")
    done = invoke("show", "gdp", "--data", table, "--no-builtin", "--lang", "en", "-F", "plain")
    assert "another territory since 2010 (Xuanwu District was united with it)" in done.stdout
    table.write_text(f"{head}gdp,密云县,2008,80,亿元\ngdp,密云区,2016,90,亿元\n", "utf-8")
    done = invoke("show", "gdp", "--data", table, "--no-builtin", "--lang", "zh", "-F", "plain")
    assert "“密云县”（至2014年）即110118 密云区（北京市）" in done.stderr
    assert "地域不同" not in done.stdout


def _xicheng(tmp_path: Path) -> Path:
    """2010: 宣武区 was united with 西城区, by the register; the numbers are invented."""
    table = tmp_path / "x.csv"
    levels = {"gdp": (100, 110, 170, 187), "gdp_tertiary": (80, 90, 140, 150)}
    rows = [
        f"{name},110102,{year},{value},亿元"
        for name, values in levels.items()
        for year, value in zip(range(2008, 2012), values, strict=True)
    ]
    head = "indicator,ref_area,time_period,obs_value,unit"
    table.write_text("\n".join([head, *rows, ""]), "utf-8")
    return table


@pytest.mark.parametrize(
    "words",
    [
        ("growth", "gdp", "--from", "2008", "--to", "2011"),
        ("growth", "gdp", "--from", "2008", "--to", "2011", "--method", "exponential"),
        ("index", "gdp", "--base", "2009", "--period", "2010..2011"),
        ("derive", "growth", "gdp", "--period", "2010"),
        ("contribution", "gdp_tertiary", "--of", "gdp", "--period", "2010"),
        ("target", "gdp", "--times", "2", "--from", "2009", "--by", "2020"),
    ],
)
def test_nothing_is_divided_across_a_union_of_places(
    words: tuple[str, ...], tmp_path: Path, invoke: Invoke
) -> None:
    more = ("--data", _xicheng(tmp_path), "--no-builtin", "-F", "csv")
    done = invoke(*words, *more, "--lang", "en")
    reasons = {row["reason"] for row in csv.DictReader(io.StringIO(done.stdout))}
    assert "series_break" in reasons
    assert reasons <= {"series_break", "too_few"}
    assert "another territory since 2010 (Xuanwu District was united with it)" in done.stderr
    assert "2010年起地域不同（宣武区并入）" in invoke(*words, *more, "--lang", "zh").stderr


def test_what_is_divided_across_a_union_all_the_same_says_so(
    tmp_path: Path, invoke: Invoke
) -> None:
    more = ("--data", _xicheng(tmp_path), "--no-builtin", "-F", "csv", "--allow-mixed")
    done = invoke("derive", "growth", "gdp", *more)
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    # 110 / 100, 170 / 110 and 187 / 170, less 1
    assert [(f["time_period"], f["value"][:5], f["reason"]) for f in found[1:]] == [
        ("2009", "10", ""),
        ("2010", "54.54", "series_break"),
        ("2011", "10", ""),
    ]


def test_a_renaming_is_no_break(tmp_path: Path, invoke: Invoke) -> None:
    table = tmp_path / "t.csv"
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    table.write_text(f"{head}gdp,密云县,2014,100,亿元\ngdp,密云区,2015,108,亿元\n", "utf-8")
    done = invoke("derive", "growth", "gdp", "--data", table, "--no-builtin", "-F", "csv")
    *_, last = csv.DictReader(io.StringIO(done.stdout))
    assert (last["time_period"], last["value"], last["reason"]) == ("2015", "8", "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # 36 and 33 over 40, × 100
        (("index", "pm25", "--base", "2021"), ["100", "90", "82.5"]),
        # ln X = a + b t: b = (ln 33 − ln 40) / 2, (e^b − 1) × 100 = −9.170 (the middle has no weight)
        (
            ("growth", "pm25", "--method", "least-squares", "--from", "2021", "--to", "2023"),
            ["-9.170"],
        ),
    ],
)
def test_what_is_never_revised_is_compared_across_sources_by_every_way(
    words: tuple[str, ...], expected: list[str], tmp_path: Path, invoke: Invoke
) -> None:
    head = "indicator,ref_area,time_period,obs_value,unit\n"
    for number, value in enumerate((40, 36, 33)):
        line = f"pm25,130700,{2021 + number},{value},微克/立方米\n"
        (tmp_path / f"{number}.csv").write_text(head + line, "utf-8")
    data = [word for n in range(3) for word in ("--data", tmp_path / f"{n}.csv")]
    done = invoke(*words, *data, "-F", "csv")
    found = [row["value"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert [value[: len(e)] for value, e in zip(found, expected, strict=True)] == expected


def test_places_without_figures_are_told_from_places_that_there_are_not(invoke: Invoke) -> None:
    for words in (("rank", "gdp", "--among", "张家口"), ("show", "gdp", "-p", "children:张家口")):
        said = invoke(*words, "--lang", "en").stderr
        assert "there are no figures for the places under Zhangjiakou" in said
    said = invoke("rank", "gdp", "--among", "海淀", "--lang", "zh").stderr
    assert "“海淀区”没有下级地区" in said
