"""Pages: an answer, a form, an error in the one frame, by templates that escape everything."""

from __future__ import annotations

import re
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from cpstats.export.html import article
from cpstats.export.parts.page import escape, tables
from cpstats.forms import form_of, questions
from cpstats.forms.form import Parameter
from cpstats.model.prose import below, paragraphs, titles
from cpstats.model.report import Style
from cpstats.web.address import offered
from cpstats.web.page_words import WORDS

if TYPE_CHECKING:
    from jinja2 import Environment

    from cpstats.errors import CpstatsError
    from cpstats.forms.form import Form
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.report import Report
    from cpstats.model.text import Lang, Text
    from cpstats.web.address import Words

DOWNLOADS = ("csv", "xlsx", "json", "md", "svg")
DOCUMENTS = ("html", "docx", "md", "csv", "xlsx", "json")  # of a report of many parts
ADDRESS = re.compile(r"https?://[^\s<>\"'，。；）]+[^\s<>\"'，。；）.,;)]")
LISTED = 400  # names that a field proposes
EVERY = "all"  # indicators


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Return the templates of the pages; what they are given is escaped, and no sign of it unseen."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(given: Any) -> Any:
        is_text = isinstance(given, str) and not isinstance(given, Markup)
        return Markup(escape(given)) if is_text else given  # noqa: S704 - it is escaped

    return Environment(
        loader=PackageLoader("cpstats.web"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # they are the program's own: no page looks for new ones
    )


@lru_cache(maxsize=2)
def words(lang: Lang) -> SimpleNamespace:
    """Return the words of the pages in one language, as HTML."""
    from markupsafe import Markup

    said = {key: Markup(escape(text.to(lang))) for key, text in WORDS.items()}  # noqa: S704
    return SimpleNamespace(**said)


def said(text: Text, lang: Lang) -> str:
    """Return a line of help as a page says it: without what only whoever types commands can do."""
    return text.to(lang, typed=False).replace("`", "").rstrip(".。")


def answer(report: Report, style: Style, picture: str = "") -> str:
    """Return what is answered: sentences, chart, tables, notes, and sources with their addresses."""
    (title, *more), _ = titles(report, style.lang)
    above = [*more, *paragraphs(report, style.lang)]
    notes = [line for line in below(report, style) if line]
    parts = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(line)}</p>" for line in above)]
    if picture:
        told = f"{WORDS['picture'].to(style.lang)}: {title}"
        drawn = f'<img src="{escape(picture)}" alt="{escape(told)}">'
        parts.append(
            f'<figure class="drawn" tabindex="0" aria-label="{escape(told)}">{drawn}</figure>'
        )
    parts += tables(report, style)
    parts += [f'<p class="soft">{_linked(escape(line))}</p>' for line in notes]
    return "\n".join(parts)


def _linked(line: str) -> str:
    """Return a line of HTML whose addresses can be followed."""
    if "://" not in line:
        return line
    return ADDRESS.sub(r'<a href="\g<0>" rel="noreferrer">\g<0></a>', line)


class Frame:
    """What the pages over one catalogue have in common; made once for each language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.indicators = [*catalogue.indicators.values()]
        self.places = [*catalogue.places.values()]
        self.below = {p.ref_area for p in self.places if p.parent}
        self._proposals: dict[Lang, str] = {}

    def proposals(self, lang: Lang) -> str:
        """Return the names that the fields of a form propose."""
        if lang not in self._proposals:
            self._proposals[lang] = (
                templates()
                .get_template("proposals.html")
                .render(indicators=self.indicators[:LISTED], places=self.places[:LISTED])
            )
        return self._proposals[lang]


class Page:
    """One page: its address, its language, and what every page has."""

    def __init__(self, path: str, words: Words, lang: Lang, frame: Frame) -> None:
        self.path, self.words, self.lang, self.frame = path, words, lang, frame

    def start(self) -> str:
        """Return the page that everything begins from."""
        forms = sorted((form_of(name) for name in questions()), key=lambda form: form.order)
        indicators = self.frame.indicators[:LISTED]
        return self._render("start.html", forms=forms, query="", indicators=indicators)

    def found(self, query: str, report: Report | None, error: CpstatsError | None) -> str:
        """Return what a search found, with links to the figures."""
        links = [
            {
                "href": self._found_at(row),
                "name": row["name_zh" if self.lang == "zh" else "name_en"] or row["id"],
                "kind": WORDS[f"{row['kind']}s"].to(self.lang),
                "id": row["id"],
            }
            for row in (report.records if report else ())
        ]
        return self._render("found.html", query=query, links=links, error=self._told(error))

    def _found_at(self, row: dict[str, Any]) -> str:
        """Return the address of what was found: a series; of a place all of them, beside its parent."""
        ident = str(row["id"])
        if row["kind"] == "indicator":
            return self._address("/show", indicators=ident)
        if ident in self.frame.below:
            return self._address("/compare", place=ident)
        return self._address("/show", indicators=EVERY, place=ident)

    def question(
        self, form: Form, report: Report | None, error: CpstatsError | None, *, drawn: bool
    ) -> str:
        """Return the form of a question, filled as it was asked, with its answer."""
        style = self._style()
        asked = [(k, v) for k in self.words for v in self.words.getlist(k)]
        query = urlencode([(k, v) for k, v in asked if v and k not in ("lang", "explain")])
        tail = f"{query}&lang={self.lang}" if query else f"lang={self.lang}"
        fields = [self._field(form, p) for p in offered(form)]
        return self._render(
            "question.html",
            form=form,
            short=[field for short, field in fields if short],
            long=[field for short, field in fields if not short],
            answer=answer(report, style, f"/{form.name}.svg?{tail}" if drawn else "")
            if report
            else "",
            error=self._told(error),
            explain=style.explain,
            proposals=self.frame.proposals(self.lang),
            downloads=[
                (suffix, f"/{form.name}.{suffix}?{tail}")
                for suffix in (DOCUMENTS if report and report.dossier else DOWNLOADS)
                if report and (suffix != "svg" or drawn)
            ],
        )

    def check(self, text: str, report: Report | None, error: CpstatsError | None) -> str:
        """Return the page to check a text on, with what was found in it."""
        style = self._style()
        found = answer(report, style) if report else ""
        found += "".join(article(a, style) for a in report.articles) if report else ""
        return self._render(
            "check.html",
            text=text,
            spoken=[self._spoken("published"), self._spoken("place")],
            answer=found,
            error=self._told(error),
            explain=style.explain,
            proposals=self.frame.proposals(self.lang),
        )

    def _spoken(self, name: str) -> str:
        """Return the field for when or where a text speaks from."""
        flags, completes = (f"--{name}",), "place" if name == "place" else ""
        of = Parameter(name=name, flags=flags, says=WORDS[name], completes=completes)
        return _drawn(of, self.words.getlist(name), self.lang)

    def failed(self, error: CpstatsError) -> str:
        """Return the page for an address that has no other."""
        return self._render("failed.html", error=self._told(error))

    def _style(self) -> Style:
        explain = bool(self.words.getlist("explain"))
        return Style(lang=self.lang, cite=True, explain=explain, typed=False)

    def _render(self, template: str, **more: Any) -> str:
        return (
            templates()
            .get_template(template)
            .render(
                lang=self.lang,
                say=words(self.lang),
                to=lambda text: said(text, self.lang),
                address=self._address,
                other=self._other(),
                **more,
            )
        )

    def _other(self) -> str:
        """Return the address of this page in the other language."""
        asked = [(k, v) for k in self.words for v in self.words.getlist(k) if k != "lang"]
        return f"{self.path}?{urlencode([*asked, ('lang', 'en' if self.lang == 'zh' else 'zh')])}"

    def _address(self, path: str, **asked: str) -> str:
        asked_first = f"{urlencode(asked)}&" if asked else ""
        return f"{path}?{asked_first}lang={self.lang}"

    def _told(self, error: CpstatsError | None) -> str:
        if error is None:
            return ""
        what, mend = error.what.to(self.lang), error.mend.to(self.lang) if error.mend else ""
        where = f"{error.where}: " if error.where else ""
        return f"{where}{what}。{mend}" if self.lang == "zh" else f"{where}{what}. {mend}".rstrip()

    def _field(self, form: Form, of: Parameter) -> tuple[bool, str]:
        """Return whether a short form shows a field, and the field as HTML."""
        given = [text for text in self.words.getlist(of.name) if text.strip()]
        if given:
            return True, _drawn(of, given, self.lang)
        return of.short, _blank(form.name, self.lang)[of.name]


@lru_cache(maxsize=64)
def _blank(form: str, lang: Lang) -> dict[str, str]:
    """Return the fields of a form as HTML before anything is written there: most stay so."""
    return {p.name: _drawn(p, [], lang) for p in offered(form_of(form))}


def _drawn(of: Parameter, given: list[str], lang: Lang) -> str:
    """Return a field as HTML, as it is asked."""
    field = Field(
        name=of.name,
        says=said(of.says, lang),
        flag=of.flags[0].partition("/")[0] if of.flags else of.name,
        kind="select" if of.words else of.kind.__name__,
        words=tuple(of.words),
        given=tuple([*given, ""] if of.kind is list else given[-1:] or [""]),
        list=f"{of.completes}s" if of.completes else "",
    )
    parts: Any = templates().get_template("parts.html").module
    drawn: str = parts.field(field, words(lang))
    return drawn


class Field(NamedTuple):
    """A field of a form, as it is asked."""

    name: str
    says: str
    flag: str
    kind: str
    words: tuple[str, ...]
    given: tuple[str, ...]
    list: str  # of what is proposed
