from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.sentences import sentences


def test_sentences_keep_their_quotes_and_their_place() -> None:
    text = "他说：“增长了。”“两区”建设。\r\n  第二段？GDP rose 5.2%. It fell."
    found = [(s.text, s.line, s.column, s.first) for s in sentences(text, plain(text))]
    assert found == [
        ("他说：“增长了。”", 1, 1, True),
        ("“两区”建设。", 1, 10, False),
        ("第二段？", 2, 3, True),
        ("GDP rose 5.2%.", 2, 7, False),
        ("It fell.", 2, 22, False),
    ]


@given(st.text("增长。！？”）\n\r .a"))
def test_sentences_lie_where_they_say(text: str) -> None:
    for sentence in sentences(text, plain(text)):
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
