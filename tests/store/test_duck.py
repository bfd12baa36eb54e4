"""A database that is opened while other work goes on."""

from __future__ import annotations

from time import sleep

import duckdb
import pytest

from cpstats.store.duck import Aside, Opening


def test_all_that_ask_have_the_same_database_and_it_is_closed_at_the_end() -> None:
    with Opening() as opening:
        base = opening.base()
        base.execute("CREATE TABLE t AS SELECT 1 AS a")
        assert opening.base() is base
        assert opening.base().execute("FROM t").fetchall() == [(1,)]
    with pytest.raises(duckdb.ConnectionException):
        base.execute("FROM t")


def test_nothing_is_fetched_from_anywhere() -> None:
    with Opening() as opening:
        known = "current_setting('autoinstall_known_extensions')"
        known += ", current_setting('autoload_known_extensions')"
        assert opening.base().execute(f"SELECT {known}").fetchall() == [(False, False)]


def test_where_it_cannot_be_opened_who_asks_for_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(**_: object) -> None:
        raise duckdb.IOException("no room")

    monkeypatch.setattr(duckdb, "connect", connect)
    with Opening() as opening, pytest.raises(duckdb.IOException, match="no room"):
        opening.base()


def test_what_is_done_beside_is_handed_over_and_ended_and_its_fault_raised_where_it_is_asked_for() -> (
    None
):
    done: list[int] = []
    with Aside(lambda: done.append(1) or "seen") as work:
        assert work.result() == "seen"

    def slow() -> None:
        sleep(0.05)
        done.append(2)

    with Aside(slow):
        pass  # nobody asks for it, and the block waits for it
    assert done == [1, 2]
    with Aside(lambda: 1 // 0) as work, pytest.raises(ZeroDivisionError):
        work.result()
