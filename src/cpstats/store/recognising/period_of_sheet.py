"""The period that is the whole name of a sheet, or of a table in an archive: 2021, FY2019, 2021-02.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising import telling
from cpstats.store.recognising.fiscal import fiscal_year, look_for_open_name
from cpstats.store.recognising.outside import names_of
from cpstats.store.recognising.period_marks import unmarked

if TYPE_CHECKING:
    from cpstats.message import Message
    from cpstats.model.period import Period
    from cpstats.store.sheet import Sheet


def period_of_sheet(sheet: Sheet, fiscal: str, assumed: dict[Message, None]) -> Period | None:
    """Return the period that is the whole name of the sheet, or of the table in an archive, and say so.

    Raises
    ------
    QuestionError
        Where nobody said which months a year of accounts covers.
    """
    name = names_of(sheet.name)[1].strip().rpartition("/")[2]
    found = (
        fiscal_year(name, fiscal) or period_of(name) or period_of(unmarked(name))
    )  # 2023 (prov.)
    if found is not None:
        if not fiscal:
            look_for_open_name(sheet, name, assumed)
        assumed[telling.period_of_sheet(name)] = None
    return found
