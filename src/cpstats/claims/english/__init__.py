"""English sentences of releases and the press: numbers, times, places, noun phrases, measures."""
