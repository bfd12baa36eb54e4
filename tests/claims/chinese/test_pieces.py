from __future__ import annotations

from cpstats.claims.chinese.clauses import Parser
from cpstats.claims.chinese.pieces import distributes, in_quotes, is_driven, is_part
from cpstats.claims.chinese.tokens import scanner
from cpstats.claims.terms.lexicon import lexicon
from cpstats.store.package import open_catalogue

CATALOGUE = open_catalogue()
PARSER = Parser(scanner(lexicon(CATALOGUE).names, "360100", {}, CATALOGUE.spans))


def test_numbers_that_only_marks_join_are_a_list() -> None:
    (clause,) = PARSER.read("进口、出口分别增长5.1%、6.2%和7.3%").clauses
    assert [(p.listed, p.count, p.token.text) for p in clause.pieces] == [
        (0, 3, "5.1%"),
        (1, 3, "6.2%"),
        (2, 3, "7.3%"),
    ]
    assert all(distributes(piece) for piece in clause.pieces)


def test_a_number_with_words_before_it_is_alone() -> None:
    (clause,) = PARSER.read("投资增长5.1%、出口下降6.2%").clauses
    assert [(p.count, p.words) for p in clause.pieces] == [(1, "投资增长"), (1, "、出口下降")]


def test_how_many_years_in_a_row_does_not_end_the_words_before_a_number() -> None:
    (clause,) = PARSER.read("投资连续3年保持在5%以上").clauses
    assert clause.pieces[-1].words.startswith("投资")


def test_what_was_driven_and_parts_are_told() -> None:
    (driven,) = PARSER.read("展会拉动消费20亿元").clauses
    (part,) = PARSER.read("其中工业增长5%").clauses
    assert is_driven(driven.pieces[0])
    assert is_part(part.tokens)
    assert not is_part(driven.tokens)


def test_quotation_marks_open_and_close() -> None:
    line = '"两区"项目'
    tokens = PARSER.read(line).tokens
    assert in_quotes(tokens[:2], line, start=False)
    assert not in_quotes(tokens, line, start=False)
