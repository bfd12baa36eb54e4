"""Messages of SDMX that hold no figures, in XML or JSON: refused by what they are."""

from __future__ import annotations

from cpstats.errors import DataError
from cpstats.message import Message

# the last word that is in the name of a message says what it is
KINDS = {
    "structure": Message(
        "this is a structure message of SDMX: it says how data are described, and holds none",
        "这是 SDMX 的结构消息：只说明数据的结构，没有数据",
    ),
    "metadata": Message(
        "this is a metadata message of SDMX: it holds texts about data, and no figures",
        "这是 SDMX 的元数据消息：只有说明文字，没有数据",
    ),
    "query": Message(
        "this is a query of SDMX: it asks for data, and holds none",
        "这是 SDMX 的查询消息：没有数据",
    ),
}
ASK = Message(
    "Ask the service for data (…/data/FLOW), as SDMX-CSV if it offers it.",
    "请向服务请求数据（…/data/FLOW），最好选 SDMX-CSV。",
)
DELETED = ("D", "DELETE")


def deleting(where: str) -> DataError:
    """Return the error for figures that are named only to be deleted."""
    return DataError(
        Message(
            "the message deletes figures, and nothing is deleted here",
            "该消息要求删除数据，而此处不删除",
        ),
        where=where,
        mend=Message(
            "Ask for the data themselves, not for their changes.",
            "请下载数据本身，而不是其变更。",
        ),
    )


def no_data(name: str, kind: str) -> DataError:
    """Return the error for a message by its name, such as `GenericMetadata`."""
    known = [what for word, what in KINDS.items() if word in kind.lower()]
    other = Message(
        "this is a message of SDMX ({}), and no data", "这是 SDMX 消息（{}），不是数据", kind
    )
    return DataError(known[-1] if known else other, where=name, mend=ASK)
