"""SDMX-ML, in messages that sdmx1 writes. The figures are Changping's (2021: 1287.0, 2022: 1340.8)."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

import pytest

from cpstats.errors import DataError, UsageError
from cpstats.store.importers import reader_of, sdmx

library = pytest.importorskip("sdmx")
VALUES = {"2021": "1287.0", "2022": "1340.8"}
KINDS = (
    "GenericDataSet",
    "GenericTimeSeriesDataSet",
    "StructureSpecificDataSet",
    "StructureSpecificTimeSeriesDataSet",
)
# SDMX-ML 3.0 has no generic form; sdmx1 does not write it.
VERSION_3 = """\
<?xml version="1.0" encoding="UTF-8"?>
<mes:StructureSpecificData
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
  xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
  xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common">
  <mes:Header>
    <mes:ID>t</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2026-01-01T00:00:00</mes:Prepared>
    <mes:Sender id="T"/>
    <mes:Structure structureID="NA" dimensionAtObservation="TIME_PERIOD">
      <com:Structure>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=T:NA(1.0.0)</com:Structure>
    </mes:Structure>
  </mes:Header>
  <mes:DataSet ss:structureRef="NA" ss:dataScope="DataStructure" ss:action="Information">
    <Series FREQ="A" REF_AREA="110114" INDICATOR="gdp" UNIT_MEASURE="CNY" UNIT_MULT="8" DECIMALS="1">
      <Obs TIME_PERIOD="2021" OBS_VALUE="1287.0" OBS_STATUS="P"/>
      <Obs TIME_PERIOD="2022" OBS_VALUE="1340.8" OBS_STATUS="P"/>
    </Series>
  </mes:DataSet>
</mes:StructureSpecificData>
"""
GROUPED = """\
  <mes:DataSet structureRef="NA">
    <gen:Group type="Sibling"><gen:GroupKey>
      <gen:Value id="REF_AREA" value="110114"/><gen:Value id="INDICATOR" value="gdp"/></gen:GroupKey>
      <gen:Attributes><gen:Value id="UNIT_MULT" value="8"/></gen:Attributes></gen:Group>
"""


def message(kind: str) -> bytes:
    """Return a message of one series, as sdmx1 writes it."""
    model = library.model.v21
    structure = model.DataStructureDefinition(
        id="NA", maintainer=library.model.common.Agency(id="T"), version="1.0"
    )
    for ident in ("FREQ", "REF_AREA", "INDICATOR"):
        structure.dimensions.append(model.Dimension(id=ident))
    structure.dimensions.append(model.TimeDimension(id="TIME_PERIOD"))
    structure.measures.append(model.PrimaryMeasure(id="OBS_VALUE"))
    for ident in ("UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS"):
        structure.attributes.append(model.DataAttribute(id=ident))

    def said(**values: str) -> dict[str, Any]:
        return {
            k: model.AttributeValue(value=v, value_for=structure.attributes.get(k))
            for k, v in values.items()
        }

    key = structure.make_key(
        model.SeriesKey, {"FREQ": "A", "REF_AREA": "110114", "INDICATOR": "gdp"}
    )
    key.attrib.update(said(UNIT_MEASURE="CNY", UNIT_MULT="8", DECIMALS="1"))
    data = getattr(model, kind)(structured_by=structure)
    observed = []
    for year, value in VALUES.items():
        obs = model.Observation(
            dimension=structure.make_key(model.Key, {"TIME_PERIOD": year}),
            value=value,
            value_for=structure.measures[0],
            series_key=key,
        )
        obs.attached_attribute.update(said(OBS_STATUS="P"))
        observed.append(obs)
    data.add_obs(observed, series_key=key)
    made = library.message.DataMessage(
        header=library.message.Header(id="t", prepared=dt.datetime(2026, 1, 1)),  # noqa: DTZ001 - the standard's own form
        observation_dimension=structure.dimensions.get("TIME_PERIOD"),
    )
    made.data.append(data)
    return library.to_xml(made, pretty_print=True)  # type: ignore[no-any-return]


def rows(content: bytes) -> list[tuple[str, ...]]:
    (sheet,) = sdmx.read("t.xml", content)
    assert sheet.rows[0] == (
        "indicator",
        "ref_area",
        "time_period",
        "obs_value",
        "unit",
        "decimals",
        "obs_status",
    )
    return list(sheet.rows[1:])


EXPECTED = [("gdp", "110114", year, v, "亿元", "1", "provisional") for year, v in VALUES.items()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_of_2_1_is_read(kind: str) -> None:
    content = message(kind)
    assert reader_of("t.xml", content) == "sdmx"
    assert rows(content) == EXPECTED


def test_a_message_of_3_0_is_read() -> None:
    assert reader_of("t.xml", VERSION_3.encode()) == "sdmx"
    assert rows(VERSION_3.encode()) == EXPECTED


def test_an_attribute_of_a_group_reaches_its_series() -> None:
    text = message("GenericDataSet").decode()
    text = text.replace('        <gen:Value id="UNIT_MULT" value="8"/>\n', "")
    text = text.replace('  <mes:DataSet structureRef="NA">\n', GROUPED)
    assert rows(text.encode()) == EXPECTED


@pytest.mark.parametrize("text", [VERSION_3, message("StructureSpecificDataSet").decode()])
def test_an_attribute_of_a_data_set_reaches_its_figures(text: str) -> None:
    text = text.replace(' UNIT_MULT="8"', "").replace(
        "<mes:DataSet ", '<mes:DataSet UNIT_MULT="8" '
    )
    assert rows(text.encode()) == EXPECTED


def test_an_attribute_of_a_generic_data_set_reaches_its_figures() -> None:
    text = message("GenericDataSet").decode()
    text = text.replace('        <gen:Value id="UNIT_MULT" value="8"/>\n', "")
    whole = '<gen:Attributes><gen:Value id="UNIT_MULT" value="8"/></gen:Attributes>'
    text = text.replace(
        '<mes:DataSet structureRef="NA">', f'<mes:DataSet structureRef="NA">{whole}'
    )
    assert rows(text.encode()) == EXPECTED


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    sdmx.read("t.xml", message("StructureSpecificDataSet"))
    with pytest.raises(DataError):
        sdmx.read("t.xml", message("StructureSpecificDataSet")[:-80])
    assert capsys.readouterr() == ("", "")


MEND = "Ask for the data anew, as SDMX-CSV if the service offers it."


def test_a_damaged_message_is_refused() -> None:
    with pytest.raises(DataError) as raised:
        sdmx.read("t.xml", message("GenericDataSet")[:-80])
    assert str(raised.value) == f"t.xml: the message cannot be read (XMLParseError). {MEND}"


def test_a_message_that_declares_entities_is_refused() -> None:
    bomb = VERSION_3.replace("<mes:Str", '<!DOCTYPE a [<!ENTITY b "bb">]><mes:Str', 1)
    with pytest.raises(DataError) as raised:
        sdmx.read("t.xml", bomb.encode())
    assert str(raised.value) == f"t.xml: the message declares entities. {MEND}"


def test_a_message_without_figures_is_refused() -> None:
    start, end = VERSION_3.index("    <Series"), VERSION_3.index("  </mes:DataSet>")
    with pytest.raises(DataError) as raised:
        sdmx.read("t.xml", (VERSION_3[:start] + VERSION_3[end:]).encode())
    assert str(raised.value) == f"t.xml: there is no figure in the message. {MEND}"


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sdmx", None)
    with pytest.raises(UsageError) as raised:
        sdmx.read("t.xml", VERSION_3.encode())
    assert str(raised.value) == (
        "reading SDMX-ML needs the extra “sdmx”. Install it: pip install 'cpstats[sdmx]'"
    )


def test_other_xml_is_left_alone() -> None:
    assert sdmx.refuses("t.xml", b"<a/>") == "it is no data message of SDMX-ML"
