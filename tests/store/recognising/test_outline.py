"""Where header, keys and figures of a sheet lie, and which column tells what."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.end_of_data import end_of_data
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.recognise import recognise
from cpstats.store.sheet import Sheet


def read(text: str, **said: object) -> list[list[str]]:
    rows = tuple(tuple(line.split(",")) for line in text.split())
    return recognise(Sheet("t", rows, tuple(range(1, len(rows) + 1))), Hints(**said)).rows  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("地区,学校数(所) 东乡,2000 西乡,1800", ["学校数", "东乡", "2023", "level", "2000", "所"]),
        (
            "地区,2021年,2022年 东乡,1950,2010 西乡,1100,1111",
            ["茶", "东乡", "2021", "level", "1950", ""],
        ),
        (
            "指标,单位,2022年 店数,家,1950 工人,人,52000",
            ["店数", "甲市", "2022", "level", "1950", "家"],
        ),
        (
            "年份,地区,收入(元) 1996,东乡,1926 1997,东乡,2162",
            ["收入", "东乡", "1996", "level", "1926", "元"],
        ),
    ],
)
def test_a_first_line_of_figures_that_look_like_years_is_no_header(
    text: str, first: list[str]
) -> None:
    said = {"period": "2023"} if "所" in text else {"place": "甲市"} if "家" in text else {}
    said |= {"indicator": "茶"} if "2021年" in text else {}
    assert read(text, **said)[0] == first


@pytest.mark.parametrize(
    "head",
    [
        "地区,产值(亿元),产值(亿元) 地区,2021,2022",
        ",产值(亿元), 县名,2021,2022",
        "产值(亿元),产值(亿元),产值(亿元) 县名,2021,2022",
    ],
)
def test_a_second_line_of_the_header_with_years_is_one(head: str) -> None:
    assert [row[2] for row in read(f"{head} 东乡,1950,2010", place="甲市")] == ["2021", "2022"]


@pytest.mark.parametrize("cell", ["$50", "¥50", "US$50", "50-60", "约50", "50*"])
def test_a_first_line_of_odd_figures_is_refused_where_it_stands(cell: str) -> None:
    with pytest.raises(DataError, match=r"^t:2:2: "):
        read(f"Region,2021,2022 Ostland,{cell},{cell} Westland,1,2", indicator="Tea")


def test_two_columns_of_places_are_refused_and_a_translation_is_not() -> None:
    with pytest.raises(DataError, match=r"^t:2:3: two columns hold places, 1 and 3"):
        read("地区,产值,地区,2022年 东乡,1,西乡,2", period="2021")
    found = read("地区,Region,2021年 东乡,Dong,1 西乡,Xi,2", indicator="茶")
    assert [row[1] for row in found] == ["东乡", "西乡"]


def test_words_of_which_nobody_knows_what_they_tell_apart_are_asked_about() -> None:
    text = "country,year,jobs,wing Ostland,2021,5,East Westland,2021,6,East"  # a remark on two rows
    with pytest.raises(
        DataError, match=r"^t:2:4: column 4 .“wing”. holds words .*--column wing=skip, make it"
    ):
        read(text)
    assert len(read(text, columns={"wing": "skip"})) == 2
    assert read(text, columns={"wing": "name"})[0][0] == "jobs, East"


def test_the_same_word_in_every_row_is_part_of_the_name_before_figures_or_in_many_rows() -> None:
    before = "country,wing,year,jobs Ostland,East,2021,5 Westland,East,2021,6"
    assert [row[:2] for row in read(before)] == [["jobs, East", p] for p in ("Ostland", "Westland")]
    years = " ".join(f"Ostland,{year},{year - 2000},East" for year in range(2015, 2021))
    assert {row[0] for row in read(f"country,year,jobs,wing {years}")} == {"jobs, East"}
    with pytest.raises(DataError, match="wing"):  # a word that one row lacks tells something
        read(f"country,year,jobs,wing {years.removesuffix('East')}")


def test_words_under_a_known_header_are_part_of_the_name_also_where_they_are_all_the_same() -> None:
    text = "country,sex,year,jobs Ostland,Female,2021,5 Westland,Female,2021,6"
    assert [row[:2] for row in read(text)] == [["jobs, Female", p] for p in ("Ostland", "Westland")]


def test_codes_beside_their_names_are_left_out() -> None:
    text = "countrycode,country,year,jobs OST,Ostland,2021,5 OST,Ostland,2022,6 WES,Westland,2021,7"
    assert [row[:2] for row in read(text)] == [["jobs", "Ostland"]] * 2 + [["jobs", "Westland"]]


def test_names_beside_codes_with_a_point_are_the_places() -> None:
    text = "code,name,2022年 110114.0,昌平区,5 110108.0,海淀区,6"
    assert [row[1] for row in read(text, indicator="茶")] == ["昌平区", "海淀区"]


def test_the_year_of_an_era_is_no_place() -> None:
    text = "年次,Year,Houses 平成30,2018,5 令和元,2019,6"
    assert [row[1:3] for row in read(text, place="Ostland")] == [
        ["Ostland", "2018"],
        ["Ostland", "2019"],
    ]


def test_the_key_to_the_flags_ends_the_figures() -> None:
    rows = [
        ["Elm", "5"],
        ["Special value"],
        [":", "not available"],
        ["Available flags:"],
        ["b", "break"],
    ]
    assert end_of_data(rows, 0) == 1


def test_lines_without_a_figure_below_the_header_of_a_long_table_are_no_header() -> None:
    text = "TIME,GEO,CASE,Value\n2012,Norway,alone,:\n2012,Norway,pair,:\n2013,Norway,alone,5.5\n2013,Norway,pair,6.5\n"
    (found,) = foreign("t.csv", text.encode(), Hints())
    assert [(row[2], row[4]) for row in found.rows] == [("2013", "5.5"), ("2013", "6.5")]


def test_rows_of_country_indicator_and_unit_over_columns_describe_series() -> None:
    text = "Country,Peru,Peru,Chile\nIndicator,Catch,Boats,Catch\nUnit,kt,number,kt\n2020,5,41,6\n2021,7,43,8\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(*row[:3], row[4], row[5]) for row in found.rows if row[2] == "2021"} == {
        ("Catch", "Peru", "2021", "7", "kt"),
        ("Boats", "Peru", "2021", "43", "number"),
        ("Catch", "Chile", "2021", "8", "kt"),
    }
