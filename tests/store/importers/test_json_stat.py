"""JSON-stat 2.0 as others write it. The figures are Beijing's of the built-in data.

2023 and 2024: 47353.7 and 49843.1 亿元, growth 5.2 and 5.2 %.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import json_stat, reader_of

DATASET: dict[str, Any] = {
    "version": "2.0",
    "class": "dataset",
    "label": "Accounts",
    "id": ["concept", "area", "year"],
    "size": [2, 1, 2],
    "role": {"metric": ["concept"], "geo": ["area"], "time": ["year"]},
    "dimension": {
        "concept": {
            "category": {
                "index": {"growth": 1, "gdp": 0},
                "label": {"growth": "Growth of gross output", "gdp": "gdp"},
                "unit": {
                    "gdp": {"label": "亿元", "decimals": 1},
                    "growth": {"label": "%", "decimals": 1},
                },
            }
        },
        "area": {"category": {"label": {"110000": "Peking"}}},
        "year": {"category": {"index": ["2023", "2024"]}},
    },
    "value": [47353.7, 49843.1, 5.2, None],
    "status": {"1": "p", "2": "a"},
}
ROWS = [
    ("gdp", "110000", "2023", "47353.7", "亿元", "1", ""),
    ("gdp", "110000", "2024", "49843.1", "亿元", "1", "provisional"),
    ("Growth of gross output", "110000", "2023", "5.2", "%", "1", ""),
]


def rows(document: dict[str, Any]) -> list[tuple[str, ...]]:
    (sheet,) = json_stat.read("t.json", json.dumps(document).encode())
    assert sheet.rows[0][:4] == ("indicator", "ref_area", "time_period", "obs_value")
    return list(sheet.rows[1:])


def test_a_dense_cube_is_read_by_its_roles() -> None:
    assert reader_of("t.json", json.dumps(DATASET).encode()) == "json_stat"
    assert rows(DATASET) == ROWS


def test_a_sparse_cube_and_a_list_of_statuses_are_the_same() -> None:
    sparse = DATASET | {
        "value": {"0": 47353.7, "1": 49843.1, "2": 5.2},
        "status": [None, "p", "a", None],
    }
    assert rows(sparse) == ROWS


def test_one_status_is_that_of_all() -> None:
    for said in ("f", ["f"]):
        assert {row[-1] for row in rows(DATASET | {"status": said})} == {"forecast"}


def test_the_digits_of_the_file_are_kept() -> None:
    text = json.dumps(DATASET).replace("49843.1", "49843.10")
    (sheet,) = json_stat.read("t.json", text.encode())
    assert sheet.rows[2][3] == "49843.10"


def test_a_collection_has_its_datasets_inside() -> None:
    collection = {
        "version": "2.0",
        "class": "collection",
        "link": {"item": [DATASET, {"class": "dataset", "href": "https://example.org/x"}]},
    }
    (sheet,) = json_stat.read("t.json", json.dumps(collection).encode())
    assert list(sheet.rows[1:]) == ROWS
    assert sheet.name == "t.json[link.item[0].value]"


def test_a_multiplier_changes_the_unit() -> None:
    changed = json.loads(json.dumps(DATASET).replace('"\\u4ebf\\u5143"', '"yuan", "multiplier": 8'))
    (sheet,) = json_stat.read("t.json", json.dumps(changed).encode())
    assert sheet.rows[1][3:6] == ("47353.7", "亿元", "1")


def test_a_multiplier_that_the_unit_names_already_is_applied_once() -> None:
    """1,005 million dollars are no million of millions: the label says the scale."""
    changed = json.dumps(DATASET).replace(
        '"\\u4ebf\\u5143"', '"million", "symbol": "$", "multiplier": 6'
    )
    (sheet,) = json_stat.read("t.json", changed.encode())
    assert sheet.rows[1][3:5] == ("47353.7", "million $")


def test_a_unit_dimension_is_the_unit_and_others_stand_in_the_name() -> None:
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": "Tea",
        "id": ["unit", "sex", "geo", "time"],
        "size": [1, 1, 1, 1],
        "dimension": {
            "unit": {"category": {"index": ["T"], "label": {"T": "Tonnes"}}},
            "sex": {"category": {"index": ["F"], "label": {"F": "Women"}}},
            "geo": {"category": {"index": ["FR"], "label": {"FR": "France"}}},
            "time": {"category": {"index": ["2024-Q1"]}},
        },
        "value": [12],
    }
    assert rows(document) == [("Tea, SEX Women", "France", "2024-Q1", "12", "Tonnes", "", "")]


MEND = "Compare the file with https://json-stat.org/format/."


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"size": [2, 1, 3]}, "size is not the number of categories of each dimension"),
        ({"id": "concept"}, "a dataset has id and size as lists, and dimension as an object"),
        ({"id": ["concept", "area", "when"]}, "the dimension “when” has no category"),
        ({"value": [1, 2]}, "value has not one cell for each combination of the categories"),
        ({"value": {"9": 1}}, "value has not one cell for each combination of the categories"),
        ({"status": ["p", "a"]}, "status has not one cell for each combination of the categories"),
        (
            {
                "dimension": DATASET["dimension"]
                | {"year": {"category": {"index": {"2023": 1, "2024": 2}}}}
            },
            "the categories of “year” are not in order from 0",
        ),
    ],
)
def test_parts_that_do_not_fit_are_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError) as raised:
        rows(DATASET | changes)
    assert str(raised.value) == f"t.json[value]: {message}. {MEND}"


def test_a_value_that_is_no_number_is_named_by_its_position() -> None:
    with pytest.raises(DataError) as raised:
        rows(DATASET | {"value": [47353.7, True, 5.2, None]})
    assert str(raised.value) == f"t.json[value]:2:1: “True” is not a number. {MEND}"


def test_a_file_without_a_dataset_is_refused() -> None:
    with pytest.raises(DataError) as raised:
        json_stat.read("t.json", b'{"x": {"dimension": 1, "size": 1, "id": 1, "value": 1}}')
    assert str(raised.value) == f"t.json: the file holds no dataset. {MEND}"


def test_other_json_is_left_alone() -> None:
    assert json_stat.refuses("t.json", b"[1]") == "it is no JSON object"
    assert json_stat.refuses("t.json", b'{"id": 1, "size": 2}') == (
        'it has no "dimension", "value"'
    )


VERSION_1 = {
    "first": {
        "label": "Tea",
        "dimension": {
            "id": ["Kön", "Region", "Tid"],
            "size": ["1", "2", "1"],
            "role": {"time": ["Tid"]},
            "Kön": {"label": "sex", "category": {"label": {"2": "women"}}},
            "Region": {
                "label": "region",
                "category": {
                    "index": {"01": 0, "02": 1},
                    "label": {"01": "01 Upper", "02": "02 Low"},
                },
            },
            "Tid": {"label": "month", "category": {"index": {"2021M03": 0}}},
        },
        "value": [3, None],
        "status": {"0": "p"},
    }
}


def test_a_bundle_of_version_1_is_read_like_version_2() -> None:
    assert reader_of("t.json", json.dumps(VERSION_1).encode()) == "json_stat"
    assert rows(VERSION_1) == [("Tea, sex women", "Upper", "2021-03", "3", "", "", "provisional")]


@pytest.mark.parametrize(
    ("multiplier", "value"),
    [(1, "47353.7"), ("Units", "47353.7"), (1000, "47353700"), (3, "47353700")],
)
def test_a_multiplier_is_a_power_of_ten_or_the_factor(multiplier: object, value: str) -> None:
    """A power of one, tens, nobody has: 1 is the factor, and 67.8 stays 67.8."""
    unit = {"label": "Cases of x", "multiplier": multiplier}
    changed = json.loads(json.dumps(DATASET))
    changed["dimension"]["concept"]["category"]["unit"]["gdp"] = unit
    assert rows(changed)[0][3] == value


def test_a_status_may_be_a_list_within_an_object() -> None:
    assert rows(DATASET | {"status": {"value": [None, "p", "a", None]}}) == ROWS


def test_dimensions_of_one_category_may_be_missing_from_the_sizes() -> None:
    assert rows(DATASET | {"size": [2, 2]}) == ROWS


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ({"class": "dimension", "label": "Sex"}, "a dimension of JSON-stat"),
        ({"class": "collection", "link": {"item": [{"href": "x"}]}}, "a collection of JSON-stat"),
    ],
)
def test_what_holds_no_figures_is_refused_by_what_it_is(document: Any, what: str) -> None:
    content = json.dumps(document).encode()
    assert reader_of("t.json", content) == "json_stat"
    with pytest.raises(DataError, match=f"^t.json: this is {what}"):
        json_stat.read("t.json", content)
    empty = json.dumps(DATASET | {"value": [None] * 4}).encode()
    with pytest.raises(DataError, match="there is no figure in the dataset"):
        json_stat.read("t.json", empty)


def test_quarters_by_their_number_are_known_where_the_dimension_says_so() -> None:
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": "Jobs",
        "id": ["Trimestre", "geo"],
        "size": [2, 1],
        "role": {"time": ["Trimestre"]},
        "dimension": {
            "Trimestre": {"category": {"index": ["2021", "2021 - 2"]}},
            "geo": {"category": {"label": {"ES": "Spain"}}},
        },
        "value": [4, 5],
    }
    assert [row[2] for row in rows(document)] == ["2021", "2021-Q2"]
    document["dimension"] = {
        "Mes": {"category": {"index": ["2021", "2021 - 2"]}},
        **document["dimension"],
    }  # type: ignore[dict-item]
    document |= {"id": ["Mes", "geo"], "role": {"time": ["Mes"]}}
    with pytest.raises(DataError, match="“2021 - 2” is no period"):
        rows(document)
