"""The letters of the footnotes of a table: from which release a figure is, what makes two comparable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.report import Cell
from cpstats.model.text import Text, joined, same
from cpstats.model.words import EQUAL

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.selecting.figures import Figures

NOTHING = same("")


def letter(number: int) -> str:
    """Return a, b, … z, aa, ab … for the footnotes of a table."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


class Marks:
    """The letters of the footnotes, each text once."""

    def __init__(self, figures: Figures) -> None:
        self._catalogue = figures.catalogue
        self._letters: dict[Text, str] = {}

    def cell(self, *found: Figure | None) -> Cell:
        """Return the letters that name the releases of figures."""
        letters = tuple(dict.fromkeys(self.of(f) for f in found if f is not None))
        return Cell(text=same(" ".join(letters)), named=letters)

    def of(self, figure: Figure) -> str:
        """Return the letter that names the release of a published figure."""
        return self.say(joined([self._dated(name) for name in figure.sources], en="; ", zh="；"))

    def _dated(self, name: str) -> Text:
        source = self._catalogue.sources[name]
        return joined([same(text) for text in (source.title, source.published) if text], zh="，")

    def release(self, figure: Figure | None, *, own: Text = NOTHING, sign: str = "") -> Cell:
        """Return the cell that names the release of a figure, of one without a name `own`."""
        vintage = figure.vintage if figure is not None else ""
        known = self._catalogue.vintages.get(vintage)
        bare = own if figure is not None and figure.own else NOTHING
        label = self._catalogue.releases(vintage) if vintage else bare
        behind = same(f"{sign} " if sign and label.en else sign)
        named = (sign,) if sign else ()
        return Cell(
            text=behind + label, named=named, spelled=None if known is None else behind + known.name
        )

    def both(self, a: Figure, b: Figure) -> str:
        """Return the letter that names what makes two levels comparable (S6)."""
        if a.vintage and a.vintage == b.vintage and self._catalogue.vintages[a.vintage].series:
            return self.say(Text("both ", "同为") + self._catalogue.vintages[a.vintage].name)
        if a.sources[:1] == b.sources[:1]:
            title = same(self._catalogue.sources[a.sources[0]].title)
            return self.say(Text("both from one source: ", "同一来源：") + title)
        if a.vintage == b.vintage == "first":
            return self.say(Text("both as first announced", "同为首次公布"))
        if a.obs_status == b.obs_status == "final":
            return self.say(Text("both final", "同为最终数"))
        return self.say(Text("two releases were mixed", "跨版本计算"))

    def reading(self, told: Figure, years: Period) -> str:
        """Return the letter that says of which publication this span is a reading (S8)."""
        head = Text("published: ", "公布：") + self._dated(told.source)
        if told.time_period == str(years):
            return self.say(head)
        span = Period.parse(told.time_period)
        return self.say(
            head
            + Text(
                f", for {span.label('en')}; it may mean {years.label('en')}",
                f"，原文为{span.label('zh')}，可能指{years.label('zh')}",
            )
        )

    def equal(self, gap: Figure) -> str:
        """Return a sign for a gap that rounding alone may make 0."""
        if gap.value is None or not gap.touches_zero:
            return ""
        self._letters.setdefault(EQUAL, "≈")
        return "≈"

    def say(self, text: Text) -> str:
        """Return the letter of a footnote."""
        return self._letters.setdefault(text, letter(len(self._letters) - (EQUAL in self._letters)))

    def texts(self) -> tuple[tuple[str, Text], ...]:
        """Return every letter with its footnote."""
        return tuple((mark, text) for text, mark in self._letters.items())
