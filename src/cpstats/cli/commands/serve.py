"""The questions as pages in the browser, on this machine."""

from __future__ import annotations

import errno
import gc
from typing import TYPE_CHECKING

from cpstats.cli.stderr import note
from cpstats.cli.taken import choice
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import socket

    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 107  # on the help page
LOOPBACK, PORT = "127.0.0.1", 8000
HELP = Text(
    "The same questions as pages in the browser, on this machine; Ctrl-C ends it.",
    "在本机浏览器中提问：同样的问题与回答；Ctrl-C 结束。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats serve",
    "cpstats serve --port 8080 --lang zh",
    "cpstats serve --data county.csv --no-builtin",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    host = Text(
        "The address to listen at; others than 127.0.0.1 can be reached from the network.",
        "监听地址；127.0.0.1 以外的地址可从网络访问。",
    )
    port = Text("The port; 0 takes a free one.", "端口；0 表示任取空闲端口。")
    return [
        choice("host", str, LOOPBACK, "--host", help_text=host.to(lang), metavar="ADDRESS"),
        choice("port", int, PORT, "--port", help_text=port.to(lang), metavar="NUMBER"),
    ]


def answer(call: Call, *, host: str, port: int) -> Report:
    """Serve until Ctrl-C.

    Raises
    ------
    UsageError
        When the extra `web` is not installed, or the address cannot be listened at.
    """
    from cpstats.errors import UsageError

    try:
        import uvicorn

        from cpstats.web.site import application
    except ImportError:
        raise UsageError(
            Message("pages need the extra “web”", "网页需要附加组件“web”"),
            mend=Message(
                "Install it: pip install 'cpstats[web]'", "请安装：pip install 'cpstats[web]'"
            ),
        ) from None
    with _listening(host, port) as listening:
        where = f"http://{host}:{listening.getsockname()[1]}/"
        if not call.options.quiet:
            for line in _said(where, open_to_all=host != LOOPBACK):
                note(line.to(call.lang))
        app = application(call.package, call.lang if call.options.lang else None, (host,))
        gc.collect()
        gc.freeze()  # the data stay: no collection goes through them again
        config = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])
    raise KeyboardInterrupt  # what ended it


def _listening(host: str, port: int) -> socket.socket:
    import socket

    from cpstats.errors import UsageError

    try:
        return socket.create_server((host, port), family=_family(host))
    except OverflowError:
        what = Message("--port: {} is no port", "--port：{} 不是端口", str(port))
        mend = Message("Write a number from 0 to 65535.", "请写0到65535之间的数。")
    except OSError as error:
        what, mend = _refused(host, port, error)
    raise UsageError(what, mend=mend)


def _refused(host: str, port: int, error: OSError) -> tuple[Message, Message]:
    """Return what the system said against an address in our words, and what may be done."""
    if (error.errno or 0) < 0 or error.errno == errno.EADDRNOTAVAIL:  # a name has faults below 0
        return (
            Message("--host: {} is no address of this machine", "--host：{} 不是本机地址", host),
            Message(
                "Write 127.0.0.1, or 0.0.0.0 for all addresses of this machine.",
                "请写 127.0.0.1，或写 0.0.0.0 表示本机所有地址。",
            ),
        )
    if error.errno == errno.EACCES:
        return (
            Message("--port: {} is kept for the system", "--port：{} 由系统保留", str(port)),
            Message("Name one from 1024 on.", "请用1024以上的端口。"),
        )
    mend = Message(
        "Name another port: --port 0 takes a free one.", "请换一个端口：--port 0 任取空闲端口。"
    )
    if error.errno == errno.EADDRINUSE:
        return Message("port {} of {} is taken", "{1} 的端口 {0} 已被占用", str(port), host), mend
    said = (error.strerror or "").partition(" (")[0].rstrip(".")
    return Message("{}:{} cannot be listened at: {}", "无法监听 {}:{}：{}", host, port, said), mend


def _family(host: str) -> socket.AddressFamily:
    import socket

    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _said(where: str, *, open_to_all: bool) -> list[Message]:
    said = [Message("{} – Ctrl-C ends it", "{} ——按 Ctrl-C 结束", where)]
    if open_to_all:
        said.append(
            Message(
                "whoever reaches this address can read the data",
                "能访问该地址的人都可读取数据",
            )
        )
    return said
