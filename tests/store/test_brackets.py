"""Units in the brackets behind a name, in several languages, with more behind them."""

from __future__ import annotations

import pytest

from cpstats.store.brackets import known_unit_of, unit_of
from cpstats.store.recognising.labels import label_of

SHARES = (
    "Employers (% of employment) (modelled estimate)",
    "Employers (% of employment) (first half) (modelled estimate)",
    "Рост промышленности (годовой %)",
    "Paro (% de la población activa) (estimación)",
    "失业率（占劳动力总数的百分比）（模拟估计）",
    "Readers (% of people ages 15 and above)",
)


@pytest.mark.parametrize("name", SHARES)
def test_a_share_is_in_per_cent_whatever_stands_behind_it(name: str) -> None:
    assert unit_of(name) == ("%", "")
    assert label_of(name).unit == "%"


def test_two_things_of_which_one_has_a_unit_of_its_own_have_none_together() -> None:
    assert label_of("Visitors (thousands) and share (%)").unit == ""


@pytest.mark.parametrize(
    ("name", "basis"),
    [
        ("Imports (BoP, current US$)", "current"),
        ("Импорт (в текущих долларах США)", "current"),
        ("Импорт (в постоянных долларах США 2010 г.)", "constant:2010"),
        ("Importations ($ US courants)", "current"),
        ("Importations ($ US constants de 2010)", "constant:2010"),
        ("Importaciones (US$ a precios actuales)", "current"),
        ("Importaciones (US$ a precios constantes de 2010)", "constant:2010"),
        ("进口（2010年不变价美元）", "constant:2010"),
        ("进口（现价美元）", "current"),
    ],
)
def test_dollars_and_their_prices_are_read_in_several_languages(name: str, basis: str) -> None:
    assert unit_of(name) == ("美元", basis)


def test_a_ratio_to_a_thousand_is_carried_as_printed() -> None:
    assert unit_of("Doctors (per 100,000 people)") == ("per 100,000 people", "")
    assert unit_of("Doctors (per ward)") == ("", "")


def test_a_unit_that_is_known_ends_the_search() -> None:
    # the yield is in kg, not in % of what stands before it
    assert unit_of("Yield (% of best) (kg per hectare)") == ("", "")
    assert known_unit_of("Yield (% of best) (kg per hectare)") == "kg per hectare"
    assert known_unit_of("Yield (kg (dry))") == ""
