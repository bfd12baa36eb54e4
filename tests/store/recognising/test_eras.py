"""Years that are counted from another beginning: read where a word says so, else asked about."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import ERAS, Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.eras import eras
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise


def _periods(text: str, **said: str) -> list[str]:
    (sheet,) = sheets("t.csv", text.encode(), Hints(**said))
    return sorted({row[2] for row in recognise(sheet, Hints(**said)).rows})


def _across(*labels: str) -> str:
    figures = ",".join(str(10 + n / 8) for n in range(len(labels)))
    return f"Country,Indicator,{','.join(labels)}\nNepal,Rice output (kt),{figures}\n"


# the fiscal year 2077/78 of Nepal is 16 July 2020 to 15 July 2021 (Ministry of Finance, Economic Survey
# 2077/78, which is that of 2020/21); 2566 of Thailand is 2023; 1402 of Iran began on 21 March 2023
@pytest.mark.parametrize(
    ("labels", "era", "periods"),
    [
        (("2076/77", "2077/78"), "bikram", ["2019/20", "2020/21"]),
        (("2077", "2078"), "bikram", ["2020/21", "2021/22"]),
        (("2565", "2566"), "buddhist", ["2022", "2023"]),
        (("1400", "1401", "1402"), "persian", ["2021/22", "2022/23", "2023/24"]),
    ],
)
def test_a_run_of_such_years_is_asked_about(
    labels: tuple[str, ...], era: str, periods: list[str]
) -> None:
    with pytest.raises(QuestionError, match=rf"{labels[0]}.*--era {era}"):
        _periods(_across(*labels))
    assert _periods(_across(*labels), era=era) == periods


def test_years_of_all_are_what_the_user_says() -> None:
    assert _periods(_across("2077/78", "2078/79"), era="common") == ["2077/78", "2078/79"]


@pytest.mark.parametrize(
    ("labels", "periods"),
    [
        (("พ.ศ. 2565", "พ.ศ. 2566"), ["2022", "2023"]),
        (("2077/78 B.S.", "2078/79 B.S."), ["2020/21", "2021/22"]),
        (("2564 (2021)", "2565 (2022)"), ["2021", "2022"]),
        (("2013 EFY", "2014 EFY"), ["2020/21", "2021/22"]),
    ],
)
def test_a_label_that_says_its_era_is_read(labels: tuple[str, ...], periods: list[str]) -> None:
    assert _periods(_across(*labels)) == periods


def test_a_word_over_the_column_says_it_of_all_that_stand_below() -> None:
    text = "Country,ปี,Rice output (kt)\nThailand,2565,12.5\nThailand,2566,13.5\n"
    assert _periods(text) == ["2022", "2023"]
    assert _periods(text, era="buddhist") == ["2022", "2023"]


@pytest.mark.parametrize(
    "text",
    [
        _across("2019", "2020").replace("Rice output (kt)", "B.S. degrees (persons)"),
        "Country,Year,Births (persons),Deaths (persons)\nPeru,2019,2077,2078\nPeru,2020,2564,2565\n",
    ],
)
def test_a_degree_is_no_era_and_figures_are_no_years(text: str) -> None:
    assert _periods(text) == ["2019", "2020"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (_across("2012 E.C.", "2013 E.C."), ["2019/20", "2020/21"]),
        (_across("2012 E.C. (2019/20 G.C.)", "2013 (2020/21 G.C.)"), ["2019/20", "2020/21"]),
        ("Woreda,Year (E.C.),Births (persons)\nAdwa,2006,5\nAdwa,2008,6\n", ["2013/14", "2015/16"]),
        ("Country,Trade with the E.C. (kt),Year\nPeru,5,2011\nPeru,6,2012\n", ["2011", "2012"]),
    ],
)
def test_a_word_that_means_other_things_counts_beside_the_years_only(
    text: str, periods: list[str]
) -> None:
    assert _periods(text) == periods


def test_years_that_may_be_of_the_community_are_asked_about() -> None:
    with pytest.raises(QuestionError, match="--era ethiopian"):
        _periods(_across("1990 E.C.", "1991 E.C."))
    assert _periods(_across("1990 E.C.", "1991 E.C."), era="common") == ["1990", "1991"]


# the census of 1395 was that of 2016, that of 1385 of 2006 (Statistical Centre of Iran)
@pytest.mark.parametrize(
    ("head", "periods"),
    [("جمعیت ۱۳۸۵,جمعیت ۱۳۹۵", ["2006/07", "2016/17"]), ("جمعیت ۱۳۹۵,مساحت", ["2016/17"])],
)
def test_a_year_within_a_name_in_the_letters_of_the_country_is_asked_about(
    head: str, periods: list[str]
) -> None:
    text = f"استان,{head}\nفارس,12.5,13.5\nیزد,9.5,8.5\n"
    with pytest.raises(QuestionError, match="--era persian"):
        _periods(text)
    skipped = {} if head.count("۱") > 1 else {"columns": {"مساحت": "skip"}}
    assert _periods(text, era="persian", **skipped) == periods


@pytest.mark.parametrize("head", ["السنة", "السنة الهجرية"])
def test_years_of_the_islamic_calendar_are_refused(head: str) -> None:
    text = f"الدولة,{head},عدد الحجاج\nPeru,1440,12\nPeru,1443,15\n"
    with pytest.raises(DataError, match="Islamic calendar: it begins in 2018"):
        _periods(text)


def test_a_measure_of_that_many_is_no_year() -> None:
    assert _periods("استان,سال,۱۴۵۰ متر\nفارس,2019,12.5\nفارس,2020,13\n") == ["2019", "2020"]


# 民國98年 is 2009 (Ministry of the Interior, Taiwan)
@pytest.mark.parametrize(
    ("years", "said", "periods"),
    [
        ("98年|93年", {"era": "minguo"}, ["2004", "2009"]),
        ("98年|93年", {"era": "common"}, ["1993", "1998"]),
        ("98|93", {"era": "minguo"}, ["2004", "2009"]),
        ("99年|100年|64年|65年", {}, ["1975", "1976", "2010", "2011"]),
        ("民國98年|93年", {}, ["2004", "2009"]),
        ("民國98年", {}, ["2009"]),
    ],
)
def test_years_counted_from_1911(years: str, said: dict[str, str], periods: list[str]) -> None:
    lines = "".join(f"秘魯,{year},{n}.5\n" for n, year in enumerate(years.split("|")))
    assert _periods(f"國家,年別,稻米產量(公噸)\n{lines}", **said) == periods


@pytest.mark.parametrize("years", ["98年|93年", "99年|100年|64年"])
def test_years_of_few_digits_are_asked_about_where_nothing_tells(years: str) -> None:
    lines = "".join(f"秘鲁,{year},{n}.5\n" for n, year in enumerate(years.split("|")))
    with pytest.raises(QuestionError, match="--era minguo"):
        _periods(f"国家,年份,水稻产量(吨)\n{lines}")


def test_figures_of_years_to_come_are_said() -> None:
    (sheet,) = sheets("t.csv", _across("2030", "2050", "2070").encode(), Hints())
    assert any("years to come" in str(line) for line in recognise(sheet, Hints()).said)


def test_every_era_has_its_flag() -> None:
    read = [era.name for era in eras() if era.shift is not None]
    assert [*ERAS] == [*read, "minguo", "common"]
