"""The reader of workbooks may crash, hang or want all memory: it costs a process, and is said."""

import sys
from pathlib import Path

import pytest
from tests.store.importers.containers import xls

from cpstats.errors import DataError
from cpstats.store.decoding import workbook
from cpstats.store.decoding.workbook import Limits

HEAD = """
class CalamineError(Exception): ...
class PasswordError(CalamineError): ...
class CalamineWorkbook:
    @classmethod
    def from_filelike(cls, file):
"""
FAULTS = {  # what compiled code does to its process
    "abort": "import os; os.abort()",
    "exit": "import os; os._exit(0)",
    "hang": "while True: pass",
    "memory": "return [bytearray(1 << 24) for _ in range(1 << 16)]",
    "panic": "raise BaseException('index out of bounds')",
    "noise": "import os; os.write(2, b'thread panicked'); raise CalamineError('no such sheet')",
}


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the process finds as its reader."""
    path = tmp_path / workbook.READER / "__init__.py"
    path.parent.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, workbook.READER, raising=False)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory and time are of POSIX")
@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_reader_does_the_program_goes_on_and_says_so(
    fault: str, reader: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    reader.write_text(f"{HEAD}        {FAULTS[fault]}\n")
    with pytest.raises(DataError, match=r"^b\.xlsx: the workbook cannot be read \("):
        workbook.sheets("b.xlsx", b"PK\x03\x04", Limits(280_000_000, 1))
    assert capfd.readouterr() == ("", "")


def test_the_reason_of_the_reader_is_told(reader: Path) -> None:
    reader.write_text(f"{HEAD}        {FAULTS['noise']}\n")
    with pytest.raises(DataError, match="no such sheet"):
        workbook.sheets("b.xlsx", b"", Limits.of_cells(1))


def test_a_large_sheet_may_take_more_than_a_small_one() -> None:
    # 1,000,000 cells: 600 bytes each, and a second for every 50,000
    small, large = Limits.of_cells(0), Limits.of_cells(1_000_000)
    assert (large.memory - small.memory, large.seconds - small.seconds) == (600_000_000, 20)


def test_a_sheet_with_more_columns_than_any_format_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A number of a damaged xls said 28,266."""
    content = xls([["地区", "2022年"], ["北京", 41540.9]])
    assert workbook.sheets("b.xls", content, Limits.of_cells(4))[0].cells[0] == ["地区", "2022年"]
    monkeypatch.setattr(workbook, "COLUMNS", 1)
    with pytest.raises(DataError, match="too far apart, or are too many"):
        workbook.sheets("b.xls", content, Limits.of_cells(4))
