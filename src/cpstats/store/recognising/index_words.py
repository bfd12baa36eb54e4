"""An index of which the year before is 100, as tables of other languages say it: (previous year = 100), в % к предыдущему году."""

from __future__ import annotations

import re

YEAR_BEFORE = (
    r"(?:(?:the )?(?:same period of (?:the )?)?(?:previous|preceding|prior|last) year|vorjahr|année précédente|an(?:no|o) precedente|"
    r"a[nñ]o anterior|rok poprzedni|poprzedni rok|předchozí rok|anul precedent|önceki yıl|предыдущий год|попередній рік|前年度?)"
)
OF_YEAR_BEFORE = (
    r"(?:(?:the )?(?:previous|preceding|prior) year|roku poprzedniego|předchozího roku|"
    r"(?:предыдущему|пред\.|прошлому|прошл\.) году|попереднього року|"
    r"(?:соответствующему|соотв\.|аналогичному) (?:периоду|месяцу|кварталу) (?:предыдущего|пред\.|прошлого|прошл\.) года)"
)
ON_YEAR_BEFORE = re.compile(
    r"(?:相当于|为|是)(?:上|前)一?年(?:度|同期)?的?\s?\(?(?:%|百分[比数])|"
    rf"{YEAR_BEFORE} ?= ?100(?:[.,]0)? ?%?|(?:in |as |w |v |в |у )?(?:%|per ?cent|процентах) (?:to|of|к|до) {OF_YEAR_BEFORE}",
    re.IGNORECASE,
)


def without_year_before(name: str) -> str | None:
    """Return a name without the words at its end by which the year before is 100; None where there are none.

    >>> without_year_before("Index of prices (previous year = 100)"), without_year_before("Индекс цен, в % к предыдущему году")
    ('Index of prices', 'Индекс цен')
    >>> without_year_before("% of previous year"), without_year_before("Share of last year")
    ('', None)
    >>> without_year_before("产值为上年%"), without_year_before("为上年的(%)")
    ('产值', '')
    """
    text = name.strip().rstrip(")")
    found = next((f for f in ON_YEAR_BEFORE.finditer(text) if f.end() == len(text)), None)
    return text[: found.start()].rstrip(" ,;:(–—-") if found else None
