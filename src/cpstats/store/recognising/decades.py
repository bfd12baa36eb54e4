"""Decades under a word for them: 1960s, 1960er Jahre, années 1960, 1960年代."""

from __future__ import annotations

import re

from cpstats.model.period import Period, span

DECADE = re.compile(
    r"(?:the |années |anni |años |década de |anos )?(?P<year>(?:1[5-9]|20)\d0)(?:'?s|er(?: Jahre)?|-е(?: годы)?|年代)?",
    re.IGNORECASE,
)
TEN = 10


def decade_of(text: str) -> Period | None:
    """Return the ten years that a text names; None where it is a year, or nothing of the kind.

    >>> [str(decade_of(t)) for t in ("1960s", "années 1970", "1980er Jahre", "1990年代", "1960", "1965s")]
    ['1960/1969', '1970/1979', '1980/1989', '1990/1999', 'None', 'None']
    """
    found = DECADE.fullmatch(text)
    if found is None or text == found["year"]:
        return None
    first = int(found["year"])
    return span(first, first + TEN - 1)
