"""A writer of tables: figures in every shape, language, decimal mark, form of period and of unit."""

from __future__ import annotations

from dataclasses import dataclass, field

HEADERS = {
    "zh": {"place": "地区", "indicator": "指标", "time": "年份", "value": "数值", "unit": "单位"},
    "en": {"place": "Region", "indicator": "Indicator", "time": "Year", "value": "Value", "unit": "Unit"},
    "de": {"place": "Gemeinde", "indicator": "Merkmal", "time": "Jahr", "value": "Wert", "unit": "Einheit"},
    "es": {"place": "Municipio", "indicator": "Indicador", "time": "Año", "value": "Valor", "unit": "Unidad"},
    "fr": {"place": "Commune", "indicator": "Indicateur", "time": "Année", "value": "Valeur", "unit": "Unité"},
}  # fmt: skip
SHAPES = ("long", "years_across", "indicators_across", "places_across", "series")


@dataclass(frozen=True)
class Facts:
    """Figures by indicator, place and year; `units` by indicator."""

    indicators: tuple[str, ...]
    places: tuple[str, ...]
    years: tuple[int, ...]
    units: tuple[str, ...]
    values: dict[tuple[str, str, int], str] = field(default_factory=dict)

    def rows(self) -> set[tuple[str, str, str, str, str]]:
        """Return what a reading of them is: name, place, period, value, unit."""
        unit = dict(zip(self.indicators, self.units, strict=True))
        return {(i, p, str(y), v, unit[i]) for (i, p, y), v in self.values.items()}


@dataclass(frozen=True)
class Form:
    """How a table is written."""

    shape: str
    lang: str
    decimal: str = "."
    divider: str = ","
    year: str = "{}"
    note: str = ""
    unit: str = "bracket"  # or `column`, where the shape has one


def table_of(facts: Facts, form: Form) -> list[list[str]]:
    """Return the cells of a table."""
    words = HEADERS[form.lang]
    label = {
        i: f"{i} ({u})" if form.unit == "bracket" else i
        for i, u in zip(facts.indicators, facts.units, strict=True)
    }
    unit = dict(zip(facts.indicators, facts.units, strict=True))
    years = [form.year.format(y) for y in facts.years]

    def cell(i: str, p: str, y: int) -> str:
        return facts.values[i, p, y].replace(".", form.decimal)

    pairs = [(i, p) for i in facts.indicators for p in facts.places]
    with_unit = form.unit == "column"
    if form.shape == "long":
        head = [words["place"], words["indicator"], words["time"], words["value"]]
        body = [
            [p, label[i], form.year.format(y), cell(i, p, y)] + ([unit[i]] if with_unit else [])
            for i, p in pairs
            for y in facts.years
        ]
        return [head + ([words["unit"]] if with_unit else []), *body]
    if form.shape == "years_across":
        head = [words["place"], words["indicator"]] + ([words["unit"]] if with_unit else [])
        body = [
            [p, label[i]] + ([unit[i]] if with_unit else []) + [cell(i, p, y) for y in facts.years]
            for i, p in pairs
        ]
        return [head + years, *body]
    if form.shape == "indicators_across":
        head = [words["place"], words["time"], *(label[i] for i in facts.indicators)]
        units = [["", "", *facts.units]] if with_unit else []
        body = [
            [p, form.year.format(y), *(cell(i, p, y) for i in facts.indicators)]
            for p in facts.places
            for y in facts.years
        ]
        return [head, *units, *body]
    if form.shape == "places_across":  # of the first indicator
        first = facts.indicators[0]
        title = [[f"{words['indicator']}:{first}({unit[first]})"]]
        body = [
            [form.year.format(y), *(cell(first, p, y) for p in facts.places)] for y in facts.years
        ]
        return [*title, [words["time"], *facts.places], *body]
    head = [
        [words["indicator"], *(i for i, _ in pairs)],
        [words["place"], *(p for _, p in pairs)],
        [words["unit"], *(unit[i] for i, _ in pairs)],
        ["频率" if form.lang == "zh" else "Frequency", *("年" if form.lang == "zh" else "Annual" for _ in pairs)],
        ["来源" if form.lang == "zh" else "Source", *("Office" for _ in pairs)],
    ]  # fmt: skip
    body = [[form.year.format(y), *(cell(i, p, y) for i, p in pairs)] for y in facts.years]
    return [*head, *body]


def text_of(cells: list[list[str]], form: Form) -> str:
    """Return a table as text."""
    lines = [form.divider.join(f'"{c}"' if form.divider in c else c for c in row) for row in cells]
    return "\n".join([*lines, *([form.note] if form.note else [])]) + "\n"
