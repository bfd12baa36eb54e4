"""How often a true sentence is called false, and a false one is not.

Every figure of the built-in data that a plain sentence can say becomes one, with the words of a
bulletin; then the same sentence with one digit changed. A text of its time can only have quoted the
first figure, a later one also a revision that is not in the data, so both are measured. Run it as
`python benchmarks/false_alarms.py`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.model.period import Period, PeriodError
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parents[1] / "data/observations"
LATE = date(2026, 3, 30)  # later than every figure
PLANS = {"2011/2015": "“十二五”期间", "2016/2020": "“十三五”期间", "2021/2025": "“十四五”期间"}
BOUND = {"": "", "lower": "超过", "upper": "不到", "approx": "约"}
BASIS = {"current": "名义"}
CHANGED = {"as it is": None, "first digit": 0, "second digit": 1, "last digit": -1}
PACKAGE = open_package()


def sentences(place: int | None) -> Iterator[str]:
    """Yield a sentence for every figure; a digit of it is changed where a place is given."""
    for file in sorted(DATA.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                when, said = _when(row["time_period"]), row["obs_value"].lstrip("-")
                exact = not row["bound"] and "." in said
                if when and (place is None or exact):
                    number = said if place is None else changed(said, place)
                    if text := _said(row, number):
                        yield f"{when}，{text}。"


def changed(number: str, place: int) -> str:
    """Return a number with the digit at a place raised by three, 9 followed by 1."""
    digits = [n for n, sign in enumerate(number) if sign.isdigit()]
    at = digits[place] if len(digits) > 1 or place < 1 else digits[0]
    return f"{number[:at]}{(int(number[at]) + 2) % 9 + 1}{number[at + 1 :]}"


def _when(period: str) -> str:
    if period in PLANS:
        return PLANS[period]
    if span := re.fullmatch(r"(\d{4})/(\d{4})", period):
        return f"{span[1]}—{span[2]}年"
    try:
        return "" if ".." in period else Period.parse(period).label("zh")
    except PeriodError:
        return ""


def _said(row: dict[str, str], number: str) -> str:
    """Return what a figure says in the words of a bulletin, empty where that needs more of them."""
    places = PACKAGE.catalogue.places
    subject = (
        places[row["ref_area"]].name_zh + PACKAGE.catalogue.indicators[row["indicator"]].name_zh
    )
    fell, bound = row["obs_value"].startswith("-"), BOUND[row["bound"]]
    other = places[row["counterpart_area"]].name_zh if row["counterpart_area"] in places else ""
    mean = "年均" if row["measure"].startswith("average") else ""
    match row["measure"]:
        case "level" if row["unit"] == "位":
            return f"{subject}居第{number}位"
        case "level" if not row["price_basis"].startswith("constant"):
            return f"{subject}{bound or '为'}{number}{row['unit']}"
        case "growth" | "average_growth":
            verb = "下降" if fell else "增长"
            return f"{subject}{mean}{BASIS.get(row['price_basis'], '')}{verb}{bound}{number}%"
        case "growth_gap" | "average_growth_gap":
            return f"{subject}{mean}增速{'低于' if fell else '高于'}{other}{number}个百分点"
        case "milestone":
            return f"{subject}突破{number}{row['unit']}"
    return ""


def verdicts(texts: list[str], *, late: bool) -> Counter[str]:
    """Return how many of some sentences get which verdict; the last number of each counts."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for text in texts:
        years = [int(year) for year in re.findall(r"\d{4}(?=年)", text)]
        by_day[date(max(years) + 1, 6, 29) if years and not late else LATE].append(text)
    found: Counter[str] = Counter()
    for day, some in by_day.items():
        report = check([of_sentence(text) for text in some], PACKAGE, Asked(published=day))
        for document in report.documents:
            last = document["claims"][-1:]  # type: ignore[index]
            found[last[0]["verdict"] if last else "not found"] += 1
    return found


def main() -> None:
    """Print a line for the sentences as they are, and one for each digit that is changed."""
    for late in (False, True):
        sys.stdout.write("late texts\n" if late else "texts of their time\n")
        for name, place in CHANGED.items():
            found = verdicts(list(sentences(place)), late=late)
            listed = ", ".join(f"{found[v]} {v}" for v in sorted(found))
            sys.stdout.write(f"  {name:13}{sum(found.values()):5} sentences: {listed}\n")


if __name__ == "__main__":
    main()
