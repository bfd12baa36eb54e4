"""Levels whose unit a file does not name, of places for which the catalogue's unit is not meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.indicator import UNNAMED_UNIT
from cpstats.model.kinds import is_rate
from cpstats.store.named import shown_name
from cpstats.store.other_money import OtherMoney
from cpstats.store.recognising.recognised import HEADER
from cpstats.store.recognising.telling import unnamed_units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised

ABROAD = Message(
    "an indicator of the file's own, since the catalogue's unit is not meant for these places "
    "(--unit names it)",
    "作为文件自己的指标，因为目录的单位不用于这些地区（可用 --unit 指定单位）",
)
AROUND = Message(
    "an indicator of the file's own, since the table says neither what it is nor in what unit, and a file "
    "of that name may be in any (--unit names it)",
    "作为文件自己的指标，因为表中既没有写明指标也没有写明单位，同名文件的单位可能不同（可用 --unit 指定单位）",
)


class OwnUnits:
    """Levels without a unit that would take the catalogue's, of places abroad: they get a name of their own.

    The catalogue's unit is for places of the indicator's country: GDP of Norway is not in 亿元, and
    beside Norway that of China is not either.
    """

    def __init__(self) -> None:
        self._own: dict[str, str] = {}
        self._money = OtherMoney(everywhere=True)
        self._kept = self._money.kept

    def named(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet, or a piece of one, with the names that such figures get."""
        return self._unnamed(self._money.named(sheet, catalogue), catalogue)

    def _unnamed(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet, or a piece of one, with the names that levels without a unit get.

        Raises
        ------
        DataError
            When figures of an earlier piece have the unit of the catalogue already.
        """
        column = {name: number for number, name in enumerate(sheet.header)}
        name, area, unit = column["indicator"], column["ref_area"], column.get("unit", -1)
        open_rows = [n for n, row in enumerate(sheet.rows) if _is_level(row, column)]
        if unit < 0 or not open_rows:
            return sheet
        before = unnamed_units(sheet.rows) if sheet.header[: len(HEADER)] == HEADER else []
        for text, where in dict.fromkeys(
            (sheet.rows[n][name], sheet.rows[n][area]) for n in open_rows
        ):
            around = sheet.is_named_around  # a file called GDP may be in any unit
            abroad = where.isascii() and not _fits(catalogue, text, where)
            if text not in self._own and (abroad or (around and _has_unit(catalogue, text))):
                self._own[text] = text + UNNAMED_UNIT
        rows = list(sheet.rows)
        for n in open_rows:
            text = rows[n][name]
            if text not in self._own:
                self._kept.add(text)
                continue
            if text in self._kept:
                raise _unit_of_another_country(sheet, n, catalogue, text, rows[n][area])
            rows[n] = [*rows[n]]
            rows[n][name] = self._own[text]
        told = [own for text, own in self._own.items() if any(row[name] == own for row in rows)]
        if not told:
            return sheet
        first = tuple(
            f if f.row[5] else replace(f, row=(self._own.get(f.row[0], f.row[0]), *f.row[1:]))
            for f in sheet.first
        )
        why = AROUND if sheet.is_named_around else ABROAD
        said = Message("{}: {}", "{}：{}", tuple(map(shown_name, told)), why)
        kept = [m for m in sheet.said if m not in before]
        kept += [*(unnamed_units(rows) if before else ()), said]
        return replace(sheet, rows=rows, first=first, said=kept)


def _is_level(row: Sequence[str], column: Mapping[str, int]) -> bool:
    """Whether a row is a level that names no unit."""
    measure = row[column["measure"]] if "measure" in column else ""
    return measure in ("", "level") and not row[column["unit"]] if "unit" in column else False


def _has_unit(catalogue: Catalogue, name: str) -> bool:
    """Whether the catalogue has a unit of an indicator, other than per cent, which a file may have in another scale."""
    known = catalogue.known_indicator(name)
    unit = catalogue.indicators[known].unit if known else ""
    return bool(unit) and not is_rate(unit)


def _fits(catalogue: Catalogue, name: str, area: str) -> bool:
    """Return whether the catalogue's unit of an indicator may be that of a place."""
    if not _has_unit(catalogue, name):
        return True
    known = catalogue.known_indicator(name)
    return catalogue.is_at_home(known, catalogue.known_place(area) or area)


def _unit_of_another_country(
    sheet: Recognised, number: int, catalogue: Catalogue, name: str, area: str
) -> DataError:
    known = catalogue.known_indicator(name)
    unit = catalogue.indicators[known].unit
    home = catalogue.places.get(catalogue.homes.get(known, ""))
    what = Message(
        "{} of {} has no unit, and other figures of that name are in {}",
        "{1}的{0}没有单位，同名的其他数据单位为{2}",
        name,
        area,
        unit,
    )
    if home is not None:
        what = Message(
            "{} of {} has no unit, and that of the catalogue, {}, is meant for {}",
            "{1}的{0}没有单位，目录中的单位{2}只用于{3}",
            name,
            area,
            unit,
            home.name,
        )
    return DataError(
        what,
        where=sheet.where(number, "obs_value"),
        mend=Message(
            "Name the unit: --unit, or behind the name in the header, such as GDP (US$).",
            "请用 --unit 指定单位，或在表头名称后注明，如 GDP (US$)。",
        ),
    )
