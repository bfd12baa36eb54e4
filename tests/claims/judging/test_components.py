"""Parts and totals, shares, points and multiples inside a sentence, of any subject."""

from __future__ import annotations

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

FALSE = [
    "全县耕地50万亩，其中水田20万亩，旱地35万亩。",  # 20 + 35 = 55
    "全年接待游客500万人次，其中过夜游客180万人次、一日游游客350万人次。",  # 530
    "全县有学校80所，其中小学120所。",
    "公路里程增加到900公里；在建项目42个，其中续建28个、新开工16个。",  # 44
    "The county has 60 schools, including 40 primary schools and 30 secondary schools.",  # 70
    "三次产业比为10.2:45.3:49.5。",  # 105.0
    "占比由45.2%提高到48.9%，提高4.7个百分点。",  # 3.7
    "茶叶产量增长12.5%，增幅比上年的10.2%提高1.3个百分点。",  # 2.3
    "全年发电量12.5亿千瓦时，其中水电8.0亿千瓦时，占70%。",  # 64
    "全年新增企业3200家，是上年1600家的3倍。",  # 2
    "骑手4500人，是2019年1500人的2倍。",  # 3
    "社团由60个增加到90个，数量翻了一番。",  # 1.5 times
    "入园率由2015年的81.2%提高到2020年的90.7%，提高8.5个百分点。",  # 9.5
    "会员中男性300人，占65%；女性200人，占40%。",  # 60
    "Tea output rose from 1,200 tonnes to 1,500 tonnes, an increase of 35 percent.",  # 25
    "The share rose from 45.2 percent to 48.9 percent, up 4.7 percentage points.",
    "Fruit output tripled from 20,000 tonnes to 50,000 tonnes.",  # 2.5 times
]
TRUE = [
    "全县耕地55万亩，其中水田20万亩，旱地35万亩。",
    "全县居民人均可支配收入39218元，其中城镇51821元，农村21691元。",  # an average has no sum
    "人均预期寿命78.2岁，其中男性75.5岁，女性81.0岁。",
    "年末人口218万人，比上年末减少2.6万人，其中城镇人口193万人，占88.5%。",  # of 218
    "在建项目50个，其中续建28个、新开工16个。",  # others may be left
    "学校60所，其中幼儿园30所、小学20所。",
    "企业500家，其中民营企业350家、规上企业200家。",  # the two overlap
    "全年新增贷款50亿元，其中企业贷款60亿元，住户贷款减少10亿元。",  # the others fell
    "三次产业比为10.2:45.3:44.5。",
    "骑手4500人，是2019年1500人的3倍。",
    "会员中男性300人，占60%；女性200人，占40%。",
    "会员中男性300人，占全市会员的6%；女性200人，占全市会员的4%。",
    "基金预算由8亿元调整为5亿元，其中土地出让收入由6.5亿元调整为3.5亿元。",
    "占比由45.2%提高到48.9%，提高3.7个百分点。",
    "全年新增企业3200家，是上年1600家的2倍。",
    "公路总里程2000公里，其中高速公路300公里，占15%。",
    "The province ran a 4.3 billion yuan surplus, including a record 7.1 billion yuan surplus with its neighbours.",
    "Plantings were 1.9 million hectares, while sowings (including those of the south) were 2.5 million hectares.",
    "The port took in 4.8 million tonnes, 2 million tonnes of which went to mills and 2.8 million tonnes to farms.",
    "The council set aside 3 million yuan, and spending will be 86 million yuan, including 70 million yuan on works.",
    "Fruit output more than doubled from 20,000 tonnes to 41,000 tonnes.",
]


def faulty(texts: list[str]) -> list[bool]:
    """Return of each text whether it is told to contradict itself."""
    report = check(
        [of_sentence(t) for t in texts], open_package(), Asked(published=None, place=None)
    )
    return [any(c["verdict"] == "inconsistent" for c in d["claims"]) for d in report.documents]  # type: ignore[attr-defined,index]


def test_what_cannot_be_true_together_is_found_without_data() -> None:
    assert [text for text, found in zip(FALSE, faulty(FALSE), strict=True) if not found] == []


def test_what_may_be_true_together_is_not_accused() -> None:
    assert [text for text, found in zip(TRUE, faulty(TRUE), strict=True) if found] == []
