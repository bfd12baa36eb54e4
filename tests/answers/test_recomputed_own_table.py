"""One command each over a small table, beside the same in plain Python."""

from __future__ import annotations

from math import log
from typing import Any

import pytest

import cpstats

PLACES = {"Ash": (0.0, 3), "Bay": (0.3, 8), "Cot": (-0.2, 2), "Dee": (0.3, 5), "Elm": (0.1, 4)}
YEARS = range(2010, 2021)
BRANCHES = {"farms": 0.2, "mills": 0.5, "shops": 0.3}


def output(place: str, year: int) -> float:
    """A level with one decimal: it grows by 2 to 5 per cent a year, Bay and Dee alike."""
    start = 10 * (1 + list("ABCDE").index(place[0]))
    return round(start * (1.03 + PLACES[place][0] / 20) ** (year - 2010), 1)


def branch(name: str, place: str, year: int) -> float:
    share = BRANCHES[name] * (1 + {"farms": -1, "mills": 0, "shops": 1}[name] * (year - 2010) / 100)
    return round(output(place, year) * share * (1.1 if place[0] in "AC" else 1.0), 1)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    lines = ["indicator,ref_area,time_period,obs_value,unit"]
    for year in YEARS:
        lines += [f"output,{p},{year},{output(p, year)},m EUR" for p in PLACES]
        whole = sum(output(p, year) for p in PLACES)
        lines.append(f"output,Land,{year},{whole:.1f},m EUR")
        lines += [f"people,{p},{year},{n},thousand persons" for p, (_, n) in PLACES.items()]
        for name in BRANCHES:
            lines.append(f"{name},Ash,{year},{branch(name, 'Ash', year)},m EUR")
            there = sum(branch(name, p, year) for p in PLACES)
            lines.append(f"{name},Land,{year},{there:.1f},m EUR")
    months = {2018: (61.0, 95.4), 2019: (48.5, 75.7), 2020: (64.9, 101.2)}
    for year, (two, three) in months.items():
        lines += [
            f"sales,Ash,{year}-01/{year}-02,{two},m EUR",
            f"sales,Ash,{year}-01/{year}-03,{three},m EUR",
        ]
    path = tmp_path_factory.mktemp("own") / "own.csv"
    path.write_text("\n".join(lines) + "\n")
    return {"data": str(path), "builtin": False}


def codes(frame: Any) -> list[str]:
    return [str(area).rpartition("_")[2] for area in frame.ref_area]


LIST = ",".join(PLACES)


def test_ten_year_growth_of_all_places_and_the_first_two(own: dict[str, Any]) -> None:
    made = cpstats.growth("output", among=LIST, start=2010, end=2020, top=2, **own)
    rates = {p: ((output(p, 2020) / output(p, 2010)) ** 0.1 - 1) * 100 for p in PLACES}
    first = sorted(rates, key=lambda p: -rates[p])[:2]
    assert [row[0].text.en for row in made.blocks[0].rows if row[0].text] == first
    assert made.to_frame().value.tolist() == pytest.approx([rates[p] for p in first])


def test_shares_of_several_years_side_by_side(own: dict[str, Any]) -> None:
    frame = cpstats.share(
        "output", among=LIST, vs="Land", period="2010,2015,2020", wide=True, **own
    ).to_frame()
    shares = frame[frame.measure == "share"].set_index("ref_area")
    for year in (2010, 2015, 2020):
        whole = round(sum(output(p, year) for p in PLACES), 1)
        wanted = [output(p, year) / whole * 100 for p in PLACES]
        assert shares[str(year)].tolist() == pytest.approx(wanted)


def test_theil_by_year_weighted_by_people(own: dict[str, Any]) -> None:
    frame = cpstats.inequality(
        "output", among=LIST, weight="people", period="2010..2020", **own
    ).to_frame()
    made = frame[frame.measure == "theil_t:people"].set_index("time_period").value
    people = {p: n for p, (_, n) in PLACES.items()}
    for year in (2010, 2016, 2020):
        mean = sum(n * output(p, year) for p, n in people.items()) / sum(people.values())
        parts = ((n / sum(people.values()), output(p, year) / mean) for p, n in people.items())
        assert made[str(year)] == pytest.approx(sum(w * u * log(u) for w, u in parts))


def test_the_shift_share_of_one_place(own: dict[str, Any]) -> None:
    frame = cpstats.derive(
        "shift_share",
        [*BRANCHES],
        of="output",
        places="Ash",
        vs="Land",
        start=2010,
        end=2020,
        **own,
    ).to_frame()
    made = frame[frame.time_period == "2011/2020"].set_index(["indicator", "measure"]).value

    def land(name: str, year: int) -> float:
        if name == "output":
            return round(sum(output(p, year) for p in PLACES), 1)
        return round(sum(branch(name, p, year) for p in PLACES), 1)

    for name in BRANCHES:
        added = [0.0, 0.0, 0.0]
        for year in range(2011, 2021):
            base, now = branch(name, "Ash", year - 1), branch(name, "Ash", year)
            whole = land("output", year) / land("output", year - 1) - 1
            there = land(name, year) / land(name, year - 1) - 1
            for k, part in enumerate((whole, there - whole, now / base - 1 - there)):
                added[k] += base * part
        for kind, wanted in zip(("national", "mix", "local"), added, strict=True):
            assert made[name, f"shift_{kind}:output"] == pytest.approx(wanted)


def test_the_two_year_average_of_cumulated_months(own: dict[str, Any]) -> None:
    frame = cpstats.derive("years_average", "sales", n=2, places="Ash", **own).to_frame()
    made = frame.dropna(subset=["value"]).set_index("time_period").value
    assert made.to_dict() == pytest.approx(
        {
            "2020-01/2020-02": ((64.9 / 61.0) ** 0.5 - 1) * 100,
            "2020-Q1": ((101.2 / 95.4) ** 0.5 - 1) * 100,
        }
    )
