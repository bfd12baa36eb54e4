"""Places within labels that no sign divides: 北京产值, Norway output, output of Norway."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

from cpstats.store.recognising.places_in_words import only_place, parted_by_words


@pytest.mark.parametrize(
    ("labels", "places", "name", "unit"),
    [
        (("北京茶叶产量(吨)", "上海茶叶产量(吨)"), ("北京", "上海"), "茶叶产量", "吨"),
        (("北京市的茶叶产量", "广州市的茶叶产量"), ("北京市", "广州市"), "茶叶产量", ""),
        (("Tea of Norway (kt)", "Tea of Chile (kt)"), ("Norway", "Chile"), "Tea", "kt"),
        (("Norway tea sold", "Sri Lanka tea sold"), ("Norway", "Sri Lanka"), "tea sold", ""),
        (("Norway's tea", "Chile's tea"), ("Norway", "Chile"), "tea", ""),
        (("Té de Chile", "Té de Perú"), ("Chile", "Perú"), "Té", ""),
    ],
)
def test_a_place_at_one_end_of_each_label_is_its_place(
    labels: tuple[str, str], places: tuple[str, str], name: str, unit: str
) -> None:
    found = rows("Year,{},{}\n2020,1,2\n2021,3,4\n".format(*labels))
    assert [(row[0], row[1], row[5]) for row in found][:2] == [
        (name, place, unit) for place in places
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ("Imports from Norway", "Imports from Chile"),
        ("Trade with Norway", "Trade with Chile"),
        ("Norway exports to Chile", "Norway exports to Peru"),
        ("Norway tea", "Chile rice"),
        ("Chile pepper", "Tea"),
    ],
)
def test_a_partner_or_a_thing_of_one_place_alone_is_none(labels: tuple[str, str]) -> None:
    assert parted_by_words(labels) == {}
    assert "does not name its place" in refused("Year,{},{}\n2020,1,2\n2021,3,4\n".format(*labels))


def test_where_names_stand_beside_the_figures_labels_keep_their_places() -> None:
    text = "Region,Year,Exports of Norway,Exports of Chile\nBayern,2020,1,2\nHessen,2020,3,4\n"
    assert {row[0] for row in rows(text)} == {"Exports of Norway", "Exports of Chile"}


def test_the_one_place_of_all_labels_is_proposed() -> None:
    said = refused("Year,Area of Norway,Tea of Norway\n2020,1,2\n2021,3,4\n")
    assert "Perhaps: Norway, in the names over the columns." in said
    assert "--area Norway (4 figures" in said
    assert only_place(["Area of Norway", "Tea of Chile"]) == ""


def test_a_place_that_is_called_as_a_money_speaks_of_no_country() -> None:
    said = refused("Distrito,n\nBOLIVAR,5\nMERCED,6\nBALBOA,7\n")
    assert "Venezuela" not in said
