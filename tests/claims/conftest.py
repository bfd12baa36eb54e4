"""What the tests of claims share: claims of a sentence, shown as one line each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from cpstats.claims.extract import extract
from cpstats.store.package import open_catalogue

if TYPE_CHECKING:
    from cpstats.claims.claim import Claim
    from cpstats.model.catalogue import Catalogue


class Read(Protocol):
    """Reads a text, published in April 2024 about Nanchang unless it is said otherwise."""

    def __call__(
        self, text: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> tuple[Claim, ...]: ...


class Shown(Protocol):
    """Shows chosen fields of the claims of a text."""

    def __call__(
        self, text: str, *fields: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> list[str]: ...


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return open_catalogue()


@pytest.fixture(scope="session")
def read(catalogue: Catalogue) -> Read:
    def reading(
        text: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> tuple[Claim, ...]:
        day = date.fromisoformat(published) if published else None
        return extract(text, catalogue=catalogue, published=day, place=place)

    return reading


@pytest.fixture(scope="session")
def shown(read: Read) -> Shown:
    def showing(
        text: str, *fields: str, published: str = "2024-04-15", place: str | None = "360100"
    ) -> list[str]:
        claims = read(text, published, place)
        return [" ".join(str(getattr(claim, name)) for name in fields) for claim in claims]

    return showing
