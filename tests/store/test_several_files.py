"""Several files as one `--data`, and large ones of which a question reads what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.cli.given import Call, Options
from cpstats.cli.question import Question
from cpstats.errors import DataError, UsageError
from cpstats.keeping.importing import import_files
from cpstats.store import loading, narrowed, scanned
from cpstats.store import package as package_module
from cpstats.store.needs import WHOLE, Needs
from cpstats.store.package import open_package
from cpstats.store.recognising import stream
from cpstats.store.releases import told

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value,unit\n"


def rows_of(name: str, needs: Needs = WHOLE) -> list[tuple[list[str], str]]:
    """Return the rows of own data, each with where its value stands."""
    (part,) = open_package([name], builtin=False, needs=needs).parts
    return [
        (row, str(sheet.where(number, "obs_value")))
        for sheet in part.sheets
        for number, row in enumerate(sheet.rows)
    ]


def test_a_pattern_and_a_folder_of_parts_are_one_release(tmp_path: Path) -> None:
    for year, value in ((2020, "1.5"), (2021, "2.5")):
        (tmp_path / f"f{year}.csv").write_text(f"{HEADER}sales,Ulm,{year},{value},t\n")
        (tmp_path / "parts" / f"time_period={year}").mkdir(parents=True)
        inside = tmp_path / "parts" / f"time_period={year}" / "data_0.csv"
        inside.write_text(f"indicator,ref_area,obs_value,unit\nsales,Ulm,{value},t\n")
    found = rows_of(str(tmp_path / "f*.csv"))
    assert [row[2:4] for row, _ in found] == [["2020", "1.5"], ["2021", "2.5"]]
    assert found[1][1] == f"{tmp_path}/f2021.csv:2:4"
    found = rows_of(str(tmp_path / "parts"))
    assert [(row[2], row[4]) for row, _ in found] == [("1.5", "2020"), ("2.5", "2021")]


def test_a_pattern_that_has_an_equals_sign_names_no_release(tmp_path: Path) -> None:
    assert told(f"{tmp_path}/year=*/a.csv") == ("", f"{tmp_path}/year=*/a.csv")
    assert told("first=f*.csv") == ("first", "f*.csv")


def test_a_pattern_without_a_match_and_files_of_two_forms_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file matches"):
        open_package([str(tmp_path / "x*.csv")])
    (tmp_path / "f1.csv").write_text(HEADER + "sales,Ulm,2020,1.5,t\n")
    (tmp_path / "f2.csv").write_text(HEADER.replace("unit", "measure") + "sales,Ulm,2021,1,level\n")
    with pytest.raises(
        DataError, match=r"its columns are not those of .*f1\.csv \(measure, unit\)"
    ):
        open_package([str(tmp_path / "f*.csv")])


@pytest.mark.parametrize("installed", [True, False])
def test_of_a_large_file_the_rows_are_read_that_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    if not installed:
        monkeypatch.setattr(scanned, "find_spec", lambda _: None)
    lines = [
        f"{indicator},{place},{year},{number}.5,t\n"
        for number, indicator in enumerate(("sales", "stocks", "orders"))
        for place in ("Ulm", "Hof", "Suhl")
        for year in range(2000, 2006)
    ]
    file = tmp_path / "large.csv"
    file.write_text(HEADER + "".join(lines))
    found = rows_of(str(file), Needs(("stocks",), ("Suhl",)))
    asked = [(row[2], at) for row, at in found if row[:2] == ["stocks", "Suhl"]]
    # 18 rows of sales, 12 of stocks in Ulm and Hof and the header stand before
    assert asked == [(str(2000 + n), f"{file}:{32 + n}:4") for n in range(6)]
    # the others are the first row of each name and period, and the first lines
    assert len(found) < 15 + 6
    assert len(rows_of(str(file), Needs(("stocks",)))) < 25 + 6
    assert {row[0] for row, _ in found} == {"sales", "stocks", "orders"}


def _lines(indicators: tuple[str, ...], places: tuple[str, ...], years: range) -> str:
    return HEADER + "".join(
        f"{indicator},{place},{year},{number}.5,t\n"
        for number, indicator in enumerate(indicators)
        for place in places
        for year in years
    )


@pytest.mark.parametrize("installed", [True, False])
def test_of_large_files_of_one_pattern_only_what_is_asked_for_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    if not installed:
        monkeypatch.setattr(scanned, "find_spec", lambda _: None)
    for year in (2000, 2010):
        text = _lines(("sales", "stocks"), ("Ulm", "Hof", "Suhl"), range(year, year + 10))
        (tmp_path / f"f{year}.csv").write_text(text)
    found = rows_of(str(tmp_path / "f*.csv"), Needs(("stocks",), ("Hof",)))
    asked = [(row[2], at) for row, at in found if row[:2] == ["stocks", "Hof"]]
    # in each file the header, 30 rows of sales and 10 of stocks in Ulm stand before
    at = [(2000 + n, tmp_path / f"f{2000 + n // 10 * 10}.csv", 42 + n % 10) for n in range(20)]
    assert asked == [(str(year), f"{file}:{line}:4") for year, file, line in at]
    # of each file two first lines and the first of each name and of ten years
    assert len(found) < 20 + 2 * (6 + 10)


@pytest.mark.parametrize("installed", [True, False])
def test_of_a_folder_of_parts_only_the_folders_are_read_that_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    if not installed:
        monkeypatch.setattr(scanned, "find_spec", lambda _: None)
    for place in ("Ulm", "Bad%20Tölz"):
        folder = tmp_path / f"ref_area={place}"
        folder.mkdir()
        years = range(1980, 2020)
        lines = [f"{i},{year},{year}.5,t\n" for i in ("sales", "stocks") for year in years]
        text = "indicator,time_period,obs_value,unit\n" + "".join(lines)
        (folder / "part.csv").write_text(text)
    whole = rows_of(str(tmp_path))
    found = rows_of(str(tmp_path), Needs(("stocks",), ("Bad Tölz",)))
    asked = [row for row in whole if row[0][0] == "stocks" and "Bad Tölz" in row[0]]
    assert len(asked) == 40
    assert [row for row in found if row[0][0] == "stocks" and "Bad Tölz" in row[0]] == asked
    assert len(found) <= 40 + 2 * (4 + 40)  # of each folder the first row of forty years


@pytest.mark.parametrize("parquet", [False, True])
def test_of_the_large_table_of_a_package_only_what_is_asked_for_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, parquet: bool
) -> None:
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    file, folder = tmp_path / "all.csv", tmp_path / "made"
    file.write_text(_lines(("sales", "stocks"), ("Ulm", "Hof", "Suhl"), range(1980, 2020)))
    import_files([str(file)], open_package(), folder=folder, parquet=parquet)
    package = open_package([str(folder)])
    narrow = open_package([str(folder)], needs=Needs(("stocks",), ("Hof",)))
    (part,) = (part for part in narrow.parts if part.own)
    (text,) = (text for _, text in part.texts)
    assert text.count(b"\n") <= 1 + 40 + 4  # the names of the columns, and the first of each name
    for asked in (package, narrow):
        found = loading.read(
            asked, indicators={"stocks"}, places=asked.catalogue.find_places("Hof")
        )
        rows = list(zip(found["time_period"], found["obs_value"], strict=True))
        assert rows == [(str(year), "1.5") for year in range(1980, 2020)]
    assert narrow.own_places == package.own_places


def test_a_fault_in_what_is_read_of_a_package_is_told_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    file, folder = tmp_path / "all.csv", tmp_path / "made"
    file.write_text(_lines(("sales", "stocks"), ("Ulm", "Hof"), range(1980, 2020)))
    import_files([str(file)], open_package(), folder=folder)
    kept = folder / "observations.csv"
    text = kept.read_text().splitlines()
    (number,) = (
        n for n, line in enumerate(text) if "stocks" in line and "2003" in line and "Hof" in line
    )
    text[number] = text[number].replace("1.5", "1.5x")
    kept.write_text("\n".join(text) + "\n")
    narrow = open_package([str(folder)], needs=Needs(("stocks",), ("Hof",)))
    with pytest.raises(DataError, match=rf"observations\.csv:{number + 1}:\d+: .*1\.5x"):
        loading.read(narrow, indicators={"stocks"})


def test_what_means_are_weighted_by_is_read_too() -> None:
    options = Options(data=["t.csv"])
    asked = Question.named("growth").needs({"indicators": ["sales"], "weight": "people"}, options)
    assert asked.indicators == ("sales", "people")
    assert (
        Question.named("growth").needs({"indicators": ["all"], "weight": "people"}, options)
        == WHOLE
    )


def test_of_parquet_rows_of_other_indicators_are_looked_for_only_where_they_name_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    text = _lines(("sales", "stocks", "orders"), ("Ulm", "Hof"), range(1980, 2020))
    (tmp_path / "t.csv").write_text(text + "orders,Suhl,1980,1.5,t\n")
    file = tmp_path / "t.parquet"
    with duckdb.connect() as base:
        base.execute(f"COPY (FROM '{tmp_path / 't.csv'}') TO '{file}' (FORMAT parquet)")
    found = [row[:3] for row, _ in rows_of(str(file), Needs(("stocks",)))]
    assert sum(row[0] == "stocks" for row in found) == 80
    # the first two lines, and the first of the place that only orders have
    others = [row for row in found if row[0] != "stocks"]
    assert others == [
        ["sales", "Ulm", "1980"],
        ["sales", "Ulm", "1981"],
        ["orders", "Suhl", "1980"],
    ]
    with pytest.raises(UsageError, match=r"stokcs.*stocks"):  # every name is known
        rows_of(str(file), Needs(("stokcs",)))


@pytest.mark.parametrize("said", [{}, {"method": "cumulative"}, {"every": 2}])
def test_what_needs_the_years_between_two_ends_names_no_ends(said: dict[str, object]) -> None:
    options = Options(data=["t.csv"], every=2 if "every" in said else None)
    own = {"indicators": ["stocks"], "start": "2000", "end": "2005"} | said
    needs = Question.named("growth").needs(own, options)
    assert (needs.years, bool(needs.ends)) == (range(1999, 2007), not said)


@pytest.mark.parametrize("places", [20, 80])
def test_rows_that_only_name_a_place_are_recognised_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: int
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    file = tmp_path / "t.csv"
    names = tuple(f"Town {chr(65 + n % 26)}{n // 26}" for n in range(places))
    file.write_text(_lines(("sales", "stocks"), names, range(2000, 2010)))
    recognised = narrowed._recognised
    looked: list[int] = []
    monkeypatch.setattr(
        narrowed,
        "_recognised",
        lambda scan, rows: looked.append(len(rows)) or recognised(scan, rows),
    )
    found = rows_of(str(file), Needs(("stocks",)))
    assert {row[1] for row, _ in found} == {*names}
    # two first lines, then those of each indicator, unit and period too
    assert looked == [2, 11]


@pytest.fixture(params=[True, False])
def narrow(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look through files of any size, by the engine and line by line."""
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    if not request.param:
        monkeypatch.setattr(scanned, "find_spec", lambda _: None)


def _answer(file: Path, needs: Needs, indicator: str, place: str) -> list[tuple[object, ...]]:
    """Return the figures of one place as a question of it gets them."""
    package = open_package([str(file)], needs=needs)
    (ident,) = package.catalogue.find_indicators(indicator)
    found = loading.read(package, indicators={ident}, places=package.catalogue.find_places(place))
    names = ("time_period", "value", "low", "unit", "printed_unit", "price_basis")
    return sorted(zip(*(found[name] for name in names), strict=True))


TABLES = {  # the third lines and later say what the first two leave open
    "years across": "地区,指标,单位,2020年,2021年\n"
    + "".join(
        f"{p},{i},t,{n}.5,{n}.7\n"
        for n, p in enumerate(("Ulm", "Hof", "Suhl", "Jena"))
        for i in ("sales", "stocks", "orders")
    ),
    "indicators across": "region,year,sales,stocks\n"
    + "".join(f"{p},{y},{y - 2000}.25,\n" for p in ("Ulm", "Hof") for y in range(2000, 2009))
    + "Suhl,2009,1.5,7.5\n",
    "a decimal comma": "region;year;indicator;value\n"
    + "".join(f"{p};{y};sales;{y - 1700}\n" for p in ("Ulm", "Jena") for y in range(2000, 2009))
    + "".join(f"Suhl;{y};sales;1.{y - 1700}\n" for y in range(2000, 2009))
    + "Hof;2009;sales;12.345,6\n",
    "a decimal comma in quotation marks": "region,year,indicator,value\n"
    + "".join(
        f'{p},{y},sales,"1,{y - 1700}"\n'
        for p in ("Ulm", "Jena", "Suhl")
        for y in range(2000, 2009)
    )
    + 'Hof,2009,sales,"1.234,6"\n',
}


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("form", TABLES)
def test_a_question_to_a_large_file_has_the_answer_of_the_whole(tmp_path: Path, form: str) -> None:
    file = tmp_path / "t.csv"
    file.write_text(TABLES[form])
    for place in ("Ulm", "Suhl"):
        whole = _answer(file, WHOLE, "sales", place)
        assert whole
        assert _answer(file, Needs(("sales",), (place,)), "sales", place) == whole
    every = sum(len(sheet.rows) for sheet in open_package([str(file)]).parts[-1].sheets)
    read = open_package([str(file)], needs=Needs(("sales",), ("Suhl",))).parts[-1].sheets
    assert sum(len(sheet.rows) for sheet in read) < every


@pytest.mark.usefixtures("narrow")
def test_the_indicator_of_a_column_that_is_empty_at_first_is_known(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(TABLES["indicators across"])
    assert _answer(file, Needs(("stocks",), ("Ulm",)), "stocks", "Suhl")[0][:2] == ("2009", 7.5)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("packed", [False, True])
def test_between_two_ends_no_other_years_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, packed: bool
) -> None:
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    file = data = tmp_path / "t.csv"
    text = _lines(("sales", "stocks"), ("Ulm", "Hof"), range(1980, 2020))
    text = text.replace("stocks,Hof,2003,1.5,t\n", "")
    file.write_text(text.replace("stocks,Hof,2005,1.5", "stocks,Hof,2005,1.6"))
    if packed:
        data = tmp_path / "made"
        import_files([str(file)], open_package(), folder=data)
    options = Options(data=[str(data)], place=["all"], builtin=False)
    question = Question.named("growth")
    asked = {"indicators": ["stocks"], "start": "2000", "end": "2005"}
    needs = question.needs(asked, options)
    assert needs == Needs(("stocks",), (), range(1999, 2007), frozenset({2000, 2005}))
    told = {}
    for narrow in (WHOLE, needs):
        package = open_package([str(data)], builtin=False, needs=narrow)
        report = question.answer(Call(options, package, "en"), **asked)
        told[narrow] = [(f.ref_area, str(f.time_period), f.value) for f in report.figures]
    # 1.6 / 1.5 over five years
    assert [value for *_, value in told[needs]] == [0.0, pytest.approx(1.2991, abs=1e-4)]
    assert told[needs] == told[WHOLE]
    found = loading.read(package, indicators={"stocks"})["time_period"]
    # of a package both places in eight years, without 2003 of Hof; of a plain table the two ends, and first rows
    assert 15 <= len(found) < 20 if packed else 4 <= len(found) < 10


@pytest.mark.usefixtures("narrow")
def test_a_bad_cell_of_a_large_file_is_told_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    lines = _lines(("sales", "stocks"), ("Ulm", "Hof"), range(1980, 2020)).splitlines()
    lines[60] = lines[60].replace("0.5", "many")  # sales of Hof in 1999, in line 61
    file.write_text("\n".join(lines) + "\n")
    told = []
    for needs in (WHOLE, Needs(("sales",), ("Hof",))):
        with pytest.raises(DataError, match="“many”") as fault:
            loading.read(open_package([str(file)], needs=needs))
        told.append(str(fault.value.where).rpartition(":")[0])
    assert told == [f"{file}:61"] * 2


@pytest.mark.usefixtures("narrow")
def test_a_large_file_in_a_form_of_its_own_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    head = "DATAFLOW,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    years = range(2000, 2020)
    lines = [f"X:Y(1.0),A,MIO_EUR,B1X,{p},{y},{y}.5,\n" for p in ("ES", "NO") for y in years]
    file.write_text(head + "".join(lines))
    needs = Needs(("B1X",), ("NO",))
    assert _answer(file, needs, "B1X", "NO") == _answer(file, WHOLE, "B1X", "NO")


def test_what_a_large_file_leaves_open_is_asked_of_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "OF_CODES", 0)
    monkeypatch.setattr(stream, "LARGE", 0)
    monkeypatch.setattr(stream, "SMALL", 0)
    monkeypatch.setattr(stream, "FIGURES", 100)  # a piece
    file = tmp_path / "t.csv"
    lines = [f"Ulm,{year},{year}.5\n" for year in range(1000, 2000)]
    file.write_text("region,year,value\n" + "".join(lines))
    asked = r"does not name its indicator.*--indicator NAME \(the first NAME, Ulm, 1000: 1000.5\)"
    with pytest.raises(DataError, match=asked):
        open_package([str(file)], needs=Needs(("value",), ("Ulm",)))


def test_large_files_of_two_forms_are_refused_before_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    read: list[str] = []
    monkeypatch.setattr("cpstats.store.files.read_bytes", lambda path: read.append(str(path)))
    text = "indicator,region,year,value,unit\n" + "sales,Ulm,2020,1.5,t\n" * 3
    (tmp_path / "f1.csv").write_text(text)
    (tmp_path / "f2.csv").write_text(text.replace("unit", "measure", 1))
    with pytest.raises(DataError, match=r"are not those of .*f1\.csv \(measure, unit\)"):
        open_package([str(tmp_path / "f*.csv")], builtin=False, needs=Needs(("sales",)))
    assert not read


@pytest.mark.parametrize("least", [0, 1 << 60])
def test_what_is_said_of_a_folder_of_parts_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: int
) -> None:
    for year in range(2001, 2007):
        part = tmp_path / f"year={year}" / "a.csv"
        part.parent.mkdir()
        names = ("wool", "flax")[:: 1 - year % 2 * 2]  # in another order in every second part
        lines = (f"{name},{place},{year % 7 + 1}.5\n" for name in names for place in ("Ulm", "Hof"))
        part.write_text("item,place,value\n" + "".join(lines))
    monkeypatch.setattr(narrowed, "LARGE", least)
    package = open_package([str(tmp_path)], needs=Needs(("wool",), ("Ulm",), None))
    said = [str(line).removeprefix(f"{tmp_path}: ") for line in package.recognised]
    assert said[0].endswith("indicator in column 1, place in column 2, time in column 4; 0 notes")
    assert said[1] == "24 figures, 2 places, 2 indicators, 2001 to 2006"
    assert said[2].startswith("no unit is named for flax, wool: ")
    assert said[3:] == ([] if least else ["read of it: wool, Ulm"])


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_large_table_without_a_figure_is_refused_by_its_first_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    duckdb = pytest.importorskip("duckdb")
    file = tmp_path / f"t.{suffix}"
    made = "SELECT 'wool' AS item, 'Place ' || n AS region, 2000 + n % 20 AS year, n % 3 = 0 AS value FROM range(2000) made(n)"
    duckdb.sql(f"COPY ({made}) TO '{file}'")
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(stream, "SMALL", 0)
    monkeypatch.setattr(stream, "LARGE", 0)
    monkeypatch.setattr(stream, "BATCH", 100)
    monkeypatch.setattr(narrowed, "SAMPLE", 50)
    whole: list[str] = []
    monkeypatch.setattr(package_module, "parts_of", lambda name, *_: whole.append(name))
    with pytest.raises(DataError, match="there is no figure in the table"):
        open_package([str(file)], needs=Needs(("wool",), (), None))
    assert whole == []


def test_figures_below_empty_cells_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (f"wool,Ulm,{1000 + n},{'' if n < 900 else n}\n" for n in range(850, 1010))
    (tmp_path / "t.csv").write_text("item,place,year,value\n" + "".join(lines))
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(stream, "LARGE", 0)
    monkeypatch.setattr(stream, "SMALL", 0)
    monkeypatch.setattr(stream, "BATCH", 20)
    monkeypatch.setattr(narrowed, "SAMPLE", 20)
    found = rows_of(str(tmp_path / "t.csv"), Needs(("wool",), ("Ulm",), None))
    assert len(found) == 110
