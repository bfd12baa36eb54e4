"""The names that `import cpstats` offers."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

import cpstats
from cpstats import api
from cpstats.errors import UsageError
from cpstats.model.columns import MACHINE
from cpstats.model.report import Report


def test_the_package_offers_what_the_interface_offers() -> None:
    assert set(api.__all__) <= set(dir(cpstats))
    assert all(getattr(cpstats, name) is getattr(api, name) for name in api.__all__)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import cpstats, sys; print([m for m in ('pandas', 'numpy', 'narwhals', 'rich', 'typer') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = cpstats.nothing_of_the_kind


def test_figures_are_a_frame_with_the_machine_columns() -> None:
    frame = cpstats.figures("gdp", places=["changping", "beijing"], period="2021..2022")
    assert list(frame.columns) == list(MACHINE)
    assert frame.ref_area.unique().tolist() == ["110114", "110000"]
    assert frame.value.dtype == "float64"


def test_an_answer_is_a_report_with_a_frame_a_text_and_a_notebook_display() -> None:
    answer = cpstats.compare("gdp", vs="beijing", period="2021..2024")
    assert isinstance(answer, Report)
    assert len(answer.to_frame()) == len(answer.figures)
    assert answer.to_text("zh").startswith("地区生产总值")
    html = answer._repr_html_()
    assert html.startswith("<h1>")
    assert "<table>" in html


def test_without_an_indicator_everything_is_compared() -> None:
    assert cpstats.compare(vs="beijing").title.en == "Changping against Beijing"


def test_growth_of_a_name_asks_and_growth_of_a_frame_calculates() -> None:
    asked = cpstats.growth("gdp", places="beijing", period="2021..2024")
    assert isinstance(asked, Report)
    table = pd.DataFrame({"x": "a", "time_period": ["2020", "2021"], "obs_value": [1.0, 1.5]})
    made = cpstats.growth(table, by=["x"])
    assert isinstance(made, pd.DataFrame)
    assert made["value"].iloc[1] == 50


def test_a_misspelt_argument_is_refused() -> None:
    with pytest.raises(TypeError, match="plcaes"):
        cpstats.figures("gdp", plcaes="beijing")


def test_a_text_is_checked_with_one_row_for_each_claim() -> None:
    text = "昌平GDP年均增长6.2%、高于全市1.3个百分点。"
    answer = cpstats.check(text, published=date(2025, 12, 22), place="changping")
    frame = answer.to_frame()
    assert frame[["surface", "verdict", "line", "column"]].to_numpy().tolist() == [
        ["6.2%", "confirmed", 1, 10],
        ["1.3个百分点", "depends", 1, 19],
    ]
    assert "which may be this text" in answer.to_text()
    assert len(cpstats.check("没有数字。").to_frame()) == 0


def test_what_is_narrated_is_confirmed() -> None:
    said = (
        cpstats.narrate("gdp", places="beijing", vs="china", period=2024)
        .to_text("zh")
        .splitlines()[2]
    )
    assert set(cpstats.check(said, place="beijing").to_frame().verdict) <= {"confirmed", "depends"}


@pytest.mark.parametrize("argument", ["place", "exclude_source"])
def test_a_text_has_a_place_and_sources_that_exist(argument: str) -> None:
    with pytest.raises(UsageError):
        cpstats.check("GDP增长5%。", **{argument: "nowhere"})
