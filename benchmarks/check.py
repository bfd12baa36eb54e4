"""How fast texts are checked, and whether time grows with their length alone.

Texts are made of the sentences of a bulletin, and of patterns on which a careless rule would take
the square of the length. The yardstick is one pass of `re` over the same text, which finds its
numbers and nothing else; a ratio of two texts, one twice as long, should be about 2. Where the
folder `shared` lies beside the project, the scorer of its labelled texts prints its table.

`--against FOLDER` runs the command in turn with that of another checkout (its `.venv/bin/python`), on
texts of three kinds and on files that are named, and prints the ratios to it.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from constructed import HERE, PLACES, YEARS, Filled, NoFigureError, constructions
from startup import seconds as of_command

from cpstats.claims.check import Asked, check
from cpstats.claims.extract import extract
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCORER = Path(__file__).resolve().parents[2] / "shared/claims/score.py"
BULLETIN = (
    "2024年，全市实现地区生产总值49843.1亿元，按不变价格计算，比上年增长5.2%，高于全国0.2个百分点。"
    "其中，第一产业增加值116.4亿元，增长1.5%；第二产业增加值7226.8亿元，增长5.7%；"
    "第三产业增加值42499.9亿元，增长5.1%。三次产业构成为0.2:14.5:85.3。\n"
    "居民人均可支配收入85415元，比上年名义增长4.5%，扣除价格因素实际增长4.4%。"
    "城镇调查失业率为4.1%，比上年下降0.3个百分点。昌平区地区生产总值1811.9亿元，居全市第7位。\n"
    "“十四五”以来，全市一般公共预算收入年均增长3.8%，“两区”项目超过3000个，力争到2030年再翻一番。\n"
)
PATTERNS = (
    "、", "，", "；", "(", "（", "“", "“(", "「", "[", "<", "&", "*", "|", "　", "\t", "-", ".",
    "占", "从", "比", "由", "到", "和", "的", "其中", "分别", "年", "月", "年均", "增长", "高于全市",
    "万", "亿", "十", "一百零", "两成", "翻一番", "第", "之", "1", "1,", "1.", "1、", "1:", "1/", "1-",
    "1%", "5%、", "5%，", "2024年", "2024年1-", "2021-2025年", "十四五", "“十四五”", "全市", "北京市",
    "地区生产总值", "地区生产总值、", "增长5%、", "分别增长5%、", "从5%到", "比上年增长5%，",
    "a", "in ", "the ", "GDP ", "percent ", "5 percent and ", "from 5 to ", "1 million ", "\n", "。",
)  # fmt: skip
SIZES = (10_000, 100_000, 1_000_000)
NUMBER = re.compile(r"\d+(?:\.\d+)?\s?(?:[%‰]|个百分点|[十百千万亿]*[^\W\d_]?)")
DAY = date(2025, 4, 10)
GIVEN = ("--published", "2025-12-31", "--place", "110000")
PROSE = (  # a sentence is one of each
    ("坚持稳中求进，", "聚焦主责主业，", "立足资源禀赋，", "对标先进地区，", "紧扣民生关切，", "顺应群众期盼，"),
    ("扎实推进", "持续深化", "全面加强", "着力优化", "统筹抓好", "加快完善"),
    ("营商环境建设，", "产业转型升级，", "城乡融合发展，", "生态环境治理，", "基层治理创新，", "公共服务供给，"),
    ("重点领域", "关键环节", "薄弱环节", "老旧小区", "中小企业", "农村地区"),
    ("焕发新活力。", "取得新进展。", "呈现新气象。", "迈出新步伐。", "展现新面貌。"),
)  # fmt: skip


def seconds(work: Callable[[], object], *, rounds: int = 3) -> float:
    """Return the least processor time of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=20_000, help="signs of a repeated pattern")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="signs of the longest text")
    parser.add_argument("--against", type=Path, help="another checkout, to be held against")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("files", nargs="*", type=Path, help="texts for --against")
    asked = parser.parse_args()
    if asked.against is not None:
        against(asked.against, asked.files, asked.rounds)
        return
    speed([size for size in SIZES if size <= asked.largest])
    patterns(asked.length)
    scores()


def speed(sizes: list[int]) -> None:
    """Print how many signs a second are read and judged."""
    package = open_package()
    print("bulletin, signs   read, signs/s   checked, signs/s   × one pass of re")
    for size in sizes:
        text = (BULLETIN * (size // len(BULLETIN) + 1))[:size]
        document, question = of_sentence(text), Asked(published=DAY, place="110000")
        rounds = 3 if size <= 100_000 else 1
        yardstick = seconds(lambda t=text: NUMBER.findall(t))
        read = seconds(lambda t=text: _read(t), rounds=rounds)
        judged = seconds(lambda d=document, q=question: check([d], package, q), rounds=rounds)
        print(f"{size:15,} {size / read:15,.0f} {size / judged:18,.0f} {judged / yardstick:18,.0f}")


def patterns(length: int) -> None:
    """Print the patterns whose time grows faster than their length, and the slowest."""
    found = []
    for pattern in PATTERNS:
        text = pattern * (length // len(pattern))
        one = seconds(lambda t=text: _read(t))
        two = seconds(lambda t=text: _read(t * 2))
        plain = seconds(lambda t=text: NUMBER.findall(t))
        found.append((two / max(one, 1e-6), one, one / max(plain, 1e-6), pattern))
    print(f"\n{len(found)} repeated patterns of {length:,} signs: time of twice the length")
    print("ratio  read, signs/s  × one pass of re  pattern")
    for ratio, one, plain, pattern in sorted(found, reverse=True)[:12]:
        print(f"{ratio:5.2f} {length / one:14,.0f} {plain:17,.0f}  {pattern!r}")
    over = sum(ratio > 2.6 for ratio, *_ in found)
    print(f"over 2.6: {over} of {len(found)}")


def scores() -> None:
    """Print the scorer's table of the labelled texts, where they are."""
    if not SCORER.is_file():
        return
    command = (
        f"{sys.executable} -m cpstats check {{file}} --published {{published}} --place {{place}}"
    )
    print()
    sys.stdout.flush()
    subprocess.run(
        [sys.executable, str(SCORER), "claims", "--command", f"{command} --format json"],
        check=False,
    )


def against(other: Path, files: list[Path], rounds: int) -> None:
    """Print how long the command takes on some texts, as a ratio to that of another checkout."""
    programs = [str(other / ".venv/bin/python"), sys.executable]
    print(f"against {other.name}, {rounds} rounds     kB   time    CPU")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in made_texts().items():
            (file := Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
            files = [*files, file]
        for file in files:
            ratios = []
            for _ in range(rounds):
                before, now = (
                    of_command(
                        [program, "-m", "cpstats", "check", str(file), *GIVEN],
                        terminal=False,
                        extra={},
                    )
                    for program in programs
                )
                ratios.append((now[0] / before[0], now[1] / before[1]))
            elapsed, worked = (statistics.median(r[i] for r in ratios) for i in (0, 1))
            size = file.stat().st_size // 1000
            print(f"{file.stem:24} {size:9,} {elapsed:6.2f} {worked:6.2f}")


def made_texts() -> dict[str, str]:
    """Return texts by what they are like; all but the first say nothing twice."""
    sentences = sorted(_true_sentences(), key=_mixed)
    prose = sorted(("".join(words) for words in product(*PROSE)), key=_mixed)
    report = [
        sentence + "".join(prose[4 * n : 4 * n + 2]) + "\n" + "".join(prose[4 * n + 2 : 4 * n + 4])
        for n, sentence in enumerate(sentences[: len(prose) // 4])
    ]
    return {
        "bulletin, repeated": BULLETIN * 1500,
        "numbers only": "\n".join(
            "".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)
        ),
        "numbers among prose": "\n".join(report),
    }


def _mixed(text: str) -> int:
    """Return where a text goes in an order that is none, and the same each time."""
    return zlib.crc32(text.encode())


def _true_sentences() -> Iterator[str]:
    """Yield each construction with the figures of every place and year that has them."""
    for _, line in constructions(HERE / "constructions/chinese.txt"):
        for place, year in product(PLACES["zh"], YEARS):
            try:
                told = Filled(line, place, year).say()
            except NoFigureError:
                continue
            if told is not None:
                yield told[0].replace("\n", "")


def _read(text: str) -> object:
    return extract(text, catalogue=CATALOGUE, published=DAY, place="110000")


CATALOGUE = open_package().catalogue

if __name__ == "__main__":
    main()
