from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cpstats.claims import accepted
from cpstats.claims.check import Asked, check
from cpstats.claims.corrected import correction
from cpstats.claims.texts import of_sentence
from cpstats.errors import DataError, UsageError
from cpstats.store.package import open_package

DAY = date(2025, 2, 20)
PACKAGE = open_package()
WRONG = "2024年，昌平区地区生产总值1911.9亿元。"


def test_a_finding_that_was_accepted_is_none_any_more_wherever_it_stands() -> None:
    kept: list[bytes] = []
    first = check([of_sentence(WRONG)], PACKAGE, Asked(published=DAY, remember=kept.append))
    known = accepted.read("baseline.json", kept[0].decode())
    moved = check(
        [of_sentence("昌平区情况。\n" + WRONG)], PACKAGE, Asked(published=DAY, accepted=known)
    )
    other = check(
        [of_sentence(WRONG.replace("1911", "1711"))], PACKAGE, Asked(published=DAY, accepted=known)
    )
    assert (first.finding, moved.finding, other.finding) == (False, False, True)


def test_a_finding_is_accepted_as_often_as_it_was() -> None:
    kept: list[bytes] = []
    check([of_sentence(WRONG)], PACKAGE, Asked(published=DAY, remember=kept.append))
    known = accepted.read("baseline.json", kept[0].decode())
    twice = check([of_sentence(f"{WRONG}\n{WRONG}")], PACKAGE, Asked(published=DAY, accepted=known))
    assert twice.finding
    assert known == Counter({next(iter(known)): 1})


def test_another_file_is_no_list_of_accepted_findings() -> None:
    with pytest.raises(DataError, match="accepted findings"):
        accepted.read("notes.json", "{}")


def test_a_correction_says_what_a_number_means() -> None:
    said = correction("1:16=place:Beijing,period:2023", PACKAGE.catalogue)
    report = check([of_sentence(WRONG)], PACKAGE, Asked(published=DAY, corrections=(said,)))
    assert [(row["place"], row["period"]) for row in report.rows] == [("110000", "2023")]


@pytest.mark.parametrize("text", ["1:15", "1:15=weight:3", "1:15=period:soon", "x=period:2021"])
def test_a_correction_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--as"):
        correction(text, PACKAGE.catalogue)


def test_a_correction_where_no_number_stands_is_refused() -> None:
    said = correction("1:1=period:2021", PACKAGE.catalogue)
    with pytest.raises(UsageError, match="1:1"):
        check([of_sentence(WRONG)], PACKAGE, Asked(published=DAY, corrections=(said,)))


def test_numbers_that_were_not_checked_are_counted_by_reason() -> None:
    text = "2024年，昌平区地区生产总值1811.9亿元。力争到2030年达到2500亿元，财政收入达到200亿元。"
    report = check([of_sentence(text)], PACKAGE, Asked(published=DAY))
    assert [len(block.rows) for block in report.blocks] == [1]
    assert report.notes[-1].en == "not checked: 2 a target, not a claim about what was"
