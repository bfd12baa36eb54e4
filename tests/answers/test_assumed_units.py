"""An own figure whose unit or place nobody named displaces no published one (S4)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cpstats.answers.derivation import derive
from cpstats.answers.group import Group
from cpstats.answers.rank import rank
from cpstats.answers.settings import Settings
from cpstats.answers.show import show
from cpstats.keeping.importing import import_files
from cpstats.model.question import Question
from cpstats.model.window import Window
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

HEAD = "indicator,ref_area,time_period,obs_value"
CHANGPING = Question(indicators=("gdp",), places=("110114",))
THE_NATION = Question(indicators=("gdp",), places=("100000",))


def _asked(path: Path, question: Question = CHANGPING) -> Report:
    return show(question, open_package([str(path)]))


def _levels(report: Report) -> dict[str, Figure]:
    return {f.time_period: f for f in report.figures if f.measure == "level"}


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def _behind(report: Report) -> list[str]:
    return [note.en for note in report.notes if "stand behind the published" in note.en]


def test_an_own_level_without_a_unit_stands_behind_the_published_one(tmp_path: Path) -> None:
    path = _written(tmp_path / "own.csv", f"{HEAD}\ngdp,昌平,2022,7\ngdp,昌平,2031,8\n")
    report = _asked(path)
    assert not _levels(report)["2022"].own
    assert (_levels(report)["2031"].own, _levels(report)["2031"].value) == (True, 8)
    (note,) = _behind(report)
    assert note.startswith("2022: ")  # and nothing of 2031, where nothing was published


def test_with_its_unit_it_answers_and_nothing_is_said(tmp_path: Path) -> None:
    path = _written(tmp_path / "own.csv", f"{HEAD},unit\ngdp,昌平,2022,7,亿元\n")
    report = _asked(path)
    assert (_levels(report)["2022"].own, _levels(report)["2022"].value) == (True, 7)
    assert not _behind(report)


def test_an_own_growth_needs_no_unit(tmp_path: Path) -> None:
    path = _written(tmp_path / "own.csv", f"{HEAD},measure\ngdp,昌平,2022,7,growth\n")
    (growth,) = (
        f for f in _asked(path).figures if f.measure == "growth" and f.time_period == "2022"
    )
    assert (growth.own, growth.value, growth.unit) == (True, 7, "%")


def test_a_figure_without_a_unit_displaces_not_even_a_bound_or_a_forecast(tmp_path: Path) -> None:
    old = _written(
        tmp_path / "old.csv",
        f"{HEAD},unit,bound\ngdp,110114,2031,900,亿元,lower\n",
    )
    new = _written(tmp_path / "new.csv", f"{HEAD}\ngdp,110114,2031,8\n")
    report = show(CHANGPING, open_package([str(old), str(new)]))
    assert _levels(report)["2031"].value == 900


def test_import_writes_down_whose_unit_it_assumed(tmp_path: Path) -> None:
    table = _written(tmp_path / "t.csv", "地区,指标,2022年,2031年\n昌平区,地区生产总值,7,8\n")
    import_files([str(table)], open_package(), folder=tmp_path / "p")
    told = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))["assumed"]
    assert told == [{"column": "unit", "source": "t", "indicator": "gdp"}]
    report = _asked(tmp_path / "p")
    assert not _levels(report)["2022"].own
    assert _levels(report)["2031"].value == 8
    assert _behind(report)


def test_import_with_a_unit_assumes_nothing(tmp_path: Path) -> None:
    table = _written(tmp_path / "t.csv", "地区,指标,2022年\n昌平区,地区生产总值,7\n")
    hints = Hints(unit="亿元")
    import_files([str(table)], open_package(), folder=tmp_path / "p", hints=hints)
    assert "assumed" not in json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))
    assert _levels(_asked(tmp_path / "p"))["2022"].value == 7


def test_import_writes_down_that_it_assumed_the_nation(tmp_path: Path) -> None:
    table = _written(
        tmp_path / "t.csv",
        "数据库：年度数据\n指标,2022年,2031年\n地区生产总值(亿元),7,8\n",
    )
    import_files([str(table)], open_package(), folder=tmp_path / "p")
    told = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))["assumed"]
    assert told == [{"column": "ref_area", "source": "t"}]
    report = _asked(tmp_path / "p", THE_NATION)
    assert not _levels(report)["2022"].own
    assert (_levels(report)["2031"].own, _levels(report)["2031"].value) == (True, 8)


def test_figures_of_an_assumed_unit_displace_no_published_ones_by_covering_more(
    tmp_path: Path,
) -> None:
    """One release has two of three places with their unit; a bare table has all three."""
    told = "".join(
        f"gdp,{code},2031,{value},亿元\n" for code, value in (("110105", 9), ("110106", 8))
    )
    old = _written(tmp_path / "old.csv", f"{HEAD},unit\n{told}")
    bare = "".join(
        f"gdp,{code},2031,{v}\n" for code, v in (("110105", 1), ("110106", 2), ("110108", 3))
    )
    new = _written(tmp_path / "new.csv", f"{HEAD}\n{bare}")
    question = Question(indicators=("gdp",), window=Window.parse("2031"))
    group = Group(("110105", "110106", "110108"), parent="110000")
    report = rank(question, open_package([str(old), str(new)]), group=group)
    used = {f.ref_area: f.inputs[0].value for f in report.figures if f.value is not None}
    assert used == {"110105": 9, "110106": 8, "110108": 3}


def test_growth_is_not_of_assumed_levels_where_published_ones_have_both_ends(
    tmp_path: Path,
) -> None:
    rows = "gdp,110105,2030,100\ngdp,110105,2031,110\n"
    old = _written(tmp_path / "old.csv", f"{HEAD},unit\n" + rows.replace("\n", ",亿元\n"))
    new = _written(tmp_path / "new.csv", f"{HEAD}\n" + rows.replace("110\n", "150\n"))
    question = Question(indicators=("gdp",), places=("110105",), window=Window.parse("2031"))
    report = derive("growth", question, open_package([str(old), str(new)]), Settings())
    (growth,) = (f for f in report.figures if f.measure == "growth")
    assert growth.value == 10  # 110 / 100 − 1, of the release that names its unit
