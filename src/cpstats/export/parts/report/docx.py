"""A report as docx: headings, native tables with captions, pictures, in the fonts of an office."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cpstats.export.parts.drawing import converter, png
from cpstats.export.parts.look import PIECE, measure, wrapped
from cpstats.export.parts.picture import drawn, framed, untitled
from cpstats.export.parts.report.templating import missing
from cpstats.export.parts.report.view import common, noted, pictured
from cpstats.model.prose import titles
from cpstats.model.text import printable
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.report import Block, Report, Section, Style

LATIN, CHINESE = "Calibri", "宋体"
SHORT = 8  # letters that stay on one line: 2021年
MOST_LINES = 8  # of a cell; beyond, only its longest word counts
SIGN, MARGIN = 0.21, 0.45  # centimetres of a letter in a table, and on both sides of a text
WIDE = 16.5  # centimetres between the margins of A4
HIGH = 7.5  # of a picture: three stand on a page
FIELD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write(report: Report, style: Style) -> bytes:
    """Return the document.

    Raises
    ------
    UsageError
        When an extra is missing.
    """
    try:
        import docx
    except ModuleNotFoundError:
        raise missing() from None
    dossier = report.dossier
    assert dossier is not None, "asked before"
    converter(style)
    made = Document(docx.Document(), style)
    given = common(report, style)
    words = given["words"]
    made.title(
        given["title"],
        words["made"] + given["known"],
    )
    if dossier.cards:
        made.heading(words["score"])
        made.table(dossier.score, given["title"])
    made.heading(words["summary"])
    joint = "" if style.lang == "zh" else " "
    for section in dossier.sections:
        if section.sentences:
            made.paragraph(joint.join(s.to(style.lang) for s in section.sentences))
    for section in dossier.sections:
        _section(made, section, words)
    if dossier.singles:
        made.heading(words["others"])
        made.table(dossier.others, given["place"])
    if given["gaps"]:
        made.heading(words["gaps"])
        made.items(given["gaps"])
    made.heading(words["methods"])
    made.items(
        f"{m['what']}{' (' + m['how'] + ')' if m['how'] else ''}: {m['example']} = {m['result']}"
        for m in given["methods"]
    )
    made.heading(words["sources"])
    for source in given["sources"]:
        parts = [source["title"], source["publisher"], source["published"], source["locator"]]
        made.source(", ".join(p for p in parts if p), source["link"], source["quotes"])
    return made.saved()


def _section(made: Document, section: Section, words: dict[str, str]) -> None:
    style = made.style
    made.heading(section.card.name.to(style.lang))
    for sentence in section.sentences:
        made.paragraph(sentence.to(style.lang))
    for panel in pictured(section):
        spec = framed([untitled(drawn(panel, style))])  # its caption says what it is
        told = f"{panel.title.to(style.lang)} ({panel.under(style.lang)})"
        made.picture(png(spec, style, 2), told)
    for answer in filter(None, (section.answer, section.revisions)):
        names = titles(answer, style.lang)[1]
        for block, name in zip(answer.blocks, names, strict=True):
            own = name or section.card.name.to(style.lang)
            told = f"{own} · {words['revisions']}" if answer is section.revisions else own
            made.table(block, told)
    made.items(noted(section, style))


class Document:
    """A docx that is written from top to bottom, with its tables and figures counted."""

    def __init__(self, document: Any, style: Style) -> None:
        from docx.shared import Cm, Pt

        self.style, self._made = style, document
        page = document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm((21 - WIDE) / 2)
        page.top_margin = page.bottom_margin = Cm(2.2)
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Caption", "List Bullet"):
            self._font(document.styles[name])
        document.styles["Normal"].font.size = Pt(10.5)
        document.core_properties.language = "zh-CN" if style.lang == "zh" else "en"

        self._spoken()

    def _spoken(self) -> None:
        """Say which Chinese is written: its signs look different elsewhere."""
        from docx.oxml.ns import qn

        for lang in self._made.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:eastAsia"), "zh-CN")

    def _font(self, style: Any) -> None:
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        style.font.name = LATIN
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):  # a theme would win over the name
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        fonts.set(qn("w:eastAsia"), CHINESE)
        style.font.color.rgb = RGBColor(0, 0, 0)

    def title(self, text: str, under: str) -> None:
        """Write what the report is."""
        text = printable(text)
        self._made.add_heading(text, 0)
        self._made.core_properties.title = text
        self._made.core_properties.author = "cpstats"
        self.paragraph(under)

    def heading(self, text: str) -> None:
        """Begin a part."""
        self._made.add_heading(printable(text), 1)

    def paragraph(self, text: str) -> None:
        """Write a paragraph."""
        self._made.add_paragraph(printable(text))

    def items(self, lines: Any) -> None:
        """Write lines of a list."""
        for line in lines:
            self._made.add_paragraph(printable(line), style="List Bullet")

    def caption(self, word: str, text: str) -> None:
        """Write a caption with a number that the office counts itself."""
        from cpstats.export.parts.report.view import WORDS

        paragraph = self._made.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = word == "table"
        label = WORDS[word].to(self.style.lang)
        paragraph.add_run(f"{label} ")
        _counted(paragraph, label)
        paragraph.add_run(f"  {printable(text)}")

    def table(self, block: Block, told: str) -> None:
        """Write a table below its caption; its head is repeated on every page."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm, Pt

        if not block.rows:
            return
        self.caption("table", told)
        head, rows = (
            headers(block, self.style.lang),
            texts(block, self.style.lang, self.style.digits),
        )
        made = self._made.add_table(rows=0, cols=len(head), style="Table Grid")
        made.autofit = False
        room = widths([head, *rows])
        for column, width in zip(made.columns, room, strict=True):
            column.width = Cm(width)
        for number, row in enumerate([head, *rows]):
            line = made.add_row()
            _whole(line)
            for column, (cell, text) in enumerate(zip(line.cells, row, strict=True)):
                cell.width = Cm(room[column])
                paragraph = cell.paragraphs[0]
                run = paragraph.add_run(printable(text.strip()))
                run.font.size, run.bold = Pt(9), number == 0
                if number == 0:  # a head ends no page
                    paragraph.paragraph_format.keep_with_next = True
                if block.columns[column].right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _repeated(made.rows[0])
        _ruled(made)
        self._made.add_paragraph()

    def picture(self, painted: bytes, told: str) -> None:
        """Place a picture above its caption, with words for who cannot see it."""
        from docx.shared import Cm

        shape = self._made.add_picture(io.BytesIO(painted))
        fits = min(1.0, Cm(WIDE) / shape.width, Cm(HIGH) / shape.height)
        shape.width, shape.height = int(shape.width * fits), int(shape.height * fits)
        shape._inline.docPr.set("descr", printable(told))  # noqa: SLF001 - has no public name
        self._made.paragraphs[-1].paragraph_format.keep_with_next = True  # its caption
        self.caption("figure", told)

    def source(self, text: str, link: str, quotes: list[str]) -> None:
        """Write a source, its address and what it printed."""
        paragraph = self._made.add_paragraph(printable(text), style="List Bullet")
        if link:
            paragraph.add_run(" ")
            _linked(paragraph, link)
        for quote in quotes:
            self._made.add_paragraph(printable(quote)).paragraph_format.left_indent = 400_000

    def saved(self) -> bytes:
        """Return the document, the same for the same report."""
        from datetime import UTC, datetime

        self._made.core_properties.created = self._made.core_properties.modified = datetime(
            2000, 1, 1, tzinfo=UTC
        )
        out = io.BytesIO()
        self._made.save(out)
        return _undated(out)


def _undated(packed: io.BytesIO) -> bytes:
    """Return an archive without the hour in which each of its parts was written."""
    out = io.BytesIO()
    with ZipFile(packed) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(ZipInfo(part.filename), old.read(part), ZIP_DEFLATED)
    return out.getvalue()


def _counted(paragraph: Any, label: str) -> None:
    """Add a field that counts captions of one kind."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f"SEQ {label} \\* ARABIC")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = str(
        sum(
            1
            for f in paragraph.part.element.iter(qn("w:fldSimple"))
            if label in f.get(qn("w:instr"))
        )
        + 1
    )
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - has no public name


def _repeated(row: Any) -> None:
    """Have a row stand at the top of every page of its table."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - has no public name


def widths(table: Sequence[Sequence[str]]) -> list[float]:
    """Return the centimetres of each column: no cell has more lines than it must, no word is cut.

    >>> [round(width, 1) for width in widths([["place", "level"], ["Aberdeen and Aberdeenshire", "1"]])]
    [13.2, 3.3]
    """
    columns = [sorted({text.strip() for text in texts}) for texts in zip(*table, strict=True)]
    for lines in range(1, MOST_LINES + 1):
        asked = [max(_narrowest(text, lines) for text in texts) for texts in columns]
        if sum(asked) * SIGN + MARGIN * len(asked) <= WIDE:
            break
    room = [letters * SIGN + MARGIN for letters in asked]
    return [width * WIDE / sum(room) for width in room]


@lru_cache(maxsize=4096)
def _narrowest(text: str, lines: int) -> int:
    """Return the fewest letters across in which a text has no more than so many lines.

    >>> _narrowest("Aberdeen and Aberdeenshire", 2), _narrowest("Aberdeen and Aberdeenshire", 9)
    (13, 13)
    """
    longest = max((measure(piece.strip()) for piece in PIECE.findall(text)), default=0)
    least = max(longest, min(measure(text), SHORT), -(-measure(text) // lines))
    return next(n for n in range(least, measure(text) + 1) if len(wrapped(text, n)) <= lines)


def _whole(row: Any) -> None:
    """Keep a row on one page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no public name


def _ruled(table: Any) -> None:
    """Draw fine lines between rows only, as yearbooks do."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        upright = side in ("left", "right", "insideV")
        line.set(qn("w:val"), "nil" if upright else "single")
        if not upright:
            line.set(qn("w:sz"), "8" if side in ("top", "bottom") else "4")
            line.set(qn("w:color"), "222222" if side in ("top", "bottom") else "BBBBBB")
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - has no public name


def _linked(paragraph: Any, address: str) -> None:
    """Add a link that can be followed."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    ident = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), ident)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = printable(address)
    run.append(text)
    link.append(run)
    paragraph._p.append(link)  # noqa: SLF001 - has no public name
