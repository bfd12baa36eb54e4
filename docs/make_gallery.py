"""Draw the pictures of the gallery and write its pages: `make gallery` (needs the extra `plot`).

The pictures depend on the fonts of the machine, so no test compares them; the browser tests look at
each whether its words overlap or leave it. Look at the pictures before you commit them.
"""
# ruff: noqa: INP001 - a program on its own

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent


class Picture(NamedTuple):
    """A picture: its file, the question it answers, and what is to be seen in it."""

    name: str
    command: str
    en: str
    zh: str


PICTURES = (
    Picture(
        "lines",
        "show gdp -p beijing --period 2012..2025",
        "Lines over time: parted where levels of another release begin; the band holds what "
        "rounding leaves open and what other releases say.",
        "折线：另一版本开始处断开；色带为舍入范围及其他版本的公布数。",
    ),
    Picture(
        "index",
        "index gdp -p changping -p beijing -p china --base 2016 --period 2016..2024",
        "Indices: each name stands at the end of its line, with its last value; the band is the "
        "drift of rounding.",
        "指数：名称与末值标在线端；色带为舍入累积误差。",
    ),
    Picture(
        "bars",
        "rank gdp --among beijing --period 2022",
        "Bars of one period, in the order of the answer.",
        "单一时期的条形图，按位次排列。",
    ),
    Picture(
        "signs",
        "show gdp_primary -p children:beijing --period 2022",
        "Bars with their signs: what fell stands to the left of nought.",
        "带正负号的条形图：下降者在零线左侧。",
    ),
    Picture(
        "slopes",
        "rank gdp --among beijing --period 2018..2022",
        "Ranks over several years: the first stands at the top.",
        "历年位次：第一在最上。",
    ),
    Picture(
        "small",
        "show gdp -p children:beijing --period 2017..2022",
        "Many places: a small panel each, with its last value; on scales of their own where their "
        "sizes differ much.",
        "地区较多时各画一小图，标出末值；规模悬殊时各用各的刻度。",
    ),
    Picture(
        "pair",
        "compare gdp --vs beijing --period 2018..2025",
        "A place beside its benchmark: an axis for each size, the share, and growth as two dots "
        "with the gap between them.",
        "与基准地区对比：规模悬殊时各用各的轴；占比；增速以两点及其间距表示。",
    ),
    Picture(
        "overview",
        "compare --vs beijing",
        "All indicators of a place beside its benchmark.",
        "各项指标与基准地区对比。",
    ),
    Picture(
        "average",
        "growth gdp -p changping -p beijing -p china",
        "Average growth: what was published beside what is computed, with its interval.",
        "年均增速：公布数与计算数并列，并给出区间。",
    ),
    Picture(
        "stack",
        "contribution gdp_primary gdp_secondary gdp_tertiary --of gdp -p beijing --period 2020..2023",
        "Contributions with their signs, and the growth of the whole as a dash over them.",
        "拉动（含正负号），整体增长以横线标出。",
    ),
    Picture(
        "share",
        "share gdp_secondary gdp_tertiary --of gdp -p beijing --period 2015..2024",
        "Shares over time.",
        "历年占比。",
    ),
    Picture(
        "fan",
        "revisions gdp -p beijing --period 2010..2019",
        "A fan of releases: every line is one release.",
        "各版本的扇形图：每条线为一个版本。",
    ),
    Picture(
        "target",
        "target gdp -p beijing -p china --times 2 --from 2020 --by 2035",
        "A target: growth that was achieved and growth that is still needed.",
        "目标：已实现与还需的年均增速。",
    ),
    Picture(
        "curve",
        "inequality gdp --among beijing --period 2017..2022",
        "Lorenz curves of the first and the last year, and the Gini coefficient over time.",
        "首末两年的洛伦兹曲线与历年基尼系数。",
    ),
)
HEAD = {
    "en": "# Gallery\n\nEvery kind of picture, each drawn by the command above it; how to draw is in "
    "[Pictures](plot.md). [中文](gallery.zh.md)\n",
    "zh": "# 图库\n\n各种图形及其命令；画图方法见[作图](plot.md)（英文）。[English](gallery.md)\n",
}


def arguments(picture: Picture, lang: str, file: Path | str) -> list[str]:
    """Return what draws a picture."""
    tongue = ["--lang", "zh"] if lang == "zh" else []
    return [*shlex.split(picture.command), *tongue, "--plot", "-o", str(file)]


def page(lang: str) -> str:
    """Return the page of a language."""
    parts = [HEAD[lang]]
    for picture in PICTURES:
        file = f"pictures/{picture.name}.{lang}.svg"
        typed = shlex.join(["cpstats", *arguments(picture, lang, f"{picture.name}.svg")])
        said = picture.zh if lang == "zh" else picture.en
        parts.append(f"{said}\n\n```sh\n{typed}\n```\n\n![{said}]({file})\n")
    return "\n".join(parts)


def main() -> None:
    """Draw everything anew."""
    (FOLDER / "pictures").mkdir(exist_ok=True)
    for lang, ending in (("en", ""), ("zh", ".zh")):
        for picture in PICTURES:
            file = FOLDER / "pictures" / f"{picture.name}.{lang}.svg"
            drawn = [*arguments(picture, lang, file), "--force", "--quiet"]
            subprocess.run([sys.executable, "-m", "cpstats", *drawn], check=True)  # noqa: S603
        (FOLDER / f"gallery{ending}.md").write_bytes(page(lang).encode())


if __name__ == "__main__":
    main()
