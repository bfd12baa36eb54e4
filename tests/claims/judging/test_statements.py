from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.statements import without_strangers
from cpstats.claims.terms.verdict import Judged
from cpstats.model.text import same

if TYPE_CHECKING:
    from tests.claims.conftest import Read


def test_where_an_amount_is_of_something_else_its_rate_is_not_accused(read: Read) -> None:
    amount, rate, other = read("出口额12亿元，增长4.0%。进口额增长5.0%。")
    found = [
        Judged(amount, "unverifiable", same(""), astray=True),
        Judged(rate, "contradicted", same("")),
        Judged(other, "contradicted", same("")),
    ]
    assert [j.verdict for j in without_strangers(found)] == [
        "unverifiable",
        "unverifiable",
        "contradicted",
    ]
    near = [found[0]._replace(astray=False), *found[1:]]
    assert without_strangers(near) == near
