"""Any figures in any shape are read back, or asked about; they are never read as others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.recognising.shapes import HEADERS, SHAPES, Facts, Form, table_of, text_of

from cpstats.errors import CpstatsError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable

Row = tuple[str, str, str, str, str]
PLACES = {
    "zh": ("河北省", "山西省", "东岭县", "西河县", "青石镇"),
    "en": ("Norway", "Sweden", "Norland", "Upper Vale", "Sudmark"),
    "de": ("Oberfeld", "Unterau", "Bayern", "Neustadt", "Altdorf"),
    "es": ("Villa Alta", "Villa Baja", "Asturias", "Ribera", "Los Pinos"),
    "fr": ("Montclair", "Beaulieu", "Rivebelle", "Valfleuri", "Sainte-Anne"),
}
NAMES = {
    "zh": (("工坊产值", "万元"), ("登记居民", "人"), ("茶叶产量", "吨")),
    "en": (("Workshop output", "million euro"), ("Residents", "persons"), ("Tea crop", "tonnes")),
    "de": (("Werkstattumsatz", "Mio EUR"), ("Einwohner", "persons"), ("Teeernte", "t")),
    "es": (("Producto", "million euro"), ("Habitantes", "persons"), ("Cosecha", "t")),
    "fr": (("Production", "million euro"), ("Habitants", "persons"), ("Récolte", "t")),
}
NUMBERS = st.decimals(min_value="10", max_value="99999", places=2).map(str)


@st.composite
def facts_and_forms(draw: st.DrawFn) -> tuple[Facts, Form]:
    lang = draw(st.sampled_from(sorted(HEADERS)))
    named = draw(st.lists(st.sampled_from(NAMES[lang]), min_size=1, max_size=3, unique=True))
    places = draw(st.lists(st.sampled_from(PLACES[lang]), min_size=1, max_size=3, unique=True))
    first = draw(st.integers(1995, 2019))
    years = tuple(range(first, first + draw(st.integers(2, 4))))
    shape = draw(st.sampled_from(SHAPES))
    if shape == "places_across":
        named = named[:1]
    indicators = tuple(name for name, _ in named)
    values = {(i, p, y): draw(NUMBERS) for i in indicators for p in places for y in years}
    decimal, divider = draw(st.sampled_from([(".", ","), (".", "\t"), (",", ";"), (".", "|")]))
    unit = draw(st.sampled_from(["bracket", "column"]))
    form = Form(
        shape,
        lang,
        decimal,
        divider,
        draw(st.sampled_from(["{}年", "{}"] if lang == "zh" else ["{}", "{} [YR{}]"])).replace(
            "[YR{}]", "[YR1]"
        ),
        draw(st.sampled_from(["", "注：示例。" if lang == "zh" else "Note: an example"])),
        unit,
    )
    return Facts(indicators, tuple(places), years, tuple(u for _, u in named), values), form


def read(text: str | bytes, hints: Hints | None = None, encoding: str = "utf-8") -> set[Row]:
    name, content = (
        ("t.csv", text.encode(encoding)) if isinstance(text, str) else ("t.parquet", text)
    )
    (found,) = foreign(name, content, hints)
    return {(r[0], r[1], r[2], r[4], r[5]) for r in found.rows}


def same(facts: Facts, found: set[Row]) -> bool:
    """Whether a reading is the figures; one that takes the name from a flag has that name."""
    return found == facts.rows()


def read_or_asked(facts: Facts, text: str | bytes) -> None:
    """Assert that a text is read as the figures, or asked about with a flag that makes it them."""
    try:
        found = read(text)
    except QuestionError as asked:
        answers = {"NAME": facts.indicators[0], "PLACE": facts.places[0]}
        texts = [way for way in asked.ways if way.texts]
        for way in texts:
            said = {k: answers.get(v, v) for k, v in way.texts.items()}
            try:
                if same(facts, read(text, Hints(**said))):
                    return
            except CpstatsError:
                continue
        return
    except CpstatsError:
        return
    assert same(facts, found), f"{text!r}\n{sorted(found ^ facts.rows())}"


def parquet_of(cells: list[list[str]], folder: Path) -> bytes:
    """Return a table of one header as Parquet: numbers as such, empty cells as null."""
    head, *body = cells

    def column(c: int) -> str:
        texts = [row[c] for row in body]
        kind = "DECIMAL(12, 2)" if all("." in t for t in texts if t) else "VARCHAR"
        kind = "BIGINT" if all(t.isdecimal() for t in texts) else kind
        told = ", ".join(f"'{t}'" if t else "NULL" for t in texts)
        quoted = head[c].replace('"', '""')
        return f'unnest([{told}]::{kind}[]) AS "{quoted}"'

    path = folder / "t.parquet"
    query = ", ".join(map(column, range(len(head))))
    duckdb.sql(f"COPY (SELECT {query}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


@settings(max_examples=60, derandomize=True, deadline=None)
@given(facts_and_forms())
def test_any_figures_in_parquet_are_read_back_or_asked_about(made: tuple[Facts, Form]) -> None:
    facts, form = made
    cells = table_of(facts, replace(form, decimal="."))
    named = "" not in cells[0] and len({*map(str.casefold, cells[0])}) == len(cells[0])
    if form.shape in ("series", "places_across") or not named:
        return  # no Parquet: several lines of header, columns without a name of their own
    with TemporaryDirectory() as folder:
        read_or_asked(facts, parquet_of(cells, Path(folder)))


@settings(max_examples=150, derandomize=True, deadline=None)
@given(facts_and_forms())
def test_any_figures_in_any_shape_are_read_back_or_asked_about(made: tuple[Facts, Form]) -> None:
    facts, form = made
    read_or_asked(facts, text_of(table_of(facts, form), form))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(facts_and_forms())
def test_most_shapes_need_no_question(made: tuple[Facts, Form]) -> None:
    facts, form = made
    if form.shape == "places_across" or len(facts.places) * len(facts.indicators) < 2:
        return
    assert same(facts, read(text_of(table_of(facts, form), form)))


@pytest.mark.parametrize(
    ("lang", "encoding"),
    [
        ("zh", "gb18030"),
        ("zh", "utf-16"),
        ("de", "cp1252"),
        ("es", "latin-1"),
        ("fr", "utf-8-sig"),
        ("en", "utf-16"),
    ],
)
@settings(max_examples=12, derandomize=True, deadline=None)
@given(made=facts_and_forms())
def test_the_encoding_does_not_matter(made: tuple[Facts, Form], lang: str, encoding: str) -> None:
    facts, form = made
    if form.lang != lang:
        return
    text = text_of(table_of(facts, form), form)
    try:
        plain, coded = read(text), read(text, encoding=encoding)
    except CpstatsError:  # few letters may be of several encodings: asked
        return
    assert coded == plain


@settings(max_examples=30, derandomize=True, deadline=None)
@given(made=facts_and_forms(), lang=st.sampled_from(sorted(HEADERS)))
def test_the_language_of_the_headers_does_not_matter(made: tuple[Facts, Form], lang: str) -> None:
    facts, form = made
    read_or_asked(facts, text_of(table_of(facts, replace(form, lang=lang)), form))


@settings(max_examples=40, derandomize=True, deadline=None)
@given(made=facts_and_forms())
def test_a_table_without_its_units_has_the_same_figures_without_units(
    made: tuple[Facts, Form],
) -> None:
    facts, form = made
    bare = replace(facts, units=("",) * len(facts.units))
    text = text_of(table_of(bare, replace(form, unit="bracket")), form).replace(" ()", "")
    read_or_asked(bare, text.replace("()", ""))


def transposed(cells: list[list[str]]) -> list[list[str]]:
    width = max(map(len, cells))
    return [list(row) for row in zip(*([*r, *[""] * (width - len(r))] for r in cells), strict=True)]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(made=facts_and_forms())
def test_a_table_that_is_turned_is_read_the_same_or_asked_about(
    made: tuple[Facts, Form],
) -> None:
    facts, form = made
    if form.shape in ("years_across", "indicators_across", "places_across"):
        read_or_asked(facts, text_of(transposed(table_of(facts, form)), form))


def shuffled(cells: list[list[str]]) -> list[list[str]]:
    """Put the last column first."""
    return [[row[-1], *row[:-1]] for row in cells]


def numbered(cells: list[list[str]]) -> list[list[str]]:
    return [["" if not n else str(n), *row] for n, row in enumerate(cells)]


def with_empty_column(cells: list[list[str]]) -> list[list[str]]:
    return [[*row[:1], "", *row[1:]] for row in cells]


def without_corner(cells: list[list[str]]) -> list[list[str]]:
    return [["", *cells[0][1:]], *cells[1:]]


def with_a_general_title(cells: list[list[str]]) -> list[list[str]]:
    return [["Statistical yearbook"], [""], *cells]


@pytest.mark.parametrize(
    "change", [shuffled, numbered, with_empty_column, without_corner, with_a_general_title]
)
@settings(max_examples=40, derandomize=True, deadline=None)
@given(made=facts_and_forms())
def test_what_must_not_matter_does_not(
    made: tuple[Facts, Form], change: Callable[[list[list[str]]], list[list[str]]]
) -> None:
    facts, form = made
    if form.shape in ("series", "places_across"):
        return
    read_or_asked(facts, text_of(change(table_of(facts, form)), form))


def with_garbled_figure(cells: list[list[str]]) -> list[list[str]]:
    last = max(n for n, text in enumerate(cells[-1]) if text.replace(",", ".").count(".") == 1)
    return [*cells[:-1], [*cells[-1][:last], "1O.5x", *cells[-1][last + 1 :]]]


def with_a_total(cells: list[list[str]]) -> list[list[str]]:
    return [*cells, ["Total", *cells[-1][1:]]]


def with_remarks(cells: list[list[str]]) -> list[list[str]]:
    return [[*row, "zzz" if not n else ("good", "bad")[n % 2]] for n, row in enumerate(cells)]


@pytest.mark.parametrize("change", [with_garbled_figure, with_remarks, with_a_total])
@settings(max_examples=40, derandomize=True, deadline=None)
@given(made=facts_and_forms())
def test_what_must_matter_is_asked_about_or_refused_or_changes_no_figure(
    made: tuple[Facts, Form], change: Callable[[list[list[str]]], list[list[str]]]
) -> None:
    facts, form = made
    if form.shape in ("series", "places_across"):
        return
    text = text_of(change(table_of(facts, form)), form)
    try:
        found = read(text)
    except CpstatsError:
        return
    assert found <= facts.rows(), text
