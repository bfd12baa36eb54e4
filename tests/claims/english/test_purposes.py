from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.english.purposes import purpose
from cpstats.claims.terms.periods import months_of

DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("text", "year", "said"),
    [
        ("The bank expects growth of | percent this year", 2024, "target"),
        ("Growth will be | percent, the fund projects", 2024, "target"),
        ("Growth is slowing to | percent, the fund expects", 2024, "target"),
        ("beat the market expectation of | percent", 2023, "target"),
        ("Though output will decline by | percent over the year", 2022, "target"),
        ("Analysts anticipated for 2024 a rise of | percent", 2024, "target"),
        ("The forecast was cut to 2 percent from | percent", 2023, "target"),
        ("The rate has come down to a threshold of | percent", 2023, "target"),
        ("The aim is 4 percent ± | percentage points", 2023, "not_claim"),
        ("Even with growth at | percent it does not follow that", 2023, "not_claim"),
        ("As forecast, output grew | percent", 2024, "claim"),
        ("GDP is estimated to have grown | percent", 2024, "claim"),
        ("if prices rose by | percent", 2023, "not_claim"),
        ("for every | yuan", 2023, "not_claim"),
        ("The target was met: | percent", 2023, "claim"),
        ("GDP grew 5 percent, not | percent", 2023, "not_claim"),
        ("Contrary to reports that it grew | percent, it grew 2", 2023, "not_claim"),
        ("Did GDP really grow | percent?", 2023, "not_claim"),
        ("Output rose, above the | gain expected", 2023, "target"),
        ("Sales beat the | percent market consensus", 2023, "target"),
        ("That is better than the | percent rise economists expected", 2023, "target"),
        ("Sales were below the market estimate of | percent", 2023, "target"),
        ("The largest rises were seen in sales of cars with | percent", 2024, "claim"),
        ("The reading was below the | percent rise tipped by analysts", 2023, "target"),
    ],
)
def test_what_is_expected_or_supposed_is_no_claim(text: str, year: int, said: str) -> None:
    head, after = text.split("|")
    when = months_of(year, 1, 12)
    found = purpose(f"{head}5{after}", head, after, when, DAY, aims=False, at=len(head))
    assert found == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Growth is set to halve in 2004 to | percent", "target"),
        ("Growth will slow from | percent in 2004", "claim"),
    ],
)
def test_what_a_text_of_no_known_day_foresees_is_no_claim(text: str, said: str) -> None:
    head, after = text.split("|")
    when = months_of(2004, 1, 12)
    found = purpose(f"{head}5{after}", head, after, when, None, aims=False, at=len(head))
    assert found == said
