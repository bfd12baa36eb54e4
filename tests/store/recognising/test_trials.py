"""Answers to a question are tried on a sample, and a large file is decoded once."""

from __future__ import annotations

from io import BytesIO

import pytest

from cpstats.message import Message
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import LARGE, QuestionError, Shown, says, tried
from cpstats.store.recognising.trials import CELLS, FEW_BYTES, ROWS, WHOLE, Trials

ROW = ("kilns", "Peru", "2020", "level", "7", "t")
WIDE = 1000
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


def test_of_a_large_table_one_way_is_read_whole_and_the_others_on_its_beginning() -> None:
    whole: list[str] = []

    def read(hints: Hints) -> Shown | None:
        whole.append(hints.unit)
        return Shown(LARGE + 1, ROW)

    asked = tried(question(), Hints(), read, lambda _: Shown(3, ROW))
    assert whole == ["u0"]
    assert f"--unit u0 ({LARGE + 1} figures, the first" in str(asked)
    assert "--unit u1 (the first" in str(asked)


def test_what_fails_whole_though_not_on_a_sample_is_read_whole_a_few_times() -> None:
    whole: list[str] = []

    def read(hints: Hints) -> Shown | None:
        whole.append(hints.unit)
        raise question()

    asked = tried(question(), Hints(), read, lambda _: Shown(3, ROW))
    assert len(whole) == len(WAYS)
    assert "Read so" not in str(asked)


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ("吨", "7 tonnes)", "7 吨）"),
        ("[]", "2020: 7)", "2020：7）"),  # a unit without a word
        ("number", "2020: 7)", "7 个）"),
        ("2015=100", "7 (2015=100))", "7（2015"),
    ],
)
def test_the_first_figure_of_a_proposed_line_has_its_unit(
    unit: str, english: str, chinese: str
) -> None:
    row = (*ROW[:-1], unit)
    asked = tried(question(), Hints(), lambda _: Shown(9, row), lambda _: Shown(1, row))
    assert asked.mend is not None
    assert english in asked.mend.to("en")
    assert chinese in asked.mend.to("zh")


def test_the_sample_of_a_wide_table_has_few_rows() -> None:
    # 40,000 cells are 400 rows of 100 columns; of wider ones fewer, and 15 at least
    lines = {width: ["1," * (width - 1) + "1\n"] * 600 for width in (100, 1000, 4000)}
    cut = {}
    for width, every in lines.items():
        sheets = Trials().on_a_sample().sheets("t.csv", "".join(every).encode(), Hints())
        cut[width] = len(sheets[0].rows)
    assert cut == {100: 400, 1000: 40, 4000: 15}


def test_a_proposal_for_a_very_large_table_is_tried_on_a_sample_only() -> None:
    head = "| name |" + "".join(f" part {n} |" for n in range(WIDE)) + "\n|" + "---|" * (WIDE + 1)
    rows = "".join(f"| ward {n} |" + "7|" * WIDE + "\n" for n in range(WHOLE // WIDE))
    trials = Trials()
    content = f"{head}\n{rows}".encode()
    sheets = trials.on_a_sample().sheets("t.md", content, Hints())
    assert len(sheets[0].rows) == CELLS // (WIDE + 1)
    assert not trials.are_read_whole()
    asked = tried(question(), Hints(), _nobody, lambda _: Shown(3, ROW), trials.are_read_whole)
    assert "--unit u0 (the first kilns, Peru, 2020" in str(asked)


def _nobody(hints: Hints) -> Shown | None:
    raise AssertionError(hints)
