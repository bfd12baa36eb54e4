"""Files of Stata, SPSS and SAS: names, labels, dates by their formats, missing values, encodings, damage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from cpstats.errors import DataError, UsageError
from cpstats.store.decoding import own_process
from cpstats.store.decoding.stat_process import shown_as
from cpstats.store.importers import reader_of, sheets
from cpstats.store.importers.statistical import refuses
from cpstats.store.no_table import KNOWN, look_at_kind

if TYPE_CHECKING:
    from pathlib import Path

pyreadstat = pytest.importorskip("pyreadstat")
WRITERS = {
    "dta": pyreadstat.write_dta,
    "sav": pyreadstat.write_sav,
    "por": pyreadstat.write_por,
    "xpt": pyreadstat.write_xport,
}
FIGURES = {"county": ["Oakham", "Elmet"], "year": [2019, 2020], "huts": [1.5, None]}


def saved(folder: Path, kind: str, columns: dict[str, Any], **said: Any) -> bytes:
    WRITERS[kind](pd.DataFrame(columns), str(folder / f"t.{kind}"), **said)
    return (folder / f"t.{kind}").read_bytes()


def rows(kind: str, content: bytes, **said: Any) -> tuple[tuple[str, ...], ...]:
    (found,) = sheets(f"t.{kind}", content, **said)
    return found.rows


@pytest.mark.parametrize("kind", ["dta", "sav"])
def test_a_column_is_called_by_its_label_and_else_by_its_name(tmp_path: Path, kind: str) -> None:
    content = saved(tmp_path, kind, FIGURES, column_labels={"huts": "Huts built (1000)"})
    (found,) = sheets(f"t.{kind}", content)
    assert found.rows == (
        ("county", "year", "Huts built (1000)"),
        ("Oakham", "2019", "1.5"),
        ("Elmet", "2020", ""),
    )
    assert (found.lines, found.stored) == ((0, 1, 2), True)


@pytest.mark.parametrize(("kind", "package"), [("por", "SPSS"), ("xpt", "SAS")])
def test_the_older_forms_are_read(tmp_path: Path, kind: str, package: str) -> None:
    (found,) = sheets(f"t.{kind}", saved(tmp_path, kind, FIGURES))
    assert [tuple(map(str.lower, found.rows[0])), *found.rows[1:]] == [
        ("county", "year", "huts"),
        ("Oakham", "2019", "1.5"),
        ("Elmet", "2020", ""),
    ]
    assert str(found.said) == package


def test_two_columns_of_one_label_keep_their_names(tmp_path: Path) -> None:
    columns = {"a": [1], "b": [2], "c": [3]}
    content = saved(
        tmp_path, "dta", columns, column_labels={"a": "Huts", "b": "Huts", "c": "Barns"}
    )
    assert rows("dta", content)[0] == ("a", "b", "Barns")


def test_a_value_that_has_a_label_is_its_label(tmp_path: Path) -> None:
    columns = {"sex": [1, 2, 3], "huts": [4.0, 5.0, 6.0]}
    content = saved(tmp_path, "sav", columns, variable_value_labels={"sex": {1: "Men", 2: "Women"}})
    assert [row[0] for row in rows("sav", content)] == ["sex", "Men", "Women", "3"]


def test_what_a_file_calls_missing_is_empty(tmp_path: Path) -> None:
    content = saved(tmp_path, "sav", {"huts": [4.0, -9.0]}, missing_ranges={"huts": [-9]})
    assert rows("sav", content) == (("huts",), ("4",), ("",))


@pytest.mark.parametrize(
    ("form", "number", "said"),
    [
        # months, quarters, halves and weeks from January 1960 on (Stata User's Guide, 25.2): 2021 is 61 years on
        ("%tm", 61 * 12 + 10, "2021-11"),
        ("%tq", 61 * 4 + 3, "2021Q4"),
        ("%th", 61 * 2 + 1, "2021H2"),
        ("%tw", 61 * 52 + 6, "2021W07"),
        ("%ty", 2021, "2021"),
        ("%-tq", -1, "1959Q4"),
    ],
)
def test_dates_of_stata_are_read_as_they_are_shown(
    tmp_path: Path, form: str, number: int, said: str
) -> None:
    shown = shown_as("Stata", form, "t")
    assert shown is not None
    assert shown(number) == said
    content = saved(tmp_path, "dta", {"t": [number], "x": [1.0]}, variable_format={"t": form})
    assert rows("dta", content)[1] == (said, "1")


def test_days_of_stata_are_days(tmp_path: Path) -> None:
    content = saved(tmp_path, "dta", {"t": [date(2021, 11, 30)], "x": [1.0]})
    assert rows("dta", content)[1] == ("2021-11-30", "1")


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("sav", "MOYR8", "2021-11"),
        ("sav", "QYR6", "2021Q4"),
        ("sav", "DATE11", "2021-11-30"),
        ("xpt", "MONYY7.", "2021-11"),
        ("xpt", "YYQ6.", "2021Q4"),
        ("xpt", "YYMMN6.", "2021-11"),
        ("xpt", "YEAR4.", "2021"),
    ],
)
def test_dates_of_spss_and_sas_are_read_as_they_are_shown(
    tmp_path: Path, kind: str, form: str, said: str
) -> None:
    content = saved(
        tmp_path, kind, {"t": [date(2021, 11, 30)], "x": [1.0]}, variable_format={"t": form}
    )
    assert rows(kind, content)[1] == (said, "1")


def test_a_date_in_a_format_that_is_not_known_is_refused(tmp_path: Path) -> None:
    for form in ("WEEKU5", "NENGO10"):
        content = saved(tmp_path, "xpt", {"t": [22614.0]}, variable_format={"t": f"{form}."})
        with pytest.raises(DataError, match=rf"cannot be read \(t: {form}\)"):
            sheets("t.xpt", content)


def test_a_number_of_seven_digits_has_no_more(tmp_path: Path) -> None:
    columns = {"x": pd.Series([0.1, 16777216, 1.25e9, 0.001], dtype="float32")}
    pd.DataFrame(columns).to_stata(tmp_path / "t.dta", write_index=False)
    content = (tmp_path / "t.dta").read_bytes()
    said = ["x", "0.1", "16777216", "1250000000", "0.001"]
    assert [row[0] for row in rows("dta", content)] == said


def test_texts_of_an_old_file_are_in_the_encoding_of_their_letters(tmp_path: Path) -> None:
    columns = {"d": ["XXXXXX", "YYYY"], "x": [1.0, 2.0]}
    content = saved(tmp_path, "dta", columns, version=8)
    chinese = content.replace(b"XXXXXX", "橡木县".encode("gb18030"))
    chinese = chinese.replace(b"YYYY", "榆县".encode("gb18030"))
    assert [row[0] for row in rows("dta", chinese)] == ["d", "橡木县", "榆县"]


def test_a_text_that_may_be_two_numbers_leaves_its_point_open(tmp_path: Path) -> None:
    (found,) = sheets("t.dta", saved(tmp_path, "dta", {"x": ["12.345", "1.5"]}))
    assert not found.stored


def test_a_file_that_breaks_off_is_said_to(tmp_path: Path) -> None:
    content = saved(tmp_path, "dta", {"x": [1.0] * 50})
    with pytest.raises(DataError) as caught:
        sheets("t.dta", content[: len(content) // 2])
    assert str(caught.value).startswith("t.dta: the Stata file cannot be read (")


def test_a_file_without_a_row_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="there is nothing in it"):
        sheets("t.dta", saved(tmp_path, "dta", {"x": pd.Series([], dtype="float64")}))


def test_without_the_library_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_process, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as caught:
        sheets("t.sav", b"$FL2@(#) SPSS DATA FILE")
    assert str(caught.value) == (
        "reading Stata, SPSS and SAS files needs the extra “statfiles”. "
        "Install it: pip install 'cpstats[statfiles]'"
    )


def test_what_a_process_cannot_do_is_nothing() -> None:
    start = "from cpstats.store.decoding.workbook_process import main; main(lambda content: 1 / 0)"
    assert own_process.answer_of(start, "pyreadstat", b"", (1 << 30, 5)) == {
        "error": "ZeroDivisionError"
    }
    assert own_process.answer_of("raise SystemExit(3)", "pyreadstat", b"", (1 << 30, 5)) is None


def test_only_its_own_files_are_taken() -> None:
    assert refuses("t.csv", b"Oak,2020\n") == "it does not begin like a file of Stata, SPSS or SAS"
    assert refuses("t.dta", b"<stata_dta><header>") == ""
    assert reader_of("t.csv", b"region,2020\nOak,3\n") == "delimited"


@pytest.mark.parametrize("mark", [known[0] for known in KNOWN])
def test_files_of_other_programs_are_refused_by_what_they_are(mark: bytes) -> None:
    with pytest.raises(DataError) as caught:
        look_at_kind("t.bin", mark + bytes(20))
    assert str(caught.value).startswith("t.bin: th")


def test_data_of_r_are_told_how_to_be_written() -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.rda", b"RDX3\nX\n" + bytes(40))
    assert str(caught.value) == (
        "t.rda: these are data of R. "
        "Read it in R, and write the table: write.csv(data, 'data.csv', row.names = FALSE)."
    )
