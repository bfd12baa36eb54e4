"""Verdicts laid out: a table for the eye, rows for a machine, marks in the text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.claims.telling.interchange import CHECK, computed_of, reason_of
from cpstats.claims.telling.wording import figure as figure_said
from cpstats.claims.telling.wording import printed as printed_said
from cpstats.claims.telling.wording import reading
from cpstats.claims.terms.verdict import VERDICTS, WORD, is_grave
from cpstats.model.article import Article, Mark
from cpstats.model.pattern import pattern
from cpstats.model.report import Block, Cell, Column
from cpstats.model.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.relation import Relation
    from cpstats.claims.terms.verdict import Judged
    from cpstats.claims.texts import Document

    Found = Sequence[tuple[Document, Sequence[Judged]]]

COLUMNS = (
    "file",
    "line",
    "column",
    "end_column",
    "start",
    "end",
    "surface",
    "place",
    "indicator",
    "period",
    "measure",
    "price_basis",
    "value",
    "unit",
    "bound",
    "direction",
    "benchmark",
    "status",
    "verdict",
    "reason",
    "computed",
    "low",
    "high",
    "sources",
    "rule",
    "severity",
    "message",
)
SEVERITY = {
    "confirmed": "pass",
    "contradicted": "error",
    "inconsistent": "error",
    "depends": "warning",
    "unverifiable": "open",
    "not_checked": "skip",
}
_BEFORE, _AFTER = 24, 8  # signs of the clause that are shown beside a number
_CLAUSE = pattern("[,;。!?:，；！？：∶︰\n\r\v\f\x85\u2028\u2029]")


def blocks(found: Found, *, explain: bool, every: bool = True) -> tuple[Block, ...]:
    """Return the table of the claims, and with `explain` one of the evidence.

    The gravest faults stand first: a wrong sign, side of a benchmark, threshold or rank. Without
    `every` those that were not checked are left out: `summary` counts them.
    """
    columns = (
        Column(Text("where", "位置"), right=False),
        Column(Text("claim", "表述"), right=False),
        Column(Text("verdict", "结论"), right=False),
        Column(Text("why", "依据"), right=False),
    )
    rows = [
        (same(where(document, j)), same(snippet(j)), WORD[j.verdict], j.why)
        for document, some in found
        for j in sorted(some, key=is_grave, reverse=True)
        if every or j.verdict != "not_checked"
    ]
    made = [_block(columns, rows)] if rows else []
    proof = _evidence(found) if explain else None
    return (*made, *([proof] if proof is not None else []))


def recomputed(agreed: Sequence[tuple[Document, Sequence[Relation]]]) -> Block | None:
    """Return the numbers inside the texts that say the same by different ways."""
    columns = (
        Column(Text("where", "位置"), right=False),
        Column(Text("numbers", "数字"), right=False),
        Column(Text("recomputed", "复算"), right=False),
    )
    rows = [
        (
            same(f"{document.name}:{r.claims[0].line}"),
            same(", ".join(claim.surface for claim in r.claims)),
            r.what,
        )
        for document, some in agreed
        for r in some
    ]
    return _block(columns, rows, Text("Agree inside the text", "文内相符")) if rows else None


def _block(
    columns: tuple[Column, ...], rows: Sequence[tuple[Text, ...]], title: Text | None = None
) -> Block:
    cells = tuple(tuple(Cell(text=text) for text in row) for row in rows)
    return Block(columns, cells, title=title)


def _evidence(found: Found) -> Block | None:
    columns = (
        Column(Text("where", "位置"), right=False),
        Column(Text("printed", "原文"), right=False),
        Column(Text("read as", "读作"), right=False),
        Column(Text("the data", "数据"), right=False),
        Column(Text("formula or source", "公式或来源"), right=False),
        Column(Text("outcome", "比较"), right=False),
    )
    rows = []
    for document, some in found:
        for j in some:
            for e in j.evidence:
                formula = e.figure.formula or same(", ".join(e.figure.sources))
                said = same(printed_interval(j, e.figure.unit))
                outcome = OUTCOME[e.outcome]
                rows.append(
                    (
                        same(where(document, j)), said, reading(e.reading),
                        figure_said(e.figure, e.release), formula, outcome,
                    )
                )  # fmt: skip
    return _block(columns, rows, Text("Evidence", "证据")) if rows else None


OUTCOME = {
    "confirmed": Text("meets", "相符"),
    "contradicted": Text("apart", "不符"),
    "near": Text("nearly", "接近"),
    "far": Text("far beyond", "远超"),
    "silent": Text("undecided", "不能判定"),
    "compared": Text("compared with", "用作比较"),
}


def printed_interval(judged: Judged, unit: str) -> str:
    """Return what the printed digits stand for, in the unit of a figure."""
    from cpstats.claims.terms.printed import printed

    said = printed(judged.claim, unit)
    return printed_said(said.narrow) if said is not None else ""


def where(document: Document, judged: Judged) -> str:
    """Return `file:line:column`."""
    _, _, line, column = document.place(judged.claim)
    return f"{document.name}:{line}:{column}"


def snippet(judged: Judged) -> str:
    """Return the clause with the number in brackets: 昌平GDP年均增长【6.2%】.

    >>> from cpstats.claims.terms.claim import Claim
    >>> from cpstats.claims.terms.verdict import Judged
    >>> from cpstats.model.text import same
    >>> claim = Claim(start=8, end=12, surface="6.2%", sentence="去年,GDP增长6.2%。", line=1, column=9)
    >>> snippet(Judged(claim, "unverifiable", same("")))
    'GDP增长【6.2%】'
    """
    claim, text = judged.claim, judged.claim.sentence
    begin = claim.start - claim.sentence_start
    end = claim.end - claim.sentence_start
    before, after = text[max(0, begin - _BEFORE - 1) : begin], text[end : end + _AFTER]
    head, tail = _CLAUSE.split(before)[-1], _CLAUSE.split(after, maxsplit=1)[0]
    cut = len(head) > _BEFORE
    head = before[len(before) - min(len(head), _BEFORE) :]
    return f"{'…' if cut else ''}{head}【{text[begin:end]}】{after[: len(tail)]}".strip()


def summary(found: Sequence[Sequence[Judged]]) -> tuple[Text, ...]:
    """Return how many claims there are, and how many of each verdict."""
    counts = Counter(j.verdict for some in found for j in some)
    total = sum(counts.values())
    if not total:
        return (Text("No quantitative claim was found.", "没有发现数量表述。"),)
    parts = [
        Text(f"{counts[v]} {WORD[v].en}", f"{WORD[v].zh}{counts[v]}处")
        for v in VERDICTS
        if counts[v]
    ]
    head = Text(f"{total} claim{'s' if total > 1 else ''}: ", f"共{total}处：")
    return (head + joined(parts, zh="，") + Text(".", "。"), *_left_out(found))


def uncompared(reasons: Sequence[Text]) -> tuple[Text, ...]:
    """Return by reason how many comparisons with other years were not checked."""
    parts = [Text(f"{n} {why.en}", f"{n}处{why.zh}") for why, n in Counter(reasons).most_common()]
    if not parts:
        return ()
    return (Text("not checked: ", "未检查：") + joined(parts, en="; ", zh="；"),)


def _left_out(found: Sequence[Sequence[Judged]]) -> tuple[Text, ...]:
    """Return by reason how many numbers were not checked."""
    why = Counter(j.why for some in found for j in some if j.verdict == "not_checked")
    if not why:
        return ()
    parts = [Text(f"{n} {reason.en}", f"{n}处{reason.zh}") for reason, n in why.most_common()]
    return (Text("not checked: ", "未检查：") + joined(parts, en="; ", zh="；"),)


def record(document: Document, judged: Judged) -> dict[str, str | int | float | None]:
    """Return a claim and its verdict as a row."""
    claim = judged.claim
    start, end, line, column = document.place(claim)
    made = computed_of(judged)
    sources = dict.fromkeys(s for e in judged.evidence for s in e.figure.sources)
    return {
        "file": document.name,
        "line": line,
        "column": column,
        "end_column": column + end - start,
        "start": start,
        "end": end,
        "surface": claim.surface,
        "place": claim.place,
        "indicator": claim.indicator,
        "period": claim.period,
        "measure": CHECK[claim.measure],
        "price_basis": claim.price_basis,
        "value": None if claim.is_unnumbered else claim.value,
        "unit": claim.unit,
        "bound": claim.bound,
        "direction": claim.direction,
        "benchmark": claim.benchmark,
        "status": claim.status,
        "verdict": judged.verdict,
        "reason": reason_of(judged),
        "computed": made["value"] if made else None,
        "low": made["low"] if made else None,
        "high": made["high"] if made else None,
        "sources": "|".join(sources),
        "rule": judged.verdict,
        "severity": SEVERITY[judged.verdict],
        "message": f"{snippet(judged)}: {judged.verdict.replace('_', ' ')}, {judged.why.en}",
    }


def article(document: Document, found: Sequence[Judged]) -> Article:
    """Return the text with every claim marked."""
    marks, at = [], 0
    for judged in found:
        start, end, *_ = document.place(judged.claim)
        if start >= at:
            marks.append(Mark(start, end, judged.verdict, WORD[judged.verdict], judged.why))
            at = end
    return Article(document.name, document.printed, tuple(marks), document.commented)
