"""The word tables of English: one text file, a section for each list."""

from __future__ import annotations

from pathlib import Path

from cpstats.claims.terms.vocabulary import sections

WORDS = {
    name: tuple(word.replace("_", " ") for word in words)
    for name, words in sections(Path(__file__).with_name("vocabulary.txt")).items()
}
