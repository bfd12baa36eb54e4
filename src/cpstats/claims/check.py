"""The answer of `check`: every claim of some texts with its verdict and what that rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.claims.context import Context, context_of, is_named
from cpstats.claims.corrected import corrected
from cpstats.claims.extract import extract
from cpstats.claims.telling.blocks import (
    COLUMNS,
    article,
    blocks,
    recomputed,
    record,
    summary,
    uncompared,
)
from cpstats.claims.telling.interchange import as_check
from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.terms.own_parents import with_parents
from cpstats.claims.terms.verdict import FAULTS
from cpstats.gazetteer.china import parent_of
from cpstats.model.catalogue import OWN
from cpstats.model.report import Later, Report
from cpstats.model.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from cpstats.claims.accepted import Key
    from cpstats.claims.corrected import Correction
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.relation import Relation
    from cpstats.claims.terms.verdict import Judged
    from cpstats.claims.texts import Document
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.report import Block
    from cpstats.selecting.archive import Archive
    from cpstats.store.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How texts are checked: day and place they speak from, and which sources they are themselves."""

    published: date | None = None
    place: str | None = None
    exclude: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    explain: bool = False
    every: bool = False  # whether numbers that were not checked are listed
    corrections: tuple[Correction, ...] = ()
    accepted: Counter[Key] | None = None  # findings that are none any more
    remember: Callable[[bytes], None] | None = None  # is given the findings to be accepted


@dataclass(frozen=True, slots=True)
class Checked:
    """One text with its context and its claims; `itself` are the sources taken for the text."""

    document: Document
    context: Context
    found: tuple[Judged, ...]
    itself: tuple[str, ...] = ()
    uncompared: tuple[Text, ...] = ()  # why comparisons with other years were not checked
    agreed: tuple[Relation, ...] = ()  # numbers that other numbers of the text bear out


def check(documents: Sequence[Document], package: Package, asked: Asked) -> Report:
    """Check every claim of some texts.

    Parameters
    ----------
    documents : sequence of Document
        What `texts.read` made of files.
    package : Package
        The data that claims are held against.
    asked : Asked
        Context and what is wanted of the result.

    Returns
    -------
    Report
        `finding` is whether anything is contradicted or inconsistent, whatever `only` shows.
    """
    catalogue = (package := with_parents(package)).catalogue
    own = package.own_places
    only = own[0] if len(own) == 1 else None
    read = [_read(document, catalogue, asked, only) for document in documents]
    archive = _archive(package, [c for _, _, claims in read for c in claims], documents)
    checked = [
        _judged(document, context, claims, catalogue, archive, asked.exclude)
        for document, context, claims in read
    ]
    checked, notes = _accepted(checked, asked)
    shown = [_only(c, asked.only) for c in checked]
    listed = asked.every or bool(asked.only)
    figures = tuple(e.figure for c in shown for j in c.found for e in j.evidence)
    used = archive.every if archive is not None else None
    agreed = [(c.document, c.agreed) for c in checked]

    def tables() -> tuple[Block, ...]:
        inside = recomputed(agreed) if asked.every else None
        found = [(c.document, c.found) for c in shown]
        made = blocks(found, explain=asked.explain, every=listed)
        return (*made, *([inside] if inside is not None else []))

    return Report(
        Text("Check", "核对"),
        figures=figures if asked.explain else (),
        blocks=Later(tables),
        records=Later(lambda: [record(c.document, j) for c in shown for j in c.found]),
        subtitle=joined([_context_said(c, catalogue) for c in checked], en="; ", zh="；"),
        notes=(
            *_itself_said(checked, catalogue),
            *notes,
            *summary([c.found for c in checked]),
            *uncompared([why for c in checked for why in c.uncompared]),
            *_agreed_said(sum(len(some) for _, some in agreed)),
        ),
        sources=used.sources_of(figures) if used is not None else (),
        names=_names(figures, catalogue),
        finding=any(j.verdict in FAULTS for c in checked for j in c.found),
        columns=COLUMNS,
        documents=Later(
            lambda: [
                as_check(c.found, c.document, published=c.context.published, place=c.context.place)
                for c in shown
            ]
        ),
        articles=Later(lambda: [article(c.document, c.found) for c in shown]),
        catalogue=catalogue,
    )


def _agreed_said(count: int) -> list[Text]:
    """Return how many recomputations inside the texts agree."""
    if not count:
        return []
    said = (
        "recomputations inside the text agree"
        if count > 1
        else "recomputation inside the text agrees"
    )
    return [Text(f"{count} {said} (--all).", f"文内复算相符{count}处（--all）。")]


Read = tuple["Document", Context, "tuple[Claim, ...]"]


def _read(document: Document, catalogue: Catalogue, asked: Asked, only: str | None) -> Read:
    text = document.text
    context = context_of(
        text, catalogue=catalogue, published=asked.published, place=asked.place, only=only
    )
    if document.claims is not None:
        return document, Context(asked.published, asked.place, "given", "given"), document.claims
    claims = extract(text, catalogue=catalogue, context=context)
    return document, context, corrected(document, claims, asked.corrections)


def _accepted(checked: list[Checked], asked: Asked) -> tuple[list[Checked], list[Text]]:
    """Return the texts without the findings that were accepted, and how many those were."""
    if asked.remember is None and asked.accepted is None:
        return checked, []
    from cpstats.claims import accepted as accepting

    if asked.remember is not None:
        found = [j for c in checked for j in c.found]
        asked.remember(accepting.written(found))
        accepted = accepting.read("", accepting.written(found).decode())
    else:
        accepted = Counter(asked.accepted)
    before = accepted.total()
    left = [replace(c, found=accepting.without(c.found, accepted)) for c in checked]
    count = before - accepted.total()
    if not count:
        return left, []
    said = Text(
        f"{count} finding{'s' if count > 1 else ''} accepted earlier, left out",
        f"{count}处为先前已接受的结论，未列出",
    )
    return left, [said]


def _archive(
    package: Package, claims: Collection[Claim], documents: Sequence[Document]
) -> Archive | None:
    """Return what the data say about the indicators and places of some claims, None for none.

    The places above them, and those that the texts name, are read too: a number may be theirs.
    """
    catalogue = package.catalogue
    every = {
        i
        for c in claims
        for i in (c.indicator, c.ranked, c.over, c.compared and c.compared.indicator)
    }
    named = {i for i in every if i and i in catalogue.indicators}
    areas = {a for c in claims for a in (c.place, c.benchmark) if a and a in catalogue.places}
    if not named or not areas:
        return None
    from cpstats.claims.judging.neighbours import own_columns
    from cpstats.model.question import Question
    from cpstats.selecting.archive import Archive

    named |= {other for i in named for other in lexicon(catalogue).namesakes.get(i, ())}
    named |= {way for i in named for way in lexicon(catalogue).families.of(i)}
    named |= {column for i in named if (column := lexicon(catalogue).growths.get(i))}
    named |= {column for i in named for column in own_columns(i, catalogue, any_unit=True)}
    wholes = {catalogue.parts[i].whole for i in named if i in catalogue.parts}
    parents = {catalogue.places[a].parent or parent_of(a) or "" for a in areas} - {""}
    siblings = {child for parent in parents for child in catalogue.children(parent)}
    ranked = any(c.measure in ("rank", "growth_rank") for c in claims)
    above = {code for area in areas for code in catalogue.above(area)}
    beside = {p.ref_area for p in catalogue.places.values() if is_named(p, documents)}
    if any(catalogue.indicators[i].theme == OWN for i in named):  # may be another place's figure
        above_them = {catalogue.places[a].parent for a in areas}
        beside |= {p.ref_area for p in catalogue.places.values() if p.parent in above_them}
    places = areas | above | beside | (siblings if ranked else set())
    output = catalogue.in_role("total_output")
    indicators = tuple(i for i in catalogue.indicators if i in named | wholes | {output})
    return Archive.of(
        package,
        Question(indicators=indicators, places=tuple(p for p in catalogue.places if p in places)),
    )


def _judged(
    document: Document,
    context: Context,
    claims: Sequence[Claim],
    catalogue: Catalogue,
    archive: Archive | None,
    exclude: tuple[str, ...],
) -> Checked:
    bare = [claim for claim in claims if claim.is_unnumbered]
    claims = [claim for claim in claims if not claim.is_unnumbered] if bare else claims
    if not claims and not (bare and archive):
        return Checked(document, context, ())
    if archive is None:
        from cpstats.claims.telling.wording import no_data

        plain = [no_data(claim, catalogue) for claim in claims]
        made, agreed = _inside(plain, catalogue)
        return Checked(document, context, tuple(made), agreed=agreed)
    from cpstats.claims.judging.bench import Bench, newest_of, paragraphs_of, sentences_of
    from cpstats.claims.judging.borne_out import only_borne_out
    from cpstats.claims.judging.columns_meant import in_its_way
    from cpstats.claims.judging.comparisons import with_comparisons
    from cpstats.claims.judging.excuses import abroad_of, zone_of
    from cpstats.claims.judging.joint import with_gaps
    from cpstats.claims.judging.judge import judge
    from cpstats.claims.judging.periods_meant import at_its_end, in_periods_meant
    from cpstats.claims.judging.said import perhaps_named
    from cpstats.claims.judging.settled import with_settled_fields
    from cpstats.claims.judging.statements import without_strangers
    from cpstats.claims.judging.two_bases import without_other_basis
    from cpstats.claims.judging.whose import of_its_column, of_its_place

    namesakes = lexicon(catalogue).namesakes
    if namesakes:
        claims = [of_its_place(claim, namesakes, archive) for claim in claims]
    growths = lexicon(catalogue).growths
    if growths:
        claims = [of_its_column(claim, growths, archive) for claim in claims]
    if (ways := lexicon(catalogue).families).members:
        claims = [in_its_way(claim, ways, catalogue, archive) for claim in claims]
    claims = [
        at_its_end(in_periods_meant(claim, catalogue), catalogue, archive) for claim in claims
    ]
    sameday = _same_day(context, catalogue, archive)
    itself = (*exclude, *(s for s in _itself(document, sameday, catalogue) if s not in exclude))
    bench = Bench(
        catalogue,
        archive.without(itself),
        archive,
        itself,
        context.published,
        zone_of(document.text, catalogue),
        context.place,
        abroad_of(document.text),
        frozenset(sameday),
        newest_of(claims),
        sentences_of(claims),
        paragraphs_of(claims),
        perhaps_named(document.text, catalogue) if ways.members else frozenset(),
    )
    found = with_gaps([judge(claim, bench) for claim in claims], bench)
    found = only_borne_out(without_strangers(with_settled_fields(found, bench)))
    found = without_other_basis(found, document.text, catalogue)
    found, left = with_comparisons(found, bench)
    made, agreed = _inside(found, catalogue)
    if bare:
        from cpstats.claims.judging.unnumbered import judge_unnumbered

        bare = [of_its_column(of_its_place(c, namesakes, archive), growths, archive) for c in bare]
        beside, open_ = judge_unnumbered(bare, bench)
        made, left = sorted([*made, *beside], key=lambda j: j.claim.start), [*left, *open_]
    return Checked(document, context, tuple(made), itself, tuple(left), agreed)


def _inside(
    found: Sequence[Judged], catalogue: Catalogue
) -> tuple[Sequence[Judged], tuple[Relation, ...]]:
    """Hold the numbers of a text against one another, if it has several."""
    if len(found) < _SEVERAL:
        return found, ()
    from cpstats.claims.judging.inconsistent import with_clashes

    return with_clashes(found, catalogue)


_SEVERAL = 2


def _same_day(context: Context, catalogue: Catalogue, archive: Archive) -> tuple[str, ...]:
    """Return the sources about the text's place that appeared on its very day: it may be the text."""
    if context.published is None:
        return ()
    day = context.published.isoformat()
    known = archive.every.sources_on(context.place) if context.place else frozenset()
    return tuple(
        s.source for s in catalogue.sources.values() if s.published == day and s.source in known
    )


def _itself(document: Document, sameday: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the sources of the same day whose title the text bears: a text never confirms itself."""
    top = _letters(document.text[:_TITLED])
    titles = {source: _letters(catalogue.sources[source].title) for source in sameday}
    return tuple(source for source, title in titles.items() if title and title in top)


_TITLED = 500  # signs at the beginning of a text in which its title stands


def _letters(text: str) -> str:
    """Return the letters and digits of a text: marks and spaces differ from print to print."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _only(checked: Checked, only: tuple[str, ...]) -> Checked:
    if not only:
        return checked
    return replace(checked, found=tuple(j for j in checked.found if j.verdict in only))


def _names(figures: Sequence[Figure], catalogue: Catalogue) -> dict[str, Text]:
    if not figures:
        return {}
    from cpstats.answers.notes import names_of

    return names_of(figures, catalogue)


_FROM = {
    "given": Text("given", "给定"),
    "text": Text("from the text", "取自原文"),
    "table": Text("the only one of the table", "表中唯一地区"),
}


def _context_said(checked: Checked, catalogue: Catalogue) -> Text:
    """Return whence the text speaks, as it was understood."""
    context = checked.context
    day, code = context.published, context.place
    when = Text("day of publication not known (--published)", "发布日期未知（--published）")
    if day is not None:
        how = _FROM[context.published_from or "given"]
        when = Text(f"published {day} ({how.en})", f"{day}发布（{how.zh}）")
    where = Text("place not known (--place)", "地区未知（--place）")
    if code is not None:
        from cpstats.claims.terms.divisions import name_of

        name = catalogue.places[code].name if code in catalogue.places else same(name_of(code))
        how = _FROM[context.place_from or "given"]
        where = Text(f"place {name.en} ({how.en})", f"地区{name.zh}（{how.zh}）")
    head = same(f"{checked.document.name}: ")
    return head + when + Text(", ", "，") + where


def _itself_said(checked: Sequence[Checked], catalogue: Catalogue) -> list[Text]:
    """Return which sources were left out, for a text is never confirmed by itself."""
    notes = []
    for one in checked:
        for source in one.itself:
            title = catalogue.sources[source].title if source in catalogue.sources else source
            notes.append(
                Text(
                    f"left out, for a text is never confirmed by itself: {source} ({title})",
                    f"未采用（文章不能自证）：{source}（{title}）",
                )
            )
    return list(dict.fromkeys(notes))
