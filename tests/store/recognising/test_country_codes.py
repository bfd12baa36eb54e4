"""Codes of countries beside names in any language say which countries they are; other codes say nothing.

The codes are those of ISO 3166-1; WLD is the World Bank's for the world.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.recognising.test_doubts import read, words

from cpstats.errors import DataError
from cpstats.keeping import importing
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising import stream
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path

BY_CODE = "places are those of the codes of countries beside them"
NATIONS = {  # by language: header of names, of codes, of years, of figures, four names
    "Spanish": ("Nombre del país", "Código del país", "Año", "Barcos", "Suecia", "Hungría", "Japón", "Mundo"),
    "French": ("Pays", "Code pays", "Année", "Bateaux", "Suède", "Hongrie", "Japon", "Monde"),
    "Chinese": ("国家", "代码", "年份", "船只", "瑞典王国", "匈国", "东瀛", "地球"),
    "Estonian": ("Riik", "Kood", "Aasta", "Laevad", "Rootsi", "Ungari", "Jaapan", "Maailm"),
}  # fmt: skip
CODES = ("SWE", "HUN", "JPN", "WLD")
PLACES = ["SE", "HU", "JP", "WLD"]
YEARS = (2016, 2017)
NAMED = (("Sweden", "SWE"), ("Hungary", "HUN"), ("Far Isles", ""))


def wide(language: str, codes: tuple[str, ...], *, first: bool = False) -> str:
    name, code, _, _, *names = NATIONS[language]
    lines = [(name, code), *zip(names, codes, strict=True)]
    lines = [(b, a) for a, b in lines] if first else lines
    ends = [",2016,2017", *(f",{n}1,{n}2" for n in range(3, 7))]
    return "\n".join(f"{a},{b}{end}" for (a, b), end in zip(lines, ends, strict=True)) + "\n"


def long(language: str, codes: tuple[str, ...], *, first: bool = False) -> str:
    name, code, year, label, *names = NATIONS[language]
    rows = [(name, code, year, label)]
    rows += [
        (a, b, str(y), f"{n}{y % 10}")
        for n, (a, b) in enumerate(zip(names, codes, strict=True), 3)
        for y in YEARS
    ]
    rows = [(b, a, *rest) for a, b, *rest in rows] if first else rows
    return "\n".join(map(",".join, rows)) + "\n"


def places(text: str, **said: str) -> list[str]:
    return [*dict.fromkeys(row[1] for row in read(text, indicator="Boats", **said).rows)]


@pytest.mark.parametrize("shape", [wide, long])
@pytest.mark.parametrize("first", [False, True], ids=["behind", "before"])
@pytest.mark.parametrize("language", NATIONS)
def test_a_code_says_which_country_a_name_in_any_language_is(
    shape: object, language: str, *, first: bool
) -> None:
    text = shape(language, CODES, first=first)  # type: ignore[operator]
    assert places(text) == PLACES
    assert BY_CODE in words(read(text, indicator="Boats"))


def test_codes_of_two_letters_need_a_header_that_says_by_whom_they_are() -> None:
    # by FIPS 10-4, SW is Sweden, JA Japan and GM Germany; by ISO 3166, GM is the Gambia
    text = wide("Spanish", ("SE", "HU", "JP", "DE"))
    assert places(text) == [*NATIONS["Spanish"][4:]]
    assert places(text.replace("Código del país", "Código ISO2")) == ["SE", "HU", "JP", "DE"]


@pytest.mark.parametrize("head", ["M49", "Area Code (M49)", "ISO numeric code"])
def test_numbers_are_codes_where_the_header_says_by_whom(head: str) -> None:
    # ISO 3166-1: Sweden 752, Hungary 348, Japan 392, Albania 008
    lines = "752,Suède,5,6\n348,Hongrie,7,8\n392,Japon,9,1\n8,Albanie,3,2\n"
    assert places(f"{head},Pays,2016,2017\n{lines}") == ["SE", "HU", "JP", "AL"]
    assert places(f"Code,Pays,2016,2017\n{lines}") == ["Suède", "Hongrie", "Japon", "Albanie"]


@pytest.mark.parametrize(
    "codes",
    [
        ("SWE", "QQA", "QQB", "WLD"),  # half of them are nobody's
        ("SWE", "SWE", "JPN", "WLD"),  # two names, as of regions
    ],
    ids=["unknown", "of regions"],
)
def test_codes_that_are_not_those_of_the_names_say_nothing(codes: tuple[str, ...]) -> None:
    assert places(wide("French", codes)) == [*NATIONS["French"][4:]]


def test_a_code_of_the_partner_is_not_that_of_the_place() -> None:
    text = "Pays,Partner code,2016\nHongrie,JPN,5\nSuède,BRA,7\n"
    assert "JP" not in places(text)


def test_one_code_alone_may_be_one_by_chance() -> None:
    assert places("Country,Country code,2016\nHillmark,HUN,5\n") == ["Hillmark"]


def test_a_known_name_beside_the_code_of_another_is_taken_and_that_is_said() -> None:
    text = "Country,Code,2016\nSuède,SWE,5\nHongrie,HUN,7\nJapon,JPN,9\nChili,CHL,2\nPérou,PER,3\nNorway,BRA,8\n"
    assert places(text) == ["SE", "HU", "JP", "CL", "PE", "Norway"]
    said = "“Norway” stands beside BRA, the code of another place: the name is taken"
    assert said in words(read(text, indicator="Boats"))


def test_a_name_with_several_codes_is_as_many_countries() -> None:
    text = "Pays,Code,Année,Bateaux\nLe Congo,COG,2016,5\nLe Congo,COD,2017,7\nSuède,SWE,2016,9\n"
    assert [(row[1], row[2]) for row in read(text).rows] == [
        ("CG", "2016"),
        ("CD", "2017"),
        ("SE", "2016"),
    ]


def test_a_group_that_is_cut_otherwise_by_others_is_left_its_name() -> None:
    # LAC is the World Bank's for the region without its rich countries, other offices' for all of it
    text = "Pays,Code,2016\nSuède,SWE,5\nHongrie,HUN,7\nJapon,JPN,9\nMonde,WLD,4\nAmérique latine,LAC,2\n"
    assert places(text) == ["SE", "HU", "JP", "WLD", "Amérique latine"]


def kept(path: Path, folder: Path) -> set[tuple[str, ...]]:
    import_files([str(path)], open_package(), folder=folder, hints=Hints(unit="艘"))
    lines = (folder / "observations.csv").read_text(encoding="utf-8").splitlines()
    return {tuple(line.split(",")[1:3]) for line in lines[1:]}


@pytest.mark.parametrize("way", ["engine", "pieces", "whole"])
def test_large_files_are_read_as_small_ones(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way != "whole":
        for name in ("LARGE", "SMALL"):
            monkeypatch.setattr(stream, name, 100)
        monkeypatch.setattr(stream, "FIGURES", 2)
        monkeypatch.setattr(stream, "LOOKED_AT", 2)
    monkeypatch.setattr(importing, "can_convert", lambda: way == "engine")
    path = tmp_path / "t.csv"
    path.write_text(long("Spanish", CODES), encoding="utf-8")
    found = kept(path, tmp_path / "package")
    assert found == {(place, str(year)) for place in PLACES for year in YEARS}


def test_a_code_with_two_names_in_pieces_far_apart_is_refused_where_the_second_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, most in (("LARGE", 100), ("SMALL", 100), ("FIGURES", 2), ("LOOKED_AT", 2)):
        monkeypatch.setattr(stream, name, most)
    path = tmp_path / "t.csv"
    path.write_text(long("French", CODES) + "Honshu,JPN,2018,4\n", encoding="utf-8")
    with pytest.raises(
        DataError, match=r"t\.csv:10:2: “JPN” stands beside “Japon” and “Honshu”"
    ) as fault:
        kept(path, tmp_path / "package")
    assert "--column 'Code pays=skip'" in str(fault.value) or "'Code pays'=skip" in str(fault.value)


def test_an_engine_reads_a_large_file_whose_names_are_known_or_have_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LARGE", "SMALL"):
        monkeypatch.setattr(stream, name, 100)
    used: list[object] = []
    way = importing.converted
    monkeypatch.setattr(importing, "converted", lambda *a: used.append(way(*a)) or used[-1])
    path = tmp_path / "t.csv"
    lines = [f"{name},{code},{y},{y % 7}.5\n" for name, code in NAMED for y in range(1990, 2020)]
    path.write_text("Country,Code,Year,Boats\n" + "".join(lines), encoding="utf-8")
    assert {place for place, _ in kept(path, tmp_path / "package")} == {"SE", "HU", "Far Isles"}
    assert used != [None]


def _places(text: str, **said: str) -> list[str]:
    return sorted({row[1] for row in read(text, **said).rows})


# ISO 3166-1: 246 and FI are Finland, 470 and MT Malta, 858 and UY Uruguay
@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("Code M49", ("246", "470", "858")),
        ("iso_code", ("fi", "mt", "uy")),
        ("ISO2", ("FI", "MT", "UY")),
    ],
)
def test_codes_in_the_stead_of_names_are_read_as_the_header_says(
    head: str, codes: tuple[str, ...]
) -> None:
    lines = [f"{code},2021,{n}\n" for n, code in enumerate(codes, 5)]
    assert _places("".join([f"{head},Year,Ferries (thousands)\n", *lines])) == ["FI", "MT", "UY"]


# GB/T 2260: 33 is Zhejiang, 3301 Hangzhou
def test_short_codes_of_divisions_are_those_of_six_digits() -> None:
    text = "地区代码,指标,2021年\n33,渡船(艘),5\n3301,渡船(艘),6\n3302,渡船(艘),7\n"
    assert _places(text) == ["330000", "330100", "330200"]


def test_numbers_of_another_system_are_no_divisions() -> None:
    text = "State FIPS,Year,Ferries (thousands)\n33,2021,5\n34,2021,6\n36,2021,7\n"
    assert _places(text) == ["33", "34", "36"]


def test_codes_beside_an_indicator_are_proposed_as_the_places() -> None:
    text = "Code,Indicator,2020,2021\n" + "".join(
        f"X{n}0,{name},5,6\n" for n in range(3) for name in ("Ferries (kt)", "Barges (kt)")
    )
    with pytest.raises(DataError, match="--column Code=place"):
        foreign("t.csv", text.encode())
    one_by_one = "Code,Indicator,2020,2021\nX1,Ferries (kt),5,6\nX2,Barges (kt),5,6\n"
    with pytest.raises(DataError, match="does not name its place") as asked:
        foreign("t.csv", one_by_one.encode())
    assert "Code=place" not in str(asked.value)
