"""The form of a question: its parameters, with defaults, choices and help, for every door."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


class Parameter(NamedTuple):
    """One thing that a question takes.

    Attributes
    ----------
    name : str
        The keyword in Python.
    kind : type
        `str`, `int`, `float`, `bool` or `list` (of texts); one without a default may be None.
    default : object
        What is taken where nothing is given.
    says : Text
        One line of help.
    flags : tuple of str
        How it is written on the command line; without one it is an argument.
    metavar : str
        What stands for the value in help.
    words : tuple of str
        The words it takes; without any, every text.
    called : mapping
        Other names of these words.
    completes : str
        What completes it: `indicator`, `place`, or nothing.
    arranges : bool
        Whether it says how the answer is laid out, not what is asked.
    short : bool
        Whether a short form (of a page, of an agent) shows it.
    """

    name: str
    kind: type = str
    default: object = ""
    says: Text = Text("", "")
    flags: tuple[str, ...] = ()
    metavar: str = ""
    words: tuple[str, ...] = ()
    called: Mapping[str, str] = MappingProxyType({})
    completes: str = ""
    short: bool = False
    arranges: bool = False

    @property
    def flag(self) -> str:
        """How it is named to who gave it."""
        return self.flags[0] if self.flags else self.metavar or self.name

    def read(self, given: Any) -> Any:
        """Return a value as the question takes it.

        Raises
        ------
        UsageError
            Where it is none of the words.
        """
        if given is None or self.kind is not str:
            return given
        word = self.called.get(str(given), str(given))
        if self.words and word not in (*self.words, self.default):
            raise UsageError(
                Message("{} does not know “{}”", "{} 不认识“{}”", self.flag, word),
                mend=Message("Known: {}.", "可用：{}。", self.words),
            )
        return word


class Form(NamedTuple):
    """What a question takes beside the shared words, and how it is put to the data.

    `turned` is what stands in rows for the eye, where several places have several periods. An answer
    that is `told` takes as `laid` the names of what was given to arrange it. One that `reads` the
    `indicator` or the `place` needs those only that were named, one that reads the `period` nothing beyond
    the ends that were named: of large files no more is read.
    """

    name: str
    order: int  # among the questions, on a page of help
    says: Text
    parameters: tuple[Parameter, ...]
    examples: tuple[str, ...]
    answer: Callable[..., Report]
    turned: str = ""
    told: bool = False
    reads: tuple[str, ...] = ()

    def ask(self, asked: Asked, package: Package, given: Mapping[str, Any]) -> Report:
        """Put what was given to the data; what was not given has its default."""
        taken = {p.name: p.read(given.get(p.name, p.default)) for p in self.parameters}
        laid = {p.name: taken.pop(p.name) for p in self.parameters if p.arranges}
        said = frozenset(
            p.name for p in self.parameters if p.arranges and laid[p.name] != p.default
        )
        told = {"laid": said} if self.told else {}
        try:
            report = self.answer(asked, package, **taken, **told)
        except UsageError as error:
            self._fit(error, asked, package, taken)
            raise
        if not report.answered:
            from cpstats.answers.elsewhere import with_namesakes

            named = taken.get("indicators") or (), asked.place or ()
            report = with_namesakes(report, package, *named)
        if not said:
            return self._for_the_eye(report)
        from cpstats.arranging.arrange import Arrangement, arranged
        from cpstats.arranging.weights import weights_of

        how = Arrangement(**laid)
        return arranged(
            report, how, weights_of(how.weight, asked, package), eye=self._beside(report)
        )

    @staticmethod
    def _fit(error: UsageError, asked: Asked, package: Package, taken: Mapping[str, Any]) -> None:
        """Put what the data have into the examples of an error."""
        if error.mend is not None:
            from cpstats.answers.example import fitted

            named = taken.get("indicators") or (), asked.place or ()
            error.mend = error.mend.with_examples(lambda one: fitted(one, package, *named))

    def _beside(self, report: Report) -> str:
        """Return what stands in rows for the eye, where the periods stand side by side."""
        if not self.turned:
            return ""
        keys = [key for block in report.blocks for key in block.keys]
        several = len({k.area for k in keys}) > 1 and len({k.period for k in keys}) > 1
        return self.turned if several else ""

    def _for_the_eye(self, report: Report) -> Report:
        """Return the tables of a question with periods side by side, where it likes them so."""
        if not self._beside(report):
            return report
        from cpstats.arranging.turn import turned

        return turned(report, self.turned, machine=False)
