"""What may be called a part of what: places by their parents, indicators by `parts.csv`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.answers.needed import no_rates
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question

FULL = 100.0  # per cent


def parts_of(
    question: Question, catalogue: Catalogue, of: str, example: str
) -> tuple[Question, list[Text]]:
    """Return the question about what may be a part, and what is said of the others.

    A place is a part of what it lies in, an indicator of what `parts.csv` names. Of what neither
    says anything the question itself is believed, and a note says so.

    Raises
    ------
    UsageError
        When no whole is named, or nothing that is asked about is a part of it.
    """
    if not of and not question.benchmark:
        raise UsageError(Message("no whole was named", "未指定整体"), mend=for_example(example))
    no_rates((*question.indicators, of), catalogue)
    asked = question.indicators if of else question.places
    whole = of or question.benchmark
    lies_in = catalogue.is_part if of else catalogue.lies_in
    inside = {one: lies_in(one, whole) for one in asked if one != whole}
    kept = tuple(one for one in inside if inside[one] is not False)
    if not kept:
        raise _no_part(asked[0], whole, question, catalogue, of)
    notes = _left_out([one for one in inside if one not in kept], whole, catalogue)
    notes += _believed([one for one in kept if inside[one] is None], whole, catalogue)
    if of:
        return replace(question, indicators=kept), notes
    return replace(question, places=kept), notes


def check_sizes(found: Iterable[Figure], question: Question, catalogue: Catalogue, of: str) -> None:
    """Refuse a share above the whole of what nobody said to be a part.

    Raises
    ------
    UsageError
        When there is one.
    """
    for figure in found:
        if figure.measure.partition(":")[0] != "share" or (figure.value or 0.0) <= FULL:
            continue
        one, whole = (figure.indicator, of) if of else (figure.ref_area, question.benchmark)
        if (catalogue.is_part if of else catalogue.lies_in)(one, whole) is None:
            raise _no_part(one, whole, question, catalogue, of)


def _no_part(one: str, whole: str, question: Question, catalogue: Catalogue, of: str) -> UsageError:
    if one == whole:
        return UsageError(
            Message("“{}” cannot be a part of itself", "“{}”不能是自身的一部分", of)
            if of
            else Message("a place cannot be a part of itself", "地区不能是自身的一部分"),
            mend=Message("Name another whole.", "请指定其他整体。"),
        )
    what = Message(
        "“{}” is no part of “{}”: there is no share of it",
        "“{}”不是“{}”的一部分，没有占比",
        catalogue.name_of(one),
        catalogue.name_of(whole),
    )
    if of:
        return UsageError(
            what,
            mend=Message(
                "What is a part of what says parts.csv of a package (part, whole).",
                "指标之间的包含关系由数据包的 parts.csv（part、whole）说明。",
            ),
        )
    ratio = f"cpstats compare {question.indicators[0]} -p {one} --vs {whole}"
    return UsageError(
        what,
        mend=Message(
            "`{}` gives the ratio; what own places lie in says the column parent of places.csv.",
            "`{}` 给出倍数；自有地区的上级由 places.csv 的 parent 列说明。",
            ratio,
        ),
    )


def _left_out(others: Sequence[str], whole: str, catalogue: Catalogue) -> list[Text]:
    if not others:
        return []
    names, of = joined([catalogue.name_of(one) for one in others]), catalogue.name_of(whole)
    return [
        Text(f"Left out, no part of {of.en}: {names.en}.", f"不属于{of.zh}，未列：{names.zh}。")
    ]


def _believed(others: Sequence[str], whole: str, catalogue: Catalogue) -> list[Text]:
    if not others:
        return []
    names, of = joined([catalogue.name_of(one) for one in others]), catalogue.name_of(whole)
    return [
        Text(
            f"Taken as parts of {of.en} because the question says so: {names.en}.",
            f"按提问视为{of.zh}的组成部分：{names.zh}。",
        )
    ]
