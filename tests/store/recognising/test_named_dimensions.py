"""Columns that say of which dimension the codes beside them are. The figures are made up."""

from __future__ import annotations

from tests.store.recognising.test_which_place import rows

from cpstats.store.recognising.named_dimensions import with_dimensions_over

HEAD = (
    "Id,IndicatorCode,SpatialDimension,SpatialDimensionValueCode,ParentLocationCode,ParentLocation,TimeDim,"
    "Dim1,Dim1ValueCode,Dim2,Dim2ValueCode,Value,NumericValue\n"
)
LINES = (
    "649,HEN_01,COUNTRY,PER,HIL,Old Hills,2008,SEX,SEX_MLE,,,48.0 [46.7-49.6],48.03754\n"
    "650,HEN_01,COUNTRY,PER,HIL,Old Hills,2008,SEX,SEX_FMLE,,,47.0 [45.7-48.6],47.03754\n"
    "652,HEN_01,COUNTRY,NOR,SEA,Low Seas,2008,SEX,SEX_MLE,,,46.0 [44.7-47.6],46.03754\n"
    "655,HEN_01,REGION,HIL,,,2008,SEX,SEX_FMLE,,,45.0 [43.7-46.6],45.03754\n"
)


def test_codes_beside_the_word_country_are_places_and_those_beside_sex_a_part_of_the_name() -> None:
    found = rows(HEAD + LINES)
    assert [(r[0], r[2], r[4]) for r in found] == [
        ("HEN_01, SEX_MLE", "2008", "48.03754"),
        ("HEN_01, SEX_FMLE", "2008", "47.03754"),
        ("HEN_01, SEX_MLE", "2008", "46.03754"),
        ("HEN_01, SEX_FMLE", "2008", "45.03754"),
    ]
    assert [r[1] for r in found] == ["PER", "PER", "NOR", "HIL"]


def test_an_indicator_that_is_named_keeps_its_name() -> None:
    text = HEAD.replace("Id,", "Indicator,") + LINES.replace("64", "Hens").replace("65", "Hens")
    assert {r[0].partition(",")[0] for r in rows(text)} != {"HEN_01"}


def test_columns_without_a_pair_stay_as_they_are() -> None:
    cells = [["Dim", "Dim code"], ["SEX", "M"], ["SEX", "F"]]
    assert with_dimensions_over(cells, 1) is None
    assert with_dimensions_over([["Dim", "DimValueCode"], ["SEX", "M"], ["AGE", "5"]], 1) == [
        ["Dim", "DimValueCode"],
        ["SEX", "M"],
        ["AGE", "5"],
    ]
