"""A sentence in both languages of the program; the reader's language is chosen when it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text, written in English and in Chinese."""

    en: str
    zh: str

    def to(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.zh if lang == "zh" else self.en

    def __add__(self, other: Text) -> Text:
        return Text(self.en + other.en, self.zh + other.zh)


def same(text: str) -> Text:
    """Return a text that reads the same in both languages (a code, a number, a symbol)."""
    return Text(text, text)


def joined(texts: list[Text], *, en: str = ", ", zh: str = "、") -> Text:
    """Return the texts as one list, with the separator of each language."""
    return Text(en.join(t.en for t in texts), zh.join(t.zh for t in texts))
