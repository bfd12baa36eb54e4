"""Money that is written in every cell of a column: $1,250, €5.5bn, $750M; its sign and scale go over the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.cells import is_missing
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.scale_letters import in_full
from cpstats.store.recognising.scales import BY_POWER, power_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

DRESSED = pattern(
    r"(?P<minus>[-−–]?)(?P<sign>[A-Z]{0,3}[$€£¥₹₩₽₺₦₫₱]) ?(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<scale>[A-Za-z]{0,8})\.?"
)
BARE = pattern(r"(?P<minus>[-−–]?)(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<scale>[A-Za-z]{1,8})\.?")
ENGLISH = pattern(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}  # behind a sign for money only
FEWEST = 2


def without_money_of_cells(cells: Cells) -> Cells:
    """Return cells without the money and the scale that all figures of a column have; its label has them.

    Figures of several scales are multiplied out.

    >>> without_money_of_cells([["Tea", "2020"], ["a", "$5.5B"], ["b", "n/a"], ["c", "$6.1B"]])
    [['Tea', '2020 ($ billion)'], ['a', '5.5'], ['b', 'n/a'], ['c', '6.1']]
    >>> without_money_of_cells([["Tea", "Sales"], ["a", "€1,250"], ["b", "-€60"]])
    [['Tea', 'Sales (€)'], ['a', '1,250'], ['b', '-60']]
    >>> without_money_of_cells([["Tea", "Sales"], ["a", "5.5bn"], ["b", "750mn"]])
    [['Tea', 'Sales'], ['a', '5500000000'], ['b', '750000000']]
    >>> without_money_of_cells([["Tea", "Sales"], ["a", "$5"], ["b", "€5"]])
    [['Tea', 'Sales'], ['a', '$5'], ['b', '€5']]
    """
    width = max(map(len, cells), default=0)
    found = {c: made for c in range(width) if (made := _undressed(cells, c))}
    if not found:
        return cells
    rows = [list(row) for row in cells]
    for column, made in found.items():
        for i, text in made.items():
            rows[i][column] = text
    return rows


def _undressed(cells: Cells, column: int) -> dict[int, str]:
    """Return the cells of a column that become others, by their line: figures, and the label above them."""
    last = next((t for row in reversed(cells) if (t := "".join(row[column : column + 1]))), "")
    if not is_missing(last) and _parts(last) is None:
        return {}
    filled = [(i, row[column]) for i, row in enumerate(cells) if column < len(row) and row[column]]
    own = [(i, t, _parts(t)) for i, t in filled if not is_missing(t)]
    first = next((n for n, (_, _, parts) in enumerate(own) if parts), 0)
    figures = own[first:]
    if not first or len(figures) < FEWEST or not all(parts for _, _, parts in figures):
        return {}
    above, label, _ = own[first - 1]
    dressed = [(i, *parts) for i, _, parts in figures if parts]
    signs = {sign for _, sign, _, _ in dressed}
    powers = {power for _, _, _, power in dressed}
    if len(signs) != 1 or role_of(label) == "unit":  # Unit, over 100 million
        return {}
    sign = signs.pop()
    if label.endswith(")"):
        titled = _with_sign(label, sign) if powers == {0} else ""
        return {above: titled, **{i: n for i, _, n, _ in dressed}} if titled else {}
    if len(powers) > 1:
        made = {i: in_full(number, power) for i, _, number, power in dressed}
        unit = sign
    else:
        made = {i: number for i, _, number, _ in dressed}
        word = figures[0][1].lstrip("-–0123456789., ").rstrip(".")
        unit = f"{sign} {BY_POWER.get(powers.pop(), '')}".strip() if sign else word
    return {above: f"{label} ({unit})" if unit else label, **made}


def _with_sign(label: str, sign: str) -> str:
    """Return a label in whose brackets a scale or money stands, with the sign; empty where they say something else.

    >>> _with_sign("Sales (bn)", "$"), _with_sign("Sales (USD million)", "$"), _with_sign("Sales (EUR)", "£"), _with_sign("Sales (all)", "$")
    ('Sales ($ bn)', 'Sales (USD million)', '', '')
    """
    name, _, inside = label[:-1].rpartition("(")
    if power_of(inside):
        return f"{name}({sign} {inside})"
    money, ours = Unit.of(inside), Unit.of(sign)
    other = bool(money.code and ours.code) and money.code != ours.code
    return label if money.is_money and not other else ""


def _parts(text: str) -> tuple[str, str, int] | None:
    """Return the sign for money, the number and the power of ten of its scale; None where a cell is something else.

    >>> _parts("US$ 5.5 bn"), _parts("$7M"), _parts("7M"), _parts("7 years")
    (('US$', '5.5', 9), ('$', '7', 6), None, None)
    """
    if not any(c.isdigit() for c in text):
        return None
    found = DRESSED.fullmatch(text)
    sign = found["sign"] if found else ""
    found = found or BARE.fullmatch(text)
    if found is None or not ENGLISH.fullmatch(found["number"]):
        return None
    word = found["scale"].casefold()
    if not sign and len(word) == 1:
        return None  # it may be a flag
    power = LETTERS.get(word) if sign else None
    power = power_of(word) if power is None and (word or sign) else power
    if power is None or (power not in BY_POWER and (power or not sign)):
        return None
    return sign, ("-" if found["minus"] else "") + found["number"], power


def printed_decimals(text: str, value: str) -> str:
    """Return to which place a cell is known whose scale was multiplied out; empty where the digits themselves say it.

    >>> printed_decimals("5.5bn", "5500000000"), printed_decimals("400k", "400000"), printed_decimals("5.5bn", "5.5")
    ('-8', '-3', '')
    """
    found = BARE.fullmatch(text) or DRESSED.fullmatch(text) if text[-1:].isalpha() else None
    if found is None:
        return ""
    word = found["scale"].casefold()
    power = LETTERS.get(word) or power_of(word)
    number = found["number"]
    if not power or in_full(number, power) != value.removeprefix("-"):
        return ""
    places = len(number.partition(".")[2]) - power
    return str(places) if places < 0 else ""
