"""Bytes become text strictly: no character is ever replaced."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding.encodings import decoded

TEXT = "地区,2022年\n河北省,5\n"
SAVE = "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)."


@pytest.mark.parametrize(
    ("codec", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("gb18030", "GB18030")],
)
def test_an_encoding_is_found(codec: str, said: str) -> None:
    assert decoded(TEXT.encode(codec), "t") == (TEXT, said)


def test_what_is_said_is_taken_at_its_word() -> None:
    assert decoded("河北".encode("big5"), "t", "big5") == ("河北", "big5")
    assert decoded("\ufeff河北".encode(), "t", "UTF-8") == ("河北", "UTF-8")


@pytest.mark.parametrize(
    ("content", "said", "message"),
    [
        (b"a,b\n1,\xff\xff\n", "", f"t:2:3: byte 0xff is neither UTF-8 nor GB18030. {SAVE}"),
        ("a\n河".encode(), "ascii", f"t:2:1: byte 0xe6 is not ascii. {SAVE}"),
        (b"\xef\xbb\xbfa\n\xff", "", f"t:2:1: byte 0xff is not UTF-8. {SAVE}"),
        (
            "注：国标编码的一行\n".encode("gb18030") + "河北省山西省\n".encode(),
            "",
            (
                "t:2:1: this line is UTF-8, others are GB18030. "
                "Two files were joined as they are: save each as UTF-8 first."
            ),
        ),
    ],
    ids=["neither", "said", "marked", "both"],
)
def test_what_is_no_text_is_named_with_its_place(content: bytes, said: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        decoded(content, "t", said)
    assert str(caught.value) == message
