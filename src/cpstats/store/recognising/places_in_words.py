"""Places in the words of labels that no sign divides: 北京产值, GDP of Norway, Chile exports (t)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.place_names import is_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HAN = pattern(r"[\u4e00-\u9fff]")
LONGEST = 9  # letters of a Chinese name, words of another
BRACKET = pattern(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])$")
OF = ("of", "in", "for", "de", "del", "du", "do", "da", "di", "von", "für", "en")
# with whom, from where: no place of the figures; and what goes on
WITH = (
    *(
        "from",
        "to",
        "with",
        "by",
        "vs",
        "versus",
        "and",
        "against",
        "per",
        "between",
        "than",
        "on",
        "within",
        "outside",
    ),
    *(
        "nach",
        "aus",
        "mit",
        "und",
        "desde",
        "hacia",
        "a",
        "con",
        "y",
        "vers",
        "avec",
        "et",
        "para",
        "com",
        "e",
        "the",
    ),
)
FEWEST = 2  # places that one thing is said of
MOST = 0.6  # of the labels


def parted_by_words(labels: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return place and rest of each label that begins or ends with a known place, where others have the same rest.

    >>> parted_by_words(["北京产值(亿元)", "上海产值(亿元)"])["上海产值(亿元)"]
    ('上海', '产值(亿元)')
    >>> parted_by_words(["GDP of Norway (EUR)", "GDP of Chile (EUR)", "Rate"])["GDP of Chile (EUR)"]
    ('Chile', 'GDP (EUR)')
    >>> parted_by_words(["Imports from Norway", "Imports from Chile"]), parted_by_words(["Norway", "Chile"])
    ({}, {})
    """
    found = {label: part for label in labels if (part := _place_and_rest(label))}
    places: dict[str, set[str]] = defaultdict(set)
    for place, rest in found.values():
        places[rest].add(place)
    apart = {label: part for label, part in found.items() if len(places[part[1]]) >= FEWEST}
    return apart if len(apart) == len(found) >= MOST * len(labels) else {}


def only_place(labels: Sequence[str]) -> str:
    """Return the one known place with which all labels, two or more, begin or end; empty where there is none.

    >>> only_place(["中国出生人口", "中国死亡人口"]), only_place(["Area of Norway", "Norway output"]), only_place(["Tea", "Area of Norway"])
    ('中国', 'Norway', '')
    """
    found = {part[0] if (part := _place_and_rest(label)) else "" for label in {*labels}}
    return found.pop() if len(found) == 1 < len({*labels}) else ""


def _place_and_rest(label: str) -> tuple[str, str] | None:
    """Return the known place at one end of a label and the rest; None where there is none, or one at either end."""
    bracket = BRACKET.search(label)
    head, unit = (label[: bracket.start()], label[bracket.start() :]) if bracket else (label, "")
    found = [*(_of_chinese(head) if HAN.search(head) else _of_words(head.split()))]
    if len(found) != 1:
        return None
    place, rest = found[0]
    return place, rest + unit


def _of_chinese(head: str) -> Iterator[tuple[str, str]]:
    for end in range(min(LONGEST, len(head) - 1), 1, -1):
        if is_place(head[:end]):
            yield head[:end], head[end:].removeprefix("的").strip("_- ")
            return


def _of_words(words: list[str]) -> Iterator[tuple[str, str]]:
    for many in range(min(LONGEST, len(words) - 1), 0, -1):
        first = " ".join(words[:many]).removesuffix("'s").removesuffix("’s")
        if _is_named(first) and words[many].casefold() not in (*OF, *WITH):
            yield first, " ".join(words[many:])
            break
    for many in range(min(LONGEST, len(words) - 1), 0, -1):
        last, before = " ".join(words[-many:]), words[:-many]
        joined = before[-1].casefold() in OF
        before = before[:-1] if joined else before
        if _is_named(last) and before and before[-1].casefold().strip(",;:-") not in WITH:
            yield last, " ".join(before).strip(" ,")
            break


def _is_named(text: str) -> bool:
    return text[:1].isupper() and is_place(text)
