from cpstats.claims.english.counting import NUMBERS, ORDINALS, counted


def test_words_count_what_they_say() -> None:
    assert counted(2, 5) == {"two": 2, "three": 3, "four": 4, "five": 5}
    assert (NUMBERS[19], ORDINALS[11]) == ("twenty", "twelfth")
