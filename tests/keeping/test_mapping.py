"""What an import writes down, and the next year's file that is read in the same way."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from cpstats.cli.commands.import_ import SHARED, parameters
from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.keeping.mapping import read_mapping
from cpstats.store.hints import FLAGS, Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

THIS = "单位：亿元\n甲,{},{},备用\n全县,{},{} s,x\n东乡,3.5,4.5,y\n"
HINTS = Hints(
    indicator="gdp",
    place="例县",
    encoding="gb18030",
    columns={"甲": "place", "备用": "skip"},
    flags={"s": "provisional"},
)


def figures(folder: Path) -> list[list[str]]:
    lines = (folder / "observations.csv").read_text("utf-8").splitlines()
    head = lines[0].split(",")
    wanted = [head.index(n) for n in ("indicator", "ref_area", "time_period", "obs_value", "unit", "obs_status")]  # fmt: skip
    return [[line.split(",")[i] for i in wanted] for line in lines[1:]]


def test_next_years_file_is_read_in_the_same_way(tmp_path: Path) -> None:
    first, second = tmp_path / "2023.csv", tmp_path / "2024.csv"
    first.write_text(THIS.format("2022年", "2023年", "10.5", "11.5"), "gb18030")
    second.write_text(THIS.format("2023年", "2024年", "11.6", "12.5"), "gb18030")
    import_files([str(first)], open_package(), folder=tmp_path / "a", hints=HINTS)
    mapping = tmp_path / "a/import.toml"
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace("[places]", '[places]\n"东乡" = "999902"'), "utf-8")
    import_files([str(second)], open_package(), folder=tmp_path / "b", mapping=mapping)
    assert figures(tmp_path / "b") == [
        ["gdp", "999902", "2023", "3.5", "亿元", ""],
        ["gdp", "999902", "2024", "4.5", "亿元", ""],
        ["gdp", "例县", "2023", "11.6", "亿元", ""],
        ["gdp", "例县", "2024", "12.5", "亿元", "provisional"],
    ]


def test_a_mapping_is_toml_with_everything_that_was_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(THIS.format("2022年", "2023年", "10.5", "11.5"), "gb18030")
    import_files([str(path)], open_package(), folder=tmp_path / "a", hints=HINTS)
    assert tomllib.loads((tmp_path / "a/import.toml").read_text("utf-8")) == {
        "hints": {"indicator": "gdp", "place": "例县", "encoding": "gb18030"},
        "columns": {"甲": "place", "备用": "skip"},
        "flags": {"s": "provisional"},
        "indicators": {},
        "places": {},
    }


def test_what_is_typed_stands_above_the_mapping(tmp_path: Path) -> None:
    path = tmp_path / "import.toml"
    path.write_text('[hints]\nplace = "a"\nunit = "亿元"\n[flags]\nb = "final"\nc = ""\n', "utf-8")
    told = read_mapping(path, Hints(place="b", flags={"b": "revised"}))
    assert (told.hints.place, told.hints.unit) == ("b", "亿元")
    assert told.hints.flags == {"b": "revised", "c": ""}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[hint]\n", "“hint” is nothing that a mapping says. Known: hints, columns, flags, indicators, places; each is a text."),
        ("[hints]\nwhere = '1'\n", "“hints.where” is nothing that a mapping says. Known: indicator, place, unit, period, measure, encoding, divider, sheet, header, decimal, thousands, missing, basis, total, vintage, released, fiscal, dates, era, brackets, unread; each is a text."),
        ("[places]\na = 1\n", "“places.a” is nothing that a mapping says. Known: indicator, place, unit, period, measure, encoding, divider, sheet, header, decimal, thousands, missing, basis, total, vintage, released, fiscal, dates, era, brackets, unread; each is a text."),
        ("[columns]\na = 'area'\n", "column a: “area” is unknown. Known: place, indicator, name, time, part, unit, scale, freq, status, value, parent, skip."),
    ],
)  # fmt: skip
def test_a_word_that_no_mapping_has_is_an_error(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "import.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        read_mapping(path, Hints())
    assert str(caught.value) == f"{path}: {message}"


def test_a_mapping_that_is_no_toml_says_so(tmp_path: Path) -> None:
    path = tmp_path / "import.toml"
    path.write_text("[hints\n", "utf-8")
    with pytest.raises(
        DataError, match=r"this is not TOML \(.*\)\. Mend the file, or write it anew"
    ):
        read_mapping(path, Hints())


# every option of `import` that says how a file is read, and a word for it
WORDS = {
    "indicator": "Tea", "area": "Peru", "unit": "kt", "when": "2021", "measure": "growth", "encoding": "big5", "divider": "tab",
    "sheet": "T2", "decimal": "comma", "thousands": "space", "missing": "zz", "basis": "constant:2019", "total": "Peru",
    "released": "2024-02-29", "fiscal": "ends", "dates": "day-first", "header": "2-3", "vintage": "spring",
    "era": "buddhist", "brackets": "negative", "unread": "skip",
}  # fmt: skip
NOT_OF_THE_FILE = {"dry-run", "parquet", "recipe", "mapping", "column", "flag"}


def test_a_recipe_says_everything_that_a_flag_can(tmp_path: Path) -> None:
    flags = {
        flag.removeprefix("--") for option in parameters(lang="en") for flag in option.flags
    } | {name for name in SHARED if name == "vintage"}
    assert flags - NOT_OF_THE_FILE == {*WORDS}
    recipe = tmp_path / "import.toml"
    for flag, word in WORDS.items():
        recipe.write_text(f'[hints]\n{flag} = "{word}"\n', encoding="utf-8")
        said = Hints(**{FLAGS.get(flag, flag): word})
        assert read_mapping(recipe, Hints()).hints == said
    recipe.write_text('[columns]\nOrt = "parent"\n[flags]\nb = "final"\n', encoding="utf-8")
    found = read_mapping(recipe, Hints()).hints
    assert (found.said_of_columns, found.flags) == ({"Ort": "parent"}, {"b": "final"})
