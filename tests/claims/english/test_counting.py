from cpstats.claims.english.counting import NUMBERS, ORDINALS, counted, month_of


def test_words_count_what_they_say() -> None:
    assert counted(2, 5) == {"two": 2, "three": 3, "four": 4, "five": 5}
    assert (NUMBERS[19], ORDINALS[11]) == ("twenty", "twelfth")


def test_a_month_is_known_by_its_name_in_full_or_short() -> None:
    assert [month_of(name) for name in ("Jan.", "September", "Sept", "december")] == [1, 9, 9, 12]
