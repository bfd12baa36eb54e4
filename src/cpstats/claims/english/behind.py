"""What an English number is about where the words behind it say so: 5 percent growth in exports, 5 billion yuan of GDP."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english import owners
from cpstats.claims.english.nouns import ranked_by
from cpstats.claims.english.phrases import phrases, subject_among
from cpstats.claims.english.shells import unshelled
from cpstats.claims.terms.families import initials_of, thing_of
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.carried import Carried
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.spot import Spot

_MOVE = r"(?:growth|increase|rise|gain|expansion|jump|surge|decrease|decline|fall|drop|contraction|slump|plunge|dip|slip|slide|rebound|pick-?up|uptick|tumble|slowdown|advance)"
_ELSE = pattern(
    r"\bgross national (?:product|income)\b|\bG(?:NP|NI)\b|\bcontributions? (?:to|of)\b|\beconomies\b",
    re.IGNORECASE,
)
_TOTAL = pattern(r"(?:[a-z]+ )?total trade\b", re.IGNORECASE)
_ALL_TRADE = name_of("foreign trade")
_POINTS_OF = pattern(r" of (?P<what>(?:[a-z]+ ){0,2}(?:GDP|gross domestic product|output))\b")
_MOVE_BEHIND = pattern(
    rf"[- ]*(?:[a-z-]+ ){{0,2}}?{_MOVE} (?:rate )?(?:in|of|for) (?P<what>.+)", re.IGNORECASE
)
_OWN_MOVE = pattern(
    rf"[- ](?P<what>(?:(?!(?:of|for|in|to|than|from|by|and)\b)[A-Za-z][\w-]*){{1}}(?: (?!(?:of|for|in|to|than|from|by|and)\b)[A-Za-z][\w-]*){{0,5}}?) {_MOVE}\b",
    re.IGNORECASE,
)
_MOVE_OPENS = pattern(
    rf"\b{_MOVE} of (?:about |around |nearly |some |just |only )*$", re.IGNORECASE
)
_MOVE_BEFORE = pattern(rf"\b{_MOVE} of [\w ]{{0,20}}$", re.IGNORECASE)
_OF_OTHERS = pattern(r" of (?:the |its |their |our |all |those |these )?[a-z]")
_NOBODY = pattern(
    r"[\W\s]*(?:(?:and|but|while|with|about|around|some|nearly|almost|over|more than|less than|only)[\W\s]+)*"
)
_TAKES = pattern(
    r"\b(?:collected|took in|raised|received) (?:about |around |nearly |some |just )*$"
)  # in taxes
_MORE = pattern(r" (?:more|fewer|less)\b")
_CONTRIBUTED = pattern(r"\bcontribut\w+ [\w ]{0,16}$", re.IGNORECASE)
_IN = pattern(
    r"(?: ?\([^()]{2,40}\))? (?:worth )?(?:in|of) (?!(?:current|constant|real|nominal|today's|market) |(?:\w+ ){0,2}(?:prices|terms|money))(?P<what>.+)",
    re.IGNORECASE,
)
_OF_VALUE = pattern(r" (?:of|in) (?:value[ -]added|added value)\b")
_MONEY = pattern(r"yuan|dollar|euro|renminbi|RMB|USD|US\$|pound", re.IGNORECASE)
_INFLATION = pattern(r" inflation\b(?! (?:target|goal|forecast))")
_DETERMINED = pattern(
    r"(?:^|[^\w,])(?:the|an?|its|this|their) (?:record |current |overall |latest )?$", re.IGNORECASE
)
_OWN_AMOUNT = pattern(r"\b(?:its|their|the|an?) $")
_BRACKET = pattern(r" (?:of|in) [^,;.()]{3,40} \(([^()\d]{4,60})\)")
_GROUP = pattern(
    r" (?:in|for|among) (?:(?:the|their) )?(?:(?P<urban>urban|cities|towns)|(?P<rural>rural|countryside|villages|farmers))\b",
    re.IGNORECASE,
)
_CONVERTED = pattern(
    r" ?\((?:about |around |or )?[^()]{0,4}\d[^()]{0,40}\) (?:in|of) (?P<what>[^,;.]+)"
)
_IN_GROWTH = pattern(r" in (?:terms of )?(?P<what>[A-Za-z][\w ]{1,40}? growth)\b")
_ACCOUNTS = pattern(
    r"\b(?:account(?:s|ed|ing)? for|ma[dk]es? up|making up|represent(?:s|ed|ing)?|constitut(?:es|ed|ing)|"
    r"contribut(?:es|ed|ing)|produc(?:es|ed|ing)|generat(?:es|ed|ing))\b(?: (?:about|around|some|nearly|almost|roughly|over|just|more than|less than|an estimated))? *$"
)
_HOLDS = pattern(
    r"\b(?:has|had|holds|held|takes|took)\b(?: (?:about|around|some|nearly|almost|roughly|over|just|only))? *$"
)
_CAME_FROM = pattern(  # 15 percent of GDP came from the secondary sector
    r" of [\w' ]{3,40}? (?:came|comes|stemmed|derived|was generated|was produced) (?:from|by|in) (?:the )?(?P<what>[a-z][\w -]{2,40})"
)
_FEWER = pattern(r" (?:less|more|fewer) (?P<what>(?!than\b)[a-z][a-z ]{3,40}?) (?:than|was|were)\b")
_TOOK_TO = pattern(  # growth of 5 percent took GDP to
    r" (?:took|brought|lifted|pushed|carried|raised|sent) (?:the |its )?\s*(?P<what>[A-Za-z][\w' -]{2,40}?) (?:up |down )?to\b"
)
_ALONE = pattern(  # nothing but the place: private firms in Beijing account for something else
    r"(?:\W|\b(?:the|also|alone|still|now|then|however|meanwhile|of|province|municipality|city|district|county|region)\b)*",
    re.IGNORECASE,
)
_PER = pattern(
    r" (?P<what>[a-z]+(?: [a-z]+)?) (?:per|for every) (?P<many>(?:1,000|10,000|100,000|thousand|million)(?: (?!in\b|for\b|and\b)[a-z]+){0,2})"
)
_PER_MANY = pattern(
    r"\b(?:per|for every) (?P<many>(?:1,000|10,000|100,000|thousand|million)(?: [a-z]+){0,3})"
)
_MOVES = pattern(rf"\b{_MOVE}\b", re.IGNORECASE)


class Behind:
    """Finds the subject of a number in the words behind it, and names phrases."""

    def __init__(self, names: Lexicon, carried: Carried) -> None:
        self.names = names
        self.carried = carried

    def named(self, name: str, surface: str) -> Subject:
        """Return a phrase with the indicator it names, if it is the whole of a name."""
        whole = _ALL_TRADE if name == "trade" and _TOTAL.match(surface) else name
        found = self.names.english.get(whole)
        if found == self.names.output and _ELSE.search(surface):
            found = None  # what a nation's people earn is not what is made in it
        found = found or self._in_other_words(surface)
        if found is None and (bare := unshelled(surface)):
            found = self.names.english.get(name_of(bare))
        return Subject(surface, found)

    def _in_other_words(self, surface: str) -> str | None:
        """Return what a phrase names that says how it is measured, or in full: chain volume GSP, Gross National Product."""
        known = self.names.families.members
        if not known:
            return None
        thing, each = thing_of(surface)
        named = self.names.english.get(thing)
        if each:
            return self.names.families.for_each(named, self.names.indicators)
        short = name_of(initials_of(surface)) if surface.istitle() else ""
        own = self.names.english.get(short) if short else None
        return next((i for i in (named, own) if i and self.names.families.of(i)), None)

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
        every = (self.first(match["what"]), self.first(match["what"].split(" in ")[0]))
        found = next((one for one in every if one and one.indicator), None)
        if found is None:
            return None
        self.carried.subject = found
        return found

    def portion(self, head: str, after: str, *, several: bool) -> Subject | None:
        """Return what a place accounts for a share of, which stands behind the number.

        It accounted for 3.7 percent of China's GDP, and not of its growth; None where something
        before is what accounts for it. The names of places are blanked; what `several` account for
        together is no figure of one.
        """
        verb = _ACCOUNTS.search(head) or _HOLDS.search(head)
        if verb is None or not _ALONE.fullmatch(head, 0, verb.start()):
            return None
        last = self.carried.subject
        if head.startswith(",") and self.carried.last and last and not last.indicator:
            return None  # domestic demand grew 3 percent, accounting for 98 percent of GDP
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

    def behind(self, head: str, after: str, spot: Spot) -> Subject | None:
        """Return the subject behind a number: an increase of 27 percent in …, 5 million visitors."""
        if is_percent(spot.unit.lower()):
            return self._behind_rate(head, after)
        if of_output := _POINTS_OF.match(after) if "point" in spot.unit else None:
            return Subject(of_output["what"])  # something else rose by 0.8 points of GDP
        if spot.kind == "quantity" and _is_amount(spot.unit):
            return self._behind_amount(head, after)
        if spot.unit.endswith("points") and (inside := _IN_GROWTH.match(after)):
            return self.first(inside["what"])  # trailed the nation by 2 points in GDP growth
        counts = spot.kind == "quantity" and not _MORE.match(after)
        return self._counted(head, after) if counts else None

    def _behind_rate(self, head: str, after: str) -> Subject | None:
        """Return what a rate is of: 5 percent growth in exports; 15 percent of GDP came from services."""
        grown = _TOOK_TO.match(after) if _MOVE_OPENS.search(head) else None
        if told := _CAME_FROM.match(after) or grown:
            return self.first(told["what"])
        if _OF_OTHERS.match(after) and _NOBODY.fullmatch(head):
            return Subject(after.strip())  # 22.6 percent of its residents are older
        if _CONTRIBUTED.search(head):
            return None
        if fewer := _FEWER.match(after):  # 0.9 percent less exports of services than
            return self.first(fewer["what"])
        if led := self._right_behind(head, after):
            return led
        match = _MOVE_BEHIND.match(after)
        again = self.carried.behind and re.search(r"(?:^|\band|,) *(?:by )?$", head)
        if _MOVE_BEFORE.search(head) or again:
            match = match or _IN.match(after)
        return self.first(match["what"]) if match else None

    def _right_behind(self, head: str, after: str) -> Subject | None:
        """Return what is named right behind a rate: 3 percent inflation, the 4 percent unemployment rate, 2 percent GDP growth."""
        if _INFLATION.match(after):
            return self.named(name_of("inflation"), "inflation")
        led = self.first(after) if _DETERMINED.search(head) else None
        if led is not None and led.indicator:
            return led
        own = _OWN_MOVE.match(after)
        known = own and self.names.english.get(name_of(own["what"]))
        return self.named(name_of(own["what"]), own["what"]) if own and known else None

    def _behind_amount(self, head: str, after: str) -> Subject | None:
        """Return what an amount is of: its 181 billion yuan GDP, 5 billion in exports, collected 3 in taxes."""
        part = _CONTRIBUTED.search(head) or _ACCOUNTS.search(head)
        alone = part and _ALONE.fullmatch(owners.without_asides(head[: part.start()]))
        match = None if part and not alone else _IN.match(after)
        named = self.first(after) if _OWN_AMOUNT.search(head) else None
        named = self._value_added(head) if _OF_VALUE.match(after) else named
        if named is not None and named.indicator:
            return named
        found = self.first(match["what"]) if match else None
        if found is None or found.indicator or not _TAKES.search(head):
            return found
        paid = self.named(name_of(f"{found.surface} revenue"), found.surface)
        return paid if paid.indicator else found

    def _value_added(self, head: str) -> Subject | None:
        """Return the industry that makes value added: services generated 3 trillion yuan of it."""
        best = subject_among(phrases(head), head, frozenset(self.names.english))
        what = head[best.start : best.end] if best else ""
        named = self.named(name_of(f"value added of {what}"), what)
        return named if what and named.indicator else None

    def grouped(self, after: str, *, ahead: bool = False) -> Subject | None:
        """Return the subject before of one group of people: 54,188 yuan in urban areas.

        `ahead` is whether the words stand before the number: for their urban counterparts it was.
        """
        match = _GROUP.search(after) if ahead else _GROUP.match(after)
        last = self.carried.subject
        if match is None or last is None or last.indicator is None:
            return None
        bare = re.sub(r"\b(?:urban|rural) ", "", last.surface)
        who = "urban" if match["urban"] else "rural"
        every = (f"{who} {bare}", f"{who} {bare} per capita")
        known = (name for name in every if self.names.english.get(name_of(name)))
        name = next(known, every[0])
        return self.named(name_of(name), name)

    def living(self, head: str, after: str, spot: Spot) -> Subject | None:
        """Return the population where a place has people: Guangdong had 127.8 million residents."""
        every = owners.counts_people(head, spot.unit, after)
        return self.named("population", spot.unit) if every else None

    def done(self, head: str, after: str, spot: Spot) -> Subject | None:
        """Return what a place does: it exported goods worth, ranked fifth by GDP; or where its people live."""
        if spot.kind == "rank":
            return self.first(ranked_by(after))
        if is_percent(spot.unit):
            return (
                self.named("urbanization", "urbanization") if owners.in_towns(head, after) else None
            )
        return self.first(owners.done(head, after) if _is_amount(spot.unit) else "")

    def did_too(self, head: str, number: Stretch) -> Subject | None:
        """Return what those of the last number did besides: and spent 30,000 yuan."""
        did, last = owners.did_too(head), self.carried.subject
        if not did or last is None or not _is_amount(number.spot.unit):
            return None
        a_head = did == "spent" and "capita" in name_of(f"of {last.surface}")
        return self.named(name_of("spending per capita"), did) if a_head else Subject(did)

    def first(self, words: str) -> Subject | None:
        """Return the first noun of some words, which no preposition opens."""
        first = next((p for p in phrases(words) if p.name and not p.lead), None)
        return self.named(first.name, words[first.start : first.end]) if first else None

    def _last_per(self, per: re.Match[str]) -> Subject | None:
        """Return the last subject where it is counted for each as many: its rate to 30.2 deaths per 1,000 live births."""
        last = self.carried.subject
        ident = (last and last.indicator) or ""
        bare = self.names.is_bare(ident)
        many = _PER_MANY.search(self.names.indicators[ident].name_en) if bare else None
        if last is None or many is None:
            return None
        whole, said = many["many"], per["many"].strip()
        return Subject(last.surface, last.indicator) if whole.startswith(said) else None

    def _counted(self, head: str, after: str) -> Subject | None:
        """Return what is counted: the noun behind, unless an indicator stands before."""
        before = subject_among(phrases(head), head, frozenset(self.names.english))
        if per := _PER.match(after):  # 9.7 births per 1,000 population
            many = self._last_per(per) or self.named(name_of(per["what"]), per["what"])
            return (
                Subject(many.surface) if before and before.name not in self.names.english else many
            )
        if before is not None and self.names.english.get(before.name):
            return None
        found = phrases(after)
        first = found[0] if found and found[0].name and not found[0].lead else None
        return self.named(first.name, after[first.start : first.end]) if first else None


def _is_amount(unit: str) -> bool:
    return _MONEY.search(unit) is not None
