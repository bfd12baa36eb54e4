"""The words of errors about foreign tables in Chinese; `chinese.py` has the others."""

from __future__ import annotations

TABLES = {
    # what the user says
    "no column is called “{}”": "没有名为“{}”的列",
    "Name a column by what stands above it, or by its number.": "请用列上方的文字或列号指定。",
    "there is no line {}": "没有第 {} 行",
    "Give the line of the header as the file has it, from 1.": "请按文件中的行号（从1起）指定表头。",
    "“{}” is no line of a header": "“{}”不是表头的行号",
    "Write --header 2 or --header 2-3.": "请写 --header 2 或 --header 2-3。",
    "“{}” is no divider": "“{}”不是分隔符",
    "Write one sign, or tab, comma, semicolon, bar.": "请写一个符号，或 tab、comma、semicolon、bar。",
    "“{}” is no pair": "“{}”不是“名称=内容”",
    "Write {} NAME=WORD.": "请写 {} 名称=内容。",
    "there is no encoding “{}”": "没有名为“{}”的编码",
    "Write utf-8, gb18030, big5 or latin-1.": "请写 utf-8、gb18030、big5 或 latin-1。",
    "there is no sheet “{}”": "没有名为“{}”的工作表",
    "“{}” is nothing that a mapping says": "映射文件中不应有“{}”",
    "Known: {}; each is a text.": "可用：{}；其值均为文字。",
    "the folder for what standard input brings is missing": "未指定标准输入内容写入的文件夹",
    "Name it with -o DIR, or look first with --dry-run.": "请用 -o 指定，或先用 --dry-run 查看。",
    # tables
    "obs_value: “{}” is a formula without a value": "obs_value：“{}”是未计算的公式",
    "Open the file in a spreadsheet, let it compute, and save it again.": (
        "请在电子表格中打开文件，重新计算后另存。"
    ),
    "“{}”: the flag “{}” is not known": "“{}”：不认识标记“{}”",
    "Say what it means: --flag {}=provisional, or --flag {}= for nothing.": (
        "请说明含义：--flag {}=provisional；无含义则写 --flag {}=。"
    ),
    "“{}” stands for a place that the table does not name": "“{}”所指的地区，表中没有写明",
    "Name it with --area, or write a title line “地区：河北省”.": (
        "请用 --area 指定，或加一行标题“地区：河北省”。"
    ),
    "the line has figures and no {}": "该行有数据，但没有{}",
    "Write it there; only beside another name does the one above hold on.": (
        "请补写；只有旁边另有名称时，上一行的名称才沿用。"
    ),
    "the line has more figures than the header has columns": "该行的数据多于表头的列",
    "Look for a divider too many, or a number that was torn apart.": (
        "请检查是否多了分隔符，或数字被拆开。"
    ),
    "{}: “{}” may have lost its leading zero": "{}：“{}”可能丢失了开头的0",
    "codes of {} and {} digits stand side by side": "同一列的代码有 {} 位和 {} 位",
    "Format the column as text, write the zeros again, and save the file.": (
        "请把该列设为文本格式，补上开头的0后保存。"
    ),
    "there is no figure in the table": "表中没有数据",
    "Look at the file.": "请查看文件。",
    # files
    "this is a folder": "这是文件夹",
    "Name the files in it; --data takes a package.": "请写出其中的文件；数据包用 --data 指定。",
    "Look at its permissions, and at the disk it lies on.": "请检查文件权限和所在磁盘。",
    "a cell has more than {} signs": "有单元格超过 {} 个字符",
    "A quotation mark may be without its partner; else shorten the cell.": (
        "引号可能不成对；否则请缩短该单元格。"
    ),
    "the line has {} dimensions, the header {}": "该行有 {} 个维度，表头有 {} 个",
    "Fetch the file again; it must not be edited in a spreadsheet.": (
        "请重新下载；该文件不可用电子表格编辑。"
    ),
    # workbooks
    "the workbook has a password": "工作簿设有密码",
    "the workbook unpacks to {} MB or more": "工作簿解压后达到或超过 {} MB",
    "the cells of a sheet lie too far apart, or are too many": "工作表的单元格相隔太远，或数量太多",
    "Delete what stands far below or beside the table, or save it as CSV.": (
        "请删去表格远处的内容，或另存为 CSV。"
    ),
    # JSON and Parquet
    "the JSON is nested too deep": "JSON 嵌套过深",
    "there is no table in the JSON": "JSON 中没有表",
    "this is no object": "这不是对象",
    "“{}” holds no plain value": "“{}”不是单个值",
    "Give each value a field of its own.": "请让每个值各有一个字段。",
    "A table is an array of objects with the same fields, or one such object a line.": (
        "表须是字段相同的对象数组，或每行一个对象。"
    ),
    "reading Parquet needs the extra “parquet”": "读取 Parquet 需要附加组件“parquet”",
    "the Parquet file cannot be read ({})": "无法读取 Parquet 文件（{}）",
    "It is damaged or cut off: fetch it again, or save the table as CSV.": (
        "文件已损坏或不完整：请重新获取，或另存为 CSV。"
    ),
    "column {} holds no plain values ({})": "列 {} 不是单个值（{}）",
    "column {} occurs twice": "列 {} 出现两次",
    "Give each value a column of its own.": "请让每个值各占一列。",
    "Look at the other files.": "请查看其他文件。",
}
