"""HTML is a whole page without scripts in which every name is text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from cpstats.export import html
from cpstats.model.article import Article, Mark
from cpstats.model.report import Block, Cell, Column, Report, Style
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from cpstats.model.report import Report as _Report


class Reader(HTMLParser):
    """Collects the tags, and the text between them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update({f"{tag}.{name}": value for name, value in attrs})

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())


def test_a_page_is_title_tables_and_notes(report: _Report) -> None:
    page = Reader(html.write(report, Style()))
    assert page.texts == [
        "GDP <2024>",
        "GDP <2024>",
        "sub & title",
        "Table",
        "place",
        "level, 亿元",
        "Changping",
        "1,811.9",
        "=1+1|<b>*&`[x](y)`*</b>",
        "…",
        "a *note*",
        "Sources: 1 (--cite). Figures known up to 2025.",
    ]
    assert "b" not in page.tags


def test_a_page_says_its_language_and_its_encoding(report: _Report) -> None:
    page = Reader(html.write(report, Style(lang="zh")))
    assert page.attributes["html.lang"] == "zh"
    assert page.attributes["meta.charset"] == "utf-8"
    assert "昌平区" in page.texts


def test_no_name_becomes_a_tag() -> None:
    evil = "</td><script>alert('x')</script><td a=\"b\">&amp;"
    text = same(evil)
    block = Block((Column(text),), ((Cell(text=text),),), title=text)
    page = Reader(html.write(Report(text, blocks=(block,), notes=(text,), subtitle=text), Style()))
    assert "script" not in page.tags
    assert page.texts == [evil] * 6  # title, heading, subtitle, header, cell, note


def test_numbers_stand_to_the_right(report: _Report) -> None:
    page = html.write(report, Style()).decode()
    assert re.search(r'<td style="text-align: right;">\s*1,811.9', page)


def test_a_text_stands_above_the_tables_with_its_marks() -> None:
    marks = (
        Mark(
            3, 7, "contradicted", Text("contradicted", "不符"), Text('the data say "5.2" & <6>', "")
        ),
        Mark(8, 10, "confirmed", Text("confirmed", "相符"), same("why")),
    )
    article = Article("a&b.txt", "<b>6.2% 12\n\n& 完", marks)
    page = html.write(Report(same("Check"), articles=(article,)), Style()).decode()
    assert (
        "<article>\n<h1>a&amp;b.txt</h1>\n"
        '<p>&lt;b&gt;<mark class="contradicted" '
        'title="contradicted: the data say &quot;5.2&quot; &amp; &lt;6&gt;">6.2%'
        '<sup>contradicted</sup></mark> <mark class="confirmed" title="confirmed: why">12'
        "<sup>confirmed</sup></mark></p>\n<p>&amp; 完</p>\n</article>\n<h1>Check</h1>"
    ) in page
    assert "mark.contradicted" in page


def test_without_a_text_the_page_has_no_look_of_its_own(report: _Report) -> None:
    assert "<style>" not in html.write(report, Style()).decode()


def test_no_sign_of_a_text_turns_the_words_around_it() -> None:
    text = "GDP\x1b[31m rose\u202e %5\u2066\u200b\r\nby 5 %"
    article = Article("a\u202eb", text, (Mark(0, 3, "depends", Text("d", "d"), same("e\x07f")),))
    page = html.write(Report(Text("t", "t"), articles=(article,)), Style()).decode()
    assert [c for c in page if not c.isprintable() and c not in "\n\r"] == []
    assert "<p>by 5 %</p>" in page
