"""What is 100 in an index, as labels and titles write it, in one form: (base 100 en 2015), (Jan 2015 = 100), Basis 2015."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, PeriodError
from cpstats.store.cells import period_of
from cpstats.store.recognising.price_basis import basis_in

if TYPE_CHECKING:
    from collections.abc import Sequence

BASE_OF = r"(?:index,? )?(?:base|basis|bāze|bázis|bázisév|baza|podstawa|базис|база|grunnår|grunnur|basår|basisår|perusvuosi|taban|指数基期|基期|基準|기준)"
YEAR_OF = (
    rf"(?:{BASE_OF}(?: year| period)?|reference (?:year|period)|año base|ano[- ]base|anno base|année de base|"
    r"basisjahr|referenzjahr|rok bazowy|базовый год|базисный год)"
)
PART = r"(?P<part>(?:[^\W\d]{1,12}\.?|Q ?[1-4]|[1-4]\.? ?(?:Quartal|čtvrtletí|kwartał)|T ?[1-4]),?[ -])?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
BEHIND = r"(?P<month> ?年 ?(?:1[0-2]|0?[1-9])月)?(?: ?(?:г\.?|год|рік|年(?:度|基准|基準)?|년도?))?(?: ?(?:平均|평균|average|avg\.?|ø))?"
EQUALS = r"(?: ?[=≙＝≡] ?100(?:[.,]0)?(?: ?%)?(?!\d))"
SAID = pattern(
    rf"[,;.:]? ?[(\[（]?(?<!\w){YEAR_OF}?[ :=,-]{{0,3}}{PART}{YEAR}{BEHIND}{EQUALS}[)\]）]?",
    re.IGNORECASE,
)
PLAIN = pattern(r"[,;.:]? ?[(\[]?(?:index |index: ?)?(?:19|20)\d\d ?= ?100[)\]]?", re.IGNORECASE)
HUNDRED = pattern(  # base 100 en 2015, base 100 : janvier 2015, 100 = 2015
    rf"[,;.:]? ?[(\[（]?(?<!\w)(?P<base>{YEAR_OF} ?:? ?)?(?<![\d.,=] )(?<![\d.,])100(?: ?[:=,] ?| (?:en|in|em|w|au|im|v|on|à la) ){PART}{YEAR}{BEHIND}[)\]）]?",
    re.IGNORECASE,
)
YEAR_ALONE = pattern(
    rf"[,;.:]? ?[(\[（]?(?<!\w){YEAR_OF}[ :=-]{{1,3}}{PART}{YEAR}(?!\d){BEHIND}[)\]）]?",
    re.IGNORECASE,
)
BASED = re.compile(  # 2020年基準, 2020年平均基準, 2015년 기준, of an index
    rf"[,;.:]? ?[(\[（]?(?P<part>)(?<!\d){YEAR}(?P<month> ?年 ?(?:1[0-2]|0?[1-9])月)? ?[年년]?度?(?:平均)? ?(?:基準|基准|기준)年?(?: ?の ?)?[)\]）]?"
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
AVERAGE = pattern(
    r"average|avg\.?|mean|year|moyenne|année|promedio|año|média|ano|media|anno|durchschnitt|jahr|gemiddelde|gennemsnit|snitt|årsgenomsnitt|rok|średnia|"
    r"среднее|год|ortalama|ø|keskiarvo|átlag",
    re.IGNORECASE,
)
AN_INDEX = pattern(
    r"\b(?:index|indices|indexes|\w{0,30}indeksi?|\w{0,30}index|endeks\w*|índices?|indices?|indici|indekss|індекс\w*|индекс\w*|wskaźnik\w*)\b|指数|指數|지수",
    re.IGNORECASE,
)

# figures below a line that begins so are no index, whatever is 100 in the index that they are of
CHANGES = re.compile(
    r"(?:(?:annual|yearly|monthly|quarterly|year-on-year|percentage) ){0,2}"
    r"(?:changes?|variations?|variaci(?:ón|ones)|variaç(?:ão|ões)|variazion[ei]|veränderung(?:en|sraten?)?|förändring(?:ar)?|endring(?:er)?|zmian[ay]|изменени[ея])\b(?! (?:index|indices))",
    re.IGNORECASE,
)


def with_bases(lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines above a table with what is 100 as others read it; without it where a line says that they are changes.

    >>> with_bases([["Índice de rentas, Diciembre 2016=100"], ["Resultados"]])
    [['Índice de rentas(Dec 2016=100)'], ['Resultados']]
    >>> with_bases([["Reference: December 2016=100"], ["Monthly changes of the months to May"]])
    [['Reference'], ['Monthly changes of the months to May']]
    """
    changes = [row for row in lines if any(CHANGES.match(t) and "=" not in t for t in row[:1])]
    if not changes:
        return [[with_base(text) for text in row] for row in lines]
    return [[SAID.sub("", t) if "100" in t else t for t in row] for row in lines]


@lru_cache(maxsize=4096)
def with_base(text: str) -> str:
    """Return a text with what is 100 in brackets behind what stands before it; other texts as they are.

    >>> [with_base(t) for t in ("Rents (Jan 2015 = 100)", "Indice des loyers (base 100 en 2015), Pérou", "Mietindex (2015 ≙ 100)")]
    ['Rents(Jan 2015=100)', 'Indice des loyers(2015=100), Pérou', 'Mietindex(2015=100)']
    >>> [with_base(t) for t in ("Índice de rentas. Base 2015", "Rents, base 2015", "Base 2015 = 100", "Rents (2015 = 100)")]
    ['Índice de rentas(2015=100)', 'Rents, base 2015', '2015=100', 'Rents (2015 = 100)']
    >>> [with_base(t) for t in ("Loyers à prix constants, base 2015", "指数（2015年12月＝100）", "PPS (EU27 2020=100)")]
    ['Loyers à prix constants, base 2015', '指数(Dec 2015=100)', 'PPS (EU27 2020=100)']
    >>> with_base("家賃指数（2020年基準）"), with_base("2020年基準家賃指数"), with_base("2020年基準 人口")
    ('家賃指数(2020=100)', '家賃指数(2020=100)', '2020年基準 人口')
    >>> with_base("(2010年=100)")
    '(2010=100)'
    """
    if "100" not in text and not AN_INDEX.search(text):
        return text
    found = SAID.search(text) or _on_hundred(text)
    if not found and AN_INDEX.search(text) and not basis_in(text):
        found = YEAR_ALONE.search(text) or BASED.search(text)
    when, kept = _when_of(found) if found else ("", "")
    if not found or not when or _is_plain(text, found):
        return text
    before, after = f"{text[: found.start()]} {kept}".strip(), text[found.end() :]
    if before.count("(") > before.count(")"):  # (EU27 2020 = 100)
        return text
    if not before and found.re is BASED and after.strip():  # 2020年基準消費者物価指数
        return f"{after.strip()}({when}=100)"
    if not before:
        alone = f"({when}=100)" if text.strip()[:1] in "(（[" else f"{when}=100"
        return text if after.strip() else alone
    return f"{before}({when}=100){after}"


def _is_plain(text: str, found: re.Match[str]) -> bool:
    """Whether a base is written so that others read it: in brackets, behind a comma or a word for an index, or alone."""
    apart = found.start() == 0 or found.group()[:1] in ",;([:" or found.group()[:2] in (" (", " [")
    before = text[: found.start()].split()[-1:]
    return PLAIN.fullmatch(found.group()) is not None and (
        apart or any(map(AN_INDEX.fullmatch, before))
    )


def _on_hundred(text: str) -> re.Match[str] | None:
    """Return where a text says that 100 is a year, where it speaks of a base or of an index."""
    found = HUNDRED.search(text)
    based = found is not None and (found["base"] or AN_INDEX.search(text[: found.start()]))
    return found if based else None


def _when_of(found: re.Match[str]) -> tuple[str, str]:
    """Return the year, month or quarter of a base, and a word for an index before it; nothing where another word is there.

    >>> [_when_of(m) for t in ("Index 2015=100", "average 2015=100", "EU 2015=100") if (m := SAID.search(t))]
    [('2015', 'Index'), ('2015', ''), ('', '')]
    """
    year = found["year"]
    part = (found["part"] or "").strip(" ,-")
    month = (found["month"] or "").strip(" 年月")
    if month:
        return (f"{MONTHS[int(month) - 1]} {year}", part) if not part else ("", "")
    try:
        period = period_of(f"{part.rstrip('.')} {year}") if part else None
    except PeriodError:
        period = None
    if period is not None and period.freq is Freq.MONTH:
        return f"{MONTHS[period.sub - 1]} {year}", ""
    if period is not None and period.freq is Freq.QUARTER:
        return f"{str(period)[-2:]} {year}", ""
    if AN_INDEX.fullmatch(part):
        return year, part
    if part and not AVERAGE.fullmatch(part):  # CPI All 2015=100, no EU 2015=100
        return (year, part) if AN_INDEX.search(found.string[: found.start()]) else ("", "")
    return year, ""
