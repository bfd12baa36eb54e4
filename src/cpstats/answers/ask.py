"""What was asked in words becomes a `Question`: names become ids, defaults are filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from cpstats.answers.listed import names_in
from cpstats.errors import UsageError
from cpstats.message import Message, for_example, sentences
from cpstats.model.catalogue import KIND, parted
from cpstats.model.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.period import Period
    from cpstats.model.question import Policy, Question
    from cpstats.model.window import Window
    from cpstats.store.package import Package


class Asked(Protocol):
    """The words of a question, from the command line or from Python."""

    place: list[str] | None
    period: str
    vs: str
    data: list[str] | None
    vintage: str
    as_of: str
    source: str
    allow_mixed: bool
    exclude: list[str] | None
    every: int | None
    convert: str


def ask(
    options: Asked,
    package: Package,
    indicators: Sequence[str] = (),
    *,
    freq: str = "annual",
    basis: str = "",
    benchmark: bool = False,
    among: str = "",
) -> Question:
    """Resolve every name that was given; `among` are places beside those of `--place`.

    Raises
    ------
    UsageError
        When a name, a period, a date or a word is not known.
    """
    from cpstats.model.question import Question

    catalogue = package.catalogue
    places = places_of(options, package, among)
    if options.vs:
        catalogue.find_place(options.vs)  # a name that is not known is an error everywhere
    other = _benchmark(options, package, places) if benchmark else ""
    if (
        not options.place and not among and len(places) > 1
    ):  # whoever named no place did not ask for it
        places = tuple(place for place in places if place != other)
    return Question(
        indicators=_indicators(indicators, options, package, places),
        places=places,
        benchmark=other,
        window=window(options.period, catalogue, options.every),
        freq=freq,
        basis=basis,
        policy=_policy(options, package),
    )


def _indicators(
    names: Sequence[str], options: Asked, package: Package, places: Sequence[str]
) -> tuple[str, ...]:
    """Return the indicators that were named; `all` are those of own data, else every one."""
    catalogue = package.catalogue
    found: list[str] = []
    for name in names:
        every = name == "all" and not catalogue.known_indicator(name)
        own = package.own_indicators if every and options.data else ()
        named = () if every else catalogue.find_indicators(name)
        found += own or named or catalogue.indicators
    if options.data:
        found = [package.called(ident, places) for ident in found]
    return tuple(dict.fromkeys(found))


def places_of(options: Asked, package: Package, among: str = "") -> tuple[str, ...]:
    """Return the places of `--among` and `--place`, else those of the data, but the excluded ones."""
    named = children_of(among, package)
    if options.place or not named:
        named += tuple(p for p in named_places(options, package) if p not in named)
    return without_excluded(named, options, package)


def without_excluded(places: tuple[str, ...], options: Asked, package: Package) -> tuple[str, ...]:
    """Return the places but those of `--exclude`.

    Raises
    ------
    UsageError
        When none is left.
    """
    if not options.exclude:
        return places
    near = package.own_places if options.data else ()
    gone = {c for text in options.exclude for c in package.catalogue.find_places(text, near)}
    kept = tuple(place for place in places if place not in gone)
    if places and not kept:
        raise UsageError(
            Message("--exclude leaves no place out of those asked for", "--exclude 未留下任何地区"),
            mend=Message("Name more places: --place all.", "请指定更多地区：--place all。"),
        )
    return kept


def named_places(options: Asked, package: Package) -> tuple[str, ...]:
    """Return the places of `--place`, else those of own data, else the home of the package."""
    catalogue = package.catalogue
    if options.place:
        near = package.own_places if options.data else ()
        found = [code for text in options.place for code in catalogue.find_places(text, near)]
        if not found:
            raise _nothing_below(options.place[0].removeprefix("children:"), catalogue)
        return tuple(dict.fromkeys(found))
    if options.data:
        return package.own_places or tuple(catalogue.places)
    if catalogue.home:
        return (catalogue.home,)
    raise UsageError(
        Message("no place is named, and the data name no home", "未指定地区，数据也未写明默认地区"),
        mend=Message("Name one: --place PLACE.", "请指定一个：--place PLACE。"),
    )


def taken_for(options: Asked, package: Package) -> list[Text]:
    """Say which place a name was taken for that is the name of several, or was that of one."""
    catalogue = package.catalogue
    places = [n for text in options.place or () for n in parted(text) or (text,)]
    near = package.own_places if options.data and places else ()
    names = {name.removeprefix("children:"): near for name in places if name != "all"}
    names |= {options.vs: ()} if options.vs else {}
    told: list[Text] = []
    for name, beside in names.items():
        told += _taken(name, catalogue.find_place(name, beside), catalogue)
    return told


def _taken(name: str, code: str, catalogue: Catalogue) -> list[Text]:
    if last := catalogue.formerly(name, code):
        said = Text(f"“{name}” (until {last}) is ", f"“{name}”（至{last}年）即")
        return [said + catalogue.told(catalogue.places[code])]
    others = catalogue.namesakes(name, code)
    if not others:
        return []
    known = any(p.ref_area in catalogue.places for p in others)
    why = Text("in your data", "在所给数据中") if known else Text("with figures", "有数据")
    said = Text(f"“{name}”: taken for ", f"“{name}”：视为 ") + catalogue.told(
        catalogue.places[code]
    )
    said += Text(", the only one ", "，只有该地区") + why
    return [said + Text("; not ", "；不是 ") + joined([catalogue.told(p) for p in others])]


def _benchmark(options: Asked, package: Package, places: tuple[str, ...]) -> str:
    catalogue = package.catalogue
    if options.vs:
        return catalogue.find_place(options.vs)
    parents = {catalogue.places[p].parent for p in places}
    if len(parents) == 1 and (parent := parents.pop()) in catalogue.places:
        return parent
    if not options.place and (whole := catalogue.whole_among(places)):
        return whole
    mend = Message("Name the benchmark: --vs PLACE.", "请用 --vs 指定基准地区。")
    how = Message(
        "A package says in which a place lies, in its places.csv: cpstats place NAME --parent PLACE.",
        "数据包在 places.csv 中说明上级地区：cpstats place 名称 --parent 上级。",
    )
    raise UsageError(
        Message(
            "these places have no common parent to be compared with",
            "这些地区没有共同的上级地区可供对比",
        ),
        mend=sentences(mend, how) if options.data else mend,
    )


def window(text: str, catalogue: Catalogue, every: int | None = None) -> Window:
    """Return the window that was typed, or several with commas between; empty is every period."""
    from cpstats.model.window import Window

    if every is not None and every < 1:
        raise UsageError(
            Message("--every {} is no number of years", "--every {} 不是年数", every),
            mend=Message("Write --every 5.", "请写 --every 5。"),
        )
    parts = parted(text) or ((text,) if text else ())
    return Window.of([_window(part, catalogue) for part in parts], every=every or 1)


def _window(text: str, catalogue: Catalogue) -> Window:
    """Return one window: a period, a range of them, or the name of a span."""
    from cpstats.model.period import PeriodError, annual
    from cpstats.model.window import Window

    if years := catalogue.spans.named(text):
        first, last = map(annual, years)
        return Window(first, last)
    try:
        return Window.parse(text)
    except PeriodError as error:
        raise UsageError(
            Message("“{}” is no period ({})", "“{}”不是时期（{}）", text, error.why),
            mend=Message(
                "Write 2024, 2018..2024, 2020.., 2010,2015,2020, 2024-H1 or fyp14.",
                "请写 2024、2018..2024、2020..、2010,2015,2020、2024-H1 或十四五。",
            ),
        ) from None


def _policy(options: Asked, package: Package) -> Policy:
    from cpstats.model.question import Policy

    catalogue = package.catalogue
    if options.as_of and not re.fullmatch(r"\d{4}(-\d{2}){0,2}", options.as_of):
        raise UsageError(
            Message("“{}” is no date", "“{}”不是日期", options.as_of),
            mend=Message("Write --as-of 2024-03-31.", "请写 --as-of 2024-03-31。"),
        )
    rates = None
    if options.convert:
        from cpstats.store.exchange_table import read_rates

        rates = read_rates(options.convert, catalogue)
    return Policy(
        vintage=catalogue.find_vintage(options.vintage)
        or _known(options.vintage, tuple(catalogue.vintages), "vintage"),
        as_of=_last_day(options.as_of),
        source=_known(options.source, tuple(catalogue.sources), "source"),
        allow_mixed=options.allow_mixed,
        rates=rates,
    )


def _last_day(text: str) -> str:
    from datetime import date

    from cpstats.model.source import last_day

    if not text:
        return ""
    try:
        return date.fromisoformat(last_day(text)).isoformat()
    except ValueError:
        raise UsageError(
            Message("“{}” is no date", "“{}”不是日期", text),
            mend=Message("Write --as-of 2024-03-31.", "请写 --as-of 2024-03-31。"),
        ) from None


def _known(text: str, idents: tuple[str, ...], kind: str) -> str:
    from cpstats.model.catalogue import nearest, nearest_are

    if not text or text in idents:
        return text
    near = nearest(text.casefold(), ((i, i) for i in idents))
    mend = nearest_are(near) or Message("Known: {}.", "可用：{}。", idents[:20])
    raise UsageError(
        Message("no {} is called “{}”", "没有名为“{1}”的{0}", KIND[kind], text), mend=mend
    )


def known_source(text: str, catalogue: Catalogue) -> str:
    """Return the id of a source that was typed."""
    return _known(text, tuple(catalogue.sources), "source")


def period(text: str) -> Period:
    """Return the period that was typed."""
    from cpstats.model.period import Period, PeriodError

    try:
        return Period.parse(text)
    except PeriodError as error:
        raise UsageError(
            Message("“{}” is no period ({})", "“{}”不是时期（{}）", text, error.why),
            mend=Message(
                "Write 2024, 2024-H1, 2024-Q1 or 2024-08.",
                "请写 2024、2024-H1、2024-Q1 或 2024-08。",
            ),
        ) from None


def one_of(word: str, known: Sequence[str], option: str) -> None:
    """Check a word of a closed list."""
    if word not in known:
        listed = ", ".join(w for w in known if w)
        raise UsageError(
            Message("{} does not know “{}”", "{} 不认识“{}”", option, word),
            mend=Message("Known: {}.", "可用：{}。", listed),
        )


def some(names: Sequence[str] | None, kind: str, example: str) -> Sequence[str]:
    """Return the names, of which there must be one."""
    if not names:
        raise UsageError(
            Message("no {} was named", "未指定{}", KIND[kind]),
            mend=for_example(example),
        )
    return names


def year(text: str) -> int:
    """Return the year that was typed."""
    from cpstats.model.period import Freq

    found = period(text)
    if found.freq is not Freq.ANNUAL:
        raise UsageError(
            Message("“{}” is no year", "“{}”不是年份", text),
            mend=Message("Write 2035.", "请写 2035。"),
        )
    return found.year


def amount(text: str, unit: str) -> float:
    """Return a level that was typed, `60000` or `6万亿元`, in the indicator's unit."""
    from cpstats.model.unit import Unit, UnitError

    match = re.fullmatch(r"([-−]?[\d,]+(?:\.\d+)?)\s*(.*)", text.strip())
    if match is None:
        raise UsageError(
            Message("“{}” is no amount", "“{}”不是数额", text),
            mend=Message(
                "Write a number, in {} or with a unit.", "请写数字，单位为{}或写明单位。", unit
            ),
        )
    number, given = float(match[1].replace(",", "").replace("−", "-")), match[2] or unit
    if given == unit:
        return number
    try:
        return number * 10.0 ** Unit.parse(given).shift_to(Unit.parse(unit))
    except UnitError as error:
        raise UsageError(
            Message("“{}” is no amount ({})", "“{}”不是数额（{}）", text, error.why),
            mend=Message("Write it in {}.", "请以{}为单位。", unit),
        ) from None


def children_of(among: str, package: Package) -> tuple[str, ...]:
    """Return the places of `--among`: under a parent, all, a list, or one a line of `@FILE`.

    Raises
    ------
    UsageError
        When no place is known to lie under it, or the file cannot be read.
    """
    if not among:
        return ()
    catalogue = package.catalogue
    if among.startswith("@"):
        names = names_in(among.removeprefix("@"))
        return tuple(dict.fromkeys(c for n in names for c in catalogue.find_places(n)))
    if among == "all" or (parted(among) and not catalogue.known_place(among)):
        own = package.own_places if among == "all" else ()
        return own or tuple(dict.fromkeys(catalogue.find_places(among)))
    parent = catalogue.find_place(among)
    if found := catalogue.children(parent):
        return found
    raise _nothing_below(parent, catalogue)


def _nothing_below(name: str, catalogue: Catalogue) -> UsageError:
    """Return the error: nothing lies there, or what lies there has no figures."""
    parent = catalogue.find_place(name)
    named = catalogue.places.in_prose(parent)
    if catalogue.places.below_without_figures(parent):
        return UsageError(
            Message("there are no figures for the places under {}", "没有{}下级地区的数据", named),
            mend=Message(
                "Give tables that have them with --data; `cpstats list places` shows what there is.",
                "请用 --data 给出含有这些地区的表；`cpstats list places` 列出已有地区。",
            ),
        )
    return UsageError(
        Message("no place lies under “{}”", "“{}”没有下级地区", named),
        mend=Message(
            "A package says what a place belongs to, in its places.csv: cpstats place NAME --parent PLACE.",
            "数据包在 places.csv 中说明各地区的上级：cpstats place 名称 --parent 上级。",
        ),
    )
