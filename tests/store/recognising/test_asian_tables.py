"""Tables as offices of Asia print them: what their heads, titles and lines between say is used, or asked about."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise

NAME, PLACE, PERIOD, MEASURE, VALUE, UNIT, STATUS = range(7)


def read(text: str, *wanted: int, **said: object) -> list[tuple[str, ...]]:
    (sheet,) = sheets("t.csv", text.encode(), Hints(**said))
    rows = recognise(sheet, Hints(**said)).rows
    return [tuple(row[c] for c in wanted) for row in rows]


def test_what_is_of_this_month_and_so_far_is_asked_for_a_month() -> None:
    text = "庆州市主要指标\n指标,单位,本月实际,本月止累计\n用电量,万千瓦时,10.5,83.2\n"
    with pytest.raises(QuestionError) as asked:
        read(text)
    assert "--when YEAR-MONTH" in [way.flag for way in asked.value.ways]
    assert read(text, PERIOD, VALUE, period="2023-08") == [
        ("2023-08", "10.5"),
        ("2023-01/2023-08", "83.2"),
    ]


@pytest.mark.parametrize("levels", ["本月,累计", "8月,1-8月累计"])
def test_growth_behind_a_month_and_the_months_so_far_is_asked_about(levels: str) -> None:
    head = "兰州市2023年8月主要指标\n指标,单位"
    with pytest.raises(QuestionError, match="may be the growth of the month"):
        read(f"{head},{levels},增长(%)\n用电量,万千瓦时,10.5,83.2,3.9\n")
    found = read(f"{head},{levels},累计增长(%)\n用电量,万千瓦时,10.5,83.2,3.9\n", PERIOD, MEASURE)
    assert found[-1] == ("2023-01/2023-08", "growth")


def test_columns_on_the_month_and_the_year_before_are_beside_their_level() -> None:
    text = "北京市2023年8月价格\n项目,价格(元),环比（上月=100）,同比（上年同月=100）\n米,6.5,100.3,101.2\n面,5.3,99.8,100.9\n"
    assert read(text, NAME, MEASURE, UNIT)[1:3] == [
        ("米(上月=100)", "level", "上月=100"),
        ("米", "index", "上年=100"),
    ]


# 平成27年 is 2015, 令和2年 is 2020
@pytest.mark.parametrize(
    "lines", [("(1)平成27年", "(2)令和2年"), ("平成27(2015)年", "2020年(令和2年)")]
)
def test_years_of_two_countings_and_with_a_number_stand_over_groups(lines: tuple[str, str]) -> None:
    body = "".join(f"{line},,\n総数,51.5,50.5\n0～4,5.1,5.2\n" for line in lines)
    text = f"年齢階級,人口（1000人）,\n,男,女\n{body}"
    found = read(text, PERIOD, VALUE, UNIT, place="Japan")
    assert found[0] == ("2015", "51.5", "1000人")
    assert found[-1] == ("2020", "5.2", "1000人")


def test_a_year_of_two_countings_that_do_not_agree_is_none() -> None:
    assert not read_period("平成27(2014)年")
    assert read_period("平成27(2015)年")


def read_period(label: str) -> bool:
    text = f"国名,{label},平成28年\nPeru,1.5,2.5\n"
    try:
        return bool(read(text, PERIOD, indicator="gdp"))
    except QuestionError:
        return False


def test_words_for_preliminary_before_a_year_are_its_status() -> None:
    found = read("Quốc gia,2021,Sơ bộ 2022\nPeru,1.5,2.5\n", PERIOD, STATUS, indicator="gdp")
    assert found == [("2021", ""), ("2022", "provisional")]


def test_the_title_with_the_number_of_the_table_beats_the_chapter() -> None:
    text = "AGRICULTURE\nTable 3.2-YIELD OF TEA\n(in ` crore)\nCountry,2019,2020\nPeru,1.5,2.5\n"
    assert read(text, NAME, UNIT)[0] == ("YIELD OF TEA", "` crore")
    assert read("TEA\n\n(in huts)\nCountry,2019,2020\nPeru,1.5,2.5\n", UNIT)[0] == ("",)


def test_a_unit_at_the_other_end_of_the_title_is_no_part_of_it() -> None:
    text = "某地财政收入,,,单位：万元\n月份,2022年,2023年\n1月,5.5,6.5\n2月,5,6\n"
    assert read(text, NAME, UNIT, place="Peru")[0] == ("某地财政收入", "万元")


def test_a_word_for_places_over_names_makes_them_places() -> None:
    text = "House sales\n,,İller - Provinces,,\nYear,Total,Muş,Ağrı,Uşak\n2019,60,10,20,30\n2020,90,20,30,40\n"
    assert read(text, NAME, PLACE, VALUE, place="Türkiye")[:2] == [
        ("House sales", "Türkiye", "60"),
        ("House sales", "Muş", "10"),
    ]
    with pytest.raises(QuestionError, match="“Total” stands for a place"):
        read(text)
    below = "Births\nYear,Total,Governorate,\n,,Irbid,Zarqa\n2019,60,10,50\n"
    assert [row[0] for row in read(below, PLACE, place="Jordan")] == ["Jordan", "Irbid", "Zarqa"]


def test_a_word_for_places_beside_other_names_makes_none() -> None:
    text = "Year,Houses,Provinces,\n,,Irbid,Zarqa\n2019,60,10,50\n"
    found = read(text, NAME, PLACE, place="Jordan")
    assert {place for _, place in found} == {"Jordan"}


@pytest.mark.parametrize("word", ["Growth", "Tăng trưởng"])
def test_growth_of_years_is_none_of_a_column_without_a_time(word: str) -> None:
    text = f"Province,Density (persons/km2),{word} 2021,{word} 2022\nNorth Province,108,5.1,7.6\nSouth Province,79,3.3,5.0\n"
    assert [row[0] for row in read(text, NAME, period="2020")[:3]] == ["Density", word, word]
    dated = text.replace("Density", "Jobs 2021").replace(f"{word} 2022", "Rank")
    assert read(dated.replace("2021,", "2021 (%),"), NAME, MEASURE)[1] == ("Jobs", "growth")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("المنطقة,2021م,2022م\nالرياض,5,6\n", "2021"),
        ("都道府県,2015年度,2016年度\n愛知県,5,6\n", ""),
    ],
)
def test_years_of_japan_are_asked_about_and_those_with_the_arabic_sign_are_read(
    text: str, period: str
) -> None:
    if period:
        assert read(text, PERIOD, indicator="gdp")[0] == (period,)
        return
    with pytest.raises(QuestionError, match="--fiscal"):
        read(text, indicator="gdp")


def test_months_behind_years_of_taiwan_are_read_in_its_letters() -> None:
    text = "統計期,總人口數(人)\n110年,5\n111年,6\n112年1月底,7\n"
    assert read(text, PERIOD, place="Peru") == [("2021",), ("2022",), ("2023-01",)]


def test_spans_that_say_for_which_years_there_are_figures_are_no_periods() -> None:
    head = "Country,Output (kt),Years"
    text = f"{head}\nPeru,5,1960 - 2021\nChile,6,1970 - 2021\nKenya,7,1990 - 2021\n"
    with pytest.raises(QuestionError, match="begin in several years"):
        read(text)
    assert read(text, PERIOD, period="2021", columns={"3": "skip"})[0] == ("2021",)
    spans = f"{head}\nPeru,5,2011 - 2015\nChile,6,2016 - 2020\nKenya,7,2011 - 2015\n"
    assert read(spans, PERIOD)[:2] == [("2011/2015",), ("2016/2020",)]


def test_days_beside_months_by_their_names_are_months() -> None:
    text = "Month,Output (kt)\n2018-12-01,5\nNovember 2018,6\n2018-10-01,7\n"
    assert read(text, PERIOD, place="Peru") == [("2018-12",), ("2018-11",), ("2018-10",)]


def test_months_behind_the_day_are_asked_about() -> None:
    lines = "".join(f"{y}-01-{m:02d},{m}.5\n" for y in (2020, 2021) for m in range(1, 13))
    text = f"Date,Output (kt)\n{lines}"
    with pytest.raises(QuestionError, match="--dates day-first"):
        read(text, place="Peru")
    assert read(text, PERIOD, place="Peru", dates="day-first")[11:13] == [
        ("2020-12",),
        ("2021-01",),
    ]


def test_words_beside_a_few_rows_name_none_of_them() -> None:
    text = "Year,Output (kt),Finding\n2019,5,the highest\n2020,6,\n2021,7,\n2022,8,\n"
    with pytest.raises(QuestionError, match="“Finding”"):
        read(text, place="Peru")
    assert read(text, NAME, place="Peru", columns={"Finding": "skip"})[0] == ("Output",)


def test_a_code_of_two_letters_is_no_krone() -> None:
    text = "Year,Output (kt),KR,HR\n2019,5,1.5,7\n2020,6,1.6,8\n"
    assert read(text, NAME, UNIT, place="Peru")[1:3] == [("KR", ""), ("HR", "")]


def test_names_with_a_code_each_are_proposed_as_places_and_keep_the_unit_of_their_part() -> None:
    body = "".join(
        f"Bin TL ve {part},{name},{year},{n}.5\n"
        for part in ("Tarım", "Sanayi")
        for n, name in enumerate(("Adana-1", "Bolu-14", "Kars-36"))
        for year in (2019, 2020)
    )
    text = f"Satırlar,,,Gross output by industry\n{body}"
    with pytest.raises(QuestionError) as asked:
        read(text)
    assert asked.value.ways[0].flag == "--column 2=place"
    assert read(text, PLACE, UNIT, columns={"2": "place"})[0] == ("Adana", "thousand lira")


def test_a_file_called_as_a_database_without_its_head_is_no_export() -> None:
    for head, place in (("指标,2023年", "100000"), ("Item,2023", "")):
        name = "年度数据.csv"
        (sheet,) = sheets(name, f"{head}\n用电量(吨),5\n产量(吨),6\n".encode(), Hints())
        if place:
            assert {row[PLACE] for row in recognise(sheet, Hints()).rows} == {place}
        else:
            with pytest.raises(QuestionError, match="does not name its place"):
                recognise(sheet, Hints())


def test_parts_below_a_word_over_columns_have_the_name_and_unit_of_their_whole() -> None:
    text = "Сбор зерна,,,\n,Всего (тыс. тонн),в том числе,\n,,пшеница,рожь\n2019,12.5,7.5,5\n2020,13,7,6\n"
    assert read(text, NAME, UNIT, place="Peru")[:2] == [
        ("Сбор зерна, Всего", "thousand tonnes"),
        ("Сбор зерна, Всего, в том числе, пшеница", "thousand tonnes"),
    ]


def test_a_unit_behind_years_is_that_of_the_labels_below_them() -> None:
    head = ',"2019, тыс. человек",,"2020, тыс. человек",\n,Всего,в том числе городское,Всего,в том числе городское\n'
    text = f"Население по районам,,,,\n{head}Chile,12.5,6.5,13.5,7\nPeru,2.5,1.5,3.5,2\n"
    found = read(text, NAME, PERIOD, UNIT)
    assert found[0] == ("Население по районам, Всего", "2019", "thousand persons")
    assert found[3][1:] == ("2020", "thousand persons")
    assert "Население" in found[1][0]


def test_places_of_one_name_are_told_apart_by_the_higher_place_above() -> None:
    lines = "서울특별시,9\n중 구,2\n종 로 구,3\n부산광역시,8\n영 도 구,4\n중 구,5\n"
    text = f"행정구역별,2021\n{lines}"
    found = read(text, PLACE, VALUE, indicator="gdp")
    assert [row for row in found if "중" in row[0]] == [
        ("중 구, 서울특별시", "2"),
        ("중 구, 부산광역시", "5"),
    ]


def test_places_of_one_name_below_one_place_keep_their_names() -> None:
    text = "행정구역별,2021\n서울특별시,9\n중구,2\n종로구,3\n중구,4\n"
    assert read(text, PLACE, indicator="gdp")[1::2] == [("중구",), ("중구",)]


def test_a_unit_behind_years_is_none_of_growth_and_shares_below_them() -> None:
    text = 'Land,"2019, kt",,"2020, kt",\n,Rye,Growth rate,Rye,Growth rate\nChile,12,6.5,13,7\nPeru,2,1.5,3,2\n'
    units = {row[0]: row[1] for row in read(text, MEASURE, UNIT)}
    assert units == {"level": "kt", "growth": "%"}


def test_a_page_that_goes_on_is_no_title() -> None:
    text = "Tea by district\nTable 3: continued\nDistrict,2019,2020\nNorth District,1,2\n"
    assert "ontinued" not in read(text, NAME)[0][0]


def test_town_and_countryside_below_area_are_no_places() -> None:
    text = "Births\n,Area,\nYear,Urban,Rural\n2019,10,20\n2020,20,30\n"
    assert {row[0] for row in read(text, PLACE, place="Peru")} == {"Peru"}


# quarters as the central bank of Korea prints them
@pytest.mark.parametrize("form", ["{}.{}/4", "{} {}/4", "{}.{}/4분기"])
def test_a_quarter_of_four_is_no_month(form: str) -> None:
    heads = ",".join(form.format(year, part) for year in (2021, 2022) for part in (1, 2, 3, 4))
    found = read(
        f"계정항목,{heads}\n소금,1.5,2.5,3.5,4.5,5.5,6.5,7.5,8.5\n", PERIOD, VALUE, place="KR"
    )
    assert (found[0], found[-1]) == (("2021-Q1", "1.5"), ("2022-Q4", "8.5"))


def test_what_stands_over_one_column_of_a_group_in_a_unit_of_its_own_is_in_its_name() -> None:
    text = "地区,渔业,渔业,盐业,盐业\n,船数,产量,井数,盐量\n,(艘),(吨),(座),(吨)\n甲县,8,95.5,6,60.5\n乙县,7,94.5,5,59.5\n"
    found = read(text, NAME, VALUE, UNIT, period="2020")[:4]
    assert [name for name, *_ in found] == ["渔业, 船数", "渔业, 产量", "盐业, 井数", "盐业, 盐量"]
    assert [unit for *_, unit in found] == ["艘", "吨", "座", "吨"]


# 间, a word that counts; in two languages the unit is said, but not known as one
@pytest.mark.parametrize(
    ("own", "unit"), [("商店(间)", "间"), ("Shops and stalls volume (Bin TL) (TRY thousand)", "")]
)
def test_a_column_that_has_its_own_unit_in_brackets_has_not_that_of_the_title(
    own: str, unit: str
) -> None:
    text = f"甲县零售业\n(千美元)\n年份,售额,{own},店额\n2015,64.5,630,47.5\n2016,67.5,880,48.5\n"
    assert [row[0] for row in read(text, UNIT, place="甲县")[:3]] == ["千美元", unit, "千美元"]


def test_regions_with_numbers_over_columns_are_places_and_the_line_over_the_periods_names_all() -> (
    None
):
    text = (
        ",7 Внутри,7 Внутри,8 Извне,8 Извне\n,643 Норвегия,14000000000 Белая область,643 Норвегия,14000000000 Белая область\n"
        "Прибытие людей,,,,\n1997 г.,260,68,36,8\n1998 г.,210,75,72,5\n"
    )
    assert read(text, NAME, PLACE, PERIOD, VALUE)[:2] == [
        ("Прибытие людей, 7 Внутри", "Норвегия", "1997", "260"),
        ("Прибытие людей, 7 Внутри", "Белая область", "1997", "68"),
    ]
    sexes = text.replace("643 Норвегия", "11 Мужчины").replace(
        "14000000000 Белая область", "12 Женщины"
    )
    assert {row[0] for row in read(sexes, PLACE, place="NO")} == {"NO"}


def test_a_wide_table_that_goes_on_says_its_unit_over_one_page() -> None:
    head = "Hut rate,,,,\n,,in percent,,continuation\n,2019,2020,2021,2022\n"
    found = read(
        f"{head}North,5.5,6.5,7.5,8.5\nSouth,4.5,3.5,2.5,1.5\n",
        NAME,
        PERIOD,
        UNIT,
        columns={"1": "place"},
    )
    assert {row[0] for row in found} == {"Hut rate"}
    assert (found[3][1], found[3][2]) == ("2022", "percent")


def test_a_series_of_the_bank_of_korea_is_described_by_the_lines_above_it() -> None:
    text = "심리지수,\n주석,1) 장기평균 100\n출처,ECOS\n범례명,심리지수\n단위,(Index)\n주기,월\n기간,2021-07 ~ 2021-09\n2021-07,73.5\n2021-08,92.1\n2021-09,95.5\n"
    assert read(text, NAME, PERIOD, VALUE, place="KR")[0] == ("심리지수", "2021-07", "73.5")


# the tables of a city's bureau for several months print “this period” beside that of the year before
def test_this_period_is_that_of_the_title_not_its_last_month() -> None:
    text = "兰州市产值 2021年1-6月\n指标,本期,上年同期\n砖,15.5,15.0\n瓦,6.5,5.0\n"
    assert read(text, PERIOD, VALUE)[:2] == [("2021-H1", "15.5"), ("2020-H1", "15.0")]
    month = "兰州市产值 2021年6月\n指标,本期,累计\n砖,5.5,15.0\n瓦,6.5,25.0\n"
    assert read(month, PERIOD)[:2] == [("2021-06",), ("2021-H1",)]


def test_days_of_an_era_are_days() -> None:
    text = "地域,平成30年1月1日現在,平成31年1月1日現在,令和2年1月1日現在\n甲町,15,14,13\n乙町,25,24,23\n"
    assert [row[0] for row in read(text, PERIOD, indicator="住民")[:3]] == ["2018", "2019", "2020"]


def test_two_units_of_a_line_are_that_of_its_amount_and_of_its_growth() -> None:
    text = "兰州市主要指标\n指标,单位,2021年,比上年增长(%)\n砖产值,亿元、%,15.5,5.5\n瓦产值,亿元、%,6.5,4.5\n"
    assert read(text, NAME, MEASURE, UNIT)[:2] == [
        ("砖产值", "level", "亿元"),
        ("砖产值", "growth", "%"),
    ]


# the head of an export of the bureau in English, and one of Singapore's
def test_of_whom_and_per_how_many_is_no_unit() -> None:
    head = "Database: annual data by province\nIndicator: Number of Nurses per Ten Thousand People\nprovince,2020,2021\n"
    assert {row[0] for row in read(f"{head}Hebei,45,46\nShanxi,55,56\n", UNIT)} == {""}
    text = "Year,Life Expectancy (Residents),Stock (Residents)\n2020,81.5,4005\n2021,82.5,4015\n"
    assert read(text, NAME, UNIT, place="SG")[:2] == [
        ("Life Expectancy (Residents)", ""),
        ("Stock", "Residents"),
    ]


def test_a_number_without_a_nought_is_a_number() -> None:
    text = "Series,Day,Observation Value,Unit\nRents,2021-03,.3,kt\nRents,2021-02,-.7,kt\nRents,2021-01,1.5,kt\n"
    assert read(text, NAME, VALUE, place="PK")[:2] == [("Rents", "0.3"), ("Rents", "-0.7")]


def test_a_line_that_lacks_a_cell_is_refused() -> None:
    head, whole = "Year,Area,Value\n", "2020,Mara,29.5\n2020,Tsavo,30.5\n2021,Mara,28.5\n"
    assert len(read(f"{head}{whole}", VALUE, indicator="Rents")) == 3
    with pytest.raises(DataError, match="a cell of it seems to lack"):
        read(f"{head}{whole}2021,32.5\n2022,Mara,3.5\n", VALUE, indicator="Rents")
    assert len(read(f"{head}{whole}2021,Oslo,\n", VALUE, indicator="Rents")) == 3


def test_a_line_in_brackets_says_when_and_in_what() -> None:
    text = "Число лодок\n(на конец года; тысяч лодок)\n,2020,2021\nРоссия,10.5,11.5\nКазахстан,5.5,6.5\n"
    assert {row[0] for row in read(text, UNIT)} == {"тысяч лодок"}


# the head of a sheet of “Regions of Russia”: book, chapter, table, part
def test_a_title_that_begins_with_the_book_goes_on_to_the_table() -> None:
    head = "Социальные показатели по регионам\n7. РЫБОЛОВСТВО\nЧИСЛО ЛОДОК\n7.1. Всего\n(на конец года; тысяч лодок)\n"
    found = read(f"{head},2020,2021\nРоссия,10.5,11.5\nКазахстан,5.5,6.5\n", NAME, UNIT)
    assert all("ЧИСЛО ЛОДОК" in name and unit == "тысяч лодок" for name, unit in found)


def test_a_title_that_counts_shares_is_no_unit() -> None:
    text = "Share of town people (%) in the municipality of Telavi\n(as of 1 January)\n,Both sexes,Males\n2020,52.5,51.5\n2021,53.5,52.5\n"
    found = read(text, NAME, UNIT, place="Telavi")
    assert {unit for _, unit in found} == {"%"}
    assert all("town people" in name for name, _ in found)
