"""One figure more in a package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.complete import complete_indicator, complete_place, complete_words
from cpstats.cli.taken import argument, choice
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 180  # on the help page
HELP = Text(
    "Add one figure to a package, with every check; the package is --data, or the folder you are in.",
    "向数据包添加一个数据，并做全部检验；数据包由 --data 指定，或为当前文件夹。",
)
SHARED = ("data", "builtin", "vs")  # of what the questions take
EXAMPLES = (
    "cpstats add gdp 昌平 2025 1853.2亿元 --source 统计公报 --data mydata",
    "cpstats add gdp 昌平 2025 5.4% --measure growth --source 统计公报 --data mydata",
    "cpstats add 常住人口 北京 2025 2183.2万人 --source 统计公报 --data mydata --dry-run",
)
CONTEXT = {"ignore_unknown_options": True}  # a figure may begin with a minus sign


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    from cpstats.model.columns import BOUNDS, MEASURES, STATUSES

    places = {
        "indicator": complete_indicator,
        "where": complete_place,
        "when": None,
        "amount": None,
    }
    metavars = {"indicator": "INDICATOR", "where": "PLACE", "when": "PERIOD", "amount": "VALUE"}
    arguments = [
        argument(name, str, metavar=metavars[name], autocompletion=complete)
        for name, complete in places.items()
    ]
    texts = {
        "source": Text("Where it was read: id, title or address.", "来源：标识、标题或网址。"),
        "published": Text("Date of a new source.", "新来源的发布日期。"),
        "measure": Text("What it is (default: level).", "指标形式（默认：level）。"),
        "basis": Text(
            "real or nominal, constant:2015, scope.", "real、nominal、constant:2015、scope。"
        ),
        "bound": Text(
            "lower (more than), upper (less than) or approx.", "lower、upper 或 approx。"
        ),
        "status": Text(
            "provisional, revised, final or forecast.", "provisional、revised、final、forecast。"
        ),
        "vintage": Text("Release of the series.", "版本。"),
        "continues": Text("The source whose release this figure is of.", "本数据所属版本的来源。"),
    }
    words = {"measure": MEASURES, "bound": BOUNDS[1:], "status": STATUSES[1:]}
    options = [
        choice(
            name,
            str,
            "",
            f"--{name}",
            help_text=text.to(lang),
            metavar="DATE" if name == "published" else "NAME",
            **({"autocompletion": complete_words(words[name])} if name in words else {}),
        )
        for name, text in texts.items()
    ]
    flags = {
        "dry": ("--dry-run", Text("Check, and write nothing.", "只检验，不写入。")),
        "revise": (
            "--revise",
            Text(
                "Another figure of the cell is revised by this one.", "该格已有的数据由本数修订。"
            ),
        ),
    }
    return [
        *arguments,
        *options,
        *(
            choice(name, bool, None, flag, help_text=text.to(lang))
            for name, (flag, text) in flags.items()
        ),
    ]


def answer(
    call: Call,
    *,
    where: str,
    when: str,
    dry: bool | None,
    revise: bool | None,
    **named: str,
) -> Report:
    """Add the figure."""
    from pathlib import Path

    from cpstats.checks.rules import findings
    from cpstats.errors import UsageError
    from cpstats.keeping.adding import add_figure
    from cpstats.keeping.typed import NewFigure

    folders = call.options.data or ["."]
    if len(folders) > 1:
        raise UsageError(
            Message("a figure is added to one package", "一次只能向一个数据包添加数据"),
            mend=Message("Name one with --data DIR.", "请用 --data 指定一个。"),
        )
    new = NewFigure(place=where, period=when, counterpart=call.options.vs, **named)
    return add_figure(
        Path(folders[0]),
        new,
        check=findings,
        dry=bool(dry),
        force=call.options.force,
        revise=bool(revise),
    )
