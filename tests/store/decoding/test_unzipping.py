"""A workbook is measured before it is unpacked, and what its values do not say is remembered."""

from __future__ import annotations

import io
import zipfile

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding import beyond_values, markup
from cpstats.store.decoding.unzipping import layouts

BOOK = """<workbook xmlns:r="http://x/r"><sheets><sheet name="一" r:id="a"/>
<sheet name='二' state='hidden' r:id='b'/></sheets></workbook>"""
LINKS = """<Relationships><Relationship Id="a" Target="worksheets/any.xml"/>
<Relationship Target='/xl/worksheets/sheet9.xml' Id='b'/></Relationships>"""


def packed(**parts: str) -> bytes:
    """Return an xlsx archive; `one` and `two` are the rows of its sheets."""
    names = {"styles": "xl/styles.xml", "shared": "xl/sharedStrings.xml"}
    one, two = (parts.pop(k, "") for k in ("one", "two"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", parts.pop("book", BOOK))
        made.writestr("xl/_rels/workbook.xml.rels", LINKS)
        made.writestr("xl/worksheets/any.xml", f"<worksheet>{one}</worksheet>")
        made.writestr("xl/worksheets/sheet9.xml", f"<x:worksheet xmlns:x='u'>{two}</x:worksheet>")
        for name, text in parts.items():
            made.writestr(names.get(name, name), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<c r="C2"><f>A1*2</f><v></v></c>', {(1, 2): "A1*2"}),
        ("<c r='AB10' t='n'><f>A1*2</f><v /></c>", {(9, 27): "A1*2"}),
        ('<c\n  r="C2"><f>A1&lt;2</f></c>', {(1, 2): "A1<2"}),
        ("<row r='4'><c/><c><f>1</f></c></row>", {(3, 1): "1"}),
        ('<c r="C2"><v>5</v></c><c r="D2"/><!-- <c r="E2"><f>1</f></c> -->', {}),
    ],
)
def test_a_formula_is_found_with_its_place(cell: str, found: dict[tuple[int, int], str]) -> None:
    assert layouts("t", packed(one=cell))["一"].formulas == found


def test_a_formula_may_lie_across_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "<row>" + "<c><v>1</v></c>" * 40 + "<c><f>A1*2</f><v></v></c></row>"
    for size in (1, 7, 100, 640, 660):
        monkeypatch.setattr(markup, "CHUNK", size)
        assert layouts("t", packed(one=cells))["一"].formulas == {(0, 40): "A1*2"}


def test_a_hidden_sheet_is_known_whatever_its_part_is_called() -> None:
    found = layouts("t", packed(two='<x:c r="B3"><x:v>1</x:v></x:c>'))
    assert [(title, sheet.hidden) for title, sheet in found.items()] == [
        ("一", False),
        ("二", True),
    ]
    assert (found["二"].bottom, found["二"].right) == (3, 2)


@pytest.mark.parametrize(
    "styles",
    [
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>',
        """<s:styleSheet xmlns:s='u'><s:cellXfs><s:xf numFmtId='0'/><s:xf
        numFmtId='9' /></s:cellXfs></s:styleSheet>""",
        """<styleSheet><numFmts><numFmt numFmtId='170' formatCode='0.0"个"%'/></numFmts><cellStyleXfs>
        <xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>""",
    ],
)
@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" s="1"><v>1</v></c>',
        "<c s='1' r='B2'><v/></c>",
        '<c\ts="1"\tr="B2" ><v>1</v></c >',
    ],
)
def test_a_percentage_is_seen_in_every_way_to_write_xml(styles: str, cell: str) -> None:
    assert layouts("t", packed(one=cell, styles=styles))["一"].percents == [(1, 1)]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        "<c r='XFD1048576'><v>1</v></c>",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        f'<row r="1048576">{"<c><v>1</v></c>" * 10}</row>',
    ],
)
def test_cells_too_far_apart_are_refused(cell: str) -> None:
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        layouts("t", packed(one=cell))


def test_cells_that_only_have_a_style_are_none() -> None:
    """The reader does not take them: columns are often formatted to the last."""
    found = layouts("t", packed(one='<c r="B2"><v>1</v></c><c r="XFD1048576" s="1"/>'))["一"]
    assert (found.bottom, found.right) == (2, 2)


def test_a_large_sheet_in_which_next_to_nothing_stands_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """20 × 30 places; of six hundred, six are enough."""
    monkeypatch.setattr(beyond_values, "SPARSE", 500)
    far = '<c r="A1"><v>1</v></c>' * 5 + '<c r="AD20"><v>1</v></c>'
    assert layouts("t", packed(one=far))["一"].right == 30
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        layouts("t", packed(one=far.replace('<c r="A1"><v>1</v></c>', "", 1)))


def test_sheets_that_reach_far_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of 20 × 30 cells is small enough; 1,200 are more than a thousand."""
    monkeypatch.setattr(beyond_values, "WIDEST", 1_000)
    far = '<c r="AD20"><v>1</v></c>'
    assert len(layouts("t", packed(one=far))) == 2
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        layouts("t", packed(one=far, two=far.replace("c", "x:c").replace("v>", "x:v>")))


@pytest.mark.parametrize(
    ("limit", "part"),
    [
        ("SHEETS", {"book": "<workbook>{}</workbook>", "": "<sheet name='{}'/>"}),
        ("FORMATS", {"styles": "<s><cellXfs>{}</cellXfs></s>", "": "<xf numFmtId='{}'/>"}),
        ("MERGED", {"one": "{}", "": "<mergeCell ref='A{}:B{}'/>"}),
    ],
)
def test_a_thousand_sheets_or_so_many_formats_are_no_table(
    limit: str, part: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beyond_values, limit, 10)
    (name, whole), (_, element) = part.items()
    for count in (10, 11):
        content = packed(
            **{name: whole.format("".join(element.replace("{}", str(n)) for n in range(count)))}
        )
        if count == 10:
            layouts("t", content)
            continue
        with pytest.raises(DataError, match="more than 10 sheets, formats or merged ranges"):
            layouts("t", content)


def test_elements_within_elements_without_end_are_refused() -> None:
    for deep, refused in ((400, False), (100_000, True)):
        text = f"{'<g>' * deep}<c r='A1'><v>1</v></c>{'</g>' * deep}"
        if refused:
            with pytest.raises(DataError, match="damaged or cut off"):
                layouts("t", packed(one=text))
        else:
            assert layouts("t", packed(one=text))["一"].bottom == 1


@pytest.mark.parametrize(
    "text", ['<c r="A1"><v>1</c>', "<!DOCTYPE a><c/>", '<c r="A1" r="A2"/>', "<c"]
)
def test_what_is_no_xml_is_refused_as_damaged(text: str) -> None:
    with pytest.raises(DataError, match="damaged or cut off"):
        layouts("t", packed(one=text))


def test_what_no_pattern_could_read_in_time_takes_no_time() -> None:
    """Attributes without an end, and cells inside a comment, were once searched again and again."""
    long = "a" * 300_000
    sheet = f"<!-- {'<c r=&quot;A7&quot;a' * 20_000} --><c r='A1' {long}='1'><v>1</v></c>"
    assert layouts("t", packed(one=sheet))["一"].bottom == 1


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beyond_values, "LARGEST", 1_000_000)
    with pytest.raises(DataError) as caught:
        layouts("t", packed(other="0" * 3_000_000))
    assert str(caught.value) == (
        "t: the workbook unpacks to 3 MB or more. "
        "Delete the sheets that are not needed, or save the table as CSV."
    )


def test_one_long_text_in_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is small, but every cell gets a copy: 300 × 10,000 signs are 3 MB."""
    monkeypatch.setattr(beyond_values, "TEXT", 1_000_000)
    cells = "".join(f'<c r="A{n}" t="s"><v>1</v></c>' for n in range(1, 301))
    shared = f"<sst><si><t>a</t></si><si><t>{'x' * 10_000}</t></si></sst>"
    with pytest.raises(DataError, match="unpacks to 1 MB or more"):
        layouts("t", packed(one=cells, shared=shared))


def opened(rows: str, *, shown: bool = True) -> bytes:
    """Return an ods archive of one table."""
    style = f'<style name="s"><table-properties display="{str(shown).lower()}"/></style>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("content.xml", f'<d>{style}<table name="T" style-name="s">{rows}</table></d>')
    return out.getvalue()


def test_percentages_of_an_opendocument_stand_where_repeated_cells_put_them() -> None:
    rows = """<table-row number-rows-repeated='2'><table-cell/></table-row>
    <table-row><table-cell number-columns-repeated="3"/><covered-table-cell/>
    <table-cell value-type='percentage' value="0.5" number-columns-repeated="2"/></table-row>"""
    (found,) = layouts("t", opened(rows, shown=False)).values()
    assert found.percents == [(2, 4), (2, 5)]
    assert found.hidden


@pytest.mark.parametrize(
    "rows",
    [
        '<table-row><table-cell value-type="float" number-columns-repeated="99999999"/></table-row>',
        """<table-row number-rows-repeated='9000'><table-cell value-type="float"
        number-columns-repeated="9000"/></table-row>""",
        '<table-row number-rows-repeated="99999999999999"/>',
    ],
)
def test_cells_that_repeat_beyond_any_table_are_refused(rows: str) -> None:
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        layouts("t", opened(rows))


def test_a_long_text_in_a_cell_that_repeats_is_counted_as_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """300 signs × 5 columns × 4 rows are 6,000; two hundred cells without a text are none."""
    row = (
        "<table-row number-rows-repeated='4'><table-cell value-type='string' "
        f"number-columns-repeated='5'><p>{'x' * 300}</p></table-cell></table-row>"
    )
    monkeypatch.setattr(beyond_values, "TEXT", 6_000)
    assert layouts("t", opened(row))["T"].right == 5
    monkeypatch.setattr(beyond_values, "TEXT", 5_999)
    with pytest.raises(DataError, match="unpacks to 0 MB or more"):
        layouts("t", opened(row))
