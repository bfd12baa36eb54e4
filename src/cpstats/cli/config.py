"""What the command line leaves open: the environment, `cpstats.toml`, the user's own settings."""

from __future__ import annotations

import os
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message, cause
from cpstats.store.paths import exists, is_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.cli.given import Options

NAME = "cpstats.toml"
KEYS = ("place", "vs", "data", "lang", "format", "digits", "vintage", "builtin", "no_color")
LISTS, TRUTHS = ("place", "data"), ("builtin", "no_color")


def with_defaults(options: Options, folder: Path | None, environ: Mapping[str, str]) -> Options:
    """Fill what the command line left open: environment, then project, then user.

    Raises
    ------
    DataError
        When a config file is not TOML, or has a key or a value that is not known.
    """
    options = _filled(options, _from(environ))
    for path in (folder and _project(folder), _user()):
        if path is not None and is_file(path):
            options = _filled(options, _read(path))
    return options


def here() -> Path:
    """Return the working directory, which may have been deleted."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _from(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return what the environment says; CPSTATS_DATA divides its paths as PATH does."""
    found: dict[str, Any] = {}
    if data := environ.get("CPSTATS_DATA", ""):
        found["data"] = [data] if exists(Path(data)) else [p for p in data.split(os.pathsep) if p]
    if lang := environ.get("CPSTATS_LANG", ""):
        found["lang"] = "zh" if lang.lower().startswith("zh") else "en"
    return found


def _project(folder: Path) -> Path | None:
    """Return the nearest `cpstats.toml` at or above a folder."""
    for place in (folder, *folder.parents):
        if is_file(place / NAME):
            return place / NAME
    return None


def _user() -> Path:
    system: str = sys.platform
    if system == "linux":  # as platformdirs has it, which is slow to load
        given = os.environ.get("XDG_CONFIG_HOME", "")
        return Path(given if given.strip() else os.path.expanduser("~/.config"), "cpstats", NAME)  # noqa: PTH111 - where there is no home
    from platformdirs import user_config_path

    return user_config_path("cpstats") / NAME


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(
            Message("the settings cannot be read{}", "无法读取设置{}", cause(error)),
            where=str(path),
        ) from None
    except (ValueError, RecursionError) as error:  # of a number too long, of arrays too deep
        raise DataError(
            Message("this is not TOML{}", "这不是 TOML{}", cause(error)),
            where=str(path),
            mend=Message('A line reads: place = "beijing".', '一行的写法：place = "beijing"。'),
        ) from None
    return {key: _value(path, key, value) for key, value in table.items()}


def _value(path: Path, key: str, value: Any) -> Any:
    """Return a value as the option of its name holds it; paths are beside the file.

    Raises
    ------
    DataError
        When there is no such key, or the value is of another kind.
    """
    if key not in KEYS:
        raise DataError(
            Message("“{}” is no setting", "“{}”不是设置项", key),
            where=str(path),
            mend=Message("Known: {}.", "可用：{}。", KEYS),
        )
    if key in LISTS and isinstance(value, str):
        value = [value]
    if not _fits(key, value):
        raise DataError(
            Message("the value of “{}” cannot be used", "“{}”的值无法使用", key),
            where=str(path),
            mend=Message("Write {} = {}.", "请写 {} = {}。", key, _EXAMPLES[key]),
        )
    return [_beside(path.parent, v) for v in value] if key == "data" else value


def _beside(folder: Path, given: str) -> str:
    """Return the path of a file that lies beside the settings, with the name of its release."""
    name, equals, file = given.partition("=")
    if equals and not exists(folder / given):
        return f"{name}={folder / file}"
    return str(folder / given)


_EXAMPLES = {
    "place": '"beijing" or ["changping", "haidian"]',
    "vs": '"beijing"',
    "data": '"figures.csv" or ["a.csv", "b.csv"]',
    "lang": '"zh" or "en"',
    "format": '"csv"',
    "digits": "a whole number from 0 to 12",
    "vintage": '"first"',
    "builtin": "true or false",
    "no_color": "true or false",
}


def _fits(key: str, value: Any) -> bool:
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
    if key in TRUTHS:
        return isinstance(value, bool)
    if key == "digits":
        return type(value) is int and 0 <= value <= 12
    if key == "lang":
        return value in ("zh", "en")
    return isinstance(value, str) and bool(value.strip())


def _decided(options: Options) -> bool:
    from cpstats.cli.output import decided

    return decided(options)


def _filled(options: Options, table: dict[str, Any]) -> Options:
    """Fill from one layer; a place of its own belongs to the data of that layer or above it."""
    if options.data:
        table = {k: v for k, v in table.items() if k != "place"}
    if "format" in table and _decided(options):
        table = {k: v for k, v in table.items() if k != "format"}
    defaults = {f.name: f.default for f in fields(options)}
    open_ = {k: v for k, v in table.items() if getattr(options, k) == defaults[k]}
    return replace(options, **open_)
