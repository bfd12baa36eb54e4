"""Names that are said to be read as they are written are read so by who reads tables line by line."""

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.plain_names import odd_names
from cpstats.store.recognising.recognise import known_of, recognise_more
from cpstats.store.sheet import Sheet

HINTS = Hints(place="石羊市")  # what words for the whole stand for
PLAIN = (
    "样本县007", "西河", "Val d'Or", "St. Mary", "Neukirch (Kr. Ost)", "Upper Ost, North", "01001003", "Sainte-Rose",
    "Åmot", "Łódź", "Bois d’Or", "Ost & West", "Trinidad", "서구", "第9县", "x",
)  # fmt: skip
ODD = (
    "西　河", "西 河", "西河②", "西河（北）", "West*", "CODE: West", "#West", "..West", "1101.0", "1.101", "全市", "合计", "總計", "全国",
    "昌平 Changping", "注", "Note", "数据来源", "-West", "West:", "½ West", "全国总计",
)  # fmt: skip


def sheet(names: tuple[str, ...]) -> Sheet:
    rows = [
        ("地区", "年份", "茶叶产量(吨)"),
        *((name, "2020", f"{n}.5") for n, name in enumerate(names)),
    ]
    return Sheet("t.csv", tuple(rows), tuple(range(1, len(rows) + 1)))


def test_names_that_may_be_changed_are_found() -> None:
    known = known_of(sheet(("甲县", "乙县")), HINTS)
    assert odd_names(known, [*PLAIN, *ODD]) == [*ODD]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_name_is_the_one_that_the_reader_has(name: str) -> None:
    known = known_of(sheet(("甲县", "乙县")), HINTS)
    (row,) = recognise_more(known, sheet((name,)), HINTS).rows
    assert row[1] == name


def test_where_names_have_codes_in_them_all_are_read() -> None:
    known = known_of(sheet(("01 Ostland", "02 Westland", "03 Nordland")), HINTS)
    assert known.naming.coded is not None
    assert odd_names(known, ["Mitte"]) == ["Mitte"]
