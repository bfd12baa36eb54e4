"""Words of statistics in traditional Chinese letters, written in simplified ones to be looked up.

Tables of Taiwan, Hong Kong and Macao say 縣市別, 億元, 合計 and 遼寧. Only letters of such words are
here: what a table prints is kept as it prints it, and no other text is turned.
"""

from __future__ import annotations

PAIRS = (
    "區区縣县鄉乡鎮镇鄰邻別别統统計计項项數数額额單单資资來来說说註注備备總总億亿萬万圓圆幣币臺台灣湾門门產产業业經经濟济國国內内營营運运輸输農农漁渔礦矿電电氣气環环齡龄歲岁學学歷历職职務务員员勞劳"
    "動动價价貿贸進进類类準准標标齊齐質质費费療疗醫医衛卫險险貸贷債债儲储買买賣卖銷销廠厂應应係系當当實实際际長长減减變变較较歸归屬属開开關关從从與与後后間间時时點点週周號号頁页續续圖图戶户婦妇兒儿"
    "歿殁離离遷迁場场處处辦办構构協协會会團团黨党權权黃黄遼辽寧宁廣广東东雲云貴贵陝陕肅肃龍龙蘇苏壯壮維维爾尔瓊琼滬沪慶庆嶺岭島岛濱滨漢汉鄭郑瀋沈貨货車车輛辆噸吨頃顷畝亩約约無无為为個个於于並并體体"
    "積积響响義义觀观記记訊讯設设論论調调證证認认護护讓让賦赋稅税財财贈赠購购賬账賃赁賴赖贊赞輕轻載载轄辖遞递適适選选鐵铁鋼钢錄录鍋锅鍵键鑽钻閒闲閱阅陰阴陽阳階阶隊队隨随雙双難难靜静頂顶頻频題题顯显"
    "風风飛飞餘余館馆駐驻驗验魚鱼鳥鸟鹽盐麥麦齒齿滿满潔洁測测溫温漲涨濕湿燈灯爐炉爭争獎奖獲获畢毕異异發发監监盤盘確确種种稱称穩稳築筑節节簡简糧粮糾纠級级純纯紙纸細细終终組组結结絕绝給给網网緊紧線线"
    "編编績绩織织繳缴罰罚聯联聲声腦脑舉举藝艺藥药術术衝冲補补製制複复規规視视親亲覽览觸触訂订訓训許许診诊詢询詳详誤误課课談谈請请諮咨謀谋識识譯译議议讀读豐丰貢贡貧贫販贩賓宾賽赛跡迹轉转連连過过達达"
    "遠远"
)
TRADITIONAL = str.maketrans(dict(zip(PAIRS[::2], PAIRS[1::2], strict=True)))


def simplified(text: str) -> str:
    """Return a text with the letters of such words in simplified Chinese.

    >>> simplified("縣市別"), simplified("億元"), simplified("遼寧省"), simplified("GDP")
    ('县市别', '亿元', '辽宁省', 'GDP')
    """
    return text if text.isascii() else text.translate(TRADITIONAL)
