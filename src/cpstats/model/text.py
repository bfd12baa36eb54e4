"""A sentence in both languages of the program; the reader's language is chosen when it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

Lang = Literal["zh", "en"]
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]"
)  # letters by their kind, of no width


class Text(NamedTuple):
    """One text, written in English and in Chinese.

    `typed` is what whoever types commands may add, such as `: --period 1998.. shows them`: it ends
    the sentence, and pages and documents leave it out.
    """

    en: str
    zh: str
    typed_en: str = ""
    typed_zh: str = ""

    def to(self, lang: Lang, *, typed: bool = True) -> str:
        """Return the text in one language.

        >>> note = Text("2 are left out", "未计入2个", " (--as-of)", "（--as-of）") + same("!")
        >>> note.to("en"), note.to("en", typed=False)
        ('2 are left out! (--as-of)', '2 are left out!')
        """
        said, more = (self.zh, self.typed_zh) if lang == "zh" else (self.en, self.typed_en)
        return said + more if typed else said

    def __add__(self, other: Text) -> Text:  # type: ignore[override]
        """Return both texts as one."""
        return Text(
            self.en + other.en,
            self.zh + other.zh,
            self.typed_en + other.typed_en,
            self.typed_zh + other.typed_zh,
        )


def typed(en: str, zh: str) -> Text:
    """Return what only whoever types commands is told, at the end of a sentence."""
    return Text("", "", en, zh)


def same(text: str) -> Text:
    """Return a text that reads the same in both languages (a code, a number, a symbol)."""
    return Text(text, text)


def spaced(one: str, two: str) -> str:
    """Return two words beside one another, with a blank between Latin letters and digits.

    >>> spaced("Kelland", "GDP"), spaced("北京市", "GDP"), spaced("GDP", "3.35万亿美元")
    ('Kelland GDP', '北京市GDP', 'GDP 3.35万亿美元')
    """
    latin = bool(one and two) and one[-1].isascii() and two[0].isascii() and two[0].isalnum()
    return f"{one} {two}" if latin else one + two


def joined(texts: list[Text], *, en: str = ", ", zh: str = "、") -> Text:
    """Return the texts as one list, with the separator of each language."""
    return Text(
        en.join(t.en for t in texts),
        zh.join(t.zh for t in texts),
        "".join(t.typed_en for t in texts),
        "".join(t.typed_zh for t in texts),
    )


MANY, SPARED = 6, 3  # places that are listed one by one; that “all but” may name


def listed(texts: Collection[Text], every: Collection[Text]) -> Text:
    """Return names as one list; where they are many and nearly all of them, all but the others.

    >>> listed([same(n) for n in "abcdefg"], [same(n) for n in "abcdefgh"]).en
    'all but h'
    """
    others = [text for text in dict.fromkeys(every) if text not in texts]
    if len(texts) <= MANY or not 0 < len(others) <= SPARED or not {*texts} <= {*every}:
        return joined([*texts])
    return Text("all but ", "除") + joined(others) + Text("", "外各地区")


def printable(text: str) -> str:
    """Return a text that moves no cursor: a control or unseen character of a user's name is a blank."""
    if text.isascii() and text.isprintable():
        return text
    text = UNSEEN.sub(" ", text)
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def readable(given: Any) -> Any:
    """Return texts, in lists and by names, that move no cursor; their lines stay, and made HTML as it is.

    >>> readable({"a": ["b" + chr(7), 1]})
    {'a': ['b ', 1]}
    """
    if isinstance(given, str) and not hasattr(given, "__html__"):
        return "\n".join(map(printable, given.split("\n")))
    if isinstance(given, dict):
        return {name: readable(value) for name, value in given.items()}
    if isinstance(given, list):
        return [*map(readable, given)]
    return given
