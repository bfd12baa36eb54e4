"""The unit of a column, or of a line, where the title has one too."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.traditional import simplified
from cpstats.model.unit import Unit
from cpstats.store.cells import is_number, number
from cpstats.store.recognising.divided_by import is_of_each
from cpstats.store.recognising.doubts import is_rate
from cpstats.store.recognising.inquiry import QuestionError, holds, said_of, says
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.scale_of_bare import BARE
from cpstats.store.recognising.scales import is_scale, scaled
from cpstats.store.recognising.title_lines import unit_of_title
from cpstats.store.recognising.unit_words import in_english, is_unit
from cpstats.store.recognising.units_said import OF_MONEY, SEVERAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.store.recognising.labels import Label
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.slots import Slots
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

WHOLE = 100
# what is counted one by one, and what has the unit of a title where both stand over columns: Farms, Output
THINGS = pattern(
    r"(?:number|no\.?|anzahl|nombre|número|numero|liczba|počet|antal|aantal|число|количество)"
    r"|(?:number of |no\. of |active |operating )?(?:(?:power )?plants|farms|holdings|enterprises|establishments|companies|firms|businesses|factories|mills|mines|wells|outlets|shops|stores|"
    r"hotels|vessels|ships|boats|aircraft|schools|hospitals|households|projects|contracts|permits|licen[cs]es|customers|subscribers|members|growers|producers|"
    r"betriebe|unternehmen|anlagen|schiffe|entreprises|exploitations|établissements|navires|empresas|explotaciones|establecimientos|buques|estabelecimentos|aziende|imprese)",
    re.IGNORECASE,
)
COUNTED = pattern(  # how many of them there are is no amount of anything else
    r"(?:total |average )?(?:number of|no\. of|anzahl|nombre d(?:e|es|u)|nombre d['’]|número de|numero di|liczba|počet|antal|aantal|количество|число) ?\S.{0,80}",
    re.IGNORECASE,
)
PHYSICAL = ("energy", "mass", "area", "length", "volume", "money")  # kinds of units
PERSONS = pattern(  # of whom none is in money
    r"(?:total )?(?:population|inhabitants|residents|persons|people|employees|employed persons|jobs|personnel|staff|workforce|headcount|bevölkerung|einwohner\w*|beschäftigte|erwerbstätige|personen|"
    r"population|habitants|effectifs?|emplois?|salariés|población|habitantes|empleados|ocupados|população|empregados|popolazione|abitanti|addetti|occupati|"
    r"inwoners|bevolking|ludność|mieszkańcy|население|численность населения|nüfus|folkmängd|befolkning|innbyggere|年末总人口|总人口|人口|从业人员|从业人数)",
    re.IGNORECASE,
)
MEASURES = pattern(
    r"(?:total |gross |net )?(?:output|production|values?|volumes?|quantit(?:y|ies)|weight|area|capacity|generation|amounts?|sales|turnover|revenues?|"
    r"harvest|catch(?:es)?|landings|menge|wert|produktion|fläche|umsatz|leistung|quantité|valeur|production|surface|superficie|cantidad|valor|producción|quantidade|produção|quantità|valore|produzione)",
    re.IGNORECASE,
)
# names of amounts of money, and of what sums such up, in simplified letters
MONEY = pattern(
    r"(?:额|金|收入|所得|支出|产值|价|税|费|工资|成本|利润|均数|均值|位数|标准差)(?:$|\W)"
)


def in_own_unit(
    sheet: Sheet, header: range, said: Label, beside: tuple[Slots, Label | None, str]
) -> Label:
    """Return what a title says, without its unit where the column or the line has one of the same kind.

    `beside` is what stands over the column, the kind of figures that says, and the unit of the line.

    Raises
    ------
    DataError
        When the two measure different things.
    """
    slots, kind, of_line = beside
    grown = kind is not None and kind.measure != "level"
    own = (slots.unit or of_line or (kind.unit if kind else "")).strip("()")
    if grown or not said.unit or not own or not is_unit(own):
        return said
    one, other = Unit.of(in_english(own)), Unit.of(in_english(said.unit))
    if is_scale(in_english(said.unit)) and one.is_amount and not one.power:
        return replace(said, unit=scaled(own, in_english(said.unit)))  # Land (thousands), in acres
    if one.root != other.root:
        raise _two_units(sheet, header, slots.label, own, said.unit)
    return replace(said, unit=own)


def _two_units(sheet: Sheet, header: range, label: str, own: str, titled: str) -> QuestionError:
    """Return the question for a column whose unit measures something else than that of the title."""
    form = re.compile(rf"(?<!\w){re.escape(own)}(?!\w)")
    row, column = next(
        ((i, c) for i in header for c, t in enumerate(sheet.rows[i]) if form.search(t)),
        (header.start, 0),
    )
    text = sheet.rows[row][column].strip() if column < len(sheet.rows[row]) else label
    return QuestionError(
        Message(
            "“{}” is in {}, the title says {}",
            "“{}”的单位是{}，标题为{}",
            text or label,
            own,
            titled,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Leave the column out (--column {}=skip), or name the unit of all figures with --unit.",
            "略去该列：--column {}=skip；或用 --unit 指定全部数据的单位。",
            said_of(text or label),
        ),
        ways=[holds(text or label, "skip"), says("unit", "unit", own)],
    )


@lru_cache(maxsize=4096)  # asked of every figure
def of_amounts(unit: str, *, rate: bool = False) -> str:
    """Return the one unit beside per cent, which is not that of amounts but of a `rate`; any other text as it is.

    >>> of_amounts("亿元、%"), of_amounts("万元、人"), of_amounts("万元"), of_amounts("million USD, %", rate=True)
    ('亿元', '万元、人', '万元', '%')
    """
    several = [text.strip() for text in SEVERAL.split(unit)]
    if rate and "%" in several:
        return "%"
    amounts = [text for text in several if text != "%"]
    return amounts[0] if len(amounts) == 1 < len(several) and is_unit(amounts[0]) else unit


def of_money(unit: str, name: str) -> str:
    """Return the unit that is that of amounts only, where a name is that of one; empty where it is none, any other unit as it is.

    >>> of_money("金額(千元)", "銷售總額"), of_money("金額(千元)", "家數"), of_money("千元", "家數")
    ('千元', '', '千元')
    >>> of_money("万吨", "粮食产量, 人均"), of_money("元", "人均收入")
    ('', '元')
    """
    said = OF_MONEY.fullmatch(unit)
    if said is None:
        whole, _, last = name.rpartition(", ")
        return "" if is_of_each(whole, last) else unit  # that of the total is not its own
    return said["unit"] if MONEY.search(simplified(name)) else ""


def are_within_hundred(texts: Iterable[str]) -> bool:
    """Whether numbers may all be per cent: none above 100, one of them with a fraction.

    >>> are_within_hundred(["17.95", "", "99"]), are_within_hundred(["17", "99"]), are_within_hundred(["17.5", "199"])
    (True, False, False)
    """
    values = [value for text in texts if (value := number(text)) is not None]
    return any("." in v for v in values) and all(abs(float(v)) <= WHOLE for v in values)


class MayBeRates:
    """Names of a table whose figures are all small enough to be in per cent, which is one of the units of its title.

    They stand over the columns of `cells`, or `down` beside the lines. Where another name of the table says
    that it is a rate, the per cent is that one's; but things that are counted have no fractions.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        columns: Sequence[int],
        *,
        down: bool,
    ) -> None:
        self._cells, self._outline, self._columns, self._down = cells, outline, columns, down
        self._data = outline.data
        self._found: dict[int, bool] = {}

    @cached_property
    def _are_told(self) -> bool:
        """Whether a name over or beside the figures says that it is a rate, or growth."""
        rows = self._cells[self._outline.header.start : self._data.stop]
        texts = {text for row in rows for text in row if text and not is_number(text)}
        return any(_is_of_rate(text) for text in texts)

    @cached_property
    def _is_measured(self) -> bool:
        """Whether a label over the columns says that an amount of what the title names stands below it."""
        rows = self._cells[self._outline.header.start : self._data.start]
        return any(MEASURES.fullmatch(text) for row in rows for text in row)

    def counts(self, name: str, unit: str) -> bool:
        """Whether a name is of things that are counted, beside amounts of which the title has the unit."""
        many = unit and COUNTED.fullmatch(name.rpartition(", ")[2])
        if many and Unit.of(in_english(unit)).kind in PHYSICAL:
            return True
        if (
            unit
            and PERSONS.fullmatch(name.partition(", ")[0])
            and Unit.of(in_english(unit)).is_money
        ):
            return True
        counted = any(map(THINGS.fullmatch, name.split(", ")))
        if not (unit and counted and self._is_measured):
            return False
        amount = Unit.of(in_english(unit))
        return not (amount.is_people or amount.kind == "count" or is_scale(unit))

    def holds(self, unit: str, i: int, column: int) -> bool:
        """Whether all figures of the name of one may be in per cent, where `unit` names several with it."""
        if "%" not in unit or is_unit(unit):
            return False
        amount = Unit.of(in_english(of_amounts(unit)))
        if self._are_told and not (amount.is_people or amount.kind == "count"):
            return False
        key = i if self._down else column
        if key not in self._found:
            rows, columns = ([i], self._columns) if self._down else (self._data, [column])
            texts = (self._cells[k][c] for k in rows for c in columns if c < len(self._cells[k]))
            self._found[key] = are_within_hundred(texts)
        return self._found[key]


def _is_of_rate(text: str) -> bool:
    said = label_of(text)
    return said.measure == "growth" or "%" in text or is_rate(said.name, said.measure, "")


@lru_cache(maxsize=4096)  # as above
def scale_of_title(title: str, unit: str, line: str = "") -> str:
    """Return the scale that a line or the end of a title says, where the figures have a unit of their own: Jobs (x 1,000).

    >>> scale_of_title("Jobs (thousands)", "persons"), scale_of_title("Jobs (thousands)", "%")
    ('thousands', '')
    >>> scale_of_title("Land", "acres", "1000"), scale_of_title("Land", "%", "1000")
    ('1000', '')
    """
    scale = line or (unit_of_title(title) if unit else "")
    return scale if is_scale(scale) and Unit.of(in_english(unit)).is_amount else ""


def scale_above(titles: Titles, unit: str) -> str:
    """Return the scale that the lines above a table say of figures in a unit of their own."""
    title = "" if BARE in titles.said else titles.said.get("title", "")
    alone = "" if BARE in titles.said else titles.said.get("unit", "")  # (Numbers in thousands)
    line = titles.said.get("scale", "") or (alone if is_scale(alone) else "")
    return scale_of_title(title, unit, line)
