"""What follows a unit: whether a sign is a unit at all, or begins a noun (5个月, 6万亿台阶)."""

from __future__ import annotations

import re

_NAMED_AFTER = {
    "个": re.compile(r"个(?:月|年(?!度(?:项目|任务|重点|计划|实事))|季度|工作日|多月|五年)"),
    "年": re.compile(r"年"),
    "位": re.compile(r"位(?:数|于|居|列)"),
    "分": re.compile(r"分(?:之|别|钟|享|区|点|期|类|支|行|校|部|院|会)"),
    "本": re.compile(r"本(?:市|省|区|县|地|科|年|级)"),
    "张": re.compile(r"张(?:家|掖)"),
    "台": re.compile(r"台(?:湾|州|阶)"),
    "市": re.compile(r"市(?:场|民|值|级|区|辖|政|直|委|属)"),
    "区": re.compile(r"区(?:域|块|间|级|委|别)"),
    "县": re.compile(r"县(?:级|域|委|道)"),
    "省": re.compile(r"省(?:级|委|份|内|道)"),
    "州": re.compile(r"州级"),
    "村": re.compile(r"村级"),
    "乡": re.compile(r"乡(?:级|村)"),
    "镇": re.compile(r"镇级"),
    "级": re.compile(r"级"),
    "次": re.compile(r"次(?:产业|会议|全会|方|级|要|新|高|月|年|日)"),
    "部": re.compile(r"部(?:门|委|分|级|队)"),
    "家": re.compile(r"家(?:庭|居|电|长|政)(?!企业)"),
    "人": re.compile(r"人(?:均|口|工|才)"),
    "天": re.compile(r"天(?:然|津|文)"),
    "户": re.compile(r"户(?:均|籍|外)"),
    "度": re.compile(r"度(?:电)?(?!电)"),
    "大": re.compile(r"大"),
    "批": re.compile(r"批(?:次|发|复|准)"),
    "例": re.compile(r"例(?:会|如|行)"),
    "列": re.compile(r"列(?:入|为|居|第)"),
    "班": re.compile(r"班(?:子|级|列)"),
    "对": re.compile(r"对(?:外|口|接|标|应|于|美|欧|日|韩|俄|东)"),
    "单": re.compile(r"单(?:位|项|体|产)"),
    "成": re.compile(r"成(?:立|为|功|果|本|员|都|熟|交|就|绩|长|品|人|效)"),
    "项": re.compile(r"项(?:链)"),
    "条": re.compile(r"条(?:件|例)"),
    "C": re.compile(r"C[A-Za-z]"),
    "元": re.compile(r"元(?:旦|宇|素|月)"),
    "场": re.compile(r"场(?:所|景|次|馆)"),
    "种": re.compile(r"种(?:植|业|子|苗|质|养)"),
    "方": re.compile(r"方(?:面|式|位|法|案|向)"),
    "站": re.compile(r"站(?:点|位)"),
    "支": re.compile(r"支(?:出|持|付|撑)"),
    "股": re.compile(r"股(?:份|权|票)"),
    "名": re.compile(r"名(?:义|校|称|录)"),
    "只": re.compile(r"只(?:有|要|能)"),
}


def ends_well(text: str, end: int, unit: str, power: str) -> bool:
    """Return whether what follows does not make another word of the unit."""
    if not unit:
        return not is_letter(text[end : end + 1]) or text.startswith(_AFTER_SCALE, end)
    last = unit[-1]
    if (
        last.isascii()
        and last.isalpha()
        and text[end : end + 1].isascii()
        and text[end : end + 1].isalpha()
    ):
        return False
    if len(unit) > 1 or power:
        return True
    return not begins_a_word(unit, text, end)


def begins_a_word(unit: str, text: str, end: int) -> bool:
    """Return whether the sign that looks like a unit begins a noun: 5个月, 6万亿台阶."""
    named = _NAMED_AFTER.get(unit)
    return named is not None and named.match(text, end - 1) is not None


_AFTER_SCALE = (
    "以上",
    "以下",
    "左右",
    "的",
    "增",
    "下降",
    "人",
    "和",
    "与",
    "台阶",
    "大关",
    "关口",
    "两个",
    "三个",
)


def is_letter(sign: str) -> bool:
    """Return whether a sign is a letter or a digit."""
    return bool(sign) and sign.isalnum()
