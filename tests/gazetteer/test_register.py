"""One list of places: names, codes, former names, territories, and what a column of names means."""

import pytest

from cpstats.gazetteer import register
from cpstats.gazetteer.china import is_code, level_of, parent_of


def codes(name: str, *beside: str, within: str = "") -> list[str]:
    found = register.settled({n: register.ranked(n) for n in (name, *beside)}, within)
    return [place.ref_area for place in found[name]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("怀安县", "130728"),
        ("130728", "130728"),
        ("怀安", "130728"),
        ("Huai'an County", "130728"),
        ("张家口", "130700"),
        ("河北", "130000"),
        ("FR", "FR"),
        ("fra", "FR"),
        ("法国", "FR"),
        ("Korea, Rep.", "KR"),
        ("欧元区", "EMU"),
        ("CN", "100000"),
        ("HKG", "810000"),
    ],
)
def test_a_place_is_found_by_code_by_whole_and_by_short_name(text: str, code: str) -> None:
    assert [place.ref_area for place in register.named(text)] == [code]


def test_a_renaming_is_one_place() -> None:
    # 国函〔2015〕182号: Miyun county became a district at the end of 2015
    by_name, by_code = register.named("密云县"), register.place("110228")
    assert by_name[0].ref_area == "110118"
    assert by_code is not None
    assert (by_code.ref_area, by_code.was) == ("110118", ("密云县@110228@2014",))


def test_a_union_is_another_territory() -> None:
    # 2010: 宣武区 was united with 西城区
    district = register.place("110102")
    assert district is not None
    assert district.breaks == ("2010+宣武区",)
    ended = register.place("110104")
    assert ended is not None
    assert (ended.name_zh, ended.valid_to) == ("宣武区", "2009")


def test_what_stands_is_named_before_what_ended() -> None:
    assert [p.ref_area for p in register.candidates("张家口")] == ["130700", "132500"]


def test_a_name_of_several_places_is_settled_by_title_and_neighbours() -> None:
    assert codes("鼓楼区") == ["320106", "320302", "350102", "410204"]
    assert codes("鼓楼区", within="350100") == ["350102"]
    assert codes("鼓楼区", "玄武区", "秦淮区") == ["320106"]
    assert codes("鼓楼区", within="420000") == []  # none of that name lies there


def test_a_short_name_of_a_county_needs_a_neighbour_or_a_title() -> None:
    assert codes("康保") == []
    assert codes("康保", within="130700") == ["130723"]
    assert codes("康保", "沽源县", "尚义县") == ["130723"]


def test_a_country_is_meant_only_among_countries() -> None:
    assert codes("Georgia", "Alabama", "Alaska") == []
    assert codes("Georgia", "Armenia", "Türkiye") == ["GE"]


def test_groups_of_countries_are_no_countries() -> None:
    assert [p.level for p in register.named("World")] == ["aggregate"]
    assert [p.level for p in register.named("Chile")] == ["country"]


def test_the_counties_of_a_prefecture_lie_below_it() -> None:
    below = [p.name_zh for p in register.below("130700")]
    assert len(below) == 16  # 6 districts and 10 counties
    assert "康保县" in below
    assert "宣化县" not in below  # until 2015


def test_every_parent_is_a_place() -> None:
    known = {p.ref_area for p in register.every()}
    assert {p.parent for p in register.divisions() if p.parent} <= known


def test_the_digits_of_a_code_agree_with_the_list() -> None:
    odd = [
        p.ref_area
        for p in register.divisions()
        if is_code(p.ref_area) and parent_of(p.ref_area) != (p.parent or None)
    ]
    assert odd == []
    assert level_of("130728") == "county"


def test_a_place_that_the_title_names_is_itself_where_nothing_inside_has_its_name() -> None:
    found = register.settled({"昌平区": register.ranked("昌平区")}, "110114")
    assert [p.ref_area for p in found["昌平区"]] == ["110114"]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        ("中山區 大安區 信義區", False),  # Taipei; of the register in Dalian and Zigong
        ("鶴見区 神奈川区 西区 港北区", False),  # Yokohama
        ("福田區 羅湖區 南山區", True),  # of Shenzhen all three
        ("大連市 中山區", True),  # under its city
        ("昌平区 高新区", True),
        ("昆山市 晋江市 高新区", True),  # counties of anywhere, in the letters of the register
        ("长安县 白云寨县", False),  # a name that ended, of anywhere, beside one that nobody knows
        ("长安县", True),
        ("长安县 雁塔区", True),  # of Xi'an both
        ("莲池区 竞秀区 高新区 开发区 新城区", True),  # most stand under Baoding
    ],
)
def test_names_of_counties_elsewhere_are_not_those_of_the_register(
    names: str, *, known: bool
) -> None:
    every = names.split()
    found = register.settled({name: register.ranked(name) for name in every})
    small = [p for places in found.values() for p in places if p.level in ("district", "county")]
    assert bool(small) is known
