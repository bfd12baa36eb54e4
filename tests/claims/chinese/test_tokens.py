from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.chinese.tokens import scanner
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.lexicon import lexicon
from cpstats.store.package import open_catalogue

if TYPE_CHECKING:
    from cpstats.claims.chinese.tokens import Scanner

CATALOGUE = open_catalogue()
SCAN: Scanner = scanner(lexicon(CATALOGUE).names, "360100", {}, CATALOGUE.spans)


def test_a_line_is_cut_into_its_words() -> None:
    line = "一季度,全市固定资产投资增长5.2%、高于全省1个百分点"
    assert [(t.kind, t.text) for t in SCAN.read(line)] == [
        ("time", "一季度"),
        ("mark", ","),
        ("place", "全市"),
        ("name", "固定资产投资"),
        ("func", "增长"),
        ("qty", "5.2%"),
        ("join", "、"),
        ("func", "高于"),
        ("place", "全省"),
        ("qty", "1个百分点"),
    ]


@given(st.text())
def test_tokens_cover_any_line_in_order(text: str) -> None:
    line = plain(text)
    tokens = SCAN.read(line)
    ends = [0, *(t.end for t in tokens)]
    assert all(a <= t.start < t.end for a, t in zip(ends, tokens, strict=False))
    covered = "".join(t.text for t in tokens)
    assert [c for c in covered if not c.isspace()] == [c for c in line if not c.isspace()]
