"""The table of `--convert`: rates between two kinds of money, by place and period, with their source."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError, Where
from cpstats.message import Message
from cpstats.model.exchange import RATE, Rates
from cpstats.model.figure import Figure, Quote
from cpstats.model.pattern import pattern
from cpstats.model.period import Period, PeriodError
from cpstats.model.source import Source
from cpstats.model.unit import Unit
from cpstats.store.files import decode, parsed, read_bytes
from cpstats.store.intervals import NUMBER, with_interval
from cpstats.store.locate import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.catalogue import Catalogue

POWER = pattern(r"(?a:\d+(?:\.\d+)?[eE][+-]?\d{1,2})")
COLUMNS = ("place", "period", "rate", "currency", "per", "source")
FORM = Message(
    "The first line is `{}`; a line is for example `China,2022,6.7261,CNY,USD,World Bank`: 6.7261 CNY per USD.",
    "首行应为 {}；例如一行为 中国,2022,6.7261,CNY,USD,世界银行，即1美元合6.7261元。",
    ",".join(COLUMNS),
)


def read_rates(file: str, catalogue: Catalogue) -> Rates:
    """Return the rates in a file.

    Raises
    ------
    DataError
        At the first line that says no rate, with its place in the file.
    """
    text = decode(read_bytes(Path(file)), file)
    header, lines = parsed(text, file)
    if lacking := [name for name in COLUMNS if name not in header]:
        raise DataError(
            Message("there is no column “{}”", "缺少“{}”列", lacking[0]),
            where=Where(file, 1),
            mend=FORM,
        )
    table = _Lines(file, header, lines, Locator(text, file), catalogue)
    known: dict[tuple[str, str, str], Figure] = {}
    targets: dict[str, Unit] = {}
    for row, (key, rate, target) in enumerate(table.rates()):
        targets.setdefault(target.root, target)
        if len(targets) > 1:
            raise table.wrong(
                row,
                "per",
                Message(
                    "the rates are per {} and per {}", "既有以{}计、又有以{}计的比率", *targets
                ),
                Message("Keep those of one in the file.", "请在文件中只留一种。"),
            )
        if key in known and known[key].value != rate.value:
            raise table.wrong(
                row,
                "rate",
                Message(
                    "there are two rates for one place and period", "同一地区同一时期有两个比率"
                ),
                Message("Keep one of them.", "请只留一个。"),
            )
        known[key] = rate
    if not known:
        raise DataError(Message("there is no rate in it", "其中没有比率"), where=file, mend=FORM)
    sources = {
        name: catalogue.sources.get(name, Source(name, title=name, release="series", kind="own"))
        for name in dict.fromkeys(rate.source for rate in known.values())
    }
    return Rates(file, next(iter(targets.values())), known, sources)


def _plain(text: str) -> str:
    """Return the digits of a number that is printed with a power of ten.

    >>> _plain("1.05e-3"), _plain("2E2"), _plain("6.7261")
    ('0.00105', '200', '6.7261')
    """
    return f"{Decimal(text):f}" if POWER.fullmatch(text) else text


class _Lines:
    """The lines of the file, able to say where a cell stands."""

    def __init__(
        self,
        file: str,
        header: list[str],
        lines: list[list[str]],
        locator: Locator,
        catalogue: Catalogue,
    ) -> None:
        self._file = file
        self._header = header
        self._lines = [dict(zip(header, map(str.strip, line), strict=True)) for line in lines]
        self._locator = locator
        self._catalogue = catalogue

    def wrong(self, row: int, column: str, what: Message, mend: Message | None) -> DataError:
        """Return the error of a cell."""
        where = self._locator.at(row, self._header.index(column))
        return DataError(what, where=where, mend=mend)

    def rates(self) -> Iterator[tuple[tuple[str, str, str], Figure, Unit]]:
        """Yield place, period and currency of each line, its rate, and what it is per."""
        for row, line in enumerate(self._lines):
            place = self._place(row, line["place"])
            period = self._period(row, line["period"])
            currency, target = (self._money(row, line[c], c) for c in ("currency", "per"))
            digits = _plain(line["rate"])
            if not NUMBER(digits) or float(digits) <= 0:
                raise self.wrong(
                    row, "rate", Message("“{}” is no rate", "“{}”不是比率", line["rate"]), FORM
                )
            if not line["source"]:
                raise self.wrong(
                    row,
                    "source",
                    Message("a rate without a source", "比率没有来源"),
                    Message("Say who published it.", "请写明由谁公布。"),
                )
            value, low, high, decimals = with_interval(digits, "", "", 0)
            if line["rate"] == "1":  # by definition
                low = high = value
            rate = Figure(
                indicator=RATE,
                ref_area=place,
                time_period=period,
                value=value,
                low=low,
                high=high,
                unit=f"{currency.base}/{target.base}",
                decimals=max(decimals, 0),
                source=line["source"],
                printed=Quote(line["rate"]),
                given=1,
            )
            yield (place, period, currency.root), rate, target

    def _place(self, row: int, name: str) -> str:
        try:
            return self._catalogue.find_place(name) if name else name
        except UsageError as error:
            raise self.wrong(row, "place", error.what, error.mend) from None

    def _period(self, row: int, text: str) -> str:
        try:
            return str(Period.parse(text))
        except PeriodError as error:
            raise self.wrong(
                row,
                "period",
                Message("“{}” is no period ({})", "“{}”不是时期（{}）", text, error.why),
                Message("Write 2024, 2024-Q1 or 2024-08.", "请写 2024、2024-Q1 或 2024-08。"),
            ) from None

    def _money(self, row: int, text: str, column: str) -> Unit:
        unit = Unit.of(text)
        if not unit.is_money or unit.power or unit.per:
            raise self.wrong(
                row,
                column,
                Message("“{}” is no currency", "“{}”不是货币", text),
                Message(
                    "Write CNY, USD, euro, or `international dollar` for parities.",
                    "请写 CNY、元、USD、欧元；购买力平价写 国际元。",
                ),
            )
        return unit
