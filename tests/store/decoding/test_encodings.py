"""Bytes become text strictly: no character is ever replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding.encodings import decoded
from cpstats.store.files import decode

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "地区,2022年\n河北省,5\n"
OR = "Or say the encoding: --encoding windows-1252 (“ÿÿ”), --encoding windows-1251 (“яя”)."
SAVE = "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)."


@pytest.mark.parametrize(
    ("codec", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("gb18030", "GB18030")],
)
def test_an_encoding_is_found(codec: str, said: str) -> None:
    assert decoded(TEXT.encode(codec), "t") == (TEXT, said)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, "Gau;2021\r\nIsen;4,5\r\n"])
def test_utf16_without_its_mark_is_seen_by_its_zeros(codec: str, text: str) -> None:
    assert decoded(text.encode(codec), "t") == (text, "UTF-16")


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
        ("Region,2022\nMünchen,10\nKöln,20\n", "latin-1", "windows-1252"),
        ("Område;2022\nTromsø;10\nÅlesund – by;20\n", "windows-1252", "windows-1252"),
        ("Unità,2022\nForlì,3\n", "latin-1", "windows-1252"),
        ("Kraj;2022\nVysočina;10\nStředočeský kraj;20\n", "windows-1250", "windows-1250"),
        ("Megye,népesség\nGyőr-Moson-Sopron,10\nKülföld,3\n", "windows-1250", "windows-1250"),
        ("Область,2022\nТула,10\n", "windows-1251", "windows-1251"),
        ("регион,2021\nМосква,10\nОмск,20\n", "windows-1251", "windows-1251"),
        ("Περιφέρεια,2021\nΚρήτη,10\nΉπειρος,20\n", "windows-1253", "windows-1253"),
        ("地區,2022年\n高雄市,10\n", "big5", "big5"),
        ("地區,2021\n南嶺縣,10\n北河縣,20\n", "big5", "big5"),
        ("地域,2022年\nさくら市,10\n", "shift_jis", "shift_jis"),
        ("都道府県,2021年\n北海道,10\n沖縄県,20\n", "shift_jis", "shift_jis"),
        ("地域,2021年\n岩手,10\n注･｢不詳｣を含む。,\n", "shift_jis", "shift_jis"),
        ("지역,2021\n강원,10\n제주,20\n", "euc_kr", "euc_kr"),
        ("จังหวัด,2021\nเชียงใหม่,10\nน่าน,20 ฿\n", "tis-620", "cp874"),
    ],
)
def test_an_encoding_is_found_by_the_letters_of_one_language(
    text: str, codec: str, said: str
) -> None:
    assert decoded(text.encode(codec), "t") == (text, said)


@pytest.mark.parametrize(
    ("text", "codec", "readings"),
    [
        ("Kraj,2022\nPlzeň,10\n", "windows-1250", ("1252 (“Plzeò”)", "1250 (“Plzeň”)")),
        ("Il,2022\nSağlık,10\n", "windows-1254", ("1252 (“Saðlýk”)", "1254 (“Sağlık”)")),
        ("Lugar,2021\nPeñalba,10\n", "latin-1", ("1252 (“Peñalba”)", "1250 (“Peńalba”)")),
    ],
)
def test_letters_of_two_languages_are_asked_about_with_what_they_say_in_each(
    text: str, codec: str, readings: tuple[str, str]
) -> None:
    with pytest.raises(DataError) as caught:
        decoded(text.encode(codec), "t")
    assert all(f"--encoding windows-{said}" in str(caught.value) for said in readings)


def test_letters_of_two_languages_are_told_apart_where_there_is_enough_text() -> None:
    """Peńalba might be Polish; a page of Spanish words is not."""
    words = "población de España por municipio, año y provincia de nacimiento según el padrón"
    text = f"Lugar,2021\nPeñalba,10\n{words}\n" * 20
    assert decoded(text.encode("latin-1"), "t") == (text, "windows-1252")


@pytest.mark.parametrize(
    "text", ["地区,2021\n东岭县,10\n西河县,20\n", "a,2021\n苏杭,1\n", "名称,数\n丙丁,5\n"]
)
def test_few_chinese_letters_are_chinese(text: str) -> None:
    assert decoded(text.encode("gb18030"), "t") == (text, "GB18030")


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


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize(
    "more", ["", "1", "12", "东"]
)  # GB18030 ends in half a sign, or goes wrong before
@pytest.mark.parametrize("reads", [decoded, decode])
def test_utf8_that_ends_in_half_a_sign_is_cut_off_whatever_gb18030_says(
    reads: Callable[[bytes, str], object], more: str, cut: int
) -> None:
    content = f"地区,年份,指标{more}\n东岭县,2021,5\n西".encode()[:-cut]
    with pytest.raises(DataError, match=r"^t:3:\d+: the text ends in the middle of a sign: it may"):
        reads(content, "t")


@pytest.mark.parametrize(
    ("cell", "said"),
    [("Ore (£)", "“Ore (£)”"), ("Area (km²)", "“Area (km²)”"), ("Ore – red", "“Ore – red”")],
)
def test_an_encoding_in_which_a_sign_stands_beside_the_letters_is_proposed_first(
    cell: str, said: str
) -> None:
    content = f"Country,2020\n{cell},5\n".encode("windows-1252")
    with pytest.raises(DataError, match="Or say the encoding: --encoding windows-1252 ") as asked:
        decoded(content, "t")
    assert said in str(asked.value)
    assert decoded(content, "t", "windows-1252")[0].split("\n")[1] == f"{cell},5"


@pytest.mark.parametrize(
    "text",
    [
        "Name,2020\nGrößen,1\nSkåne,2\n",  # 鲞 is common in GB2312, 錸 is not
        "Name,2020\nGrößen,1\nÅre,2\nRégion,3\n",
    ],
)
def test_letters_that_stand_for_chinese_within_words_are_no_chinese(text: str) -> None:
    with pytest.raises(DataError, match="is no Chinese"):
        decoded(text.encode("windows-1252"), "t.csv")


def test_letters_within_words_that_are_of_one_language_are_read() -> None:
    text = "Name,2020\nÞóra,1\n"  # whose pair is common Chinese
    assert decoded(text.encode("windows-1252"), "t.csv") == (text, "windows-1252")


def test_chinese_beside_latin_letters_is_chinese() -> None:
    text = "年,GDP增长,A股\n2020,x轴,y\n"
    assert decoded(text.encode("gb18030"), "t.csv") == (text, "GB18030")


@pytest.mark.parametrize("far", [0, 30_000, 200_000])
def test_one_letter_of_europe_far_down_in_a_text_is_doubted_as_near_its_top(far: int) -> None:
    lines = "Alder,1\n" * (far // 8)
    with pytest.raises(DataError, match="which is no Chinese"):
        decoded(f"place,t\n{lines}Peña Alta,2\n".encode("windows-1252"), "t.csv")


def test_chinese_far_down_in_a_text_is_chinese() -> None:
    text = "place,t\n" + "Alder,1\n" * 30_000 + "河北省,2\n山西省,3\n"
    assert decoded(text.encode("gb18030"), "t.csv") == (text, "GB18030")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (
            "Região;2014;2015\n11 Rondônia;5;6\n12 Pará;7;8\n13 Maranhão;1;2\nÁgua Fria;3;4\n",
            "cp850",
        ),
        ("Область;2014;2015\nВерхняя;5;6\nНижний край;7;8\n", "cp866"),
    ],
)
def test_pages_of_codes_of_dos_are_known_by_their_letters(text: str, codec: str) -> None:
    assert decoded(text.encode(codec), "t.csv") == (text, codec)
