"""JSON records in every form, and what is wrong with them; digits stay as they are written."""

from __future__ import annotations

import json

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign

RECORDS = [
    {"地区": "河北省", "年份": 2022, "地区生产总值(亿元)": "42370.40"},
    {"地区": "山西省", "年份": 2022, "地区生产总值(亿元)": None},
    {"地区": "山西省", "年份": 2021, "地区生产总值(亿元)": "22870.4"},
]
ARRAY = json.dumps(RECORDS, ensure_ascii=False)
LINES = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS)
DIGITS = ARRAY.replace('"42370.40"', "42370.40")  # a number, with the zero it was printed with
FORMS = {
    "array": ARRAY,
    "array of numbers": DIGITS,
    "lines": LINES,
    "lines with carriage returns": LINES.replace("\n", "\r\n") + "\r\n",
    "object with one array": f'{{"count": 3, "data": {ARRAY}}}',
    "indented": json.dumps(RECORDS, ensure_ascii=False, indent=2),
}
ROWS = [
    ["地区生产总值", "河北省", "2022", "level", "42370.40", "亿元"],
    ["地区生产总值", "山西省", "2021", "level", "22870.4", "亿元"],
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_form_gives_the_same_figures(form: str, encoding: str) -> None:
    (found,) = foreign("t.json", FORMS[form].encode(encoding))
    assert found.rows == ROWS


def test_a_value_says_the_line_and_the_place_where_its_record_begins() -> None:
    (found,) = foreign("t.json", ARRAY.encode())
    second = ARRAY.index('{"地区": "山西省", "年份": 2021') + 1  # in one long line
    assert [found.where(i, "obs_value") for i in (0, 1)] == ["t.json:1:2", f"t.json:1:{second}"]
    (lines,) = foreign("t.json", LINES.encode())
    assert lines.where(1, "obs_value") == "t.json:3:1"


def test_an_object_with_two_arrays_is_two_tables() -> None:
    text = f'{{"a": {ARRAY}, "b": {ARRAY}}}'
    assert [s.name for s in sheets("t.json", text.encode())] == ["t.json[a]", "t.json[b]"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[{"a": 1},\n {"a": 2',
            "t.json:2:9: this is not JSON (Expecting ',' delimiter). Mend the file, or write it anew.",
        ),
        (
            '[{"a": 1} {"a": 2}]',
            "t.json:1:11: this is not JSON (Expecting ',' delimiter). Mend the file, or write it anew.",
        ),
        (
            '{"a": [{"b": 1}], "c" 2}',
            "t.json:1:23: this is not JSON (Expecting ':' delimiter). Mend the file, or write it anew.",
        ),
        (
            '[{"a": [1, 2]}]',
            "t.json:1:2: “a” holds no plain value. Give each value a field of its own.",
        ),
        (
            '[{"a": 1},\n2]',
            (
                "t.json:2:1: this is no object. A table is an array of objects with the same fields, "
                "or one such object a line."
            ),
        ),
        (
            '[{"a": 1, "a": 2}]',
            (
                "t.json:1:2: this is not JSON (the field “a” occurs twice). "
                "Mend the file, or write it anew."
            ),
        ),
        (
            '[{"a":' + "[" * 1_000_000,
            (
                "t.json: the JSON is nested too deep. A table is an array of objects with the same "
                "fields, or one such object a line."
            ),
        ),
    ],
    ids=["cut off", "comma", "colon", "nested", "number", "twice", "deep"],
)
def test_what_is_no_table_says_why_and_where(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.json", text.encode())
    assert str(caught.value) == message


def test_text_that_begins_like_nothing_of_json_is_left_to_others() -> None:
    (sheet,) = sheets("t.csv", b"[1] region,2022\nX,1\n")
    assert str(sheet.said) == "UTF-8, commas"


@pytest.mark.parametrize(
    "records",
    [
        [{f"k{n}": n} for n in range(1_100)],  # 1,210,000 places, of which one in 1,100 is filled
        [{f"k{n}": n for n in range(20_000)}],
    ],
    ids=["holes", "wide"],
)
def test_records_of_which_none_has_the_fields_of_another_are_no_table(
    records: list[object],
) -> None:
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        sheets("t.json", json.dumps(records).encode())


def test_objects_by_name_are_lines_of_a_table() -> None:
    text = '{"Norway": {"huts (kt)": {"2019": 5.30, "2020": 5.4}}, "Peru": {"huts (kt)": {"2019": 32, "2020": null}}}'
    (found,) = foreign("t.json", text.encode())
    assert [row[:6] for row in found.rows] == [
        ["huts", "Norway", "2019", "level", "5.30", "kt"],
        ["huts", "Norway", "2020", "level", "5.4", "kt"],
        ["huts", "Peru", "2019", "level", "32", "kt"],
    ]


def test_years_may_be_the_names_of_objects() -> None:
    text = '{"2019": {"Norway": 5.3, "Peru": 32},\n "2020": {"Norway": 5.4, "Peru": 33}}'
    (found,) = foreign("huts_output.json", text.encode())
    assert {(row[0], row[1], row[2], row[4]) for row in found.rows} == {
        ("huts output", "Norway", "2019", "5.3"),
        ("huts output", "Norway", "2020", "5.4"),
        ("huts output", "Peru", "2019", "32"),
        ("huts output", "Peru", "2020", "33"),
    }


def test_an_object_nine_deep_is_no_table() -> None:
    deep = '{"b": {"c": {"e": {"f": {"g": {"h": {"i": {"j": 1}}}}}}}}'
    text = f'{{"a": {deep}, "d": {deep}}}'
    with pytest.raises(DataError, match="holds no plain value"):
        foreign("t.json", text.encode())


def test_what_stands_beside_the_records_says_place_and_unit_or_is_said_to_be_left_out() -> None:
    text = '{"country": "Peru", "unit": "kt", "updated": "2024-01-02", "data": [{"year": 2020, "tin": 5.5}]}'
    (found,) = foreign("t.json", text.encode())
    assert found.rows == [["tin", "Peru", "2020", "level", "5.5", "kt"]]
    assert "beside the records, left out: updated" in [line.to("en") for line in found.said]


@pytest.mark.parametrize(
    "text",
    [
        '{"data": {"Peru": {"2020": 5.5}, "Chile": {"2020": 7.5}}, "meta": {"source": "office"}, "title": "Tin mined", "years": ["2020"]}',
        '{"title": "Tin mined", "result": {"fields": ["a"], "records": [{"country": "Peru", "2020": 5.5}, {"country": "Chile", "2020": 7.5}]}}',
        '{"title": "Tin mined", "data": [{"country": "Peru", "2020": 5.5}, {"country": "Chile", "2020": 7.5}], "marks": [{"type": {"a": 1}}]}',
    ],
    ids=["objects by name", "records inside", "beside what is nested"],
)
def test_the_part_of_a_json_that_is_a_table_is_found(text: str) -> None:
    (found,) = foreign("t.json", text.encode())
    assert [row[:5] for row in found.rows] == [
        ["Tin mined", "Peru", "2020", "level", "5.5"],
        ["Tin mined", "Chile", "2020", "level", "7.5"],
    ]


def test_figures_beside_objects_by_name_are_not_lost() -> None:
    text = '{"data": {"Peru": {"2020": 5.5}, "Chile": {"2020": 7.5}}, "meta": {"2020": 13}}'
    (found,) = sheets("t.json", text.encode())
    assert [row[0] for row in found.rows[1:]] == ["data", "meta"]


def rows_of(value: object) -> list[list[str]]:
    (found,) = foreign("t.json", json.dumps(value).encode())
    return [row[:6] for row in found.rows]


HEAD = {"page": 1, "total": 2}
PLACES = [{"id": "PE", "value": "Peru"}, {"id": "CL", "value": "Chile"}]


def test_records_behind_what_is_said_of_all_have_names_beside_codes() -> None:
    """The shape of the World Bank's interface (api.worldbank.org/v2, format=json); figures made up."""
    huts = {"id": "HU.T", "value": "Huts (kt)"}
    records = [
        {
            "indicator": huts,
            "country": place,
            "date": "2021",
            "value": value,
            "unit": "",
            "decimal": 0,
        }
        for place, value in zip(PLACES, (5.5, 7.25), strict=True)
    ]
    assert rows_of([HEAD, records]) == [
        ["Huts", "Peru", "2021", "level", "5.5", "kt"],
        ["Huts", "Chile", "2021", "level", "7.25", "kt"],
    ]


def test_keys_and_values_stand_below_the_columns_that_are_described() -> None:
    """The shape of PxWeb's JSON (px-web, response format `json`); figures made up."""
    columns = [
        {"code": "R", "text": "region", "type": "d"},
        {"code": "T", "text": "year", "type": "t"},
        {"code": "H", "text": "Huts (kt)", "type": "c"},
    ]
    data = [
        {"key": ["Norway", "2021"], "values": ["5"]},
        {"key": ["Sweden", "2021"], "values": ["6"]},
    ]
    value = {"columns": columns, "comments": [], "data": data, "metadata": [{"label": "Huts"}]}
    assert rows_of(value) == [
        ["Huts", "Norway", "2021", "level", "5", "kt"],
        ["Huts", "Sweden", "2021", "level", "6", "kt"],
    ]


def test_lists_in_records_are_lines() -> None:
    """The shapes of BLS (`Results.series[].data[]`) and IBGE (`resultados[].series[].serie`); figures made up."""
    series = [
        {"country": name, "data": [{"year": "2021", "huts (kt)": v, "footnotes": [{}]}]}
        for name, v in (("Peru", "5"), ("Chile", "6"))
    ]
    said = [
        ["huts", "Peru", "2021", "level", "5", "kt"],
        ["huts", "Chile", "2021", "level", "6", "kt"],
    ]
    assert rows_of({"status": "OK", "Results": {"series": series}}) == said
    series = [
        {
            "localidade": {"id": "1", "nome": name, "nivel": {"id": "N", "nome": "País"}},
            "serie": {"2021": v},
        }
        for name, v in (("Peru", "5"), ("Chile", "6"))
    ]
    value = [{"id": "9", "variavel": "huts", "unidade": "kt", "resultados": [{"series": series}]}]
    assert rows_of(value) == said


def test_lists_of_one_length_stand_beside_one_another() -> None:
    docs = [
        {"country": name, "indicator": "Huts (kt)", "period": ["2020", "2021"], "value": values}
        for name, values in (("Peru", [5, 6]), ("Chile", [7, None]))
    ]
    assert rows_of({"series": {"docs": docs}}) == [
        ["Huts", "Peru", "2020", "level", "5", "kt"],
        ["Huts", "Peru", "2021", "level", "6", "kt"],
        ["Huts", "Chile", "2020", "level", "7", "kt"],
    ]


def test_the_first_record_may_label_the_fields() -> None:
    """The shape of SIDRA's interface (apisidra.ibge.gov.br/values); figures made up."""
    labels = {
        "V": "Valor",
        "MN": "Unidade de Medida",
        "D1C": "País (Código)",
        "D1N": "País",
        "D2N": "Variável",
        "D3N": "Ano",
    }
    records = [
        dict(zip(labels, row, strict=True))
        for row in (
            ("5", "kt", "1", "Peru", "Huts", "2021"),
            ("6", "kt", "2", "Chile", "Huts", "2021"),
        )
    ]
    assert rows_of([labels, *records]) == [
        ["Huts", "Peru", "2021", "level", "5", "kt"],
        ["Huts", "Chile", "2021", "level", "6", "kt"],
    ]


def test_a_first_record_with_a_sign_for_a_missing_figure_is_no_row_of_labels() -> None:
    value = [{"country": "Peru", "huts": "n/a"}, {"country": "Chile", "huts": 5}]
    (sheet,) = sheets("t.json", json.dumps(value).encode())
    assert sheet.rows == (("country", "huts"), ("Peru", "n/a"), ("Chile", "5"))


def test_shapes_of_places_are_left_out_and_said() -> None:
    """The form of GeoJSON (RFC 7946); figures made up."""
    features = [
        {
            "type": "Feature",
            "properties": {"country": n, "huts 2021 (kt)": v},
            "geometry": {"type": "Point", "coordinates": [1, 2]},
        }
        for n, v in (("Peru", 5), ("Chile", 6))
    ]
    (sheet,) = sheets(
        "t.json", json.dumps({"type": "FeatureCollection", "features": features}).encode()
    )
    assert sheet.rows == (
        ("type", "country", "huts 2021 (kt)"),
        ("Feature", "Peru", "5"),
        ("Feature", "Chile", "6"),
    )
    assert [line.to("en") for line in sheet.remarks] == [
        "beside the records, left out: type, geometry"
    ]


def test_a_record_with_two_lists_of_objects_is_no_line() -> None:
    value = [{"a": [{"x": 1}, {"x": 2}], "b": [{"y": 1}, {"y": 2}, {"y": 3}]}]
    with pytest.raises(DataError, match="“a” holds no plain value"):
        sheets("t.json", json.dumps(value).encode())


def test_years_that_a_program_wrote_with_a_point_are_years() -> None:
    (found,) = foreign("t.csv", b"country,year,huts (kt)\nPeru,2015.0,5\nPeru,2016.0,6\n")
    assert [row[2] for row in found.rows] == ["2015", "2016"]


def test_lists_without_periods_are_no_pairs() -> None:
    value = [{"dimensions": ["Peru", "Tin"], "metrics": [5, 6]}] * 2
    with pytest.raises(DataError, match="“dimensions” holds no plain value"):
        sheets("t.json", json.dumps(value).encode())


def test_a_total_beside_a_list_is_no_figure_of_each_of_its_lines() -> None:
    years = [{"year": 2020, "huts": 5}, {"year": 2021, "huts": 6}]
    value = [{"country": "Peru", "total": 11, "data": years}, {"country": "Cuba", "total": 3}]
    (sheet,) = sheets("t.json", json.dumps(value).encode())
    assert sheet.rows == (
        ("country", "year", "huts"),
        ("Peru", "2020", "5"),
        ("Peru", "2021", "6"),
        ("Cuba", "", ""),
    )
    assert [line.to("en") for line in sheet.remarks] == ["beside the records, left out: total"]
