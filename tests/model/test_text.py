"""A text is written in both languages and read in one."""

from __future__ import annotations

from cpstats.model.text import Text, joined, printable, same


def test_a_text_is_read_in_the_language_asked_for() -> None:
    text = Text("growth", "增速")
    assert (text.to("en"), text.to("zh")) == ("growth", "增速")


def test_two_texts_are_put_together_in_both_languages() -> None:
    assert Text("real ", "实际") + Text("growth", "增速") == Text("real growth", "实际增速")


def test_a_code_reads_the_same_in_both_languages() -> None:
    assert same("2024") == Text("2024", "2024")


def test_a_list_has_the_separator_of_its_language() -> None:
    texts = [Text("Beijing", "北京市"), Text("Changping", "昌平区")]
    assert joined(texts) == Text("Beijing, Changping", "北京市、昌平区")
    assert joined(texts, en="; ", zh="；") == Text("Beijing; Changping", "北京市；昌平区")
    assert joined([]) == Text("", "")


def test_what_is_printed_has_no_sign_that_nobody_sees() -> None:
    for sign in "\x1b\x85\u200b\u202e\u2066\ufeff\u00ad\u034f\u115f\u3164":
        assert printable(f"a{sign}b") == "a b", hex(ord(sign))
    assert printable("长 – é½") == "长 – é½"
