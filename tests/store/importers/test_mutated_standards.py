"""Whatever happens to a file of a standard on its way: it is read, or an error says why."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.decoding.test_own_sdmx import REPORT
from tests.store.importers.test_json_stat import DATASET
from tests.store.importers.test_mutated import CHANGES, changed
from tests.store.importers.test_sdmx import VERSION_3
from tests.store.importers.test_sdmx_csv import LABELLED, OLD
from tests.store.importers.test_sdmx_json import NEW, text
from tests.store.importers.test_sdmx_json import OLD as OLD_JSON
from tests.store.importers.test_world_bank import TABLE, packed

from cpstats.errors import CpstatsError
from cpstats.export import json_stat, sdmx_csv
from cpstats.model.report import Style
from cpstats.store.recognising.foreign import foreign

FILES = {
    "1.0.csv": OLD.encode(),
    "2.0.csv": LABELLED.encode(),
    "own.csv": sdmx_csv.write(REPORT, Style()),
    "stat.json": json.dumps(DATASET).encode(),
    "own.json": json_stat.write(REPORT, Style()),
    "old.json": text(OLD_JSON),
    "new.json": text(NEW),
    "ml.xml": VERSION_3.encode(),
    "wb.csv": TABLE.encode(),
    "wb.zip": packed(API_X=TABLE),
}


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60)
@given(changes=CHANGES)
def test_mutated_bytes_are_read_or_refused(
    name: str, changes: list[tuple[str, float, int]]
) -> None:
    with suppress(CpstatsError):
        for found in foreign(name, changed(FILES[name], changes)):
            assert all(len(row) == len(found.header) for row in found.rows)


JSON = {name: json.loads(content) for name, content in FILES.items() if name.endswith(".json")}
ODD = st.sampled_from([None, True, 0, -1, 3.5, "", "x", [], ["x"], {}, {"x": 1}])


@pytest.mark.parametrize("name", JSON)
@settings(max_examples=150)
@given(data=st.data())
def test_any_part_of_a_document_may_be_something_else(name: str, data: st.DataObject) -> None:
    document = json.loads(json.dumps(JSON[name]))
    part = document
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        key = data.draw(st.sampled_from(keys))
        inner = part[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            part[key] = data.draw(ODD)
            break
        part = inner
    with suppress(CpstatsError):
        foreign(name, json.dumps(document).encode())
