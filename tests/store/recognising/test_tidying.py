"""What says twice, or beside, what other cells say: flags between figures, counted columns, sections."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_doubts import read, words

from cpstats.errors import DataError
from cpstats.store.recognising.tidying import tidied


def keys(text: str, **said: str) -> list[tuple[str, ...]]:
    return [(r[0], r[1], r[2], r[4], r[5]) for r in read(text, **said).rows]


def test_flags_in_columns_between_the_figures_are_of_the_figures_they_stand_beside() -> None:
    text = "Subject,Subject,Tea,Tea,Tea,Tea\nPeriod,Period,2021,2021,2022,2022\nCountry,Unit,,,,\n"
    found = read(text + "Norway,t,(P),5.5,,6.5\nSweden,t,,7.5,(E),8.5\n")
    assert [(r[0], r[1], r[2], r[4], r[5], r[6]) for r in found.rows] == [
        ("Tea", "Norway", "2021", "5.5", "t", "provisional"),
        ("Tea", "Norway", "2022", "6.5", "t", ""),
        ("Tea", "Sweden", "2021", "7.5", "t", ""),
        ("Tea", "Sweden", "2022", "8.5", "t", "provisional"),
    ]
    assert "columns of flags beside the figures are read with them" in words(found)


@pytest.mark.parametrize("head", ["Flags and Footnotes", "Flag", "2021 status"])
def test_columns_called_flags_are_each_of_the_figures_before_it(head: str) -> None:
    second = head.replace("2021", "2022")
    text = f"GEO/TIME,2021,{head},2022,{second}\nNorway,5.5,p,6.5,\nSweden,7.5,,8.5,Revised\n"
    found = read(text, indicator="Tea", unit="t")
    assert [(r[1], r[2], r[4], r[6]) for r in found.rows] == [
        ("Norway", "2021", "5.5", "provisional"),
        ("Norway", "2022", "6.5", ""),
        ("Sweden", "2021", "7.5", ""),
        ("Sweden", "2022", "8.5", "revised"),
    ]
    found = read("GEO,TIME,Value,Flag\nNorway,2021,5.5,p\n", indicator="Tea", unit="t")
    assert found.rows[0][6] == "provisional"


def test_a_column_of_flags_without_a_header_is_of_the_figures_before_it() -> None:
    found = read("Country,2021,,2022,\nNorway,5,p,6,\nSweden,7,,8,b\n", indicator="Tea")
    assert [(r[1], r[2], r[4], r[6]) for r in found.rows] == [
        ("Norway", "2021", "5", "provisional"),
        ("Norway", "2022", "6", ""),
        ("Sweden", "2021", "7", ""),
        ("Sweden", "2022", "8", ""),
    ]
    assert "the flag b (a break in the series) is read without a status" in words(found)


def test_rows_that_number_the_columns_and_blank_rows_are_no_header() -> None:
    text = "Item,2021,2022\n1,2,3\n,,\nTea,5,6\nRice,7,8\n"
    assert keys(text, place="Ost")[0] == ("Tea", "Ost", "2021", "5", "")
    assert len(keys(text, place="Ost")) == 4


def test_names_of_codes_are_taken_where_all_cells_have_both() -> None:
    text = "REF_AREA:Reference area,INDICATOR:Series,2021,2022\nNO:Norway,T:Tea,5,6\nSE:Sweden,T:Tea,7,8\n"
    assert keys(text)[0] == ("Tea", "Norway", "2021", "5", "")


def test_the_line_over_a_group_tells_names_apart_that_occur_twice() -> None:
    text = "Item,2021,2022\nMen:,,\nYoung,1,2\nOld,3,4\nWomen:,,\nYoung,5,6\nOld,7,8\n"
    assert [k[0] for k in keys(text, place="Ost")][::2] == [
        "Young, Men",
        "Old, Men",
        "Young, Women",
        "Old, Women",
    ]


def test_names_indented_over_two_columns_are_one_column() -> None:
    text = "Item,,2021,2022\nGoods,,5,6\n,Tea,3,4\n,Rice,2,2\n"
    assert [k[0] for k in keys(text, place="Ost")][::2] == ["Goods", "Tea", "Rice"]


def test_rows_of_units_in_brackets_and_of_codes_are_no_part_of_the_names() -> None:
    text = ",Tea,Rice,Oats\n,($/kg),($/t),($/t)\n,TEA_A,RICE_B,OATS_C\n2021,5,6,7\n2022,6,7,8\n"
    assert keys(text, place="Ost")[:2] == [
        ("Tea", "Ost", "2021", "5", "$/kg"),
        ("Rice", "Ost", "2021", "6", "$/t"),
    ]


def test_a_word_for_times_over_names_is_that_of_the_periods_beside_it() -> None:
    text = "Quarters,2021-03-31,2021-06-30,2021-09-30\nTea,5,6,7\nRice,7,8,9\n"
    assert keys(text, place="Ost")[:2] == [
        ("Tea", "Ost", "2021-Q1", "5", ""),
        ("Tea", "Ost", "2021-Q2", "6", ""),
    ]


def test_words_that_the_indicators_settle_are_left_out() -> None:
    text = "Measure,Region,Year,Value,Remark\nTea,Norway,2021,5,grown\nRice,Norway,2021,6,bought\nOats,Norway,2021,7,bought\n"
    assert [k[0] for k in keys(text)] == ["Tea", "Rice", "Oats"]


@pytest.mark.parametrize(
    "text",
    [
        "Year,Week,Deaths\n" + "".join(f"2021,{w},{w * 3}\n" for w in range(1, 20)),
        "Day,2021,2022\n" + "".join(f"{d} januari,{d * 2},{d * 3}\n" for d in range(1, 20)),
        "Date,Deaths\n" + "".join(f"{d:02d}/01/2021,{d * 2}\n" for d in range(3, 28)),
    ],
    ids=["weeks", "days of a year", "days"],
)
def test_figures_by_the_week_or_the_day_are_refused_as_such(text: str) -> None:
    with pytest.raises(DataError, match=r"by the (?:week|day).*Add them up"):
        read(text, place="Ost")


def test_regions_over_the_columns_need_no_flag_where_the_title_says_what_is_counted() -> None:
    text = "Residents at 30 June\n,Hill Region,Dale Region,Moor Region\n2021,5,6,7\n2022,6,7,8\n"
    assert keys(text)[:2] == [
        ("Residents at 30 June", "Hill Region", "2021", "5", ""),
        ("Residents at 30 June", "Dale Region", "2021", "6", ""),
    ]


def test_marks_of_years_in_the_header_make_no_figures_of_them() -> None:
    text = "ProvinceNames,2018(r),2019(r),2020\nOst Province,5,6,7\nWest Province,7,8,9\n"
    assert [k[1:4] for k in keys(text, indicator="Tea")][:3] == [
        ("Ost Province", "2018", "5"),
        ("Ost Province", "2019", "6"),
        ("Ost Province", "2020", "7"),
    ]


def test_numbers_of_rows_and_codes_of_places_are_no_figures() -> None:
    lines = (f"{n},{2000 + n},Norway,7,{n * 3}.5\n" for n in range(1, 9))
    found = read("RENGLON,AÑO,ENTIDAD,CVE_GEO,Tea\n" + "".join(lines))
    assert {r[0] for r in found.rows} == {"Tea"}
    assert [(r[2], r[4]) for r in found.rows][:2] == [("2001", "3.5"), ("2002", "6.5")]


def test_flags_that_the_file_describes_are_said_and_have_no_status() -> None:
    text = "Area,Item,Year,Value,Flag,Flag Description\nNorway,Tea,2021,5,Fc,Calculated\nNorway,Tea,2022,6,,\n"
    found = read(text)
    assert [r[4] for r in found.rows] == ["5", "6"]
    assert "the flag Fc, described in the file, is read without a status" in words(found)


def test_a_year_behind_a_label_is_its_period_in_any_language_of_latin_letters() -> None:
    text = "Comune,popolazione di età 2019,popolazione di età 2020\nAltavilla,5,6\nBassano,7,8\n"
    assert keys(text)[:2] == [
        ("popolazione di età", "Altavilla", "2019", "5", ""),
        ("popolazione di età", "Altavilla", "2020", "6", ""),
    ]
    spans = "State,Primary - 2012-13,Primary - 2013-14\nHill State,5,6\nDale State,7,8\n"
    assert [k[:3] for k in keys(spans)][:2] == [
        ("Primary", "Hill State", "2012/13"),
        ("Primary", "Hill State", "2013/14"),
    ]


def test_days_in_the_middle_of_months_three_months_apart_are_quarters() -> None:
    text = "Date,Tea\n1983-11-15,5\n1984-02-15,6\n1984-05-15,7\n"
    assert [k[2] for k in keys(text, place="Ost")] == ["1983-Q4", "1984-Q1", "1984-Q2"]
    firsts = "Date,Tea\n1/1/1948,5\n1/1/1949,6\n1/1/1950,7\n"
    assert [k[2] for k in keys(firsts, place="Ost")] == ["1948", "1949", "1950"]


def test_days_that_describe_series_are_no_periods_of_the_lines_below() -> None:
    lines = "".join(f"{2017 + m // 12}-{m % 12 + 1:02d}-01,{m}.5,{m}.7\n" for m in range(8, 33))
    head = ",Tea,Rice\nUnit,t,t\nFrequency,Month,Month\nSeries Start,2017-09-01,2018-09-01\nSeries End,2019-09-01,2019-09-01\n"
    periods = [k[2] for k in keys(head + lines, place="Ost")]
    assert (periods[0], periods[-1], len({*periods})) == ("2017-09", "2019-09", 25)


def test_months_down_and_years_across_are_months() -> None:
    text = ",2020,2021\nJanuary,5,6\nFebruary,7,8\nMarch,9,10\n"
    assert [k[2] for k in keys(text, place="Ost", indicator="Tea")] == [
        "2020-01", "2021-01", "2020-02", "2021-02", "2020-03", "2021-03",
    ]  # fmt: skip


def test_moments_of_fetching_and_lines_without_a_figure_name_nothing() -> None:
    stamp = "2026-04-09T10:00:00+00:00"
    text = f"date,value,fetched_at\n2005-Q1,5,{stamp}\n2005-Q2,6,{stamp}\n"
    assert [k[0] for k in keys(text, place="Ost", indicator="Tea")] == ["Tea", "Tea"]
    missing = "Series Name,Country,2012 [YR2012],2013 [YR2013]\nTea,Sweden,NA,NA\nTea,Norway,5,NA\n"
    assert keys(missing) == [("Tea", "Norway", "2012", "5", "")]


def test_places_stand_over_the_columns_where_the_corner_says_so() -> None:
    text = "TIME/GEO,EU15,BE\n2020,5,6\n2021,7,8\n"
    assert [k[1] for k in keys(text, indicator="Tea")] == ["EU15", "BE", "EU15", "BE"]


def test_one_name_beside_the_figures_is_no_place_for_a_title_that_names_the_indicator() -> None:
    text = 'Indicator:Output\n,2020,2021\n"To the year before, %",5,6\n'
    with pytest.raises(DataError, match="does not name its place"):
        read(text)


def test_a_mark_behind_the_last_year_is_no_part_of_it() -> None:
    text = "Month,2021,2022,2023#\nJan,5,6,7\nFeb,4,3,2\n"
    found = read(text, indicator="Boats", place="Ost")
    assert {row[2] for row in found.rows} == {
        f"{y}-{m}" for y in (2021, 2022, 2023) for m in ("01", "02")
    }


class Counted(tuple[str, ...]):
    """A row that counts the cells that are looked at when it is asked how many are empty."""

    __slots__ = ()
    looked = 0

    def count(self, value: object) -> int:
        Counted.looked += len(self)
        return super().count(value)


def test_the_cells_of_a_wide_header_are_not_counted_for_each_of_its_columns() -> None:
    Counted.looked = 0
    rows = [Counted(("Year", *(f"Tea {n}" for n in range(400))))]
    rows += [Counted((f"{2000 + y}", *("5.5" for _ in range(400)))) for y in range(3)]
    tidied(rows, rows)
    assert Counted.looked < 40 * len(rows) * 401  # each row a few times, not 400 times
