"""Among whom a place is ranked: the group, which `--place` never changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.answers.ask import children_of, named_places, without_excluded
from cpstats.answers.notes import labels
from cpstats.model.kinds import is_rate
from cpstats.model.text import Text, joined, same
from cpstats.selecting.whole import FEWEST, whole_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.answers.ask import Asked
    from cpstats.model.catalogue import Catalogue
    from cpstats.selecting.figures import Figures
    from cpstats.store.package import Package

FEW = 6  # places that a title names


@dataclass(frozen=True, slots=True)
class Group:
    """The places that are ranked; `parent` is that of all of them, empty where they have none.

    `wholes` were left out: they contain others of the group, or are what it is compared with.
    """

    places: tuple[str, ...] = ()
    parent: str = ""
    wholes: tuple[str, ...] = ()

    def text(self, catalogue: Catalogue) -> Text:
        """Return the group as a title names it."""
        names, count = catalogue.places, len(self.places)
        if self.parent not in names:
            few = count <= FEW
            listed = Text(" (", "（") + self._listed(catalogue) + Text(")", "）")
            return Text(f"{count} places", f"{count}个地区") + (listed if few else same(""))
        every = len(catalogue.children(self.parent))
        of = f"{count} of the {every}" if count < every else f"{count}"
        part = f"{every}个地区中的{count}个" if count < every else f"{count}个地区"
        parent = names.in_prose(self.parent)
        return Text(f"{of} places of {parent.en}", f"{parent.zh}所辖{part}")

    def _listed(self, catalogue: Catalogue) -> Text:
        return joined([catalogue.places[area].name for area in self.places])

    def notes(self, catalogue: Catalogue) -> list[Text]:
        """Say which places do not compete, and why."""
        return [
            catalogue.places.in_prose(area, first=True)
            + Text(
                " is not ranked: it contains places that are, or is what they are compared with",
                "不参加排位：它包含参加排位的地区，或是对比的基准",
            )
            for area in self.wholes
        ]


def without_whole(group: Group, figures: Figures, indicator: str) -> tuple[Group, list[Text]]:
    """Return the group without the place that is surely the sum of the others, and what is said of it."""
    catalogue = figures.catalogue
    if len(group.places) < FEWEST or is_rate(catalogue.indicators[indicator].unit):
        return group, []
    whole = whole_of(figures.most_within(indicator, group.places))
    if whole is None:
        return group, []
    years = labels([str(p) for p in whole.periods])
    said = catalogue.places.in_prose(whole.area, first=True) + Text(
        f" equals the sum of the others in {years.en}", f"在{years.zh}等于其余各地区之和"
    )
    sure = whole.sure and (len(whole.periods) > 1 or len(group.places) > FEWEST)
    if not sure:
        return group, [said + Text(", perhaps by chance: it counts", "，或属巧合，仍计入")]
    kept = tuple(area for area in group.places if area != whole.area)
    return replace(group, places=kept), [
        said + Text(": it is their total and does not count", "，为其合计，不计入")
    ]


def group_of(among: str, options: Asked, package: Package) -> Group:
    """Return the places that are ranked: under a parent, else of one's own data, else siblings.

    Own data with fewer than two places that can compete are ranked among the places beside them.

    Raises
    ------
    UsageError
        When a parent has no places.
    """
    catalogue = package.catalogue
    other = catalogue.find_place(options.vs) if options.vs else ""

    def made(places: tuple[str, ...]) -> Group:
        return _made(without_excluded(places, options, package), catalogue, other)

    if among:
        return made(children_of(among, package))
    asked = named_places(options, package)
    if options.data:
        own = made(package.own_places or tuple(catalogue.places))
        if len(own.places) > 1 and (not options.place or {*own.places, *own.wholes} & {*asked}):
            return own
    return made(catalogue.children(catalogue.places[asked[0]].parent))


def _made(places: Sequence[str], catalogue: Catalogue, other: str) -> Group:
    wholes = {area for place in places for area in catalogue.above(place)} | {other}
    sums = {p for p in places if catalogue.places[p].is_aggregate}
    wholes |= sums if len(sums) < len(places) else set()
    kept = tuple(p for p in places if p not in wholes)
    parents = {catalogue.places[p].parent for p in kept}
    parent = parents.pop() if len(parents) == 1 else ""
    return Group(kept, parent, tuple(p for p in places if p in wholes))
