"""What an English number is about: the phrase before or behind it, else the one carried on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english import owners
from cpstats.claims.english.enumerated import several
from cpstats.claims.english.growing import by_quarter, growth_named, of_output, who_grows
from cpstats.claims.english.nouns import first_noun, own_noun, ranked_by
from cpstats.claims.english.phrases import phrases, subject_among
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern
from cpstats.model.unit import RATE_UNITS, Unit

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.carried import Carried
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.spot import Spot

_THAT = pattern(r"\bth(?:at|ose) (?P<link>of|in|for|with|by) ", re.IGNORECASE)
_MOVE = r"(?:growth|increase|rise|gain|expansion|jump|surge|decrease|decline|fall|drop|contraction|slump|plunge|dip)"
_MOVE_BEHIND = pattern(
    rf"[- ]*(?:[a-z-]+ ){{0,2}}?{_MOVE} (?:in|of|for) (?P<what>.+)", re.IGNORECASE
)
_OWN_MOVE = pattern(rf"[- ](?P<what>[A-Za-z][\w -]{{1,60}}?) {_MOVE}\b", re.IGNORECASE)
_MOVE_BEFORE = pattern(rf"\b{_MOVE} of [\w ]{{0,20}}$", re.IGNORECASE)
_OF_OTHERS = pattern(r" of (?:the |its |their |our |all |those |these )?[a-z]")
_NOBODY = pattern(
    r"[\W\s]*(?:(?:and|but|while|with|about|around|some|nearly|almost|over|more than|less than|only)[\W\s]+)*"
)
_FORESEEN = pattern(
    r"\b(?:the |a )?(?:median|mean|consensus) (?:estimate|forecast|expectation|projection)s?\b",
    re.IGNORECASE,
)
_OF_THEM = pattern(r" of (?:them|whom|which|these|those)\b")
_MORE = pattern(r" (?:more|fewer|less)\b")
_CONTRIBUTED = pattern(r"\bcontribut\w+ [\w ]{0,16}$", re.IGNORECASE)
_IN = pattern(
    r"(?: ?\([^()]{2,40}\))? (?:worth )?(?:in|of) (?!(?:current|constant|real|nominal|today's|market) |(?:\w+ ){0,2}(?:prices|terms|money))(?P<what>.+)",
    re.IGNORECASE,
)
_OF_VALUE = pattern(r" (?:of|in) (?:value[ -]added|added value)\b")
_MONEY = pattern(r"yuan|dollar|euro|renminbi|RMB|USD|US\$|pound", re.IGNORECASE)
_OWN_AMOUNT = pattern(r"\b(?:its|their|the|an?) $")
_BRACKET = pattern(r" (?:of|in) [^,;.()]{3,40} \(([^()\d]{4,60})\)")
_INDUSTRIES = frozenset(
    name_of(f"{which} {what}")
    for which in ("primary", "secondary", "tertiary", "service", "services")
    for what in ("industry", "sector")
)
_COVERS = pattern(
    r"\b(?:cover(?:s|ing|ed)?|has|with|span(?:s|ning)?) (?:a |an )?(?:total |land |administrative )*area of "
    r"(?:about |around |some |over |nearly )?$",
    re.IGNORECASE,
)
_PER_HEAD = pattern(
    r"\b(?:on a per[- ](?:capita|head|person) basis|in per[- ](?:capita|head|person) terms)\b",
    re.IGNORECASE,
)
_GROUP = pattern(
    r" (?:in|for|among) (?:the )?(?:(?P<urban>urban|cities|towns)|(?P<rural>rural|countryside|villages|farmers))\b",
    re.IGNORECASE,
)
_CONVERTED = pattern(
    r" ?\((?:about |around |or )?[^()]{0,4}\d[^()]{0,40}\) (?:in|of) (?P<what>[^,;.]+)"
)
_FOLLOWS = pattern(r"\W*(?:This|That|It) (?:follow|compare|came after)", re.IGNORECASE)
_ACCOUNTS = pattern(
    r"\b(?:account(?:s|ed|ing)? for|ma[dk]es? up|making up|represent(?:s|ed|ing)?|constitut(?:es|ed|ing)|"
    r"contribut(?:es|ed|ing)|produc(?:es|ed|ing)|generat(?:es|ed|ing))\b(?: (?:about|around|some|nearly|almost|roughly|over|just|more than|less than|an estimated))? *$"
)
_ALONE = pattern(  # nothing but the place: private firms in Beijing account for something else
    r"(?:\W|\b(?:the|also|alone|still|now|then|however|meanwhile|of|province|municipality|city|district|county|region)\b)*",
    re.IGNORECASE,
)
_MOVES = pattern(rf"\b{_MOVE}\b", re.IGNORECASE)
_ITS_SHARE = pattern(r"(?:its|their) share of (?:the )?(?:total )?(?:GDP|economy|output)\b")
_MOST = frozenset(
    ("largest", "biggest", "smallest", "strongest", "weakest", "steepest", "sharpest", "fastest", "slowest")
)  # fmt: skip
_FOR_OTHER = pattern(r" for (?:the )?(?P<what>[a-z][\w' -]{2,40})")
_OF_SOME = pattern(  # the population aged 60 or above: no whole
    r",? (?:aged|ageing|over|under|above|below|between|among|with|without|living|who|whose|that|which|covered|working|employed|engaged|born|using|outside|excluding) [a-z\d]"
)
_TARGET = pattern(r"\b(?:growth (?:target|goal)|target growth rate)\b", re.IGNORECASE)


class Subjects:
    """Finds the subject of a number and hands it on to the next."""

    def __init__(self, names: Lexicon, carried: Carried) -> None:
        self.names = names
        self.carried = carried

    def of(self, head: str, after: str, number: Stretch) -> Subject | None:
        """Return the subject of a number.

        Parameters
        ----------
        head, after : str
            The words before the number (times and places blanked) and behind it.
        number : Stretch
            The number, where it stands in its list, and how long that is.
        """
        carried = self.carried
        if number.listed:
            same = len(carried.heads) == number.count
            return carried.heads[number.listed] if same else carried.subject
        heads = self._several(head, number.count)
        if heads or (number.count > 1 and len(carried.heads) == number.count):
            carried.heads = heads or carried.heads
            carried.subject = carried.heads[0]
            return carried.subject
        if number.status == "not_claim":
            return carried.subject
        if number.against and (carried.last is not None or _FOLLOWS.match(head)):
            return self._compared(head, after, number)
        if _OF_THEM.match(number.after):
            carried.subject = Subject(f"{number.spot.value_text} {number.after.strip()}")
            return carried.subject  # 19 million of them: a part of what stood before
        behind = self._grouped(after) or self._living(head, after, number.spot)
        behind = behind or self._done(head, after, number.spot)
        behind = behind or self._behind(head, after, number.spot)
        carried.behind = behind is not None
        subject = self._per_head(
            self._divided(behind or self._before(head, number.said, number.spot.unit)), number
        )
        if subject is not None:
            carried.subject = subject
            carried.measure = None
        return carried.subject

    def _compared(self, head: str, after: str, number: Stretch) -> Subject | None:
        """Return what a number is about that another one is held against: the same, if nobody says."""
        said = self._of_another(after) or self._before(head, number.said, number.spot.unit)
        if said and said.indicator is None and _FOR_OTHER.match(after):
            return said
        self.carried.subject = said if said and said.indicator else self.carried.subject
        return self.carried.subject

    def _of_another(self, after: str) -> Subject | None:
        """Return whose number one is that is compared with: against 6.1 percent for services."""
        match = _FOR_OTHER.match(after)
        found = self._first(match["what"]) if match else None
        if found is None:
            return None
        what = found.surface
        return found if found.indicator else self.named(name_of(f"{what} industry"), what)

    def remarked(self, rest: str) -> Subject | None:
        """Return the indicator that a bracket behind a number names: (urbanization rate)."""
        match = _BRACKET.match(rest)
        found = self.named(name_of(match[1]), match[1]) if match else None
        if found is None or not found.indicator:
            return None
        self.carried.subject = found
        return found

    def converted(self, head: str, rest: str) -> Subject | None:
        """Return the indicator behind an amount and its conversion: 5 bn yuan (1 bn dollars) in FDI."""
        match = _CONVERTED.match(rest)
        if match is None or any(self.names.english.get(p.name) for p in phrases(head)):
            return None
        first = next((p for p in phrases(match["what"]) if p.name), None)
        found = first and self.named(first.name, match["what"][first.start : first.end])
        if not found or not found.indicator:
            return None
        self.carried.subject = found
        return found

    def portion(self, head: str, after: str, *, several: bool) -> Subject | None:
        """Return what a place accounts for a share of, which stands behind the number.

        It accounted for 3.7 percent of China's GDP, and not of its growth; None where something
        before is what accounts for it. The names of places are blanked; what `several` account for
        together is no figure of one.
        """
        verb = _ACCOUNTS.search(head)
        if verb is None or not _ALONE.fullmatch(head, 0, verb.start()):
            return None
        said = phrases(after)  # of US GDP: the place is blanked, and its of
        first = next(
            (p for p in said if p.name and (p.lead == "of" or not after[: p.start].strip())), None
        )
        if first is None:
            return None
        surface = after[first.start : first.end]
        self.carried.subject = (
            Subject(surface)
            if several or _MOVES.search(surface)
            else self.named(first.name, surface)
        )
        return self.carried.subject

    def pass_by(self, text: str) -> None:
        """Take up the indicator that words without a number speak of."""
        known = [p for p in phrases(text) if self.names.english.get(p.name)]
        if known:
            self.carried.subject = self.named(known[-1].name, text[known[-1].start : known[-1].end])
            self.carried.measure = None

    def named(self, name: str, surface: str) -> Subject:
        """Return a phrase with the indicator it names, if it is the whole of a name: the sharpest fall of GDP too."""
        plain = " ".join(word for word in name.split() if word not in _MOST)
        found = self.names.english.get(name) or self.names.english.get(plain)
        return Subject(surface, found or None)

    def _divided(self, subject: Subject | None) -> Subject | None:
        """Return a bare primary industry unnamed where the text divides investment by industry."""
        last = self.carried.subject
        bare = subject is not None and name_of(subject.surface) in _INDUSTRIES
        divided = last is not None and (
            re.search(r"invest|employ|electric", last.surface, re.IGNORECASE) is not None
            or (last.indicator is None and name_of(last.surface) in _INDUSTRIES)
        )
        return Subject(subject.surface) if subject and bare and divided else subject

    def _per_head(self, subject: Subject | None, number: Stretch) -> Subject | None:
        """Return the figure a head where the words around say so: on a per capita basis, GDP fell."""
        if not _PER_HEAD.search(number.said + number.after):
            return subject
        whole = subject or self.carried.subject
        if whole is None or "capita" in whole.surface or "head" in whole.surface:
            return subject
        return self.named(name_of(f"per capita {whole.surface}"), f"{whole.surface} per capita")

    def _before(self, head: str, said: str, unit: str) -> Subject | None:
        return self._held(head, unit) or self._spoken_of(head, said)

    def _spoken_of(self, head: str, said: str) -> Subject | None:
        head = _FORESEEN.sub(lambda m: " " * len(m.group()), head)
        that = _THAT.search(head)
        last = self.carried.subject
        found = phrases(head)
        if _COVERS.search(head) and {p.name for p in found} <= {"", "area"}:
            return Subject("area", self.names.in_role("area"))
        if that is not None and last is not None:
            part = next(
                (p for p in found if p.end > that.end() and name_of(head[that.end() : p.end])), None
            )
            return self._part(last, head[that.end() : part.end], that["link"]) if part else last
        if _TARGET.search(head) and not any(self.names.english.get(p.name) for p in found):
            return Subject("growth target", self.names.in_role("total_output"))
        best = subject_among(found, head, frozenset(self.names.english))
        begin = best.start - len("per ") * (best.lead == "per") if best else 0
        surface = head[begin : best.end] if best else ""
        name = best.name if best else ""
        growth = None if self.names.english.get(name) else self._growth(said, bare=best is None)
        if last and (name in _MOST or _ITS_SHARE.match(surface)):  # its share of GDP was
            return growth or Subject(surface, last.indicator)  # the largest decline was in Latvia
        if best and _OF_SOME.match(head, best.end) and self._is_of_people(name):
            return Subject(surface)
        if best and not self.names.english.get(name):
            spoken = {self.names.english.get(p.name) for p in found}
            spoken.add(last.indicator if last else None)
            ident = of_output(name, spoken, self.names, head)
            growth = growth or (Subject(surface, ident) if ident else None)
        return growth or (self.named(name, surface) if best else self._grown(head, said))

    def _held(self, head: str, unit: str) -> Subject | None:
        """Return the noun right before, or what a place or its people have: residents had an income of."""
        if noun := own_noun(head):
            return self.named(name_of(noun), noun)
        if what := owners.sector(head):
            every = (name_of(what), name_of(f"{what} industry"))
            name = next(
                (n for n in every if self.names.english.get(n) in self.names.industries), ""
            )
            return Subject(what, self.names.english[name]) if name else None
        if part := owners.part_of(head):
            return self._first(part)
        what = owners.held(head)
        every = (
            name_of(what),
            name_of(f"per capita {what}") if owners.is_a_head(head, unit) else "",
        )
        name = next((name for name in every if self.names.english.get(name)), "")
        return self.named(name, what) if name else None

    def _is_of_people(self, name: str) -> bool:
        """Return whether a name counts people, or is a rate of them, of whom words may pick some."""
        found = self.names.indicators.get(self.names.english.get(name) or "")
        return found is not None and (Unit.of(found.unit).is_people or found.unit in RATE_UNITS)

    def _grown(self, head: str, said: str) -> Subject | None:
        """Return total output for a place that grows itself; places are blanked in the head."""
        who = who_grows(said, head)
        return Subject(who, self.names.in_role("total_output")) if who else None

    def _growth(self, said: str, *, bare: bool) -> Subject | None:
        """Return total output for China's growth, and for growth alone by quarter behind its parts."""
        last = self.carried.subject
        parts = bare and last is not None and last.indicator in self.names.industries
        named = "growth" if parts and by_quarter(said) else growth_named(said)
        return Subject(named, self.names.in_role("total_output")) if named else None

    def _part(self, last: Subject, words: str, link: str) -> Subject:
        """Return “that of the secondary industry” as a part of what the last subject is of."""
        surface = f"{re.split(r' (?:of|in|for) ', last.surface)[0]} {link} {words.strip()}"
        found = self.named(name_of(surface), surface)
        return found if found.indicator else Subject(surface)

    def _behind(self, head: str, after: str, spot: Spot) -> Subject | None:
        """Return the subject behind a number: an increase of 27 percent in …, 5 million visitors."""
        if is_percent(spot.unit.lower()):
            if _OF_OTHERS.match(after) and _NOBODY.fullmatch(head):
                return Subject(after.strip())  # 22.6 percent of its residents are older
            if _CONTRIBUTED.search(head):
                return None
            own = _OWN_MOVE.match(after)
            if own and self.names.english.get(name_of(own["what"])):
                return self.named(name_of(own["what"]), own["what"])
            match = _MOVE_BEHIND.match(after)
            again = self.carried.behind and re.search(r"(?:^|\band|,) *(?:by )?$", head)
            if _MOVE_BEFORE.search(head) or again:
                match = match or _IN.match(after)
        elif spot.kind == "quantity" and _is_amount(spot.unit):
            part = _CONTRIBUTED.search(head) or _ACCOUNTS.search(head)
            alone = part and _ALONE.fullmatch(owners.without_asides(head[: part.start()]))
            match = None if part and not alone else _IN.match(after)
            named = self._first(after) if _OWN_AMOUNT.search(head) else None
            named = self._value_added(head) if _OF_VALUE.match(after) else named
            if named is not None and named.indicator:
                return named  # of its 181 billion yuan GDP; services generated 3 trillion of value added
        elif spot.kind == "quantity" and not _MORE.match(after):
            return self._counted(head, after)
        else:
            match = None
        return self._first(match["what"]) if match else None

    def _value_added(self, head: str) -> Subject | None:
        """Return the industry that makes value added: services generated 3 trillion yuan of it."""
        best = subject_among(phrases(head), head, frozenset(self.names.english))
        what = head[best.start : best.end] if best else ""
        named = self.named(name_of(f"value added of {what}"), what)
        return named if what and named.indicator else None

    def _grouped(self, after: str) -> Subject | None:
        """Return the subject before of one group of people: 54,188 yuan in urban areas."""
        match, last = _GROUP.match(after), self.carried.subject
        if match is None or last is None or last.indicator is None:
            return None
        bare = re.sub(r"\b(?:urban|rural) ", "", last.surface)
        who = "urban" if match["urban"] else "rural"
        return self.named(name_of(f"{who} {bare}"), f"{who} {bare}")

    def _living(self, head: str, after: str, spot: Spot) -> Subject | None:
        """Return the population where a place has people: Guangdong had 127.8 million residents."""
        every = owners.counts_people(head, spot.unit, after)
        return self.named("population", spot.unit) if every else None

    def _done(self, head: str, after: str, spot: Spot) -> Subject | None:
        """Return what a place does: it exported goods worth, ranked fifth by GDP; or where its people live."""
        if spot.kind == "rank":
            return self._first(ranked_by(after))
        if is_percent(spot.unit):
            return (
                self.named("urbanization", "urbanization") if owners.in_towns(head, after) else None
            )
        return self._first(owners.done(head, after) if _is_amount(spot.unit) else "")

    def _first(self, words: str) -> Subject | None:
        """Return the first noun of some words, which no preposition opens."""
        first = next((p for p in phrases(words) if p.name and not p.lead), None)
        return self.named(first.name, words[first.start : first.end]) if first else None

    def _counted(self, head: str, after: str) -> Subject | None:
        """Return what is counted: the noun behind, unless an indicator stands before."""
        before = subject_among(phrases(head), head, frozenset(self.names.english))
        if before is not None and self.names.english.get(before.name):
            return None
        found = phrases(after)
        first = found[0] if found and found[0].name and not found[0].lead else None
        return self.named(first.name, after[first.start : first.end]) if first else None

    def _several(self, head: str, count: int) -> list[Subject]:
        """Return the subjects of a list of numbers: the primary, secondary and tertiary industries."""
        return [
            self.named(name_of(first_noun(name)), first_noun(name)) for name in several(head, count)
        ]


def _is_amount(unit: str) -> bool:
    return _MONEY.search(unit) is not None
