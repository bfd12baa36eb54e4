"""Sentences stand above the tables of every format for the eye, escaped as everything is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpstats.export import csv, html, latex, md
from cpstats.export import json as json_format
from cpstats.model.report import Style
from cpstats.model.text import Text
from cpstats.render import plain, table

if TYPE_CHECKING:
    from types import ModuleType

    from cpstats.model.report import Report

SENTENCE = Text("It grew by 5 % & more.", "增长5%。")


@pytest.fixture
def spoken(report: Report) -> Report:
    return replace(report, text=(SENTENCE,))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (plain, "It grew by 5 % & more."),
        (table, "It grew by 5 % & more."),
        (md, r"It grew by 5 % \& more."),
        (html, "<p>It grew by 5 % &amp; more.</p>"),
        (latex, r"It grew by 5 \% \& more."),
    ],
)
def test_a_sentence_stands_above_the_table(written: ModuleType, line: str, spoken: Report) -> None:
    page = written.write(spoken, Style()).decode()
    assert line in page.splitlines()
    assert page.index(line) < page.index("Changping")


def test_json_has_the_sentences_in_the_language_that_is_asked_for(spoken: Report) -> None:
    document = json.loads(json_format.write(spoken, Style(lang="zh")))
    assert document["text"] == ["增长5%。"]


def test_rows_for_machines_have_no_sentences(report: Report, spoken: Report) -> None:
    assert csv.write(spoken, Style()) == csv.write(report, Style())
