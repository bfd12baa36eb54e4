"""How a question is asked from Python: the words of the command line as keywords."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.api.answer import Answer
    from cpstats.model.question import Question
    from cpstats.store.package import Package


class Asking(TypedDict, total=False):
    """How every question can be narrowed; the words are those of the command line.

    `places` (names, codes, slugs, `all`, `children:beijing`), `exclude` (places to leave out),
    `period` (`2021..2024`, `2010,2015,2020`, `十四五`), `every` (one year in so many), `vs` (the benchmark), `data` (folders or CSV files of your own), `builtin` (False leaves the
    built-in figures out), `vintage`, `as_of`, `source`, `allow_mixed`,
    `convert` (a file of rates between two kinds of money).
    """

    places: str | Sequence[str]
    period: str | int
    every: int | None
    exclude: str | Sequence[str]
    vs: str
    data: str | Sequence[str]
    builtin: bool
    vintage: str
    as_of: str
    source: str
    allow_mixed: bool
    convert: str


class Cutting(Asking, total=False):
    """How the rows of an answer can be chosen; the words are those of the command line.

    `where` (a condition), `sort`, `top`, `bottom`, `scale`, `summary`.
    """

    where: str
    sort: str
    top: int | None
    bottom: int | None
    scale: str
    summary: bool


class Turning(Cutting, total=False):
    """How a table can be turned: `rows` (place, period or indicator) and `wide`."""

    rows: str
    wide: bool


class Arranging(Turning, total=False):
    """How the rows of an answer can be arranged: the `weight` is that of the means of a summary."""

    weight: str


class Deriving(Arranging, total=False):
    """What a derived figure may be told beside its indicators.

    `base` is the year of the prices, `n` how many years or periods are averaged, `on` what growth is
    measured on, `unadjusted` whether a series not said to be adjusted is annualised.
    """

    base: str | int
    n: int | None
    on: str
    unadjusted: bool


class Choosing(Arranging, total=False):
    """How places can be named beside `places`: `among` (a parent, `all`, a list, `@FILE`)."""

    among: str


@dataclass
class Asked:
    """The words of a question as `answers.ask` takes them."""

    place: list[str] | None
    period: str
    vs: str
    data: list[str] | None
    vintage: str
    as_of: str
    source: str
    allow_mixed: bool
    builtin: bool
    exclude: list[str] | None
    every: int | None
    convert: str

    @classmethod
    def of(cls, asking: Asking) -> Asked:
        """Return the keywords as `answers.ask` takes them; one that is not known is an error."""
        unknown = set(asking) - set(Asking.__annotations__)
        if unknown:
            raise TypeError(f"unexpected argument “{min(unknown)}”")
        return cls(
            place=_list(asking.get("places", ())) or None,
            period=str(asking.get("period", "")),
            vs=asking.get("vs", ""),
            data=[str(d) for d in _list(asking.get("data", ()))] or None,
            vintage=asking.get("vintage", ""),
            as_of=asking.get("as_of", ""),
            source=asking.get("source", ""),
            allow_mixed=asking.get("allow_mixed", False),
            builtin=asking.get("builtin", True),
            exclude=_list(asking.get("exclude", ())) or None,
            every=asking.get("every"),
            convert=str(asking.get("convert", "")),
        )

    def package(self) -> Package:
        """Open the data that are asked about."""
        from cpstats.store.package import open_package

        return open_package(self.data or (), builtin=self.builtin)


def _list(names: Any) -> list[str]:
    return [names] if isinstance(names, str) or not hasattr(names, "__iter__") else list(names)


def question(
    indicators: str | Sequence[str], asked: Asked, package: Package, **more: Any
) -> Question:
    """Resolve the names of a question."""
    from cpstats.answers.ask import ask

    return ask(asked, package, _list(indicators), **more)


def asked(question: str, asking: Mapping[str, Any], /, **given: Any) -> Answer:
    """Put a question to the data: what its form takes, and what every question takes."""
    from cpstats.api.answer import Answer
    from cpstats.forms import form_of

    asks = form_of(question)
    own = {p.name for p in asks.parameters}
    more = {key: value for key, value in asking.items() if key in own}
    shared = Asked.of({key: value for key, value in asking.items() if key not in own})  # type: ignore[arg-type]
    if "indicators" in given:
        names = given["indicators"]
        given["indicators"] = None if names is None else _list(names)
    return Answer.of(asks.ask(shared, shared.package(), given | more))


def named(subject: Any) -> bool:
    """Return whether indicators were named (else a frame was given)."""
    return isinstance(subject, str) or (
        isinstance(subject, (list, tuple)) and all(isinstance(s, str) for s in subject)
    )
