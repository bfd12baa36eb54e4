"""Tables of partners: a line above names one country, and the names beside the figures are other countries."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.hints import HEADER
from cpstats.store.recognising.inquiry import QuestionError, holds, said_of
from cpstats.store.recognising.outside import country_in, names_of
from cpstats.store.recognising.place_names import LOOKED_AT, PLACE_SIGNS, is_country

BETWEEN = pattern(  # what goes from one country to another
    r"\b(?:exports?|imports?|(?:foreign|external|merchandise) trade|tourists?|visitors?|arrivals|immigra\w+|emigra\w+|foreigners|"
    r"ausfuhr\w*|einfuhr\w*|außenhandel\w*|exporte?|importe?|exportations?|importations?|commerce ext[ée]rieur|touristes|visiteurs|"
    r"exportaciones|importaciones|comercio exterior|turistas|visitantes|exportações|importações|esportazioni|importazioni|"
    r"экспорт\w*|импорт\w*|внешн\w+ торгов\w+|handel zagraniczny|eksport\w*|ihracat\w*|ithalat\w*|dış ticaret)\b|"
    r"进出口|[进出]口(?:总?[额值]|金额|总值|量|数量)|对外贸易|入境|貿易|輸出|輸入|観光客|수출|수입|무역",
    re.IGNORECASE,
)
ABROAD = pattern(  # of one country
    r"\b(?:(?:foreign|external) trade|außenhandel\w*|commerce ext[ée]rieur|comercio exterior|comércio exterior|commercio estero|"
    r"внешн\w+ торгов\w+|handel zagraniczny|dış ticaret)\b|对外贸易|外贸",
    re.IGNORECASE,
)
BY_COUNTRY = pattern(
    r"\b(?:by|nach|par|por|per|по|wg|według) (?:[^\W\d]+ ){0,2}(?:countr(?:y|ies)|partners?|origin|destination|nationality|ländern|ländergruppen|"
    r"herkunftsl\w+|pays|país(?:es)?|paes[ei]|странам|krajów|krajach)\b|ülkelere göre|[按分各](?:主要)?国[别家]?|国別|국가별",
    re.IGNORECASE,
)
OF_PEOPLE = pattern(  # whose countries stand beside it: Country of residence; Guests by country of origin
    r"(?:[^,;]{0,60}\b(?:visitors?|arrivals|tourists?|guests?|nights|stays) by )?(?:usual )?countr(?:y|ies) of (?:usual )?(?:residence|origin|birth|citizenship|nationality)"
    r"|herkunftsl[aä]nd(?:er)?|pays (?:de r[ée]sidence|d'origine)|país(?:es)? de (?:residencia|origen|residência|origem)|paes[ei] di (?:residenza|origine)"
    r"|客源[国地]|来源[国地]",
    re.IGNORECASE,
)

FEWEST = 3  # countries in labels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.slots import Slots
    from cpstats.store.sheet import Sheet


def as_partners(
    sheet: Sheet, header: range, found: Mapping[int, Slots], said: str
) -> dict[int, Slots]:
    """Return columns with the countries in their labels as parts of the names where the user says so: Peru: exports.

    `said` is what the user says of the labels, `found` what stands above each column.

    Raises
    ------
    QuestionError
        Where nothing is said, and all that stands beside several countries goes between them.
    """
    placed = {c: slots for c, slots in found.items() if slots.place}
    if said == "name":
        parted = {c: _with_place(slots) for c, slots in placed.items()}
        return {c: parted.get(c, slots) for c, slots in found.items()}
    countries = {slots.place for slots in placed.values() if is_country(slots.place)}
    between = all(BETWEEN.search(slots.label) for slots in placed.values())
    if said or not between or len(countries) < FEWEST:
        return {**found}
    column, first = next(iter(placed.items()))
    raise QuestionError(
        Message(
            "“{}” is of what goes between countries, and does not say whether “{}” is its place or its partner",
            "“{}”是国家之间的往来，未写明“{}”是数据所属地还是伙伴",
            first.label,
            first.place,
        ),
        where=sheet.where(header.start, column),
        mend=Message(
            "If all figures are of one country and these are its partners: --column header=name; if they are of these: "
            "--column header=place.",
            "若数据属于一个国家、这些是其伙伴：--column header=name；若属于这些国家：--column header=place。",
        ),
        ways=[holds(HEADER, "name"), holds(HEADER, "place")],
    )


def _with_place(slots: Slots) -> Slots:
    return replace(slots, place="", label=f"{slots.place}, {slots.label}")


def look_for_partners(sheet: Sheet, outline: Outline, above: str, hints: Hints) -> None:
    """Raise the question of whose the figures are, where two kinds of places could be theirs.

    A line above names one country, or tells of trade or travel by countries.

    Parameters
    ----------
    above : str
        The place that a line above the table says it is of; empty where the title may name it.

    Raises
    ------
    QuestionError
        When most names in the column of places are countries, and none of them is that of the line above.
    """
    header, data = outline.header, outline.data
    column = next((c for c, kind in outline.keys.items() if kind == "place"), None)
    lines = sheet.rows[: header.start]
    above = above or country_in(lines)
    beside = _said_beside(sheet, outline, column)
    between = beside or ("" if is_country(above) else _of_partners(lines))
    asked = beside or (not hints.place and (is_country(above) or between))
    if column is None or not asked:
        return
    texts = dict.fromkeys(
        sheet.rows[i][column].strip() for i in data if column < len(sheet.rows[i])
    )
    names = [text for text in texts if text]
    title = _title(sheet, header, column)
    said = hints.columns.keys() & {title, str(column + 1)}
    if said or not (beside or _are_others(names, above)):
        return
    what = Message(
        "a line above the table names “{}”, and the names beside the figures are other countries, such as “{}”",
        "表上方写的是“{}”，而数据旁边是其他国家，如“{}”",
        above,
        names[0],
    )
    if between:
        what = Message(
            "“{}” is of what goes between countries, and does not say whether “{}” is its place or its partner",
            "“{}”是国家之间的往来，未写明“{}”是数据所属地还是伙伴",
            between[:80],
            names[0],
        )
    raise QuestionError(
        what,
        where=sheet.where(data.start, column),
        mend=Message(
            "If the figures are of one country and each name is its partner: --column {}=name; if they are of the "
            "names: --column {}=place.",
            "若数据属于一个国家、各名称为其伙伴：--column {}=name；若属于各名称：--column {}=place。",
            said_of(title),
            said_of(title),
        ),
        ways=[holds(title, "name"), holds(title, "place")],
    )


def _said_beside(sheet: Sheet, outline: Outline, column: int | None) -> str:
    """Return words beside the names of countries that say these are where people came from: Country of residence."""
    words = [c for c, kind in outline.keys.items() if kind in ("indicator", "name")]
    if column is None or not words:
        return ""
    rows = [sheet.rows[i] for i in outline.data if column < len(sheet.rows[i])]
    texts = (row[c] for row in rows if row[column] for c in words if c < len(row))
    said = next((text for text in dict.fromkeys(texts) if OF_PEOPLE.fullmatch(text)), "")
    return said or (
        _file_between(sheet.name) if any(not row[column].strip() for row in rows) else ""
    )


def _file_between(name: str) -> str:
    """Return the name of a file that tells of trade or travel; beside lines without a country: these are of all partners.

    >>> _file_between("a/exports.csv"), _file_between("a/huts.csv")
    ('exports', '')
    """
    stem = names_of(name)[0].replace("_", " ")
    return stem if BETWEEN.search(stem) else ""


def _of_partners(lines: Sequence[Sequence[str]]) -> str:
    """Return the line above a table that tells of trade or travel by countries; empty where none does.

    >>> _of_partners([["Außenhandel nach Ländern"]]), _of_partners([["Visitors by country of origin"]]) != ""
    ('Außenhandel nach Ländern', True)
    >>> _of_partners([["Внешняя торговля, млн долл."]]) != "", _of_partners([["Trade union members by country"]])
    (True, '')
    >>> _of_partners([["Exports of goods, million USD"]]), _of_partners([["Output by country"]])
    ('', '')
    """
    texts = (text for row in lines for text in row if text)
    both = (t for t in texts if ABROAD.search(t) or (BETWEEN.search(t) and BY_COUNTRY.search(t)))
    return next(both, "")


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
