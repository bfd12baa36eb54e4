"""People counted by residence and by registration, and what is a head of either: a table that says neither may have the other.

A text that gives both has two numbers of one name (城镇人口 of the registered ones and of the residents,
人均GDP by either), of which a table of one's own has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.telling import wording
from cpstats.claims.terms.units import base_of
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.verdict import Judged
    from cpstats.model.catalogue import Catalogue

_REGISTERED, _RESIDENT = ("户籍", "公安"), ("常住",)
_HEADS = pattern(r"户籍[^,;。，；]{0,8}人均|人均[^,;。，；]{0,14}户籍|[按以依]户籍人口")
_PEOPLE = pattern(r"人口|人数|男|女|城镇|乡村|农村")


def without_other_basis(found: list[Judged], text: str, catalogue: Catalogue) -> list[Judged]:
    """Take back what is called false of people whose basis the table does not say and the text gives twice.

    Parameters
    ----------
    found : list of Judged
        The verdicts of a text.
    text : str
        The whole of it.
    catalogue : Catalogue
        The names of the columns.
    """
    both = all(any(word in text for word in words) for words in (_REGISTERED, _RESIDENT))
    heads = "户籍" in text and _HEADS.search(text) is not None
    if not both and not heads:
        return found
    return [
        one._replace(verdict="unverifiable", why=wording.OTHER_BASIS)
        if _may_be_of_the_other(one, catalogue, both=both, heads=heads)
        else one
        for one in found
    ]


def _may_be_of_the_other(one: Judged, catalogue: Catalogue, *, both: bool, heads: bool) -> bool:
    """Return whether a number is of people, or for a head of them, and its column is a table's that does not say which."""
    best, claim = one.best, one.claim
    if one.verdict != "contradicted" or one.slip or best is None or not best.given:
        return False
    column = catalogue.indicators.get(claim.indicator or "")
    if column is None or any(word in column.name_zh for word in (*_REGISTERED, *_RESIDENT)):
        return False
    if column.per_head_of or column.name_zh.startswith("人均"):
        return heads and claim.measure in ("level", "growth")
    of_people = column.theme == OWN and base_of(column.unit) == "人"
    return both and of_people and _PEOPLE.search(column.name_zh) is not None
