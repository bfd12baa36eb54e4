from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.corrected import corrected, correction
from cpstats.claims.texts import Document
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.model.catalogue import Catalogue

TEXT = "全市出口稳定。\n2023年出口额12亿元，增长4%。"


def test_a_correction_changes_the_number_that_stands_there(
    read: Read, catalogue: Catalogue
) -> None:
    one = correction("2:9=period:2021,place:beijing,basis:real", catalogue)
    first, second = corrected(Document("a.txt", TEXT, TEXT), read(TEXT), [one])
    assert (first.period, first.period_from, first.place) == ("2021", "given", "110000")
    assert (first.price_basis, first.price_basis_from) == ("constant", "text")
    assert second == read(TEXT)[1]


def test_a_correction_of_another_file_is_passed_over(read: Read, catalogue: Catalogue) -> None:
    one = correction("b.txt:2:9=status:target", catalogue)
    assert corrected(Document("a.txt", TEXT, TEXT), read(TEXT), [one]) == read(TEXT)


@pytest.mark.parametrize(
    "written",
    ["2:9", "2:9=", "2:9=year:2021", "2:9=period:soon", "2:9=status:maybe", "2=period:2021"],
)
def test_what_cannot_be_read_is_refused(written: str, catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="--as cannot be read"):
        correction(written, catalogue)


def test_where_no_number_stands_the_place_is_said(read: Read, catalogue: Catalogue) -> None:
    one = correction("1:1=period:2021", catalogue)
    with pytest.raises(UsageError, match=r"no number was read at a\.txt:1:1"):
        corrected(Document("a.txt", TEXT, TEXT), read(TEXT), [one])
