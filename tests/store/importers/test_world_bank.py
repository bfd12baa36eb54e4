"""The World Bank's CSV and its zip.

The figures are those of World Development Indicators for Aruba, 1986: 405586592.17877102 current
US$ (../shared/datasets/worldbank_wdi_gdp.csv).
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import reader_of, sheets, world_bank
from cpstats.store.recognising.canonical import canonical
from cpstats.store.recognising.foreign import foreign

SHARED = Path(__file__).resolve().parents[4] / "shared/datasets/worldbank_wdi_gdp.csv"
TABLE = """\
"Data Source","World Development Indicators",

"Last Updated Date","2024-06-28",

"Country Name","Country Code","Indicator Name","Indicator Code","1985","1986","1987",
"Aruba","ABW","GDP (current US$)","NY.GDP.MKTP.CD","","405586592.17877102","..",
"China","CHN","GDP (current US$)","NY.GDP.MKTP.CD","","","1.2E2",
"Aruba","ABW","GDP (constant 2015 US$)","NY.GDP.MKTP.KD","1","","",
"Aruba","ABW","GDP growth (annual %)","NY.GDP.MKTP.KD.ZG","","","16.0781643713855",
"Aruba","ABW","GDP (current LCU)","NY.GDP.MKTP.CN","","726000000","",
"""


def packed(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return out.getvalue()


def rows(name: str, content: bytes) -> list[dict[str, str]]:
    (found,) = foreign(name, content)
    return [
        line
        for row in found.rows
        if (line := dict(zip(found.header, row, strict=True)))["obs_value"]
    ]


def test_the_table_under_its_title_lines_is_read() -> None:
    first, china, constant, growth, local = rows("wb.csv", TABLE.encode())
    assert first == {
        "indicator": "GDP (current US$)",
        "ref_area": "Aruba",
        "time_period": "1986",
        "price_basis": "current",
        "obs_value": "405586592.17877102",
        "unit": "美元",
    }
    assert (china["ref_area"], china["time_period"], china["obs_value"]) == (
        "100000",
        "1987",
        "120",
    )
    assert (constant["price_basis"], constant["unit"]) == ("constant:2015", "美元")
    assert (growth["price_basis"], growth["unit"]) == ("", "%")
    assert local["unit"] == ""


def test_what_is_not_known_is_said() -> None:
    (sheet,) = sheets("wb.csv", TABLE.encode())
    assert str(sheet.said) == "World Bank, UTF-8, commas"
    assert tuple(map(str, sheet.remarks)) == (
        "Data Source: World Development Indicators",
        "Last Updated Date: 2024-06-28",
        "the unit of “GDP (current LCU)” is not known here",
    )


def test_the_zip_is_read_as_it_was_downloaded() -> None:
    content = packed(Metadata_Country_API_X="a,b", API_X_DS2=TABLE, Metadata_Indicator_API_X="c,d")
    assert reader_of("wb.zip", content) == "world_bank"
    assert rows("wb.zip", content) == rows("wb.csv", TABLE.encode())


def test_a_workbook_is_left_alone() -> None:
    assert reader_of("t.xlsx", packed(workbook="x")) == "spreadsheet"
    assert world_bank.refuses("t.csv", b"a,b") == "the first line is not “Data Source”"


def test_a_cell_is_found_again_in_the_file() -> None:
    (sheet,) = sheets("wb.csv", TABLE.encode())
    found = canonical(sheet)
    assert found is not None
    assert found.where(1, "obs_value") == "wb.csv:6:6"  # 1986 stands in the sixth column


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '"726000000"',
            '"about 726"',
            (
                "wb.csv:10:6: obs_value: “about 726” is not a number. Write digits with one decimal "
                "point; leave the cell empty where none is known."
            ),
        ),
        (
            "Indicator Code",
            "Code",
            (
                "wb.csv: there is no line with Country Name, Country Code, Indicator Name, Indicator "
                "Code. Download the table anew, as CSV."
            ),
        ),
    ],
)
def test_a_fault_is_named_by_its_cell(old: str, new: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        foreign("wb.csv", TABLE.replace(old, new).encode())
    assert str(raised.value) == message


def test_a_damaged_zip_is_refused() -> None:
    with pytest.raises(DataError) as raised:
        foreign("wb.zip", packed(API_X=TABLE)[:-30])
    assert str(raised.value) == (
        "wb.zip: the zip cannot be read (it is damaged, locked or has no table API_…). "
        "Download it anew."
    )


def test_a_zip_that_would_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world_bank, "LARGEST", 100)
    with pytest.raises(DataError) as raised:
        foreign("wb.zip", packed(API_X=TABLE))
    assert str(raised.value) == (
        "wb.zip[API_X.csv]: the table unpacks to 0 MB. Unpack it, and leave out what is not needed."
    )


@pytest.mark.skipif(not SHARED.is_file(), reason="the datasets are not beside the project")
def test_the_long_table_of_a_data_hub_is_read_too() -> None:
    lines = SHARED.read_bytes().splitlines(keepends=True)[:2000]  # of 11,000, in order of country
    (found,) = foreign(SHARED.name, b"".join(lines))
    read = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    aruba = [r for r in read if (r["ref_area"], r["time_period"]) == ("Aruba", "1986")]
    assert ("gdp_current_usd", "405586592.17877102") in [
        (r["indicator"], r["obs_value"]) for r in aruba
    ]
