"""An error says what, where and how to mend it, and carries its exit status."""

from __future__ import annotations

import pytest

from cpstats.errors import CpstatsError, DataError, ExitStatus, NoAnswerError, UsageError, Where


def test_the_message_is_where_what_and_how_to_mend() -> None:
    error = DataError("“x” is not a number", where="a.csv:3:4", mend="Write digits.")
    assert str(error) == "a.csv:3:4: “x” is not a number. Write digits."
    assert str(DataError("it is wrong")) == "it is wrong."


def test_a_place_in_a_file_has_its_parts_whatever_the_file_is_called() -> None:
    error = DataError("it is wrong", where=Where("a:7.csv", 3, 4))
    assert str(error) == "a:7.csv:3:4: it is wrong."
    assert (error.where.file, error.where.line, error.where.column) == ("a:7.csv", 3, 4)
    assert DataError("it is wrong", where="a:7.csv").where.line is None


@pytest.mark.parametrize(("kind", "status"), [(UsageError, 2), (DataError, 3), (NoAnswerError, 4)])
def test_each_kind_has_its_exit_status(kind: type[CpstatsError], status: int) -> None:
    assert kind("x").exit_status == status


def test_the_exit_statuses_are_those_of_the_manual() -> None:
    assert {s.name: int(s) for s in ExitStatus} == {
        "OK": 0,
        "FOUND": 1,
        "USAGE": 2,
        "DATA": 3,
        "NO_ANSWER": 4,
        "FAULT": 70,
        "INTERRUPTED": 130,
    }
