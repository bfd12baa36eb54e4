"""Lines that were broken for their width: the text of a PDF or of a letter, put together again.

A line break ends a paragraph, unless both sides show that it does not: the line is about as wide as
its neighbours, no sentence ends with it, and what follows goes on. Where a blank line stands between
any two lines, it is no more than a line break.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from cpstats.model.pattern import pattern

NARROW = 40  # columns: a shorter line is a heading, an item or a cell
FULL = 0.8  # of the widest line near it
NEAR = 3  # lines
_SPACED = 6  # lines, every other one of them blank
_WINDOW = 14
MOST = 0.6  # of the lines near one
_PAGE = 200  # columns: what is wider was not broken for its width
_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<end>\r?\n|\r|$)")
_HAN = pattern(r"[\u2e80-\u9fff\uf900-\ufaff]")
_WIDE = pattern(r"[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
_HAN_OPEN = pattern(r"[\u4e00-\u9fff，、（(“《\d]$")
_DIVIDED = pattern(r"\d\.$")
_HAN_ON = pattern(r"[\u4e00-\u9fff，、）)”》%％‰\d]")
_OPEN = pattern(r"(?:[a-z\d,;%)’'\"$£€]|-)$|\b[A-Z][\w.]*$")
_ON = pattern(r"[a-z(\d$£€%“\"'‘+]|-\d|[QH][1-4]\b")
_AMOUNT = pattern(r"\d[\d.,]*(?: ?%|[ -][a-z]|[,;])")
_NAME = pattern(r"[A-Z]")
_LEADS_ON = pattern(  # a headline or an item of a list ends with none of these
    r"(?:,|\b(?:of|the|in|and|or|by|to|for|from|with|at|on|an?|per|than|as|between|that|which|its|their))$"
)
_FIGURE = pattern(r"\d[\d.,]*\s?(?:[十百千万亿]*[\u4e00-\u9fff]{1,3})?$")
_YEAR = pattern(r"(?:19|20)\d\d年")
_ITEM = pattern(
    r"(?:\(?\d{1,2}[.)、]|[(（]?[一二三四五六七八九十]{1,3}[)）、.]|[•·◆■*|#>-] ?|[a-z]\))(?!\d)"
)
_HYPHEN = pattern(r"[a-z]-$")


class _Line(NamedTuple):
    text: str  # without the blanks around it
    indent: int
    stop: int  # where it ends in the text, before the line break
    next: int  # where the next one begins
    width: int  # in columns: a Chinese sign takes two


def unwrapped(printed: str) -> tuple[str, list[tuple[int, int]]]:
    r"""Return a text whose broken lines go on, and which stretches of it are to be left out.

    The text stays as long as it is: a break between words becomes a blank. Between Chinese signs,
    and behind the hyphen of a divided word, it is to be left out.

    >>> unwrapped("one\ntwo")
    ('one\ntwo', [])
    """
    if "\n" not in printed:
        return printed, []
    lines = [*_lines(printed)]
    widest = _widest(lines)
    pieces: list[str] = []
    out: list[tuple[int, int]] = []
    kept = 0
    for n, (line, after) in enumerate(pairwise(lines)):
        begin, on = line.next, after
        if line.text and not after.text and _is_spaced(lines, n):
            begin, on = after.next, lines[n + 2]
            if on.text[:1].isdigit() and not _AMOUNT.match(on.text):
                continue  # the number of a paragraph
        named = _NAME.match(on.text) is not None and _is_broken(lines, n)
        if not _goes_on(line, on, widest[n], named=named):
            continue
        pieces += [printed[kept : line.stop], " " * (begin - line.stop)]
        kept = begin
        if _HYPHEN.search(line.text) and on.text[:1].islower():
            out.append((line.stop - 1, begin))
        elif _HAN.search(line.text):
            out.append((line.stop, begin))
        elif begin - line.stop > 1:
            out.append((line.stop + 1, begin))
    return "".join([*pieces, printed[kept:]]), out


def _lines(printed: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(printed):
        text = match["text"].strip()
        indent = len(match["text"]) - len(match["text"].lstrip())
        stop = match.start() + len(match["text"].rstrip()) if text else match.start("end")
        begin = match.end() + _blanks(printed, match.end()) if text else match.end()
        found.append(_Line(text, indent, stop, begin, len(text) + len(_WIDE.findall(text))))
        if match.end() == len(printed):
            break
    return found


def _blanks(printed: str, at: int) -> int:
    """Return how many blanks stand at a place."""
    end = at
    while end < len(printed) and printed[end] in " \t":
        end += 1
    return end - at


def _widest(lines: list[_Line]) -> list[int]:
    """Return, for each line, how wide the widest one near it is."""
    widths = [line.width for line in lines]
    return [max(widths[max(0, n - NEAR) : n + NEAR + 1]) for n in range(len(widths))]


def _is_spaced(lines: list[_Line], n: int) -> bool:
    """Return whether a blank line stands between any two lines near one, so that it ends nothing."""
    near = lines[max(0, n - _SPACED) : n + _SPACED + 1]
    held = [bool(line.text) for line in near]
    texts = [line.width for line in near if line.text]
    closed = any(a and b for a, b in pairwise(held))
    return len(texts) > NEAR and not closed and max(texts) < _PAGE and n + 2 < len(lines)


def _is_broken(lines: list[_Line], n: int) -> bool:
    """Return whether most of the lines near one that end no sentence go on in small letters."""
    near = [line.text for line in lines[max(0, n - _WINDOW) : n + _WINDOW + 1] if line.text]
    ends = [after for line, after in pairwise(near) if _OPEN.search(line)]
    return len(ends) > NEAR and sum(after[0].islower() for after in ends) >= MOST * len(ends)


def _goes_on(line: _Line, after: _Line, widest: int, *, named: bool) -> bool:
    """Return whether a sentence goes on in the next line; `named` is whether it may with a name."""
    if not after.text or line.width < max(NARROW, FULL * widest) or after.indent > line.indent:
        return False
    if "|" in line.text or "\t" in line.text or "   " in line.text or _ITEM.match(after.text):
        return False  # a row of a table, an item of a list
    if _HAN.search(line.text):
        return _goes_on_in_chinese(line.text, after.text)
    if _ON.match(after.text):
        return bool(_OPEN.search(line.text))
    leads = _LEADS_ON.search(line.text) or (named and line.text[-1].islower())
    return bool(_NAME.match(after.text)) and bool(leads)


def _goes_on_in_chinese(line: str, after: str) -> bool:
    if _DIVIDED.search(line):
        return after[0].isdigit()
    several = _FIGURE.search(line) or _YEAR.match(after)  # lines that each say a figure
    return not several and bool(_HAN_OPEN.search(line)) and bool(_HAN_ON.match(after))
