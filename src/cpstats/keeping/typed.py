"""What the user types of one figure, and the line that it comes to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.columns import (
    BOUNDS,
    LEVELS,
    MEASURES,
    OBSERVATION,
    STATUSES,
    UNIT_OF_MEASURE,
)
from cpstats.model.kinds import is_rate
from cpstats.model.period import Period, PeriodError
from cpstats.model.source import Source
from cpstats.model.unit import Unit
from cpstats.store.writer import source_id

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

AMOUNT = re.compile(
    r"(?P<sign>[-+−]?) ?(?P<before>[^\d\s.,+−-][^\d.,+−-]*)??(?P<minus>[-−]?) ?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?"
    r"(?: ?(?P<behind>[^\d\s.,].*))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFigure:
    """What the user types, names and all."""

    indicator: str
    place: str
    period: str
    amount: str
    source: str
    published: str = ""
    measure: str = ""
    basis: str = ""
    counterpart: str = ""
    bound: str = ""
    status: str = ""
    vintage: str = ""
    continues: str = ""


def row_of(new: NewFigure, catalogue: Catalogue) -> tuple[dict[str, str], Source]:
    """Return the line of the figure, codes and canonical period, and its source.

    A level that was typed without a unit has none in the line yet.
    """
    _look_at_words(new)
    sign, digits, unit = _amount(new.amount)
    indicator = catalogue.find_indicator(new.indicator)
    canonical = catalogue.indicators[indicator].unit
    measure = new.measure or "level"
    if not new.measure and is_rate(unit) and not is_rate(canonical):
        raise UsageError(
            Message(
                "“{}” is a rate, and {} is in {}",
                "“{}”是比率，而 {} 的单位为{}",
                new.amount,
                indicator,
                canonical,
            ),
            mend=Message(
                "Say what it is: --measure growth, average_growth or share.",
                "请说明形式：--measure growth、average_growth 或 share。",
            ),
        )
    try:
        period = catalogue.spans.period(new.period) or Period.parse(new.period)
    except PeriodError as error:
        raise UsageError(
            Message("“{}” is no period ({})", "“{}”不是时期（{}）", new.period, error.why),
            mend=Message("Write 2024, 2024-H1 or 2021/2025.", "请写 2024、2024-H1 或 2021/2025。"),
        ) from None
    source = _source(new, catalogue)
    row = dict.fromkeys(OBSERVATION, "") | {
        "indicator": indicator,
        "ref_area": catalogue.find_place(new.place),
        "time_period": str(period),
        "measure": measure,
        "price_basis": _basis(new, measure, canonical),
        "counterpart_area": catalogue.find_place(new.counterpart) if new.counterpart else "",
        "obs_value": sign + digits,
        "unit": unit or UNIT_OF_MEASURE.get(measure, ""),
        "bound": new.bound,
        "obs_status": new.status,
        "vintage": new.vintage,
        "source": source.source,
    }
    return row, source


def _look_at_words(new: NewFigure) -> None:
    """Refuse a word that its closed list does not have, before any file is looked at."""
    for option, word, words in (
        ("--measure", new.measure, ("", *MEASURES)),
        ("--bound", new.bound, BOUNDS),
        ("--status", new.status, STATUSES),
    ):
        if word not in words:
            known = ", ".join(w for w in words if w)
            raise UsageError(
                Message("{}: “{}” is unknown", "{}：“{}”不在允许的取值之内", option, word),
                mend=Message("Known: {}.", "可用：{}。", known),
            )


def _amount(text: str) -> tuple[str, str, str]:
    """Return sign, digits and unit; the sign of a currency may stand before the digits.

    >>> _amount("1,853.2亿元"), _amount("-€46.5 billion")
    (('', '1853.2', '亿元'), ('-', '46.5', '€ billion'))
    """
    found = AMOUNT.fullmatch(" ".join(unicodedata.normalize("NFKC", text).split()))
    before, behind = ((found["before"] or "").strip(), found["behind"] or "") if found else ("", "")
    unit = f"{before} {behind}".strip()
    if found is None or (before and not Unit.of(unit).is_money):
        raise UsageError(
            Message("“{}” is no amount", "“{}”不是数额", text),
            mend=Message(
                "Write 185.3 billion yuan, 46.5 million EUR, 6.2% or 227.0.",
                "请写 1853.2亿元、46.5 million EUR、6.2% 或 227.0。",
            ),
        )
    minus = found["sign"] in ("-", "−") or found["minus"]
    digits = re.sub("[ ,]", "", found["digits"]) + (found["decimals"] or "")
    return "-" if minus else "", digits, unit


def _basis(new: NewFigure, measure: str, unit: str) -> str:
    if new.basis or not (measure in LEVELS and Unit.of(unit).is_money):
        return {"real": "constant", "nominal": "current"}.get(new.basis, new.basis)
    return "current"


def _source(new: NewFigure, catalogue: Catalogue) -> Source:
    """Return the source that is named, or a new one with that title or address."""
    if not new.source:
        raise UsageError(
            Message("the source of the figure is missing", "缺少数据来源"),
            mend=Message(
                "Name it with --source: an id (`cpstats list sources`), a title or an address.",
                "请用 --source 指定：标识（cpstats list sources）、标题或网址。",
            ),
        )
    if new.source in catalogue.sources:
        return catalogue.sources[new.source]
    address = new.source.rstrip("/") if "://" in new.source else ""
    for source in catalogue.sources.values():
        named = source.url.rstrip("/") if address else source.title
        if named == (address or new.source) and new.published in ("", source.published):
            return source
    ident = source_id(address.rpartition("/")[2] if address else new.source)
    while ident in catalogue.sources:
        ident += "_2"
    return Source(
        ident,
        title="" if address else new.source,
        published=new.published,
        url=new.source if address else "",
    )
