"""Text → claims: each quantity with its subject, place, period and measure, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.context import context_of, title_period
from cpstats.claims.languages import languages, unnumbered
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.footnotes import restored, without_notes
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.numerals import has_numbers
from cpstats.claims.terms.periods import Clock
from cpstats.claims.terms.sentences import sentences
from cpstats.claims.terms.style import with_style
from cpstats.claims.terms.titled import told_later

if TYPE_CHECKING:
    from datetime import date

    from cpstats.claims.context import Context
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.model.catalogue import Catalogue


def extract(
    text: str,
    *,
    catalogue: Catalogue,
    published: date | None = None,
    place: str | None = None,
    context: Context | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of a text in the order they stand in.

    Parameters
    ----------
    text : str
        Plain text, Chinese or English; any string is read.
    catalogue : Catalogue
        The indicators that may be named; a name outside it stays unnamed.
    published : date, optional
        The day of publication; read from the text where it is not given.
    place : str, optional
        The code of the place that the text is about; read from the text where it is not given.
    context : Context, optional
        Both, where they have been read from the text before.
    """
    if not has_numbers(plain(text)):
        return ()
    context = context or context_of(text, catalogue=catalogue, published=published, place=place)
    title = title_period(text, context.published, catalogue.spans)
    clock = Clock(context.published, title, catalogue.spans)
    spoken = languages(catalogue, clock, context.place, text)

    def alone(sentence: Sentence) -> list[Claim]:  # a cell knows what the text is about, no more
        fresh = languages(catalogue, clock, context.place)
        return next(one for one in fresh if one.speaks(sentence.letters)).read(sentence)

    running, claims = text, list[Claim]()
    if "\t" in text or "|" in text or "  " in text:
        from cpstats.claims import text_tables

        running, claims = text_tables.read(text, alone, dated=title is not None)
    for printed in sentences(running, plain(running)):
        sentence, kept = without_notes(printed)
        language = next(one for one in spoken if one.speaks(sentence.letters))
        read = [*language.read(sentence), *unnumbered(sentence, context.place, catalogue)]
        claims += [restored(claim, printed, kept) for claim in read]
    return with_style(told_later(sorted(claims, key=lambda claim: claim.start)))
