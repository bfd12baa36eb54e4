"""What texts say is held once, and told as it was learnt."""

from cpstats.model.columns import OBSERVATION
from cpstats.store.recognising.sampled import NOTHING, Columns, Told, rest_of


def row(name: str, area: str, period: str, value: str) -> tuple[str, ...]:
    said = {"indicator": name, "ref_area": area, "time_period": period, "measure": "level"}
    cells = said | {"obs_value": value, "unit": "t"}
    return tuple(cells.get(column, "") for column in OBSERVATION)


def test_what_is_learnt_is_told() -> None:
    # place, name, and a column each of 2020 and 2021
    told = Told(Columns(width=4, place=0, texts=(1,), values=(2, 3), needed=(0, 1)))
    wheat, rye = ("Avonlea", "Wheat", "1", "2"), ("Brigadoon", "Rye", "", "4")
    assert told.learn(wheat, 2, row("wheat", "a", "2020", "1"))
    assert told.learn(wheat, 3, row("wheat", "a", "2021", "2"))
    assert told.learn(rye, 3, row("rye", "b", "2021", "4"))
    assert told.places == {"Avonlea": "a", "Brigadoon": "b"}
    assert told.others["Rye",][0] == NOTHING
    numbers = [*told.others["Wheat",], told.others["Rye",][1]]
    found = [rest_of(rest) for rest in told.rests(numbers)]
    assert [(r["indicator"], r["time_period"], r["unit"]) for r in found] == [
        ("wheat", "2020", "t"),
        ("wheat", "2021", "t"),
        ("rye", "2021", "t"),
    ]
    assert len(told.kinds) == 2  # however many periods


def test_lines_that_contradict_one_another_are_not_learnt() -> None:
    told = Told(Columns(width=4, place=0, texts=(1,), values=(2, 3), needed=(0, 1)))
    line = ("Avonlea", "Wheat", "1", "2")
    assert told.learn(line, 2, row("wheat", "a", "2020", "1"))
    assert not told.learn(line, 2, row("wheat", "a", "2019", "1"))
    assert not told.learn(line, 2, row("wheat", "b", "2020", "1"))
    assert not told.learn(line, 3, row("wheat", "a", "2021", "1"))  # the cell holds another number
