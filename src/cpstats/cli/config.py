"""Defaults from `cpstats.toml` in the project, then from the user's config folder."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError

if TYPE_CHECKING:
    from cpstats.cli.options import Options

NAME = "cpstats.toml"
KEYS = ("place", "vs", "data", "lang", "format", "digits", "vintage", "builtin", "no_color")


def with_defaults(options: Options, folder: Path) -> Options:
    """Fill what the command line and the environment left open.

    Raises
    ------
    DataError
        When a config file is not TOML, or has a key or a value that is not known.
    """
    for path in (_project(folder), _user()):
        if path is not None and path.is_file():
            options = _filled(options, _read(path))
    return options


def _project(folder: Path) -> Path | None:
    """Return the nearest `cpstats.toml` at or above a folder."""
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
    return None


def _user() -> Path:
    from platformdirs import user_config_path

    return user_config_path("cpstats") / NAME


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"this is not TOML ({error})", where=str(path)) from None
    for key, value in table.items():
        if key not in KEYS:
            raise DataError(
                f"“{key}” is no setting", where=str(path), mend=f"Known: {', '.join(KEYS)}."
            )
        if not isinstance(value, _type(key)):
            raise DataError(f"the value of “{key}” has the wrong type", where=str(path))
    return {
        key: [value] if key in ("place", "data") and isinstance(value, str) else value
        for key, value in table.items()
    }


def _type(key: str) -> tuple[type, ...]:
    if key in ("place", "data"):
        return (str, list)
    return (int,) if key == "digits" else (bool,) if key in ("builtin", "no_color") else (str,)


def _filled(options: Options, table: dict[str, Any]) -> Options:
    defaults = {f.name: f.default for f in fields(options)}
    open_ = {k: v for k, v in table.items() if getattr(options, k) == defaults[k]}
    return replace(options, **open_)
