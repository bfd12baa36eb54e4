"""What a place is, and of which indicators it has figures."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.answers.place_info import place_info
from cpstats.model.place import Place

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.report import Report
    from cpstats.store.package import Package


def facts(report: Report) -> dict[str, str]:
    return {
        row[0].text.en: row[1].text.en
        for row in report.blocks[0].rows
        if row[0].text and row[1].text
    }


def test_a_place_says_its_code_where_it_lies_and_what_it_was(package: Package) -> None:
    told = facts(place_info(("110114",), package))
    assert told["code"] == "110114"
    assert told["lies in"] == "Beijing, China"
    assert told["was, until"] == "昌平县 110221 1998"  # the register: a district since 1999


def test_a_place_that_took_in_another_one_says_when(package: Package) -> None:
    told = facts(place_info(("110101",), package))
    assert told["other territory since"] == "2010 (with Chongwen District)"  # the register


def test_every_figure_of_a_place_is_counted(package: Package, root: Path) -> None:
    files = (root / "data" / "observations").glob("*.csv")
    rows = [r for f in files for r in csv.DictReader(f.read_text(encoding="utf-8").splitlines())]
    counted = place_info(("110114",), package).records
    assert sum(int(r["figures"] or 0) for r in counted) == sum(
        r["ref_area"] == "110114" for r in rows
    )


def test_a_place_without_figures_is_still_described(package: Package) -> None:
    report = place_info(("130723",), package)
    assert facts(report)["lies in"] == "Zhangjiakou, Hebei, China"
    assert [b.title.en for b in report.blocks if b.title] == ["Kangbao County"]
    assert report.records == ({"indicator": "", "ref_area": "130723", "figures": 0},)


def test_own_places_that_lie_in_one_another_are_told_once(package: Package) -> None:
    own = {c: Place(c, name_en=c.upper(), parent=p) for c, p in (("aa", "bb"), ("bb", "aa"))}
    catalogue = replace(package.catalogue, places=package.catalogue.places.with_more(own))
    told = facts(place_info(("aa",), replace(package, catalogue=catalogue)))
    assert told["lies in"] == "BB, AA"
