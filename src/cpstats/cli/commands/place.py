"""What a place of a package is called, and in which it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.taken import argument, choice
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 185  # on the help page
HELP = Text(
    "Say what places of a package are called and in which they lie; the package is --data, or the folder you are in.",
    "说明数据包中地区的名称和上级；数据包由 --data 指定，或为当前文件夹。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats place 昌平 --alias 昌平新城 --data mydata --dry-run",
    "cpstats place 昌平 --parent 北京 --data mydata",
    "cpstats place 昌平 --en 'Changping, Beijing' --data mydata",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    texts = (
        (
            "parent",
            "PLACE",
            Text("What they lie in; none for nothing.", "上级地区；none 表示没有。"),
        ),
        ("zh", "NAME", Text("Its Chinese name.", "中文名称。")),
        ("en", "NAME", Text("Its English name.", "英文名称。")),
    )
    alias = Text("Another name (repeatable).", "别名（可重复）。")
    dry = Text("Say what would be written, and write nothing.", "只报告，不写入。")
    return [
        argument("places", list, None, metavar="PLACE..."),
        *(
            choice(name, str, "", f"--{name}", help_text=text.to(lang), metavar=metavar)
            for name, metavar, text in texts
        ),
        choice("alias", list, None, "--alias", help_text=alias.to(lang), metavar="NAME"),
        choice("dry", bool, None, "--dry-run", help_text=dry.to(lang)),
    ]


def answer(
    call: Call,
    *,
    places: list[str] | None,
    parent: str,
    zh: str,
    en: str,
    alias: list[str] | None,
    dry: bool | None,
) -> Report:
    """Write the lines."""
    from pathlib import Path

    from cpstats.answers.ask import some
    from cpstats.errors import UsageError
    from cpstats.keeping.placing import set_place

    folders = call.options.data or ["."]
    if len(folders) > 1:
        raise UsageError(
            Message("places of one package are described", "一次只能说明一个数据包的地区"),
            mend=Message("Name one with --data DIR.", "请用 --data 指定一个。"),
        )
    names = some(places, "place", EXAMPLES[1])
    if not (parent or zh or en or alias):
        raise UsageError(
            Message("nothing is said of the place", "没有说明地区的任何内容"),
            mend=Message(
                "Say --parent PLACE, --zh NAME, --en NAME or --alias NAME.",
                "请写 --parent、--zh、--en 或 --alias。",
            ),
        )
    return set_place(
        Path(folders[0]), names, parent=parent, zh=zh, en=en, alias=alias or (), dry=bool(dry)
    )
