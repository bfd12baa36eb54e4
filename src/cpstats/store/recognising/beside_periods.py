"""Columns without a period beside those of periods: a growth that is of one of them, a mean, a rank, a total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.store.recognising.dates import periods_of_run
from cpstats.store.recognising.english_growth import BEFORE_ALONE
from cpstats.store.recognising.labels import Label, figures_of, label_of
from cpstats.store.recognising.two_years import spans_of_run
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period

Column = tuple["Period | None", str]  # the period and the label of one that stands before
TWO, FEWEST = 2, 3
LAST_YEAR = pattern(
    r"(?:上年|去年)(?:同期|同月|同季)(?:累计|值|数|完成)?|(?:the )?(?:same|corresponding) (?:period|month|quarter) (?:of )?(?:last|the previous) year",
    re.IGNORECASE,
)
YEARS_MEANT = {  # what a column says of its year by another: how many before that of the table it is
    **dict.fromkeys(("this year", "current year", "今年", "laufendes jahr", "cette année", "este año", "este ano"), 0),
    **dict.fromkeys(("last year", "previous year", "prior year", "year before", "去年", "上年", "上一年", "上年度"), 1),
    **dict.fromkeys(("전년도", "전년", "작년", "前年", "前年度", "昨年"), 1),
    **dict.fromkeys(("vorjahr", "année précédente", "l'année dernière", "año anterior", "año pasado", "ano anterior"), 1),
}  # fmt: skip
SO_FAR = pattern(r"1[-—–~至](\d{1,2})月(?:份)?(?:累计)?(?:\s*\([^()]*\))?")
# what is no figure of one period
WORDS = (
    r"权重|权数|權數|年均|平均|均值|合计|合計|总计|總計|位次|排名|名次|順位|占比|比重|增减(?:绝对)?[额量数值]|增加[额量]|增量|净增|増減|합계|평균|순위|증감|"
    r"\b(?:rank(?:ing)?|average|avg|mean|total|sum|change|difference|diff|variance|cagr|growth rate|yoy|qoq|mom|[yqm]-(?:o|on|to)-[yqm]|weights?|trend|sparkline|"
    r"gewicht(?:ung)?|pondération|ponderación|ağırlık|wag[ai]|summe|insgesamt|rang|(?:jahres|monats)?durchschnitt|jahresmittel|mittelwert|veränderung|veränd|differenz|abweichung|somme|moyenne|évolution|variation|écart|tcac|tcam|"
    r"acumulad[oa]|suma|promedio|media|rango|puesto|variación|var|evolución|diferencia|soma|média|posição|variação|somma|variazione|posizione|"
    r"razem|ogółem|średnia|zmiana|celkem|průměr|změna|pořadí|итого|всего|сумма|среднее|изменение|место|ранг|jumlah|rata-rata|perubahan|"
    r"peringkat|toplam|ortalama|değişim|totaal|gemiddelde|verandering|summa|medel|förändring|yhteensä|keskiarvo|muutos|összesen|átlag|"
    r"változás|nettozunahme|endring|gjennomsnitt|ændring|gennemsnit)\b|[Δ∆]|Ø"
)
BESIDE = pattern(WORDS, re.IGNORECASE)
CHINESE_CHANGE = pattern(
    r"(?:同比|[比较](?:上年|去年|上年同期|去年同期|上年末|年初))(?:增减|增加|减少|提高|下降|上升|变动|变化)[额量数值]?"
    r"|対?(?:前年度?|前月|前期|前年同[月期])(?:比|との)?の?(?:ポイント差|差ポイント|ポイント|増減差?)|전년(?:동월|동기|동분기)? ?(?:대비)? ?차"
)
CHANGED = pattern(
    r"\b(?:change|difference|veränderung|differenz|abweichung|évolution|variation|écart|variación|diferencia|variação|"
    r"variazione|zmiana|změna|изменение|perubahan|değişim|verandering|förändring|muutos|változás|endring|ændring)\b",
    re.IGNORECASE,
)
# words beside them that say of no figure what it is
GENERAL = pattern(
    r"\b(?:in|of|on|to|from|over|for|the|vs|versus|previous|prior|last|years?|annual|yearly|absolute|net|abs|per|zu|zum|im|gegenüber|"
    r"vorjahr|de|du|la|le|el|en|sur|entre|and|interanual|annuelle?|anual|mensuelle?|mensual|mensal|monthly|quarterly|trimestrielle?|trimestral|rate|year-on-year|year-over-year|compared|with|period|dos|das|dei|degli|des|los|las|últim[oa]s|derni[eè]rs?|letzten?|ultim[io]|past|months?|meses|mesi|mois|monate|twelve|p\.a)\b|"
    r"[^\w%]|\d",
    re.IGNORECASE,
)
# growth that does not say whether it is a rate
GROWN = pattern(
    r"(?:annual |yearly )?(?:growth|increase|decrease|wachstum|zuwachs|croissance|crecimiento|crescimento|crescita|wzrost|прирост|рост)",
    re.IGNORECASE,
)
YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SEVERAL = (Freq.FISCAL, Freq.SPAN)  # calendar years


def is_mark(text: str) -> bool:
    """Whether what stands in brackets behind a period marks a note or a state, and is no unit or kind of figure.

    >>> is_mark("(p)"), is_mark(" (kt)"), is_mark("(rank)")
    (True, False, False)
    """
    inside = text.strip(" ()")
    return not (is_unit(inside) or BESIDE.search(inside))


def is_beside(label: str) -> bool:
    """Whether a label says nothing but a rank, a mean, a total or a change, whatever its period.

    >>> is_beside("Rank in"), is_beside("Average wage"), is_beside("Change on previous year"), is_beside("")
    (True, False, True, False)
    >>> is_beside("∆2019/2023 p.a."), is_beside("∆2022/2023")
    (True, True)
    """
    return bool(BESIDE.search(label)) and not GENERAL.sub("", BESIDE.sub("", label))


def run_beside(labels: Sequence[str]) -> dict[str, Period]:
    """Return the periods of a run of short dates, also beside names, or a whole year: Weight, Apr-22, May-22, FY2022.

    >>> {t: str(p) for t, p in run_beside(["Apr-22", "May-22", "Jun-22", "Total", "2022", "Weight"]).items()}
    {'Apr-22': '2022-04', 'May-22': '2022-05', 'Jun-22': '2022-06'}
    """
    dated = (t for t in labels if any(map(str.isdigit, t)) and not YEAR.search(t))
    short = [
        t for t in dated if not is_beside(t) and len(t.split()) < FEWEST
    ]  # not: past 12 months
    return spans_of_run(labels) or periods_of_run(labels) or periods_of_run(short)


def is_change(label: str) -> bool:
    """Whether a label says nothing but that something changed, or by how much: not of what.

    >>> is_change("Change on previous year"), is_change("Rank"), is_change("Change in stocks")
    (True, False, False)
    """
    return is_beside(label) and CHANGED.search(label) is not None


def is_chinese_change(label: str) -> bool:
    """Whether a Chinese label says nothing but by how much something changed.

    >>> is_chinese_change("同比增减"), is_chinese_change("比上年提高"), is_chinese_change("人口增加")
    (True, True, False)
    """
    return CHINESE_CHANGE.fullmatch(label) is not None


def ends_in_chinese_change(name: str) -> bool:
    """Whether a Chinese name ends with words that only say by how much something changed.

    >>> ends_in_chinese_change("余额比年初增加"), ends_in_chinese_change("余额")
    (True, False)
    """
    return re.search(f"(?:{CHINESE_CHANGE.pattern})$", name) is not None


def is_of_no_period(period: Period | None, label: str, bare: Sequence[Period]) -> bool:
    """Whether a column is a rank, a mean, a total or a change beside those of `bare` periods.

    Growth in per cent is of the period that it names, unless that is a year of two among calendar years.
    """
    if period is None:
        return bool(BESIDE.search(label)) or label.endswith("growth (%)")
    if len(bare) < TWO:
        return False
    kind = figures_of(label)
    if kind and kind.measure == "growth":
        if period.freq is Freq.ANNUAL and BEFORE_ALONE.fullmatch(label):
            return True  # QoQ is of a quarter of the year
        return period.freq in SEVERAL and not any(p.freq in SEVERAL for p in bare)
    name = label_of(label)
    return is_beside(name.name) or (not name.unit and bool(GROWN.fullmatch(name.name)))


def alone_among(periods: Sequence[Period]) -> Period | None:
    """Return the one span, or year of accounts, among two or more periods of the calendar; None where there is none.

    >>> from cpstats.model.period import Period, annual, fiscal
    >>> str(alone_among([annual(2019), annual(2020), fiscal(2020)])), alone_among([annual(2019), fiscal(2019), fiscal(2020)])
    ('2020/21', None)
    """
    others = [p for p in periods if p.freq in SEVERAL]
    return others[0] if len(others) == 1 and len(periods) > TWO else None


def are_months_so_far(period: Period, labels: Sequence[str]) -> bool | None:
    """Whether labels without a year are of the months up to that of the column beside them; None if of none.

    >>> from cpstats.model.period import Period
    >>> are_months_so_far(Period.parse("2021-11"), ["1-11月累计"]), are_months_so_far(Period.parse("2021-11"), ["1-10月"])
    (True, False)
    """
    found = [of for text in labels if (of := SO_FAR.fullmatch(text))]
    if not found:
        return None
    return period.freq is Freq.MONTH and all(int(of[1]) == period.sub for of in found)


def period_grown(levels: Sequence[Period], labels: Sequence[str]) -> list[Period]:
    """Return the period that growth without one is of: the one beside it, or the later of two in a row.

    Of more periods, or of two that are years apart, it may be a mean: none is returned.

    >>> from cpstats.model.period import annual
    >>> one, two, four = annual(2021), annual(2022), annual(2024)
    >>> [list(map(str, period_grown(found, ["growth (%)"]))) for found in ([one], [two, one], [one, four])]
    [['2021'], ['2022'], []]

    Of months so far it is of the longer: 1-3月, 1-6月, growth.
    """
    periods = list(dict.fromkeys(levels))
    newest = max(periods, default=None)
    if newest is None or len(periods) > TWO:
        return []
    if len({p.first_day for p in periods}) == 1:
        return [max(periods, key=lambda p: p.last_day)]
    apart = len(periods) == TWO and min(periods) != newest.year_before()
    if apart or (len(periods) == TWO and any(map(BESIDE.search, labels))):
        return []
    return [newest]


def is_last_year(label: str) -> bool:
    """Whether a label is of the same period of the year before that of the column beside it.

    >>> is_last_year("上年同期(吨)"), is_last_year("上年同期增长"), is_last_year("Same period last year")
    (True, False, True)
    """
    own = label_of(label)
    return own.measure == "level" and LAST_YEAR.fullmatch(own.name) is not None


def year_meant(
    labels: Sequence[str], names: Sequence[str], said: Period | None
) -> tuple[list[Period], list[str]] | None:
    """Return the period of a column that is of this or of last year, in a table of the period `said`, and what else its label says.

    It says no more, or the word stands before or behind the name of a column before it, one of `names`.

    >>> from cpstats.model.period import annual
    >>> def meant(label, *names):
    ...     found = year_meant([label], names, annual(2023))
    ...     return found and (str(found[0][0]), found[1])
    >>> meant("Last year"), meant("今年"), meant("Tea")
    (('2022', []), ('2023', []), None)
    >>> meant("上年茶产量(吨)", "茶产量(吨)"), meant("上年茶产量", "米"), meant("Tea sold, previous year", "Tea sold")
    (('2022', ['茶产量(吨)']), None, ('2022', ['Tea sold']))
    """
    if said is None or len(labels) != 1:
        return None
    word = labels[0].casefold()
    if (before := YEARS_MEANT.get(word)) is not None:
        return [said.year_before() if before else said], []
    twin = next((n for n in names if n and _is_of_last_year(word, n.casefold())), "")
    return ([said.year_before()], [twin]) if twin and said.freq is Freq.ANNUAL else None


def _is_of_last_year(label: str, name: str) -> bool:
    """Whether a label is a name with a word for last year before or behind it."""
    own = label_of(name).name.casefold()
    for text, whole in ((label, name), (label_of(label).name.casefold(), own)):
        rest = text.removeprefix(whole) if text.startswith(whole) else text.removesuffix(whole)
        if whole and rest != text and YEARS_MEANT.get(rest.strip(" ,;:-_()（）")) == 1:
            return True
    return False


def year_before(before: Sequence[Column], said: Period | None) -> tuple[list[Period], list[str]]:
    """Return the period one year before that of the last column of levels, or of the whole table, and its label."""
    levels = (c for c in reversed(before) if label_of(c[1]).measure == "level")
    period, label = next((c for c in levels if not is_of_growth(c[1])), (None, ""))
    now = period or said
    return ([now.year_before()], [label] if label else []) if now else ([], [])


def is_of_growth(label: str) -> bool:
    """Whether a label says nothing but growth.

    >>> is_of_growth("1-8月增长(%)"), is_of_growth("1-8月累计")
    (True, False)
    """
    kind = figures_of(label)
    return kind is not None and kind.measure != "level"


def period_beside(labels: Sequence[str], before: Sequence[Column]) -> tuple[Period | None, bool]:
    """Return the period of a column whose labels say only what kind of figures they are; whether to say so.

    It is that of the column before it; of growth behind several periods the newest, where that is clear.
    """
    kinds = [kind for t in labels if (kind := figures_of(t))]
    period, label = before[-1] if before else (None, "")
    if not labels or len(kinds) < len(labels) or period is None:
        return None, False
    if (so_far := are_months_so_far(period, labels)) is not None:
        return (period if so_far else None), False
    newest = max(p for p, same in before if p and same == label)
    grown = kinds[0].measure != "level"  # growth, or an index on the year before
    if grown and not label and len(before) > TWO and _is_growth(before[-TWO][1]):
        return period, False  # 11月, 增长, 1-11月, 增长: each of that before it
    if grown and label and _is_apart(before):
        return None, False
    if (
        label
        and not is_open([text for _, text in before], kinds)
        and (period == newest or not grown)
    ):
        return period, False
    return (_grown(labels, kinds, before, label), True) if grown else (None, False)


def _is_growth(label: str) -> bool:
    kind = figures_of(label) if label else None
    return kind is not None and kind.measure == "growth"


def _is_apart(before: Sequence[Column]) -> bool:
    """Whether the last two columns are of one name and of periods that are not a year apart: of two censuses.

    >>> from cpstats.model.period import annual
    >>> _is_apart([(annual(2011), "Jobs"), (annual(2021), "Jobs")]), _is_apart([(annual(2020), "Jobs"), (annual(2021), "Jobs")])
    (True, False)
    """
    if len(before) < TWO or before[-1][1] != before[-2][1]:
        return False
    first, last = sorted(period for period, _ in before[-2:] if period)
    return first != last.year_before()


def _grown(
    labels: Sequence[str], kinds: Sequence[Label], before: Sequence[Column], label: str
) -> Period | None:
    levels = [(p, text) for p, text in before if p and text == label] if label else before
    so_far = any((kind := figures_of(text)) and kind.cumulated is not None for _, text in levels)
    if so_far or any(kind.measure == "level" for kind in kinds):
        return None
    return next(iter(period_grown([p for p, _ in levels if p], labels)), None)


def is_open(before: Sequence[str], kinds: Sequence[Label]) -> bool:
    """Whether growth stands behind two levels, of a month and of the months so far, and may be of either.

    >>> growth = [Label("", "growth")]
    >>> is_open(["", "1-8月累计"], growth), is_open(["", "增速", "1-8月累计"], growth)
    (True, False)
    """
    levels = [figures_of(label) or label_of(label) for label in before[-2:]]
    since = {bool(kind.cumulated) for kind in levels}
    grown = any(kind.measure == "growth" for kind in levels) or len(levels) < TWO
    return len(since) > 1 and not grown and all(kind.cumulated is None for kind in kinds)
