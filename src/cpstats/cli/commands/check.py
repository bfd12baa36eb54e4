"""Whether the sentence is true."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.cli.taken import argument, choice
from cpstats.message import Message
from cpstats.model.text import Lang, Text
from cpstats.store.paths import exists

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Sequence

    from cpstats.claims.texts import Document
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 140  # on the help page
OFF = False  # a switch that is not given
HELP = Text(
    "Check the figures of a text: what it claims, what the data say, a verdict; exit 1 if wrong.",
    "核对文章中的数字：表述、数据与结论；有误时退出码为1。",
)
SHARED = ("place", "data", "builtin")  # of what the questions take
EXAMPLES = (
    'cpstats check "2024年，昌平地区生产总值1811.9亿元。"',
    "cpstats check 北京市2025年GDP增长5.4%，高于全国0.4个百分点 --explain",
    'cpstats check "Beijing GDP grew by 5.2 percent in 2024" --format json',
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    published = Text(
        "The day the text was published: 2025-12-22 (else read from the text).",
        "文章发布日期：2025-12-22（否则取自原文）。",
    )
    exclude = Text(
        "A source that is the text itself, so that it cannot confirm it. Repeatable.",
        "即该文本身的来源，不能用以自证。可重复。",
    )
    only = Text(
        "Only these verdicts: contradicted, inconsistent, depends, confirmed, unverifiable, not_checked (with commas).",
        "只列这些结论（逗号分隔）：contradicted、inconsistent、depends、confirmed、unverifiable、not_checked。",
    )
    every = Text("List the numbers that were not checked too.", "未检查的数字也逐条列出。")
    claims = Text(
        "Judge the claims of this file (as --format json writes them); no text is read.",
        "核对该文件中的结构化表述（格式同 --format json 的输出），不读文章。",
    )
    read = Text(
        "What a number means: 3:14=period:2021 (line, column; period, place, indicator, basis, status). Repeatable.",
        "指定某数字的含义：3:14=period:2021（行:列；period、place、indicator、basis、status）。可重复。",
    )
    baseline = Text(
        "Findings accepted earlier, which are none any more; written if the file is not there.",
        "先前已接受的结论，不再算作问题；文件不存在时写入本次的结论。",
    )
    return [
        argument("texts", list, None, metavar="[TEXT|FILE|-]..."),
        choice("published", str, "", "--published", help_text=published.to(lang), metavar="DATE"),
        choice(
            "exclude_source",
            list,
            None,
            "--exclude-source",
            help_text=exclude.to(lang),
            metavar="ID",
        ),
        choice("only", str, "", "--only", help_text=only.to(lang), metavar="VERDICTS"),
        choice("listed", bool, OFF, "--all", help_text=every.to(lang)),
        choice("claims", str, "", "--claims", help_text=claims.to(lang), metavar="FILE"),
        choice("readings", list, None, "--as", help_text=read.to(lang), metavar="READING"),
        choice("baseline", str, "", "--baseline", help_text=baseline.to(lang), metavar="FILE"),
    ]


def answer(
    call: Call,
    *,
    texts: list[str] | None,
    published: str,
    exclude_source: list[str] | None,
    only: str,
    listed: bool,
    claims: str,
    readings: list[str] | None,
    baseline: str,
) -> Report:
    """Read the texts and check them."""
    from cpstats.answers.ask import known_source, some
    from cpstats.claims.check import Asked, check
    from cpstats.claims.corrected import correction
    from cpstats.claims.spoken import day_of, place_of
    from cpstats.claims.terms.verdict import VERDICTS
    from cpstats.errors import UsageError

    given = texts or [] if claims else some(texts, "text", EXAMPLES[0])
    wanted = tuple(word.strip() for word in only.split(",") if word.strip())
    for word in wanted:
        if word not in VERDICTS:
            raise UsageError(
                Message("--only does not know “{}”", "--only 没有“{}”这一结论", word),
                mend=Message("Known: {}.", "可用：{}。", VERDICTS),
            )
    asked = Asked(
        published=day_of(published),
        place=place_of(call.options.place or [], call.package.catalogue),
        exclude=tuple(known_source(s, call.package.catalogue) for s in exclude_source or ()),
        only=wanted,
        explain=call.options.explain,
        every=listed,
        corrections=tuple(correction(text, call.package.catalogue) for text in readings or ()),
        accepted=_accepted(baseline),
        remember=_remember(baseline),
    )
    documents = _documents(given) if given else []
    if claims:
        documents.append(_of_claims(claims, call))
    return check(documents, call.package, asked)


def _of_claims(name: str, call: Call) -> Document:
    """Return the claims of a file as a document that need not be read."""
    from cpstats.claims.structured import claims_of
    from cpstats.claims.texts import Document, of_file

    text, found = claims_of(name, of_file(name).printed, call.package.catalogue)
    return Document(name, text, text, claims=found)


def _accepted(name: str) -> Counter[tuple[str, str, str]] | None:
    if not name or not exists(Path(name)):
        return None
    from cpstats.claims.accepted import read
    from cpstats.claims.texts import of_file

    return read(name, of_file(name).printed)


def _remember(name: str) -> Callable[[bytes], None] | None:
    """Return what writes the accepted findings, where no file has any yet."""
    if not name or exists(Path(name)):
        return None
    from cpstats.cli.output import save

    return lambda content: save(Path(name), content, force=False)


def _documents(given: Sequence[str]) -> list[Document]:
    """Return files, standard input, or words that were typed, which together are one sentence."""
    from cpstats.claims.texts import of_file, of_sentence, of_stream

    if not any(name == "-" or _is_file(name) for name in given):
        return [of_sentence(" ".join(given))]
    stream = None if sys.stdin is None else sys.stdin.buffer
    return [of_stream(stream) if name == "-" else of_file(name) for name in given]


FILES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".doc", ".pdf")


def _is_file(name: str) -> bool:
    """Return whether a word is the name of a file, one that is absent too."""
    try:
        there = exists(Path(name))
    except OSError:  # too long for a name
        return False
    return there or (name.lower().endswith(FILES) and " " not in name)
