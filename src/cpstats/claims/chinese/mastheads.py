"""Lines and words that hold no statement: datelines, mastheads, captions of figures and tables."""

from __future__ import annotations

from cpstats.model.pattern import pattern

_AGENCY = r"[\u4e00-\u9fff·]{0,10}?(?:社|网|报|台|讯)"
_DATELINE = pattern(
    rf"^[ 【\[(]*{_AGENCY}[^,;。:!?\d]{{0,12}}(?:(?:20\d\d ?年)?\d{{1,2}} ?月 ?\d{{1,2}} ?日)?(?:[^,;。:!?\d]{{0,6}}[电讯]|消息)(?=[ :,(】\]])"
    rf"|^[ 【\[(]*[\u4e00-\u9fff·]{{1,10}}?(?:社|网|讯)[^,;。:!?\d]{{0,12}}\d{{1,2}} ?月 ?\d{{1,2}} ?日[电讯](?=[\u4e00-\u9fff])"
)
_SENT = pattern("[电讯消]")  # one of them is in each
_TOP = 64  # signs that a dateline has at most
_DAY = r"(?:19|20)\d{2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}"
_MASTHEAD = pattern(
    rf"^[^,;。!?\d至止到自从于起以]{{0,24}}{_DAY}日? *(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[^,;。!?\d]{{0,12}}$"
)
_CAPTION = pattern(
    r"^[ \[【(]*(?:附?[图表] ?\d{1,3}|附[图表]|专栏 ?\d{1,2}|注 ?\d?:)[ \-—:.、)】\]]?|^[^,;。\d]{0,4}单位:"
)


def without_dateline(letters: str) -> str:
    """Return a sentence with its dateline blanked, so that what follows keeps its place.

    >>> without_dateline("新华社北京1月21日电 2024年,全市")
    '              2024年,全市'
    """
    match = _DATELINE.match(letters) if _SENT.search(letters, 0, _TOP) else None
    return " " * match.end() + letters[match.end() :] if match else letters


def is_masthead(letters: str) -> bool:
    """Return whether a line only says who published and when: the day is no period.

    >>> is_masthead("北京晚报 2025-08-19"), is_masthead("2020年11月1日零时,常住人口")
    (True, False)
    """
    dated = "20" in letters or "19" in letters
    return dated and _MASTHEAD.match(letters.strip()) is not None


def is_caption(letters: str) -> bool:
    """Return whether a line is the title of a figure or a table, or a note to one.

    >>> is_caption("图2:2011-2015年三次产业比重(%)"), is_caption("表明经济")
    (True, False)
    """
    return _CAPTION.match(letters) is not None
