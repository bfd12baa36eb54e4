"""Units of titles that no figure gets are asked about; those that are found are given; all is invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.dropped_units import units_printed
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError


def units(text: str, **hints: object) -> dict[str, str]:
    """Return the unit of each first figure of a name."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {row[0]: row[5] for row in reversed(found.rows)}


def test_units_of_amounts_are_found_in_a_title() -> None:
    assert units_printed("Salt sold (kt), value (million EUR) and share (%), 2020") == [
        "kt",
        "million EUR",
    ]
    assert units_printed("Salt sold by region (all, 2020)") == []


@pytest.mark.parametrize(
    "title",
    [
        "Norway: number of herders (thousand persons) and rate (%)",
        "Norge: antall gjetere (tusen personer) og andel (%)",
        "Norway: a pásztorok száma (ezer fő) és aránya (%)",
        "Norway: jumlah gembala (ribu orang) dan persentase",
    ],
)
def test_a_unit_of_a_title_that_no_name_takes_is_asked_about(title: str) -> None:
    with pytest.raises(QuestionError, match="it is not known which figures are in it"):
        units(f"{title}\nYear,Old,Young,Herding rate\n2020,41,57,6.2\n2021,42,58,6.3\n")


def test_a_unit_that_figures_have_is_not_asked_about() -> None:
    text = "Norway: herders (thousand persons) and pay (EUR)\nYear,Herders,Pay\n2020,41,5100\n2021,42,5200\n"
    assert units(text) == {"Herders": "thousand persons", "Pay": "EUR"}
    assert units(text.replace("Pay\n", "Wage\n"), unit="kt") == {"Herders": "kt", "Wage": "kt"}


@pytest.mark.parametrize(
    ("title", "names", "found"),
    [
        ("Česko: pastevci v tis. osob a mzda v Kč", ("Pastevci", "Mzda"), ("thousand persons", "Kč")),
        ("Nederland: herders (x 1 000) en loon (EUR)", ("Herders", "Loon"), ("thousand", "EUR")),
        ("Türkiye: ihracat (milyon dolar) ve ücret (EUR)", ("İhracat", "Ücret"), ("million dollar", "EUR")),
        ("Suomi: myynti (milj. euroa) sekä sato (kt)", ("Myynti", "Sato"), ("million euro", "kt")),
    ],
)  # fmt: skip
def test_each_thing_of_a_title_has_its_unit_in_other_languages(
    title: str, names: tuple[str, str], found: tuple[str, str]
) -> None:
    text = f"{title}\nYear,{names[0]},{names[1]}\n2020,41,5100\n2021,42,5200\n"
    assert units(text) == dict(zip(names, found, strict=True))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Norway: care (EUR billion)", "Care per head"),
        ("Norge: omsorg (milliarder kr)", "Omsorg per innbygger"),
        ("Norway: Pflege (Mrd. EUR)", "Pflege je Einwohner"),
        ("Norway: wydatki (mld zł)", "Wydatki na mieszkańca"),
    ],
)
def test_what_is_per_head_is_not_in_the_thousand_millions_of_the_title(
    title: str, name: str
) -> None:
    found = units(
        f"{title}\nYear,{name.split(maxsplit=1)[0]},{name}\n2020,41.5,5100\n2021,42.5,5200\n"
    )
    assert found[name] == ""
    assert found[name.split(maxsplit=1)[0]] != ""


def test_per_head_is_in_the_unit_that_a_title_says_for_it() -> None:
    text = "Norway: care (EUR billion; values per head in EUR)\nYear,Care,Care per head\n2020,41,5100\n2021,42,5200\n"
    assert units(text) == {"Care": "EUR billion", "Care per head": "EUR"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Norway: occupati (migliaia)", "Tasso di occupazione"),
        ("Norway: pracujący (tys.)", "Stopa zatrudnienia"),
        ("Norway: foglalkoztatottak (ezer fő)", "Foglalkoztatási ráta"),
        ("Norway: Erwerbstätige (in 1000)", "Erwerbstätigenquote"),
    ],
)
def test_rates_in_other_languages_are_not_in_the_thousands_of_the_title(
    title: str, name: str
) -> None:
    found = units(f"{title}\nYear,Total,{name}\n2020,41.5,62.1\n2021,42.5,63.2\n")
    assert found.pop(name) == ""
    assert "" not in found.values()


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Landed (kt),Growth (%),Share (%),of which eel", "Landed, of which eel"),
        ("水揚げ高(kt),前年比(%),うち鰻", "水揚げ高, 其中:鰻"),
        ("Insgesamt (kt),Veränderung (%),darunter Aal", "Fish, Insgesamt, darunter Aal"),
    ],
)
def test_a_part_behind_growth_is_of_the_amount_before_it(head: str, part: str) -> None:
    cells = ["41", "-1.5", "3.5", "5"] if "Share" in head else ["41", "-1.5", "5"]
    text = f"Norway: fish\nYear,{head}\n2020,{','.join(cells)}\n2021,{','.join(cells)}\n"
    found = units(text)
    assert found.get(part, found.get(part.replace("Fish", "fish"))) == "kt"


def test_a_part_behind_a_total_is_of_what_the_title_names() -> None:
    text = "秘鲁茶叶产值\n年份,总额(亿元),同比增长(%),其中:绿茶\n2020,68,-1.1,9\n2021,83,2.5,7\n"
    assert units(text)["秘鲁茶叶产值, 其中:绿茶"] == "亿元"


@pytest.mark.parametrize(
    "title",
    [
        "Norway: contributos para a variação da produção (p.p.)",
        "Norway: contributions to growth of output (percentage points)",
        "Norway: Wachstumsbeiträge (Prozentpunkte)",
    ],
)
def test_contributions_in_points_are_not_in_per_cent(title: str) -> None:
    found = units(f"{title}\nQuarter,Huts,Barns\n2022-Q1,-0.5,1.2\n2022-Q2,0.9,2.3\n")
    assert {*found.values()} <= {"p.p.", "percentage points"}
