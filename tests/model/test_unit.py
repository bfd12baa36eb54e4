"""Units: conversion is exact, by powers of ten."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpstats
from cpstats.model.quantity import Quantity
from cpstats.model.unit import (
    PERCENT,
    PLACE,
    POINTS,
    PREVIOUS,
    TIMES,
    YEARS,
    Unit,
    UnitError,
    unit_text,
)
from cpstats.model.unit_table import table

if TYPE_CHECKING:
    from decimal import Decimal

_HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize(
    ("one", "other", "shift"),
    [
        ("万亿元", "亿元", 4),
        ("十亿元", "亿元", 1),
        ("百万元", "亿元", -2),
        ("万元", "元", 4),
        ("人", "万人", -4),
        ("百万人", "万人", 2),
        ("billion yuan", "亿元", 1),
        ("100 million yuan", "亿元", 0),
        ("10,000 persons", "万人", 0),
        ("％", "%", 0),
    ],
)
def test_a_unit_is_turned_into_another_by_a_power_of_ten(one: str, other: str, shift: int) -> None:
    assert Unit.parse(one).shift_to(Unit.parse(other)) == shift


@pytest.mark.parametrize(("one", "other"), [("亿元", "万人"), ("%", "百分点"), ("亿元", "亿美元")])
def test_different_things_are_not_converted(one: str, other: str) -> None:
    with pytest.raises(UnitError, match="measure different things"):
        Unit.parse(one).shift_to(Unit.parse(other))


def test_percentage_points_are_not_per_cent() -> None:
    assert Unit.parse("个百分点").base == Unit.parse("percentage points").base == "百分点"


def test_an_unknown_unit_is_an_error_or_stands_for_itself() -> None:
    with pytest.raises(UnitError, match="“bushel” is no known unit"):
        Unit.parse("bushel")
    carried = Unit.of("bushel")
    assert (carried.base, carried.kind, carried.label("zh")) == ("bushel", "", "bushel")


@given(
    st.decimals(-1_000_000, 1_000_000, places=3),
    st.sampled_from(["元", "万元", "百万元", "亿元", "十亿元", "万亿元"]),
    st.sampled_from(["元", "万元", "百万元", "亿元", "十亿元", "万亿元"]),
)
def test_there_and_back_is_the_same_number(number: Decimal, one: str, other: str) -> None:
    shift = Unit.parse(one).shift_to(Unit.parse(other))
    there = Quantity.read(f"{number:f}", shift=shift)
    assert there.value.scaleb(-shift) == number


@pytest.mark.parametrize(
    ("text", "base", "power", "kind", "code"),
    [
        # codes, signs, English and Chinese names; the word of scale before or behind
        ("million CAD", "加拿大元", 6, "money", "CAD"),
        ("百万加元", "加拿大元", 6, "money", "CAD"),
        ("€m", "欧元", 6, "money", "EUR"),
        ("Euro, millions", "欧元", 6, "money", "EUR"),
        ("kEUR", "欧元", 3, "money", "EUR"),
        ("Mrd. EUR", "欧元", 9, "money", "EUR"),
        ("£bn", "英镑", 9, "money", "GBP"),
        ("pounds sterling", "英镑", 0, "money", "GBP"),
        ("₹ lakh", "印度卢比", 5, "money", "INR"),
        ("10 billion yen", "日元", 10, "money", "JPY"),
        ("億円", "日元", 8, "money", "JPY"),
        ("PLN million", "波兰兹罗提", 6, "money", "PLN"),
        ("mln zł", "波兰兹罗提", 6, "money", "PLN"),
        ("新台币千元", "新台币", 3, "money", "TWD"),
        ("兆元", "元", 12, "money", "CNY"),
        ("亿元人民币", "元", 8, "money", "CNY"),
        ("RMB 100 million", "元", 8, "money", "CNY"),
        # money of several countries: no currency is assumed
        ("crore rupees", "卢比", 7, "money", ""),
        ("$bn", "dollar", 9, "money", ""),
        ("¥", "¥", 0, "money", ""),
        ("'000 tonnes", "吨", 3, "mass", ""),
        ("10^6 m³", "立方米", 6, "volume", ""),
        ("GWh", "千瓦时", 6, "energy", ""),
        ("兆瓦", "千瓦", 3, "capacity", ""),
        ("1,000 households", "户", 3, "count", ""),
        ("万人次", "人次", 4, "count", ""),
        ("in thousands", "", 3, "", ""),
        ("percentage points", "百分点", 0, "points", ""),
        ("2015=100", "2015年=100", 0, "index", ""),
        ("% of GDP", "% of GDP", 0, "share", ""),
        ("元/平方米", "元/平方米", 0, "money", "CNY"),
        ("persons/km²", "人/平方公里", 0, "people", "PS"),
        ("吨标准煤/万元", "吨标准煤/元", -4, "energy", ""),
    ],
)
def test_a_unit_is_read_in_the_forms_that_tables_use(
    text: str, base: str, power: int, kind: str, code: str
) -> None:
    found = Unit.parse(text)
    assert (found.base, found.power, found.kind, found.code) == (base, power, kind, code)


@pytest.mark.parametrize("text", ["单元", "top", "all", "cup", "mW", "thousandtonnes", "kr", "lot"])
def test_a_word_that_only_looks_like_a_unit_is_none(text: str) -> None:
    assert Unit.of(text).kind == ""


@pytest.mark.parametrize(
    ("symbol", "en", "zh"),
    [
        ("亿元", "100 million yuan", "亿元"),
        ("百万英镑", "million British pounds", "百万英镑"),
        ("million euro", "million euro", "百万欧元"),
        ("thousand tonnes", "thousand tonnes", "千吨"),
        ("万人", "10,000 persons", "万人"),
        ("个", "number", "个"),
        ("元/平方米", "yuan per square meter", "元/平方米"),
        ("微克/立方米", "μg/m³", "微克/立方米"),
        ("bushels", "bushels", "bushels"),
    ],
)
def test_a_unit_is_shown_in_the_language_of_the_reader(symbol: str, en: str, zh: str) -> None:
    assert (unit_text(symbol).en, unit_text(symbol).zh) == (en, zh)


def test_every_currency_is_found_by_code_english_and_chinese_name() -> None:
    lines = [line for line in table().lines("money") if line.code]
    assert len(lines) > 150  # ISO 4217 has about 180 codes
    for line in lines:
        for name in (line.code, line.en, line.plural, line.unit):
            if "(" in name:  # of old money, with its years
                continue
            assert Unit.parse(name).code == line.code, name


@given(
    st.sampled_from(sorted(line.unit for line in table().lines("money"))),
    st.sampled_from(sorted(table().chinese.items())),
    st.sampled_from(sorted(table().chinese.items())),
)
def test_conversion_within_a_currency_is_the_difference_of_the_powers(
    money: str, one: tuple[int, str], two: tuple[int, str]
) -> None:
    if _HAN.search(money):
        assert Unit.parse(one[1] + money).shift_to(Unit.parse(two[1] + money)) == one[0] - two[0]


@given(
    st.sampled_from(sorted(line.unit for line in table().lines("money"))),
    st.sampled_from(sorted(line.unit for line in table().lines("money"))),
)
def test_conversion_between_two_currencies_is_refused(one: str, two: str) -> None:
    if one != two:
        with pytest.raises(UnitError):
            Unit.parse(one).shift_to(Unit.parse(two))


def test_only_the_table_looks_at_the_last_character_of_a_unit() -> None:
    source = Path(cpstats.__file__).parent
    asking = re.compile(r"""\.endswith\(\(?["'](?:元|人|亿元|万元|美元)""")
    found = [p.name for p in source.rglob("*.py") if asking.search(p.read_text("utf-8"))]
    assert found == []


def test_every_form_in_the_table_is_written_as_it_is_looked_up() -> None:
    for name in table().forms:
        assert unicodedata.normalize("NFKC", name) in table().forms, name


def test_the_units_that_the_program_writes_itself_are_lines_of_the_table() -> None:
    kinds = {PERCENT: "share", POINTS: "points", TIMES: "times", PLACE: "place", YEARS: "time"}
    kinds |= {PREVIOUS: "index"}
    lines = {line.unit: line.kind for line in table().lines()}
    assert {sign: lines.get(sign) for sign in kinds} == kinds


def test_no_other_file_writes_the_signs_of_points_times_and_places() -> None:
    folder = Path(cpstats.__file__).parent
    quoted = re.compile(r"""["'](?:百分点|倍|位|上年=100)["']""")
    rooms = ("answers", "api", "calc", "claims/judging", "forms", "keeping", "render", "selecting")
    files = [p for room in rooms for p in (folder / room).rglob("*.py")]
    texts = (line for p in files for line in p.read_text("utf-8").splitlines())
    assert not [line for line in texts if quoted.search(line) and "Text(" not in line]  # a heading
