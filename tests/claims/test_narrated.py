"""What `narrate` writes, `check` confirms: every number, as the figure that it was written from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpstats.answers.narrate import narrate, sentence
from cpstats.answers.sentences.statement import Statement, in_period, over
from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.model.amount import places
from cpstats.model.period import Freq, span
from cpstats.model.question import Question
from cpstats.model.unit import Unit
from cpstats.model.window import Window
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Pair
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from pathlib import Path

    from cpstats.model.figure import Figure
    from cpstats.model.text import Lang
    from cpstats.store.package import Package

EACH = 12  # of a place: its statements are alike, and of all indicators over the places
SPANS = ((2016, 2020), (2021, 2025), (2020, 2024))
# `check` does not look these up: names in quotation marks behind a place, what was reached at most,
# and the published rank of a growth.
NOT_READ = {
    "two_zones_projects",
    "two_zones_project_amount",
    "water_sections_good",
    "citizen_requests_resolution_rate",
    "citizen_requests_satisfaction_rate",
    "gdp_growth_rank",
    "exports_growth_rank",
}
MEASURE = {  # of a figure → of check/1; a level in per cent is a share of something
    "level": {"level", "share", "rank"},
    "milestone": {"level"},
    "total": {"level"},
    "share": {"share"},
    "growth": {"growth_yoy"},
    "average_growth": {"growth_average"},
    "growth_gap": {"gap_pp"},
    "average_growth_gap": {"gap_pp"},
    "level_gap": {"gap_pp"},
}
WHOLE = ("110000", "110114")  # places of which every statement is checked
Said = tuple[Statement, list[dict[str, object]]]


@pytest.fixture(scope="module")
def package() -> Package:
    return open_package()


@pytest.fixture(scope="module")
def statements(package: Package) -> list[Statement]:
    """Return what can be said of every indicator, place and period of the built-in data."""
    catalogue = package.catalogue
    idents, areas = tuple(catalogue.indicators), tuple(catalogue.places)
    figures = Figures.of(package, Question(indicators=idents, places=areas), idents)
    found: dict[tuple[str, str], Statement] = {}
    for ident in idents:
        for area in areas:
            if figures.keys(ident, area):
                parent = catalogue.places[area].parent
                other = parent if parent in catalogue.places else ""
                pair = Pair(figures, Question(benchmark=other), ident, area)
                for said in _all_of(pair):
                    found.setdefault((area, sentence(said).zh), said)
    return list(found.values())


def _all_of(pair: Pair) -> Iterator[Statement]:
    have = {
        *pair.figures.levels(pair.ident, pair.area),
        *pair.figures.growths(pair.ident, pair.area),
    }
    periods = sorted(p for p in have if p.freq not in (Freq.SPAN, Freq.OPEN))
    every = [in_period(pair, period) for period in periods]
    every += [said for years in SPANS for said in over(pair, span(*years))]
    yield from (said for said in every if said.figures)


def checked(package: Package, statements: list[Statement], lang: Lang) -> list[Said]:
    """Return every statement with the claims that `check` found in its sentence."""
    found: list[Said] = []
    for n, area in enumerate(dict.fromkeys(s.pair.area for s in statements)):
        every = [s for s in statements if s.pair.area == area]
        here = every[n % EACH :: max(len(every) // EACH, 1)] if area not in WHOLE else every
        documents = [
            replace(of_sentence(sentence(s).to(lang)), name=str(n)) for n, s in enumerate(here)
        ]
        report = check(documents, package, Asked(place=area))
        for said, document in zip(here, report.documents, strict=True):
            found.append((said, list(document["claims"])))  # type: ignore[call-overload]
    return found


@pytest.fixture(scope="module")
def chinese(package: Package, statements: list[Statement]) -> list[Said]:
    return checked(package, statements, "zh")


def numbers(said: Statement) -> list[Figure]:
    """Return the figures whose number stands in the Chinese sentence; 持平 has none."""
    text = sentence(said).zh
    kept = [f for f in said.figures if not (f.unit == "百分点" and f.touches_zero)]
    if "与上年持平" in text or "与上年同期持平" in text or "基本持平" in text:
        kept = [f for f in kept if f.unit != "%" or f.measure not in ("growth", "average_growth")]
    return kept


def test_there_is_much_to_say(statements: list[Statement]) -> None:
    assert len(statements) > 1000


def test_no_sentence_is_contradicted_by_the_data(
    package: Package, statements: list[Statement], chinese: list[Said]
) -> None:
    for found in (chinese, checked(package, statements, "en")):
        wrong = [
            (c["sentence"], c["surface"], c["reason"])
            for _, claims in found
            for c in claims
            if c["verdict"] in ("contradicted", "inconsistent")
        ]
        assert wrong == []


def test_every_number_is_confirmed_or_depends_on_the_release(chinese: list[Said]) -> None:
    for said, claims in chinese:
        for figure, claim in zip(numbers(said), claims, strict=True):
            if said.pair.ident in NOT_READ:
                continue
            if "名义与上年持平" in str(claim["sentence"]) and figure.measure == "growth_gap":
                continue  # a gap of nominal growth beside a word without a number
            assert claim["verdict"] in ("confirmed", "depends"), (
                claim["sentence"],
                claim["reason"],
            )
            if claim["verdict"] == "depends":
                evidence = claim["evidence"]
                sources = {tuple(e["sources"]) for e in evidence}  # type: ignore[attr-defined]
                assert len(sources) > 1, (claim["sentence"], claim["reason"])
                assert figure.measure in ("level", "share") or figure.formula is not None


def test_every_number_is_read_as_what_it_was_written_from(chinese: list[Said]) -> None:
    for said, claims in chinese:
        wanted = numbers(said)
        assert len(wanted) == len(claims), sentence(said).zh
        for figure, claim in zip(wanted, claims, strict=True):
            if said.pair.ident in NOT_READ:
                continue
            text = sentence(said).zh
            assert claim["indicator"] == figure.indicator, text
            assert claim["place"] == figure.ref_area, text
            assert claim["measure"] in MEASURE[figure.measure], text
            period = str(claim["period"]).removesuffix("-12-31")
            assert period in (str(said.period), str(said.period.year)), text
            _same_number(figure, claim, text)


def _same_number(figure: Figure, claim: dict[str, object], text: str) -> None:
    value, unit = float(str(claim["value"])), str(claim["unit"])
    assert figure.value is not None
    shift = (
        0 if unit in ("%", "个百分点", "位") else Unit.parse(unit).shift_to(Unit.parse(figure.unit))
    )
    computed = figure.formula is not None and "growth" in figure.measure
    rounded = 1 if computed else None  # growth of levels is written with one decimal
    decimals = places(figure) if rounded is None else rounded
    half = 0.5 * 10.0**-decimals + 1e-9
    assert abs(value * 10.0**shift - abs(figure.value)) <= half, text


LANGUAGES: tuple[Lang, Lang] = ("zh", "en")
HEAD = "indicator,ref_area,time_period,measure,price_basis,obs_value\n"
LEVELS = st.decimals(1, 9_000, places=1)
RATES = st.decimals(-30, 30, places=1)


CASES = st.lists(st.tuples(LEVELS, LEVELS, RATES, RATES), min_size=2, max_size=15)
FIRST = 1900  # nothing else is known of those years


@settings(max_examples=8, suppress_health_check=[*HealthCheck])
@given(cases=CASES)
def test_whatever_the_numbers_are_check_confirms_the_sentences(
    cases: list[tuple[Decimal, Decimal, Decimal, Decimal]], tmp_path: Path
) -> None:
    rows = []
    for year, (ours, more, rate, other) in enumerate(cases, FIRST):
        rows += [
            f"gdp,110105,{year},level,current,{ours}",
            f"gdp,110000,{year},level,current,{ours + more}",
            f"gdp,110105,{year},growth,constant,{rate}",
            f"gdp,110000,{year},growth,constant,{other}",
        ]
    file = tmp_path / "own.csv"
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    package = open_package([str(file)])
    window = Window.parse(f"{FIRST}..{FIRST + len(cases) - 1}")
    question = Question(indicators=("gdp",), places=("110105",), benchmark="110000", window=window)
    texts = narrate(question, package).text
    assert len(texts) == len(cases) + 1  # and the average
    documents = {lang: [of_sentence(text.to(lang)) for text in texts] for lang in LANGUAGES}
    for lang, some in documents.items():
        report = check(some, package, Asked(place="110105"))
        wrong = {"contradicted", "inconsistent"}
        if lang == "zh":
            wrong |= {"unverifiable", "depends", "not_checked"}
        assert [row for row in report.records if row["verdict"] in wrong] == []
