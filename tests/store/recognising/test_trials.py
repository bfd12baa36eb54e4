"""Answers to a question are tried on a sample, and a large file is decoded once."""

from __future__ import annotations

from io import BytesIO

import pytest

from cpstats.message import Message
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError, Shown, says, tried
from cpstats.store.recognising.trials import FEW_BYTES, ROWS, Trials

ROW = ("kilns", "Peru", "2020", "level", "7", "t")
WAYS = [says("unit", "unit", f"u{n}") for n in range(4)]


def question() -> QuestionError:
    return QuestionError(
        Message("open", "open"), where="t.csv", mend=Message("Say.", "Say."), ways=WAYS
    )


def test_what_fails_on_a_sample_is_not_read_whole() -> None:
    samples: list[str] = []
    whole: list[str] = []

    def sample(hints: Hints) -> Shown | None:
        samples.append(hints.unit)
        if hints.unit != "u2":
            raise question()
        return Shown(1, ROW)

    def read(hints: Hints) -> Shown | None:
        whole.append(hints.unit)
        return Shown(9, ROW)

    asked = tried(question(), Hints(), read, sample)
    assert "--unit u2 (9 figures" in str(asked)
    assert set(whole) == {"u2"}
    assert len(samples) <= 24
    assert len(whole) <= len(WAYS)


def test_a_large_workbook_is_decoded_once_whatever_is_said_of_its_columns() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["Country", "Year", "Kilns (t)"])
    for n in range(ROWS * 12):
        sheet.append(["Peru", 2020, n * 1.00731])
    file = BytesIO()
    book.save(file)
    content = file.getvalue()
    if len(content) < FEW_BYTES:
        content = content + bytes(FEW_BYTES - len(content))
    trials = Trials()
    one = trials.sheets("t.xlsx", content, Hints())
    two = trials.sheets("t.xlsx", content, Hints(unit="kt", columns={"Year": "time"}))
    cut = trials.on_a_sample().sheets("t.xlsx", content, Hints(period="2020"))
    assert one[0] is two[0]
    assert (len(one[0].rows), len(cut[0].rows)) == (ROWS * 12 + 1, ROWS)


def test_a_proposal_for_a_large_table_tells_the_figures_of_all_of_it() -> None:
    lines = [f"Peru,{1900 + n % 100},{n}" for n in range(100)]
    padding = "x" * (FEW_BYTES // 90)
    text = "Country,Year,Value,Comment\n" + "".join(f"{line},{padding}\n" for line in lines)
    with pytest.raises(QuestionError) as raised:
        foreign("t.csv", text.encode())
    assert "--indicator NAME (100 figures" in str(raised.value)
