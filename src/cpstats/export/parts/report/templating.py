"""Templates in a sandbox: the program's own lie beside this file, a user may bring another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.message import Message, shortened
from cpstats.model.text import readable

if TYPE_CHECKING:
    from collections.abc import Mapping

WRONG = (ArithmeticError, LookupError, TypeError, ValueError, RecursionError)  # as any program does


def laid_out(template: str, own: str, given: Mapping[str, Any], *, escaped: bool) -> str:
    """Return a template filled in, no sign of a name turns its words; an empty one is the program's own.

    Raises
    ------
    UsageError
        When the extra `report` is not installed, or the template is wrong: where and why.
    """
    try:
        from jinja2 import DictLoader, StrictUndefined, TemplateError
        from jinja2.sandbox import SandboxedEnvironment
    except ModuleNotFoundError:
        raise missing() from None
    text = template or (Path(__file__).parent / own).read_text("utf-8")
    room = SandboxedEnvironment(
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=DictLoader({}),  # no other file is to be had
    )
    try:
        return room.from_string(text).render(**readable(given))
    except (TemplateError, *WRONG) as error:
        line = getattr(error, "lineno", None)
        where = f"{line}" if line else "?"
        raise UsageError(
            Message(
                "the template is wrong (line {}: {})",
                "模板有误（第{}行：{}）",
                where,
                shortened(str(error) or type(error).__name__, 200),
            ),
            mend=Message(
                "docs/report.md lists what a template is given.", "docs/report.md 列出模板可用的内容。"
            ),
        ) from None  # fmt: skip


def missing() -> UsageError:
    """Return the error where the extra is not installed."""
    return UsageError(
        Message("a report needs the extra “report”", "写报告需要附加组件“report”"),
        mend=Message(
            "Install it: pip install 'cpstats[report]'", "请安装：pip install 'cpstats[report]'"
        ),
    )
