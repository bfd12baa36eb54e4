"""Words such as 全市 and 我省, read from where one stands."""

from __future__ import annotations

from cpstats.claims.terms.divisions import countries
from cpstats.gazetteer.china import (
    NATION,
    is_autonomous,
    is_city,
    is_code,
    is_municipal,
    level_of,
    parent_of,
)

RELATIVE = {
    word: scope
    for scope, words in {
        "nation": "全国 我国 全国各地",
        "province": "全省 我省 本省",
        "city": "全市 我市 本市",
        "region": "全区 我区 本区 全自治区",
        "county": "全县 我县 本县 全旗 我旗 本旗",
        "prefecture": "全州 我州 全盟 我盟 全地区",
        "town": "全镇 我镇 本镇 全乡 我乡 本乡 全村 我村 本村 全街道",
        "here": "本地 当地 全域 境内 全境 辖区内",
    }.items()
    for word in words.split()
}


def relative(word: str, here: str | None, nation: str | None = NATION) -> str | None:
    """Return the place that 全市, 我省 … mean in a text about a place; None where there is none.

    What the nation is the package says.

    >>> relative("全市", "110114"), relative("全市", "130723"), relative("全市", "440000")
    ('110000', '130700', None)
    >>> relative("全区", "450000"), relative("全区", "110114"), relative("全国", None)
    ('450000', '110114', '100000')
    >>> relative("全国", "VN"), relative("全县", "青禾县"), relative("全市", "青禾县")
    ('VN', '青禾县', None)
    """
    scope = RELATIVE.get(word)
    if scope == "nation":
        return here if here in countries().values() else nation
    if here is None or scope is None or scope == "here":
        return here
    if not is_code(here):  # a place that only the user's tables know
        return here if here.endswith(word[-1]) else None
    return _scoped(scope, here)


def _scoped(scope: str, here: str) -> str | None:
    chain = [here]
    while (above := parent_of(chain[-1])) is not None:
        chain.append(above)
    for code in chain:
        level, municipal = level_of(code), is_municipal(code)
        fits = {
            "province": level == "province" and not municipal,
            "city": level == "city" or (level == "province" and municipal) or is_city(code),
            "region": level == "county" or (level == "province" and is_autonomous(code)),
            "county": level == "county",
            "prefecture": level == "city",
            "town": False,
        }
        if fits[scope]:
            return code
    return None
