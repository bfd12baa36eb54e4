"""What a number is about: the noun before it (or behind a counter), else the one carried on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.vocabulary import COMPARED
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.lexicon import Lexicon


class Run(NamedTuple):
    """A stretch of content, and whether 、 or 和 joins it to the one before (which of them)."""

    tokens: tuple[Token, ...]
    joined: str = ""

    def surface(self, line: str) -> str:
        """Return the words."""
        return line[self.tokens[0].start : self.tokens[-1].end].strip('" ')


_OF = "的"
_ITEM = pattern(r"\d{1,2}\.?")
_IS_PART = pattern(
    r"(?:[^产企]业|产业|[民私国外]企|企业|集团|公司|园区|开发区|高新区|经开区|[^行]业区|保税区|乡镇|街道|组团|片区|板块|单位|招商引资|[产商]品|装备|设备)$"
)
_ALL_OF_A_BRANCH = pattern(  # those that its figures are of by definition
    r"(?:(?:具有)?(?:建筑业)?资质(?:等级)?(?:以上|以内|内)?(?:的)?|全部|全县|规模?以上|限额以上|总承包和专业承包)?(?P<branch>..)业?(?:企业|单位)"
)
_IN_PRICES = pattern(r"^(?:现价|当年价|可比价|不变价)(?:格)?")
_CONTENT = ("name", "rest")


def before_comparison(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens up to a word such as 高于 or 占: what follows is not the subject."""
    for n, token in enumerate(tokens):
        if token.kind == "func" and token.text in COMPARED:
            return tokens[:n]
    return tokens


def runs_of(tokens: Sequence[Token]) -> list[Run]:
    """Return the stretches of content in order."""
    runs: list[Run] = []
    current: list[Token] = []
    joined, after = "", False
    for n, token in enumerate(tokens):
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        if token.kind in _CONTENT or (current and _glued(token, following, current[-1])):
            current.append(token)
            continue
        if token.kind == "quote":
            continue
        if current:
            runs.append(Run(tuple(current), joined))
            current, joined = [], ""
            after = True
        if token.kind == "join":
            joined = token.text if after else ""
        elif token.kind != "place":
            joined = ""
    if current:
        runs.append(Run(tuple(current), joined))
    runs = [_without_cause(_without_number(r)) for r in runs]
    return [r for r in runs if _long_enough(r) and not _is_remark(r)]


def _without_number(run: Run) -> Run:
    """Return a stretch without the number of its line: 1. 供水量."""
    numbered = len(run.tokens) > 1 and _ITEM.fullmatch(run.tokens[0].text) is not None
    return Run(run.tokens[1:], run.joined) if numbered else run


def _without_cause(run: Run) -> Run:
    """Return a stretch without the cause behind it: 固定资产投资受项目接续不足影响."""
    for n in range(1, len(run.tokens)):
        if run.tokens[n].text.startswith("受"):
            return Run(run.tokens[:n], run.joined)
    return run


def _is_remark(run: Run) -> bool:
    """Return whether a stretch is a remark: 受高基数影响, 按平均汇率计算, 完成年度预算的, 第七次全国人口普查."""
    first, last = run.tokens[0].text, run.tokens[-1].text
    if "汇率" in first or last.endswith("普查") or _BUDGETED.fullmatch(first):
        return True
    words = "".join(token.text for token in run.tokens)
    if is_record(words) or is_among(words):
        return True
    return first.startswith(("受", "因")) and last.endswith(("影响", "原因"))


def is_record(words: str) -> bool:
    """Return whether some words only say that a number is the highest of years: 五年新高."""
    return _RECORD.fullmatch(words) is not None


def is_among(words: str) -> bool:
    """Return whether some words only say among what a rank is: (全市6个)区县中."""
    return _AMONG.fullmatch(words) is not None


def _long_enough(run: Run) -> bool:
    first = run.tokens[0]
    return run.tokens[-1].end - first.start > 1 or first.kind == "name" or first.text in _SEXES


_SEXES = ("男", "女")


def _glued(token: Token, following: Token | None, last: Token) -> bool:
    """Return whether a word of function or a place is inside a longer noun."""
    if following is None or following.kind not in _CONTENT or following.start != token.end:
        return token.kind == "place" and last.end == token.start and last.kind == "rest"
    if token.text == _OF:
        return True
    inside = last.end == token.start and last.kind == "rest"
    if token.kind == "place":
        return inside
    short = token.kind == "func" and inside and len(token.text) == 1
    return short and (following.kind == "rest" or not following.value)


def subject_of(
    tokens: Sequence[Token], line: str, lexicon: Lexicon, scopes: Sequence[str]
) -> Subject | None:
    """Return the subject among the tokens before a number; None where they hold no noun.

    Parameters
    ----------
    tokens : sequence of Token
        The tokens before it.
    line : str
        The line they stand in.
    lexicon : Lexicon
        The names of indicators.
    scopes : sequence of str
        What was quoted earlier in the sentence (“两区”), which a later noun may be a part of.
    """
    kept = before_comparison(tokens)
    return _last_of(runs_of(kept), kept, line, lexicon, scopes)


def _last_of(
    runs: list[Run], kept: Sequence[Token], line: str, lexicon: Lexicon, scopes: Sequence[str]
) -> Subject | None:
    """Return the subject that the last stretches of some tokens are."""
    if not runs:
        return None
    last = _joined_tail(runs)
    if len(last) > 1:
        surface = line[last[0].tokens[0].start : last[-1].tokens[-1].end]
        return Subject(surface)
    if len(runs) > 1:  # 第一产业实现增加值
        whole = runs[-2].surface(line) + runs[-1].surface(line)
        spelled = _once(runs[-2].surface(line), runs[-1].surface(line))
        if ident := lexicon.names.get(whole) or lexicon.names.get(spelled):
            return Subject(whole, ident)
        if not runs[-1].joined and _is_part_of(runs[-2].surface(line), runs[-1].surface(line)):
            return Subject(whole)  # 金融业实现税收, 电子产业完成工业增加值
    return named(last[-1], line, lexicon, scopes, kept)


def _once(first: str, last: str) -> str:
    """Return two nouns as one without the prices that it is in, and without what both say.

    >>> _once("规上工业", "现价工业增加值")
    '规上工业增加值'
    """
    bare = _IN_PRICES.sub("", last)
    return first + (bare.removeprefix(first[-2:]) if bare != first[-2:] else bare)


def _is_part_of(branch: str, name: str) -> bool:
    """Return whether what a branch has is a part of a name's figure, not all of it.

    >>> _is_part_of("金融业", "税收收入"), _is_part_of("资质以上建筑企业", "建筑业总产值")
    (True, False)
    """
    all_of_it = _ALL_OF_A_BRANCH.fullmatch(branch)
    whole = all_of_it is not None and name.startswith(all_of_it["branch"])
    return _IS_PART.search(branch) is not None and not whole


def topic_of(
    tokens: Sequence[Token], line: str, lexicon: Lexicon, scopes: Sequence[str]
) -> Subject | None:
    """Return what a clause without a number speaks of: an indicator it begins with, else a noun."""
    if tokens and tokens[0].text == "从" and tokens[-1].text.endswith("看"):
        tokens = tokens[1:]  # 从GDP总量来看
    kept = before_comparison(tokens)
    runs = runs_of(kept)
    if runs:
        first = named(runs[0], line, lexicon, scopes)
        if first.indicator and not (len(runs) > 1 and runs[1].joined):
            return first
    return _last_of(runs, kept, line, lexicon, scopes)


def _joined_tail(runs: list[Run]) -> list[Run]:
    """Return the last run and those that are joined to it."""
    tail = [runs[-1]]
    for run in reversed(runs[:-1]):
        if not tail[0].joined:
            break
        tail.insert(0, run)
    return tail


def named(
    run: Run, line: str, lexicon: Lexicon, scopes: Sequence[str], tokens: Sequence[Token] = ()
) -> Subject:
    """Return the subject that a run is: an indicator only where the run is its whole name."""
    surface = run.surface(line)
    if len(run.tokens) == 1 and run.tokens[0].kind == "name" and run.tokens[0].value:
        return Subject(surface, run.tokens[0].value)
    bare = _REMARK.sub("", surface).replace('"', "").replace(_OF, "")
    if lexicon.names.get(bare):
        return Subject(surface, lexicon.names[bare])
    start = next((t.start for t in tokens if t.kind not in ("time", "quote", "mark")), None)
    raw = line[start : run.tokens[-1].end].replace('"', "") if start is not None else bare
    end = tokens[-1].end if tokens else run.tokens[-1].end
    whole = line[start:end].replace('"', "") if start is not None else bare
    for scope in reversed(scopes):
        for rest in (whole, raw, bare):
            if rest and (ident := lexicon.scoped.get(scope + rest)):
                return Subject(surface, ident)
    return Subject(surface, lexicon.scoped.get(raw) or lexicon.scoped.get(bare))


_BUDGETED = pattern(r"(?:年度|全年|年初|调整)?(?:预算|目标|任务|计划)(?:任务|目标|数)?")
_RECORD = pattern(  # 增速创五年新高达到5.2%
    r"(?:近|近年|历年|[\d一二三四五六七八九十两几]{1,3}(?:年|个月|个季度))(?:来|以来)?(?:的)?(?:同期)?(?:新高|新低|最[高低好快佳])?|新高|新低"
)
_REMARK = pattern(r"\([^()]*\)")
_AMONG = pattern(
    r"(?:[两三四五六七八九十\d]{1,3}个?)?(?:地级|设区的?)?(?:以上)?[区县市州盟旗]{1,3}[中内里]"
    r"|各?(?:省份|省区市|省市区|省级(?:行政)?区|省(?:\((?:区、市|自治区、直辖市)\))?)[中内里]?"
)  # 在全市6个区县中列第3位, 在31个省份中排名第20
_VERBS = pattern(r"融入|建成|开放|投用|入选|获|完工|开工|通过|落地|投产|启用|达|实现|分布|免费")


def subject_after(tokens: Sequence[Token], line: str, lexicon: Lexicon) -> Subject | None:
    """Return the noun right behind a counted number: 49个公园."""
    taken: list[Token] = []
    for token in tokens:
        if token.kind in ("rest", "name"):
            taken.append(token)
        elif (taken and token.text == _OF and taken[0].kind == "rest") or (
            token.kind == "quote" and not taken
        ):
            continue
        else:
            break
    if not taken or not line[taken[0].start : taken[-1].end].strip():
        return None
    first = taken[0]
    if first.kind == "name" and (len(taken) == 1 or _VERBS.match(line, first.end)):
        return Subject(first.text, first.value or None)
    surface = line[first.start : taken[-1].end]
    if is_among(surface):
        return None
    bare = surface.replace(_OF, "")
    return Subject(surface, lexicon.names.get(bare) or lexicon.scoped.get(bare))


def _around(tokens: Sequence[Token]) -> tuple[Sequence[Token], list[Run]]:
    """Return what stands before 分别, and the nouns behind it: 对甲、乙分别出口."""
    for n, token in enumerate(tokens):
        if token.kind == "func" and "分别" in token.text:
            behind = runs_of(tokens[n + 1 :])
            return (tokens[:n], behind) if behind and runs_of(tokens[:n]) else (tokens, [])
    return tokens, []


_SPLIT = {
    "全体及城乡": ("", "城镇", "农村"),
    "城乡": ("城镇", "农村"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "一、二、三产业": ("第一产业", "第二产业", "第三产业"),
    "一、二、三次产业": ("第一产业", "第二产业", "第三产业"),
    "一、二、三产": ("第一产业", "第二产业", "第三产业"),
    "第一、二、三产业": ("第一产业", "第二产业", "第三产业"),
    "第一、二、三次产业": ("第一产业", "第二产业", "第三产业"),
    "第一、第二、第三产业": ("第一产业", "第二产业", "第三产业"),
    "第一、第二和第三产业": ("第一产业", "第二产业", "第三产业"),
    "第一、第二产业": ("第一产业", "第二产业"),
    "第一、二产业": ("第一产业", "第二产业"),
    "第二、第三产业": ("第二产业", "第三产业"),
    "第二、三产业": ("第二产业", "第三产业"),
    "二、三产业": ("第二产业", "第三产业"),
    "进出口": ("进口", "出口"),
}


_ALL_AND = pattern(r"全体(?:居民)?[及和、]$")


def heads_of(
    tokens: Sequence[Token], count: int, line: str, lexicon: Lexicon, scopes: Sequence[str]
) -> list[Subject] | None:
    """Return as many subjects as a 分别 list has numbers; an empty list where they do not match.

    None where no noun stands before it at all.
    """
    before, noun = _around(before_comparison(tokens))
    runs = runs_of(before)
    if not runs:
        return None
    tail = _joined_tail(runs)
    if noun and len(tail) == count:
        return [_spelled(run.surface(line) + noun[-1].surface(line), lexicon) for run in tail]
    whole = line[tail[0].tokens[0].start : tail[-1].tokens[-1].end].replace('"', "")
    if _ALL_AND.search(line, 0, tail[0].tokens[0].start):
        whole = f"全体及{whole}"
    if whole.startswith("乡") and line.endswith("城、", 0, tail[0].tokens[0].start):
        whole = f"城{whole}"  # 城、乡居民人均可支配收入
    for word, parts in _SPLIT.items():
        if whole.startswith(word) and len(parts) == count:
            return [_spelled(part + whole.removeprefix(word), lexicon) for part in parts]
    if len(tail) == count:
        last = tail[-1].surface(line)
        shared = [_shared(run, last, line, lexicon, scopes) for run in tail[:-1]]
        return [*shared, named(tail[-1], line, lexicon, scopes)]
    parts_of = [part for part in re.split("、", whole) if part]
    if len(parts_of) == count and count > 1:
        return [_spelled(part, lexicon) for part in parts_of]
    return []


def _spelled(text: str, lexicon: Lexicon) -> Subject:
    return Subject(text, lexicon.names.get(text) or None)


def _shared(run: Run, last: str, line: str, lexicon: Lexicon, scopes: Sequence[str]) -> Subject:
    """Return a head of a list; its noun may stand at the end: 城镇和农村居民人均可支配收入."""
    found = named(run, line, lexicon, scopes)
    if found.indicator or (len(run.tokens) == 1 and run.tokens[0].kind == "name"):
        return found
    for cut in range(1, len(last)):
        if ident := lexicon.names.get(found.surface + last[cut:]):
            return Subject(found.surface + last[cut:], ident)
    return found
