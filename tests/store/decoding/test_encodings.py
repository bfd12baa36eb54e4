"""Bytes become text strictly: no character is ever replaced."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding.encodings import decoded

TEXT = "地区,2022年\n河北省,5\n"
OR = "Or say the encoding: --encoding windows-1252 (“ÿÿ”), --encoding windows-1251 (“яя”)."
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
        (b"a,b\n1,\xff\xff\n", "", f"t:2:3: byte 0xff is neither UTF-8 nor GB18030. {SAVE} {OR}"),
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


@pytest.mark.parametrize(
    ("text", "codec", "said"),
    [
        ("Region,2022\nMünchen,10\nKöln,20\n", "latin-1", "--encoding windows-1252 (“München”)"),
        ("Région,2022\nOrléans,10\n", "windows-1252", "--encoding windows-1252 (“Région”)"),
        ("Kraj,2022\nPlzeň,10\n", "windows-1250", "--encoding windows-1250 (“Plzeň”)"),
        ("Область,2022\nТула,10\n", "windows-1251", "--encoding windows-1251 (“Область”)"),
        ("地區,2022年\n高雄市,10\n", "big5", "--encoding big5 (“高雄市”)"),
        ("地域,2022年\nさくら市,10\n", "shift_jis", "--encoding shift_jis (“地域”)"),
    ],
)
def test_what_only_its_bytes_make_gb18030_is_asked_about(text: str, codec: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        decoded(text.encode(codec), "t")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["地区,產值\n甲縣,5\n河北省石家庄市,6\n", "指标：产值（亿元）①—，。\n堃,1\n", "a\n镕基村\n"],
)
def test_rare_signs_among_common_ones_are_chinese(text: str) -> None:
    assert decoded(text.encode("gb18030"), "t")[1] == "GB18030"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-8-sig"])
def test_a_text_that_ends_in_half_a_sign_may_be_cut_off(codec: str) -> None:
    with pytest.raises(
        DataError, match=r"^t:2:\d+: the text ends in the middle of a sign: it may be"
    ):
        decoded("地区,年份\n河北,2022年".encode(codec)[:-1], "t")
