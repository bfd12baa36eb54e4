"""A noun that ends the name which the one before it began: 普通中学24所,在校学生; 各项存款余额…,贷款余额."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_EACH = pattern(r"每[百千万人户亩]|[人户]均")
_OF_ALL = pattern(r"^(?:各级各类|各类|各级|全部)(?:学校|医院|机构)?(.{2,})$")


def begun(bare: str, last: str, words: str, names: Mapping[str, str]) -> str | None:
    """Return the known name that a noun is the end of, None where there is none.

    Parameters
    ----------
    bare : str
        The noun.
    last : str
        The noun before it in the text.
    words : str
        The words before the number: what is counted for each head ends no name.
    names : mapping of str to str
        The known names and what they name.

    >>> begun("在校学生", "普通中学", "在校学生", {"普通中学在校学生": "pupils"})
    '普通中学在校学生'
    >>> begun("各类学校教职工", "", "各类学校教职工", {"教职工": "staff"})
    '教职工'
    """
    if _EACH.search(words):
        return None
    behind = words[words.rfind(bare) + len(bare) :][:2]  # 贷款 with its 余额
    nouns = dict.fromkeys((bare + behind, bare))
    wholes = (last[:cut] + noun for noun in nouns for cut in range(len(last), 1, -1))
    return next((one for one in (*wholes, *_OF_ALL.findall(bare)) if names.get(one)), None)
