from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import cpstats.claims
from cpstats.claims.terms.numerals import has_numbers
from cpstats.model.pattern import Pattern, pattern


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    made: list[str] = []

    def source() -> str:
        made.append("asked")
        return r"(\d+)元"

    money = pattern(source, re.ASCII)
    assert made == []
    assert [money.findall("5元和6元"), money.sub("", "5元")] == [["5", "6"], ""]
    assert made == ["asked"]


def test_what_a_pattern_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError):
        pattern("x").nothing  # type: ignore[attr-defined]  # noqa: B018


def test_every_pattern_of_the_readers_compiles() -> None:
    names = [m.name for m in pkgutil.walk_packages(cpstats.claims.__path__, "cpstats.claims.")]
    modules = [importlib.import_module(name) for name in names]
    found = [one for m in modules for one in vars(m).values() if isinstance(one, Pattern)]
    assert len(found) > 200
    assert all(one.pattern for one in found)


@pytest.mark.parametrize(
    "text",
    ["５元", "位居榜首", "列全省末位", "比上年翻一番", "三成以上", "近一半", "兩億元", "半数", "It halved.", "the fourth largest",
     "a third of it", "No. 5", "one in ten", "fourteen percent"],
)  # fmt: skip
def test_a_text_that_holds_a_number_is_read(text: str) -> None:
    from cpstats.claims.terms.letters import plain

    assert has_numbers(plain(text))


def test_prose_without_a_number_is_not() -> None:
    assert not has_numbers("全市经济运行总体平稳，高质量发展取得新成效。The economy was stable.")
