"""Lines above a table that say more than its title: of whom its figures are, and that they are a rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.classes import is_age, is_class
from cpstats.store.recognising.doubts import is_rate
from cpstats.store.recognising.growth_words import says_only_growth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 60  # signs of a line that names one thing
OF_NOBODY = frozenset(  # classes that tell nobody from others, or are units
    (
        *(
            "both sexes",
            "ambos sexos",
            "ambos os sexos",
            "begge kjønn",
            "mehed ja naised",
            "男女計",
        ),
        *(
            "total",
            "totals",
            "totale",
            "totaal",
            "totalt",
            "toplam",
            "jumlah",
            "insgesamt",
            "zusammen",
        ),
        *("ogółem", "celkem", "spolu", "összesen", "yhteensä", "всего", "итого", "усього", "общо"),
        *(
            "all ages",
            "all persons",
            "total population",
            "总计",
            "總計",
            "合计",
            "合計",
            "计",
            "計",
            "계",
        ),
        *("number", "numbers", "anzahl", "nombre", "effectif", "effectifs", "número", "index"),
        *(
            "indices",
            "indeks",
            "índice",
            "indice",
            "percent",
            "per cent",
            "percentage",
            "rate",
            "rates",
        ),
        *("mean", "means", "median", "medians", "average", "averages", "avg", "ensemble", "i alt"),
    )
)


def with_more(title: str, lines: Iterable[Sequence[str]]) -> str:
    """Return a title with what the other lines say more, of which each list has some.

    >>> with_more("Hut dwellers", [["Hut dwellers", "Quarterly"], ["Women"]]), with_more("", [["Women"]])
    ('Hut dwellers, Women', '')
    """
    others = [text for some in lines for text in some]
    return ", ".join((title, *more_of_title(title, others))) if title else ""


def more_of_title(title: str, lines: Iterable[str]) -> list[str]:
    """Return the lines that go with a title: those of a part, and the first that names a rate where it names none.

    >>> more_of_title("Hut dwellers by town", ["Both sexes", "Women", "Total", "Quarterly"])
    ['Women']
    >>> more_of_title("Huts and their owners", ["Vacancy rate", "Fire rate"]), more_of_title("Birth rate", ["Vacancy rate"])
    (['Vacancy rate'], [])
    >>> more_of_title("Hut dwellers, women", ["Women"]), more_of_title("Hut dwellers", ["Men", "Women"])
    ([], [])
    """
    said = title.casefold()
    others = [t for t in dict.fromkeys(lines) if len(t) < LONGEST and t.casefold() not in said]
    parts = [t for t in others if _is_part(t)]
    named = [t for t in others if is_rate(t, "level", "") and not says_only_growth(t)]
    rates = [] if is_rate(title, "level", "") else named
    return [*(parts if len(parts) == 1 else []), *rates[:1]]


def _is_part(text: str) -> bool:
    return text.strip().casefold() not in OF_NOBODY and (is_class(text) or is_age(text))
