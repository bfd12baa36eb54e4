from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.terms.letters import plain


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_full_width_signs_become_plain() -> None:
    assert plain("（ＧＤＰ）增长３．５％，“十四五”；１—７月\r") == '(GDP)增长3.5%,"十四五";1-7月\n'
