"""Names that come again below lines of figures, as yearbooks print them by sex; the figures are invented."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.names_below_heads import with_heads_behind


def test_ages_below_each_sex_are_told_apart_by_it() -> None:
    text = (
        "3-9 镇茶农年龄构成（2020年）\n单位：%,,(%)\n年龄,茶农,茶商\n总计  Total,100,100\n16-24,30,40\n25+,70,60\n,,\n"
        "男  Male,100,100\n16-24,35,45\n25+,65,55\n,,\n女  Female,100,100\n16-24,25,35\n25+,75,65\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(place="河北"), trying=False)
    told = {row[0].partition("茶农, ")[2]: row[4] for row in found.rows if "茶农, " in row[0]}
    assert told["16-24, 男"] == "35"
    assert told["25+, 女"] == "75"
    assert told["16-24, 总计"] == "30"
    assert len(told) == 9


def test_places_and_other_orders_are_left_as_they_are() -> None:
    towns = [
        ["Town", "Huts"],
        ["Ost", "9"],
        ["Old", "5"],
        ["New", "4"],
        ["West", "6"],
        ["Old", "4"],
        ["New", "2"],
    ]
    assert with_heads_behind(towns, 1) is None
    jobs = [["Job", "Huts"], *towns[1:5], ["New", "4"], ["Old", "2"]]
    assert with_heads_behind(jobs, 1) is None


def test_parts_before_their_whole_have_no_head() -> None:
    rows = [
        ["Job", "Huts"],
        ["Old", "5"],
        ["New", "4"],
        ["Men", "9"],
        ["Old", "4"],
        ["New", "2"],
        ["Women", "6"],
    ]
    assert with_heads_behind(rows, 1) is None


def test_names_that_occur_again_below_heads_with_dates_over_the_figures() -> None:
    text = (
        "Sector,2013-06-01,2013-09-01,2013-12-01\nSupply (GWh),30,31,32\nWater,20,21,22\nWind,10,10,10\n,,,\n"
        "Use (GWh),25,26,27\nFarms,5,6,7\n   Mills,20,20,20\n,,,\n"
        "Number of meters,300,301,302\nFarms,100,101,102\n   Mills,200,200,200\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(place="Nordland"), trying=False)
    first = {row[0]: row[4] for row in found.rows if row[2] == "2013-Q2"}
    assert first["Farms, Use"] == "5"
    assert first["Farms, Number of meters"] == "100"
    assert first["Mills, Number of meters"] == "200"
