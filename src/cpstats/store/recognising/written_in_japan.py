"""Whether words are written as Japan writes them, and neither China nor Taiwan: kana, and signs of its own."""

from __future__ import annotations

import re

KANA = re.compile(r"[\u3041-\u30fa円県総実経済労図帯価戸]")
# words of three signs or more that are written alike elsewhere, and used in Japan only
WORDS = re.compile(r"前年同月比|前年度比|消費者|都道府県|完全失業")


def is_japanese(text: str) -> bool:
    """Whether a text is written as Japan writes.

    >>> is_japanese("全国消費者物価指数"), is_japanese("全国居民消费价格指数"), is_japanese("全國人口")
    (True, False, False)
    """
    return KANA.search(text) is not None or WORDS.search(text) is not None
