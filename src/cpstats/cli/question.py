"""A question as a command: its form in the words of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.cli.complete import complete_indicator, complete_place, complete_words
from cpstats.cli.taken import Taken
from cpstats.forms import form_of
from cpstats.model.period import Period, PeriodError
from cpstats.store.needs import WHOLE, Needs

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.cli.given import Call, Options
    from cpstats.forms.form import Form, Parameter
    from cpstats.model.report import Report
    from cpstats.model.text import Lang, Text


class Question(NamedTuple):
    """A command that asks a question; it has what the file of a command has."""

    form: Form

    @classmethod
    def named(cls, name: str) -> Question:
        """Return the command of a question."""
        return cls(form_of(name))

    @property
    def HELP(self) -> Text:  # noqa: N802 - as in the file of a command
        """What it answers, in one line."""
        return self.form.says

    @property
    def EXAMPLES(self) -> tuple[str, ...]:  # noqa: N802
        """Lines to type."""
        return self.form.examples

    @property
    def ORDER(self) -> int:  # noqa: N802
        """Its place on the help page."""
        return self.form.order

    @property
    def SHARED(self) -> None:  # noqa: N802
        """Takes all that questions share."""

    def parameters(self, lang: Lang) -> list[Taken]:
        """Return the question's own parameters, with help in one language."""
        return [parameter(p, lang) for p in self.form.parameters]

    def needs(self, own: dict[str, Any], options: Options) -> Needs:
        """Return what of its data the question names, as far as nothing else is needed for it."""
        indicators, places = own.get("indicators") or [], [*(options.place or [])]
        if not options.data or "all" in indicators:
            indicators = []
        elif indicators and own.get("weight"):
            indicators = [*indicators, own["weight"]]
        if options.exclude or own.get("among") or "all" in places or not options.data:
            places = []
        places += [options.vs] if places and options.vs else []
        reads = self.form.reads
        start, end = own.get("start") or "", own.get("end") or ""
        some = "period" in reads and bool(start and end) and bool(indicators or places)
        ends = some and not own.get("method") and options.every is None
        return Needs(
            tuple(indicators) if "indicator" in reads else (),
            tuple(places) if "place" in reads else (),
            _years(start, end) if some else None,
            _ends(start, end) if ends else frozenset(),
        )

    def answer(self, call: Call, **given: Any) -> Report:
        """Put the question to the data."""
        return self.form.ask(call.options, call.package, given)


def _years(start: str, end: str) -> range | None:
    """Return the years from the one before a base to the one after the end; None where one is wrong."""
    ends = _ends(start, end)
    return range(min(ends) - 1, max(ends) + 2) if ends else None


def _ends(start: str, end: str) -> frozenset[int]:
    """Return the years of base and end; none where one is wrong."""
    try:
        return frozenset(year for text in (start, end) for year in Period.parse(text).years)
    except PeriodError:  # told by who answers
        return frozenset()


def parameter(of: Parameter, lang: Lang, **settings: Any) -> Taken:
    """Return a parameter of a form as a command takes it, with help in one language."""
    if text := of.says.to(lang):
        settings["help"] = text
    if of.metavar:
        settings["metavar"] = of.metavar
    if complete := _completion(of):
        settings["autocompletion"] = complete
    return Taken(of.name, of.kind, of.default, of.flags, settings)


def _completion(of: Parameter) -> Callable[..., Any] | None:
    if of.words:
        return complete_words(of.words)
    return {"indicator": complete_indicator, "place": complete_place}.get(of.completes)


def needs_of(answer: Callable[..., Report], own: dict[str, Any], options: Options) -> Needs:
    """Return what of its data a command names; all where it asks no question."""
    question = getattr(answer, "__self__", None)
    return question.needs(own, options) if isinstance(question, Question) else WHOLE
