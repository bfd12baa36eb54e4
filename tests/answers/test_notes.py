"""What is said below the tables: reasons, releases, footnotes, the date that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.index import index
from cpstats.answers.notes import reason_notes, reason_of, release_notes, report_of
from cpstats.model.catalogue import Catalogue
from cpstats.model.figure import Figure, Quote
from cpstats.model.period import annual
from cpstats.model.source import Source, Vintage
from cpstats.model.text import Text, same
from cpstats.model.words import REASON

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.conftest import Ask, Own

    from cpstats.selecting.figures import Figures

CHANGPING, BEIJING = "110114", "110000"
RELEASE = Vintage(
    "census", name_en="revised after the census", name_zh="普查后修订", short_zh="普查后"
)


def refused(reason: str, period: str = "2024", **given: object) -> Figure:
    cell = {"indicator": "gdp", "ref_area": CHANGPING, "time_period": period}
    return Figure(reason=reason, **(cell | given))


def level(period: str, value: float, **given: object) -> Figure:
    cell = {"indicator": "gdp", "ref_area": CHANGPING, "time_period": period}
    return Figure(value=value, low=value, high=value, **(cell | given))


def told(figure: Figure) -> Text:
    sources = {"a": Source("a", "年鉴"), "b": Source("b", "Yearbook")}
    return reason_of(figure, Catalogue(vintages={"census": RELEASE}, sources=sources))


@pytest.mark.parametrize("reason", sorted(REASON))
def test_every_reason_has_words_in_both_languages(reason: str) -> None:
    said = told(refused(reason))
    assert said.en
    assert said.zh
    assert said.en != said.zh


def test_missing_rates_are_named_by_year() -> None:
    said = told(refused("missing_current", method="chained", absent=("2021", "2023")))
    assert said.en == "no growth rate for 2021, 2023"
    assert said.zh == "缺2021年、2023年的增速"


def test_three_years_running_are_a_span() -> None:
    # DATA.md: of 2021–2025 Changping's only rate is that of 2022
    absent = ("2021", "2023", "2024", "2025")
    said = told(refused("missing_current", method="chained", absent=absent))
    assert said.en == "no growth rate for 2021, 2023–2025"
    two = told(refused("missing_current", method="chained", absent=("2023", "2024")))
    assert two.en == "no growth rate for 2023, 2024"


def test_a_missing_level_is_named_by_its_period() -> None:
    said = told(refused("missing_base", method="geometric", absent=("2016",)))
    assert said.en == "no figure for the base period (2016)"
    assert said.zh == "缺基期数据（2016年）"


def test_two_releases_are_named_with_the_figure_of_each_end() -> None:
    # DATA.md, S5: Beijing 2020→2025
    inputs = (
        level("2020", 38503.6, vintage="census", printed=Quote("38503.6", "亿元")),
        level("2025", 52073.4, vintage="first", printed=Quote("52073.4", "亿元")),
    )
    said = told(refused("mixed_vintage", inputs=inputs))
    assert said.to("en") == (
        "no one release has both figures (2020: 38503.6 (100 million yuan), census; "
        "2025: 52073.4 (100 million yuan), first); --allow-mixed divides all the same"
    )
    assert "普查后；" in said.zh
    mixed = told(level("2025", 6.2, reason="mixed_vintage", inputs=inputs))
    assert mixed.en.startswith("two releases were mixed (2020: 38503.6")
    assert "--allow-mixed" not in mixed.to("en")


def test_a_figure_without_a_release_is_called_by_the_title_of_its_source() -> None:
    # English has the id of what is not titled in Latin letters
    inputs = tuple(level(f"200{n}", 1, source=s, printed=Quote("1")) for n, s in enumerate("abc"))
    said = told(refused("mixed_vintage", inputs=inputs))
    assert "(2000: 1, a; 2001: 1, Yearbook; 2002: 1, c)" in said.en
    assert "（2000：1，年鉴；2001：1，Yearbook；2002：1，c）" in said.zh


def test_of_many_figures_only_some_are_named() -> None:
    inputs = tuple(level(str(year), 1, source="s") for year in range(2010, 2020))
    said = told(refused("mixed_vintage", inputs=inputs)).en
    assert "2013: 1, s; …" in said
    assert "2014" not in said


@pytest.mark.parametrize(
    ("base", "end", "word"),
    [(-3, 5, "扭亏为盈"), (-5, -3, "减亏"), (-3, -5, "增亏"), (0, 5, "")],
)
def test_what_happened_across_zero_is_told(base: float, end: float, word: str) -> None:
    inputs = (level("2024", end), level("2023", base))
    said = told(refused("base_nonpositive", inputs=inputs))
    assert said.zh == REASON["base_nonpositive"].zh + (f"（{word}）" if word else "")


def test_from_profit_to_loss_the_base_is_not_to_blame() -> None:
    said = told(refused("base_nonpositive", inputs=(level("2024", -5), level("2023", 3))))
    assert said.zh == "由盈转亏，不计算增速"


def test_each_refusal_is_told_once_with_period_and_place(
    figures: Callable[..., Figures],
) -> None:
    found = [
        refused("missing_current"),
        refused("missing_current"),
        level("2022", 1340.8),
        refused("bound_only", "2006"),
    ]
    notes = [n.to("en") for n in reason_notes(found, figures("gdp"))]
    assert notes == [
        "2024: Changping: no figure for the period",
        "2006: Changping: only a bound or a rounded-off figure is known",
    ]


def test_mixing_that_was_allowed_is_told_although_there_is_a_value(
    figures: Callable[..., Figures],
) -> None:
    found = [level("2025", 6.2, reason="mixed_vintage")]
    assert len(reason_notes(found, figures("gdp"))) == 1


def test_what_as_of_leaves_out_is_counted(figures: Callable[..., Figures]) -> None:
    # DATA.md, S3: undated figures are left out and counted; Changping's level of 1995 is one
    assert release_notes(figures("gdp")) == []
    read = figures("gdp", as_of="2024-12-31")
    (note,) = release_notes(read)
    assert read.undated >= 1
    assert f"are left out: {read.undated}" in note.en
    assert f"{read.undated}个" in note.zh
    assert annual(1995) not in read.levels("gdp", CHANGPING)


def test_a_day_that_is_known_in_part_counts_as_its_last(
    figures: Callable[..., Figures],
) -> None:
    # DATA.md, S3: the table of 2017–2022 is dated “2023”
    for day, known in (("2023-12-30", False), ("2023-12-31", True)):
        levels = figures("gdp", as_of=day).levels("gdp", CHANGPING)
        assert (annual(2020) in levels) is known


def test_a_report_has_each_row_once_and_the_sources_of_all_inputs(
    figures: Callable[..., Figures],
) -> None:
    read = figures("gdp", vs="beijing")
    one = read.levels("gdp", CHANGPING)[annual(2022)]
    two = read.levels("gdp", BEIJING)[annual(2024)]
    made = level("2024", 1.0, inputs=(one, two))
    report = report_of(same("x"), [made, made, one], [], read, notes=[same("n"), same("n")])
    assert report.figures == (made, one)
    assert [n.to("en") for n in report.notes] == ["n"]
    assert {s.source for s in report.sources} == {"table2022", "nbs_v3"}
    assert report.names[CHANGPING].en == "Changping"


def test_the_newest_release_dates_a_report(figures: Callable[..., Figures]) -> None:
    read = figures("gdp")
    old, new = (read.levels("gdp", CHANGPING)[annual(y)] for y in (2022, 2024))
    assert report_of(same("x"), [old], [], read).known == "2023"
    assert report_of(same("x"), [old, new], [], read).known == "2025"
    assert report_of(same("x"), [], [], read).known == ""


def test_a_mixture_that_many_places_have_in_common_is_one_note(own: Own, ask: Ask) -> None:
    rows = ["indicator,ref_area,time_period,measure,obs_value,unit,vintage"]
    for n, place in enumerate("ABCDE"):  # the base and the year are of two releases each
        rows += [f"x,{place},2020,level,{10 + n},t,v1", f"x,{place},2021,level,{20 + n},t,v2"]
    package = own("\n".join(rows) + "\n", builtin=False)
    made = index(ask("x", places="A B C D E", period="2020..2021"), package)
    told = [n.to("en") for n in made.notes if "no one release" in n.en]
    assert told == [
        (
            "2021: A, B, C, D, E: no one release has both figures (--explain names them); "
            "--allow-mixed divides all the same"
        )
    ]
