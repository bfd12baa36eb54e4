"""Which encoding a text is in that is neither UTF-8 nor plainly GB18030: validity, then its letters.

The letters of a text are those of one language: in a wrong encoding some of them are of no alphabet
or of two, rare signs of East Asia stand beside one another, or signs that no table has. What several
encodings leave open is decided by charset-normalizer, which knows how often letters follow one
another; it needs some text for it.
"""

from __future__ import annotations

import codecs
import re
from io import BytesIO, StringIO
from itertools import pairwise
from typing import TYPE_CHECKING, AnyStr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# the letters beyond ASCII of each language that an encoding was made for
ALPHABETS = {
    "windows-1252": (
        *("áéíñóúü", "àâæçéèêëîïôœùûüÿ", "äöüß", "àèéìíòóùî", "áâãàçéêíóôõúü", "éëïóöü"),
        *("åäöé", "æøåéôòöä", "áðéíóúýþæö", "àçèéíïòóúü", "äõöüšž"),
    ),
    "windows-1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž"),
    "windows-1254": ("çğıöşüâîûİ̇",),
    "windows-1257": ("ąčęėįšųūž", "āčēģīķļņšūž"),
    "windows-1251": (
        *("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
        *("абвгдеёжзійклмнопрстуўфхцчшыьэюя", "абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ"),
    ),
    "windows-1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ",),
    "windows-1255": ("אבגדהוזחטיכלמנסעפצקרשתךםןףץ",),
}
ONLY_AT_END = frozenset("ςךםןףץ")
OTHERS = (*ALPHABETS, "big5", "shift_jis", "euc_kr")
SAMPLE = 20_000  # bytes: what is looked at, up to the end of a line
WORD = re.compile(r"[^\W\d_ªº]+")
THAI = "cp874"
DOS = {
    "cp850": "windows-1252",
    "cp852": "windows-1250",
    "cp866": "windows-1251",
}  # and whose letters
RUN = re.compile(r"[^\x00-\x7f]+")
SYLLABLES = re.compile(  # vowels in front, a consonant, marks above and below it, vowels behind; numerals, the sign of the baht
    r"(?:[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]*"
    r"|[\u0e2f\u0e3f\u0e46\u0e50-\u0e59\u00a0])+"
)
PRINTED = frozenset("€£¥¢§©®°±²³¹ªº·•…–—‘’“”„«»‰½¼¾×÷µ¿¡´™\u00a0\u3000")  # signs of tables
KOREAN = frozenset("시도군구년월원명기지역별계합인수서울부산대전광주경제남북동천")
CHINESE = frozenset(
    "年月日季度地区省市县州镇乡村街道全国指标单位亿万元人产值增长率总额数量合计其中注"
)
FIRST_OF_LEVEL_2 = {"big5": 0xC9, "shift_jis": 0x99, "gb2312": 0xD8}  # the rare letters
COMMON = 0.9  # of the letters of a text
MOSTLY = 0.8
FEW = 3
CLEAR = 0.1  # by how much the better reading must be the more coherent


def sample_of(content: bytes) -> bytes:
    """Return the first lines of a text; where they are plain ASCII, the first of the others."""
    if len(content) <= SAMPLE:
        return content
    head = content[:SAMPLE].rpartition(b"\n")[0] or content[:SAMPLE]
    return b"".join(_lines_beyond(BytesIO(content), SAMPLE)) if head.isascii() else head


def text_of_sample(text: str, most: int) -> str:
    r"""Return the first signs of a text; where they are plain ASCII, the first lines of others.

    >>> text_of_sample("a,1\nb,2\nDoña,3\n", 8), text_of_sample("Doña,3\nb,2\n", 8)
    ('Doña,3\n', 'Doña,3\nb')
    """
    head = text[:most]
    return "".join(_lines_beyond(StringIO(text), most)) if head.isascii() else head


def _lines_beyond(lines: Iterable[AnyStr], most: int) -> Iterator[AnyStr]:
    """Yield the lines that are not plain ASCII, so many signs of them."""
    for line in lines:
        if not line.isascii():
            yield line[:most]
            most -= len(line)
        if most <= 0:
            break


def guessed(content: bytes) -> str:
    """Return the one encoding in which a text reads as a language; empty where it stays open."""
    sample = sample_of(content)
    found: dict[str, str] = {}
    for codec in OTHERS:
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        if reads_well(text, codec) and text not in found.values():
            found[codec] = text
    if not found and _is_of_many_languages(sample):
        return "windows-1252"
    if not found and _is_thai(sample):
        found[THAI] = ""
    found = found or _of_dos(sample)
    if len(found) > 1:
        found = _clearest(sample, found)
    codec = next(iter(found), "") if len(found) == 1 else ""
    try:
        content.decode(codec or "ascii")
    except UnicodeDecodeError:
        return ""
    return codec


def _of_dos(sample: bytes) -> dict[str, str]:
    """Return the one page of codes of DOS, as old programs of offices still write, in which a text reads well; empty where none or several do.

    >>> [*_of_dos("Região, Município, Rondônia".encode("cp850"))], [*_of_dos("Город,Улица".encode("cp866"))], _of_dos(b"a")
    (['cp850'], ['cp866'], {})
    """
    said = {codec: sample.decode(codec, "replace") for codec in DOS}
    well = {codec: text for codec, text in said.items() if reads_well(text, DOS[codec])}
    letters = {c for text in well.values() for c in text.lower() if c > "\x7f" and c.isalpha()}
    return well if len(well) == 1 and len(letters) >= FEW else {}


def _is_thai(content: bytes) -> bool:
    """Whether all that is not ASCII are Thai syllables: each has a consonant, and vowels and tones where they may stand.

    >>> _is_thai("จังหวัด,น้ำ,เมือง".encode(THAI)), _is_thai("Город,Улица".encode("windows-1251")), _is_thai(b"a")
    (True, False, False)
    """
    try:
        runs = RUN.findall(content.decode(THAI))
    except UnicodeDecodeError:
        return False
    letters = sum(map(len, runs))
    return letters >= FEW * FEW and all(map(SYLLABLES.fullmatch, runs))


def _is_of_many_languages(content: bytes) -> bool:
    """Whether a text is Latin with letters of several languages of the west: names of countries, regions.

    >>> _is_of_many_languages("Åland, Réunion, São Tomé, Bayern, Chile, Peru, Mali, Chad".encode("windows-1252"))
    True
    """
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError:
        return False
    odd = {c for c in text if c > "\x7f" and not c.isalpha()}
    words = [word for word in WORD.findall(text) if not word.isascii()]
    letters = {c for word in words for c in word.lower() if c > "\x7f"}
    return (
        odd <= PRINTED
        and bool(words)
        and letters <= {*"".join(ALPHABETS["windows-1252"])}
        and all(_is_word(word, latin=True) for word in words)
        and len(words) * 2 < len(WORD.findall(text))
    )


def reads_well(text: str, codec: str) -> bool:
    """Whether a text has only letters of one language, usual ones, and signs of tables.

    >>> reads_well("Köln, 20 €", "windows-1252"), reads_well("Ãîðîä", "windows-1252")
    (True, False)
    """
    others = {c for c in text if c > "\x7f" and not c.isalpha() and not c.isdigit()}
    if any(c not in PRINTED and not _is_wide_sign(c) for c in others):
        return False
    letters = [c for c in text if c > "\x7f" and c.isalpha() and c not in PRINTED]
    if not letters:
        return False
    if codec not in ALPHABETS:
        return sum(_is_usual(c, codec) for c in letters) >= COMMON * len(letters)
    used = {*"".join(letters).lower()}
    latin = max(used) < "\u0300"
    if not latin and len(used) < FEW:
        return False  # two signs are no language
    words = [word for word in WORD.findall(text) if not word.isascii()]
    return any(used <= {*alphabet} for alphabet in ALPHABETS[codec]) and all(
        _is_word(word, latin=latin) for word in words
    )


def is_doubtful(text: str) -> bool:
    """Whether many letters of a text in GB18030 are rare: another encoding may be meant."""
    letters = [c for c in text[:SAMPLE] if "\u3400" <= c <= "\u9fff"]
    return sum(_is_usual(c, "gb2312") for c in letters) < MOSTLY * len(letters)


def is_korean(content: bytes, text: str) -> bool:
    """Whether bytes that are Chinese in GB18030 are Korean in EUC-KR: nothing else tells the two apart.

    Hangul and the common Chinese letters lie at the same bytes; the words of tables differ.
    """
    try:
        korean = sample_of(content).decode("euc_kr")
    except UnicodeDecodeError:
        return False
    return reads_well(korean, "euc_kr") and _share(korean, KOREAN) > _share(text, CHINESE)


def _share(text: str, known: frozenset[str]) -> float:
    letters = [c for c in text[:SAMPLE] if c > "\x7f" and c.isalpha()]
    return sum(c in known for c in letters) / max(1, len(letters))


def _is_wide_sign(sign: str) -> bool:
    wide = "\u3000" <= sign <= "\u303f" or "\uff00" <= sign <= "\uff65" or sign == "\u30fb"
    return wide or "\u2190" <= sign <= "\u27bf"


def _is_word(word: str, *, latin: bool) -> bool:
    """Whether a word has no capital inside, and, if it is not Latin, no letter of ASCII."""
    if any(a.islower() and b.isupper() and not (a + b).isascii() for a, b in pairwise(word)):
        return False
    if any(letter in ONLY_AT_END for letter in word[:-1]):
        return False
    plain = sum(letter.isascii() for letter in word)
    return 2 * plain >= len(word) if latin else not plain


def _is_usual(letter: str, codec: str) -> bool:
    """Whether a letter of East Asia is one of those that are common in its encoding."""
    if codec == "euc_kr":
        return "\uac00" <= letter <= "\ud7a3"
    if codec == "shift_jis" and "\u3041" <= letter <= "\u30fe":
        return True
    try:
        return letter.encode(codec)[0] < FIRST_OF_LEVEL_2[codec] and letter >= "\u4e00"
    except UnicodeEncodeError:
        return False


def _clearest(sample: bytes, found: dict[str, str]) -> dict[str, str]:
    """Return the reading that is clearly the most coherent; all of them where none is."""
    from charset_normalizer import from_bytes  # only a doubtful text needs it

    names = {codec: codecs.lookup(codec).name.replace("-", "_") for codec in found}
    coherent = {m.encoding: m.coherence for m in from_bytes(sample, cp_isolation=[*names.values()])}
    ranked = sorted(found, key=lambda codec: -coherent.get(names[codec], 0.0))
    first, second = (coherent.get(names[codec], 0.0) for codec in ranked[:2])
    return {ranked[0]: found[ranked[0]]} if first - second >= CLEAR else found
