"""How bulletins and tables spell periods, in Chinese and English: a pattern, and what it makes."""

from __future__ import annotations

import re
from functools import lru_cache

MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DASH = r"(?:-|–|—|~|～|至|到|\.\.|/)"
_YEAR = r"(?P<year>\d{4})"
_MONTH = "|".join(MONTH_NAMES)
_SAID = rf"(?:{_YEAR} ?年?度? ?)?"  # before a Chinese form the year may be left out
_FORMS = (
    (rf"{_YEAR}(?: ?年度?|年全年)?", "year"),
    (rf"FY ?{_YEAR}", "year"),
    (r"全年", "year"),
    (rf"(?:FY ?)?{_YEAR}/(?P<ending>\d{{2}})(?:年度)?", "fiscal"),
    (rf"\.\./{_YEAR}", "open"),
    (rf"截至{_YEAR}年", "open"),
    (rf"up to {_YEAR}", "open"),
    (rf"{_YEAR} ?年? ?{_DASH} ?(?P<last>\d{{4}}) ?年?(?:期间)?", "span"),
    (rf"{_YEAR}[- ]?H(?P<sub>[12])", "half"),
    (rf"{_SAID}(?P<sub>[上下])半年", "half"),
    (rf"H(?P<sub>[12])[ -]?{_YEAR}", "half"),
    (rf"{_YEAR}[- ]?Q(?P<sub>[1-4])", "quarter"),
    (rf"{_SAID}第?(?P<sub>[一二三四1-4])季度?", "quarter"),
    (rf"Q(?P<sub>[1-4])[ -]?{_YEAR}", "quarter"),
    (rf"{_SAID}前(?P<sub>[二三四23两])个?季度", "quarters"),
    (rf"{_YEAR}-(?P<a>\d{{2}})/(?P<until>\d{{4}})-(?P<b>\d{{2}})", "range"),
    (rf"{_SAID}(?P<a>\d{{1,2}})月? ?{_DASH} ?(?P<b>\d{{1,2}})月份?", "range"),
    (rf"{_SAID}前(?P<b>\d{{1,2}})个?月", "range"),
    (rf"(?P<from>{_MONTH})[a-z]* ?{_DASH} ?(?P<to>{_MONTH})[a-z]* {_YEAR}", "named"),
    (rf"{_YEAR}-(?P<month>\d{{1,2}})", "month"),
    (rf"{_YEAR}M(?P<month>\d{{1,2}})", "month"),
    (rf"{_SAID}(?P<month>\d{{1,2}})月份?", "month"),
    (rf"(?P<month>{_MONTH})[a-z]* {_YEAR}", "month"),
)


@lru_cache(maxsize=1)
def spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns, compiled when the first cell needs them."""
    return tuple((re.compile(form, re.IGNORECASE), make) for form, make in _FORMS)
