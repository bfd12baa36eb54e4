"""Letters right behind numbers, and numbers in brackets that look like years, are asked about with lines that read them; all is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.stuck_flags import stuck_flags, with_flags_apart


def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> str:
    """Return what import says of a file that it does not read."""
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        import_files(["t.csv"], open_package([], builtin=True))
    return str(refused.value)


def test_a_letter_behind_a_number_is_asked_about_and_read_as_the_flag_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Norway: loaves (kt)\nYear,Rye,Oat\n2019,1021,148.4\n2020,1150r,162.0p\n"
    said = asked(tmp_path, monkeypatch, text)
    assert (
        "If “r” is a flag, and no unit such as pence: --flag r=revised --flag p=provisional" in said
    )
    assert "Read so: cpstats import t.csv --flag r=revised --flag p=provisional (4 figures" in said
    flags = {"r": "revised", "p": "provisional"}
    (found,) = foreign("t.csv", text.encode(), Hints(flags=flags), trying=False)
    assert {(row[4], row[6]) for row in found.rows if row[2] == "2020"} == {
        ("1150", "revised"),
        ("162.0", "provisional"),
    }


def test_other_letters_are_no_flags_and_years_keep_theirs() -> None:
    assert stuck_flags(["98.2p", "12q"]) == {}
    assert with_flags_apart([["2023r", "5r"]], ["r"]) == [["2023r", "5 r"]]


def test_no_line_is_proposed_with_one_option_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Norway: huts (kt)\nYear,Old,New,Net\n2019,687,658,29\n2020,740,761,(2034)\n2021,946,921,24\n"
    said = asked(tmp_path, monkeypatch, text)
    assert "cpstats import t.csv --brackets negative (9 figures" in said
    assert "--brackets plain --brackets" not in said
    (found,) = foreign("t.csv", text.encode(), Hints(brackets="negative"), trying=False)
    assert "-2034" in {row[4] for row in found.rows}
