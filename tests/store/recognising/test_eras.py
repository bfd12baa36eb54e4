"""Years that are counted from another beginning: read where a word says so, else asked about."""

from __future__ import annotations

import pytest

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


def test_figures_of_years_to_come_are_said() -> None:
    (sheet,) = sheets("t.csv", _across("2030", "2050", "2070").encode(), Hints())
    assert any("years to come" in str(line) for line in recognise(sheet, Hints()).said)


def test_every_era_has_its_flag() -> None:
    assert [*ERAS] == [*(era.name for era in eras()), "common"]
