"""Tables of partners: a line above names one country, and the names beside the figures are other countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.store.recognising.inquiry import QuestionError, holds, said_of
from cpstats.store.recognising.outside import country_in
from cpstats.store.recognising.place_names import LOOKED_AT, PLACE_SIGNS, is_country

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet


def look_for_partners(sheet: Sheet, outline: Outline, above: str, hints: Hints) -> None:
    """Raise the question of whose the figures are, where two kinds of places could be theirs.

    Parameters
    ----------
    above : str
        The place that a line above the table says it is of; empty where the title may name it.

    Raises
    ------
    QuestionError
        When that is a country, and most names in the column of places are other countries.
    """
    header, data = outline.header, outline.data
    column = next((c for c, kind in outline.keys.items() if kind == "place"), None)
    above = above or country_in(sheet.rows[: header.start])
    if column is None or hints.place or not is_country(above):
        return
    texts = dict.fromkeys(
        sheet.rows[i][column].strip() for i in data if column < len(sheet.rows[i])
    )
    names = [text for text in texts if text]
    title = _title(sheet, header, column)
    said = hints.columns.keys() & {title, str(column + 1)}
    if said or not _are_others(names, above):
        return
    raise QuestionError(
        Message(
            "a line above the table names “{}”, and the names beside the figures are other countries, such as “{}”",
            "表上方写的是“{}”，而数据旁边是其他国家，如“{}”",
            above,
            names[0],
        ),
        where=sheet.where(data.start, column),
        mend=Message(
            "If the figures are of {} and each name is its partner: --column {}=name; if they are of the names: "
            "--column {}=place.",
            "若数据属于{}、各名称为其伙伴：--column {}=name；若属于各名称：--column {}=place。",
            above,
            said_of(title),
            said_of(title),
        ),
        ways=[holds(title, "name"), holds(title, "place")],
    )


def _title(sheet: Sheet, header: range, column: int) -> str:
    texts = (sheet.rows[i][column].strip() for i in header if column < len(sheet.rows[i]))
    return next((text for text in texts if text), str(column + 1))


def _are_others(names: Sequence[str], above: str) -> bool:
    """Whether most names are countries, and none of them is that of the line above."""
    looked = names[:LOOKED_AT]
    countries = [name for name in looked if is_country(name)]
    own = {place.ref_area for place in register.named(above)}
    same = any(place.ref_area in own for name in countries for place in register.named(name))
    return not same and len(countries) > max(1, PLACE_SIGNS * len(looked))
