"""How English labels say growth: of what stands beside or above, on the year before or the period before."""

from __future__ import annotations

import re

# growth in English, of what stands beside or above it; it says per cent, a rate, or on which period
PER_CENT = r"(?:%|pct\.?|per ?cent(?:age)?)"
YEAR_ON_YEAR = r"(?:year[- ]on[- ]year|year[- ]over[- ]year|y[-/ ]?(?:o|on|to)[-/ ]?y|y/y|yr[- ]on[- ]yr|yr/yr)"
ON_YEAR = rf"(?:annual|yearly|{YEAR_ON_YEAR}|12[- ]month|twelve[- ]month)"
ON_PERIOD = r"(?:(?:quarter|month|period)[- ](?:on|over)[- ](?:quarter|month|period)|[qm][-/ ]?(?:o|on|to)[-/ ]?[qm]|[qm]/[qm])"
GROWTH = re.compile(
    rf"(?=.*(?:{PER_CENT}|rate|{YEAR_ON_YEAR}|{ON_PERIOD}))"
    rf"(?:(?P<before>{ON_PERIOD})|{ON_YEAR})? ?(?:{PER_CENT} ?)?(?:{ON_YEAR} )?(?:growth|change|increase|variation)(?: rates?)?"
    r",?(?: (?:over|on|from|compared (?:to|with)))?(?: the)?"
    r"(?: (?P<previous>(?:previous|preceding|prior|last) (?:quarter|month|period))"
    r"|(?: (?:corresponding|same))?(?: (?:quarter|month|period)(?: of)?(?: the)?)?"
    r" (?:(?:previous|preceding|prior|last) year|(?:a|one) year (?:ago|earlier|before)))?"
    rf",?(?: \(?(?:(?P<behind>{ON_PERIOD})|{ON_YEAR})\)?)?(?:,? ?\(?(?:{PER_CENT}|in {PER_CENT})\)?)?",
    re.IGNORECASE,
)
YEAR_BEHIND = re.compile(
    rf"(?P<name>.+?)(?<!change)(?<!changes)(?<! rate)(?<! rates)(?<!inflation)(?: growth)?,? (?:(?P<before>{ON_PERIOD})|{YEAR_ON_YEAR})(?:,? ?\(?(?:in )?{PER_CENT}\)?)?",
    re.IGNORECASE,
)
BEFORE_ALONE = re.compile(  # m/m %, MoM, % q/q
    rf"(?:{PER_CENT},? ?)?{ON_PERIOD}(?:,? ?\(?(?:in )?{PER_CENT}\)?)?", re.IGNORECASE
)
ON_THE_PREVIOUS = " (previous-period growth)"  # no growth on the year before
ENGLISH = re.compile(
    r"^(?P<name>.+?)(?<! and)(?<! und)(?<! et)(?<! y)(?<! e)(?<! &)(?<![,/]) (?:(?P<kind>real|nominal) )?growth(?: rate)?\s*\((?:annual )?%\)$",
    re.IGNORECASE,
)
REAL_GROWTH = re.compile(
    r"(?:annual |yearly )?(?P<kind>real|nominal) (?:annual )?growth(?: rate)?(?: ?\(?(?:%|per ?cent)\)?)?",
    re.IGNORECASE,
)
