"""The schema of `check/1` is what the program's own words make of it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from conftest import Golden, Run

DOCS = Path(__file__).resolve().parents[2] / "docs"
FILE = DOCS / "cpstats-check-1.schema.json"


@pytest.fixture(scope="module")
def maker() -> Any:
    spec = importlib.util.spec_from_file_location("make_check", DOCS / "make_check_schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schema_is_up_to_date(
    maker: Any, golden: Golden, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--rewrite-golden"):
        FILE.write_bytes(maker.schema().encode())
    assert FILE.read_text("utf-8") == maker.schema(), "make docs"


@pytest.mark.parametrize(
    "text",
    [
        "2024年，昌平地区生产总值1811.9亿元，占全市的3.64%，居全市第7位，增速比上年加快0.5个百分点。",
        "“十四五”期间，昌平区地区生产总值年均增长6.2%，高于全市1.3个百分点。力争到2030年翻一番。",
        "Beijing GDP grew by 5.2 percent in 2024, and exports fell to 606.86 billion yuan.",
        "没有数字。",
    ],
)
def test_what_the_program_writes_is_what_the_schema_says(text: str, cpstats: Run) -> None:
    schema = json.loads(FILE.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    written = json.loads(cpstats("check", text, "--published", "2025-12-22", "--json").stdout)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(written)] == []
    assert bool(written["claims"]) is any(sign.isdigit() for sign in text)


def test_texts_of_the_corpus_are_what_the_schema_says(cpstats: Run, shared: Path) -> None:
    checker = Draft202012Validator(json.loads(FILE.read_text("utf-8")))
    texts = sorted((shared / "claims/texts").glob("*.txt"))
    lines = cpstats("check", *texts, "--json").stdout.splitlines()
    assert len(lines) == len(texts)
    assert [e.message for line in lines for e in checker.iter_errors(json.loads(line))] == []
