"""What follows a unit: whether a sign is a unit at all, or begins a noun (5个月, 6万亿台阶)."""

from __future__ import annotations

from cpstats.model.pattern import pattern

_NAMED_AFTER = {
    "个": pattern(r"个(?:月|年(?!度(?:项目|任务|重点|计划|实事))|季度|工作日|多月|五年)"),
    "年": pattern(r"年"),
    "位": pattern(r"位(?:数|于|居|列)"),
    "分": pattern(r"分(?:之|别|钟|享|区|点|期|类|支|行|校|部|院|会)"),
    "本": pattern(r"本(?:市|省|区|县|地|科|年|级)"),
    "张": pattern(r"张(?:家|掖)"),
    "台": pattern(r"台(?:湾|州|阶)"),
    "市": pattern(r"市(?:场|民|值|级|区|辖|政|直|委|属)"),
    "区": pattern(r"区(?:域|块|间|级|委|别)"),
    "县": pattern(r"县(?:级|域|委|道)"),
    "省": pattern(r"省(?:级|委|份|内|道)"),
    "州": pattern(r"州级"),
    "村": pattern(r"村级"),
    "乡": pattern(r"乡(?:级|村)"),
    "镇": pattern(r"镇级"),
    "级": pattern(r"级"),
    "次": pattern(r"次(?:产业|会议|全会|方|级|要|新|高|月|年|日)"),
    "部": pattern(r"部(?:门|委|分|级|队)"),
    "家": pattern(r"家(?:庭|居|电|长|政)(?!企业)"),
    "人": pattern(r"人(?:均|口|工|才)"),
    "天": pattern(r"天(?:然|津|文)"),
    "户": pattern(r"户(?:均|籍|外)"),
    "度": pattern(r"度(?:电)?(?!电)"),
    "大": pattern(r"大"),
    "批": pattern(r"批(?:次|发|复|准)"),
    "例": pattern(r"例(?:会|如|行)"),
    "列": pattern(r"列(?:入|为|居|第)"),
    "班": pattern(r"班(?:子|级|列)"),
    "对": pattern(r"对(?:外|口|接|标|应|于|美|欧|日|韩|俄|东)"),
    "单": pattern(r"单(?:位|项|体|产)"),
    "成": pattern(r"成(?:立|为|功|果|本|员|都|熟|交|就|绩|长|品|人|效)"),
    "项": pattern(r"项(?:链)"),
    "条": pattern(r"条(?:件|例)"),
    "C": pattern(r"C[A-Za-z]"),
    "元": pattern(r"元(?:旦|宇|素|月)"),
    "场": pattern(r"场(?:所|景|次|馆)"),
    "种": pattern(r"种(?:植|业|子|苗|质|养)"),
    "方": pattern(r"方(?:面|式|位|法|案|向)"),
    "站": pattern(r"站(?:点|位)"),
    "支": pattern(r"支(?:出|持|付|撑)"),
    "股": pattern(r"股(?:份|权|票)"),
    "名": pattern(r"名(?:义|校|称|录)"),
    "只": pattern(r"只(?:有|要|能)"),
    "门": pattern(r"门(?:槛|店|户|类|诊)"),
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
    if len(unit) > 1 or (power and unit != "门"):  # 12亿元月均, but 万亿门槛
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
    "门槛",
    "两个",
    "三个",
)


def is_letter(sign: str) -> bool:
    """Return whether a sign is a letter or a digit."""
    return bool(sign) and sign.isalnum()
