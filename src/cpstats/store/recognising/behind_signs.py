"""The unit behind a sign at the end of a Chinese name, put in brackets: GDP_亿元, 人口/万人, 人口密度,全市,人/平方公里."""

from __future__ import annotations

from cpstats.model.pattern import pattern
from cpstats.store.recognising.index_words import is_base
from cpstats.store.recognising.unit_words import is_unit

CHINESE = pattern(r"[\u4e00-\u9fff]")
LAST_SIGNS = (  # a unit by another is whole: 人/平方公里, and not 平方公里
    pattern(r"(?P<name>.*[^_/,\s])\s*[_/,]\s*(?P<unit>[^_/,()]+/[^_/,()]+)"),
    pattern(r"(?P<name>.*[^_/,\s])\s*[_/,]\s*(?P<unit>[^_/,()]+)"),
)


def with_unit_in_brackets(name: str) -> str:
    """Return a Chinese name with the unit behind a sign in brackets: GDP_亿元, 人口/万人, 指数_上年=100.

    >>> with_unit_in_brackets("产值_亿元"), with_unit_in_brackets("产值/亿元"), with_unit_in_brackets("密度,全市,人/平方公里")
    ('产值(亿元)', '产值(亿元)', '密度,全市(人/平方公里)')
    >>> with_unit_in_brackets("产值_累计"), with_unit_in_brackets("元/人")
    ('产值_累计', '元/人')
    """
    if not CHINESE.search(name) or is_unit(name):
        return name
    for sign in LAST_SIGNS:
        found = sign.fullmatch(name)
        unit = found["unit"] if found else ""
        chinese = CHINESE.search(unit) or (unit and unit in "%‰")
        if found and chinese and (is_unit(unit) or is_base(unit)):
            return f"{found['name']}({unit})"
    return name
