from __future__ import annotations

from cpstats.claims.english.asides import CAPTION, REMARK, read_plainly


def test_remarks_are_blanked_and_captions_known() -> None:
    text = "Core inflation, which excludes food, fuel and water, slowed"
    assert read_plainly(text) == "Core inflation" + " " * len(text[14:-7]) + " slowed"
    assert read_plainly("GHANA'S exports") == "Ghana's exports"
    assert REMARK.search("prices rose 2 percent") is None
    assert CAPTION.match("Table 3. Exports") is not None
