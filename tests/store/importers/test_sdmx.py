"""SDMX-ML, in messages that sdmx1 writes. The figures are Changping's (2021: 1287.0, 2022: 1340.8)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from cpstats.errors import DataError
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


MEND = "Ask for the data anew, as SDMX-CSV if the service offers it."


def test_a_damaged_message_is_refused() -> None:
    with pytest.raises(DataError) as raised:
        sdmx.read("t.xml", message("GenericDataSet")[:-80])
    assert re.fullmatch(rf"t.xml:\d+:\d+: this is not XML \(.*\). {MEND}", str(raised.value))


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


def test_other_xml_is_left_alone() -> None:
    assert sdmx.refuses("t.xml", b"<a/>") == "it is no message of SDMX-ML"


COMPACT = """\
<CompactData xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"
  xmlns:n="urn:sdmx:org.sdmx.infomodel.keyfamily.KeyFamily=T:NA:compact">
  <Header><ID>t</ID></Header>
  <n:DataSet>
    <n:SiblingGroup REF_AREA="110114" INDICATOR="gdp" UNIT_MULT="8"/>
    <n:Series FREQ="A" REF_AREA="110114" INDICATOR="gdp" UNIT_MEASURE="CNY" DECIMALS="1">
      <n:Obs TIME_PERIOD="2021" OBS_VALUE="1287.0" OBS_STATUS="P"/>
      <n:Obs TIME_PERIOD="2022" OBS_VALUE="1340.8" OBS_STATUS="P"/>
    </n:Series>
  </n:DataSet>
</CompactData>
"""


def test_a_compact_message_of_2_0_is_read_with_its_groups() -> None:
    assert reader_of("t.xml", COMPACT.encode()) == "sdmx"
    text = COMPACT.replace("n:SiblingGroup", "n:Group")
    assert rows(text.encode()) == EXPECTED


def test_concepts_in_small_letters_are_the_same() -> None:
    text = VERSION_3.replace("FREQ=", "freq=").replace("REF_AREA=", "geo=")
    text = text.replace("INDICATOR=", "na_item=").replace("UNIT_MEASURE=", "unit=")
    assert rows(text.encode()) == EXPECTED


def test_a_series_is_told_apart_by_its_codes_and_not_by_its_title() -> None:
    text = VERSION_3.replace('FREQ="A"', 'FREQ="A" ADJUSTMENT="N" TITLE="Output of the district"')
    assert {row[0] for row in rows(text.encode())} == {"gdp, ADJUSTMENT N"}


def test_a_figure_is_found_again_by_its_line() -> None:
    text = VERSION_3.replace('"1340.8"', '"much"')
    with pytest.raises(DataError) as raised:
        sdmx.read("t.xml", text.encode())
    assert raised.value.where == "t.xml:17:7"


def test_types_of_observations_are_measures() -> None:
    text = VERSION_3.replace("v3_0", "v2_1").replace(
        'dimensionAtObservation="TIME_PERIOD"', 'dimensionAtObservation="DEMO"'
    )
    start, end = text.index("    <Series"), text.index("  </mes:DataSet>")
    series = (
        '<Series FREQ="A" REF_AREA="BE" TIME_PERIOD="2007">'
        '<Obs xsi:type="d:BIRTHS" OBS_VALUE="12"/><Obs xsi:type="d:DEATHS" OBS_VALUE="10"/></Series>'
    )
    found = rows((text[:start] + series + text[end:]).encode())
    assert [row[:4] for row in found] == [
        ("NA, DEMO BIRTHS", "BE", "2007", "12"),
        ("NA, DEMO DEATHS", "BE", "2007", "10"),
    ]


@pytest.mark.parametrize(
    ("root", "what"),
    [
        ("Structure", "this is a structure message of SDMX"),
        ("GenericMetadata", "this is a metadata message of SDMX"),
        ("StructureSpecificMetadata", "this is a metadata message of SDMX"),
        ("CodelistQuery", "this is a query of SDMX"),
        ("RegistryInterface", r"this is a message of SDMX \(RegistryInterface\), and no data"),
    ],
)
def test_what_holds_no_figures_is_refused_by_what_it_is(root: str, what: str) -> None:
    text = f'<m:{root} xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"/>'
    assert reader_of("t.xml", text.encode()) == "sdmx"
    with pytest.raises(DataError, match=f"^t.xml: {what}"):
        sdmx.read("t.xml", text.encode())


def test_what_the_service_answers_instead_of_data_is_said() -> None:
    start, end = VERSION_3.index("  <mes:DataSet"), VERSION_3.index("</mes:StructureSpecificData>")
    footer = (
        '<f:Footer xmlns:f="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message/footer">'
        '<f:Message code="413"><com:Text>Too large.</com:Text></f:Message></f:Footer>'
    )
    with pytest.raises(DataError) as raised:
        sdmx.read("t.xml", (VERSION_3[:start] + footer + VERSION_3[end:]).encode())
    assert str(raised.value) == (
        f"t.xml: there is no figure in the message; the service says: Too large. {MEND}"
    )


def test_days_and_figures_to_be_deleted_are_refused() -> None:
    with pytest.raises(DataError, match="Figures by the day are not read"):
        sdmx.read("t.xml", VERSION_3.replace('"2022"', '"2022-03-18"').encode())
    with pytest.raises(DataError, match="the message deletes figures"):
        sdmx.read("t.xml", VERSION_3.replace('action="Information"', 'action="Delete"').encode())
