"""What draws a Vega-Lite specification, without a browser or a network (extra `plot`)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.export.parts.look import FONTS
from cpstats.message import Message

if TYPE_CHECKING:
    from cpstats.model.report import Style

CHINESE = re.compile(
    r"cjk|han(?:sans|serif)|wqy|wenquanyi|pingfang|msyh|simsun|simhei|yahei|heiti|songti|fallback",
    re.IGNORECASE,
)
SIGN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")  # also in the name of a publisher
PLAIN = "sans-serif"
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)


def converter(style: Style, painted: dict[str, Any] | None = None) -> Any:
    """Return the module that draws; `painted` is what is drawn in letters of this machine.

    Raises
    ------
    UsageError
        When it is not installed, or when Chinese is to be written and no font has its signs: boxes
        would stand in their place.
    """
    try:
        import vl_convert
    except ModuleNotFoundError:
        raise UsageError(
            Message("drawing pictures needs the extra “plot”", "绘图需要附加组件“plot”"),
            mend=Message(
                "Install it: pip install 'cpstats[plot]'", "请安装：pip install 'cpstats[plot]'"
            ),
        ) from None
    chinese = style.lang == "zh" or bool(SIGN.search(json.dumps(painted, ensure_ascii=False)))
    if chinese and not has_chinese_font():
        raise UsageError(
            Message("no font on this machine has Chinese signs", "本机没有中文字体"),
            mend=Message(
                "Install one, such as fonts-noto-cjk (Debian, Ubuntu) or google-noto-sans-cjk-fonts (Fedora).",
                "请安装一种，例如 fonts-noto-cjk（Debian、Ubuntu）或 google-noto-sans-cjk-fonts（Fedora）。",
            ),
        )
    return vl_convert


def svg(specification: dict[str, Any], style: Style) -> str:
    """Return a picture as SVG, its words in the fonts of `look`.

    They are measured in the plain font of the machine, which is no narrower: to find out that one
    font after another is not there, for every word, took three quarters of the time.

    Raises
    ------
    UsageError
        When the extra `plot` is not installed, or no font has the signs of the language.
    """
    config = specification["config"] | {"font": PLAIN}
    drawn: str = converter(style).vegalite_to_svg(specification | {"config": config})
    return drawn.replace(f'font-family="{PLAIN}"', f'font-family="{FONTS}"')


def png(specification: dict[str, Any], style: Style, scale: float) -> bytes:
    """Return a picture as PNG, so many pixels for one of the SVG that it is painted from."""
    draws = converter(style, specification)
    painted: bytes = draws.svg_to_png(svg(specification, style), scale=scale)
    return painted


@lru_cache(maxsize=1)
def has_chinese_font() -> bool:
    """Return whether a font of this machine has Chinese signs."""
    if asks := shutil.which("fc-list"):
        told = subprocess.run([asks, ":lang=zh", "file"], capture_output=True, check=False)  # noqa: S603
        return bool(told.stdout.strip())
    files = (
        f for folder in FOLDERS for f in Path(folder).expanduser().glob("**/*.[tToO][tT][cCfF]")
    )
    return any(CHINESE.search(f.name) for f in files)
