"""Countries under a word that says so are meant, also beside names that nobody knows; what is written nearly as one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def _opened(folder: Path, head: str, *names: str) -> tuple[set[str], str]:
    """Return the places of a table of those names, and what is said of it."""
    lines = [f"{name},Rice output (kt),{4 + n / 4}" for n, name in enumerate(names)]
    (path := folder / "t.csv").write_text("\n".join([f"{head},Indicator,2021", *lines, ""]))
    package = open_package([str(path)], builtin=False)
    spelled = {place for place in package.catalogue.spelled.values() if place}
    return spelled, " ".join(str(line) for line in package.announced)


@pytest.mark.parametrize("head", ["Country", "País", "Страна", "国家", "País / Country"])
def test_countries_are_meant_under_a_word_for_them_whatever_stands_beside_them(
    tmp_path: Path, head: str
) -> None:
    places, _ = _opened(tmp_path, head, "Norway", "Upland", "Downland", "Hayland")
    assert "NO" in places
    assert "Upland" in places


def test_under_another_word_a_name_among_unknown_ones_is_none(tmp_path: Path) -> None:
    places, said = _opened(tmp_path, "State", "Georgia", "Alabama", "Kansas", "Norwya")
    assert "GE" not in places
    assert "is it" not in said


def test_a_name_written_nearly_as_a_country_is_told(tmp_path: Path) -> None:
    places, said = _opened(tmp_path, "Country", "Denmrak", "Portgual", "Upland", "Chile")
    assert "Denmrak" in places  # it is not taken for Denmark
    assert "“Denmrak” (is it Denmark?)" in said
    assert "“Portgual” (is it Portugal?)" in said
    assert "“Upland”, " not in said.replace("(is", ",")


@pytest.mark.parametrize(("whole", "nation"), [("전국", "KR"), ("ทั่วราชอาณาจักร", "TH")])
def test_a_word_of_one_country_for_all_of_it_is_that_country(
    tmp_path: Path, whole: str, nation: str
) -> None:
    places, _ = _opened(tmp_path, "Region", whole, "Upland", "Downland", "Hayland")
    assert nation in places


def test_the_word_for_what_they_are_is_no_part_of_names(tmp_path: Path) -> None:
    places, _ = _opened(tmp_path, "Lugar", "País: Chile", "País: Perú", "País: Uruguay")
    assert places == {"CL", "PE", "UY"}
