"""SDMX-JSON 1.0 and 2.0. The figures are Changping's (2021: 1287.0, 2022: 1340.8 亿元)."""

from __future__ import annotations

import io
import json
from copy import deepcopy
from typing import Any

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import reader_of, sdmx_json

META = {
    "id": "t",
    "test": False,
    "prepared": "2026-01-01T00:00:00",
    "sender": {"id": "T"},
}


def values(*codes: str, **names: str) -> list[dict[str, str]]:
    return [{"id": c, "name": c} for c in codes] + [{"id": c, "name": n} for c, n in names.items()]


STRUCTURE: dict[str, Any] = {
    "name": "Accounts",
    "dimensions": {
        "dataSet": [{"id": "FREQ", "name": "Frequency", "values": values("A")}],
        "series": [
            {"id": "REF_AREA", "name": "Area", "values": values("110114", FR="France")},
            {"id": "INDICATOR", "name": "Indicator", "values": values("gdp", X="Tea")},
        ],
        "observation": [{"id": "TIME_PERIOD", "name": "Time", "values": values("2021", "2022")}],
    },
    "attributes": {
        "dataSet": [{"id": "DECIMALS", "name": "Decimals", "values": values("1")}],
        "series": [
            {"id": "UNIT_MEASURE", "name": "Unit", "values": values("CNY", "T")},
            {"id": "UNIT_MULT", "name": "Power", "values": values("8", "0")},
        ],
        "observation": [{"id": "OBS_STATUS", "name": "Status", "values": values("P", "A")}],
    },
}
DATA: dict[str, Any] = {
    "action": "Information",
    "attributes": [0],
    "series": {
        "0:0": {"attributes": [0, 0], "observations": {"0": ["1287.0", 0], "1": ["1340.8", 0]}},
        "1:1": {"attributes": [1, 1], "observations": {"0": [None], "1": ["7", None]}},
    },
}
EXPECTED = [
    ("gdp", "110114", "2021", "1287.0", "亿元", "1", "provisional"),
    ("gdp", "110114", "2022", "1340.8", "亿元", "1", "provisional"),
    ("Tea", "France", "2022", "7", "T", "1", ""),
]


def text(document: Any) -> bytes:
    """Return JSON in which the observed values are numbers with their digits."""
    written = json.dumps(document)
    for number in ("1287.0", "1340.8", "7"):
        written = written.replace(f'["{number}"', f"[{number}")
    return written.encode()


OLDEST = {"header": META, "structure": STRUCTURE, "dataSets": [DATA]}
OLD = {"meta": META, "data": {"structure": STRUCTURE, "dataSets": [DATA]}}
NEW = {"meta": META, "data": {"structures": [STRUCTURE], "dataSets": [DATA | {"structure": 0}]}}


def rows(document: Any) -> list[tuple[str, ...]]:
    (sheet,) = sdmx_json.read("t.json", text(document))
    return list(sheet.rows[1:])


@pytest.mark.parametrize("document", [OLDEST, OLD, NEW], ids=["draft", "1.0", "2.0"])
def test_every_version_is_read_with_the_digits_of_the_file(document: Any) -> None:
    assert reader_of("t.json", text(document)) == "sdmx_json"
    assert rows(document) == EXPECTED


def test_keys_and_values_are_those_that_sdmx1_reads() -> None:
    library = pytest.importorskip("sdmx")
    message = library.read_sdmx(io.BytesIO(text(OLDEST)))
    read = [
        (o.key["REF_AREA"].value, o.key["TIME_PERIOD"].value, o.value)
        for o in message.data[0].obs
        if o.value is not None
    ]
    names = {"FR": "France"}
    assert [(names.get(a, a), t, float(v)) for a, t, v in read] == [
        (area, time, float(value)) for _, area, time, value, *_ in EXPECTED
    ]


def test_observations_without_series_are_read() -> None:
    structure = deepcopy(STRUCTURE)
    dimensions, attributes = structure["dimensions"], structure["attributes"]
    dimensions["observation"] = dimensions.pop("series") + dimensions["observation"]
    attributes["observation"] = attributes.pop("series") + attributes["observation"]
    flat = {
        "attributes": [0],
        "observations": {"0:0:0": ["1287.0", 0, 0, 0], "0:0:1": ["1340.8", 0, 0, 0]},
    }
    assert rows({"data": {"structure": structure, "dataSets": [flat]}}) == EXPECTED[:2]


def test_an_attribute_of_a_group_reaches_its_series_only() -> None:
    structure = deepcopy(STRUCTURE)
    attributes = structure["attributes"]
    attributes["dimensionGroup"] = attributes.pop("series")
    data = {
        "attributes": [0],
        "structure": 0,
        # FREQ, REF_AREA, INDICATOR, TIME_PERIOD: the first group is Changping, the other France
        "dimensionGroupAttributes": {":0::": [0, 0], ":1::": [1, 1]},
        "series": {k: {"observations": s["observations"]} for k, s in DATA["series"].items()},
    }
    assert rows({"data": {"structures": [structure], "dataSets": [data]}}) == EXPECTED


MEND = "Ask for the data anew, as SDMX-CSV if the service offers it."


def broken(**changes: Any) -> dict[str, Any]:
    return {"data": {"structures": [STRUCTURE], "dataSets": [DATA | changes]}}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            broken(series={"0:5": {"observations": {"0": ["7"]}}}),
            "the parts of the message do not fit together (IndexError: list index out of range). "
            + MEND,
        ),
        (
            broken(series={"0": {"observations": {"0": ["7"]}}}),
            "the parts of the message do not fit together (ValueError: the key 0 has not one part "
            "for each dimension). " + MEND,
        ),
        (broken(series={}), "there is no figure in the message. " + MEND),
    ],
)
def test_parts_that_do_not_fit_are_refused(document: Any, message: str) -> None:
    with pytest.raises(DataError) as raised:
        sdmx_json.read("t.json", text(document))
    assert str(raised.value) == f"t.json: {message}"


def test_several_measures_are_refused() -> None:
    structure = STRUCTURE | {"measures": {"observation": [{"id": "A"}, {"id": "B"}]}}
    with pytest.raises(DataError) as raised:
        rows({"data": {"structures": [structure], "dataSets": [DATA]}})
    assert str(raised.value) == (
        "t.json[data set 1]: the message has several measures, and one is read. "
        "Ask for one measure at a time."
    )


def test_damaged_json_is_named_by_its_place() -> None:
    with pytest.raises(DataError) as raised:
        sdmx_json.read("t.json", text(NEW)[:-1])
    assert str(raised.value).startswith("t.json:1:")
    assert str(raised.value.mend) == "Mend the file, or write it anew."


def test_other_json_is_left_alone() -> None:
    reason = "it is no data message of SDMX-JSON"
    assert sdmx_json.refuses("t.json", b'{"dataSets": 1}') == reason
    assert sdmx_json.refuses("t.json", b"[]") == reason


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN", "9" * 5000])
def test_an_attribute_that_is_no_number_of_its_list_is_an_error(number: str) -> None:
    message = text(OLD).replace(b'"attributes": [0', f'"attributes": [{number}'.encode(), 1)
    assert message != text(OLD)
    with pytest.raises(DataError, match="the parts of the message do not fit together"):
        sdmx_json.read("t.json", message)


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ({"meta": {"schema": "x/sdmx-json-structure-schema.json"}}, "a structure message"),
        ({"meta": {}, "data": {"metadataSets": []}}, "a metadata message"),
    ],
)
def test_what_holds_no_figures_is_refused_by_what_it_is(document: Any, what: str) -> None:
    content = json.dumps(document).encode()
    assert reader_of("t.json", content) == "sdmx_json"
    with pytest.raises(DataError, match=f"^t.json: this is {what} of SDMX"):
        sdmx_json.read("t.json", content)


def test_figures_to_be_deleted_are_refused() -> None:
    with pytest.raises(DataError, match="the message deletes figures"):
        rows(broken(action="Delete"))


def test_a_key_of_an_observation_may_hold_that_of_its_series() -> None:
    flat = {"attributes": [0], "observations": {"0:0:1": ["1340.8", 0]}}
    ((*found, _),) = rows({"data": {"structures": [STRUCTURE], "dataSets": [flat]}})
    assert found == ["gdp", "110114", "2022", "1340.8", "", "1"]


def test_a_message_that_deletes_in_a_later_set_is_refused_as_that() -> None:
    first = {"observations": {"9:9:9": [1, 7, 7]}}  # fits nothing, and is not looked at
    sets = [first, {"action": "Delete", "series": {}}]
    with pytest.raises(DataError, match="the message deletes figures"):
        rows({"data": {"structures": [STRUCTURE], "dataSets": sets}})
