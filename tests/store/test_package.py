"""Where the data lie, and the catalogue around them."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError, UsageError
from cpstats.model.indicator import Indicator
from cpstats.model.place import Place
from cpstats.model.source import Source, Vintage
from cpstats.store.builtin import builtin_folder, data_release
from cpstats.store.package import (
    Package,
    open_catalogue,
    open_package,
)

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value\n"
TABLES = {
    "indicators": "indicator,name_zh,unit,aliases,colour\nsales,销售额,亿元,turnover|销售,red\n",
    "places": "ref_area,name_zh,slug,parent\nC,市,city,\nT,镇,town,C\n",
    "sources": "source,title,published,release\nbook,Book,2024-10,series\n",
    "vintages": "vintage,order,series,released\nnew,2,yes,2024-10\nfirst,,no,\n",
}


def folder(tmp_path: Path, tables: dict[str, str], **observations: str) -> str:
    """Write a package and return its folder."""
    for name, text in (tables | observations).items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    resources = [{"name": n, "path": f"{n}.csv"} for n in (*tables, *observations)]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}))
    return str(tmp_path)


def plain(tmp_path: Path, text: str, name: str = "own.csv") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("table", ["indicators", "places", "sources", "vintages"])
def test_the_built_in_catalogue_has_every_line_of_its_tables_in_file_order(table: str) -> None:
    with (builtin_folder() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = [row[0] for row in csv.reader(file)][1:]
    assert list(getattr(open_catalogue(), table)) == lines


def test_a_line_of_the_built_in_places_is_read_whole() -> None:
    place = open_catalogue().places["110114"]
    assert (place.name_zh, place.slug, place.parent) == ("昌平区", "changping", "110000")


def test_the_order_of_the_built_in_vintages_is_that_of_their_release() -> None:
    vintages = open_catalogue().vintages.values()
    assert [(v.vintage, v.order, v.series) for v in vintages] == [
        ("popcensus7", 6, True),
        ("before-popcensus7", 5, True),
        ("census5", 4, True),
        ("census4", 3, True),
        ("before-census4", 2, True),
        ("first", 1, False),  # each period as first announced: not comparable over time
    ]


def test_the_release_of_the_data_is_that_of_the_descriptor() -> None:
    descriptor = json.loads((builtin_folder() / "datapackage.json").read_text("utf-8"))
    assert data_release() == descriptor["version"]


def test_a_package_of_ones_own_is_read_whole_and_columns_it_alone_has_are_left_alone(
    tmp_path: Path,
) -> None:
    catalogue = open_catalogue([folder(tmp_path, TABLES)], builtin=False)
    sales = Indicator("sales", name_zh="销售额", unit="亿元", aliases=("turnover", "销售"))
    assert catalogue.indicators == {"sales": sales}
    assert catalogue.places == {
        "C": Place("C", name_zh="市", slug="city"),
        "T": Place("T", name_zh="镇", slug="town", parent="C"),
    }
    book = Source("book", title="Book", published="2024-10", release="series")
    assert catalogue.sources == {"book": book}
    assert catalogue.vintages == {
        "new": Vintage("new", order=2, series=True, released="2024-10"),
        "first": Vintage("first"),
    }


def test_a_line_of_ones_own_replaces_that_of_the_built_in_table_and_keeps_its_place(
    tmp_path: Path,
) -> None:
    tables = {"places": "ref_area,name_zh,slug\n110114,我的昌平,changping\nT,镇,town\n"}
    places = open_catalogue([folder(tmp_path, tables)]).places
    assert places["110114"] == Place("110114", name_zh="我的昌平", slug="changping")
    assert list(places) == [*open_catalogue().places, "T"]


@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("places", "ref_area\nT\nT\n", "3:1: “T” stands in two lines. Each ref_area"),
        ("indicators", "unit,indicator\n%,\n", "2:3: a line has no indicator. Each indicator"),
        ("sources", "title\nBook\n", "2:1: a line has no source. Each source"),
    ],
)
def test_a_line_of_a_table_has_a_key_of_its_own(
    tmp_path: Path, table: str, text: str, message: str
) -> None:
    with pytest.raises(DataError) as caught:
        open_package([folder(tmp_path, {table: text})], builtin=False)
    assert str(caught.value) == f"{tmp_path / table}.csv:{message} has one line of its own."


@pytest.mark.parametrize("date", ["2024", "2024-12", "2024-03-31", ""])
def test_a_date_is_a_day_a_month_a_year_or_empty(tmp_path: Path, date: str) -> None:
    tables = {"sources": f"source,published\nbook,{date}\n"}
    sources = open_catalogue([folder(tmp_path, tables)], builtin=False).sources
    assert sources["book"].published == date


@pytest.mark.parametrize(
    "date", ["soon", "24", "2024-13", "2024-1", "2024-03-32", "2024/03", "２０２４"]
)
def test_no_other_date_is_understood(tmp_path: Path, date: str) -> None:
    tables = {"vintages": f"vintage,released\nnew,{date}\n"}
    with pytest.raises(DataError) as caught:
        open_package([folder(tmp_path, tables)], builtin=False)
    assert str(caught.value) == (
        f"{tmp_path / 'vintages.csv'}:2:5: released: “{date}” is not understood. "
        "Write a date such as 2024-03-20, 2024-03 or 2024, or leave it empty."
    )


@pytest.mark.parametrize("order", ["²", "1.5", "-1", "newest"])
def test_the_order_of_a_vintage_is_a_whole_number(tmp_path: Path, order: str) -> None:
    tables = {"vintages": f"vintage,order,series\nnew,{order},yes\n"}
    with pytest.raises(DataError) as caught:
        open_package([folder(tmp_path, tables)], builtin=False)
    assert str(caught.value.what) == f"order: “{order}” is not understood"


@pytest.mark.parametrize(
    "path",
    ["../other.csv", "/etc/hosts", "a/../../b.csv", "https://example.org/a.csv", "a\0.csv"],
)
def test_a_package_reads_nothing_outside_its_folder(tmp_path: Path, path: str) -> None:
    descriptor = {"resources": [{"name": "f", "path": path}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor))
    with pytest.raises(DataError) as caught:
        open_package([str(tmp_path)])
    assert str(caught.value.what) == f"the package names a file outside its folder (“{path}”)"


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(HEADER)
    package = tmp_path / "package"
    package.mkdir()
    (package / "link.csv").symlink_to(tmp_path / "secret.csv")
    (package / "datapackage.json").write_text('{"resources": [{"name": "f", "path": "link.csv"}]}')
    with pytest.raises(DataError) as caught:
        open_package([str(package)])
    assert str(caught.value) == (
        f"{package / 'datapackage.json'}: the package names a file outside its folder (“link.csv”). "
        "Copy the file into the package and name it by its relative path."
    )


def test_accepted_findings_are_not_read_by_a_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("rule,indicator,ref_area,time_period,reason\n")
    package = tmp_path / "package"
    package.mkdir()
    (package / "accepted.csv").symlink_to(tmp_path / "secret.csv")
    (package / "own.csv").write_text(HEADER)
    (package / "datapackage.json").write_text('{"resources": [{"name": "f", "path": "own.csv"}]}')
    with pytest.raises(DataError, match=r"names a file outside its folder \(“accepted.csv”\)"):
        open_package([str(package)])


def test_the_descriptor_itself_is_no_link_out_of_the_folder(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "own.csv").write_text(HEADER)
    said = '{"resources": [{"name": "f", "path": "own.csv"}]}'
    (tmp_path / "elsewhere.json").write_text(said)
    (package / "datapackage.json").symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(DataError, match=r"a file outside its folder \(“datapackage.json”\)"):
        open_package([str(package)])
    (package / "inner.json").write_text(said)
    (package / "datapackage.json").unlink()
    (package / "datapackage.json").symlink_to("inner.json")
    assert len(open_package([str(package)]).parts) == 2


def test_a_descriptor_that_is_nested_without_end_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("[" * 1_000_000)
    with pytest.raises(DataError) as caught:
        open_package([str(tmp_path)])
    assert str(caught.value.what) == "this is not JSON (nested too deeply)"


@pytest.mark.parametrize(
    "text", ["[]", "1", "{}", '{"resources": {}}', '{"resources": []}', '{"resources": ["a.csv"]}']
)
def test_a_descriptor_has_a_list_of_resources(tmp_path: Path, text: str) -> None:
    (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(DataError) as caught:
        open_package([str(tmp_path)])
    assert str(caught.value.what) == "the package has no list of resources"


@pytest.mark.parametrize(
    ("resource", "message"),
    [
        ({}, "datapackage.json: the path of resource “f” names no file (null)."),
        ({"path": None}, "datapackage.json: the path of resource “f” names no file (null)."),
        ({"data": None}, "datapackage.json: the path of resource “f” names no file (null)."),
        (
            {"data": [{"ref_area": "东村", "time_period": "2024", "obs_value": "5"}]},
            "datapackage.json: the figures of resource “f” stand in the descriptor itself.",
        ),
        (
            {"data": [["place", "2024"], ["Elmby", 5.5]]},
            "datapackage.json: the figures of resource “f” stand in the descriptor itself.",
        ),
        ({"path": True}, "datapackage.json: the path of resource “f” names no file (true)."),
        ({"path": ""}, 'datapackage.json: the path of resource “f” names no file ("").'),
        ({"path": []}, "datapackage.json: the path of resource “f” names no file ([])."),
        ({"path": ["a.csv", None]}, 'the path of resource “f” names no file (["a.csv", null]).'),
        ({"path": 5}, "5: there is no such file."),
        ({"path": "gone.csv"}, "gone.csv: there is no such file."),
        ({"path": "gone.xlsx"}, "gone.xlsx: there is no such file."),
        ({"path": "folder"}, "folder: this is a folder."),
        ({"path": "loop.csv"}, "loop.csv: the file cannot be read (Too many levels of symbolic"),
        ({"path": "n" * 300}, "n: the file cannot be read (File name too long)."),
        ({"path": "noise.csv"}, "noise.csv: it is no text, and no workbook"),
        ({"path": "\ud800.csv"}, "is half of a sign."),
    ],
    ids=str,
)
def test_a_resource_that_is_no_file_of_text_is_an_error(
    tmp_path: Path, resource: dict[str, object], message: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    (tmp_path / "noise.csv").write_bytes(bytes(range(1, 256)) * 3)
    described = {"resources": [{"name": "f", **resource}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(described))
    with pytest.raises(DataError) as caught:
        open_package([str(tmp_path)])
    assert message in str(caught.value)


def test_a_resource_may_have_several_files_and_other_files_are_left_alone(tmp_path: Path) -> None:
    descriptor = {
        "resources": [{"name": "f", "path": ["b.csv", "a.csv"]}, {"name": "n", "path": "n.pdf"}]
    }
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor))
    for name in ("a.csv", "b.csv", "n.pdf"):
        (tmp_path / name).write_text(HEADER)
    (part,) = open_package([str(tmp_path)], builtin=False).parts
    assert part.observations == (tmp_path / "b.csv", tmp_path / "a.csv")


def test_a_name_that_no_catalogue_has_is_taken_in_and_announced(tmp_path: Path) -> None:
    text = (
        "indicator,ref_area,time_period,obs_value,unit\nGDP,昌平,2023,1,\n苹果,某村,2023,2,万吨\n"
    )
    package = open_package([plain(tmp_path, text)])
    assert [str(a) for a in package.announced] == ["indicator “苹果”", "place “某村”"]
    assert package.catalogue.indicators["苹果"] == Indicator(
        "苹果", theme="own", name_zh="苹果", name_en="苹果", unit="万吨", compare="ratio"
    )
    assert package.catalogue.places["某村"] == Place(
        "某村", name_zh="某村", name_en="某村", level="own"
    )


def test_a_rate_of_ones_own_is_compared_in_points(tmp_path: Path) -> None:
    text = "indicator,ref_area,time_period,obs_value,unit\n某知晓率,昌平,2023,90,%\n"
    catalogue = open_package([plain(tmp_path, text)]).catalogue
    assert catalogue.indicators["某知晓率"].compare == "points"


def test_a_plain_file_is_a_source_of_its_own(tmp_path: Path) -> None:
    name = plain(tmp_path, f"{HEADER}gdp,110114,2023,1\n")
    sources = open_package([name]).catalogue.sources
    assert sources[name] == Source(name, title=name, release="series", kind="own")


def test_standard_input_is_a_plain_file() -> None:
    package = open_package(["-"], stdin=f"{HEADER}gdp,110114,2023,1\n".encode())
    assert package.parts[-1].name == "standard input"
    assert package.own_places == ("110114",)


def test_nothing_on_standard_input_is_a_fault() -> None:
    with pytest.raises(DataError) as caught:
        open_package(["-"], stdin=b" \n")
    assert str(caught.value) == (
        "standard input: there is nothing in it. "
        "It needs a line with the names of the columns and one line for each figure."
    )


def test_own_places_are_those_of_own_data_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    name = plain(tmp_path, f"{HEADER}gdp,昌平,2023,1\ngdp,北京,2023,2\ngdp,110114,2022,1\n")
    assert open_package([name]).own_places == ("110000", "110114")
    assert open_package().own_places == ()


def test_without_the_built_in_data_there_is_nothing_but_ones_own(tmp_path: Path) -> None:
    assert open_package(builtin=False) == Package(open_catalogue(builtin=False), ())
    catalogue = open_catalogue([plain(tmp_path, f"{HEADER}gdp,X,2023,1\n")], builtin=False)
    assert (list(catalogue.indicators), list(catalogue.places)) == (["gdp"], ["X"])


def test_a_file_may_be_given_the_name_of_its_release(tmp_path: Path) -> None:
    for name, value in (("a.csv", 5), ("b.csv", 6), ("x=b.csv", 7)):
        (tmp_path / name).write_text(
            f"indicator,ref_area,time_period,obs_value\nships,Upper,2021,{value}\n", "utf-8"
        )
    two = open_package([f"first={tmp_path / 'a.csv'}", str(tmp_path / "b.csv")])
    assert two.releases == ("first", "b.csv")
    assert open_package([f"only={tmp_path / 'a.csv'}"]).releases == ("only",)
    whole = open_package([str(tmp_path / "x=b.csv")])
    assert (whole.parts[-1].name, whole.releases) == (str(tmp_path / "x=b.csv"), ())


def test_a_package_names_its_releases_itself(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text("ref_area,name_en\nx1,Elmby\n", "utf-8")
    resources = '[{"name": "places", "path": "places.csv"}]'
    (tmp_path / "datapackage.json").write_text(
        f'{{"name": "p", "resources": {resources}}}', "utf-8"
    )
    with pytest.raises(UsageError, match="is a package, which names its releases itself"):
        open_package([f"early={tmp_path}"])


def test_files_that_are_called_one_release_and_contradict_each_other_are_refused(
    tmp_path: Path,
) -> None:
    for name, value in (("a b.csv", "5"), ("b.csv", "6"), ("c.csv", "5.0")):
        (tmp_path / name).write_text(
            f"indicator,ref_area,time_period,obs_value\nships,Upper,2021,{value}\nships,Lower,2021,3\n",
            "utf-8",
        )
    one, other, same = (f"first={tmp_path / n}" for n in ("a b.csv", "b.csv", "c.csv"))
    said = r"one release, first, and say 5 and 6 of the same: ships, Upper, 2021.*--data first1='"
    with pytest.raises(UsageError, match=said):
        open_package([one, other])
    assert open_package([one, same]).releases == ("first",)
    two = open_package([one, f"second={tmp_path / 'b.csv'}"])
    assert two.releases == ("first", "second")
