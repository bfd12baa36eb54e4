"""The words of errors in Chinese: each English sentence of the program and its translation.

Errors are raised in English, far below anything that knows the reader's language; here, where they
are printed, they are translated. A test walks the program and asks for every sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.cli.chinese_standards import STANDARDS
from cpstats.cli.chinese_tables import TABLES

SENTENCES = {
    **TABLES,
    # large and foreign files
    "this line is UTF-8, others are GB18030": "该行是 UTF-8，其他行是 GB18030",
    "Two files were joined as they are: save each as UTF-8 first.": (
        "可能直接拼接了两个文件：请先分别存为 UTF-8。"
    ),
    "a line has not as many cells as the header": "有一行的列数与表头不同",
    "Look for a divider that is missing in one of the lines from there on.": (
        "请检查该行之后是否缺少分隔符。"
    ),
    "the text is neither UTF-8 nor GB18030": "文本既不是 UTF-8 也不是 GB18030",
    # texts to be checked
    "Name a text with claims.": "请指定有数量表述的文章。",
    "the text has more than {} MB": "文本超过 {} MB",
    "Split it.": "请拆分后再核对。",
    "this is a PDF": "这是 PDF",
    "Save its text as a file: pdftotext FILE.pdf": "请先另存为文本：pdftotext FILE.pdf",
    "This is no text, or it was damaged.": "这不是文本，或文件已损坏。",
    "more than {} elements stand in one another": "嵌套的元素超过{}层",
    "Save the page as text.": "请将网页另存为文本。",
    "reading HTML needs the extra “documents”": "读取 HTML 需要附加组件“documents”",
    "reading docx needs the extra “documents”": "读取 docx 需要附加组件“documents”",
    "the document cannot be read (it is damaged or cut off)": "文档无法读取（已损坏或不完整）",
    "the document cannot be read ({})": "文档无法读取（{}）",
    "the document unpacks to {} MB": "文档解压后有 {} MB",
    "this is an old .doc, or a docx with a password": "这是旧版 .doc，或带密码的 docx",
    "this is no docx": "这不是 docx",
    "Save it again as docx, without a password, or as text.": (
        "请另存为不带密码的 docx，或存为文本。"
    ),
    "a text speaks from one place": "一篇文章只能以一个地区为准",
    "Name one: --place PLACE.": "请指定一个：--place PLACE。",
    "“{}” is no day": "“{}”不是日期",
    "Write --published 2025-12-22.": "请写作 --published 2025-12-22。",
    "--only does not know “{}”": "--only 没有“{}”这一结论",
    # packages
    "{} is no data package": "{}不是数据包",
    "Name one with --data DIR, or start one: cpstats init DIR.": (
        "请用 --data 指定，或新建：cpstats init DIR。"
    ),
    "Look the figure up; --force adds it all the same.": "请核对该数；--force 可强制添加。",
    "“{}” is a rate, and {} is in {}": "“{}”是比率，而 {} 的单位为{}",
    "Say what it is: --measure growth, average_growth or share.": (
        "请说明形式：--measure growth、average_growth 或 share。"
    ),
    "Write 2024, 2024-H1 or 2021/2025.": "请写 2024、2024-H1 或 2021/2025。",
    "Write 1853.2亿元, 6.2% or 227.0.": "请写 1853.2亿元、6.2% 或 227.0。",
    "the source of the figure is missing": "缺少数据来源",
    "Name it with --source: an id (`cpstats list sources`), a title or an address.": (
        "请用 --source 指定：标识（cpstats list sources）、标题或网址。"
    ),
    "the package has no table of observations": "数据包没有观测值表",
    "a figure is added to one package": "一次只能向一个数据包添加数据",
    "Name one with --data DIR.": "请用 --data 指定一个。",
    "“{}” is no folder, file, vintage or source": "“{}”不是文件夹、文件、版本或来源",
    "`cpstats list vintages` and `cpstats list sources` show the releases.": (
        "cpstats list vintages 与 cpstats list sources 列出各版本。"
    ),
    # checks of data
    "“{}” is a day, not a period; a spreadsheet may have made it of “1-2”": (
        "“{}”是日期而不是时期，可能由电子表格把“1-2”自动改成"
    ),
    "Write 2024-01/2024-02 or 2024-01, in a column of text.": (
        "请在文本格式的列中写作 2024-01/2024-02 或 2024-01。"
    ),
    "“{}” and “{}” name no period": "“{}”与“{}”合起来不是时期",
    "Write years such as 2024, and quarters 1 to 4 or months 1 to 12.": (
        "年份写作2024，季度写1至4，月份写1至12。"
    ),
    "{} is for findings, and this answer has none of that kind": (
        "{} 格式用于检验结果，本回答没有此类内容"
    ),
    "It is written by validate and check; others have json.": (
        "validate 与 check 可用此格式，其他命令请用 json。"
    ),
    "{}: {}": "{}：{}",
    "Mend the cell, or what the package's schema says of the column.": (
        "请修改单元格，或修改数据包对该列的说明。"
    ),
    "Add the column {}.": "请补上列 {}。",
    "{}: “{}” is no {} of this table": "{}：“{}”不在本表的 {} 中",
    "Add a line for it, or mend the name.": "请为其补一行，或改正名称。",
    # questions
    "these places have no common parent to be compared with": "这些地区没有共同的上级地区可供对比",
    "Name the benchmark: --vs PLACE.": "请用 --vs 指定基准地区。",
    "no indicator is called “{}”": "没有名为“{}”的指标",
    "no place is called “{}”": "没有名为“{}”的地区",
    "no vintage is called “{}”": "没有名为“{}”的版本",
    "no source is called “{}”": "没有名为“{}”的来源",
    "no indicator was named": "未指定指标",
    "no text was named": "未指定文字",
    "“{}” is no date": "“{}”不是日期",
    "“{}” is no year": "“{}”不是年份",
    "“{}” is no amount ({})": "“{}”不是数额（{}）",
    "“{}” is no amount": "“{}”不是数额",
    "“{}” is no period ({})": "“{}”不是时期（{}）",
    "no place lies under “{}”": "“{}”下没有地区",
    "nothing is called “{}”": "没有名为“{}”的内容",
    "a place cannot be compared with itself": "地区不能与自身对比",
    "a place cannot be a part of itself": "地区不能是自身的一部分",
    "“{}” cannot be a part of itself": "“{}”不能是自身的一部分",
    "there is no derived figure “{}”": "没有名为“{}”的派生指标",
    "the span of the average is missing: --from and --to, or --period": (
        "缺少年均增速的时段：--from 与 --to，或 --period"
    ),
    "a benchmark is needed: --vs": "需要基准地区：--vs",
    "a second indicator is needed: --of": "需要第二个指标：--of",
    "a parent is needed: --among": "需要上级地区：--among",
    "a base and a last period are needed: --from, --to": "需要基期和末期：--from、--to",
    "no whole was named": "未指定整体",
    "{} does not know “{}”": "{} 不认识“{}”",
    "“{}” counts no people": "“{}”不是人口指标",
    "“{}” is not a flow: it does not add up over a year": "“{}”不是流量，不能在年内累加",
    "{} and {} are not the same part of a year": "{}与{}不是年内的同一时段",
    "{} is not later than {}": "{}不晚于{}",
    "a rank needs two places at least": "排位至少需要两个地区",
    "“{}” is none of the places that are ranked": "“{}”不在排位的地区之列",
    "Name its parent: --among PLACE.": "请用 --among 指定其上级地区。",
    "a target is one of --reach, --times and --average": (
        "目标须为 --reach、--times、--average 之一"
    ),
    "the base year is missing": "缺少基期年份",
    "the year of the target is missing": "缺少目标年份",
    "a target is a positive number": "目标须为正数",
    "--from and --to go together": "--from 与 --to 须同时给出",
    "--method {} works on levels, which are nominal": "--method {} 使用水平值，只能得到名义增速",
    "no figure answers this": "没有可用数据回答该问题",
    "there is no command “{}”": "没有名为“{}”的命令",
    "there is no language “{}”": "没有名为“{}”的语言",
    "there is no format “{}”": "没有名为“{}”的格式",
    "no format ends in “{}”": "没有以“{}”结尾的格式",
    "the file has no suffix": "文件没有后缀",
    "no such option: {}": "没有选项 {}",
    "missing argument '{}'": "缺少参数 {}",
    "missing parameter: {}": "缺少参数 {}",
    "invalid value for {}: {}": "{} 的值无效：{}",
    "option '{}' requires an argument": "选项 {} 需要一个值",
    "got unexpected extra argument ({})": "多余的参数（{}）",
    "got unexpected extra arguments ({})": "多余的参数（{}）",
    "{} is not a valid integer range": "{}不是允许范围内的整数",
    "{} is not a valid integer": "{}不是整数",
    "{} is not a valid float": "{}不是数字",
    "indicator “{}”": "指标“{}”",
    "place “{}”": "地区“{}”",
    # frames
    "a series has one period twice ({})": "同一序列的一个时期出现两次（{}）",
    "a row has no period": "有一行没有时期",
    "“{}” cannot stand in a panel": "面板中不能有“{}”",
    "the frame has no column “{}”": "表中没有“{}”列",
    # settings and output
    "“{}” is no setting": "“{}”不是设置项",
    "the value of “{}” cannot be used": "“{}”的值无法使用",
    "the settings cannot be read ({})": "无法读取设置（{}）",
    "this is not TOML ({})": "这不是 TOML（{}）",
    "{} is not for a terminal": "{} 不能输出到终端",
    "{} is a folder": "{} 是文件夹",
    "{} exists": "{} 已存在",
    "standard output is closed": "标准输出已关闭",
    "{} cannot be written ({})": "无法写入 {}（{}）",
    "standard output cannot be written ({})": "无法写入标准输出（{}）",
    "a fault of the program itself ({})": "程序自身的错误（{}）",
    "writing {} needs the extra “{}”": "写入 {} 需要附加组件“{}”",
    # periods and units
    "its form is not known": "不认识这种写法",
    "months are cumulated from January, or make a quarter or a half": (
        "累计须从一月起，或构成一个季度或半年"
    ),
    "it ends before it begins": "结束早于开始",
    "it is empty": "为空",
    "the year is missing": "缺少年份",
    "there is no year 0": "没有公元0年",
    "months are cumulated within one year": "累计不能跨年",
    "there are twelve months": "一年只有十二个月",
    "both ends are open": "两端都未给出",
    "“{}” is not a number": "“{}”不是数字",
    "“{}” is no known unit": "“{}”不是已知的单位",
    "{} and {} measure different things": "{}与{}计量的对象不同",
    # data files
    "“{}” is unknown": "“{}”不在允许的取值之内",
    "“{}” is not in the catalogue": "“{}”不在目录中",
    "“{}” is not in {}": "“{}”不在 {} 中",
    "the key ({}) occurs twice, first at {}": "键（{}）出现两次，首次在 {}",
    "the line is not CSV ({})": "该行不是 CSV（{}）",
    "the line has {} cells, the header {}": "该行有{}个单元格，表头有{}个",
    "the file is empty": "文件为空",
    "there is nothing in it": "没有内容",
    "there is a NUL character in the text": "文本中有 NUL 字符",
    "column {} occurs twice": "列 {} 出现两次",
    "column {} is missing": "缺少列 {}",
    "there is no such file": "没有这个文件",
    "the file cannot be read ({})": "无法读取文件（{}）",
    "byte 0x{} is not UTF-8": "字节 0x{} 不是 UTF-8",
    "“{}” stands in two lines": "“{}”出现在两行",
    "a line has no {}": "有一行缺少 {}",
    "the folder holds no data package": "文件夹中没有数据包",
    "the package has no list of resources": "数据包没有资源列表",
    "the package names a file outside its folder (“{}”)": "数据包引用了文件夹之外的文件（“{}”）",
    "this is not JSON ({})": "这不是 JSON（{}）",
    "“{}” is a name, not a code": "“{}”是名称，不是代码",
    "“{}” is no price basis": "“{}”不是价格口径",
    "“{}” is no number of decimals": "“{}”不是小数位数",
    "the number is too large": "数值过大",
    "the number has more than {} signs": "数值超过{}个字符",
    "“{}” is not understood": "无法理解“{}”",
    "“{}” cannot be converted to {}": "“{}”无法换算为{}",
    # foreign files
    "byte 0x{} is neither UTF-8 nor GB18030": "字节 0x{} 既不是 UTF-8 也不是 GB18030",
    "byte 0x{} is not {}": "字节 0x{} 不是 {}",
    "read as GB18030 it has the Japanese letter “{}”": "按 GB18030 读出日文字母“{}”",
    "It may be Big5: --encoding big5; if it is GB18030, --encoding gb18030.": (
        "可能是 Big5：--encoding big5；若确为 GB18030，则用 --encoding gb18030。"
    ),
    "low, high: “{}” to “{}” is no interval": "low、high：“{}”至“{}”不是区间",
    "Write two numbers, or leave both cells empty.": "请填两个数，或两格都留空。",
    "the header of SDMX-CSV 2.0 lacks STRUCTURE_ID": "SDMX-CSV 2.0 的表头缺少 STRUCTURE_ID",
    "Fetch the file again, or look at its first line.": "请重新下载该文件，或检查其首行。",
    "“{}” is a number where the name of an indicator belongs": "“{}”是数字，此处应为指标名称",
    "Say which line is the header (--header) or what a column holds (--column NAME=skip).": (
        "请用 --header 指明表头所在行，或用 --column 列名=skip 指明各列内容。"
    ),
    "“{}” are tables of several places, and this one does not say of which": (
        "“{}”为多个地区的表，本表未写明是哪个地区"
    ),
    "no importer can read it ({})": "没有导入程序能读取它（{}）",
    "no table is recognised in it": "未识别出表格",
    "there is no figure in the table": "表中没有数据",
    "the period of the line is not known": "该行的时期不明",
    "the table does not name its indicator": "表格没有写明指标",
    "Name it with --indicator, or write a title line “指标：地区生产总值(亿元)”.": (
        "请用 --indicator 指定，或写标题行“指标：地区生产总值(亿元)”。"
    ),
    "the line has {} cells, more than {}": "该行有{}个单元格，超过{}个",
    "the workbook cannot be read ({})": "无法读取工作簿（{}）",
    "the workbook unpacks to {} MB": "工作簿解压后有 {} MB",
    "reading a workbook needs the extra “{}”": "读取工作簿需要附加组件“{}”",
    "{} is not empty": "{} 不是空文件夹",
    "no file was named": "未指定文件",
    # how to mend it
    "Save it as CSV or xlsx.": "请另存为 CSV 或 xlsx。",
    "A table has a header with periods or indicators, and numbers below it.": (
        "表格须有时期或指标的表头，其下为数字。"
    ),
    "Look at the file.": "请查看文件。",
    "Look at the other workbooks.": "请查看其他工作簿。",
    "Name it with --when, or write it in a title line “时间：2024年”.": (
        "请用 --when 指定，或在标题行写明“时间：2024年”。"
    ),
    "Write digits with one decimal point; leave the cell empty where none is known.": (
        "请写数字，最多一个小数点；没有数据时留空。"
    ),
    "Turn the table so that it is longer than wide.": "请转置表格，使其行多列少。",
    "Save the workbook again, without a password, as xlsx.": "请去掉密码，另存为 xlsx。",
    "Delete the sheets that are not needed, or save the table as CSV.": (
        "请删去不需要的工作表，或把表格存为 CSV。"
    ),
    "Name another folder, or add --force to replace it.": "请另指定文件夹，或加 --force 替换。",
    "Nearest: {}.": "相近的有：{}。",
    "Known: {}.": "可用：{}。",
    "For example: `{}`.": "例如：`{}`。",
    "`{}` shows all.": "`{}` 列出全部。",
    "`{}` shows the options.": "`{}` 列出选项。",
    "`{}` shows what there is.": "`{}` 列出已有数据。",
    "`{}` lists them.": "`{}` 列出全部名称。",
    "Name another --vs.": "请另指定 --vs。",
    "Name the parent: --among beijing.": "请指定上级地区：--among beijing。",
    "Name it: {}.": "请指定：{}。",
    "Write --as-of 2024-03-31.": "请写 --as-of 2024-03-31。",
    "Write 2035.": "请写 2035。",
    "Write a number, in {} or with a unit.": "请写数字，单位为{}或写明单位。",
    "Write it in {}.": "请以{}为单位。",
    "Write --lang zh or --lang en.": "请写 --lang zh 或 --lang en。",
    "Write --from BASE --to END.": "请写 --from 基期 --to 末期。",
    "Growth a year leads from a period to the same period of a later year.": (
        "年均增速须从某一时段到以后年份的同一时段。"
    ),
    "Or name the years: --period a..b.": "或指定年份：--period a..b。",
    "Leave --basis out.": "请去掉 --basis。",
    "Name every column that tells the rows apart in `by`.": "请在 by 中列出区分各行的全部列。",
    "Fill the column “{}”.": "请填写“{}”列。",
    "It has {}.": "现有：{}。",
    "Leave spans out.": "请去掉时段。",
    'A line reads: place = "beijing".': '一行的写法：place = "beijing"。',
    "Add --format with one of {}.": "请加 --format，可取 {}。",
    "Write it to a file: -o {}.": "请写入文件：-o {}。",
    "Write to a file: -o FILE.": "请写入文件：-o 文件。",
    "Name a file in it.": "请指定其中的文件名。",
    "Add --force to replace it.": "加 --force 可覆盖。",
    "Choose a folder that exists, may be written to and has room.": (
        "请选择存在、可写且有空间的文件夹。"
    ),
    "Make room, or write elsewhere.": "请腾出空间，或写到别处。",
    "Run it again with --debug and report what it prints.": "请加 --debug 重新运行并反馈输出。",
    "Install it: {}": "请安装：{}",
    "It needs a line with the names of the columns and one line for each figure.": (
        "需要一行列名，以及每个数据一行。"
    ),
    "It needs a datapackage.json; a single CSV file can be given by its own name.": (
        "需要 datapackage.json；单个 CSV 文件可直接给出文件名。"
    ),
    "A data package names its files under “resources”.": "数据包在“resources”下列出文件。",
    "Copy the file into the package and name it by its relative path.": (
        "请把文件复制到数据包内，并用相对路径引用。"
    ),
    "Mend the file, or write it anew.": "请改正文件，或重新生成。",
    "Write the digits that were printed.": "请写原文刊印的数字。",
    "Write a date such as 2024-03-20, 2024-03 or 2024, or leave it empty.": (
        "请写日期，如 2024-03-20、2024-03 或 2024，或留空。"
    ),
    "Write a whole number; the highest is newest.": "请写整数；最大者为最新。",
    "Save it again; its lines end in a bare carriage return.": "请重新保存；各行只以回车符结尾。",
    "Each {} has one line of its own.": "每个 {} 只占一行。",
    "Check the name and the folder.": "请检查文件名和文件夹。",
    "Remove one.": "请删去一个。",
    "Remove one of the two lines, or give the other release its own source.": (
        "请删去其中一行，或为另一版本注明各自的来源。"
    ),
    "Look for a quotation mark without its partner.": "请检查不成对的引号。",
    "Add or remove commas; a text that holds a comma stands in quotation marks.": (
        "请增减逗号；含逗号的文字须加引号。"
    ),
    "This is no text file, or it was damaged; save it again as CSV in UTF-8.": (
        "这不是文本文件或已损坏，请另存为 UTF-8 的 CSV。"
    ),
    "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).": (
        "请把文件存为 UTF-8（电子表格中选“CSV UTF-8”）。"
    ),
    "The header needs {}.": "表头需要 {}。",
    "The cells seem to be divided by {}; the file must be divided by commas.": (
        "单元格似乎以 {} 分隔；文件须以逗号分隔。"
    ),
    "Write digits with one decimal point; leave the row out where none is known.": (
        "请写数字，最多一个小数点；没有数据时删去该行。"
    ),
    "Write 1, 0 or -3, or leave it empty.": "请写 1、0 或 -3，或留空。",
    "Use a larger unit.": "请用更大的单位。",
    "Write a unit such as 亿元, 万元, 万人 or %.": "请写单位，如 亿元、万元、万人、%%。",
    "The unit must fit the indicator and the measure.": "单位须与指标及其度量相符。",
    "A package writes the code: {}.": "数据包中须写代码：{}。",
    "Add it to {}, or mend the name.": "请加入 {}，或改正名称。",
    "Leave it empty, or make a package with its own {}.": "请留空，或建立带有 {} 的数据包。",
    "Write {} = {}.": "请写 {} = {}。",
    "Write {}.": "请写 {}。",
    **STANDARDS,
}
CELL = re.compile(r"([a-z_]+): (.+)")  # the column in front of what is wrong with a cell
SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z`])")


def chinese(text: str) -> str:
    """Return a sentence of the program in Chinese, what was typed in it unchanged."""
    parts = SENTENCE_END.split(text)
    if len(parts) > 1:
        return "".join(chinese(part) for part in parts)
    if found := _translated(text):
        return found
    cell = CELL.fullmatch(text)
    return f"{cell[1]}：{chinese(cell[2])}" if cell else text


def _translated(text: str) -> str:
    for pattern, words in _patterns():
        if match := pattern.fullmatch(text):
            said = [_inner(part) for part in match.groups()]
            return words.replace("%", "%%").replace("{}", "%s") % tuple(said)
    return ""


def _inner(text: str) -> str:
    """Translate a reason in brackets, and the little words of a list."""
    return (_translated(text) or text).replace(", or empty", "，或留空")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the sentences as patterns, those that say most first."""
    ordered = sorted(SENTENCES.items(), key=lambda item: -len(item[0].replace("{}", "")))
    return tuple(
        (re.compile(re.escape(english).replace(r"\{\}", "(.+?)"), re.DOTALL), words)
        for english, words in ordered
    )
