"""No number of a true text is accused: about the built-in data, and about tables of one's own.

The figures of `true_texts/*.csv` are the truth of the texts that name them; those of China are `cpstats show`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "true_texts"
BUILTIN = "builtin"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def texts() -> Iterator[tuple[str, list[tuple[str, Asked]]]]:
    """Yield each table with its texts and what `check` is told of them."""
    found: dict[str, list[tuple[str, Asked]]] = {}
    table, asked = BUILTIN, Asked(every=True)
    for line in (FOLDER / "english.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            table, *rest = line[1:].split()
            day = next((date.fromisoformat(w) for w in rest if DAY.fullmatch(w)), None)
            place = next((w for w in rest if not DAY.fullmatch(w)), None)
            asked = Asked(published=day, place=place, every=True)
        elif line and not line.startswith("#"):
            found.setdefault(table, []).append((line.replace("\\n", "\n"), asked))
    yield from found.items()


@pytest.mark.parametrize(("table", "told"), list(texts()))
def test_no_true_number_is_accused(table: str, told: list[tuple[str, Asked]]) -> None:
    own = [] if table == BUILTIN else [str(FOLDER / f"{table}.csv")]
    package = open_package(own)
    verdicts = []
    for text, asked in told:
        records = check([of_sentence(text)], package, asked).records
        assert not [r for r in records if r["verdict"] in ("contradicted", "inconsistent")], text
        verdicts += [str(record["verdict"]) for record in records]
    assert verdicts.count("confirmed") > len(verdicts) / 4  # and they are read
