"""Marks of footnotes inside a sentence: read without them, and every place found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.sentences import Sentence

# behind a word or a number; ² and ³ behind a letter are part of a unit
_MARK = pattern(
    r"(?<=[\w)）%％”])(?:[\[［〔【]\d{1,2}[\]］〕】]|[①-⒇])+|(?<=[\u4e00-\u9fff)）%％”])[¹²³⁴-⁹⁰]+"
)
_SIGN = pattern(r"[\[［〔【①-⒇¹²³⁴-⁹⁰]")  # without one there is no mark


def without_notes(sentence: Sentence) -> tuple[Sentence, tuple[int, ...]]:
    """Return a sentence without the marks of footnotes, and where each sign of it stood.

    The second is empty where there are none.
    """
    noted = _SIGN.search(sentence.text)
    marks = [match.span() for match in _MARK.finditer(sentence.text)] if noted else []
    if not marks:
        return sentence, ()
    left_out = {at for begin, end in marks for at in range(begin, end)}
    kept = tuple(at for at in range(len(sentence.text)) if at not in left_out)
    text, letters = (
        "".join(whole[at] for at in kept) for whole in (sentence.text, sentence.letters)
    )
    return sentence._replace(text=text, letters=letters), kept


def restored(claim: Claim, sentence: Sentence, kept: tuple[int, ...]) -> Claim:
    """Return a claim of a sentence without marks where it stands in the sentence with them."""
    if not kept:
        return claim
    first = kept[claim.start - sentence.start]
    last = kept[claim.end - 1 - sentence.start] + 1
    return claim._replace(
        start=sentence.start + first,
        end=sentence.start + last,
        surface=sentence.text[first:last],
        sentence=sentence.text,
        column=sentence.column + first,
    )
