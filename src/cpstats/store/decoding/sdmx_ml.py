"""An SDMX-ML message, read by expat: what it is, its data sets, and what the service says below.

Generic and structure specific messages of 2.0, 2.1 and 3.0 differ in where a concept stands: in an
element `Value` of a key or of attributes, or as an attribute of the element itself. A structure
specific message does not say which concepts make its series; what is free text, or an attribute
by its name in the standard's own list, does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause
from cpstats.store.decoding.sdmx_kinds import DELETED, deleting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEND = Message(
    "Ask for the data anew, as SDMX-CSV if the service offers it.",
    "请重新下载数据，最好选 SDMX-CSV。",
)
CODE = re.compile(r"[A-Za-z0-9_@$:.+-]*")
# of the cross-domain concepts those that describe and never tell two series apart
DESCRIBING = {
    *("TITLE", "TITLE_COMPL", "COLLECTION", "COLL_METHOD", "COMPILATION", "SOURCE_AGENCY"),
    *("OBS_VALUE", "OBS_STATUS", "OBS_FLAG", "OBS_COM", "OBS_CONF", "OBS_PRE_BREAK"),
    *("CONF_STATUS", "CONF_STATUS_OBS", "LAST_UPDATE", "TIME_FORMAT"),
    *("DECIMALS", "UNIT_MEASURE", "UNIT_MULT"),
}
KEYS, ATTRIBUTES = ("SeriesKey", "ObsKey", "GroupKey"), "Attributes"
HOLDERS = ("DataSet", "Group", "Atts", "Series", "Obs")
OF_DATA_SET = ("action", "structureRef", "setID", "dataScope", "type", "keyFamilyURI")


@dataclass(slots=True)
class DataSet:
    """Observations by concept, where each begins, and the concepts that make a series."""

    title: str = ""
    records: list[dict[str, str]] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    dimensions: set[str] = field(default_factory=set)
    groups: list[dict[str, str]] = field(default_factory=list)
    whole: dict[str, str] = field(default_factory=dict)

    def completed(self) -> Iterator[dict[str, str]]:
        """Yield the observations with what is said of their groups and of the whole."""
        text = {c for r in self.records for c, v in r.items() if not CODE.fullmatch(v)}
        self.dimensions -= text | DESCRIBING
        by_key: dict[tuple[str, ...], dict[tuple[str, ...], dict[str, str]]] = {}
        for group in self.groups:
            names = tuple(c for c in group if c in self.dimensions)
            of_names = by_key.setdefault(names, {})
            of_names.setdefault(tuple(group[c] for c in names), {}).update(group)
        for record in self.records:
            said = dict(self.whole)
            for names, groups in by_key.items():
                said |= groups.get(tuple(record.get(c, "") for c in names), {})
            yield said | record


class Reader:
    """One message being read, element by element."""

    def __init__(self, name: str, content: bytes) -> None:
        self.kind = ""
        self.sets: list[DataSet] = []
        self.said: list[str] = []  # by the service, in the footer
        self._over: dict[str, str] = {}  # the dimension at the observation, by structure
        self._flows: dict[str, str] = {}
        self._structure = ""
        self._path: list[str] = []
        self._held: dict[str, dict[str, str]] = {}
        self._text: list[str] = []
        self._at = (1, 1)
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append
        self._parser.StartDoctypeDeclHandler = self._entities
        self._name = name
        try:
            self._parser.Parse(content, True)  # noqa: FBT003 - expat's own
        except expat.ExpatError as error:
            raise DataError(
                Message("this is not XML ({})", "这不是 XML（{}）", expat.ErrorString(error.code)),
                where=Where(name, error.lineno, error.offset + 1),
                mend=MEND,
            ) from None
        except (IndexError, KeyError):
            raise DataError(
                Message("an element stands where none belongs", "有元素位置不对"),
                where=Where(name, self._parser.CurrentLineNumber, 1),
                mend=MEND,
            ) from None
        except (LookupError, ValueError) as error:  # expat asks Python for what it does not know
            raise DataError(
                Message("its encoding cannot be read{}", "无法读取其编码{}", cause(error)),
                where=name,
                mend=MEND,
            ) from None

    def _entities(self, *_: object) -> None:
        raise DataError(
            Message("the message declares entities", "消息中声明了实体"),
            where=self._name,
            mend=MEND,
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        self.kind = self.kind or local
        self._path.append(local)
        self._text.clear()
        if local in HOLDERS and "DataSet" in self._path:
            self._open(local, attributes)
        elif local == "Value":
            self._value(attributes.get("id") or attributes.get("concept", ""), attributes)
        elif local == "ObsValue":
            self._held["Obs"]["OBS_VALUE"] = attributes.get("value", "")
        elif local == "ObsDimension":
            over = attributes.get("id") or self._over.get(self._structure, "TIME_PERIOD")
            self._key("Obs", over, attributes.get("value", ""))
        elif local == "Structure" and "structureID" in attributes:
            self._structure = attributes["structureID"]
            self._over[self._structure] = attributes.get("dimensionAtObservation", "TIME_PERIOD")
        elif local == "Ref" and "Structure" in self._path and not self.sets:
            self._flows.setdefault(self._structure, attributes.get("id", ""))

    def _open(self, local: str, attributes: Mapping[str, str]) -> None:
        """Begin a data set, a group, a series or an observation, with what its attributes say."""
        plain = {k: v for k, v in attributes.items() if " " not in k}
        if local == "DataSet":
            every = {k.rpartition(" ")[2]: v for k, v in attributes.items()}
            self._structure = every.get("structureRef", self._structure)
            self.sets.append(DataSet(self._flows.get(self._structure, "")))
            if every.get("action", "").upper() in DELETED:
                raise deleting(Where(self._name, self._parser.CurrentLineNumber, 1))
            plain = {k: v for k, v in plain.items() if k not in OF_DATA_SET}
        self._held[local] = plain
        if local == "Obs":
            self._at = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            kind = next((v for k, v in attributes.items() if k.endswith(" type")), "")
            over = self._over.get(self._structure, "")
            if over not in ("", "AllDimensions", "TIME_PERIOD") and over not in plain and kind:
                self._key("Obs", over, kind.rpartition(":")[2])
        if local == "Series" or (local == "Obs" and "Series" not in self._path):
            self.sets[-1].dimensions |= {*plain}
        elif local == "Obs":
            over = self._over.get(self._structure, "TIME_PERIOD")
            self.sets[-1].dimensions |= {c for c in (over, "TIME_PERIOD") if c in plain}

    def _key(self, holder: str, concept: str, value: str) -> None:
        self._held[holder][concept] = value
        self.sets[-1].dimensions.add(concept)

    def _value(self, concept: str, attributes: Mapping[str, str]) -> None:
        """Take a `Value`: of a key, or of the attributes of what is open."""
        parent = self._path[-2]
        holder = next((h for h in reversed(self._path) if h in HOLDERS), "")
        if not holder or "value" not in attributes:
            return
        if parent in KEYS and holder != "Group":
            self._key(holder, concept, attributes["value"])
        elif parent in (*KEYS, ATTRIBUTES):
            self._held[holder][concept] = attributes["value"]

    def _end(self, _: str) -> None:
        inside = "DataSet" in self._path
        local = self._path.pop()
        text = "".join(self._text).strip()
        if inside and local in HOLDERS:
            self._close(local)
        elif local == "Time" and text:
            self._key("Obs", "TIME_PERIOD", text)
        elif local in ("Structure", "StructureUsage") and "=" in text and not self.sets:
            self._flows.setdefault(self._structure, text.rpartition(":")[2].partition("(")[0])
        elif local == "Text" and "Footer" in self._path and text:
            self.said.append(text)
        self._text.clear()

    def _close(self, local: str) -> None:
        """End what was opened: an observation is complete, a group and the whole are known."""
        if local == "Obs":
            record = self._held.get("Series", {}) | self._held["Obs"]
            self.sets[-1].records.append(record)
            self.sets[-1].places.append(self._at)
        elif local == "Series":
            self._held["Series"] = {}
        elif local in ("Group", "Atts"):
            self.sets[-1].groups.append(self._held[local])
        elif local == "DataSet":
            self.sets[-1].whole = self._held["DataSet"]
