"""An index of which the year before is 100, as tables of other languages say it: (previous year = 100), в % к предыдущему году."""

from __future__ import annotations

import re

from cpstats.store.recognising.bases_in_words import AN_INDEX, with_base
from cpstats.store.recognising.growth_words import says_only_growth

YEAR_BEFORE = (
    r"(?:(?:the )?(?:same period of (?:the )?)?(?:previous|preceding|prior|last) year|vorjahr|année précédente|an(?:no|o) precedente|prethodna godina|претходна година|"
    r"a[nñ]o anterior|rok poprzedni|poprzedni rok|předchozí rok|anul precedent|önceki yıl|предыдущий год|попередній рік|前年度?)"
)
SAME_PERIOD = (  # of the year before
    r"(?:(?:the )?(?:corresponding|same) (?:period|month|quarter)(?: of)?(?: the)? (?:previous|preceding|prior|last) year|gleicher (?:zeitraum|monat) des vorjahres|vorjahres(?:monat|quartal|zeitraum)|"
    r"même (?:période|mois|trimestre) de l['’]année précédente|mism[oa] (?:período|periodo|mes|trimestre) del año anterior|mesmo (?:período|mês|trimestre) do ano anterior|"
    r"stesso (?:periodo|mese|trimestre) dell['’]anno precedente|analogiczny (?:okres|miesiąc|kwartał) (?:roku poprzedniego|poprzedniego roku)|"
    r"stejné období (?:předchozího|minulého|předešlého) roku|rovnaké obdobie (?:predchádzajúceho|minulého) roka|előző év azonos (?:időszaka|hónapja|negyedéve)|"
    r"isto razdoblje prethodne godine|önceki yılın aynı (?:dönemi|ayı|çeyreği)|соответствующий (?:период|месяц|квартал) (?:предыдущего|прошлого) года|"
    r"відповідний (?:період|місяць|квартал) (?:попереднього|минулого) року|前年同[月期])"
)
OF_YEAR_BEFORE = (
    r"(?:(?:the )?(?:previous|preceding|prior) year|roku poprzedniego|předchozího roku|"
    r"(?:предыдущему|пред\.|прошлому|прошл\.) году|попереднього року|"
    r"(?:соответствующему|соотв\.|аналогичному) (?:периоду|месяцу|кварталу) (?:предыдущего|пред\.|прошлого|прошл\.) года|"
    r"відповідного (?:періоду|місяця|кварталу) (?:попереднього|минулого) року|минулого року|минулому року|"
    r"analogicznego (?:okresu|miesiąca|kwartału) (?:roku poprzedniego|poprzedniego roku|ubiegłego roku))"
)
ON_YEAR_BEFORE = re.compile(
    r"(?:相当于|为|是)(?:上|前)一?年(?:度|同期)?的?\s?\(?(?:%|百分[比数])|"
    rf"(?:{YEAR_BEFORE}|{SAME_PERIOD}) ?= ?100(?:[.,]0)? ?%?|(?:in |as |w |v |в |у )?(?:%|per ?cent|процентах|відсотках) (?:to|of|к|до) {OF_YEAR_BEFORE}|к {OF_YEAR_BEFORE}(?:, ?| \()%",
    re.IGNORECASE,
)
IN_MIDDLE = re.compile(  # Prices (same month last year = 100) of food
    rf"(?P<before>\S) ?[(\[](?:{YEAR_BEFORE}|{SAME_PERIOD}) ?= ?100(?:[.,]0)? ?%?[)\]] ?(?=[^\W\d_])",
    re.IGNORECASE,
)
AND = re.compile(r"(?: (?:and|und|et|y|e|i|и|та|ve)|[及与和、])$")
INDEX = ("上年=100", "上年同月=100", "上年同期=100", "上年同季=100")
MONTH_BEFORE = "上月=100"
FROM_JANUARY = "上年同期=100"  # the bureau's word for an index of the months so far
BASE = re.compile(r"(?:(?:[A-Z][a-z]{2}|Q[1-4]) )?(?:19|20)\d\d年?=100")
ON_OTHER = re.compile(  # a month or quarter of no number that is 100
    r"(?:(?:the )?(?:previous|preceding|prior|last) (?:month|quarter|period)|vor(?:monat|quartal|periode)|(?:mois|trimestre) précédent|(?:mes|trimestre|mês|per[ií]odo) anterior|"
    r"(?:mese|trimestre|periodo) precedente|poprzedni (?:miesiąc|kwartał|okres)|(?:miesiąc|kwartał|okres) poprzedni|předchozí (?:měsíc|čtvrtletí)|"
    r"(?:предыдущий|прошлый) (?:месяц|квартал|период)|(?:декабрь|грудзень|грудень) (?:предыдущего|прошлого|попереднього) года?|"
    r"(?:december|dezember|décembre|diciembre|dezembro|dicembre|grudzień|prosinec)(?: (?:of|des|de|do|del|dell))?(?: the)?[ '’](?:l['’])?"
    r"(?:previous year|vorjahres|année précédente|año anterior|ano anterior|anno precedente|roku poprzedniego|poprzedniego roku|předchozího roku)) ?= ?100(?:[.,]0)?",
    re.IGNORECASE,
)
WORD = re.compile(
    r"^(?:index|indices|indeks|indice|índice|индекс|endeks|指数|指數|지수)[ :,–-]+(?=[^()]*=)",
    re.IGNORECASE,
)
COMPARED = re.compile(r"(?:[同环]比)?(?:指数)?")


def without_year_before(name: str) -> str | None:
    """Return a name without the words at its end by which the year before is 100; None where there are none.

    >>> without_year_before("Index of prices (previous year = 100)"), without_year_before("Индекс цен, в % к предыдущему году")
    ('Index of prices', 'Индекс цен')
    >>> without_year_before("Sales, billion tenge and in % of previous year")
    >>> without_year_before("% of previous year"), without_year_before("Share of last year")
    ('', None)
    >>> without_year_before("产值为上年%"), without_year_before("为上年的(%)")
    ('产值', '')
    >>> without_year_before("Rents (the same month last year=100)"), without_year_before("Rents (previous year = 100) flats")
    ('Rents', 'Rents flats')
    """
    if len(moved := IN_MIDDLE.sub(r"\g<before> ", name.strip())) < len(name.strip()):
        return moved
    text = name.strip().rstrip(")")
    found = next((f for f in ON_YEAR_BEFORE.finditer(text) if f.end() == len(text)), None)
    rest = text[: found.start()].rstrip(" ,;:(–—-") if found else None
    if rest and AND.search(rest):  # Sales, billion and % of previous year: not of all
        return None
    return None if rest and says_only_growth(rest.rpartition(", ")[2]) else rest  # зміна у % до …


def compared(name: str, base: str) -> tuple[str, str, str, bool | None] | None:
    """Return name, measure, unit and cumulation of figures that a bracket with a base says: 环比(上月=100); None for others.

    >>> compared("环比", "上月=100"), compared("同比", "上年同月=100"), compared("收入", "上月=100")
    (('(上月=100)', 'level', '上月=100', None), ('', 'index', '上年=100', None), None)
    """
    if not COMPARED.fullmatch(name):
        return None
    if base == MONTH_BEFORE:
        return f"({base})", "level", base, None  # of the name before it
    since = True if base == FROM_JANUARY else None
    return ("", "index", INDEX[0], since) if base in INDEX else None


def is_base(unit: str) -> bool:
    """Whether what stands in a unit's place says what is 100: measure and base, no unit."""
    return unit in INDEX or BASE.fullmatch(unit) is not None


def unit_of_base(base: str, name: str = "", unit: str = "") -> str:
    """Return the unit of an index whose base a label has in brackets; of a name that is none, and says another, that.

    >>> unit_of_base("2015=100"), unit_of_base("Jan 2015=100"), unit_of_base("2015=100", "Price index", "%")
    ('2015年=100', 'Jan 2015=100', '2015年=100')
    >>> unit_of_base("2015=100", "Inflation", "%")
    '%'
    """
    if unit and not AN_INDEX.search(name):
        return unit
    return base if " " in base else f"{base[:4]}年=100"


def only_base(label: str) -> str:
    """Return what is 100, where a label says no more than that, and that it is an index; of what, a title says.

    >>> only_base("2015 = 100"), only_base("Index 2020=100"), only_base("Grudzień roku poprzedniego = 100")
    ('2015 = 100', '2020=100', 'Grudzień roku poprzedniego = 100')
    >>> only_base("Tea (previous month = 100)"), only_base("Index")
    ('', '')
    """
    bare = WORD.sub("", label)
    base = is_base(with_base(bare).replace(" = ", "=")) or bare == MONTH_BEFORE
    return bare if base or ON_OTHER.fullmatch(bare) else ""
