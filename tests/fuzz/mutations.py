"""What happens to a file: to its bytes, its cells, its tree, its tags, or to a part of an archive."""

from __future__ import annotations

import copy
import gzip
import io
import json
import re
import struct
import warnings
import zipfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tests.fuzz.odd import NUMBERS, ODD, ODD_VALUES, WORDS
from tests.store.importers.containers import record

if TYPE_CHECKING:
    from random import Random

Rows = list[list[str]]
Mutation = "Callable[[Random, bytes], bytes]"


def of_bytes(rng: Random, content: bytes) -> bytes:
    """Change some bytes, whatever they mean."""
    made = bytearray(content)
    for _ in range(rng.choice((1, 1, 1, 2, 4, 12))):
        at = rng.randrange(len(made) + 1)
        rng.choice(BYTES)(rng, made, at)
    return bytes(made)


def _set(rng: Random, made: bytearray, at: int) -> None:
    made[at : at + 1] = bytes([rng.randrange(256)])


def _drop(rng: Random, made: bytearray, at: int) -> None:
    del made[at : at + rng.choice((1, 2, 4, 40))]


def _again(rng: Random, made: bytearray, at: int) -> None:
    made[at:at] = made[at : at + rng.choice((1, 8, 40, 200))]


def _cut(rng: Random, made: bytearray, at: int) -> None:
    if rng.random() < 0.3:
        del made[at:]


def _number(rng: Random, made: bytearray, at: int) -> None:
    size, sign = rng.choice(((1, "B"), (2, "H"), (4, "I"), (8, "Q")))
    made[at : at + size] = struct.pack(rng.choice("<>") + sign, rng.choice(NUMBERS) % 256**size)


def _odd(rng: Random, made: bytearray, at: int) -> None:
    made[at:at] = rng.choice(ODD).encode("utf-8", "surrogatepass")


def _exchange(rng: Random, made: bytearray, at: int) -> None:
    other = rng.randrange(len(made) + 1)
    made[at : at + 16], made[other : other + 16] = made[other : other + 16], made[at : at + 16]


def _flip(rng: Random, made: bytearray, at: int) -> None:
    if made:
        made[at % len(made)] ^= 1 << rng.randrange(8)


BYTES = (_set, _drop, _again, _cut, _number, _odd, _exchange, _flip)


def of_records(rng: Random, content: bytes) -> bytes:
    """Change one record of a binary workbook: its number, its body, how often it is there."""
    found, at = [], 0
    while at < len(content):
        kind, at = _sevens(content, at)
        length, at = _sevens(content, at)
        found.append((kind, content[at : at + length]))
        at += length
    for _ in range(rng.choice((1, 1, 2))):
        here = rng.randrange(len(found) + 1)
        kind, body = found[here % len(found)] if found else (0, b"")
        other = rng.choice((kind, kind, kind, rng.randrange(20), rng.choice(NUMBERS) % 16384))
        instead = [(other, of_bytes(rng, body))] * rng.choice((0, 1, 1, 1, 1, 2))
        found[here : here + 1] = instead
    return b"".join(record(kind, body) for kind, body in found)


def _sevens(content: bytes, at: int) -> tuple[int, int]:
    """Return a number in groups of seven bits, and where it ends."""
    found = shift = 0
    while at < len(content):
        found |= content[at] % 128 << shift
        at, shift = at + 1, shift + 7
        if content[at - 1] < 128:
            break
    return found, at


def _decoded(content: bytes) -> tuple[str, str]:
    marked = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding), encoding
    return content.decode("latin-1"), "latin-1"


def of_cells(rng: Random, content: bytes) -> bytes:
    """Change cells, rows and columns of a table as text."""
    text, encoding = _decoded(content)
    divider = max(",;\t|", key=text.count)
    rows = [line.split(divider) for line in text.split("\n")]
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        row = rng.choice(rows)
        rng.choice(CELLS)(rng, rows, row, rng.randrange(len(row)) if row else 0)
    made = "\n".join(divider.join(row) for row in rows)
    if rng.random() < 0.05:
        made = made.replace("\n", rng.choice(("\r\n", "\r", "\n\n", "\u2028")))
    other = rng.choice((encoding, encoding, encoding, encoding, "utf-8-sig", "gb18030"))
    return made.encode(other, "replace")


def _put(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    row[at : at + 1] = [rng.choice(ODD)]


def _join(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    said, odd = "".join(row[at : at + 1]), rng.choice(ODD)
    row[at : at + 1] = [said + odd if rng.random() < 0.5 else odd + said]


def _copy(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    row[at : at + 1] = [rng.choice(rng.choice(rows) or [""])]


def _rows_again(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    place = rng.randrange(len(rows))
    rows[place:place] = [list(row) for _ in range(rng.choice((1, 1, 3)))]


def _row_gone(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    if len(rows) > 1:
        del rows[rng.randrange(len(rows))]


def _column_again(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    for other in rows:
        if at < len(other):
            other.insert(at, other[at] if rng.random() < 0.9 else rng.choice(ODD))


def _column_gone(rng: Random, rows: Rows, row: list[str], at: int) -> None:
    for other in rows:
        del other[at : at + 1]


CELLS = (*(_put,) * 4, *(_join,) * 2, _copy, _rows_again, _row_gone, _column_again, _column_gone)


def of_tree(rng: Random, content: bytes) -> bytes:
    """Change a part of a JSON document: another value, none, twice, under another name."""
    text, _ = _decoded(content)
    try:
        whole = json.loads(text)
    except ValueError:
        return of_cells(rng, content)
    for _ in range(rng.choice((1, 1, 1, 3))):
        _change(rng, whole)
    made = json.dumps(whole, ensure_ascii=rng.random() < 0.5)
    return made.encode("utf-8", "surrogatepass")


def _change(rng: Random, part: Any) -> None:
    while isinstance(part, dict | list) and part:
        key = rng.choice(list(part) if isinstance(part, dict) else range(len(part)))
        inner = part[key]
        if not isinstance(inner, dict | list) or not inner or rng.random() >= 0.8:
            rng.choice(TREE)(rng, part, key)
            return
        part = inner


def _other(rng: Random, part: Any, key: Any) -> None:
    part[key] = copy.deepcopy(rng.choice(ODD_VALUES))


def _word(rng: Random, part: Any, key: Any) -> None:
    part[key] = rng.choice(ODD)


def _gone(rng: Random, part: Any, key: Any) -> None:
    del part[key]


def _twice(rng: Random, part: Any, key: Any) -> None:
    if isinstance(part, dict):
        part[rng.choice(list(part))] = copy.deepcopy(part[key])
    else:
        part.append(copy.deepcopy(part[key]))


def _renamed(rng: Random, part: Any, key: Any) -> None:
    if isinstance(part, dict):
        part[rng.choice(ODD)] = part.pop(key)
    else:
        part[key] = [part[key]]


TREE = (_other, _other, _word, _gone, _twice, _renamed)
TAG = re.compile(r"<[^<>]{1,400}>")
VALUE = re.compile(r'="[^"<>]{0,200}"')
BETWEEN = re.compile(r">[^<>]{0,200}<")


def of_tags(rng: Random, content: bytes) -> bytes:
    """Change tags, values and texts of XML or HTML."""
    text, encoding = _decoded(content)
    for _ in range(rng.choice((1, 1, 1, 3))):
        found = list(rng.choice((TAG, VALUE, VALUE, BETWEEN)).finditer(text))
        if not found:
            break
        one = rng.choice(found)
        text = text[: one.start()] + _instead(rng, one.group(), found) + text[one.end() :]
    return text.encode(encoding, "replace")


def _instead(rng: Random, said: str, found: list[re.Match[str]]) -> str:
    kind = rng.randrange(5)
    if kind == 0:
        return ""
    if kind == 1:
        return said * rng.choice((2, 2, 50))
    if kind == 2 or said.startswith("<"):
        return rng.choice(found).group()
    if said.startswith("="):
        return f'="{rng.choice([*ODD, *map(str, NUMBERS)])}"'
    return f">{rng.choice(ODD)}<"


LIKELY = re.compile(r"sheet|content|document\.|csv|json")


def of_archive(rng: Random, content: bytes) -> bytes:
    """Change one part of a zip and pack it again; or the names of its parts, or which there are."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError):
        return of_bytes(rng, content)
    if not parts:
        return of_bytes(rng, content)
    likely = [n for n, (name, _) in enumerate(parts) if LIKELY.search(name)]
    at = rng.choice(likely if likely and rng.random() < 0.6 else range(len(parts)))
    name, inner = parts[at]
    kind = rng.randrange(12)
    if kind == 0:
        del parts[at]
    elif kind == 1:
        others = [name for name, _ in parts]
        parts[at] = (rng.choice([*others, "../x.csv", "/x.csv", "x.csv", "", "a/b"]), inner)
    elif kind == 2:
        parts.append((name, of_bytes(rng, inner)))
    else:
        mutate = _of_part(name, inner) if rng.random() < 0.85 else of_bytes
        parts[at] = (name, mutate(rng, inner))
    return _packed(parts)


def _of_part(name: str, inner: bytes) -> Mutation:
    if name.endswith(".bin"):
        return of_records
    return of_tags if inner.lstrip()[:1] == b"<" else of_cells


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")  # a name twice is meant
        for name, inner in parts:
            archive.writestr(zipfile.ZipInfo(name), inner)
    return out.getvalue()


def of_packed(rng: Random, content: bytes) -> bytes:
    """Change what is inside of gzip."""
    try:
        inner = gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return of_bytes(rng, content)
    return gzip.compress(of_cells(rng, inner), mtime=0)


def of_text(rng: Random, content: bytes) -> bytes:
    """Change words, numbers and signs of a text."""
    text, encoding = _decoded(content)
    words = re.findall(r"\d[\d.,]*|[A-Za-z']+|\s+|[一-鿿]{1,2}|.", text, re.DOTALL)
    for _ in range(rng.choice((1, 2, 4, 8))):
        at = rng.randrange(len(words) + 1)
        size = rng.choice((0, 1, 1, 2))
        repeated = words[at : at + rng.choice((1, 5, 20))]
        words[at : at + size] = rng.choice(
            ([rng.choice(ODD)], [rng.choice(WORDS)], [rng.choice(words or [""])], [], repeated)
        )
    return "".join(words).encode(encoding, "replace")


BY_SIGN: tuple[tuple[bytes, Mutation], ...] = (
    (b"PK", of_archive),
    (b"\x1f\x8b", of_packed),
    (b"\xd0\xcf\x11\xe0", of_bytes),
)
BY_ENDING: dict[str, tuple[Mutation, ...]] = {
    **dict.fromkeys(("json", "ndjson"), (of_tree,)),
    **dict.fromkeys(("xml", "html"), (of_tags, of_tags, of_text)),
    **dict.fromkeys(("md", "toml", "txt", "px"), (of_text, of_cells)),
}


def mutated(rng: Random, name: str, content: bytes) -> bytes:
    """Return a file to which something of its kind happened, or to its bytes."""
    if rng.random() < 0.1:
        return of_bytes(rng, content)
    for sign, mutate in BY_SIGN:
        if content.startswith(sign):
            return mutate(rng, content)
    return rng.choice(BY_ENDING.get(name.rpartition(".")[2], (of_cells,)))(rng, content)
