"""A workbook is measured before it is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding import archive
from cpstats.store.decoding.archive import Formula, measured


def packed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet2.xml"
COMPUTED = b'<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+2</f><v>3</v></c>'


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (b'<c r="C2"><f>A1*2</f><v></v></c>', [Formula(1, 1, 2, "A1*2")]),
        (b'<c r="AB10" t="n"><f>A1*2</f><v /></c>', [Formula(1, 9, 27, "A1*2")]),
        (b'<c r="C2"><f>A1*2</f></c>', [Formula(1, 1, 2, "A1*2")]),
        (b'<c r="C2"><v>5</v></c><c r="D2"/>', []),
    ],
)
def test_a_formula_without_a_value_is_found_with_its_place(
    cell: bytes, found: list[Formula]
) -> None:
    assert measured("t", packed(SHEET, COMPUTED + cell)) == found


def test_a_formula_may_lie_across_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    content = COMPUTED * 40 + b'<c r="C2"><f>A1*2</f><v></v></c>' + COMPUTED * 40
    for size in (500, 700, 1000, 2640, 2660):
        monkeypatch.setattr(archive, "CHUNK", size)
        assert measured("t", packed(SHEET, content)) == [Formula(1, 1, 2, "A1*2")]


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1_000_000)
    with pytest.raises(DataError) as caught:
        measured("t", packed("xl/other.xml", b"0" * 3_000_000))
    assert str(caught.value) == (
        "t: the workbook unpacks to 3 MB or more. "
        "Delete the sheets that are not needed, or save the table as CSV."
    )


def test_cells_that_repeat_beyond_any_table_are_refused() -> None:
    cell = b'<table:table-cell table:number-columns-repeated="99999999" office:value="1"/>'
    with pytest.raises(DataError, match="lie too far apart, or are too many"):
        measured("t", packed("content.xml", cell))


def test_one_long_text_in_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is small, but every cell gets a copy: 300 × 10,000 signs are 3 MB."""
    monkeypatch.setattr(archive, "LARGEST", 1_000_000)
    cells = "".join(f'<c r="A{n}" t="s"><v>1</v></c>' for n in range(1, 301))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(SHEET, cells)
        made.writestr("xl/sharedStrings.xml", f"<sst><si>a</si><si>{'x' * 10_000}</si></sst>")
    with pytest.raises(DataError, match="unpacks to 3 MB or more"):
        measured("t", out.getvalue())
