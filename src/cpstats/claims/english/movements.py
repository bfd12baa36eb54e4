"""The words in which English says that a figure rises or falls, and those of rates of change."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

RISE = r"increase|rise|growth|gain|expansion|jump|surge|uptick|climb|hike"
DROP = r"decrease|decline|fall|drop|contraction|reduction|dip|slump|plunge"
UP = (
    r"increas\w*|grew|grow(?:s|n|ing)?(?!th)|rose|ris(?:e|es|ing|en)|(?<!made )(?<!makes )(?<!make )(?<!making )(?<!ate )(?<!eat )(?<!eats )(?<!eating )(?<!swallowed )(?<!used )(?<!take )(?<!took )up|expand\w*|expansion|climb\w*|gain\w*|higher|"
    r"jump\w*|surg\w*|edged up|soar\w*|leapt|leap(?:ed|s)?|spik(?:e|ed|es|ing)|swell(?:ed|s|ing)?|swollen|quicken\w*|accelerat\w*|uptick|advanc(?:e|ed|es|ing)|improv\w*|strengthen\w*|"
    r"rebound\w*|boom\w*|balloon\w*|rall(?:y|ied|ies|ying)|bounc(?:e|ed|ing) back|recover\w*|widen\w*|pick(?:ed|ing)? up|went up|climb\w*|added(?= *$)"
)
DOWN = (
    r"decreas\w*|declin\w*|fell|fall\w*|drop\w*|(?<!slow )(?<!slowed )(?<!slows )(?<!slowing )(?<!scaled )(?<!revised )(?<!marked )down|shrank|shrunk|shrink\w*|dwindl\w*|diminish\w*|plummet\w*|contract\w*|lower|reduc\w*|"
    r"cut|cuts|dip|dipped|dipping|slump\w*|plung\w*|narrow\w*|slid|slip(?:s|ped|ping)?|lost|shed|sheds|shedding|edged down|tumbl\w*|"
    r"retreat\w*|collaps\w*|crash\w*|nosediv\w*|crater\w*|sagged|sagging|erod\w*|tanked|off(?= *$)|eas(?:ed?|es|ing)|weaken\w*|went down|decelerat\w*|sank|sunk|slash\w*"
)
PACE = r"slow\w*|accelerat\w*|quicken\w*|eas(?:ed|es|ing)|moderat\w*|weaken\w*|pick(?:ed|ing)? up|cool\w*|decelerat\w*"
RATE_OF = pattern(  # an annual inflation rate of; the PPI rate was
    r"\b(?:inflation|growth)(?: rate)? (?:rate )?of (?:about |around |nearly )?$|\b(?:PPI|CPI|WPI|RPI|HICP) rate\b[^,;.]*$",
    re.IGNORECASE,
)

SEEN_IN = pattern(  # the largest increase was recorded under income tax (€179.2 million
    rf"\b(?:{RISE}|{DROP})s? (?:(?:was|were) )?(?:[a-z]+ed|seen) (?:under|in|for|among|by) [^,;.()\d]{{3,60}} \(\W?$"
)

RESTATED = pattern(r"^ \([^()]{1,30}\)(?= )")  # the 2.0 percent (1.4 million) growth of

INDEX_AT = pattern(  # the wage index is 502.1 points, from 152.02 points
    r"\bind(?:ex|ices)\b[^,;.]*\b(?:is|was|were|stood at|stands at|reached|at|to|from) $",
    re.IGNORECASE,
)
OFF_ANOTHER = pattern(
    r" (?:(?P<down>behind|short of|shy of|below (?=that|those|the (?:figure|bill|rate|price|level) (?:in|of|for|at)\b))|ahead of (?!schedule|time)|above (?=that|those|the (?:figure|bill|rate|price|level) (?:in|of|for|at)\b))"
)
SIGNED = pattern(r"\([-+]$")  # employment was little changed (+8,800
SLOWED = pattern(r"\b(?:slow(?:s|ed|ing|down)?|moderat\w*|cool(?:s|ed|ing)?)\b", re.IGNORECASE)
CHANGE_IN = pattern(r"(?:the )?(?:net )?change in ", re.IGNORECASE)
JOBS = pattern(
    r"\b(?:added|adding|created|gained|(?P<down>lost|shed|cut))\b[^,;]{0,30}$", re.IGNORECASE
)
IN_BRACKET = pattern(  # 941 tonnes (9.7 percent down), 187 (4.3 percent) more than
    r"(?: year[- ]on[- ]year)? (?:up|(?P<fell>down))\)|\) (?:more|higher|larger|(?P<less>fewer|less|lower|smaller))\b(?= than|[.,;])"
)
