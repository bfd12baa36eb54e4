"""A statement as a Chinese bulletin words it: 比上年增长1.5%，高于全市0.8个百分点."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.sentences.moment import moment_of
from cpstats.model.amount import chinese
from cpstats.model.period import Freq
from cpstats.model.quantity import half_up
from cpstats.model.text import spaced
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from cpstats.answers.sentences.statement import Statement
    from cpstats.model.figure import Figure
    from cpstats.model.indicator import Indicator

BOUND = {"": "", "lower": "超过", "upper": "不足", "approx": "约"}
HUNDRED_MILLION = 8
WHOLE = {"市": "全市", "省": "全省", "区": "全区", "州": "全州", "县": "全县"}
_AT = {"start": "初", "middle": "年中", "end": "末", "census": "普查时点"}
CHAINED = {"chained": "（按公布的年度增速连乘）", "geometric": "（按同一版本的水平值计算）"}


def sentence(said: Statement) -> str:
    """Return the sentence, without a word about what is lacking."""
    pair = said.pair
    subject = behind(pair.name(pair.area).zh, _named(pair.indicator))
    if said.level is not None and said.level.measure in _REACHED:
        return f"{_when(said)}，{subject}{_REACHED[said.level.measure](said)}。"
    parts = [*_level(said), *_growth(said)]
    beside = ""
    if said.beside is not None:
        theirs = behind(other(said), pair.indicator.name.zh)
        beside = f"；{spaced(theirs, amount(said.beside))}"
    return f"{_when(said)}，{spaced(subject, ''.join(parts))}{beside}。"


def behind(name: str, text: str) -> str:
    """Return what is said of a place behind its name, one in Latin letters set apart.

    >>> behind("Kelland", "人口"), behind("Kelland", "0.8个百分点"), behind("北京市", "人口")
    ('Kelland 人口', 'Kelland 0.8个百分点', '北京市人口')
    """
    latin = bool(name and text) and name[-1].isascii() and text[0].isalnum()
    return f"{name} {text}" if latin else name + text


def _named(indicator: Indicator) -> str:
    """Return an indicator before its number; of a rank in the city 居全市 stands before 第1位."""
    name = indicator.name.zh
    if indicator.kind == "rank" and name.endswith("全市排名"):
        return name.removesuffix("全市排名") + "居全市"
    return name


def other(said: Statement) -> str:
    """Return what the benchmark is called from the place: 全国, 全市, else its name."""
    pair, places = said.pair, said.pair.figures.catalogue.places
    name = pair.name(pair.other).zh
    if places[pair.other].level == "country":
        return "全国"
    return WHOLE.get(name[-1], name) if places[pair.area].parent == pair.other else name


def amount(figure: Figure) -> str:
    """Return a level with its bound; a rate is joined with 为."""
    return f"{BOUND[figure.bound]}{chinese(figure)}"


def _when(said: Statement) -> str:
    period = said.period
    spans = said.pair.figures.catalogue.spans
    named = spans.called((period.first_year, period.year)) if period.freq is Freq.SPAN else None
    if named is not None:
        return f"{named.zh}期间"
    return period.label("zh") + _AT.get(moment_of(said, "zh"), "")


def _level(said: Statement) -> list[str]:
    level, kind = said.level, said.pair.indicator.kind
    if level is None:
        return []
    if kind == "rank":
        return [f"第{half_up(level.value or 0, 0)}位"]
    part = said.part
    parts = ["为" if kind == "rate" and not level.bound else "", amount(level)]
    if part is not None and part.measure == "share":
        parts.append(f"，占{other(said)}的{half_up(part.value or 0, part.decimals)}%")
    elif part is not None:
        parts.append(f"，{_apart(part, said, part.decimals)}")
    return parts


def _growth(said: Statement) -> list[str]:
    growth, gap = said.growth, said.gap
    if growth is None:
        return [] if gap is None else [f"增速{_apart(gap, said, gap.decimals)}"]
    average = growth.measure == "average_growth"
    decimals = 1 if growth.formula is not None else growth.decimals
    basis, word = _basis(said, growth)
    parts = [basis, _moved(said, growth, word, decimals)]
    if said.level is not None:
        parts.insert(0, "；" if said.part is not None else "，")
    parts.append(CHAINED.get(growth.method, "") if average else "")
    if gap is not None:
        of_levels = average or any(f.formula is not None for f in gap.inputs)
        rate = "年均增速" if average else "增速"  # a fall is neither higher nor lower, its rate is
        fell = "" if float(half_up(growth.value or 0, decimals)) > 0 else rate
        parts.append(f"，{fell}{_apart(gap, said, 1 if of_levels else gap.decimals)}")
    return parts


def _basis(said: Statement, growth: Figure) -> tuple[str, str]:
    """Return what is said of the price basis, before the comparison and before the verb."""
    default = said.pair.indicator.growth_basis
    if growth.assumed:  # the source says nothing of it
        return "", ""
    if growth.price_basis != default:
        return "", {"constant": "实际", "current": "名义"}.get(growth.price_basis, "")
    if growth.measure == "average_growth":
        return "", ""
    return {"constant": "按不变价格计算，", "scope": "按可比口径计算，"}.get(default, ""), ""


def _moved(said: Statement, growth: Figure, basis: str, decimals: int) -> str:
    """Return 比上年增长1.5%, 年均下降0.1%, or 持平 where the number is 0."""
    value = growth.value or 0.0
    number = half_up(abs(value), decimals)
    annual, average = said.period.freq is Freq.ANNUAL, growth.measure == "average_growth"
    if not number.strip("0."):
        if average:
            return f"年均{basis}基本持平"
        return f"{basis}与上年持平" if annual else f"{basis}与上年同期持平"
    than = "年均" if average else "比上年" if annual else "同比"
    up = "上涨" if said.pair.indicator.kind == "index" else "增长"
    return f"{than}{basis}{'下降' if value < 0 else up}{BOUND[growth.bound]}{number}%"


def _apart(gap: Figure, said: Statement, decimals: int) -> str:
    """Return how far the place lies above or below the benchmark, in points."""
    if gap.touches_zero:
        within = "" if gap.value == 0 else "（舍入范围内）"
        return f"与{behind(other(said), '持平')}{within}"
    word = "高于" if (gap.value or 0) > 0 else "低于"
    return word + behind(other(said), f"{points(gap, decimals)}个百分点")


def points(gap: Figure, decimals: int) -> str:
    """Return the size of a gap that is not 0, with as many decimals as it takes to say so."""
    value = abs(gap.value or 0)
    while not half_up(value, decimals).strip("0."):
        decimals += 1
    return half_up(value, decimals)


def _milestone(said: Statement) -> str:
    assert said.level is not None, "chosen by its measure"
    number = chinese(said.level)
    if said.level.bound == "upper":
        return f"降至{number}以下"
    unit = Unit.of(said.pair.indicator.unit)
    total = "总量" if unit.is_money and unit.power >= HUNDRED_MILLION else ""
    return f"{total}突破{number}" if said.level.bound else f"达到{number}"


def _total(said: Statement) -> str:
    assert said.level is not None, "chosen by its measure"
    return f"累计{amount(said.level)}"


def _maximum(said: Statement) -> str:
    assert said.level is not None, "chosen by its measure"
    return f"最高达到{amount(said.level)}"


_REACHED = {"milestone": _milestone, "total": _total, "maximum": _maximum}
