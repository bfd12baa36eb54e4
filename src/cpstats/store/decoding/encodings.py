"""Bytes of a foreign text file become text: a byte order mark, else UTF-8, else GB18030, strictly."""

from __future__ import annotations

import codecs
import re

from cpstats.errors import DataError, UsageError

KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
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
    for mark, codec, title in MARKS:
        if content.startswith(mark):
            return _strict(content, codec, title, name), title
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as utf8:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError as gb:
            furthest = max(utf8.start, gb.start)
            raise DataError(
                f"byte 0x{content[furthest]:02x} is neither UTF-8 nor GB18030",
                where=_where(content, furthest, name),
                mend="Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
            ) from None
    if line := line_of_utf8(content):
        raise mixed(f"{name}:{line}:1")
    if kana := KANA.search(text):
        raise DataError(
            f"read as GB18030 it has the Japanese letter “{kana.group()}”",
            where=f"{name}:{text.count(chr(10), 0, kana.start()) + 1}:1",
            mend="It may be Big5: --encoding big5; if it is GB18030, --encoding gb18030.",
        )
    return text, "GB18030"


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
            f"there is no encoding “{said}”", mend="Write utf-8, gb18030, big5 or latin-1."
        ) from None
    return "utf-8-sig" if found.name == "utf-8" else found.name


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
        "this line is UTF-8, others are GB18030",
        where=where,
        mend="Two files were joined as they are: save each as UTF-8 first.",
    )


def not_in(said: str, byte: int, where: str) -> DataError:
    """Return the error for a byte that the encoding does not have."""
    return DataError(
        f"byte 0x{byte:02x} is not {said}",
        where=where,
        mend="Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
    )


def _strict(content: bytes, codec: str, said: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        # the codec counts from behind a byte order mark, in its own copy
        where = _where(error.object, error.start, name)
        raise not_in(said, error.object[error.start], where) from None


def _where(content: bytes, position: int, name: str) -> str:
    before = content[:position]
    start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    return f"{name}:{line}:{position - start + 1}"
