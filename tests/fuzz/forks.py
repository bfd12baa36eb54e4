"""The reader of workbooks without its start: a small process that forks for each workbook.

What runs is the same function with the same limits; only Python need not be loaded each time.
"""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
import tempfile
from typing import Any

from cpstats.store.decoding import workbook_process


class Nursery:
    """A process that was forked while it was small."""

    def __init__(self) -> None:
        import python_calamine  # noqa: F401 - loaded once for all

        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.largest = 0
        if not os.fork():
            self.ours.close()
            _serve(theirs)
        theirs.close()
        self.asked = 0

    def run(self, arguments: list[str], **given: Any) -> subprocess.CompletedProcess[bytes]:
        """Do what `subprocess.run` does for the reader."""
        self.asked += 1
        key = f"{os.getpid()} {self.asked}"
        with tempfile.TemporaryFile() as content, tempfile.TemporaryFile() as answer:
            content.write(given["input"])
            content.seek(0)
            files = [content.fileno(), answer.fileno()]
            socket.send_fds(self.ours, [" ".join((key, *arguments[5:7])).encode()], files)
            while True:  # an answer to one that was ended before is not ours
                told = self.ours.recv(200).decode()
                if told.startswith(f"{key} "):
                    break
            status, memory = map(int, told.removeprefix(f"{key} ").split())
            self.largest = max(self.largest, memory)
            if status:
                raise subprocess.CalledProcessError(status, arguments)
            answer.seek(0)
            return subprocess.CompletedProcess(arguments, 0, answer.read())


def _serve(theirs: socket.socket) -> None:
    while True:
        told, files, _, _ = socket.recv_fds(theirs, 200, 2)
        if not told:
            os._exit(0)
        *key, memory, seconds = told.decode().split()
        process = os.fork()
        if not process:
            _read(files, memory, seconds)
        for file in files:
            os.close(file)
        _, status, used = os.wait4(process, 0)
        theirs.send(" ".join((*key, str(status), str(used.ru_maxrss))).encode())


def _read(files: list[int], memory: str, seconds: str) -> None:
    os.dup2(files[0], 0)
    os.dup2(files[1], 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdin, sys.stdout = os.fdopen(0, "r"), os.fdopen(1, "w")
    sys.argv = ["", memory, seconds]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        workbook_process.main()
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - a process that ends wrong is what is asked
        os._exit(1)
    os._exit(0)
