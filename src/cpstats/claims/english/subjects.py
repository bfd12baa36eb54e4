"""What an English number is about: the phrase before or behind it, else the one carried on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english import owners
from cpstats.claims.english.behind import Behind
from cpstats.claims.english.enumerated import several
from cpstats.claims.english.growing import by_quarter, growth_named, of_output, who_grows
from cpstats.claims.english.nouns import first_noun, is_the_branch, own_noun
from cpstats.claims.english.passing import without_asides
from cpstats.claims.english.phrases import beside_last, phrases, subject_among
from cpstats.claims.terms.spelling import MOST, name_of
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from cpstats.claims.english.phrases import Phrase
    from cpstats.claims.english.stretches import Stretch

_THAT = pattern(r"\bth(?:at|ose) (?P<link>of|in|for|with|by) ", re.IGNORECASE)
_OF_THEM = pattern(r" of (?:them|whom|which|these|those)\b")
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
_FOLLOWS = pattern(
    r"\W*(?:This|That|It|The (?:rise|fall|increase|decrease|gain|drop|growth|decline)) (?:follow|compare|came after)",
    re.IGNORECASE,
)
_PAIRS = tuple(pair.split("/") for pair in SECTIONS["english_pairs"])
_GROUP_ALONE = pattern(
    r"(?:the )?(?P<who>urban|rural) (?:residents|households|dwellers|people|ones)", re.IGNORECASE
)
_THEIRS = pattern(
    r"\b(?P<who>urban|rural) (?:residents|households|dwellers|people)\b[^,;]*$", re.IGNORECASE
)
_GROUPS = pattern(r"\b(?:urban|rural)\b(?: (?:residents|households|dwellers)\b'?)?", re.IGNORECASE)
_ITS_SHARE = pattern(r"(?:its|their) share of (?:the )?(?:total )?(?:GDP|economy|output)\b")
_FOR_OTHER = pattern(r" for (?:the )?(?P<what>[a-z][\w' -]{2,40})")
_OF_SOME = pattern(  # the population aged 60 or above: no whole
    r",? (?:aged|ageing|over|under|above|below|between|among|with|without|living|who|whose|(?:that|which)(?! (?:peaked|stood|rose|fell|hit|reached|averaged|grew|declined|dropped|increased|decreased|climbed)\b)|covered|working|employed|engaged|born|using|outside|excluding) [a-z\d]"
)
_OF_AGE = pattern(r"[a-z]+ (?:over|under|above|below|aged) \d\d?\b")  # population over 65
_WITH_PARTNER = pattern(
    r"(?:total |its |their |the )*(?:exports|imports|shipments) (?:to|from)\b", re.IGNORECASE
)
_IN_AREAS = pattern(
    r"\W*In (?:the )?(?P<who>rural|urban) (?:areas|regions|districts|sectors?),?(?= )"
)
_DECIDED = pattern(  # we have reduced the rate to 33 percent: what is set is no figure
    r"\b(?:reduced|cut|raised|lowered|increased|set|kept|adjusted|trimmed|lifted) (?P<what>(?:the|our|this|that|its) (?:[a-z-]+ ){0,2}?(?:rate|levy|tax|duty|fee|threshold|ceiling|ratio|allowance|subsidy|rebate)s?) (?:at|to|by|from) $",
    re.IGNORECASE,
)
_TO_MOVE = pattern(  # to improve our productivity by
    r"\bto (?:improve|raise|increase|boost|lift|cut|reduce|expand|lower|double|grow) (?:the |our |its |their )?(?P<what>[a-z][\w -]{2,40}?) (?:by|to) $"
)
_PARTS_OF_GROWTH = pattern(  # it grew by 16 percent and accounted for 30 percent of the increase
    r" and (?:accounted|accounting|made up|contributed)\b"
)
_RESULTED = pattern(  # exports rose, resulting in a trade surplus of
    r"\b(?:resulting in|leading to|bringing|leaving|citing|taking|pushing|sending|keeping|(?P<fell>(?:decrease|decline|drop|fall|rise|increase) from)) (?:an? |the |its )?(?!it |that |this |them )(?P<what>[a-z][\w' -]{2,40}?) (?:of|to|at) (?:about |around |nearly )?[^\w\s]{0,3}$",
    re.IGNORECASE,
)
_MOVED = pattern(
    r"\b(?:drop|fall|decline|decrease|rise|increase|gain|change|improvement|deterioration|growth|expansion|contraction|reduction) in (?P<what>(?:the |its |their )?[A-Za-z][\w -]{2,50}?) (?:from|by|to) (?:about |around |nearly |some )?$"
)
_HEADS = ("index", "ratio", "median")
_FOR_SOME = pattern(  # for new houses it was 124.8
    r"\W*(?:For|Among|In|for|among|in) (?P<what>[a-z][\w' -]{2,40}?) (?:it|they|the (?:figure|rate|share|number|index|level|ratio)) (?:was|were|is|are|had|rose|fell|stood|came|reached)\b"
)
_AND_GROWTH = pattern(
    r"\b(?:and|with|while|but) (?:economic |real |overall )?growth (?:of|at|was) $"
)
_TARGET = pattern(r"\b(?:growth (?:target|goal)|target growth rate)\b", re.IGNORECASE)


class Subjects(Behind):
    """Finds the subject of a number and hands it on to the next."""

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
        if alone := self._by_itself(head, number):
            carried.subject = alone
            return alone
        if number.against and (carried.last is not None or _FOLLOWS.match(head)):
            return self._compared(head, after, number)
        behind = self.grouped(after) or self.living(head, after, number.spot)
        behind = behind or self.done(head, after, number.spot) or self.did_too(head, number)
        behind = behind or self.behind(head, after, number.spot)
        carried.behind = behind is not None
        subject = self._per_head(
            self._divided(behind or self._before(head, number.said, number.spot.unit, after)),
            number,
        )
        output = carried.subject is not None and carried.subject.indicator == self.names.output
        if subject is None and output and _PARTS_OF_GROWTH.match(after):
            subject = Subject(head.strip())  # a part of it
        if subject is not None:
            carried.subject = subject
            carried.measure = None
        return carried.subject

    def _by_itself(self, head: str, number: Stretch) -> Subject | None:
        """Return what a number is about whatever stood before: a drop in the rate of participation from."""
        if _OF_THEM.match(number.after) and not number.against:
            return Subject(f"{number.spot.value_text} {number.after.strip()}")  # 19 million of them
        moved = _MOVED.search(head)
        return self.first(moved["what"]) if moved else None

    def _compared(self, head: str, after: str, number: Stretch) -> Subject | None:
        """Return what a number is about that another one is held against: the same, if nobody says."""
        said = (
            self.grouped(after)
            or self._of_another(after)
            or self._before(head, number.said, number.spot.unit)
        )
        if said and said.indicator is None and _FOR_OTHER.match(after):
            return said
        self.carried.subject = said if said and said.indicator else self.carried.subject
        return self.carried.subject

    def _of_another(self, after: str) -> Subject | None:
        """Return whose number one is that is compared with: against 6.1 percent for services."""
        match = _FOR_OTHER.match(after)
        found = self.first(match["what"]) if match else None
        if found is None:
            return None
        what = found.surface
        return found if found.indicator else self.named(name_of(f"{what} industry"), what)

    def pass_by(self, text: str) -> None:
        """Take up the indicator that words without a number speak of; what they begin with may be of another name."""
        found = phrases(text)
        known = [p for p in found if self.names.english.get(p.name)]
        for last in (known or [p for p in found[:1] if p.name and p.verb and not p.lead])[-1:]:
            self.carried.subject = self.named(last.name, text[last.start : last.end])
            self.carried.measure = None

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

    def _before(self, head: str, said: str, unit: str, after: str = "") -> Subject | None:
        head = without_asides(head)
        return (
            self._held(head, unit)
            or self._beside_prices(head)
            or self._spoken_of(head, said, after)
        )

    def _beside_prices(self, head: str) -> Subject | None:
        """Return total output for growth alone beside that of prices: inflation of 11.9 percent and growth of."""
        last = self.carried.subject
        prices = last is not None and self._is_the_last("price", last)
        return Subject("growth", self.names.output) if prices and _AND_GROWTH.search(head) else None

    def _spoken_of(self, head: str, said: str, after: str) -> Subject | None:
        that = _THAT.search(head)
        last = self.carried.subject
        found = phrases(head)
        if that is not None and last is not None:
            part = next(
                (p for p in found if p.end > that.end() and name_of(head[that.end() : p.end])), None
            )
            return self._part(last, head[that.end() : part.end], that["link"]) if part else last
        if _TARGET.search(head) and not any(self.names.english.get(p.name) for p in found):
            return Subject("growth target", self.names.output)
        best = subject_among(found, head, frozenset(self.names.english))
        begin = best.start - len("per ") * (best.lead == "per") if best else 0
        surface = head[begin : best.end] if best else ""
        name = best.name if best else ""
        if best and not self.names.english.get(name):
            name, surface = self._longer(best, found, head) or (name, surface)
        growth = None if self.names.english.get(name) else self._growth(said, bare=best is None)
        if name in MOST and last is None:  # all saw a fall in GDP; the largest decrease was in
            known = [p for p in found if self.names.english.get(p.name)]
            last = self.named(known[-1].name, surface) if known else None
        if last and (name in MOST or _ITS_SHARE.match(surface)):  # its share of GDP was
            return growth or Subject(surface, last.indicator)  # the largest decline was in Latvia
        some = best and (_OF_SOME.match(head, best.end) or _OF_AGE.search(head, best.start))
        if best and some and self._is_of_people(name):
            return Subject(surface)
        if best and not self.names.english.get(name):
            spoken = {self.names.english.get(p.name) for p in found}
            spoken.add(last.indicator if last else None)
            ident = of_output(name, spoken, self.names, head, best.end)
            growth = growth or (Subject(surface, ident) if ident else None)
        if best:
            partner = self._is_of_partner(name, last)
            areas = _IN_AREAS.match(head)
            called = name_of(f"{areas['who']} {surface}") if areas else name
            own = Subject(surface) if partner else self.named(called, surface)
            told = partner or areas or own.indicator is not None
            other = None if told else self._other_side(name, surface, last)
            return growth or self._of_group(head, surface, last) or other or own
        inside = self._inside(found, head, last) if last else None
        return growth or self.grouped(head, ahead=True) or inside or self._grown(head, said, after)

    def _inside(self, found: list[Phrase], head: str, last: Subject) -> Subject | None:
        """Return a part of what the last was of: in farming 5 percent, for new houses it was 124.8."""
        some = _FOR_SOME.match(head)
        if some and name_of(some["what"]):
            return self._part(last, some["what"], "for")
        tail = beside_last(found, head)
        return self._part(last, head[tail.start : tail.end], tail.lead) if tail else None

    def _longer(self, best: Phrase, found: list[Phrase], head: str) -> tuple[str, str] | None:
        """Return the name that goes on behind its first phrase: life expectancy at birth."""
        every = (head[best.start : p.end] for p in found if p.start > best.start)
        surface = next((s for s in every if self.names.english.get(name_of(s))), None)
        return (name_of(surface), surface) if surface else None

    def _is_of_partner(self, name: str, last: Subject | None) -> bool:
        """Return whether trade follows that with a partner in its sentence: exports to it rose, imports fell."""
        if last is None or last.indicator or self.carried.last is None:
            return False
        return any(name in pair and _WITH_PARTNER.match(last.surface) for pair in _PAIRS)

    def _is_the_last(self, name: str, last: Subject | None) -> bool:
        """Return whether a word alone is what was spoken of last: the index, prices behind inflation."""
        ident = (last and last.indicator) or ""
        found = self.names.indicators.get(ident)
        if found is None:
            return False
        if name == "price":
            prices = self.names.english.get(name_of("consumer prices")) or ""
            return ident in (prices, self.names.growths.get(prices))
        if name == "turnover":  # behind retail turnover
            return name in name_of(last.surface if last else "").split()
        return name in _HEADS and name in name_of(found.name_en).split()

    def _other_side(self, name: str, surface: str, last: Subject | None) -> Subject | None:
        """Return what is the last, or stands against it: budget revenue rose, and expenditure fell."""
        words = name_of(last.surface).split() if last and last.indicator else []
        if last and (is_the_branch(surface, last.surface) or self._is_the_last(name, last)):
            return Subject(surface, last.indicator)
        for pair in _PAIRS:
            if name in pair and (other := pair[pair[0] == name]) in words:
                whole = " ".join(sorted(name if word == other else word for word in words))
                found = self.named(whole, surface)
                return found if found.indicator else None
        return None

    def _of_group(self, head: str, surface: str, last: Subject | None) -> Subject | None:
        """Return the figure of one group of people: urban residents saw their income; rural residents 40,000 yuan."""
        alone = _GROUP_ALONE.fullmatch(surface)
        if alone and last and last.indicator:
            bare = _GROUPS.sub("", last.surface)
            name = f"{alone['who'].lower()} {bare}"
            return self.named(name_of(name), name)
        theirs = _THEIRS.search(head) if surface.startswith("their ") else None
        name = f"{theirs['who'].lower()} {surface}" if theirs else ""
        return self.named(name_of(name), name) if name else None

    def _held(self, head: str, unit: str) -> Subject | None:
        """Return the noun right before, or what a place or its people have: residents had an income of."""
        if acted := _DECIDED.search(head) or _TO_MOVE.search(head):
            return Subject(acted["what"])
        if noun := self._led_to(head) or own_noun(head):
            return self.named(name_of(noun), noun)
        if what := owners.sector(head):
            return self._industry(what)
        if counted := self._of_place(head):
            return counted
        if part := owners.part_of(head):
            return self.first(part)
        what = owners.held(head) or owners.of_budget(head)
        bare = "GDP" if what == "output" else what  # of a place
        every = (
            name_of(bare),
            name_of(f"per capita {what}") if owners.is_a_head(head, unit) else "",
        )
        name = next((name for name in every if self.names.english.get(name)), "")
        return self.named(name, what) if name else None

    def _led_to(self, head: str) -> str:
        """Return what something led to, or fell from where it is known: resulting in a trade surplus of."""
        led = _RESULTED.search(head)
        known = led and (not led["fell"] or self.names.english.get(name_of(led["what"])))
        return led["what"] if led and known and name_of(led["what"]) else ""

    def _industry(self, what: str) -> Subject | None:
        """Return the industry that has a share of output."""
        every = (name_of(what), name_of(f"{what} industry"))
        name = next((n for n in every if self.names.english.get(n) in self.names.industries), "")
        return Subject(what, self.names.english[name]) if name else None

    def _of_place(self, head: str) -> Subject | None:
        """Return the area that a place covers, or all who live in it."""
        if _COVERS.search(head) and {p.name for p in phrases(head)} <= {"", "area"}:
            return Subject("area", self.names.in_role("area"))
        return self.named("population", "population") if owners.lives(head) else None

    def _is_of_people(self, name: str) -> bool:
        """Return whether a name counts people, or is a rate of them, of whom words may pick some."""
        found = self.names.indicators.get(self.names.english.get(name) or "")
        return found is not None and (
            not found.unit or Unit.of(found.unit).is_people or is_rate(found.unit)
        )

    def _grown(self, head: str, said: str, after: str) -> Subject | None:
        """Return total output for a place that grows itself; places are blanked in the head."""
        who = who_grows(said, head, after)
        return Subject(who, self.names.output) if who else None

    def _growth(self, said: str, *, bare: bool) -> Subject | None:
        """Return total output for China's growth, and for growth alone by quarter behind its parts."""
        last = self.carried.subject
        parts = bare and last is not None and last.indicator in self.names.industries
        named = "growth" if parts and by_quarter(said) else growth_named(said)
        return Subject(named, self.names.output) if named else None

    def _part(self, last: Subject, words: str, link: str) -> Subject:
        """Return “that of the secondary industry” as a part of what the last subject is of."""
        whole = re.split(r" (?:of|in|for) ", last.surface)[0]
        if _GROUPS.search(words):  # that of urban residents behind rural residents' income
            whole = _GROUPS.sub(" ", whole)
        surface = f"{whole} {link} {words.strip()}"
        found = self.named(name_of(surface), surface)
        return found if found.indicator else Subject(surface)

    def _several(self, head: str, count: int) -> list[Subject]:
        """Return the subjects of a list of numbers: the primary, secondary and tertiary industries."""
        return [
            self.named(name_of(first_noun(name)), first_noun(name)) for name in several(head, count)
        ]
