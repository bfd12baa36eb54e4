"""What all tests share: the program as a process, golden files, the folder beside the project."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
HALTED = ROOT / "tests" / "halted.py"
UNDER_TEST = os.environ.get("CPSTATS_UNDER_TEST", "")
# No test depends on the clock or on chance: the same examples every time, however slow the machine.
# `--hypothesis-profile=search` looks for new ones, `few` tries a dozen (`make mutants`).
UNHURRIED = (HealthCheck.too_slow,)
for profile, same in (("cpstats", True), ("search", False)):
    settings.register_profile(
        profile, deadline=None, derandomize=same, suppress_health_check=UNHURRIED
    )
settings.register_profile("few", settings.get_profile("cpstats"), max_examples=12)
settings.load_profile("cpstats")
# A shell gives what it starts behind it (&) no Ctrl-C; the tests that send one would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Run(Protocol):
    """Runs the program with arguments and returns what it wrote and how it ended."""

    def __call__(
        self,
        *arguments: str | os.PathLike[str],
        input: str | bytes | None = None,  # noqa: A002 - the word that subprocess uses
        env: Mapping[str, str] | None = None,
        columns: int | None = None,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[str]: ...


class Start(Protocol):
    """Starts the program and returns its process, which ends with the test at the latest.

    At a point of its steps something happens to it (see tests/halted.py).
    """

    def __call__(
        self,
        *arguments: str | os.PathLike[str],
        at: str = "",
        deed: str = "",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        stdin: int = subprocess.DEVNULL,
        stdout: int = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]: ...


class Golden(Protocol):
    """Compares a text with a file in tests/golden (or rewrites the file, see `make golden`)."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden anew")


def pytest_report_header() -> str:
    import cpstats

    return f"cpstats {cpstats.__version__} from {Path(cpstats.__file__).parent}"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse to test the wheel's command with the package of the work tree."""
    import cpstats

    package = Path(cpstats.__file__).resolve()
    if UNDER_TEST and package.is_relative_to(ROOT / "src"):
        raise pytest.UsageError(f"CPSTATS_UNDER_TEST is set, but cpstats comes from {package}")


LEFT_OUT = ("spark", "browser", "slow")  # without -m they are named, and left to `make rest`


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is heavy unless it is asked for; of golden files run only what writes them."""
    for item in items:
        heavy = [mark for mark in LEFT_OUT if item.get_closest_marker(mark)]
        if heavy and not config.option.markexpr:
            item.add_marker(pytest.mark.skip(reason=f"left out ({heavy[0]}): make test-all"))
    if config.getoption("--rewrite-golden"):
        wanted = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
        items[:] = wanted


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of reference data beside the project, or skip the test."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder “shared” with reference data beside the project")
    return folder


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the tests an empty home and none of the settings of whoever runs them."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("CPSTATS_", "LC_", "XDG_")) or name in _SPOKEN:
                patch.delenv(name)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("HOME", str(folder))
        patch.setenv("USERPROFILE", str(folder))
        yield folder


_SPOKEN = ("COLUMNS", "FORCE_COLOR", "LANGUAGE", "LINES", "NO_COLOR", "PYTHONPATH")


@pytest.fixture(scope="session")
def cpstats(home: Path) -> Run:
    """Return a function that runs the program as a process of its own.

    The environment has nothing but what is said: LANG=C.UTF-8, an empty home, the system's PATH.
    What it writes is decoded as UTF-8 and otherwise left as it is (CRLF stays CRLF).
    """
    program = [UNDER_TEST] if UNDER_TEST else [sys.executable, "-m", "cpstats"]
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ
    }
    clean = kept | {"HOME": str(home), "USERPROFILE": str(home), "LANG": "C.UTF-8"}

    def run(
        *arguments: str | os.PathLike[str],
        input: str | bytes | None = None,  # noqa: A002
        env: Mapping[str, str] | None = None,
        columns: int | None = None,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        width = {} if columns is None else {"COLUMNS": str(columns)}
        done = subprocess.run(
            [*program, *map(os.fspath, arguments)],
            input=input.encode() if isinstance(input, str) else input or b"",
            capture_output=True,
            check=False,
            cwd=cwd or home,
            env=clean | width | dict(env or {}),
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Return a function that starts the program; its processes are ended and their pipes closed."""
    with ExitStack() as ends:

        def begin(
            *arguments: str | os.PathLike[str],
            at: str = "",
            deed: str = "",
            cwd: Path | None = None,
            env: Mapping[str, str] | None = None,
            stdin: int = subprocess.DEVNULL,
            stdout: int = subprocess.PIPE,
            stderr: int = subprocess.PIPE,
            pass_fds: Sequence[int] = (),
        ) -> subprocess.Popen[bytes]:
            process = ends.enter_context(
                subprocess.Popen(
                    [sys.executable, "-P", HALTED, at, deed, *map(os.fspath, arguments)],
                    cwd=cwd or home,
                    env={**os.environ, **(env or {})},
                    stdin=stdin,
                    stdout=stdout,
                    stderr=stderr,
                    pass_fds=pass_fds,
                )
            )
            ends.callback(process.kill)  # before its pipes are closed and its end is awaited
            return process

        yield begin


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a function that compares a text with a golden file."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / f"{name}.txt"
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path.relative_to(ROOT)} is missing: make golden"
        assert text == path.read_bytes().decode()

    return compare
