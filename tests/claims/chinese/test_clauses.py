from __future__ import annotations

from cpstats.claims.chinese.clauses import Parser
from cpstats.claims.chinese.tokens import scanner
from cpstats.claims.terms.lexicon import lexicon
from cpstats.store.package import open_catalogue

CATALOGUE = open_catalogue()
PARSER = Parser(scanner(lexicon(CATALOGUE).names, "360100", {}, CATALOGUE.spans))


def clauses(line: str) -> list[tuple[str, str]]:
    return [("".join(t.text for t in c.tokens), c.mark) for c in PARSER.read(line).clauses]


def test_marks_part_clauses_and_a_bracket_is_one() -> None:
    assert clauses("投资增长5%(全省3%),居第2位") == [
        ("投资增长5%", "("),
        ("全省3%", ")"),
        ("", ","),
        ("居第2位", ""),
    ]


def test_a_remark_without_a_number_is_left_out() -> None:
    assert clauses("投资(不含农户)增长5%") == [("投资增长5%", "")]


def test_every_word_is_known_beside_those_without_remarks() -> None:
    said = PARSER.read("(南昌市)")
    assert [token.text for token in said.every] == ["(", "南昌市", ")"]
    assert said.tokens == []


def test_the_place_that_begins_at_a_sign_is_known_without_cutting() -> None:
    said = PARSER.read("福州市稳步上升")
    assert said.place_at(0) == ("350100", 3)
    assert said.place_at(1) is None
    assert PARSER.read("中国式现代化").place_at(0) is None


def test_a_distance_behind_a_bracket_keeps_what_it_is_compared_with() -> None:
    assert clauses("增长5.8%,低于全市(6.0%)0.2个百分点")[-1] == ("低于全市0.2个百分点", "")


def test_a_clause_has_its_numbers_and_its_quoted_terms() -> None:
    (clause,) = PARSER.read('"两区"项目3000个、投资5亿元').clauses
    assert [p.token.text for p in clause.pieces] == ["3000个", "5亿元"]
    assert clause.quoted == ["两区"]


def test_a_sentence_that_comes_again_is_cut_once() -> None:
    parser = Parser(PARSER.scan)
    assert parser.read("投资增长5%") is parser.read("投资增长5%")


def test_only_some_sentences_are_kept() -> None:
    parser = Parser(PARSER.scan)
    for number in range(600):
        parser.read(f"投资增长{number}%")
    assert len(parser.kept) == 600 - 512  # once there are 512, it begins anew
