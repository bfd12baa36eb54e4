"""The words of errors about SDMX, JSON-stat, data packages and the World Bank's tables in Chinese."""

from __future__ import annotations

STANDARDS = {
    "the file does not name its {}": "文件没有写明{}",
    "Name it with {}.": "请用 {} 指定。",
    "there is no column {}": "没有 {} 列",
    "A file of this standard has one for the value and one for the period.": (
        "此标准的文件须有数值列和时期列。"
    ),
    "Write a whole number such as 0, 1 or 6.": "请写整数，如 0、1 或 6。",
    "Write 2024, 2024-S1, 2024-Q1, 2024-08 or 2021-01-01/P5Y.": (
        "请写 2024、2024-S1、2024-Q1、2024-08 或 2021-01-01/P5Y。"
    ),
    "it is no period of FREQ {}": "不是 FREQ {} 的时期",
    "it is a day": "是日期",
    "it is neither the first nor the last day of a period of FREQ {}": (
        "既不是 FREQ {} 时期的首日，也不是末日"
    ),
    "years begin in January, and months are of one year": "年从1月起，月份须在同一年内",
    "the line deletes figures, and nothing is deleted here": "该行要求删除数据，而此处不删除",
    "Ask for the data themselves, not for their changes.": "请下载数据本身，而不是其变更。",
    "The structure {} has it.": "结构 {} 须有此列。",
    "the unit “{}” is not {} times 10^{}": "单位“{}”不等于 {} 乘以 10^{}",
    "The column UNIT says the same as UNIT_MEASURE and UNIT_MULT; change all of them.": (
        "UNIT 列与 UNIT_MEASURE、UNIT_MULT 须一致；请一并修改。"
    ),
    "the status “{}” is not {}": "状态“{}”与 {} 不符",
    "RELEASE_STATUS says more than OBS_STATUS, never something else; change both.": (
        "RELEASE_STATUS 只细化 OBS_STATUS，不得与之矛盾；请一并修改。"
    ),
    "The extension says more than status, never something else; change both.": (
        "extension 只细化 status，不得与之矛盾；请一并修改。"
    ),
    "reading SDMX-ML needs the extra “{}”": "读取 SDMX-ML 需要附加组件“{}”",
    "the message declares entities": "消息中声明了实体",
    "the message cannot be read ({})": "无法读取消息（{}）",
    "there is no figure in the message": "消息中没有数据",
    "Ask for the data anew, as SDMX-CSV if the service offers it.": (
        "请重新下载数据，最好选 SDMX-CSV。"
    ),
    "the message has several measures, and one is read": "消息有多个度量，而只能读取一个",
    "Ask for one measure at a time.": "请一次只下载一个度量。",
    "the parts of the message do not fit together ({})": "消息的各部分互不相符（{}）",
    "the file holds no dataset": "文件中没有数据集",
    "Compare the file with https://json-stat.org/format/.": (
        "请对照 https://json-stat.org/format/ 检查文件。"
    ),
    "a dataset has id and size as lists, and dimension as an object": (
        "数据集的 id 和 size 须为列表，dimension 须为对象"
    ),
    "the dimension “{}” has no category": "维度“{}”没有 category",
    "a part of it has another form ({})": "有一部分形式不对（{}）",
    "size is not the number of categories of each dimension": "size 与各维度的类别数不符",
    "the categories of “{}” are not in order from 0": "“{}”的类别没有从 0 起依次编号",
    "{} has not one cell for each combination of the categories": "{} 的单元数与类别组合数不符",
    "a part of the file is missing ({})": "文件缺少一部分（{}）",
    "Write it anew with --format json-stat.": "请用 --format json-stat 重新写出。",
    "there is no line with {}": "没有包含 {} 的行",
    "Download the table anew, as CSV.": "请重新下载 CSV 表格。",
    "the table unpacks to {} MB": "表格解压后有 {} MB",
    "Unpack it, and leave out what is not needed.": "请解压并删去不需要的内容。",
    "the zip cannot be read (it is damaged, locked or has no table API_…)": (
        "无法读取压缩包（已损坏、有密码或没有表格 API_…）"
    ),
    "Download it anew.": "请重新下载。",
    "{} has the layout of this program already": "{} 已是本程序的格式",
    "Read it with --data {}.": "请用 --data {} 读取。",
    "the package lists no table of figures": "数据包没有列出数据表",
    "A table is a resource whose path ends in one of {}.": "数据表是路径以 {} 结尾的资源。",
    "sdmx-csv is for figures, and this answer has none": "sdmx-csv 用于数据，本回答没有数据",
    "json-stat is for figures, and this answer has none": "json-stat 用于数据，本回答没有数据",
    "datapackage is for published figures, and this answer has none": (
        "datapackage 用于公布的数据，本回答没有此类数据"
    ),
    "It is written by show, compare and others; this one has csv and json.": (
        "show、compare 等命令可用；本命令可用 csv 和 json。"
    ),
    "It is written by show; this one has csv and json.": "show 可用；本命令可用 csv 和 json。",
    "a data package holds published figures, and {} of this answer are computed": (
        "数据包存放公布的数据，而本回答有{}个是计算得出的"
    ),
    "Ask with show, or write csv, json, sdmx-csv or json-stat.": (
        "请用 show，或写成 csv、json、sdmx-csv、json-stat。"
    ),
    "two figures of one release are {}, {}, {}, and a cell holds one": (
        "同一版本有两个数据同为 {}、{}、{}，而一个单元只能放一个"
    ),
    "Write csv or json.": "请写成 csv 或 json。",
    "{} holds something else than a data package": "{} 中的内容不是数据包",
    "Name another folder; only a data package is replaced.": "请另指定文件夹；只替换数据包。",
    "a data package is a folder, not one text": "数据包是文件夹，不是一段文字",
    "Name it: -o figures, or -o figures.zip.": "请指定名称：-o figures 或 -o figures.zip。",
}
