"""Tables as those keep them who work with them: their own forms of months and years, one thing said twice."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

from cpstats.store.hints import Hints
from cpstats.store.recognising.dates import periods_of_run
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.labels import label_of


def first_of(text: str, **said: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(place="Elmby", **said))
    return [row[:6] for row in found.rows]


@pytest.mark.parametrize(
    ("months", "codes"),
    [
        (("11-2019", "12-2019", "01-2020"), ("2019-11", "2019-12", "2020-01")),
        (("2019. 11", "2019. 12", "2020. 01"), ("2019-11", "2019-12", "2020-01")),
        (("2019. 9", "2019. 10", "2019. 11"), ("2019-09", "2019-10", "2019-11")),
    ],
)
def test_months_before_or_behind_their_year(
    months: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    assert tuple(map(str, periods_of_run(months).values())) == codes
    down = "When,Rain\n" + "".join(f"{month},{n}\n" for n, month in enumerate(months, 3))
    assert tuple(row[2] for row in first_of(down)) == codes


def test_a_year_of_accounts_may_end_in_2k() -> None:
    text = "Financial Year,Tea (kt)\n1998-99,5\n1999-2K,6\n2000-01,7\n"
    for said in ("", "ends"):
        assert [row[2] for row in first_of(text, fiscal=said)] == ["1998/99", "1999/00", "2000/01"]


@pytest.mark.parametrize(("spelt", "code"), [("Nopember", "2018-11"), ("Pebruari", "2018-02")])
def test_months_in_their_older_spelling(spelt: str, code: str) -> None:
    assert [row[2] for row in first_of(f"Bulan,Tahun,Teh\n{spelt},2018,7\nApril,2018,8\n")] == [
        code,
        "2018-04",
    ]


def test_years_that_follow_one_another_are_times_under_a_word_that_is_none() -> None:
    text = "data,tea (kt)\n" + "".join(f"{year},{year - 1800}\n" for year in range(1895, 1903))
    assert [(row[0], row[2], row[4]) for row in first_of(text)][:2] == [
        ("tea", "1895", "95"),
        ("tea", "1896", "96"),
    ]


def test_years_of_an_era_beside_those_of_all_are_left_out() -> None:
    text = "元号,和暦,西暦,茶(t)\n大正,14,1925,5\n昭和,5,1930,6\n昭和,10,1935,7\n"
    assert [(row[0], row[2], row[4]) for row in first_of(text)] == [
        ("茶", "1925", "5"),
        ("茶", "1930", "6"),
        ("茶", "1935", "7"),
    ]


def test_numbers_beside_an_era_that_are_not_its_years_are_asked_about() -> None:
    text = "元号,軒,西暦,茶(t)\n大正,14,1925,5\n昭和,6,1930,6\n昭和,10,1935,7\n"
    assert "--column 元号=name" in refused(text)


@pytest.mark.parametrize("word", ["Continent", "Continente", "Kontinent", "大洲", "Benua"])
def test_the_continent_of_a_country_is_left_out(word: str) -> None:
    text = f"Country,{word},2020\nNorway,Europe,5\nKenya,Africa,6\nSweden,Europe,7\n"
    found = rows(text.replace("2020", "Tea 2020 (kt)"))
    assert [(row[0], row[1], row[4]) for row in found] == [
        ("Tea", "Norway", "5"),
        ("Tea", "Kenya", "6"),
        ("Tea", "Sweden", "7"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tea (annual % change)", "Tea"),
        ("Çay (Yıllık % Değişim)", "Çay"),
        ("Çay (Aylık % Değişim)", "Çay (previous-period growth)"),
        ("Tea (% change on previous month)", "Tea (previous-period growth)"),
        ("Tee (Veränderung zum Vorjahr in %)", "Tee"),
        ("Tea (% yoy)", "Tea"),
        ("茶叶(年增率)", "茶叶"),
    ],
)
def test_brackets_may_say_that_figures_are_growth(text: str, name: str) -> None:
    made = label_of(text)
    assert (made.name, made.measure) == (name, "growth")


@pytest.mark.parametrize("text", ["Tea (% of output)", "Tea (% of the harvest)"])
def test_what_a_share_is_of_stays_in_its_name(text: str) -> None:
    made = label_of(text)
    assert (made.name, made.measure, made.unit) == (text, "level", "%")


def test_a_line_that_is_called_index_says_what_is_counted() -> None:
    text = "Database: annual data\nIndex：Tea sold(kt)\nregion,2020,2021\nNorway,5,6\nKenya,7,8\n"
    assert [row[:6] for row in rows(text)][:1] == [
        ["Tea sold", "Norway", "2020", "level", "5", "kt"]
    ]


def test_a_line_with_the_base_of_an_index_names_nothing() -> None:
    text = "Index: 2015 = 100\nregion,2020,2021\nNorway,5,6\nKenya,7,8\n"
    assert "does not name its indicator" in refused(text)


TWICE = "指标,2020年,2021年\n茶叶(吨),5,6\n稻谷(吨),7,8\n,,\n,,\n指标,2020年,2021年\n茶叶(吨),{},6\n薯类(吨),3,4\n"


def test_a_line_that_comes_again_below_counts_once() -> None:
    found = first_of(TWICE.format(5))
    assert [(row[0], row[2], row[4]) for row in found] == [
        ("茶叶", "2020", "5"),
        ("茶叶", "2021", "6"),
        ("稻谷", "2020", "7"),
        ("稻谷", "2021", "8"),
        ("薯类", "2020", "3"),
        ("薯类", "2021", "4"),
    ]


def test_a_line_that_comes_again_with_another_figure_stays_to_be_refused() -> None:
    found = first_of(TWICE.format(9))
    assert [row[4] for row in found if row[0] == "茶叶" and row[2] == "2020"] == ["5", "9"]


SERIES = "Tea sold\n(porcentaje)\n\nFecha,{},{}\n2021-01-01,5,6\n2021-04-01,7,8\n2021-07-01,9,10\n"


@pytest.mark.parametrize(
    "labels",
    [
        ("Serie original (variación anual)", "Desestacionalizado (variación trimestral)"),
        ("Original", "Seasonally adjusted"),
        ("原系列", "季節調整値"),
    ],
)
def test_how_a_series_was_made_follows_what_the_title_counts(labels: tuple[str, str]) -> None:
    found = first_of(SERIES.format(*labels))
    assert [(row[0], row[2], row[5]) for row in found][:2] == [
        (f"Tea sold, {labels[0]}", "2021-Q1", "percent"),
        (f"Tea sold, {labels[1]}", "2021-Q1", "percent"),
    ]


def test_a_column_in_per_cent_is_not_on_the_base_of_the_title() -> None:
    text = "Tea sold\n[2015=100]\nTown,Year,Change (%)(1),Level\nAu,2020,5,106\nAu,2021,6,107\nRied,2020,5,108\n"
    (found,) = foreign("t.csv", text.encode())
    assert {(row[0].partition(",")[0], row[5]) for row in found.rows} == {
        ("Change (%)(1)", "%"),
        ("Tea sold(2015=100)", "2015年=100"),
    }


def test_a_row_of_frequencies_below_the_labels_describes_them() -> None:
    text = "指标名称,河北:茶叶:春茶,河北:茶叶:秋茶,湖南:茶叶:春茶\n频率,年,年,年\n1990,1.5,2.5,3.5\n1991,1.6,2.6,3.6\n"
    assert [row[:6] for row in rows(text)][:3] == [
        ["茶叶, 春茶", "河北", "1990", "level", "1.5", ""],
        ["茶叶, 秋茶", "河北", "1990", "level", "2.5", ""],
        ["茶叶, 春茶", "湖南", "1990", "level", "3.5", ""],
    ]


def test_a_frequency_is_no_unit() -> None:
    found = first_of("指标名称,茶叶产量,稻谷产量\n频率,年,年\n1990,1.5,2.5\n1991,1.6,2.6\n")
    assert [(row[0], row[2], row[5]) for row in found][:2] == [
        ("茶叶产量", "1990", ""),
        ("稻谷产量", "1990", ""),
    ]


CODED = "AREA1,Territorio,SEX1,Sesso,AGE1,Età,TIME,Value\n{}"


def test_one_code_beside_one_word_is_no_figure() -> None:
    lines = "".join(
        f"IT{n},{place},9,totale,99,totale,2019,{n}5\n" for n, place in ((1, "Au"), (2, "Ried"))
    )
    (made,) = foreign("t.csv", CODED.format(lines).encode(), Hints(indicator="Births"))
    found = made.rows
    assert [(row[1], row[2], row[4]) for row in found] == [
        ("Au", "2019", "15"),
        ("Ried", "2019", "25"),
    ]


def test_one_number_that_no_word_stands_beside_is_a_figure() -> None:
    text = "Town,Year,Halls,Value\nAu,2019,7,15\nRied,2019,7,25\n"
    assert [row[4] for row in rows(text)] == ["7", "15", "7", "25"]


MERGED = "Births by town and age\nYıl / Year,İl / Province,Toplam Total,Yaş Age,Yaş Age,Yaş Age\nYıl / Year,İl / Province,Toplam Total,0,1,2\n"


def test_words_merged_over_two_rows_are_those_of_the_header() -> None:
    text = MERGED + "2020,Au,9,4,3,2\n2020,Ried,8,4,3,1\n2021,Au,9,4,3,2\n"
    found = rows(text)
    assert [(row[1], row[2], row[4]) for row in found][:4] == [
        ("Au", "2020", "9"),
        ("Au", "2020", "4"),
        ("Au", "2020", "3"),
        ("Au", "2020", "2"),
    ]


@pytest.mark.parametrize("word", ["Toplam-Total", "Insgesamt", "Total", "合计"])
def test_a_word_for_all_of_them_is_no_place_of_its_own(word: str) -> None:
    said = refused(f"Region,2020,2021\n{word},9,11\nAu,4,5\nRied,5,6\n".replace("2020", "Tea 2020"))
    assert f"“{word}” stands for a place that the table does not name" in said
