from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.telling.blocks import (
    COLUMNS,
    OUTCOME,
    SEVERITY,
    article,
    blocks,
    record,
    snippet,
    summary,
)
from cpstats.claims.telling.interchange import VERDICT as OUTCOMES
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.verdict import VERDICTS, WORD, Evidence, Judged
from cpstats.claims.texts import of_sentence
from cpstats.model.figure import Figure
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.claims.terms.verdict import Verdict

TEXT = "2024年，全市出口增长7.5%，进口增长3.1%。"
FOUND = Figure(
    indicator="exports",
    ref_area="1",
    time_period="2024",
    measure="growth",
    value=7.4,
    low=7.35,
    high=7.45,
    unit="%",
    decimals=1,
    source="bulletin",
    price_basis="current",
)


def judged(surface: str, verdict: Verdict = "confirmed", text: str = TEXT) -> Judged:
    start = text.index(surface)
    claim = Claim(
        start, start + len(surface), surface, text, 1, start + 1,
        value=7.5, value_text="7.5", unit="%", measure="growth", half_width=0.05,
    )  # fmt: skip
    evidence = (Evidence("2024", FOUND, "near"),)
    return Judged(claim, verdict, Text("why", "依据"), evidence, FOUND)


def test_every_verdict_and_outcome_has_words_and_a_severity() -> None:
    assert set(WORD) == set(SEVERITY) == set(VERDICTS)
    assert set(OUTCOME) == set(OUTCOMES)


def test_a_row_has_the_columns() -> None:
    row = record(of_sentence(TEXT), judged("7.5%", "contradicted"))
    assert tuple(row) == COLUMNS
    assert (row["verdict"], row["severity"], row["computed"]) == ("contradicted", "error", 7.4)
    assert (row["column"], row["end_column"], row["sources"]) == (13, 17, "bulletin")
    assert row["message"] == "全市出口增长【7.5%】: contradicted, why"


def test_the_clause_of_a_number_is_shown_around_it() -> None:
    assert snippet(judged("7.5%")) == "全市出口增长【7.5%】"
    long = (
        "这是一个很长很长很长很长很长很长的没有标点的句子说的是出口增长7.5%以上的情况而且还没有完"
    )
    assert snippet(judged("7.5%", text=long)) == (
        "…长很长很长很长很长的没有标点的句子说的是出口增长【7.5%】以上的情况而且还"
    )


def test_the_table_has_four_columns_and_the_evidence_six() -> None:
    found = [(of_sentence(TEXT), [judged("7.5%")])]
    (table,) = blocks(found, explain=False)
    assert [c.text.en for row in table.rows for c in row if c.text] == [
        "text:1:13", "全市出口增长【7.5%】", "confirmed", "why",
    ]  # fmt: skip
    _, proof = blocks(found, explain=True)
    assert [c.text.en for row in proof.rows for c in row if c.text] == [
        "text:1:13", "[7.45, 7.55]", "2024", "nominal 7.4 % in 2024", "bulletin", "nearly",
    ]  # fmt: skip
    assert blocks([(of_sentence(TEXT), [])], explain=True) == ()


def test_the_summary_counts_each_verdict_in_order() -> None:
    some = [judged("7.5%", "unverifiable"), judged("3.1%", "contradicted")]
    assert summary([some, some[:1]]) == (
        Text("3 claims: 1 contradicted, 2 unverifiable.", "共3处：不符1处，无法核实2处。"),
    )
    assert summary([some[:1]])[0].en == "1 claim: 1 unverifiable."
    assert summary([[]]) == (Text("No quantitative claim was found.", "没有发现数量表述。"),)


def test_marks_do_not_overlap() -> None:
    made = article(of_sentence(TEXT), [judged("7.5%"), judged("5%，"), judged("3.1%")])
    assert [(m.start, m.end, m.kind) for m in made.marks] == [
        (12, 16, "confirmed"), (21, 25, "confirmed"),
    ]  # fmt: skip
    assert (made.name, made.text, made.marks[0].note) == ("text", TEXT, Text("why", "依据"))
