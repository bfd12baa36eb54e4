"""Bytes of a foreign text file become text: UTF-16 by its mark or zeros, else UTF-8, else GB18030, strictly.

What is none of them is in the one other encoding in which its letters make words, or is asked about.
"""

from __future__ import annotations

import codecs
import re

from cpstats.errors import DataError, UsageError, Where
from cpstats.gazetteer import register
from cpstats.message import Message, sentences
from cpstats.model.pattern import pattern
from cpstats.store.decoding.guessing import (
    OTHERS,
    guessed,
    is_doubtful,
    is_korean,
    reads_well,
    text_of_sample,
)
from cpstats.store.locate import cut_off

KANA = pattern("[\u3041-\u3096\u30a1-\u30fa]")
NEUTRAL = pattern(r"[\u00b0-\u00b7\u2000-\u26ff\u3000-\u3020\uff00-\uffef]")  # signs of any text
CELL = pattern(r"[^,;|\t\r\n\"]+")
SAMPLE = 100_000  # signs that are looked at
HAN = pattern("[\u3400-\u9fff]+")
SMALL = pattern("[a-z]")
SIGNS = frozenset("£€¥§°²³µ±½¼–—‘’“”…™©®")  # that stand beside letters in any language
UTF16_HEAD = 4096  # bytes
LONG = 4  # letters of a name that is no code
WIDEST = 3  # bytes of a sign whose last byte is missing
ENDINGS = ("unexpected end of data", "incomplete multibyte sequence")
# what a file says of itself is often a part of what it is in
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "windows-1252", "ascii": "utf-8"}
ACCIDENT = 9  # bytes: three Chinese characters in UTF-8
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def decoded(content: bytes, name: str, said: str = "") -> tuple[str, str]:
    """Return the text and the name of its encoding; no character is ever replaced.

    What the user `said` is taken at its word.

    Raises
    ------
    DataError
        When it is neither, at the first byte that GB18030 does not have; when it is both.
    """
    if said:
        return _strict(content, known_codec(said), said, name), said
    marks = [(codec, title) for mark, codec, title in MARKS if content.startswith(mark)]
    if bare := unmarked_utf16(content):
        marks.append((bare, "UTF-16"))
    if marks:
        codec, title = marks[0]
        return _strict(content, codec, title, name), title
    return _unmarked(content, name)


def _unmarked(content: bytes, name: str) -> tuple[str, str]:
    """Return the text of bytes that begin with no mark, and the name of its encoding."""
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        utf8 = error
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as gb:
        if _is_cut(content, utf8) and not content[: utf8.start].isascii():
            raise _cut_off(content, utf8.start, name) from None  # UTF-8 but for its last sign
        if not _is_cut(content, utf8) and not _is_cut(content, gb) and (codec := guessed(content)):
            return content.decode(codec), codec
        if codec := look_for_doubt(content, content[: gb.start].decode("gb18030"), name):
            return _strict(content, codec, codec, name), codec
        raise _neither(content, utf8, gb, name) from None
    if _is_cut(content, utf8):
        raise _cut_off(content, utf8.start, name)
    if line := line_of_utf8(content):
        raise mixed(Where(name, line, 1))
    if codec := look_for_doubt(content, text, name):
        return content.decode(codec), codec
    return text, "GB18030"


def unmarked_utf16(content: bytes) -> str:
    r"""Return which UTF-16 a text without a byte order mark is in; empty where it is in none.

    Its dividers and ends of lines have a zero byte beside them, and no sign of it is a control character.

    >>> unmarked_utf16("a,1\n".encode("utf-16-be")), unmarked_utf16(b"a,1\n"), unmarked_utf16(b"a\0b\n")
    ('utf-16-be', '', '')
    """
    head = content[:UTF16_HEAD]
    if b"\0" not in head or len(content) % 2:
        return ""
    for codec in ("utf-16-le", "utf-16-be"):
        text = head.decode(codec, "replace")
        plain = not any(c < " " and c not in "\t\r\n" for c in text)
        if plain and "\n" in text and {*text} & {*",;|\t"} and "\ufffd" not in text[:-1]:
            return codec
    return ""


def look_for_doubt(content: bytes, text: str, name: str) -> str:
    """Return the other encoding of what is GB18030 by its bytes and no Chinese by its letters.

    Almost every letter of a Chinese text is one of the 6,763 of GB2312. In the bytes of another
    encoding, a letter of Europe eats the one behind it, and half of Big5 or Shift-JIS is rare.

    Raises
    ------
    DataError
        Where several may be meant, with what the first odd cell says in them.
    """
    near = text_of_sample(text, SAMPLE)
    sample = [c for c in near if c > "\x7f" and not NEUTRAL.match(c)]
    odd = [c for c in sample if not _is_common(c)]
    kana = KANA.search(text)
    rare = kana or len(odd) * 2 > len(sample) or _is_within_words(near)
    if (rare or is_doubtful(near)) and (codec := guessed(content)):
        return codec
    if not rare:
        return "euc_kr" if is_korean(content, near) else ""
    at = kana.start() if kana else text.index((odd or sample)[0])
    before = len(text[:at].encode("gb18030"))
    found = CELL.search(text, text.rfind("\n", 0, at) + 1 if at else 0)
    while found and found.end() <= at:
        found = CELL.search(text, found.end())
    cell = found[0].strip() if found else text[at]
    start = len(text[: found.start()].encode("gb18030")) if found else before
    raw = content[start : start + len(cell.encode("gb18030"))]
    countries = [codec for codec, said in _candidates(content, raw).items() if _is_country(said)]
    if len(countries) == 1:
        return countries[0]  # Côte d'Ivoire
    raise DataError(
        Message(
            "read as GB18030 it says “{}”, which is no Chinese",
            "按 GB18030 读作“{}”，不像中文",
            cell,
        ),
        where=_where(content, before, name),
        mend=Message(
            "Say the encoding: {}; if it is GB18030, --encoding gb18030.",
            "请指定编码：{}；若确为 GB18030，用 --encoding gb18030。",
            readings(content, raw) or ["--encoding NAME"],
        ),
    )


def _is_within_words(text: str) -> bool:
    """Whether what is Chinese by its bytes stands sign by sign, much of it within words of small Latin letters.

    >>> _is_within_words("Gr鲞e, 舕and, 2020"), _is_within_words("GDP增长, A股, 年"), _is_within_words("年,x")
    (True, False, False)
    """
    runs = [*HAN.finditer(text)]
    if not runs or any(len(run[0]) > 1 for run in runs):
        return False
    inside = sum(any(map(SMALL.match, text[max(r.start() - 1, 0) : r.end() + 1])) for r in runs)
    return 2 * inside >= len(runs)


def readings(content: bytes, raw: bytes) -> list[str]:
    """Return the flags for the encodings in which a text may be written, each with what a cell says in it."""
    found = _candidates(content, raw)
    return [f"--encoding {codec} (“{cell}”)" for codec, cell in found.items()]


def _is_country(text: str) -> bool:
    """Whether a text is the name of a country, as only one encoding spells it."""
    found = register.named(text) if len(text) > LONG else ()
    return len(found) == 1 and found[0].level == "country"


def _candidates(content: bytes, raw: bytes) -> dict[str, str]:
    """Return the encodings in which a text may be written, each with what a cell says in it.

    Those in which its letters are of one language, where there are any.
    """
    found: dict[str, str] = {}
    well: dict[str, str] = {}
    for codec in OTHERS:
        try:
            text, cell = content.decode(codec), raw.decode(codec).strip()
        except UnicodeDecodeError:
            continue
        if (
            all(c.isalpha() or c in SIGNS for c in cell if c > "\x7f")
            and cell not in found.values()
        ):
            found[codec] = cell
            well |= {codec: cell} if reads_well(text_of_sample(text, SAMPLE), codec) else {}
    return well or found


def _is_common(letter: str) -> bool:
    """Whether a letter is Chinese and one of GB2312."""
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return "\u4e00" <= letter <= "\u9fff"


def _neither(
    content: bytes, utf8: UnicodeDecodeError, gb: UnicodeDecodeError, name: str
) -> DataError:
    """Return the error for bytes that are neither; at the very end they are the half of a sign."""
    for fault in (utf8, gb):
        if _is_cut(content, fault):
            return _cut_off(content, fault.start, name)
    furthest = max(utf8.start, gb.start)
    end = content.find(b"\n", furthest)
    raw = re.split(rb"[,;|\t\n]", content[:furthest])[-1]
    raw += re.split(rb"[,;|\t\r\n]", content[furthest : end if end >= 0 else None])[0]
    others = readings(content, raw)
    return DataError(
        Message(
            "byte 0x{} is neither UTF-8 nor GB18030",
            "字节 0x{} 既不是 UTF-8 也不是 GB18030",
            f"{content[furthest]:02x}",
        ),
        where=_where(content, furthest, name),
        mend=sentences(
            Message(
                "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
                "请把文件另存为 UTF-8（电子表格中选“CSV UTF-8”）。",
            ),
            Message("Or say the encoding: {}.", "或指定编码：{}。", others) if others else None,
        ),
    )


def _is_cut(content: bytes, fault: UnicodeDecodeError) -> bool:
    """Whether only the last sign of a text cannot be read, for it has not all its bytes."""
    return len(content) - fault.start <= WIDEST and fault.reason in ENDINGS


def _cut_off(content: bytes, position: int, name: str) -> DataError:
    return cut_off(_where(content, position, name))


def known_codec(said: str) -> str:
    """Return the name that Python has for an encoding of text.

    Raises
    ------
    UsageError
        When it has none.
    """
    try:
        found = codecs.lookup(said)
        "".encode(said)  # codecs that turn bytes into bytes are no encodings
    except (LookupError, ValueError):
        raise UsageError(
            Message("there is no encoding “{}”", "没有名为“{}”的编码", said),
            mend=Message(
                "Write utf-8, gb18030, big5 or latin-1.", "请写 utf-8、gb18030、big5 或 latin-1。"
            ),
        ) from None
    return "utf-8-sig" if found.name == "utf-8" else found.name


def known_charset(said: bytes) -> str:
    """Return the encoding that a file names itself, as browsers take it; empty for no name.

    >>> known_charset(b"gb2312"), known_charset(b"ISO-8859-1"), known_charset(b"none")
    ('gb18030', 'windows-1252', '')
    """
    name = said.decode("ascii", "replace").strip().lower()
    name = WIDER.get(name, name)
    try:
        return name if known_codec(name) else ""
    except UsageError:
        return ""


def line_of_utf8(content: bytes, first: int = 1) -> int:
    """Return the first line that is UTF-8 beyond accident, in text that as a whole is not; else 0.

    The bytes of two Chinese characters in GB18030 are hardly ever UTF-8.
    """
    for number, line in enumerate(content.split(b"\n"), start=first):
        if sum(byte > 127 for byte in line) >= ACCIDENT:
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return number
    return 0


def mixed(where: str) -> DataError:
    """Return the error for a file of two encodings."""
    return DataError(
        Message("this line is UTF-8, others are GB18030", "该行是 UTF-8，其他行是 GB18030"),
        where=where,
        mend=Message(
            "Two files were joined as they are: save each as UTF-8 first.",
            "可能直接拼接了两个文件：请先分别存为 UTF-8。",
        ),
    )


def not_in(said: str, byte: int, where: str) -> DataError:
    """Return the error for a byte that the encoding does not have."""
    return DataError(
        Message("byte 0x{} is not {}", "字节 0x{} 不是 {}", f"{byte:02x}", said),
        where=where,
        mend=Message(
            "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
            "请把文件存为 UTF-8（电子表格中选“CSV UTF-8”）。",
        ),
    )


def _strict(content: bytes, codec: str, said: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        if _is_cut(error.object, error):
            raise _cut_off(error.object, error.start, name) from None
        # the codec counts from behind a byte order mark, in its own copy
        where = _where(error.object, error.start, name)
        raise not_in(said, error.object[error.start], where) from None


def _where(content: bytes, position: int, name: str) -> str:
    before = content[:position]
    start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    return Where(name, line, position - start + 1)
