from __future__ import annotations

from cpstats.claims.terms.divisions import code_of, former_names, name_of, names, seen_from


def test_names_are_read_as_in_the_place_of_the_text() -> None:
    assert names(None)["吉林"] == "220000"
    assert names(None)["淳安县"] == "330127"
    assert "淳安" not in names(None)
    assert names("330100")["淳安"] == "330127"
    assert "鼓楼区" not in names(None)
    assert names("320100")["鼓楼区"] == "320106"


def test_one_name_is_read_as_among_all_of_them() -> None:
    for here in (None, "330100", "320100", "440000"):
        every = names(here)
        assert {name: seen_from(name, here) for name in every} == every
        assert seen_from("乌有县", here) is None


def test_a_code_and_its_official_name_lead_to_one_another() -> None:
    assert (name_of("330127"), code_of("淳安县")) == ("淳安县", "330127")
    assert (name_of("no code"), code_of("乌有县")) == ("no code", None)


def test_a_former_name_is_one_that_no_division_bears_today() -> None:
    former = former_names()  # 新建县 became 新建区 of 南昌 in 2015
    assert "新建县" in former
    assert "新建区" not in former
