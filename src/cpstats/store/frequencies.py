"""Words for how often a figure is given, and for a part of the year without its year."""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.model.period import Freq

WORDS = {
    Freq.ANNUAL: "年|年度|年频|a|annual|annually|yearly|year|jährlich|annuel|annuelle|anual|annuale|jaarlijks|rok|rocznie|roczne|letno|ročně|yıllık|årlig|год",
    Freq.HALF: "半年|半年度|s|h|half-yearly|half yearly|semi-annual|semiannual|half-year|halbjährlich|semestriel|semestral",
    Freq.QUARTER: "季|季度|季频|q|quarterly|quarter|vierteljährlich|trimestriel|trimestral",
    Freq.MONTH: "月|月度|月频|m|monthly|month|monatlich|mensuel|mensual|mensal",
}
KNOWN = {word: freq for freq, words in WORDS.items() for word in words.split("|")}
MONTHS = (
    (
        "jänner|jän|oca|січ|يناير|ינואר|มกราคม|january|jan|januar|janvier|janv|enero|ene|janeiro|gennaio|gen|januari"
        "|январь|января|янв|styczeń|sty|leden|ledna|ocak|ianuarie|ian|január|siječanj|tammikuu|ιανουάριος"
        "|stycznia|січень|січня|jaanuar|janvāris|janvārī|sausis|sausio|януари|јануар|gener|ιανουαρίου"
    ),
    (
        "feber|лют|فبراير|פברואר|กุมภาพันธ์|february|feb|februar|février|fevrier|févr|fév|febr|febrero|fevereiro|fev|febbraio|februari"
        "|февраль|февраля|фев|luty|lut|únor|února|úno|şubat|şub|februarie|február|februar|veljača|helmikuu"
        "|lutego|лютий|лютого|veebruar|februāris|vasaris|vasario|февруари|фебруар|febrer|pebruari|φεβρουάριος|φεβρουαρίου"
    ),
    (
        "бер|مارس|מרץ|มีนาคม|march|mar|märz|mär|mrz|mrt|mars|marzo|março|maart"
        "|maret|март|марта|мар|marzec|březen|března|bře|mart|martie|március|ožujak|maaliskuu"
        "|marca|березень|березня|märts|marts|kovas|kovo|març|marec|μάρτιος|μαρτίου"
    ),
    (
        "nis|кві|أبريل|ابريل|אפריל|เมษายน|april|apr|avril|avr|abril|abr|aprile"
        "|апрель|апреля|апр|kwiecień|kwi|duben|dubna|nisan|aprilie|április|travanj|huhtikuu"
        "|kwietnia|квітень|квітня|aprill|aprīlis|balandis|balandžio|април|apríl|απρίλιος|απριλίου"
    ),
    (
        "mays|тра|مايو|מאי|พฤษภาคม|may|mai|mayo|maio|maggio|mag|mei|maj|май|мая|květen|května|kvě|mayıs|május|svibanj|toukokuu"
        "|maja|травень|травня|maijs|gegužė|gegužės|maig|máj|μάιος|μαΐου"
    ),
    (
        "чер|يونيو|يونيه|יוני|มิถุนายน|june|jun|juni|juin|jui|junio|junho|giugno|giu"
        "|июнь|июня|июн|czerwiec|cze|červen|června|čvn|haziran|haz|iunie|iun|június|lipanj|kesäkuu"
        "|czerwca|червень|червня|juuni|jūnijs|birželis|birželio|юни|јун|juny|jún|ιούνιος|ιουνίου"
    ),
    (
        "tem|лип|يوليو|يوليه|יולי|กรกฎาคม|july|jul|juli|juillet|juil|julio|julho|luglio|lug"
        "|июль|июля|июл|lipiec|lip|červenec|července|čvc|temmuz|iulie|iul|július|srpanj|heinäkuu"
        "|lipca|липень|липня|juuli|jūlijs|liepa|liepos|юли|јул|juliol|júl|ιούλιος|ιουλίου"
    ),
    (
        "сер|أغسطس|اغسطس|אוגוסט|สิงหาคม|august|aug|août|aout|aoû|agosto|ago|augustus|augusti"
        "|agustus|agt|agu|ogos|август|августа|авг|sierpień|sie|srpen|srpna|ağustos|ağu|augusztus|kolovoz|elokuu"
        "|sierpnia|серпень|серпня|augusts|rugpjūtis|rugpjūčio|avgust|agost|αύγουστος|αυγούστου"
    ),
    (
        "вер|سبتمبر|ספטמבר|กันยายน|september|sep|sept|septembre|septiembre|setembro|set|settembre"
        "|сентябрь|сентября|сен|сент|wrzesień|wrz|září|zář|eylül|eyl|septembrie|szeptember|rujan|syyskuu"
        "|września|вересень|вересня|septembris|rugsėjis|rugsėjo|септември|септембар|septembar|setembre|σεπτέμβριος|σεπτεμβρίου"
    ),
    (
        "eki|жов|أكتوبر|اكتوبر|אוקטובר|ตุลาคม|october|oct|oktober|okt|octobre|octubre|outubro|out|ottobre|ott"
        "|октябрь|октября|окт|październik|paź|říjen|října|říj|ekim|octombrie|október|lokakuu"
        "|października|жовтень|жовтня|oktoober|oktobris|spalis|spalio|октомври|октобар|oktobar|οκτώβριος|οκτωβρίου"
    ),
    (
        "نوفمبر|נובמבר|พฤศจิกายน|ноем|november|nov|novembre|noviembre|novembro"
        "|ноябрь|ноября|ноя|listopad|listopadu|lis|kasım|kas|noiembrie|noi|november|studeni|marraskuu"
        "|listopada|листопад|листопада|novembris|lapkritis|lapkričio|ноември|новембар|novembar|nopember|nop|νοέμβριος|νοεμβρίου"
    ),
    (
        "ara|гру|ديسمبر|דצמבר|ธันวาคม|december|dec|dezember|dez|décembre|déc|diciembre|dic|dezembro|dicembre"
        "|desember|des|disember|декабрь|декабря|дек|grudzień|gru|prosinec|prosince|aralık|decembrie|prosinac|joulukuu"
        "|grudnia|грудень|грудня|detsember|decembris|gruodis|gruodžio|декември|децембар|decembar|desembre|δεκέμβριος|δεκεμβρίου"
    ),
)
IN_MONTHS = (  # of which something is said to be in: в январе
    "январе|січні",
    "феврале|лютому",
    "марте|березні",
    "апреле|квітні",
    "мае|травні",
    "июне|червні",
    "июле|липні",
    "августе|серпні",
    "сентябре|вересні",
    "октябре|жовтні",
    "ноябре|листопаді",
    "декабре|грудні",
)
NUMBER_OF = {
    word.casefold(): n
    for names in (MONTHS, IN_MONTHS)
    for n, words in enumerate(names, 1)
    for word in words.split("|")
}
SINCE_JANUARY = re.compile(r"1 ?[-—–~至] ?(?:[2-9]|1[0-2])月份?(?:累计)?|前三季度|前[二两]季度")
COUNTING = ("一 二 三 四", "i ii iii iv", "الأول الثاني الثالث الرابع")
NUMERALS = {word: n for words in COUNTING for n, word in enumerate(words.split(), 1)}
ORDINALS = (
    "first|erstes|ersten|premier|primer|primeiro|primo|pierwszy|pierwszym|первый|первое|первом|eerste|första|første|prvi|prvo|birinci|i",
    "second|zweites|zweiten|deuxième|segundo|secondo|drugi|drugim|второй|второе|втором|tweede|andra|anden|andre|drugo|ikinci|ii",
    "third|drittes|dritten|troisième|tercer|terceiro|terzo|trzeci|trzecim|третий|третьем|derde|tredje|treći|treće|tretji|tretje|üçüncü|iii",
    "fourth|viertes|vierten|quatrième|cuarto|quarto|czwarty|czwartym|четвертый|четвёртый|четвертом|vierde|fjärde|fjerde|četvrti|četvrto|četrti|četrto|dördüncü|iv",
)
NTH = {word: n for n, words in enumerate(ORDINALS, 1) for word in words.split("|")}
NAMED_PART = re.compile(
    r"(?P<nth>[^\W\d_]{1,10}\.?|[1-4](?:st|nd|rd|th|r|n|t|er|ère|e|ème|eme|\.?(?:[rdt][oa]|er)\.?|\.?[ºª°oa]|ο|η|\.|-[ейя])?) "
    r"(?:(?P<quarter>quarter|qtr|quartals?|vierteljahr|trimestre|trim?|kwarta[łl][a-z]?|квартал[а-я]?|кв|negyedév|çeyrek|čtvrtletí|kvart[aá]l|kwartaal|neljännes|ceturksnis|ketv(?:irtis)?|четвърт|тримесечие|тромесечје|tromjesečje|tromesečje|četrtletje|štvrťrok|ársfjórðungur|τρίμηνο|trimestrul|квартал|(?<=[ºª°oa] )t)"
    r"|(?P<half>half(?:[ -]?year)?|halbjahre?s?|sem(?:estre)?|półrocz[aeu]|полугоди[еяи]|félév|pololetí|pol|yarıyıl|halfjaar|halvår|halvår[et]?|полугодие|pusgads|pusmetis|polletje|pololetje|polugodište|εξάμηνο|semestrul))",
)
# Jan.-Mar., enero-marzo, July to September
FROM_TO = re.compile(
    r"(?P<a>[^\W\d_]{3,12})\.?(?: ?[-–—~/] ?| (?:to|through|till?|bis|au?|à|al|do|до) )(?P<b>[^\W\d_]{3,12})\.?",
    re.IGNORECASE,
)
QUARTER = re.compile(
    r"(?:quý|triwulan|suku tahun|kwartaal|kvartal) (iv|i{1,3})|(?:quý|q|qtr\.?|quarter|trim\.?|trimestre|t|k|kv\.?|kwartaal|kvartal|triwulan) ?0?([1-4])|([1-4])e ?kw(?:rt|t)?\.?|([1-4])(?:q|st quarter|nd quarter|rd quarter|th quarter)"
    r"|第?([一二三四1-4])(?:季度?|四半期)|الربع (الأول|الثاني|الثالث|الرابع)|([1-4])\. ?(?:quartal|vierteljahr|kvartal|kvt)|(iv|i{1,3}) ?(?:quarter|trim\w*|kv\w*|кв\w*)?",
)
HALF = re.compile(
    r"(?:h|s|semester|semestre|half(?:[ -]?year)?) ?0?([12])|(?:semester|semestre|half) (ii?)|([上下상하])(?:半年|반기)|([12])\. ?halbjahr"
)
MONTH = re.compile(r"(?:m)?(0?[1-9]|1[0-2])月(?:份|末)?|(?:m|tháng )(0?[1-9]|1[0-2])")

# beside parts of years; M13, Q05 and S03 behind the months, quarters and halves of data banks
WHOLE_YEAR = re.compile(
    r"(?:(?:total|full[- ]year|whole year|jahr|jaar|år|rok|toplam|annual|anual|annuel|annuelle|anuale|yearly|year|yıllık|insgesamt|gesamt|année|año|ano|anno|tahunan|setahun|jumlah|razem|ogółem|итого|"
    r"всего|год|全年|合计|年计|計|年計)\W*)+|M13|Q05|S03",
    re.IGNORECASE,
)


def frequency_of(text: str) -> Freq | None:
    """Return the frequency of a word; None where it is none.

    >>> str(frequency_of("季")), str(frequency_of("Quarterly")), frequency_of("people")
    ('quarter', 'quarter', None)
    """
    return KNOWN.get(text.strip().casefold())


def is_frequency(text: str) -> bool:
    """Whether a text is a word for a frequency."""
    return frequency_of(text) is not None


BILINGUAL = re.compile(r"\s*(?:\s-\s|/|\n)\s*")
WITH_MONTHS = re.compile(r"(?P<part>[^()]{1,20}) ?\((?P<months>[^()]{3,20})\)")


@lru_cache(maxsize=20_000)  # the labels of the widest line
def part_of_year(text: str) -> str:
    """Return the code of a half, quarter or month that a text names without its year; empty if none.

    >>> part_of_year("Q3"), part_of_year("Jan"), part_of_year("Juillet"), part_of_year("第二季度")
    ('Q3', '01', '07', 'Q2')
    >>> part_of_year("1月"), part_of_year("上半年"), part_of_year("Tea")
    ('01', 'H1', '')
    >>> part_of_year("1.º T"), part_of_year("1 T"), part_of_year("3 t")
    ('Q1', '', '')
    >>> part_of_year("1º tri"), part_of_year("3o trim."), part_of_year("2º sem."), part_of_year("2a via")
    ('Q1', 'Q3', 'H2', '')
    >>> part_of_year("2do trimestre"), part_of_year("4to. trim."), part_of_year("1.er semestre")
    ('Q2', 'Q4', 'H1')
    """
    low = text.strip().casefold().rstrip(".")
    if number := NUMBER_OF.get(low):
        return f"{number:02d}"
    if found := MONTH.fullmatch(low):
        return f"{int(found[1] or found[2]):02d}"
    if found := HALF.fullmatch(low):
        sign = next(g for g in found.groups() if g)
        return {"上": "H1", "下": "H2", "상": "H1", "하": "H2"}.get(
            sign, f"H{NUMERALS.get(sign, sign)}"
        )
    if found := QUARTER.fullmatch(low):
        sign = next(g for g in found.groups() if g)
        return f"Q{NUMERALS.get(sign) or sign}"
    if named := _in_words(low):
        return named
    both = {part_of_year(part) for part in BILINGUAL.split(low)} if BILINGUAL.search(low) else set()
    return both.pop() if len(both) == 1 else _with_months(low)  # Mart - March


def _with_months(low: str) -> str:
    """Return the code of a half or quarter that has a month of it in brackets, or all of them: semester 1 (maret).

    >>> _with_months("semester 1 (maret)"), _with_months("q1 (jan-mar)"), _with_months("semester 1 (september)")
    ('H1', 'Q1', '')
    """
    found = WITH_MONTHS.fullmatch(low)
    part = part_of_year(found["part"]) if found else ""
    if not found or part[:1] not in ("H", "Q"):
        return ""
    months = 6 if part[0] == "H" else 3
    last = months * int(part[1])
    month = part_of_year(found["months"])
    inside = month.isdecimal() and last - months < int(month) <= last
    return part if inside or month == part else ""


def _in_words(low: str) -> str:
    """Return the code of a quarter or half by its months, or by a number in words: jan.-mar., first quarter."""
    if (run := months_of(low)) and run[1] - run[0] in (2, 5):
        months = run[1] - run[0] + 1
        return "" if run[1] % months else f"{'Q' if months == 3 else 'H'}{run[1] // months}"
    named = NAMED_PART.fullmatch(low)
    n = _nth(named["nth"]) if named else 0
    if not named or not n:
        return ""
    return f"Q{n}" if named["quarter"] else f"H{n}" if n < 3 else ""


def _nth(text: str) -> int:
    """Return the number of an ordinal in words or digits; 0 where it is none."""
    return int(text[0]) if text[0].isdecimal() else NTH.get(text.rstrip("."), 0)


def is_so_far(text: str) -> bool:
    """Whether a text names the months from January to another, or quarters, without their year.

    >>> [is_so_far(t) for t in ("1-2月", "1—8月累计", "前三季度", "Jan-Sep", "2-3月", "Mar-Apr", "1-20")]
    [True, True, True, True, False, False, False]
    """
    run = months_of(text.strip().casefold())
    return SINCE_JANUARY.fullmatch(text.strip()) is not None or (run is not None and run[0] == 1)


def months_of(text: str) -> tuple[int, int] | None:
    """Return the first and the last month that a text names; None where it names no two.

    >>> months_of("Jan.-Mar."), months_of("julio a septiembre"), months_of("Nov-Feb"), months_of("Tea-Rice")
    ((1, 3), (7, 9), None, None)
    """
    found = FROM_TO.fullmatch(text)
    first, last = (NUMBER_OF.get(found[side].casefold(), 0) if found else 0 for side in ("a", "b"))
    return (first, last) if 0 < first <= last else None
