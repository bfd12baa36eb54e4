"""One harness for each reader: how an input of a seed is made, and what it goes through."""

from __future__ import annotations

import io
import shutil
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz import corpus
from tests.fuzz.mutations import mutated

from cpstats.errors import CpstatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.fuzz.corpus import Sample

STATUSES = (0, 2, 3, 4)
SIGNS = frozenset(
    map(chr, (*range(9), *range(11, 32), 127, *range(0x200B, 0x2010), *range(0x202A, 0x202F)))
)


class Found(Exception):  # noqa: N818 - it is what is looked for
    """Something that must not be."""


SAID = corpus.CHINESE.split("；")[
    0
]  # of all kinds of claims one or two: texts have a reader of their own


class Input(NamedTuple):
    """The files that are made of a seed, and what is typed behind the first."""

    files: dict[str, bytes]
    typed: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The name of the first file."""
        return next(iter(self.files))


def program(*arguments: str, found: Sequence[int] = ()) -> str:
    """Run the program in this process; return what it wrote, if it ended as it should.

    Raises
    ------
    Found
        When it ended with another status than that of an answer or an error with its reason.
    """
    from cpstats.cli.app import main

    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    before = sys.stdin, sys.stdout, sys.stderr, sys.argv
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(), "utf-8"), out, err
    sys.argv = ["cpstats", *arguments]
    try:
        main()
        status = 0
    except SystemExit as ended:
        status = int(ended.code or 0)
    finally:
        sys.stdin, sys.stdout, sys.stderr, sys.argv = before
    for stream in (out, err):
        stream.flush()
    wrote, told = (s.buffer.getvalue().decode() for s in (out, err))
    if status not in (*STATUSES, *found) or "Traceback" in told:
        raise Found(f"{' '.join(arguments)}: exit {status}: {told[-600:]}")
    if not SIGNS.isdisjoint(told):
        raise Found(f"{' '.join(arguments)}: signs on standard error: {told!r:.600}")
    return wrote


def _of(samples: Callable[[], list[Sample]], *, twice: bool = False) -> Callable[[Random], Input]:
    known = cache(samples)

    def make(rng: Random) -> Input:
        sample = rng.choice(known())
        content = mutated(rng, sample.name, sample.content)
        if twice and rng.random() < 0.2:
            content = mutated(rng, sample.name, content)
        return Input({sample.name: content}, sample.typed)

    return make


def _whole(given: Input) -> None:
    """Import a file, check a text against it, show what is in it."""
    made = Path("made")
    shutil.rmtree(made, ignore_errors=True)
    program("import", given.name, *given.typed, "-o", str(made))
    data = str(made) if made.exists() else given.name
    is_text = given.name.endswith((".txt", ".docx")) or (
        given.name.endswith(".csv") and len(given.files[given.name]) % 4 == 0
    )
    if not is_text:
        Path("said.txt").write_text(SAID, encoding="utf-8")
    said = given.name if is_text else "said.txt"
    program("check", said, "--data", data, "--no-builtin", "-F", "csv", found=(1,))
    program("show", "all", "-p", "all", "--data", data, "--no-builtin", "-F", "csv")


def _text(given: Input) -> None:
    """Check a text by itself, import the tables that are in it, show them."""
    form = ("csv", "html", "sarif", "table", "json")[len(given.files[given.name]) % 5]
    program("check", given.name, "--no-builtin", "--data", "own.csv", "-F", form, found=(1,))
    program("import", given.name, "--dry-run")
    program("show", "all", "-p", "all", "--data", given.name, "--no-builtin", "-F", "csv")


def _read(given: Input) -> None:
    from cpstats.store.recognising.foreign import foreign

    with suppress(CpstatsError):
        for sheet in foreign(given.name, given.files[given.name]):
            if any(len(row) != len(sheet.header) for row in sheet.rows):
                raise Found("a row has other columns than the header")


def _claims(given: Input) -> None:
    from cpstats.claims.extract import extract
    from cpstats.claims.texts import read
    from cpstats.store.package import open_package

    with suppress(CpstatsError):
        document = read(given.name, given.files[given.name])
        claims = extract(document.text, catalogue=open_package().catalogue)
        if any(not 0 <= c.start < c.end <= len(document.text) for c in claims):
            raise Found("a claim does not stand in its text")


def _settings(given: Input) -> None:
    from cpstats.cli.config import with_defaults
    from cpstats.cli.given import Options

    with suppress(CpstatsError):
        with_defaults(Options(), Path.cwd(), {})
    if len(given.files[given.name]) % 16 == 0:
        program("show", "gdp", "--period", "2023", "--no-builtin", "--data", "own.csv")


def _package(rng: Random) -> Input:
    files = dict(corpus.package())
    for _ in range(rng.choice((1, 1, 2))):
        name = rng.choice(list(files))
        files[name] = mutated(rng, name, files[name])
        if rng.random() < 0.03:
            del files[name]
    return Input({f"pack/{name}": content for name, content in files.items()} or {"pack/x": b""})


def _packages(given: Input) -> None:
    program("validate", "pack", "-F", "csv", found=(1,))
    program("show", "all", "-p", "all", "--data", "pack", "--no-builtin", "-F", "csv")


class Reader(NamedTuple):
    """How inputs are made and what each goes through; whether whole files go through the commands."""

    make: Callable[[Random], Input]
    run: Callable[[Input], None]
    whole: bool = False


READERS = {
    "tables": Reader(_of(corpus.tables), _whole, whole=True),
    "books": Reader(_of(corpus.books), _whole, whole=True),
    "texts": Reader(_of(corpus.texts), _text, whole=True),
    "importers": Reader(_of(corpus.tables, twice=True), _read),
    "workbooks": Reader(_of(corpus.books, twice=True), _read),
    "claims": Reader(_of(corpus.texts, twice=True), _claims),
    "settings": Reader(_of(corpus.settings), _settings),
    "packages": Reader(_package, _packages),
}


def made(reader: str, seed: int) -> Input:
    """Return the input of a seed: the same on every machine."""
    return READERS[reader].make(Random(f"{reader} {seed}"))  # noqa: S311 - the same again is wanted


def put(given: Input) -> None:
    """Write the files of an input into the folder where the program runs."""
    shutil.rmtree("pack", ignore_errors=True)
    for name, content in given.files.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def tried(reader: str, seed: int) -> None:
    """Make the input of a seed and let it go through the reader.

    Raises
    ------
    Found
        When something is seen that must not be; other errors of the program pass through.
    """
    through(READERS[reader].run, made(reader, seed))


def through(run: Callable[[Input], None], given: Input) -> None:
    """Let an input go through its reader."""
    put(given)
    try:
        run(given)
    finally:
        Path("cpstats.toml").unlink(missing_ok=True)  # nothing else may read it


def unchanged(reader: str) -> list[Input]:
    """Return the samples of a reader as they are."""
    samples = {
        "tables": corpus.tables,
        "books": corpus.books,
        "texts": corpus.texts,
        "settings": corpus.settings,
    }
    some = samples[reader]() if reader in samples else []
    return [Input({sample.name: sample.content}, sample.typed) for sample in some]
